"""Figures in running text: a number with what it counts, and what the sentence says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from modellen.cijfer import Cijfer
from modellen.document import Vorm, Zone
from pipeline.extraction.cijfers_context import find_regio
from pipeline.extraction.cijfers_duiding import (
    Duiding,
    find_stand,
    find_thema,
    read_zinsdeel,
)
from pipeline.extraction.lakmarken import mask
from pipeline.taal.getal import parse_getal
from pipeline.taal.letters import klein
from pipeline.taal.zinnen import zinnen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from modellen.stuk import Stuk
    from pipeline.extraction.cijfers_kennis import Kennis
    from pipeline.rulebook import Regel, Regelboek

_LOPEND = {Zone.HOOFDTEKST, Zone.TEKSTVAK, Zone.VOETNOOT}
_KANS = re.compile(
    r"\d|\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dert|veer|twin|"
    r"tach|honderd|duizend)",
    re.IGNORECASE,
)
_NA_VOORSTE = re.compile(r"(?<=\d)(?![\d.,]).*")
_JAAR = re.compile(r"(?:19|20)\d\d")
_GRENS = re.compile(r"[,;:()]\s|\s(?:en|terwijl|maar|waarvan|waarbij)\s")
_DEEL = re.compile(r"[,;:()]\s")
_VOORNAAM = re.compile(r"\b[A-Z]\.\s?(?:(?:van|de|der|den|ten|ter) ){0,2}$")
_KOP_LENGTE = 34
_TELLINGEN = {"gemeenten", "regio's", "locaties"}
_MATEN = {"opgave", "voorstel", "inbreng", "realisatie", "verschil"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vondst:
    """A number found by a rule, at offsets in its sentence."""

    regel: Regel
    begin: int
    eind: int
    getal: str
    tot: str | None = None
    noemer: str | None = None
    eenheid: str | None = None
    kwalificatie: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Zin:
    """A sentence, what precedes it in its paragraph, the region of the document."""

    stuk: Stuk
    tekst: str
    begin: int
    ervoor: str
    regio: str | None


def read_tekst(stuk: Stuk, regelboek: Regelboek, kennis: Kennis) -> Iterator[Cijfer]:
    """The figures in the running text of a document, in order."""
    tekst = mask(stuk.document.tekst, regelboek)
    regio = find_regio(tekst, kennis)
    for blok in stuk.document.blokken:
        if blok.vorm is Vorm.CEL or blok.zone not in _LOPEND or blok.verborgen:
            continue
        if not _KANS.search(tekst, blok.begin, blok.eind):
            continue
        alinea = tekst[blok.begin : blok.eind]
        for van, tot in zinnen(alinea):
            zin = Zin(
                stuk=stuk,
                tekst=alinea[van:tot],
                begin=blok.begin + van,
                ervoor=alinea[:van],
                regio=regio,
            )
            yield from _read_zin(zin, kennis)


def _read_zin(zin: Zin, kennis: Kennis) -> Iterator[Cijfer]:
    laag = klein(zin.tekst)
    if not _KANS.search(laag):
        return
    vondsten = [v for v in _find_all(laag, kennis) if not _is_kop(zin.tekst, v)]
    for nr, vondst in enumerate(vondsten):
        links = vondsten[nr - 1].eind if nr else 0
        rechts = vondsten[nr + 1].begin if nr + 1 < len(vondsten) else len(laag)
        cijfer = _make_cijfer(zin, vondst, (links, rechts), kennis)
        if cijfer is not None:
            yield cijfer


def _is_kop(zin: str, vondst: Vondst) -> bool:
    """A number that numbers a heading: ``4 Locaties``."""
    rest = zin[vondst.begin + len(vondst.getal) : vondst.eind].strip()
    return vondst.begin == 0 and vondst.getal.isdigit() and rest[:1].isupper()


def _find_all(laag: str, kennis: Kennis) -> list[Vondst]:
    """What the rules find; the first rule that claims a number keeps it."""
    vondsten: list[Vondst] = []
    for regel in kennis.soorten["tekst"]:
        for raak in regel.find(laag):
            groepen = raak.groupdict()
            begin, eind = raak.start("getal"), raak.end()
            if any(v.begin < eind and begin < v.eind for v in vondsten):
                continue
            if _JAAR.fullmatch(groepen["getal"]):
                continue
            kw, kw_begin = _find_kwalificatie(laag, begin, kennis)
            vondst = Vondst(
                regel=regel,
                begin=kw_begin,
                eind=eind,
                getal=groepen["getal"],
                tot=groepen.get("tot"),
                noemer=groepen.get("noemer"),
                eenheid=(groepen.get("eenheid") or "").strip() or None,
                kwalificatie=kw,
            )
            vondsten.append(vondst)
    return sorted(vondsten, key=lambda v: v.begin)


def _find_kwalificatie(laag: str, begin: int, kennis: Kennis) -> tuple[str | None, int]:
    voor = laag[max(0, begin - _KOP_LENGTE) : begin]
    for regel in kennis.soorten["kwalificatie"]:
        raak = regel.vorm.search(voor)
        if raak is not None:
            return raak["kw"], begin - len(voor) + raak.start("kw")
    return None, begin


def _make_cijfer(
    zin: Zin, vondst: Vondst, ruimte: tuple[int, int], kennis: Kennis
) -> Cijfer | None:
    waarde, eenheid = _read_waarde(vondst)
    if waarde is None:
        return None
    document = zin.stuk.document
    deel = _clause(zin.tekst, vondst, ruimte, _GRENS)
    hier, geheel = read_zinsdeel(deel, kennis), read_zinsdeel(zin.tekst, kennis)
    van, tot = zin.begin + vondst.begin, zin.begin + vondst.eind
    gedrukt = document.tekst[van:tot]
    return Cijfer(
        gebied=_find_gebied(zin, _clause(zin.tekst, vondst, ruimte, _DEEL), kennis),
        thema=_find_thema(zin, vondst, ruimte, eenheid, kennis),
        maat=_find_maat(hier, geheel, eenheid),
        jaar=hier.jaar or geheel.jaar,
        stand=find_stand(zin.tekst, zin.stuk.kenmerken.datum, kennis),
        waarde=waarde,
        weergave=_shown(gedrukt, vondst),
        eenheid=eenheid,
        kwalificatie=_qualify(vondst, hier),
        herkomst=document.citeer(
            van, tot, regel=vondst.regel.id, zekerheid=vondst.regel.zekerheid
        ),
    )


def _read_waarde(vondst: Vondst) -> tuple[Decimal | None, str | None]:
    ruw = vondst.getal
    if vondst.tot and "%" in ruw:
        ruw = _NA_VOORSTE.sub("%", ruw, count=1)
    getal = parse_getal("één" if ruw == "een" else ruw)
    if getal is None:
        return None, None
    eenheid = getal.eenheid or vondst.eenheid
    if getal.eenheid == "€" and vondst.eenheid:
        eenheid = f"€ {vondst.eenheid}"
    return getal.waarde, eenheid


def _shown(gedrukt: str, vondst: Vondst) -> str:
    """The number as printed, without the word before it and the unit behind it."""
    kw = len(vondst.kwalificatie or "")
    los = gedrukt[kw:].strip()
    if vondst.noemer or vondst.tot or vondst.eenheid is None:
        return los
    return los[: len(vondst.getal)] if klein(los).startswith(vondst.getal) else los


def _qualify(vondst: Vondst, hier: Duiding) -> str | None:
    delen = [vondst.kwalificatie]
    if vondst.tot and "%" not in vondst.getal:
        delen.append(f"{vondst.getal}-{vondst.tot}")
    elif vondst.tot:
        delen.append(vondst.getal)
    if vondst.noemer:
        delen.append(f"van de {vondst.noemer}")
    delen.append(hier.jaartekst)
    return ", ".join(d for d in delen if d) or None


def _clause(
    zin: str, vondst: Vondst, ruimte: tuple[int, int], grens: re.Pattern[str]
) -> str:
    """The stretch of the sentence around a number, up to the numbers beside it."""
    links, rechts = ruimte
    voor = [m.end() for m in grens.finditer(zin, links, vondst.begin)]
    na = grens.search(zin, vondst.eind, rechts)
    begin = voor[-1] if voor else links
    return zin[begin : na.start() if na else rechts]


def _find_thema(
    zin: Zin,
    vondst: Vondst,
    ruimte: tuple[int, int],
    eenheid: str | None,
    kennis: Kennis,
) -> str | None:
    """The theme behind the number, else before it, else the only one around."""
    if eenheid is not None and eenheid.startswith("€"):
        return "kosten"
    laag = klein(zin.tekst)
    na = _GRENS.search(laag, vondst.eind, ruimte[1])
    achter = laag[vondst.begin : na.start() if na else ruimte[1]]
    for stuk in (achter, _clause(laag, vondst, ruimte, _GRENS)):
        thema = find_thema(stuk, kennis)
        if thema not in {None, "kosten"}:
            return thema
    for stuk in (laag, klein(zin.ervoor)):
        themas = _all_themas(stuk, kennis) - {"kosten", "inwoners"}
        if themas:
            return themas.pop() if len(themas) == 1 else None
    return None


def _all_themas(laag: str, kennis: Kennis) -> set[str]:
    if not kennis.any_thema.search(laag):
        return set()
    return {r.kenmerken["code"] for r in kennis.soorten["thema"] if r.vorm.search(laag)}


def _find_maat(hier: Duiding, geheel: Duiding, eenheid: str | None) -> str:
    if eenheid == "%":
        return "percentage"
    if eenheid in _TELLINGEN or (eenheid or "").startswith("€"):
        return "aantal"
    for duiding in (hier, geheel):
        if duiding.maat in _MATEN and duiding.sterk:
            return duiding.maat
    return "aantal"


def _find_gebied(zin: Zin, deel: str, kennis: Kennis) -> str | None:
    """The one area of the clause, else of the sentence; ``None`` for more."""
    for bron in (deel, zin.tekst):
        namen = _area_names(zin, bron, kennis)
        if namen:
            return namen.pop() if len(namen) == 1 else None
        laag = klein(bron)
        if kennis.has("landelijk", laag):
            return "landelijk"
        if zin.regio and kennis.has("regionaal", laag):
            return zin.regio
    return None


def _area_names(zin: Zin, bron: str, kennis: Kennis) -> set[str]:
    namen = set()
    for raak in kennis.gebieden.search(bron):
        woord = bron[raak.begin : raak.eind]
        voorop = zin.tekst.startswith(bron) and not bron[: raak.begin].strip(" \"'-•")
        if voorop and woord.lower() in kennis.gewone_woorden:
            continue
        if not _VOORNAAM.search(bron[: raak.begin]):
            namen.add(raak.gebied.naam)
    if zin.regio and not namen and zin.regio in bron:
        namen.add(zin.regio)
    return namen
