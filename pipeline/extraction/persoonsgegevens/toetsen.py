"""Checks that a pattern names: what a form alone cannot tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.naamvorm import is_plausible
from pipeline.taal.letters import klein
from pipeline.taal.namen.naam import parse_naam
from pipeline.taal.namen.vorm import find_reeksen
from pipeline.taal.nummers import (
    digits,
    is_bsn,
    is_general_looking,
    is_iban,
    is_kenteken,
    is_mobile,
    is_phone,
    plain_phone,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.taal.namen.vorm import Deel

_NABIJ = 60
_AFKORTING = 3
"""Letters of a mailbox that shortens a department: ``ibt@``."""
_LANG_WOORD = 14
"""Letters of two words of every day together that are no surname any more."""
_GESCHEIDEN = re.compile(r"[.\-_+\d]+")
_DIENSTREKENING = re.compile(
    r"(?i)t\.?n\.?v\.?:?[ ]+(?:de[ ])?(?:gemeente|provincie|ministerie|"
    r"waterschap|coa\b|stichting|vereniging)"
)
_PERSOON = re.compile(
    r"(?im)(?<!\w)(?:de heer|dhr|mevr|mevrouw|mw|familie|fam|bezwaarmaker|"
    r"verzoeker|bewoner|privé|thuis|woon\w*|won(?:en|ende)\b|aanvrager|indiener|geboren|"
    r"geboortedatum|geb|bsn|ondergetekende|huisnummer|eigenaar|naam[ ]?:?)"
)
_KANTOOR = re.compile(
    r"(?i)postbus|bezoekadres|gemeentehuis|stadhuis|raadhuis|provinciehuis|locatie|"
    r"kantoor|vestiging|gemeente\b|provincie\b|ministerie|www\.|algemeen|receptie|"
    r"balie|zaal|(?:\A|\n|\t)[ ]?plaats:|antwoordnummer"
)
_BSN_WOORD = re.compile(r"(?i)\bbsn\b|burgerservice|sofi|persoonsnummer")
_ZAAKWOORD = re.compile(
    r"(?i)kenmerk|zaak\w*|dossier|factuur|kvk|k\.v\.k|btw|order|document|nummer:|rsin|inkoop|contract|rapport\w*|artikel\w*|bestel\w*|serie\w*|offerte"
)
_EIGEN = re.compile(
    r"(?i)\b(?:p/a|p\.a\.?(?=[ ])|bij mij|bij ons|mijn (?:huis|deur|straat)|"
    r"(?:mijn|ons) adres|"
    r"(?:post|brie[fv]\w*|antwoord|schrijven|kaart\w*|bloemen|ophalen|afhalen)"
    r"(?:[ ](?:graag|kan|mag|wil|stuurt|sturen))*(?:[ ](?:naar|op|bij)|(?=:))|"
    r"echtpaar|familie)(?!\w)"
)
_ADRESLABEL = re.compile(r"(?i)[ ]*(?:(?:post)?adres[ ]?:?)?[ ]*")
_BRUG = re.compile(
    r"[ ]?[,(\t]?[ ]?(?:(?:wonend[e]?|woont|aan|op|in|te|uit)[ ])?(?:(?:de|het)[ ])?\Z"
)
_MET_GEZIN = re.compile(
    r"[ ](?:en|\+|&)[ ](?:partner|gezin|familie|kinderen|echtgeno(?:ot|te)|man|vrouw)\Z"
)
_EN = re.compile(r"[ ](?:en|&)[ ]")
_SCHADE = re.compile(r"(?i)\b(?:schade|overlast|schutting|tuin|woning|huis|perceel)\b")
"""What is told of someone's home before its address between brackets."""
_DIRECT = re.compile(r"(?i)[ ]\(?(?:direct|rechtstreeks|privé|thuis)\b")
_NAAR_NUMMER = re.compile(
    r"(?i)[ ]?[,(:|\t]?[ ]?(?:(?:telefoon|tel|doorkies(?:nummer)?|t)\.?[ ]?:?[ ]?)?\Z"
)
_BESTAND = re.compile(r"\.(?:\w{3}|\w{4}|py|js)\Z")
_GEEN_PROFIEL = frozenset({"company", "groups", "share", "sharer", "intent", "home"})


