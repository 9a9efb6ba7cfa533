"""How a page is shown: its crop box and rotation, from user space to the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from modellen.plaats import Kader

if TYPE_CHECKING:
    import pypdfium2 as pdfium


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """The visible part of a page in user space, and its turn in degrees clockwise."""

    links: float
    onder: float
    rechts: float
    boven: float
    draai: int

    @property
    def maat(self) -> tuple[float, float]:
        """Width and height as shown."""
        breed, hoog = self.rechts - self.links, self.boven - self.onder
        return (hoog, breed) if self.draai in {90, 270} else (breed, hoog)

    def show(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space in points from the top left corner as shown."""
        u, v = x - self.links, self.boven - y
        if self.draai == 0:
            return u, v
        breed, hoog = self.rechts - self.links, self.boven - self.onder
        if self.draai == 90:  # noqa: PLR2004 a quarter turn
            return hoog - v, u
        if self.draai == 180:  # noqa: PLR2004 half a turn
            return breed - u, hoog - v
        return v, breed - u

    def frame(self, x0: float, y0: float, x1: float, y1: float) -> Kader:
        """The frame of two corners of user space."""
        a, b = self.show(x0, y0), self.show(x1, y1)
        return Kader(
            round(min(a[0], b[0]), 2),
            round(min(a[1], b[1]), 2),
            round(max(a[0], b[0]), 2),
            round(max(a[1], b[1]), 2),
        )


def find_stand(bladzijde: pdfium.PdfPage) -> Stand:
    """The way a page is shown; a crop box never reaches outside the media box.

    Asked as one box: the separate boxes of pdfium leave out what a page inherits.
    """
    links, onder, rechts, boven = _sorted_box(bladzijde.get_bbox())
    draai = bladzijde.get_rotation() % 360
    return Stand(links=links, onder=onder, rechts=rechts, boven=boven, draai=draai)


def _sorted_box(
    doos: tuple[float, float, float, float],
) -> tuple[float, float, float, float]:
    a, b, cc, d = doos
    return min(a, cc), min(b, d), max(a, cc), max(b, d)
