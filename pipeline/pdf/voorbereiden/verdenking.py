"""Whether words that a page is painted with hold a marked word, or may hold one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline.pdf.lakken.lezer import read_stream
from pipeline.pdf.lakken.zoeken import fold, sort_visually

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.pdf.lakken.lezer import Letterkast
    from pipeline.pdf.lakken.stroom import Loop

KORTST = 3
"""Letters that tell a name from a syllable."""

_VREEMD = re.compile("[\x00-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
_DEEL = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Gelezen:
    """The letters of paint: as shown, as the eye meets them, and with their spaces.

    A tile is laid beside itself, so its text is taken twice: a name may run over its
    edge. All of it is folded.
    """

    heel: str
    op_het_oog: str
    los: str


def read_paint(stroom: Any, geleend: Any, kast: Letterkast) -> Gelezen | None:
    """The letters of a pattern or mask; nothing when they are not certain.

    Raises what ``read_stream`` raises.
    """
    gelezen = read_stream(stroom, stroom.get("/Resources", geleend), kast)
    if any(s.onzeker for s in gelezen.all_streams()):
        return None
    lopen = gelezen.all_runs()
    glieven = [g.tekst for loop in lopen for g in loop.glieven]
    if not all(glieven) or _VREEMD.search("".join(glieven)):
        return None
    teksten = [_text(loop) for loop in lopen]
    oog = fold("".join(map(_text, sort_visually(lopen))))
    heel = fold("".join(teksten))
    return Gelezen(heel * 2, oog * 2, " ".join(teksten).casefold())


def _text(loop: Loop) -> str:
    return "".join(g.tekst for g in loop.glieven)


class Verdenking:
    """Marked words, and the parts of names among them."""

    def __init__(self, woorden: Sequence[str]) -> None:
        self._heel = {fold(w) for w in woorden}
        delen = {d for w in woorden for d in _DEEL.findall(w) if _is_telling(d)}
        lang = {w for w in self._heel if len(w) >= KORTST}
        samen = {fold(d) for d in delen} | lang
        self._delen = samen | {w.replace("-", "") for w in lang}
        self._kort = {w for w in self._heel if 0 < len(w) < KORTST}

    def holds(self, gelezen: Gelezen) -> bool:
        """Whether a marked word or a name from one stands in it, or it in one.

        What is a piece of a marked word may be finished by another pattern.
        """
        if not any(t.isalnum() for t in gelezen.heel):
            return False
        eenmaal = gelezen.heel[: len(gelezen.heel) // 2]
        if any(eenmaal in w for w in self._heel):
            return True
        met = (gelezen.heel, gelezen.op_het_oog)
        teksten = (*met, *(t.replace("-", "") for t in met))
        if any(d in t for d in self._delen for t in teksten):
            return True
        return bool(self._kort & set(_DEEL.findall(gelezen.los)))


def _is_telling(deel: str) -> bool:
    """A capital or a figure: part of a name or a number, not a word of a sentence."""
    return len(deel) >= KORTST and (deel[0].isupper() or any(t.isdigit() for t in deel))
