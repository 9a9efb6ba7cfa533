"""Figures: is every slip found, is the right cell named, and how long does it take.

``python benchmarks/cijfers.py`` puts one slip at a time (digits swapped, a factor ten,
a sign) in every cell of opgave and voorstel of tables in many layouts, and of the table
of the examples where ``../shared`` is there; then it times large and many tables.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

from verslaglegging import write_section

WORTEL = Path(__file__).parents[1]
sys.path[:0] = [str(WORTEL), str(WORTEL / "tests" / "hulp")]

from cijferbouw import maak_stuk  # noqa: E402 the path comes first
from puzzeltabellen import PUZZELS, VORMEN, draw  # noqa: E402
from verschrijven import mutations  # noqa: E402

from modellen.stuk import Kenmerken, Soort, Stuk  # noqa: E402
from pipeline.audit.cijfers import check_tabellen  # noqa: E402
from pipeline.extraction.cijfers import find_cijfers  # noqa: E402
from pipeline.readers import read_file  # noqa: E402
from pipeline.rulebook import Regelboek  # noqa: E402
from pipeline.settings import Grenzen  # noqa: E402

REGELBOEK = Regelboek()
KOLOMMEN = ("gevonden", "genoemd", "eerste drie", "eerste", "een bevinding")
VOORBEELD = WORTEL.parent / "shared" / "voorbeelden" / "2024-07-19 puzzel.xlsx"


def read(stuk: Stuk) -> Stuk:
    """The document with its figures."""
    return replace(stuk, cijfers=find_cijfers(stuk, REGELBOEK))


def read_voorbeeld() -> Stuk:
    """The table of the examples."""
    document = read_file(VOORBEELD, VOORBEELD.name, Grenzen()).documenten[0]
    kenmerken = Kenmerken(soort=Soort.CIJFERTABEL, titel=None, datum=None)
    return read(Stuk(document=document, kenmerken=kenmerken))


def grave(stuk: Stuk) -> list[tuple[str, ...]]:
    """The suspected cells of each finding that is an error."""
    return [
        b.verdacht for b in check_tabellen(stuk, REGELBOEK) if b.klasse.value == "fout"
    ]


def count_slips(stukken: list[Stuk], *, toon: bool) -> Counter[str]:
    """How many slips were made, found, and named, and how high."""
    telling: Counter[str] = Counter()
    for stuk in stukken:
        telling["vals alarm"] += len(grave(stuk))
        for naam, cijfer, fout in mutations(stuk):
            verdacht = grave(fout)
            plek = [v.index(cijfer.cel) for v in verdacht if cijfer.cel in v]
            telling["gedaan"] += 1
            telling["gevonden"] += bool(verdacht)
            telling["genoemd"] += bool(plek)
            telling["eerste drie"] += bool(plek) and min(plek) < 3
            telling["eerste"] += bool(plek) and min(plek) == 0
            telling["een bevinding"] += len(verdacht) == 1
            if toon and (not plek or min(plek) > 2):
                waar = stuk.document.bron.bestand
                print(waar, naam, cijfer.cel, cijfer.weergave, verdacht)
    return telling


def big_table(rijen: int, kolommen: int, zaad: int = 5) -> Stuk:
    """A sheet of many areas and years, with totals."""
    kans = Random(zaad)
    namen = [f"Wijk {n} regio" for n in range(1, rijen + 1)]
    kop1, kop2 = ["Gemeente"], ["^"]
    for jaar in range(2026, 2026 + kolommen // 5):
        kop1 += [f"Opgave {jaar}", "<", "<", "<", "<"]
        kop2 += ["Oekraïne", "Asiel", "AMV", "Statushouders", "Totaal"]
    groepen = kolommen // 5
    gewone = ["Goes", "Hulst", "Tholen", "Veere", "Sluis", "Borsele"]
    lijst = []
    for nr, naam in enumerate(namen):
        rij: list[int] = []
        for _ in range(groepen):
            delen = [kans.randint(5, 900) for _ in range(4)]
            rij += [*delen, sum(delen)]
        lijst.append([gewone[nr] if nr < len(gewone) else naam, *rij])
    totaal = ["Totaal", *(sum(k) for k in list(zip(*lijst, strict=True))[1:])]
    return read(maak_stuk(draw([kop1, kop2, *lijst, totaal])))


def timed(stukken: list[Stuk]) -> float:
    """Seconds to audit documents."""
    begin = time.perf_counter()
    for stuk in stukken:
        list(check_tabellen(stuk, REGELBOEK))
    return time.perf_counter() - begin


def _row(*cellen: object) -> str:
    return f"| {' | '.join(str(c) for c in cellen)} |"


def main() -> None:
    """Count, time, and write the block."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--toon", action="store_true", help="print what was missed")
    lezer.add_argument("--niet-opschrijven", action="store_true")
    keuze = lezer.parse_args()
    eigen = [
        read(maak_stuk(draw(vorm(p)), bestand=f"{vorm.__name__}-{p.gebieden[0]}.docx"))
        for vorm in VORMEN
        for p in PUZZELS
    ]
    sets = {f"{len(eigen)} eigen tabellen": eigen}
    if VOORBEELD.is_file():
        sets["voorbeeldtabel"] = [read_voorbeeld()]
    kop = "tabellen|verschrijvingen|vals alarm zonder|gevonden|cel genoemd"
    rijen = [_row(*kop.split("|"), *KOLOMMEN[2:])]
    rijen.append(_row("---", *["--:"] * (len(KOLOMMEN) + 2)))
    for naam, stukken in sets.items():
        t = count_slips(stukken, toon=keuze.toon)
        deel = [f"{100 * t[k] / t['gedaan']:.1f}%" for k in KOLOMMEN]
        rijen.append(_row(naam, t["gedaan"], t["vals alarm"], *deel))
    groot = big_table(400, 30)
    een = min(timed([groot]) for _ in range(3))
    klein = [big_table(12, 10, z) for z in range(20)]
    per = [timed(klein * n) / (20 * n) * 1000 for n in (5, 25, 50)]
    tijden = ", ".join(f"{p:.1f}" for p in per)
    rijen += [
        "",
        "Doel: 100 % gevonden, 100 % genoemd, ≥ 95 % bij de eerste drie.",
        "",
        _row("gemeten", "uitkomst", "doel"),
        _row("---", "---", "---"),
        _row("tabel van 400 × 30, alle controles", f"{een:.2f} s", "< 0,5 s"),
        _row(
            "ms per tabel bij 100, 500 en 1.000 tabellen van 12 × 10", tijden, "gelijk"
        ),
    ]
    tekst = "\n".join(rijen)
    print(tekst)
    if not keuze.niet_opschrijven:
        write_section("cijfers", "Cijfers", "python benchmarks/cijfers.py", tekst)


if __name__ == "__main__":
    main()
