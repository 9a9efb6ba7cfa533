"""Checks that a pattern names: what a form alone cannot tell."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.nummertoets import (
    direct_number,
    foreign_number,
)
from pipeline.extraction.persoonsgegevens.toetshulp import (
    NABIJ,
    behind_a_name,
    is_general,
    is_name,
    is_whole_name,
    line,
    name_before,
    turn,
    without_tag,
)
from pipeline.extraction.persoonsgegevens.woonadres import (
    home_address,
    lived_in,
    named_address,
    signed_address,
)
from pipeline.taal.letters import klein
from pipeline.taal.namen.vorm import Deelsoort, find_reeksen, is_particle
from pipeline.taal.nummers import (
    digits,
    is_bsn,
    is_iban,
    is_kenteken,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.taal.namen.lijsten import Naamlijsten

_AFKORTING = 3
"""Letters of a mailbox that shortens a department: ``ibt@``."""
_LANG_WOORD = 14
"""Letters of two words of every day together that are no surname any more."""
_GESCHEIDEN = re.compile(r"[.\-_+\d]+")
_DIENSTREKENING = re.compile(
    r"(?i)t\.?n\.?v\.?:?[ ]+(?:de[ ])?(?:gemeente|provincie|ministerie|"
    r"waterschap|coa\b|stichting|vereniging)"
)
_GIRO = 7
_BANK = 9
"""Figures of a giro at the most, and of an account with a bank at the least."""

_BSN_WOORD = re.compile(r"(?i)\bbsn\b|burger[ -]?service|sofi|persoonsnummer")
_BSN_NOEMT = re.compile(
    r"(?i)\b(?:bsn|burger[ -]?service[ -]?nummer|sofi)(?P<tussen>[^\d\n]{0,30})"
    r"(?P<doel>\d(?:[ .-]?\d){7,8})(?!\d)"
)
_BEDRAG = re.compile(
    r"(?i),-|[ ]?(?:€|%|(?:euro|eur|stuks|inwoners|kwh|m2|m3|kilo|kg|gulden)\b)"
)
_BEDRAG_VOOR = re.compile(r"(?i)(?:€|\b(?:euro|eur|bedrag van))[ ]?\Z")
_ANDER_NUMMER = re.compile(
    r"(?i)\b(?:zaak|dossier|factuur|order|bestel|inkoop|contract|offerte|artikel|"
    r"serie|kvk|btw|rsin|debiteur|project|document|polis|klant)[- ]?"
    r"(?:nummer|nr\.?|id|kenmerk|code)[ ]?:?[ ]{0,3}\Z"
)
"""A label right before a number that makes it another one than who it names."""

_ZAAKWOORD = re.compile(
    r"(?i)kenmerk|zaak\w*|dossier|factuur|kvk|k\.v\.k|btw|order|document|nummer:|rsin|inkoop|contract|rapport\w*|artikel\w*|bestel\w*|serie\w*|offerte"
)
_NA_KOMMA = re.compile(r",[ ]\Z")
_NAAR_DAG = re.compile(r"[ ]\(\Z")
_BESTAND = re.compile(r"\.(?:\w{3}|\w{4}|py|js)\Z")
_GEEN_PROFIEL = frozenset({"company", "groups", "share", "sharer", "intent", "home"})


_LANGE_RIJ = 400
"""Characters of a row before a day in which someone is named."""

_LANG_FUNCTIONEEL = 9
"""Letters of a word for a post that no surname opens with."""

_EENHEID = "(?:team|cluster|afdeling|werkgroep|projectgroep)"
_ORGAAN = re.compile(r"\b(?:[Hh]et|[Dd]e|[Oo]ns)[ ](?P<naam>[^\W\d_]+)(?![\w@-])")
_ACHTER_EENHEID = re.compile(
    rf"(?i)(?P<eigen>\b(?:het|ons)[ ])?\b{_EENHEID}[ ](?=(?P<naam>[^\W\d_]+)(?![\w@-]))"
)
_VOOR_EENHEID = re.compile(rf"(?i)\b(?P<naam>[^\W\d_]+)-{_EENHEID}\b")
"""A part of an organisation that a mailbox may be of, and what it is called."""

_KAMER = re.compile(r"[a-z]{1,3}[.-]?\d{1,4}")
_RUIMTE = re.compile(r"(?i)ruimte|\w*zaal\b|\bkamer\b|\broom\b")
_INITIALEN = re.compile(r"[a-z](?:\.[a-z]){1,3}")
"""The initials of someone as a local part: ``a.k@meent.example``."""


def personal_address(  # noqa: PLR0911 (one reason why it is no one's after another)
    raak: re.Match[str], kennis: Kennis
) -> float:
    """An address of a person: not of a post, a team or a department."""
    deel = without_tag(klein(raak["doel"]).strip("'"))
    woorden = [w for w in _GESCHEIDEN.split(deel) if w]
    if _INITIALEN.fullmatch(deel):
        return 0.95
    if not any(len(w) > 1 for w in woorden) or (
        len(deel) <= _AFKORTING
        and (is_general(raak, kennis) or _is_in_row_of_body(raak, kennis))
    ):
        return 0.0
    if deel in kennis.rolwoorden or _is_of_unit(raak, deel, kennis):
        return 0.0
    if _is_of_room(raak, deel) or _is_of_place(raak, deel, kennis):
        return 0.0
    lijsten = kennis.lijsten
    if _is_functional(deel, woorden, kennis):
        return 0.0
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


def _is_functional(deel: str, woorden: list[str], kennis: Kennis) -> bool:
    """Whether a local part is of a post; ``j.post`` is of someone called Post."""
    if deel in kennis.functioneel or _opens_functional(deel, kennis):
        return True
    eerste, *rest = woorden
    iemand = sum(not is_particle(w) for w in rest) == 1 and (
        len(eerste) == 1 or eerste in kennis.lijsten.voornamen
    )
    if eerste in kennis.functioneel and _is_one_surname(rest, kennis):
        return False
    return not (iemand and eerste not in kennis.functioneel) and any(
        w in kennis.functioneel for w in woorden
    )


def _is_one_surname(woorden: list[str], kennis: Kennis) -> bool:
    """Whether all words are of one surname that means nothing else: ``info.jansen``."""
    lijsten = kennis.lijsten
    namen = [w for w in woorden if not is_particle(w)]
    return len(namen) == 1 and (
        lijsten.is_surname(namen[0])
        and namen[0] not in kennis.functioneel
        and not (lijsten.is_common(namen[0]) or lijsten.is_place(namen[0]))
    )


def _is_of_unit(raak: re.Match[str], deel: str, kennis: Kennis) -> bool:
    """Whether the line says that a mailbox is of a body or team that is called so.

    ``aan het RCC, rcc@meent.example``; ``wil@meent.example, van het Wil-team``. Of who
    is called so a team may bear the name, but hardly its mailbox: ``jan@``, team Jan.
    """
    if not deel.isalpha():
        return False
    regel = line(raak, 2 * NABIJ)
    iemand = kennis.lijsten.is_first_name(deel)
    namen = [
        *(r["naam"].lower() for r in _ORGAAN.finditer(regel) if r["naam"].isupper()),
        *(r["naam"].lower() for r in _VOOR_EENHEID.finditer(regel)),
        *(
            r["naam"].lower()
            for r in _ACHTER_EENHEID.finditer(regel)
            if r["eigen"] or not iemand
        ),
    ]
    return deel in namen


def _is_of_room(raak: re.Match[str], deel: str) -> bool:
    """Whether a mailbox is of a room, as systems that reserve them have: ``ph208@``."""
    return bool(_KAMER.fullmatch(deel)) and bool(_RUIMTE.search(line(raak, NABIJ)))


def _is_of_place(raak: re.Match[str], deel: str, kennis: Kennis) -> bool:
    """Whether a mailbox is called as a place of two words that the text names.

    Or as what stands in a place: ``azcemmen``.
    """
    if any(deel[len(w) :] in kennis.lijsten.plaatsen for w in _posts(deel, kennis)):
        return True
    plaats = _joined_places(kennis.lijsten).get(deel)
    return plaats is not None and _names_place(raak.string, plaats)


def _posts(deel: str, kennis: Kennis) -> Iterator[str]:
    """The words for a post that open a local part and are not all of it."""
    begin = (deel[:i] for i in range(1, len(deel)))
    return (w for w in begin if w in kennis.functioneel)


@lru_cache(maxsize=4)
def _joined_places(lijsten: Naamlijsten) -> dict[str, str]:
    """Places of more words as an address writes them: ``dewijk`` for ``de wijk``."""
    return {re.sub(r"[ '-]", "", p): p for p in lijsten.plaatsen if " " in p}


@lru_cache(maxsize=32)
def _names_place(tekst: str, plaats: str) -> bool:
    """Whether a text names a place with capitals: ``De Wijk``."""
    return " ".join(w[:1].upper() + w[1:] for w in plaats.split()) in tekst


def _is_in_row_of_body(raak: re.Match[str], kennis: Kennis) -> bool:
    """Whether nobody is named in the row of a table in which a mailbox stands."""
    rij = line(raak, _LANGE_RIJ)
    if rij.count("\t") < 2:  # noqa: PLR2004 (cells of a row)
        return False
    return not any(
        is_name(delen, kennis) and not any(kennis.is_muur(d.tekst) for d in delen)
        for delen in find_reeksen(rij)
    )


def _opens_functional(deel: str, kennis: Kennis) -> bool:
    """Whether a long word for a post opens a local part: ``secretariaatprt``."""
    return any(
        deel[:i] in kennis.functioneel for i in range(_LANG_FUNCTIONEEL, len(deel) + 1)
    )


def user_name(raak: re.Match[str], kennis: Kennis) -> float:
    """The name of an account that holds a person's; no file."""
    if _BESTAND.search(raak["doel"]):
        return 0.0
    return personal_address(raak, kennis)


