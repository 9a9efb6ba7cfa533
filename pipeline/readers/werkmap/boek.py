"""What is around the sheets of a workbook: texts, formats, the list of sheets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.readers.pakket import RELATIE
from pipeline.readers.werkmap.weergave import INGEBOUWD

if TYPE_CHECKING:
    from lxml import etree

    from pipeline.readers.pakket import Pakket

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladwijzer:
    """A sheet of the workbook: its name, part, and whether it is shown."""

    naam: str
    deel: str
    verborgen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Boek:
    """What all sheets share."""

    bladen: tuple[Bladwijzer, ...]
    teksten: tuple[str, ...]
    formaten: tuple[str, ...]
    jaar1904: bool


def read_boek(pakket: Pakket) -> Boek:
    """The sheets in order, shared texts and number formats of a workbook."""
    hoofd = pakket.main_part("xl/workbook.xml")
    relaties = pakket.relations(hoofd)
    wortel = pakket.xml(hoofd)
    bladen: list[Bladwijzer] = []
    for blad in wortel.iter(f"{S}sheet"):
        soort, deel = relaties.get(blad.get(f"{RELATIE}id", ""), ("", ""))
        if soort == "worksheet" and deel in pakket:
            verborgen = blad.get("state", "visible") != "visible"
            naam = blad.get("name", f"Blad{len(bladen) + 1}")
            bladen.append(Bladwijzer(naam=naam, deel=deel, verborgen=verborgen))
    delen = {soort: deel for soort, deel in relaties.values() if deel in pakket}
    eigenschappen = wortel.find(f"{S}workbookPr")
    jaar = "" if eigenschappen is None else eigenschappen.get("date1904", "")
    return Boek(
        bladen=tuple(bladen),
        teksten=_texts(pakket, delen.get("sharedStrings")),
        formaten=_formats(pakket, delen.get("styles")),
        jaar1904=jaar in {"1", "true"},
    )


def rich_text(element: etree._Element) -> str:
    """The text of a string item, without its reading aid."""
    delen = []
    for kind in element:
        if kind.tag == f"{S}t":
            delen.append(kind.text or "")
        elif kind.tag == f"{S}r":
            delen += [t.text or "" for t in kind.iterfind(f"{S}t")]
    return "".join(delen)


def _texts(pakket: Pakket, deel: str | None) -> tuple[str, ...]:
    if deel is None:
        return ()
    return tuple(rich_text(si) for si in pakket.xml(deel).iterfind(f"{S}si"))


def _formats(pakket: Pakket, deel: str | None) -> tuple[str, ...]:
    """The number format of each cell style, in order."""
    if deel is None:
        return ()
    wortel = pakket.xml(deel)
    eigen = dict(INGEBOUWD)
    for formaat in wortel.iterfind(f"{S}numFmts/{S}numFmt"):
        eigen[int(formaat.get("numFmtId", "0"))] = formaat.get("formatCode", "General")
    return tuple(
        eigen.get(int(xf.get("numFmtId", "0")), "General")
        for xf in wortel.iterfind(f"{S}cellXfs/{S}xf")
    )
