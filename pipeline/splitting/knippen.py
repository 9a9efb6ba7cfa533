"""Cutting a document at block boundaries: every span stays true in its part."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from modellen.document import Document, Zone
from modellen.plaats import OpPagina, around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modellen.document import Aanduiding, Blok, Pagina, Tabel

_PAGINANUMMER = re.compile(r"(?i)\b(?:pagina|blad(?:zijde)?|blz\.?|page)\s*\d")
_LOPEND = {Zone.HOOFDTEKST, Zone.BERICHTKOP, Zone.TEKSTVAK}


@dataclass(slots=True)
class _Stuk:
    """A stretch of the text with its blocks and tables, that no cut may divide."""

    begin: int
    eind: int
    blokken: list[Blok]
    tabellen: list[Tabel]


def cut(document: Document, grenzen: Sequence[int]) -> tuple[Document, ...]:
    """The parts of a document that begin at its start and at these offsets.

    An offset inside a block or table moves to its beginning. Each part holds its own
    blocks, tables (numbered anew) and pages; notes and running lines that stand behind
    the main text go to the part of their page. Parts without any block are left out.
    """
    stukken = _pieces(document)
    knippen = sorted({_snap(stukken, g) for g in grenzen} - {0})
    delen: list[list[_Stuk]] = [[] for _ in range(len(knippen) + 1)]
    per_pagina = _parts_by_page(stukken, knippen)
    for stuk in stukken:
        delen[_part_of(stuk, knippen, per_pagina)].append(stuk)
    gevuld = [d for d in delen if any(s.blokken for s in d)]
    if len(gevuld) < 2:  # noqa: PLR2004 (one part is the document itself)
        return (document,)
    blad = _divide_pages(document, gevuld)
    return tuple(
        _assemble(document, deel, bladen)
        for deel, bladen in zip(gevuld, blad, strict=True)
    )


def release_header(document: Document) -> Document:
    """The same part, what stands above one of its pages only made main text.

    What looked like a running header over a composite file can be a heading that its
    documents have in common.
    """
    koppen = [b for b in document.blokken if b.zone is Zone.KOPTEKST]
    teksten = Counter(b.tekst for b in koppen)
    los = {t for t, n in teksten.items() if n == 1 and any(ch.isalpha() for ch in t)}
    los = {t for t in los if not _PAGINANUMMER.search(t)}
    if not los:
        return document
    blokken = tuple(
        replace(b, zone=Zone.HOOFDTEKST)
        if b.zone is Zone.KOPTEKST and b.tekst in los and b.pagina is not None
        else b
        for b in document.blokken
    )
    return replace(document, blokken=blokken)


def divide_block(document: Document, positie: int) -> Document:
    """The same document, the block around this offset parted there in two blocks.

    Where no block runs over the offset, or it lies in a table, nothing changes.
    """
    index = bisect_right(document.blokken, positie, key=lambda b: b.begin) - 1
    if index < 0 or any(
        c.begin <= positie < c.eind for t in document.tabellen for c in t.cellen
    ):
        return document
    blok = document.blokken[index]
    knip = positie - blok.begin
    voor, na = blok.tekst[:knip].rstrip(), blok.tekst[knip:]
    if not voor.strip() or not na.strip() or knip <= 0:
        return document
    knip += len(na) - len(na.lstrip())
    eerste = _span_of(blok, 0, len(voor))
    tweede = replace(_span_of(blok, knip, len(blok.tekst)), nummer="")
    blokken = (
        *document.blokken[:index],
        eerste,
        tweede,
        *document.blokken[index + 1 :],
    )
    return replace(document, blokken=blokken)


def _span_of(blok: Blok, van: int, tot: int) -> Blok:
    """A piece of a block with the printed lines and the frame that belong to it."""
    regels = tuple(
        replace(r, begin=r.begin - van) for r in blok.regels if van <= r.begin < tot
    )
    plaats = blok.plaats
    if regels and isinstance(plaats, OpPagina):
        kaders = [r.kader for r in regels]
        rand = around(kaders)
        plaats = OpPagina(plaats.pagina, rand)
    return replace(
        blok,
        tekst=blok.tekst[van:tot],
        begin=blok.begin + van,
        plaats=plaats,
        regels=regels,
    )


def _pieces(document: Document) -> list[_Stuk]:
    """Blocks and outer tables as stretches that do not overlap, in reading order."""
    spannen: list[tuple[int, int, Blok | None, Tabel | None]] = [
        (b.begin, b.eind, b, None) for b in document.blokken
    ]
    spannen += [
        (min(c.begin for c in t.cellen), max(c.eind for c in t.cellen), None, t)
        for t in document.tabellen
        if t.cellen
    ]
    spannen.sort(key=lambda s: (s[0], s[3] is None, -s[1]))
    stukken: list[_Stuk] = []
    for begin, eind, blok, tabel in spannen:
        if not stukken or begin >= stukken[-1].eind:
            stukken.append(_Stuk(begin, eind, [], []))
        stuk = stukken[-1]
        stuk.eind = max(stuk.eind, eind)
        if blok is not None:
            stuk.blokken.append(blok)
        if tabel is not None:
            stuk.tabellen.append(tabel)
    return stukken


def _snap(stukken: list[_Stuk], positie: int) -> int:
    """The beginning of the stretch an offset lies in, or of the next one."""
    for stuk in stukken:
        if positie < stuk.eind or stuk.begin >= positie:
            return stuk.begin if stuk is not stukken[0] else 0
    return 0


def _parts_by_page(
    stukken: Sequence[_Stuk], knippen: list[int]
) -> dict[int, tuple[int, int]]:
    """For each page the first and the last part that has main text on it."""
    delen: dict[int, tuple[int, int]] = {}
    for stuk in stukken:
        for blok in stuk.blokken:
            if blok.zone in _LOPEND and blok.pagina is not None:
                deel = bisect_right(knippen, stuk.begin)
                eerste = delen.get(blok.pagina, (deel, deel))[0]
                delen[blok.pagina] = (eerste, deel)
    return delen


def _part_of(stuk: _Stuk, knippen: list[int], delen: dict[int, tuple[int, int]]) -> int:
    """Main text goes by its offset; what stands apart goes by its page."""
    deel = bisect_right(knippen, stuk.begin)
    zones = {b.zone for b in stuk.blokken}
    if not zones or zones & _LOPEND:
        return deel
    pagina = stuk.blokken[0].pagina
    if pagina is None:
        return 0
    if pagina not in delen:
        return deel
    eerste, laatste = delen[pagina]
    return eerste if Zone.KOPTEKST in zones else min(max(deel, eerste), laatste)


def _divide_pages(
    document: Document, delen: list[list[_Stuk]]
) -> list[tuple[Pagina, ...]]:
    """Each page for every part that has text on it; the others for the part before."""
    nummers = [{b.pagina for s in deel for b in s.blokken} for deel in delen]
    eerste = [min((n for n in ns if n is not None), default=0) for ns in nummers]
    bladen: list[list[Pagina]] = [[] for _ in delen]
    for pagina in document.paginas:
        houders = [i for i, ns in enumerate(nummers) if pagina.nummer in ns]
        if not houders:
            eerder = [i for i, n in enumerate(eerste) if 0 < n <= pagina.nummer]
            houders = [max(eerder, default=0)]
        for houder in houders:
            bladen[houder].append(pagina)
    return [tuple(b) for b in bladen]


def _assemble(
    document: Document, stukken: list[_Stuk], paginas: tuple[Pagina, ...]
) -> Document:
    """A document of these stretches: text, blocks and tables shifted together."""
    tekst = ""
    blokken: list[Blok] = []
    tabellen: list[Tabel] = []
    aangeduid: list[Aanduiding] = []
    for stuk in stukken:
        tekst += "\n" if tekst else ""
        schuif = len(tekst) - stuk.begin
        tekst += document.tekst[stuk.begin : stuk.eind]
        blokken += [replace(b, begin=b.begin + schuif) for b in stuk.blokken]
        tabellen += [_shift(t, schuif) for t in stuk.tabellen]
        _point_out(aangeduid, document.aanduidingen, stuk, schuif)
    tabellen.sort(key=lambda t: t.nummer)
    return replace(
        document,
        tekst=tekst,
        blokken=tuple(blokken),
        tabellen=tuple(_renumber(t, n) for n, t in enumerate(tabellen, start=1)),
        paginas=paginas,
        aanduidingen=tuple(aangeduid),
    )


def _point_out(
    hier: list[Aanduiding],
    alle: Sequence[Aanduiding],
    stuk: _Stuk,
    schuif: int,
) -> None:
    """Add what is pointed out in a stretch; what runs on from the last one is one."""
    for ander in alle:
        begin = max(ander.begin, stuk.begin) + schuif
        eind = min(ander.eind, stuk.eind) + schuif
        if begin >= eind:
            continue
        vorige = next((a for a in hier if a.eind + 1 == begin), None)
        if ander.begin < stuk.begin and vorige and vorige.notitie == ander.notitie:
            hier[hier.index(vorige)] = replace(vorige, eind=eind)
        else:
            hier.append(replace(ander, begin=begin, eind=eind))


def _shift(tabel: Tabel, schuif: int) -> Tabel:
    cellen = tuple(
        replace(c, begin=c.begin + schuif, eind=c.eind + schuif) for c in tabel.cellen
    )
    return replace(tabel, cellen=cellen)


def _renumber(tabel: Tabel, nummer: int) -> Tabel:
    """The table under a new number, also in the addresses of its cells."""
    if tabel.nummer == nummer:
        return tabel
    oud, nieuw = f"tabel {tabel.nummer} ", f"tabel {nummer} "
    cellen = tuple(
        replace(c, adres=nieuw + c.adres.removeprefix(oud))
        if c.adres.startswith(oud)
        else c
        for c in tabel.cellen
    )
    return replace(tabel, nummer=nummer, cellen=cellen)
