"""Marks of an earlier redaction: found with their ground, and kept out of reading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.extraction.stuk_regels import matches, rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.document import Document
    from pipeline.rulebook import Regelboek

NEUTRAAL = "▮"
_NIET_WIT = re.compile(r"\S")
_CODE = re.compile(r"(?i)5\D*?([124])\D*?([1-6])?\D*?([a-i])?\W*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lakmarkering:
    """A mark in the text of a document; ``grond`` as a code (``5.1.2e``) if printed."""

    begin: int
    eind: int
    regel: str
    grond: str | None = None


def find_lakmarken(
    document: Document, regelboek: Regelboek
) -> tuple[Lakmarkering, ...]:
    """The redaction marks in a document, in order; ``document.tekst`` holds them."""
    return _marks(document.tekst, regelboek)


def find_marks(tekst: str, regelboek: Regelboek) -> tuple[Lakmarkering, ...]:
    """The redaction marks in a text, in order."""
    return _marks(tekst, regelboek)


def has_legend(tekst: str, regelboek: Regelboek) -> bool:
    """Whether a text holds the legend of an earlier redaction."""
    return _has_legend(tekst, regelboek)


def mask(tekst: str, regelboek: Regelboek) -> str:
    """The text at the same length, every redaction mark made one neutral run."""
    marken = _marks(tekst, regelboek)
    if not marken:
        return tekst
    delen, vorige = [], 0
    for mark in marken:
        delen.append(tekst[vorige : mark.begin])
        delen.append(_NIET_WIT.sub(NEUTRAAL, tekst[mark.begin : mark.eind]))
        vorige = mark.eind
    delen.append(tekst[vorige:])
    return "".join(delen)


@lru_cache(maxsize=4)
def _marks(tekst: str, regelboek: Regelboek) -> tuple[Lakmarkering, ...]:
    gevonden = list(_raw(tekst, regelboek, "lakmarken"))
    if "(" in tekst and (gevonden or _has_legend(tekst, regelboek)):
        gevonden += _raw(tekst, regelboek, "lakletter")
    gevonden.sort(key=lambda m: (m.begin, -m.eind))
    los: list[Lakmarkering] = []
    for mark in gevonden:
        if not los or mark.begin >= los[-1].eind:
            los.append(mark)
    return tuple(los)


def _has_legend(tekst: str, regelboek: Regelboek) -> bool:
    regels = rules(regelboek, "laklegenda")
    return any(matches(r, tekst) for r in regels)


def _raw(tekst: str, regelboek: Regelboek, soort: str) -> Iterator[Lakmarkering]:
    for regel in rules(regelboek, soort):
        for raak in regel.find(tekst):
            yield Lakmarkering(
                begin=raak.start(),
                eind=raak.end(),
                regel=regel.id,
                grond=_ground(raak.groupdict().get("grond"), regelboek),
            )


def _ground(gedrukt: str | None, regelboek: Regelboek) -> str | None:
    """The ground as a code, whatever way it was printed."""
    if not gedrukt:
        return None
    letters: dict[str, str] = regelboek.tabel("documenten/lakmarken.toml")["letters"]
    if gedrukt in letters:
        return letters[gedrukt]
    raak = _CODE.search(gedrukt)
    if raak is None:
        return gedrukt
    lid, nummer, letter = raak.groups()
    return f"5.{lid}" + (f".{nummer}" if nummer else "") + (letter or "").lower()
