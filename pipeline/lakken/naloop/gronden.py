"""Marks and their grounds, and what the legend says of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from modellen.naloop import Vindplaats
from pipeline.lakken.naloop.nabij import place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.naloop import (
        Legendaregel,
        Masker,
        Naloopbevinding,
        Naloopdossier,
        Openbaarstuk,
    )
    from pipeline.lakken.naloop.kennis import Naloopkennis

_MEEST = 6


def check_grounds(
    dossier: Naloopdossier, kennis: Naloopkennis
) -> Iterator[Naloopbevinding]:
    """Marks without a ground, grounds without a legend, pages that do not match."""
    for stuk in dossier.stukken:
        if stuk.maskers:
            yield from _bare(stuk, kennis)
        if stuk.legenda and len(stuk.legendabladen) < len(stuk.paginas):
            yield from _compare(stuk, kennis)
        elif stuk.maskers and not stuk.legendabladen:
            eerste = stuk.maskers[0]
            yield kennis.report(
                "geen_legenda", [place(stuk, eerste.begin, eerste.eind)]
            )


def _bare(stuk: Openbaarstuk, kennis: Naloopkennis) -> Iterator[Naloopbevinding]:
    kaal = [m for m in stuk.maskers if m.grond is None]
    if kaal:
        bronnen = [place(stuk, m.begin, m.eind) for m in kaal[:_MEEST]]
        yield kennis.report("geen_grond", bronnen, aantal=str(len(kaal)))


def _compare(stuk: Openbaarstuk, kennis: Naloopkennis) -> Iterator[Naloopbevinding]:
    gebruikt: dict[str, list[Masker]] = defaultdict(list)
    for masker in stuk.maskers:
        if masker.grond:
            gebruikt[masker.grond].append(masker)
    genoemd: dict[str, list[Legendaregel]] = defaultdict(list)
    for regel in stuk.legenda:
        genoemd[regel.grond].append(regel)
    for grond, maskers in sorted(gebruikt.items()):
        if not any(_explains(g, grond) for g in genoemd):
            bronnen = [place(stuk, m.begin, m.eind) for m in maskers[:_MEEST]]
            yield kennis.report("grond_niet_in_legenda", bronnen, grond=grond)
    for grond, regels in sorted(genoemd.items()):
        yield from _pages(stuk, grond, regels, gebruikt.get(grond, []), kennis)


def _explains(genoemd: str, gebruikt: str) -> bool:
    """Whether a legend that names an article explains a ground of it: 5.2 and 5.2.1."""
    return genoemd == gebruikt or gebruikt.startswith(f"{genoemd}.")


def _pages(
    stuk: Openbaarstuk,
    grond: str,
    regels: list[Legendaregel],
    maskers: list[Masker],
    kennis: Naloopkennis,
) -> Iterator[Naloopbevinding]:
    gedrukt = [r for r in regels if r.paginas is not None]
    if not gedrukt:
        return
    alle = frozenset(p for r in gedrukt for p in r.paginas or ())
    zegt = alle - frozenset(stuk.beelden)  # a picture holds no marks to read
    staat = frozenset(stuk.pagina(m.begin) for m in maskers)
    bron = Vindplaats(
        bestand=stuk.bestand,
        woorden=f"{grond}: {_show(alle)}",
        pagina=gedrukt[0].pagina,
    )
    if not zegt and not maskers:
        return
    if not maskers:
        yield kennis.report("legenda_ongebruikt", [bron], grond=grond)
        return
    delen = []
    if staat - zegt:
        delen.append(f"niet genoemd {_show(staat - zegt)}")
    if zegt - staat:
        delen.append(f"ten onrechte genoemd {_show(zegt - staat)}")
    if delen:
        eerste = next(
            m for m in maskers if stuk.pagina(m.begin) in (staat - zegt or staat)
        )
        bronnen = [bron, place(stuk, eerste.begin, eerste.eind)]
        yield kennis.report(
            "legenda_paginas", bronnen, grond=grond, verschil="; ".join(delen)
        )


def _show(paginas: frozenset[int]) -> str:
    return "blz. " + ", ".join(map(str, sorted(paginas)))
