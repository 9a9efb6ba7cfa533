"""People in web addresses and file names: ``/team/lea-kolk``, ``cv_lea_kolk.pdf``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.rulebook import places
from pipeline.taal.letters import klein
from pipeline.taal.namen.naam import fold_name
from pipeline.taal.namen.vorm import is_particle
from pipeline.webadres import find_addresses, spell_out, squeeze

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from pipeline.extraction.persoonsgegevens.personen import Personen, Wie
    from pipeline.taal.namen.naam import Naam

_DEEL = re.compile(r"[^/\\?#&=:,;()<>\"\s]+")
_UITGANG = re.compile(r"\.\w{2,4}\Z")
_RIJ = 5
"""Words of a file name that a name takes at the most: ``c-van-der-kolk``."""

_VOEGSEL = re.compile(r"(?<=_)(?:[A-Za-z']{1,4}[ ]){1,3}\Z")
_WOORD = re.compile(r"(?:(?<=[_ -])|\A)[^\W\d_]+(?=[_ .-]|\Z)")
"""A word of a file name, which a capital can make a surname: ``app_Kolk_1205.png``."""

_POSTVAK = re.compile(r"(?<![\w.+@-])[^\W\d_][\w.'+-]{1,40}\Z")
_LANGSTE_POSTVAK = 41
_NA_TEKEN = re.compile(r"\w")
_GEPLAKT = re.compile(
    r"(?:van(?:de[rn]?|het)?|de[rn]?|te[rn]?|op|in|el)(?=[^\W\d_]{3})"
)
"""Particles written on to a surname: ``vanderKolk``."""

_RUIM = 15
_KORTST = 6
"""Letters of a whole name that are no word by chance."""


def spell_names(personen: Personen) -> Mapping[str, Wie]:
    """How addresses spell each person who is masked, without signs: ``leavankolk``."""
    return {
        vorm: wie
        for wie in personen.alle
        if not wie.openbaar
        for naam in wie.namen
        for vorm in _forms(naam)
        if len(vorm) >= _KORTST
    }


def list_surnames(personen: Personen) -> Mapping[str, Wie]:
    """Of whom a surname is, for each person who is masked and no one else bears it."""
    gelakt = {k: w for w in personen.alle if not w.openbaar for k in w.kernen}
    ambt = {k for w in personen.alle if w.openbaar for k in w.kernen}
    return {kern: wie for kern, wie in gelakt.items() if kern not in ambt}


def find_in_addresses(
    tekst: str, namen: Mapping[str, Wie], achternamen: Mapping[str, Wie]
) -> Iterator[tuple[int, int, Wie]]:
    """The parts of addresses and names of files that hold someone's name."""
    for begin, eind in find_addresses(tekst) if namen or achternamen else ():
        for deel in _DEEL.finditer(tekst, begin, eind):
            if "@" in deel.group():
                continue
            kaal = _UITGANG.sub("", deel.group())
            wie = _spelled(deel.group(), namen)
            if wie is not None:
                yield deel.start(), deel.start() + len(kaal), wie
            elif kaal != deel.group():
                yield from _surnames(tekst, deel.start(), len(kaal), achternamen)


def find_mailboxes(
    tekst: str, achternamen: Mapping[str, Wie], functioneel: Collection[str]
) -> Iterator[tuple[int, int, Wie]]:
    """The parts before an at sign that are someone's surname, also if it is a word."""
    for plek in places(tekst, ("@",)) if achternamen else ():
        if not _NA_TEKEN.match(tekst, plek + 1):
            continue
        raak = _POSTVAK.search(tekst, max(0, plek - _LANGSTE_POSTVAK), plek)
        deel = fold_name(raak.group()) if raak else ""
        wie = _bearer(deel, achternamen) if deel else None
        if raak and wie is not None and deel not in functioneel:
            yield *raak.span(), wie


def _bearer(woord: str, achternamen: Mapping[str, Wie]) -> Wie | None:
    """Whose surname a word is, perhaps with its particle written on to it."""
    return achternamen.get(fold_name(woord)) or achternamen.get(
        fold_name(_without_particle(woord))
    )


def _without_particle(woord: str) -> str:
    raak = _GEPLAKT.match(woord)
    return woord[raak.end() :] if raak else woord


def _surnames(
    tekst: str, begin: int, lengte: int, achternamen: Mapping[str, Wie]
) -> Iterator[tuple[int, int, Wie]]:
    """The words with a capital in a file name that are someone's surname."""
    naam = tekst[begin : begin + lengte]
    for woord in _WOORD.finditer(naam):
        wie = _bearer(woord.group(), achternamen)
        if wie is not None and _without_particle(woord.group())[0].isupper():
            van = begin + woord.start()
            voegsel = _VOEGSEL.search(tekst, max(0, van - _RUIM), van)
            if voegsel and is_particle(voegsel.group().strip()):
                van = voegsel.start()
            yield van, begin + woord.end(), wie


def _spelled(deel: str, namen: Mapping[str, Wie]) -> Wie | None:
    """Whose name a part of an address spells: whole, or as words with an initial."""
    letters = klein(squeeze(deel))
    woorden = [squeeze(w) for w in spell_out(deel).split()]
    rijen = {
        "".join(woorden[begin:eind])
        for begin in range(len(woorden))
        for eind in range(begin + 1, min(len(woorden), begin + _RIJ) + 1)
    }
    for vorm, wie in namen.items():
        los = vorm[1:] == wie.sleutel or vorm[1:] in wie.kernen  # a letter before it
        if vorm in rijen if los else vorm in letters:
            return wie
    return None


def _forms(naam: Naam) -> Iterator[str]:
    voor, achter = fold_name(naam.voornaam), naam.sleutel
    if voor and achter:
        yield voor + achter
        yield achter + voor
    if naam.letter and achter:
        yield naam.letter + achter
        yield naam.letter + naam.kern
