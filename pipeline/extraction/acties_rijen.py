"""Rows of an actielijst as actions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from modellen.afspraak import RIJ, RIJ_ZONDER_STAND, Actie, Actiesoort, Actiestatus
from modellen.document import Vorm
from modellen.stuk import Soort
from pipeline.extraction.acties_namen import find_subject
from pipeline.extraction.acties_opmaak import make_leesbaar
from pipeline.extraction.acties_punten import (
    Punt,
    find_alineas,
    find_punten,
    pair_owners,
)
from pipeline.extraction.acties_termijn import GEEN, Termijn, find_termijn, read_termijn
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from modellen.document import Cel
    from modellen.stuk import Stuk
    from pipeline.extraction.acties_tabel import Lijst, Rij
    from pipeline.extraction.acties_tekst import Lezing
    from pipeline.extraction.acties_wie import Namen
    from pipeline.extraction.besluiten_regels import Besluitregels
    from pipeline.rulebook import Regelboek

_WEINIG_WOORDEN = 4
_NUMMER = re.compile(r"[A-Za-z]{0,4}[- ]?\d[\w./-]*")
_VOORAAN = re.compile(r"(?:(20\d\d-\d{3,5})[.:]?|(\d{1,3}|[A-Z])[.)])\s+(?=\S)")
_VELD = re.compile(
    r"(?im)^[ \t]*(gereed (?:vóór|voor)|termijn|status|stand van zaken)[ \t]?:(.*)$"
)
_ONS_NUMMER = re.compile(r"20\d\d-\d{3,5}")
"""A number as we give them: such a list names the subject elsewhere."""
_UITERLIJK = re.compile(r"(?i)\b(?:uiterlijk|vóór|voor)\b")
_JAAR = re.compile(r"\d{4}|['’]\d\d")
_LABEL = re.compile(r"(?i)^\s*(?:actie(?:punt)?|ap|besluit|toezegging|afspraak)\s?:\s*")
_ZEKER, _ONZEKER = 0.97, 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Lezer:
    """All that the reading of rows needs."""

    stuk: Stuk
    lezing: Lezing
    namen: Namen
    regelboek: Regelboek
    besluiten: Besluitregels


def find_in_rijen(lijst: Lijst, lezer: Lezer) -> Iterator[Actie]:
    """The action in each row of a list; a cell with bullets gives one for each."""
    gezien: set[int] = set()
    kolom = "punt" if lijst.vorm == "punten" else "actie"
    for rij in lijst.rijen:
        cel = rij.cellen.get(kolom)
        if cel is None or cel.begin in gezien or _is_besluit(rij, lezer.lezing):
            continue
        gezien.add(cel.begin)
        for span, wie in _parts(lijst, rij, cel, lezer):
            actie = _make(lijst, rij, span, lezer, wie)
            if actie is not None:
                yield actie


def is_afgesloten(tekst: str, regelboek: Regelboek) -> tuple[Actiestatus, bool]:
    """The status a cell states, and whether its words are known."""
    kaal = " ".join(klein(tekst).split()).strip(" .:;")
    woorden: dict[str, list[str]] = regelboek.tabel("acties/status.toml")["status"]
    beste: tuple[int, str] = (0, "")
    for status, vormen in woorden.items():
        for vorm in vormen:
            begint = kaal == vorm or (
                len(vorm) > 2  # noqa: PLR2004 one letter is the whole cell or nothing
                and re.match(rf"{re.escape(vorm)}(?!\w)", kaal) is not None
            )
            if begint and len(vorm) > beste[0]:
                beste = (len(vorm), status)
    if not beste[1]:
        return Actiestatus.OPEN, False
    return Actiestatus(beste[1]), True


def _is_besluit(rij: Rij, lezing: Lezing) -> bool:
    cel = rij.cellen.get("soort")
    return cel is not None and _tekst(cel, lezing).lower().startswith("b")


def _split_owner(
    cel: Cel | None, lezing: Lezing, namen: Namen
) -> tuple[tuple[str, ...], ...]:
    if cel is None:
        return ()
    regels = [r for r in _tekst(cel, lezing).splitlines() if r.strip()]
    return tuple(namen.split(r) for r in regels)


_Deel = tuple[tuple[int, int], tuple[str, ...] | None]


def _parts(lijst: Lijst, rij: Rij, cel: Cel, lezer: Lezer) -> list[_Deel]:
    """The stretches of a cell that are actions, with the owner of each where paired."""
    blokken = find_alineas(lezer.stuk, cel)
    houders = _split_owner(rij.cellen.get("wie"), lezer.lezing, lezer.namen)
    if lijst.vorm == "punten":
        blokken, _ = find_punten(lezer.stuk, lezer.lezing, cel, lezer.besluiten)
    elif not _is_opsomming(lijst, rij, blokken):
        return [((cel.begin, cel.eind), None)]
    eigen = pair_owners(blokken, houders)
    return [
        ((b.begin, b.eind), eigen.get(b.begin, () if eigen else None)) for b in blokken
    ]


def _is_opsomming(lijst: Lijst, rij: Rij, blokken: list[Punt]) -> bool:
    return len(blokken) > 1 and (
        all(b.vorm is Vorm.LIJST for b in blokken)
        or ("onderwerp" in rij.cellen and "nummer" not in lijst.kolommen)
    )


def _make(
    lijst: Lijst,
    rij: Rij,
    span: tuple[int, int],
    lezer: Lezer,
    eigen: tuple[str, ...] | None,
) -> Actie | None:
    stuk, lezing = lezer.stuk, lezer.lezing
    ruw, velden = _split_velden(lezing.tekst[span[0] : span[1]])
    nummer, tekst = _split_nummer(make_leesbaar(ruw))
    nummer = _read_nummer(rij.cellen.get("nummer"), lezing) or nummer
    tekst = _LABEL.sub("", tekst)
    if not re.search(r"[A-Za-z]{3}", tekst):
        return None
    cellen = rij.cellen
    wie = eigen or _subject(lijst, tekst, lezer)
    if not wie and eigen is None:
        wie = _all_owners(cellen, lezing, lezer.namen)
    termijn = GEEN
    if "termijn" in cellen and not _is_status(rij, lezer):
        termijn = read_termijn(stuk, lezing.anker, _tekst(cellen["termijn"], lezing))
    if "termijn" in velden:
        termijn = read_termijn(stuk, lezing.anker, velden["termijn"])
    if termijn == GEEN:
        termijn = find_termijn(stuk, lezing, *span)
    status, stand, bekend = _read_status(rij, lezer, velden)
    regel = RIJ if lijst.zeker else f"{RIJ}-zonder-kop"
    actie = Actie(
        omschrijving=tekst
        if _ONS_NUMMER.fullmatch(nummer or "")
        else _with_subject(tekst, rij, lezing),
        actiehouders=wie,
        termijn=termijn.tot,
        termijn_tekst=termijn.tekst,
        status=status,
        soort=_read_soort(rij, lezing),
        nummer_bron=nummer,
        stand_van_zaken=stand,
        herkomst=stuk.document.citeer(
            *span,
            regel=regel if bekend else RIJ_ZONDER_STAND,
            zekerheid=_ZEKER if lijst.zeker and bekend else _ONZEKER,
        ),
    )
    return _with_other_term(actie, find_termijn(stuk, lezing, *span))


def _with_other_term(actie: Actie, in_tekst: Termijn) -> Actie:
    """The action with its other term beside it, where column and words contradict."""
    uiterlijk = _UITERLIJK.search(in_tekst.tekst or "")
    if not uiterlijk or not in_tekst.tot or in_tekst.tot == actie.termijn:
        return actie
    if actie.termijn is None or _is_same_day(in_tekst, actie.termijn):
        return actie
    ander = replace(actie, termijn=in_tekst.tot, termijn_tekst=in_tekst.tekst)
    return replace(actie, elders=(ander,))


def _is_same_day(in_tekst: Termijn, termijn: date) -> bool:
    """Whether words without a year mean the day of the column, in another year."""
    zonder_jaar = not _JAAR.search(in_tekst.tekst or "")
    dag = in_tekst.tot
    return bool(zonder_jaar and dag and f"{dag:%m%d}" == f"{termijn:%m%d}")


def _subject(lijst: Lijst, tekst: str, lezer: Lezer) -> tuple[str, ...]:
    """In a cell with several points: the actor that opens the words of one."""
    if lijst.vorm != "punten":
        return ()
    return find_subject(tekst, lezer.namen)


def _all_owners(
    cellen: Mapping[str, Cel], lezing: Lezing, namen: Namen
) -> tuple[str, ...]:
    delen = (cellen.get(k) for k in ("wie", "wie_bij"))
    alle = [n for c in delen if c for n in namen.split(_tekst(c, lezing))]
    return tuple(dict.fromkeys(alle))


def _with_subject(tekst: str, rij: Rij, lezing: Lezing) -> str:
    """A few words only say enough below their subject."""
    cel = rij.cellen.get("onderwerp") or rij.cellen.get("actie_bij")
    kop = make_leesbaar(_tekst(cel, lezing)) if cel else rij.tussenkop or ""
    if len(tekst.split()) >= _WEINIG_WOORDEN or not kop or kop.isdigit():
        return tekst
    return f"{kop.rstrip(' :.')}: {tekst}"


def _is_status(rij: Rij, lezer: Lezer) -> bool:
    """Whether the column "gereed" says yes or no instead of a day."""
    if "status" in rij.cellen:
        return False
    tekst = _tekst(rij.cellen.get("termijn"), lezer.lezing).strip()
    return bool(tekst) and is_afgesloten(tekst, lezer.regelboek)[1]


def _read_status(
    rij: Rij, lezer: Lezer, velden: Mapping[str, str]
) -> tuple[Actiestatus, str | None, bool]:
    """The status, the state of affairs, and whether the words for it are known."""
    stuk, lezing, regelboek = lezer.stuk, lezer.lezing, lezer.regelboek
    kolom = "termijn" if _is_status(rij, lezer) else "status"
    stand = make_leesbaar(_tekst(rij.cellen.get("stand"), lezing))
    stand = velden.get("stand") or stand
    cel = velden.get("status") or make_leesbaar(_tekst(rij.cellen.get(kolom), lezing))
    if cel:
        status, bekend = is_afgesloten(cel, regelboek)
        extra = not bekend or len(cel.split()) > 2  # noqa: PLR2004 more than the status itself
        delen = [d for d in (cel if extra else None, stand) if d]
        return status, "; ".join(delen) or None, bekend
    if rij.blok in {"gereed", "vervallen"}:
        return Actiestatus(rij.blok), stand or None, True
    if stand:
        status, bekend = is_afgesloten(stand, regelboek)
        if bekend:
            return status, stand, True
    nieuw = stuk.kenmerken.soort is not Soort.ACTIELIJST
    return (Actiestatus.NIEUW if nieuw else Actiestatus.OPEN), stand or None, True


def _split_nummer(tekst: str) -> tuple[str | None, str]:
    """A number printed before the words, and the words."""
    nummer = _VOORAAN.match(tekst)
    return (nummer[1] or nummer[2], tekst[nummer.end() :]) if nummer else (None, tekst)


def _split_velden(ruw: str) -> tuple[str, dict[str, str]]:
    """The words of an action, and the lines below them that name a field."""
    velden = list(_VELD.finditer(ruw))
    if not velden:
        return ruw, {}
    namen = {"status": "status", "stand van zaken": "stand"}
    return ruw[: velden[0].start()], {
        namen.get(veld[1].lower(), "termijn"): veld[2].strip() for veld in velden
    }


def _read_soort(rij: Rij, lezing: Lezing) -> Actiesoort:
    begin = _tekst(rij.cellen.get("soort"), lezing).strip().lower()[:3]
    return {"toe": Actiesoort.TOEZEGGING, "t": Actiesoort.TOEZEGGING}.get(
        begin, Actiesoort.ACTIE
    )


def _read_nummer(cel: Cel | None, lezing: Lezing) -> str | None:
    tekst = _tekst(cel, lezing).strip().rstrip(".)")
    return tekst if _NUMMER.fullmatch(tekst) else None


def _tekst(cel: Cel | None, lezing: Lezing) -> str:
    return lezing.tekst[cel.begin : cel.eind] if cel else ""
