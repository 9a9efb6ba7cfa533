"""A document set anew with boxes of one width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.lakken import Lakvlak
from pipeline.lakken.vaste_breedte import replace_marks, take_part
from pipeline.pdf.zetwerk import set_document, set_mail
from pipeline.pdf.zoeken import find_places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modellen.lakblad import Lakregel, Woodocument
    from pipeline.flows.stukken import Bronstuk

HOE = "opnieuw opgemaakt, vakken van vaste breedte"
_POST = {"eml", "msg"}


def set_fixed(
    bron: Bronstuk, stuk: Woodocument, regels: Sequence[Lakregel], titel: str
) -> tuple[bytes, list[Lakvlak]]:
    """The PDF with a word of fixed length for each mark, and the marks on those words.

    Raises ``InvoerError`` when a page was not read.
    """
    document, gronden = replace_marks(take_part(bron.document, stuk), regels)
    zet = set_mail if document.bron.formaat in _POST else set_document
    invoer = zet(document, titel)
    vlakken = [
        Lakvlak(
            pagina=plek.pagina,
            grond=gronden[woord],
            tekst=plek.tekst,
            kaders=plek.kaders,
        )
        for woord, hits in find_places(invoer, sorted(gronden)).items()
        for hit in hits
        for plek in hit
    ]
    return invoer, vlakken
