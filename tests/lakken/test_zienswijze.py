"""Third parties: who they are, their form, and copies of one sheet made one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from lakbouw import A, persoon, regel, stuk

from modellen.lakblad import Beoordeling, Keuze, Lakblad, Naamkeuze
from pipeline.errors import LakbladError
from pipeline.lakken.derden import find_parties
from pipeline.lakken.samenvoegen import merge_sheets
from pipeline.rulebook import Regelboek
from pipeline.writers.reactieformulier import make_formulier, read_formulier

BOEK = Regelboek()


def test_een_stuk_gaat_aan_wie_het_noemt():
    teksten = {
        "0001": "De gemeente Assen en het COA overleggen.",
        "0002": "Wethouder van Aa en Hunze: Assen is ver.",
        "0003": "De provincie Drenthe schrijft; coating is geen partij.",
    }
    assert find_parties(teksten, BOEK, "provincie Drenthe") == {
        "COA": ("0001",),
        "gemeente Aa en Hunze": ("0002",),
        "gemeente Assen": ("0001",),
    }


def formulier(tmp_path, **cellen):
    pad = tmp_path / "formulier.xlsx"
    pad.write_bytes(
        make_formulier(
            "COA",
            [("0001", "Verslag"), ("0002", "Brief")],
            date(2025, 12, 1),
            date(2025, 11, 1),
        )
    )
    boek = openpyxl.load_workbook(pad)
    for cel, waarde in cellen.items():
        boek.active[cel] = waarde
    boek.save(pad)
    return pad


def test_een_ingevuld_formulier_wordt_gelezen(tmp_path):
    gelezen = read_formulier(
        formulier(
            tmp_path,
            B3="Ja",
            C6="bezwaar",
            D6="alinea 2",
            E6="5.1.2f",
            F6="raakt ons",
            C7="akkoord",
        )
    )
    assert (gelezen.partij, gelezen.bezwaar) == ("COA", True)
    assert [(r.nummer, r.bezwaar, r.toelichting) for r in gelezen.reacties] == [
        ("0001", True, "raakt ons"),
        ("0002", False, ""),
    ]


@pytest.mark.parametrize(
    "cellen", [{"C6": "bezwaar"}, {"C6": "misschien"}, {"F6": "zomaar"}]
)
def test_een_half_ingevuld_formulier_wordt_genoemd(tmp_path, cellen):
    with pytest.raises(LakbladError, match="rij 6"):
        read_formulier(formulier(tmp_path, **cellen))


def blad(*regels, oordeel=Beoordeling.OPEN, mens=Naamkeuze.OPEN):
    return Lakblad(
        map_="x",
        documenten=(stuk("0001", A, beoordeling=oordeel),),
        regels=regels,
        personen=(persoon("Ytzen Slotemaker", mens),),
    )


RIJ = regel("0001", A, "Ytzen Slotemaker")


def test_wat_een_van_beiden_besloot_telt():
    samen, conflicten = merge_sheets(
        [
            blad(replace(RIJ, keuze=Keuze.NIET, door="AB")),
            blad(RIJ, oordeel=Beoordeling.OPENBAAR, mens=Naamkeuze.LEESBAAR),
        ]
    )
    assert conflicten == ()
    assert samen.regels[0].keuze is Keuze.NIET
    assert samen.regels[0].door == "AB"
    assert samen.documenten[0].beoordeling is Beoordeling.OPENBAAR
    assert samen.personen[0].keuze is Naamkeuze.LEESBAAR


def test_wat_twee_mensen_anders_besloten_blijft_open_en_wordt_genoemd():
    samen, conflicten = merge_sheets(
        [
            blad(
                replace(RIJ, keuze=Keuze.NIET, door="AB"),
                oordeel=Beoordeling.OPENBAAR,
                mens=Naamkeuze.LEESBAAR,
            ),
            blad(
                replace(RIJ, keuze=Keuze.LAKKEN, door="CD"),
                oordeel=Beoordeling.DEELS,
                mens=Naamkeuze.LAKKEN,
            ),
        ]
    )
    assert len(conflicten) == 3
    assert "AB" in conflicten[0]
    assert "CD" in conflicten[0]
    assert samen.regels[0].keuze is Keuze.OPEN
    assert samen.documenten[0].beoordeling is Beoordeling.OPEN
    assert samen.personen[0].keuze is Naamkeuze.OPEN


def test_bladen_van_twee_voorstellen_worden_niet_gemengd():
    with pytest.raises(LakbladError, match="geen kopieën"):
        merge_sheets([blad(RIJ), blad()])
