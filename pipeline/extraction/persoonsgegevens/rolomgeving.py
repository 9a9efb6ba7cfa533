"""What stands between a name and its office and does not part them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.initialen import letters_of
from pipeline.extraction.persoonsgegevens.rolreeks import AANHEF
from pipeline.extraction.persoonsgegevens.rolwoorden import FRACTIE, line_before
from pipeline.taal.letters import klein
from pipeline.taal.namen.naam import parse_naam
from pipeline.taal.namen.vorm import Deelsoort

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.rollenboek import Rol
    from pipeline.extraction.persoonsgegevens.rolwoorden import Rolwoord, Rolwoorden
    from pipeline.extraction.persoonsgegevens.treffer import Treffer

_TAAK = re.compile(
    r"[ ](?:(?:van|voor)[ ])?(?P<taken>[A-Za-zà-ÿ]+(?:(?:,[ ]|[ ]en[ ]|[ ]&[ ]|[ ])"
    r"[A-Za-zà-ÿ]+){0,5})(?=[ ,:(\t\n]|\Z)"
)
_WOORD = re.compile(r"[A-Za-zà-ÿ]+")
_TERLOOPS = re.compile(r"(?:[ ][a-zà-ÿ]{2,14}){1,2}[ ]\((?:onze|jullie|hun)[ ]")
"""What parts a name from an office told in passing: "Kolk gebeld (onze wethouder)"."""
_AANHEF = re.compile(rf"[ •*-]*{AANHEF}")
_VULT_REGEL = re.compile(
    r"(?:(?:[ ](?:van|de|gemeente|provincie|te|in)){1,3}(?:[ ][A-Z'][\w'-]+){1,3})?"
    r"[ ]*(?:[\n\t]|\Z)"
)
"""Nothing behind an office on its line but where it is."""
_ERACHTER = re.compile(
    r"[ ](?:(?:van|de|den|der|ten|ter|el|'t)[ ]){0,3}(?P<naam>[A-ZÀ-Þ][\w'’-]+)"
)
_ADRES = {
    f"{begin}{rest}"
    for begin in ("aan", "t.a.v.", "ter attentie van")
    for rest in ("", " de")
}
"""How the line above a name in an address begins: "Aan de burgemeester van Assen"."""
_TER_ATTENTIE = tuple(f" {a}" for a in _ADRES if not a.startswith("aan"))
_DAGTEKENING = re.compile(r"[a-z]{3}[ ](?:19|20)\d\d\Z")
_IN_ADRES = re.compile(
    r"\n(?:postbus[ ]\d|[^\n,]{2,40}[ ]\d{1,4}[a-z]{0,2}(?:[,\n]|\Z)|"
    r"[1-9]\d{3}[ ]?[a-z]{2}\b)",
    re.IGNORECASE,
)
_AANGESPROKEN = re.compile(
    r"\n(?:de[ ])?(?:(?:wel)?ed\w*\.?[ ])?(?:heer|dhr\.?|mevr(?:ouw|\.)?|mw\.?)"
    r"(?:/(?:mevrouw|mw\.?))?[ ]",
    re.IGNORECASE,
)
_GEEN_AMBT = re.compile(r"burgemeester(?:s)? en wethouders|b(?:urgemeester)? & w")
_MET_PLAATS = 4
"""Pieces of a name with a place: two of the name, "van", and the place."""

_LABEL = re.compile(r"(?:[ ][a-zà-ÿ-]+){1,8}[ ]?:[ \t]{1,2}")
"""The rest of a label that an office opens, before a name."""

_KORT = 5
"""Letters of an office that may stand behind a name without a comma: bgm, weth, ged."""
_SLUIT_HAAK = re.compile(r"(?:[ ]dus)?\)")


def task_end(links: str, tot: int, kennis: Kennis) -> int:
    """Where the portfolio ends that follows an office: ``wethouder wonen en zorg``."""
    raak = _TAAK.match(links, tot)
    if raak is None:
        return tot
    eind = tot
    for woord in _WOORD.finditer(links, *raak.span("taken")):
        if woord.group() == "en":
            continue
        if klein(woord.group()) not in kennis.portefeuilles or (
            woord.group()[0].isupper() and kennis.lijsten.is_surname(woord.group())
        ):
            break
        eind = woord.end()
    return eind


def in_passing(rollen: Rolwoorden, treffer: Treffer) -> Rolwoord | None:
    """The office that brackets a few words further tell, and nothing else."""
    raak = _TERLOOPS.match(rollen.tekst, treffer.eind)
    rol = rollen.at(raak.end()) if raak else None
    if rol is None or not _SLUIT_HAAK.match(rollen.tekst, rol.eind):
        return None
    return rol


def beside_on_line(rollen: Rolwoorden, treffer: Treffer) -> Rolwoord | None:
    """The office that follows a name, where they fill a line or a cell together."""
    tekst, eind = rollen.tekst, treffer.eind
    if tekst[eind : eind + 1] != " " or not tekst[eind + 1 : eind + 2].isupper():
        return None
    rol = rollen.office_at(eind + 1)
    if rol is None or rol.rol.bevestigen:
        return None
    if not _VULT_REGEL.match(tekst, task_end(tekst, rol.eind, rollen.kennis)):
        return None
    kop = line_before(tekst, treffer.begin, "\n\t")
    return rol if _AANHEF.fullmatch(kop) else None


def carries_name(tekst: str, plek: int, kennis: Kennis) -> bool:
    """Whether a surname follows an office: ``wethouder Kolk van Meent`` is of Kolk."""
    raak = _ERACHTER.match(tekst, plek)
    if raak is None:
        return False
    woord, lijsten = raak["naam"], kennis.lijsten
    if lijsten.is_place(woord) or lijsten.is_organisation(woord) or woord.isupper():
        return False
    if klein(woord) in kennis.portefeuilles:
        return False
    van = tekst.startswith(" van ", raak.end())
    return lijsten.is_surname(woord) or (van and lijsten.is_strange(woord))


def all_known(plaats: str, kennis: Kennis) -> bool:
    """Whether the words between role and name are a place or an organisation."""
    lijsten = kennis.lijsten
    if lijsten.is_place(plaats):
        return True
    woorden = [w for w in plaats.split() if w[0].isupper()]
    return all(
        lijsten.is_place(w) or lijsten.is_organisation(w) or w.isupper()
        for w in woorden
    )


def is_own_initials(treffer: Treffer, gekozen: tuple[Rol, str]) -> bool:
    """Whether what looks like a party is the name shortened: ``Sanne Peters, SP``."""
    rol, woorden = gekozen
    return rol.id == FRACTIE and klein(woorden) in letters_of(treffer.naam)


def is_label(rollen: Rolwoorden, raak: Rolwoord, plek: int) -> bool:
    """Whether a role opens a label of words in small letters before a name."""
    kop = line_before(rollen.tekst, raak.begin).strip(" -*•").lower()
    return kop in {"", "de"} and bool(_LABEL.fullmatch(rollen.tekst, raak.eind, plek))


def is_listed(rollen: Rolwoorden, raak: Rolwoord, teken: str) -> bool:
    """Whether letters are someone present and no party: ``Ab, GL (not.)``."""
    return (
        raak.rol.id == FRACTIE
        and teken == ","
        and rollen.tekst[raak.eind : raak.eind + 2] == " ("
    )


def is_short_office(rollen: Rolwoorden, raak: Rolwoord) -> bool:
    """Whether a word is a short form of an office; that of a party has a capital.

    ``Hans denk ik`` names no party.
    """
    eigen = raak.rol.id != FRACTIE or rollen.tekst[raak.begin].isupper()
    return raak.rol.openbaar and eigen and raak.eind - raak.begin <= _KORT


def cut_seat(tekst: str, treffer: Treffer, kennis: Kennis) -> None:
    """Take an unknown place off the name of an office holder who is named without it.

    ``Burgemeester Van Kolk van Meenthoven`` is Van Kolk where the text says so too.
    """
    delen = treffer.delen
    if treffer.rol is None or not treffer.rol.openbaar or len(delen) < _MET_PLAATS:
        return
    if delen[-2].tekst != "van" or delen[-3].soort is not Deelsoort.WOORD:
        return
    kort = tekst[treffer.begin : delen[-3].eind]
    heel = tekst[treffer.begin : treffer.eind]
    if _count(tekst, kort) > _count(tekst, heel):
        treffer.naam = parse_naam(delen[:-2], kennis.lijsten)


@lru_cache(maxsize=32)
def _count(tekst: str, woorden: str) -> int:
    """How often words stand in a text; those of an office holder come back."""
    return tekst.count(woorden)


def own_line(rollen: Rolwoorden, raak: Rolwoord, laag: str, begin: int) -> bool:
    """Whether the role begins a line under a greeting, not under another name.

    Below an address of many stands who wrote: ``Aan de raadsleden``.
    """
    regels = laag[:begin].split("\n")
    kop = regels[-1].strip(" ,")
    boven = regels[-2].strip() if len(regels) > 1 else ""
    if kop in _ADRES or kop.endswith(_TER_ATTENTIE):
        return not rollen.is_plural(raak)
    return kop in {"", "de", "de waarnemend"} and (
        boven == ""
        or boven.endswith((",", ":", "."))
        or "groet" in boven
        or bool(_DAGTEKENING.search(boven))
    )


def in_address(tekst: str, rol: Rolwoord, treffer: Treffer) -> bool:
    """Whether an office opens an address, then who holds it, then where.

    ``De burgemeester van Meent``, ``Mevrouw Kolk``, ``Postbus 1``: a line each.
    """
    return (
        klein(line_before(tekst, rol.begin)).strip() in _ADRES | {"", "de"}
        and _AANGESPROKEN.match(tekst, tekst.find("\n", rol.eind)) is not None
        and tekst.count("\n", rol.eind, treffer.begin) == 1
        and _IN_ADRES.match(tekst, treffer.eind) is not None
    )


def is_college(laag: str, begin: int) -> bool:
    """Whether the role is half of the college of burgemeester en wethouders."""
    return any(
        r.start() <= begin < r.end()
        for r in _GEEN_AMBT.finditer(laag, max(0, begin - 20))
    )
