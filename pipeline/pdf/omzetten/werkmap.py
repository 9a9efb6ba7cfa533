"""A workbook of values only: what the sheets show, in a new file, to convert.

Nothing is taken out of the original: the shown cells go into an empty workbook.
Hidden sheets, rows and columns, formulas, comments, names, links and pivots therefore
cannot come along; of a chart or a picture the pages say that there was one.
"""

from __future__ import annotations

import zipfile
from copy import copy
from datetime import datetime
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from pipeline.bladnaam import is_given
from pipeline.errors import InvoerError
from pipeline.pdf.omzetten.opbladen import Omgeving, read_surroundings
from pipeline.pdf.zetwerk.vellen import BEELD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl.worksheet.worksheet import Worksheet

_STUK = (
    "De werkmap is beschadigd of versleuteld. Open hem en sla hem opnieuw op als xlsx."
)
_VAST = datetime(2000, 1, 1)  # noqa: DTZ001 a workbook keeps no zone, and this moment says nothing
_SMALST, _BREEDST, _WOORD = 6.0, 60.0, 40.0
_KORT = 30
_PUNTEN, _REGEL, _HOOGST = 11.0, 1.3, 409.0
_STAAND = 95.0
_NIETS = Omgeving(tekeningen=0, boven=(), onder=())
_KLEINST = 230.0  # what stands beside each other on a lying sheet that can be read


def clean_xlsx(inhoud: bytes, titel: str) -> bytes:
    """A new workbook with what the sheets of this one show, ready for paper.

    Raises ``InvoerError`` when the workbook cannot be read.
    """
    try:
        bron = load_workbook(BytesIO(inhoud), data_only=True)
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        ParseError,
        OSError,
    ) as fout:
        raise InvoerError(_STUK) from fout
    doel = Workbook()
    doel.remove(doel.worksheets[0])
    doel.epoch = bron.epoch
    omgeving = read_surroundings(inhoud)
    for blad in bron.worksheets:
        if blad.sheet_state == "visible":
            _copy_sheet(blad, doel, omgeving.get(blad.title, _NIETS))
    if not doel.worksheets:
        doel.create_sheet("Leeg")
    doel.properties.title = titel
    doel.properties.creator = ""
    doel.properties.created = doel.properties.modified = _VAST
    uit = BytesIO()
    doel.save(uit)
    return uit.getvalue()


def _copy_sheet(bron: Worksheet, doel: Workbook, omgeving: Omgeving) -> None:
    blad: Worksheet = doel.create_sheet(bron.title)
    kolommen = _shown_columns(bron)
    boven = _write_above(blad, bron.title, omgeving.boven)
    rijen = _shown_rows(bron, boven + 1)
    samen = _merges(bron, rijen, kolommen)
    gedekt = {
        (r, k)
        for (boven, links), (onder, rechts) in samen.items()
        for r in range(boven, onder + 1)
        for k in range(links, rechts + 1)
        if (r, k) != (boven, links)
    }
    breedtes = {k: _width(bron, oud) for oud, k in kolommen.items()}
    for rij in bron.iter_rows():
        for cel in rij:
            y, x = rijen.get(cel.row or 0), kolommen.get(cel.column or 0)
            if y and x and not isinstance(cel, MergedCell) and (y, x) not in gedekt:
                los = (y, x) not in samen
                _copy_cell(cel, blad.cell(y, x), breedtes, kolom=x if los else None)
    for kolom, breedte in breedtes.items():
        blad.column_dimensions[get_column_letter(kolom)].width = breedte
    _fold_text(blad, samen, breedtes)
    for (boven, links), (onder, rechts) in samen.items():
        blad.merge_cells(None, boven, links, onder, rechts)
    for tekst in (*[BEELD] * omgeving.tekeningen, *omgeving.onder):
        _write_line(blad, blad.max_row + 1, tekst)
    _set_paper(blad, sum(breedtes.values()))


def _write_above(blad: Worksheet, naam: str, koppen: Iterable[str]) -> int:
    """The name on the tab, unless the program gave it, and the head above the cells.

    Gives how many rows they take.
    """
    regels = [*([naam] if is_given(naam) else []), *koppen]
    for rij, tekst in enumerate(regels, 1):
        _write_line(blad, rij, tekst).font = Font(bold=True)
    return len(regels)


def _write_line(blad: Worksheet, rij: int, tekst: str) -> Any:  # noqa: ANN401 openpyxl's cells are of several kinds
    cel = blad.cell(rij, 1)
    cel.value, cel.data_type = ILLEGAL_CHARACTERS_RE.sub("", tekst), "s"
    return cel


def _shown_rows(bron: Worksheet, begin: int) -> dict[int, int]:
    """The new number of every row that is shown."""
    maten = bron.row_dimensions
    rijen = [
        r
        for r in range(bron.min_row, bron.max_row + 1)
        if not (r in maten and maten[r].hidden)
    ]
    return {oud: nieuw for nieuw, oud in enumerate(rijen, begin)}


def _shown_columns(bron: Worksheet) -> dict[int, int]:
    weg: set[int] = set()
    for maat in bron.column_dimensions.values():
        if maat.hidden:
            eerste = maat.min or 1
            weg.update(range(eerste, (maat.max or eerste) + 1))
    kolommen = [k for k in range(1, bron.max_column + 1) if k not in weg]
    return {oud: nieuw for nieuw, oud in enumerate(kolommen, 1)}


