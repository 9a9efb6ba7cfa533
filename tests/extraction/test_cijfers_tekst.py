from __future__ import annotations

from decimal import Decimal

import pytest
from cijferbouw import maak_stuk

from pipeline.extraction.cijfers import find_cijfers
from pipeline.rulebook import Regelboek

REGELBOEK = Regelboek()


def lees(tekst, **anders):
    stuk = maak_stuk("", boven=tekst, **anders)
    cijfers = find_cijfers(stuk, REGELBOEK)
    for c in cijfers:
        assert (
            stuk.document.tekst[c.herkomst.begin : c.herkomst.eind] == c.herkomst.citaat
        )
    return cijfers


@pytest.mark.parametrize(
    ("zin", "waarde", "weergave", "eenheid", "kwalificatie"),
    [
        ("Er zijn ruim 3.200 opvangplekken.", 3200, "3.200", "opvangplekken", "ruim"),
        (
            "Samen leveren zij een kleine 150 eenheden op.",
            150,
            "150",
            "eenheden",
            "een kleine",
        ),
        ("Nagenoeg 80% van de opgave is ingevuld.", 80, "80%", "%", "nagenoeg"),
        (
            "Het gaat om 2.000-2.500 plekken.",
            2000,
            "2.000-2.500 plekken",
            "plekken",
            "2.000-2.500",
        ),
        (
            "Wij verwachten om en nabij 60 statushouders.",
            60,
            "60",
            "statushouders",
            "om en nabij",
        ),
        (
            "Acht van de 14 gemeenten hebben gereageerd.",
            8,
            "Acht van de 14 gemeenten",
            "gemeenten",
            "van de 14",
        ),
        (
            "De vergoeding is € 61,50 per plek per dag.",
            Decimal("61.50"),
            "€ 61,50",
            "€ per plek per dag",
            None,
        ),
        (
            "Dat kost circa € 1,2 miljoen per jaar.",
            1200000,
            "€ 1,2 miljoen",
            "€ per jaar",
            "circa",
        ),
        ("De taakstelling voor de regio bedraagt 418.", 418, "418", None, None),
        ("Opgave voor de provincie: 3410.", 3410, "3410", None, None),
        ("Vijftien gemeenten doen mee.", 15, "Vijftien", "gemeenten", None),
        ("Er wonen 35 amv'ers op de locatie.", 35, "35", "amv'ers", None),
    ],
)
def test_a_number_keeps_its_unit_and_its_qualifier(
    zin, waarde, weergave, eenheid, kwalificatie
):
    (cijfer,) = lees(zin)
    assert (cijfer.waarde, cijfer.weergave) == (waarde, weergave)
    assert (cijfer.eenheid, cijfer.kwalificatie) == (eenheid, kwalificatie)


@pytest.mark.parametrize(
    "zin",
    [
        "Op 12 juli komen de gemeenten bijeen.",
        "In 2026 plekken vinden wordt lastig.",
        "Het overleg is van 10.00 tot 12.00 uur.",
        "Bel 06-12345678 of (0229) 12 34 56.",
        "Zie artikel 5.1.2e van de wet.",
        "Kenmerk 2026-118, dossier 45.",
        "4 Locaties en bezetting",
        "Naam 5.1.2e gemeenten zijn akkoord.",
        "Statushouders verblijven maximaal 12 maanden op de locatie.",
        "Eén gemeente verwacht vertraging.",
        "Neem agendapunt 3 en 4 samen.",
    ],
)
def test_dates_times_articles_and_numbers_of_things_are_no_figures(zin):
    assert lees(zin) == ()


def test_numbers_in_a_row_each_have_their_own_theme():
    cijfers = lees(
        "Voor 2027 moet Goes 410 plekken voor ontheemden, 215 voor asielzoekers en 18 voor amv's leveren."
    )
    assert [(c.thema, c.waarde, c.gebied, c.jaar) for c in cijfers] == [
        ("oekraine", 410, "Goes", 2027),
        ("asiel", 215, "Goes", 2027),
        ("amv", 18, "Goes", 2027),
    ]


def test_an_area_counts_only_when_it_is_the_only_one():
    (samen,) = lees("Tiel en Culemborg leveren samen 90 plekken.")
    assert samen.gebied is None
    (landelijk,) = lees("Landelijk zijn 96.000 plekken nodig.")
    assert landelijk.gebied == "landelijk"
    (provincie,) = lees("De Zeeuwse opgave is 1.400 plekken.")
    assert (provincie.gebied, provincie.maat) == ("Zeeland", "opgave")


def test_a_common_word_or_a_surname_is_no_gemeente():
    (zonder,) = lees("Buren hebben bezwaar tegen 40 plekken.")
    assert zonder.gebied is None
    (naam,) = lees("De heer J. van Buren meldt 40 plekken.")
    assert naam.gebied is None
    (met,) = lees("In Buren komen 40 plekken.")
    assert met.gebied == "Buren"


def test_a_part_of_a_longer_name_is_no_gemeente():
    (cijfer,) = lees("De regio Waterland-Noord heeft 300 plekken.")
    assert cijfer.gebied == "Waterland-Noord"


def test_the_day_that_a_figure_held_is_kept():
    (cijfer,) = lees(
        "Per 1-7-2026 was 58% van de asielopgave gedekt.", datum="2026-09-01"
    )
    assert str(cijfer.stand) == "2026-07-01"
    assert (cijfer.thema, cijfer.maat) == ("asiel", "percentage")


def test_a_text_without_numbers_gives_nothing():
    assert lees("De voorzitter opent het overleg.") == ()
