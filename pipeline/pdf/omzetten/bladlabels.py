"""The pages of a workbook as tables that can be read aloud.

LibreOffice 7 shows the cells of a workbook outside all tags. The lines of the grid that
it draws tell where each cell is; so the table is built from the page (ISO 32000-1,
14.8.4.3.4).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from pipeline.pdf.omzetten.bladrooster import read_page

if TYPE_CHECKING:
    from pipeline.pdf.omzetten.bladrooster import Tekstdeel
    from pipeline.pdf.rooster import Rooster

_OPENT, _TOONT = frozenset({"BDC", "BMC"}), frozenset({"Tj", "TJ", "'", '"'})
_VERVALT = frozenset({"BDC", "BMC", "EMC"})


def is_tagged_page(pagina: pikepdf.Page) -> bool:
    """Whether all text of a page stands in marked content."""
    diepte = 0
    for bevel in pikepdf.parse_content_stream(pagina):
        naam = str(bevel.operator)
        if naam in _OPENT:
            diepte += 1
        elif naam == "EMC":
            diepte -= 1
        elif naam in _TOONT and diepte <= 0:
            return False
    return True


def tag_sheets(pdf: pikepdf.Pdf) -> None:
    """Give every page a table of its cells, in place of the tags that it had."""
    wortel = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    stuk = _element(pdf, "Document", wortel)
    rijen = Array()
    for nummer, pagina in enumerate(pdf.pages):
        pagina.obj.StructParents = nummer
        pagina.obj.Tabs = Name.S
        rijen.append(nummer)
        rijen.append(pdf.make_indirect(_tag_page(pdf, pagina, stuk)))
    wortel.K = Array([stuk])
    wortel.ParentTree = pdf.make_indirect(Dictionary(Nums=rijen))
    wortel.ParentTreeNextKey = len(pdf.pages)
    pdf.Root.StructTreeRoot = wortel
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _tag_page(pdf: pikepdf.Pdf, pagina: pikepdf.Page, stuk: Any) -> Array:  # noqa: ANN401 pikepdf objects are dynamic
    """Mark each text of a page; the elements they belong to, by their number."""
    bevelen = list(pikepdf.parse_content_stream(pagina))
    delen, rooster = read_page(bevelen)
    begint = {d.begin: n for n, d in enumerate(delen)}
    eindigt = {d.eind for d in delen}
    nieuw: list[Any] = []
    for plek, bevel in enumerate(bevelen):
        if str(bevel.operator) in _VERVALT:
            continue
        if plek in begint:
            nieuw.append(_mark(begint[plek]))
        nieuw.append(bevel)
        if plek in eindigt:
            nieuw.append(_command("EMC"))
    pagina.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(nieuw))
    return _table(pdf, pagina, stuk, delen, rooster) if delen else Array()


def _mark(nummer: int) -> Any:  # noqa: ANN401
    return _command("BDC", Name.Span, Dictionary(MCID=nummer))


def _command(naam: str, *waarden: Any) -> Any:  # noqa: ANN401
    return pikepdf.ContentStreamInstruction(list(waarden), pikepdf.Operator(naam))


def _table(
    pdf: pikepdf.Pdf,
    pagina: pikepdf.Page,
    stuk: Any,  # noqa: ANN401
    delen: list[Tekstdeel],
    rooster: Rooster,
) -> Array:
    """One table of a page, and whose element each number is."""
    per_cel: dict[tuple[int, int], list[int]] = {}
    for nummer, deel in enumerate(delen):
        per_cel.setdefault(rooster.place(deel.x, deel.y), []).append(nummer)
    van: dict[int, Any] = {}
    tabel = _hang(pdf, "Table", stuk)
    for rij in range(len(rooster.ys) - 1):
        tr = _hang(pdf, "TR", tabel)
        for kolom in range(len(rooster.xs) - 1):
            nummers = per_cel.get((rij, kolom), [])
            td = _hang(pdf, "TD", tr)
            if nummers:
                td.Pg, td.K = pagina.obj, Array(nummers)
            van |= dict.fromkeys(nummers, td)
    return Array([van[n] for n in range(len(delen))])


def _hang(pdf: pikepdf.Pdf, soort: str, ouder: Any) -> Any:  # noqa: ANN401
    element = _element(pdf, soort, ouder)
    if "/K" not in ouder:
        ouder.K = Array()
    ouder.K.append(element)
    return element


def _element(pdf: pikepdf.Pdf, soort: str, ouder: Any) -> Any:  # noqa: ANN401
    return pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name(f"/{soort}"), P=ouder)
    )
