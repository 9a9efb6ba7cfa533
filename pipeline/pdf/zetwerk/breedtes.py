"""How wide the columns of a table become, and the paper that takes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.pdf.zetwerk.boom import Tak
from pipeline.pdf.zetwerk.rooster import lay_grid
from pipeline.pdf.zetwerk.woorden import clear, measure

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from modellen.document import Blok
    from pipeline.pdf.zetwerk.rooster import Rooster, Roostercel

    Beeldbreedte = Callable[[Roostercel], float]

LETTER = 9.5
RAND = 9.0
STAAND = 463.0
_MARGE = 91.0
_LIGGEND = (842.0, 595.0)
_WOORD, _REGEL = 90.0, 230.0
_SMALST = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Maat:
    """Column widths in points, and the size of the sheet when it is not plain A4."""

    breedtes: tuple[float, ...]
    blad: tuple[float, float] | None = None


def fit_columns(rooster: Rooster, beeld: Beeldbreedte) -> Maat:
    """Widths that hold the words: upright A4, else lying, else a wider sheet.

    ``beeld`` tells how wide the pictures in a cell are.
    """
    nodig, graag = _wishes(rooster, beeld)
    if sum(nodig) <= STAAND:
        return Maat(breedtes=_divide(nodig, graag, STAAND))
    ruimte = _LIGGEND[0] - _MARGE
    if sum(nodig) <= ruimte:
        return Maat(breedtes=_divide(nodig, graag, ruimte), blad=_LIGGEND)
    return Maat(breedtes=tuple(nodig), blad=(sum(nodig) + _MARGE, _LIGGEND[1]))


def share_columns(rooster: Rooster, beeld: Beeldbreedte) -> tuple[float, ...]:
    """Shares of the room there is, for a table inside a cell."""
    return tuple(_wishes(rooster, beeld)[0])


def _wishes(rooster: Rooster, beeld: Beeldbreedte) -> tuple[list[float], list[float]]:
    """Per column the widest word and the widest line, each up to a bound."""
    nodig = [_SMALST] * rooster.kolommen
    graag = [_SMALST] * rooster.kolommen
    for cel in rooster.cellen:
        if cel.b > 1:
            continue
        plaat = beeld(cel)
        maten = [(min(plaat, _WOORD), min(plaat, _REGEL))]
        maten += (_measure(ding, beeld) for ding in cel.inhoud)
        for smalst, ruimst in maten:
            nodig[cel.x] = max(nodig[cel.x], smalst + RAND)
            graag[cel.x] = max(graag[cel.x], ruimst + RAND)
    return nodig, graag


def _measure(ding: Blok | Tak, beeld: Beeldbreedte) -> tuple[float, float]:
    """The narrowest and the best width of what stands in a cell."""
    if isinstance(ding, Tak):  # a table needs all of its columns side by side
        nodig, graag = _wishes(lay_grid(ding), beeld)
        return sum(nodig), sum(graag)
    regels = clear(ding.tekst).split("\n")
    woorden = (measure(w, LETTER) for r in regels for w in r.split())
    regel = max(measure(r, LETTER) for r in regels)
    return min(max(woorden, default=0.0), _WOORD), min(regel, _REGEL)


def _divide(
    nodig: Sequence[float], graag: Sequence[float], ruimte: float
) -> tuple[float, ...]:
    """The widths wished for where they fit, else what is left is shared out."""
    if sum(graag) <= ruimte:
        return tuple(round(g, 1) for g in graag)
    extra = [g - n for g, n in zip(graag, nodig, strict=True)]
    deel = (ruimte - sum(nodig)) / (sum(extra) or 1.0)
    return tuple(round(n + e * deel, 1) for n, e in zip(nodig, extra, strict=True))
