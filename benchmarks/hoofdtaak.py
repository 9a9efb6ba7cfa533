"""Times the main job on a generated set, beside pdfplumber reading the same PDF pages.

    python benchmarks/hoofdtaak.py [--paginas 1000]

(a) is ``verwerk`` whole on one worker: read, split, recognise, store, audit, overview.
(b) is pdfplumber extracting only the text of the PDF pages of the same set.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import psutil
from maak_set import make_set
from verslaglegging import write_section

MB = 1024 * 1024

PDFPLUMBER = """
import sys, pathlib, pdfplumber
n = 0
for pad in sorted(pathlib.Path(sys.argv[1]).rglob('*.pdf')):
    with pdfplumber.open(pad) as pdf:
        for bladzijde in pdf.pages:
            bladzijde.extract_text()
            bladzijde.close()
            n += 1
print(n)
"""


def run(opdracht: list[str]) -> tuple[float, int, str]:
    """Seconds, peak memory of the process with its children in bytes, and output."""
    begin = time.perf_counter()
    proces = subprocess.Popen(opdracht, stdout=subprocess.PIPE, text=True)
    top = 0
    while proces.poll() is None:
        top = max(top, _memory(proces.pid))
        time.sleep(0.02)
    uit = proces.stdout.read() if proces.stdout else ""
    if proces.returncode != 0:
        raise SystemExit(f"{opdracht[:4]} eindigde met code {proces.returncode}\n{uit}")
    return time.perf_counter() - begin, top, uit


def _memory(pid: int) -> int:
    try:
        ouder = psutil.Process(pid)
        return sum(
            p.memory_info().rss for p in (ouder, *ouder.children(recursive=True))
        )
    except psutil.Error:
        return 0


def measure(paginas: int) -> list[tuple[str, str, str]]:
    """Rows of what was measured: what, how much, and the goal."""
    verwerk = str(Path(sys.executable).with_name("verwerk"))
    with tempfile.TemporaryDirectory() as werk:
        invoer, uitvoer = Path(werk, "set"), Path(werk, "uit")
        overzicht = make_set(invoer, paginas)
        time.sleep(2.1)  # the seal trusts no file that changed within two seconds
        opdracht = [verwerk, str(invoer), "--uitvoer", str(uitvoer), "--stil"]
        eerste, geheugen, _ = run(opdracht)
        tweede = median(run(opdracht)[0] for _ in range(5))
        b_totaal, _, aantal = run([sys.executable, "-c", PDFPLUMBER, str(invoer)])
        hulp = median(run([verwerk, "--help"])[0] for _ in range(5))
    a = eerste / overzicht.paginas * 1000
    b = b_totaal / int(aantal) * 1000
    return [
        ("bladzijden (waarvan pdf)", f"{overzicht.paginas} ({aantal.strip()})", ""),
        ("(a) verwerk geheel, één werker", f"{eerste:.2f} s, {a:.1f} ms/blz.", ""),
        ("(b) pdfplumber, alleen tekst", f"{b_totaal:.2f} s, {b:.1f} ms/blz.", ""),
        ("(a) gedeeld door (b), per bladzijde", f"{a / b:.2f}", "≤ 0,25"),
        ("tweede keer, niets gewijzigd", f"{tweede:.2f} s", ""),
        ("tweede gedeeld door eerste", f"{tweede / eerste:.1%}", "≤ 2 %"),
        ("hoogste geheugen, alle processen", f"{geheugen / MB:.0f} MB", "≤ 400 MB"),
        ("verwerk --help", f"{hulp:.2f} s", "≤ 0,2 s"),
    ]


def main() -> None:
    """Measure, print, and write the section of docs/metingen.md."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--paginas", type=int, default=1000)
    opties.add_argument("--niet-opschrijven", action="store_true")
    keuze = opties.parse_args()
    rijen = measure(keuze.paginas)
    tabel = "\n".join(f"| {wat} | {hoeveel} | {doel} |" for wat, hoeveel, doel in rijen)
    tekst = f"| gemeten | uitkomst | doel |\n| --- | --- | --- |\n{tabel}"
    print(tekst)
    if not keuze.niet_opschrijven:
        opdracht = f"python benchmarks/hoofdtaak.py --paginas {keuze.paginas}"
        write_section("hoofdtaak", "Snelheid van de hoofdtaak", opdracht, tekst)


if __name__ == "__main__":
    main()
