from __future__ import annotations

from datetime import date, time

import pytest

from modellen.stuk import Stuk
from pipeline.extraction import Extractor, extract
from pipeline.extraction.kenmerken import find_kenmerken
from pipeline.extraction.vergadering import find_vergaderingen
from pipeline.rulebook import Regelboek
from tests.splitting.papier import make_paper

REGELBOEK = Regelboek()


def meetings(tekst: str, bestand: str = "stuk.docx"):
    document = make_paper(tekst, bestand)
    stuk = Stuk(document=document, kenmerken=find_kenmerken(document, REGELBOEK))
    gevonden = find_vergaderingen(stuk, REGELBOEK)
    for v in gevonden:
        assert document.tekst[v.herkomst.begin : v.herkomst.eind] == v.herkomst.citaat
    return [
        (v.naam, v.datum, v.begin, v.eind, v.locatie, v.aangekondigd) for v in gevonden
    ]


def test_the_meeting_of_an_agenda():
    assert meetings(
        "# Agenda Provinciale Regietafel Zeewold\nDinsdag 11 maart 2025, 14.00 - 15.30 uur, gemeentehuis Delfzee\n1. Opening\n2. Cijfers\n3. Sluiting"
    ) == [
        (
            "Provinciale Regietafel Zeewold",
            date(2025, 3, 11),
            time(14),
            time(15, 30),
            "gemeentehuis Delfzee",
            False,
        )
    ]


def test_the_meeting_in_fields():
    assert meetings(
        "# Verslag ambtelijk overleg opvang\nDatum: 11 maart 2025\nTijd: 9.30 tot 11.00 uur\nLocatie: Provinciehuis\nAanwezig: A. Kolkman"
    ) == [
        (
            "ambtelijk overleg opvang",
            date(2025, 3, 11),
            time(9, 30),
            time(11),
            "Provinciehuis",
            False,
        )
    ]


def test_an_agenda_that_begins_as_a_message():
    tekst = "Beste collega's,\nAankomende dinsdag 11 maart van 14.00 uur tot 15.00 uur vindt het projectleidersoverleg plaats. Dit overleg is digitaal.\nBespreekpunten:\n1. Opening\n2. Terugkoppeling bestuurlijk overleg\n3. Rondvraag\n4. Sluiting"
    verwacht = [
        (
            "projectleidersoverleg",
            date(2025, 3, 11),
            time(14),
            time(15),
            "digitaal",
            False,
        )
    ]
    assert meetings(tekst, "2025-03-11 agenda.docx") == verwacht
    assert meetings(tekst, "2025-03-07 agenda.docx") == verwacht


@pytest.mark.parametrize(
    ("zin", "naam", "datum", "begin", "plek"),
    [
        ("Volgend bestuurlijk PRT overleg: 4 april van 12.00 – 13.00 uur. Locatie n.t.b.", "bestuurlijk PRT overleg", date(2025, 4, 4), time(12), "n.t.b."),
        ("Volgende PRT 15 december", "PRT", date(2025, 12, 15), None, None),
        ("De eerstvolgende regietafel is op 15 mei 2025 om 10.00 uur.", "regietafel", date(2025, 5, 15), time(10), None),
        ("Op 4 april vindt een vervolgoverleg van de bestuurlijke PRT plaats.", "bestuurlijke PRT", date(2025, 4, 4), None, None),
        ("Wij maken de balans op aan de PRT op 4 april.", "PRT", date(2025, 4, 4), None, None),
        ("Op 26 mei bespreken we de uitkomst in de regietafel.", "regietafel", date(2025, 5, 26), None, None),
    ],
)  # fmt: skip
def test_a_letter_announces_a_meeting(zin, naam, datum, begin, plek):
    tekst = f"Delfzee, 4 maart 2025\nOns kenmerk: 12\nOnderwerp: bijdrage\nGeacht college,\n{zin}\nHoogachtend,\nA. Kolkman"
    assert [(n, d, b, p, a) for n, d, b, _, p, a in meetings(tekst)] == [
        (naam, datum, begin, plek, True)
    ]


@pytest.mark.parametrize(
    "zin",
    [
        "Aan de provinciale regietafel op 2 februari jl. hebben we hierover gesproken.",
        "Op 17 januari 2025 is de verdeling besproken aan de PRT.",
        "Lever de stukken vóór 1 april 2025 aan.",
        "De locatie sluit op 1 mei 2025.",
        "Het overleg verliep goed, er zijn 15 plekken bij gekomen.",
    ],
)
def test_a_letter_that_looks_back_announces_nothing(zin):
    tekst = f"Delfzee, 4 maart 2025\nOns kenmerk: 12\nOnderwerp: bijdrage\nGeacht college,\n{zin}\nHoogachtend,\nA. Kolkman"
    assert meetings(tekst) == []


def test_a_message_that_reports_on_a_meeting():
    tekst = "Van: Anke <a@zeewold.example>\nVerzonden: vrijdag 14 maart 2025 13:20\nAan: Bo <b@zeewold.example>\nOnderwerp: terugkoppeling\nDag allen,\nTerugkoppeling bestuurlijke PRT 11 maart '25\nDe cijfers zijn besproken.\nGroet, Anke"
    assert [(n, d, a) for n, d, _, _, _, a in meetings(tekst)] == [
        ("bestuurlijke PRT", date(2025, 3, 11), False)
    ]


def test_a_list_that_is_kept_up_belongs_to_no_single_meeting():
    assert (
        meetings(
            "Actielijst PRT Zeewold, bijgewerkt t/m 2 maart 2025\n| Nr | Actie | Wie |\n| 1 | Bellen | Bo |"
        )
        == []
    )


def test_a_redaction_code_is_no_date_or_time():
    assert (
        meetings(
            "Delfzee, 4 maart 2025\nOns kenmerk: 12\nGeacht college,\nVolgend overleg met 5.1.2e van 5.1.2e tot 5.1.2e.\nHoogachtend,"
        )
        == []
    )


def test_records_hang_under_their_point_and_meeting(monkeypatch):
    from modellen.afspraak import Actie
    from pipeline import extraction

    def find(stuk, regelboek):
        begin = stuk.document.tekst.index("Bo belt")
        return (
            Actie(
                omschrijving="bellen",
                herkomst=stuk.document.citeer(begin, begin + 7, regel="t"),
            ),
        )

    class Proef(Extractor):
        def find(self, stuk, regelboek):
            from dataclasses import replace

            return replace(stuk, acties=find(stuk, regelboek))

    monkeypatch.setattr(
        extraction,
        "EXTRACTORS",
        (*extraction.EXTRACTORS[:3], Proef(veld="acties", doel="")),
    )
    document = make_paper(
        "# Verslag regietafel Zeewold 11 maart 2025\nAanwezig: A. Kolkman\n# 1. Opening\nDe voorzitter opent.\n# 2. Cijfers\nBo belt het COA.\n# 3. Sluiting"
    )
    (stuk,) = extract([document], REGELBOEK)
    (actie,) = stuk.acties
    assert actie.vergadering == stuk.vergaderingen[0].id
    assert actie.agendapunt == stuk.agendapunten[1].id
