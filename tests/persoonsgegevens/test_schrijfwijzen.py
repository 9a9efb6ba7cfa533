"""Ways of writing people down that secretariats have: lists, notes, forms, file names."""

from __future__ import annotations

import pytest
from vindbouw import find, masked

STELLER = "Van: Lea Kolk, adviseur\n"


@pytest.mark.parametrize(
    "regel",
    [
        "Ik ga mee, vertrek om kwart over negen.\nLK",
        "Opgesteld  : LK",
        "Gezien .........: LK, 4-5-2025",
        "> Gr LK",
        "Het antwoord volgt.\nLK, tst 4471",
        "LK, 4/5/2025, 10:50",
    ],
)
def test_initials_of_who_wrote_a_note_are_found(regel):
    assert "LK" in masked(STELLER + regel)


@pytest.mark.parametrize("regel", ["de LK-regeling", "Zie bijlage LK-2"])
def test_other_letters_are_no_initials(regel):
    assert "LK" not in masked(STELLER + regel)


@pytest.mark.parametrize(
    ("tekst", "weg"),
    [
        (
            "Deelnemers: Kolk, Lea (COA), Dam, Peter van (IND), Ophuizen, Oetske (GGD)",
            ["Kolk, Lea", "Dam, Peter van", "Ophuizen, Oetske"],
        ),
        (
            "Namen voor de lijst: Jansen, Peter, Smit, Karin",
            ["Jansen, Peter", "Smit, Karin"],
        ),
        ("Betaling t.n.v. Groot, Mohamed de\n5. Slot", ["Groot, Mohamed de"]),
        (
            "Betrokkene .........: Bos, Karin, kamer 4\n                      Vos, Lisa, kamer 5",
            ["Bos, Karin", "Vos, Lisa"],
        ),
        ("Afw.: Oetske (vakantie)", ["Oetske"]),
        (
            "Dat vraagt zij na bij Oetske Ophuizen van Juridische Zaken.",
            ["Oetske Ophuizen"],
        ),
        ("De paragraaf is af; Oetske van Financiën leest mee.", ["Oetske"]),
        ("Ik ben 4 mei 1971 geboren en woon hier.", ["4 mei 1971"]),
    ],
)
def test_people_in_lists_and_sentences(tekst, weg):
    assert masked(tekst) == weg


def test_first_names_in_a_row_are_not_turned():
    assert masked("Aanwezig: Anna, Karin, Peter, Linda") == [
        "Anna",
        "Karin",
        "Peter",
        "Linda",
    ]


ADRES = "Brink 12, 9401 AB Assen"


@pytest.mark.parametrize(
    "tekst",
    [
        f"Aan de ouders van Karin Bos\n{ADRES}",
        f"t.a.v. K. Bos en L. Vos\n{ADRES}",
        f"Melder: KARIN BOS\nAdres: {ADRES}",
        f"Overleg over de sleutel van {ADRES}. Huurder is de heer Vos",
    ],
)
def test_the_home_of_who_is_named_beside_it(tekst):
    assert ADRES in masked(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        f"GGD Drenthe, {ADRES}",
        f"Omgevingsdienst Drenthe\n{ADRES}",
        f"De zaal is {ADRES}",
    ],
)
def test_the_address_of_an_office_stays(tekst):
    assert ADRES not in masked(tekst)


def test_the_office_of_the_next_one_is_not_of_the_last():
    tekst = "Afwezig m.k.: Karin Vos (ministerie AenM), wethouder Bakker van Zeist"
    assert masked(tekst) == ["Karin Vos"]


@pytest.mark.parametrize("plaats", ["Oosterhaar", "Het Hogeland"])
def test_a_seat_behind_an_office_is_no_name(plaats):
    assert masked(f"Aanwezig: Karin Vos (burgemeester {plaats})") == []


