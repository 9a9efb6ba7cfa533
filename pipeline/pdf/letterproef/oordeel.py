"""Which codes of a font show another letter than they say.

A code is suspect when its shape is almost exactly that of another letter than it gives,
and clearly less that of its own. Of the letters and figures of 240 honest typefaces the
one that is nearest to another lies 0.08 nearer to it than to itself. A typeface that is
drawn so freely that no letter fits stays undecided.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.pdf.letterproef.voorbeelden import (
    VERWANT,
    is_foreign,
    is_plain,
    load_examples,
    plain_letters,
)
from pipeline.pdf.letterproef.vorm import likeness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pipeline.pdf.letterproef.proefblad import Proefteken
    from pipeline.pdf.letterproef.vorm import Vorm

GELIJK, STELLIG = 0.92, 0.95
"""How alike the other letter must be: for one of several codes, and for one alone."""

KRAP, RUIM = 0.12, 0.15
"""How much more alike than its own, for the same two."""

ZEKER = 0.965
"""How alike it must be for a code that gives a sign, a ligature or nothing."""

EIGEN = 0.75
"""How alike a letter is to itself, at the least, in a typeface of letters."""

ONTHOUDEN = 1 << 14
"""Judgements that are kept: most papers are set in the same few typefaces."""

SIMPEL = frozenset("ocl1i0xjvu")
"""Shapes that signs have too: rings, strokes, crosses, hooks."""

PER_VREEMD = 2
"""Codes that are like no letter, for each that is caught: more is a font of signs."""

ZWIJGEND = 3
"""Letters of a font that give no letter at all; fewer may be signs."""


def find_lies(
    tekens: Iterable[Proefteken], letters: Callable[[int], frozenset[str]]
) -> frozenset[int]:
    """The codes of one font that show another letter than they say.

    ``letters`` tells what the program of the font calls a code.
    """
    rij = [t for t in tekens if not is_foreign(t.tekst)]
    return frozenset(_by_shape(rij) | _by_name(rij, letters))


def _by_shape(tekens: Sequence[Proefteken]) -> set[int]:
    """The codes whose shape is that of another letter."""
    verschil: dict[int, float] = {}
    zwijgt: dict[int, str] = {}
    vreemd = 0
    for teken, gezegd, eigen in _doubtful(tekens):
        ander, letter = _best_other(teken.vorm, gezegd)
        if not is_plain(teken.tekst):
            if ander >= ZEKER and not _may_be_sign(letter, gezegd):
                zwijgt[teken.code] = letter
        elif ander < GELIJK or ander - eigen < KRAP:
            vreemd += eigen < EIGEN
        elif not _may_be_sign(letter, gezegd):
            verschil[teken.code] = ander - eigen if ander >= STELLIG else 0.0
    uit: set[int] = set()
    if _is_caught(verschil) and PER_VREEMD * len(verschil) >= vreemd:
        uit |= verschil.keys()
    if len(set(zwijgt.values())) >= ZWIJGEND:
        uit |= zwijgt.keys()
    return uit


def _by_name(
    tekens: Sequence[Proefteken], letters: Callable[[int], frozenset[str]]
) -> set[int]:
    """The codes that the font names otherwise, and whose shape bears that out.

    A font that names its letters A, B, C in turn is not believed: there most of the
    names go against the shapes.
    """
    uit = {
        teken.code
        for teken, gezegd, eigen in _doubtful(tekens)
        if gezegd
        and _likeness_of(teken.vorm, letters(teken.code) - gezegd) >= eigen + KRAP
    }
    if not uit:
        return uit
    anders = sum(letters(t.code).isdisjoint(plain_letters(t.tekst)) for t in tekens)
    zonder = sum(not letters(t.code) for t in tekens)
    return uit if 2 * len(uit) >= anders - zonder else set()


def _doubtful(
    tekens: Iterable[Proefteken],
) -> Iterator[tuple[Proefteken, frozenset[str], float]]:
    """The codes whose shape leaves doubt, what they say, and how alike that is."""
    for teken in tekens:
        gezegd = plain_letters(teken.tekst)
        eigen = _likeness_of(teken.vorm, gezegd)
        if eigen <= STELLIG - KRAP:
            yield teken, gezegd, eigen


def _is_caught(verschil: dict[int, float]) -> bool:
    """Whether there are several codes that differ, or one that leaves no doubt."""
    return len(verschil) > 1 or max(verschil.values(), default=0.0) >= RUIM


def _may_be_sign(letter: str, gezegd: frozenset[str]) -> bool:
    """Whether bullets and ticks have this shape too; figures are no bullets."""
    cijfers = letter.isdigit() and any(g.isdigit() for g in gezegd)
    return letter in SIMPEL and not cijfers


@lru_cache(maxsize=ONTHOUDEN)
def _likeness_of(vorm: Vorm, letters: frozenset[str]) -> float:
    """How far a shape is like one of these letters."""
    eigen = [v for letter in letters for v in load_examples()[letter]]
    return max((likeness(vorm, v) for v in eigen), default=0.0)


@lru_cache(maxsize=ONTHOUDEN)
def _best_other(vorm: Vorm, gezegd: frozenset[str]) -> tuple[float, str]:
    """How far a shape is like a letter that it does not name, and which that is."""
    return max(
        (
            (_likeness_of(vorm, frozenset(letter)), letter)
            for letter in load_examples()
            if letter not in gezegd and not any((g, letter) in VERWANT for g in gezegd)
        ),
        default=(0.0, ""),
    )
