"""The order of cleaning: what is wanted is named, the rest goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.naamdelen import Naamdelen
from pipeline.pdf.schoon.beelden import strip_images
from pipeline.pdf.schoon.keurbaar import may_claim
from pipeline.pdf.schoon.letters import clean_fonts
from pipeline.pdf.schoon.sleutelnamen import drop_own_name, rename_keys
from pipeline.pdf.schoon.sleutels import CATALOGUS, LABELS, OVERAL_WEG, PAGINA
from pipeline.pdf.schoon.structuur import clean_structure
from pipeline.pdf.schoon.verwijzingen import Koppelingen, keep_links
from pipeline.pdf.schoon.xmp import write_metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def clean(
    pdf: pikepdf.Pdf,
    titel: str,
    naalden: Sequence[str],
    dozen: Callable[[int], list[tuple[float, float, float, float]]],
    taal: str = "nl-NL",
) -> tuple[str, ...]:
    """Take everything from an open document that its pages do not show.

    ``naalden`` are words that may stand nowhere, ``dozen`` gives the boxes of a page
    (from 1) in user space: links under them go. Gives what was dropped, in plain Dutch.
    """
    gelabeld, namen = is_tagged(pdf), Naamdelen(naalden)
    keurmerk = gelabeld and may_claim(pdf)
    koppelingen = Koppelingen(naalden, namen)
    weg = [*_clean_catalog(pdf, gelabeld=gelabeld)]
    weg += clean_pages(pdf)
    for nummer, pagina in enumerate(pdf.pages, start=1):
        if "/Annots" in pagina.obj:
            weg += keep_links(pagina.obj, dozen(nummer), koppelingen)
    _clean_objects(pdf)
    if strip_images(pdf):
        weg.append("gegevens over de herkomst van beelden")
    if gelabeld:
        clean_structure(pdf, naalden, namen)
    rename_keys(pdf, namen)
    clean_fonts(pdf)
    write_metadata(pdf, titel, taal, gelabeld=gelabeld, keurmerk=keurmerk)
    return tuple(dict.fromkeys(weg))


def is_tagged(pdf: pikepdf.Pdf) -> bool:
    """Whether the document says that its content is tagged."""
    merk: Any = pdf.Root.get("/MarkInfo", {})
    return bool(merk.get("/Marked", False)) and "/StructTreeRoot" in pdf.Root


_NAMEN = {
    "/Outlines": "bladwijzers",
    "/Names": "bijlagen, scripts of namen",
    "/AcroForm": "formulier",
    "/OpenAction": "handeling bij openen",
    "/AA": "handelingen",
    "/OCProperties": "lagen",
    "/PageLabels": "paginalabels",
    "/Metadata": "metagegevens",
    "/Perms": "handtekening",
    "/DSS": "handtekening",
    "/Collection": "bijlagenmap",
    "/PieceInfo": "programmagegevens",
    "/StructTreeRoot": "labels van een document dat niet gelabeld is",
}


def _clean_catalog(pdf: pikepdf.Pdf, *, gelabeld: bool) -> list[str]:
    """Keep what is named; labels only where the document says that it is tagged."""
    blijft = CATALOGUS if gelabeld else CATALOGUS - LABELS
    weg = [k for k in pdf.Root.keys() if k not in blijft]  # noqa: SIM118 pikepdf
    for sleutel in weg:
        del pdf.Root[sleutel]
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    return [_NAMEN[k] for k in weg if k in _NAMEN]


def clean_pages(pdf: pikepdf.Pdf) -> list[str]:
    """Take from every page what does not show; gives what was dropped.

    Worth it early: what a document of thousands of pages holds takes memory.
    """
    return [wat for pagina in pdf.pages for wat in _clean_page(pagina.obj)][:1]


def _clean_page(pagina: Any) -> list[str]:
    weg = [k for k in pagina.keys() if k not in PAGINA]  # noqa: SIM118
    for sleutel in weg:
        del pagina[sleutel]
    return ["paginagegevens"] if weg else []


def _clean_objects(pdf: pikepdf.Pdf) -> None:
    """Drop from every object what tells of its making."""
    for ding in pdf.objects:
        if isinstance(ding, pikepdf.Dictionary | pikepdf.Stream):
            for sleutel in OVERAL_WEG:
                if sleutel in ding:
                    del ding[sleutel]
            drop_own_name(ding)
