"""Text in columns: what a line of a narrow column leaves off goes on below it."""

from __future__ import annotations

import pytest

from pipeline.extraction.persoonsgegevens import find_persoonsgegevens
from pipeline.readers import read_file
from pipeline.rulebook import Regelboek
from pipeline.settings import Grenzen
from tests.hulp.lakproef import line, make_pdf

BOEK = Regelboek()
LINKS = [
    "Op verzoek van de raad sprak",
    "de secretaris met de heer Karst",
    "Brinkhorst en mevrouw Willemien",
    "Tolbrink over de opvang van de",
    "vluchtelingen in het dorp.",
]
MIDDEN = [
    "De kosten zijn per maand drie",
    "duizend euro. De heer Kolk, die",
    "ernaast woont, is daar tegen en",
    "heeft dat in een brief aan het",
    "college ook geschreven.",
]
RECHTS = [
    "De raad besluit in het voorjaar",
    "of het plan doorgaat; de datum",
    "is nog niet bekend en hangt af",
    "van het advies van de dienst.",
    "Daarna volgt een inspraak.",
]
ADRES = [
    "Gemeente Brinkendam",
    "t.a.v. mevrouw L. Kolk",
    "Raadhuisstraat 12",
    "9301 AA Brinkendam",
]
GEGEVENS = [
    "Datum: 12 maart 2025",
    "Kenmerk: 2025-001234",
    "Onderwerp: opvang dorp",
    "Bijlagen: geen enkele",
]


@pytest.fixture
def lees(tmp_path):
    def read(*spalten, breed=170, hoog=14):
        inhoud = line("Verslag van het overleg over de opvang in de gemeente.", 60, 760)
        for kolom, regels in enumerate(spalten):
            for nummer, regel in enumerate(regels):
                x, y = 60 + breed * kolom, 730 - hoog * nummer
                inhoud += line(regel, x, y, 10)
        pad = tmp_path / "stuk.pdf"
        pad.write_bytes(make_pdf(inhoud + line("De slotregel.", 60, 600)))
        return read_file(pad, "stuk.pdf", Grenzen()).documenten[0]

    return read


@pytest.mark.parametrize(
    "spalten", [(LINKS, MIDDEN), (LINKS, MIDDEN, RECHTS), (RECHTS, LINKS, MIDDEN)]
)
def test_a_column_is_a_paragraph(lees, spalten):
    teksten = [b.tekst for b in lees(*spalten).blokken]
    assert [" ".join(s) for s in spalten] == teksten[1:-1]


def test_a_name_that_a_column_breaks_is_found_whole(lees):
    gevonden = find_persoonsgegevens([lees(LINKS, MIDDEN, RECHTS)], BOEK).gegevens
    namen = [g.herkomst.citaat for g in gevonden]
    assert namen == ["Karst Brinkhorst", "Willemien Tolbrink", "Kolk"]


def test_an_address_beside_labels_keeps_its_lines(lees):
    teksten = [b.tekst for b in lees(ADRES, GEGEVENS, breed=250).blokken]
    assert [*ADRES, *GEGEVENS] == teksten[1:-1]
