"""What reading one file gives: its documents, and the parts that could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from modellen.bevinding import Mislukking
    from modellen.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijlage:
    """A file inside a file, as its carrier named it; never used as a path."""

    naam: str
    inhoud: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezen:
    """What one reader gives: one document, and the files it carried along."""

    document: Document
    bijlagen: tuple[Bijlage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lezing:
    """All documents of a file; carriers stand before the attachments they carry."""

    documenten: tuple[Document, ...]
    mislukt: tuple[Mislukking, ...] = ()
