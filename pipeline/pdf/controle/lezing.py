"""Whether every page was read: else nobody can say what is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.lakken import Controle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.pdf.controle.bestand import Proef

NAAM = "gelezen bladzijden"


def check_read(proef: Proef) -> Iterator[Controle]:
    """Each page that could not be read with certainty, or that there is none."""
    fout = [g for g in proef.uitslag.gerasterd if g.ongelezen]
    for blad in fout:
        yield Controle(
            naam=NAAM,
            geslaagd=False,
            toelichting=f"bladzijde {blad.pagina} heeft {blad.reden} en is niet met "
            "zekerheid te lezen; vraag een ander exemplaar, of installeer Tesseract "
            "met Nederlands en maak het voorstel opnieuw",
            pagina=blad.pagina,
        )
    if not fout:
        yield Controle(
            naam=NAAM, geslaagd=True, toelichting="elke bladzijde is gelezen"
        )
