"""Documents against each other: states, text against table, forms, lists, letters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from cijferbouw import maak_stuk

from modellen.dossier import Documentkaart, Dossier, GenummerdeActie
from modellen.stuk import Soort
from pipeline.audit import audit_dossier, audit_stuk
from pipeline.extraction import extract
from pipeline.extraction.cijfers import find_cijfers
from pipeline.rulebook import Regelboek

REGELBOEK = Regelboek()
PUZZEL = """
Gemeente | Opgave 2026 | <     | Voorstel 2026 | <
^        | Oek         | Asiel | Oek           | Asiel
Goes     | 143         | 60    | 100           | 40
Hulst    | 99          | 42    | 80            | 30
Tholen   | 95          | 40    | 70            | 20
Totaal   | 337         | 142   | 250           | 90
Dekking  |             |       | 74%           | 63%
"""
LATER = PUZZEL.replace("80            | 30", "95            | 30").replace(
    "250           | 90", "265           | 90"
).replace("74%", "79%")  # fmt: skip


def tabel(tekening, dag, bestand, soort=Soort.CIJFERTABEL):
    stuk = maak_stuk(
        tekening, boven=f"stand per {dag}" if dag else "", bestand=bestand, soort=soort
    )
    return replace(stuk, cijfers=find_cijfers(stuk, REGELBOEK))


def tekst(zin, bestand="memo.docx", datum="2025-11-03", soort=Soort.MEMO):
    stuk = maak_stuk("", onder=zin, bestand=bestand, soort=soort, datum=datum)
    return replace(stuk, cijfers=find_cijfers(stuk, REGELBOEK))


def dossier_van(*stukken):
    kaarten = tuple(
        Documentkaart(
            id=s.document.id, bestand=s.document.bron.bestand,
            sha256=f"{nr:064d}", soort=s.kenmerken.soort,
            titel=None, datum=s.kenmerken.datum, pagina_van=1, pagina_tot=1,
            ouder=None, status="gelezen", concept=None,
        )
        for nr, s in enumerate(stukken)
    )  # fmt: skip
    return Dossier(
        documenten=kaarten,
        cijfers=tuple(c for s in stukken for c in s.cijfers),
        acties=tuple(
            GenummerdeActie(nummer=str(n), actie=a)
            for n, a in enumerate(a for s in stukken for a in s.acties)
        ),
    )


def samen(*stukken):
    teksten = {s.document.id: s.document.tekst for s in stukken}
    alle = audit_dossier(dossier_van(*stukken), REGELBOEK, teksten.__getitem__)
    weg = {"audit.dubbel", "audit.tweeling"}
    return [
        (b.regel[6:], b.klasse.value, b.omschrijving)
        for b in alle
        if b.regel not in weg
    ]


SEPT = ("1 september 2025", "sept.docx")
DEC = ("1 december 2025", "dec.docx")


def test_a_later_state_says_who_moved_and_what_counts_now():
    ((regel, klasse, woorden),) = samen(tabel(PUZZEL, *SEPT), tabel(LATER, *DEC))
    assert (regel, klasse) == ("stand_versie", "versie")
    assert "Hulst voorstel Oekraïne 80 → 95 (+15)" in woorden
    assert "veranderde 1 cijfer: " in woorden
    assert "Geldend is 'dec.docx'" in woorden


def test_two_tables_of_one_day_that_differ_are_a_conflict():
    ((regel, klasse, _),) = samen(
        tabel(PUZZEL, *SEPT), tabel(LATER, "1 september 2025", "ook sept.pdf")
    )
    assert (regel, klasse) == ("stand_conflict", "conflict")


def test_a_copy_is_no_finding():
    assert samen(tabel(PUZZEL, *SEPT), tabel(PUZZEL, SEPT[0], "kopie.pdf")) == []


def test_tables_of_other_years_are_not_compared():
    anders = LATER.replace("2026", "2027")
    assert samen(tabel(PUZZEL, *SEPT), tabel(anders, *DEC)) == []


@pytest.mark.parametrize(
    ("zin", "regel"),
    [
        ("Van de opgave voor asiel is nu 55% gedekt.", "tekst_versie"),
        ("Van de opgave voor asiel is op peildatum 1 september 2025 55% gedekt.", "tekst_conflict"),
        ("Van de opgave voor asiel is nu 63% gedekt.", None),
        ("Van de opgave voor asiel is nu ongeveer 60% gedekt.", None),
        ("Ongeveer 6% van de asielzoekers komt in deze provincie.", None),
        ("De opgave voor asiel in 2026 is voor Goes 60 plekken.", None),
        ("De opgave voor asiel in 2026 is voor Goes 66 plekken.", "tekst_versie"),
        ("De opgave voor asiel in 2027 is voor Goes 66 plekken.", None),
    ],
)  # fmt: skip
def test_a_number_in_a_sentence_is_held_against_the_table(zin, regel):
    gevonden = samen(tabel(PUZZEL, *SEPT), tekst(zin))
    assert [r for r, _, _ in gevonden] == ([regel] if regel else [])


def test_a_share_gives_the_numbers_it_can_come_from():
    zin = "Van de opgave voor asiel is nu 55% gedekt."
    ((_, _, woorden),) = samen(tabel(PUZZEL, *SEPT), tekst(zin))
    assert "Van een opgave van 142 is dat 77 tot 79" in woorden


FORMULIER = """
Formulier       | opgave 2026 | voorstel 2026
Azc             | 60          | {asiel}
Amv (onderdeel) | 8           | 4
Totaal asiel    | 60          | {asiel}
GOO (Oekraïne)  | 143         | {oek}
"""


def vorm(asiel, oek, boven):
    stuk = maak_stuk(
        FORMULIER.format(asiel=asiel, oek=oek), boven=boven, bestand="formulier.docx",
        soort=Soort.FORMULIER, titel="Formulier bod", datum="2025-10-01",
    )  # fmt: skip
    return replace(stuk, cijfers=find_cijfers(stuk, REGELBOEK))


def test_a_form_that_names_nobody_is_matched_by_its_figures():
    gevonden = samen(tabel(PUZZEL, *SEPT), vorm(40, 100, "Formulier bod"))
    assert [r for r, _, _ in gevonden] == ["formulier_afzender"]
    assert "passen alleen bij Goes" in gevonden[0][2]


def test_a_form_that_differs_is_another_state_with_both_cells():
    gevonden = samen(tabel(PUZZEL, *SEPT), vorm(40, 120, "Formulier bod"))
    ((regel, klasse, woorden),) = [g for g in gevonden if g[0] != "formulier_afzender"]
    assert (regel, klasse) == ("formulier_versie", "versie")
    assert "voorstel Oekraïne 2026: formulier 120" in woorden
    assert "tabel 100 (tabel 1 r3 k4)" in woorden


def test_a_column_of_two_years_with_the_first_year_only_is_a_definition():
    tekening = PUZZEL.replace("Voorstel 2026", "Voorstel 2026+2027")
    stuk = maak_stuk(
        """
