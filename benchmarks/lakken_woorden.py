"""Redacts the most frequent word of every PDF in a folder, and counts what is left.

    python benchmarks/lakken_woorden.py [MAP ...]

Without a folder: ../shared/pdf-voorbeelden and the generated PDFs of each leak class.
What stays is looked for by pdfium, pdfminer and, where installed, poppler.
"""

from __future__ import annotations

import argparse
import io
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from pdfminer.high_level import extract_text
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from verslaglegging import write_section

sys.path.insert(0, str(Path(__file__).parents[1]))

from modellen.lakken import Lakopties, Lakvlak
from pipeline.errors import PipelineError
from pipeline.pdf.vrijgave import make_release
from pipeline.pdf.zoeken import read_pages

WORTEL = Path(__file__).parents[1]
WOORD = re.compile(r"[^\W\d_]{4,}")
OPTIES = Lakopties(opschriften={"5.1.2e": "5.1.2e"}, uitleg={})
ANDERE = re.compile(r"(\d+) van (\d+) andere woorden")


@dataclass
class Stand:
    """What happened to all files together."""

    bestanden: int = 0
    zonder_tekst: int = 0
    geweigerd: int = 0
    tegengehouden: int = 0
    schoon: int = 0
    nog_te_vinden: int = 0
    als_beeld: int = 0
    woorden: int = 0
    verplaatst: int = 0


def redact(naam: str, inhoud: bytes, stand: Stand) -> None:
    """Redact the most frequent word of one file and add up what came of it."""
    stand.bestanden += 1
    try:
        teksten = read_pages(inhoud)
    except Exception as fout:  # noqa: BLE001 whatever a library makes of a broken file
        stand.geweigerd += 1
        print(f"{naam}: niet te openen ({type(fout).__name__})")
        return
    telling = Counter(w for t in teksten for w in WOORD.findall(t))
    if not telling:
        stand.zonder_tekst += 1
        return
    woord = min(telling, key=lambda w: (-telling[w], w))
    vlakken = [
        Lakvlak(pagina=n, grond="5.1.2e", tekst=woord)
        for n, t in enumerate(teksten, start=1)
        if woord in WOORD.findall(t)
    ]
    try:
        uit = make_release(inhoud, vlakken, OPTIES, "Stuk", [woord])
    except PipelineError as fout:
        stand.geweigerd += 1
        print(f"{naam}: geweigerd: {fout}")
        return
    _count(naam, uit, woord, stand)


def _count(naam: str, uit: object, woord: str, stand: Stand) -> None:
    vrijgave = uit
    stand.als_beeld += len(vrijgave.uitslag.gerasterd)  # type: ignore[attr-defined]
    for controle in vrijgave.controles:  # type: ignore[attr-defined]
        cijfers = ANDERE.search(controle.toelichting)
        if cijfers:
            over, alle = map(int, cijfers.groups())
            stand.woorden += alle
            stand.verplaatst += alle - over
        if not controle.geslaagd:
            print(f"{naam}: {controle.naam}: {controle.toelichting}")
    if not vrijgave.in_orde:  # type: ignore[attr-defined]
        stand.tegengehouden += 1
        return
    if left_in(vrijgave.inhoud, woord):  # type: ignore[attr-defined]
        stand.nog_te_vinden += 1
        print(f"{naam}: het woord is nog te vinden")
    else:
        stand.schoon += 1


def left_in(inhoud: bytes, woord: str) -> bool:
    """Whether any program still reads the word, as a word, in what may leave."""
    heel = re.compile(rf"(?<!\w){re.escape(woord)}(?!\w)")
    if any(heel.search(t) for t in read_pages(inhoud)):
        return True
    try:
        if heel.search(extract_text(io.BytesIO(inhoud))):
            return True
    except (PDFException, PSException):
        pass
    if not which("pdftotext"):
        return False
    opdracht = ["pdftotext", "-", "-"]
    klaar = subprocess.run(opdracht, input=inhoud, capture_output=True, check=False)
    return heel.search(klaar.stdout.decode("utf-8", "replace")) is not None


def main() -> None:
    """Measure, print, and write the section of docs/metingen.md."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("mappen", nargs="*", type=Path)
    keuze = opties.parse_args()
    stand = Stand()
    if not keuze.mappen:
        sys.path.insert(0, str(WORTEL / "tests" / "hulp"))
        from lekbouw import GEVALLEN, build

        for geval in GEVALLEN:
            redact(geval, build(geval), stand)
    for map_ in keuze.mappen or [WORTEL.parent / "shared" / "pdf-voorbeelden"]:
        for pad in sorted(map_.rglob("*.pdf")):
            redact(pad.name, pad.read_bytes(), stand)
    rijen = [
        ("bestanden", stand.bestanden),
        ("daarvan zonder tekst", stand.zonder_tekst),
        ("vrijgegeven en schoon bij elk programma", stand.schoon),
        ("vrijgegeven en toch te vinden (doel 0)", stand.nog_te_vinden),
        ("geweigerd met een melding", stand.geweigerd),
        ("tegengehouden door de nacontrole", stand.tegengehouden),
        ("bladzijden die een beeld werden", stand.als_beeld),
        ("andere woorden", stand.woorden),
        ("daarvan kwijt of verplaatst (doel 0)", stand.verplaatst),
    ]
    tabel = "\n".join(f"| {wat} | {hoeveel} |" for wat, hoeveel in rijen)
    tekst = f"| gemeten | uitkomst |\n| --- | --- |\n{tabel}"
    print(tekst)
    opdracht = "python benchmarks/lakken_woorden.py"
    write_section("lakken-woorden", "Lakken: het vaakste woord", opdracht, tekst)


if __name__ == "__main__":
    main()
