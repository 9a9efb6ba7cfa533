"""Copies to read along: every document with its proposed marks, nothing removed."""

from __future__ import annotations

import shutil
from dataclasses import replace
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

    from modellen.lakblad import Lakblad
    from pipeline.flows.stukken import Bronstuk
    from pipeline.flows.verwerken import Voortgang
    from pipeline.settings import Instellingen

MAP = "meelezen"


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
    gronden = load_grondslagen(Regelboek(instellingen.regels))
    opties = make_options(gronden, Lakopdracht())
    opslag = Opslag(instellingen.uitvoer)
    versie = program_version(instellingen.regels)
    map_ = instellingen.uitvoer / MAP
    shutil.rmtree(map_, ignore_errors=True)
    voortgang.begin(len(bronnen))
    try:
        for stuk, bron in zip(blad.documenten, bronnen, strict=True):
            voorgesteld = [
                replace(r, keuze=Keuze.LAKKEN)
                for r in blad.regels
                if r.nummer == stuk.nummer and r.keuze is not Keuze.NIET
            ]
            try:
                invoer, vlakken, _ = set_paper(bron, stuk, voorgesteld, opslag, versie)
                kopie = show_marks(invoer, vlakken, opties)
            except InvoerError:
                continue
            write_whole(map_ / f"{stuk.nummer}.pdf", kopie)
            voortgang.file_done(stuk.nummer, 1)
    finally:
        voortgang.end()
