"""A part cut out of a glued PDF: its own pages, with their tags and no others."""

from __future__ import annotations

import io

import page
import pikepdf
import pytest
from lakproef import OPTIES, shown

from modellen.lakken import Lakvlak
from pipeline.pdf.knippen import cut_pages
from pipeline.pdf.legenda.samenvoegen import append_pages
from pipeline.pdf.vrijgave import make_release
from pipeline.pdf.zetwerk.pers import press

KOLOMMEN = ["Wet", "Artikel", "Beschrijving", "Pagina('s)"]


def paper(naam):
    """A tagged page with a table that has an empty cell."""
    gegevens = {
        "titel": naam, "kop": f"Stuk van {naam}", "inleiding": f"Brief van {naam}.",
        "kolommen": KOLOMMEN, "breedtes": [2.0, 2.4, 6.0, 2.2],
        "rijen": [["Woo", "5.1", f"Lange {naam}", ""], ["Awb", "", "kort", "2"]],
    }  # fmt: skip
    return press("legenda/legenda.typ", gegevens)


@pytest.fixture(scope="module")
def glued():
    """Three tagged papers in one file."""
    with pikepdf.open(io.BytesIO(paper("Bakker"))) as pdf:
        for naam in ("Visser", "Mulder"):
            with pikepdf.open(io.BytesIO(paper(naam))) as los:
                append_pages(pdf, los)
        pdf.save(uit := io.BytesIO())
    return uit.getvalue()


def failures(inhoud, tmp_path):
    pad = tmp_path / "uit.pdf"
    pad.write_bytes(inhoud)
    return [
        f
        for profiel in ("ua1", "pdfa2b")
        for f in page.validate_pdf(str(pad), profile=profiel).failures
    ]


@pytest.mark.parametrize(
    ("van", "tot", "namen"),
    [(1, 1, {"Bakker"}), (2, 2, {"Visser"}), (2, 3, {"Visser", "Mulder"})],
)
def test_a_part_keeps_its_own_tags_and_no_others(glued, van, tot, namen, tmp_path):
    los = cut_pages(glued, van, tot)
    vlak = Lakvlak(pagina=1, grond="5.1.2e", tekst="Lange")
    uit = make_release(los, [vlak], OPTIES, "Stuk", [])
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    tekst = shown(uit.inhoud)
    assert {n for n in ("Bakker", "Visser", "Mulder") if n in tekst} == namen
    with pikepdf.open(io.BytesIO(uit.inhoud)) as pdf:
        assert "/StructTreeRoot" in pdf.Root
        assert len(pdf.pages) == tot - van + 1
    assert failures(uit.inhoud, tmp_path) == []


def test_the_words_of_other_papers_are_nowhere_in_a_part(glued):
    los = cut_pages(glued, 2, 2)
    with pikepdf.open(io.BytesIO(los)) as pdf:
        alles = b"".join(
            o.read_bytes() for o in pdf.objects if isinstance(o, pikepdf.Stream)
            if o.get("/Type") != "/Metadata"
        )  # fmt: skip
    assert len(los) < len(glued)
    assert b"Bakker" not in alles


def test_without_pages_it_stays_whole(glued):
    assert cut_pages(glued, None, None) == glued
