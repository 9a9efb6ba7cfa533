"""Words of every day and places that are someone's name all the same."""

from __future__ import annotations

import pytest
from vindbouw import masked as gevonden


@pytest.mark.parametrize(
    ("tekst", "weg"),
    [
        pytest.param(
            "Water belt morgen.\n\nGroet,\nJan Water\n", ["Water", "Jan Water"],
            id="ondertekend met het woord",
        ),
        pytest.param(
            "Water is duur.\n\nGroet,\nJan Kolk\n", ["Jan Kolk"],
            id="niemand heet zo",
        ),
        pytest.param("Wij spraken de heer Water.", ["Water"], id="een aanhef ervoor"),
        pytest.param(
            "De heren Zout, Water en Zand komen.", ["Zout", "Water", "Zand"], id="een reeks",
        ),
        pytest.param("Van: Water, Jan\n", ["Water, Jan"], id="achternaam voorop"),
        pytest.param("Achternaam: Water\n", ["Water"], id="een veld van een formulier"),
        pytest.param(
            "De wethouders Zout en Water komen, en adviseur Zand.", ["Zand"], id="een ambt ervoor",
        ),
        pytest.param(
            "Achternaam\tVoornaam\tFunctie\nMedemblik\tWiebe\tconsulent\n"
            "Kolk\tSjoerd\tadviseur\n",
            ["Medemblik", "Wiebe", "Kolk", "Sjoerd"],
            id="een plaats onder het kopje achternaam",
        ),
        pytest.param(
            "Er is in Medemblik plek.\n\nGroet,\nSjoerd Medemblik\n", ["Sjoerd Medemblik"],
            id="een plaats blijft een plaats",
        ),
    ],
)  # fmt: skip
def test_a_word_of_every_day_is_a_name_where_something_says_so(tekst, weg):
    assert gevonden(tekst) == weg


@pytest.mark.parametrize(
    "ervoor",
    ["Ik heb het afgestemd met", "Dank, gr", "Wij spraken gisteren mijn ouders"],
)
def test_words_before_a_name_that_no_list_knows(ervoor):
    assert gevonden(f"{ervoor} Tjebbekus.") == ["Tjebbekus"]