Formulier       | opgave 2026 | voorstel 2026 | voorstel 2027
Azc             | 60          | 40            | 75
Totaal asiel    | 60          | 40            | 75
GOO (Oekraïne)  | 143         | 100           | 100
Amv             | 8           | 4             | 4
""",
        boven="Formulier bod gemeente Goes", titel="Formulier bod gemeente Goes",
        bestand="formulier Goes.docx", soort=Soort.FORMULIER,
    )  # fmt: skip
    los = replace(stuk, cijfers=find_cijfers(stuk, REGELBOEK))
    gevonden = [
        g for g in samen(tabel(tekening, *SEPT), los) if g[0] == "formulier_jaren"
    ]
    ((_, klasse, woorden),) = gevonden
    assert klasse == "definitie"
    assert "40 in 2026 en 75 in 2027" in woorden


def gelezen(zinnen, tekening, **anders):
    stuk = maak_stuk(tekening, boven=zinnen, **anders)
    return extract([stuk.document], REGELBOEK)[0]


ZINNEN = """
Verslag overleg 3 november 2025
Actie: het COA levert vóór 1 december een overzicht van aflopende contracten.
Actie: gemeente Goes deelt de raadsbrief over kleinschalige opvang.
"""


def test_an_owner_who_is_only_in_the_list_comes_up():
    stuk = gelezen(
        ZINNEN,
        """
