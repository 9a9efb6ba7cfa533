"""Times redaction on 160 generated pages with some 3,600 marks, beside PyMuPDF.

    python benchmarks/lakken.py [--peer PYTHON] [--rondes 5] [--piek 160,1000,5000]

Both take turns, and of each the quickest turn counts: what else the machine does
makes a turn slower and never quicker. ``--peer`` is the interpreter of an environment
of its own with ``pymupdf<2``: that library is AGPL and never part of this program or
its tests. Without it only ours is timed.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random

from verslaglegging import write_section

sys.path.insert(0, str(Path(__file__).parents[1]))

from modellen.lakken import Lakopties, Lakvlak
from pipeline.pdf.lakken import lak_pdf
from pipeline.pdf.legenda import add_legend, load_grondslagen
from pipeline.pdf.vrijgave import Vrijgave, make_release
from pipeline.pdf.zoeken import find_pages
from pipeline.rulebook import Regelboek

NAMEN = ("Sanne van Dijk", "Bram Kamphuis", "Olena Kovalenko", "06-41234567")
WOORDEN = (
    *("de", "opvang", "in", "de", "regio", "vraagt", "om", "meer", "plekken"),
    *("dan", "er", "nu", "beschikbaar", "zijn"),
)

GRONDEN = load_grondslagen(Regelboek())
OPTIES = Lakopties(
    opschriften={c: c for c in GRONDEN},
    uitleg={c: g.artikel for c, g in GRONDEN.items()},
)

PEER = """
import sys, time, pymupdf
pad, namen = sys.argv[1], sys.argv[2:]
begin = time.perf_counter()
with pymupdf.open(pad) as pdf:
    for blad in pdf:
        for naam in namen:
            for vak in blad.search_for(naam):
                blad.add_redact_annot(vak, text='5.1.2e', fill=(0, 0, 0),
                                      text_color=(1, 1, 1), fontsize=7)
        blad.apply_redactions()
    pdf.save(pad + '.uit', garbage=4, deflate=True)
