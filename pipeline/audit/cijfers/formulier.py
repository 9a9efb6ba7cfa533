"""Forms of one gemeente: a line that is inside a total here, and added to it there."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.audit.cijfers.woorden import describe, name_rij, name_tabel, short_address
from pipeline.audit.melding import join_woorden, make_bevinding, show_getal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.bevinding import Bevinding
    from pipeline.audit.cijfers.rooster import Plek, Telrooster
    from pipeline.rulebook import Regelboek

_MEESTE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderdeel:
    """A part, its total, the columns that add it and those in which it is inside."""

    geheel: int
    deel: int
    mee: tuple[int, ...]
    binnen: tuple[int, ...]


def find_onderdelen(rooster: Telrooster) -> Iterator[Onderdeel]:
    """Each part that some columns count inside the total and others on top of it."""
    if not rooster.formulier:
        return
    for geheel in sorted(rooster.totaalkolommen):
        delen = _parts(rooster, geheel)
        for deel in delen:
            onderdeel = _sort(rooster, geheel, deel, delen)
            if onderdeel.mee and onderdeel.binnen:
                yield onderdeel


def _parts(rooster: Telrooster, geheel: int) -> tuple[int, ...]:
    """The themes between a total and the total before it."""
    plek = rooster.kolommen.index(geheel)
    delen: list[int] = []
    for ander in rooster.kolommen[:plek][::-1][:_MEESTE]:
        buiten = rooster.kop[ander].thema in {None, "inwoners", "kosten"}
        if buiten or ander in rooster.totaalkolommen:
            break
        delen.append(ander)
    return tuple(sorted(delen))


def _sort(
    rooster: Telrooster, geheel: int, deel: int, delen: tuple[int, ...]
) -> Onderdeel:
    mee, binnen = [], []
    for rij in rooster.rijen:
        totaal, stuk = rooster.shown((rij, geheel)), rooster.shown((rij, deel))
        if totaal is None or not stuk:
            continue
        rest = sum((rooster.value((rij, k)) for k in delen if k != deel), Decimal(0))
        if totaal == rest + stuk:
            mee.append(rij)
        elif totaal == rest and rest:
            binnen.append(rij)
    return Onderdeel(geheel=geheel, deel=deel, mee=tuple(mee), binnen=tuple(binnen))


def check_onderdeel(rooster: Telrooster, regelboek: Regelboek) -> Iterator[Bevinding]:
    """A finding for each part that is counted in two ways, on the part itself."""
    for o in find_onderdelen(rooster):
        minst = min(o.mee, o.binnen, key=len)
        plekken = [(r, k) for k in (o.geheel, o.deel) for r in minst]
        alle = [(r, k) for r in (*o.mee, *o.binnen) for k in (o.geheel, o.deel)]
        yield make_bevinding(
            regelboek,
            "onderdeel",
            plaats=name_tabel(rooster),
            deel=describe(rooster, o.deel, regelboek),
            geheel=describe(rooster, o.geheel, regelboek),
            mee=join_woorden([name_rij(rooster, r) for r in o.mee]),
            binnen=join_woorden([name_rij(rooster, r) for r in o.binnen]),
            hint=_hint(rooster, minst, o, len(o.mee) != len(o.binnen)),
            document=rooster.document.id,
            pagina=rooster.cijfers[plekken[0]].herkomst.pagina,
            cijfers=tuple(rooster.cijfers[p].id for p in alle),
            verdacht=_cells(rooster, plekken),
        )


def _hint(
    rooster: Telrooster, rijen: tuple[int, ...], o: Onderdeel, duidelijk: object
) -> str:
    """The one cell that would make the columns alike."""
    if len(rijen) != 1 or not duidelijk:
        return ""
    plek = (rijen[0], o.geheel)
    nu, stuk = rooster.value(plek), rooster.value((rijen[0], o.deel))
    nieuw = nu - stuk if rijen == o.mee else nu + stuk
    return (
        f" Eén wijziging maakt alle kolommen gelijk: {short_address(rooster, plek)} "
        f"wordt {show_getal(nieuw)} in plaats van {show_getal(nu)}."
    )


def _cells(rooster: Telrooster, plekken: list[Plek]) -> tuple[str, ...]:
    return tuple(c for p in plekken if (c := rooster.cijfers[p].cel))
