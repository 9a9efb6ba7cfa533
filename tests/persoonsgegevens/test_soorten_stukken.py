"""Kinds of papers that were once read wrongly, each with names of its own."""

from __future__ import annotations

import re._parser as patroonlezer

import pytest

from modellen.document import Bron
from modellen.plaats import OpPagina
from pipeline.extraction.persoonsgegevens import find_persoonsgegevens
from pipeline.readers.opbouw import Bouwer
from pipeline.rulebook import Regelboek
from pipeline.taal.woordvorm import woordvorm

BOEK = Regelboek()


def gevonden(*regels):
    bouwer = Bouwer(Bron(bestand="stuk.pdf", sha256="0" * 64, formaat="pdf"))
    for regel in regels:
        if "|" in regel:
            _rij(bouwer, regel)
        else:
            bouwer.blok(regel, OpPagina(1))
    vondsten = find_persoonsgegevens([bouwer.build()], BOEK)
    return [g.citaat for g in vondsten.gegevens]


def _rij(bouwer, regel):
    bouwer.open_tabel()
    for rij, stuk in enumerate(regel.split("||"), 1):
        for kolom, cel in enumerate(stuk.split("|"), 1):
            bouwer.open_cel(rij)
            bouwer.blok(cel, OpPagina(1))
            bouwer.close_cel(OpPagina(1), kolom=kolom)
    bouwer.close_tabel()


@pytest.mark.parametrize(
    "regels",
    [
        ["De burgermeester van Borger-Odoorn, Wiebe Quakkelaar, wil meer tijd."],
        ["Aanwezig: de heer Wiebe Quakkelaar ( burgerneester )"],
        ["staatsecretaris Wiebe Quakkelaar was er"],
        ["A. Quakkelaar, burgemeester / B. Slotemaker, C. Ophuizen en D. Hoge, wethouders"],
        ["Portefeuillehouder is Wiebe Quakkelaar."],
        ["de burgemeester, krachtens artikel 171 Gemeentewet", "................", "Wiebe Quakkelaar"],
        ["DE COMMISSARIS VAN DE KONING IN DE PROVINCIE WOLDENLAND", "Geachte leden,", "Hoogachtend,", "mr. Wiebe Quakkelaar"],
        ["De wethouder van Dorpsma, Wiebe Quakkelaar, knikt."],
        ["Functie|Naam||Portefeuillehouder (wethouder)|W. Quakkelaar"],
        ["Onderwerp|PFH||Wonen|Quakkelaar"],
        ["NAAM                  ROL", "Quakkelaar, Wiebe           wethouder Meppel        ja"],
    ],
)  # fmt: skip
def test_wie_een_ambt_heeft_blijft_leesbaar(regels):
    assert gevonden(*regels) == []


@pytest.mark.parametrize(
    ("regels", "weg"),
    [
        (
            ["de wethouders Ab Quakkelaar en Bo Slotemaker, mw. M. Ophuizen (Nidos)"],
            ["M. Ophuizen"],
        ),
        (
            ["Ab Quakkelaar (burgemeester Ommen), Bo Slotemaker, Cas Ophuizen"],
            ["Bo Slotemaker", "Cas Ophuizen"],
        ),
        (["Onderwerp|Wie||Wonen|Ab Quakkelaar (gedeputeerde)|Bo Slotemaker"], ["Bo Slotemaker"]),
        (["Van:\tQuakkelaar, Wiebe op 't (BMO/Veiligheid)"], ["Quakkelaar, Wiebe op 't"]),
        (["[9:04 AM] Quakkelaar, Wiebe", "ja hoor"], ["Quakkelaar, Wiebe"]),
        (["Zie mail van Kees de Rijk."], ["Kees de Rijk"]),
        (["Dear Wiebe,", "Ms Quakkelaar called."], ["Wiebe", "Quakkelaar"]),
        (["En die ambtenaar, ene Quakkelaar, was er."], ["Quakkelaar"]),
        (["Laatst gewijzigd door: w.quakkelaar"], ["w.quakkelaar"]),
        (["Huisgenoten: Djoerd (partner), Wafaa (14)"], ["Djoerd", "Wafaa"]),
        (["Peter, neem jij de cijfers mee?"], ["Peter"]),
        (["Bel Linda van Dijk, 06-21351674", "11.30 uur vertrek"], ["Linda van Dijk", "06-21351674"]),
        (["(mobiel): 06-44832747   (vast): (0592) 31 75 84"], ["06-44832747", "(0592) 31 75 84"]),
        (["bel +49 1512 3456789 of +380 67 123 45 67"], ["+49 1512 3456789", "+380 67 123 45 67"]),
    ],
)  # fmt: skip
def test_wie_geen_ambt_heeft_gaat_weg(regels, weg):
    assert gevonden(*regels) == weg