Nr | Actie | Wie | Gereed
1 | Overzicht van aflopende contracten leveren | COA en Nidos | 1 december
2 | Raadsbrief kleinschalige opvang delen | gemeente Goes | z.s.m.
""",
        bestand="Verslag 3 november 2025.docx",
    )
    (melding,) = [b for b in audit_stuk(stuk, REGELBOEK) if "actiehouder" in b.regel]
    assert "Nidos" in melding.omschrijving
    assert melding.klasse.value == "vraag"


def test_an_action_that_the_list_forgot_comes_up():
    stuk = gelezen(
        ZINNEN + "\nActie: de provincie rekent de businesscase van de hal door.",
        """
Nr | Actie | Wie | Gereed
1 | Overzicht van aflopende contracten leveren | COA | 1 december
2 | Raadsbrief kleinschalige opvang delen | gemeente Goes | z.s.m.
""",
        bestand="Verslag 3 november 2025.docx",
    )
    (melding,) = [b for b in audit_stuk(stuk, REGELBOEK) if "niet_in_lijst" in b.regel]
    assert "businesscase" in melding.omschrijving
    assert "raadsbrief" not in melding.omschrijving


@pytest.mark.parametrize(("dag", "aantal"), [("12", 1), ("15", 0), ("28", 0)])
def test_a_letter_named_by_another_day_than_its_own_is_a_conflict(dag, aantal):
    brief = tekst("Geacht college,", "brief.docx", "2025-09-15", Soort.BRIEF)
    memo = tekst(f"Bij brief op {dag} september 2025 is dit gevraagd.")
    gevonden = samen(brief, memo)
    assert [r for r, _, _ in gevonden] == ["briefdatum"] * aantal
    if aantal:
        assert "is van 15 september 2025" in gevonden[0][2]


def lijst(aankondiging, aantal):
    from modellen.document import Blok, Bron, Document, Vorm
    from modellen.plaats import OpPagina
    from modellen.stuk import Kenmerken, Stuk

    regels = [aankondiging, *(f"punt {n} van de lijst" for n in range(aantal)), "Slot."]
    tekst_, blokken = "", []
    for nr, regel in enumerate(regels):
        soort = Vorm.LIJST if 0 < nr <= aantal else Vorm.ALINEA
        blokken.append(
            Blok(tekst=regel, begin=len(tekst_), plaats=OpPagina(1), vorm=soort)
        )
        tekst_ += regel + "\n"
    document = Document(
        bron=Bron(bestand="a.docx", sha256="0" * 64, formaat="docx"),
        tekst=tekst_,
        blokken=tuple(blokken),
    )
    kenmerken = Kenmerken(soort=Soort.MEMO, titel=None, datum=date(2025, 1, 1))
    stuk = Stuk(document=document, kenmerken=kenmerken)
    return [
        b.regel for b in audit_stuk(stuk, REGELBOEK) if b.regel == "audit.opsomming"
    ]


def test_a_list_is_as_long_as_its_sentence_says():
    assert lijst("Wij vragen de volgende drie zaken:", 4) == ["audit.opsomming"]
    assert lijst("Wij vragen de volgende drie zaken:", 3) == []
    assert lijst("De volgende 12 gemeenten deden mee:", 11) == ["audit.opsomming"]
    assert lijst("Op de volgende vergadering komt aan de orde:", 3) == []
