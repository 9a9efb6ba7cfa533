"""The lines of a page as a reader takes them in, with each mark where it stands.

Programs that redact often write all their codes behind the text of the page. So marks
are put back by place, into the line that they interrupt.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from modellen.plaats import Kader
    from pipeline.pdf.nalopen.woorden import Inktwoord

VAK = "▮▮"
"""Stands in the text for a box on which nothing is printed."""

_RUIM = 2.5
"""Heights of a line from which white space parts columns."""

_VAN_ONDEREN = 0.5
LETTERS = frozenset("ABCDEFGHIJKLMNOPQRS")


class Stukje(NamedTuple):
    """A word or a mark with its box from the top left."""

    tekst: str
    links: float
    boven: float
    rechts: float
    onder: float


@dataclass(slots=True)
class Regel:
    """A printed line in the making."""

    delen: list[Stukje] = field(default_factory=list)

    @property
    def boven(self) -> float:
        """The top of the line."""
        return min(d.boven for d in self.delen)

    @property
    def onder(self) -> float:
        """The bottom of the line."""
        return max(d.onder for d in self.delen)

    def holds(self, stukje: Stukje) -> bool:
        """Whether a mark stands on this line: they share half of the lower height."""
        gedeeld = min(self.onder, stukje.onder) - max(self.boven, stukje.boven)
        laagste = min(self.onder - self.boven, stukje.onder - stukje.boven)
        return gedeeld > _VAN_ONDEREN * max(laagste, 0.1)

    def text(self) -> str:
        """The words from left to right; a tab where a column begins."""
        uit: list[str] = []
        # A dash has hardly any ink of its own: the line as a whole says how high it is.
        ruim = _RUIM * (self.onder - self.boven) if self.delen else 0.0
        for vorige, deel in zip([None, *self.delen], self.delen, strict=False):
            if vorige is not None:
                uit.append("\t" if deel.links - vorige.rechts > ruim > 0 else " ")
            uit.append(deel.tekst)
        return "".join(uit)


def make_lines(
    woorden: Iterable[Inktwoord],
    vakken: Iterable[Kader],
    is_merk: Callable[[str], bool],
    op_donker: Callable[[Inktwoord], bool],
) -> list[str]:
    """The lines of a page; ``is_merk`` tells whether a line is marks and no more."""
    regels, merken = _group(woorden, is_merk, op_donker)
    merken += [Stukje(VAK, k.links, k.boven, k.rechts, k.onder) for k in vakken]
    for merk in sorted(merken, key=lambda m: (m.boven, m.links)):
        _insert(regels, merk)
    return [r.text() for r in regels]


def _group(
    woorden: Iterable[Inktwoord],
    is_merk: Callable[[str], bool],
    op_donker: Callable[[Inktwoord], bool],
) -> tuple[list[Regel], list[Stukje]]:
    """The lines of text, and the marks that stand apart from them."""
    regels: list[Regel] = []
    merken: list[Stukje] = []
    nummer = -1
    for woord in woorden:
        stukje = Stukje(*woord[:5])
        if woord.tekst in LETTERS and op_donker(woord):
            merken.append(stukje._replace(tekst=f"[gelakt] {woord.tekst}"))
            continue
        if op_donker(woord) and is_merk(woord.tekst):
            merken.append(stukje)
            continue
        if woord.regel != nummer or not regels:
            regels.append(Regel())
            nummer = woord.regel
        regels[-1].delen.append(stukje)
    los = [r for r in regels if is_merk(r.text())]
    merken += [d for r in los for d in _whole(r)]
    return [r for r in regels if r not in los], merken


def _whole(regel: Regel) -> Iterator[Stukje]:
    """A line of nothing but a mark as one piece: its words belong together."""
    yield Stukje(
        regel.text(),
        min(d.links for d in regel.delen),
        regel.boven,
        max(d.rechts for d in regel.delen),
        regel.onder,
    )


def _insert(regels: list[Regel], merk: Stukje) -> None:
    """Put a mark in the nearest line it shares a height with, else between lines."""
    samen = [r for r in regels if r.holds(merk)]
    if samen:
        regel = min(samen, key=lambda r: _distance(r, merk))
        plek = sum(d.links + d.rechts < merk.links + merk.rechts for d in regel.delen)
        regel.delen.insert(plek, merk)
        return
    plek = next(
        (i for i, r in enumerate(regels) if r.boven >= merk.onder - 1), len(regels)
    )
    regels.insert(plek, Regel([merk]))


def _distance(regel: Regel, merk: Stukje) -> float:
    return min(
        max(0.0, d.links - merk.rechts, merk.links - d.rechts) for d in regel.delen
    )
