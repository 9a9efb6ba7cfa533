"""A Word document or workbook set anew from what was read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modellen.document import Blok, Zone
from modellen.plaats import InCel
from pipeline.pdf.zetwerk.boom import Tak, grow
from pipeline.pdf.zetwerk.breedtes import STAAND
from pipeline.pdf.zetwerk.pers import press
from pipeline.pdf.zetwerk.vellen import Gang, gather_sheets, make_parts, paragraph
from pipeline.pdf.zetwerk.woorden import split_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from modellen.document import Document
    from pipeline.pdf.zetwerk.vellen import Beelden

VOORAAN = -1
SJABLOON = "zetwerk/document.typ"
MELDING = (
    "Opnieuw opgemaakt. Dit is de tekst van het oorspronkelijke bestand in een andere "
    "opmaak. Waar een afbeelding stond die niet is overgenomen, staat [afbeelding]."
)
_LEEG = "Dit document bevat geen tekst."


def set_document(
    document: Document, titel: str, beelden: Beelden | None = None
) -> bytes:
    """The PDF of a document that was read: tagged, PDF/UA-1 and PDF/A-2b.

    ``titel`` stands in the metadata only. Hidden text and comments are left out; the
    first page says that the document was set anew. ``beelden`` are the pictures behind
    a block, by where it begins (``VOORAAN``: before all text).
    """
    dingen = grow(document)
    gang = Gang(beelden)
    melding = {"soort": "melding", "tekst": split_text(MELDING, STAAND)}
    lijf = make_parts(_in_zones(dingen, _LIJF), gang)
    delen = [
        melding,
        *_zone(dingen, Zone.KOPTEKST, gang),
        *gang.pictures(VOORAAN),
        *(lijf or [paragraph(_LEEG)]),
        *_zone(dingen, Zone.VOETNOOT, gang),
        *_zone(dingen, Zone.VOETTEKST, gang),
    ]
    gegevens = {"titel": titel, "bladnummers": True, "delen": gather_sheets(delen)}
    return press(SJABLOON, gegevens, gang.bestanden)


_LIJF = frozenset({Zone.HOOFDTEKST, Zone.TEKSTVAK, Zone.BERICHTKOP})


def _in_zones(dingen: Iterable[Blok | Tak], zones: frozenset[Zone]) -> list[Blok | Tak]:
    return [d for d in dingen if d.zone in zones]


def _zone(dingen: Iterable[Blok | Tak], zone: Zone, gang: Gang) -> list[dict[str, Any]]:
    """A zone of its own, parted from the text by a line."""
    eigen = [d for d in _in_zones(dingen, frozenset({zone})) if not _names_sheet(d)]
    delen = make_parts(_once(eigen), gang)
    return [{"soort": "zone", "naam": zone.value, "delen": delen}] if delen else []


def _names_sheet(ding: Blok | Tak) -> bool:
    """Whether a block is the name of a sheet: that is set above the sheet itself."""
    return (
        isinstance(ding, Blok)
        and isinstance(ding.plaats, InCel)
        and ding.tekst.split() == ding.plaats.blad.split()
    )


def _once(dingen: Iterable[Blok | Tak]) -> list[Blok | Tak]:
    """What comes back on every page once: how many pages there were is not told."""
    gezien: set[str] = set()
    uit: list[Blok | Tak] = []
    for ding in dingen:
        tekst = ding.tekst if isinstance(ding, Blok) else ""
        if not tekst or tekst not in gezien:
            uit.append(ding)
        gezien.add(tekst)
    return uit
