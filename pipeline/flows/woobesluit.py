"""The sheet and the decision on their own: copies made one, the text written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.bestanden import write_whole
from pipeline.flows.uitgeven import Uitgeefstof, make_decision
from pipeline.flows.woodossier import lapse_views
from pipeline.lakken.lakblad import read_lakblad, write_lakblad
from pipeline.lakken.samenvoegen import merge_sheets
from pipeline.lakken.vlakken import accept_proposals
from pipeline.pdf.legenda import load_grondslagen
from pipeline.rulebook import Regelboek

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pipeline.settings import Instellingen

BESLUIT = "besluit-concept.docx"
LAKBLAD = "lakblad.xlsx"


def merge_copies(
    paden: Sequence[Path], instellingen: Instellingen
) -> tuple[Path, tuple[str, ...]]:
    """Write one sheet from copies that several people filled in; gives the conflicts.

    Raises ``LakbladError`` when a copy is not in order or not of the same proposal.
    """
    gronden = load_grondslagen(Regelboek(instellingen.regels))
    blad, conflicten = merge_sheets([read_lakblad(p, gronden) for p in paden])
    return write_lakblad(blad, instellingen.uitvoer / LAKBLAD), conflicten


def write_decision(pad: Path, instellingen: Instellingen) -> Path:
    """Write the concept-besluit beside a sheet, by what is decided on it so far."""
    regelboek = Regelboek(instellingen.regels)
    gronden = load_grondslagen(regelboek)
    blad = read_lakblad(pad, gronden)
    stof = Uitgeefstof(
        stukken=blad.documenten,
        regels=accept_proposals(blad.regels),
        uitgaven=(),
        gronden=gronden,
        dossier=lapse_views(pad.parent, instellingen.datum),
        regelboek=regelboek,
        vandaag=instellingen.datum,
        concept=True,
    )
    return write_whole(pad.parent / BESLUIT, make_decision(stof))