def test_a_letter_calls_people_by_the_first_name_of_their_initial():
    brief = "Aan: wethouder O. Jansen (Wonen)\nVan: M. Bos, beleidsmedewerker\n\n{}\nHet gaat door.\nGroet,\nMaaike"
    assert "Oetske" not in masked(brief.format("Beste Oetske,"))
    assert "Wobbo" in masked(brief.format("Beste Wobbo,"))
    mensen = {
        p.naam: set(p.varianten) for p in find(brief.format("Dag allen,")).personen
    }
    assert mensen["M. Bos"] == {"M. Bos", "Maaike"}


def test_a_file_name_with_an_initial_and_a_surname():
    tekst = "Zie verslag_c.ophuizen.docx van Carla Ophuizen.\nZie ook bouwbakkers.docx van W. Bakker"
    assert masked(tekst) == ["verslag_c.ophuizen", "Carla Ophuizen", "W. Bakker"]


@pytest.mark.parametrize(
    "tekst",
    [
        "Karin Bos, tel. (0592) 31 41 59\nAlgemeen: (0592) 75 02 50, info@meent.example",
        "Karin Bos\tWeidevogels Zuidwest-Drenthe\nStuurgroep Regiodeal Zuidoost-Drenthe",
    ],
)
def test_general_numbers_and_regions_stay(tekst):
    assert set(masked(tekst)) <= {"Karin Bos", "(0592) 31 41 59"}


@pytest.mark.parametrize(
    "tekst",
    [
        "Vervoer: Jan de Rijk Logistics",
        "De sloop van gebouw Prins Bernhard",
        "Lunch bij Bakker Bart",
        "Woensdag: jeugdhonk Kees",
        "De Vos-methode geeft geen trend.",
        "De Wit Installatie-hal, vrijdag open",
    ],
)
def test_what_is_called_after_someone_is_no_one(tekst):
    assert masked(tekst) == []


@pytest.mark.parametrize(
    "tekst",
    [
        "De Koning opent in september het gebouw.",
        "De toets van Mann-Kendall geeft niets.",
        "Dokkum, It Waaigat.",
        "Lunch bij Van der Valk in Assen",
    ],
)
def test_a_thing_with_the_name_of_a_person_stays(tekst):
    assert masked(tekst) == []


@pytest.mark.parametrize(
    ("tekst", "weg"),
    [
        ("Geachte mevrouw Trip,", ["Trip"]),
        ("t.a.v. Van der Valk", ["Van der Valk"]),
        ("Beste heer De Koning,", ["De Koning"]),
        ("Ik sprak Maaike Pels. Pels vindt het goed.", ["Maaike Pels", "Pels"]),
    ],
)
def test_people_that_are_called_as_firms_are_go_all_the_same(tekst, weg):
    assert masked(tekst) == weg


def test_a_rare_surname_that_is_a_word_is_known_again_by_its_verb():
    tekst = "Van: Lea Pels\nHet gesprek was goed. Pels mailt de notulen.\nPels is duur."
    assert masked(tekst)[:2] == ["Lea Pels", "Pels"]


@pytest.mark.parametrize(
    "zin",
    [
        "De brief is klaar; AvdB verstuurt hem morgen.",
        "Opmerking LK: graag korter.",
        "Mijn ref.: LK/24.0316",
        "- [x] LK: brief verstuurd",
        "cc: Ab Dam; LK",
        "Zaal reserveren (RvD, LK)",
    ],
)
def test_initials_of_who_the_paper_names_go_in_any_sentence(zin):
    letters = masked(f"Van: Lea Kolk en Anna van den Berg\n{zin}")
    assert {"LK", "AvdB"} & set(letters)


@pytest.mark.parametrize(
    "zin",
    [
        "Postbus 80300, 3508 LK Utrecht",
        "Het LK van de regio is klaar.",
        "Per soort (OEK, LK, AO) verschilt het.",
        "Het PvA en de MvT volgen.",
    ],
)
def test_letters_that_are_something_else_stay(zin):
    assert masked(f"Van: Lea Kolk\n{zin}") == ["Lea Kolk"]


