"""Boxes: nothing lies under them but their own code."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from modellen.lakken import Controle
from pipeline.pdf.lakken.matrix import holds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.pdf.controle.bestand import Blad, Proef
    from pipeline.pdf.lettervakken import Teken

NAAM = "vakken"
Doos = tuple[float, float, float, float]


class Vakcontrole:
    """Whether every box holds no character besides those of its code."""

    def __init__(self, proef: Proef) -> None:
        self._proef = proef
        self._codes = {"".join(o.split()) for o in proef.opschriften}
        self._fout: list[int] = []

    def see(self, blad: Blad) -> None:
        """Look under the boxes of a page."""
        vakken = self._proef.vakken_op(blad.nummer)
        if not vakken:
            return
        lagen = Lagen(blad.na)
        for vak in vakken:
            k = vak.kader
            onder = lagen.within((k.links, k.boven, k.rechts, k.onder))
            if vak.hoeken:
                onder = [t for t in onder if holds(vak.hoeken, t.hart)]
            tekst = "".join(t.tekst for t in onder if not _is_nothing(t.tekst))
            if tekst and not _is_codes(tekst, self._codes):
                self._fout.append(blad.nummer)

    def outcome(self) -> Iterator[Controle]:
        """Every box under which something stands, or that there is none."""
        for pagina in self._fout:
            yield Controle(
                naam=NAAM,
                geslaagd=False,
                toelichting=f"onder een vak op bladzijde {pagina} staat nog tekst",
                pagina=pagina,
            )
        if not self._fout:
            aantal = len(self._proef.uitslag.geplaatst)
            yield Controle(
                naam=NAAM, geslaagd=True, toelichting=f"{aantal} vakken zijn leeg"
            )


class Lagen:
    """The characters of a page by height, so that a box looks at its own line only."""

    def __init__(self, tekens: Sequence[Teken]) -> None:
        harten = [(t.hart[1], plek) for plek, t in enumerate(tekens)]
        harten.sort()
        self._tekens = tekens
        self._hoogtes = [hoogte for hoogte, _ in harten]
        self._plekken = [plek for _, plek in harten]

    def within(self, doos: Doos) -> list[Teken]:
        """The characters with their middle in a box, in the order of reading."""
        van = bisect_right(self._hoogtes, doos[1])
        tot = bisect_left(self._hoogtes, doos[3])
        rij = [self._tekens[p] for p in sorted(self._plekken[van:tot])]
        return [t for t in rij if doos[0] < t.hart[0] < doos[2]]


def _is_nothing(teken: str) -> bool:
    """Whether a character shows nothing: white space, or one that directs others."""
    return teken.isspace() or unicodedata.category(teken) == "Cf"


def _is_codes(tekst: str, codes: set[str]) -> bool:
    """Whether a text is made of codes alone: overlapping boxes may show two."""
    rest = tekst
    for code in sorted(codes, key=len, reverse=True):
        rest = rest.replace(code, "")
    return not rest
