"""A document set anew with boxes of one width."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from modellen.lakblad import Keuze
from modellen.lakken import Lakvlak
from pipeline.errors import InvoerError
from pipeline.lakken.vaste_breedte import replace_marks, take_part
from pipeline.lakken.vlakken import place_marks
from pipeline.pdf.knippen import cut_pages
from pipeline.pdf.omzetten.bladbeelden import find_page_pictures
from pipeline.pdf.omzetten.naar_pdf import find_drawn
from pipeline.pdf.omzetten.openlijk import find_hiding
from pipeline.pdf.omzetten.stom import find_mute
from pipeline.pdf.zetwerk import set_document, set_mail
from pipeline.pdf.zetwerk.stuk import VOORAAN
from pipeline.pdf.zoeken import find_places

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from modellen.document import Document
    from modellen.lakblad import Lakregel, Woodocument
    from modellen.plaats import Kader
    from pipeline.flows.stukken import Bronstuk
    from pipeline.pdf.zetwerk.platen import Plaat

    Platen = Mapping[int, Sequence[Plaat | None]]

HOE = "opnieuw opgemaakt, vakken van vaste breedte"
_POST = {"eml", "msg"}
_ONZICHTBAAR = (
    "tekst die niet te zien is (onder een vlak, in een verborgen laag, naast de "
    "bladzijde) of een lakmarkering die niet is toegepast. Opnieuw opgemaakt zou die "
    "leesbaar worden."
)
_ZONDER_LETTER = (
    "letters waarvan het bestand niet zegt welke het zijn. Opnieuw opgemaakt zouden "
    "die wegvallen."
)


def set_fixed(
    bron: Bronstuk,
    stuk: Woodocument,
    regels: Sequence[Lakregel],
    titel: str,
    codes: Collection[str],
) -> tuple[bytes, list[Lakvlak]]:
    """The PDF with a word of fixed length for each mark, and the marks on those words.

    ``codes`` are the grounds that a mark in the source may name. Raises
    ``InvoerError`` when a page was not read, or holds words that it does not show.
    """
    deel = take_part(bron.document, stuk)
    merken = list(place_marks(deel, stuk, regels))
    document, gronden = replace_marks(deel, regels)
    if document.bron.formaat in _POST:
        invoer = set_mail(document, titel)
    else:
        platen = _move(_find_plates(bron, deel, regels, merken, codes), deel, document)
        invoer = set_document(document, titel, platen)
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


def _find_plates(
    bron: Bronstuk,
    deel: Document,
    regels: Sequence[Lakregel],
    merken: Sequence[Lakvlak],
    codes: Collection[str],
) -> Platen:
    """The pictures that may stay, by where the block before them begins."""
    if deel.bron.formaat != "pdf":
        platen = find_drawn(deel, bron.pad)
        # A mark on a picture is a place on other pages than these.
        heel = not any(r.vlak and r.keuze is Keuze.LAKKEN for r in regels)
        return platen if heel else {b: [None] * len(p) for b, p in platen.items()}
    inhoud = cut_pages(bron.pad.read_bytes(), bron.van, bron.tot)
    _refuse(deel, find_hiding(inhoud, codes), _ONZICHTBAAR)
    _refuse(deel, find_mute(inhoud), _ZONDER_LETTER)
    kaders: dict[int, list[Kader]] = defaultdict(list)
    for vlak in merken:
        kaders[vlak.pagina] += vlak.kaders
    return find_page_pictures(deel, inhoud, kaders, codes, bron.van or 1)


def _refuse(deel: Document, bladen: Sequence[int], wat: str) -> None:
    """Raise when there are pages that must not be set anew, for what is on them."""
    if bladen:
        raise InvoerError(
            f"Bladzijde {', '.join(map(str, bladen))} van {deel.bron.bestand} bevat "
            f"{wat} Lak dit document zonder --streng-breedte."
        )


def _move(platen: Platen, oud: Document, nieuw: Document) -> Platen:
    """The pictures at the same blocks, which begin elsewhere now."""
    paren = zip(oud.blokken, nieuw.blokken, strict=True)
    waar = {VOORAAN: VOORAAN, **{een.begin: ander.begin for een, ander in paren}}
    return {waar[begin]: rij for begin, rij in platen.items()}
