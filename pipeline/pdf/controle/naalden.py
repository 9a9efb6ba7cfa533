"""Needles: the words that were redacted, looked for in every place and spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from modellen.lakken import Controle
from pipeline.pdf.controle.bestand import decoded, given_names, strings
from pipeline.pdf.dubbel import DUBBEL
from pipeline.pdf.naamdelen import Naamdelen
from pipeline.pdf.schoon.merknamen import tag_names
from pipeline.webadres import find_addresses, spell_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pipeline.pdf.controle.bestand import Blad, Proef

NAAM = "naalden"
_NOG = "gelakte tekst staat nog"
KORTST_IN_BYTES = 5
"""Shorter words occur in any compressed file by chance."""

WEINIG = 300
"""Spellings that are sought one by one faster than all at once."""

STUK, LANGST = 1 << 15, 1 << 11
"""Bytes that are searched at once, and how far a word may run beyond them."""

_WEB = ("http://", "https://")
_WOORD = re.compile(r"[^\W\d_]+|\d+")
_LOOP = re.compile(r"(?:(\S)\1\s*){3,}")
_TWEEMAAL = re.compile(r"(\S)\1")
_LETTER = r"[^\W\d_]"
_STREEPJE = re.compile(r"(?<=\w)\\-(?=\w)")
_BREUK = re.compile("[-\u2010\u00ad\ufffe\x02][ \t]*\r?\n[ \t]*")
_BEGIN = 6
"""Letters of a name that must stand in a text before it is looked for whole."""


class Naaldcontrole:
    """Whether no redacted word is left: on pages, in objects, streams and raw bytes."""

    def __init__(self, proef: Proef) -> None:
        self._proef = proef
        self._net = Vangnet(proef.naalden)
        self._gevonden: list[Controle] = []
        self._spelling = Spellingnet(proef.naalden)
        self._delen = Naamdelen(proef.naalden)
        self._gelezen: set[str] = set()
        self._in_velden: set[str] = set()
        self._in_stromen: set[str] = set()

    def see(self, blad: Blad) -> None:
        """Look for the words on a page."""
        nummer = blad.nummer
        wat = f"op bladzijde {nummer} staat nog gelakte tekst"
        gevonden: set[str] = set()
        for tekst in _readings(blad):
            gevonden.update(self._net.standing(tekst))
            gevonden.update(self._net.joined(tekst))
            gevonden.update(self._in_addresses(tekst))
            gevonden.update(self._net.doubled(tekst))
        self._gevonden += [
            _leak(f"{wat}: {describe_word(naald)}", nummer)
            for naald in sorted(gevonden)
        ]

    def look(self, ding: Any) -> None:
        """Look for the words in an object and in its stream."""
        for tekst in {fold(w) for w in strings(ding)}:
            self._in_velden.update(self._net.standing(tekst))
            self._in_velden.update(self._in_addresses(tekst))
            # The name of a font, a colour or a picture has no spaces.
            if " " not in tekst:
                self._in_velden.update(self._net.joined(tekst))
            if tekst.startswith(_WEB) and self._delen.in_address(tekst):
                self._in_velden.add(tekst)
        inhoud = decoded(ding)
        for naam in {*given_names(ding), *tag_names(inhoud)} - self._gelezen:
            self._gelezen.add(naam)
            if self._delen.in_words(naam):
                self._in_velden.add(naam)
        self._in_stromen.update(self._spelling.find(inhoud))

    def _in_addresses(self, tekst: str) -> Iterator[str]:
        """The words that web addresses and names of files in a folded text spell."""
        for begin, eind in find_addresses(tekst):
            woorden = fold(spell_out(tekst[begin:eind]))
            yield from self._net.standing(woorden)
            yield from self._net.joined(woorden)

    def outcome(self) -> Iterator[Controle]:
        """Every place where a word is left, or that there is none."""
        in_bytes = self._spelling.find(self._proef.gelakt)
        gevonden = [
            *self._gevonden,
            *(
                _leak(f"{_NOG} in een veld of verborgen gegeven")
                for _ in self._in_velden
            ),
            *(
                _leak(f"{_NOG} in een stroom van het bestand: {describe_word(n)}")
                for n in sorted(self._in_stromen)
            ),
            *(
                _leak(f"{_NOG} leesbaar in het bestand: {describe_word(n)}")
                for n in sorted(in_bytes)
            ),
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

    def doubled(self, tekst: str) -> Iterator[str]:
        """The words in a folded text that is drawn twice: each letter stands double."""
        heel = "".join(tekst.split())
        if not DUBBEL.search(heel):
            return
        yield from self.standing(_halve(tekst))
        # Lines that are read twice break anywhere: only letters are left to go by.
        dicht = _halve(heel)
        for naalden in self._bij_woord.values():
            for naald in naalden:
                kaal = "".join(fold(naald).split())
                if len(kaal) >= _BEGIN and kaal in dicht:
                    yield naald


def _halve(tekst: str) -> str:
    """The stretches of a text that stand double, each letter once."""
    stukken = (raak.group() for raak in _LOOP.finditer(tekst))
    return "\n".join(_TWEEMAAL.sub(r"\1", stuk) for stuk in stukken)


def _readings(blad: Blad) -> Iterator[str]:
    """The folded text of a page, and that of the second reader where it differs."""
    ruw = "".join(t.tekst for t in blad.na)
    tekst, tweede = fold(ruw), fold(blad.tweede)
    yield tekst
    yield from _unbroken(ruw)
    if tweede and _bare(tweede) != _bare(tekst):
        yield tweede
        yield from _unbroken(blad.tweede)


def _unbroken(ruw: str) -> Iterator[str]:
    """The folded text with the words whole that a line end breaks, if it breaks any."""
    heel = _BREUK.sub("", ruw)
    if heel != ruw:
        yield fold(heel)


def _bare(tekst: str) -> str:
    return "".join(tekst.split()).replace("-", "")


@lru_cache(maxsize=1 << 18)
def _traits(naald: str) -> tuple[str, str]:
    """The longest run of letters of a word, and a name of several without spaces."""
    plat = fold(naald)
    delen = plat.split()
    langste = max(_WOORD.findall(plat), key=len, default="")
    return langste, "".join(delen) if len(delen) > 1 else ""


@lru_cache(maxsize=4096)
def _pattern(naald: str) -> re.Pattern[str]:
    """A word, as a word and not as a part of another.

    A figure may be glued to a name: the number of a footnote. To a number it may not.
    A line may end at its hyphen, and a reader may leave that hyphen out.
    """
    plat = fold(naald)
    patroon = r"\s+".join(re.escape(deel) for deel in plat.split())
    patroon = _STREEPJE.sub(r"(?:-\\s*|\\s*\\n\\s*)", patroon)
    voor, na = (_LETTER if c.isalpha() else r"\w" for c in (plat[:1], plat[-1:]))
    return re.compile(rf"(?<!{voor}){patroon}(?!{na})")


class Spellingnet:
    """Finds words in bytes, in any encoding in which a file may hold them.

    A spelling is sought only where its first bytes occur: the time grows with the bytes
    and with the words, not with both at once.
    """

    def __init__(self, naalden: Sequence[str]) -> None:
        self._bij_begin: dict[bytes, list[tuple[str, bytes, bool]]] = {}
        for naald in naalden:
            for spelling, los in _encode(naald):
                begin = spelling[:KORTST_IN_BYTES]
                self._bij_begin.setdefault(begin, []).append((naald, spelling, los))

    def find(self, ruw: bytes) -> set[str]:
        """The words that stand in bytes."""
        gevonden: set[str] = set()
        for plek in range(0, len(ruw), STUK):
            eind = plek + STUK + LANGST
            # Where a piece is cut a word may go on: the next piece sees it whole.
            voor, na = b"x" * (plek > 0), b"x" * (eind < len(ruw))
            gevonden |= self._find(voor + ruw[plek:eind].lower() + na)
        return gevonden

    def _find(self, geheel: bytes) -> set[str]:
        return {
            naald
            for begin in self._begins_in(geheel)
            for naald, spelling, los in self._bij_begin[begin]
            if _occurs(spelling, los, geheel)
        }

    def _begins_in(self, geheel: bytes) -> Iterable[bytes]:
        """The first bytes of spellings that stand here; few are sought one by one."""
        if len(self._bij_begin) <= WEINIG:
            return [begin for begin in self._bij_begin if begin in geheel]
        lang = KORTST_IN_BYTES
        begins = {geheel[i : i + lang] for i in range(len(geheel) - lang + 1)}
        return begins & self._bij_begin.keys()


def _occurs(spelling: bytes, los: bool, geheel: bytes) -> bool:  # noqa: FBT001 how it must stand
    if spelling not in geheel:
        return False
    if not los:
        return True
    los_na = rb"[a-z_]" if spelling[-1:].isalpha() else rb"\w"
    patroon = rb"(?<![/\w])" + re.escape(spelling) + rb"(?!" + los_na + rb")"
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
    acht = {v for v in acht if 2 * len(v.strip()) > len(naald)}  # not of another script
    breed = {naald.encode(c).lower() for c in ("utf-16-be", "utf-16-le")}
    breed |= {v.hex().encode() for v in acht | breed}
    kort = [v for v in sorted(acht) if len(v) >= KORTST_IN_BYTES]
    return (*((v, True) for v in kort), *((v, False) for v in sorted(breed)))


def fold(tekst: str) -> str:
    """A text as it is compared: composed, without case or soft hyphens."""
    plat = unicodedata.normalize("NFKC", tekst).casefold()
    return plat.replace("\u00ad", "").replace("\ufffe", "")


def describe_word(woord: str) -> str:
    """A word that may not be told, so that whoever knows the papers finds it."""
    delen = woord.split()
    begin = next((t for t in woord if t.isalnum()), "")
    soort = "een woord" if len(delen) == 1 else f"{len(delen)} woorden"
    return f"{soort} van {len(woord)} tekens, met '{begin.upper()}' vooraan"


def _leak(toelichting: str, pagina: int | None = None) -> Controle:
    return Controle(naam=NAAM, geslaagd=False, toelichting=toelichting, pagina=pagina)
