"""Tables that are lists of actions or decisions, in any order of columns."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from modellen.stuk import Soort
from pipeline.extraction.acties_kolommen import (
    guess_kolommen,
    keep_longest,
    read_header,
)
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from modellen.document import Cel, Tabel
    from modellen.stuk import Stuk
    from pipeline.extraction.acties_tekst import Lezing
    from pipeline.rulebook import Regelboek

_HEADER_BINNEN = 8
_KOP_VOOR = 160
_HERHAALD = ("wie", "termijn")
_IDEM = re.compile(r"(?i)(?:idem|id\.?|zie\s(?:hier)?boven|[\"“”'„,]{1,3}|〃)")
_UITKOMST = 0.6
_DOEN = re.compile(
    r"\w{3,}en\b(?:\s(?:met|aan|voor|bij|naar|in|op|van)\b[^,.]*)?(?:[,.(]|$)"
)
"""Words that end in what someone is to do."""
_ACTIENUMMER = re.compile(r"20\d\d-\d{3,5}\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A row of a list: the cell of each kind of column, and the block it stands in."""

    cellen: Mapping[str, Cel]
    tussenkop: str | None
    blok: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijst:
    """A table read as a list.

    ``vorm`` is ``acties`` or ``besluiten`` (a row is one record), ``beide``,
    ``punten`` (a cell with points of either kind), or ``gemengd``: cells of running
    text with an owner beside them.
    """

    tabel: Tabel
    vorm: str
    rijen: tuple[Rij, ...]
    zeker: bool = True
    kolommen: frozenset[str] = field(default_factory=frozenset)


def find_lijsten(stuk: Stuk, lezing: Lezing, regelboek: Regelboek) -> tuple[Lijst, ...]:
    """The tables of a document that hold actions or decisions."""
    gevonden = (_read_lijst(t, stuk, lezing, regelboek) for t in stuk.document.tabellen)
    return tuple(lijst for lijst in gevonden if lijst)


def _read_lijst(
    tabel: Tabel, stuk: Stuk, lezing: Lezing, regelboek: Regelboek
) -> Lijst | None:
    rooster = _make_rooster(tabel)
    teksten = {r: _teksten(cellen, lezing) for r, cellen in rooster.items()}
    for nummer in sorted(rooster)[:_HEADER_BINNEN]:
        kolommen = read_header(teksten[nummer], regelboek)
        onder = [teksten[r] for r in sorted(rooster) if r > nummer]
        if kolommen and onder:
            kolommen = _name_punt(keep_longest(kolommen, onder))
            kolommen = _name_uitkomst(kolommen, onder, regelboek)
            vorm = _find_vorm(set(kolommen.values()), stuk, onder, kolommen)
            if vorm:
                return _make_lijst(
                    tabel, vorm, kolommen, (rooster, teksten), nummer, regelboek
                )
    return _guess_lijst(tabel, (rooster, teksten), stuk, lezing, regelboek)


def _name_punt(kolommen: dict[int, str]) -> dict[int, str]:
    """Beside a column of actions, "besluit / conclusie" holds the decisions."""
    if "actie" not in kolommen.values():
        return kolommen
    return {k: "besluit" if s == "punt" else s for k, s in kolommen.items()}


def _name_uitkomst(
    kolommen: dict[int, str], onder: list[dict[int, str]], regelboek: Regelboek
) -> dict[int, str]:
    """Beside a column of outcomes, the subjects are what was decided on."""
    soorten = set(kolommen.values())
    if "onderwerp" not in soorten or "resultaat" not in soorten:
        return kolommen
    if soorten & {"actie", "besluit", "punt", "wie"}:
        return kolommen
    uitkomst = next(k for k, s in kolommen.items() if s == "resultaat")
    regels = regelboek.regels("besluiten", "uitkomst")
    cellen = [klein(t) for rij in onder if (t := rij.get(uitkomst, "")).strip()]
    raak = sum(any(r.vorm.search(c) for r in regels) for c in cellen)
    if not cellen or raak < _UITKOMST * len(cellen):
        return kolommen
    return {k: "besluit" if s == "onderwerp" else s for k, s in kolommen.items()}


