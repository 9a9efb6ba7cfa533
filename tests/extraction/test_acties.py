"""Actions as a secretaris would note them, each shown on a few lines of text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from modellen.afspraak import Actiesoort, Actiestatus
from modellen.document import Bron, Vorm
from modellen.plaats import InAlinea
from modellen.stuk import Kenmerken, Soort, Stuk
from modellen.vergadering import Deelnemer, Vergadering
from pipeline.extraction.acties import find_acties
from pipeline.readers.opbouw import Bouwer
from pipeline.rulebook import Regelboek

REGELBOEK = Regelboek()
DAG = date(2025, 3, 6)
VOORBEELDEN = Path(__file__).parents[2] / ".." / "shared" / "voorbeelden"
PLAATS = InAlinea(pad="p[1]")


def _stuk(*regels, soort=Soort.VERSLAG, datum=DAG, tabel=(), **velden):
    bouwer = Bouwer(Bron(bestand="proef.docx", sha256="0" * 64, formaat="docx"))
    for regel in regels:
        vorm = Vorm.LIJST if regel.startswith("- ") else Vorm.ALINEA
        bouwer.blok(regel.removeprefix("- "), PLAATS, vorm=vorm)
    if tabel:
        bouwer.open_tabel()
        for nummer, rij in enumerate(tabel, 1):
            for kolom, cel in enumerate(rij, 1):
                bouwer.open_cel(nummer)
                for alinea in cel.split("\n"):
                    bouwer.blok(alinea, PLAATS)
                bouwer.close_cel(PLAATS, kolom=kolom)
        bouwer.close_tabel()
    kenmerken = Kenmerken(soort=soort, titel=None, datum=datum)
    return Stuk(document=bouwer.build(), kenmerken=kenmerken, **velden)


def _acties(*regels, **opties):
    return find_acties(_stuk(*regels, **opties), REGELBOEK)


def _enige(*regels, **opties):
    (actie,) = _acties(*regels, **opties)
    return actie


def test_a_literal_action_has_owner_term_and_clean_words():
    actie = _enige("Actie: de secretaris mailt de leden vóór 1 april.")

    assert actie.omschrijving == "de secretaris mailt de leden vóór 1 april."
    assert actie.actiehouders == ("secretaris",)
    assert (actie.termijn, actie.termijn_tekst) == (date(2025, 4, 1), "vóór 1 april")
    assert actie.expliciet
    assert actie.herkomst.citaat.startswith("Actie:")


@pytest.mark.parametrize(
    ("regel", "houders"),
    [
        ("Actie Van Dam: locaties nalopen.", ("Van Dam",)),
        ("Actiepunt 4 (gemeente Emmen): locaties nalopen.", ("gemeente Emmen",)),
        ("Actie: locaties nalopen (projectleider).", ("projectleider",)),
        ("Actie: locaties nalopen. Wie: Van Dam. Gereed: 1 mei.", ("Van Dam",)),
        ("AP – Assen en de provincie lopen de locaties na.", ("Assen", "provincie")),
        ("De locaties worden nagelopen (actie: Van Dam).", ("Van Dam",)),
        ("Locaties nalopen → Van Dam", ("Van Dam",)),
        ("Actie: locaties nalopen.", ()),
        ("Actie: 5.1.2e loopt de locaties na.", ()),
    ],
)
def test_the_owner_is_found_wherever_it_is_written(regel, houders):
    assert _enige(regel).actiehouders == houders


@pytest.mark.parametrize(
    ("regel", "houders", "soort"),
    [
        (
            "Wethouder Prins zegt toe de lijst te delen.",
            ("Wethouder Prins",),
            "toezegging",
        ),
        ("De lijst wordt door het COA en Nidos aangevuld.", ("COA", "Nidos"), "actie"),
        ("Het onderwerp wordt geagendeerd voor 12 juni.", (), "afspraak"),
        (
            "De voorzitter verzoekt de gemeenten om hun cijfers te delen.",
            ("gemeenten",),
            "verzoek",
        ),
        (
            "Oproep vanuit de tafel aan het ministerie is om dit te regelen.",
            ("ministerie",),
            "verzoek",
        ),
        ("Eva Bos gaat na of dit kan.", ("Eva Bos",), "toezegging"),
        ("Vóór 1 mei stuurt de secretaris de stukken.", ("secretaris",), "toezegging"),
        (
            "De secretaris van de regietafel pakt dit op.",
            ("secretaris van de regietafel",),
            "toezegging",
        ),
    ],
)
def test_cues_in_running_text_give_owner_and_kind(regel, houders, soort):
    actie = _enige(regel)

    assert actie.actiehouders == houders
    assert actie.soort is Actiesoort(soort)


@pytest.mark.parametrize(
    "regel",
    [
        "De gemeente overweegt een tweede locatie te openen.",
        "Na de zomer kan dit desgewenst geagendeerd worden.",
        "De uitvoeringsscan wordt niet meegenomen.",
        "De gemeente geeft aan dat de locatie op 1 mei sluit.",
        "De huidige toezeggingen zijn beperkt.",
        "De stukken zijn inmiddels verzonden.",
        "Wethouder Prins vraagt of dit klopt.",
        "Voor vragen kunt u contact opnemen met het secretariaat.",
        "In 2019 zegde het kabinet toe de kosten te vergoeden.",
        "De burgemeester deelt zijn zorgen over de veiligheid.",
    ],
)
def test_wishes_reports_and_courtesies_are_no_actions(regel):
    assert _acties(regel) == ()


def test_a_sentence_that_points_back_carries_what_it_points_to():
    actie = _enige(
        "Per 1 juli wijzigt de regeling. Is vroeg aanvragen gunstiger? Dit wordt onderzocht."
    )

    assert actie.omschrijving == "Is vroeg aanvragen gunstiger? Dit wordt onderzocht."
    assert actie.herkomst.citaat == "Dit wordt onderzocht."
    assert actie.termijn is None


def test_two_who_each_do_something_are_two_actions():
    acties = _acties(
        "Jansen zoekt dit uit en de secretaris agendeert het voor 12 juni."
    )

    assert [a.actiehouders for a in acties] == [("Jansen",), ("secretaris",)]


def test_she_is_the_person_named_just_before():
    actie = _acties(
        "Mevrouw Vos licht de cijfers toe. Zij komt in mei met een notitie."
    )[-1]

    assert actie.actiehouders in (("mevrouw Vos",), ("Mevrouw Vos",))


def test_initials_become_a_name_only_when_one_person_has_them():
    stuk = _stuk("Actie KB: agenda maken.")
    herkomst = stuk.document.citeer(0, 5, regel="proef")
    karin = Deelnemer(naam="Karin Bos", herkomst=herkomst)
    kees = Deelnemer(naam="Kees Bakker", herkomst=herkomst)

    een = _enige("Actie KB: agenda maken.", deelnemers=(karin,))
    twee = _enige("Actie KB: agenda maken.", deelnemers=(karin, kees))

    assert een.actiehouders == ("Karin Bos",)
    assert twee.actiehouders == ("KB",)


def test_the_next_meeting_gives_the_term_when_its_day_is_known():
    zonder = _enige("Actie: dit komt terug in de volgende regietafel.")
    herkomst = zonder.herkomst
    volgende = Vergadering(
        naam="PRT", datum=date(2025, 6, 5), aangekondigd=True, herkomst=herkomst
    )
    met = _enige(
        "Actie: dit komt terug in de volgende regietafel.", vergaderingen=(volgende,)
    )

    assert (zonder.termijn, zonder.termijn_tekst) == (None, "volgende regietafel")
    assert met.termijn == date(2025, 6, 5)


def test_a_letter_asks_its_addressee():
    actie = _enige(
        "Aan: het college van de gemeente Borne",
        "Geacht college,",
        "Ik zie uw reactie uiterlijk 30 september '25 tegemoet.",
        soort=Soort.BRIEF,
    )

    assert actie.actiehouders == ("college van de gemeente Borne",)
    assert actie.termijn == date(2025, 9, 30)
    assert actie.soort is Actiesoort.VERZOEK


def test_items_below_a_heading_are_actions():
    acties = _acties(
        "Actiepunten:",
        "- Secretaris: planning rondsturen",
        "- Cijfers aanvullen (gemeenten, provincie)",
        "Daarmee sluit de voorzitter de vergadering. Hij dankt allen. Tot ziens.",
    )

    assert [a.actiehouders for a in acties] == [
        ("Secretaris",),
        ("gemeenten", "provincie"),
    ]
    assert [a.omschrijving for a in acties] == [
        "planning rondsturen",
        "Cijfers aanvullen.",
    ]


def test_a_table_is_read_by_its_headers_in_any_order():
    tabel = (
        ("Status", "Gereed voor", "Wie?", "Actiepunt", "Nr"),
        ("loopt", "1 mei", "Bos", "Locaties nalopen", "24-3"),
        ("wacht op jurist", "", "", "Convenant herzien", "24-4"),
    )
    een, twee = _acties(soort=Soort.ACTIELIJST, tabel=tabel)

    assert (een.nummer_bron, een.omschrijving) == ("24-3", "Locaties nalopen")
    assert (een.actiehouders, een.termijn) == (("Bos",), date(2025, 5, 1))
    assert een.status is Actiestatus.IN_UITVOERING
    assert (twee.status, twee.stand_van_zaken) == (Actiestatus.OPEN, "wacht op jurist")
    assert (twee.actiehouders, twee.termijn) == ((), None)


@pytest.mark.parametrize(
    ("woorden", "termijn", "ander"),
    [
        ("Stuur het formulier uiterlijk 14 november in", "14-11-2024", ()),
        ("Stuur het formulier uiterlijk 21 november in", "14-11-2025", (21,)),
        ("Stuur het formulier uiterlijk 14 november 2026 in", "14-11-2025", (14,)),
    ],
)
def test_a_day_without_a_year_does_not_contradict_its_column(woorden, termijn, ander):
    kop = ("Actie", "Wie", "Gereed vóór", "Status")
    actie = _enige(
        tabel=(kop, (woorden, "secretaris", termijn, "open")), soort=Soort.ACTIELIJST
    )

    assert tuple(a.termijn.day for a in actie.elders) == ander


def test_a_list_without_headers_is_read_with_less_certainty():
    tabel = (
        ("1", "Locaties in de regio nalopen op brandveiligheid", "Bos", "1 mei 2025"),
        ("2", "Overzicht van leegstaande panden bijwerken", "De Wit", "1 juni 2025"),
    )
    acties = _acties(soort=Soort.ACTIELIJST, tabel=tabel)

    assert [a.actiehouders for a in acties] == [("Bos",), ("De Wit",)]
    assert all(a.herkomst.zekerheid < 0.9 for a in acties)


def test_bullets_beside_one_owner_are_actions_only_when_they_announce_work():
    tabel = (
        ("Onderwerp", "Door wie?"),
        (
            "Opvang\nAlle locaties zijn vol.\nDe gevolgen worden onderzocht.",
            "Secretaris",
        ),
    )
    actie = _enige(soort=Soort.ACTIELIJST, tabel=tabel)

    assert "gevolgen" in actie.omschrijving
    assert actie.actiehouders == ("Secretaris",)
    assert actie.herkomst.zekerheid < 0.7


def test_a_sentence_and_its_row_are_one_action():
    tabel = (
        ("Actie", "Wie", "Wanneer"),
        ("Cijfers per locatie delen met de leden", "projectleider", "1 april"),
    )
    actie = _enige(
        "Actie: de projectleider deelt de cijfers per locatie met de leden.",
        tabel=tabel,
    )

    assert actie.herkomst.regel == "acties/rij"
    assert actie.termijn == date(2025, 4, 1)


def test_a_table_of_figures_holds_no_actions():
    tabel = (
        ("Gemeente", "Opgave", "Bod"),
        ("Oss", "340", "300"),
        ("Uden", "120", "120"),
    )

    assert _acties(tabel=tabel) == ()


VERWACHT = [
    (
        "2024-07-19 terugkoppeling PRT.eml",
        ["verslag", "minister"],
        None,
        date(2024, 11, 1),
    ),
    ("2024-07-19 terugkoppeling PRT.eml", ["arbeidsuren"], "ministerie", None),
    (
        "2024-07-19 brief invulling Spreidingswet.docx",
        ["reactie"],
        "college",
        date(2024, 9, 30),
    ),
    (
        "2024-07-19 brief invulling Spreidingswet.pdf",
        ["reactie"],
        "college",
        date(2024, 9, 30),
    ),
    ("2024-02-15 brief Drentse aanpak.docx", ["gegevens"], "college", date(2024, 4, 1)),
    ("2025-11-19 actielijst PRT.docx", ["1 januari", "onderzocht"], "secretaris", None),
    (
        "2025-11-19 actielijst PRT.docx",
        ["veiligelanders", "15 december"],
        "secretaris",
        date(2025, 12, 15),
    ),
    ("2025-11-19 actielijst PRT.docx", ["gs", "voorstel"], "secretaris", None),
    (
        "2025-11-19 actielijst PRT.docx",
        ["reactiebrief", "15 december"],
        None,
        date(2025, 12, 15),
    ),
    ("2025-11-19 actielijst PRT.docx", ["notitie", "gedeeld"], "gemeente", None),
    (
        "2025-11-19 actielijst PRT.pdf",
        ["reactiebrief", "15 december"],
        None,
        date(2025, 12, 15),
    ),
    ("2025-11-19 actielijst PRT.pdf", ["1 januari", "onderzocht"], "secretaris", None),
    (
        "2025-11-19 actielijst PRT.docx",
        ["minister", "gezamenlijke lijn"],
        None,
        date(2025, 12, 15),
    ),
]


@pytest.mark.skipif(
    not VOORBEELDEN.is_dir(), reason="de voorbeelden staan niet naast de repository"
)
@pytest.mark.parametrize(("bestand", "woorden", "houder", "termijn"), VERWACHT)
def test_the_examples_give_what_a_careful_secretaris_takes_from_them(
    bestand, woorden, houder, termijn
):
    from pipeline.extraction import extract
    from pipeline.readers import read_file
    from pipeline.settings import Grenzen

    lezing = read_file((VOORBEELDEN / bestand).resolve(), bestand, Grenzen())
    acties = [a for s in extract(lezing.documenten, REGELBOEK) for a in s.acties]
    past = [
        a
        for a in acties
        if all(w in f"{a.omschrijving} {a.herkomst.citaat}".lower() for w in woorden)
    ]

    assert past
    actie = next((a for a in past if a.termijn == termijn), past[0])
    assert actie.termijn == termijn
    assert (houder or "") in " ".join(actie.actiehouders).lower()
