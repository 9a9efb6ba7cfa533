"""The outlines in a font file: those that no code shows are emptied."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from fontTools import agl
from fontTools.cffLib import CFFFontSet
from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.ttLib import TTFont, TTLibError
from fontTools.ttLib.tables._g_l_y_f import Glyph

from pipeline.pdf.lakken.letter import load_letter
from pipeline.pdf.schoon.type1 import Type1, own_codes, subset_type1

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Nummer = tuple[int, int]


def blank_outlines(
    pdf: pikepdf.Pdf,
    font: Any,
    codes: set[int],
    eerder: dict[Nummer, set[int]],
) -> None:
    """Empty the glyphs of an embedded font that its codes do not need.

    ``eerder`` remembers files that several fonts share: those keep what each needs. A
    file that cannot be read is left as it is; the check afterwards will see it.
    """
    houder = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    beschrijving = houder.get("/FontDescriptor")
    if beschrijving is None:
        return
    for sleutel, maak in _MAKERS:
        bestand = beschrijving.get(sleutel)
        if not isinstance(bestand, pikepdf.Stream) or bestand.objgen in eerder:
            continue
        eerder[bestand.objgen] = codes
        nieuw = maak(bestand, font, houder, codes)
        if nieuw is not None:
            beschrijving[sleutel] = _store(pdf, nieuw, bestand)


def _store(pdf: pikepdf.Pdf, nieuw: bytes | Type1, bestand: Any) -> Any:
    """A font file as a stream, with the lengths that its kind asks (9.9)."""
    if isinstance(nieuw, Type1):
        stroom = pdf.make_stream(nieuw.open + nieuw.dicht + nieuw.staart)
        stroom.Length1, stroom.Length2 = len(nieuw.open), len(nieuw.dicht)
        stroom.Length3 = len(nieuw.staart)
        return stroom
    stroom = pdf.make_stream(nieuw)
    if "/Subtype" in bestand:
        stroom.Subtype = bestand.Subtype
    else:
        stroom.Length1 = len(nieuw)
    return stroom


_OVERBODIG = ("GSUB", "GPOS", "GDEF", "DSIG", "kern", "name", "FFTM", "hdmx", "LTSH")


def _blank_truetype(
    bestand: Any, font: Any, houder: Any, codes: set[int]
) -> bytes | None:
    try:
        letter = TTFont(BytesIO(bestand.read_bytes()), recalcTimestamp=False)
        gids = {0, *_glyph_ids(letter, font, houder, codes)}
        nodig = _with_parts(letter, {letter.getGlyphName(g) for g in gids})
        for naam in letter.getGlyphOrder():
            if naam not in nodig:
                letter["glyf"][naam] = Glyph()
                letter["hmtx"][naam] = (0, 0)
        _forget_names(letter, nodig)
        uit = BytesIO()
        letter.save(uit, reorderTables=True)
    except (
        TTLibError,
        KeyError,
        ValueError,
        AssertionError,
        IndexError,
        AttributeError,
    ):
        return None
    return uit.getvalue()


def _with_parts(letter: TTFont, namen: set[str]) -> set[str]:
    """These glyphs and the glyphs they are composed of."""
    vormen, rij, alle = letter["glyf"], list(namen), set(namen)
    while rij:
        vorm = vormen[rij.pop()]
        if vorm.isComposite():
            delen = {d.glyphName for d in vorm.components} - alle
            alle |= delen
            rij += delen
    return alle


def _forget_names(letter: TTFont, nodig: set[str]) -> None:
    """Drop from every table what tells of the glyphs that are gone."""
    for tabel in letter["cmap"].tables if "cmap" in letter else ():
        tabel.cmap = {c: n for c, n in tabel.cmap.items() if n in nodig}
    for sleutel in _OVERBODIG:
        if sleutel in letter:
            del letter[sleutel]
    if "post" in letter:
        letter["post"].formatType = 3.0


def _glyph_ids(
    letter: TTFont, font: Any, houder: Any, codes: set[int]
) -> Iterator[int]:
    """The glyphs that codes may show, by every way of 9.6.5.4 and 9.7.4.2."""
    aantal = letter["maxp"].numGlyphs
    if houder is not font:
        kaart = houder.get("/CIDToGIDMap")
        ruw = kaart.read_bytes() if isinstance(kaart, pikepdf.Stream) else None
        for code in codes:
            gid = (
                code
                if ruw is None
                else int.from_bytes(ruw[2 * code : 2 * code + 2], "big")
            )
            if gid < aantal:
                yield gid
        return
    tekens = load_letter(font).tekens
    for tabel in letter["cmap"].tables if "cmap" in letter else ():
        for code in codes:
            for sleutel in (code, 0xF000 + code, *map(ord, tekens.get(code, "")[:1])):
                naam = tabel.cmap.get(sleutel)
                if naam is not None:
                    yield letter.getGlyphID(naam)


def _blank_cff(bestand: Any, font: Any, houder: Any, codes: set[int]) -> bytes | None:
    ruw = bestand.read_bytes()
    if ruw[:4] == b"OTTO":
        return None
    try:
        verzameling = CFFFontSet()
        verzameling.decompile(BytesIO(ruw), None)
        top = verzameling[verzameling.fontNames[0]]
        nodig = set(_glyph_names(top, font, houder, codes)) | {".notdef"}
        for naam in top.CharStrings.keys():  # noqa: SIM118 no plain dictionary
            if naam not in nodig:
                teken = top.CharStrings[naam]
                teken.decompile()
                teken.program = ["endchar"]
                teken.bytecode = None
        _keep_scale(top)
        uit = BytesIO()
        verzameling.compile(uit, _Geen())
    except (
        KeyError,
        ValueError,
        AssertionError,
        IndexError,
        AttributeError,
        TypeError,
    ):
        return None
    return uit.getvalue()


def _subset_type1(
    bestand: Any, font: Any, houder: Any, codes: set[int]
) -> Type1 | None:
    ruw = bestand.read_bytes()
    try:
        namen = set(_type1_names(ruw, font, houder, codes))
        return subset_type1(ruw, namen)
    except (ValueError, KeyError, IndexError, TypeError):
        return None


def _type1_names(ruw: bytes, font: Any, houder: Any, codes: set[int]) -> Iterator[str]:
    """The names of the codes: by the font of the page, else by the program itself."""
    yield from _glyph_names(_Geen(), font, houder, codes)
    yield from (n for code, n in own_codes(ruw) if code in codes)
    yield from (
        StandardEncoding[code] for code in codes if code < len(StandardEncoding)
    )


_MAKERS: tuple[tuple[str, Callable[..., bytes | Type1 | None]], ...] = (
    ("/FontFile2", _blank_truetype),
    ("/FontFile3", _blank_cff),
    ("/FontFile", _subset_type1),
)


def _keep_scale(top: Any) -> None:
    """Give the parts of a CID font the scale that the writer leaves out at the top.

    A default matrix is not written; parts that multiply it by one would then draw every
    glyph a thousand times too large, that is: nothing.
    """
    for deel in getattr(top, "FDArray", ()):
        if list(getattr(deel, "FontMatrix", _EEN)) == _EEN:
            deel.FontMatrix = [0.001, 0, 0, 0.001, 0, 0]


_EEN = [1, 0, 0, 1, 0, 0]


class _Geen:
    """Stands for the font around a bare CFF table: there is none."""

    recalcBBoxes = False  # noqa: N815 fontTools' name


def _glyph_names(top: Any, font: Any, houder: Any, codes: set[int]) -> Iterator[str]:
    if houder is not font:
        namen = top.charset
        cid = hasattr(top, "ROS")
        for code in codes:
            if cid:
                yield f"cid{code:05d}"
            elif code < len(namen):
                yield namen[code]
        return
    tekens = load_letter(font).tekens
    eigen = getattr(top, "Encoding", None)
    for code in codes:
        if isinstance(eigen, list) and code < len(eigen):
            yield eigen[code]
        for teken in tekens.get(code, "")[:1]:
            naam = agl.UV2AGL.get(ord(teken))
            if naam:
                yield naam
        yield from _named_differences(font, code)


def _named_differences(font: Any, code: int) -> Iterator[str]:
    codering = font.get("/Encoding")
    if not isinstance(codering, pikepdf.Dictionary):
        return
    nu = 0
    for stap in codering.get("/Differences", []):
        if isinstance(stap, pikepdf.Name):
            if nu == code:
                yield str(stap)[1:]
            nu += 1
        else:
            nu = int(stap)
