"""Where papers put names: in the head of a message, a series, a field, a roster."""

from __future__ import annotations

import pytest
from vindbouw import masked as gevonden


@pytest.mark.parametrize(
    ("tekst", "weg"),
    [
        pytest.param(
            "[09:14] Plas, Oetske van der\nhebben we de cijfers al?\n\n"
            "[09:15] Oosterling, Wobbo\nnee nog niet\n\n"
            "[09:17] Plas, Oetske van der\ndenk ik\n",
            ["Plas, Oetske van der", "Oosterling, Wobbo"],
            id="chat: achternaam voorop, en een partij die een woord is",
        ),
        pytest.param(
            "14:05  Winter, Zhanna\nKomt eraan\n14:07  Botros, Mina\nGoed\n",
            ["Winter, Zhanna", "Botros, Mina"],
            id="chat zonder haken",
        ),
        pytest.param(
            "T.a.v. Zonderland, Yusufcan\nPostbus 12\n",
            ["Zonderland, Yusufcan"],
            id="ter attentie van",
        ),
        pytest.param(
            "Het kenteken staat op naam van Kuipers, Linda, geboren te Assen.",
            ["Kuipers, Linda"],
            id="op naam van",
        ),
        pytest.param(
            "Aanwezig waren de dames Woldu, Terpstra en Elburg, en de heren Geluk, "
            "Borst en Brink.",
            ["Woldu", "Terpstra", "Elburg", "Geluk", "Borst", "Brink"],
            id="reeks achter dames en heren",
        ),
        pytest.param(
            "Ter plaatse spraken wij met de melder:\nAchternaam : Zonderland\n"
            "Voornamen  : Rojda Ilgin\n",
            ["Zonderland", "Rojda Ilgin"],
            id="veld met spaties voor de dubbele punt",
        ),
        pytest.param(
            "ROOSTER\n\nma 1\tOleksandr\tSanne\tochtend\nwo 10\tRugenia\tBotan\tmiddag\n"
            "ma 15\tXiaoling\tKees\tochtend\nwo 17\tFarzaneh\tRugenia\tmiddag\n",
            ["Oleksandr", "Sanne", "Rugenia", "Botan", "Xiaoling", "Kees", "Farzaneh"],
            id="rooster zonder kop",
        ),
        pytest.param(
            "Tijd\tKandidaat\tPlek\n09:00\tCate Hoedemaker, Bohdana ten\tzaal 1\n"
            "13:00\tConceição, Hodan da\tzaal 2\n",
            ["Cate Hoedemaker, Bohdana ten", "Conceição, Hodan da"],
            id="kolom met kandidaten, voegsel achteraan",
        ),
        pytest.param(
            "Chat vergadering\n\nKuipers, Abena 9:33\nOpnieuw inloggen helpt vaak\n",
            ["Kuipers, Abena"],
            id="chat: achternaam voorop, de tijd erachter",
        ),
        pytest.param(
            "Griffioen, Steffi jurist\nVan: Plas, W. (Wobbo)\n",
            ["Griffioen, Steffi", "Plas, W. (Wobbo)"],
            id="achternaam voorop, met functie of roepnaam erachter",
        ),
        pytest.param(
            "Met mevrouw S. El\nIdrissi en via l.hoekstra@\nmeent.example.\n"
            "IBAN: NL91ABNA041 7164300",
            ["S. El\nIdrissi", "l.hoekstra", "NL91ABNA041 7164300"],
            id="over een regel, en met een spatie van tekstherkenning",
        ),
        pytest.param(
            "CC: Bruin, Pieter de\nOnderwerp: planning\n",
            ["Bruin, Pieter de"],
            id="voegsel achteraan, en dan een ander veld",
        ),
        pytest.param(
            "Postbus 850\n9700 AW Assen\nVan: Prins, Karin\n"
            "Adres: Lange Brink 27, 9401 AB Assen\n",
            ["Prins, Karin", "Lange Brink 27, 9401 AB Assen"],
            id="adres van wie erboven staat, onder een postbus",
        ),
        pytest.param(
            "Kunt u het de gemeente sturen? Zijn adres is Lange Brink 14, 9401 AB Assen.",
            ["Lange Brink 14, 9401 AB Assen"],
            id="zijn adres",
        ),
        pytest.param(
            "Contact: S A N N E   K O L K\nMet groet,\nJ a n  H o e k s t r a\n",
            ["S A N N E   K O L K", "J a n  H o e k s t r a"],
            id="letters uit elkaar",
        ),
        pytest.param(
            "Afwezig: de heer J a n Z o n d e r l a n d\n",
            ["J a n Z o n d e r l a n d"],
            id="letters uit elkaar, en de woorden niet verder",
        ),
        pytest.param(
            "B7\tnazoeken bij Meent\tK. Zonderland\t1 juli\n"
            "B8\tdoorgeven aan Meent\tA. Mulder\tdirect\n",
            ["K. Zonderland", "A. Mulder"],
            id="cel met een letter en een beroep als achternaam",
        ),
        pytest.param(
            "Gebeld door: Wobbo Cazemier, COA\nOpgemaakt: WC\nAfgesproken: WC belt.",
            ["Wobbo Cazemier", "WC", "WC"],
            id="initialen die ook een woord zijn, van wie de notitie maakte",
        ),
        pytest.param(
            "Opsteller: Xiaoling Zomer, adviseur\nGetuige 2: Ngozi Geluk\n",
            ["Xiaoling Zomer", "Ngozi Geluk"],
            id="vreemde voornaam met een gewoon woord",
        ),
        pytest.param(
            "Bevindingen van de mentor (Rugenia Opmeer) volgen.",
            ["Rugenia Opmeer"],
            id="vreemde voornaam met een plaats",
        ),
        pytest.param(
            "Bij afwezigheid Kwabena Elburg. Dienst overgenomen van Tunde.",
            ["Kwabena Elburg", "Tunde"],
            id="vervanging",
        ),
        pytest.param(
            "Contactpersoon is Ytzen Drost, afdeling Vastgoed, telefoon (0492) 31 66 66.",
            ["Ytzen Drost", "(0492) 31 66 66"],
            id="nummer achter een afdeling",
        ),
    ],
)
def test_names_are_found_where_papers_put_them(tekst, weg):
    assert set(weg) <= set(gevonden(tekst))