print(time.perf_counter() - begin)
"""


def make_pages(paginas: int) -> tuple[bytes, int]:
    """A document of running text with names in it, and how many there are."""
    from reportlab.pdfgen.canvas import Canvas  # what measures memory needs it not

    kans, uit, aantal = Random(7), io.BytesIO(), 0
    blad = Canvas(uit, invariant=1)
    for _ in range(paginas):
        for regel in range(45):
            woorden = kans.choices(WOORDEN, k=11)
            if kans.random() < 0.5:
                woorden.insert(kans.randrange(9), kans.choice(NAMEN))
                aantal += 1
            blad.drawString(60, 780 - 16 * regel, " ".join(woorden))
        blad.showPage()
    blad.save()
    return uit.getvalue(), aantal


def find_marks(invoer: bytes) -> list[Lakvlak]:
    """A mark for each name on each page that holds it."""
    return [
        Lakvlak(pagina=pagina, grond="5.1.2e", tekst=naam)
        for naam, bladen in find_pages(invoer, NAMEN).items()
        for pagina in bladen
    ]


def release(invoer: bytes, vlakken: list[Lakvlak]) -> Vrijgave:
    """The whole of it: prepared, redacted, cleaned, with its legend, and checked."""
    return make_release(
        invoer,
        vlakken,
        OPTIES,
        "Stuk",
        NAMEN,
        lambda pdf, u: add_legend(pdf, u.geplaatst, GRONDEN, "code"),
    )


def measure(paginas: int, peer: str | None, rondes: int) -> list[tuple[str, str]]:
    """Rows of what was timed; of each the quickest of the rounds."""
    invoer, aantal = make_pages(paginas)
    vlakken = find_marks(invoer)
    beurten = [_take_turn(invoer, vlakken, peer) for _ in range(rondes)]
    motor, geheel, ander = map(min, zip(*(b[:3] for b in beurten), strict=True))
    gelakt, goed = beurten[0][3:]
    rijen = [
        ("bladzijden, markeringen", f"{paginas}, {aantal} ({gelakt} vakken)"),
        ("motor", f"{motor:.1f} s, {motor / paginas * 1000:.0f} ms/blz."),
        ("geheel: klaarzetten, lakken, schoon, legenda, nacontrole", f"{geheel:.1f} s"),
        ("elke controle geslaagd", "ja" if goed else "nee"),
    ]
    if peer:
        rijen += [
            ("PyMuPDF: zoeken, lakken, opslaan", f"{ander:.1f} s"),
            ("motor gedeeld door PyMuPDF (doel ≤ 0,5)", f"{motor / ander:.2f}"),
            ("geheel gedeeld door PyMuPDF (doel ≤ 1,5)", f"{geheel / ander:.2f}"),
        ]
    return rijen


def _take_turn(
    invoer: bytes, vlakken: list[Lakvlak], peer: str | None
) -> tuple[float, float, float, int, bool]:
    """Seconds of engine, whole and peer; how many boxes, and whether all is well."""
    begin = time.perf_counter()
    _, uitslag = lak_pdf(invoer, vlakken, OPTIES)
    motor = time.perf_counter() - begin
    begin = time.perf_counter()
    heel = release(invoer, vlakken)
    geheel = time.perf_counter() - begin
    ander = _run_peer(peer, invoer) if peer else 0.0
    return motor, geheel, ander, len(uitslag.geplaatst), heel.in_orde


def _run_peer(python: str, invoer: bytes) -> float:
    with tempfile.TemporaryDirectory() as werk:
        pad = Path(werk, "in.pdf")
        pad.write_bytes(invoer)
        opdracht = [python, "-c", PEER, str(pad), *NAMEN]
        klaar = subprocess.run(opdracht, capture_output=True, text=True, check=True)
    return float(klaar.stdout)


def measure_memory(paginas: int) -> tuple[str, str]:
    """The most memory that a whole release takes, in a process of its own."""
    opdracht = [sys.executable, __file__, "--geheugen", "--paginas", str(paginas)]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, check=True)
    piek, grootte = map(float, klaar.stdout.split())
    mag = 3 * grootte + 150
    wat = f"geheugen bij {paginas} bladzijden (doel ≤ {mag:.0f} MB: 3 x bestand + 150)"
    return wat, f"{piek:.0f} MB"


def _show_memory(paginas: int) -> None:
    """Make one release, and print its peak and the size of the file, in MB."""
    import resource

    with ProcessPoolExecutor(1) as ander:  # what makes the pages is not what we measure
        invoer, _ = ander.submit(make_pages, paginas).result()
    release(invoer, find_marks(invoer))
    piek = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(piek, len(invoer) / 1024 / 1024)


def main() -> None:
    """Measure, print, and write the section of docs/metingen.md."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--paginas", type=int, default=160)
    opties.add_argument("--peer")
    opties.add_argument("--rondes", type=int, default=5)
    opties.add_argument(
        "--piek", default="160,1000,5000", help="bladzijden waarbij het geheugen telt"
    )
    opties.add_argument("--geheugen", action="store_true", help=argparse.SUPPRESS)
    keuze = opties.parse_args()
    if keuze.geheugen:
        _show_memory(keuze.paginas)
        return
    rijen = measure(keuze.paginas, keuze.peer, keuze.rondes)
    rijen += [measure_memory(int(n)) for n in keuze.piek.split(",")]
    tabel = "\n".join(f"| {wat} | {hoeveel} |" for wat, hoeveel in rijen)
    tekst = f"| gemeten | uitkomst |\n| --- | --- |\n{tabel}"
    print(tekst)
    write_section("lakken", "Lakken", "python benchmarks/lakken.py --peer …", tekst)


if __name__ == "__main__":
    main()
