"""One PDF from source to release: prepare, redact, clean, write, check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from pipeline.geheugen import give_back, rare_collection
from pipeline.pdf.lakken.motor import lak_document, open_pdf, save_pdf
from pipeline.pdf.lakken.ruimte import to_space
from pipeline.pdf.lakken.vakkenrij import boxes_on
from pipeline.pdf.misvormd import refuse_misshapen
from pipeline.pdf.schoon import clean, clean_pages
from pipeline.pdf.voorbereiden import prepare
from pipeline.pdf.voorbereiden.beeldkopieen import mark_copies
from pipeline.pdf.voorbereiden.bronmerken import find_bronmerken
from pipeline.pdf.voorbereiden.lagen import without_moot
from pipeline.pdf.voorbereiden.ongezien import drop_unseen
from pipeline.pdf.voorbereiden.schilderwerk import drop_painted_words, without_painted
from pipeline.pdf.voorbereiden.vervangend import without_replacements
from pipeline.pdf.zetwerk.afwerken import save_whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pikepdf

    from modellen.lakken import Controle, Lakopties, Lakuitslag, Lakvlak


HERSTELBAAR = {
    "vakken": "letters die niet met zekerheid onder een vak weg te nemen zijn",
    "overige woorden": "woorden naast een vak die zo niet op hun plek blijven",
    "beeld van de bladzijden": "beeld naast een vak dat zo niet gelijk blijft",
}
"""Checks that a page can pass as a picture when not in place, with the reason."""


GROEI = 1.2
"""How much larger than its source a document mostly is at the most."""

GROOT = 1 << 20
"""Bytes of a file that is worth looking for what can be let go of."""

Naschrift = Callable[["pikepdf.Pdf", "Lakuitslag"], None]
"""What is put behind and on a cleaned document: its legend, its number."""


@dataclass(frozen=True, slots=True)
class Werk:
    """What a release is asked to do."""

    invoer: bytes
    vlakken: Sequence[Lakvlak]
    opties: Lakopties
    titel: str
    naalden: Sequence[str]
    naschrift: Naschrift | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Geschreven:
    """The file as it went into the engine and as it was written, and what was done.

    ``toegevoegd`` is the number of pages, such as a legend, that were put behind it.
    """

    voor: bytes
    na: bytes
    uitslag: Lakuitslag
    gedaan: tuple[str, ...]
    toegevoegd: int


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
    naschrift: Naschrift | None = None,
) -> Vrijgave:
    """The document without what is marked and without all that rode along.

    ``naalden`` are the words that may occur nowhere in the result. A page that does
    not pass its checks is tried once more as a picture. Raises
    ``InvoerError`` when the document is locked or broken or a mark cannot be placed.
    """
    werk = Werk(invoer, vlakken, opties, titel, naalden, naschrift)
    with rare_collection(), refuse_misshapen():
        return _try_twice(werk)


def _try_twice(werk: Werk) -> Vrijgave:
    eerste = _attempt(werk, {})
    geraakt = {v.pagina for v in eerste.uitslag.geplaatst}
    geraakt |= {lek.pagina for lek in eerste.uitslag.bronlekken}
    fout = {
        c.pagina: HERSTELBAAR[c.naam]
        for c in eerste.controles
        if not c.geslaagd and c.pagina in geraakt and c.naam in HERSTELBAAR
    }
    return _attempt(werk, fout) if fout else eerste


def _attempt(werk: Werk, als_beeld: Mapping[int, str]) -> Vrijgave:
    geschreven = _write(werk, als_beeld)
    give_back(kringen=len(geschreven.na) > GROOT)  # what took the document to write
    return _check(werk, geschreven)


def _check(werk: Werk, geschreven: Geschreven) -> Vrijgave:
    """The written document with the outcome of every check on it."""
    from pipeline.pdf.controle import Proef, check  # noqa: PLC0415 other libraries: not beside the writing

    uitslag = geschreven.uitslag
    proef = Proef(
        origineel=geschreven.voor,
        gelakt=geschreven.na,
        uitslag=uitslag,
        naalden=werk.naalden,
        opschriften=tuple(werk.opties.opschriften.values()),
        toegevoegd=geschreven.toegevoegd,
        stap=werk.opties.rooster,
        letterlijk=(
            (
                without_replacements(geschreven.voor),
                without_replacements(geschreven.na),
            )
            if uitslag.vervangend
            else None
        ),
    )
    return Vrijgave(
        inhoud=proef.gelakt,
        uitslag=uitslag,
        gedaan=geschreven.gedaan,
        controles=check(proef),
    )


def _write(werk: Werk, als_beeld: Mapping[int, str]) -> Geschreven:
    """The document as it would be released."""
    with open_pdf(werk.invoer) as pdf:
        merken = find_bronmerken(pdf, werk.opties.opschriften)
        gedaan = (*_repairs(pdf), *prepare(pdf))
        gedaan += drop_unseen(pdf, werk.invoer)
        gemerkt = [*werk.vlakken, *(vlak for vlak, _ in merken)]
        verf = drop_painted_words(pdf, gemerkt, werk.naalden)
        gedaan += verf.account()
        uitgangspunt = save_pdf(pdf) if gedaan else _as_it_is(pdf, werk.invoer)
        kaal = clean_pages(pdf)
        vlakken = without_moot(werk.invoer, uitgangspunt, werk.vlakken, gedaan)
        vlakken = without_painted(pdf, vlakken, verf)
        vlakken += [vlak for vlak, _ in merken]
        vlakken += mark_copies(pdf, vlakken)
        uitslag = lak_document(pdf, vlakken, werk.opties, als_beeld)
        lekken = (*uitslag.bronlekken, *(lek for _, lek in merken))
        uitslag = replace(uitslag, bronlekken=lekken)
        weg = clean(pdf, werk.titel, werk.naalden, partial(_boxes, pdf, uitslag))
        pdf.remove_unreferenced_resources()
        voor = len(pdf.pages)
        if werk.naschrift is not None:
            werk.naschrift(pdf, uitslag)
        toegevoegd = len(pdf.pages) - voor
        inhoud = save_whole(pdf, int(len(werk.invoer) * GROEI))
    return Geschreven(
        voor=uitgangspunt,
        na=inhoud,
        uitslag=uitslag,
        gedaan=(*gedaan, *dict.fromkeys([*weg, *kaal])),
        toegevoegd=toegevoegd,
    )


def _repairs(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """What had to be mended to open the document at all."""
    return ("de bron was beschadigd en is hersteld",) if pdf.get_warnings() else ()


def _as_it_is(pdf: pikepdf.Pdf, invoer: bytes) -> bytes:
    """The source itself, where nothing was done to it: that needs no second copy."""
    pdf.remove_unreferenced_resources()
    return invoer


def _boxes(
    pdf: pikepdf.Pdf, uitslag: Lakuitslag, nummer: int
) -> list[tuple[float, float, float, float]]:
    """The boxes of a page, from 1, in its user space."""
    pagina = pdf.pages[nummer - 1]
    return [to_space(pagina, v.kader) for v in boxes_on(uitslag.geplaatst, nummer)]
