"""The term of an action: which of the dates near it is meant, and which meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.taal.datum import Datumsoort, Precisie, find_data

if TYPE_CHECKING:
    from datetime import date

    from modellen.stuk import Stuk
    from pipeline.extraction.acties_tekst import Lezing
    from pipeline.taal.datum import Datering

LIMIETEN = {
    Datumsoort.UITERLIJK,
    Datumsoort.VOOR,
    Datumsoort.TOT,
    Datumsoort.BINNEN,
    Datumsoort.PER,
}
_RANG = {Datumsoort.OP: 1, Datumsoort.ROND: 1, Datumsoort.VERGADERING: 2}
_LAAT = {Datumsoort.NA: 3, Datumsoort.VANAF: 4, Datumsoort.VAAG: 5}
_VEEL_GROVER = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijn:
    """A term as written, with the last day meant where it names one."""

    tot: date | None = None
    tekst: str | None = None
    limiet: bool = False


GEEN = Termijn()


def find_termijn(stuk: Stuk, lezing: Lezing, begin: int, eind: int) -> Termijn:
    """The term within a stretch of running text; what lies behind us is none."""
    data = [d for d in lezing.data_in(begin, eind) if _ahead(d, lezing.anker)]
    if not data:
        return GEEN
    return _make_termijn(stuk, lezing.anker, min(data, key=_voorrang))


def read_termijn(stuk: Stuk, anker: date | None, cel: str) -> Termijn:
    """The term in a cell: the last date there, whatever lies before it was replaced."""
    tekst = " ".join(cel.split())
    if not tekst:
        return GEEN
    data = find_data(cel, anker)
    met_dag = [d for d in data if d.tot or d.soort is Datumsoort.VERGADERING]
    if met_dag:
        gevonden = _make_termijn(stuk, anker, met_dag[-1])
        return Termijn(tot=gevonden.tot, tekst=tekst, limiet=True)
    return Termijn(tekst=tekst) if len(tekst) > 1 else GEEN


def _ahead(datering: Datering, anker: date | None) -> bool:
    if datering.tot is not None and anker is not None:
        return datering.tot >= anker and (datering.tot - anker).days < _VEEL_GROVER * 9
    if datering.van is not None and anker is not None:
        return datering.van >= anker
    return True


def _voorrang(datering: Datering) -> tuple[int, int]:
    if datering.soort in LIMIETEN and datering.soort is not Datumsoort.PER:
        return (0, datering.begin)
    rang = (_RANG | _LAAT).get(datering.soort, 1)
    grof = datering.precisie is Precisie.JAAR
    return (rang + 2 if grof else rang, datering.begin)


def _make_termijn(stuk: Stuk, anker: date | None, datering: Datering) -> Termijn:
    tot = datering.tot
    if datering.soort is Datumsoort.VERGADERING:
        tot = _volgende_vergadering(stuk, anker)
    return Termijn(
        tot=tot,
        tekst=" ".join(datering.tekst.split()),
        limiet=datering.soort in LIMIETEN or datering.strikt,
    )


def _volgende_vergadering(stuk: Stuk, anker: date | None) -> date | None:
    """The first meeting announced after the day the words were said."""
    dagen = [
        v.datum
        for v in stuk.vergaderingen
        if v.aangekondigd and v.datum and (anker is None or v.datum > anker)
    ]
    return min(dagen, default=None)
