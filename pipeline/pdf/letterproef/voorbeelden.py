"""What letters and figures look like: those of the fonts that pdfium brings along."""

from __future__ import annotations

import string
import unicodedata
from collections import defaultdict
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

import pikepdf

from pipeline.pdf.letterproef.proefblad import print_sheet

if TYPE_CHECKING:
    from pipeline.pdf.letterproef.vorm import Vorm

LETTERS = string.ascii_letters + string.digits
_FAMILIES = {
    "Helvetica": ("", "-Bold", "-Oblique", "-BoldOblique"),
    "Courier": ("", "-Bold", "-Oblique", "-BoldOblique"),
    "Times": ("-Roman", "-Bold", "-Italic", "-BoldItalic"),
}


@lru_cache(maxsize=1)
def load_examples() -> dict[str, tuple[Vorm, ...]]:
    """The shapes of each letter and figure, capitals under their small letter."""
    namen = [f"{f}{s}" for f, stijlen in _FAMILIES.items() for s in stijlen]
    codes = [ord(t) for t in LETTERS]
    uit: dict[str, list[Vorm]] = defaultdict(list)
    with pikepdf.new() as pdf:
        for naam in namen:
            font = pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type1,
                BaseFont=pikepdf.Name(f"/{naam}"),
                Encoding=pikepdf.Name.WinAnsiEncoding,
            )
            for teken in print_sheet(pdf.make_indirect(font), codes, 1):
                uit[chr(teken.code).lower()].append(teken.vorm)
    return {letter: tuple(vormen) for letter, vormen in uit.items()}


@lru_cache(maxsize=4096)
def plain_letters(tekst: str) -> frozenset[str]:
    """The letters and figures that a text names, without accents, case or style."""
    plat = unicodedata.normalize("NFKD", tekst).casefold()
    return frozenset(t for t in plat if t.isascii() and t.isalnum())


def is_plain(tekst: str) -> bool:
    """Whether a text is one letter or figure without accents, in any style."""
    plat = unicodedata.normalize("NFKC", tekst)
    return len(plat) == 1 and plat.isascii() and plat.isalnum()


def is_foreign(tekst: str) -> bool:
    """Whether a text is a letter of an alphabet that shares shapes with ours.

    Greek, Cyrillic and their like; not the scripts in which no letter looks like ours.
    """
    return any(
        t.isalpha() and "\u0370" <= t < "\u2e80" and not plain_letters(t) for t in tekst
    )


def _all_pairs(*groepen: str) -> frozenset[tuple[str, str]]:
    return frozenset(p for g in groepen for p in product(g, g))


VERWANT = _all_pairs("il1j", "o0q", "aoqd", "uvy", "gq9y", "b6", "s5", "z2")
"""Letters that one typeface draws as another draws the other."""
