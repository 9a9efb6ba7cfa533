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


class Lettercontrole:
    """Whether each font holds only characters, and outlines, that are shown in it."""

    def __init__(self, proef: Proef) -> None:
        self._proef = proef
        self._kaarten: dict[str, set[str]] = {}
        self._te_veel = 0

    def look(self, ding: Any) -> None:
        """Look into an object that is a font."""
        if not isinstance(ding, dict) or "CIDSystemInfo" in ding:
            return
        if getattr(resolve1(ding.get("Type")), "name", "") != "Font":
            return
        stroom = resolve1(ding.get("ToUnicode"))
        if isinstance(stroom, PDFStream):
            kaart = parse_tounicode(stroom.get_data())
            naam = str(getattr(resolve1(ding.get("BaseFont")), "name", ""))
            tekens = _all_plain("".join(kaart.values()))
            self._kaarten.setdefault(naam, set()).update(tekens)
        self._te_veel += _has_spare_outlines(ding)

    def outcome(self) -> Iterator[Controle]:
        """Every font that holds more than it shows, or that there is none."""
        per_letter = self._proef.per_letter
        getoond = {naam: _all_plain(tekst) for naam, tekst in per_letter.items()}
        alles = set().union(*getoond.values())
        fout = {
            naam: extra
            for naam, tekens in self._kaarten.items()
            if (extra := {t for t in tekens - getoond.get(naam, alles) if t.isalnum()})
        }
        te_veel = self._not_drawn(fout)
        for extra in te_veel:
            yield _fail(f"een lettertype bevat nog {len(extra)} tekens die er niet in")
        for _ in range(self._te_veel):
            yield _fail("een lettertype bevat vormen van tekens die er niet in")
        if not te_veel and not self._te_veel:
            yield Controle(
                naam=NAAM,
                geslaagd=True,
                toelichting="de lettertypen bevatten alleen wat getoond wordt",
            )

    def _not_drawn(self, fout: dict[str, set[str]]) -> list[set[str]]:
        """What fonts hold beyond what is read and what is drawn in them."""
        if not fout:
            return []
        getekend = self._proef.drawn
        over = (e - _all_plain("".join(getekend.get(n, ""))) for n, e in fout.items())
        return [extra for extra in over if extra]


def _fail(wat: str) -> Controle:
    toelichting = f"{wat} getoond worden"
    return Controle(naam=NAAM, geslaagd=False, toelichting=toelichting)


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
