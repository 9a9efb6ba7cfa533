"""A coarser grid: what is behind a box moves up to half a step, and is still text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lakproef import OPTIES, line, make_pdf, places_of, redact, shown

ZIN = "Op verzoek van mevrouw Zonderland en de heer Quakkelaar komt de raad bijeen."


@pytest.mark.parametrize("rooster", [1, 2, 6, 12])
def test_the_page_stays_text_on_every_grid(rooster):
    tekst = "".join(line(ZIN, 72, 700 - 18 * n, 10 + n / 4) for n in range(12))
    opties = replace(OPTIES, rooster=float(rooster))
    uit = redact(make_pdf(tekst), "Zonderland", "Quakkelaar", opties=opties)
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    assert not uit.uitslag.gerasterd
    assert places_of(uit.inhoud, "Zonderland") == set()
    assert shown(uit.inhoud).count("komt de raad bijeen.") == 12
