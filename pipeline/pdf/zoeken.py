"""Where words stand in a PDF: page and frames, by the text that pdfium reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2

from modellen.plaats import Kader
from pipeline.geheugen import give_back
from pipeline.pdf.lakken.zoeken import fold
from pipeline.pdf.lettervakken import read_chars

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pipeline.pdf.lettervakken import Teken

OMGEVING = 60
"""Folded characters on each side that tell one place from another."""


@dataclass(frozen=True, slots=True)
class Plek:
    """A place where words stand on one page, and what stands before and after them.

    ``tekst`` is the part of the words on this page, ``kaders`` the lines it takes up.
    """

    pagina: int
    tekst: str
    kaders: tuple[Kader, ...]
    voor: str
    na: str


class _Letter(NamedTuple):
    pagina: int
    teken: Teken


def read_pages(inhoud: bytes) -> list[str]:
    """The text of each page."""
    return list(_texts(inhoud))


def _texts(inhoud: bytes) -> Iterator[str]:
    with pypdfium2.PdfDocument(inhoud) as document:
        for bladzijde in document:
            laag = bladzijde.get_textpage()
            yield laag.get_text_range()
            laag.close()
            bladzijde.close()
    give_back()


def find_pages(inhoud: bytes, woorden: Collection[str]) -> dict[str, list[int]]:
    """The pages, from 1, on which each stretch of words stands; spaces do not count."""
    naalden = [(w, fold(w), fold(w).replace("-", "")) for w in woorden]
    gevonden: dict[str, list[int]] = {w: [] for w in woorden}
    for nummer, ruw in enumerate(_texts(inhoud), start=1):
        tekst = fold(ruw)
        zonder = tekst.replace("-", "")
        for woord, naald, kaal in naalden:
            if naald in tekst or (kaal and kaal in zonder):
                gevonden[woord].append(nummer)
    return gevonden


def find_places(
    inhoud: bytes, woorden: Collection[str]
) -> dict[str, list[tuple[Plek, ...]]]:
    """Every place of each stretch of words; one that runs on has a part per page."""
    with pypdfium2.PdfDocument(inhoud) as document:
        letters = [
            _Letter(nummer, teken)
            for nummer, bladzijde in enumerate(document, start=1)
            for teken in read_chars(bladzijde)
        ]
    geheel, plekken = _fold_all(letters, streepjes=True)
    los, losse_plekken = _fold_all(letters, streepjes=False)
    uit = {}
    for woord in woorden:
        naald = fold(woord)
        gevonden = list(_hits(geheel, naald, plekken, letters))
        if not gevonden:
            kaal = naald.replace("-", "")
            gevonden = list(_hits(los, kaal, losse_plekken, letters))
        uit[woord] = gevonden
    return uit


def _fold_all(letters: Sequence[_Letter], *, streepjes: bool) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the letter it comes from."""
    tekst: list[str] = []
    plekken: list[int] = []
    for plek, letter in enumerate(letters):
        plat = fold(letter.teken.tekst)
        if not streepjes:
            plat = plat.replace("-", "")
        tekst.append(plat)
        plekken += [plek] * len(plat)
    return "".join(tekst), plekken


def _hits(
    geheel: str, naald: str, plekken: Sequence[int], letters: Sequence[_Letter]
) -> Iterator[tuple[Plek, ...]]:
    begin = geheel.find(naald) if naald else -1
    while begin >= 0:
        eind = begin + len(naald)
        stuk = letters[plekken[begin] : plekken[eind - 1] + 1]
        omgeving = (
            geheel[max(0, begin - OMGEVING) : begin],
            geheel[eind : eind + OMGEVING],
        )
        yield tuple(
            _place([x.teken for x in stuk if x.pagina == pagina], pagina, *omgeving)
            for pagina in sorted({x.pagina for x in stuk if fold(x.teken.tekst)})
        )
        begin = geheel.find(naald, begin + 1)


def _place(tekens: Sequence[Teken], pagina: int, voor: str, na: str) -> Plek:
    zichtbaar = [t for t in tekens if fold(t.tekst)]
    return Plek(
        pagina=pagina,
        tekst="".join(t.tekst for t in tekens).strip(),
        kaders=tuple(_lines(zichtbaar)),
        voor=voor,
        na=na,
    )


def _lines(tekens: Sequence[Teken]) -> Iterator[Kader]:
    """The frames of the lines on which characters stand."""
    rij: list[Teken] = []
    for teken in tekens:
        if rij and not rij[-1].boven < teken.hart[1] < rij[-1].onder:
            yield _around(rij)
            rij = []
        rij.append(teken)
    if rij:
        yield _around(rij)


def _around(rij: Sequence[Teken]) -> Kader:
    return Kader(
        links=min(t.links for t in rij),
        boven=min(t.boven for t in rij),
        rechts=max(t.rechts for t in rij),
        onder=max(t.onder for t in rij),
    )
