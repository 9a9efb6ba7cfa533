"""Fonts as the interpreter needs them: codes, widths and characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.lakken.codes import base_encoding, name_to_text, parse_tounicode
from pipeline.pdf.lakken.matrix import NIETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

STIJGING, DALING = 0.76, -0.22
RUIM = 2.0
LAAGST = 0.3
"""No sane font rises or drops more than this many times its size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A font: how its strings fall apart, and how wide and what each code is.

    Widths are in text space for a size of 1. ``onzeker`` says why the font cannot be
    redacted with certainty; then the page must be rasterised.
    """

    bytes_per_code: int
    breedtes: Mapping[int, float]
    standaard: float
    tekens: Mapping[int, str]
    stijging: float
    daling: float
    onzeker: str | None = None

    def codes(self, tekst: bytes) -> Iterable[tuple[int, int]]:
        """Each code of a string with its offset in bytes."""
        stap = self.bytes_per_code
        if stap == 1:
            return enumerate(tekst)
        return (
            (begin, int.from_bytes(tekst[begin : begin + stap], "big"))
            for begin in range(0, len(tekst), stap)
        )


def load_letter(font: Any) -> Letter:
    """The font of a font dictionary; what is unclear stands in ``onzeker``."""
    soort = str(font.get("/Subtype", ""))
    tekens = _tounicode(font)
    if soort == "/Type0":
        return _load_type0(font, tekens)
    if soort == "/Type3":
        return _load_type3(font, tekens)
    return _load_simple(font, tekens)


def _load_simple(font: Any, tounicode: dict[int, str]) -> Letter:
    beschrijving = font.get("/FontDescriptor", pikepdf.Dictionary())
    stijging, daling = _heights(beschrijving)
    breedtes = _widths(font, 1000.0)
    tekens = {**_encoding(font), **tounicode}
    onzeker = None
    if not breedtes:
        breedtes = _standard_widths(str(font.get("/BaseFont", "")), tekens)
        if not breedtes:
            onzeker = "een lettertype zonder breedtes"
    return Letter(
        bytes_per_code=1,
        breedtes=breedtes,
        standaard=float(beschrijving.get("/MissingWidth", 0)) / 1000,
        tekens=tekens,
        stijging=stijging,
        daling=daling,
        onzeker=onzeker,
    )


def _load_type3(font: Any, tounicode: dict[int, str]) -> Letter:
    matrix = [float(g) for g in font.get("/FontMatrix", [0.001, 0, 0, 0.001, 0, 0])]
    schuin = abs(matrix[1]) > NIETS or abs(matrix[2]) > NIETS or matrix[0] <= 0
    kader = [float(g) for g in font.get("/FontBBox", [0, 0, 0, 0])]
    hoog, laag = kader[3] * matrix[3], kader[1] * matrix[3]
    gewoon = 0 < hoog - laag < RUIM
    return Letter(
        bytes_per_code=1,
        breedtes=_widths(font, 1 / matrix[0]) if matrix[0] > 0 else {},
        standaard=0.0,
        tekens={**_encoding(font), **tounicode},
        stijging=hoog if gewoon else STIJGING,
        daling=laag if gewoon else DALING,
        onzeker="een getekend lettertype (Type3) dat scheef staat" if schuin else None,
    )


def _load_type0(font: Any, tounicode: dict[int, str]) -> Letter:
    kind = font.DescendantFonts[0]
    stijging, daling = _heights(kind.get("/FontDescriptor", pikepdf.Dictionary()))
    codering = font.get("/Encoding")
    onzeker = None
    if codering != pikepdf.Name("/Identity-H"):
        onzeker = "een lettertype met een ongewone codering (CMap)"
    return Letter(
        bytes_per_code=2,
        breedtes=_cid_widths(kind.get("/W", [])),
        standaard=float(kind.get("/DW", 1000)) / 1000,
        tekens=tounicode,
        stijging=stijging,
        daling=daling,
        onzeker=onzeker,
    )


def _tounicode(font: Any) -> dict[int, str]:
    stroom = font.get("/ToUnicode")
    if not isinstance(stroom, pikepdf.Stream):
        return {}
    return parse_tounicode(stroom.read_bytes())


def _heights(beschrijving: Any) -> tuple[float, float]:
    stijging = float(beschrijving.get("/Ascent", 0)) / 1000
    daling = float(beschrijving.get("/Descent", 0)) / 1000
    if not LAAGST < stijging < RUIM or not -1 < daling <= 0:
        return STIJGING, DALING
    return stijging, daling


def _widths(font: Any, schaal: float) -> dict[int, float]:
    eerste = int(font.get("/FirstChar", 0))
    return {
        eerste + plek: float(breedte) / schaal
        for plek, breedte in enumerate(font.get("/Widths", []))
    }


def _cid_widths(rij: Any) -> dict[int, float]:
    """The W array: ``c [w1 w2 …]`` or ``first last w`` (9.7.4.3)."""
    breedtes: dict[int, float] = {}
    waarden = list(rij)
    plek = 0
    while plek + 1 < len(waarden):
        eerste = int(waarden[plek])
        if isinstance(waarden[plek + 1], pikepdf.Array):
            lijst = [float(w) / 1000 for w in waarden[plek + 1]]
            breedtes |= {eerste + stap: w for stap, w in enumerate(lijst)}
            plek += 2
        else:
            breedte = float(waarden[plek + 2]) / 1000
            laatste = min(int(waarden[plek + 1]), eerste + 65535)
            breedtes |= dict.fromkeys(range(eerste, laatste + 1), breedte)
            plek += 3
    return breedtes


def _encoding(font: Any) -> dict[int, str]:
    """The text of each code by the encoding of a simple font."""
    codering = font.get("/Encoding")
    naam = "StandardEncoding"
    if isinstance(codering, pikepdf.Name):
        naam = str(codering)[1:]
    elif isinstance(codering, pikepdf.Dictionary):
        naam = str(codering.get("/BaseEncoding", "/StandardEncoding"))[1:]
    tekens = dict(enumerate(base_encoding(naam)))
    if isinstance(codering, pikepdf.Dictionary):
        code = 0
        for stap in codering.get("/Differences", []):
            if isinstance(stap, pikepdf.Name):
                tekens[code] = name_to_text(str(stap)[1:])
                code += 1
            else:
                code = int(stap)
    return {code: tekst for code, tekst in tekens.items() if tekst}


def _standard_widths(naam: str, tekens: Mapping[int, str]) -> dict[int, float]:
    """The widths of one of the fourteen standard fonts, by the text of each code."""
    per_teken = _metrics(naam.lstrip("/").split("+")[-1])
    if per_teken is None:
        return {}
    return {
        code: per_teken[tekst] / 1000
        for code, tekst in tekens.items()
        if tekst in per_teken
    }


_FAMILIES = {
    "arial": ("Helvetica", "Oblique"),
    "helvetica": ("Helvetica", "Oblique"),
    "couriernew": ("Courier", "Oblique"),
    "courier": ("Courier", "Oblique"),
    "timesnewroman": ("Times", "Italic"),
    "times": ("Times", "Italic"),
}
"""Names that readers take for one of the standard fonts, and how it calls a slope."""

_STIJL = re.compile(r"(psmt|ps|mt|bold|italic|oblique|regular|roman|[-, ])")


def standard_name(naam: str) -> str:
    """The standard font that a font is by its name, as readers choose it."""
    laag = naam.lower()
    stam = "timesnewroman" if "timesnewroman" in laag else _STIJL.sub("", laag)
    if stam not in _FAMILIES:
        return naam
    familie, schuin = _FAMILIES[stam]
    stijl = "Bold" if "bold" in laag else ""
    stijl += schuin if "italic" in laag or "oblique" in laag else ""
    if familie == "Times":
        return f"Times-{stijl or 'Roman'}"
    return f"{familie}-{stijl}" if stijl else familie


@lru_cache(maxsize=16)
def _metrics(naam: str) -> dict[str, float] | None:
    from pdfminer.fontmetrics import FONT_METRICS  # noqa: PLC0415 large, rarely needed

    gevonden = FONT_METRICS.get(naam) or FONT_METRICS.get(standard_name(naam))
    return {t: float(w) for t, w in gevonden[1].items()} if gevonden else None
