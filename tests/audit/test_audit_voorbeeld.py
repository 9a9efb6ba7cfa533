"""The findings of the example table: each with its class, and what stays silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.audit import audit_stuk
from pipeline.extraction import extract
from pipeline.readers import read_file
from pipeline.rulebook import Regelboek
from pipeline.settings import Grenzen
from pipeline.splitting import split

VOORBEELDEN = Path(__file__).parents[2].parent / "shared" / "voorbeelden"
REGELBOEK = Regelboek()
WERKMAP = "2024-07-19 puzzel.xlsx"
GEDRUKT = (
    "2024-07-19 brief invulling Spreidingswet.docx",
    "2024-07-19 brief invulling Spreidingswet.pdf",
    "2024-07-19 bundel mail brief tabel agenda.pdf",
)
# the ids of onderzoek/cijfers.md, by rule; A2 is told with A1
IN_ALLE = {
    "totaal_afronding": "afronding",  # A1 and A3
    "rijlabel": "definitie",  # A4
    "kopnaam": "definitie",  # A6
    "telt_als_nul": "ontbreekt",  # A7
    "nulvormen": "info",  # A8
    "patroon": "info",  # A9
    "ongedrukt": "afronding",  # A10
    "landelijk": "vraag",  # A12
    "verschuiving": "versie",
}
ALLEEN_GEDRUKT = {"min_nul": "info", "zonder_punt": "info"}  # A5 and A13

pytestmark = pytest.mark.skipif(
    not VOORBEELDEN.is_dir(), reason="de map shared met voorbeelden ontbreekt"
)


def bevindingen(naam):
    gelezen = read_file(VOORBEELDEN / naam, naam, Grenzen())
    documenten = [d for heel in gelezen.documenten for d in split(heel, REGELBOEK)]
    return [b for s in extract(documenten, REGELBOEK) for b in audit_stuk(s, REGELBOEK)]


def van_de_tabel(naam):
    return [b for b in bevindingen(naam) if b.cijfers]


def een(alle, regel):
    (gevonden,) = [b for b in alle if b.regel == f"audit.{regel}"]
    return gevonden


@pytest.mark.parametrize("naam", [WERKMAP, *GEDRUKT])
def test_each_finding_has_its_class_and_there_is_no_other(naam):
    gevonden = [(b.regel, b.klasse.value) for b in van_de_tabel(naam)]
    verwacht = IN_ALLE | (ALLEEN_GEDRUKT if naam in GEDRUKT else {})
    assert set(gevonden) == {(f"audit.{r}", k) for r, k in verwacht.items()}
    dubbel = [regel for regel, _ in gevonden if regel == "audit.totaal_afronding"]
    assert len(gevonden) == len(verwacht) + len(dubbel) - 1 == len(verwacht) + 1


@pytest.mark.parametrize("naam", [WERKMAP, *GEDRUKT])
def test_the_totals_that_are_off_are_off_by_rounding_and_told_once(naam):
    rond = [b for b in van_de_tabel(naam) if b.regel == "audit.totaal_afronding"]
    assert [(b.gevonden, b.verwacht, b.verschil) for b in rond] == [
        ("5.722", "5.720", "+2"),
        ("5.610", "5.609", "+1"),
    ]
    assert "grens 6" in rond[0].omschrijving
    assert "naar inwoners verdeeld" in rond[0].omschrijving
    assert "Hieruit volgt hetzelfde verschil in Totaal, opgave totaal" in (
        rond[0].omschrijving
    )


@pytest.mark.parametrize("naam", [WERKMAP, *GEDRUKT])
def test_the_words_of_the_findings_hold_the_figures_that_matter(naam):
    alle = van_de_tabel(naam)
    leeg = een(alle, "telt_als_nul").omschrijving
    for woorden in ("Noordenveld", "4.216", "252", "171%", "1.754", "183,9%"):
        assert woorden in leeg
    label = een(alle, "rijlabel").omschrijving
    assert "'verschil' bevat percentages" in label
    assert "'Totaal landelijke opgave' bevat absolute verschillen" in label
    kop = een(alle, "kopnaam").omschrijving
    assert "noemt Oekraïne en asiel" in kop
    assert "de som van Oekraïne, amv en asiel" in kop
    regel = een(alle, "patroon").omschrijving
    for woorden in (
        (
            "Borger-Odoorn (435), De Wolden (432), Midden-Drenthe (585), "
            "Noordenveld (546) en Tynaarlo (618)"
        ),
        (
            "Aa en Hunze +58, Assen +641, Coevorden +75, Emmen +1, Hoogeveen +523, "
            "Meppel +24 en Westerveld +37"
        ),
        "In alle 12 rijen",
    ):
        assert woorden in regel
    los = een(alle, "ongedrukt").omschrijving
    assert ("9.771" in los, "9.770" in los, "116,1%" in los) == (True, True, True)
    land = een(alle, "landelijk").omschrijving
    for woorden in ("10,5 miljoen", "4,77%", "2,56%", "1,86"):
        assert woorden in land


@pytest.mark.parametrize("naam", [WERKMAP, *GEDRUKT])
def test_five_gemeenten_moved_between_proposal_and_contribution(naam):
    wie = een(van_de_tabel(naam), "verschuiving").omschrijving
    for woorden in (
        "bij 5 rijen",
        "Borger-Odoorn +138/-128/+38",
        "De Wolden +161/-70/+44",
        "Midden-Drenthe +135/-148/0",
        "Noordenveld +294/ntb→0/0",
        "Tynaarlo +215/0/0",
        "Oekraïne +944, asiel -346 en amv +82",
    ):
        assert woorden in wie


def test_minus_zero_and_a_missing_point_are_no_more_than_worth_knowing():
    alle = van_de_tabel(GEDRUKT[0])
    assert "Gelezen als 0" in een(alle, "min_nul").omschrijving
    punt = een(alle, "zonder_punt").omschrijving
    assert ("'5610'" in punt, "'3870'" in punt) == (True, True)


def test_a_form_that_adds_up_says_nothing():
    assert van_de_tabel("2024-04-15 formulier bijdrage.xlsx") == []


def test_the_agenda_prepares_a_meeting_already_held():
    alle = bevindingen("2024-07-23 agenda PRT ambtelijk.docx")
    assert [b.regel for b in alle if b.klasse.value == "vraag"] == [
        "audit.voorbereiding"
    ]
