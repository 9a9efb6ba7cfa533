"""One sheet: its cells as stored, what is merged and what is hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.bladrand import read_margins
from pipeline.readers.werkmap.boek import S, rich_text

if TYPE_CHECKING:
    from lxml import etree

    from pipeline.readers.werkmap.boek import Boek

_ADRES = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MEESTE_CELLEN = 2_000_000
_MEESTE_VERBORGEN = 16384


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruwcel:
    """A cell as stored: raw value, kind (n, t, b, e, d), format and formula.

    ``berekend`` is false for a formula whose result was not stored.
    """

    rij: int
    kolom: int
    waarde: str | None
    soort: str
    formaat: str
    formule: str | None
    berekend: bool = True


@dataclass(slots=True, kw_only=True)
class Werkblad:
    """The cells of a sheet by row and column, from 1; what it prints around them."""

    cellen: dict[tuple[int, int], Ruwcel] = field(default_factory=dict)
    samen: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    bedekt: set[tuple[int, int]] = field(default_factory=set)
    verborgen_rijen: set[int] = field(default_factory=set)
    verborgen_kolommen: set[int] = field(default_factory=set)
    boven: tuple[str, ...] = ()
    onder: tuple[str, ...] = ()


def read_blad(wortel: etree._Element, boek: Boek) -> Werkblad:
    """The cells of a sheet; what its dimension claims is not believed."""
    blad = Werkblad()
    blad.boven, blad.onder = read_margins(wortel)
    for kol in wortel.iterfind(f"{S}cols/{S}col"):
        if kol.get("hidden") in {"1", "true"}:
            eerste, laatste = int(kol.get("min", "1")), int(kol.get("max", "1"))
            blad.verborgen_kolommen.update(
                range(eerste, min(laatste, _MEESTE_VERBORGEN) + 1)
            )
    gedeeld: dict[str, tuple[str, str]] = {}
    rij = 0
    for regel in wortel.iterfind(f"{S}sheetData/{S}row"):
        rij = int(regel.get("r") or rij + 1)
        if regel.get("hidden") in {"1", "true"}:
            blad.verborgen_rijen.add(rij)
        _read_row(regel, rij, blad, boek, gedeeld)
        if len(blad.cellen) > _MEESTE_CELLEN:
            raise MemoryError
    for samen in wortel.iterfind(f"{S}mergeCells/{S}mergeCell"):
        _merge(samen.get("ref", ""), blad)
    return blad


def address(rij: int, kolom: int) -> str:
    """The address of a cell, such as D14."""
    letters = ""
    while kolom:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{rij}"


def position(adres: str) -> tuple[int, int] | None:
    """Row and column of an address."""
    gevonden = _ADRES.fullmatch(adres.replace("$", ""))
    if gevonden is None:
        return None
    kolom = 0
    for letter in gevonden.group(1):
        kolom = kolom * 26 + ord(letter) - 64
    return int(gevonden.group(2)), kolom


def _read_row(
    regel: etree._Element,
    rij: int,
    blad: Werkblad,
    boek: Boek,
    gedeeld: dict[str, tuple[str, str]],
) -> None:
    kolom = 0
    for c in regel:
        if c.tag != f"{S}c":
            continue
        plek = position(c.get("r") or "")
        kolom = plek[1] if plek else kolom + 1
        cel = _read_cell(c, rij, kolom, boek, gedeeld)
        if cel is not None:
            blad.cellen[rij, kolom] = cel


def _read_cell(
    c: etree._Element,
    rij: int,
    kolom: int,
    boek: Boek,
    gedeeld: dict[str, tuple[str, str]],
) -> Ruwcel | None:
    waarde = formule = None
    soort = c.get("t", "n")
    for kind in c:
        if kind.tag == f"{S}v":
            waarde = kind.text
        elif kind.tag == f"{S}f":
            formule = _formula(kind, address(rij, kolom), gedeeld)
        elif kind.tag == f"{S}is":
            waarde, soort = rich_text(kind), "str"
    if waarde is None and formule is None:
        return None
    if soort == "s" and waarde is not None:
        index = int(waarde)
        waarde = boek.teksten[index] if 0 <= index < len(boek.teksten) else ""
    if soort in {"s", "str", "inlineStr"}:
        soort = "t"
    stijl = int(c.get("s", "0"))
    formaat = boek.formaten[stijl] if stijl < len(boek.formaten) else "General"
    return Ruwcel(
        rij=rij,
        kolom=kolom,
        waarde=waarde,
        soort=soort,
        formaat=formaat,
        formule=formule,
        berekend=formule is None or waarde is not None,
    )


def _formula(
    f: etree._Element, adres: str, gedeeld: dict[str, tuple[str, str]]
) -> str | None:
    """The formula with its ``=``; a shared one is moved to where it stands."""
    tekst = f.text or ""
    sleutel = f.get("si")
    if f.get("t") == "shared" and sleutel is not None:
        if tekst:
            gedeeld[sleutel] = (tekst, adres)
        elif sleutel in gedeeld:
            # Only shared formulas need it, and it is slow to load.
            from openpyxl.formula.translate import Translator  # noqa: PLC0415

            bron, vanaf = gedeeld[sleutel]
            return str(Translator(f"={bron}", origin=vanaf).translate_formula(adres))
    return f"={tekst}" if tekst else None


def _merge(verwijzing: str, blad: Werkblad) -> None:
    begin, _, eind = verwijzing.partition(":")
    van, tot = position(begin), position(eind or begin)
    if van is None or tot is None:
        return
    hoog, breed = tot[0] - van[0] + 1, tot[1] - van[1] + 1
    if hoog < 1 or breed < 1 or hoog * breed > 100_000:  # noqa: PLR2004 whole columns are no cell
        return
    blad.samen[van] = (hoog, breed)
    blad.bedekt.update(
        (r, k)
        for r in range(van[0], tot[0] + 1)
        for k in range(van[1], tot[1] + 1)
        if (r, k) != van
    )
