"""The life of an action: what successive documents say of it, made into one record.

A row of a list counts before prose, and the last list before the one before it; what
the last list leaves open comes from earlier statements.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from modellen.afspraak import AFGEDAAN, Actiestatus
from modellen.dossier import GenummerdeActie, Vermelding

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import date

    from modellen.afspraak import Actie


def compose(
    nummer: str,
    vermeldingen: Sequence[Vermelding],
    eigen: Collection[str],
    rang: Callable[[Actie], tuple[bool, int]],
) -> GenummerdeActie:
    """One action of all its statements; ``eigen`` are documents of our own making.

    ``rang`` orders statements of the same day, the best first.
    """
    vreemd = [v for v in vermeldingen if v.actie.herkomst.document not in eigen]
    tellend = sorted(vreemd or vermeldingen, key=lambda v: (_dag(v), rang(v.actie)))
    kern = _find_kern(tellend, rang)
    return GenummerdeActie(
        nummer=nummer,
        actie=_complete(kern, tellend),
        vermeldingen=tuple(tellend),
        afgedaan_op=_closed_on(tellend) if kern.status in AFGEDAAN else None,
    )


def _find_kern(
    tellend: Sequence[Vermelding], rang: Callable[[Actie], tuple[bool, int]]
) -> Actie:
    rijen = [v for v in tellend if v.actie.is_rij]
    if not rijen:
        return min((v.actie for v in tellend), key=rang)
    laatste = max(_dag(v) for v in rijen)
    return min((v.actie for v in rijen if _dag(v) == laatste), key=rang)


def _complete(kern: Actie, tellend: Sequence[Vermelding]) -> Actie:
    anderen = [v.actie for v in reversed(tellend) if v.actie is not kern]
    if not anderen:
        return kern
    termijn = kern if kern.termijn or kern.termijn_tekst else _first(anderen, "termijn")
    if termijn is kern and kern.termijn is None:
        # "volgende PRT" said twice: the day that another document knew still holds.
        zelfde = [a for a in anderen if a.termijn and a.termijn_tekst]
        gelijk = (a for a in zelfde if a.termijn_tekst == kern.termijn_tekst)
        termijn = next(gelijk, kern)
    if kern.status is Actiestatus.DOORGESCHOVEN:
        termijn = max((kern, *anderen), key=lambda a: str(a.termijn or ""))
    return replace(
        kern,
        actiehouders=kern.actiehouders or _value(anderen, "actiehouders") or (),
        termijn=termijn.termijn if termijn else None,
        termijn_tekst=termijn.termijn_tekst if termijn else None,
        agendapunt=kern.agendapunt or _value(anderen, "agendapunt"),
        vergadering=kern.vergadering or _value(anderen, "vergadering"),
        expliciet=kern.expliciet or any(a.expliciet for a in anderen),
    )


def _first(acties: Sequence[Actie], veld: str) -> Actie | None:
    return next((a for a in acties if getattr(a, veld)), None)


def _value(acties: Sequence[Actie], veld: str) -> Any:  # noqa: ANN401 each field has a type of its own
    gevonden = _first(acties, veld)
    return getattr(gevonden, veld) if gevonden else None


def _closed_on(tellend: Sequence[Vermelding]) -> date | None:
    """The day of the first statement of the unbroken end that says it is closed."""
    op: date | None = None
    for v in reversed([v for v in tellend if v.actie.is_rij]):
        if v.actie.status not in AFGEDAAN:
            break
        op = v.dag or op
    return op


def _dag(vermelding: Vermelding) -> str:
    return vermelding.dag.isoformat() if vermelding.dag else ""
