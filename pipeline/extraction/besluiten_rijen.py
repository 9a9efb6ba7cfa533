"""Rows of a besluitenlijst as decisions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from modellen.afspraak import Besluit, Resultaat
from pipeline.extraction.acties_opmaak import make_leesbaar
from pipeline.extraction.acties_punten import find_punten
from pipeline.taal.datum import find_data
from pipeline.taal.letters import klein
from pipeline.taal.zinnen import zinnen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from modellen.document import Cel
    from modellen.stuk import Stuk
    from pipeline.extraction.acties_tabel import Lijst, Rij
    from pipeline.extraction.acties_tekst import Lezing
    from pipeline.extraction.besluiten_regels import Besluitregels

_LABEL = re.compile(r"(?i)^\s*(?:besluit|b)\s?:\s*")
_NUMMER = re.compile(r"[A-Za-z]{0,4}[- ]?\d[\w./-]*")
_WEINIG_WOORDEN = 4
_ZEKERHEID = 0.97


def find_in_rijen(
    lijst: Lijst,
    stuk: Stuk,
    lezing: Lezing,
    regels: Besluitregels,
    datum: date | None,
) -> Iterator[Besluit]:
    """The decision in each row of a list of decisions."""
    gezien: set[int] = set()
    for rij in lijst.rijen:
        cel = _find_cel(lijst, rij, lezing)
        if cel is None or cel.begin in gezien:
            continue
        gezien.add(cel.begin)
        if lijst.vorm == "punten":
            yield from _from_punten(rij, cel, (stuk, lezing, regels), datum)
            continue
        tekst = _LABEL.sub("", make_leesbaar(_tekst(cel, lezing)))
        if re.search(r"[A-Za-z]{3}", tekst):
            yield Besluit(
                omschrijving=_with_subject(tekst, rij, lezing, regels),
                resultaat=_resultaat(rij, tekst, lezing, regels),
                datum=_read_datum(rij, lezing) or datum,
                nummer_bron=_read_nummer(rij.cellen.get("nummer"), lezing),
                herkomst=stuk.document.citeer(
                    cel.begin, cel.eind, regel="besluiten/rij", zekerheid=_ZEKERHEID
                ),
            )


def _from_punten(
    rij: Rij, cel: Cel, met: tuple[Stuk, Lezing, Besluitregels], datum: date | None
) -> Iterator[Besluit]:
    """The decisions among the points of a cell."""
    stuk, lezing, regels = met
    _, besluiten = find_punten(stuk, lezing, cel, regels)
    for blok in besluiten:
        tekst = _LABEL.sub("", make_leesbaar(lezing.tekst[blok.begin : blok.eind]))
        if re.search(r"[A-Za-z]{3}", tekst):
            yield Besluit(
                omschrijving=_with_subject(tekst, rij, lezing, regels),
                resultaat=regels.find_resultaat(klein(_eerste_zin(tekst))),
                datum=datum,
                nummer_bron=_read_nummer(rij.cellen.get("nummer"), lezing),
                herkomst=stuk.document.citeer(
                    blok.begin, blok.eind, regel="besluiten/rij", zekerheid=_ZEKERHEID
                ),
            )


def _eerste_zin(tekst: str) -> str:
    spannen = zinnen(tekst)
    return tekst[: spannen[0][1]] if spannen else tekst


def _find_cel(lijst: Lijst, rij: Rij, lezing: Lezing) -> Cel | None:
    if lijst.vorm == "punten":
        return rij.cellen.get("punt")
    if lijst.vorm in {"besluiten", "beide"}:
        return rij.cellen.get("besluit")
    soort = rij.cellen.get("soort")
    if (
        lijst.vorm == "acties"
        and soort
        and _tekst(soort, lezing).lower().startswith("b")
    ):
        return rij.cellen.get("actie")
    return None


def _resultaat(
    rij: Rij, tekst: str, lezing: Lezing, regels: Besluitregels
) -> Resultaat:
    cel = rij.cellen.get("resultaat") or rij.cellen.get("status")
    uitkomst = klein(_tekst(cel, lezing)) if cel else ""
    uit_tekst = regels.find_resultaat(klein(_eerste_zin(tekst)))
    return regels.find_resultaat(uitkomst, uit_tekst.value)


def _with_subject(tekst: str, rij: Rij, lezing: Lezing, regels: Besluitregels) -> str:
    """An outcome or a few words only say enough below their subject."""
    cel = rij.cellen.get("onderwerp")
    kop = make_leesbaar(_tekst(cel, lezing)) if cel else rij.tussenkop or ""
    kort = next(regels.kort.find(klein(tekst)), None) is not None
    lang = len(tekst.split()) >= _WEINIG_WOORDEN and not kort
    if lang or not kop or kop.isdigit():
        return tekst
    return f"{kop.rstrip(' :.')}: {tekst[0].lower()}{tekst[1:]}"


def _read_datum(rij: Rij, lezing: Lezing) -> date | None:
    for naam in ("datum", "termijn"):
        cel = rij.cellen.get(naam)
        data = find_data(_tekst(cel, lezing), lezing.anker) if cel else ()
        if data and data[0].tot:
            return data[0].tot
    return None


def _read_nummer(cel: Cel | None, lezing: Lezing) -> str | None:
    tekst = _tekst(cel, lezing).strip().rstrip(".)") if cel else ""
    return tekst if _NUMMER.fullmatch(tekst) else None


def _tekst(cel: Cel | None, lezing: Lezing) -> str:
    return lezing.tekst[cel.begin : cel.eind] if cel else ""