def personal_address(raak: re.Match[str], kennis: Kennis) -> float:
    """An address of a person: not of a post, a team or a department."""
    deel = klein(raak["doel"]).strip("'")
    woorden = [w for w in _GESCHEIDEN.split(deel) if w]
    if not any(len(w) > 1 for w in woorden) or (
        len(deel) <= _AFKORTING and _is_general(raak, kennis)
    ):
        return 0.0
    if deel in kennis.rolwoorden:
        return 0.0
    if deel in kennis.functioneel or any(w in kennis.functioneel for w in woorden):
        return 0.0
    lijsten = kennis.lijsten
    if len(deel) >= _LANG_WOORD and lijsten.is_compound(deel):
        return 0.0
    if woorden and all(
        (w in lijsten.woorden or w in lijsten.plaatsen or w in lijsten.organisaties)
        and w not in lijsten.voornamen
        and w not in lijsten.achternamen
        for w in woorden
    ):
        return 0.0
    return 0.95


def user_name(raak: re.Match[str], kennis: Kennis) -> float:
    """The name of an account that holds a person's; no file."""
    if _BESTAND.search(raak["doel"]):
        return 0.0
    return personal_address(raak, kennis)


def direct_number(raak: re.Match[str], kennis: Kennis) -> float:
    """A number of one person: mobile, or fixed without the marks of a switchboard."""
    doel = raak["doel"]
    if not is_phone(doel) or not _spaced(doel):
        return 0.0
    if plain_phone(doel) in {plain_phone(n) for n in kennis.nummers}:
        return 0.0
    if is_mobile(doel):
        return 0.97
    if digits(doel).startswith(("088", "+3188")):
        return 0.0
    if _DIRECT.match(raak.string, raak.end()) or _behind_a_name(
        raak, kennis, _NAAR_NUMMER
    ):
        return 0.8
    return 0.0 if is_general_looking(doel) or _is_general(raak, kennis) else 0.8


def foreign_number(raak: re.Match[str], kennis: Kennis) -> float:
    """A number of another country, without the marks of a switchboard or meeting."""
    return 0.0 if not is_phone(raak["doel"]) or _is_general(raak, kennis) else 0.8


def _is_general(raak: re.Match[str], kennis: Kennis) -> bool:
    """Whether words near a number say that it is no one's own."""
    regel = klein(_line(raak, _NABIJ))
    return any(w in regel for w in kennis.algemeen)


def _spaced(doel: str) -> bool:
    """A run of digits without a separator is a number only from a zero or a plus."""
    return doel.startswith(("+", "0", "("))


def account(raak: re.Match[str], kennis: Kennis) -> float:
    """A valid account number that is not of an organisation."""
    del kennis
    if not is_iban(raak["doel"]):
        return 0.0
    return 0.0 if _DIENSTREKENING.search(_line(raak, _NABIJ)) else 0.9


def citizen_number(raak: re.Match[str], kennis: Kennis) -> float:
    """Nine digits that pass the elfproef; words around them decide how sure it is."""
    del kennis
    doel = raak["doel"]
    if not is_bsn(doel):
        return 0.0
    voor = raak.string[max(0, raak.start() - _NABIJ) : raak.start()]
    if _BSN_WOORD.search(voor):
        return 0.98
    if not doel.isdecimal() or _ZAAKWOORD.search(voor) or voor.rstrip().endswith("0"):
        return 0.0
    return 0.55


def plate(raak: re.Match[str], kennis: Kennis) -> float:
    """A number plate with letters that are issued."""
    del kennis
    return 0.85 if is_kenteken(raak["doel"]) else 0.0


def home_address(raak: re.Match[str], kennis: Kennis) -> float:
    """An address that stands with a person and not with an organisation."""
    if _KANTOOR.match(raak["doel"]):
        return 0.0
    if _behind_a_name(raak, kennis, _BRUG):
        return 0.75
    voor = raak.string[max(0, raak.start() - 2 * _NABIJ) : raak.start()]
    mens = max(_last(_PERSOON, voor), _last(_EIGEN, voor))
    if mens < _last(_KANTOOR, voor, _NABIJ):
        return 0.0
    if _EIGEN.match(raak["doel"]) or _is_home_in_brackets(raak):
        return 0.75
    if mens < 0 and _KANTOOR.search(_line(raak, 20)):
        return 0.0
    return 0.75 if mens >= 0 or _under_a_name(raak, kennis) else 0.0


def _is_home_in_brackets(raak: re.Match[str]) -> bool:
    """Whether an address between brackets explains whose home is spoken of."""
    begin = raak.start("doel")
    if raak.string[begin - 1 : begin] != "(":
        return False
    return _last(_SCHADE, raak.string[:begin], _NABIJ) >= 0


