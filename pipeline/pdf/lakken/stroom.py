"""What a content stream shows: glyphs, images, paths, and the forms inside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.pdf.lakken.matrix import apply, bounds, multiply

if TYPE_CHECKING:
    from pipeline.pdf.lakken.letter import Letter
    from pipeline.pdf.lakken.matrix import Matrix, Punt

ONZICHTBAAR = 3
"""The text mode of an OCR layer: shown by nothing, under or over a picture."""

Doos = tuple[float, float, float, float]
"""Left, bottom, right, top in the user space of the page."""


GEWOON = {"/Normal", "/Compatible"}
"""Ways of mixing colours in which what is painted last is what is seen."""


@dataclass(slots=True)
class Staat:
    """The graphics and text state that showing text depends on (8.4 and 9.3)."""

    ctm: Matrix
    letter: Letter | None = None
    lettertype: Any = None
    grootte: float = 0.0
    tc: float = 0.0
    tw: float = 0.0
    th: float = 1.0
    tl: float = 0.0
    ts: float = 0.0
    tr: int = 0
    kleur: tuple[Any, ...] = ()
    lijnkleur: tuple[Any, ...] = ()
    lijndikte: float = 1.0
    doorzichtig: bool = False
    gemaskerd: bool = False
    """Whether it paints through a soft mask."""
    schaduw: bool = False
    """Whether that mask holds an image: a shadow of letters is one."""
    menging: str = "/Normal"
    knip: Doos | None = None
    """The rectangle within which is painted; ``None`` is the whole page."""
    knip_krom: bool = False
    """Whether it paints within another shape than a rectangle."""


class Glief(NamedTuple):
    """A glyph of a run: its place in the operand, its text, and where it begins.

    ``deel`` is the element of the array, ``begin`` the byte offset in it. ``x`` and
    ``breedte`` are in text space, along the baseline from the start of the run;
    ``voortgang`` adds the character and word spacing.
    """

    deel: int
    begin: int
    lengte: int
    tekst: str
    x: float
    breedte: float
    voortgang: float


@dataclass(slots=True, eq=False)
class Loop:
    """The glyphs of one operator that shows text.

    ``bevel`` is the index of the operator, ``bt`` that of its text object. ``merken``
    are the indexes of the marked-content operators around it.
    """

    stroom: Stroom
    bevel: int
    bt: int
    staat: Staat
    tm: Matrix
    delen: list[Any]
    glieven: list[Glief]
    merken: tuple[int, ...]
    volgorde: int = 0
    """Its place in the order of painting of the whole page."""
    vervolg: bool = False
    """Whether it begins where the run before it ended, without being placed anew."""
    merken_buiten: bool = False
    """Whether the text object itself stands inside marked content."""
    bedekt: bool = False
    """Whether the source hid a part of it under paint."""
    overheen: list[Doos] = field(default_factory=list)
    """The rectangles that were painted after it and lie on a part of it."""
    weg: dict[int, int] = field(default_factory=dict)
    """Indexes of glyphs to remove, each with the number of the mark that asks it."""
    inkt: list[tuple[float, float]] = field(default_factory=list)
    """Of an OCR layer: where the ink of what goes can lie, along the baseline."""

    @property
    def is_laag(self) -> bool:
        """Whether it is a layer over a picture: shown by nothing, and to be read."""
        return self.staat.tr == ONZICHTBAAR

    @property
    def naar_pagina(self) -> Matrix:
        """From text space to the user space of the page."""
        return multiply(self.tm, self.staat.ctm)

    def corners(self, van: float, tot: float) -> tuple[Punt, Punt, Punt, Punt]:
        """The corners on the page of a stretch of the baseline, from bottom left."""
        staat = self.staat
        letter = staat.letter
        hoog = staat.ts + (letter.stijging if letter else 0.76) * staat.grootte
        laag = staat.ts + (letter.daling if letter else -0.22) * staat.grootte
        m = self.naar_pagina
        return (
            apply(m, van, laag),
            apply(m, tot, laag),
            apply(m, tot, hoog),
            apply(m, van, hoog),
        )

    def box(self, nummer: int) -> Doos:
        """The upright rectangle around a glyph on the page."""
        g = self.glieven[nummer]
        return bounds(self.corners(g.x, g.x + g.breedte))

    def heart(self, nummer: int) -> Punt:
        """The middle of a glyph on the page."""
        g = self.glieven[nummer]
        (x0, y0), _, (x1, y1), _ = self.corners(g.x, g.x + g.breedte)
        return ((x0 + x1) / 2, (y0 + y1) / 2)

    def box_all(self) -> Doos:
        """The upright rectangle around the whole run on the page."""
        if not self.glieven:
            return (0.0, 0.0, 0.0, 0.0)
        laatste = self.glieven[-1]
        return bounds(self.corners(self.glieven[0].x, laatste.x + laatste.breedte))


@dataclass(frozen=True, slots=True)
class Beeld:
    """An image as it lies on the page; ``naam`` is ``None`` for an inline image."""

    bevel: int
    naam: str | None
    ctm: Matrix
    volgorde: int = 0
    gemaskerd: bool = False

    @property
    def doos(self) -> Doos:
        """The upright rectangle around the image on the page."""
        return bounds(
            (apply(self.ctm, x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1)))
        )


@dataclass(frozen=True, slots=True)
class Pad:
    """A path that is painted: its operators, from first to last, and its bounds.

    ``dekt`` are the upright rectangles in it that hide all that was painted before;
    ``donker`` tells whether they look like a redaction, ``zwart`` whether black letters
    on them do not show. ``patronen`` are the names of the patterns it is painted with.
    """

    eerste: int
    laatste: int
    doos: Doos
    krom: bool
    volgorde: int = 0
    dekt: tuple[Doos, ...] = ()
    donker: bool = False
    zwart: bool = False
    patronen: tuple[str, ...] = ()
    gemaskerd: bool = False
    schaduw: bool = False


@dataclass(slots=True, eq=False)
class Stroom:
    """A content stream in one place: a page, or one use of a form."""

    object: Any
    middelen: Any
    bevelen: list[Any]
    ctm: Matrix
    lopen: list[Loop] = field(default_factory=list)
    beelden: list[Beeld] = field(default_factory=list)
    paden: list[Pad] = field(default_factory=list)
    kinderen: dict[int, Stroom] = field(default_factory=dict)
    onzeker: set[str] = field(default_factory=set)

    def all_runs(self) -> list[Loop]:
        """The runs of this stream and of the forms in it, in the order of showing."""
        if not self.kinderen:
            return self.lopen
        samen: list[tuple[int, list[Loop]]] = [(r.bevel, [r]) for r in self.lopen]
        samen += [(plek, kind.all_runs()) for plek, kind in self.kinderen.items()]
        samen.sort(key=lambda paar: paar[0])
        return [r for _, lopen in samen for r in lopen]

    def all_streams(self) -> list[Stroom]:
        """This stream and every form in it, at any depth."""
        return [self, *(s for k in self.kinderen.values() for s in k.all_streams())]
