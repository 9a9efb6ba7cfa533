"""The lines of the legend: which ground stands on which pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from modellen.lakken import Geplaatst, Grondslag

Stijl = Literal["code", "letter"]
_BREEDTES = {"code": [2.0, 2.4, 6.0, 2.2], "letter": [1.2, 2.6, 6.4, 2.2]}
_REEKS = 3


def make_legend(
    vlakken: Sequence[Geplaatst],
    grondslagen: Mapping[str, Grondslag],
    stijl: Stijl,
    woorden: Mapping[str, Any],
) -> dict[str, Any]:
    """The data of the legend page; each ground once, in the order of the law."""
    eigen, algemeen = woorden[stijl], woorden["algemeen"]
    per_grond: dict[str, set[int]] = {}
    for vlak in vlakken:
        per_grond.setdefault(vlak.grond, set()).add(vlak.pagina)
    volgorde = {code: n for n, code in enumerate(grondslagen)}
    codes = sorted(per_grond, key=lambda c: (volgorde.get(c, len(volgorde)), c))
    rijen = [
        _row(code, grondslagen.get(code), stijl, algemeen, show_pages(per_grond[code]))
        for code in codes
    ]
    return {
        "titel": eigen["titel"],
        "kop": eigen["titel"],
        "inleiding": eigen["inleiding"],
        "kolommen": list(eigen["kolommen"]),
        "breedtes": _BREEDTES[stijl],
        "rijen": rijen,
    }


def show_pages(paginas: set[int]) -> str:
    """Page numbers in order, three or more in a row as a range: ``1, 3-5, 8``."""
    reeksen: list[list[int]] = []
    for nummer in sorted(paginas):
        if reeksen and nummer == reeksen[-1][-1] + 1:
            reeksen[-1].append(nummer)
        else:
            reeksen.append([nummer])
    delen = []
    for reeks in reeksen:
        if len(reeks) >= _REEKS:
            delen.append(f"{reeks[0]}-{reeks[-1]}")
        else:
            delen += [str(n) for n in reeks]
    return ", ".join(delen)


def _row(
    code: str,
    grond: Grondslag | None,
    stijl: Stijl,
    algemeen: Mapping[str, str],
    paginas: str,
) -> list[str]:
    if grond is None:
        uitleg = algemeen["onbekend" if code else "zonder_grond"]
        return ["-" if stijl == "code" else code or "-", code or "-", uitleg, paginas]
    if stijl == "letter":
        return [grond.letter or code, grond.artikel, grond.tekst, paginas]
    artikel = f"{grond.artikel} ({code})"
    return [algemeen["wet"], artikel, grond.tekst, paginas]
