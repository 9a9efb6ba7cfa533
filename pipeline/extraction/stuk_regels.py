"""The rules about documents by kind, looked up once per rulebook."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.rulebook import Regel, Regelboek


@lru_cache(maxsize=256)
def rules(regelboek: Regelboek, soort: str) -> tuple[Regel, ...]:
    """The rules of one kind in the room of documents."""
    return regelboek.regels("documenten", soort)


def matches(regel: Regel, tekst: str) -> bool:
    """Whether a rule finds something in a text."""
    return next(iter(regel.find(tekst)), None) is not None
