"""An e-mail as a page: the head that people know, then the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modellen.document import Blok, Zone
from pipeline.pdf.zetwerk.boom import grow
from pipeline.pdf.zetwerk.breedtes import STAAND
from pipeline.pdf.zetwerk.pers import press
from pipeline.pdf.zetwerk.vellen import Gang, make_parts
from pipeline.pdf.zetwerk.woorden import split_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.document import Document

SJABLOON = "zetwerk/document.typ"
_VELDEN = {
    "van": "Van", "from": "Van", "afzender": "Van",
    "aan": "Aan", "to": "Aan",
    "cc": "CC", "kopie": "CC",
    "datum": "Datum", "date": "Datum", "verzonden": "Datum", "sent": "Datum",
    "bijlagen": "Bijlagen", "bijlage": "Bijlagen", "attachments": "Bijlagen",
    "onderwerp": "Onderwerp", "subject": "Onderwerp", "betreft": "Onderwerp",
}  # fmt: skip
_INSPRING = 60.0


def set_mail(document: Document, titel: str = "E-mail") -> bytes:
    """The PDF of a message: sender, receivers, date, subject, attachments and text.

    Of the head only the lines named here are shown (RFC 5322 knows many more, and some
    betray persons and machines). ``titel`` stands in the metadata only.
    """
    dingen = grow(document)
    kop = [d for d in dingen if isinstance(d, Blok) and d.zone == Zone.BERICHTKOP]
    lijf = [d for d in dingen if d.zone != Zone.BERICHTKOP]
    delen = [*_fields(kop), {"soort": "streep"}, *make_parts(lijf, Gang())]
    return press(SJABLOON, {"titel": titel, "bladnummers": True, "delen": delen})


def _fields(kop: list[Blok]) -> Iterator[dict[str, Any]]:
    for blok in kop:
        for regel in blok.tekst.splitlines():
            naam, punt, waarde = regel.partition(":")
            bekend = _VELDEN.get(naam.strip().lower())
            if punt and bekend and waarde.strip():
                yield _field(bekend, waarde.strip())


def _field(naam: str, waarde: str) -> dict[str, Any]:
    tekst = split_text(waarde, STAAND - _INSPRING)
    return {"soort": "veld", "naam": naam, "tekst": tekst}
