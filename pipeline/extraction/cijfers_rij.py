"""What a row of a table of figures stands for: an area, a total, a theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extraction.cijfers_duiding import LEEG, Duiding, read_duiding
from pipeline.extraction.cijfers_rooster import Rijsoort
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.extraction.cijfers_kennis import Kennis
    from pipeline.extraction.cijfers_rooster import Rooster


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A row of figures.

    ``gebied`` is a known area, ``naam`` the area beside a total, ``sectie``
    the heading above the row, ``extra`` what a heading halfway adds to columns,
    ``plek`` the location named before the area.
    """

    nummer: int
    label: str
    duiding: Duiding
    gebied: str | None = None
    totaal: bool = False
    naam: str | None = None
    sectie: str = ""
    over: Duiding = LEEG
    extra: tuple[tuple[int, str], ...] = ()
    plek: str | None = None


def read_rijen(rooster: Rooster, kennis: Kennis) -> Iterator[Rij]:
    """The rows of data in order, each with the heading it stands under."""
    sectie = ""
    extra: dict[int, str] = {}
    for nummer in range(1, rooster.rijen + 1):
        soort = rooster.soort[nummer]
        if soort is Rijsoort.LEEG:
            sectie, extra = "", {}
        elif soort is Rijsoort.SECTIE:
            kop = _first_text(rooster, nummer)
            if not _falls_under(kop, sectie, kennis):
                sectie, extra = kop, {}
        elif soort is Rijsoort.KOP and nummer > rooster.eerste:
            if label := rooster.tekst.get((nummer, rooster.label), ""):
                sectie, extra = label, {}
            _add_kop(rooster, nummer, extra)
        elif soort is Rijsoort.DATA:
            rij = _make_rij(rooster, nummer, sectie, extra, kennis)
            yield rij
            if rij.totaal and rij.over.thema is None:
                sectie = ""


def _add_kop(rooster: Rooster, nummer: int, extra: dict[int, str]) -> None:
    """Put the words of a heading halfway with what stood there before."""
    for k in rooster.numeriek:
        if tekst := rooster.shown(nummer, k):
            extra[k] = f"{extra.get(k, '')} {tekst}".strip()


def _falls_under(kop: str, sectie: str, kennis: Kennis) -> bool:
    """Whether a row without figures is a part of what it stands under, no heading."""
    boven = read_duiding((sectie,), kennis).thema
    thema = read_duiding((kop,), kennis).thema
    return boven is not None and kennis.ouders.get(thema or "") == boven


def _make_rij(
    rooster: Rooster, nummer: int, sectie: str, extra: dict[int, str], kennis: Kennis
) -> Rij:
    label = rooster.shown(nummer, rooster.label) or _first_text(rooster, nummer)
    gebied = kennis.gebieden.find(label)
    totaal, naam = (False, None) if gebied else find_totaal(label, kennis)
    return Rij(
        nummer=nummer,
        label=label,
        duiding=LEEG if gebied else read_duiding((label,), kennis),
        gebied=gebied.naam if gebied else None,
        totaal=totaal,
        naam=naam,
        sectie=sectie,
        over=read_duiding((sectie,), kennis),
        extra=tuple(extra.items()),
        plek=_place_name(rooster, nummer, label),
    )


def find_totaal(label: str, kennis: Kennis) -> tuple[bool, str | None]:
    """Whether a label names a total, and the area written beside it."""
    laag = klein(label)
    for regel in kennis.soorten["totaalrij"]:
        raak = regel.vorm.search(laag)
        if raak is None:
            continue
        naam = label[raak.start("naam") : raak.end("naam")].strip(" :-()*")
        bekend = kennis.gebieden.find(naam) if naam else None
        if bekend is not None:
            return True, bekend.naam
        duiding = read_duiding((naam,), kennis)
        zegt = duiding.thema or duiding.maat or duiding.landelijk or duiding.totaal
        return True, None if zegt or duiding.jaar else naam or None
    return False, None


def _place_name(rooster: Rooster, nummer: int, label: str) -> str | None:
    """What stands left of the name of the area: the location, where there is one."""
    for kolom in range(1, rooster.label):
        tekst = rooster.tekst.get((nummer, kolom), "")
        if tekst and kolom not in rooster.numeriek and tekst != label:
            return tekst
    return None


def _first_text(rooster: Rooster, nummer: int) -> str:
    for kolom in rooster.gevuld.get(nummer, ()):
        if (nummer, kolom) not in rooster.waarde:
            return rooster.tekst[nummer, kolom]
    return ""
