"""What the language model may add: it is asked about doubt, and never about an office."""

from __future__ import annotations

import re
from importlib.resources import as_file, files

import pytest

from pipeline.errors import HulpprogrammaError
from pipeline.extraction.persoonsgegevens.pijplijn import make_pijplijn
from pipeline.rulebook import Regelboek
from pipeline.taal.taalmodel import Taalmodel, load_taalmodel


class Gulzig(Taalmodel):
    """A model that takes every word with a capital for a person."""

    def find(self, teksten):
        return [
            [m.span() for m in re.finditer(r"\b[A-Z]\w+", tekst)] for tekst in teksten
        ]


NLP = make_pijplijn(Regelboek(), Gulzig())


def weg(tekst):
    return [s.text for s in NLP(tekst).spans["weg"]]


@pytest.mark.parametrize("woord", ["IBAN", "BSN", "PRT", "POH", "KvK"])
def test_een_afkorting_wordt_geen_mens_al_ziet_het_model_er_een(woord):
    assert weg(f"Het overzicht met het {woord} volgt later.") == []


@pytest.mark.parametrize("naam", ["Wiarda", "Kok", "KOK"])
def test_een_achternaam_die_het_model_ziet_wordt_als_onzeker_voorgelegd(naam):
    doc = NLP(f"De stukken gaan in {naam} naar de gemeente.")
    (span,) = doc.spans["weg"]
    assert span.text == naam
    assert span._.zekerheid < 0.6
    assert "taalmodel" in span._.reden


def test_wie_om_een_ambt_leesbaar_blijft_komt_niet_bij_het_model():
    assert weg("Wethouder Wiarda opent. Wiarda sluit ook.") == []


BEKEND = [
    "Mevrouw L. Kortekaas belt over de oven. Kortekaas 3 keer geprobeerd.",
    "Jentsje Zwiep en Rugenia Dam komen.\n- Jentsje: 3 dozen\n- Rugenia: geen",
    "Overleg met Anna Nguyen-Tran. De COA-regiomanager Nguyen-Tran is ziek.",
    "Harm Jan Dalhuisen belde.\nConclusie: Dalhuisen in januari",
    "Afscheid van Anna Kortekaas. De rede van Oude Kortekaas volgt.",
]
NLP_REGELS = make_pijplijn(Regelboek())


@pytest.mark.parametrize("tekst", BEKEND)
def test_wat_regels_vinden_wordt_met_het_model_nooit_minder_zeker(tekst):
    met, zonder = NLP(tekst), NLP_REGELS(tekst)
    assert len(zonder.spans["weg"]) > 1
    for span in zonder.spans["weg"]:
        zeker = [
            s._.zekerheid
            for s in met.spans["weg"]
            if s.start_char <= span.start_char and span.end_char <= s.end_char
        ]
        assert max(zeker, default=0.0) >= span._.zekerheid


def test_wat_alleen_het_model_ziet_blijft_onzeker_en_wekt_dezelfde_naam():
    doc = NLP("De stukken gaan in Wiarda naar de gemeente. Wiarda ook.")
    assert {s._.regel for s in doc.spans["weg"]} <= {"naam.taalmodel", "naam.bekend"}
    assert min(s._.zekerheid for s in doc.spans["weg"]) < 0.6


def test_het_eigen_model_vindt_een_naam_zonder_lijst_of_opmaak():
    doc = make_pijplijn(Regelboek(), load_taalmodel())(
        "Gisteren vertelde Quirijntje Ophuizen dat de sleutels kwijt zijn."
    )
    assert [s.text for s in doc.spans["weg"]] == ["Quirijntje Ophuizen"]


@pytest.mark.parametrize(
    "naam",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "..",
        "",
        " ",
        "nl core news",
        "nl_bestaat_niet",
        "nl.core.news",
        "json",
        "numpy",
        "a\0b",
        "pyproject.toml",
    ],
)
def test_wat_geen_taalmodel_is_wordt_meteen_geweigerd(naam):
    with pytest.raises(HulpprogrammaError, match="--taalmodel"):
        load_taalmodel(naam)


def test_een_taalmodel_in_een_map_of_pakket_wordt_geladen(tmp_path, monkeypatch):
    with as_file(files("regels").joinpath("taalmodel", "model")) as map_:
        assert load_taalmodel(str(map_)).find(["Gisteren sprak Lea Kolk met Meent."])
    (tmp_path / "nl_eigen_model").mkdir()
    (tmp_path / "nl_eigen_model" / "meta.json").write_text("{}")
    monkeypatch.syspath_prepend(tmp_path)
    load_taalmodel("nl_eigen_model")
