"""Needles: the words that were redacted, looked for in every place and spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from modellen.lakken import Controle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.pdf.controle.bestand import Blad, Proef

NAAM = "naalden"
KORTST_IN_BYTES = 5
"""Shorter words occur in any compressed file by chance."""

_WOORD = re.compile(r"\w+")
_BEGIN = 6
"""Letters of a name that must stand in a text before it is looked for whole."""


class Naaldcontrole:
    """Whether no redacted word is left: on pages, in objects, streams and raw bytes."""

    def __init__(self, proef: Proef) -> None:
        self._proef = proef
        self._net = Vangnet(proef.naalden)
        self._gevonden: list[Controle] = []

    def see(self, blad: Blad) -> None:
        """Look for the words on a page."""
        tekst = fold("".join(t.tekst for t in blad.na))
        nummer = blad.nummer
        wat = f"op bladzijde {nummer} staat nog gelakte tekst"
        gevonden = {*self._net.standing(tekst), *self._net.joined(tekst)}
        self._gevonden += [_leak(wat, nummer) for _ in gevonden]

    def outcome(self) -> Iterator[Controle]:
        """Every place where a word is left, or that there is none."""
        gevonden = [
            *self._gevonden,
            *_in_objects(self._proef, self._net),
            *_in_streams(self._proef),
            *_in_bytes(self._proef),
        ]
        aantal = len(self._proef.naalden)
        goed = Controle(
            naam=NAAM,
            geslaagd=True,
            toelichting=f"{aantal} gelakte woorden komen niet voor",
        )
        yield from gevonden or [goed]


class Vangnet:
    """Finds many words in a text at once: the time grows with the text, not with both.

    A word is looked for only in a text that holds its longest run of letters or figures
    as a word; a name without its spaces only where its first letters stand.
    """

    def __init__(self, naalden: Sequence[str]) -> None:
        self._bij_woord: dict[str, list[str]] = {}
        self._bij_begin: dict[str, list[str]] = {}
        for naald in naalden:
            woord, dicht = _traits(naald)
            self._bij_woord.setdefault(woord, []).append(naald)
            if dicht:
                self._bij_begin.setdefault(dicht[:_BEGIN], []).append(naald)

    def standing(self, tekst: str) -> Iterator[str]:
        """The words that stand in a folded text, each as a word of its own."""
        for woord in {"", *_WOORD.findall(tekst)} & self._bij_woord.keys():
            for naald in self._bij_woord[woord]:
                if _pattern(naald).search(tekst):
                    yield naald

    def joined(self, tekst: str) -> Iterator[str]:
        """The names of several words in a folded text that lost its spaces."""
        dicht = "".join(tekst.split())
        lengtes = {len(begin) for begin in self._bij_begin}
        begins = {dicht[n : n + lang] for lang in lengtes for n in range(len(dicht))}
        for begin in begins & self._bij_begin.keys():
            for naald in self._bij_begin[begin]:
                if _traits(naald)[1] in dicht:
                    yield naald


@lru_cache(maxsize=1 << 18)
def _traits(naald: str) -> tuple[str, str]:
    """The longest run of letters of a word, and a name of several without spaces."""
    plat = fold(naald)
    delen = plat.split()
    langste = max(_WOORD.findall(plat), key=len, default="")
    return langste, "".join(delen) if len(delen) > 1 else ""


@lru_cache(maxsize=4096)
def _pattern(naald: str) -> re.Pattern[str]:
    """A word, as a word and not as a part of another."""
    patroon = r"\s+".join(re.escape(deel) for deel in fold(naald).split())
    return re.compile(rf"(?<!\w){patroon}(?!\w)")


def _in_objects(proef: Proef, net: Vangnet) -> Iterator[Controle]:
    teksten = {fold(w) for w in proef.woorden_in_objecten}
    gevonden = {naald for tekst in teksten for naald in net.standing(tekst)}
    for _ in gevonden:
        yield _leak("gelakte tekst staat nog in een veld of verborgen gegeven")


def _in_streams(proef: Proef) -> Iterator[Controle]:
    for _ in find_spellings(proef.naalden, b"\n".join(proef.stromen)):
        yield _leak("gelakte tekst staat nog in een stroom van het bestand")


def _in_bytes(proef: Proef) -> Iterator[Controle]:
    for _ in find_spellings(proef.naalden, proef.gelakt):
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


@lru_cache(maxsize=1 << 18)
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
