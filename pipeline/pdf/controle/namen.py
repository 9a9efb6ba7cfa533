"""The names of PDF itself (ISO 32000-2): a surname may be one, and then says nothing.

``/Lang`` in a catalog is no trace of someone called Lang. Names that are not here are
looked at as any other word: a layer or a font may carry a person's name.
"""

from __future__ import annotations

_NAMEN = """
A Artifact Ascent Attached Author Background BaseEncoding BaseFont BBox Bead
BitsPerComponent BitsPerSample BlackIs1 Border Bounds Box CalGray CalRGB CapHeight
Catalog Center CharProcs CharSet CIDFontType0 CIDFontType0C CIDFontType2
CIDSystemInfo CIDToGIDMap CMap CMapName Color Colors ColorSpace Columns Contents
Coords Count Courier Creator CropBox Crypt Decode DecodeParms Default
DescendantFonts Descent Dest DestOutputProfile DeviceCMYK DeviceGray DeviceRGB
Diagram Differences DisplayDocTitle Div Document Domain Domain1 Encode Encoding
Entry Event Extend Extends Figure Filter First FirstChar Flags FlateDecode Font
FontBBox FontDescriptor FontFamily FontFile FontFile2 FontFile3 FontMatrix FontName
FontStretch FontWeight Footer Form FormType Formula Frame Function Functions
FunctionType Gamma Group Header Headers Height Helvetica Hidden Identity Image
ImageMask Index Indexed Info Inline Intent Interpolate Italic ItalicAngle Keywords
Kids Knockout Label Lang Last LastChar Layout Lbl LBody Leading Length Length1
Length2 Length3 Limits Line Linearized Link List Luminosity MacRomanEncoding Mark
Marked MarkInfo Mask Matrix Matte MaxWidth MediaBox Metadata MissingWidth Multiply
Name Names Next None Normal Note Nums Object Off Open Order Ordering Outlines
OutputIntent OutputIntents Page PageMode Pages Pagination PaintType Paragraph Parent
ParentTree ParentTreeNextKey Part Pattern PatternType Perceptual Placement Predictor
Prev Private Process Producer Properties Quote Range Rect Reference Registry
Resources Role RoleMap Root Rotate Row Rows Saturation Scope Screen Sect Separation
Shading ShadingType Size Span Standard Start StemH StemV Stream StructElem
StructParent StructParents StructTreeRoot Style Subj Subject Subtype Summary
Supplement Symbol Tab Table Tabs Text Thumb Tiling Times Title ToUnicode Trailer
Trans Transparency TrueType Type Type0 Type1 Type1C Type3 Underline UserUnit Version
ViewerPreferences Visible Warichu Watermark Width Widths WinAnsiEncoding XHeight
XObject XRef XStep YStep
"""

STANDAARD = frozenset(_NAMEN.split())
