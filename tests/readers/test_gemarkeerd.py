"""What a reader highlighted is those words, and not the same words elsewhere."""

from __future__ import annotations

import pikepdf
import pytest
from lakproef import make_pdf

from pipeline.readers import read_file
from pipeline.settings import Grenzen

ZIN = "het bod op het perceel aan de haven is 12{}45 euro."


def pointed_out(tmp_path, inhoud):
    pad = tmp_path / "stuk.pdf"
    pad.write_bytes(inhoud)
    (document,) = read_file(pad, "stuk.pdf", Grenzen()).documenten
    return [
        (
            document.tekst[: a.eind].count("perceel") - 1,
            document.tekst[a.begin : a.eind],
        )
        for a in document.aanduidingen
    ]


def highlight(*vakken, draai=0):
    """A page as it is turned, with one highlight over some areas of user space."""

    def bouw(pdf, blad):
        punten = [
            p for x0, y0, x1, y1 in vakken for p in (x0, y1, x1, y1, x0, y0, x1, y0)
        ]
        blad["/Rotate"] = draai
        blad["/Annots"] = pikepdf.Array(
            [
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot,
                    Subtype=pikepdf.Name.Highlight,
                    Rect=[punten[0], punten[5], punten[2], punten[1]],
                    QuadPoints=punten,
                    Contents="5.1.2i",
                )
            ]
        )

    return bouw


def lines(*regels):
    return "BT /F1 12 Tf 72 700 Td 14 TL {} ET".format(
        " ".join(f"({r}) Tj T*" for r in regels)
    )


@pytest.mark.parametrize("draai", [0, 90, 180, 270])
@pytest.mark.parametrize("welke", [0, 2, 3])
def test_of_equal_words_those_under_the_highlight_are_meant(tmp_path, draai, welke):
    tekst = lines(*(ZIN.format(n) for n in range(5)))
    y = 700 - 14 * welke
    bouw = highlight((148, y - 3, 262, y + 10), draai=draai)
    ((keer, woorden),) = pointed_out(tmp_path, make_pdf(tekst, bouw=bouw))
    assert keer == welke
    assert "aan de haven" in woorden


def test_of_equal_words_in_one_paragraph_the_second_can_be_meant(tmp_path):
    tekst = lines(
        "Het perceel van Meent en het perceel van Holt zijn",
        "even groot; het perceel van Dam is dat niet.",
    )
    bouw = highlight((225, 697, 300, 710))
    ((keer, woorden),) = pointed_out(tmp_path, make_pdf(tekst, bouw=bouw))
    assert keer == 1
    assert "perceel van" in woorden