@pytest.mark.parametrize(
    "naam",
    ["M. Noordhoek", "Ton Noordhoek", "Biniam Groot Koerkamp", "Groot Koerkamp, Ilse"],
)
def test_surnames_that_are_a_village_or_two_words(naam):
    assert masked(f"Zaken:\n{naam} (COA) belt.\nGezien door mevrouw {naam}") != []
    assert masked(f"Van: {naam}") == [naam]


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("De heer Jan Hoogstraat sprak.", ["Jan Hoogstraat"]),
        ("Contactpersoon: Jan Hoogstraat", ["Jan Hoogstraat"]),
        ("Gieten, Pastoor Smitstraat", []),
        ("Het terrein aan de Willem Alexanderhof", []),
    ],
)
def test_surnames_that_end_as_a_street(zin, weg):
    assert masked(zin) == weg


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("Lea Kolk (24 mei 1981) en een man", "24 mei 1981"),
        ("Nieuw toestel Lea Kolk is 1251", "1251"),
        ("tel. 088 715 70 00   direct: (0592) 31 41 59", "(0592) 31 41 59"),
        ("Lea Kolk, t: 06-12345678, Lange Brink 25, 9401 AB Assen", "Lange Brink 25, 9401 AB Assen"),
        ("Cliënt bewoont Lange Brink 25, 9401 AB Assen", "Lange Brink 25, 9401 AB Assen"),
        ("Lea Kolk, geb. 5-3-1971, Lindelaan 14 te Assen", "Lindelaan 14 te Assen"),
        ("paspoort NX12B3K21 ligt klaar", "NX12B3K21"),
        ("Mail sander.post@meent.example", "sander.post"),
        ("Ondergetekende machtigt Dijk, Lea van om te tekenen", "Dijk, Lea van"),
        ("Budgethouder blijft Dwarkasing.", "Dwarkasing"),
        ("Met name Hnatiuk, van wie bekend is dat", "Hnatiuk"),
    ],
)  # fmt: skip
def test_what_belongs_to_a_person_goes(zin, weg):
    assert weg in masked(zin)


@pytest.mark.parametrize(
    "zin",
    [
        "Het rapport van De Vries & Zn. is binnen.",
        "Aannemer: Gebr. De Vries, Meent",
        "Vervoer door Havi Travel vandaag",
        "De partners zijn BrabantWonen en Area",
        "Rechtbank Zeeland-West-Brabant",
        "Doorfietsroute Soest-Baarn is klaar",
        "De Aerius-berekening Peelvenen volgt",
        "Mail vragen naar pfo@meent.example",
        "Zij spreekt Engels en Duits.",
    ],
)
def test_firms_routes_and_languages_stay(zin):
    assert masked(zin) == []


def test_who_is_party_against_a_minister_holds_no_office():
    tekst = "Inzake: Van den Berg/Minister van Asiel\nNamens cliënt, Kees van den Berg,"
    assert "Kees van den Berg" in masked(tekst)


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("Als beheerder belde O. Zomer, die alles weet.", "O. Zomer"),
        ("Betrokkene: Hendriks, Martijn, BSN 123456782", "Hendriks, Martijn"),
        ("Van: Jentsje Ommen [mailto:jentsje.ommen@meent.example]", "Jentsje Ommen"),
        ("Als gemachtigde treedt op E. de Jong van Ecogroen Advies", "E. de Jong"),
        ("Geboortedatum             : 12 mei 1982", "12 mei 1982"),
        ("Lea Kolk\ncorrespondentieadres: Lange Brink 24, 9401 AB Assen",
         "Lange Brink 24, 9401 AB Assen"),
    ],
)  # fmt: skip
def test_names_and_data_of_papers_of_others(zin, weg):
    assert weg in masked(zin)


