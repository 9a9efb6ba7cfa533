"""Times the naloop on 30, 100 and 300 published files with planted joins.

    python benchmarks/naloop.py

Every file is one page; every third masks someone whom another file names in the same
sentence. The time per file must stay flat, and every planted join must be found.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from random import Random

from verslaglegging import write_section

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "hulp"))

from openbaar import zet

from pipeline.flows.naloop import audit

AANTALLEN = (30, 100, 300)
WOORDEN = (
    *("opvang", "gemeente", "locatie", "bewoners", "gesprek", "begroting", "planning"),
    *("vergunning", "school", "terrein", "voorstel", "toelichting", "raad", "buurt"),
    *("veiligheid", "vervoer", "contract", "afspraak", "onderzoek", "rapport"),
    *("capaciteit", "verlenging", "maatregel", "subsidie", "kazerne", "bijeenkomst"),
)
NAMEN = ("Femke Dallinga", "Sjoerd Wiersma", "Marieke Oldenhof", "Tjitske Haanstra")


def main() -> None:
    """Write the table into docs/metingen.md."""
    regels = [
        "| bestanden | bladzijden | seconden | ms per bestand | geplant | gevonden |",
        "| ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for aantal in AANTALLEN:
        with tempfile.TemporaryDirectory() as werk:
            geplant = make_set(Path(werk), aantal)
            begin = time.perf_counter()
            naloop = audit([Path(werk)], Path(werk) / "uit")
            duur = time.perf_counter() - begin
        gevonden = {
            p.bestand
            for b in naloop.bevindingen
            if b.soort == "elders_leesbaar"
            for p in b.bronnen
            if "5.1.2e" in p.woorden
        }
        regels.append(
            f"| {aantal} | {naloop.bladzijden} | {duur:.1f} | "
            f"{1000 * duur / aantal:.0f} | {geplant} | {len(gevonden)} |"
        )
    tekst = "\n".join(regels)
    write_section(
        "naloop",
        "Naloop van gepubliceerde stukken",
        "python benchmarks/naloop.py",
        tekst,
    )


def make_set(map_: Path, aantal: int) -> int:
    """Write the files; gives how many mask what another one shows."""
    dobbel = Random(7)
    geplant = 0
    for nummer in range(0, aantal, 3):
        zin = (
            " ".join(dobbel.choices(WOORDEN, k=4)),
            " ".join(dobbel.choices(WOORDEN, k=4)),
        )
        wie = f"mevrouw {NAMEN[nummer % 4]}{nummer % 7 * 'a'}"
        for plek, woord in enumerate(("{code}", wie, "")):
            if nummer + plek < aantal:
                regels = [" ".join(dobbel.choices(WOORDEN, k=7)) for _ in range(30)]
                if woord:
                    regels[12] = f"{zin[0]} {nummer} {woord} {zin[1]}"
                zet(map_ / f"{nummer + plek:04d}.pdf", "\n".join(regels))
        geplant += nummer + 1 < aantal
    return geplant


if __name__ == "__main__":
    main()
