from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from cijferbouw import maak_stuk
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.cijfers import find_cijfers
from pipeline.rulebook import Regelboek

REGELBOEK = Regelboek()


def lees(tekening, **anders):
    stuk = maak_stuk(tekening, **anders)
    return {c.cel: c for c in find_cijfers(stuk, REGELBOEK) if c.cel}


def wie_wat(cijfer):
    return cijfer.gebied, cijfer.thema, cijfer.maat, cijfer.jaar


def test_a_header_of_two_rows_with_merged_cells_becomes_one_path():
    cijfers = lees(
        """
Gemeente | Inwoners 1-1-2026 | Opgave 2027 | < | Bod 2027 | <
^        | ^                 | Oekraïne    | Asiel | Oekraïne | Asiel
Goes     | 39.000            | 210         | 140   | 200      | ntb
Tholen   | 26.500            | 150         | 95    | 160      | -
Totaal   | 65.500            | 360         | 235   | 360      |
"""
    )
    assert wie_wat(cijfers["tabel 1 r3 k2"]) == ("Goes", "inwoners", "aantal", 2026)
    assert wie_wat(cijfers["tabel 1 r3 k3"]) == ("Goes", "oekraine", "opgave", 2027)
    assert wie_wat(cijfers["tabel 1 r4 k6"]) == ("Tholen", "asiel", "voorstel", 2027)
    assert cijfers["tabel 1 r3 k2"].waarde == Decimal(39000)
    assert cijfers["tabel 1 r3 k2"].stand == date(2026, 1, 1)
    assert (cijfers["tabel 1 r3 k6"].waarde, cijfers["tabel 1 r3 k6"].ontbreekt) == (
        None,
        "ntb",
    )
    assert cijfers["tabel 1 r4 k6"].ontbreekt == "streepje"
    assert cijfers["tabel 1 r5 k5"].gebied == "totaal"
    assert "tabel 1 r5 k6" not in cijfers, "an empty total is no missing figure"


def test_totals_on_top_other_words_other_order():
    cijfers = lees(
        """
              | Toegezegd 2026 | <          | Taakstelling 2026 | <          | Dekking
^             | Asielzoekers   | Ontheemden | Asielzoekers      | Ontheemden | ^
Totaal Zeeland| 1.210          | 2.040      | 1.400             | 2.100      | 93%
Middelburg (Z.)| 150           | n.t.b.     | 160               | 220        |
Noord Beveland| 30             | 60         | 28                | 44         | 125%
Schouwen-Duiveland | circa 100 | 150-180    | 130               | 180        | 81%
"""
    )
    assert wie_wat(cijfers["tabel 1 r3 k2"]) == ("Zeeland", "asiel", "voorstel", 2026)
    assert wie_wat(cijfers["tabel 1 r5 k5"]) == (
        "Noord-Beveland",
        "oekraine",
        "opgave",
        2026,
    )
    assert cijfers["tabel 1 r4 k2"].gebied == "Middelburg"
    assert (cijfers["tabel 1 r3 k6"].waarde, cijfers["tabel 1 r3 k6"].eenheid) == (
        93,
        "%",
    )
    assert (cijfers["tabel 1 r6 k2"].waarde, cijfers["tabel 1 r6 k2"].kwalificatie) == (
        100,
        "circa",
    )
    reeks = cijfers["tabel 1 r6 k3"]
    assert (reeks.waarde, reeks.weergave, reeks.kwalificatie) == (
        150,
        "150-180",
        "150-180",
    )


def test_subtotals_belong_to_their_region_and_the_total_to_the_whole():
    cijfers = lees(
        """
Gemeente         | Opgave 2025-I | Gehuisvest t/m 31 maart 2025 | Saldo
Regio Noord-Veluwe |             |                              |
Elburg           | 20            | 12                           | -8
Nunspeet         | 22            | 25                           | 3
Subtotaal        | 42            | 37                           | -5
Regio Foodvalley |               |                              |
Ede              | 90            | 60                           | -30
Subtotaal        | 90            | 60                           | -30
Totaal           | 132           | 97                           | -35
""",
        boven="Huisvesting vergunninghouders provincie Gelderland",
    )
    gebieden = [cijfers[f"tabel 1 r{r} k2"].gebied for r in (3, 5, 8, 9)]
    assert gebieden == ["Elburg", "Noord-Veluwe", "Foodvalley", "Gelderland"]
    assert wie_wat(cijfers["tabel 1 r7 k3"]) == (
        "Ede",
        "statushouders",
        "realisatie",
        2025,
    )
    assert cijfers["tabel 1 r7 k3"].stand == date(2025, 3, 31)
    assert cijfers["tabel 1 r3 k2"].kwalificatie == "2025-I"
    assert cijfers["tabel 1 r4 k4"].maat == "verschil"


