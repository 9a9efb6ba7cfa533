"""Where words stand in a PDF: page and frames, by the text that pdfium reads."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2

from modellen.plaats import Kader, around
from pipeline.geheugen import give_back
from pipeline.pdf.lakken.zoeken import fold
from pipeline.pdf.lettervakken import read_chars
from pipeline.pdf.tekens import BREUKEN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pipeline.pdf.lettervakken import Teken

_REGELEINDE = BREUKEN | frozenset("\r\n")
"""What pdfium gives for the end of a line, and for the hyphen before it."""

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


class _Tekst(NamedTuple):
    """A folded text, and for each of its characters the letter it comes from."""

    plat: str
    plekken: list[int]


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
    geheel = _Tekst(*_fold_all(letters, streepjes=True))
    los = _Tekst(*_fold_all(letters, streepjes=False))
    return {woord: _find(fold(woord), geheel, los, letters) for woord in woorden}


def _find(
    naald: str, geheel: _Tekst, los: _Tekst, letters: Sequence[_Letter]
) -> list[tuple[Plek, ...]]:
    """The places of a word in the order of the text, also where a line end breaks it.

    A hyphen is there or not where a line ends; pdfium may leave out one that is.
    """
    heel = dict(_stretches(geheel, naald))
    kaal = _stretches(los, naald.replace("-", ""))
    bezet = sorted(heel.items())
    hits = {b: _make_hit(b, e, geheel, letters) for b, e in bezet}
    for begin, eind in kaal:
        if any(b < eind and begin < e for b, e in _near(bezet, begin)):
            continue
        if not bezet or _is_broken(letters[begin:eind]):
            hits[begin] = _make_hit(begin, eind, geheel, letters)
    return [hits[begin] for begin in sorted(hits)]


def _is_broken(stuk: Sequence[_Letter]) -> bool:
    """Whether a line or page ends within letters; a hyphen may stand for that."""
    return stuk[0].pagina != stuk[-1].pagina or any(
        letter.teken.tekst in _REGELEINDE for letter in stuk
    )


def _near(bezet: list[tuple[int, int]], plek: int) -> list[tuple[int, int]]:
    """The stretches that begin last before a place, and first behind it."""
    i = bisect_left(bezet, (plek, 0))
    return bezet[max(i - 1, 0) : i + 1]


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


def _stretches(tekst: _Tekst, naald: str) -> Iterator[tuple[int, int]]:
    """The first letter of each occurrence of a word, and the one behind its last."""
    begin = tekst.plat.find(naald) if naald else -1
    while begin >= 0:
        eind = begin + len(naald)
        yield tekst.plekken[begin], tekst.plekken[eind - 1] + 1
        begin = tekst.plat.find(naald, begin + 1)


def _make_hit(
    begin: int, eind: int, geheel: _Tekst, letters: Sequence[_Letter]
) -> tuple[Plek, ...]:
    stuk = letters[begin:eind]
    van, tot = (bisect_left(geheel.plekken, plek) for plek in (begin, eind))
    omgeving = (
        geheel.plat[max(0, van - OMGEVING) : van],
        geheel.plat[tot : tot + OMGEVING],
    )
    return tuple(
        _place([x.teken for x in stuk if x.pagina == pagina], pagina, *omgeving)
        for pagina in sorted({x.pagina for x in stuk if fold(x.teken.tekst)})
    )


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
            yield around(rij)
            rij = []
        rij.append(teken)
    if rij:
        yield around(rij)
