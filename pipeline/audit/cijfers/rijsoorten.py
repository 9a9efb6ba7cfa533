"""Which lines of a table are areas, which are totals, and what each total adds up.

A label says that a line is a total; the figures say of what. A total counts the block
above it, the block below it, all areas or all subtotals: what fits most columns wins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.audit.cijfers.rooster import AFGELEID, GEHEEL, Telrooster, Totaalrij
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.rulebook import Regelboek

_MEESTE_KOLOMMEN = 40


def find_rijsoorten(rooster: Telrooster, regelboek: Regelboek) -> None:
    """Fill in the lines of areas, the totals among them and the columns of totals."""
    soorten = {r: _find_soort(rooster, r, regelboek) for r in _lines(rooster)}
    rooster.rijen = tuple(r for r, s in soorten.items() if s == "gebied")
    totalen = {r: s for r, s in soorten.items() if s in {"sub", "totaal", "regio"}}
    gevonden: list[Totaalrij] = []
    for rij, soort in totalen.items():
        rijen = _best_rows(rooster, rij, soort, soorten)
        if rijen:
            gevonden.append(Totaalrij(rij=rij, rijen=rijen))
        elif soort == "regio":
            rooster.rijen = tuple(sorted((*rooster.rijen, rij)))
    rooster.totalen = tuple(gevonden)
    rooster.totaalkolommen = frozenset(
        k for k in rooster.kolommen if _is_totaalkolom(rooster, k, regelboek)
    )


def _is_totaalkolom(rooster: Telrooster, kolom: int, regelboek: Regelboek) -> bool:
    """A column that says it is a total, of all themes or of one."""
    if rooster.kop[kolom].maat == "percentage":
        return False
    label = klein((rooster.koppen.get(kolom) or ("",))[-1])
    return rooster.kop[kolom].thema == "totaal" or any(
        next(iter(r.find(label)), None) for r in regelboek.regels("audit", "totaal")
    )


def _lines(rooster: Telrooster) -> tuple[int, ...]:
    return tuple(rooster.per_rij)


def _find_soort(rooster: Telrooster, rij: int, regelboek: Regelboek) -> str:
    if rooster.formulier:
        return "gebied"
    label = klein(rooster.labels.get(rij, ""))
    for regel in regelboek.regels("audit", "totaal"):
        raak = next(iter(regel.find(label)), None)
        if raak is not None:
            return "sub" if raak["sub"] else "totaal"
    for regel in regelboek.regels("audit", "deelrij"):
        if next(iter(regel.find(label)), None) is not None:
            return "deel"
    hier = rooster.per_rij[rij]
    if all(c.maat in AFGELEID for c in hier):
        return "afgeleid"
    gebieden = {c.gebied for c in hier}
    if len(gebieden) != 1 or gebieden <= GEHEEL:
        return "anders"
    regio = any(
        next(iter(r.find(label)), None) for r in regelboek.regels("audit", "regiorij")
    )
    return "regio" if regio else "gebied"


def _best_rows(
    rooster: Telrooster, rij: int, soort: str, soorten: dict[int, str]
) -> tuple[int, ...]:
    """The lines that a total most likely adds up; none where that is not known."""
    keuzes = list(dict.fromkeys(_choices(rij, soorten)))
    if soort == "sub":
        keuzes = [k for k in keuzes if _is_block(k, rij, soorten)] or keuzes
    scores = [_fits(rooster, rij, keuze) for keuze in keuzes]
    if not scores:
        return ()
    beste = max(range(len(scores)), key=lambda i: (scores[i], -i))
    if soort == "regio" and scores[beste] < 1:
        return ()
    ander = [r for r, s in soorten.items() if s == "totaal" and r != rij]
    if soort == "totaal" and ander and scores[beste] < 0.5:  # noqa: PLR2004 (half of the columns)
        return ()
    return keuzes[beste]


def _choices(rij: int, soorten: dict[int, str]) -> Iterator[tuple[int, ...]]:
    alle = tuple(r for r, s in soorten.items() if s in {"gebied", "regio"} and r != rij)
    gebieden = tuple(r for r in alle if soorten[r] == "gebied")
    boven, onder = _block(rij, soorten, -1), _block(rij, soorten, 1)
    subs = tuple(r for r, s in soorten.items() if s in {"sub", "regio"} and r != rij)
    volgorde: tuple[tuple[int, ...], ...] = (gebieden, alle, boven, onder, subs)
    if soorten[rij] != "totaal":
        volgorde = (boven, onder)
    for keuze in volgorde:
        if keuze:
            yield keuze


def _block(rij: int, soorten: dict[int, str], stap: int) -> tuple[int, ...]:
    """The areas next to a line, up to the next total."""
    lijnen = list(soorten)
    plek = lijnen.index(rij)
    blok = []
    for ander in lijnen[plek + 1 :] if stap > 0 else lijnen[:plek][::-1]:
        if soorten[ander] in {"sub", "totaal", "regio"}:
            break
        if soorten[ander] == "gebied":
            blok.append(ander)
    return tuple(sorted(blok))


def _is_block(keuze: tuple[int, ...], rij: int, soorten: dict[int, str]) -> bool:
    return keuze in {_block(rij, soorten, -1), _block(rij, soorten, 1)}


def _fits(rooster: Telrooster, rij: int, rijen: tuple[int, ...]) -> float:
    """The part of the columns in which a total is the sum of these lines."""
    kolommen = [
        k
        for k in rooster.kolommen[:_MEESTE_KOLOMMEN]
        if rooster.shown((rij, k)) is not None
        and rooster.cijfers[rij, k].maat not in AFGELEID
    ]
    if not kolommen:
        return 0.0
    raak = 0
    for k in kolommen:
        som = sum(rooster.value((r, k)) for r in rijen)
        marge = len(rijen) * rooster.step((rij, k)) / 2
        raak += abs(rooster.value((rij, k)) - som) <= marge
    return raak / len(kolommen)
