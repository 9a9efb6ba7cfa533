"""The numbers of footnotes and endnotes, which Word prints and does not write down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.readers.tekens import clean
from pipeline.readers.word.nummering import show_number
from pipeline.readers.word.xml import W, attr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from pipeline.readers.word.inhoud import Inhoud

_VERWIJST = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_EIGEN = frozenset({W + "footnoteRef", W + "endnoteRef"})
_VORM = {"footnote": "decimal", "endnote": "lowerRoman"}


class Noten:
    """Numbers notes as they are met: footnotes 1, 2, endnotes i, ii, as Word does."""

    def __init__(self) -> None:
        self._nummers: dict[tuple[str, str], str] = {}
        self._aantal = dict.fromkeys(_VORM, 0)
        self._deze = ""

    def enter(self, soort: str, sleutel: str) -> None:
        """The note itself is read now; one that nothing refers to has no number."""
        self._deze = self._nummers.get((soort, sleutel), "")

    def number(self, kind: etree._Element) -> str:
        """The number that an element prints; "" when it prints none.

        A mark of somebody's own choice is text in the paragraph itself.
        """
        if kind.tag in _EIGEN:
            return self._deze
        soort = _VERWIJST.get(kind.tag)
        if soort is None or attr(kind, "customMarkFollows") in {"1", "true", "on"}:
            return ""
        sleutel = soort, attr(kind, "id") or ""
        if sleutel not in self._nummers:
            self._aantal[soort] += 1
            self._nummers[sleutel] = show_number(self._aantal[soort], _VORM[soort])
        return self._nummers[sleutel]


def place_numbers(inhoud: Inhoud, tekst: str) -> Iterator[tuple[int, str]]:
    """Behind how many characters of a block each number of its paragraph stands.

    Counted from the end: an automatic number may stand before what was typed.
    """
    for stuk, nummer in inhoud.noten:
        erna = _bare(inhoud.stukken[stuk:])
        plek = len(tekst)
        while erna and plek:
            plek -= 1
            erna -= not tekst[plek].isspace()
        yield len(tekst[:plek].rstrip()), nummer


def _bare(stukken: Sequence[tuple[str, bool, bool]]) -> int:
    """How many characters pieces of a paragraph show, white space not counted."""
    zichtbaar = clean("".join(t for t, _, verborgen in stukken if not verborgen))
    return len("".join(zichtbaar.split()))
