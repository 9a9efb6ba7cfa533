"""Needles: the words that were redacted, looked for in every place and spelling."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from modellen.lakken import Controle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.pdf.controle.bestand import Proef

NAAM = "naalden"
KORTST_IN_BYTES = 5
"""Shorter words occur in any compressed file by chance."""


def check_needles(proef: Proef) -> Iterator[Controle]:
    """Whether no redacted word is left: on pages, in objects, streams and raw bytes."""
    gevonden = [
        *_on_pages(proef),
        *_in_objects(proef),
        *_in_streams(proef),
        *_in_bytes(proef),
    ]
    if gevonden:
        yield from gevonden
        return
    aantal = len(proef.naalden)
    yield Controle(
        naam=NAAM,
        geslaagd=True,
        toelichting=f"{aantal} gelakte woorden komen niet voor",
    )


def _on_pages(proef: Proef) -> Iterator[Controle]:
    for nummer, tekens in enumerate(proef.na, start=1):
        tekst = fold("".join(t.tekst for t in tekens))
        dicht = "".join(tekst.split())
        for naald in proef.naalden:
            if _stands_in(naald, tekst) or _stands_joined(naald, dicht):
                yield _leak(f"op bladzijde {nummer} staat nog gelakte tekst", nummer)


def _in_objects(proef: Proef) -> Iterator[Controle]:
    teksten = {fold(w) for w in proef.woorden_in_objecten}
    for naald in proef.naalden:
        if any(_stands_in(naald, t) for t in teksten):
            yield _leak("gelakte tekst staat nog in een veld of verborgen gegeven")


def _in_streams(proef: Proef) -> Iterator[Controle]:
    geheel = b"\n".join(proef.stromen).lower()
    for naald in proef.naalden:
        if any(vorm.search(geheel) for vorm in spellings(naald)):
            yield _leak("gelakte tekst staat nog in een stroom van het bestand")


def _in_bytes(proef: Proef) -> Iterator[Controle]:
    geheel = proef.gelakt.lower()
    for naald in proef.naalden:
        if any(vorm.search(geheel) for vorm in spellings(naald)):
            yield _leak("gelakte tekst staat nog leesbaar in het bestand")


def spellings(naald: str) -> tuple[re.Pattern[bytes], ...]:
    """Patterns of a word in every encoding in which a file may hold it, in lower case.

    In one byte a letter it must stand as a word of its own, and not as a name of PDF
    itself (``/Page``): a surname may be one.
    """
    if len(naald) < KORTST_IN_BYTES:
        return ()
    acht = {naald.encode(c, "ignore").lower() for c in ("latin-1", "cp1252", "utf-8")}
    breed = {naald.encode(c).lower() for c in ("utf-16-be", "utf-16-le")}
    breed |= {v.hex().encode() for v in acht | breed}
    woorden = [rb"(?<![/\w])" + re.escape(v) + rb"(?!\w)" for v in sorted(acht) if v]
    return tuple(map(re.compile, [*woorden, *(re.escape(v) for v in sorted(breed))]))


def fold(tekst: str) -> str:
    """A text as it is compared: composed, without case or soft hyphens."""
    plat = unicodedata.normalize("NFKC", tekst).casefold()
    return plat.replace("\u00ad", "").replace("\ufffe", "")


def _stands_in(naald: str, tekst: str) -> bool:
    """Whether a word stands in a text as a word, not as a part of another."""
    patroon = r"\s+".join(re.escape(deel) for deel in fold(naald).split())
    return re.search(rf"(?<!\w){patroon}(?!\w)", tekst) is not None


def _stands_joined(naald: str, dicht: str) -> bool:
    """Whether a name of several words stands in a text from which spaces were lost."""
    delen = fold(naald).split()
    return len(delen) > 1 and "".join(delen) in dicht


def _leak(toelichting: str, pagina: int | None = None) -> Controle:
    return Controle(naam=NAAM, geslaagd=False, toelichting=toelichting, pagina=pagina)
