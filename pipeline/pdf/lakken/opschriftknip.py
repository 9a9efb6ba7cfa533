"""Cuts the font of the codes down to what a document shows: here, or apart."""

from __future__ import annotations

import logging
import sys
from functools import lru_cache
from importlib.resources import files
from io import BytesIO

from pipeline.pdf.hulpproces import run_apart

BESTAND = "opschrift.ttf"

logging.getLogger("fontTools").setLevel(logging.ERROR)  # it reports dates, not faults


@lru_cache(maxsize=1)
def font_file() -> bytes:
    """The label font as a file."""
    return files("pipeline.pdf.lakken").joinpath(BESTAND).read_bytes()


def cut_here(tekens: str) -> bytes:
    """The label font with just these characters, as a file."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 large
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    font = TTFont(BytesIO(font_file()), recalcTimestamp=False)
    opties = Options(notdef_outline=True, hinting=False, layout_features=[])
    knip = Subsetter(opties)
    knip.populate(text=tekens)
    knip.subset(font)
    uit = BytesIO()
    font.save(uit, reorderTables=True)
    return uit.getvalue()


def cut_apart(tekens: str) -> bytes:
    """The same, by another process; here when that does not work."""
    klaar = run_apart(__name__, tekens.encode())
    return cut_here(tekens) if klaar.returncode else klaar.stdout


def main() -> None:
    """Cut the font to what stands on the input, and write it to the output."""
    sys.stdout.buffer.write(cut_here(sys.stdin.buffer.read().decode()))


if __name__ == "__main__":
    main()
