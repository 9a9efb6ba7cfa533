"""Formulas that differ from those around them, and numbers typed over a formula."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from pipeline.audit.cijfers.woorden import name_cel, name_tabel, short_address
from pipeline.audit.melding import make_bevinding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.bevinding import Bevinding
    from pipeline.audit.cijfers.rooster import Plek, Telrooster
    from pipeline.rulebook import Regelboek

_VERWIJZING = re.compile(r"(?<![A-Z0-9_!.$])(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\d(])")
_ADRES = re.compile(r"([A-Z]{1,3})(\d+)$")
_MINST = 4
_DEEL = 0.75


def check_formules(rooster: Telrooster, regelboek: Regelboek) -> Iterator[Bevinding]:
    """Each cell of a column whose formula is not that of most cells around it."""
    if rooster.tabel.blad is None or rooster.formulier:
        return
    vormen = {
        plek: relative(cel.formule, cel.adres)
        for plek, cel in rooster.cellen.items()
        if cel.formule
    }
    if not vormen:
        return
    for kolom in rooster.kolommen:
        plekken = [(r, kolom) for r in rooster.rijen if (r, kolom) in rooster.cijfers]
        gewoon = _most(vormen, plekken)
        if gewoon is None:
            continue
        buur = next(p for p in plekken if vormen.get(p) == gewoon)
        for plek in plekken:
            if vormen.get(plek) != gewoon and not _fits_line(rooster, vormen, plek):
                yield from _report(rooster, plek, buur, regelboek)


def relative(formule: str, adres: str) -> str:
    """A formula with its references written from where it stands."""
    raak = _ADRES.search(adres)
    if raak is None:
        return formule
    kolom, rij = _number(raak[1]), int(raak[2])

    def shift(m: re.Match[str]) -> str:
        k = m[2] if m[1] else f"[{_number(m[2]) - kolom}]"
        r = m[4] if m[3] else f"[{int(m[4]) - rij}]"
        return f"R{r}K{k}"

    return _VERWIJZING.sub(shift, formule.upper())


def _number(letters: str) -> int:
    getal = 0
    for letter in letters:
        getal = getal * 26 + ord(letter) - 64
    return getal


def _most(vormen: dict[Plek, str], plekken: list[Plek]) -> str | None:
    """The formula that nearly all cells share; nothing where there is none."""
    telling = Counter(vormen[p] for p in plekken if p in vormen)
    if len(plekken) < _MINST or not telling:
        return None
    vorm, aantal = telling.most_common(1)[0]
    genoeg = aantal >= max(_MINST - 1, _DEEL * len(plekken)) and aantal < len(plekken)
    return vorm if genoeg else None


def _fits_line(rooster: Telrooster, vormen: dict[Plek, str], plek: Plek) -> bool:
    """Whether the cells beside it on its line do have the same formula."""
    hier = vormen.get(plek)
    naast = [vormen.get((plek[0], k)) for k in rooster.kolommen if k != plek[1]]
    return hier is not None and naast.count(hier) > 1


def _report(
    rooster: Telrooster, plek: Plek, buur: Plek, regelboek: Regelboek
) -> Iterator[Bevinding]:
    cel, cijfer = rooster.cellen[plek], rooster.cijfers[plek]
    if cijfer.waarde is None and not cel.formule:
        return
    yield make_bevinding(
        regelboek,
        "formule" if cel.formule else "getypt",
        plaats=name_tabel(rooster),
        cel=name_cel(rooster, plek, regelboek),
        formule=cel.formule or "",
        gevonden=cijfer.weergave,
        buur=short_address(rooster, buur),
        buurformule=rooster.cellen[buur].formule,
        document=rooster.document.id,
        pagina=cijfer.herkomst.pagina,
        cijfers=(cijfer.id,),
        verdacht=(cijfer.cel,) if cijfer.cel else (),
    )
