"""A name that a line end breaks is one name; lists end their lines for another reason."""

from __future__ import annotations

import pytest
from vindbouw import find
from vindbouw import masked as gevonden

OVER_EEN_REGEL = [
    ("Wij spraken uitvoerig met de heer\nOphuizen over de planning.", "Ophuizen"),
    ("Daarover belde dhr. I.\nOphuizen met het secretariaat.", "I.\nOphuizen"),
    ("Morgen spreekt Ineke\nZwartelander met het COA.", "Ineke\nZwartelander"),
    ("Contactpersoon: Ineke\nOphuizen", "Ineke\nOphuizen"),
    ("Bcc:\n'Hans Bos'; 'Oetske\nMelnyk'; 'Ans Kolk'", "Oetske\nMelnyk"),
    ("To: Tom Kolk; Ophuizen,\nIneke; Bos, Hans", "Ophuizen,\nIneke"),
    ("Het plan is van Ineke\nvan der Ophuizen en haar team.", "Ineke\nvan der Ophuizen"),
    ("Dit is gisteren uitvoerig besproken met Oetske\nOphuizen en die belt terug.",
     "Oetske\nOphuizen"),
    ("Ik sprak met Jan Willem\nOphuizen, Karin de Vries en de wijkagent.",
     "Jan Willem\nOphuizen"),
    ("> Gisteren heb ik gebeld met mevr. A.B.\n> van der Ophuizen en met Joke",
     "A.B.\n> van der Ophuizen"),
]  # fmt: skip


@pytest.mark.parametrize(("tekst", "naam"), OVER_EEN_REGEL)
def test_a_name_over_a_line_end_is_one_name(tekst: str, naam: str) -> None:
    assert naam in gevonden(tekst)


ELK_OP_EEN_REGEL = [
    ("Voornaam: Ineke\nAchternaam: Ophuizen", ["Ineke", "Ophuizen"]),
    ("Behandelaar: Kolk, Lea\nOphuizen\tbelt terug", "Kolk, Lea"),
    ("[9:05] Anouk ter Horst\nOphuizen zou het uitleggen.", "Anouk ter Horst"),
    ("9:31\nwij horen jou wel Vincent\nKooij, Stijn 9:33\nOpnieuw", "Kooij, Stijn"),
    ("Gesproken met T. van Zwieteren\nLijn naar het college", "T. van Zwieteren"),
    ("Aanwezig: Jan, Piet en Ans\nBeleidsadviseur wonen", "Ans"),
    ("Trekker is Tim\nGemeente Assen", "Tim"),
    ("Mijn buurman Monique Meijer\nKorte inhoud van de bijdrage:", "Monique Meijer"),
]


@pytest.mark.parametrize(("tekst", "namen"), ELK_OP_EEN_REGEL)
def test_names_on_lines_of_their_own_stay_apart(
    tekst: str, namen: str | list[str]
) -> None:
    verwacht = {namen} if isinstance(namen, str) else set(namen)
    assert verwacht <= set(gevonden(tekst))


def test_words_over_a_line_end_become_no_name() -> None:
    assert (
        gevonden(
            "Het plan is van stichting Zorgplein en staat in bijlage A.\nHuisvesting van de "
            "groep. Dit is plan B.\nWoonvisie en kwaliteit."
        )
        == []
    )


def readable(tekst: str) -> dict[str, str | None]:
    return {p.naam: p.rol for p in find(tekst).personen if p.openbaar}


@pytest.mark.parametrize(
    "tekst",
    [
        "Dit is volgens de laatste berichten besproken met wethouder\nOphuizen zelf.",
        "De opening wordt gedaan door wethouder mevrouw\nIneke Ophuizen, om tien uur.",
        "Daarna spreekt wethouder Ineke\nOphuizen een woord.",
    ],
)
def test_who_holds_an_office_over_a_line_end_stays_readable(tekst: str) -> None:
    assert set(readable(tekst).values()) == {"wethouder"}
    assert gevonden(tekst) == []


@pytest.mark.parametrize(
    "tekst",
    [
        "Ab Dam, beleidsmedewerker bij het team van de wethouder\nPiet Kolk is er ook.",
        "Onderwerp: RE: concept-verslag van het gesprek met minister\nPiet, Ans,\nDank!",
        "Aanwezig: Ab Dam, wethouder\nPiet Kolk, adviseur",
    ],
)
def test_an_office_at_the_end_of_a_list_line_is_not_of_who_is_below(tekst: str) -> None:
    assert not {"Piet Kolk", "Piet"} & set(readable(tekst))
