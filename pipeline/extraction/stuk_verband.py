"""Which agenda point and which meeting an action or decision belongs to."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from modellen.afspraak import Actie, Besluit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modellen.stuk import Stuk

_Afspraak = TypeVar("_Afspraak", Actie, Besluit)


def link_records(stuk: Stuk) -> Stuk:
    """Actions and decisions with the point they stand under and the meeting held."""
    if not (stuk.acties or stuk.besluiten):
        return stuk
    vergadering = next((v.id for v in stuk.vergaderingen if not v.aangekondigd), None)
    return replace(
        stuk,
        acties=tuple(_linked(stuk, stuk.acties, vergadering)),
        besluiten=tuple(_linked(stuk, stuk.besluiten, vergadering)),
    )


def _linked(
    stuk: Stuk, records: Sequence[_Afspraak], vergadering: str | None
) -> list[_Afspraak]:
    return [
        replace(
            record,
            agendapunt=record.agendapunt or _point(stuk, record.herkomst.begin),
            vergadering=record.vergadering or vergadering,
        )
        for record in records
    ]


def _point(stuk: Stuk, positie: int) -> str | None:
    """The last point that begins before a position."""
    index = bisect_right(stuk.agendapunten, positie, key=lambda p: p.herkomst.begin)
    return stuk.agendapunten[index - 1].id if index else None
