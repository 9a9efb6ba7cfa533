"""Everything else: no other word is lost or moved."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from modellen.lakken import Controle
from pipeline.pdf.controle.tekens import make_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.plaats import Kader
    from pipeline.pdf.controle.bestand import Proef
    from pipeline.pdf.controle.tekens import Teken, Woord

NAAM = "overige woorden"
SPELING = 0.55
"""Points a word may move: half a step of the grid, and what rounding adds."""

MINST = 0.999
RUIM = 1.0


def check_words(proef: Proef) -> Iterator[Controle]:
    """Whether at least 99.9 % of the words outside boxes stand where they stood."""
    beelden = {g.pagina for g in proef.uitslag.gerasterd}
    totaal = weg = 0
    ergste: int | None = None
    for nummer, tekens in enumerate(proef.voor, start=1):
        if nummer in beelden or nummer > len(proef.na):
            continue
        kaders = [v.kader for v in proef.vakken_op(nummer)]
        kaders += [b.kader for b in proef.uitslag.bronlekken if b.pagina == nummer]
        maat = proef.maten[nummer - 1]
        staan, zoek = _compare(tekens, proef.na[nummer - 1])
        kwijt = sum(1 for w in zoek if _on_page(w, maat) and not _touched(w, kaders))
        totaal, weg = totaal + staan + kwijt, weg + kwijt
        ergste = nummer if kwijt and ergste is None else ergste
    deel = 1 - weg / totaal if totaal else 1.0
    yield Controle(
        naam=NAAM,
        geslaagd=deel >= MINST,
        toelichting=f"{totaal - weg} van {totaal} andere woorden staan op hun plaats",
        pagina=ergste if deel < MINST else None,
    )


def _on_page(woord: Woord, maat: tuple[float, float]) -> bool:
    """Whether a word is shown: what lies beside the page is taken out."""
    breed, hoog = maat
    return woord.rechts > 0 < woord.onder and woord.links < breed and woord.boven < hoog


def _touched(woord: Woord, weg: Sequence[Kader]) -> bool:
    return any(
        woord.links < k.rechts + RUIM
        and woord.rechts > k.links - RUIM
        and woord.boven < k.onder + RUIM
        and woord.onder > k.boven - RUIM
        for k in weg
    )


def _compare(voor: list[Teken], na: list[Teken]) -> tuple[int, list[Woord]]:
    """How many words stand where they stood, letter by letter at the least; the others.

    Where words end is a guess of the library; where letters stand is not.
    """
    woorden = list(make_words(voor))
    plekken: dict[str, list[Woord]] = defaultdict(list)
    for woord in make_words(na):
        plekken[woord.tekst].append(woord)
    zoek = [w for w in woorden if not any(_same(w, n) for n in plekken[w.tekst])]
    if zoek:
        letters: dict[str, list[Teken]] = defaultdict(list)
        for teken in na:
            letters[teken.tekst].append(teken)
        zoek = [w for w in zoek if not _stands_in_letters(w, letters)]
    return len(woorden) - len(zoek), zoek


def _stands_in_letters(woord: Woord, letters: dict[str, list[Teken]]) -> bool:
    return all(any(_same(t, n) for n in letters[t.tekst]) for t in woord.tekens)


def _same(een: Woord | Teken, twee: Woord | Teken) -> bool:
    return (
        abs(een.links - twee.links) <= SPELING
        and abs(een.onder - twee.onder) <= SPELING
        and abs(een.rechts - twee.rechts) <= SPELING
    )
