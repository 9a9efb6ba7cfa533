"""Figures from a table: what its row, its column and its title say, put together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from modellen.cijfer import Cijfer
from pipeline.extraction.cijfers_context import Context, find_context
from pipeline.extraction.cijfers_kop import (
    ZONDER_GROEP,
    Kolom,
    finish_kolommen,
    make_kolommen,
    match_header_line,
    read_kolommen,
    read_titels,
)
from pipeline.extraction.cijfers_rij import Rij, read_rijen
from pipeline.extraction.cijfers_rooster import Rijsoort, make_rooster
from pipeline.extraction.cijfers_samen import (
    Plek,
    find_eenheid,
    find_gebied,
    find_jaar,
    find_maat,
    find_thema,
    qualify,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.document import Cel, Document, Tabel
    from modellen.stuk import Stuk
    from pipeline.extraction.cijfers_kennis import Kennis
    from pipeline.extraction.cijfers_rooster import Rooster

_REGEL = "cijfer.tabel"


@dataclass(slots=True)
class Vorige:
    """The header of the table before, for a table cut by the end of a page."""

    kolommen: dict[int, Kolom] | None = None
    breedte: int = 0
    context: Context | None = None


def read_tabel(
    stuk: Stuk, tabel: Tabel, kennis: Kennis, vorige: Vorige
) -> Iterator[Cijfer]:
    """The figures of a table; none from a table that only holds words and dates."""
    document = stuk.document
    rooster = make_rooster(document, tabel, kennis)
    if rooster is None:
        return
    titels = read_titels(document, rooster, kennis)
    kolommen = {
        k: v
        for k, v in _find_kolommen(rooster, titels, kennis, vorige).items()
        if k not in rooster.leeg or v.duiding.maat or v.duiding.thema
    }
    rijen = _drop_numbering(rooster, kolommen, list(read_rijen(rooster, kennis)))
    context = find_context(stuk, rooster, kolommen, rijen, titels, kennis)
    if context is None:
        return
    if vorige.context is not None and not context.titel.stand:
        context = replace(context, stand=vorige.context.stand)
    vorige.kolommen, vorige.breedte = kolommen, rooster.kolommen
    vorige.context = context if rooster.tabel.blad is None else None
    for rij in rijen:
        kolommen = _stacked(rooster, rij, kolommen, kennis)
        yield from _read_rij(document, rooster, rij, kolommen, context, kennis)


def _find_kolommen(
    rooster: Rooster, titels: tuple[str, ...], kennis: Kennis, vorige: Vorige
) -> dict[int, Kolom]:
    kolommen = read_kolommen(rooster, kennis)
    if any(k.pad for k in kolommen.values()):
        return kolommen
    uit_regel = match_header_line(rooster, titels, kennis)
    if uit_regel is not None:
        return uit_regel
    if vorige.kolommen is not None and vorige.breedte == rooster.kolommen:
        return {k: vorige.kolommen.get(k, Kolom()) for k in kolommen}
    return kolommen


def _drop_numbering(
    rooster: Rooster, kolommen: dict[int, Kolom], rijen: list[Rij]
) -> list[Rij]:
    """Leave out columns that count the rows."""
    for nr in [k for k in kolommen if k < rooster.label]:
        reeks = [w.waarde for r in rijen if (w := rooster.waarde.get((r.nummer, nr)))]
        if reeks[:3] == [Decimal(n) for n in range(1, len(reeks[:3]) + 1)]:
            del kolommen[nr]
    return rijen


def _stacked(
    rooster: Rooster, rij: Rij, kolommen: dict[int, Kolom], kennis: Kennis
) -> dict[int, Kolom]:
    """The columns below a second header further down the sheet."""
    boven = rij.nummer - 1
    koppen: list[int] = []
    while boven > rooster.eerste and rooster.soort[boven] is Rijsoort.KOP:
        koppen.insert(0, boven)
        boven -= 1
    gevuld = {k for r in koppen for k in rooster.gevuld.get(r, ()) if k in kolommen}
    if len(gevuld) * 2 <= len(kolommen) or len(gevuld) < 2:  # noqa: PLR2004 (one word is a note, not a header)
        return kolommen
    nieuw = make_kolommen(rooster, koppen, kennis)
    return {k: nieuw.get(k, kolom) for k, kolom in kolommen.items()}


def _read_rij(
    document: Document,
    rooster: Rooster,
    rij: Rij,
    kolommen: dict[int, Kolom],
    context: Context,
    kennis: Kennis,
) -> Iterator[Cijfer]:
    kolommen = _with_extra(rij, kolommen, kennis)
    plekken = []
    for nr, kolom in kolommen.items():
        hoek = (rij.nummer, nr)
        cel, waarde = rooster.cel.get(hoek), rooster.waarde.get(hoek)
        if cel is None or kolom.duiding.uitgesloten:
            continue
        tekst = rooster.tekst[hoek]
        if waarde is None or (
            waarde.ontbreekt == "leeg" and not context.keeps_empty(rij)
        ):
            continue
        plekken.append(Plek(rij=rij, kolom=kolom, cel=cel, waarde=waarde, tekst=tekst))
    if rij.duiding.uitgesloten or all(p.waarde.ontbreekt == "leeg" for p in plekken):
        return
    for plek in _mark_differences(plekken, context):
        cijfer = _make_cijfer(document, rooster, plek, context)
        if cijfer is not None:
            yield cijfer


def _with_extra(
    rij: Rij, kolommen: dict[int, Kolom], kennis: Kennis
) -> dict[int, Kolom]:
    if not rij.extra:
        return kolommen
    extra = dict(rij.extra)
    paden = {
        k: (*v.pad, extra[k]) if k in extra else v.pad for k, v in kolommen.items()
    }
    nieuw = finish_kolommen(paden, kennis)
    return {k: nieuw[k] if k in extra else v for k, v in kolommen.items()}


def _mark_differences(plekken: list[Plek], context: Context) -> list[Plek]:
    """In a row that sums up, a measure with a minus sign holds differences."""
    if not plekken or plekken[0].rij.gebied or not context.sums_up(plekken[0].rij):
        return plekken
    met_min = {
        p.kolom.duiding.maat
        for p in plekken
        if p.waarde.waarde is not None
        and p.waarde.waarde < 0
        and p.kolom.duiding.maat not in {None, "verschil", "percentage"}
    }
    return [replace(p, verschil=p.kolom.duiding.maat in met_min) for p in plekken]


def _make_cijfer(
    document: Document, rooster: Rooster, plek: Plek, context: Context
) -> Cijfer | None:
    maat, sterk = find_maat(plek, context)
    thema = find_thema(plek, context)
    if thema in ZONDER_GROEP:
        maat = "aantal" if maat not in {"percentage", "verschil"} else maat
    gebied, zeker = find_gebied(plek, context)
    bron = _quoted(rooster, plek)
    if bron is None:
        return None
    jaar, jaartekst = find_jaar(plek, maat, thema, context)
    return Cijfer(
        gebied=gebied,
        thema=thema,
        maat=maat,
        jaar=jaar,
        stand=plek.kolom.duiding.stand or plek.rij.duiding.stand or context.stand,
        waarde=plek.waarde.waarde,
        weergave=plek.tekst,
        eenheid=find_eenheid(plek, maat, thema, context),
        ontbreekt=plek.waarde.ontbreekt,
        kwalificatie=qualify(plek, thema, jaartekst),
        cel=_address(rooster, plek.cel),
        herkomst=document.citeer(
            bron.begin, bron.eind, regel=_REGEL, zekerheid=min(zeker, sterk)
        ),
    )


def _quoted(rooster: Rooster, plek: Plek) -> Cel | None:
    """The cell to quote: an empty one cannot be, so its label stands in for it."""
    if plek.tekst:
        return plek.cel
    rij = plek.cel.rij
    hoek = rooster.bedekt.get((rij, rooster.label), (rij, rooster.label))
    if rooster.tekst.get(hoek):
        return rooster.cel[hoek]
    gevuld = rooster.gevuld.get(rij)
    return rooster.cel[rij, gevuld[0]] if gevuld else None


def _address(rooster: Rooster, cel: Cel) -> str:
    tabel = rooster.tabel
    if "!" in cel.adres or cel.adres.startswith("tabel "):
        return cel.adres
    return (
        f"{tabel.blad}!{cel.adres}"
        if tabel.blad
        else f"tabel {tabel.nummer} {cel.adres}"
    )
