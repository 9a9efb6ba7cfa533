"""Fonts: none may spell what the pages do not show in it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from pdfminer.pdftypes import PDFStream, resolve1

from modellen.lakken import Controle
from pipeline.pdf.controle.vormen import count_outlines
from pipeline.pdf.lakken.codes import parse_tounicode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.pdf.controle.bestand import Proef

NAAM = "lettertypen"
RUIM = 2
"""Outlines beyond the codes that are no leak: ``.notdef`` and an empty one."""


def check_fonts(proef: Proef) -> Iterator[Controle]:
    """Whether each font holds only characters, and outlines, that are shown in it."""
    fouten = 0
    getoond = {naam: _all_plain(tekst) for naam, tekst in proef.per_letter.items()}
    alles = set().union(*getoond.values())
    for naam, kaarten in _maps(proef).items():
        hier = getoond.get(naam, alles)
        extra = {t for t in set().union(*kaarten) - hier if t.isalnum()}
        if extra:
            fouten += 1
            yield _fail(f"een lettertype bevat nog {len(extra)} tekens die er niet in")
    for font in proef.fonts:
        if _has_spare_outlines(font):
            fouten += 1
            yield _fail("een lettertype bevat vormen van tekens die er niet in")
    if not fouten:
        yield Controle(
            naam=NAAM,
            geslaagd=True,
            toelichting="de lettertypen bevatten alleen wat getoond wordt",
        )


def _fail(wat: str) -> Controle:
    toelichting = f"{wat} getoond worden"
    return Controle(naam=NAAM, geslaagd=False, toelichting=toelichting)


def _maps(proef: Proef) -> dict[str, list[set[str]]]:
    """The characters of each font's map, by the name of the font."""
    kaarten: dict[str, list[set[str]]] = {}
    for font in proef.fonts:
        stroom = resolve1(font.get("ToUnicode"))
        if isinstance(stroom, PDFStream):
            kaart = parse_tounicode(stroom.get_data())
            naam = str(getattr(resolve1(font.get("BaseFont")), "name", ""))
            tekens = _all_plain("".join(kaart.values()))
            kaarten.setdefault(naam, []).append(tekens)
    return kaarten


def _has_spare_outlines(font: dict[str, Any]) -> bool:
    """Whether the program of a font draws more than its widths and map account for."""
    kind = resolve1((resolve1(font.get("DescendantFonts")) or [font])[0])
    beschrijving = resolve1(kind.get("FontDescriptor"))
    if not isinstance(beschrijving, dict):
        return False
    vormen = count_outlines(beschrijving)
    if vormen is None:
        return False
    return vormen > RUIM + _count_codes(font, kind) * (1 if kind is not font else 3)


def _count_codes(font: dict[str, Any], kind: dict[str, Any]) -> int:
    """How many codes a font still has: by its map or by its widths, the larger."""
    stroom = resolve1(font.get("ToUnicode"))
    kaart = parse_tounicode(stroom.get_data()) if isinstance(stroom, PDFStream) else {}
    breedtes = resolve1(font.get("Widths")) or []
    breed = sum(1 for w in breedtes if resolve1(w))
    rij = resolve1(kind.get("W")) or []
    cid = sum(len(w) for w in map(resolve1, rij) if isinstance(w, list))
    return max(len(kaart), breed, cid)


def _all_plain(tekst: str) -> set[str]:
    return set(unicodedata.normalize("NFKC", tekst))
