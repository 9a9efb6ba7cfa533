"""Figures from a table: what its row, its column and its title say, put together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from modellen.cijfer import Cijfer
from pipeline.extraction.cijfers_context import Context, find_context
from pipeline.extraction.cijfers_duiding import TOTAAL, read_duiding
from pipeline.extraction.cijfers_kop import (
    Kolom,
    finish_kolommen,
    make_kolommen,
    match_header_line,
    read_kolommen,
    read_titels,
)
from pipeline.extraction.cijfers_rij import Rij, read_rijen
from pipeline.extraction.cijfers_rooster import Rijsoort, make_rooster

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.document import Cel, Document, Tabel
    from modellen.stuk import Stuk
    from pipeline.extraction.cijfers_kennis import Kennis
    from pipeline.extraction.cijfers_rooster import Rooster
    from pipeline.extraction.cijfers_waarde import Waarde

_REGEL = "cijfer.tabel"
_TWIJFEL = 0.6
_GEERFD = 0.9
_ONBEKEND_GEBIED = 0.7
_DERDEN = {"inwoners", "kosten"}
_BREUK = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """A figure in the making: its cell and the row and column that name it."""

    rij: Rij
    kolom: Kolom
    cel: Cel
    waarde: Waarde
    tekst: str
    verschil: bool = False


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
    kolommen = _find_kolommen(rooster, titels, kennis, vorige)
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
    koppen = []
    while boven > rooster.eerste and rooster.soort[boven] is Rijsoort.KOP:
        koppen.insert(0, boven)
        boven -= 1
    gevuld = {k for r in koppen for k in rooster.gevuld.get(r, ()) if k in kolommen}
    if len(gevuld) * 2 <= len(kolommen) or len(gevuld) < 2:  # noqa: PLR2004 (one word is a note, not a header)
        return kolommen
    nieuw = make_kolommen(rooster, koppen, kennis)
    return {k: nieuw[k] if k in nieuw else kolom for k, kolom in kolommen.items()}


def _read_rij(  # noqa: PLR0913 (a row needs its table)
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
        if waarde is None or (waarde.ontbreekt == "leeg" and not context.keeps_empty(rij)):
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
    paden = {k: (*v.pad, extra[k]) if k in extra else v.pad for k, v in kolommen.items()}
    nieuw = finish_kolommen(paden, kennis)
    return {k: nieuw[k] if k in extra else v for k, v in kolommen.items()}


def _mark_differences(plekken: list[Plek], context: Context) -> list[Plek]:
    """In a row that sums up, a measure with a minus sign holds differences throughout."""
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
    maat, sterk = _find_maat(plek, context)
    thema = _find_thema(plek, context)
    if thema in _DERDEN:
        maat = "aantal" if maat not in {"percentage", "verschil"} else maat
    gebied, zeker = _find_gebied(plek, context)
    bron = _quoted(rooster, plek)
    if bron is None:
        return None
    jaar, jaartekst = _find_jaar(plek, maat, thema, context)
    return Cijfer(
        gebied=gebied,
        thema=thema,
        maat=maat,
        jaar=jaar,
        stand=plek.kolom.duiding.stand or plek.rij.duiding.stand or context.stand,
        waarde=plek.waarde.waarde,
        weergave=plek.tekst,
        eenheid=_find_eenheid(plek, maat, thema, context),
        ontbreekt=plek.waarde.ontbreekt,
        kwalificatie=_qualify(plek, thema, jaartekst),
        cel=_address(rooster, plek.cel),
        herkomst=document.citeer(
            bron.begin, bron.eind, regel=_REGEL, zekerheid=min(zeker, sterk)
        ),
    )


def _find_maat(plek: Plek, context: Context) -> tuple[str, float]:
    """The measure and how sure it is; the sign in the cell wins over the label."""
    rij, kolom = plek.rij.duiding, plek.kolom.duiding
    if plek.waarde.eenheid == "%":
        zeker = rij.maat if rij.afgeleid else kolom.maat
        return "percentage", 1.0 if zeker in {None, "percentage"} else _TWIJFEL
    if plek.verschil:
        return "verschil", 1.0 if rij.maat == "verschil" else _TWIJFEL
    for duiding in (rij, kolom):
        if duiding.afgeleid and duiding.maat:
            return duiding.maat, 1.0
    if kolom.maat and kolom.nuance and not kolom.sterk:
        return kolom.maat, 1.0
    for duiding in (kolom, rij, plek.rij.over, context.titel):
        if duiding.maat and duiding.sterk and not duiding.afgeleid:
            geerfd = duiding is kolom and plek.kolom.geerfd
            return duiding.maat, _GEERFD if geerfd else 1.0
    return "aantal", 1.0 if kolom.maat or rij.maat else _GEERFD


def _find_thema(plek: Plek, context: Context) -> str | None:
    rij, kolom, over = plek.rij.duiding, plek.kolom.duiding, plek.rij.over
    if kolom.thema in _DERDEN:
        return kolom.thema
    if context.as_ == "rij":
        return (
            kolom.thema
            or rij.thema
            or over.thema
            or (TOTAAL if kolom.totaal else None)
            or context.titel.thema
        )
    if rij.thema or kolom.thema:
        return rij.thema or kolom.thema
    if rij.totaal or kolom.totaal:
        return TOTAAL
    return over.thema or context.titel.thema


def _find_gebied(plek: Plek, context: Context) -> tuple[str | None, float]:
    rij = plek.rij
    if rij.gebied:
        return rij.gebied, 1.0
    if context.as_ == "kolom":
        return plek.kolom.gebied or context.geheel, 1.0
    if context.as_ is None:
        landelijk = rij.duiding.landelijk or context.titel.landelijk
        return ("landelijk" if landelijk else context.gebied), 1.0
    if rij.duiding.landelijk and not plek.verschil and plek.waarde.eenheid != "%":
        return "landelijk", 1.0
    if rij.naam:
        return rij.naam, 1.0
    if context.sums_up(rij):
        return context.area_of(rij), 1.0
    return rij.label, _ONBEKEND_GEBIED


def _find_jaar(
    plek: Plek, maat: str, thema: str | None, context: Context
) -> tuple[int | None, str | None]:
    rij, kolom = plek.rij.duiding, plek.kolom.duiding
    for duiding in (kolom, rij, plek.rij.over):
        if duiding.jaar or duiding.jaartekst:
            return duiding.jaar, duiding.jaartekst
    stand = kolom.stand or rij.stand
    if stand is None and maat == "realisatie":
        stand = context.stand
    if stand is not None and (maat == "realisatie" or thema in _DERDEN):
        return stand.year, None
    if maat == "realisatie" or thema in _DERDEN:
        return None, None
    return context.titel.jaar, context.titel.jaartekst


def _find_eenheid(
    plek: Plek, maat: str, thema: str | None, context: Context
) -> str | None:
    if plek.waarde.eenheid == "%":
        return "%"
    if maat == "percentage":
        return None if _is_fraction(plek.waarde.waarde) else "%"
    if thema == "inwoners":
        return "inwoners"
    eigen = plek.kolom.duiding.eenheid or plek.rij.duiding.eenheid
    if eigen and eigen != "%":
        return eigen
    return plek.waarde.eenheid or (None if thema == "kosten" else context.eenheid)


def _is_fraction(waarde: Decimal | None) -> bool:
    """A share written as 0,82, without a sign."""
    return waarde is not None and waarde % 1 != 0 and abs(waarde) < _BREUK


def _qualify(plek: Plek, thema: str | None, jaartekst: str | None) -> str | None:
    nuances = [
        plek.waarde.kwalificatie,
        jaartekst,
        plek.kolom.duiding.nuance,
        None if plek.rij.gebied else plek.rij.duiding.nuance,
        plek.rij.over.thema if thema == TOTAAL and plek.rij.duiding.totaal else None,
        plek.rij.plek,
    ]
    return ", ".join(dict.fromkeys(n for n in nuances if n)) or None


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
    return f"{tabel.blad}!{cel.adres}" if tabel.blad else f"tabel {tabel.nummer} {cel.adres}"
