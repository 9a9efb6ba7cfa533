"""Copies to read along: every document with its proposed marks, nothing removed."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from modellen.lakblad import Keuze
from pipeline.bestanden import write_whole
from pipeline.errors import InvoerError
from pipeline.flows.lakstuk import Lakopdracht, make_options, set_paper
from pipeline.flows.opslag import Opslag
from pipeline.flows.waarmerk import program_version
from pipeline.pdf.legenda import load_grondslagen
from pipeline.pdf.meelezen import show_marks
from pipeline.rulebook import Regelboek

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from modellen.lakblad import Lakblad, Woodocument
    from modellen.lakken import Lakopties
    from pipeline.flows.stukken import Bronstuk
    from pipeline.flows.verwerken import Voortgang
    from pipeline.settings import Instellingen

MAP = "meelezen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toonbank:
    """What every copy of a dossier is made with."""

    opties: Lakopties
    opslag: Opslag
    versie: str


def make_toonbank(map_: Path, instellingen: Instellingen) -> Toonbank:
    """The looks of the marks and the kept work of a dossier, found once."""
    gronden = load_grondslagen(Regelboek(instellingen.regels))
    return Toonbank(
        opties=make_options(gronden, Lakopdracht()),
        opslag=Opslag(map_),
        versie=program_version(instellingen.regels),
    )


def show_paper(
    blad: Lakblad, stuk: Woodocument, bron: Bronstuk, toon: Toonbank
) -> bytes:
    """A document with its marks shown as proposals, but for those that were refused.

    Raises ``InvoerError`` when the document is locked or broken or a mark cannot be
    placed.
    """
    voorgesteld = [
        replace(r, keuze=Keuze.LAKKEN)
        for r in blad.regels
        if r.nummer == stuk.nummer and r.keuze is not Keuze.NIET
    ]
    invoer, vlakken, _ = set_paper(bron, stuk, voorgesteld, toon.opslag, toon.versie)
    return show_marks(invoer, vlakken, toon.opties)


def show_proposals(
    blad: Lakblad,
    bronnen: Sequence[Bronstuk],
    instellingen: Instellingen,
    voortgang: Voortgang,
) -> None:
    """Write ``meelezen/NNNN.pdf`` for every document of a sheet.

    A document that cannot be shown is left out here; the release will say why. Copies
    of documents that are no longer in the request go.
    """
    toon = make_toonbank(instellingen.uitvoer, instellingen)
    map_ = instellingen.uitvoer / MAP
    shutil.rmtree(map_, ignore_errors=True)
    voortgang.begin(len(bronnen))
    try:
        for stuk, bron in zip(blad.documenten, bronnen, strict=True):
            try:
                kopie = show_paper(blad, stuk, bron, toon)
            except InvoerError:
                continue
            write_whole(map_ / f"{stuk.nummer}.pdf", kopie)
            voortgang.file_done(stuk.nummer, 1)
    finally:
        voortgang.end()
