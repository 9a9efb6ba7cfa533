"""Reads a workbook: each sheet a page and a table."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from modellen.document import Eigenschappen, Pagina, Zone
from modellen.lezing import Gelezen
from modellen.plaats import InCel
from pipeline.bladnaam import is_given
from pipeline.readers.kenmerken import core_properties
from pipeline.readers.opbouw import Bouwer
from pipeline.readers.pakket import Pakket
from pipeline.readers.tekens import one_line
from pipeline.readers.werkmap.blad import address, read_blad
from pipeline.readers.werkmap.boek import S, read_boek, rich_text
from pipeline.readers.werkmap.weergave import is_date_format, show_value

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from modellen.document import Bron
    from pipeline.readers.werkmap.blad import Ruwcel, Werkblad
    from pipeline.readers.werkmap.boek import Bladwijzer, Boek
    from pipeline.settings import Grenzen

_WAAR = {"1": "WAAR", "0": "ONWAAR"}
_RUIM_GEBIED = 400_000


def read_xlsx(pad: Path, bron: Bron, grenzen: Grenzen) -> Gelezen:
    """The sheets of a workbook with stored and displayed values; macros never run.

    Raises ``InvoerError`` when the package is damaged, encrypted or a bomb.
    """
    with Pakket(pad, bron.bestand.rsplit("/", 1)[-1], grenzen) as pakket:
        boek = read_boek(pakket)
        bouwer = Bouwer(bron)
        bladen = {w.naam: read_blad(pakket.xml(w.deel), boek) for w in boek.bladen}
        _compute(bladen)
        paginas = []
        for nummer, wijzer in enumerate(boek.bladen, 1):
            paginas.append(Pagina(nummer=nummer))
            blad = bladen[wijzer.naam]
            naam = [one_line(wijzer.naam)] if is_given(wijzer.naam) else []
            _margin(bouwer, wijzer, nummer, (*naam, *blad.boven), Zone.KOPTEKST)
            _Blad(bouwer, boek, wijzer, nummer).write(blad)
            _margin(bouwer, wijzer, nummer, blad.onder, Zone.VOETTEKST)
            _comments(pakket, wijzer, nummer, bouwer)
        titel, gewijzigd = core_properties(pakket)
        eigenschappen = Eigenschappen(titel=titel, gewijzigd=gewijzigd)
        return Gelezen(document=bouwer.build(tuple(paginas), eigenschappen))


def _margin(
    bouwer: Bouwer, wijzer: Bladwijzer, nummer: int, teksten: Iterable[str], zone: Zone
) -> None:
    """What pages show beside the cells: the name that a person gave, head and foot."""
    for tekst in teksten:
        plaats = InCel(wijzer.naam, "A1", nummer)
        bouwer.blok(tekst, plaats, zone=zone, verborgen=wijzer.verborgen)


def _compute(bladen: dict[str, Werkblad]) -> None:
    """Work out what has a formula but no stored result."""
    open_ = [
        n for n, b in bladen.items() if any(not c.berekend for c in b.cellen.values())
    ]
    if open_:
        # Most workbooks were saved by Excel and need none of it.
        from pipeline.readers.werkmap.rekenen import Rekenaar  # noqa: PLC0415

        rekenaar = Rekenaar(bladen)
        for naam in open_:
            rekenaar.fill(naam)


class _Blad:
    """Writes the cells of one sheet to the document."""

    def __init__(
        self, bouwer: Bouwer, boek: Boek, wijzer: Bladwijzer, nummer: int
    ) -> None:
        self._bouwer = bouwer
        self._boek = boek
        self._wijzer = wijzer
        self._nummer = nummer

    def write(self, blad: Werkblad) -> None:
        """One table with the rows and columns in use."""
        gevuld = [p for p, c in blad.cellen.items() if c.waarde or c.formule]
        gevuld = [p for p in gevuld if p not in blad.bedekt]
        if not gevuld:
            return
        laatste = max(k for _, k in gevuld)
        rijen = sorted({r for r, _ in gevuld})
        # Far-flung cells would make a grid of millions: then only cells in use count.
        dicht = (rijen[-1] - rijen[0] + 1) * laatste <= _RUIM_GEBIED
        self._bouwer.open_tabel(self._wijzer.naam)
        per_rij: dict[int, list[int]] = {}
        for rij, kolom in sorted(gevuld):
            per_rij.setdefault(rij, []).append(kolom)
        for rij in range(rijen[0], rijen[-1] + 1) if dicht else rijen:
            kolommen = range(1, laatste + 1) if dicht else per_rij[rij]
            for kolom in kolommen:
                if (rij, kolom) not in blad.bedekt:
                    self._cell(blad, rij, kolom)
        self._bouwer.close_tabel()

    def _cell(self, blad: Werkblad, rij: int, kolom: int) -> None:
        ruw = blad.cellen.get((rij, kolom))
        verborgen = (
            self._wijzer.verborgen
            or rij in blad.verborgen_rijen
            or kolom in blad.verborgen_kolommen
        )
        adres = address(rij, kolom)
        plaats = InCel(self._wijzer.naam, adres, self._nummer)
        self._bouwer.open_cel(rij)
        self._bouwer.blok(self._text(ruw), plaats, verborgen=verborgen)
        hoog, breed = blad.samen.get((rij, kolom), (1, 1))
        self._bouwer.close_cel(
            plaats,
            kolom=kolom,
            adres=f"{self._wijzer.naam}!{adres}",
            rijspan=hoog,
            kolomspan=breed,
            waarde=_stored(ruw),
            formule=None if ruw is None else ruw.formule,
            berekend=ruw is None or ruw.berekend,
            verborgen=verborgen,
        )

    def _text(self, ruw: Ruwcel | None) -> str:
        if ruw is None or ruw.waarde is None:
            return ""
        if ruw.soort == "n":
            return one_line(
                show_value(ruw.waarde, ruw.formaat, jaar1904=self._boek.jaar1904)
            )
        if ruw.soort == "b":
            return _WAAR.get(ruw.waarde, ruw.waarde)
        return one_line(ruw.waarde)


def _stored(ruw: Ruwcel | None) -> str | None:
    """The stored number as a plain decimal, unrounded; a date is no number."""
    if ruw is None or ruw.soort != "n" or ruw.waarde is None:
        return None
    if is_date_format(ruw.formaat):
        return None
    try:
        getal = Decimal(ruw.waarde.strip())
    except InvalidOperation:
        return None
    if not getal.is_finite() or abs(getal.adjusted()) > 400:  # noqa: PLR2004 beyond any double
        return None
    return f"{getal:f}"


def _comments(pakket: Pakket, wijzer: Bladwijzer, nummer: int, bouwer: Bouwer) -> None:
    """Comments and threaded comments of a sheet, each at its cell."""
    for soort, deel in pakket.relations(wijzer.deel).values():
        if soort not in {"comments", "threadedComment"} or deel not in pakket:
            continue
        for opmerking in pakket.xml(deel).iter(f"{S}comment", "{*}threadedComment"):
            inhoud = opmerking.find(f"{S}text")
            los = opmerking.find("{*}text")
            if inhoud is not None:
                tekst = rich_text(inhoud)
            else:
                tekst = "" if los is None else los.text or ""
            if tekst.startswith("[Threaded comment]"):
                continue
            plaats = InCel(wijzer.naam, opmerking.get("ref", "A1"), nummer)
            bouwer.blok(
                one_line(tekst), plaats, zone=Zone.OPMERKING, verborgen=wijzer.verborgen
            )
