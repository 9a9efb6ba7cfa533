"""The list of office holders: from the export of a register into the own rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.kennis import read_kennis
from pipeline.lakken.ambten import make_ambten
from pipeline.lakken.bestuurders import Ingevoerd, read_register, write_list
from pipeline.rulebook import Regelboek

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.lakken.ambten import Ambten
    from pipeline.settings import Instellingen


def import_register(
    bestand: Path, instellingen: Instellingen, regels: Path
) -> tuple[Path, Ingevoerd]:
    """Put the office holders of an export in a folder of rules of the organisation.

    Raises ``GebruikError`` when the file is no such export.
    """
    regelboek = Regelboek(instellingen.regels if regels.is_dir() else None)
    vandaag = instellingen.datum.isoformat()
    ingevoerd = read_register(bestand, load_ambten(regelboek), vandaag)
    return write_list(ingevoerd, regels, bestand.name, vandaag), ingevoerd


def load_ambten(regelboek: Regelboek) -> Ambten:
    """The offices of a rulebook whose holders stay readable."""
    rollen = read_kennis(regelboek).rollen
    return make_ambten(
        {naam: r.woorden for naam, r in rollen.items() if r.openbaar},
        [w for r in rollen.values() if not r.openbaar for w in r.woorden],
        regelboek.tabel("woo/register.toml"),
    )
