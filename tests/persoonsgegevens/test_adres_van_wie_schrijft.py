"""Whose the address in the head of a letter is, and what else stands beside a name."""

from __future__ import annotations

import pytest

from tests.persoonsgegevens.test_soorten_stukken import gevonden


@pytest.mark.parametrize(
    ("tekst", "weg"),
    [
        (
            "Aan de burgemeester\nGemeentehuis Meent\nLea Kolk\nVaartweg 3, 9401 AB Assen\nlea.kolk@thuis.example",
            "Vaartweg 3, 9401 AB Assen",
        ),
        (
            "Gemeente Meent, kabinet van de burgemeester\nMevrouw L. Kolk\nVaartweg 3, 9401 AB Assen\nDatum 3 mei 2024",
            "Vaartweg 3, 9401 AB Assen",
        ),
        (
            "De locatie is nog niet bekend.\nLea Kolk\nVaartweg 3, 9401 AB Assen",
            "Vaartweg 3, 9401 AB Assen",
        ),
        (
            "Kolk B.V. en de gemeente\nLea Kolk\nfreelance tekstschrijver\nVaartweg 3, 9401 AB Assen",
            "Vaartweg 3, 9401 AB Assen",
        ),
        (
            "Gastvrouw/-heer: Lea Kolk\nAdres: Vaartweg 3, 9401 AB Assen",
            "Vaartweg 3, 9401 AB Assen",
        ),
        ("Geboortedatum          3 mei 1984", "3 mei 1984"),
        ("- Lea Kolk, 3 mei 1984, nu in een gezin", "3 mei 1984"),
        ("Onze gast is Ab van Meent, 3-05-2006", "3-05-2006"),
        ("Contact: Lea Kolk, l.kolk@meent.example, (0192) 31 46 66", "(0192) 31 46 66"),
        ("Lea Kolk | lea.kolk@meent.example | 0592 31 46 66", "0592 31 46 66"),
        ("Lea Kolk, tel. 0592 31 46 61 (ma t/m do)", "0592 31 46 61"),
    ],
)  # fmt: skip
def test_what_is_of_the_person_above_or_before_it_goes(tekst, weg):
    assert weg in gevonden(*tekst.split("\n"))


@pytest.mark.parametrize(
    ("tekst", "blijft"),
    [
        ("Gemeente Borger-Odoorn\nVaartweg 3, 9401 AB Assen", "Vaartweg"),
        ("Provincie Meent\nLea Kolk\nVaartweg 3, 9401 AB Assen", "Vaartweg"),
        (
            "Aan de burgemeester van Meent\nDe heer A. Kolk\nVaartweg 3, 9401 AB Assen",
            "Vaartweg",
        ),
        (
            "Groet,\nLea Kolk\nadviseur\nGemeente Meent\nVaartweg 3, 9401 AB Assen",
            "Vaartweg",
        ),
        ("Besluit van Lea Kolk, 3 mei 2024, Meent", "3 mei 2024"),
        ("Wet op de opvang, 3 mei 1994, Stb. 12", "3 mei 1994"),
        ("Lea Kolk | lea.kolk@meent.example | T 0592 36 55 00", "0592 36 55 00"),
        ("Lea Kolk, telefoon kantoor 0592-314664", "0592-314664"),
        ("Medewerker\nbel 0592-314664 (ma-vr 8.30-12.00 uur)", "0592-314664"),
        ("Bel bij zorgen met 030-000 71 10", "030-000 71 10"),
        ("Meld u bij opvang@meent.example, 0592 36 55 00", "0592 36 55 00"),
    ],
)
def test_what_is_of_an_office_or_of_nobody_stays(tekst, blijft):
    assert not any(blijft in g for g in gevonden(*tekst.split("\n")))
