"""Write the example dossier: ``python tests/dossier/maak_invoer.py [MAP]``.

Every file is made of code alone and comes out the same, byte for byte; what a careful
reader takes from it stands in ``waarheid.toml``.
"""

from __future__ import annotations

import sys
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[2]
if str(WORTEL) not in sys.path:
    sys.path.insert(0, str(WORTEL))

from tests.dossier import (  # noqa: E402  # only now the root is on the path
    stuk_actielijst,
    stuk_agenda,
    stuk_brief,
    stuk_bundel,
    stuk_formulier,
    stuk_mail,
    stuk_oud,
    stuk_overleg,
    stuk_puzzel,
    stuk_verslag,
)

PRT1 = "2025-09-17 bestuurlijke PRT"
PRT2 = "2025-11-26 bestuurlijke PRT"
PUZZEL = "puzzel"

STUKKEN = (
    ("2025-09-04 agenda ambtelijk overleg.docx", stuk_agenda.make_agenda),
    (
        f"{PRT1}/Geannoteerde agenda PRT 17 september.docx",
        stuk_agenda.make_geannoteerde_agenda,
    ),
    (f"{PRT1}/Verslag PRT 17-09-2025 CONCEPT.docx", stuk_verslag.make_verslag_docx),
    (f"{PRT1}/Verslag PRT 17-09-2025 CONCEPT.pdf", stuk_verslag.make_verslag_pdf),
    (
        f"{PUZZEL}/Puzzel Waterland-Oost stand 1 sept 2025.xlsx",
        stuk_puzzel.make_september,
    ),
    (
        f"{PUZZEL}/Puzzel Waterland-Oost stand 1 sept 2025.pdf",
        stuk_puzzel.make_puzzel_pdf,
    ),
    (f"{PUZZEL}/Puzzel WO (versie 1 dec) def.xlsx", stuk_puzzel.make_december),
    (
        "formulieren/Formulier bod gemeente Medemblik.xlsx",
        stuk_formulier.make_medemblik,
    ),
    ("formulieren/Kopie van formulier bod (2).xlsx", stuk_formulier.make_naamloos),
    (
        f"{PRT2}/Actie- en besluitenlijst PRT 26-11-2025.docx",
        stuk_actielijst.make_besluitenlijst,
    ),
    ("Actielijst PRT bijgewerkt 2-12.xlsx", stuk_actielijst.make_actielijst),
    (
        "brieven/2025-10-06 brief colleges indicatieve opgave 2026.pdf",
        stuk_brief.make_brief_colleges,
    ),
    ("mail/RE agenda en actielijst, noodopvang Medemblik.eml", stuk_mail.make_thread),
    ("mail/Overzicht locaties COA.msg", stuk_mail.make_outlook),
    ("bundel/Stukken ambtelijk overleg 25 september.pdf", stuk_bundel.make_bundel),
    ("2025-11-06 verslag ambtelijk overleg.docx", stuk_overleg.make_tabelverslag),
    ("memo bekostiging kleine locaties.docx", stuk_overleg.make_memo),
    ("brieven/scan brief gemeente Opmeer.pdf", stuk_oud.make_scan),
    ("woo/Woo-besluit 2025-14 document 7.pdf", stuk_oud.make_vrijgave),
)


def write_invoer(map_: Path) -> list[Path]:
    """Write all files under a folder and give their paths, in the order of the list."""
    paden = []
    for naam, make in STUKKEN:
        pad = map_ / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(make())
        paden.append(pad)
    return paden


if __name__ == "__main__":
    doel = Path(sys.argv[1]) if len(sys.argv) > 1 else WORTEL / "invoer"
    for pad in write_invoer(doel):
        sys.stdout.write(f"{pad.stat().st_size:>8}  {pad}\n")
