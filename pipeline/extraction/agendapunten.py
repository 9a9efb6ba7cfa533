"""The points of an agenda, in the order of the document, numbered as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from modellen.document import Vorm
from modellen.stuk import Soort
from modellen.vergadering import Agendapunt
from pipeline.extraction.agendapunten_ingebracht import find_ingebracht
from pipeline.extraction.agendapunten_tabel import find_in_tables
from pipeline.extraction.stuk_lijnen import text_lines
from pipeline.extraction.stuk_regels import rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modellen.stuk import Stuk
    from pipeline.extraction.stuk_lijnen import Lijn
    from pipeline.rulebook import Regelboek

_AGENDA = {Soort.AGENDA, Soort.GEANNOTEERDE_AGENDA}
_LIJST = {Soort.ACTIELIJST, Soort.BESLUITENLIJST}
_ZINSEIND = re.compile(r"(?<=[a-z0-9)?])[.;]\s+(?=[A-Z])|\s[–—]\s(?=[a-z].{40})")
_LETTER = re.compile(r"^[a-z][.)]?$")
_ROMEINS = re.compile(r"^[ivx]{2,4}[.)]?$")
_DIEP = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Punt:
    """A candidate: number, title and its offset, and how it is set."""

    nummer: str
    titel: str
    begin: int
    lijn: Lijn


def find_agendapunten(stuk: Stuk, regelboek: Regelboek) -> tuple[Agendapunt, ...]:
    """The points of agendas, minutes and lists; other documents have none."""
    soort = stuk.kenmerken.soort
    ingebracht = {p.herkomst.begin: p for p in find_ingebracht(stuk, regelboek)}
    if soort not in _AGENDA | _LIJST | {Soort.VERSLAG}:
        return tuple(ingebracht.values())
    grenzen = regelboek.tabel("documenten/agendapunten.toml")["grenzen"]
    lijnen = text_lines(stuk.document)
    punten = [
        p
        for lijn in lijnen
        if not lijn.rij and (p := _read(lijn, regelboek, grenzen["titel"])) is not None
    ]
    if soort in _AGENDA:
        gekozen = _of_agenda(punten, lijnen)
    else:
        gekozen = _of_minutes(stuk, punten, lijnen, grenzen["kop"])
    gevonden = {p.begin: _make(stuk, p) for p in gekozen}
    if soort is not Soort.GEANNOTEERDE_AGENDA or not gevonden:
        for punt in find_in_tables(stuk, regelboek):
            gevonden.setdefault(punt.herkomst.begin, punt)
    gevonden |= ingebracht
    return tuple(gevonden[b] for b in sorted(gevonden))


def _read(lijn: Lijn, regelboek: Regelboek, limiet: int) -> _Punt | None:
    """The number and title of a line that begins with a number."""
    tekst = lijn.tekst
    if any(
        next(iter(r.find(tekst)), None) for r in rules(regelboek, "agendapunt.geen")
    ):
        return None
    nummer, plek = lijn.blok.nummer, len(lijn.blok.nummer)
    if not nummer or lijn.begin != lijn.blok.begin:
        raak = next(
            (m for r in rules(regelboek, "agendapunt.nummer") for m in r.find(tekst)),
            None,
        )
        if raak is None:
            return None
        nummer, plek = raak["nummer"].strip(), raak.start("titel")
    plek += len(tekst[plek:]) - len(tekst[plek:].lstrip())
    titel = _title(tekst[plek:], limiet)
    if not any(ch.isalpha() for ch in titel):
        return None
    return _Punt(nummer=nummer.strip(), titel=titel, begin=lijn.begin + plek, lijn=lijn)


def _title(tekst: str, limiet: int) -> str:
    """The words that name the point: its first sentence, without a closing colon."""
    titel = _ZINSEIND.split(tekst, maxsplit=1)[0] if len(tekst) > limiet // 2 else tekst
    titel = titel.split("\t", 1)[0].rstrip()
    if len(titel) > limiet:
        titel = titel[: titel.rfind(" ", 0, limiet)]
    return titel.rstrip(" .:;,-–")


def _of_agenda(punten: Sequence[_Punt], lijnen: Sequence[Lijn]) -> list[_Punt]:
    """All numbered points; of an agenda without numbers the items of its list."""
    if punten:
        return list(punten)
    return [
        _Punt(nummer="", titel=titel, begin=lijn.begin, lijn=lijn)
        for lijn in lijnen
        if lijn.blok.vorm is Vorm.LIJST
        and lijn.blok.niveau == 0
        and lijn.begin == lijn.blok.begin
        and (titel := _title(lijn.tekst, 150))
    ]


def _of_minutes(
    stuk: Stuk, punten: Sequence[_Punt], lijnen: Sequence[Lijn], limiet: int
) -> list[_Punt]:
    """Headings with a number, short numbered lines in sequence, other headings."""
    gekozen = {p.begin: p for p in punten if p.lijn.kop and len(p.lijn.tekst) <= limiet}
    if not gekozen:
        gekozen = {p.begin: p for p in _in_sequence(punten, limiet)}
    if gekozen and any(p.nummer for p in gekozen.values()):
        return list(gekozen.values())
    titel = (stuk.kenmerken.titel or "").casefold()
    return [
        _Punt(nummer="", titel=kop, begin=lijn.begin, lijn=lijn)
        for lijn in lijnen
        if lijn.blok.vorm is Vorm.KOP
        and len(lijn.tekst) <= limiet
        and (kop := _title(lijn.tekst, limiet))
        and kop.casefold() not in titel
        and titel not in kop.casefold()
    ]


def _in_sequence(punten: Sequence[_Punt], limiet: int) -> list[_Punt]:
    """Short lines whose numbers count on from one, with the letters between them."""
    reeks: list[_Punt] = []
    verwacht = 1
    for punt in punten:
        raak = _DIEP.match(punt.nummer)
        kort = len(punt.lijn.tekst) <= limiet and not punt.lijn.tekst.rstrip().endswith(
            "."
        )
        if not kort:
            continue
        if (
            raak
            and int(raak.group()) == verwacht
            and punt.nummer.rstrip(".)") == raak.group()
        ):
            reeks.append(punt)
            verwacht += 1
        elif (
            reeks
            and raak
            and int(raak.group()) == verwacht - 1
            and not punt.nummer.rstrip(".)").isdigit()
        ):
            reeks.append(punt)
    return reeks if len(reeks) > 2 else []  # noqa: PLR2004 (two lines are no agenda)


def _make(stuk: Stuk, punt: _Punt) -> Agendapunt:
    return Agendapunt(
        volgnummer=punt.nummer,
        titel=punt.titel,
        niveau=_level(punt),
        herkomst=stuk.document.citeer(
            punt.begin, punt.begin + len(punt.titel), regel="agendapunt.nummer"
        ),
    )


def _level(punt: _Punt) -> int:
    """1 for a main point, deeper for what hangs under it."""
    kaal = punt.nummer.strip().rstrip(".)")
    if _ROMEINS.match(kaal):
        return 3
    if _LETTER.match(kaal):
        return 2
    delen = _DIEP.findall(kaal)
    letters = re.sub(r"[^a-z]", "", kaal)
    if delen:
        return len(delen) + len(letters)
    return punt.lijn.blok.niveau + 1 if punt.lijn.blok.vorm is Vorm.LIJST else 1
