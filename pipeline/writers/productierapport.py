"""The productierapport for the publication platform of VWS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openpyxl
from openpyxl.styles import Font

from modellen.lakblad import Beoordeling
from pipeline.bestanden import workbook_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from modellen.inventaris import Inventarisregel
    from modellen.lakken import Grondslag

KOPPEN = (
    "ID", "Matter", "Family", "Email Thread ID", "Document", "File Type", "Datum",
    "Beoordeling", "Opgeschort", "Beoordelingsgrond", "Toelichting", "Publieke Link",
    "Gerelateerd ID", "Zaaknummer",
)  # fmt: skip
DUBBEL = "dubbel"
_OORDEEL = {
    Beoordeling.OPENBAAR: "Openbaar",
    Beoordeling.DEELS: "Deels openbaar",
    Beoordeling.REEDS: "Reeds openbaar",
    Beoordeling.NIET: "Niet openbaar",
}
_TITEL, _TOELICHTING = 500, 1000


def make_productierapport(
    regels: Sequence[Inventarisregel],
    gronden: Mapping[str, Grondslag],
    matter: str,
    soorten: Mapping[str, str],
    vandaag: date,
) -> bytes:
    """The workbook with one row a document; those outside the request have no place.

    Dates are text (``JJJJ-MM-DD``): the platform does not read date cells. Grounds the
    platform does not know stand in the remark.
    """
    boek = openpyxl.Workbook()
    blad = boek.worksheets[0]
    blad.title = "Productierapport"
    blad.append(list(KOPPEN))
    for regel in regels:
        if regel.beoordeling in _OORDEEL:
            blad.append(_row(regel, gronden, matter, soorten))
    for rij in blad.iter_rows():
        for cel in rij:
            cel.number_format = "@"
            cel.font = Font(bold=cel.row == 1)
    return workbook_bytes(boek, vandaag)


def _row(
    regel: Inventarisregel,
    gronden: Mapping[str, Grondslag],
    matter: str,
    soorten: Mapping[str, str],
) -> list[Any]:
    bekend, onbekend = _split_grounds(regel, gronden)
    toelichting = regel.toelichting
    if onbekend:
        toelichting = f"{toelichting} Ook: {', '.join(onbekend)}.".strip()
    return [
        regel.nummer,
        matter,
        None,
        None,
        _cut(regel.titel, _TITEL),
        soorten.get(regel.soort, soorten["overig"]),
        regel.datum.isoformat() if regel.datum else None,
        _OORDEEL[regel.beoordeling],
        None,
        "; ".join(bekend) or None,
        toelichting[:_TOELICHTING] or None,
        regel.link.replace(" ", "%20") or None,
        f"{matter}-{regel.dubbel_van}" if regel.dubbel_van else None,
        None,
    ]


def _split_grounds(
    regel: Inventarisregel, gronden: Mapping[str, Grondslag]
) -> tuple[list[str], list[str]]:
    """The codes the platform knows, and those it does not."""
    bekend: list[str] = []
    onbekend: list[str] = []
    for code in regel.gronden:
        grond = gronden.get(code)
        if grond and grond.vws:
            bekend += [grond.vws] if grond.vws not in bekend else []
        else:
            onbekend.append(grond.artikel if grond else code)
    if regel.beoordeling is Beoordeling.NIET and regel.dubbel_van:
        bekend.append(DUBBEL)
    return bekend, onbekend


def _cut(tekst: str, grens: int) -> str:
    """At most a number of bytes, as the platform counts a title."""
    return tekst.encode()[:grens].decode(errors="ignore")
