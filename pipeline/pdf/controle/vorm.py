"""The shape of the file: its pages, one revision, and nothing that does not belong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral

from modellen.lakken import Controle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.pdf.controle.bestand import Proef

VERBODEN = {
    "JavaScript",
    "JS",
    "EmbeddedFiles",
    "EmbeddedFile",
    "AcroForm",
    "XFA",
    "OpenAction",
    "AA",
    "Outlines",
    "PieceInfo",
    "OCProperties",
    "OCG",
    "Launch",
    "RichMedia",
    "Thumb",
    "Perms",
    "DSS",
    "Collection",
    "Redact",
    "Widget",
    "Popup",
    "FileAttachment",
}
_APP1_TOT_COM = {0xE1, 0xED, 0xFE}


class Vormcontrole:
    """Whether pages are as many as they must be and nothing rides along."""

    def __init__(self, proef: Proef) -> None:
        self._proef = proef
        self._mee: set[str] = set()
        self._herkomst = 0

    def look(self, ding: Any) -> None:
        """Look at the names in an object, and in a picture for how it was made."""
        self._mee.update(VERBODEN.intersection(_names(ding)))
        self._herkomst += _carries_exif(ding)

    def outcome(self) -> Iterator[Controle]:
        """Pages, revisions, what rides along, and what pictures carry."""
        voor, na = self._proef.aantallen
        verwacht = voor + self._proef.toegevoegd
        yield Controle(
            naam="bladzijden",
            geslaagd=na == verwacht,
            toelichting=f"{na} bladzijden, verwacht {verwacht}",
        )
        gelakt = self._proef.gelakt
        versies = gelakt.count(b"%%EOF")
        yield Controle(
            naam="één versie",
            geslaagd=versies == 1 and gelakt.endswith((b"%%EOF", b"%%EOF\n")),
            toelichting=f"het bestand bevat {versies} versie(s)",
        )
        yield from self._riders()

    def _riders(self) -> Iterator[Controle]:
        mee, fout = sorted(self._mee), self._herkomst
        yield Controle(
            naam="niets rijdt mee",
            geslaagd=not mee,
            toelichting=f"nog aanwezig: {', '.join(mee)}"
            if mee
            else "geen extra's gevonden",
        )
        yield Controle(
            naam="beelden",
            geslaagd=not fout,
            toelichting=f"{fout} beelden met gegevens over hun herkomst"
            if fout
            else "beelden bevatten alleen beeld",
        )


def _names(ding: Any, diepte: int = 0) -> Iterator[str]:
    if isinstance(ding, PDFStream):
        ding = ding.attrs
    if diepte > 12:  # noqa: PLR2004 deeper is a circle
        return
    if isinstance(ding, dict):
        for sleutel, waarde in ding.items():
            yield str(sleutel)
            yield from _names(waarde, diepte + 1)
    elif isinstance(ding, list):
        for deel in ding:
            yield from _names(deel, diepte + 1)
    elif isinstance(ding, PSLiteral) and diepte:
        yield str(ding.name)


def _carries_exif(ding: Any) -> bool:
    if not isinstance(ding, PDFStream):
        return False
    filters = resolve1(ding.attrs.get("Filter"))
    namen = filters if isinstance(filters, list) else [filters]
    if not any(isinstance(n, PSLiteral) and n.name == "DCTDecode" for n in namen):
        return False
    return any(m in _APP1_TOT_COM for m in jpeg_markers(ding.get_rawdata() or b""))


def jpeg_markers(ruw: bytes) -> Iterator[int]:
    """The segment markers of a JPEG up to its picture (ITU-T T.81, B.1)."""
    plek = 2
    while plek + 4 <= len(ruw) and ruw[plek] == 0xFF:  # noqa: PLR2004 marker prefix
        merk = ruw[plek + 1]
        yield merk
        if merk == 0xDA:  # noqa: PLR2004 start of scan
            return
        plek += 2 + int.from_bytes(ruw[plek + 2 : plek + 4], "big")
