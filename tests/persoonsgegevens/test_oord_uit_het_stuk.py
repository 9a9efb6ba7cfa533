"""A place that no list has: what the paper itself tells of it, and who is no place."""

from __future__ import annotations

import pytest
from vindbouw import masked

LIJST = "Presentielijst\n\n"


@pytest.mark.parametrize(
    "stuk",
    [
        "Aanwezig: Anna Staal (burgemeester Oosterveen), Cor Bal (COA)",
        "Aanwezig: Anna Staal (wethouder Smeldinge), Cor Bal (COA)",
        "Naam\tOrganisatie / functie\tParaaf\nAnna Staal\tburgemeester Smeldinge\t\n",
        "Naam\tFunctie\nAnna Staal\twethouder Vorkenveld\nCor Bal\tCOA\n",
        "Naam\tFunctie\nLea Bos\tcdk\nAnna Staal\tburgemeester Smeldinge\nCor Bal\tCOA",
        f"{LIJST}Anna Staal\twethouder Vorkenveld\t\nCor Bal\tCOA\t\n",
    ],
)
def test_a_strange_word_behind_an_office_is_where_a_named_person_holds_it(
    stuk: str,
) -> None:
    assert masked(stuk).count("Anna Staal") == 0


@pytest.mark.parametrize(
    "stuk",
    [
        "Anna Staal (wethouder Kramer) belde.",
        "Anna Staal (secretaresse burgemeester Vorkenveld) belde.",
        "Anna Staal\twethouder Demirtas\nCor Bal\twethouder Yildirim\n",
        "Ambtenaar\tPortefeuillehouder\nAnna Staal\twethouder Oosterveen\n",
    ],
)
def test_who_stands_beside_the_name_of_an_office_holder_is_proposed(stuk: str) -> None:
    assert "Anna Staal" in masked(stuk)


@pytest.mark.parametrize(
    "stuk",
    [
        "Gem. Smeldinge - H. Bal\n\nSluiting Smeldinge\nSmeldinge 12, de rest later.",
        "Gesprek gem. Vorkens - 14 jan '25\n\nVorkens vraagt uitstel.",
        "Het college van Vorkenveen besluit.\n\nVorkenveen, 18 februari 2025\n",
        "Gem. Vorkens - H. Bal\nGem. Smeldinge - J. Blom\n\nVorkens kan er 30 overnemen.",
        "LTO, afdeling Vorkenveen\n\nVorkenveen wil minder.",
        "| Nr | Gemeente | Gesprek |\n| 1 | Smeldinge | wethouder Kolk |\n| 2 | Vorkens | cdk Bal |\n",
    ],
)
def test_a_place_is_one_in_the_whole_paper_that_tells_so(stuk: str) -> None:
    assert not any("Smeldinge" in m or "Vorken" in m for m in masked(stuk))


def test_a_head_of_another_column_keeps_who_holds_the_office_readable() -> None:
    stuk = (
        "Naam\tOrganisatie\tFunctie\nAnna Staal\tgemeente Smeldinge\tburgemeester\n"
        "Cor Bal\tgemeente Smeldinge\tadviseur\n"
    )
    assert masked(stuk) == ["Cor Bal"]


@pytest.mark.parametrize(
    "stuk",
    [
        "Afspraak gemeente Smeldinge. Mevrouw Smeldinge belde. Smeldinge vraagt uitstel.",
        "Overleg gemeente Smeldinge. Bianca Smeldinge belde. Smeldinge vraagt uitstel.",
    ],
)
def test_who_is_addressed_as_a_person_somewhere_is_no_place(stuk: str) -> None:
    assert any("Smeldinge" in m for m in masked(stuk))