def test_gemeenten_may_stand_in_the_columns():
    cijfers = lees(
        """
                     | Almere | Dronten | Lelystad | Totaal
Opgave Oekraïne 2025 | 900    | 180     | 330      | 1.410
Bod Oekraïne 2025    | 850    | 200     | ntb      | 1.050
Dekking              | 94%    | 111%    |          | 74%
""",
        boven="stand per 1 mei 2025",
    )
    assert wie_wat(cijfers["tabel 1 r2 k3"]) == ("Dronten", "oekraine", "opgave", 2025)
    assert wie_wat(cijfers["tabel 1 r3 k4"]) == (
        "Lelystad",
        "oekraine",
        "voorstel",
        2025,
    )
    assert cijfers["tabel 1 r4 k2"].maat == "percentage"
    assert cijfers["tabel 1 r2 k5"].gebied == "totaal"
    assert {c.stand for c in cijfers.values()} == {date(2025, 5, 1)}


def test_a_group_head_that_was_not_merged_holds_for_the_columns_beside_it():
    cijfers = lees(
        """
Gemeente | Oekraïne |     |          | Asiel  |     |
         | opgave   | bod | verschil | opgave | bod | verschil
Assen    | 100      | 90  | -10      | 50     | 60  | 10
Emmen    | 200      | 210 | 10       | 70     | 60  | -10
"""
    )
    rij = [cijfers[f"tabel 1 r3 k{k}"] for k in range(2, 8)]
    assert [c.thema for c in rij] == ["oekraine"] * 3 + ["asiel"] * 3
    assert [c.maat for c in rij] == ["opgave", "voorstel", "verschil"] * 2


def test_a_form_is_about_the_gemeente_it_names():
    cijfers = lees(
        """
Formulier aanbod opvang |        |        |
Gemeente:       | Veere          |        |
Datum:          | 3-2-2026       |        |
Aantal plekken  | realisatie 1-1-2026 | opgave 2027 | aanbod 2027
Asielopgave:    |                |        |
AZC             | 100            |        | 120
Noodopvang      |                |        |
Amv (onderdeel opgave) | 12      | 14     | 12
Totaal          | 112            | 130    | 132
Opvang Oekraïne |                |        |
GOO             | 80             | 90     | n.n.b.
"""
    )
    assert wie_wat(cijfers["tabel 1 r6 k2"]) == ("Veere", "azc", "realisatie", 2026)
    assert cijfers["tabel 1 r6 k2"].stand == date(2026, 1, 1)
    assert wie_wat(cijfers["tabel 1 r8 k3"]) == ("Veere", "amv", "opgave", 2027)
    assert wie_wat(cijfers["tabel 1 r9 k4"]) == ("Veere", "totaal", "voorstel", 2027)
    assert cijfers["tabel 1 r9 k4"].kwalificatie == "asiel"
    assert cijfers["tabel 1 r11 k4"].ontbreekt == "onbekend"
    assert cijfers["tabel 1 r6 k3"].ontbreekt == "leeg"
    assert cijfers["tabel 1 r6 k3"].herkomst.citaat == "AZC", (
        "an empty cell is shown by its label"
    )
    assert cijfers["tabel 1 r6 k2"].eenheid == "plekken"


def test_a_form_without_a_name_is_about_nobody():
    cijfers = lees(
        """
              | 2025       | 2026   | 2026
              | Realisatie | opgave | voorstel
AZC           | 10         | 20     | 30
Statushouders | 4          | 6      | 6
"""
    )
    assert wie_wat(cijfers["tabel 1 r3 k3"]) == (None, "azc", "opgave", 2026)
    assert wie_wat(cijfers["tabel 1 r4 k2"]) == (
        None,
        "statushouders",
        "realisatie",
        2025,
    )


