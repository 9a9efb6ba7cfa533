"""Whether an address is someone's home: it stands with a person, not with an office."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.toetshulp import (
    BRUG,
    NABIJ,
    behind_a_name,
    is_whole_name,
    last,
    line,
    name_before,
    turn,
)
from pipeline.taal.letters import klein
from pipeline.taal.namen.vorm import Deelsoort, find_reeksen
from pipeline.taal.nummers import is_bsn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.taal.namen.vorm import Deel

_PERSOON = re.compile(
    r"(?im)(?<!\w)(?:de heer|dhr|mevr|mevrouw|mw|familie|fam|bezwaarmaker|"
    r"betrokkene|klager|melder|inwoner|omwonende|freelance\w*|zzp(?:'er)?|"
    r"verzoeker|bewoner|privé|thuis|woon\w*|won(?:en|ende)\b|aanvrager|indiener|geboren|"
    r"geboortedatum|geb|bsn|brp|correspondentieadres|bewoont|bewonen|ondergetekende|"
    r"huisnummer|eigenaar|naam[ ]?:?)"
)
_KANTOOR = re.compile(
    r"(?i)postbus|bezoekadres|gemeentehuis|stadhuis|raadhuis|provinciehuis|locatie|"
    r"kantoor|vestiging|gemeente\b|provincie\b|ministerie|www\.|algemeen|receptie|"
    r"balie|zaal|\bggd\b|waterschap|omgevingsdienst|veiligheidsregio|"
    r"(?:\A|\n|\t)[ ]?plaats:|antwoordnummer"
)
_BIJ_KANTOOR = re.compile(
    r"(?i)\b(?:ggd|coa|waterschap|omgevingsdienst|veiligheidsregio|gemeente|provincie)"
    r"[ ][^,\n\t]{1,30},[ ]\Z"
)
"""An organisation right before an address, as in the head of its letters."""

_EIGEN = re.compile(
    r"(?i)\b(?:p/a|p\.a\.?(?=[ ])|bij mij|bij ons|"
    r"(?:mijn|ons|zijn|haar|hun|diens) (?:huis|deur|straat|woning|adres)|"
    r"met (?:huis|woon|thuis)?adres(?=[ ]\()|"
    r"(?:post|brie[fv]\w*|antwoord|schrijven|kaart\w*|bloemen|ophalen|afhalen)"
    r"(?:[ ](?:graag|kan|mag|wil|stuurt|sturen))*(?:[ ](?:naar|op|bij)|(?=:))|"
    r"jaaropgaven?[^\n:]{0,12}(?=:)|echtpaar|familie)(?!\w)"
)
_EIGEN_LABEL = re.compile(r"(?i)adres[ ]?:[ ]*\Z")
_ADRESLABEL = re.compile(r"(?i)[ ]*(?:(?:post|retour)?adres[ ]?:?)?[ ]*")
_RETOUR = re.compile(r"(?i)[,.]?[ \n]?\b(?:retouradres|afzender)[ ]?:?[ ]\Z")
"""The label of where the answer to a letter goes."""

_NEGEN = re.compile(r"(?<!\d)\d{9}(?!\d)")
_EIND_ADRES = re.compile(r"[1-9]\d{3}[ ]?[A-Z]{2}[ ]{1,2}\D{2,40}")
_NAAR_ADRES = re.compile(r"[ ]?[,(\t]?[ ]?\Z")
_NAAR_KOLOM = re.compile(r"[ ]{3,40}\Z")
"""White space that sets an address in a column behind a name, as in a signed list."""

_GROET = re.compile(r"(?i)\bgroet|hoogachtend|\b(?:mvg|afzender|bewoners?)\b")
_OPENT_BRIEF = re.compile(
    r"[ ]?\n{1,3}(?:[A-Z][\w' -]{1,30},[ ]"
    r"(?:\d{1,2}[ ][a-z]{3,9}|\d{1,2}[-/]\d{1,2}[-/])[ ]?\d{4}|"
    r"(?i:datum|betreft|onderwerp|(?:ons |uw )?kenmerk|geachte|beste)\b)"
)
"""What follows the address of whom a letter is to."""

_MET_GEZIN = re.compile(
    r"[ ](?:en|\+|&)[ ](?:partner|gezin|familie|kinderen|echtgeno(?:ot|te)|man|vrouw)\Z"
)
_AANHEF = re.compile(
    r"(?i)(?:\b(?:namens|van|erven|groet(?:en|jes)?|mvg|gr\.?)|t\.a\.v\.|"
    r"\A[\w/() -]{2,30}:)[ ]"
)
"""What stands before the name in the line above its address."""

_BEWOONT = re.compile(
    r"(?i)[.,;]?[ ]\(?(?:de[ ])?(?:huurder|eigenaar|eigenaresse|bewoo?n(?:er|ster)s?)"
    r"(?!\w)"
)
_MOBIEL_ERVOOR = re.compile(
    r"(?:\+31[ ]?(?:\(0\)[ ]?)?|(?<!\d)0)6[- ]?(?:\d[ -]?){8},[ ]\Z"
)
"""A mobile number right before an address: both are of one person."""

_EN = re.compile(r"[ ](?:en|&)[ ]")
_SCHADE = re.compile(r"(?i)\b(?:schade|overlast|schutting|tuin|woning|huis|perceel)\b")
"""What is told of someone's home before its address between brackets."""


