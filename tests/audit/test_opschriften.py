"""Words around the figures: labels, headers, forms, formulas, national numbers."""

from __future__ import annotations

from dataclasses import replace

from cijferbouw import maak_stuk

from modellen.stuk import Soort
from pipeline.audit.cijfers import check_tabellen
from pipeline.audit.cijfers.formules import relative
from pipeline.extraction.cijfers import find_cijfers
from pipeline.rulebook import Regelboek

REGELBOEK = Regelboek()


def bevindingen(tekening, **anders):
    stuk = maak_stuk(tekening, **anders)
    gevuld = replace(stuk, cijfers=find_cijfers(stuk, REGELBOEK))
    return list(check_tabellen(gevuld, REGELBOEK))


def regels(tekening, **anders):
    return [b.regel.removeprefix("audit.") for b in bevindingen(tekening, **anders)]


def test_labels_one_row_off_are_told_with_what_the_rows_do_hold():
    tekening = """
Gemeente          | Opgave 2026 | <     | Bod 2026 | <
^                 | Oek         | Asiel | Oek      | Asiel
Goes              | 100         | 50    | 90       | 60
Hulst             | 200         | 60    | 220      | 50
Tholen            | 300         | 70    | 200      | 80
Totaal            | 600         | 180   | 510      | 190
verschil          |             |       | 85%      | 106%
landelijke opgave | 60.000      | 20.000 | -90     | 10
"""
    (melding,) = [b for b in bevindingen(tekening) if b.regel == "audit.rijlabel"]
    assert melding.klasse.value == "definitie"
    assert "de rij 'verschil' bevat percentages" in melding.omschrijving
    assert "'landelijke opgave' bevat absolute verschillen" in melding.omschrijving


def test_labels_that_say_what_the_rows_hold_are_left_alone():
    tekening = """
Gemeente      | Opgave oek | Bod oek | Bod asiel
Goes          | 100        | 90      | 60
Hulst         | 200        | 220     | 50
Tholen        | 300        | 200     | 80
Totaal        | 600        | 510     | 190
Percentage    |            | 85%     |
Verschil      |            | -90     |
"""
    assert regels(tekening) == []


FORMULIER = """
Formulier        | 2024        | 2025   | 2026    | 2027
^                | realisatie  | opgave | bod     | bod
Azc              | 120         | 150    | 140     | 160
Noodopvang       | 60          | 40     | 30      | 20
AMV (onderdeel opgave) | 16    | 15     | 20      | 25
Totaal           | {een}       | 190    | {twee}  | {drie}
"""


def test_a_part_inside_one_total_and_added_to_the_next_is_one_finding():
    tekening = FORMULIER.format(een=180, twee=170, drie=205)
    (melding,) = bevindingen(tekening, soort=Soort.FORMULIER)
    assert (melding.regel, melding.klasse.value) == ("audit.onderdeel", "definitie")
    assert "AMV (onderdeel opgave)" in melding.omschrijving
    assert melding.verdacht[0] == "tabel 1 r6 k5"
    assert "wordt 180 in plaats van 205" in melding.omschrijving


def test_a_part_that_is_always_inside_is_no_finding():
    assert regels(FORMULIER.format(een=180, twee=170, drie=180)) == []


def test_a_part_that_is_always_added_is_no_finding():
    tekening = FORMULIER.format(een=196, twee=190, drie=205).replace("190 ", "205 ", 1)
    assert regels(tekening) == []


