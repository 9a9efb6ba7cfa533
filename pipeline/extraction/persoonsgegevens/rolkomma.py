"""Whether an office and a name that a comma parts are one person, or two of a list.

``De burgemeester, Ab Kolk, opent`` is one; ``Cc: burgemeester, Ab Kolk`` are two, and
in ``Jet Dam, burgemeester, Ab Kolk, COA`` the office is of who stands before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.rolomgeving import task_end
from pipeline.extraction.persoonsgegevens.rolreeks import AANHEF
from pipeline.taal.namen.vorm import Deelsoort

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.rolwoorden import Rolwoord, Rolwoorden
    from pipeline.extraction.persoonsgegevens.treffer import Treffer

_VER = 48
_LIDWOORD = re.compile(
    r"(?i)(?<!\w)(?:de|het|onze|uw|jullie|hun|zijn|haar|mijn|een|nieuwe|huidige|"
    r"waarnemend|demissionair|namens het college,)[ ](?:[a-zà-ÿ.-]+[ ]){0,2}\Z"
)
_REGELBEGIN = re.compile(
    r"(?:\A|[\n\t])[ •*-]*(?:[\w.]+[ ]|(?i:(?:technisch[ ])?(?:voorzitter|vz|spreker|"
    r"gastheer|gastvrouw):[ ]))?\Z"
)
_KAAL = re.compile(r"[ ]?:?[ ]")
_SAMEN = re.compile(r"[ ](?:en|&)[ ](?!de[ ]|het[ ])[A-ZÀ-Þ]|/")
"""Another name that goes along: "de burgemeester, Ab en Lea gaan mee"."""
_NOG_IEMAND = re.compile(r"[ ]en[ ](?:de[ ]|het[ ]|[A-ZÀ-Þ])")
_ORGANISATIE = re.compile(
    r"[ ]\((?P<haak>[A-Z][^()\n]{1,40})\)|"
    r"(?:,[ ]|[ ]?[/–-][ ]?|:[ ]|[ ]van[ ](?:het[ ]|de[ ])?)(?P<los>[A-Z][\w&-]+)"
)
_LABEL = re.compile(
    r"(?<!\w)(?:behandeld door|behandelaar|(?:op)?steller|opgesteld door|auteur|"
    r"contactpersoon|notulist|verslag(?:legger)?|secretaris)"
    rf"[ ]?:?[ \t]{{1,2}}{AANHEF}\Z"
)
"""What stands before who is an official."""
_AAN_ALLEN = re.compile(r"(?:\A|\n)[ ]?[Aa]an[ ](?:de|alle|onze)[ ]\Z")
"""A letter to many: "Aan de raadsleden, Ab Kolk schrijft u"."""

_VERWANT = (
    r"echtgeno(?:ot|te)|partner|vrouw|man|zoon|dochter|broer|zus|vader|moeder|neef|nicht|"
    r"schoon\w+|buurman|buurvrouw"
)
_NAASTE = re.compile(
    rf"(?<!\w)(?:{_VERWANT}|oom|tante|familie)"
    rf"(?:[ ]van[ ](?:de[ ])?[^,.;:(\n]{{3,36}}(?:[,:][ ]|[ ]\()|[ ]){AANHEF}\Z"
)
"""Who stands beside someone, right before the name or a comma before it."""
_NAASTE_VAN = re.compile(
    r"(?:,[ ]|[ ]\(|[ ](?:is|was)[ ])(?:de[ ]|een[ ]|zelf[ ])?"
    rf"(?:{_VERWANT}|weduwe)[ ]van\b"
)
"""Who is said to stand beside someone, behind the name."""
_GEVRAAGD = re.compile(
    r"(?i)(?:[ ](?:nog|al|even|ook|eerst|hierover|hierin|hiervan|op de hoogte)){0,2}"
    r"[ ](?:(?:akkoord|oké|ok|eens)[ ]?\?|(?:vragen|bellen|mailen|appen|informeren|"
    r"bijpraten|meenemen|inlichten|spreken|benaderen|uitnodigen|berichten|voorleggen|"
    r"terugbellen|aanhaken|betrekken|gevraagd|gebeld|gemaild|geïnformeerd|bijgepraat|"
    r"ingelicht|gesproken|benaderd|gevolgd|brengen|stellen|houden)\b)"
)
"""Behind an office: what someone else has to do with who holds it."""
_DOET = re.compile(r"[ ](?:is|moet|wil|zal|kan|heeft|had|was|gaat|vraagt|komt|belt)[ ]")
"""Behind an office that a dash or bracket opens: it begins a sentence of its own."""
_FRACTIE = re.compile(r"(?i),?[ ]\(?(?:namens[ ])?(?:de[ ])?(?:fractie|raads|staten)")
"""Who asks the questions of a council is their "steller" as well."""


def is_of_another(
    rollen: Rolwoorden, ambt: Rolwoord, treffer: Treffer, vorige: Treffer | None
) -> bool:
    """Whether the office before a name and a comma is someone else on the same list."""
    tekst = rollen.tekst
    tussen = tekst[ambt.eind : treffer.begin]
    if "," not in tussen or "\n" in tussen:
        return tussen == " " and _is_where_they_work(rollen, ambt, treffer, vorige)
    if "," not in tussen[task_end(tussen, 0, rollen.kennis) :]:
        return False
    ervoor = tekst[vorige.eind : ambt.begin] if vorige is not None else "\n"
    if vorige and vorige.eind <= ambt.begin and "\n" not in ervoor[:_VER]:
        if vorige.rol is ambt.rol and vorige.functie == tekst[ambt.begin : ambt.eind]:
            return True
        if _KAAL.fullmatch(tekst, vorige.eind, ambt.begin):
            return True
    begin = max(0, ambt.begin - _VER)
    if _LIDWOORD.search(tekst, begin, ambt.begin):
        aan_allen = _AAN_ALLEN.search(tekst, begin, ambt.begin)
        return bool(
            _SAMEN.match(tekst, treffer.eind) or (aan_allen and rollen.is_plural(ambt))
        )
    return _REGELBEGIN.search(tekst, begin, ambt.begin) is None


def _is_where_they_work(
    rollen: Rolwoorden, ambt: Rolwoord, treffer: Treffer, vorige: Treffer | None
) -> bool:
    """Whether strange words are a firm: ``Ab Kolk, directeur Wonen Oost``."""
    if vorige is None or ambt.rol.openbaar:
        return False
    if rollen.tekst[vorige.eind : ambt.begin] != ", ":
        return False
    lijsten = rollen.kennis.lijsten
    return len(treffer.delen) > 1 and not any(
        d.soort is not Deelsoort.WOORD
        or lijsten.is_first_name(d.tekst)
        or lijsten.is_surname(d.tekst)
        for d in treffer.delen
    )


def goes_along(rollen: Rolwoorden, ambt: Rolwoord) -> bool:
    """Whether an office behind a name is someone else: ``Ab, de cdk en de politie``.

    So it is in a task: ``Ab - wethouder bellen``.
    """
    tekst = rollen.tekst
    if _GEVRAAGD.match(tekst, ambt.eind):
        return True
    streep = tekst[max(0, ambt.begin - 2) : ambt.begin].endswith(("- ", "– ", "("))
    if streep and _DOET.match(tekst, ambt.eind):
        return True
    lidwoord = tekst[max(0, ambt.begin - 3) : ambt.begin].lower() == "de "
    return lidwoord and _NOG_IEMAND.match(tekst, ambt.eind) is not None


def mark_elsewhere(rollen: Rolwoorden, treffers: list[Treffer], kennis: Kennis) -> None:
    """Note of who has no office that they work elsewhere, or that they are an official.

    A namesake who holds an office is someone else.
    """
    for treffer in treffers:
        if treffer.aanvaard and (treffer.rol is None or not treffer.rol.openbaar):
            treffer.elders = _works_elsewhere(rollen, treffer, kennis)


def _works_elsewhere(rollen: Rolwoorden, treffer: Treffer, kennis: Kennis) -> bool:
    tekst, vanaf = rollen.tekst, max(0, treffer.begin - _VER)
    if _LABEL.search(rollen.laag, vanaf, treffer.begin):
        return _FRACTIE.match(tekst, treffer.eind) is None
    if _NAASTE.search(rollen.laag, vanaf, treffer.begin):
        return True
    if _NAASTE_VAN.match(tekst, treffer.eind):
        return True
    raak = _ORGANISATIE.match(tekst, treffer.eind)
    if raak is None:
        return False
    woorden = (raak["haak"] or raak["los"]).replace(",", " ").split()
    return any(
        kennis.lijsten.is_organisation(w) and not kennis.is_rolword(w)
        for w in woorden
        if w[0].isupper()
    )
