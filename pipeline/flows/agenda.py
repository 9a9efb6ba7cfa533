"""The draft agenda for a meeting: standing points and what was handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.bestanden import write_whole
from pipeline.flows.actielijst import name_file
from pipeline.flows.lijstinhoud import Keuze, Vraag, make_actielijst
from pipeline.rulebook import Regelboek
from pipeline.storage import open_archief
from pipeline.writers.agenda import Agendavoorstel, make_agenda, make_voorstel

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.settings import Instellingen


def write_agenda(
    vraag: Vraag, sjabloon: Path | None, instellingen: Instellingen
) -> tuple[Agendavoorstel, Path]:
    """Write the draft into the output folder; gives it and its file.

    Raises ``InstellingError`` when it cannot be written, ``InvoerError`` when the
    template cannot be read.
    """
    regelboek = Regelboek(instellingen.regels)
    with open_archief(instellingen.database) as archief:
        dossier = archief.dossier()
    lijst = make_actielijst(dossier, vraag, frozenset(), regelboek)
    vergadering = Keuze(dossier, vraag, regelboek).deze
    voorstel = make_voorstel(lijst, vergadering)
    pad = instellingen.uitvoer / f"{name_file('agenda', vraag)}.docx"
    write_whole(pad, make_agenda(voorstel, sjabloon, vraag.stand))
    return voorstel, pad
