from __future__ import annotations

import io
from datetime import date

import docx
import pytest
from PIL import Image

from pipeline.writers.brief import make_brief

DAG = date(2025, 12, 2)


def _sjabloon(map_, vul):
    stuk = docx.Document()
    vul(stuk.sections[0])
    stuk.save(map_ / "besluit.docx")
    return map_ / "besluit.docx"


def _koppen(inhoud):
    sectie = docx.Document(io.BytesIO(inhoud)).sections[0]
    return [p.text for p in sectie.header.paragraphs], sectie


def _logo(sectie):
    beeld = io.BytesIO()
    Image.new("RGB", (8, 8), "blue").save(beeld, "PNG")
    sectie.header.paragraphs[0].add_run().add_picture(beeld)


def test_without_a_template_the_words_stand_above_the_page():
    assert _koppen(make_brief([], "CONCEPT", DAG))[0] == ["CONCEPT"]


def test_the_letterhead_of_a_template_stays(tmp_path):
    pad = _sjabloon(tmp_path, lambda s: s.header.paragraphs[0].add_run("Proefland"))
    assert _koppen(make_brief([], "CONCEPT", DAG, pad))[0] == ["CONCEPT", "Proefland"]


def test_a_logo_in_the_header_stays(tmp_path):
    koppen, sectie = _koppen(make_brief([], "CONCEPT", DAG, _sjabloon(tmp_path, _logo)))
    assert koppen == ["CONCEPT", ""]
    assert sectie.header.paragraphs[1]._p.xpath(".//w:drawing")


@pytest.mark.parametrize("koptekst", ["", "CONCEPT"])
def test_a_first_page_of_its_own_says_it_too(tmp_path, koptekst):
    def vul(sectie):
        sectie.different_first_page_header_footer = True
        sectie.first_page_header.paragraphs[0].add_run("Proefland")

    inhoud = make_brief([], koptekst, DAG, _sjabloon(tmp_path, vul))
    eerste = docx.Document(io.BytesIO(inhoud)).sections[0].first_page_header
    verwacht = [koptekst, "Proefland"] if koptekst else ["Proefland"]
    assert [p.text for p in eerste.paragraphs] == verwacht
