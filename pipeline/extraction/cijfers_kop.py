"""What heads a column of figures, and what stands above the table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from modellen.document import Vorm
from pipeline.extraction.cijfers_duiding import LEEG, Duiding, read_duiding
from pipeline.extraction.cijfers_groep import find_groepen
from pipeline.extraction.cijfers_rooster import Rijsoort
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Mapping

    from modellen.document import Document
    from pipeline.extraction.cijfers_kennis import Kennis
    from pipeline.extraction.cijfers_rooster import Rooster

ZONDER_GROEP = {"inwoners", "kosten"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """A column of figures: its header path, what it says, the area it may name.

    ``geerfd`` tells that the measure was taken from the group on its left.
    """

    pad: tuple[str, ...] = ()
    duiding: Duiding = LEEG
    gebied: str | None = None
    geerfd: bool = False


def read_kolommen(rooster: Rooster, kennis: Kennis) -> dict[int, Kolom]:
    """The columns of figures with the header rows above the first data."""
    koppen = [r for r, s in rooster.soort.items() if s is Rijsoort.KOP]
    return make_kolommen(rooster, [r for r in koppen if r < rooster.eerste], kennis)


def make_kolommen(
    rooster: Rooster, koppen: list[int], kennis: Kennis
) -> dict[int, Kolom]:
    """The columns as these header rows name them."""
    groepen = find_groepen(rooster, koppen)
    paden = {k: _path(rooster, koppen, k, groepen) for k in rooster.numeriek}
    return finish_kolommen(paden, kennis)


def finish_kolommen(
    paden: Mapping[int, tuple[str, ...]], kennis: Kennis
) -> dict[int, Kolom]:
    """Columns from their paths; a column without a measure takes that of its left."""
    kolommen: dict[int, Kolom] = {}
    vorige: Duiding | None = None
    for kolom, pad in paden.items():
        gebied = _area(pad, kennis)
        duiding = read_duiding(pad, kennis)
        geerfd = False
        if duiding.sterk and not duiding.afgeleid:
            vorige = duiding
        elif _inherits(duiding) and vorige is not None and gebied is None:
            duiding = replace(duiding, maat=vorige.maat, sterk=True)
            geerfd = True
        kolommen[kolom] = Kolom(pad=pad, duiding=duiding, gebied=gebied, geerfd=geerfd)
    return _fill_jaren(kolommen)


def _inherits(duiding: Duiding) -> bool:
    """A theme alone, beside a group that has a measure."""
    return (
        duiding.maat is None
        and (duiding.thema is not None or duiding.totaal)
        and duiding.thema not in ZONDER_GROEP
        and not duiding.uitgesloten
    )


def _fill_jaren(kolommen: dict[int, Kolom]) -> dict[int, Kolom]:
    """Give a column the year that the other columns of its measure share.

    One that took its measure from its left takes the year most of them have.
    """
    jaren: dict[str, Counter[tuple[int | None, str | None]]] = {}
    for kolom in kolommen.values():
        d = kolom.duiding
        if d.maat and d.sterk and (d.jaar or d.jaartekst):
            jaren.setdefault(d.maat, Counter())[d.jaar, d.jaartekst] += 1
    gevuld = {}
    for nr, kolom in kolommen.items():
        d = kolom.duiding
        mogelijk = jaren.get(d.maat or "", Counter())
        open_ = d.sterk and not d.jaar and not d.jaartekst
        if open_ and (len(mogelijk) == 1 or (mogelijk and kolom.geerfd)):
            (jaar, jaartekst), _ = mogelijk.most_common(1)[0]
            d = replace(d, jaar=jaar, jaartekst=jaartekst)
        gevuld[nr] = replace(kolom, duiding=d)
    return gevuld


def _path(
    rooster: Rooster,
    koppen: list[int],
    kolom: int,
    groepen: Mapping[tuple[int, int], str],
) -> tuple[str, ...]:
    pad: list[str] = []
    vorige: tuple[int, int] | None = None
    for rij in koppen:
        hoek = rooster.bedekt.get((rij, kolom), (rij, kolom))
        if hoek == vorige:
            continue
        vorige = hoek
        tekst = groepen.get((rij, kolom)) or rooster.tekst.get(hoek, "")
        tekst = tekst or _from_left(rooster, koppen, rij, kolom)
        if tekst and (not pad or pad[-1] != tekst):
            pad.append(tekst)
    return tuple(pad)


def _from_left(rooster: Rooster, koppen: list[int], rij: int, kolom: int) -> str:
    """The head of a group that was not merged: it stands over its first column only."""
    if rij in rooster.breed:
        return ""
    onder = [r for r in koppen if r > rij]
    if not any(rooster.shown(r, kolom) for r in onder):
        return ""
    for links in range(kolom - 1, rooster.label, -1):
        tekst = rooster.tekst.get((rij, links), "")
        if tekst:
            return tekst if any(rooster.shown(r, links) for r in onder) else ""
    return ""


def _area(pad: tuple[str, ...], kennis: Kennis) -> str | None:
    for tekst in pad:
        gebied = kennis.gebieden.find(tekst)
        if gebied is not None:
            return gebied.naam
    return None


def read_titels(
    document: Document, rooster: Rooster, kennis: Kennis
) -> tuple[str, ...]:
    """What is said above the figures: sheet, lines before the table, rows on top."""
    titels = (
        [rooster.tabel.blad]
        if rooster.tabel.blad
        else _lines_above(document, rooster, kennis)
    )
    for rij, soort in rooster.soort.items():
        if rij >= rooster.eerste:
            break
        if soort is Rijsoort.TITEL:
            titels.append(
                " ".join(rooster.tekst[rij, k] for k in rooster.gevuld.get(rij, ()))
            )
    titels += _corner(rooster, kennis)
    return tuple(titels)


def _corner(rooster: Rooster, kennis: Kennis) -> list[str]:
    """What heads the labels: often the date of the table, or the unit."""
    hoek = [
        rooster.tekst.get((r, rooster.label), "")
        for r, s in rooster.soort.items()
        if s is Rijsoort.KOP and r < rooster.eerste
    ]
    return [
        t
        for t in hoek
        if any(c.isdigit() for c in t) or kennis.has("titeleenheid", klein(t))
    ]


def _lines_above(document: Document, rooster: Rooster, kennis: Kennis) -> list[str]:
    """Short lines straight above a table, from the top down."""
    begin = min(c.begin for c in rooster.tabel.cellen)
    regels: list[str] = []
    grens = kennis.drempels
    eind = begin
    while eind > 0 and len(regels) < grens.titel_regels:
        start = document.tekst.rfind("\n", 0, max(eind - 1, 0)) + 1
        regel = document.tekst[start:eind].strip()
        blok = document.blok_bij(start)
        eind = start
        if blok is None or blok.vorm is Vorm.CEL or len(regel) > grens.titel_lengte:
            break
        if regel:
            regels.append(regel)
    return regels[::-1]


def match_header_line(
    rooster: Rooster, titels: tuple[str, ...], kennis: Kennis
) -> dict[int, Kolom] | None:
    """Columns from a line of words above a table that has no header of its own.

    The line counts only when it holds as many known words as there are columns.
    """
    for regel in reversed(titels):
        woorden = [w for w in klein(regel).split() if _known(w, kennis)]
        if len(woorden) == len(rooster.numeriek) > 1:
            paden = {k: (w,) for k, w in zip(rooster.numeriek, woorden, strict=True)}
            return finish_kolommen(paden, kennis)
    return None


def _known(woord: str, kennis: Kennis) -> bool:
    duiding = read_duiding((woord,), kennis)
    return bool(duiding.maat or duiding.thema or duiding.totaal)
