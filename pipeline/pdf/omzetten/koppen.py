"""Heading levels without a gap, as ISO 14289-1 asks (7.4.2)."""

from __future__ import annotations

import pikepdf

from pipeline.pdf.boom import walk_tree

_KOPPEN = {f"/H{n}": n for n in range(1, 7)}
_DIEPST = 6


def close_gaps(pdf: pikepdf.Pdf) -> None:
    """Give each heading the level its place asks: one deeper than what is above."""
    wortel = pdf.Root.get("/StructTreeRoot")
    if wortel is None:
        return
    rollen = {str(k): str(v) for k, v in wortel.get("/RoleMap", {}).items()}
    boven: list[int] = []
    for element in walk_tree(wortel.get("/K")):
        soort = str(element.get("/S", ""))
        niveau = _KOPPEN.get(rollen.get(soort, soort))
        if niveau is None:
            continue
        while boven and boven[-1] >= niveau:
            boven.pop()
        boven.append(niveau)
        eigen = min(len(boven), _DIEPST)
        if eigen != niveau:
            element.S = pikepdf.Name(f"/H{eigen}")
