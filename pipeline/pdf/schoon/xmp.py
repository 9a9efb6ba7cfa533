"""One fresh metadata packet, and what makes a file PDF/UA-1 and PDF/A-2b.

ISO 14289-1 for ``pdfuaid``, ISO 19005-2 for ``pdfaid`` and the output intent.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import Any

import pikepdf
from PIL import ImageCms

PAKKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{titel}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{taal}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>{keurmerken}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

KEURMERKEN = """
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


def write_metadata(
    pdf: pikepdf.Pdf, titel: str, taal: str, *, gelabeld: bool, keurmerk: bool
) -> None:
    """Write title and language, and with ``keurmerk`` what the document conforms to."""
    pakket = PAKKET.format(
        titel=escape(titel),
        taal=escape(taal),
        keurmerken=KEURMERKEN if keurmerk else "",
    )
    stroom = pdf.make_stream(pakket.encode("utf-8"))
    stroom.Type, stroom.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    pdf.Root.Metadata = stroom
    pdf.Root.Lang = pikepdf.String(taal)
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    if gelabeld:
        pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        pdf.Root.OutputIntents = pikepdf.Array([_output_intent(pdf)])


def _output_intent(pdf: pikepdf.Pdf) -> Any:
    profiel = pdf.make_stream(_srgb(), N=3)
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.OutputIntent,
            S=pikepdf.Name.GTS_PDFA1,
            OutputConditionIdentifier=pikepdf.String("sRGB IEC61966-2.1"),
            Info=pikepdf.String("sRGB IEC61966-2.1"),
            DestOutputProfile=profiel,
        )
    )


@lru_cache(maxsize=1)
def _srgb() -> bytes:
    """The sRGB profile, its date of making fixed so that the same gives the same."""
    profiel = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    vast = b"".join(n.to_bytes(2, "big") for n in (2000, 1, 1, 0, 0, 0))
    return profiel[:24] + vast + profiel[36:]
