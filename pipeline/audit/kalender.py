"""Checks on days: weekdays, meetings already held, deadlines on days off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.afspraak import AFGEDAAN
from modellen.document import Vorm
from modellen.stuk import Soort
from pipeline.audit.melding import make_bevinding, show_datum
from pipeline.taal.datum import Precisie, find_data
from pipeline.taal.feestdagen import find_pasen
from pipeline.taal.kalender import WEEKDAGEN
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from modellen.bevinding import Bevinding
    from modellen.stuk import Stuk
    from pipeline.rulebook import Regelboek

_VENSTER = 60
_ZONDAG = 6
_AGENDAS = {Soort.AGENDA, Soort.GEANNOTEERDE_AGENDA}
_VERGADERSTUKKEN = _AGENDAS | {Soort.VERSLAG, Soort.ACTIELIJST, Soort.BESLUITENLIJST}


def check_weekdag(stuk: Stuk, regelboek: Regelboek) -> Iterator[Bevinding]:
    """A weekday that does not belong to its date; each wording once."""
    tekst = stuk.document.tekst
    laag = klein(tekst)
    gezien: set[str] = set()
    for regel in regelboek.regels("audit", "weekdag"):
        for raak in regel.find(laag):
            venster = tekst[raak.start() : raak.start() + _VENSTER]
            for d in find_data(venster, stuk.kenmerken.datum):
                if d.begin > 0 or d.weekdag_klopt is not False:
                    continue
                dag = d.tot or d.van
                gedrukt = " ".join(d.tekst.split())
                if (
                    dag is None
                    or gedrukt in gezien
                    or not _year_is_said(gedrukt, dag, stuk)
                ):
                    continue
                gezien.add(gedrukt)
                blok = stuk.document.blok_bij(raak.start())
                yield make_bevinding(
                    regelboek,
                    "weekdag",
                    gedrukt=gedrukt,
                    weekdag=WEEKDAGEN[dag.weekday()],
                    document=stuk.document.id,
                    pagina=blok.pagina if blok else None,
                )


def _year_is_said(gedrukt: str, dag: date, stuk: Stuk) -> bool:
    """Whether the year is certain: printed, or near the day of the document."""
    if str(dag.year) in gedrukt:
        return True
    anker = stuk.kenmerken.datum
    return anker is not None and abs((dag - anker).days) < 150  # noqa: PLR2004 (less than half a year: no other year is nearer)


def check_voorbereiding(stuk: Stuk, regelboek: Regelboek) -> Iterator[Bevinding]:
    """An agenda that prepares a meeting that was already held on its own day."""
    overleg = stuk.kenmerken.datum
    if stuk.kenmerken.soort not in _AGENDAS or overleg is None:
        return
    regels = regelboek.regels("audit", "voorbereiding")
    for punt in stuk.agendapunten:
        if not any(next(iter(r.find(klein(punt.titel))), None) for r in regels):
            continue
        for d in find_data(punt.titel, overleg):
            dag = d.tot
            if dag is None or d.precisie is not Precisie.DAG or dag >= overleg:
                continue
            yield make_bevinding(
                regelboek,
                "voorbereiding",
                punt=f"{punt.volgnummer} {punt.titel}".strip(),
                datum=show_datum(dag),
                overleg=show_datum(overleg),
                document=stuk.document.id,
                pagina=punt.herkomst.pagina,
            )


def check_zonder_datum(stuk: Stuk, regelboek: Regelboek) -> Iterator[Bevinding]:
    """A paper of a meeting without a date."""
    kenmerken = stuk.kenmerken
    leeg = all(b.vorm is Vorm.KOP or not b.tekst.strip() for b in stuk.document.blokken)
    if kenmerken.soort in _VERGADERSTUKKEN and kenmerken.datum is None and not leeg:
        yield make_bevinding(
            regelboek,
            "zonder_datum",
            soort=kenmerken.soort.value.replace("_", " "),
            document=stuk.document.id,
        )


def check_vrije_dag(stuk: Stuk, regelboek: Regelboek) -> Iterator[Bevinding]:
    """A term on a Sunday or a public holiday, where it names a day."""
    gezien: set[date] = set()
    for actie in stuk.acties:
        dag = actie.termijn
        if dag is None or dag in gezien or actie.status in AFGEDAAN:
            continue
        if not _names_day(actie.termijn_tekst or "", stuk.kenmerken.datum):
            continue
        naam = find_vrije_dag(dag, regelboek)
        if naam is not None:
            gezien.add(dag)
            yield make_bevinding(
                regelboek,
                "vrije_dag",
                termijn=" ".join((actie.termijn_tekst or "").split()),
                dag=f"{naam} ({show_datum(dag)})",
                document=stuk.document.id,
                pagina=actie.herkomst.pagina,
            )


def _names_day(tekst: str, anker: date | None) -> bool:
    return any(d.precisie is Precisie.DAG and d.tot for d in find_data(tekst, anker))


def find_vrije_dag(dag: date, regelboek: Regelboek) -> str | None:
    """The name of the day off: a public holiday or a Sunday."""
    feest = regelboek.tabel("audit/audit.toml")["feestdagen"]
    verschil = str((dag - find_pasen(dag.year)).days)
    vast = feest["vast"].get(f"{dag:%m-%d}")
    naam: str | None = feest["pasen"].get(verschil) or vast
    return naam or ("een zondag" if dag.weekday() == _ZONDAG else None)
