"""The parts of a letter or decision, before it becomes a document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Stijl(StrEnum):
    """What a paragraph is, for the styles of a document."""

    TITEL = "titel"
    KOP = "kop"
    TUSSENKOP = "tussenkop"
    TEKST = "tekst"
    PUNT = "punt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alinea:
    """A paragraph and its style."""

    stijl: Stijl
    tekst: str