def test_a_form_may_be_named_by_its_file():
    cijfers = lees(
        """
   | realisatie 2025 | bod 2026
AZC | 10 | 20
GOO | 4  | 6
""",
        bestand="retour/Opgave Schagen ingevuld.xlsx",
        blad="Blad1",
    )
    assert cijfers["Blad1!B2"].gebied == "Schagen"


def test_a_figure_that_looks_like_a_year_is_a_figure_among_others():
    cijfers = lees(
        """
Gemeente | Opgave oek | Bouwjaar
Goes     | 1950       | 1998
Hulst    | 2025       | 2004
Tholen   | 310        | 2011
"""
    )
    assert [int(c.waarde) for c in cijfers.values()] == [1950, 2025, 310]


def test_a_name_in_the_corner_beside_years_is_no_row_of_figures():
    cijfers = lees(
        """
Emmen         | 2024 | 2025 | 2026
Opgave AZC    | 10   | 20   | 30
Opgave GOO    | 5    | 5    | 6
"""
    )
    assert [c.jaar for c in cijfers.values()] == [2024, 2025, 2026] * 2
    assert {c.gebied for c in cijfers.values()} == {"Emmen"}
    assert cijfers["tabel 1 r2 k2"].maat == "opgave"


def test_labels_that_stand_a_row_off_are_read_by_their_values():
    cijfers = lees(
        """
Gemeente          | Opgave 2025 | <     | Voorstel 2025 | <
                  | Oek         | Asiel | Oek           | Asiel
Assen             | 100         | 50    | 90            | 60
Emmen             | 200         | 70    | 210           | 60
Totaal            | 300         | 120   | 300           | 120
verschil          |             | -0    | 100%          | 100%
Landelijke opgave | 9.000       | 5.000 | -10           | 4
"""
    )
    assert cijfers["tabel 1 r6 k4"].maat == "percentage"
    assert cijfers["tabel 1 r6 k4"].herkomst.zekerheid < 1
    assert (cijfers["tabel 1 r6 k3"].waarde, cijfers["tabel 1 r6 k3"].weergave) == (
        0,
        "-0",
    )
    assert wie_wat(cijfers["tabel 1 r7 k2"]) == (
        "landelijk",
        "oekraine",
        "opgave",
        2025,
    )
    verschil = cijfers["tabel 1 r7 k5"]
    assert (verschil.maat, verschil.gebied, verschil.waarde) == (
        "verschil",
        "totaal",
        4,
    )


def test_a_name_wrapped_over_two_rows_is_one_gemeente():
    cijfers = lees(
        """
Gemeente       | opgave amv 2025
Midden-        |
Groningen      | 12
Westerkwartier | 14
"""
    )
    assert cijfers["tabel 1 r3 k2"].gebied == "Midden-Groningen"


def test_a_second_table_below_has_its_own_header():
    cijfers = lees(
        """
Gemeente | opgave oek 2025  | bod oek 2025
Assen    | 100              | 90
Emmen    | 200              | 210

Gemeente | opgave asiel 2026 | bod asiel 2026
Assen    | 10                | 9
Emmen    | 20                | 21
""",
        blad="Blad1",
    )
    assert wie_wat(cijfers["Blad1!B2"]) == ("Assen", "oekraine", "opgave", 2025)
    assert wie_wat(cijfers["Blad1!C7"]) == ("Emmen", "asiel", "voorstel", 2026)


def test_a_repeated_header_is_no_row_of_figures():
    cijfers = lees(
        """
Gemeente | opgave oek 2025  | bod oek 2025
Assen    | 100              | 90
Gemeente | opgave oek 2025  | bod oek 2025
Emmen    | 200              | 210
"""
    )
    assert {c.gebied for c in cijfers.values()} == {"Assen", "Emmen"}
    assert wie_wat(cijfers["tabel 1 r4 k2"]) == ("Emmen", "oekraine", "opgave", 2025)


