"""Names with the surname first: ``Bosch, Marieke van den``."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.taal.namen.naam import Naam

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.treffer import Blad, Treffer

_TUSSEN = re.compile(r",[ ]{0,2}(?:(?:dhr|mw|mevr|drs|ir|mr)\.?[ ])?")
_VOEGSEL = re.compile(
    r"[ ](?P<voegsel>(?:van|de|den|der|ter|ten|te|el|al|la|le|in|op|"
    r"'t|von|du)(?:[ ](?:de|den|der|het|'t))?)(?=[ ]?(?:[;\"'<(\[,|]|"
    r"\n|\t|\Z))"
)
_KOP = re.compile(r"(?i)(?:\"|(?:van|from|aan|to|cc|bcc):[ ]|;[ ]?)\Z")
_STOP = re.compile(r"[ ]?(?:[;\"'<(\[|]|[ ][-–]|\n|\t|\Z)")
_BEGIN = re.compile(r"(?:[\"';>:\n\t]|\A)[ ]*\Z")
_ZEKER = 0.85


def join_reversed(blad: Blad, treffers: list[Treffer], kennis: Kennis) -> list[Treffer]:
    """The same with ``Achternaam, Voornaam`` read as one name."""
    tekst = blad.tekst
    op: set[int] = set()
    for achter, voor in pairwise(treffers):
        if not _is_pair(tekst, achter, voor, kennis):
            continue
        voegsel = achter.naam.voegsel
        raak = _VOEGSEL.match(tekst, voor.eind)
        if raak:
            voegsel = voegsel or raak["voegsel"]
            voor.eind = raak.end()
        eigen = " ".join(d.tekst for d in voor.delen)
        initialen = voor.naam.initialen or (eigen if voor.naam.initialen else "")
        achternaam = achter.naam.achternaam or achter.naam.voornaam
        naam = Naam(
            voornaam="" if initialen else eigen,
            initialen=initialen,
            voegsel=voegsel,
            achternaam=achternaam,
        )
        achter.naam, achter.eind = naam, voor.eind
        achter.gewicht = max(achter.gewicht, _ZEKER)
        achter.regel = "naam.omgekeerd"
        achter.reden = "achternaam en voornaam, met een komma ertussen"
        op.add(id(voor))
    return [t for t in treffers if id(t) not in op]


def _is_pair(tekst: str, achter: Treffer, voor: Treffer, kennis: Kennis) -> bool:
    if voor.begin - achter.eind > 8 or not _TUSSEN.fullmatch(  # noqa: PLR2004 (", mevr. ")
        tekst, achter.eind, voor.begin
    ):
        return False
    if achter.naam.voornaam and achter.naam.achternaam:
        return False
    if voor.naam.achternaam and not voor.naam.initialen and len(voor.delen) > 1:
        return False
    lijsten = kennis.lijsten
    eerste = voor.delen[0].tekst
    kop = _KOP.search(tekst, max(0, achter.begin - 20), achter.begin)
    kolom = achter.regel == "naam.kolom"
    if not (voor.naam.initialen or kop or kolom or lijsten.is_first_name(eerste)):
        return False
    if lijsten.is_first_name(achter.delen[-1].tekst) and not lijsten.is_surname(
        achter.delen[-1].tekst
    ):
        return False
    einde = _STOP.match(tekst, voor.eind) or _VOEGSEL.match(tekst, voor.eind)
    return bool(einde and _BEGIN.search(tekst, max(0, achter.begin - 4), achter.begin))
