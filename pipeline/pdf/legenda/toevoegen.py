"""Sets the legend and puts it behind the document."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.hulpproces import VEEL
from pipeline.pdf.legenda.gronden import default_legenda
from pipeline.pdf.legenda.regels import make_legend
from pipeline.pdf.legenda.samenvoegen import append_pages
from pipeline.pdf.zetwerk.pers import press

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from modellen.lakken import Geplaatst, Grondslag
    from pipeline.pdf.legenda.regels import Stijl

SJABLOON = "legenda/legenda.typ"


def add_legend(
    pdf: pikepdf.Pdf,
    geplaatst: Sequence[Geplaatst],
    grondslagen: Mapping[str, Grondslag],
    stijl: Stijl,
    *,
    bestaand: Sequence[Geplaatst] = (),
    woorden: Mapping[str, Any] | None = None,
) -> None:
    """Put the legend behind an open document; its tags join those of the document.

    ``bestaand`` are marks that the document already had: they count too. Without any
    mark there is no legend. Page numbers are those of this file, from 1.
    """
    vlakken = [*geplaatst, *bestaand] if bestaand else geplaatst
    if not vlakken:
        return
    gegevens = make_legend(vlakken, grondslagen, stijl, woorden or default_legenda())
    zetsel = press(SJABLOON, gegevens, apart=len(pdf.pages) > VEEL)
    with pikepdf.open(BytesIO(zetsel)) as legenda:
        append_pages(pdf, legenda)
