from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modellen.document import Bron
from modellen.plaats import OpPagina
from pipeline.errors import RegelError
from pipeline.extraction.persoonsgegevens import find_persoonsgegevens
from pipeline.extraction.persoonsgegevens.pijplijn import make_pijplijn
from pipeline.extraction.persoonsgegevens.stappen import STAPPEN
from pipeline.readers.opbouw import Bouwer
from pipeline.rulebook import Regelboek

BOEK = Regelboek()
NLP = make_pijplijn(BOEK)
TEKST = (
    "Aanwezig: burgemeester Wiebe Quakkelaar en Ytzen Slotemaker (COA)\n"
    "Behandeld door Ytzen Slotemaker, y.slotemaker@coa.example, 06-12345678\n"
    "Ik vind dit voorstel te mager."
)


def test_elke_stap_is_een_onderdeel_van_een_nederlandse_pijplijn():
    assert NLP.lang == "nl"
    assert NLP.pipe_names == ["openen", *(s.naam for s in STAPPEN), "spannen"]


def test_vondsten_zijn_spannen_van_de_bron_met_hun_reden():
    doc = NLP(TEKST)
    assert doc.text == TEKST
    weg = doc.spans["weg"]
    assert [s.text for s in weg] == [
        "Ytzen Slotemaker",
        "Ytzen Slotemaker",
        "y.slotemaker",
        "06-12345678",
    ]
    assert {s._.grond for s in weg} == {"5.1.2e"}
    assert all(s._.regel and s._.reden and 0 < s._.zekerheid <= 1 for s in weg)
    assert len({s._.persoon for s in weg if s.label_ in {"naam", "e-mail"}}) == 1
    assert [s.text for s in doc.spans["blijft"]] == ["Wiebe Quakkelaar"]
    (passage,) = doc.spans["passages"]
    assert (passage.text, passage._.grond) == (
        "Ik vind dit voorstel te mager.",
        "5.2.1",
    )


def test_wat_de_pijplijn_krijgt_is_een_dossier():
    een, twee = NLP.pipe(["Burgemeester Wiebe Quakkelaar opent.", "Quakkelaar sluit."])
    assert [s.text for s in twee.spans["blijft"]] == ["Quakkelaar"]
    assert een._.personen == twee._.personen
    assert list(NLP("Quakkelaar sluit.").spans["blijft"]) == []


def test_de_opdracht_en_de_pijplijn_vinden_hetzelfde():
    bouwer = Bouwer(Bron(bestand="tekst-0.txt", sha256="0" * 64, formaat="txt"))
    for regel in TEKST.split("\n"):
        bouwer.blok(regel, OpPagina(1))
    vondsten = find_persoonsgegevens([bouwer.build()], BOEK)
    doc = NLP(TEKST)
    assert [(g.begin, g.citaat, g.regel) for g in vondsten.gegevens] == [
        (s.start_char, s.text, s._.regel) for s in doc.spans["weg"]
    ]
    assert vondsten.personen == doc._.personen


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_een_tekst_komt_er_uit_zoals_hij_erin_ging(tekst):
    doc = NLP.make_doc(tekst)
    assert doc.text == tekst


def test_een_lege_tekst_en_een_leeg_dossier_vinden_niets():
    assert list(NLP("").spans["weg"]) == []
    assert list(NLP.pipe([])) == []
    assert find_persoonsgegevens([], BOEK).gegevens == ()


def test_spacy_laadt_zonder_opdrachtregel_en_die_komt_voor_wie_erom_vraagt():
    programma = (
        "import gc, sys\n"
        "from pipeline.extraction.persoonsgegevens import find_persoonsgegevens\n"
        "from pipeline.rulebook import Regelboek\n"
        "find_persoonsgegevens([], Regelboek())\n"
        "assert gc.isenabled()\n"
        "print('spacy' in sys.modules, 'spacy.cli' in sys.modules)\n"
        "import spacy\n"
        "print(spacy.info(silent=True)['spacy_version'] == spacy.__version__)\n"
        "from spacy.cli import download\n"
        "print(download.__module__)\n"
    )
    klaar = subprocess.run(
        [sys.executable, "-c", programma], capture_output=True, text=True, check=True
    )
    assert klaar.stdout.split() == ["True", "False", "True", "spacy.cli.download"]


def test_wat_een_ander_openliet_wordt_bij_het_einde_nog_geschreven(tmp_path):
    programma = (
        "import sys\n"
        "from pipeline.extraction.persoonsgegevens import find_persoonsgegevens\n"
        "from pipeline.rulebook import Regelboek\n"
        "uit = open(sys.argv[1], 'w')\n"
        "def schrijf(): uit.write('heel')\n"
        "find_persoonsgegevens([], Regelboek())\n"
        "schrijf()\n"
    )
    uit = tmp_path / "uit.txt"
    subprocess.run([sys.executable, "-c", programma, str(uit)], check=True)
    assert uit.read_text() == "heel"


def test_een_patroon_dat_niet_klopt_wordt_gemeld_voordat_er_iets_gelezen_is(tmp_path):
    map_ = tmp_path / "persoonsgegevens"
    map_.mkdir()
    (map_ / "eigen.toml").write_text(
        '[[regel]]\nid = "eigen.fout"\nsoort = "naam.voor"\nuitleg = "x"\n'
        'patroon = "de ("\nwoorden = ["een woord dat nergens staat"]\n'
    )
    with pytest.raises(RegelError, match=r"eigen\.fout"):
        find_persoonsgegevens([], Regelboek(tmp_path))
