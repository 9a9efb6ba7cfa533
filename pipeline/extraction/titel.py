"""The title of a document, as a person would name it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from modellen.stuk import Soort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modellen.document import Document
    from pipeline.extraction.stuk_lijnen import Lijn
    from pipeline.rulebook import Regelboek

_VELDSOORTEN = {Soort.EMAIL, Soort.BRIEF, Soort.MEMO}
_TOP = 14
_LANG = 160
_KAAL = 3
_EERSTE_REGEL = 14  # words: a sheet says its title first
_ZELFDE_MAAT = 6  # points
_PROGRAMMA = re.compile(
    r"(?i)^(?:microsoft (?:word|excel|powerpoint)\s*-\s*)|\.\w{3,4}$"
)
_DATUM_VOORAAN = re.compile(
    r"^(?:\d{4}[-_ ]?\d{2}[-_ ]?\d{2}|\d{1,2}[-_]\d{1,2}[-_]\d{2,4})[-_ ]*"
)
_STANDAARD = re.compile(
    r"(?i)^(?:document\d*|untitled|naamloos|\(?anonymous\)?|book\d*|map\d*|blad\d*)$"
)


def find_titel(
    document: Document, lijnen: Sequence[Lijn], soort: Soort, regelboek: Regelboek
) -> str | None:
    """The subject of letters and messages, else the heading, else a name it carries."""
    if not document.blokken and not document.deel:
        return _from_file(document)
    if soort in _VELDSOORTEN:
        veld = document.eigenschappen.onderwerp or _subject(lijnen[:40], regelboek)
        if veld:
            return _tidy(veld)
    kop = _heading(lijnen[:_TOP], soort, regelboek)
    if kop:
        return kop
    if document.deel:
        return None
    eigen = document.eigenschappen.titel or ""
    eigen = _PROGRAMMA.sub("", eigen.strip())
    if eigen and not _STANDAARD.match(eigen):
        return _tidy(eigen)
    return _from_file(document)


def _subject(lijnen: Sequence[Lijn], regelboek: Regelboek) -> str | None:
    for index, lijn in enumerate(lijnen):
        for regel in regelboek.regels("documenten", "titel.veld"):
            raak = next(iter(regel.find(lijn.tekst)), None)
            if raak:
                return raak["titel"].strip()
        for regel in regelboek.regels("documenten", "titel.label"):
            if next(iter(regel.find(lijn.tekst)), None) and index + 1 < len(lijnen):
                return lijnen[index + 1].tekst.strip()
    return None


def _heading(lijnen: Sequence[Lijn], soort: Soort, regelboek: Regelboek) -> str | None:
    """The line that names the kind, else the first line that stands out as a title."""
    kandidaten = [i for i, r in enumerate(lijnen) if _may_be_title(r, regelboek)]
    noemt = [i for i in kandidaten if _names_kind(lijnen[i].tekst, soort, regelboek)]
    opvallend = [i for i in kandidaten if _stands_out(lijnen[i], lijnen)]
    keus = next(iter(noemt), None)
    if keus is None:
        keus = next(iter(opvallend), None)
    if keus is None:
        return None
    titel = lijnen[keus].tekst.strip()
    volgende = keus + 1
    if len(titel.split()) <= _KAAL and volgende in kandidaten:
        vervolg = lijnen[volgende]
        if len(vervolg.tekst.split()) <= 12 and _like(lijnen[keus], vervolg):  # noqa: PLR2004 (a subtitle is short)
            titel = f"{titel} {vervolg.tekst.strip()}"
    return _tidy(titel)


def _may_be_title(lijn: Lijn, regelboek: Regelboek) -> bool:
    tekst = lijn.tekst.strip()
    if not 2 < len(tekst) < _LANG or not any(ch.isalpha() for ch in tekst):  # noqa: PLR2004 (a title has a word)
        return False
    if tekst.endswith((".", ",", ";")) and not lijn.kop:
        return False
    if lijn.rij and tekst.count("\t") > 1:
        return False
    return not any(
        next(iter(r.find(tekst)), None) is not None
        for r in regelboek.regels("documenten", "titel.geen")
    )


def _names_kind(tekst: str, soort: Soort, regelboek: Regelboek) -> bool:
    return any(
        regel.kenmerken["levert"] == soort.value
        and next(iter(regel.find(tekst.strip())), None) is not None
        for regel in regelboek.regels("documenten", "soort.kop")
    )


def _stands_out(lijn: Lijn, lijnen: Sequence[Lijn]) -> bool:
    """Set as a heading, in larger type than most, or the very first line of a sheet."""
    if lijn.kop:
        return True
    maten = sorted(r.blok.letter for r in lijnen if r.blok.letter)
    if maten and lijn.blok.letter and lijn.blok.letter > maten[len(maten) // 2] + 1:
        return True
    return (
        lijn is lijnen[0]
        and lijn.blok.letter is None
        and len(lijn.tekst.split()) <= _EERSTE_REGEL
    )


def _like(een: Lijn, ander: Lijn) -> bool:
    """Whether two lines are set alike enough to be read as one title."""
    return (
        een.kop == ander.kop
        and (een.blok.letter or 0) - (ander.blok.letter or 0) < _ZELFDE_MAAT
    )


def _from_file(document: Document) -> str | None:
    naam = document.bron.bestand.rsplit("/", 1)[-1]
    naam = re.sub(r"\.\w{2,5}$", "", naam)
    return _tidy(_DATUM_VOORAAN.sub("", naam).replace("_", " ")) or None


def _tidy(tekst: str) -> str:
    """One line, and no shouting in brackets about the status."""
    tekst = " ".join(tekst.split())
    return (
        re.sub(r"(?i)\s*[(\[–-]*\s*\bconcept\)?\]?\s*$", "", tekst).strip(" -–:")
        or tekst
    )
