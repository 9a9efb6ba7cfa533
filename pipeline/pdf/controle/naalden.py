"""Needles: the words that were redacted, looked for in every place and spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from modellen.lakken import Controle
from pipeline.pdf.controle.bestand import decoded, strings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.pdf.controle.bestand import Blad, Proef

NAAM = "naalden"
KORTST_IN_BYTES = 5
"""Shorter words occur in any compressed file by chance."""

STUK, LANGST = 1 << 15, 1 << 11
"""Bytes that are searched at once, and how far a word may run beyond them."""


class Naaldcontrole:
    """Whether no redacted word is left: on pages, in objects, streams and raw bytes."""

    def __init__(self, proef: Proef) -> None:
        self._proef = proef
        self._zoekers = [_Zoeker(naald) for naald in proef.naalden]
        self._gevonden: list[Controle] = []
        self._teksten: set[str] = set()
        self._stromen: set[str] = set()

    def see(self, blad: Blad) -> None:
        """Look for the words on a page."""
        tekst = fold("".join(t.tekst for t in blad.na))
        dicht = "".join(tekst.split())
        for zoeker in self._zoekers:
            if zoeker.stands_in(tekst) or zoeker.stands_joined(dicht):
                nummer = blad.nummer
                wat = f"op bladzijde {nummer} staat nog gelakte tekst"
                self._gevonden.append(_leak(wat, nummer))

    def look(self, ding: Any) -> None:
        """Look for the words in an object and in its stream."""
        self._teksten.update(map(fold, strings(ding)))
        self._stromen.update(find_spellings(self._proef.naalden, decoded(ding)))

    def outcome(self) -> Iterator[Controle]:
        """Every place where a word is left, or that there is none."""
        gevonden = [
            *self._gevonden,
            *self._in_objects(),
            *self._in_streams(),
            *_in_bytes(self._proef),
        ]
        aantal = len(self._proef.naalden)
        goed = Controle(
            naam=NAAM,
            geslaagd=True,
            toelichting=f"{aantal} gelakte woorden komen niet voor",
        )
        yield from gevonden or [goed]

    def _in_objects(self) -> Iterator[Controle]:
        for zoeker in self._zoekers:
            if any(map(zoeker.stands_in, self._teksten)):
                yield _leak("gelakte tekst staat nog in een veld of verborgen gegeven")

    def _in_streams(self) -> Iterator[Controle]:
        for _ in self._stromen:
            yield _leak("gelakte tekst staat nog in een stroom van het bestand")


class _Zoeker:
    """Finds one word, as a word and not as a part of another."""

    def __init__(self, naald: str) -> None:
        delen = fold(naald).split()
        patroon = r"\s+".join(re.escape(deel) for deel in delen)
        self._patroon = re.compile(rf"(?<!\w){patroon}(?!\w)")
        self._eerste = delen[0] if delen else ""
        self._dicht = "".join(delen) if len(delen) > 1 else ""

    def stands_in(self, tekst: str) -> bool:
        """Whether the word stands in a text."""
        return self._eerste in tekst and self._patroon.search(tekst) is not None

    def stands_joined(self, dicht: str) -> bool:
        """Whether a name of several words stands in a text that lost its spaces."""
        return bool(self._dicht) and self._dicht in dicht


def _in_bytes(proef: Proef) -> Iterator[Controle]:
    gevonden: set[str] = set()
    for begin in range(0, len(proef.gelakt), STUK):
        ruw = proef.gelakt[begin : begin + STUK + LANGST]
        gevonden.update(find_spellings(proef.naalden, ruw))
    for _ in gevonden:
        yield _leak("gelakte tekst staat nog leesbaar in het bestand")


def find_spellings(naalden: Sequence[str], ruw: bytes) -> Iterator[str]:
    """The words that stand in bytes, in any encoding in which a file may hold them.

    A spelling is sought only where its first bytes occur: the time grows with the bytes
    and with the words, not with both at once.
    """
    geheel = ruw.lower()
    begins = {
        geheel[i : i + KORTST_IN_BYTES]
        for i in range(len(geheel) - KORTST_IN_BYTES + 1)
    }
    for naald in naalden:
        for spelling, los in _encode(naald):
            if spelling[:KORTST_IN_BYTES] in begins and _occurs(spelling, los, geheel):
                yield naald
                break


def _occurs(spelling: bytes, los: bool, geheel: bytes) -> bool:  # noqa: FBT001 how it must stand
    if spelling not in geheel:
        return False
    if not los:
        return True
    patroon = rb"(?<![/\w])" + re.escape(spelling) + rb"(?!\w)"
    return re.search(patroon, geheel) is not None


@lru_cache(maxsize=1 << 16)
def _encode(naald: str) -> tuple[tuple[bytes, bool], ...]:
    """A word in every encoding, in lower case, and whether it must stand on its own.

    In one byte a letter it must stand as a word of its own, and not as a name of PDF
    itself (``/Page``): a surname may be one.
    """
    if len(naald) < KORTST_IN_BYTES:
        return ()
    acht = {naald.encode(c, "ignore").lower() for c in ("latin-1", "cp1252", "utf-8")}
    breed = {naald.encode(c).lower() for c in ("utf-16-be", "utf-16-le")}
    breed |= {v.hex().encode() for v in acht | breed}
    kort = [v for v in sorted(acht) if len(v) >= KORTST_IN_BYTES]
    return (*((v, True) for v in kort), *((v, False) for v in sorted(breed)))


def fold(tekst: str) -> str:
    """A text as it is compared: composed, without case or soft hyphens."""
    plat = unicodedata.normalize("NFKC", tekst).casefold()
    return plat.replace("\u00ad", "").replace("\ufffe", "")


def _leak(toelichting: str, pagina: int | None = None) -> Controle:
    return Controle(naam=NAAM, geslaagd=False, toelichting=toelichting, pagina=pagina)
