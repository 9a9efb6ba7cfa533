"""All relations of a table, and the tables of a document that are cut by a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.audit.cijfers.afgeleid import find_afgeleiden
from pipeline.audit.cijfers.delen import find_delen
from pipeline.audit.cijfers.formulier import find_onderdelen
from pipeline.audit.cijfers.geleerd import (
    find_patroonverbanden,
    find_sleutelverbanden,
)
from pipeline.audit.cijfers.optellingen import find_kolomtotalen, find_rijtotalen
from pipeline.audit.cijfers.rijsoorten import find_rijsoorten
from pipeline.audit.cijfers.rooster import finish_rooster, make_rooster
from pipeline.audit.cijfers.verband import Verbandsoort

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from modellen.stuk import Stuk
    from pipeline.audit.cijfers.rooster import Telrooster
    from pipeline.audit.cijfers.verband import Verband
    from pipeline.rulebook import Regelboek

TOETSEN: tuple[Callable[[Telrooster, Regelboek], Iterator[Verband]], ...] = (
    find_kolomtotalen,
    find_rijtotalen,
    find_afgeleiden,
    find_delen,
    find_sleutelverbanden,
    find_patroonverbanden,
)


def find_verbanden(rooster: Telrooster, regelboek: Regelboek) -> list[Verband]:
    """Every relation that can be checked in a table.

    A total of a form that counts a part in two ways is told as that, not as wrong sums.
    """
    dubbel = {o.geheel for o in find_onderdelen(rooster)}
    return [
        v
        for toets in TOETSEN
        for v in toets(rooster, regelboek)
        if v.soort is not Verbandsoort.RIJTOTAAL or v.geheel[1] not in dubbel
    ]


def make_roosters(stuk: Stuk, regelboek: Regelboek) -> list[Telrooster]:
    """The tables of figures of a document; one cut by a page is put together."""
    bij_cel = {c.cel: c for c in stuk.cijfers if c.cel}
    if not bij_cel:
        return []
    roosters: list[Telrooster] = []
    for tabel in stuk.document.tabellen:
        rooster = make_rooster(stuk.document, tabel, bij_cel)
        if rooster is None:
            continue
        if roosters and _continues(roosters[-1], rooster):
            _append(roosters[-1], rooster)
        else:
            roosters.append(rooster)
    for rooster in roosters:
        find_rijsoorten(rooster, regelboek)
    return roosters


def _continues(boven: Telrooster, onder: Telrooster) -> bool:
    """Whether a table is the rest of the one before: same columns, other areas."""
    if boven.tabel.blad or boven.formulier or boven.gekanteld or onder.gekanteld:
        return False
    gelijk = _columns(boven) == _columns(onder)
    begint = _names(boven)
    volgt = _names(onder)
    if not gelijk or begint & volgt or any(_is_total(r) for r in boven.labels.values()):
        return False
    return onder.zonder_kop or onder.koppen == boven.koppen


def _columns(rooster: Telrooster) -> list[tuple[str, str | None, int | None]]:
    return [
        (rooster.kop[k].maat, rooster.kop[k].thema, rooster.kop[k].jaar)
        for k in rooster.kolommen
    ]


def _names(rooster: Telrooster) -> set[str]:
    return {c.gebied for c in rooster.cijfers.values() if c.gebied}


def _is_total(label: str) -> bool:
    return label.lower().startswith(("totaal", "eindtotaal"))


def _append(boven: Telrooster, onder: Telrooster) -> None:
    """Put the lines of a table below those of another."""
    schuif = max(r for r, _ in boven.cijfers) + 1
    kolom = dict(zip(onder.kolommen, boven.kolommen, strict=True))
    for (r, k), cijfer in onder.cijfers.items():
        plek = (r + schuif, kolom[k])
        boven.cijfers[plek] = cijfer
        boven.cellen[plek] = onder.cellen[r, k]
    boven.labels |= {r + schuif: label for r, label in onder.labels.items()}
    finish_rooster(boven)
