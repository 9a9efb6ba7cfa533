"""Between a page as shown, in points from its top left, and its own user space."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from modellen.plaats import Kader
from pipeline.pdf.lakken.matrix import (
    apply,
    bounds,
    invert,
    multiply,
    page_box,
    page_turn,
)

if TYPE_CHECKING:
    import pikepdf

    from pipeline.pdf.lakken.groep import Vierhoek
    from pipeline.pdf.lakken.matrix import Matrix
    from pipeline.pdf.lakken.stroom import Doos


def to_space(pagina: pikepdf.Page, kader: Kader) -> Doos:
    """A frame as shown in the user space of its page."""
    terug = invert(shown_matrix(pagina))
    if terug is None:
        raise ValueError("a page has a size")
    punten = ((kader.links, kader.boven), (kader.rechts, kader.onder))
    return bounds(apply(terug, x, y) for x, y in punten)


def to_frame(pagina: pikepdf.Page, doos: Doos) -> Kader:
    """A rectangle in the user space of a page as it is shown."""
    naar = shown_matrix(pagina)
    x0, y0, x1, y1 = bounds(apply(naar, x, y) for x, y in corners(doos))
    return Kader(links=x0, boven=y0, rechts=x1, onder=y1)


def corners(doos: Doos, draai: int = 0) -> Vierhoek:
    """The corners of an upright rectangle, from bottom left on a page turned so far."""
    x0, y0, x1, y1 = doos
    rij = ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    eerste = draai // 90 % 4
    a, b, c, d = (*rij[eerste:], *rij[:eerste])
    return (a, b, c, d)


def frames_meet(een: Kader, twee: Kader) -> bool:
    """Whether two frames share a place."""
    return (
        een.links < twee.rechts
        and twee.links < een.rechts
        and een.boven < twee.onder
        and twee.boven < een.onder
    )


def shown_matrix(pagina: pikepdf.Page) -> Matrix:
    """From user space to points from the top left of the page as shown."""
    links, onder, rechts, boven = page_box(pagina)
    breed, hoog = rechts - links, boven - onder
    basis: Matrix = (1, 0, 0, 1, -links, -onder)
    om: dict[int, Matrix] = {
        0: (1, 0, 0, -1, 0, hoog),
        90: (0, 1, 1, 0, 0, 0),
        180: (-1, 0, 0, 1, breed, 0),
        270: (0, -1, -1, 0, hoog, breed),
    }
    return multiply(basis, om.get(page_turn(pagina), om[0]))


@lru_cache(maxsize=4096)
def once(getal: float) -> float:
    """One and the same object for equal numbers: lines stand at the same heights."""
    return getal
