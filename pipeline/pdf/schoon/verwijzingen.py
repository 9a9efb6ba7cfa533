"""Annotations: only links to the public web stay, and none under a box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pikepdf

from pipeline.pdf.schoon.sleutels import KOPPELING, VEILIG_SCHEMA
from pipeline.webadres import squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.pdf.naamdelen import Naamdelen

Doos = tuple[float, float, float, float]


class Koppelingen:
    """Tells which links may stay: to the public web, with no redacted word."""

    def __init__(self, naalden: Sequence[str], namen: Naamdelen) -> None:
        self._namen = namen
        self._plat = [n.casefold() for n in naalden]
        self._kaal = [k for k in map(squeeze, naalden) if k]

    def is_public(self, adres: str) -> bool:
        """Whether an address leads to the web and tells of nobody who is redacted."""
        if not adres.lower().startswith(VEILIG_SCHEMA) or "@" in unquote(adres):
            return False
        plat, letters = adres.casefold(), squeeze(adres)
        if any(n in plat for n in self._plat) or any(k in letters for k in self._kaal):
            return False
        return not self._namen.in_address(adres)


def keep_links(pagina: Any, dozen: list[Doos], koppelingen: Koppelingen) -> list[str]:
    """Leave a page its harmless links; gives what else it had."""
    alle = [a for a in pagina.Annots if isinstance(a, pikepdf.Dictionary)]
    blijft = [a for a in alle if _is_harmless(a, dozen, koppelingen)]
    for koppeling in blijft:
        _strip(koppeling)
    if blijft:
        pagina.Annots = pikepdf.Array(blijft)
    else:
        del pagina["/Annots"]
    return ["aantekeningen"] if len(blijft) < len(alle) else []


def _is_harmless(aantekening: Any, dozen: list[Doos], koppelingen: Koppelingen) -> bool:
    if aantekening.get("/Subtype") != pikepdf.Name.Link:
        return False
    actie = aantekening.get("/A", {})
    if actie.get("/S") != pikepdf.Name.URI:
        return False
    if not koppelingen.is_public(str(actie.get("/URI", ""))):
        return False
    return not any(_touches(aantekening, doos) for doos in dozen)


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
