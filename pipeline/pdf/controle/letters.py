"""Fonts: none may spell what the pages do not show."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from pdfminer.pdftypes import PDFStream, resolve1

from modellen.lakken import Controle
from pipeline.pdf.lakken.codes import parse_tounicode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.pdf.controle.bestand import Proef

NAAM = "lettertypen"


def check_fonts(proef: Proef) -> Iterator[Controle]:
    """Whether the maps of all fonts together hold only characters that are shown."""
    getoond = {t for blad in proef.na for teken in blad for t in _plain(teken.tekst)}
    over: set[str] = set()
    for ding in proef.objecten:
        if isinstance(ding, dict) and "ToUnicode" in ding:
            stroom = resolve1(ding["ToUnicode"])
            if isinstance(stroom, PDFStream):
                kaart = parse_tounicode(stroom.get_data())
                over |= {t for tekst in kaart.values() for t in _plain(tekst)}
    extra = {t for t in over - getoond if t.isalnum()}
    yield Controle(
        naam=NAAM,
        geslaagd=not extra,
        toelichting=(
            "de lettertypen bevatten alleen wat getoond wordt"
            if not extra
            else f"een lettertype bevat nog {len(extra)} tekens die nergens staan"
        ),
    )


def _plain(tekst: str) -> str:
    return unicodedata.normalize("NFKC", tekst)
