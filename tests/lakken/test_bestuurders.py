"""Office holders from a register: who counts, and when a name on the list stays."""

from __future__ import annotations

import pytest
from programma import run

from modellen.document import Bron
from modellen.plaats import OpPagina
from pipeline.errors import GebruikError
from pipeline.extraction.persoonsgegevens import find_persoonsgegevens
from pipeline.flows.bestuurders import load_ambten
from pipeline.lakken.bestuurders import clean_name, read_register
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


AMBTEN = load_ambten(Regelboek())


@pytest.mark.parametrize(
    "functie",
    [
        "Wethouder Financiën",
        "wethouder Wonen, Zorg en Vrijwilligers",
        "Wethouder en 1e locoburgemeester",
        "1e loco-burgemeester",
        "Waarnemend burgemeester Borger-Odoorn",
        "Wnd. wethouder Jeugd",
        "lid gemeenteraad",
        "Lid van de gemeenteraad (VVD)",
        "Lid van de Raad",
        "Lid van Gedeputeerde Staten",
        "Lid Provinciale Staten Drenthe",
        "Lid Tweede Kamer der Staten-Generaal",
        "Lid van het college van burgemeester en wethouders",
        "Raadslid (fractievoorzitter)",
        "Tweede Kamerlid D66",
        "Fractievoorzitter gemeentebelangen",
        "Commissaris van de Koning (wnd)",
        "Minister van Asiel en Migratie",
        "Gedeputeerde / vicevoorzitter",
        "Dijkgraaf",
        "Gemeentesecretaris/algemeen directeur",
    ],
)
def test_een_ambt_wordt_herkend_zoals_registers_het_schrijven(functie):
    assert AMBTEN.holds(functie)


@pytest.mark.parametrize(
    "functie",
    [
        "Secretaresse wethouder",
        "Wethouderssecretaresse",
        "Bestuursadviseur burgemeester",
        "Bestuursadviseur (burgemeester)",
        "Woordvoerder wethouder",
        "Woordvoerder, wethouder",
        "Kabinetschef cdk",
        "Burgemeester: kabinet en secretariaat",
        "Wethouder Financiën, bestuursassistent",
        "Raadslid ondersteuning",
        "Fractiemedewerker lid gemeenteraad",
        "Lid gemeenteraad (fractieondersteuner)",
        "Lid raad van bestuur",
        "Lid van de raad van toezicht",
        "Lid college van bestuur",
        "Lid algemeen bestuur waterschap",
        "Lid ondernemingsraad",
        "Griffier kantongerecht",
        "Wethouder jurist",
        "Griffiemedewerker",
        "VVD-medewerker",
        "",
    ],
)
def test_wie_naast_een_ambt_werkt_komt_niet_op_de_lijst(functie):
    assert not AMBTEN.holds(functie)


TABEL = "Naam\tFunctie\tOrganisatie\nZoë Kolk\tWethouder Financiën\tMeppel\n"


@pytest.mark.parametrize(
    "ruw",
    [
        TABEL.encode("utf-16"),
        TABEL.encode("utf-16-le"),
        TABEL.encode("utf-16-be"),
        "\ufeff\ufeff".encode() + TABEL.encode(),
        ("\ufeff" + TABEL).encode("utf-16"),
        TABEL.encode("cp1252"),
        TABEL.replace("\n", "\r").encode(),
        TABEL.replace("\n", "\r\n").encode("utf-16"),
        b"sep=;\r\n" + TABEL.replace("\t", ";").encode(),
    ],
)
def test_een_lijst_wordt_gelezen_in_elke_codering_van_een_rekenblad(tmp_path, ruw):
    (tmp_path / "a.csv").write_bytes(ruw)
    uit = read_register(tmp_path / "a.csv", AMBTEN, "2025-12-01")
    assert uit.regels == ("Zoë Kolk;Wethouder Financiën;Meppel",)


@pytest.mark.parametrize(
    ("ruw", "reden"),
    [
        (b"PK\x03\x04\x00\x00\x08\x00iets\x00", "geen tekst"),
        (b"\x00\xff\x89PNG\x00", "geen tekst"),
        (TABEL.encode("utf-16")[:-1], "onvolledig"),
        (b"naam;functie\n" + b"x" * 200_000 + b";y\n", "niet te lezen"),
        (b"", "ontbreken"),
    ],
)
def test_wat_geen_tabel_is_wordt_geweigerd_met_de_ware_reden(tmp_path, ruw, reden):
    (tmp_path / "a.csv").write_bytes(ruw)
    with pytest.raises(GebruikError, match=reden):
        read_register(tmp_path / "a.csv", AMBTEN, "2025-12-01")


def test_een_naam_in_delen_wordt_samengevoegd_en_zonder_achternaam_overgeslagen(
    tmp_path,
):
    (tmp_path / "a.csv").write_text(
        "voornaam,voorletters,tussenvoegsel,achternaam,functienaam\n"
        "Lea,L.,van,Kolk,Wethouder\n,Q.R.,,Meent,Burgemeester\nAb,,,,Wethouder\n"
    )
    uit = read_register(tmp_path / "a.csv", AMBTEN, "2025-12-01")
    assert uit.regels == ("Lea van Kolk;Wethouder;", "Q.R. Meent;Burgemeester;")
    assert uit.overgeslagen == 1
