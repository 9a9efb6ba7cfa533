"""What the sentences around a name say of its office."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.rolomgeving import beside_on_line
from pipeline.extraction.persoonsgegevens.rolpaar import role_of_pair
from pipeline.extraction.persoonsgegevens.rolreeks import AANHEF

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.rolwoorden import Rolwoord, Rolwoorden
    from pipeline.extraction.persoonsgegevens.treffer import Treffer

_LINKS = 120
_GETEKEND = re.compile(r"(?:de[ ])?(?:wnd\.?[ ]|waarnemend[ ])?")
_GEGROET = re.compile(
    r"(?i)(?:^|[\n.!?>\t])[ ]*(?:(?:zeer[ ])?geachte|beste|waarde|dag|hallo)[ ]"
    r"(?:heer[ ]|mevrouw[ ]|meneer[ ])?\Z"
)
_EN_GROET = re.compile(
    rf"(?:,|,?[ ]en)?[ ](?i:zeer[ ])?(?i:geachte|beste|waarde|lieve)[ ]{AANHEF}"
)
_VOORAL = re.compile(
    rf"(?:,|,?[ ]en|[ ]\()?[ ]?(?:vooral|met name|in het bijzonder|speciaal)[ ]{AANHEF}"
)
"""Who is one of those that are greeted: "Beste raadsleden en vooral Kolk"."""
_EN_GROETEN = re.compile(
    rf"{_EN_GROET.pattern}(?:[A-Z][\w-]+(?:,[ ]|[ ]en[ ]|[ ]&[ ])){{0,4}}"
)
_GENOEMD = re.compile(
    r"(?:[ ](?:uit|van|in)[ ](?:de[ ]|het[ ])?[\w-]+)?(?:[ ](?:hebben|zijn|waren|komen|"
    r"kwamen|gaan|gingen|doen|deden|zaten|zitten|schuiven|schoven|sloten|sluiten|zich|er|"
    r"al|ook|nu|vroeg|mee|aan|bij|erbij|aanwezig|aangemeld|afgemeld|uitgenodigd|"
    r"aangesloten|aangeschoven|getekend|ondertekend|gesproken|ingestemd|akkoord|"
    r"verhinderd|afwezig|gekomen)){0,6},?[ ](?:te weten|t\.w\.|onder wie|onder meer|"
    rf"onder anderen?|namelijk|nl\.|waaronder)[: ][ ]?{AANHEF}"
)
"""No others between an office and its names: "vroegen hulp aan buren, onder wie"."""
_VAN_HEN = re.compile(
    r"(?i)\b(?:van|voor|bij|namens|met|aan)[ ](?:de|alle|onze)?[ ]?\Z"
)
"""Who are named are not the mayors: "de adviseurs van de burgemeesters, te weten"."""
_BEPAALD = re.compile(r"(?i)\b(?:de|onze|jullie)[ ]\Z")
_GESPROKEN = re.compile(rf"[ ](?:ge|be|ver)[a-z]{{3,12}},[ ]{AANHEF}")
_ZIJ_IS = re.compile(
    r"[a-zà-ÿ ,]{0,70}[.?!][ ](?:[Zz]e|[Zz]ij|[Hh]ij)[ ](?:is|was)[ ](?:de[ ]|een[ ])?"
    r"|,[ ]want[ ](?:die|dat|hij|zij|ze)[ ]is[ ](?:de[ ]|een[ ])?"
    r"|,[ ](?:die|van[ ]wie[ ](?:ik|wij|we)[ ](?:weet|weten)[ ]dat[ ](?:hij|zij|ze))[ ]"
    r"(?:(?:daar|hier|zelf|ook|nu)[ ])?(?:(?:als|tevens)[ ])?(?:de[ ])?"
)
_DIE_IS = re.compile(r"[ ](?:is|was|werd|blijft)\b")
"""Not "Kolk, die de burgemeester adviseert"."""
_DIE_ALS = re.compile(
    r"(?:[ ][a-z]+){0,2},[ ]die[ ][a-z]+[ ]als[ ](?:de[ ])?|"
    r"(?:[ ][a-z]+){1,4},[ ]als[ ](?:de[ ])?|[a-zà-ÿ ,]{0,40}[.?!][ ]Als[ ](?:de[ ])?"
)
"""What leads from a name to its office: "Kolk waarnemen, die doet als wethouder"."""
_WERKT = re.compile(r"[ ][a-z]+[ ](?:hij|zij|ze|die)\b")
_ZEGT = re.compile(
    r"[^\n\"“”]{0,110}[\"”],?[ ](?:vertelt|zegt|zei|aldus|vindt|lacht|stelt)[ ]"
    rf"{AANHEF}"
)
_ALS_ERVOOR = re.compile(r"(?:^|[.!?\n][ ]?)[Aa]ls[ ](?:de[ ])?\Z")
_IK_ALS_ERVOOR = re.compile(r"(?i)[\"“]ik[ ][a-z]+[ ]als[ ](?:de[ ])?\Z")
_DOET = re.compile(rf"[ ][a-z]{{2,12}}[ ]{AANHEF}")
_ZIEN_DE = re.compile(
    r"[ ](?:(?:zou|wil|kan|moet|gaat|mag)[ ])?"
    r"(?:[a-z]{2,12}n|(?:ge|be|ver|ont)[a-z]{2,10}[dt]),[ ](?:de|onze|hun|jullie)[ ]"
)
"""A verb between a name and its office: "hij wil Kolk spreken, de burgemeester"."""
_SLOT = re.compile(
    r"(?:[ ](?:van|in|te|voor|uit)[ ](?:de[ ]|het[ ])?[A-Z'][\w'-]+)?[ ]?[.;:!?)'\"\n]"
)
_WANNEER = (
    r"(?:(?:sinds|per|in|vanaf|tot|op|van)[ ](?:kort|vandaag|"
    r"(?:\d{1,2}[ ])?(?:[a-z]{3,9}[ ])?(?:19|20)\d\d)[ ])?"
)
_BENOEMD = (
    rf"(?:(?:her)?(?:benoemd|beëdigd|geïnstalleerd|gekozen)|trad[ ]{_WANNEER}aan)[ ]"
    rf"{_WANNEER}(?:tot|als)[ ]"
)
_IS_DE = re.compile(
    r"[ ](?:(?:is|was|wordt|werd|blijft)[ ](?:er[ ]|daar[ ]|hier[ ]|nu[ ]|onlangs[ ])?"
    rf"{_WANNEER}(?:{_BENOEMD})?|{_BENOEMD})"
    r"(?:de[ ]|onze[ ]|hun[ ]|een[ ])?(?:nieuwe[ ]|waarnemend[ ]|wnd\.?[ ])?"
)
_NA_IS = re.compile(
    r"[ ](?:van|in|te|voor|uit)[ ][A-Z'd]|[ ](?:geworden|geweest)\b|"
    r"[ ]en[ ](?!wethouders|(?:de|het|een)[ ])[a-z]|"
    r"[ ]?(?:[.,;:!?)\n]|\Z)"
)
"""Not "Kolk is de burgemeester kwijt"."""
_VAN_WIE = re.compile(
    r"(?i)\b(?:van|voor|bij|met|aan|door|namens|tegen|over|naast|en|of)[ ]"
    r"(?:de[ ]heer[ ]|dhr\.?[ ]|mevr(?:ouw|\.)?[ ]|mw\.?[ ])?\Z"
)
"""Not "de broer van Kolk is de burgemeester van Meent"."""
_KORTBIJ = 24
_BEURT = 240
"""How far into what someone says an office is looked for, in characters."""
_ALS = re.compile(r"(?i)\bals[ ](?:de[ ])?")
_IK_ALS = re.compile(
    r"(?i)\bik[ ](?:zeg|spreek|schrijf|vind|vraag|reageer|zit|sta|teken)[ ]als[ ]"
    r"(?:de[ ])?"
)
"""What someone says of the own office: "ik zeg als wethouder"."""

_ZEG_IK = re.compile(r"(?:[ ]van[ ](?:de[ ])?[A-Z][\w'-]+)?,?[ ][a-z]+[ ]ik\b")


def said_before(rollen: Rolwoorden, treffer: Treffer) -> Rolwoord | None:
    """The office that what stands before a name says it holds."""
    boven = role_of_pair(rollen, treffer) or _above_decision(rollen, treffer)
    if boven is not None:
        return boven
    raak = rollen.last_before(treffer.begin, _LINKS)
    if raak is None or not raak.rol.openbaar:
        return None
    links = rollen.tekst[max(0, raak.begin - _LINKS) : raak.begin]
    functie = rollen.tekst[raak.begin : raak.eind]
    tussen = raak.eind, treffer.begin
    if rollen.kennis.is_plural(functie):
        if _GEGROET.search(links) and _greets_more(rollen.tekst, *tussen, treffer.eind):
            return raak
        genoemd = _GENOEMD.fullmatch(rollen.tekst, *tussen)
        return raak if genoemd and not _VAN_HEN.search(links) else None
    gegroet = _EN_GROET.fullmatch(rollen.tekst, *tussen) and _GEGROET.search(links)
    als = _DOET.fullmatch(rollen.tekst, *tussen) and _ALS_ERVOOR.search(links)
    zegt = _ZEGT.fullmatch(rollen.tekst, *tussen) and _IK_ALS_ERVOOR.search(links)
    gezegd = gegroet or als or zegt or _is_spoken_of(rollen, raak, treffer, links)
    return raak if gezegd else None


def _greets_more(tekst: str, van: int, begin: int, eind: int) -> bool:
    """Whether a name is one of several that a greeting of offices goes on with.

    ``Geachte burgemeesters, beste Ab en Lea``; after "raadsleden" one name is another.
    """
    samen = (" en ", " & ")
    if _VOORAL.fullmatch(tekst, van, begin):
        return True
    meer = tekst.startswith(samen, eind) or any(
        s in tekst[van:begin].removeprefix(" en") for s in samen
    )
    return meer and _EN_GROETEN.fullmatch(tekst, van, begin) is not None


def _is_spoken_of(
    rollen: Rolwoorden, raak: Rolwoord, treffer: Treffer, links: str
) -> bool:
    """Whether a name is set in for an office: ``de cdk gesproken, Ab Kolk, en``."""
    return (
        rollen.tekst[treffer.eind : treffer.eind + 1] == ","
        and _BEPAALD.search(links) is not None
        and _GESPROKEN.fullmatch(rollen.tekst, raak.eind, treffer.begin) is not None
    )


def _above_decision(rollen: Rolwoorden, treffer: Treffer) -> Rolwoord | None:
    """The office that opens the line above a name, commas behind both.

    ``De burgemeester van Meent, tevens voorzitter van …,`` opens a decision so.
    """
    tekst, plek = rollen.tekst, treffer.begin
    if (
        tekst[treffer.eind : treffer.eind + 2] != ",\n"
        or tekst[plek - 2 : plek] != ",\n"
    ):
        return None
    begin = tekst.rfind("\n", 0, plek - 2) + 1
    kop = _GETEKEND.match(tekst[begin : begin + 20].lower())
    return rollen.office_at(begin + kop.end()) if kop else None


def said_after(rollen: Rolwoorden, treffer: Treffer) -> Rolwoord | None:
    """The office that what follows a name says it holds.

    ``voor Kolk? Ze is gedeputeerde``, ``Kolk, die als wethouder over groen gaat``, or
    what someone claims: ``Kolk: als cdk moet ik …``.
    """
    tekst = rollen.tekst
    raak = _ZIJ_IS.match(tekst, treffer.eind)
    rol = rollen.at(raak.end()) if raak else None
    if raak and rol and raak.group().startswith(",") and " want " not in raak.group():
        als = raak.group().rstrip().endswith(("als", "tevens", "als de"))
        rol = rol if als or _DIE_IS.match(tekst, rol.eind) else None
    if rol is not None and rol.rol.openbaar:
        return rol
    return (
        _is_called(rollen, treffer)
        or _told_behind_verb(rollen, treffer)
        or _works_as(rollen, treffer)
        or _own_office(rollen, treffer)
        or beside_on_line(rollen, treffer)
    )


def _is_called(rollen: Rolwoorden, treffer: Treffer) -> Rolwoord | None:
    """The office that someone is said to hold: ``Kolk is de wethouder van Meent``."""
    raak = _IS_DE.match(rollen.tekst, treffer.eind)
    rol = rollen.office_at(raak.end()) if raak else None
    if rol is None:
        return None
    links = rollen.tekst[max(0, treffer.begin - _KORTBIJ) : treffer.begin]
    if _VAN_WIE.search(links):
        return None
    return rol if _NA_IS.match(rollen.tekst, rol.eind) else None


def _works_as(rollen: Rolwoorden, treffer: Treffer) -> Rolwoord | None:
    """The office as which someone does what is told: ``Kolk. Als cdk wordt hij``."""
    raak = _DIE_ALS.match(rollen.tekst, treffer.eind)
    rol = rollen.office_at(raak.end()) if raak else None
    if raak is None or rol is None:
        return None
    die = ", die " in raak.group()
    return rol if die or _WERKT.match(rollen.tekst, rol.eind) else None


def _told_behind_verb(rollen: Rolwoorden, treffer: Treffer) -> Rolwoord | None:
    """The office at the end of the sentence that speaks of someone."""
    raak = _ZIEN_DE.match(rollen.tekst, treffer.eind)
    rol = rollen.office_at(raak.end()) if raak else None
    links = rollen.tekst[max(0, treffer.begin - _KORTBIJ) : treffer.begin]
    if rol is None or _VAN_WIE.search(links):
        return None
    return rol if _SLOT.match(rollen.tekst, rol.eind) else None


def _own_office(rollen: Rolwoorden, treffer: Treffer) -> Rolwoord | None:
    """The office that someone claims in what they say: ``Kolk: als cdk moet ik …``."""
    tekst, eind = rollen.tekst, treffer.eind
    if tekst[eind : eind + 2] != ": ":
        return None
    regel = tekst.find("\n", eind)
    tot = min(eind + _BEURT, regel if regel >= 0 else len(tekst))
    return claimed_office(rollen, eind, tot)


def claimed_office(rollen: Rolwoorden, begin: int, eind: int) -> Rolwoord | None:
    """The office that who speaks in a stretch says to hold: ``als cdk moet ik …``."""
    for rol in rollen.offices_behind(_ALS, begin, eind):
        if _ZEG_IK.match(rollen.tekst, rol.eind):
            return rol
    return next(rollen.offices_behind(_IK_ALS, begin, eind), None)
