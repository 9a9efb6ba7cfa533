"""Who stands beside an office and does not hold it: ``Woordvoerder van de cdk``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.rolwoorden import Rolwoord
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.rolwoorden import Rolwoorden
    from pipeline.extraction.persoonsgegevens.treffer import Treffer

_VERBAND = (
    r"[ ](?:(?:van|voor|bij|naar|of|op)[ ])?"
    r"(?:(?:het|de)[ ](?:ambt|functie|post|baan|vacature)[ ]van[ ])?"
)
_LIDWOORD = (
    r"(?P<lidwoord>(?:de|het|onze|uw|hun|jullie|een)[ ])?(?:wnd\.?[ ]|waarnemend[ ])?"
)
_TUSSEN = re.compile(_VERBAND + _LIDWOORD)
_ERACHTER = re.compile(r",[ ]|[ ]\((?:een[ ])?")
_BURGER = re.compile(r",?[ ](?:wonende?|woonachtig|geboren|verblijvende?)\b")
_WOORD_ERVOOR = re.compile(rf"(?P<woord>[a-zà-ÿ-]+){_TUSSEN.pattern}\Z")
_NAMENS = re.compile(r"(?i)\b(?:namens|in opdracht van)[ ](?:de[ ]|onze[ ])?\Z")
_BIJSTELLING = re.compile(r",[ ](?!\w*(?:hoofd|manager|adviseur)\b)")
_SCHEIDT = re.compile(r"[,:(\t]|[ ][-–][ ]")
_ZETEL = re.compile(r"[ ](?:van|uit|in|te|bij)[ ]")
"""What makes an office whole before a name: "wethouder van Meent Kolk"."""
_STREEP = re.compile(r"(?:\A|[ ])[-–](?:[ ]|\Z)")
_SEGMENT = re.compile(r"\n|\t|[ ][-–][ ]|[.:;][ ]")
_AANLOOP = re.compile(r"(?i)[\d\s.)*•-]*(?:.*\bdoor[ ])?(?:de|het|onze)?[ ]?")
_SLUIT = re.compile(
    r"[ ][-–][ ](?!(?:voor|vóór|uiterlijk|direct|eind|begin|medio|week|zsm|asap|"
    r"z\.s\.m|gereed|loopt|open|doorlopend|klaar|ntb|n\.t\.b)\b)[a-zà-ÿ]"
)
"""A dash behind a name that goes on with the sentence, and gives no date or state."""

_VRAGEN = re.compile(
    r"(?i)\b(?:vragen|verzoek\w*|contact|interviews?)[ ](?:aan|met|voor|over)[ ]"
    r"(?:de[ ])?\Z|\b(?:nota|memo|stuk|brief|mail|annotatie|notitie|speech|spreektekst|"
    r"input|reactie|advies|bilateraal|staf|agenda|bespreken|bellen|informeren)[ ]"
    r"(?:(?:aan|met|voor|van)[ ])?(?:de[ ])?\Z|"
    r"\b(?:toezegging|mededeling|terugkoppeling|bericht|antwoord|uitleg|uitnodiging)[ ]"
    r"aan[ ](?:de[ ])?\Z"
)
"""What makes of an office whom one asks after, not who answers."""

_ZEGT_WIE = re.compile(
    r"de|het|een|onze|uw|hun|van|voor|door|bij|met|aan|in|en|naam|namens|mede|nieuwe|wnd|"
    r"loco|plv|voormalig|oud|demissionair|aanwezig|afwezig|voorzitter|vz|spreker|functie|"
    r"rol|\w*ondertekening|handtekening|geachte|beste|college|heer|mevrouw|"
    r"\w+(?:lijke?|ende?)"
)
"""Words before an office that lead to who holds it."""
_LANG_ONDERWERP = 3
_TAAK_IN_HAKEN = re.compile(
    r"[ ](?:en[ ][A-ZÀ-Þ]|\d|(?!van\b|uit\b|in\b|te\b|namens\b|en\b)[a-zà-ÿ]{2,}\b)"
    r"|(?:,|[ ]?/)[ ]?(?P<ander>[A-ZÀ-Þ][\w-]+)"
)
"""Behind a name in brackets: another name, a date or what someone does."""
_GESPREK = re.compile(
    r"(?i)\b(?:gesprek\w*|(?:voor)?overleg\w*|afspraak|afstem\w*|bespre\w+|contact\w*|"
    r"terugkoppel\w*|schakelen|sparren|bellen|mailen)[ ]"
    r"(?:met|aan|bij|naar|voor)[ ](?P<de>de[ ]|onze[ ])?\Z"
)
"""With whom is spoken; who does so may be told in brackets behind it."""
_GEEN_WIE = re.compile(
    r"verslag|notulen|ondersteuning|politie|hoofd|staf|team|bureau|kabinet|secretariaat|"
    r"agenda\w*|contact|aanspreekpunt|collega|hulp"
)
"""Words for what is of an office holder, and for who is one as well."""

_VER = 48


def who_is_meant(
    rollen: Rolwoorden, ambt: Rolwoord, treffer: Treffer
) -> Rolwoord | None:
    """The office before a name, or who is told to be beside it; ``None``: neither."""
    tussen = rollen.tekst[ambt.eind : treffer.begin]
    begin = max(0, ambt.begin - _VER)
    if ":" in tussen and (
        _is_topic(rollen.tekst, begin, ambt.begin) or _is_second(rollen, ambt, treffer)
    ):
        return None
    if tussen.endswith("(") and _is_about(rollen, ambt, treffer):
        return None
    if tussen == " " and _is_either(rollen, ambt, treffer):
        return None
    if _stands_in(rollen, ambt, treffer) or _is_parted(rollen, ambt, treffer):
        return None
    zetel = _ZETEL.match(tussen) and not _SCHEIDT.search(tussen)
    if zetel and _is_someone_else(rollen, treffer.eind):
        return None
    return _who_serves(rollen, ambt, tussen) or ambt


def _is_second(rollen: Rolwoorden, ambt: Rolwoord, treffer: Treffer) -> bool:
    """Whether an office is the second of a pair, and a name the first of another."""
    tekst = rollen.tekst
    ervoor = tekst[max(0, ambt.begin - 2) : ambt.begin]
    return "/" in ervoor and "/" in tekst[treffer.eind : treffer.eind + 2]


def _is_about(rollen: Rolwoorden, ambt: Rolwoord, treffer: Treffer) -> bool:
    """Whether brackets behind an office tell who does something about it.

    ``Overleg met wethouder (Ab, Bo)``: those spoke; ``de wethouder (Kolk)`` is Kolk.
    """
    tekst, lijsten = rollen.tekst, rollen.kennis.lijsten
    raak = _TAAK_IN_HAKEN.match(tekst, treffer.eind)
    if raak:
        ander = raak["ander"]
        return ander is None or (
            lijsten.is_first_name(ander) and not lijsten.is_place(ander)
        )
    met = _GESPREK.search(tekst, max(0, ambt.begin - _VER), ambt.begin)
    if met is None or not treffer.naam.letter:
        return False
    return not (met["de"] and treffer.naam.achternaam)


def _is_either(rollen: Rolwoorden, ambt: Rolwoord, treffer: Treffer) -> bool:
    """Whether a name may be of who serves: ``Bode burgemeester Ab Kolk``.

    A surname alone is of who holds the office.
    """
    tekst, kennis = rollen.tekst, rollen.kennis
    if not treffer.naam.letter or tekst[ambt.begin - 1 : ambt.begin] != " ":
        return False
    begin = max(0, ambt.begin - _VER)
    woord = re.split(r"[^\w-]", klein(tekst[begin : ambt.begin - 1]))[-1]
    if not woord or _GEEN_WIE.fullmatch(woord):
        return False
    ander = rollen.last_before(ambt.begin, _VER)
    dient = ander is not None and ander.eind == ambt.begin - 1
    if ander is not None and dient:
        return not (ander.rol.openbaar or ander.rol.naast_ambt)
    return woord in kennis.voor_ambt


def _is_topic(tekst: str, begin: int, eind: int) -> bool:
    """Whether an office is what a task is about: ``Stukken burgemeester: Ab``."""
    if _VRAGEN.search(tekst, begin, eind):
        return True
    woorden = klein(_SEGMENT.split(tekst[begin:eind])[-1]).strip(" -*•").split()
    return 0 < len(woorden) <= _LANG_ONDERWERP and not any(
        _ZEGT_WIE.fullmatch(w.strip(".,()")) for w in woorden
    )


def _who_serves(rollen: Rolwoorden, ambt: Rolwoord, tussen: str) -> Rolwoord | None:
    """Who is told to be beside an office, where the name behind it is theirs.

    ``tussen`` parts office and name. ``Secretaresse van wethouder Kolk`` names Kolk.
    """
    tekst = rollen.tekst
    if "\n" in tussen:
        return None
    los = bool(_SCHEIDT.search(tussen) or _ZETEL.match(tussen))
    ander = rollen.last_before(ambt.begin, _VER)
    if ander is not None and not (ander.rol.openbaar or ander.rol.naast_ambt):
        raak = _TUSSEN.fullmatch(tekst, ander.eind, ambt.begin)
        if raak and (los or raak["lidwoord"]):
            return ander
    begin = max(0, ambt.begin - _VER)
    raak = _WOORD_ERVOOR.search(klein(tekst[begin : ambt.begin]))
    rol = rollen.kennis.voor_ambt.get(raak["woord"]) if raak else None
    if raak is None or rol is None or not (los or raak["lidwoord"]):
        return None
    return Rolwoord(begin + raak.start("woord"), begin + raak.end("woord"), rol)


def _stands_in(rollen: Rolwoorden, ambt: Rolwoord, treffer: Treffer) -> bool:
    """Whether someone signs or speaks for an office: ``Namens de cdk, Ab Kolk``.

    Not where the name is set in between commas: ``namens de cdk, Ab Kolk, deel ik``.
    """
    tekst = rollen.tekst
    if not _NAMENS.search(tekst, max(0, ambt.begin - _VER), ambt.begin):
        return False
    tussen = tekst[ambt.eind : treffer.begin]
    if "\n" in tussen or ":" in tussen:
        return True
    if not _SCHEIDT.search(tussen):
        return False
    komma = _BIJSTELLING.match(tekst, treffer.eind)
    return komma is None or rollen.at(komma.end()) is not None


def _is_someone_else(rollen: Rolwoorden, plek: int) -> bool:
    """Whether what follows a name says that it is of who is masked.

    ``van de wethouder van Meent Ab Kolk (bewoner)``, or ``Ab Kolk, wonende te Meent``.
    """
    if _BURGER.match(rollen.tekst, plek):
        return True
    raak = _ERACHTER.match(rollen.tekst, plek)
    rol = rollen.at(raak.end()) if raak else None
    return rol is not None and not (rol.rol.openbaar or rol.rol.naast_ambt)


def _is_parted(rollen: Rolwoorden, ambt: Rolwoord, treffer: Treffer) -> bool:
    """Whether a dash parts a task from who does it: ``Brief aan de cdk - Ab``."""
    tekst = rollen.tekst
    if not _STREEP.search(tekst[ambt.eind : treffer.begin]):
        return False
    begin = max(0, ambt.begin - 120)
    kop = _SEGMENT.split(tekst[begin : ambt.begin])[-1]
    return not (_AANLOOP.fullmatch(kop) or _SLUIT.match(tekst, treffer.eind))
