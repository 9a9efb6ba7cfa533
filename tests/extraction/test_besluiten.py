"""Decisions of the meeting itself, and what only looks like one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from modellen.afspraak import Resultaat
from modellen.document import Bron, Vorm
from modellen.plaats import InAlinea
from modellen.stuk import Kenmerken, Soort, Stuk
from pipeline.extraction.besluiten import find_besluiten
from pipeline.readers.opbouw import Bouwer
from pipeline.rulebook import Regelboek

REGELBOEK = Regelboek()
DAG = date(2025, 3, 6)
VOORBEELDEN = Path(__file__).parents[2] / ".." / "shared" / "voorbeelden"
PLAATS = InAlinea(pad="p[1]")


def _besluiten(*regels, soort=Soort.VERSLAG, tabel=()):
    bouwer = Bouwer(Bron(bestand="proef.docx", sha256="0" * 64, formaat="docx"))
    for regel in regels:
        if regel.startswith("# "):
            bouwer.blok(regel[2:], PLAATS, vorm=Vorm.KOP, niveau=1)
        else:
            vorm = Vorm.LIJST if regel.startswith("- ") else Vorm.ALINEA
            bouwer.blok(regel.removeprefix("- "), PLAATS, vorm=vorm)
    if tabel:
        bouwer.open_tabel()
        for nummer, rij in enumerate(tabel, 1):
            for kolom, cel in enumerate(rij, 1):
                bouwer.open_cel(nummer)
                bouwer.blok(cel, PLAATS)
                bouwer.close_cel(PLAATS, kolom=kolom)
        bouwer.close_tabel()
    kenmerken = Kenmerken(soort=soort, titel=None, datum=DAG)
    return find_besluiten(Stuk(document=bouwer.build(), kenmerken=kenmerken), REGELBOEK)


GENOMEN = [
    ("Het verslag wordt ongewijzigd vastgesteld.", Resultaat.VASTGESTELD),
    ("De tafel stelt de actielijst vast.", Resultaat.VASTGESTELD),
    ("De tafel stemt in met de verdeling.", Resultaat.INGESTEMD),
    ("Met het voorstel Buitenhof is ingestemd.", Resultaat.INGESTEMD),
    ("De leden gaan akkoord met het plan.", Resultaat.INGESTEMD),
    ("De notitie huisvesting is akkoord.", Resultaat.INGESTEMD),
    ("De voorzitter krijgt mandaat voor het gesprek.", Resultaat.INGESTEMD),
    (
        "De tafel stemt in met het plan, onder de voorwaarde dat het Rijk betaalt.",
        Resultaat.GEWIJZIGD_INGESTEMD,
    ),
    ("Het voorstel wordt aangehouden tot juni.", Resultaat.AANGEHOUDEN),
    ("Het voorstel wordt met algemene stemmen verworpen.", Resultaat.AFGEWEZEN),
    ("De tafel neemt kennis van de memo.", Resultaat.TER_KENNISNAME),
    ("De brief wordt voor kennisgeving aangenomen.", Resultaat.TER_KENNISNAME),
    ("Afgesproken is dat alle gemeenten meedoen.", Resultaat.BESLOTEN),
    (
        "Afsproken is dat gemeenten bericht krijgen en hiermee moeten instemmen.",
        Resultaat.BESLOTEN,
    ),
    ("De PRT besluit de locatie te verlengen.", Resultaat.BESLOTEN),
    ("We hebben besloten om de pilot te stoppen.", Resultaat.BESLOTEN),
    ("Besluit: instemmen met variant B.", Resultaat.INGESTEMD),
    ("Besluit 4: de verdeling gaat naar inwonertal.", Resultaat.BESLOTEN),
]


@pytest.mark.parametrize(("zin", "resultaat"), GENOMEN)
def test_a_decision_is_found_with_its_outcome(zin, resultaat):
    (besluit,) = _besluiten(zin)

    assert besluit.resultaat is resultaat
    assert besluit.datum == DAG
    assert besluit.herkomst.citaat == zin


GEEN = [
    "Het college heeft besloten de opvang te verlengen.",
    "De raad van Emmen heeft het plan vastgesteld.",
    "In 2019 is besloten de locatie te sluiten.",
    "De tafel wordt gevraagd in te stemmen met de notitie.",
    "Voorstel: instemmen met de notitie.",
    "Het plan zal in mei worden vastgesteld.",
    "De leden kunnen instemmen met deze lijn.",
    "De tafel stelt vast dat de instroom daalt.",
    "Er zijn drie personen aangehouden.",
    "De minister neemt in oktober een besluit.",
    "De tijdelijke commissie onderschrijft deze zorgen.",
    "In het hoofdlijnenakkoord is afgesproken dat dit stopt.",
    "Het verdelingsbesluit is nog niet gerealiseerd.",
    "Het rapport wordt in het najaar vastgesteld.",
]


@pytest.mark.parametrize("zin", GEEN)
def test_what_others_decide_or_what_is_still_to_come_is_no_decision(zin):
    assert _besluiten(zin) == ()


def test_a_bare_outcome_takes_the_words_of_its_heading():
    (besluit,) = _besluiten("# Verslag 11 april", "Ingestemd.")

    assert besluit.omschrijving == "Verslag 11 april: ingestemd."
    assert besluit.herkomst.citaat == "Ingestemd."


def test_each_bullet_behind_we_agreed_that_is_a_decision():
    besluiten = _besluiten(
        "Op 2 februari kwamen wij bijeen. We hebben afgesproken dat:",
        "- we voortbouwen op wat er is;",
        "- alle gemeenten bijdragen.",
        "Verder is er niets te melden.",
        soort=Soort.BRIEF,
    )

    assert [b.omschrijving for b in besluiten] == [
        "we voortbouwen op wat er is;",
        "alle gemeenten bijdragen.",
    ]


def test_a_besluitenlijst_gives_number_subject_and_outcome():
    tabel = (
        ("Nr", "Agendapunt", "Besluit", "Datum"),
        ("25-04", "Verslag januari", "Vastgesteld", "06-03-2025"),
        ("25-05", "Verdeling", "De tafel stemt in met variant B.", "06-03-2025"),
    )
    een, twee = _besluiten(soort=Soort.BESLUITENLIJST, tabel=tabel)

    assert (een.nummer_bron, een.omschrijving) == (
        "25-04",
        "Verslag januari: vastgesteld",
    )
    assert een.resultaat is Resultaat.VASTGESTELD
    assert twee.omschrijving == "De tafel stemt in met variant B."
    assert twee.datum == DAG


def test_a_decision_told_twice_is_one_decision():
    besluiten = _besluiten(
        "In het overleg is afgesproken dat alle gemeenten ruimte krijgen voor een eigen invulling.",
        "Afgesproken is dat alle gemeenten de ruimte krijgen voor een eigen invulling.",
    )

    assert len(besluiten) == 1


@pytest.mark.parametrize("soort", [Soort.AGENDA, Soort.GEANNOTEERDE_AGENDA])
def test_an_agenda_holds_no_decisions(soort):
    assert _besluiten("Besluit: instemmen met variant B.", soort=soort) == ()


VERWACHT = [
    ("2024-07-19 terugkoppeling PRT.eml", ["gemeenten", "ruimte", "college"]),
    ("2024-02-15 brief Drentse aanpak.docx", ["vrijwilligheid", "verdeling"]),
    ("2024-02-15 brief Drentse aanpak.docx", ["evenredige", "bijdrage"]),
    ("2024-02-15 brief Drentse aanpak.pdf", ["evenredige", "bijdrage"]),
    ("2025-11-19 actielijst PRT.docx", ["actie-", "besluitenlijst", "11 april"]),
    ("2025-11-19 actielijst PRT.docx", ["buurthuis"]),
    ("2025-11-19 actielijst PRT.docx", ["tijdig", "bericht", "plaatsingen"]),
    ("2025-11-19 actielijst PRT.pdf", ["tijdig", "bericht", "plaatsingen"]),
]


@pytest.mark.skipif(
    not VOORBEELDEN.is_dir(), reason="de voorbeelden staan niet naast de repository"
)
@pytest.mark.parametrize(("bestand", "woorden"), VERWACHT)
def test_the_decisions_of_the_examples_are_found(bestand, woorden):
    from pipeline.extraction import extract
    from pipeline.readers import read_file
    from pipeline.settings import Grenzen

    lezing = read_file((VOORBEELDEN / bestand).resolve(), bestand, Grenzen())
    besluiten = [b for s in extract(lezing.documenten, REGELBOEK) for b in s.besluiten]

    assert any(all(w in b.omschrijving.lower() for w in woorden) for b in besluiten)
