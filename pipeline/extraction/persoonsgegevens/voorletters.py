"""A surname with nothing but initials behind its comma: ``Kolk, L. van der``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.instelling import RECHTSVORM
from pipeline.extraction.persoonsgegevens.naamvorm import is_plausible
from pipeline.extraction.persoonsgegevens.omgekeerd import (
    DEELTJES,
    LIDWOORD,
    opens_pair,
    particle_before,
)
from pipeline.extraction.persoonsgegevens.splitsing import MAILVELDEN
from pipeline.taal.namen.naam import Naam
from pipeline.taal.namen.vorm import HOOFD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.treffer import Blad, Treffer

_LETTER = rf"[{HOOFD}](?:[hrj]|ij)?\."
_TITEL = r"(?:(?:dhr|mw|mevr|drs|dr|ir|mr|ing|prof)\.?[ ]){0,3}"
_VELD = rf"[ ](?i:{MAILVELDEN})[ ]?:"
_ERNA = re.compile(
    rf"[ ]?,[ ]{{0,2}}{_TITEL}(?P<letters>{_LETTER}(?:[ -]?{_LETTER}){{0,5}}|"
    rf"[{HOOFD}]{{1,2}}(?=[ ]?<)|[{HOOFD}](?=[ ]?(?:[;(\n]|\Z)|[ ](?:{DEELTJES})\b))"
    rf"(?:[ ]?(?P<voegsel>(?:{DEELTJES}){LIDWOORD})(?!\w))?"
    r"(?=[ ]?(?:[;\"'<(\[,|/\n\t:)]|\Z)|[.](?:\s|\Z)|[ ](?:en|&|[+]|[–-])[ ]|[ ]{2}|"
    rf"{_VELD}|[ ](?!en\b|(?:{DEELTJES}){LIDWOORD}[ ][{HOOFD}])[a-zà-ÿ]{{2}})"
    r"(?![ ]?\(?,?[ ]?(?:19|20)\d\d)"
)
"""Initials that nothing follows but a sign, and no year, as in a list of books."""

_VOLGENDE = re.compile(
    r"(?:[ ]\([^()\n]{1,40}\))?(?:[,;][ ]{1,2}|[ ](?:en|&)[ ]|[ ]?[/|][ ]?)"
)
_ZEKER = 0.85


def join_initials(
    blad: Blad, treffers: Sequence[Treffer], kennis: Kennis
) -> list[Treffer]:
    """The same with ``Kolk, L.`` read as one name: of who is called so.

    It is not that of another Kolk. Letters that were read with what follows them, as
    ``L. Onderwerp``, are taken from that.
    """
    tekst = blad.tekst
    vorige = -1
    over: list[Treffer] = []
    for achter in treffers:
        if achter.begin < vorige:
            continue
        over.append(achter)
        raak = _ERNA.match(tekst, achter.eind)  # a comma: most have none
        if raak is None or raak["letters"].replace(" ", "") in RECHTSVORM:
            continue
        begin = particle_before(tekst, achter.begin)
        volgt = vorige >= 0 and _VOLGENDE.fullmatch(tekst, vorige, begin)
        if not (
            _can_be_surname(achter, kennis)
            and (volgt or achter.aanvaard or opens_pair(tekst, begin))
        ):
            continue
        voegsel = achter.naam.voegsel or tekst[begin : achter.begin].rstrip()
        achter.naam = Naam(
            initialen="".join(c for c in raak["letters"] if c.isupper()),
            voegsel=voegsel or raak["voegsel"] or "",
            achternaam=achter.naam.achternaam or achter.naam.voornaam,
        )
        achter.begin, achter.eind = begin, raak.end()
        vorige = achter.eind
        reden = "achternaam en voorletters, met een komma ertussen"
        achter.believe(max(achter.gewicht, _ZEKER), "naam.omgekeerd", reden)
    return over


def _can_be_surname(achter: Treffer, kennis: Kennis) -> bool:
    """Whether a run is a surname by itself, or a name that can be one."""
    if achter.naam.letter and achter.naam.achternaam:
        return False
    laatste = achter.delen[-1].tekst
    return kennis.lijsten.is_surname(laatste) or is_plausible(
        achter.delen, achter.naam, kennis
    )
