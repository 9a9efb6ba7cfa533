"""A decision that is a mark in the source, on the sheet and beside what people decide."""

from __future__ import annotations

from dataclasses import replace

import openpyxl
import pytest
from lakbouw import ZIN, A, document, regel, stuk

from modellen.lakblad import Keuze, Lakblad
from modellen.persoon import Passage, Vondsten
from pipeline.lakken.lakblad import read_lakblad, write_lakblad
from pipeline.lakken.overnemen import keep_decisions
from pipeline.lakken.samenvoegen import merge_sheets
from pipeline.lakken.voorstel import make_voorstellen

GRONDEN = ("5.1.2e", "5.1.2f", "5.1.2i")
WOORDEN = "Ytzen Slotemaker"
B = document("b.pdf", "Iets anders eerst", ZIN)
STUKKEN = (stuk("0001", A), stuk("0002", B))


def voorgesteld(stukken=STUKKEN[:1], **velden):
    begin = A.tekst.index(WOORDEN)
    passage = Passage(
        grond="5.1.2i",
        reden="r",
        motivering="De wet vraagt een afweging.",
        herkomst=A.citeer(begin, begin + len(WOORDEN), regel="x"),
        **velden,
    )
    return make_voorstellen(
        stukken, {A.id: A, B.id: B}, Vondsten(passages=(passage,)), {}
    )


def merk(**velden):
    return voorgesteld(aangemerkt=True, door="Lea Kolk", **velden)


def blad(regels, stukken=STUKKEN[:1]):
    return Lakblad(map_="x", documenten=stukken, regels=tuple(regels))


def vul_in(pad, rij, **velden):
    boek = openpyxl.load_workbook(pad)
    vel = boek["Markeringen"]
    koppen = [c.value for c in vel[1]]
    for kop, waarde in velden.items():
        vel.cell(rij, koppen.index(kop) + 1).value = waarde
    boek.save(pad)


def gelezen(tmp_path, lakblad, naam="lakblad.xlsx", **ingevuld):
    pad = write_lakblad(lakblad, tmp_path / naam)
    if ingevuld:
        vul_in(pad, 2, **ingevuld)
    return read_lakblad(pad, GRONDEN)


def test_een_merk_vult_besluit_en_door_in_en_een_voorstel_niet():
    (rij,) = merk()
    assert (rij.keuze, rij.door, rij.passage) == (Keuze.LAKKEN, "Lea Kolk", False)
    (open_,) = voorgesteld(aangemerkt=True)
    assert (open_.keuze, open_.door, open_.passage) == (Keuze.OPEN, "", False)


def test_bij_een_passage_staan_de_woorden_eromheen_en_apart_wat_de_wet_vraagt(tmp_path):
    pad = write_lakblad(blad(voorgesteld()), tmp_path / "lakblad.xlsx")
    vel = openpyxl.load_workbook(pad)["Voor een mens"]
    koppen, rij = ([c.value for c in r] for r in vel.iter_rows())
    velden = dict(zip(koppen, rij, strict=True))
    assert f"[{WOORDEN}]" in velden["omgeving"]
    assert "projectleider" in velden["omgeving"]
    assert velden["wat de wet vraagt"] == "De wet vraagt een afweging."
    # What stands under 'motivering' goes into the decision: that is for a person.
    assert not velden["motivering"]
    assert read_lakblad(pad, GRONDEN).regels == voorgesteld()


@pytest.mark.parametrize(
    ("ingevuld", "gemerkt"),
    [
        ({}, True),
        ({"besluit": "niet lakken"}, False),
        ({"grond": "5.1.2f"}, False),
        ({"door": "Ab Meent"}, False),
    ],
)
def test_wie_het_blad_wijzigt_beslist_zelf(tmp_path, ingevuld, gemerkt):
    (rij,) = gelezen(tmp_path, blad(merk()), **ingevuld).regels
    assert rij.gemerkt is gemerkt
    assert read_lakblad(
        write_lakblad(blad([rij]), tmp_path / "n.xlsx"), GRONDEN
    ).regels == (rij,)


def test_een_gewijzigd_merk_in_de_bron_wint_van_het_vorige(tmp_path):
    oud = gelezen(tmp_path, blad(merk()))
    anders = [replace(r, grond="5.1.2f", door="Ab Meent") for r in merk()]
    over = keep_decisions(STUKKEN[:1], anders, (oud.documenten, oud.regels))
    assert (over.regels[0].grond, over.regels[0].door) == ("5.1.2f", "Ab Meent")
    assert over.vervallen == 0


def test_wat_op_het_blad_is_gewijzigd_blijft_bij_een_nieuw_voorstel(tmp_path):
    oud = gelezen(tmp_path, blad(merk()), besluit="niet lakken", door="Ab Meent")
    over = keep_decisions(STUKKEN[:1], merk(), (oud.documenten, oud.regels))
    (rij,) = over.regels
    assert (rij.keuze, rij.door, rij.gemerkt) == (Keuze.NIET, "Ab Meent", False)


def test_een_besluit_op_het_blad_gaat_bij_samenvoegen_voor_een_merk(tmp_path):
    zelf = gelezen(tmp_path, blad(merk()), "een.xlsx", besluit="niet lakken", door="Ab")
    ander = gelezen(tmp_path, blad(merk()), "twee.xlsx")
    samen, conflicten = merge_sheets([ander, zelf])
    assert conflicten == ()
    assert (samen.regels[0].keuze, samen.regels[0].door) == (Keuze.NIET, "Ab")


def test_een_merk_geldt_voor_dezelfde_passage_elders_tot_iemand_anders_beslist(
    tmp_path,
):
    rijen = merk(stukken=STUKKEN)
    assert [r.door for r in rijen] == ["Lea Kolk", "Lea Kolk"]
    uit = gelezen(tmp_path, blad(rijen, STUKKEN), besluit="niet lakken", door="Ab")
    assert [(r.keuze, r.door) for r in uit.regels] == [(Keuze.NIET, "Ab")] * 2
    ongewijzigd = gelezen(tmp_path, blad(rijen, STUKKEN))
    assert [r.gemerkt for r in ongewijzigd.regels] == [True, True]


def test_een_gewoon_besluit_is_geen_merk(tmp_path):
    rij = regel("0001", A, WOORDEN, keuze=Keuze.LAKKEN, door="Ab")
    (terug,) = gelezen(tmp_path, blad([rij])).regels
    assert not terug.gemerkt
