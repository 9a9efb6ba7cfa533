"""From request to publicatie.zip: all parts there, valid, and nobody named in a list."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import zipfile
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest
from lxml import etree
from programma import INVOER, run

DIWOO = Path(__file__).parents[3] / "shared" / "diwoo"
STUKKEN = (
    "2025-11-06 verslag ambtelijk overleg.docx",
    "mail/RE agenda en actielijst, noodopvang Medemblik.eml",
)


@pytest.fixture(scope="module")
def zaak(tmp_path_factory):
    """A request that went all the way, in a folder of its own."""
    werk = tmp_path_factory.mktemp("zaak")
    map_, uit = werk / "invoer", werk / "woo"
    map_.mkdir()
    for pad in STUKKEN:
        shutil.copyfile(INVOER / pad, map_ / pad.rsplit("/", 1)[-1])
    shutil.copyfile(INVOER / STUKKEN[0], map_ / "kopie van Bas Oldeman.docx")
    run(
        "woo",
        "nieuw",
        "Opvang",
        "--verzoek",
        "alle stukken",
        "--ontvangen",
        "2025-11-10",
        uitvoer=uit,
    )
    run("woo", "voorstel", map_, uitvoer=uit)
    run("woo", "lakken", uit / "lakblad.xlsx", "--aanvaard-voorstellen", uitvoer=uit)
    return uit


def numbers(zaak):
    """The inventory numbers on the sheet."""
    blad = openpyxl.load_workbook(zaak / "lakblad.xlsx")["Documenten"]
    return {r[0] for r in blad.iter_rows(min_row=2, values_only=True)}


def test_alles_wat_beloofd_is_staat_in_de_vrijgave(zaak):
    namen = {
        p.relative_to(zaak / "vrijgave").as_posix()
        for p in (zaak / "vrijgave").rglob("*")
        if p.is_file()
    }
    vast = {
        "inventarislijst.xlsx",
        "inventarislijst.pdf",
        "besluit-concept.docx",
        "productierapport.xlsx",
        "gpp-woo.json",
        "woogle.csv",
        "manifest.json",
        "publicatie.zip",
    }
    nummers = numbers(zaak)
    assert len(nummers) >= 3
    assert namen == vast | {f"documenten/{n}.pdf" for n in nummers} | {
        f"diwoo/{n}.xml" for n in nummers
    }


def test_het_manifest_klopt_en_de_zip_heeft_geen_concept(zaak):
    with zipfile.ZipFile(zaak / "vrijgave" / "publicatie.zip") as archief:
        manifest = json.loads(archief.read("manifest.json"))
        assert "besluit-concept.docx" not in archief.namelist()
        for regel in manifest:
            assert (
                hashlib.sha256(archief.read(regel["bestand"])).hexdigest()
                == regel["sha256"]
            )


@pytest.mark.skipif(not DIWOO.is_dir(), reason="../shared/diwoo ontbreekt")
def test_de_metadata_zijn_geldig_volgens_koop(zaak):
    class Hier(etree.Resolver):
        def resolve(self, url, _, context):
            pad = DIWOO / url.rsplit("/", 1)[-1]
            return self.resolve_filename(str(pad), context) if pad.exists() else None

    lezer = etree.XMLParser(no_network=True)
    lezer.resolvers.add(Hier())
    schema = etree.XMLSchema(etree.parse(DIWOO / "diwoo-metadata.xsd", lezer))
    for pad in sorted((zaak / "vrijgave" / "diwoo").glob("*.xml")):
        assert schema.validate(etree.parse(pad)), schema.error_log.last_error


def all_words(map_):
    """Every word that a stranger reads in the files of a release that are no PDF."""
    delen = []
    for pad in sorted(map_.rglob("*")):
        if pad.suffix in {".xml", ".json", ".csv"}:
            delen.append(pad.read_text(encoding="utf-8-sig"))
        elif pad.suffix in {".xlsx", ".docx"}:
            with zipfile.ZipFile(io.BytesIO(pad.read_bytes())) as archief:
                delen += [
                    archief.read(n).decode("utf-8", "replace")
                    for n in archief.namelist()
                ]
    return "\n".join(delen)


def test_geen_lijst_noemt_wie_gelakt_is(zaak):
    woorden = all_words(zaak / "vrijgave")
    blad = openpyxl.load_workbook(zaak / "lakblad.xlsx")["Markeringen"]
    koppen = [c.value for c in blad[1]]
    namen = {
        r[koppen.index("tekst")] for r in blad.iter_rows(min_row=2, values_only=True)
    }
    assert "Bas Oldeman" in namen
    assert [n for n in namen if len(n) > 4 and n in woorden] == []


def test_een_dubbel_stuk_staat_zo_op_de_lijst(zaak):
    blad = openpyxl.load_workbook(zaak / "vrijgave" / "inventarislijst.xlsx").active
    koppen, *rijen = blad.iter_rows(values_only=True)
    dubbel = [r[koppen.index("Dubbel van")] for r in rijen]
    assert sum(bool(d) for d in dubbel) == 1


def test_het_besluit_is_in_te_vullen_en_telt_goed(zaak):
    tekst = "\n".join(
        p.text
        for p in docx.Document(zaak / "vrijgave" / "besluit-concept.docx").paragraphs
    )
    assert "10-11-2025" in tekst
    assert f"{len(numbers(zaak))} document(en) aangetroffen" in tekst
    assert "[vul in: ondertekening]" in tekst


def test_meelezen_toont_alles_en_haalt_niets_weg(zaak):
    paden = sorted((zaak / "meelezen").glob("*.pdf"))
    assert {p.stem for p in paden} == numbers(zaak)
    tekst = ""
    for pad in paden:
        with pypdfium2.PdfDocument(pad) as pdf:
            tekst += "".join(b.get_textpage().get_text_range() for b in pdf)
    assert "Oldeman" in tekst


def test_opnieuw_lakken_geeft_dezelfde_bytes(zaak, tmp_path):
    kopie = tmp_path / "eerder"
    shutil.copytree(zaak / "vrijgave", kopie)
    run("woo", "lakken", zaak / "lakblad.xlsx", "--aanvaard-voorstellen", uitvoer=zaak)
    for pad in kopie.rglob("*"):
        if pad.is_file():
            assert (
                pad.read_bytes()
                == (zaak / "vrijgave" / pad.relative_to(kopie)).read_bytes()
            ), pad.name


def test_wie_de_helft_kwijt_is_begint_niet_opnieuw(zaak):
    """A run that was killed left part of its work; damaged work is made again."""
    bewaard = sorted(p for p in (zaak / ".werk").rglob("*") if p.is_file())
    bewaard[0].write_bytes(b"half")
    bewaard[1].unlink()
    run("woo", "lakken", zaak / "lakblad.xlsx", "--aanvaard-voorstellen", uitvoer=zaak)
    assert (zaak / "vrijgave" / "publicatie.zip").is_file()


def test_de_vrijgave_wacht_op_een_zienswijze(zaak, tmp_path):
    kopie = tmp_path / "zaak"
    shutil.copytree(zaak, kopie)
    run("woo", "zienswijze", kopie / "lakblad.xlsx", "--partij", "coa", uitvoer=kopie)
    pakket = kopie / "zienswijze" / "coa"
    assert {p.name for p in pakket.iterdir()} == {
        "documenten",
        "brief.docx",
        "reactieformulier.xlsx",
    }
    boek = openpyxl.load_workbook(kopie / "lakblad.xlsx")
    for naam in ("Markeringen", "Voor een mens"):
        blad = boek[naam]
        kolom = [c.value for c in blad[1]].index("besluit") + 1
        for rij in range(2, blad.max_row + 1):
            blad.cell(rij, kolom).value = (
                "lakken" if naam == "Markeringen" else "niet lakken"
            )
    boek.save(kopie / "lakblad.xlsx")
    run("woo", "lakken", kopie / "lakblad.xlsx", uitvoer=kopie, verwacht=7)
    run(
        "woo",
        "lakken",
        kopie / "lakblad.xlsx",
        "--zonder-zienswijze",
        "niet nodig",
        uitvoer=kopie,
    )
    verantwoording = json.loads(
        (kopie / "verantwoording.json").read_text(encoding="utf-8")
    )
    assert {v["zonder_zienswijze"] for v in verantwoording} == {"niet nodig"}


def test_de_stand_zegt_wat_te_doen_is(zaak):
    stand = run("woo", "stand", uitvoer=zaak)
    assert "08-12-2025" in stand
    pagina = (zaak / "stand.html").read_text(encoding="utf-8")
    assert "<script" not in pagina
    assert "http" not in pagina.replace("http-equiv", "")


def test_een_tweede_verzoek_overschrijft_het_eerste_niet(zaak):
    run(
        "woo",
        "nieuw",
        "Ander",
        "--verzoek",
        "x",
        "--ontvangen",
        "2025-11-10",
        uitvoer=zaak,
        verwacht=2,
    )
