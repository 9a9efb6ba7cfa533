"""The main job: read what changed, store it, check the dossier, write the overview."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from modellen.bevinding import Mislukking
from pipeline.audit import audit_dossier, report_terugkeer
from pipeline.errors import InstellingError
from pipeline.flows.ploeg import run_crew
from pipeline.flows.verslag import make_verslag
from pipeline.flows.waarmerk import make_state, save_seal
from pipeline.flows.werker import Opdracht
from pipeline.rulebook import Regelboek
from pipeline.storage import open_archief
from pipeline.writers.overzicht import write_overzicht

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from modellen.stuk import Inname
    from pipeline.flows.verslag import Verslag
    from pipeline.flows.wandeling import Wandeling
    from pipeline.flows.werker import Werker
    from pipeline.settings import Instellingen
    from pipeline.storage import Archief

BLOK = 1024 * 1024


class Voortgang(Protocol):
    """Whoever wants to know how far the run is."""

    def begin(self, bestanden: int) -> None:
        """Called once, with the number of files to read."""

    def file_done(self, bestand: str, paginas: int) -> None:
        """Called after each file, with its number of pages."""

    def end(self) -> None:
        """Called when the reading is over, also after an error."""


def process(
    wandeling: Wandeling,
    instellingen: Instellingen,
    versie: str,
    voortgang: Voortgang,
    start: Callable[[], Werker],
    werkers: int = 1,
) -> Verslag:
    """Read every new or changed file, store what it holds, and give the account."""
    _make_folder(instellingen.uitvoer)
    with open_archief(instellingen.database) as archief:
        nieuw = _read_all(wandeling, archief, versie, voortgang, start, werkers)
        verdwenen = _clear_gone(wandeling, archief)
        archief.ken_nummers_toe()
        terug = archief.neem_lijsten_over(instellingen.datum)
        regelboek = Regelboek(instellingen.regels)
        archief.bewaar_bevindingen(())
        dossier = archief.dossier()
        bevindingen = audit_dossier(dossier, regelboek, archief.tekst)
        bevindingen += report_terugkeer(terug, regelboek)
        if bevindingen:
            archief.bewaar_bevindingen(bevindingen)
            dossier = replace(dossier, bevindingen=archief.bevindingen(dossier))
    verslag = make_verslag(
        dossier,
        bestanden=len(wandeling.bestanden) + len(wandeling.mislukt),
        nieuw=nieuw,
        verdwenen=len(verdwenen),
        vandaag=instellingen.datum,
    )
    write_overzicht(
        dossier, wandeling.map_, instellingen.uitvoer, vandaag=instellingen.datum
    )
    save_seal(
        instellingen.uitvoer,
        make_state(wandeling, instellingen, versie),
        verslag.as_dict(),
    )
    return verslag


def _make_folder(uitvoer: Path) -> None:
    try:
        uitvoer.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise InstellingError(
            f"De uitvoermap {uitvoer} kan niet worden gemaakt. "
            "Kies met --uitvoer een map waarin u mag schrijven."
        ) from fout


def _read_all(
    wandeling: Wandeling,
    archief: Archief,
    versie: str,
    voortgang: Voortgang,
    start: Callable[[], Werker],
    werkers: int,
) -> int:
    map_ = str(wandeling.map_.resolve())
    for mislukking in wandeling.mislukt:
        archief.noteer_mislukt(map_, mislukking, "", versie)
    te_doen = tuple(_find_changed(wandeling, archief, versie))
    voortgang.begin(len(te_doen))
    try:
        for opdracht in te_doen:
            archief.begin(map_, opdracht.bestand, opdracht.sha256, versie)
        for opdracht, uitkomst in run_crew(te_doen, werkers, start):
            if isinstance(uitkomst, Mislukking):
                archief.noteer_mislukt(map_, uitkomst, opdracht.sha256, versie)
                voortgang.file_done(opdracht.bestand, 0)
            else:
                archief.bewaar(map_, uitkomst, versie)
                voortgang.file_done(opdracht.bestand, _pages(uitkomst))
    finally:
        voortgang.end()
    return len(te_doen)


def _find_changed(
    wandeling: Wandeling, archief: Archief, versie: str
) -> tuple[Opdracht, ...]:
    """The files whose content, or whose reader, is not what the archive has."""
    stand = archief.stand(str(wandeling.map_.resolve()))
    gevonden = []
    for vondst in wandeling.bestanden:
        som = _hash(vondst.pad)
        if stand.get(vondst.bestand) != (som, versie, True):
            gevonden.append(
                Opdracht(pad=vondst.pad, bestand=vondst.bestand, sha256=som)
            )
    return tuple(gevonden)


def _clear_gone(wandeling: Wandeling, archief: Archief) -> tuple[str, ...]:
    if not wandeling.heel:
        return ()
    aanwezig = {v.bestand for v in wandeling.bestanden}
    aanwezig |= {m.bestand for m in wandeling.mislukt}
    return archief.ruim_op(str(wandeling.map_.resolve()), aanwezig)


def _hash(pad: Path) -> str:
    """The sha256 of a file; "" when it may not be read: the worker will tell."""
    som = hashlib.sha256()
    try:
        with pad.open("rb") as stroom:
            while stuk := stroom.read(BLOK):
                som.update(stuk)
    except OSError:
        return ""
    return som.hexdigest()


def _pages(inname: Inname) -> int:
    return sum(
        max(1, len(s.document.paginas)) for s in inname.stukken if not s.document.deel
    )
