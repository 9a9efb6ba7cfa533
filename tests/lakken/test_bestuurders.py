"""Office holders from a register: who counts, and when a name on the list stays."""

from __future__ import annotations

import pytest
from programma import run

from modellen.document import Bron
from modellen.plaats import OpPagina
from pipeline.extraction.persoonsgegevens import find_persoonsgegevens
from pipeline.lakken.bestuurders import clean_name
from pipeline.readers.opbouw import Bouwer
from pipeline.rulebook import Regelboek

EXPORT = """Organisatie;Naam;Functie;Einddatum
Gemeente Assen;Mw. Q.R. Quakkelaar;Burgemeester;
Gemeente Assen;Dhr. X. Slotemaker;Woo-contactpersoon;
Gemeente Meppel;Dhr. drs. A. B. van Brandwijk;Raadslid;2020-01-01
Gemeente Meppel;Wolbrink, van, C.D.;Wethouder, locoburgemeester;
"""


@pytest.fixture
def regels(tmp_path):
    (tmp_path / "export.csv").write_text(EXPORT, encoding="cp1252")
    run(
        "bestuurders",
        "importeer",
        tmp_path / "export.csv",
        "--regels",
        tmp_path / "regels",
        "--datum",
        "2025-12-01",
        uitvoer=tmp_path / "uit",
    )
    return tmp_path / "regels"


def personen(regels, *alineas):
    bouwer = Bouwer(Bron(bestand="a.pdf", sha256="0" * 64, formaat="pdf"))
    for alinea in alineas:
        bouwer.blok(alinea, OpPagina(1))
    return find_persoonsgegevens([bouwer.build()], Regelboek(regels)).personen


def test_alleen_wie_nu_een_ambt_heeft_komt_op_de_lijst(regels):
    lijst = (regels / "lijsten" / "bestuurders" / "items.txt").read_text().splitlines()
    assert lijst[1:] == [
        "C.D. van Wolbrink;Wethouder, locoburgemeester;Gemeente Meppel",
        "Q.R. Quakkelaar;Burgemeester;Gemeente Assen",
    ]


@pytest.mark.parametrize(
    ("gedrukt", "naam"),
    [
        ("Dhr. J. P. Test", "J.P. Test"),
        ("mw. mr. dr. A. de Test-Proef", "A. de Test-Proef"),
        ("Test, J.", "J. Test"),
        ("Marie Test (VVD)", "Marie Test"),
        ("De Test, K.", "K. De Test"),
    ],
)
def test_namen_worden_geschreven_zoals_in_stukken(gedrukt, naam):
    assert clean_name(gedrukt) == naam


def test_wie_op_de_lijst_staat_blijft_leesbaar_als_de_gemeente_genoemd_is(regels):
    (persoon,) = personen(regels, "Volgens Q.R. Quakkelaar uit Assen klopt het.")
    assert persoon.openbaar
    assert persoon.bevestigen


def test_een_naamgenoot_in_een_ander_stuk_blijft_gelakt(regels):
    (persoon,) = personen(regels, "Volgens Q.R. Quakkelaar klopt het.")
    assert not persoon.openbaar


def test_een_naam_die_erop_lijkt_wordt_alleen_voorgelegd(regels):
    (persoon,) = personen(regels, "Volgens Q. Quakkelaar uit Assen klopt het.")
    assert not persoon.openbaar
    assert persoon.bevestigen


def test_de_functie_in_het_stuk_gaat_voor_de_lijst(regels):
    (persoon,) = personen(regels, "Beleidsmedewerker Q.R. Quakkelaar van Assen.")
    assert not persoon.openbaar


def test_een_bestand_zonder_namen_wordt_geweigerd(tmp_path):
    (tmp_path / "x.csv").write_text("a;b\n1;2\n")
    run(
        "bestuurders",
        "importeer",
        tmp_path / "x.csv",
        "--regels",
        tmp_path / "r",
        uitvoer=tmp_path / "uit",
        verwacht=2,
    )
    assert not (tmp_path / "r").exists()
