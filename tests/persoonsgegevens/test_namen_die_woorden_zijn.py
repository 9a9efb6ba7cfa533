"""Surnames that are trades or things of every day, and names in unusual writings."""

from __future__ import annotations

import pytest

from tests.persoonsgegevens.test_soorten_stukken import gevonden


@pytest.mark.parametrize(
    ("regels", "namen"),
    [
        (["H. Dokter heeft gebeld, en mevr. Bode ook."], ["H. Dokter", "Bode"]),
        (["Mevrouw Arts en dhr. Advocaat waren er."], ["Arts", "Advocaat"]),
        (["Aanwezig: Hoekstra, Hamer, Zomer, Tol"], ["Hoekstra", "Hamer", "Zomer", "Tol"]),
        (["Actie|Wanneer|Wie||Kraan maken|Zomer|Kraan||Plan|Lente|Mulder"], ["Kraan", "Mulder"]),
        (["Piket: Bos in week 3, Tol in week 4"], ["Bos", "Tol"]),
        (["Het stuk is op te vragen bij Winter."], ["Winter"]),
        (["Van A. Kolk aan alle collega's"], ["A. Kolk"]),
    ],
)  # fmt: skip
def test_a_surname_that_is_a_word_is_found(regels, namen):
    assert gevonden(*regels) == namen


@pytest.mark.parametrize(
    "tekst",
    [
        "De Bode bracht het naar de Dokter.",
        "Dank aan mevrouw. Dokter en tolk waren er.",
        "Mevrouw Griffier, mevrouw Dijkgraaf en meneer Voorzitter",
        "Na de Zomer start de bouw; planning: Zomer 2031.",
        "Kraan is stuk. Het draaiboek Zomer volgt.",
        "Het stuk is op te vragen bij Financiën of bij de Griffie.",
        "Piket: de gemeente. Bouw in week 31.",
    ],
)
def test_a_word_of_every_day_or_an_office_stays(tekst):
    assert gevonden(tekst) == []


@pytest.mark.parametrize(
    ("regels", "namen"),
    [
        (["Aan: Wubs - van Dam, L.; Kolk, A."], ["Wubs - van Dam, L.", "Kolk, A."]),
        (["Hoekstra - Tol, Lea"], ["Hoekstra - Tol, Lea"]),
        (["L. Hoekstra - van Dam belt."], ["L. Hoekstra - van Dam"]),
        (["Lea Hoekstra - gereed"], ["Lea Hoekstra"]),
        (["Kolk, A.\nDam, B.\nHoekstra, C."], ["Kolk, A.", "Dam, B.", "Hoekstra, C."]),
    ],
)
def test_a_surname_of_two_halves_is_one(regels, namen):
    assert gevonden(*regels) == namen


@pytest.mark.parametrize(
    ("tekst", "gegeven"),
    [
        ("l.hoekstra@meent.example", "l.hoekstra"),
        ("info.hoekstra@meent.example", "info.hoekstra"),
        ("post.devries@meent.example", None),
        ("info.asiel@meent.example", None),
        ("info.assen@meent.example", None),
        ("info.bakker@meent.example", None),
    ],
)
def test_a_general_word_before_a_surname_hides_no_person(tekst, gegeven):
    assert gevonden(f"Mail naar {tekst} graag.") == ([gegeven] if gegeven else [])


def test_initials_with_stops_are_someone_who_does_something():
    tekst = "Verslag: Rob Klaver. R.K. heeft toegezegd. Volgens R.K. niet."

    assert gevonden(tekst) == ["Rob Klaver", "R.K."]


def test_initials_with_a_particle_are_someone_as_well():
    tekst = "Verslag: Lea van Tol. L.v.T. zal dit doen. Een R.v.D. was er niet."

    assert gevonden(tekst) == ["Lea van Tol", "L.v.T."]


def test_initials_behind_a_day_with_its_year_close_no_postcode():
    tekst = "Notulist: Rob Klaver. 12-3-2024 RK Gebeld. Postbus 12, 9401 RK Assen"

    assert gevonden(tekst) == ["Rob Klaver", "RK"]


def test_initials_with_stops_of_a_school_or_of_nobody_stay():
    tekst = (
        "Verslag: Rob Klaver. De R.K. school belt. Een R.K. kerk. A.B. heeft gebeld."
    )

    assert gevonden(tekst) == ["Rob Klaver"]


@pytest.mark.parametrize(
    "pad",
    [r"\\schijf\users\lvenema\stukken", r"H:\users\lvenema\map", "/home/l.vanvenema/x"],
)
def test_the_folder_of_someone_who_is_named_goes(pad):
    gezien = gevonden(f"Notulist: Lea van Venema. Zie {pad} voor meer.")

    assert len(gezien) == 2
    assert gezien[1] in pad


def test_a_folder_of_nobody_stays():
    assert gevonden(r"Notulist: Lea van Venema. Zie H:\stukken\venemabeheer\x.") == [
        "Lea van Venema"
    ]
