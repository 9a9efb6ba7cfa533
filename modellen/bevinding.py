"""Findings about the dossier, and files that could not be read: both are data."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class Klasse(StrEnum):
    """How a finding must be taken, gravest first."""

    FOUT = "fout"
    CONFLICT = "conflict"
    DEFINITIE = "definitie"
    ONTBREEKT = "ontbreekt"
    VRAAG = "vraag"
    VERSIE = "versie"
    AFRONDING = "afronding"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """Something a person must know about the dossier; never raised, always shown.

    ``omschrijving`` is plain Dutch for the reader. ``cijfers`` are ids of the figures
    concerned, ``verdacht`` the cells most likely wrong, likeliest first. ``begin`` and
    ``citaat`` point into the text of the document where there are words to show.
    """

    regel: str
    klasse: Klasse
    omschrijving: str
    verwacht: str | None = None
    gevonden: str | None = None
    verschil: str | None = None
    cijfers: tuple[str, ...] = ()
    verdacht: tuple[str, ...] = ()
    document: str | None = None
    pagina: int | None = None

    @property
    def id(self) -> str:
        """The same for the same rule, document and words."""
        delen = (self.regel, self.document or "", self.omschrijving, str(self.pagina))
        return "f" + hashlib.sha256("\n".join(delen).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mislukking:
    """A file that could not be read: what is wrong and what the user can do."""

    bestand: str
    reden: str
