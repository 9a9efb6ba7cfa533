"""Numbers of people in other writings than the usual one."""

from __future__ import annotations

import pytest

from tests.persoonsgegevens.test_soorten_stukken import gevonden


@pytest.mark.parametrize(
    ("tekst", "gegeven"),
    [
        ("Burger Service Nummer 111 222 333", "111 222 333"),
        ("Burger Service Nummer: 111222333", "111222333"),
        ("Lea Kolk, geb. 12-mrt-1984", "12-mrt-1984"),
        ("geboren op 3-januari-1971", "3-januari-1971"),
        ("IBAN NL91abna0417164300", "NL91abna0417164300"),
        ("Paspoort van Lea Kolk. Documentnummer: NXR4P2K81", "NXR4P2K81"),
    ],
)
def test_a_number_in_another_writing_is_found(tekst, gegeven):
    assert gegeven in gevonden(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "Burger Service Nummer 111 222 334",
        "Gebied 12-mrt-1984",
        "NL91abna0417164301",
        "Documentnummer: NXR4P2K81",
        "Ons paspoort voor ondernemers, documentnummer 2024-118",
    ],
)
def test_what_is_no_such_number_stays(tekst):
    assert gevonden(tekst) == []


@pytest.mark.parametrize(
    ("tekst", "gegeven"),
    [
        ("Giro 4512345 t.n.v. L. Kolk", "4512345"),
        ("gironummer: 45 12 345", "45 12 345"),
        ("Bankrekeningnummer 12.34.56.789", "12.34.56.789"),
        ("De auto, kent. xk-418-d, stond fout.", "xk-418-d"),
        ("kent. PV731T", "PV731T"),
        ("l.kolk (at) meent (punt) example", "l.kolk"),
        ("l.kolk[at]meent[dot]example", "l.kolk"),
        ("Ik ben telefonisch bereikbaar op (0892) 41 63 00.", "(0892) 41 63 00"),
        ("U kunt mij bereiken op 0599-612200.", "0599-612200"),
    ],
)
def test_a_number_behind_its_word_is_found(tekst, gegeven):
    assert gevonden(tekst) == [gegeven, "L. Kolk"][: 1 + ("L. Kolk" in tekst)]


@pytest.mark.parametrize(
    "tekst",
    [
        "Giro 555 kwam in actie.",
        "Giro 4512345 t.n.v. gemeente Meent",
        "Dit wordt in rekening 12345 geboekt.",
        "De wijk die hij kent. Q3 2024 volgt.",
        "De receptie is bereikbaar op 0599-612200.",
        "Bel 0599-612234 (algemeen) of kom langs.",
    ],
)
def test_a_number_of_all_stays(tekst):
    assert gevonden(tekst) == []
