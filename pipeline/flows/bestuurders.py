"""The list of office holders: from the export of a register into the own rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.kennis import read_kennis
from pipeline.lakken.bestuurders import Ingevoerd, read_register, write_list
from pipeline.rulebook import Regelboek

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.settings import Instellingen


def import_register(
    bestand: Path, instellingen: Instellingen, regels: Path
) -> tuple[Path, Ingevoerd]:
    """Put the office holders of an export in a folder of rules of the organisation.

    Raises ``GebruikError`` when the file is no such export.
    """
    kennis = read_kennis(Regelboek(instellingen.regels if regels.is_dir() else None))
    ambten = [w for r in kennis.rollen.values() if r.openbaar for w in r.woorden]
    vandaag = instellingen.datum.isoformat()
    ingevoerd = read_register(bestand, ambten, vandaag)
    return write_list(ingevoerd, regels, bestand.name, vandaag), ingevoerd
