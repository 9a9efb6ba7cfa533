"""One PDF from source to release: prepare, redact, clean, write, check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.pdf.controle import Proef, check
from pipeline.pdf.lakken.motor import lak_document, open_pdf, save_pdf
from pipeline.pdf.schoon import clean
from pipeline.pdf.voorbereiden import prepare

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from modellen.lakken import Controle, Lakopties, Lakuitslag, Lakvlak


@dataclass(frozen=True, slots=True, kw_only=True)
class Vrijgave:
    """A redacted PDF, what was done to it, and whether it may leave."""

    inhoud: bytes
    uitslag: Lakuitslag
    gedaan: tuple[str, ...]
    controles: tuple[Controle, ...]

    @property
    def in_orde(self) -> bool:
        """Whether every check holds; otherwise the file must not leave."""
        return all(c.geslaagd for c in self.controles)


def make_release(
    invoer: bytes,
    vlakken: Sequence[Lakvlak],
    opties: Lakopties,
    titel: str,
    naalden: Sequence[str],
) -> Vrijgave:
    """The document without what is marked and without all that rode along.

    ``naalden`` are the words that may occur nowhere in the result. A page that does
    not pass its checks is tried once more as a picture. Raises
    ``InvoerError`` when the document is locked or broken or a mark cannot be placed.
    """
    eerste = _attempt(invoer, vlakken, opties, titel, naalden, frozenset())
    gemarkeerd = {v.pagina for v in vlakken}
    fout = {c.pagina for c in eerste.controles if not c.geslaagd and c.pagina}
    if eerste.in_orde or not fout & gemarkeerd:
        return eerste
    return _attempt(invoer, vlakken, opties, titel, naalden, fout & gemarkeerd)


def _attempt(
    invoer: bytes,
    vlakken: Sequence[Lakvlak],
    opties: Lakopties,
    titel: str,
    naalden: Sequence[str],
    als_beeld: Collection[int],
) -> Vrijgave:
    with open_pdf(invoer) as pdf:
        gedaan = prepare(pdf)
        uitgangspunt = save_pdf(pdf)
        uitslag = lak_document(pdf, vlakken, opties, als_beeld)
        weg = clean(pdf, titel, naalden, {})
        inhoud = save_pdf(pdf)
    proef = Proef(
        origineel=uitgangspunt,
        gelakt=inhoud,
        uitslag=uitslag,
        naalden=naalden,
        opschriften=tuple(opties.opschriften.values()),
    )
    return Vrijgave(
        inhoud=inhoud,
        uitslag=uitslag,
        gedaan=(*gedaan, *weg),
        controles=check(proef),
    )
