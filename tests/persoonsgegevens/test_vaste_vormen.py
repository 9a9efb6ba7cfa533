"""Numbers, addresses and mailboxes with a form of their own, and what looks alike."""

from __future__ import annotations

import pytest

from tests.persoonsgegevens.test_soorten_stukken import gevonden


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("Mail j.van.der.meent-kolk+prt@coa.example.", ["j.van.der.meent-kolk+prt"]),
        ("Mail ab.kolk+woo@meent.example.", ["ab.kolk+woo"]),
        ("Mail j.van.der.raad@meent.example.", ["j.van.der.raad"]),
        ("Mail y.post@meent.example.", ["y.post"]),
        (f"Mail lea.kolk-{'van-der-' * 6}meent@x.example.", [f"lea.kolk-{'van-der-' * 6}meent"]),
        ("Mail info+kolk@meent.example of raad.van.bestuur@meent.example.", []),
        ("Wij komen van het RCC, rcc@meent.example.", []),
        ("Mail rcc@meent.example.", ["rcc"]),
        ("Mail wil@meent.example, voor het Wil-team.", []),
        ("Mail wil@meent.example.", ["wil"]),
        ("Mail jan@meent.example, team Jan", ["jan", "Jan"]),
    ],
)  # fmt: skip
def test_a_mailbox_is_judged_by_its_words_without_a_tag(zin, weg):
    assert gevonden(zin) == weg


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("Wonende aan de Hoge Duin en Daalseweg 112-bis te Bloemendaal", "Hoge Duin en Daalseweg 112-bis te Bloemendaal"),
        ("Zij woont op de Hoge Duin en Daalseweg 112-bis te Bloemendaal.", "Hoge Duin en Daalseweg 112-bis te Bloemendaal"),
        ("Jan Smit, Wilgenlaan 14, Urk", "Wilgenlaan 14, Urk"),
        ("Namens J. Kolk, Lange Brink 3a, Assen.", "Lange Brink 3a, Assen"),
        ("Met vriendelijke groet,\nLea Kolk\nLange Brink 14\nAssen", "Lange Brink 14\nAssen"),
        ("Postbus 2, 7740 AA Coevorden\nTelefoon 14 0524\nKees Kuipers\nLange Brink 26, 9401 AB Assen\nCoevorden, 2 juli 2024", "Lange Brink 26, 9401 AB Assen"),
        ("Postbus 2, 7740 AA Coevorden\nTelefoon 14 0524\nLea Kolk\nLange Brink 26, 9401 AB Assen\nBetreft: uw brief", "Lange Brink 26, 9401 AB Assen"),
    ],
)  # fmt: skip
def test_the_address_of_someone_is_found(zin, weg):
    assert weg in gevonden(zin)


@pytest.mark.parametrize(
    "zin",
    [
        "Makelaardij Kolk, Lindelaan 14, Assen",
        "Hotel De Meent, Kerkstraat 14, Assen",
        "Huisartsenpraktijk De Linde\nKerkplein 3, Assen",
        "Het secretariaat\nLea Kolk\nLindelaan 10, Assen",
        "Postbus 122, 9400 AC Assen\nLea Kolk\nBrinkweg 12, 9401 AA Assen\nwww.meent.example",
        "Aan de commissaris van de Koning\nBrinkweg 1\n9401 AA Assen\nDatum 3 oktober 2024",
        "Jan Smit, Wilgenlaan 14, Vergunning verleend",
    ],
)  # fmt: skip
def test_the_address_of_an_office_or_firm_stays(zin):
    assert not any(c.isdigit() for g in gevonden(zin) for c in g)


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("Zijn zoon (* 3 mei 2012) gaat mee.", ["3 mei 2012"]),
        ("Jan Smit (*03-05-1984)", ["Jan Smit", "03-05-1984"]),
        ("(zie *) * 3 mei 2012 overleg", []),
        ("Hij heeft verblijfsdocument nr. IYT4PR9K3.", ["IYT4PR9K3"]),
        ("A-nummer 1234567890, IND-nummer 286-123-4567", ["1234567890", "286-123-4567"]),
        ("W-document W1234567 en vreemdelingennummer 2861234567", ["W1234567", "2861234567"]),
        ("Paspoort NXR4P2K81.", ["NXR4P2K81"]),
        ("A-nummer 12345, verblijfsdocument 2024-2026, paspoort 12-03-2024", []),
        ("Hij rijdt in 16-rsl-9.", ["16-rsl-9"]),
        ("kenteken 16RSL9 en een bus; kenteken: 16 rsl 9", ["16RSL9", "16 rsl 9"]),
        ("Op 1-mrt-24 en 12-mei-2 kwam bestand bd-12-kl.pdf; kenteken bus 2", []),
    ],
)  # fmt: skip
def test_days_and_numbers_of_someone(zin, weg):
    assert gevonden(zin) == weg


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("Bel o6-28471193 of O6 28 47 11 93.", ["o6-28471193", "O6 28 47 11 93"]),
        ("Blok O6 28 woningen, code co6-28471193.", []),
        ("Zij heeft toestel 44 71.", ["44 71"]),
        ("Zij heeft toestel 44 71 en 44 72.", ["44 71", "44 72"]),
        ("Lea Kolk\nTelefoon: (0192) 31 46 66", ["Lea Kolk", "(0192) 31 46 66"]),
        ("Lea Kolk, telefoon   (0792) 31 87 77", ["Lea Kolk", "(0792) 31 87 77"]),
        ("Gemeente Meent\nTelefoon: (0192) 31 46 66", []),
        ("Lea Kolk, adviseur\nTelefoon: (0192) 31 46 00", ["Lea Kolk"]),
        ("Lea Kolk, tel. (0597) 48 20 00 (algemeen), tst. 1234", ["Lea Kolk", "1234"]),
        ("Lea Kolk, tel. (0597) 48 21 34 (algemeen nummer)", ["Lea Kolk"]),
        ("Lea Kolk, tel. (0597) 48 21 34 (receptie)", ["Lea Kolk"]),
        ("Lea Kolk, tel. (0597) 48 21 34 (maandag)", ["Lea Kolk", "(0597) 48 21 34"]),
        ("Naam|Telefoon||Lea Kolk|(0192) 31 47 77", ["Lea Kolk", "(0192) 31 47 77"]),
        ("Naam|Telefoon||Lea Kolk|0192-314777||Balie|(0192) 31 47 77", ["Lea Kolk", "0192-314777"]),
    ],
)  # fmt: skip
def test_a_number_of_someone_and_not_of_an_office(zin, weg):
    assert gevonden(zin) == weg


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("Het bedrag is 111222333 euro; ordernummer 111222333.", []),
        ("Dat kost € 111222333.", []),
        ("BSN onbekend, dossiernummer 123456782", []),
        ("BSN 123456782, dossiernummer 111222333", ["123456782"]),
        ("BSN 123456782. Dossiernummer 123456782", ["123456782", "123456782"]),
        ("BSN: 123456782 en bijlage met 111222333", ["123456782", "111222333"]),
    ],
)
def test_another_number_is_no_citizen_number(zin, weg):
    assert gevonden(zin) == weg


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("Actiehouder: HV, PdW", ["HV", "PdW"]),
        ("Actiehouder: COA, IND", []),
        ("Actie: HV inkopen", []),
    ],
)
def test_initials_behind_who_holds_an_action(zin, weg):
    assert gevonden(zin) == weg
