"""Blocks and tables as the data that the template sets."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from modellen.document import Blok, Vorm
from pipeline.pdf.zetwerk.boom import Tak, cell_texts
from pipeline.pdf.zetwerk.breedtes import (
    LETTER,
    RAND,
    STAAND,
    fit_columns,
    share_columns,
)
from pipeline.pdf.zetwerk.platen import Plaat
from pipeline.pdf.zetwerk.rooster import cut_columns, lay_grid
from pipeline.pdf.zetwerk.woorden import clear, split_text, with_notes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.pdf.zetwerk.rooster import Roostercel

Gegeven = dict[str, Any]
Beelden = Mapping[int, Sequence[Plaat | None]]
BEELD = "[afbeelding]"
_INSPRING = 40.0
_DIEPST = 6
_KRAP = 12.0
_HOOGST = 600.0
# Readers know no page wider than 14,400 points (ISO 32000-1, annex C).
_MEESTE_KOLOMMEN = 140
_MEE = frozenset({"kop", "melding"})
_GETAL = re.compile(r"[-−+]?(?:€\s?)?[-−]?\d[\d.,]*\s?%?")


class Gang:
    """What is known on the way through a document: its headings and its pictures.

    Levels of headings are kept without a gap, as ISO 14289-1 asks (7.4.2). ``beelden``
    are the pictures behind a block, by where that begins; ``None`` for one that cannot
    be shown. ``bestanden`` are those that were set, by name.
    """

    def __init__(self, beelden: Beelden | None = None) -> None:
        self._stapel: list[int] = []
        self._beelden = beelden or {}
        self.bestanden: dict[str, bytes] = {}

    def level(self, niveau: int) -> int:
        """The level to set a heading of this level at."""
        while self._stapel and self._stapel[-1] >= niveau:
            self._stapel.pop()
        self._stapel.append(niveau)
        return min(len(self._stapel), _DIEPST)

    def pictures(self, begin: int, breedte: float = STAAND) -> list[Gegeven]:
        """The pictures behind the block that begins here, each as wide as it fits."""
        return [self._picture(p, breedte) for p in self._beelden.get(begin, ())]

    def widest(self, cel: Roostercel) -> float:
        """How wide the widest picture in a cell is."""
        begins = [d.begin for d in cel.inhoud if isinstance(d, Blok)]
        platen = [p for b in begins for p in self._beelden.get(b, ()) if p is not None]
        return max((p.breed for p in platen), default=0.0)

    def _picture(self, plaat: Plaat | None, breedte: float) -> Gegeven:
        if plaat is None:
            return paragraph(BEELD)
        self.bestanden[plaat.naam] = plaat.inhoud
        krimp = min(1.0, breedte / plaat.breed, _HOOGST / plaat.hoog)
        return {
            "soort": "beeld", "bestand": plaat.naam,
            "breed": plaat.breed * krimp, "hoog": plaat.hoog * krimp,
        }  # fmt: skip


def make_parts(
    dingen: Sequence[Blok | Tak], gang: Gang, breedte: float = STAAND
) -> list[Gegeven]:
    """The parts of running text: headings, paragraphs, lists and tables."""
    uit: list[Gegeven] = []
    for is_lijst, groep in groupby(dingen, key=_in_list):
        if is_lijst:
            punten = [d for d in groep if isinstance(d, Blok)]
            uit += _lists(punten, gang, breedte)
        else:
            uit += [g for d in groep for g in _part(d, gang, breedte)]
    return uit


def paragraph(tekst: str, breedte: float = STAAND, *, vet: bool = False) -> Gegeven:
    """A paragraph of its own."""
    letter = 11.0 if breedte >= STAAND else LETTER
    stukken = split_text(tekst, breedte - RAND, letter)
    return {"soort": "alinea", "vet": vet, "tekst": stukken}


def _in_list(ding: Blok | Tak) -> bool:
    return isinstance(ding, Blok) and ding.vorm == Vorm.LIJST


def _part(ding: Blok | Tak, gang: Gang, breedte: float) -> Iterator[Gegeven]:
    if isinstance(ding, Tak):
        yield from _table(ding, gang)
    elif ding.vorm == Vorm.KOP and clear(ding.tekst).strip():
        niveau = gang.level(max(1, ding.niveau))
        tekst = split_text(with_notes(ding), breedte - RAND, 15.0)
        yield {"soort": "kop", "niveau": niveau, "tekst": tekst}
        yield from gang.pictures(ding.begin)
    else:
        yield paragraph(with_notes(ding), breedte, vet=ding.vet)
        yield from gang.pictures(ding.begin)


def _table(tak: Tak, gang: Gang) -> Iterator[Gegeven]:
    rooster = lay_grid(tak)
    if not rooster.cellen:
        return
    if tak.tabel.blad is not None:
        naam = split_text(tak.tabel.blad, STAAND, 15.0)
        yield {"soort": "kop", "niveau": gang.level(1), "tekst": naam}
    for begin in range(0, rooster.kolommen, _MEESTE_KOLOMMEN):
        eind = min(begin + _MEESTE_KOLOMMEN, rooster.kolommen)
        deel = cut_columns(rooster, begin, eind)
        maat = fit_columns(deel, gang.widest)
        yield {
            "soort": "tabel", "vol": False, "kop": list(deel.kop),
            "cellen": [_cell(c, gang, maat.breedtes) for c in deel.cellen],
            "breedtes": list(maat.breedtes), "blad": maat.blad and list(maat.blad),
            "vooraf": [], "achteraf": [],
        }  # fmt: skip


def _inner_table(tak: Tak, gang: Gang, breedte: float) -> Iterator[Gegeven]:
    rooster = lay_grid(tak)
    if not rooster.cellen:
        return
    delen = share_columns(rooster, gang.widest)
    maat = [breedte * d / sum(delen) for d in delen]
    yield {
        "soort": "tabel", "vol": True, "kop": list(rooster.kop),
        "cellen": [_cell(c, gang, maat) for c in rooster.cellen],
        "breedtes": list(delen), "blad": None, "vooraf": [], "achteraf": [],
    }  # fmt: skip


def _cell(cel: Roostercel, gang: Gang, maten: Sequence[float]) -> Gegeven:
    """A cell; a figure stands at the right, as in the columns of a workbook."""
    teksten = list(cell_texts(cel.inhoud))
    breedte = sum(maten[cel.x : cel.x + cel.b])
    return {
        "x": cel.x, "y": cel.y, "b": cel.b, "h": cel.h,
        "rechts": len(teksten) == 1 and bool(_GETAL.fullmatch(teksten[0])),
        "delen": _cell_parts(cel.inhoud, gang, breedte),
    }  # fmt: skip


def gather_sheets(delen: Sequence[Gegeven]) -> list[Gegeven]:
    """Put what belongs to a table on a sheet of its own on that sheet.

    That is the heading and the notice right before it, and what ends the document.
    """
    uit: list[Gegeven] = []
    for deel in delen:
        vorige = uit[-1] if uit else None
        if deel.get("blad"):
            vooraf: list[Gegeven] = []
            while uit and uit[-1]["soort"] in _MEE:
                vooraf.insert(0, uit.pop())
            uit.append(deel | {"vooraf": vooraf})
        elif deel["soort"] == "zone" and vorige is not None and vorige.get("blad"):
            vorige["achteraf"].append(deel)
        else:
            uit.append(deel)
    return uit


def _cell_parts(
    inhoud: Sequence[Blok | Tak], gang: Gang, breedte: float
) -> list[Gegeven]:
    """What stands in a cell; a heading there is a bold line, for it heads no text."""
    ruim = max(breedte - RAND, _KRAP)
    uit: list[Gegeven] = []
    for ding in inhoud:
        if isinstance(ding, Tak):
            uit += _inner_table(ding, gang, ruim)
        else:
            vet = ding.vet or ding.vorm == Vorm.KOP
            stukken = split_text(with_notes(ding), ruim, LETTER)
            uit.append({"soort": "alinea", "vet": vet, "tekst": stukken})
            uit += gang.pictures(ding.begin, ruim)
    return uit


def _lists(punten: Sequence[Blok], gang: Gang, breedte: float) -> list[Gegeven]:
    """Items as lists inside lists by their depth; numbers and bullets do not mix."""
    uit: list[Gegeven] = []
    stapel: list[tuple[int, list[Gegeven]]] = [(-1, uit)]
    for blok in punten:
        while stapel[-1][0] >= max(0, blok.niveau):
            stapel.pop()
        ruim = breedte - _INSPRING * len(stapel)
        punt = _item(blok, ruim)
        punt["delen"] += gang.pictures(blok.begin, max(ruim, _INSPRING))
        lijsten = stapel[-1][1]
        genummerd = bool(blok.nummer)
        if not lijsten or lijsten[-1].get("genummerd") != genummerd:
            lijsten.append({"soort": "lijst", "genummerd": genummerd, "punten": []})
        lijsten[-1]["punten"].append(punt)
        stapel.append((max(0, blok.niveau), punt["delen"]))
    return uit


def _item(blok: Blok, breedte: float) -> Gegeven:
    tekst = with_notes(blok)
    if blok.nummer and tekst.startswith(blok.nummer):
        tekst = tekst[len(blok.nummer) :].lstrip()
    stukken = split_text(tekst, max(breedte, _INSPRING), 11.0)
    return {"nummer": clear(blok.nummer), "tekst": stukken, "delen": []}
