"""Text that runs aslant: a watermark, a stamp, a name beside a drawn line."""

from __future__ import annotations

import math

import pikepdf
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lakproef import line, make_pdf, places_of, redact, shown

from pipeline.pdf.lakken.dekking import is_rectangle
from pipeline.pdf.lakken.rastervak import loose_codes
from pipeline.readers import read_file
from pipeline.settings import Grenzen

NAAM = "Wiebe Quakkelaar"


def slanted(tekst, hoek, x=200, y=400):
    """Each letter an object of its own, as browsers draw a watermark."""
    cos, sin = math.cos(math.radians(hoek)), math.sin(math.radians(hoek))
    uit, ver = [], 0.0
    for teken in tekst:
        plek = f"{x + cos * ver:.3f} {y + sin * ver:.3f}"
        matrix = f"{cos:.6f} {sin:.6f} {-sin:.6f} {cos:.6f} {plek}"
        uit.append(f"BT /F1 12 Tf {matrix} Tm ({teken}) Tj ET\n")
        ver += 7.5
    return "".join(uit)


@pytest.mark.parametrize("hoek", [-60, -30, 20, 45, 135, 200])
def test_what_runs_aslant_is_read_as_one_line(tmp_path, hoek):
    pad = tmp_path / "stuk.pdf"
    pad.write_bytes(
        make_pdf(line("De tekst loopt recht.") + slanted("Gezien:Quakkelaar", hoek))
    )
    (document,) = read_file(pad, "stuk.pdf", Grenzen()).documenten
    assert "De tekst loopt recht." in document.tekst
    assert "Gezien:Quakkelaar" in document.tekst.replace(" ", "")


@pytest.mark.parametrize("hoek", [-30, 20, 45])
def test_a_slanted_name_goes_and_the_page_stays_text(hoek):
    uit = redact(make_pdf(line("De tekst.") + slanted(NAAM, hoek)), NAAM)
    assert uit.in_orde
    assert not uit.uitslag.gerasterd
    assert places_of(uit.inhoud, "Quakkelaar") == set()
    assert "De tekst." in shown(uit.inhoud)


def fractional(pdf, pagina):
    """Widths with a fraction, which pdfium rounds down for letters and not for gaps."""
    letter = pagina.obj.Resources.Font.F1
    letter.Subtype = pikepdf.Name.TrueType
    letter.FirstChar, letter.LastChar = 32, 126
    letter.Widths = pikepdf.Array([556.95] * 95)


def test_two_names_on_a_line_leave_the_page_text():
    regel = line(f"Aanwezig: {NAAM}, de heer Lea Slotemaker en de notulist.", x=40)
    uit = redact(make_pdf(regel, bouw=fractional), NAAM, "Lea Slotemaker")
    assert uit.in_orde
    assert not uit.uitslag.gerasterd


@given(st.floats(-89, 89), st.floats(20, 200), st.floats(8, 30))
def test_a_code_stays_within_a_slanted_box(hoek, lang, hoog):
    cos, sin = math.cos(math.radians(hoek)), math.sin(math.radians(hoek))
    langs, op = (lang * cos, lang * sin), (-hoog * sin, hoog * cos)
    a, b = (300.0, 300.0), (300 + langs[0], 300 + langs[1])
    hoeken = (a, b, (b[0] + op[0], b[1] + op[1]), (a[0] + op[0], a[1] + op[1]))
    assume(not is_rectangle(list(hoeken)))
    ((_, (x0, y0, x1, y1)),) = loose_codes([(hoeken, "5.1.2e")])
    for x in (x0, (x0 + x1) / 2, x1):
        dx, dy = x - 300, (y0 + y1) / 2 - 300
        assert -0.01 <= dx * cos + dy * sin <= lang + 0.01
        assert -0.01 <= -dx * sin + dy * cos <= hoog + 0.01