_AAN = frozenset({"", "aan", "op", "in", "te", "van", "de", "het"})
"""What can stand between a building and its address."""

_STRAAT = re.compile(
    r"(?<=[a-z:,(])[ ]?(?P<straat>[A-Z][\w.'-]{0,24}(?:[ ][\w.'-]{1,24}){0,2}?[ ]"
    r"\d{1,4}(?:(?:[ -]?(?:bis|hs|zw)|-?[a-zA-Z]|-[1-9])(?!\w))?)(?!\w)"
)
"""A street and a number, as far as those of people are looked for."""

_HUIS = re.compile(r"(?:Gemeente|Provincie|Stad|Raad|Waterschaps)huis\b")
"""A building that closes the address above a name."""

_AFDELING = re.compile(r"(?i)\b(?:kabinet|secretariaat|bureau|griffie)[ ]van\b")
"""Who writes for an office holder, in the head of a letter."""

_AAN_WIE = re.compile(
    r"(?i)(?:t\.?a\.?v\.?[ ])?(?:de[ ])?(?:heer|dhr\.?|mevr(?:ouw|\.)?|mw\.?)[ /]"
)
"""How the line of an address begins that says who holds the office above it."""


def home_address(raak: re.Match[str], kennis: Kennis) -> float:
    """An address that stands with a person and not with an organisation."""
    erbij = _BIJ_KANTOOR.search(raak.string, max(0, raak.start() - NABIJ), raak.start())
    if _KANTOOR.match(raak["doel"]) or erbij or _is_building(raak, kennis):
        return 0.0
    return 0.75 if _is_home(raak, kennis) else 0.0


def named_address(raak: re.Match[str], kennis: Kennis) -> float:
    """An address without a postcode, behind or under the whole name of someone."""
    plaats = kennis.lijsten.is_place(raak["plaats"])
    if not plaats or _KANTOOR.match(raak["doel"]) or _is_building(raak, kennis):
        return 0.0
    naam = name_before(raak, kennis, _NAAR_ADRES) or name_before(raak, kennis, _RETOUR)
    if _has_first_name(naam, kennis):
        return 0.7
    return 0.7 if _under_a_name(raak, kennis) and _signs(raak, kennis) else 0.0