def _guess_lijst(
    tabel: Tabel,
    inhoud: tuple[dict[int, dict[int, Cel]], dict[int, dict[int, str]]],
    stuk: Stuk,
    lezing: Lezing,
    regelboek: Regelboek,
) -> Lijst | None:
    """A table without header, below a heading that says what it lists."""
    rooster, teksten = inhoud
    begin = min((c.begin for c in tabel.cellen), default=0)
    erboven = lezing.klein[max(0, begin - _KOP_VOOR) : begin].strip().splitlines()
    kop = erboven[-1] if erboven else ""
    genoemd = re.search(r"\bactie(?:s|punten|lijst|puntenlijst)\b", kop) is not None
    if not (genoemd or stuk.kenmerken.soort is Soort.ACTIELIJST):
        return None
    woorden = regelboek.tabel("acties/status.toml")["status"]
    status = frozenset(w for lijst in woorden.values() for w in lijst)
    kolommen = guess_kolommen([teksten[r] for r in sorted(rooster)], status)
    if not {"wie", "termijn", "status"} & set(kolommen.values()):
        return None
    return _make_lijst(tabel, "acties", kolommen, inhoud, 0, regelboek, zeker=False)


def _find_vorm(
    soorten: set[str],
    stuk: Stuk,
    onder: list[dict[int, str]],
    kolommen: dict[int, str],
) -> str | None:
    rond = soorten & {"wie", "termijn", "status"}
    if "punt" in soorten:
        return "punten"
    if "actie" in soorten:
        if "besluit" in soorten:
            return "beide"
        los = bool(rond) or stuk.kenmerken.soort is Soort.ACTIELIJST
        los = los and "tekst" not in soorten
        return "acties" if los or "wie" in soorten else None
    if _is_numbered(onder, kolommen):
        return "acties"
    if "besluit" in soorten or "wie" not in soorten:
        return "besluiten" if "besluit" in soorten else None
    kort = "tekst" not in soorten and not _has_running_text(onder, kolommen)
    lijst = kort and (
        len(rond | (soorten & {"nummer"})) > 1 or _says_what_to_do(onder, kolommen)
    )
    return "acties" if lijst else "gemengd"


def _is_numbered(onder: list[dict[int, str]], kolommen: dict[int, str]) -> bool:
    """Whether each subject begins with the number of an action."""
    kolom = next((k for k, s in kolommen.items() if s == "onderwerp"), None)
    cellen = [cel for rij in onder if kolom is not None and (cel := rij.get(kolom, ""))]
    return bool(cellen) and all(_ACTIENUMMER.match(cel) for cel in cellen)


def _has_running_text(onder: list[dict[int, str]], kolommen: dict[int, str]) -> bool:
    kolom = next((k for k, s in kolommen.items() if s in {"onderwerp", "tekst"}), 0)
    cellen = [rij.get(kolom, "") for rij in onder]
    return any(cel.count("\n") > 1 or cel.count(". ") > 1 for cel in cellen)


def _says_what_to_do(onder: list[dict[int, str]], kolommen: dict[int, str]) -> bool:
    """Whether most subjects end in what is to be done: "… opstellen, eind mei"."""
    kolom = next((k for k, s in kolommen.items() if s == "onderwerp"), 0)
    cellen = [cel for rij in onder if (cel := klein(rij.get(kolom, "")).strip())]
    doen = sum(_DOEN.search(cel) is not None for cel in cellen)
    return bool(cellen) and doen >= _UITKOMST * len(cellen)