def _last(patroon: re.Pattern[str], tekst: str, einde: int = 2 * _NABIJ) -> int:
    """Where a pattern last stands in the end of a text; -1 for nowhere."""
    begin = max(0, len(tekst) - einde)
    return max((r.start() for r in patroon.finditer(tekst, begin)), default=-1)


def _behind_a_name(raak: re.Match[str], kennis: Kennis, naar: re.Pattern[str]) -> bool:
    """Whether a name stands right before: "Lea Tol (Brink 3, 9401 AA …"."""
    begin = raak.start("doel")
    voor = raak.string[max(0, begin - _NABIJ) : begin]
    brug = naar.search(voor)
    kop = voor[: brug.start()] if brug else voor
    reeksen = list(find_reeksen(kop))
    if not reeksen or reeksen[-1][-1].eind != len(kop):
        return False
    delen = reeksen[-1]
    if not _is_name(delen, kennis):
        return False
    return (
        naar is _BRUG or len(delen) > 1 or kennis.lijsten.is_first_name(delen[0].tekst)
    )


def born_in_row(raak: re.Match[str], kennis: Kennis) -> float:
    """A day of long ago in a row that also names a person or a mail address."""
    begin = raak.string.rfind("\n", 0, raak.start()) + 1
    rij = raak.string[begin : raak.start()]
    if "@" in rij or any(_is_whole_name(_turn(c), kennis) for c in rij.split("\t")):
        return 0.7
    namen = (
        d
        for d in find_reeksen(rij)
        if len(d) > 1 or kennis.lijsten.is_first_name(d[0].tekst)
    )
    return 0.7 if any(_is_name(d, kennis) for d in namen) else 0.0


def _under_a_name(raak: re.Match[str], kennis: Kennis) -> bool:
    """Whether the line above an address, or the cell before it, is only a name."""
    tekst, begin = raak.string, raak.start("doel")
    eind = max(tekst.rfind("\n", 0, begin), tekst.rfind("\t", 0, begin))
    if eind < 0 or not _ADRESLABEL.fullmatch(tekst, eind + 1, begin):
        return False
    boven = max(tekst.rfind("\n", 0, eind), tekst.rfind("\t", 0, eind))
    regel = tekst[boven + 1 : eind].rpartition("namens ")[2].strip(" ,")
    namen = _EN.split(_turn(_MET_GEZIN.sub("", regel)))
    return all(_is_whole_name(naam, kennis) for naam in namen)


def _turn(naam: str) -> str:
    """A name that begins with the surname, the other way round."""
    achter, komma, voor = naam.partition(", ")
    return f"{voor} {achter}" if komma and "," not in voor else naam


def _is_whole_name(tekst: str, kennis: Kennis) -> bool:
    """Whether a text is the name of one person, with more than a surname."""
    reeksen = list(find_reeksen(tekst))
    if len(reeksen) != 1 or len(reeksen[0]) < 2:  # noqa: PLR2004 (a first name or initials, and a surname)
        return False
    (delen,) = reeksen
    heel = delen[0].begin == 0 and delen[-1].eind == len(tekst)
    return heel and _is_name(delen, kennis)


def _is_name(delen: Sequence[Deel], kennis: Kennis) -> bool:
    """Whether a run of words with capitals can be someone's name."""
    return is_plausible(delen, parse_naam(delen, kennis.lijsten), kennis)


def profile(raak: re.Match[str], kennis: Kennis) -> float:
    """A profile of a person on a network."""
    del kennis
    return 0.0 if raak["doel"].lower() in _GEEN_PROFIEL else 0.8


def _line(raak: re.Match[str], ruimte: int) -> str:
    """The line around a match, at most some characters to each side."""
    tekst = raak.string
    begin = max(tekst.rfind("\n", 0, raak.start()) + 1, raak.start() - ruimte)
    eind = tekst.find("\n", raak.end())
    eind = min(len(tekst) if eind < 0 else eind, raak.end() + ruimte)
    return tekst[begin:eind]


TOETSEN: dict[str, Callable[[re.Match[str], Kennis], float]] = {
    "persoonlijk_adres": personal_address,
    "gebruikersnaam": user_name,
    "rechtstreeks_nummer": direct_number,
    "buitenlands_nummer": foreign_number,
    "iban": account,
    "bsn": citizen_number,
    "kenteken": plate,
    "woonadres": home_address,
    "geboren_in_rij": born_in_row,
    "profiel": profile,
}
