"""A Word document without what its pages do not show, as a copy to convert.

A list of what may stay: the parts that make up the pages, by the kind of relation that
leads to them. What nobody asked for, such as properties, comments, custom XML, embedded
files, templates and links to elsewhere, does not come along.
"""

from __future__ import annotations

import posixpath
import zipfile
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from pipeline.errors import InvoerError
from pipeline.pdf.omzetten.beelden import clean_picture, crop_pictures
from pipeline.pdf.omzetten.opmaak import clean_fonts, clean_settings, clean_styles
from pipeline.pdf.omzetten.stijlen import Verborgen
from pipeline.pdf.omzetten.tekst import clean_text
from pipeline.pdf.omzetten.woordxml import R, parse, remove, write

if TYPE_CHECKING:
    from collections.abc import Iterator

_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_KERN = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_TEKST = frozenset({"header", "footer", "footnotes", "endnotes"})
_OPMAAK = frozenset({"styles", "numbering", "settings", "fontTable", "theme"})
_TEKENING = frozenset(
    {"diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors",
     "diagramDrawing", "chart"}
)  # fmt: skip
_MEE = _TEKST | _OPMAAK | _TEKENING | {"image"}
_LOSSE = frozenset({"styles", "numbering", "settings", "fontTable", "theme",
                    "footnotes", "endnotes", "diagramDrawing"})  # fmt: skip
_MEESTE_BYTES = 512 * 1024 * 1024
_STUK = (
    "Het Word-bestand is beschadigd of versleuteld. Open het en sla het opnieuw op als "
    "docx."
)


def clean_docx(inhoud: bytes, titel: str) -> bytes:
    """The document with changes accepted and only what its pages show.

    Raises ``InvoerError`` when the package is damaged, encrypted or too large.
    """
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as archief:
            if sum(i.file_size for i in archief.infolist()) > _MEESTE_BYTES:
                raise InvoerError(_STUK)
            delen = {i.filename: archief.read(i) for i in archief.infolist()}
        return _Kopie(delen).make(titel)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, RuntimeError) as fout:
        raise InvoerError(_STUK) from fout