def _make_lijst(
    tabel: Tabel,
    vorm: str,
    kolommen: dict[int, str],
    inhoud: tuple[dict[int, dict[int, Cel]], dict[int, dict[int, str]]],
    header: int,
    regelboek: Regelboek,
    *,
    zeker: bool = True,
) -> Lijst:
    if vorm == "acties" and "actie" not in kolommen.values():
        kolommen = {k: "actie" if s == "onderwerp" else s for k, s in kolommen.items()}
    kolommen = _place_datum(kolommen)
    rijen = _make_rijen(kolommen, inhoud, header, regelboek)
    return Lijst(
        tabel=tabel,
        vorm=vorm,
        rijen=tuple(rijen),
        zeker=zeker,
        kolommen=frozenset(kolommen.values()),
    )


def _place_datum(kolommen: dict[int, str]) -> dict[int, str]:
    """A column "Datum" behind the action is its term when no other column is."""
    inhoud = [k for k, s in kolommen.items() if s in {"actie", "besluit"}]
    if "termijn" in kolommen.values() or not inhoud or "besluit" in kolommen.values():
        return kolommen
    return {
        k: "termijn" if s == "datum" and k > min(inhoud) else s
        for k, s in kolommen.items()
    }


def _make_rijen(
    kolommen: dict[int, str],
    inhoud: tuple[dict[int, dict[int, Cel]], dict[int, dict[int, str]]],
    header: int,
    regelboek: Regelboek,
) -> Iterator[Rij]:
    rooster, teksten = inhoud
    tussenkop = blok = None
    vorige: dict[str, Cel] = {}
    for nummer in sorted(r for r in rooster if r > header):
        rij = rooster[nummer]
        if header and teksten[nummer] == teksten[header]:
            continue
        kop = _read_tussenkop(rij, teksten[nummer], kolommen)
        if kop:
            tussenkop, blok = kop, _read_blok(kop, regelboek) or blok
            continue
        eigen = {kolommen[k]: c for k, c in rij.items() if k in kolommen}
        idem = {
            kolommen[k]
            for k, tekst in teksten[nummer].items()
            if kolommen.get(k) in _HERHAALD and _IDEM.fullmatch(tekst)
        }
        eigen |= {soort: vorige[soort] for soort in idem & vorige.keys()}
        vorige |= {soort: c for soort, c in eigen.items() if soort in _HERHAALD}
        yield Rij(cellen=eigen, tussenkop=tussenkop, blok=blok)


def _read_tussenkop(
    rij: Mapping[int, Cel], teksten: Mapping[int, str], kolommen: Mapping[int, str]
) -> str | None:
    """A row that is one merged cell is a heading between the rows."""
    cellen = {c.begin for c in rij.values()}
    tekst = next(iter(teksten.values()), "").strip()
    if len(cellen) == 1 and len(kolommen) > 1 and len(rij) > 1 and tekst:
        return tekst
    return None


def _read_blok(kop: str, regelboek: Regelboek) -> str | None:
    for naam, patroon in regelboek.tabel("acties/kolommen.toml")[
        "tussenkoppen"
    ].items():
        if re.fullmatch(patroon, klein(kop).strip(" :"), re.DOTALL):
            return str(naam)
    return None


def _make_rooster(tabel: Tabel) -> dict[int, dict[int, Cel]]:
    """The grid with merged cells in every place they cover."""
    rooster: dict[int, dict[int, Cel]] = {}
    for cel in tabel.cellen:
        if cel.verborgen:
            continue
        for rij in range(cel.rij, cel.rij + min(cel.rijspan, 500)):
            for kolom in range(cel.kolom, cel.kolom + min(cel.kolomspan, 50)):
                rooster.setdefault(rij, {}).setdefault(kolom, cel)
    return rooster


def _teksten(cellen: Mapping[int, Cel], lezing: Lezing) -> dict[int, str]:
    return {k: lezing.tekst[c.begin : c.eind].strip() for k, c in cellen.items()}