@pytest.mark.parametrize(
    ("tekst", "blijft"),
    [
        pytest.param(
            "Namens de raad: de raadsleden A. Vermeer (GroenLinks), B. Vermeulen (SGP) "
            "en G. de Wit (Lokaal Belang).",
            ["Vermeer", "Vermeulen", "Wit"],
            id="raadsleden van plaatselijke partijen",
        ),
        pytest.param(
            "Aan Gedeputeerde Sta-\nten, t.a.v. gedeputeerde\nA. Owusu\n\nGeacht college,",
            ["Owusu"],
            id="ambt boven de naam in een adres",
        ),
        pytest.param(
            "Burgemeester Van Leeuwen van Meenthoven ontvangt u. Daarna spreekt u "
            "omwonenden onder leiding van Van Leeuwen.",
            ["Van Leeuwen"],
            id="burgemeester van een plaats die geen lijst kent",
        ),
        pytest.param(
            "3. Gedeputeerde Noordhoek neemt contact op. Actie: Sander Noordhoek",
            ["Noordhoek"],
            id="ambt voor een achternaam die ook een dorp is",
        ),
        pytest.param(
            "Betreft: werkbezoek aan Veenhoven\nU bezoekt de opvang in Veenhoven.",
            ["Veenhoven"],
            id="dorp dat als achternaam bestaat",
        ),
        pytest.param(
            "Huisarts: Gezondheidscentrum Florence Nightingale; koffie (Douwe Egberts, "
            "in de kast); de boot MS Rembrandt van Rijn.",
            ["Nightingale", "Egberts", "Rembrandt"],
            id="naar iemand genoemd",
        ),
        pytest.param(
            "Zorg door het Albert Schweitzer ziekenhuis en het Zuyderland, GGD.",
            ["Schweitzer", "Zuyderland"],
            id="ziekenhuizen met een lidwoord",
        ),
        pytest.param(
            "De minister komt naar Den Bosch. Van Dronten, Urk en Lelystad is er bericht.",
            ["Bosch", "Dronten"],
            id="plaatsen met een voegsel",
        ),
        pytest.param(
            "Sanne ter Haar regelt het. Haar directe nummer volgt.\n4. Rest\n"
            "Kort gesproken over samenloop.",
            ["Haar directe", "Kort"],
            id="woorden aan het begin van een zin",
        ),
        pytest.param(
            "Vraag\tAntwoord\nAchternaam\tKolk\nVoornaam\tLea\nE-mail\t-\nIBAN\t-\n",
            ["IBAN"],
            id="afkorting in een formulier",
        ),
        pytest.param(
            "CC: Secretariaat Regietafel <regietafel@provincie.example>\nfax 030-2000001",
            ["Secretariaat", "030"],
            id="secretariaat en fax",
        ),
    ],
)
def test_what_only_looks_like_a_name_stays(tekst, blijft):
    weg = gevonden(tekst)
    assert not [b for b in blijft if any(b in w for w in weg)]


@pytest.mark.parametrize(
    ("tekst", "weg", "blijft"),
    [
        ("Jo Mul belt. Mail naar mul@meent.example.", "mul", ""),
        ("Anna Post belt, zie post@meent.example.", "Anna Post", "post"),
        ("H. van der Kolk, zie Brief_vanderKolk_2025.docx.", "vanderKolk", ""),
        ("Mail h.kolk [at] meent.example.", "h.kolk", ""),
        ("De heer Ab Kolk, Berkenlaan  14, 9401 AB Assen.", "Berkenlaan  14, 9401 AB Assen", ""),
    ],
)  # fmt: skip
def test_a_surname_is_found_in_addresses_of_its_own(tekst, weg, blijft):
    gelakt = gevonden(tekst)
    assert weg in gelakt
    assert blijft not in gelakt


@pytest.mark.parametrize(
    ("tekst", "weg"),
    [
        pytest.param(
            "Nr\tStuk\tAfzender\tOntvanger\n1\tnota\tK. Haddad\tgedeputeerde\n"
            "2\tapp\tburgemeester Meent\tR. Wier\n",
            ["K. Haddad", "R. Wier"],
            id="aan het andere eind van een brief",
        ),
        pytest.param(
            "Den Haag\nDe burgemeester van Assen\nDe heer mr. Ruben Bosman\nPostbus 12\n"
            "Geachte heer Bosman,\n",
            [],
            id="in het adres",
        ),
        pytest.param(
            "Heb jij het stuk voor Lutterveld al af? Ze is gedeputeerde.\n",
            [],
            id="in de zin erna",
        ),
        pytest.param(
            "12-05-2025 20:14 - Lea Kolk: Als burgemeester van Meent krijg ik vragen.\n"
            "12-05-2025 20:16 - Jo Terpstra: Als ambtenaar krijg ik die ook.\n",
            ["Jo Terpstra"],
            id="wie het van zichzelf zegt",
        ),
    ],
)
def test_an_office_is_of_who_holds_it_and_of_nobody_beside(tekst, weg):
    assert gevonden(tekst) == weg
