"""Reminders for each owner of open actions, as texts to mail and a calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from modellen.afspraak import AFGEDAAN
from pipeline.bestanden import write_whole
from pipeline.flows.lijstinhoud import find_gemist
from pipeline.storage import open_archief
from pipeline.writers.herinnering import Herinnering, write_ics, write_mail

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from modellen.dossier import Dossier, GenummerdeActie
    from modellen.vergadering import Vergadering
    from pipeline.settings import Instellingen

MAP = "herinneringen"
_LOS = re.compile(r"[^\w]+")
_GEMEENTE = re.compile(r"^(?:gemeente|gem\.?)\s+", re.IGNORECASE)
_LIDWOORD = re.compile(r"^(?:de|het)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Herinnerd:
    """The reminders that were written, each with its file; and the calendar."""

    brieven: tuple[tuple[Herinnering, Path], ...]
    agenda: Path
    volgende: Vergadering | None


def write_herinneringen(tot: date | None, instellingen: Instellingen) -> Herinnerd:
    """Write a text for each owner and one calendar into ``uitvoer/herinneringen``.

    With ``tot`` only what is due by that day. Texts of an earlier time are replaced;
    those of owners who have nothing to do any more are taken away.
    """
    with open_archief(instellingen.database) as archief:
        dossier = archief.dossier()
    vandaag = instellingen.datum
    gemist = find_gemist(dossier)
    acties = tuple(
        g for g in dossier.acties if g.nummer not in gemist and _is_due(g, tot)
    )
    volgende = find_next(dossier, vandaag)
    map_ = instellingen.uitvoer / MAP
    namen: dict[str, Path] = {}
    brieven = []
    for herinnering in group_by_owner(acties):
        pad = _name(map_, herinnering.wie, namen)
        tekst = write_mail(herinnering, volgende, vandaag)
        write_whole(pad, tekst.encode())
        brieven.append((herinnering, pad))
    for oud in map_.glob("*.txt"):
        if oud not in set(namen.values()):
            oud.unlink()
    agenda = map_ / "termijnen.ics"
    write_whole(agenda, write_ics(acties, volgende, vandaag).encode())
    return Herinnerd(brieven=tuple(brieven), agenda=agenda, volgende=volgende)


def group_by_owner(acties: tuple[GenummerdeActie, ...]) -> tuple[Herinnering, ...]:
    """The actions of each owner; one with two owners stands with both."""
    per: dict[str, tuple[str, list[GenummerdeActie]]] = {}
    for g in acties:
        for wie in g.actie.actiehouders or ("",):
            kaal = _LIDWOORD.sub("", " ".join(wie.split()))
            zelfde = _GEMEENTE.sub("", kaal).casefold()
            per.setdefault(zelfde, (kaal, []))[1].append(g)
    return tuple(
        Herinnering(wie=wie, acties=tuple(sorted(eigen, key=_urgency)))
        for _, (wie, eigen) in sorted(per.items())
    )


def find_next(dossier: Dossier, vandaag: date) -> Vergadering | None:
    """The first meeting from today on, if any is known."""
    komend = (v for v in dossier.vergaderingen if v.datum and v.datum >= vandaag)
    return min(komend, key=lambda v: (str(v.datum), str(v.begin)), default=None)


def _is_due(g: GenummerdeActie, tot: date | None) -> bool:
    if g.actie.status in AFGEDAAN:
        return False
    termijn = g.actie.termijn
    return tot is None or (termijn is not None and termijn <= tot)


def _urgency(g: GenummerdeActie) -> tuple[bool, str, str]:
    return g.actie.termijn is None, str(g.actie.termijn or ""), g.nummer


def _name(map_: Path, wie: str, namen: dict[str, Path]) -> Path:
    """A file of its own for each owner, with a name that every system takes."""
    kaal = _LOS.sub("-", wie.casefold()).strip("-")[:60] or "zonder-actiehouder"
    nummer = 1
    while (naam := kaal if nummer == 1 else f"{kaal}-{nummer}") in namen:
        nummer += 1
    namen[naam] = map_ / f"{naam}.txt"
    return namen[naam]
