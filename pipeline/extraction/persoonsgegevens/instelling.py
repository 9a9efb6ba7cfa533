"""Names that are no one's: of kings, streets, buildings and firms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.taal.letters import klein
from pipeline.taal.namen.vorm import Deel, Deelsoort

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.kennis import Kennis

_VOLGENDE_WOORDEN = re.compile(
    r"(?:[ ](?:en|&)[ ][A-Z][\w-]+)?(?:[ ][A-Z][\w&-]+){0,2}|[ ](?:[A-Z][\w-]+[ ])?"
    r"(?:b\.?v|n\.?v|v\.?o\.?f|c\.v)\b"
)
_STRAAT_ERVOOR = re.compile(
    r"\b(?:Laan|Weg|Plein|Park|Hof|Huis|Huize|Landgoed|Kasteel|Singel|Kade)[ ]"
    r"(?:van|aan)?[ ]?(?:de|den|het)?[ ]?\Z"
)
"""A street or house that is named after what follows: ``Laan van Meent``."""
_HUISNUMMER = re.compile(r"[ ]\d{1,4}[a-zA-Z]?(?:[ ](?:te|in)[ ]|,[ ])[A-Z1-9]")
"""The number and the place behind a street: ``aan De Meent 12 in Assen``."""

_GEBOUW_ERNA = re.compile(r"[ ]([a-z]{5,12})\b")
_PLAATSEN_ERNA = re.compile(r"(?:,|[ ]en)[ ]([A-Z][\w-]+)")
_EN_ERNA = re.compile(r"[ ]&[ ](?:(?:de|van|der|den|ten|ter)[ ])*([A-Z][\w'-]+)")
_EN_ERVOOR = re.compile(r"([A-Z][\w'-]+)[ ]&[ ]\Z")
_BEREIK = 20
_STAM = 3
_MEESTE_DELEN = 12
"""Words of a name that a firm or institution bears at the most."""

RECHTSVORM = {"B.V.", "N.V.", "C.V.", "V.O.F."}
_LEESTEKENS = frozenset({"", *",:;)!?\"'’”\n"})
_ACHTERSTEVOREN = re.compile(r"[\w./-]+")
_SCHEIDING = re.compile(r"[\s-]+")
_ROMEINS = re.compile(r"[IVX]+\Z")


def names_institution(
    delen: tuple[Deel, ...], tekst: str, kennis: Kennis, *, gebouw: bool = True
) -> bool:
    """Whether a name is of a king, a building, a firm: by the words at its sides.

    Without ``gebouw`` the end of the last word does not count: someone is promised. It
    does with a prince or a kind of house in the name: ``Prinses Beatrixschool``.
    """
    laatste = delen[-1].tekst
    if len(delen) > 1 and (
        _ROMEINS.match(laatste) or laatste in RECHTSVORM or _is_firm(delen, kennis)
    ):
        return True
    huis = _names_building(delen, kennis) or _is_joined(delen, tekst, kennis)
    zeker = gebouw or any(klein(d.tekst) in kennis.soortnamen for d in delen[:-1])
    if (zeker and huis) or _names_thing(laatste, kennis):
        return True
    if _STRAAT_ERVOOR.search(tekst, max(0, delen[0].begin - _BEREIK), delen[0].begin):
        return True
    ervoor = klein(word_before(tekst, delen[0].begin))
    if ervoor in {"aan", "op"} and _HUISNUMMER.match(tekst, delen[-1].eind):
        return True
    if (
        (ervoor == "het" and _is_thing(delen, tekst, kennis))
        or _lists_places(delen, tekst, kennis)
        or (ervoor in kennis.soortnamen and not _speaks_for(ervoor, delen))
    ):
        return True
    volgend = _VOLGENDE_WOORDEN.match(tekst, delen[-1].eind)
    return volgend is not None and any(
        w in kennis.instellingen or w in kennis.erachter
        for w in _SCHEIDING.split(volgend.group().lower().replace(".", ""))
    )


def _is_thing(delen: tuple[Deel, ...], tekst: str, kennis: Kennis) -> bool:
    """Whether no one can be meant behind "het": a house by its name or by its kind."""
    laatste, erna = delen[-1], _GEBOUW_ERNA.match(tekst, delen[-1].eind)
    if erna and erna[1] in kennis.soortnamen and erna[1] in kennis.erachter:
        return True
    return len(delen) == 1 and not (
        kennis.lijsten.is_surname(laatste.tekst)
        or kennis.lijsten.is_first_name(laatste.tekst)
    )


def _lists_places(delen: tuple[Deel, ...], tekst: str, kennis: Kennis) -> bool:
    """Whether "Van" opens a sentence on places: ``Van Urk, Meppel en Assen``."""
    if len(delen) != 2 or delen[0].tekst != "Van":  # noqa: PLR2004 (a particle and a place)
        return False
    erna = _PLAATSEN_ERNA.match(tekst, delen[1].eind)
    plaats = kennis.lijsten.is_place
    return erna is not None and plaats(delen[1].tekst) and plaats(erna[1])


def is_called_after(delen: tuple[Deel, ...], tekst: str, kennis: Kennis) -> bool:
    """Whether a known firm or institution stands here, with a word on either side.

    People bear the same names: what is said around it goes first.
    """
    voor = word_before(tekst, delen[0].begin)
    begin = delen[0].begin
    kort = [d.eind for d in delen[:_MEESTE_DELEN]]
    return any(
        klein(tekst[vanaf:eind]) in kennis.vernoemd
        for vanaf in {begin, begin - len(voor) - 1 if voor else begin}
        for eind in kort
    )


def _speaks_for(woord: str, delen: tuple[Deel, ...]) -> bool:
    """Whether initials follow a college: "namens het college J. Kolk" is no school."""
    return woord == "college" and delen[0].soort is Deelsoort.INITIALEN


def _names_thing(woord: str, kennis: Kennis) -> bool:
    """Whether a word ends in what is called after someone: ``Vos-methode``."""
    ding = woord.rpartition("-")[2]
    return (
        len(ding) > _STAM
        and ding.islower()
        and "-" in woord
        and (kennis.lijsten.is_common(ding))
    )


def _is_firm(delen: tuple[Deel, ...], kennis: Kennis) -> bool:
    """Whether a surname and a trade stand together: ``Kolk Recycling``."""
    lijsten, laatste = kennis.lijsten, delen[-1].tekst
    return (
        klein(laatste) in kennis.erachter
        and not lijsten.is_surname(laatste)
        and delen[0].soort is Deelsoort.WOORD
        and not lijsten.is_first_name(delen[0].tekst)
    )


def _is_joined(delen: tuple[Deel, ...], tekst: str, kennis: Kennis) -> bool:
    """Whether surnames alone are joined as firms and hamlets are: ``Kolk & Meent``."""
    begin, eind = delen[0].begin, delen[-1].eind
    ander = _EN_ERNA.match(tekst, eind) or _EN_ERVOOR.search(
        tekst, max(0, begin - _BEREIK), begin
    )
    lijsten = kennis.lijsten
    return (
        ander is not None
        and delen[0].soort is not Deelsoort.INITIALEN
        and not any(lijsten.is_first_name(w) for w in (ander[1], delen[0].tekst))
        and any(lijsten.is_surname(w) for w in (ander[1], delen[-1].tekst))
    )


def _names_building(delen: tuple[Deel, ...], kennis: Kennis) -> bool:
    """Whether the last word ends as streets and buildings do (``Frankplein``)."""
    laag = klein(delen[-1].tekst)
    if delen[-1].soort is not Deelsoort.WOORD or kennis.lijsten.is_surname(laag):
        return False
    return laag.endswith(kennis.uitgangen) and any(
        laag.endswith(u) and len(laag) > len(u) + _STAM for u in kennis.uitgangen
    )


def is_institution(delen: tuple[Deel, ...], kennis: Kennis) -> bool:
    """Whether one of the words is that of an institution."""
    return any(d.tekst.lower() in kennis.instellingen for d in delen)


def word_before(tekst: str, begin: int) -> str:
    """The word that a single space parts from a position; "" when there is none."""
    if tekst[begin - 1 : begin] != " ":
        return ""
    stuk = tekst[max(0, begin - _BEREIK) : begin - 1]
    woord = stuk.rpartition(" ")[2]
    if woord.isalpha():  # as most are
        return woord
    if woord[-1:] in _LEESTEKENS:
        return ""
    raak = _ACHTERSTEVOREN.match(stuk[::-1])
    return raak.group()[::-1] if raak else ""
