"""Fonts: a subset made before redaction still spells what is gone; rebuild it.

A program that makes a subset numbers glyphs in order of first appearance, so the map to
characters, the widths and the outlines of a font together spell the names that were
redacted. Each font is cut down to the codes that are still shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.lakken.codes import parse_tounicode, write_tounicode
from pipeline.pdf.lakken.letter import load_letter
from pipeline.pdf.schoon.getoond import all_resources, find_shown
from pipeline.pdf.schoon.lettervormen import blank_outlines

if TYPE_CHECKING:
    from pipeline.pdf.lakken.letter import Letter


def clean_fonts(pdf: pikepdf.Pdf) -> None:
    """Cut every font down to the codes that are shown; drop fonts that show none."""
    getoond = find_shown(pdf)
    fonts: dict[tuple[int, int], Any] = {}
    for middelen in all_resources(pdf):
        kast = middelen.get("/Font")
        if kast is None:
            continue
        for naam, font in list(kast.items()):
            if font.objgen not in getoond:
                del kast[naam]
            else:
                fonts[font.objgen] = font
    vormen: dict[tuple[int, int], set[int]] = {}
    for nummer, font in fonts.items():
        letter = load_letter(font)
        codes = {c for s in getoond[nummer] for _, c in letter.codes(s)}
        _clean_font(pdf, font, letter, codes)
        blank_outlines(pdf, font, codes, vormen)


def _clean_font(pdf: pikepdf.Pdf, font: Any, letter: Letter, codes: set[int]) -> None:
    if isinstance(font.get("/ToUnicode"), pikepdf.Stream):
        kaart = parse_tounicode(font.ToUnicode.read_bytes())
        over = {c: t for c, t in kaart.items() if c in codes}
        font.ToUnicode = pdf.make_stream(write_tounicode(over, letter.bytes_per_code))
    soort = str(font.get("/Subtype"))
    if soort == "/Type0":
        kind = font.DescendantFonts[0]
        _trim_cid_widths(kind, letter, codes)
        _drop_sets(kind.get("/FontDescriptor"))
    else:
        _trim_widths(font, codes)
        _trim_differences(font, codes)
        _drop_sets(font.get("/FontDescriptor"))
        if soort == "/Type3":
            _trim_procs(font)


def _trim_widths(font: Any, codes: set[int]) -> None:
    if "/Widths" not in font:
        return
    eerste = int(font.get("/FirstChar", 0))
    breedtes = list(font.Widths)
    font.Widths = pikepdf.Array(
        [w if eerste + n in codes else 0 for n, w in enumerate(breedtes)]
    )


def _trim_cid_widths(kind: Any, letter: Letter, codes: set[int]) -> None:
    if "/W" not in kind:
        return
    rij: list[Any] = []
    for code in sorted(codes):
        if code in letter.breedtes:
            breedte = round(letter.breedtes[code] * 1000, 3)
            net = int(breedte) if breedte == int(breedte) else breedte
            rij += [code, pikepdf.Array([net])]
    kind.W = pikepdf.Array(rij)


def _trim_differences(font: Any, codes: set[int]) -> None:
    codering = font.get("/Encoding")
    if not isinstance(codering, pikepdf.Dictionary) or "/Differences" not in codering:
        return
    nieuw: list[Any] = []
    code = 0
    for stap in codering.Differences:
        if isinstance(stap, pikepdf.Name):
            if code in codes:
                nieuw += [code, stap]
            code += 1
        else:
            code = int(stap)
    codering.Differences = pikepdf.Array(nieuw)


def _drop_sets(beschrijving: Any) -> None:
    if beschrijving is None:
        return
    for sleutel in ("/CharSet", "/CIDSet"):
        if sleutel in beschrijving:
            del beschrijving[sleutel]


def _trim_procs(font: Any) -> None:
    """Drop the drawings of a Type3 font that no code names any more."""
    codering = font.get("/Encoding", {})
    namen = {
        str(n) for n in codering.get("/Differences", []) if isinstance(n, pikepdf.Name)
    }
    for naam in [n for n in font.CharProcs.keys() if n not in namen]:  # noqa: SIM118
        del font.CharProcs[naam]
