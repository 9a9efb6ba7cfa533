"""Text that runs up or down in a cell of a table: the head of a narrow column."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.pdf.vormen import Dwars

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.pdf.vormen import PdfCel, PdfTabel, Regel


def into_cells(
    tabellen: Sequence[PdfTabel], dwars: Sequence[Dwars]
) -> tuple[tuple[PdfTabel, ...], tuple[Dwars, ...]]:
    """The tables with the lines that stand in their cells, and the other lines."""
    in_cel: dict[int, list[Regel]] = defaultdict(list)
    cellen = [cel for tabel in tabellen for cel in tabel.cellen]
    over = tuple(
        Dwars(hoek=d.hoek, regels=tuple(_place(d.regels, cellen, in_cel)))
        for d in dwars
    )
    if not in_cel:
        return tuple(tabellen), tuple(dwars)
    gevuld = tuple(
        replace(
            tabel,
            cellen=tuple(
                replace(cel, regels=(*cel.regels, *in_cel.get(id(cel), ())))
                for cel in tabel.cellen
            ),
        )
        for tabel in tabellen
    )
    return gevuld, tuple(d for d in over if d.regels)


def _place(
    regels: Iterable[Regel], cellen: Sequence[PdfCel], in_cel: dict[int, list[Regel]]
) -> Iterable[Regel]:
    """Put each line in its cell; what stands in none is given back."""
    for regel in regels:
        cel = next((c for c in cellen if c.kader.holds(regel.kader)), None)
        if cel is None:
            yield regel
        else:
            in_cel[id(cel)].append(regel)
