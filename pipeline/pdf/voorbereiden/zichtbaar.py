"""Which layers a reader sees: groups, memberships and expressions (ISO 32000-2, 8.11).

Where readers differ or a rule cannot be read, a layer counts as hidden: what nobody
may have seen must not be released.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Sequence

_DIEPST = 20
"""Expressions within expressions; deeper cannot be read."""

_OCMD = pikepdf.Name.OCMD


class Lagenstand:
    """Which groups of a document are off, to ask what that hides."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        lagen: Any = pdf.Root.get("/OCProperties", {})
        stand: Any = lagen.get("/D", {})
        groepen = list(lagen.get("/OCGs", []))
        self._uit = {g.objgen for g in stand.get("/OFF", [])}
        if stand.get("/BaseState") == pikepdf.Name.OFF:
            aan = {g.objgen for g in stand.get("/ON", [])}
            self._uit |= {g.objgen for g in groepen} - aan
        self._uit |= {g.objgen for g in groepen if _is_off_on_screen(g)}

    def hides(self, groep: Any) -> bool:
        """Whether what stands in a group or a membership is not shown."""
        if not isinstance(groep, pikepdf.Dictionary):
            return False
        if groep.get("/Type") != _OCMD:
            return groep.objgen in self._uit
        regel = groep.get("/VE")
        if regel is not None:
            return self._weigh(regel, 0) is not True
        return not self._meets(groep)

    def _meets(self, lid: Any) -> bool:
        """Whether the policy of a membership is met; one without groups is shown."""
        rij: Any = lid.get("/OCGs", [])
        leden = [rij] if isinstance(rij, pikepdf.Dictionary) else list(rij)
        aan = [g.objgen not in self._uit for g in leden if g is not None]
        if not aan:
            return True
        eisen = {
            "/AnyOn": any(aan),
            "/AllOn": all(aan),
            "/AnyOff": not all(aan),
            "/AllOff": not any(aan),
        }
        return eisen.get(str(lid.get("/P", "/AnyOn")), False)

    def _weigh(self, regel: Any, diepte: int) -> bool | None:
        """Whether an expression holds; ``None`` for one that cannot be read."""
        if isinstance(regel, pikepdf.Dictionary):
            return regel.objgen not in self._uit
        if not isinstance(regel, pikepdf.Array) or not regel or diepte > _DIEPST:
            return None
        delen = [self._weigh(deel, diepte + 1) for deel in list(regel)[1:]]
        return None if None in delen or not delen else _apply(str(regel[0]), delen)


def _apply(teken: str, delen: Sequence[bool | None]) -> bool | None:
    if teken == "/And":
        return all(delen)
    if teken == "/Or":
        return any(delen)
    return not delen[0] if teken == "/Not" and len(delen) == 1 else None


def _is_off_on_screen(groep: Any) -> bool:
    """Whether the usage of a group hides it; not every reader asks for its events."""
    gebruik: Any = groep.get("/Usage", {})
    return bool(gebruik.get("/View", {}).get("/ViewState") == pikepdf.Name.OFF)
