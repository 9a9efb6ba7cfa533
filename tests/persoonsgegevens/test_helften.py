"""A name that a column without lines broke with a hyphen goes whole, and only that."""

from __future__ import annotations

import pytest

from modellen.lakken import Lakvlak
from modellen.plaats import Kader
from pipeline.extraction.persoonsgegevens import find_persoonsgegevens
from pipeline.pdf.vrijgave import make_release
from pipeline.readers import read_file
from pipeline.rulebook import Regelboek
from pipeline.settings import Grenzen
from tests.hulp.lakproef import OPTIES, line, make_pdf, shown

BOEK = Regelboek()
KOLOMMEN = (60, 220, 400)
DRIE = [
    ("Naam", "Organisatie", "Wanneer"),
    ("Bertine Kwakkel-", "Gemeente Goes", "week 12"),
    ("naak", "", ""),
    ("Kees van Nijen-", "Gemeente Hulst", "week 14"),
    ("huis", "", ""),
    ("Lotte Smeets", "Provincie Zeeland", "week 20"),
]
TWEE = [rij[:2] for rij in DRIE]
ACTIES = [
    ("Actie", "Wie", "Wanneer"),
    ("Nota opstellen", "Bertine Kwakkel-", "week 12"),
    ("over de opvang", "naak", ""),
    ("Locaties bezien", "Kees van Nijen-", "week 14"),
    ("", "huis", ""),
    ("Vergunning regelen", "Lotte Smeets", "week 20"),
]


def draw(rijen, stap):
    """Rows of words at the places of their columns, written row by row."""
    return make_pdf(
        line("Overzicht van het overleg over een huis in de provincie.", 60, 780)
        + "".join(
            line(woord, x, 740 - nummer * stap, 11)
            for nummer, rij in enumerate(rijen)
            for x, woord in zip(KOLOMMEN, rij, strict=False)
            if woord
        )
    )


@pytest.fixture
def lees(tmp_path):
    def read(inhoud):
        pad = tmp_path / "stuk.pdf"
        pad.write_bytes(inhoud)
        (document,) = read_file(pad, "stuk.pdf", Grenzen()).documenten
        return document, find_persoonsgegevens([document], BOEK)

    return read


def masked(document, vondsten):
    """The text with every letter of what was found taken out."""
    tekst = list(document.tekst)
    for gegeven in vondsten.gegevens:
        tekst[gegeven.begin : gegeven.eind] = "#" * (gegeven.eind - gegeven.begin)
    return "".join(tekst)


@pytest.mark.parametrize("stap", [13, 16, 24])
@pytest.mark.parametrize("rijen", [DRIE, TWEE, ACTIES], ids=["drie", "twee", "acties"])
def test_both_halves_go_however_far_rows_lie_apart(lees, rijen, stap):
    document, vondsten = lees(draw(rijen, stap))
    over = masked(document, vondsten)
    for half in ("Bertine", "Kwakkel", "naak", "Kees", "Nijen", "Smeets"):
        assert half not in over
    assert over.count("huis") == 1  # the one in the sentence above
    assert "Bertine Kwakkelnaak" in {p.naam for p in vondsten.personen}


@pytest.mark.parametrize(
    ("regels", "weg"),
    [
        (["sprak met mevrouw Sanne Oude Oos-", "terhuis."], "Oos-terhuis"),
        (["dat sluit Lotte van den Wijn-", "gaard aan."], "Wijn-gaard"),
        (["kent mevrouw J. Kwakkel-", "naak al lang."], "Kwakkel"),
    ],
)
def test_a_name_over_two_lines_is_one_name(lees, regels, weg):
    inhoud = "".join(line(r, 60, 740 - 14 * n, 11) for n, r in enumerate(regels))
    document, vondsten = lees(make_pdf(line("Wij zien wie ermee", 60, 754) + inhoud))
    over = masked(document, vondsten)
    assert weg not in over
    assert not any(deel in over for deel in weg.split("-"))


def test_a_thing_that_is_called_after_someone_stays(lees):
    inhoud = line("Mevrouw A. Smit komt. Zij leest het Smit-", 60, 740, 11)
    document, vondsten = lees(make_pdf(inhoud + line("plan voor.", 60, 726, 11)))
    assert "plan voor." in masked(document, vondsten)


def test_what_stands_under_another_word_stays(lees):
    rijen = [("Bertine Smit", "Gemeente Goes"), ("naak", ""), ("Lotte Kolk", "Hulst")]
    document, vondsten = lees(draw(rijen, 16))
    assert "naak" in masked(document, vondsten)


def test_halves_are_masked_in_place_with_other_columns_between():
    inhoud = draw(ACTIES, 14)
    boven, onder = Kader(218, 104, 330, 120), Kader(218, 118, 330, 134)
    vlak = Lakvlak(
        pagina=1, grond="5.1.2e", tekst="Bertine Kwakkel-naak", kaders=(boven, onder)
    )
    uit = make_release(inhoud, [vlak], OPTIES, "Stuk", ["Bertine Kwakkel"])
    assert uit.in_orde
    assert not uit.uitslag.gerasterd
    over = shown(uit.inhoud)
    assert "naak" not in over
    assert all(w in over for w in ("Nota opstellen", "over de opvang", "week 12"))