def test_national_numbers_that_imply_half_a_country_are_a_question():
    inwoners = (20_000, 31_000, 42_000, 53_000, 64_000, 75_000)
    namen = ("Goes", "Hulst", "Tholen", "Veere", "Sluis", "Borsele")
    rijen = [
        f"{naam} | {i} | {round(i / 100)} | {i // 250}"
        for naam, i in zip(namen, inwoners, strict=True)
    ]
    totaal = sum(inwoners)
    kop = ["Gemeente | Inwoners | Opgave 2026 | <", "^ | ^ | Oek | Asiel"]
    tot = [f"Totaal | {totaal} | {totaal // 100} | {sum(i // 250 for i in inwoners)}"]

    def met(oek):
        land = [f"Landelijke opgave | | {oek} | 68.400"]
        return regels("\n".join([*kop, *rijen, *tot, *land]))

    assert "landelijk" in met("100.000")
    assert "landelijk" not in met("178.000")


def test_notations_are_worth_knowing_and_no_more():
    tekening = """
Gemeente | Opgave oek | Bod oek | Bod asiel
Goes     | 1.000      | 900     | ntb
Hulst    | 2.000      | 2200    | -
Tholen   | 3.000      | 2.000   | 0
Veere    | 4.000      | 4.000   | 5
Totaal   | 10.000     | 9.100   | 5
Verschil |            | -900    | -0
"""
    gevonden = bevindingen(tekening)
    assert {b.klasse.value for b in gevonden} == {"info", "ontbreekt"}
    assert {b.regel for b in gevonden} >= {
        "audit.min_nul", "audit.zonder_punt", "audit.nulvormen",
    }  # fmt: skip


def test_a_share_above_a_thousand_and_a_count_below_zero_are_questions():
    tekening = """
Gemeente | Opgave oek | Bod oek | Dekking
Goes     | 4          | 90      | 2.250%
Hulst    | 200        | 220     | 110%
Tholen   | 300        | -12     |
Veere    | 400        | 400     | 100%
"""
    vragen = [b for b in bevindingen(tekening) if b.klasse.value == "vraag"]
    assert [b.regel for b in vragen] == ["audit.groot_percentage", "audit.onder_nul"]


def test_a_formula_is_compared_by_where_it_points_from_its_own_cell():
    assert relative("=SUM(C7:E7)", "blad!F7") == relative("=SUM(C8:E8)", "F8")
    assert relative("=C$17*$B7/$B$17", "C7") == relative("=C$17*$B9/$B$17", "C9")
    assert relative("=SUM(C7:D7)", "F7") != relative("=SUM(C8:E8)", "F8")
    assert relative("=LOG10(A1)", "B1") == "=LOG10(R[0]K[-1])"


def werkblad(formules, waarden):
    rijen = "\n".join(
        f"{naam} | 10 | 20 | {waarde}"
        for naam, waarde in zip(
            ("Goes", "Hulst", "Tholen", "Veere", "Sluis"), waarden, strict=True
        )
    )
    stuk = maak_stuk(f"Gemeente | Oek | Asiel | Totaal\n{rijen}", blad="puzzel")
    (tabel,) = stuk.document.tabellen
    cellen = tuple(
        replace(c, formule=formules.get(c.adres)) if c.kolom == 4 else c
        for c in tabel.cellen
    )
    document = replace(stuk.document, tabellen=(replace(tabel, cellen=cellen),))
    stuk = replace(stuk, document=document)
    gevuld = replace(stuk, cijfers=find_cijfers(stuk, REGELBOEK))
    return [
        (b.regel, b.verdacht)
        for b in check_tabellen(gevuld, REGELBOEK)
        if b.regel in {"audit.formule", "audit.getypt"}
    ]


def test_a_formula_that_differs_from_its_neighbours_and_a_typed_number_are_asked():
    formules = {f"puzzel!D{r}": f"=B{r}+C{r}" for r in range(2, 7)}
    assert werkblad(formules, [30] * 5) == []
    anders = formules | {"puzzel!D4": "=B4+C3"}
    assert werkblad(anders, [30] * 5) == [("audit.formule", ("puzzel!D4",))]
    getypt = {k: v for k, v in formules.items() if k != "puzzel!D5"}
    assert werkblad(getypt, [30] * 5) == [("audit.getypt", ("puzzel!D5",))]
