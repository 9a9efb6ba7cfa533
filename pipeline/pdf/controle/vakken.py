"""Boxes: nothing lies under them but their own code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.lakken import Controle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.pdf.controle.bestand import Proef
    from pipeline.pdf.controle.tekens import Teken

NAAM = "vakken"
Doos = tuple[float, float, float, float]


def check_boxes(proef: Proef) -> Iterator[Controle]:
    """Whether every box holds no character besides those of its code."""
    codes = {"".join(o.split()) for o in proef.opschriften}
    fout = 0
    for pagina, doos in _boxes(proef):
        onder = [t for t in proef.na[pagina - 1] if _within(t, doos)]
        tekst = "".join(t.tekst for t in onder if not t.tekst.isspace())
        if tekst and not _is_codes(tekst, codes):
            fout += 1
            yield Controle(
                naam=NAAM,
                geslaagd=False,
                toelichting=f"onder een vak op bladzijde {pagina} staat nog tekst",
                pagina=pagina,
            )
    if not fout:
        aantal = len(proef.uitslag.geplaatst)
        yield Controle(
            naam=NAAM, geslaagd=True, toelichting=f"{aantal} vakken zijn leeg"
        )


def _boxes(proef: Proef) -> Iterator[tuple[int, Doos]]:
    """The boxes of the account in the space of pdfium: from the bottom left."""
    hoogtes = proef.hoogtes
    for vak in proef.uitslag.geplaatst:
        k, hoog = vak.kader, hoogtes[vak.pagina - 1]
        yield vak.pagina, (k.links, hoog - k.onder, k.rechts, hoog - k.boven)


def _within(teken: Teken, doos: Doos) -> bool:
    x, y = teken.hart
    return doos[0] < x < doos[2] and doos[1] < y < doos[3]


def _is_codes(tekst: str, codes: set[str]) -> bool:
    """Whether a text is made of codes alone: overlapping boxes may show two."""
    rest = tekst
    for code in sorted(codes, key=len, reverse=True):
        rest = rest.replace(code, "")
    return not rest
