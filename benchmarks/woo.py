"""Time a Woo dossier of 30, 100 and 300 documents: proposal, release, naloop.

Run: ``python benchmarks/woo.py [--aantallen 30,100] [--schrijf]``. The documents are
letters and reports of ten pages that the command makes itself, each with names of its
own. Printed: milliseconds of processor time a page, which must stay flat whatever else
the machine does, and the most memory of each command.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

import psutil  # noqa: E402 the root comes first
from persoonsgegevens_set import ZELDZAAM_A, ZELDZAAM_V  # noqa: E402 the root comes first
from reportlab.pdfgen import canvas  # noqa: E402 the root comes first
from verslaglegging import write_section  # noqa: E402 the root comes first

BLADZIJDEN = 10
ZINNEN = (
    "De gemeenten zoeken samen naar locaties voor opvang en huisvesting.",
    "Volgens {v} {a} is de planning haalbaar als de vergunning op tijd komt.",
    "De indicatieve opgave voor volgend jaar blijft gelijk aan die van dit jaar.",
    "Mevrouw {a} stuurt de cijfers na; u bereikt haar op 06-{n}.",
    "Het college besluit in maart over het bod en informeert de raad.",
)


def make_papers(map_: Path, aantal: int) -> None:
    """Letters with people of their own; each page tells something else."""
    for nummer in range(aantal):
        bron = random.Random(nummer)  # the same papers every time
        vel = canvas.Canvas(str(map_ / f"stuk {nummer:04d}.pdf"))
        for blad in range(BLADZIJDEN):
            vel.drawString(72, 800, f"Brief {nummer}, bladzijde {blad + 1}")
            for regel in range(36):
                zin = bron.choice(ZINNEN).format(
                    v=bron.choice(ZELDZAAM_V),
                    a=bron.choice(ZELDZAAM_A),
                    n=bron.randrange(10**7, 10**8),
                )
                vel.drawString(72, 770 - 20 * regel, f"{bron.randrange(999)} {zin}")
            vel.showPage()
        vel.save()


def run(*woorden: str) -> tuple[float, float]:
    """Seconds of processor and the most memory in MB of a command and all it starts."""
    begin, piek = spent(), 0.0
    proces = subprocess.Popen(
        [sys.executable, "-m", "pipeline.cli", *woorden, "--stil"],
        cwd=Path(__file__).parents[1],
    )
    kijker = psutil.Process(proces.pid)
    while proces.poll() is None:
        try:
            leden = [kijker, *kijker.children(recursive=True)]
            piek = max(piek, sum(p.memory_info().rss for p in leden) / 1024**2)
        except psutil.NoSuchProcess:
            pass
        time.sleep(0.1)
    if proces.returncode:
        raise SystemExit(f"{' '.join(woorden)} eindigt met {proces.returncode}")
    return spent() - begin, piek


def spent() -> float:
    """Seconds of processor time of all that was started and has ended."""
    kinderen = resource.getrusage(resource.RUSAGE_CHILDREN)
    return kinderen.ru_utime + kinderen.ru_stime


def measure(aantal: int) -> str:
    """A row of the table for a dossier of so many documents."""
    with tempfile.TemporaryDirectory() as werk:
        bron, uit = Path(werk) / "bron", Path(werk) / "uit"
        bron.mkdir()
        make_papers(bron, aantal)
        doel = ("--uitvoer", str(uit))
        voorstel, piek1 = run("woo", "voorstel", str(bron), *doel)
        blad = str(uit / "lakblad.xlsx")
        lakken, piek2 = run("woo", "lakken", blad, "--aanvaard-voorstellen", *doel)
        nalopen, piek3 = run("woo", "naloop", str(uit / "vrijgave"), *doel)
    bladen = aantal * BLADZIJDEN
    tijden = (1000 * t / bladen for t in (voorstel, lakken, nalopen))
    cellen = [f"{t:.1f}" for t in tijden]
    pieken = " / ".join(f"{p:.0f}" for p in (piek1, piek2, piek3))
    return f"| {aantal} | {bladen} | {' | '.join(cellen)} | {pieken} |"


def main() -> None:
    """Print the table; with ``--schrijf`` write it down too."""
    keuze = argparse.ArgumentParser(description=__doc__)
    keuze.add_argument("--aantallen", default="30,100,300")
    keuze.add_argument("--schrijf", action="store_true")
    gekozen = keuze.parse_args()
    regels = [
        (
            "| documenten | bladzijden | voorstel ms/blz. | lakken ms/blz. | "
            "naloop ms/blz. | geheugen MB |"
        ),
        "| --: | --: | --: | --: | --: | --: |",
    ]
    for aantal in map(int, gekozen.aantallen.split(",")):
        regels.append(measure(aantal))
        print(regels[-1], flush=True)
        if gekozen.schrijf:
            opdracht = f"python benchmarks/woo.py --aantallen {gekozen.aantallen}"
            write_section("woo", "Een Woo-dossier", opdracht, "\n".join(regels))


if __name__ == "__main__":
    main()