def signed_address(raak: re.Match[str], kennis: Kennis) -> float:
    """An address on a line of its own, under the name of who signs a letter."""
    tekst, begin = raak.string, raak.start("doel")
    naam = tekst.rfind("\n", 0, max(0, begin - 1))
    groet = _GROET.search(tekst, max(0, naam - NABIJ // 2), max(0, naam))
    ondertekend = groet is not None and _under_a_name(raak, kennis)
    return 0.7 if ondertekend and _signs(raak, kennis) else 0.0


def lived_in(raak: re.Match[str], kennis: Kennis) -> float:
    """An address of which the words before it tell that someone lives there.

    Not where many do: ``bewoners van het azc (Brink 3)``, elsewhere "pand Brink 3".
    """
    tussen = klein(raak["tussen"] or "").split()
    if not kennis.gebouwen.isdisjoint(tussen) or _is_building(raak, kennis):
        return 0.0
    return (
        0.0 if raak["straat"] in _in_buildings(raak.string, kennis.gebouwen) else 0.75
    )


@lru_cache(maxsize=4)
def _in_buildings(tekst: str, gebouwen: frozenset[str]) -> frozenset[str]:
    """The addresses of a text that stand behind a word for a building."""
    raken = _STRAAT.finditer(tekst)
    return frozenset(
        raak["straat"]
        for raak in raken
        if _behind_building(tekst, raak.start("straat"), gebouwen)
    )


def _is_building(raak: re.Match[str], kennis: Kennis) -> bool:
    """Whether an address is of a building: ``Pand Brink 3``, "het azc, Brink 3"."""
    woorden = klein(raak["doel"]).split()
    soort = any(
        w in kennis.gebouwen and not volgend[0].isdigit()
        for w, volgend in pairwise(woorden)
    )
    return soort or _behind_building(raak.string, raak.start("doel"), kennis.gebouwen)


def _behind_building(tekst: str, begin: int, gebouwen: frozenset[str]) -> bool:
    """Whether a word for a building stands before an address: ``het azc aan de``."""
    voor = klein(tekst[max(0, begin - NABIJ // 2) : begin]).rpartition("\n")[2]
    woorden = (w.strip(",(:") for w in reversed(voor.split()))
    return next((w for w in woorden if w not in _AAN), "") in gebouwen


def _has_first_name(delen: Sequence[Deel], kennis: Kennis) -> bool:
    """Whether a name holds initials or a first name: that of a firm hardly does."""
    return any(
        d.soort is Deelsoort.INITIALEN or kennis.lijsten.is_first_name(d.tekst)
        for d in delen[:-1]
    )


def _signs(raak: re.Match[str], kennis: Kennis) -> bool:
    """Whether a text or a greeting opens right above the name over an address.

    Who signs for an office has that above or below the name, and its address too.
    """
    tekst, begin = raak.string, raak.start("doel")
    naam = tekst.rfind("\n", 0, begin - 1)
    boven = tekst[max(0, naam - NABIJ) : max(0, naam)].rpartition("\n")[2]
    reeksen = find_reeksen(tekst[naam + 1 : begin])
    return any(_has_first_name(delen, kennis) for delen in reeksen) and (
        naam < 0 or bool(_GROET.search(boven))
    )


def _is_home(raak: re.Match[str], kennis: Kennis) -> bool:
    if (
        behind_a_name(raak, kennis, BRUG)
        or _is_signed_for(raak, kennis)
        or _stands_with_bsn(raak)
        or _opens_block(raak, kennis)
        or _is_labelled(raak, kennis)
        or _is_addressee(raak, kennis)
        or _stands_alone(raak, kennis)
    ):
        return True
    voor = raak.string[max(0, raak.start() - 2 * NABIJ) : raak.start()]
    mens = max(last(_PERSOON, voor), last(_EIGEN, voor))
    if _is_under_office(raak, kennis) or mens < last(_KANTOOR, voor, NABIJ):
        return False
    if (
        _MOBIEL_ERVOOR.search(voor)
        or _EIGEN.match(raak["doel"])
        or _BEWOONT.match(raak.string, raak.end("doel"))
        or _is_home_in_brackets(raak)
    ):
        return True
    if mens < 0 and _KANTOOR.search(line(raak, 20)):
        return False
    return mens >= 0 or _under_a_name(raak, kennis)


def _is_signed_for(raak: re.Match[str], kennis: Kennis) -> bool:
    """Whether a list sets an address in a column behind the whole name of someone."""
    delen = name_before(raak, kennis, _NAAR_KOLOM)
    return _has_first_name(delen, kennis) or any(
        kennis.lijsten.is_strange(d.tekst) for d in delen[:-1]
    )


def _is_addressee(raak: re.Match[str], kennis: Kennis) -> bool:
    """Whether a name, this address and then the day or subject open a letter."""
    erna = _OPENT_BRIEF.match(raak.string, raak.end("doel"))
    return (
        erna is not None
        and _under_a_name(raak, kennis)
        and not _is_under_office(raak, kennis)
    )


def _stands_alone(raak: re.Match[str], kennis: Kennis) -> bool:
    """Whether a name with this address below it stands under no organisation.

    What an organisation is told of further above is of another block.
    """
    tekst, begin = raak.string, raak.start("doel")
    if tekst[begin - 1 : begin] != "\n" or not _under_a_name(raak, kennis):
        return False
    regels = tekst[max(0, begin - 2 * NABIJ) : begin - 1].split("\n")
    naam, boven = regels[-1], "".join(regels[-2:-1])
    if _names_organisation(naam, kennis):
        return False
    apart = boven.endswith((".", "?", "!", ":")) or _HUIS.match(boven)
    return bool(apart) or not _names_organisation(boven, kennis)


def _names_organisation(regel: str, kennis: Kennis) -> bool:
    """Whether a line names an organisation, or an office in one."""
    woorden = (w.strip(".,:;()") for w in regel.split())
    if _KANTOOR.search(regel) or kennis.rolvorm.search(klein(regel)):
        return True
    return any(kennis.lijsten.is_organisation(w) for w in woorden if w)


def _is_labelled(raak: re.Match[str], kennis: Kennis) -> bool:
    """Whether a label says whose address it is: ``Van: Kolk, Lea``, ``Adres: …``."""
    begin = raak.start("doel")
    label = _EIGEN_LABEL.search(raak.string, max(0, begin - 20), begin)
    return label is not None and _under_a_name(raak, kennis)


def _is_home_in_brackets(raak: re.Match[str]) -> bool:
    """Whether an address between brackets explains whose home is spoken of."""
    begin = raak.start("doel")
    if raak.string[begin - 1 : begin] != "(":
        return False
    return last(_SCHADE, raak.string[:begin], NABIJ) >= 0


def _stands_with_bsn(raak: re.Match[str]) -> bool:
    """Whether a citizen number stands before an address in its row."""
    begin = raak.string.rfind("\n", 0, raak.start("doel")) + 1
    rij = raak.string[max(begin, raak.start("doel") - 3 * NABIJ) : raak.start("doel")]
    return any(is_bsn(n) for n in _NEGEN.findall(rij))


def _opens_block(raak: re.Match[str], kennis: Kennis) -> bool:
    """Whether a name and this address follow an address that ended: the sender's."""
    tekst, begin = raak.string, raak.start("doel")
    naam = tekst.rfind("\n", 0, max(0, begin - 1))
    boven = tekst.rfind("\n", 0, max(0, naam)) + 1
    return bool(_EIND_ADRES.fullmatch(tekst, boven, max(boven, naam))) and (
        _under_a_name(raak, kennis)
    )


def _is_under_office(raak: re.Match[str], kennis: Kennis) -> bool:
    """Whether the line above an address tells an office: the address is of that.

    Between them there may be a line that says who holds it.
    """
    tekst, begin = raak.string, raak.start("doel")
    boven = tekst.rfind("\n", 0, max(0, begin - 1)) + 1
    if _AAN_WIE.match(tekst, boven):
        boven = tekst.rfind("\n", 0, max(0, boven - 1)) + 1
    if tekst[begin - 1 : begin] != "\n" or _AFDELING.search(tekst, boven, begin):
        return False
    rollen = kennis.rolvorm.finditer(klein(tekst[boven : begin - 1]))
    return any(kennis.rolwoorden[r.group()].openbaar for r in rollen)


def _under_a_name(raak: re.Match[str], kennis: Kennis) -> bool:
    """Whether the line above an address, or the cell before it, is only a name."""
    tekst, begin = raak.string, raak.start("doel")
    eind = max(tekst.rfind("\n", 0, begin), tekst.rfind("\t", 0, begin))
    if eind < 0 or not _ADRESLABEL.fullmatch(tekst, eind + 1, begin):
        return False
    boven = max(tekst.rfind("\n", 0, eind), tekst.rfind("\t", 0, eind))
    regel = _MET_GEZIN.sub("", tekst[boven + 1 : eind].strip(" ,"))
    return any(
        all(is_whole_name(naam, kennis) for naam in _EN.split(turn(regel[vanaf:])))
        for vanaf in (0, *(raak.end() for raak in _AANHEF.finditer(regel)))
    )
