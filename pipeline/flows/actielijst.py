"""The list for a meeting: chosen, written, read back, and remembered as given out."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from modellen.afgifte import Actiewaarden, Afgifte, Afgifteregel
from pipeline.bestanden import write_whole
from pipeline.flows.bestand import process_file
from pipeline.flows.lijstinhoud import Vraag, make_actielijst
from pipeline.rulebook import Regelboek
from pipeline.storage import open_archief
from pipeline.writers.actieblad import make_xlsx
from pipeline.writers.actielijst import make_docx

if TYPE_CHECKING:
    from pathlib import Path

    from modellen.actielijst import Actielijst
    from modellen.afspraak import Actie
    from pipeline.settings import Instellingen

_NAAM = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wens:
    """How the list is to be made: by which template and in which layout."""

    indeling: str = "tabel"
    sjabloon: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemaakt:
    """The list that was made, and its files."""

    lijst: Actielijst
    bestanden: tuple[Path, ...]


def write_actielijst(vraag: Vraag, wens: Wens, instellingen: Instellingen) -> Gemaakt:
    """Write the list for Word and Excel into the output folder.

    Raises ``InstellingError`` when a file cannot be written, ``InvoerError`` when the
    template cannot be read.
    """
    regelboek = Regelboek(instellingen.regels)
    with open_archief(instellingen.database) as archief:
        kern = archief.afgemeld(vraag.voor, vraag.overleg or "")
        lijst = make_actielijst(archief.dossier(), vraag, kern, regelboek)
        lijst = replace(lijst, lijst=_mark(lijst.lijst, wens.indeling))
        naam = name_file("actielijst", vraag)
        inhoud = {
            "docx": make_docx(lijst, wens.indeling, wens.sjabloon),
            "xlsx": make_xlsx(lijst),
        }
        paden = {vorm: instellingen.uitvoer / f"{naam}.{vorm}" for vorm in inhoud}
        for vorm, pad in paden.items():
            write_whole(pad, inhoud[vorm])
        terug = {
            vorm: _read_back(pad, lijst, instellingen, regelboek)
            for vorm, pad in paden.items()
        }
        archief.geef_uit(
            Afgifte(
                lijst=lijst.lijst,
                voor=vraag.voor,
                overleg=vraag.overleg or "",
                stand=vraag.stand,
                regels=terug,
            )
        )
    return Gemaakt(lijst=lijst, bestanden=tuple(paden.values()))


def _mark(lijst: str, indeling: str) -> str:
    """Another layout is another list: it shows the fields otherwise."""
    return hashlib.sha256(f"{lijst} {indeling}".encode()).hexdigest()[:8]


def name_file(soort: str, vraag: Vraag) -> str:
    """The name of a file for a meeting, without what names of files cannot hold."""
    overleg = _NAAM.sub("-", (vraag.overleg or "").casefold()).strip("-")
    return "-".join(filter(None, (soort, vraag.voor.isoformat(), overleg)))


def _read_back(
    pad: Path, lijst: Actielijst, instellingen: Instellingen, regelboek: Regelboek
) -> tuple[Afgifteregel, ...]:
    """The rows as our own readers see them, to tell later what a person changed."""
    inname = process_file(pad, pad.name, regelboek, instellingen.grenzen)
    gelezen = {
        a.nummer_bron: a for s in inname.stukken for a in s.acties if a.nummer_bron
    }
    return tuple(
        Afgifteregel(
            nummer=regel.nummer,
            afgedaan=blok.soort == "afgedaan",
            waarden=_values(regel.genummerd.actie),
            gelezen=_values(gelezen.get(regel.nummer, regel.genummerd.actie)),
        )
        for blok in lijst.blokken
        for regel in blok.regels
    )


def _values(actie: Actie) -> Actiewaarden:
    return Actiewaarden(
        omschrijving=actie.omschrijving,
        actiehouders=actie.actiehouders,
        termijn=actie.termijn,
        termijn_tekst=actie.termijn_tekst,
        status=actie.status,
        stand_van_zaken=actie.stand_van_zaken,
    )
