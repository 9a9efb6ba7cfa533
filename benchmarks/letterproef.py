"""How often a font that lies is caught, and how often an honest one is accused.

Run: ``python benchmarks/letterproef.py [--schrijf]``. Every typeface of this computer
that has our letters is drawn and made to lie in several ways, its names taken out.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from random import Random

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

from PIL import Image, ImageDraw, ImageFont  # noqa: E402 the root comes first
from verslaglegging import write_section  # noqa: E402 the root comes first

from pipeline.pdf.letterproef.oordeel import find_lies  # noqa: E402
from pipeline.pdf.letterproef.proefblad import CEL, MAAT, Proefteken  # noqa: E402
from pipeline.pdf.letterproef.voorbeelden import LETTERS  # noqa: E402
from pipeline.pdf.letterproef.vorm import Vorm, make_shape  # noqa: E402

ALFABET, CIJFERS = "abcdefghijklmnopqrstuvwxyz", "0123456789"
TEKENS = ("Symbol", "D050000L", "Math", "opens")
"""Typefaces in which a letter is drawn as a sign."""

KEER = 20


def find_fonts() -> list[str]:
    """The files of the typefaces of this computer."""
    klaar = subprocess.run(
        ["fc-list", ":", "file"], capture_output=True, text=True, check=True
    )
    paden = sorted({r.split(":")[0] for r in klaar.stdout.splitlines() if r})
    return [
        p
        for p in paden
        if p.endswith((".ttf", ".otf")) and not any(t in p for t in TEKENS)
    ]


def draw(pad: str) -> dict[str, Vorm]:
    """The shape of each letter and figure."""
    letter = ImageFont.truetype(pad, MAAT)
    vormen = {}
    for teken in LETTERS:
        beeld = Image.new("L", (2 * CEL, 2 * CEL), 255)
        ImageDraw.Draw(beeld).text((CEL // 2, CEL // 2), teken, font=letter)
        vorm = make_shape(beeld)
        if vorm:
            vormen[teken] = vorm
    return vormen


def swap(kans: Random, uit: str, aantal: int) -> dict[str, str]:
    """So many characters that each say another of them."""
    gekozen = kans.sample(uit, aantal)
    return dict(zip(gekozen, [*gekozen[1:], gekozen[0]], strict=True))


def one(kans: Random) -> dict[str, str]:
    """One letter that says another."""
    een, ander = kans.sample(ALFABET, 2)
    return {een: ander}


WIJZEN = {
    "eerlijk": lambda _: {},
    "alle cijfers verwisseld": lambda k: swap(k, CIJFERS, 10),
    "het alfabet verwisseld": lambda k: swap(k, ALFABET, 26),
    "zes letters verwisseld": lambda k: swap(k, ALFABET, 6),
    "twee letters verwisseld": lambda k: swap(k, ALFABET, 2),
    "één letter zegt een andere": one,
}


def is_caught(vormen: dict[str, Vorm], leugen: dict[str, str]) -> bool:
    """Whether a typeface with this lie is caught."""
    rij = [Proefteken(ord(t), leugen.get(t, t), v) for t, v in vormen.items()]
    return bool(find_lies(rij, lambda _: frozenset()))


def main() -> None:
    """Print the table; with ``--schrijf`` write it down too."""
    keuze = argparse.ArgumentParser(description=__doc__)
    keuze.add_argument("--schrijf", action="store_true")
    letters = [draw(pad) for pad in find_fonts()]
    regels = [f"{len(letters)} lettertypen, elke stijl apart.", ""]
    regels += ["| wat het lettertype zegt | gezien |", "| --- | --: |"]
    for naam, maak in WIJZEN.items():
        kans, keer = Random(1), KEER if naam != "eerlijk" else 1
        raak = sum(is_caught(v, maak(kans)) for v in letters for _ in range(keer))
        regels.append(f"| {naam} | {100 * raak / (keer * len(letters)):.1f} % |")
        print(regels[-1], flush=True)
    if keuze.parse_args().schrijf:
        write_section(
            "letterproef",
            "Letters die iets anders zeggen",
            "python benchmarks/letterproef.py",
            "\n".join(regels),
        )


if __name__ == "__main__":
    main()
