"""The boxes of a document, kept small: there may be hundreds of thousands of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import overload

from modellen.lakken import Geplaatst
from modellen.plaats import Kader

PER_KADER = 4


class Vakkenrij(Sequence[Geplaatst]):
    """Boxes in the order of their pages; each is made when it is asked for."""

    __slots__ = ("_gronden", "_hoeken", "_kaders", "_nummers", "_paginas")

    def __init__(self) -> None:
        self._paginas = array("L")
        self._kaders = array("d")
        self._gronden: dict[str, int] = {}
        self._nummers = array("L")
        self._hoeken: dict[int, tuple[tuple[float, float], ...]] = {}

    def extend(self, vakken: Iterable[Geplaatst]) -> None:
        """Add the boxes of a page that comes after those already here."""
        for vak in vakken:
            if vak.hoeken:
                self._hoeken[len(self._paginas)] = vak.hoeken
            kader = vak.kader
            self._paginas.append(vak.pagina)
            self._kaders.extend((kader.links, kader.boven, kader.rechts, kader.onder))
            nummer = self._gronden.setdefault(vak.grond, len(self._gronden))
            self._nummers.append(nummer)

    def __len__(self) -> int:
        return len(self._paginas)

    @overload
    def __getitem__(self, plek: int) -> Geplaatst: ...

    @overload
    def __getitem__(self, plek: slice) -> Sequence[Geplaatst]: ...

    def __getitem__(self, plek: int | slice) -> Geplaatst | Sequence[Geplaatst]:
        if isinstance(plek, slice):
            return [self._make(n) for n in range(len(self))[plek]]
        return self._make(range(len(self))[plek])

    def _make(self, plek: int) -> Geplaatst:
        van = PER_KADER * plek
        links, boven, rechts, onder = self._kaders[van : van + PER_KADER]
        return Geplaatst(
            pagina=self._paginas[plek],
            kader=Kader(links=links, boven=boven, rechts=rechts, onder=onder),
            grond=[*self._gronden][self._nummers[plek]],
            hoeken=self._hoeken.get(plek, ()),
        )

    def __eq__(self, ander: object) -> bool:
        return isinstance(ander, Sequence) and list(self) == list(ander)

    def __hash__(self) -> int:
        return hash(tuple(self))


def boxes_on(vakken: Sequence[Geplaatst], pagina: int) -> Sequence[Geplaatst]:
    """The boxes of a page, from 1, of boxes in the order of their pages."""
    begin = bisect_left(vakken, pagina, key=_page_of)
    return vakken[begin : bisect_right(vakken, pagina, begin, key=_page_of)]


def _page_of(vak: Geplaatst) -> int:
    return vak.pagina