def account(raak: re.Match[str], kennis: Kennis) -> float:
    """A valid account number that is not of an organisation."""
    del kennis
    if not is_iban(raak["doel"]):
        return 0.0
    return 0.0 if _DIENSTREKENING.search(line(raak, NABIJ)) else 0.9


def old_account(raak: re.Match[str], kennis: Kennis) -> float:
    """A number of a giro or of a bank before there was an IBAN, of no organisation."""
    del kennis
    cijfers = len(digits(raak["doel"]))
    giro = "giro" in raak.group().lower()
    if cijfers > _GIRO if giro else cijfers < _BANK:
        return 0.0
    dienst = _DIENSTREKENING.search(raak.string, raak.end(), raak.end() + NABIJ // 2)
    return 0.0 if dienst else 0.85


def citizen_number(raak: re.Match[str], kennis: Kennis) -> float:
    """Nine digits that pass the elfproef; words around them decide how sure it is."""
    del kennis
    doel = raak["doel"]
    if not is_bsn(doel):
        return 0.0
    begin = raak.start("doel")
    voor = raak.string[max(0, begin - NABIJ) : begin]
    if _BEDRAG.match(raak.string, raak.end("doel")) or _BEDRAG_VOOR.search(voor):
        return 0.0
    if _BSN_WOORD.search(voor) and not _ANDER_NUMMER.search(voor):
        return 0.98
    if digits(doel) in _numbers_called_bsn(raak.string):
        return 0.98
    if not doel.isdecimal() or _ZAAKWOORD.search(voor) or voor.rstrip().endswith("0"):
        return 0.0
    return 0.55


@lru_cache(maxsize=4)
def _numbers_called_bsn(tekst: str) -> frozenset[str]:
    """The numbers of a text right behind a word for a citizen number, digits only."""
    return frozenset(
        digits(raak["doel"])
        for raak in _BSN_NOEMT.finditer(tekst)
        if not _ANDER_NUMMER.search(raak["tussen"])
    )


def plate(raak: re.Match[str], kennis: Kennis) -> float:
    """A number plate with letters that are issued."""
    del kennis
    return 0.85 if is_kenteken(raak["doel"]) else 0.0


def born_in_row(raak: re.Match[str], kennis: Kennis) -> float:
    """A day of long ago in a row that also names a person or a mail address."""
    ver = max(0, raak.start() - _LANGE_RIJ)
    rij = raak.string[ver : raak.start()].rpartition("\n")[2]
    if "@" in rij or any(is_whole_name(turn(c), kennis) for c in rij.split("\t")):
        return 0.7
    namen = (
        d
        for d in find_reeksen(rij)
        if len(d) > 1 or kennis.lijsten.is_first_name(d[0].tekst)
    )
    return 0.7 if any(is_name(d, kennis) for d in namen) else 0.0


def born_in_brackets(raak: re.Match[str], kennis: Kennis) -> float:
    """A day of long ago between brackets behind a name."""
    return 0.7 if behind_a_name(raak, kennis, _NAAR_DAG) else 0.0


def born_behind_name(raak: re.Match[str], kennis: Kennis) -> float:
    """A day of long ago between commas, right behind the whole name of someone."""
    if len(name_before(raak, kennis, _NA_KOMMA)) > 1:
        return 0.7
    voor = raak.string[max(0, raak.start() - _LANGE_RIJ) : raak.start()]
    naam = voor.rpartition("\n")[2].lstrip(" \t•*–-")
    return 0.7 if is_whole_name(turn(naam), kennis) else 0.0


def extension(raak: re.Match[str], kennis: Kennis) -> float:
    """Four digits in brackets right behind the whole name of someone."""
    delen = name_before(raak, kennis, _NAAR_DAG)
    heel = len(delen) > 1 and (
        delen[0].soort is Deelsoort.INITIALEN
        or kennis.lijsten.is_first_name(delen[0].tekst)
        or kennis.lijsten.is_strange(delen[0].tekst)
    )
    return 0.75 if heel else 0.0


def profile(raak: re.Match[str], kennis: Kennis) -> float:
    """A profile of a person on a network."""
    del kennis
    return 0.0 if raak["doel"].lower() in _GEEN_PROFIEL else 0.8


TOETSEN: dict[str, Callable[[re.Match[str], Kennis], float]] = {
    "persoonlijk_adres": personal_address,
    "gebruikersnaam": user_name,
    "rechtstreeks_nummer": direct_number,
    "buitenlands_nummer": foreign_number,
    "iban": account,
    "rekening_van_vroeger": old_account,
    "bsn": citizen_number,
    "kenteken": plate,
    "woonadres": home_address,
    "adres_bij_naam": named_address,
    "adres_onder_naam": signed_address,
    "bewoond_adres": lived_in,
    "geboren_in_rij": born_in_row,
    "geboren_in_haken": born_in_brackets,
    "geboren_achter_naam": born_behind_name,
    "toestel_bij_naam": extension,
    "profiel": profile,
}