def test_a_header_line_above_a_bare_table_names_its_columns():
    cijfers = lees(
        """
De Hoek   | Goes   | 90 | 88 | 2
Zuidzijde | Tholen | 60 | 59 | 1
Subtotaal |        | 150 | 147 | 3
""",
        boven="""
        peildatum 15-9-2026
        Locatie Gemeente Capaciteit Bezet Vrij
        Oekraïne
        """,
    )
    assert wie_wat(cijfers["tabel 1 r1 k4"]) == ("Goes", "oekraine", "realisatie", 2026)
    assert cijfers["tabel 1 r1 k3"].kwalificatie == "capaciteit, De Hoek"
    assert cijfers["tabel 1 r2 k5"].kwalificatie == "vrij, Zuidzijde"


def test_a_workbook_gives_the_stored_number_beside_the_shown_one():
    cijfers = lees(
        """
Gemeente | opgave oek | dekking | bod oek
Assen    | 105        | 93%     | -
Emmen    | 64         | 50%     | 7
""",
        blad="stand",
        opgeslagen={(2, 2): "104.6352", (2, 3): "0.92778", (2, 4): "0", (3, 2): "64"},
    )
    assert (cijfers["stand!B2"].waarde, cijfers["stand!B2"].weergave) == (
        Decimal("104.6352"),
        "105",
    )
    assert (cijfers["stand!C2"].waarde, cijfers["stand!C2"].eenheid) == (
        Decimal("92.778"),
        "%",
    )
    assert (cijfers["stand!D2"].waarde, cijfers["stand!D2"].weergave) == (0, "-")
    assert str(cijfers["stand!B3"].waarde) == "64"


def test_row_numbers_redaction_codes_and_names_are_no_figures():
    cijfers = lees(
        """
nr | gemeente | capaciteit | bezetting (%) | contact
1  | Assen    | 100        | 95            | 5.1.2e
2  | Emmen    | 5.1.2e     | 80            | 5.1.2e
"""
    )
    assert sorted(cijfers) == [f"tabel 1 r{r} k{k}" for r in (2, 3) for k in (3, 4)]
    assert cijfers["tabel 1 r3 k3"].ontbreekt == "gelakt"
    assert cijfers["tabel 1 r2 k4"].maat == "percentage"


@pytest.mark.parametrize(
    "tekening",
    [
        """
Nr | Actie                | Wie   | Gereed   | Status
1  | Bod sturen           | Hoorn | 1-2-2026 | open
2  | 40 plekken regelen   | Assen | 2026     | gereed
""",
        """
Gemeente | Naam        | Telefoon
Assen    | J. Tasma    | 0592 123456
Emmen    | P. Okkinga  | 06-12345678
""",
        """
Nr | Onderwerp | Tijd  | Bijlage
1  | Opening   | 10.00 |
2  | Puzzel    | 10.15 | 3
3  | Oekraïne  | 10.30 | 4
""",
        """
Post      | 2025  | 2026
Zaalhuur  | 1.200 | 1.300
Catering  | 300   | 250
""",
        """
Wet | Artikel | Beschrijving         | Pagina('s)
Woo | 5.1.2.e | Persoonlijke gegevens | 1
Woo | 5.1.2.i | Intern beraad         | 2
""",
    ],
    ids=["actielijst", "presentielijst", "agenda", "begroting", "legenda"],
)
def test_other_tables_hold_no_figures(tekening):
    assert lees(tekening) == {}


inhoud = st.text(alphabet="0123456789.,-% abvntOek(+)€'", max_size=8)


@given(st.lists(st.lists(inhoud, min_size=3, max_size=5), min_size=1, max_size=6))
def test_whatever_a_table_holds_every_figure_quotes_its_place(rijen):
    tekening = "\n".join(" | ".join(rij) for rij in [["Assen", "1", "2"], *rijen])
    stuk = maak_stuk(tekening)
    for cijfer in find_cijfers(stuk, REGELBOEK):
        h = cijfer.herkomst
        assert stuk.document.tekst[h.begin : h.eind] == h.citaat
        assert (cijfer.waarde is None) == (cijfer.ontbreekt is not None)


@given(st.integers(-999_999, 999_999))
def test_a_number_in_dutch_notation_keeps_its_value(getal):
    gedrukt = f"{getal:,}".replace(",", ".")
    cijfers = lees(f"Gemeente | saldo oek\nAssen | {gedrukt}\nEmmen | 0")
    assert cijfers["tabel 1 r2 k2"].waarde == getal
    assert cijfers["tabel 1 r2 k2"].weergave == gedrukt