@pytest.mark.parametrize(
    "zin",
    [
        "De noodopvang De Kamp en sporthal De Boerhoorn sluiten.",
        "Aannemer Dura Vermeer begint, De Bruijn Sloopwerken bv volgt.",
        "Bus naar het Anne Frankplein en de Burgemeester Jollesstraat",
        "Zij kwamen via Berlin, Bern, Rome en Stockholm.",
        "T +31 70 370 79 11 (general)",
        "Of bel in (alleen audio) +31 20 708 0899,,36581204#",
        "Senior Policy Officer | Directorate for Migration Policy",
        "Bijlage toegevoegd: foto_tuin.jpg",
        "Dagblad van de Veenkoloniën schreef erover.",
        "Van: secretariaat@prt.example\nVan de zeven acties zijn er twee af.",
        "De burgemeester van Waterland was er.",
    ],
)
def test_gebouwen_bedrijven_en_algemene_nummers_blijven(zin):
    assert gevonden(*zin.split("\n")) == []


def test_geen_regel_kijkt_minder_ver_terug_dan_haar_patroon_reikt():
    regels = BOEK.regels("persoonsgegevens", "naam.voor")
    begrensd = [r for r in regels if r.bereik != 90]
    assert len(begrensd) > 5
    for regel in begrensd:
        assert patroonlezer.parse(regel.patroon).getwidth()[1] <= regel.bereik, regel.id


def test_een_woordvorm_vindt_het_langste_woord():
    import re

    vorm = re.compile(woordvorm(["van", "van de", "van der", "te"]))
    assert [vorm.match(t).group() for t in ("van der", "van x", "te")] == [
        "van der",
        "van",
        "te",
    ]


def personen(*regels):
    bouwer = Bouwer(Bron(bestand="stuk.pdf", sha256="0" * 64, formaat="pdf"))
    for regel in regels:
        bouwer.blok(regel, OpPagina(1))
    return find_persoonsgegevens([bouwer.build()], BOEK).personen


@pytest.mark.parametrize(
    "regel",
    [
        "Aanwezig: Ytzen Slotemaker, Aleid Hoogerbeets (gemeentesecretaris)",
        "Aanwezig: Ytzen Slotemaker, Aleid Hoogerbeets (GroenLinks)",
        "Met Ytzen Slotemaker en Aleid Hoogerbeets (staatssecretaris)",
    ],
)
def test_het_ambt_van_de_laatste_van_een_rij_is_niet_dat_van_de_rij(regel):
    assert gevonden(regel) == ["Ytzen Slotemaker"]


def test_een_ambt_in_het_meervoud_is_wel_dat_van_de_rij():
    assert gevonden("Met Ytzen Slotemaker en Aleid Hoogerbeets (wethouders)") == []


def test_een_voornaam_met_een_letter_is_wie_er_voluit_staat():
    (wie,) = personen(
        "Aanwezig: Djurre van der Wielandt (COA)",
        "Djurre vd W. vraagt aandacht voor de planning.",
        "Djurre W. belt terug.",
    )
    assert wie.naam == "Djurre van der Wielandt"
    assert len(wie.vermeldingen) == 3


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("HJ opent de vergadering.", ["HJ"]),
        ("Volgens WS klopt dat.", ["WS"]),
        ("Het WS van de regio is klaar.", []),
        ("BQ opent de vergadering.", []),
    ],
)
def test_initialen_in_een_zin_zijn_van_wie_het_stuk_noemt(zin, weg):
    kop = "Aanwezig: Henk-Jan Hoogerbeets (COA), Wytske Stroosnijder (Nidos)"
    assert gevonden(kop, zin)[2:] == weg


def test_een_straat_achter_de_naam_hoort_er_niet_bij():
    zin = "De bewoonster Bohdana H. uit de Larenseweg verhuist."
    assert gevonden(zin) == ["Bohdana H."]
