"""The engine: opens a document, works page by page, and writes it whole."""

from __future__ import annotations

from collections import defaultdict
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pikepdf

from modellen.lakken import Lakuitslag
from pipeline.errors import InvoerError
from pipeline.geheugen import rare_collection
from pipeline.pdf.lakken.bladzijde import Bladzijde
from pipeline.pdf.lakken.inpakken import shared_content
from pipeline.pdf.lakken.labels import repoint
from pipeline.pdf.lakken.lezer import Letterkast
from pipeline.pdf.lakken.opschrift import embed_label_font
from pipeline.pdf.lakken.vakkenrij import Vakkenrij
from pipeline.pdf.letterproef import find_lying
from pipeline.pdf.nesten import GEEN_WIJZIGING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from modellen.lakken import Bronlek, Gerasterd, Lakopties, Lakvlak
    from pipeline.pdf.lakken.labels import Nieuw, ObjectNummer


MEEST = 512 * 1024 * 1024
"""Bytes that one stream may become when it is unpacked; more is a trap."""

BRIEF = (0, 0, 612, 792)
"""In points, what programs make of a page without a size."""

pikepdf.settings.set_qpdf_limits(
    flate_max_memory=MEEST,
    run_length_max_memory=MEEST,
    dct_max_memory=MEEST,
    png_max_memory=MEEST,
    tiff_max_memory=MEEST,
    parser_max_errors=0,
)


def lak_pdf(
    invoer: bytes, vlakken: Sequence[Lakvlak], opties: Lakopties
) -> tuple[bytes, Lakuitslag]:
    """The document without what lies under the marks, and an account of the boxes.

    Nothing else moves more than half a step of the grid. A page on which this cannot be
    done with certainty becomes a picture. Raises ``InvoerError`` when the document is
    locked or broken, or when a mark names a page it does not have.
    """
    with open_pdf(invoer) as pdf, rare_collection():
        uitslag = lak_document(pdf, vlakken, opties)
        return save_pdf(pdf), uitslag


def lak_document(
    pdf: pikepdf.Pdf,
    vlakken: Sequence[Lakvlak],
    opties: Lakopties,
    als_beeld: Mapping[int, str] = MappingProxyType({}),
) -> Lakuitslag:
    """Take what lies under the marks out of an open document; gives the account.

    Pages in ``als_beeld`` become pictures whatever they are, for the reason that it
    gives, and so do those whose letters show something else than their text says.
    """
    _check_pages(pdf, vlakken)
    geplaatst = Vakkenrij()
    gerasterd: list[Gerasterd] = []
    lekken: list[Bronlek] = []
    vervangend = False
    tekens = "".join(sorted({t for o in opties.opschriften.values() for t in o}))
    letter = embed_label_font(pdf, tekens or "0")
    kast, liegt, gedeeld = Letterkast(), find_lying(pdf), shared_content(pdf)
    per_blad: dict[int, list[Lakvlak]] = defaultdict(list)
    for vlak in vlakken:
        per_blad[vlak.pagina].append(vlak)
    bladen: dict[ObjectNummer, Nieuw] = {}
    for nummer in range(1, len(pdf.pages) + 1):
        eigen = per_blad.pop(nummer, [])
        blad = Bladzijde(pdf, nummer, eigen, opties, kast, letter, gedeeld)
        blad.redact(als_beeld=als_beeld.get(nummer), liegt=nummer in liegt)
        geplaatst.extend(blad.geplaatst)
        gerasterd += blad.gerasterd
        lekken += blad.bronlekken
        vervangend |= blad.vervangend
        if blad.gerasterd or blad.nieuw:
            nieuw = None if blad.gerasterd else blad.nieuw
            bladen[blad.pagina.obj.objgen] = nieuw
        blad.forget()
    repoint(pdf, bladen)
    return Lakuitslag(
        geplaatst=geplaatst,
        gerasterd=tuple(gerasterd),
        bronlekken=tuple(lekken),
        vervangend=vervangend,
    )


def save_pdf(pdf: pikepdf.Pdf) -> bytes:
    """The document written whole: one revision, no object that nothing refers to."""
    uit = BytesIO()
    pdf.remove_unreferenced_resources()
    pdf.save(
        uit,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
    )
    return uit.getvalue()


def open_pdf(invoer: bytes, *, lezen: bool = False) -> pikepdf.Pdf:
    """A document ready for change, or only to look at (``lezen``).

    Raises ``InvoerError`` when it may or can not; a lock on changes keeps nobody from
    reading.
    """
    try:
        pdf = pikepdf.open(BytesIO(invoer))
    except pikepdf.PasswordError as fout:
        raise InvoerError(
            "De pdf is beveiligd met een wachtwoord. Sla hem zonder wachtwoord op."
        ) from fout
    except pikepdf.PdfError as fout:
        raise InvoerError(
            "De pdf is beschadigd. Druk hem opnieuw af als pdf en gebruik die, of "
            "vraag het bestand opnieuw op."
        ) from fout
    if not len(pdf.pages):
        pdf.close()
        raise InvoerError(
            "De pdf is beschadigd: er is geen bladzijde in te vinden. Vraag het "
            "bestand opnieuw op."
        )
    if not lezen:
        _make_writable(pdf)
    return pdf


def _make_writable(pdf: pikepdf.Pdf) -> None:
    if pdf.is_encrypted and not pdf.allow.modify_other:
        pdf.close()
        raise InvoerError(GEEN_WIJZIGING)
    if "/Size" not in pdf.trailer:  # a rebuilt table may lack it; the writer copies it
        pdf.trailer.Size = 1
    for pagina in pdf.pages:
        _give_size(pagina.obj)


def _give_size(pagina: Any) -> None:
    """Give a page without a size the one that programs show it in."""
    try:
        x0, y0, x1, y1 = (float(g) for g in pagina.get("/MediaBox", BRIEF))
    except (TypeError, ValueError):
        return  # what is no box at all is refused later, in words
    if x0 == x1 or y0 == y1:
        pagina.MediaBox = pikepdf.Array(BRIEF)


def _check_pages(pdf: pikepdf.Pdf, vlakken: Sequence[Lakvlak]) -> None:
    hoogste = max((v.pagina for v in vlakken), default=0)
    if hoogste > len(pdf.pages):
        raise InvoerError(
            f"Er staat een markering op bladzijde {hoogste}, maar de pdf heeft er "
            f"{len(pdf.pages)}. Maak het voorstel opnieuw."
        )
