"""A name that is only a part of what stands there: of a file, a word, an address."""

from __future__ import annotations

import pytest
from vindbouw import masked

VOORAF = "Mevrouw Foekje Jellesmaat was erbij.\n"


@pytest.mark.parametrize(
    ("zin", "deel"),
    [
        ("Zie het stuk-Jellesmaat van mei.", "Jellesmaat"),
        ("Bijlage: jellesmaat-2025.docx", "jellesmaat"),
        ("Jellesmaats voorstel is aangenomen.", "Jellesmaats"),
        ("Wij werken met het Jellesmaatmodel.", "Jellesmaatmodel"),
        ("Mail naar info@jellesmaat.example", "jellesmaat"),
        ("Zie app_Jellesmaat_1205.png van gisteren.", "Jellesmaat"),
        ("Het advies is duidelijk. Jellesmaat's zoon belt nog.", "Jellesmaat"),
    ],
)
def test_a_rare_surname_goes_wherever_it_stands(zin, deel):
    assert masked(VOORAF + zin) == ["Foekje Jellesmaat", deel]


@pytest.mark.parametrize(
    "zin", ["De Bosweg gaat dicht.", "Het bosbeheer kost geld.", "De bossen zijn nat."]
)
def test_a_surname_that_is_a_word_stays_in_other_words(zin):
    assert masked(f"Mevrouw Foekje Bos was erbij.\n{zin}") == ["Foekje Bos"]


def test_a_surname_of_an_office_holder_as_well_stays_in_other_words():
    tekst = "Wethouder Hielke Jellesmaat opent.\nVan: Foekje Jellesmaat\nZie het stuk-Jellesmaat."
    assert masked(tekst) == ["Foekje Jellesmaat"]


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("Zie notitie_Bakker_v0.3.docx van Lea Bakker", ["Bakker", "Lea Bakker"]),
        ("Zie notitie_De Wit_v0.3.docx van Lea de Wit", ["De Wit", "Lea de Wit"]),
        ("Zie bakker_broodjes.docx van Lea Bakker", ["Lea Bakker"]),
    ],
)
def test_surnames_in_file_names(zin, weg):
    assert masked(zin) == weg
