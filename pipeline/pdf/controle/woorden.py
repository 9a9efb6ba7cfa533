"""Everything else: no other word is lost or moved."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from modellen.lakken import Controle
from pipeline.pdf.lettervakken import make_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.plaats import Kader
    from pipeline.pdf.controle.bestand import Blad, Proef
    from pipeline.pdf.lettervakken import Teken, Woord

NAAM = "overige woorden"
FIJN, SPELING = 0.5, 0.55
"""Points a word may move: half a step of a grid of one, and what rounding adds."""

_AFGEROND = 500.0
"""Points of boxes on a line before a word for each that it may move besides.

pdfium drops what is behind the point of the width of a letter (277.832 is 277), and not
of a gap: it puts what follows elsewhere than other readers do. That is at most a
thousandth of the type for each letter that is gone, and those are half of it wide.
"""

SPIKKEL = 1.0
"""Points under which a word is no more than a dot."""

MINST = 0.999
RUIM = 1.0


class Woordcontrole:
    """Whether at least 99.9 % of the words outside boxes stand where they stood."""

    def __init__(self, proef: Proef) -> None:
        self._proef = proef
        self._beelden = {g.pagina for g in proef.uitslag.gerasterd}
        self._totaal = 0
        self._kwijt: dict[int, int] = {}
        self._getoond = self._leesbaar = 0

    def see(self, blad: Blad) -> None:
        """Compare the words of a page; of a picture those it has as text."""
        if blad.nummer > self._proef.aantallen[0]:
            return
        proef = self._proef
        kaders = [v.kader for v in proef.vakken_op(blad.nummer)]
        lekken = proef.uitslag.bronlekken
        kaders += [b.kader for b in lekken if b.pagina == blad.nummer]
        if blad.nummer in self._beelden:
            self._count_picture(blad, kaders)
            return
        staan, zoek = _compare(blad.voor, blad.geschreven)
        zoek = [w for w in zoek if _on_page(w, blad.maat) and not _touched(w, kaders)]
        kwijt = len(zoek)
        if kwijt:
            grof = max(0.0, proef.stap / 2 - FIJN)
            kwijt -= _count_rounded(zoek, blad.geschreven, kaders, grof)
        self._totaal += staan + len(zoek)
        if kwijt:
            self._kwijt[blad.nummer] = kwijt

    def _count_picture(self, blad: Blad, kaders: Sequence[Kader]) -> None:
        """Count the words beside the boxes, and those that the picture has as text.

        What it shows is compared as ink; letters that show something else have none.
        """
        over = Counter(w.tekst for w in make_words(blad.na))
        er_was = Counter(
            w.tekst
            for w in make_words(blad.voor)
            if _on_page(w, blad.maat) and not _touched(w, kaders)
        )
        self._getoond += er_was.total()
        self._leesbaar += (er_was & over).total()

    def outcome(self) -> Iterator[Controle]:
        """The words together; when too many are lost, each page that lost some."""
        weg = sum(self._kwijt.values())
        over = self._totaal - weg
        goed = not weg or over / self._totaal >= MINST
        wat = f"{over} van {self._totaal} andere woorden staan op hun plaats"
        if self._getoond:
            wat += (
                f"; van de {self._getoond} op bladzijden die een beeld werden, zijn er "
                f"{self._leesbaar} ook als tekst te lezen"
            )
        yield Controle(naam=NAAM, geslaagd=goed, toelichting=wat)
        for pagina, aantal in self._kwijt.items() if not goed else ():
            yield Controle(
                naam=NAAM,
                geslaagd=False,
                toelichting=f"op bladzijde {pagina} zijn {aantal} woorden verplaatst",
                pagina=pagina,
            )


def _on_page(woord: Woord, maat: tuple[float, float]) -> bool:
    """Whether a word is shown: what lies beside the page or is a speck is taken out."""
    breed, hoog = maat
    if max(woord.onder - woord.boven, woord.rechts - woord.links) < SPIKKEL:
        return False
    return woord.rechts > 0 < woord.onder and woord.links < breed and woord.boven < hoog


def _touched(woord: Woord, weg: Sequence[Kader]) -> bool:
    return any(
        woord.links < k.rechts + RUIM
        and woord.rechts > k.links - RUIM
        and woord.boven < k.onder + RUIM
        and woord.onder > k.boven - RUIM
        for k in weg
    )


def _compare(voor: Sequence[Teken], na: Sequence[Teken]) -> tuple[int, list[Woord]]:
    """How many words stand where they stood, letter by letter at the least; the others.

    Where words end is a guess of the library; where letters stand is not.
    """
    woorden = list(make_words(voor))
    plekken = _by_line(na)
    zoek = [w for w in woorden if not any(_same(w, n) for n in _on_line(w, plekken))]
    if zoek:
        letters: dict[str, list[Teken]] = defaultdict(list)
        for teken in na:
            letters[teken.tekst].append(teken)
        zoek = [w for w in zoek if not _stands_in_letters(w, letters)]
    return len(woorden) - len(zoek), zoek


def _by_line(tekens: Sequence[Teken]) -> dict[tuple[str, int], list[Woord]]:
    """The words of a page by what they say and the height of their line."""
    plekken: dict[tuple[str, int], list[Woord]] = defaultdict(list)
    for woord in make_words(tekens):
        plekken[woord.tekst, int(woord.onder)].append(woord)
    return plekken


def _count_rounded(
    woorden: Sequence[Woord],
    na: Sequence[Teken],
    kaders: Sequence[Kader],
    grof: float,
) -> int:
    """How many words stand as far from their place as the boxes before them explain.

    ``grof`` is how much further a grid of larger steps than one moves what is behind.
    """
    plekken = _by_line(na)
    return sum(
        any(_same(w, n, SPELING + ruimte) for n in _on_line(w, plekken))
        for w in woorden
        if (ruimte := _rounding(w, kaders, grof))
    )


def _rounding(woord: Woord, kaders: Sequence[Kader], grof: float) -> float:
    """Points that a word may have moved by rounding, for the boxes on its line."""
    ervoor = [
        k
        for k in kaders
        if k.rechts <= woord.links + grof + RUIM
        and k.boven < woord.onder
        and woord.boven < k.onder
    ]
    return sum((k.rechts - k.links) / _AFGEROND for k in ervoor) + (
        grof if ervoor else 0.0
    )


def _on_line(
    woord: Woord, plekken: dict[tuple[str, int], list[Woord]]
) -> Iterator[Woord]:
    """The same words at about the same height: a word may stand on a page often."""
    hoogte = int(woord.onder)
    for buur in (hoogte, hoogte - 1, hoogte + 1):
        yield from plekken.get((woord.tekst, buur), ())


def _stands_in_letters(woord: Woord, letters: dict[str, list[Teken]]) -> bool:
    return all(any(_same(t, n) for n in letters[t.tekst]) for t in woord.tekens)


def _same(een: Woord | Teken, twee: Woord | Teken, opzij: float = SPELING) -> bool:
    return (
        abs(een.links - twee.links) <= opzij
        and abs(een.onder - twee.onder) <= SPELING
        and abs(een.rechts - twee.rechts) <= opzij
    )
