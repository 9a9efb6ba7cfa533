"""Pages that nobody could read: a release waits until a person judged the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.document import Leesstatus
from modellen.lakblad import Beoordeling
from modellen.lakken import Controle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.document import Document
    from modellen.lakblad import Woodocument

NAAM = "ongelezen bladzijden"


def check_looked_at(stuk: Woodocument, document: Document) -> Iterator[Controle]:
    """Each page of a paper that was not read, unless a person judged the paper."""
    if stuk.beoordeling is not Beoordeling.OPEN:
        return
    for pagina in document.paginas:
        if pagina.status is Leesstatus.ONGELEZEN and stuk.holds(pagina.nummer):
            yield Controle(
                naam=NAAM,
                geslaagd=False,
                toelichting="een beeld, of letters die iets anders tonen dan de tekst "
                "opgeeft: daar kon niemand lezen wat er staat",
                pagina=stuk.page_in(pagina.nummer),
            )
