"""Annotations: only links to the public web stay, and none under a box."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.schoon.sleutels import KOPPELING, VEILIG_SCHEMA
from pipeline.webadres import squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

Doos = tuple[float, float, float, float]


def keep_links(pagina: Any, dozen: list[Doos], naalden: Sequence[str]) -> list[str]:
    """Leave a page its harmless links; gives what else it had."""
    alle = [a for a in pagina.Annots if isinstance(a, pikepdf.Dictionary)]
    blijft = [a for a in alle if _is_harmless(a, dozen, naalden)]
    for koppeling in blijft:
        _strip(koppeling)
    if blijft:
        pagina.Annots = pikepdf.Array(blijft)
    else:
        del pagina["/Annots"]
    return ["aantekeningen"] if len(blijft) < len(alle) else []


def _is_harmless(aantekening: Any, dozen: list[Doos], naalden: Sequence[str]) -> bool:
    if aantekening.get("/Subtype") != pikepdf.Name.Link:
        return False
    actie = aantekening.get("/A", {})
    if actie.get("/S") != pikepdf.Name.URI:
        return False
    adres = str(actie.get("/URI", ""))
    if not adres.lower().startswith(VEILIG_SCHEMA) or "@" in adres:
        return False
    plat, letters = _spell(adres)
    if any(n in plat or kaal in letters for n, kaal in map(_spell, naalden)):
        return False
    return not any(_touches(aantekening, doos) for doos in dozen)


@lru_cache(maxsize=1 << 14)
def _spell(tekst: str) -> tuple[str, str]:
    """A text without case, and its letters and figures alone."""
    return tekst.casefold(), squeeze(tekst)


def _touches(aantekening: Any, doos: Doos) -> bool:
    x0, y0, x1, y1 = (float(g) for g in aantekening.get("/Rect", [0, 0, 0, 0]))
    links, rechts, onder, boven = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
    return links < doos[2] and rechts > doos[0] and onder < doos[3] and boven > doos[1]


def _strip(koppeling: Any) -> None:
    adres = str(koppeling.A.URI)
    for sleutel in [k for k in koppeling.keys() if k not in KOPPELING]:  # noqa: SIM118
        del koppeling[sleutel]
    koppeling.A = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(adres))
    koppeling.Contents = pikepdf.String(f"koppeling naar {adres}")
