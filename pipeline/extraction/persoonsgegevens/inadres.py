"""People in web addresses and file names: ``/team/lea-kolk``, ``cv_lea_kolk.pdf``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.taal.letters import klein
from pipeline.taal.namen.naam import fold_name
from pipeline.webadres import find_addresses, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pipeline.extraction.persoonsgegevens.personen import Personen, Wie
    from pipeline.taal.namen.naam import Naam

_DEEL = re.compile(r"[^/\\?#&=:,;()<>\"\s]+")
_UITGANG = re.compile(r"\.\w{2,4}\Z")
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


def find_in_addresses(
    tekst: str, namen: Mapping[str, Wie]
) -> Iterator[tuple[int, int, Wie]]:
    """The parts of addresses and names of files that hold someone's whole name."""
    for begin, eind in find_addresses(tekst) if namen else ():
        for deel in _DEEL.finditer(tekst, begin, eind):
            letters = klein(squeeze(deel.group()))
            wie = next((w for vorm, w in namen.items() if vorm in letters), None)
            if wie is not None and "@" not in deel.group():
                kaal = _UITGANG.sub("", deel.group())
                yield deel.start(), deel.start() + len(kaal), wie


def _forms(naam: Naam) -> Iterator[str]:
    voor, achter = fold_name(naam.voornaam), naam.sleutel
    if voor and achter:
        yield voor + achter
        yield achter + voor