class _Kopie:
    """The package on its way: parts in, those that are wanted out."""

    def __init__(self, delen: dict[str, bytes]) -> None:
        self._delen = delen
        self._uit: dict[str, bytes] = {}
        self._soorten = _content_types(delen["[Content_Types].xml"])
        self._hoofd = self._find_main()
        stijlen = next(
            (d for s, d, _ in self._relations(self._hoofd) if s == "styles"), None
        )
        wortel = None if stijlen is None else parse(delen[stijlen])
        self._verborgen = Verborgen(wortel)

    def make(self, titel: str) -> bytes:
        """The bytes of the copy; the same for the same input."""
        self._take("document", self._hoofd)
        uit = BytesIO()
        with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
            self._put(archief, "[Content_Types].xml", self._types())
            self._put(archief, "_rels/.rels", self._root_relations())
            self._put(archief, "docProps/core.xml", _core(titel))
            for naam in sorted(self._uit):
                self._put(archief, naam, self._uit[naam])
        return uit.getvalue()

    @staticmethod
    def _put(archief: zipfile.ZipFile, naam: str, inhoud: bytes) -> None:
        kop = zipfile.ZipInfo(naam, (1980, 1, 1, 0, 0, 0))
        kop.compress_type = zipfile.ZIP_DEFLATED
        archief.writestr(kop, inhoud)

    def _take(self, soort: str, deel: str) -> None:
        """Clean a part, and take what it shows along."""
        if deel in self._uit or deel not in self._delen:
            return
        if soort == "image":
            self._uit[deel] = clean_picture(self._delen[deel])
            return
        wortel = parse(self._delen[deel])
        self._clean(soort, wortel)
        gebruikt = {
            w
            for e in wortel.iter()
            for a, w in e.attrib.items()
            if str(a).startswith(R)
        }
        mee: list[tuple[str, str, str]] = []
        for naar, doel, rid in self._relations(deel):
            if naar in _MEE and (rid in gebruikt or naar in _LOSSE):
                self._take(naar, doel)
                if doel in self._uit or doel == self._hoofd:
                    mee.append((rid, self._full_type(deel, rid), doel))
        mee += crop_pictures(wortel, {r: d for r, _, d in mee}, self._uit)
        self._uit[deel] = write(wortel)
        if mee:
            self._uit[_rels_name(deel)] = _relations_xml(mee)

    def _clean(self, soort: str, wortel: etree._Element) -> None:
        if soort == "document" or soort in _TEKST:
            clean_text(wortel, self._verborgen)
        elif soort == "styles":
            clean_styles(wortel)
        elif soort == "settings":
            clean_settings(wortel)
        elif soort == "fontTable":
            clean_fonts(wortel)
        elif soort == "chart":
            for bron in list(wortel.iter("{*}externalData", "{*}userShapes")):
                remove([bron])

    def _relations(self, deel: str) -> Iterator[tuple[str, str, str]]:
        """Kind, part and id of what a part points to inside the package."""
        for rel in self._raw_relations(deel):
            if rel.get("TargetMode") == "External":
                continue
            doel = rel.get("Target", "")
            map_ = "" if doel.startswith("/") else posixpath.dirname(deel)
            naam = posixpath.normpath(posixpath.join(map_, doel.lstrip("/")))
            yield rel.get("Type", "").rpartition("/")[2], naam, rel.get("Id", "")

    def _raw_relations(self, deel: str) -> list[etree._Element]:
        ruw = self._delen.get(_rels_name(deel))
        return (
            [] if ruw is None else list(parse(ruw).iterfind(f"{{{_REL}}}Relationship"))
        )

    def _full_type(self, deel: str, rid: str) -> str:
        rel = next(r for r in self._raw_relations(deel) if r.get("Id") == rid)
        return rel.get("Type", "")

    def _find_main(self) -> str:
        for soort, deel, _ in self._relations(""):
            if soort == "officeDocument":
                return deel
        return "word/document.xml"

    def _types(self) -> bytes:
        regels = []
        for naam in sorted(self._uit):
            if not naam.endswith(".rels"):
                soort = self._soorten(naam).replace(
                    "vnd.ms-word.document.macroEnabled.main",
                    "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                )
                regels.append(
                    f'<Override PartName="/{escape(naam)}" '
                    f'ContentType="{escape(soort)}"/>'
                )
        return (
            f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/docProps/core.xml" ContentType='
            '"application/vnd.openxmlformats-package.core-properties+xml"/>'
            f"{''.join(regels)}</Types>"
        ).encode()

    def _root_relations(self) -> bytes:
        return _relations_xml(
            [
                ("rId1", f"{_OFFICE}/officeDocument", self._hoofd),
                ("rId2", f"{_KERN.replace('metadata', 'relationships/metadata')}",
                 "docProps/core.xml"),
            ]
        )  # fmt: skip


class _content_types:  # noqa: N801 used as a function that remembers
    """Gives the content type of a part by its name."""

    def __init__(self, ruw: bytes) -> None:
        wortel = parse(ruw)
        self._namen = {
            o.get("PartName", "").lstrip("/"): o.get("ContentType", "")
            for o in wortel.iterfind(f"{{{_TYPES}}}Override")
        }
        self._uitgangen = {
            d.get("Extension", "").lower(): d.get("ContentType", "")
            for d in wortel.iterfind(f"{{{_TYPES}}}Default")
        }

    def __call__(self, naam: str) -> str:
        uitgang = naam.rpartition(".")[2].lower()
        anders = "image/png" if uitgang == "png" else "application/octet-stream"
        return self._namen.get(naam) or self._uitgangen.get(uitgang, anders)


def _rels_name(deel: str) -> str:
    map_, naam = posixpath.split(deel)
    return posixpath.join(map_, "_rels", f"{naam}.rels")


def _relations_xml(rijen: list[tuple[str, str, str]]) -> bytes:
    regels = "".join(
        f'<Relationship Id="{escape(rid)}" Type="{escape(soort)}" '
        f'Target="/{escape(doel)}"/>'
        for rid, soort, doel in rijen
    )
    return f'<Relationships xmlns="{_REL}">{regels}</Relationships>'.encode()


def _core(titel: str) -> bytes:
    return (
        f'<cp:coreProperties xmlns:cp="{_KERN}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(titel)}</dc:title><dc:language>nl-NL</dc:language>"
        "</cp:coreProperties>"
    ).encode()
