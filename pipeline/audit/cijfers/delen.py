"""Parts of a whole: what is said to be inside another number cannot be larger."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.audit.cijfers.rooster import AFGELEID
from pipeline.audit.cijfers.verband import Verband, Verbandsoort
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.audit.cijfers.rooster import Telrooster
    from pipeline.rulebook import Regelboek


def find_delen(rooster: Telrooster, regelboek: Regelboek) -> Iterator[Verband]:
    """Each cell of a part (``waarvan``, ``onderdeel``) against that of its whole."""
    for kolom in rooster.kolommen:
        heel = _find_heel(rooster, kolom, regelboek)
        if heel is None:
            continue
        for rij in sorted({r for r, k in rooster.cijfers if k == kolom}):
            deel, geheel = (rij, kolom), (rij, heel)
            if rooster.shown(deel) is None or rooster.shown(geheel) is None:
                continue
            waarde = rooster.value(geheel)
            yield Verband(
                soort=Verbandsoort.DEEL,
                geheel=deel,
                delen=((geheel, 1),),
                gevonden=rooster.value(deel),
                verwacht=waarde,
                grens=Decimal(0),
                waarden=(waarde,),
                hoogstens=True,
            )


def _find_heel(rooster: Telrooster, kolom: int, regelboek: Regelboek) -> int | None:
    """The column of which this one is a part by its own words."""
    kop = rooster.kop[kolom]
    if kop.maat in AFGELEID or not _is_deel(rooster, kolom, regelboek):
        return None
    ouders = {
        r.kenmerken["code"]: r.kenmerken["onder"]
        for r in regelboek.regels("cijfers", "thema")
        if "onder" in r.kenmerken
    }
    ouder = ouders.get(kop.thema or "")
    plek = rooster.kolommen.index(kolom)
    for ander in rooster.kolommen[:plek][::-1]:
        daar = rooster.kop[ander]
        gelijk = rooster.formulier or daar.maat == kop.maat
        if gelijk and not _is_deel(rooster, ander, regelboek):
            past = daar.thema in {ouder, "totaal"} or (
                daar.thema == kop.thema and ouder is None
            )
            if past:
                return ander
    return None


def _is_deel(rooster: Telrooster, kolom: int, regelboek: Regelboek) -> bool:
    woorden = klein(" ".join(rooster.koppen.get(kolom, ())[-1:]))
    return any(
        next(iter(r.find(woorden)), None) is not None
        for r in regelboek.regels("audit", "deelkolom")
    )