@pytest.mark.parametrize(
    "zin",
    [
        "Zie bijlage B. Huisvesting",
        "Wij kiezen variant C. Uitbreiding van de zaal",
        "Geplaatst door JCDecaux in april",
        "Aan: GGD-Infectieziekten",
    ],
)
def test_letters_that_number_and_firms_in_capitals_stay(zin):
    assert masked(zin) == []


@pytest.mark.parametrize(
    ("regels", "letters"),
    [
        ("Aanwezig: Sabah Farah Nur (COA)\nSFN heeft het nagekeken.", "SFN"),
        ("Aanwezig: Lea Smit-Kolk (COA)\nLSK heeft het nagekeken.", "LSK"),
        ("Naam\tPar.\tBedrijf\nS. Ghebremariam\tSG\tMeent", "SG"),
    ],
)
def test_initials_of_names_of_more_words(regels, letters):
    assert letters in masked(regels)


def test_the_office_of_someone_called_as_a_village_is_not_of_the_next():
    tekst = "Noodverordening\tburgemeester Noordhoek, W. Kramer\tnieuw"
    assert masked(tekst) == ["W. Kramer"]


def test_another_particle_is_another_family():
    tekst = "Welkom door burgemeester Ter Horst.\nVragen aan Ellen van der Horst."
    assert masked(tekst) == ["Ellen van der Horst"]


def test_who_speaks_for_a_mayor_is_none():
    tekst = "Aanwezig: Duc Ahmadi (namens burgemeester Van Haaften)"
    assert masked(tekst) == ["Duc Ahmadi"]


def test_initials_with_a_letter_of_another_alphabet():
    assert "ŞQ" in masked("Aanwezig: Şerife Quakkelaar (COA)\nDe brief ligt bij ŞQ.")


def test_who_is_called_after_a_village_with_an_unknown_first_name():
    assert masked("YTZEN VAN HAAFTEN – Nidos") == ["YTZEN VAN HAAFTEN"]


def test_a_street_with_an_article_is_no_one():
    assert masked("Ter inzage op het kantoor aan De Blomboogerd 12 in Tiel") == []


def test_semicolons_of_a_mail_head_leave_its_commas_inside_names() -> None:
    kop = "Aan: Farah Nuur, Lea; Abdi Nur, Hodo (COA); Kolk, Ab\nOnderwerp: overleg"
    assert masked(kop) == ["Farah Nuur, Lea", "Abdi Nur, Hodo", "Kolk, Ab"]


def test_commas_of_other_lists_part_people() -> None:
    assert masked("Aanwezig: Jan Bos, Karin; Piet Vis, Anna") == [
        "Jan Bos",
        "Karin",
        "Piet Vis",
        "Anna",
    ]


def test_a_name_that_was_turned_round_before_is_one_before_a_verb_too() -> None:
    tekst = (
        "Van: Kolk, Lea van\nAan: Ophuizen, Oetske\nKolk, Lea van komt later.\n"
        "Ook Ophuizen, Oetske neemt iemand mee."
    )
    assert masked(tekst)[2:] == ["Kolk, Lea van", "Ophuizen, Oetske"]


def test_a_surname_of_two_words_is_that_of_the_same_person_without_first_name() -> None:
    tekst = "Aan: Bos, Karin; Farah Nuur, Lea\nGedeputeerde Farah Nuur wil het weten."
    assert masked(tekst) == ["Bos, Karin"]
    assert {p.naam for p in find(tekst).personen} == {"Karin Bos", "Lea Farah Nuur"}


def test_points_of_a_list_hold_names_that_are_turned_round() -> None:
    tekst = (
        "Komen:\n- Evers, Stijn, provincie Meent\n- Veen, Esther van, Nidos\n"
        "- Koning, Emma, GGD Meent\n- Assen, Emmen, Meppel"
    )
    assert masked(tekst) == ["Evers, Stijn", "Veen, Esther van", "Koning, Emma"]
