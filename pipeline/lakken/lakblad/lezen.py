"""Reads a lakblad as a person left it: every row that does not hold is named."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import openpyxl

from modellen.lakblad import Beoordeling, Keuze, Lakblad, Lakregel, Woodocument
from modellen.plaats import Kader, OpPagina
from pipeline.errors import LakbladError
from pipeline.lakken.lakblad.samenhang import find_contradictions, share_decisions
from pipeline.lakken.lakblad.vorm import DOCUMENTEN, FEITEN, MARKERINGEN, MENS, WET
from pipeline.lakken.personenblad import BLAD as PERSONEN
from pipeline.lakken.personenblad import read_personen
from pipeline.lakken.werkblad import rows, text, whole
from pipeline.taal.grondcode import find_code

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

_MEESTE_KLACHTEN = 40


def read_lakblad(pad: Path, gronden: Iterable[str]) -> Lakblad:
    """The sheet as a person left it, decisions on a person or passage passed on.

    Raises ``LakbladError`` that names every row that is missing, changed, unknown or
    contradicts itself or another; nothing is guessed.
    """
    try:
        boek = openpyxl.load_workbook(pad)
        feiten = _load_facts(boek[FEITEN])
        bladen = [boek[naam] for naam in (DOCUMENTEN, MARKERINGEN, MENS, PERSONEN)]
    except (OSError, KeyError, ValueError, BadZipFile) as fout:
        raise LakbladError(
            f"{pad.name} is geen lakblad dat verwerk heeft gemaakt. "
            "Maak het opnieuw met 'verwerk woo voorstel'."
        ) from fout
    klachten: list[str] = []
    codes = frozenset(gronden)
    documenten = tuple(_read_documents(bladen[0], feiten, codes, klachten))
    over = {r["id"]: r for r in feiten["regels"]}
    regels = tuple(
        regel
        for blad in bladen[1:3]
        for regel in _read_regels(blad, over, codes, klachten)
    )
    personen = read_personen(bladen[3], klachten)
    klachten += [
        f"de regel over '{r['soort']}' in document {r['nummer']} is verwijderd"
        for r in over.values()
    ]
    regels = share_decisions(regels, personen, klachten)
    klachten += find_contradictions(documenten, regels)
    complain(pad.name, klachten)
    return Lakblad(
        map_=feiten["map"], documenten=documenten, regels=regels, personen=personen
    )


def complain(naam: str, klachten: list[str]) -> None:
    """Raise ``LakbladError`` with the first complaints, if there are any."""
    if not klachten:
        return
    lijst = "\n".join(f"  - {k}" for k in klachten[:_MEESTE_KLACHTEN])
    meer = len(klachten) - _MEESTE_KLACHTEN
    slot = f"\n  en nog {meer}" if meer > 0 else ""
    raise LakbladError(f"Het lakblad {naam} is niet in orde:\n{lijst}{slot}")


def _load_facts(blad: Worksheet) -> dict[str, Any]:
    """What was hidden, a row for each; raises ``ValueError`` when it is damaged."""
    feiten: dict[str, Any] = {"map": "", "documenten": [], "regels": []}
    for soort, tekst, *_ in blad.iter_rows(values_only=True):
        waarde = json.loads(str(tekst))
        if soort == "map":
            feiten["map"] = waarde
        else:
            feiten[str(soort)].append(waarde)
    return feiten


def _read_documents(
    blad: Worksheet,
    feiten: dict[str, Any],
    codes: Collection[str],
    klachten: list[str],
) -> Iterator[Woodocument]:
    vast = {d["nummer"]: d for d in feiten["documenten"]}
    for plek, rij in rows(blad):
        waar = f"{blad.title}, rij {plek}"
        feit = vast.pop(text(rij.get("nummer")), None)
        if feit is None:
            klachten.append(f"{waar}: dit nummer is niet bekend, of staat er twee keer")
            continue
        oordeel = text(rij.get("beoordeling")).lower()
        if oordeel not in set(Beoordeling):
            klachten.append(
                f"{waar}: '{oordeel}' is geen beoordeling; kies uit "
                f"{', '.join(b for b in Beoordeling if b)}"
            )
            continue
        gronden, fout = _read_codes(text(rij.get("gronden")), codes)
        klachten += [f"{waar}: '{f}' is geen grondslag van de Woo" for f in fout]
        yield _make_document(rij, feit, Beoordeling(oordeel), gronden)
    klachten += [f"document {nummer} is van het blad verdwenen" for nummer in vast]


def _make_document(
    rij: dict[str, Any], feit: dict[str, Any], oordeel: Beoordeling, gronden: list[str]
) -> Woodocument:
    datum = text(rij.get("datum"))[:10]
    return Woodocument(
        nummer=feit["nummer"],
        document=feit["document"],
        bestand=feit["bestand"],
        sha256=feit["sha256"],
        titel=text(rij.get("titel")),
        soort=text(rij.get("soort")),
        datum=date.fromisoformat(datum) if datum else None,
        pagina_van=feit["van"],
        pagina_tot=feit["tot"],
        afzender=text(rij.get("afzender")),
        ontvanger=text(rij.get("ontvanger")),
        dubbel_van=feit["dubbel"],
        beoordeling=oordeel,
        gronden=tuple(gronden),
        link=text(rij.get("link")),
        toelichting=text(rij.get("toelichting")),
    )


def _read_codes(tekst: str, codes: Collection[str]) -> tuple[list[str], list[str]]:
    """The codes in a cell with several grounds, and the pieces that are none."""
    goed: list[str] = []
    fout: list[str] = []
    for stuk in re.split(r"[;\n]|,(?=\s*(?:art|5))", tekst):
        if stuk.strip():
            code = read_code(stuk.strip(), codes)
            (goed.append(code) if code else fout.append(stuk.strip()))
    return goed, fout


def read_code(tekst: str, codes: Collection[str]) -> str | None:
    """The code of a ground as written in a cell, or ``None`` when it is none."""
    if tekst in codes:
        return tekst
    code = find_code(tekst)
    return code if code in codes else None


def _read_regels(
    blad: Worksheet,
    over: dict[str, Any],
    codes: Collection[str],
    klachten: list[str],
) -> Iterator[Lakregel]:
    """The rows of a sheet; of ``over``, by identity, what was read is taken out."""
    for plek, rij in rows(blad):
        waar = f"{blad.title}, rij {plek}"
        feit = over.pop(text(rij.get("id")), None)
        if feit is None:
            klachten.append(f"{waar}: deze regel is niet bekend, of staat er twee keer")
            continue
        if text(rij.get("tekst")) != feit["tekst"].strip():
            klachten.append(f"{waar}: de tekst is gewijzigd")
            continue
        keuze, gedrukt = text(rij.get("besluit")).lower(), text(rij.get("grond"))
        if keuze not in set(Keuze):
            klachten.append(f"{waar}: '{keuze}' is geen besluit; kies uit de lijst")
            continue
        grond = read_code(gedrukt, codes)
        if grond is None and keuze != Keuze.NIET:
            klachten.append(
                f"{waar}: '{gedrukt or 'leeg'}' is geen grondslag van de Woo"
            )
            continue
        yield _make_regel(rij, feit, Keuze(keuze), grond or gedrukt)


def _make_regel(
    rij: dict[str, Any], feit: dict[str, Any], keuze: Keuze, grond: str
) -> Lakregel:
    door = text(rij.get("door"))
    return Lakregel(
        id=feit["id"],
        nummer=feit["nummer"],
        document=feit["document"],
        pagina=whole(rij.get("pagina")),
        begin=feit["begin"],
        tekst=feit["ruw"],
        omgeving=text(rij.get("omgeving")),
        soort=feit["soort"],
        grond=grond,
        reden=text(rij.get("reden")),
        zekerheid=float(rij.get("zekerheid") or 0),
        persoon=text(rij.get("persoon")),
        groep=feit["groep"],
        passage=feit["passage"],
        keuze=keuze,
        motivering=text(rij.get("motivering")),
        door=door,
        gemerkt=feit.get("merk") == [keuze.value, grond, door],
        wet=text(rij.get(WET)),
        vlak=_read_area(feit.get("vlak")),
    )


def _read_area(feit: list[float] | None) -> OpPagina | None:
    """The place of a picture; sheets of before it could be proposed have none."""
    if not feit:
        return None
    pagina, *kader = feit
    return OpPagina(int(pagina), Kader(*kader))
