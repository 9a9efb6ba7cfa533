"""Reminders: a text to mail for each owner, and a calendar (iCalendar, RFC 5545)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from pipeline.writers.woorden import write_dag, write_weekdag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from modellen.dossier import GenummerdeActie
    from modellen.vergadering import Vergadering

_VOL = 74
"""Octets of a line before it is folded; the line break of a fold has a space."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Herinnering:
    """What one owner has to do, by term; ``wie`` is empty where nobody is named."""

    wie: str
    acties: tuple[GenummerdeActie, ...]


def write_mail(
    herinnering: Herinnering, volgende: Vergadering | None, vandaag: date
) -> str:
    """A text that can be mailed as it is."""
    te_laat = [g for g in herinnering.acties if _is_late(g, vandaag)]
    rest = [g for g in herinnering.acties if not _is_late(g, vandaag)]
    return "\n".join(
        (
            f"Onderwerp: {_subject(herinnering, volgende)}",
            "",
            f"Beste {herinnering.wie or 'collega'},",
            "",
            "Op de actielijst staan deze acties op uw naam."
            if herinnering.wie
            else "Deze acties op de actielijst hebben nog geen actiehouder.",
            *_section("Over de termijn", te_laat),
            *_section("Nog te doen", rest),
            "",
            *_closing(volgende),
            "",
            "Met vriendelijke groet,",
            "het secretariaat",
            "",
        )
    )


def write_ics(
    acties: Sequence[GenummerdeActie], volgende: Vergadering | None, vandaag: date
) -> str:
    """The terms as days and the next meeting as a calendar, the same text each time."""
    regels = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//verwerk//actielijst//NL",
        "CALSCALE:GREGORIAN",
        *(r for g in acties for r in _term(g, vandaag)),
        *(_meeting(volgende, vandaag) if volgende else ()),
        "END:VCALENDAR",
    ]
    return "".join(f"{deel}\r\n" for regel in regels for deel in _fold(regel))


def _subject(herinnering: Herinnering, volgende: Vergadering | None) -> str:
    aantal = len(herinnering.acties)
    acties = "1 openstaande actie" if aantal == 1 else f"{aantal} openstaande acties"
    if volgende is None or volgende.datum is None:
        return acties
    return f"{acties} voor {volgende.naam} van {write_dag(volgende.datum)}"


def _section(kop: str, acties: Sequence[GenummerdeActie]) -> Iterator[str]:
    if not acties:
        return
    yield ""
    yield f"{kop}:"
    for g in acties:
        termijn = g.actie.termijn
        wanneer = f"{termijn:%d-%m-%Y}" if termijn else g.actie.termijn_tekst
        stand = f" ({wanneer})" if wanneer else " (zonder termijn)"
        yield f"- {g.nummer}  {' '.join(g.actie.omschrijving.split())}{stand}"


def _closing(volgende: Vergadering | None) -> Iterator[str]:
    vraag = "Wilt u laten weten hoe het ermee staat, of dat het klaar is?"
    if volgende is not None and volgende.datum is not None:
        dag = write_weekdag(volgende.datum)
        yield f"De volgende vergadering ({volgende.naam}) is op {dag}."
    yield vraag


def _is_late(g: GenummerdeActie, vandaag: date) -> bool:
    return g.actie.termijn is not None and g.actie.termijn < vandaag


def _term(g: GenummerdeActie, vandaag: date) -> Iterator[str]:
    termijn = g.actie.termijn
    if termijn is None:
        return
    wie = ", ".join(g.actie.actiehouders) or "n.t.b."
    tekst = " ".join(g.actie.omschrijving.split())
    yield from (
        "BEGIN:VEVENT",
        f"UID:actie-{g.nummer}@verwerk.invalid",
        f"DTSTAMP:{vandaag:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{termijn:%Y%m%d}",
        f"DTEND;VALUE=DATE:{termijn + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escape(f'Termijn {g.nummer}: {tekst}')}",
        f"DESCRIPTION:{_escape(f'Actiehouder: {wie}')}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _meeting(v: Vergadering, vandaag: date) -> Iterator[str]:
    """The meeting at its hour on the clock of whoever opens the calendar."""
    if v.datum is None:
        return
    yield "BEGIN:VEVENT"
    yield f"UID:vergadering-{v.datum:%Y%m%d}-{v.id}@verwerk.invalid"
    yield f"DTSTAMP:{vandaag:%Y%m%d}T000000Z"
    if v.begin is None:
        yield f"DTSTART;VALUE=DATE:{v.datum:%Y%m%d}"
    else:
        yield f"DTSTART:{v.datum:%Y%m%d}T{v.begin:%H%M}00"
        if v.eind is not None and v.eind > v.begin:
            yield f"DTEND:{v.datum:%Y%m%d}T{v.eind:%H%M}00"
    yield f"SUMMARY:{_escape(v.naam)}"
    if v.locatie:
        yield f"LOCATION:{_escape(v.locatie)}"
    yield "END:VEVENT"


def _escape(tekst: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", tekst).replace("\n", "\\n")


def _fold(regel: str) -> Iterator[str]:
    """Lines of at most 75 octets, never cut inside a character."""
    deel = ""
    for teken in regel:
        if len((deel + teken).encode()) > _VOL:
            yield deel
            deel = " "
        deel += teken
    yield deel
