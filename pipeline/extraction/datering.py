"""The date of a document: its own, never one it announces."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from modellen.document import Zone
from modellen.stuk import Soort
from pipeline.extraction.stuk_dagen import find_dagen, first_dag
from pipeline.extraction.stuk_lijnen import zone_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modellen.document import Document
    from pipeline.extraction.stuk_lijnen import Lijn
    from pipeline.rulebook import Regelboek

_OVERLEG = {
    Soort.AGENDA,
    Soort.GEANNOTEERDE_AGENDA,
    Soort.VERSLAG,
    Soort.ACTIELIJST,
    Soort.BESLUITENLIJST,
}
_CIJFERS = {Soort.CIJFERTABEL, Soort.FORMULIER}
_IN_NAAM = re.compile(
    r"(?<!\d)(?:(?P<j>20\d\d)[-_. ]?(?P<m>0[1-9]|1[0-2])[-_. ]?"
    r"(?P<d>0[1-9]|[12]\d|3[01])|(?P<dd>\d{1,2})[-_.](?P<mm>\d{1,2})[-_.](?P<jj>20\d\d))(?!\d)"
)
_TOP = 25
_TITEL = 6
_KORT = 140


def find_datum(
    document: Document,
    lijnen: Sequence[Lijn],
    soort: Soort,
    regelboek: Regelboek,
    anker: date | None,
) -> date | None:
    """The day a document is of: of the meeting for its papers, else when written."""
    if soort is Soort.EMAIL and document.eigenschappen.verzonden is not None:
        return document.eigenschappen.verzonden.date()
    eigen = None if document.deel else file_date(document)
    steun = eigen or anker or document.eigenschappen.gewijzigd
    top = [r.tekst.strip() for r in lijnen[:_TOP]]
    stappen = ["datum.dagtekening", "datum.veld", "datum.los"]
    if soort in _OVERLEG:
        stappen = [
            "datum.vergadering",
            "titel",
            "datum.los",
            "overleg",
            "datum.veld",
            "datum.dagtekening",
        ]
    elif soort in _CIJFERS:
        stappen = ["datum.veld", "datum.stand", "datum.los", "titel"]
        top += zone_lines(document, Zone.KOPTEKST, Zone.VOETTEKST)
    for stap in stappen:
        dag = _step(stap, top, regelboek, steun)
        if dag is not None:
            return dag
    return eigen


def file_date(document: Document) -> date | None:
    """The day in the name of the file, also when written out in Dutch."""
    naam = re.sub(r"\.\w{2,5}$", "", document.bron.bestand.rsplit("/", 1)[-1])
    raak = _IN_NAAM.search(naam)
    if raak:
        jaar, maand, dag = (
            raak["j"] or raak["jj"],
            raak["m"] or raak["mm"],
            raak["d"] or raak["dd"],
        )
        try:
            return date(int(jaar), int(maand), int(dag))
        except ValueError:
            return None
    if re.search(r"20\d\d", naam):
        return first_dag(naam.replace("_", " "), None)
    return None


def _step(
    stap: str, top: Sequence[str], regelboek: Regelboek, anker: date | None
) -> date | None:
    if stap == "titel":
        return _in_title(top, anker)
    if stap == "overleg":
        return _in_invitation(top, regelboek, anker)
    for regel in regelboek.regels("documenten", stap):
        for tekst in top[:_TITEL] if stap == "datum.los" else top:
            raak = next(iter(regel.find(tekst)), None)
            dag = first_dag(raak["rest"], anker) if raak else None
            if dag is not None:
                return dag
    return None


def _in_title(top: Sequence[str], anker: date | None) -> date | None:
    """A date in the heading itself, but not in a numbered point or a full sentence."""
    for tekst in top[:_TITEL]:
        if (
            len(tekst) < _KORT
            and not re.match(r"\d{1,2}[.)]\s", tekst)
            and "." not in tekst[-1:]
        ):
            dag = first_dag(tekst, anker)
            if dag is not None:
                return dag
    return None


def _in_invitation(
    top: Sequence[str], regelboek: Regelboek, anker: date | None
) -> date | None:
    """The day a sentence at the top gives for the meeting."""
    for tekst in top[:12]:
        for regel in regelboek.regels("documenten", "vergadering.uitnodiging"):
            if next(iter(regel.find(tekst)), None) is not None:
                dagen = find_dagen(tekst, anker)
                if dagen:
                    return dagen[0].datum
    return None
