"""Tables that run over pages: one table, its repeated heads set apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.pdf.vormen import Blad, PdfCel, PdfTabel, Regel

_GELIJK = 4.0
_RAND = 0.16
_ZINSEINDE = re.compile(r"[.!?:;]['\")\]]*$")


@dataclass(slots=True, kw_only=True)
class Draadcel:
    """A cell of a table over pages: its pieces, each with its page."""

    rij: int
    kolom: int
    rijspan: int
    kolomspan: int
    stukken: list[tuple[int, PdfCel]]


@dataclass(slots=True, kw_only=True)
class Draad:
    """A table over pages; ``koppen`` are its head rows as they came back."""

    cellen: list[Draadcel]
    randen: tuple[float, ...]
    rijen: int
    koppen: list[tuple[int, list[Regel]]] = field(default_factory=list)


def thread_tables(bladen: Sequence[Blad]) -> dict[int, Draad]:
    """Each table by the identity of its first piece; pieces that follow are in it."""
    draden: dict[int, Draad] = {}
    lopend: Draad | None = None
    for blad in bladen:
        vervolg = lopend
        lopend = None
        for index, tabel in enumerate(blad.tabellen):
            if index == 0 and vervolg is not None and _continues(vervolg, tabel, blad):
                _append(vervolg, tabel, blad.nummer)
                draad = vervolg
            else:
                draad = _begin(tabel, blad.nummer)
                draden[id(tabel)] = draad
            laatste = index == len(blad.tabellen) - 1
            lopend = draad if laatste and _reaches_end(tabel, blad) else None
    return draden


def _begin(tabel: PdfTabel, pagina: int) -> Draad:
    cellen = [_cell(c, pagina, 0) for c in tabel.cellen]
    return Draad(cellen=cellen, randen=tabel.randen, rijen=tabel.rijen)


def _cell(cel: PdfCel, pagina: int, erboven: int) -> Draadcel:
    return Draadcel(
        rij=cel.rij + erboven,
        kolom=cel.kolom,
        rijspan=cel.rijspan,
        kolomspan=cel.kolomspan,
        stukken=[(pagina, cel)],
    )


def _continues(draad: Draad, tabel: PdfTabel, blad: Blad) -> bool:
    """Same columns, and nothing of the main text above it on its page."""
    if len(draad.randen) != len(tabel.randen):
        return False
    gelijk = all(
        abs(a - b) <= _GELIJK for a, b in zip(draad.randen, tabel.randen, strict=True)
    )
    boven = [r for r in blad.regels if r.kader.onder <= tabel.kader.boven + 2]
    return gelijk and all(r.kader.onder < _RAND * blad.hoogte for r in boven)


def _reaches_end(tabel: PdfTabel, blad: Blad) -> bool:
    """Whether only a running foot stands below it."""
    onder = [r for r in blad.regels if r.kader.boven >= tabel.kader.onder - 2]
    return all(r.kader.boven > (1 - _RAND) * blad.hoogte for r in onder)


def _append(draad: Draad, tabel: PdfTabel, pagina: int) -> None:
    cellen = list(tabel.cellen)
    herhaald = _repeated_head(draad, cellen)
    if herhaald:
        kop = [r for c in cellen if c.rij <= herhaald for r in c.regels]
        draad.koppen.append((pagina, kop))
        cellen = [c for c in cellen if c.rij > herhaald]
    if not cellen:
        return
    eerste = [c for c in cellen if c.rij == min(x.rij for x in cellen)]
    erboven = draad.rijen - herhaald
    if _row_goes_on(draad, eerste):
        for cel in eerste:
            _at(draad, draad.rijen, cel.kolom).stukken.append((pagina, cel))
        cellen = [c for c in cellen if c not in eerste]
        erboven -= 1
    draad.cellen += [_cell(c, pagina, erboven) for c in cellen]
    draad.rijen = max(c.rij + c.rijspan - 1 for c in draad.cellen)


def _repeated_head(draad: Draad, cellen: list[PdfCel]) -> int:
    """How many rows at the top repeat the head of the table."""
    aantal = 0
    for rij in range(1, max(c.rij for c in cellen) + 1):
        nieuw = [(c.kolom, c.tekst) for c in cellen if c.rij == rij]
        oud = [(c.kolom, c.stukken[0][1].tekst) for c in draad.cellen if c.rij == rij]
        if nieuw != oud or not any(t for _, t in nieuw):
            break
        aantal = rij
    return aantal


def _row_goes_on(draad: Draad, eerste: list[PdfCel]) -> bool:
    """Whether the first row on a page is the rest of the last row before it.

    It is when the columns agree, no column begins anew (a capital behind a full stop,
    or words where the row above had none in its first column), and at least one goes on
    in the middle of a sentence or leaves its first column empty.
    """
    laatste = {c.kolom: c for c in draad.cellen if c.rij == draad.rijen}
    if {c.kolom for c in eerste} != set(laatste):
        return False
    if any(
        s > 1
        for s in [c.rijspan for c in eerste] + [c.rijspan for c in laatste.values()]
    ):
        return False
    vol = [c for c in eerste if c.regels]
    if not vol:
        return False
    if len(vol) < len(eerste) and not min(eerste, key=lambda c: c.kolom).regels:
        return True
    return any(_mid_sentence(laatste[c.kolom], c) for c in vol)


def _mid_sentence(boven: Draadcel, onder: PdfCel) -> bool:
    voor = " ".join(c.tekst for _, c in boven.stukken).strip()
    na = onder.tekst.strip()
    return bool(voor) and na[:1].islower() and _ZINSEINDE.search(voor) is None


def _at(draad: Draad, rij: int, kolom: int) -> Draadcel:
    return next(c for c in draad.cellen if c.rij == rij and c.kolom == kolom)
