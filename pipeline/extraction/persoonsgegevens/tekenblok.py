"""Who signs beside or below another: offices and names in columns, or in turns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.rolreeks import AANHEF
from pipeline.extraction.persoonsgegevens.treffer import AANVAARD
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.rolwoorden import Rolwoord, Rolwoorden
    from pipeline.extraction.persoonsgegevens.treffer import Treffer

_RUIMTE = 240
_WIJD = re.compile(rf"(?:[ ]{{3,}}|[ ]*\t[ \t]*){AANHEF}")
_KOLOM = re.compile(
    r"(?<![^ \t\n])(?:\A|(?<=\n)|(?<=[ ]{3})|(?<=\t))[^\s][^\t\n]*?"
    r"(?=[ ]{3}|\t|\n|\Z)"
)
_OPSOMMING = re.compile(r"(?:\A|(?<=\n)|,)[ ]*(?:de[ ])?(?=\w)")
_ERONDER = re.compile(r"[ \t]*\n{1,2}(?=[^\n]*[^\s])[^\n]*")
_LEEG = r"(?:(?:[ \t._…-]|\(?handtekening\)?|w\.g\.|was getekend){0,80}\n){0,6}"
"""What stands between offices and names to sign on."""

_ERBOVEN = re.compile(rf"(?:\A|\n)(?P<regel>[^\n]*\w[^\n]*\n){_LEEG}[ \t]*{AANHEF}\Z")
_LIDWOORD = re.compile(r"(?i)[ ]*(?:de[ ])?")
_DE = re.compile(r"[ \t]*[Dd]e[ ]")
_ZETEL = (
    r"(?:[ ](?:van|in|te)[ ](?:(?:de|het|gemeente|provincie|waterschap)[ ]){0,2}"
    r"[A-Z'][\w'-]+(?:[ ](?:(?:aan|en|den|de|op)[ ]){0,2}[A-Z][\w'-]+){0,2})?"
)
_SLOTKOMMA = re.compile(rf"{_ZETEL},[ \t]*\n")
_DE_ERONDER = re.compile(r"[ ]*,[ \t]*\n[ \t]*[Dd]e[ ]")
_SLOT = re.compile(rf"{_ZETEL}[ \t]*(?:\n|\Z)")
_ALLEEN = re.compile(r"[ \t,]*(?:\n|\Z)")
_AANHEF_ALLEEN = re.compile(rf"[ \t]*{AANHEF}")
_AANHEF_LANG = 30
_AMBTSREGEL = 100
_COLLEGE = re.compile(
    r"(?i)\b(?:gedeputeerde staten|burgemeester en wethouders|provinciale staten)"
    r"[^\n]{0,60}\n(?:[^\n]{0,80}\n){0,6}?[^\n]{0,60}\Z"
)
_VAN_COLLEGE = {"voorzitter": "voorzitter prt", "secretaris": "gemeentesecretaris"}
_NAAST = {
    "burgemeester": {"secretaris": "gemeentesecretaris"},
    "cdk": {"secretaris": "gemeentesecretaris"},
    "waterschapsbestuurder": {"secretaris": "gemeentesecretaris"},
    "griffier": {"voorzitter": "voorzitter van de raad"},
}
"""What someone is who signs beside who has a role: of a council, not of a club."""

_ZEKER = 0.85


def give_columns(rollen: Rolwoorden, treffers: list[Treffer], kennis: Kennis) -> None:
    """Give names side by side, or in turns, the offices below them or above.

    Initials with a surname are a name on such a place, whatever the surname looks like.
    """
    namen = [t for t in treffers if t.aanvaard or (t.naam.letter and t.naam.achternaam)]
    for groep, van, tot, onder in _side_by_side(rollen.tekst, namen):
        ambten = _offices_in(rollen, van, tot, len(groep))
        if ambten:
            _give_all(rollen, groep, ambten, kennis, over=onder)
    for stapel in _stacks(rollen.tekst, _in_turns(rollen, namen)):
        _give_all(
            rollen, [t for t, _ in stapel], [r for _, r in stapel], kennis, over=True
        )


def _offices_in(rollen: Rolwoorden, van: int, tot: int, aantal: int) -> list[Rolwoord]:
    """The offices that fill a line, where they are as many as the names."""
    tekst = rollen.tekst
    plekken = [
        lidwoord.end()
        for m in _KOLOM.finditer(tekst, van, tot)
        if (lidwoord := _LIDWOORD.match(tekst, m.start()))
    ]
    if len(plekken) != aantal:
        plekken = [m.end() for m in _OPSOMMING.finditer(tekst, van, tot)]
    ambten = [rol for p in plekken if (rol := rollen.at(p))]
    return ambten if len(plekken) == len(ambten) == aantal else []


def _give_all(
    rollen: Rolwoorden,
    groep: Sequence[Treffer],
    ambten: Sequence[Rolwoord],
    kennis: Kennis,
    *,
    over: bool = False,
) -> None:
    """Give each its office; ``over`` goes before what was read of a single name."""
    naast = {
        woord: ambt
        for rol in ambten
        for woord, ambt in _NAAST.get(rol.rol.id, {}).items()
    }
    for treffer, ambt in zip(groep, ambten, strict=True):
        if treffer.rol is not None and not over:
            continue
        if treffer.gewicht < AANVAARD:
            treffer.believe(_ZEKER, "naam.rol", "naam op de plaats van wie tekent")
        rollen.give(treffer, ambt)
        woord = naast.get(klein(treffer.functie or ""), "")
        treffer.rol = kennis.rolwoorden.get(woord, treffer.rol)


def _side_by_side(
    tekst: str, namen: list[Treffer]
) -> Iterator[tuple[list[Treffer], int, int, bool]]:
    """Names on one line, far apart or with initials, and the line below and above.

    Only the line below goes before what was read of a single name.
    """
    groep: list[Treffer] = []
    for treffer in namen:
        wijd = groep and (
            _WIJD.fullmatch(tekst, groep[-1].eind, treffer.begin)
            or (treffer.naam.initialen and treffer.begin == groep[-1].eind + 1)
        )
        groep = [*groep, treffer] if wijd else [treffer]
        if len(groep) < 2:  # noqa: PLR2004 side by side
            continue
        onder = _ERONDER.match(tekst, treffer.eind)
        if onder:
            yield groep, *onder.span(), True
        boven = _ERBOVEN.search(tekst, max(0, groep[0].begin - _RUIMTE), groep[0].begin)
        if boven:
            yield groep, *boven.span("regel"), False


def _in_turns(
    rollen: Rolwoorden, namen: list[Treffer]
) -> Iterator[tuple[Treffer, Rolwoord]]:
    """Names alone on a line, each below its own: ``de burgemeester,``."""
    tekst, vorig = rollen.tekst, 0
    for treffer in namen:
        regel = tekst.rfind(
            "\n", max(0, treffer.begin - _AANHEF_LANG - 1), treffer.begin
        )
        if treffer.begin - regel > _AANHEF_LANG or not _AANHEF_ALLEEN.fullmatch(
            tekst, regel + 1, treffer.begin
        ):
            continue
        ambt = _office_below(rollen, treffer.eind)
        if ambt is None and _ALLEEN.match(tekst, treffer.eind):
            ambt = _office_above(rollen, regel, vorig)
        if ambt is not None:
            yield treffer, ambt
        vorig = treffer.eind


def _stacks(
    tekst: str, beurten: Iterable[tuple[Treffer, Rolwoord]]
) -> Iterator[list[tuple[Treffer, Rolwoord]]]:
    """Those who sign below each other, with nothing but an office between two."""
    stapel: list[tuple[Treffer, Rolwoord]] = []
    for beurt in beurten:
        if stapel:
            tussen = tekst[stapel[-1][0].eind : beurt[0].begin].split("\n")
            if sum(bool(regel.strip(" \t,")) for regel in tussen) > 1:
                yield stapel
                stapel = []
        stapel.append(beurt)
    if stapel:
        yield stapel


def _office_above(rollen: Rolwoorden, regel: int, vorig: int) -> Rolwoord | None:
    """The office that is all of the line above a name, with an article and a comma.

    Not where a name with a comma stands above it: ``Ab Kolk,`` has his own below.
    """
    tekst = rollen.tekst
    begin = max(0, regel - _AMBTSREGEL)
    boven = tekst[begin : max(0, regel)].rstrip()
    if not boven.endswith(","):  # as most lines do not
        return None
    begin += boven.rfind("\n") + 1
    lidwoord = _DE.match(tekst, begin)
    rol = rollen.at(lidwoord.end()) if lidwoord else None
    if rol is None or tekst[vorig:begin].strip() == ",":
        return None
    return rol if _SLOTKOMMA.match(tekst, rol.eind) else None


def _office_below(rollen: Rolwoorden, plek: int) -> Rolwoord | None:
    """The office that is all of the line below a name with a comma."""
    raak = _DE_ERONDER.match(rollen.tekst, plek)
    rol = rollen.at(raak.end()) if raak else None
    return rol if rol and _SLOT.match(rollen.tekst, rol.eind) else None


def give_college(rollen: Rolwoorden, treffers: list[Treffer], kennis: Kennis) -> None:
    """Under the name of a college, voorzitter and secretaris sign by their office."""
    for treffer in treffers:
        ambt = _VAN_COLLEGE.get(klein(treffer.functie or ""))
        begin = max(0, treffer.begin - _RUIMTE)
        if ambt and _COLLEGE.search(rollen.tekst, begin, treffer.begin):
            treffer.rol = kennis.rolwoorden.get(ambt, treffer.rol)