def _merges(
    bron: Worksheet, rijen: dict[int, int], kolommen: dict[int, int]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Merged areas as far as they are shown, from top left to bottom right."""
    uit: dict[tuple[int, int], tuple[int, int]] = {}
    for gebied in bron.merged_cells.ranges:
        if gebied.min_row not in rijen or gebied.min_col not in kolommen:
            continue
        over_r = [
            rijen[r] for r in range(gebied.min_row, gebied.max_row + 1) if r in rijen
        ]
        over_k = [
            kolommen[k]
            for k in range(gebied.min_col, gebied.max_col + 1)
            if k in kolommen
        ]
        uit[over_r[0], over_k[0]] = (over_r[-1], over_k[-1])
    return {b: e for b, e in sorted(uit.items()) if b != e}


def _width(bron: Worksheet, kolom: int) -> float:
    maat = bron.sheet_format.defaultColWidth or bron.sheet_format.baseColWidth or 8.0
    for naam, eigen in bron.column_dimensions.items():
        eerste, laatste = eigen.min, eigen.max
        past = eerste is not None and laatste is not None and eerste <= kolom <= laatste
        if (past or naam == get_column_letter(kolom)) and eigen.width:
            maat = eigen.width
    return float(min(max(maat, _SMALST), _BREEDST))


def _copy_cell(
    van: Any,  # noqa: ANN401 openpyxl's cells are of several kinds
    naar: Any,  # noqa: ANN401
    breedtes: dict[int, float],
    *,
    kolom: int | None,
) -> None:
    """Value and looks of a cell; a column gets room for its figures and words."""
    waarde = van.value
    if van.has_style:
        naar.font, naar.fill, naar.border = (
            copy(van.font),
            copy(van.fill),
            copy(van.border),
        )
        naar.alignment = copy(van.alignment)
        naar.number_format = van.number_format
    if waarde is None:
        return
    if isinstance(waarde, str):
        naar.value = ILLEGAL_CHARACTERS_RE.sub("", waarde)
        naar.data_type = "s"
        if kolom is not None:
            delen = [waarde] if len(waarde) <= _KORT else waarde.split()
            langste = max(map(len, delen), default=0)
            breedtes[kolom] = max(breedtes[kolom], min(langste * 1.2 + 2.0, _WOORD))
        return
    naar.value = waarde
    if kolom is not None:
        nodig = len(f"{waarde:.2f}" if isinstance(waarde, float) else str(waarde)) * 1.2
        breedtes[kolom] = max(breedtes[kolom], min(nodig + 2.0, 24.0))


def _fold_text(
    blad: Worksheet,
    samen: dict[tuple[int, int], tuple[int, int]],
    breedtes: dict[int, float],
) -> None:
    """Fold text that does not fit its cell, and make its rows high enough.

    Text that runs on over empty cells stays as it is: so it is seen in the workbook.
    """
    hoogtes: dict[int, float] = {}
    for rij in blad.iter_rows():
        for cel in rij:
            if not isinstance(cel.value, str):
                continue
            boven, links = cel.row or 1, cel.column or 1
            onder, rechts = samen.get((boven, links), (boven, links))
            breed = sum(breedtes[k] for k in range(links, rechts + 1))
            regels = _lines(cel.value, breed, cel.font.sz or _PUNTEN)
            if regels == 1 or _has_room(
                blad, cel.value, boven, rechts, breedtes, breed
            ):
                continue
            eigen = cel.alignment
            cel.alignment = Alignment(
                horizontal=eigen.horizontal, wrap_text=True, indent=eigen.indent
            )
            nodig = regels * (cel.font.sz or _PUNTEN) * _REGEL / (onder - boven + 1)
            for nummer in range(boven, onder + 1):
                hoogtes[nummer] = max(hoogtes.get(nummer, 0.0), nodig)
    for nummer, hoogte in hoogtes.items():
        blad.row_dimensions[nummer].height = min(hoogte + 2.0, _HOOGST)
        for cel in blad[nummer]:
            cel.alignment = cel.alignment + Alignment(vertical="top")


def _lines(tekst: str, breed: float, punten: float) -> int:
    """How many lines a text takes; rather one too many."""
    past = max(1.0, breed * _PUNTEN / punten / 1.2)
    return sum(ceil(max(1, len(regel)) / past) for regel in tekst.split("\n"))


def _has_room(
    blad: Worksheet,
    tekst: str,
    rij: int,
    kolom: int,
    breedtes: dict[int, float],
    breed: float,
) -> bool:
    """Whether a line of text finds the cells to its right empty where it reaches."""
    if "\n" in tekst:
        return False
    while breed < len(tekst) * 1.2:
        kolom += 1
        if kolom not in breedtes or blad.cell(rij, kolom).value is not None:
            return False
        breed += breedtes[kolom]
    return True


def _set_paper(blad: Worksheet, breed: float) -> None:
    """A4, lying when it is wide, as many columns on a sheet as can be read."""
    blad.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    blad.page_setup.paperSize = 9
    blad.page_setup.orientation = "landscape" if breed > _STAAND else "portrait"
    blad.page_setup.fitToWidth = max(1, ceil(breed / _KLEINST))
    blad.page_setup.fitToHeight = 0
    blad.print_options.gridLines = True
