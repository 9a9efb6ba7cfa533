"""The puzzle put together anew: goals from the latest table, proposals from the forms.

Nothing is guessed: a number that no form gives stays open and is told.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from modellen.puzzel import THEMAS, Opmerking, Puzzel, Puzzelregel
from modellen.stuk import Soort
from pipeline.audit.cijfers.inzending import find_afzender
from pipeline.audit.cijfers.kruis import stands
from pipeline.audit.cijfers.rooster import GEHEEL, is_range, shown_number
from pipeline.audit.cijfers.standen import find_geheel, find_tabelstanden

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from modellen.cijfer import Cijfer
    from modellen.cijferverslag import Tabelstand
    from modellen.dossier import Dossier

_ASIELDELEN = ("azc", "noodopvang", "cno_tgo")
_OEKRAINE = ("goo", "poo")
_NUL = Decimal(0)


def make_puzzel(dossier: Dossier, stand: date, jaar: int | None) -> Puzzel | None:
    """The puzzle of a year on a day; ``None`` when there is no form and no table."""
    tabellen = [s for s in stands(dossier) if s.stand is None or s.stand <= stand]
    tabel = next((t for t in tabellen if _has_goals(t)), None)
    opmerkingen: list[Opmerking] = []
    vormen = _forms_by_area(dossier, stand, tabellen, opmerkingen)
    if tabel is None and not vormen:
        return None
    jaar = jaar or _find_jaar(tabel, vormen.values(), stand)
    inwoners = _inhabitants(dossier, tabel)
    gebieden = _areas(dossier, tabel) or sorted(vormen)
    gebieden += [g for g in sorted(vormen) if g not in gebieden]
    regels = tuple(
        _make_regel(g, tabel, vormen.get(g), jaar, inwoners.get(g), opmerkingen)
        for g in gebieden
    )
    return Puzzel(
        stand=stand,
        jaar=jaar,
        regels=regels,
        opmerkingen=tuple(opmerkingen),
        tabel=tabel.bestand if tabel else None,
    )


def _has_goals(tabel: Tabelstand) -> bool:
    return sum(c.maat == "opgave" and c.thema in THEMAS for c in tabel.cijfers) > 1


def _forms_by_area(
    dossier: Dossier,
    stand: date,
    tabellen: list[Tabelstand],
    opmerkingen: list[Opmerking],
) -> dict[str, Tabelstand]:
    """The latest form of each gemeente up to the day."""
    soorten = {k.id: k.soort for k in dossier.documenten}
    vormen: dict[str, Tabelstand] = {}
    for vorm in find_tabelstanden(dossier):
        if soorten[vorm.document] is not Soort.FORMULIER:
            continue
        gebied = next((c.gebied for c in vorm.cijfers if c.gebied), None)
        if gebied is None:
            gebied, _ = find_afzender(vorm, tabellen)
            wie = gebied or "onbekend"
            tekst = (
                f"'{vorm.bestand}' noemt geen gemeente; op grond van de cijfers is "
                f"het {gebied}. Controleer dat."
                if gebied
                else f"'{vorm.bestand}' noemt geen gemeente en is niet gebruikt."
            )
            opmerkingen.append(Opmerking(gebied=wie, soort="afzender", tekst=tekst))
        if gebied is None:
            continue
        if vorm.stand is not None and vorm.stand > stand:
            tekst = f"'{vorm.bestand}' is van na de stand en is niet gebruikt."
            opmerkingen.append(Opmerking(gebied=gebied, soort="later", tekst=tekst))
            continue
        _keep_latest(vormen, gebied, vorm, opmerkingen)
    return vormen


def _keep_latest(
    vormen: dict[str, Tabelstand],
    gebied: str,
    vorm: Tabelstand,
    opmerkingen: list[Opmerking],
) -> None:
    oud = vormen.get(gebied)
    if oud is not None and str(oud.stand or "") >= str(vorm.stand or ""):
        oud, vorm = vorm, oud
    vormen[gebied] = vorm
    if oud is not None:
        tekst = f"'{oud.bestand}' is vervangen door '{vorm.bestand}'."
        opmerkingen.append(Opmerking(gebied=gebied, soort="vervangen", tekst=tekst))


def _find_jaar(
    tabel: Tabelstand | None, vormen: Iterable[Tabelstand], stand: date
) -> int:
    """The year of the goals, else the first year that most forms propose for."""
    bronnen = [tabel.cijfers] if tabel else [v.cijfers for v in vormen]
    telling = Counter(
        c.jaar for cijfers in bronnen for c in cijfers if c.maat == "opgave" and c.jaar
    )
    return telling.most_common(1)[0][0] if telling else stand.year + 1


def _areas(dossier: Dossier, tabel: Tabelstand | None) -> list[str]:
    if tabel is None:
        return []
    buiten = {*GEHEEL, find_geheel(dossier)}
    return [
        g
        for g in dict.fromkeys(c.gebied for c in tabel.cijfers)
        if g and g not in buiten
    ]


def _inhabitants(dossier: Dossier, tabel: Tabelstand | None) -> dict[str, Decimal]:
    if tabel is None:
        return {}
    return {
        c.gebied: c.waarde
        for c in dossier.cijfers
        if c.herkomst.document == tabel.document
        and c.thema == "inwoners"
        and c.gebied
        and c.waarde is not None
    }


def _make_regel(
    gebied: str,
    tabel: Tabelstand | None,
    vorm: Tabelstand | None,
    jaar: int,
    inwoners: Decimal | None,
    opmerkingen: list[Opmerking],
) -> Puzzelregel:
    bron: dict[str, tuple[Cijfer, ...]] = {}
    opgave = _from_table(gebied, tabel, jaar, bron)
    voorstel: dict[str, Decimal] = {}
    if vorm is None:
        tekst = "Er is geen formulier ontvangen; het voorstel is leeg."
        opmerkingen.append(Opmerking(gebied=gebied, soort="ontbreekt", tekst=tekst))
    else:
        voorstel = _from_form(gebied, vorm, "voorstel", jaar, bron, opmerkingen)
        if not opgave:
            opgave = _from_form(gebied, vorm, "opgave", jaar, bron, opmerkingen)
        opmerkingen += [
            Opmerking(
                gebied=gebied,
                soort="ontbreekt",
                tekst=f"Het formulier geeft geen voorstel voor {t} in {jaar}.",
            )
            for t in THEMAS
            if t not in voorstel
        ]
    return Puzzelregel(
        gebied=gebied,
        inwoners=inwoners,
        opgave=opgave,
        voorstel=voorstel,
        formulier=vorm.bestand if vorm else None,
        bron=bron,
    )


def _from_table(
    gebied: str,
    tabel: Tabelstand | None,
    jaar: int,
    bron: dict[str, tuple[Cijfer, ...]],
) -> dict[str, Decimal]:
    """The goals as the table has them, unrounded where it is a workbook."""
    opgave: dict[str, Decimal] = {}
    for c in tabel.cijfers if tabel else ():
        past = c.gebied == gebied and c.maat == "opgave" and c.jaar in {jaar, None}
        if past and c.thema in THEMAS and c.waarde is not None:
            opgave.setdefault(str(c.thema), c.waarde)
            bron.setdefault(f"opgave {c.thema}", (c,))
    return opgave


def _from_form(
    gebied: str,
    vorm: Tabelstand,
    maat: str,
    jaar: int,
    bron: dict[str, tuple[Cijfer, ...]],
    opmerkingen: list[Opmerking],
) -> dict[str, Decimal]:
    """The numbers of one column of a form, put in the themes of the puzzle."""
    hier = {
        _line(c): c
        for c in vorm.cijfers
        if c.maat == maat
        and c.jaar in {jaar, None}
        and c.waarde is not None
        and not is_range(c)
    }
    uit: dict[str, Decimal] = {}
    oekraine = [hier[t] for t in _OEKRAINE if t in hier] or [
        hier[t] for t in ("oekraine",) if t in hier
    ]
    if oekraine:
        uit["oekraine"] = sum((shown_number(c) for c in oekraine), _NUL)
        bron[f"{maat} oekraine"] = tuple(oekraine)
    if "amv" in hier:
        uit["amv"] = shown_number(hier["amv"])
        bron[f"{maat} amv"] = (hier["amv"],)
    asiel = _asylum(hier)
    if asiel is not None:
        waarde, cijfers, uitleg = asiel
        uit["asiel"] = waarde
        bron[f"{maat} asiel"] = cijfers
        if uitleg:
            opmerkingen.append(Opmerking(gebied=gebied, soort="keuze", tekst=uitleg))
    return uit


def _line(c: Cijfer) -> str:
    """The line of a form: a theme, with the total of asiel told apart."""
    over = (c.kwalificatie or "").split(", ")
    if c.thema == "asiel" or (c.thema == "totaal" and "asiel" in over):
        return "totaal asiel"
    return str(c.thema)


def _asylum(
    hier: dict[str, Cijfer],
) -> tuple[Decimal, tuple[Cijfer, ...], str] | None:
    """Asylum without amv: whether amv was inside or on top shows from the total."""
    delen = [hier[t] for t in _ASIELDELEN if t in hier]
    totaal, amv = hier.get("totaal asiel"), hier.get("amv")
    kop = shown_number(amv) if amv else _NUL
    if not delen and totaal is None:
        return None
    rest = sum((shown_number(c) for c in delen), _NUL)
    heel = shown_number(totaal) if totaal else rest
    bron = tuple(c for c in (*delen, totaal) if c is not None)
    if not kop or (delen and heel == rest + kop):
        return (rest if delen else heel), bron, ""
    uitleg = (
        f"Amv ({kop:f}) is gelezen als deel van het totaal asiel ({heel:f}); asiel is "
        f"dus {heel - kop:f}. Vraag na of dat zo bedoeld is."
    )
    return heel - kop, (*bron, *((amv,) if amv else ())), uitleg
