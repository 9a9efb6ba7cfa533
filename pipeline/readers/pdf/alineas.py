"""Paragraphs from printed lines: which lines belong together, and how they join."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from modellen.document import Regelkader, Vorm, Woordkader
from modellen.plaats import Kader, around
from pipeline.pdf.tekens import join_broken
from pipeline.readers.opsomming import find_opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.pdf.vormen import Regel
    from pipeline.readers.opsomming import Opsomming

_INSPRING = 4.0
_WIJD = 0.75
_MAAT = 0.6
_GETAL = re.compile(r"\d{1,4} [a-z]{3}")
"""How a line begins that goes on with a figure: «20 december 2025 uw reactie»."""
_KOPREGEL = re.compile(
    r"(?:van|aan|cc|bcc|onderwerp|verzonden|datum|bijlagen?|bijlage\(n\)|betreft|kenmerk"
    r"|ons kenmerk|uw kenmerk|from|to|sent|subject|date|attachments?|tijd|locatie"
    r"|plaats|aanwezig|afwezig|afgemeld|voorzitter|secretaris|notulist|status)\s*:",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alinea:
    """A paragraph of printed lines, ready to become a block."""

    tekst: str
    kader: Kader
    regels: tuple[Regelkader, ...]
    letter: float
    vet: bool
    vorm: Vorm = Vorm.ALINEA
    nummer: str = ""
    niveau: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Maat:
    """The edges text may fill, and how far apart lines of a paragraph may lie."""

    breedte: tuple[float, float]
    wijd: float


def make_paragraphs(
    regels: Sequence[Regel],
    woorden: frozenset[str],
    breedte: tuple[float, float],
    wijd: float | None = None,
) -> list[Alinea]:
    """The paragraphs in lines that stand in reading order.

    ``breedte`` is the left and right edge that text may fill: a line that stops short
    of it ends its paragraph. ``woorden`` help to join words broken over lines.
    """
    groepen: list[tuple[list[Regel], Opsomming | None]] = []
    maat = _Maat(breedte=breedte, wijd=line_gap(regels) if wijd is None else wijd)
    inspring = 0.0
    for regel in regels:
        item = find_opsomming(regel.tekst)
        if groepen and _goes_on(groepen[-1], regel, item, maat, inspring):
            if len(groepen[-1][0]) == 1:
                inspring = regel.kader.links
            groepen[-1][0].append(regel)
        else:
            groepen.append(([regel], item))
            inspring = regel.kader.links
    return _join_bullets([_make(g, item, woorden, breedte) for g, item in groepen])


def _goes_on(
    groep: tuple[list[Regel], Opsomming | None],
    regel: Regel,
    item: Opsomming | None,
    maat: _Maat,
    inspring: float,
) -> bool:
    """Whether a line belongs to the paragraph before it."""
    eerder, kop = groep
    vorige = eerder[-1]
    if vorige.afgebroken and regel.tekst[:1].islower():
        return _near(vorige, regel, maat.wijd)
    if (
        item is not None
        or not _near(vorige, regel, maat.wijd)
        or not _same_type(vorige, regel)
    ):
        return False
    if _KOPREGEL.match(regel.tekst):
        return False
    links = regel.kader.links
    if kop is not None:
        # What hangs under a bullet or number stands to its right.
        hangt = links > eerder[0].kader.links + 1.0 or len(eerder) > 1
        if not hangt and not kop.nummer:
            return False
    if len(eerder) > 1 and abs(links - inspring) > _INSPRING:
        return False
    return _is_full(vorige, regel, maat.breedte)


def _near(vorige: Regel, regel: Regel, wijd: float) -> bool:
    """Directly below, at most as far as lines lie apart here."""
    dik = max(vorige.kader.onder - vorige.kader.boven, 1.0)
    gat = regel.kader.boven - vorige.kader.onder
    overlapt = regel.kader.links < vorige.kader.rechts and (
        regel.kader.rechts > vorige.kader.links
    )
    return -_WIJD * dik < gat < wijd * dik and overlapt


def line_gap(regels: Sequence[Regel]) -> float:
    """How far apart lines of one paragraph may lie, in heights of the line.

    The most usual distance on a page is that within paragraphs; half a step more is
    space between them.
    """
    teller: Counter[int] = Counter()
    for vorige, regel in pairwise(regels):
        dik = max(vorige.kader.onder - vorige.kader.boven, 1.0)
        gat = (regel.kader.boven - vorige.kader.onder) / dik
        if -_WIJD < gat < 1.5 and abs(vorige.letter - regel.letter) < _MAAT:  # noqa: PLR2004 wider is never one paragraph
            teller[round(gat * 10)] += 1
    if not teller:
        return _WIJD
    hoogste = max(teller.values())
    gewoon = min(g for g, keer in teller.items() if keer >= 0.6 * hoogste) / 10
    return max(min(gewoon, 1.1), 0.15) + 0.28


def _same_type(een: Regel, ander: Regel) -> bool:
    return abs(een.letter - ander.letter) < _MAAT and not (
        een.vet != ander.vet and (een.vet or len(ander.tekst) > 1)
    )


def _is_full(vorige: Regel, regel: Regel, breedte: tuple[float, float]) -> bool:
    """Whether the next word would not have fitted behind the line."""
    per_teken = (vorige.kader.rechts - vorige.kader.links) / max(len(vorige.tekst), 1)
    eerste = len(regel.tekst.split(maxsplit=1)[0]) + 1
    over = breedte[1] - vorige.kader.rechts
    verder = regel.tekst[:1].islower() or _GETAL.match(regel.tekst) is not None
    midden = verder and vorige.tekst[-1:] not in ".!?:;"
    return over < per_teken * eerste * 1.15 + 2 or (
        midden and over < 0.45 * (breedte[1] - breedte[0])
    )


def _make(
    regels: list[Regel],
    item: Opsomming | None,
    woorden: frozenset[str],
    breedte: tuple[float, float],
) -> Alinea:
    tekst, plekken = "", []
    for index, regel in enumerate(regels):
        deel = regel.tekst
        if index == 0:
            deel = deel if item is None else item.tekst
            tekst, begin = deel, 0
        elif regels[index - 1].afgebroken and tekst:
            samen = join_broken(tekst, deel, woorden)
            begin = len(samen) - len(deel)
            tekst = samen
        else:
            begin = len(tekst) + 1 if tekst else 0
            tekst = f"{tekst} {deel}".strip()
        eigen = tuple(_words(regel, tekst, begin))
        plekken.append(Regelkader(begin=begin, kader=regel.kader, woorden=eigen))
    kaders = [r.kader for r in regels]
    kader = around(kaders)
    return Alinea(
        tekst=tekst,
        kader=kader,
        regels=tuple(plekken),
        letter=max(r.letter for r in regels),
        vet=all(r.vet for r in regels),
        vorm=Vorm.ALINEA if item is None else Vorm.LIJST,
        nummer="" if item is None else item.nummer,
        niveau=0 if item is None else _depth(kader.links, breedte[0]),
    )


def _words(regel: Regel, tekst: str, begin: int) -> Iterator[Woordkader]:
    """Where the words of a recognised line stand in the text of their paragraph."""
    for woord in regel.woorden:
        plek = tekst.find(woord.tekst, begin)
        if plek >= 0:
            begin = plek + len(woord.tekst)
            kader = Kader(woord.links, woord.boven, woord.rechts, woord.onder)
            yield Woordkader(begin=plek, eind=begin, kader=kader)


def _depth(links: float, marge: float) -> int:
    """The depth of a list item by its indent: about one level each 18 points."""
    return max(0, min(8, round((links - marge - 18.0) / 18.0)))


def _join_bullets(alineas: list[Alinea]) -> list[Alinea]:
    """Bullets that stand alone join the paragraph beside them."""
    uit: list[Alinea] = []
    for alinea in alineas:
        vorig = uit[-1] if uit else None
        if vorig is not None and vorig.vorm == Vorm.LIJST and not vorig.tekst:
            uit.pop()
            if alinea.tekst:
                uit.append(_as_item(alinea, vorig))
                continue
        uit.append(alinea)
    return [a for a in uit if a.tekst]


def _as_item(alinea: Alinea, bullet: Alinea) -> Alinea:
    return Alinea(
        tekst=alinea.tekst,
        kader=alinea.kader,
        regels=alinea.regels,
        letter=alinea.letter,
        vet=alinea.vet,
        vorm=Vorm.LIJST,
        nummer=alinea.nummer,
        niveau=bullet.niveau,
    )
