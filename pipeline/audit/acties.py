"""Checks on the actions of one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.afspraak import AFGEDAAN
from pipeline.audit.melding import join_woorden, make_bevinding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.bevinding import Bevinding
    from modellen.stuk import Stuk
    from pipeline.rulebook import Regelboek


def check_acties(stuk: Stuk, regelboek: Regelboek) -> Iterator[Bevinding]:
    """Running actions without an owner or a term, counted in one finding."""
    lopend = [a for a in stuk.acties if a.status not in AFGEDAAN]
    zonder = {
        "geen actiehouder": sum(not a.actiehouders for a in lopend),
        "geen termijn": sum(not a.termijn_tekst and not a.termijn for a in lopend),
    }
    delen = [_have(n, wat, len(lopend)) for wat, n in zonder.items() if n]
    if delen:
        yield make_bevinding(
            regelboek,
            "acties_onvolledig",
            begin="De lopende actie in dit stuk"
            if len(lopend) == 1
            else f"Van de {len(lopend)} lopende acties in dit stuk",
            delen=join_woorden(delen),
            document=stuk.document.id,
        )


def _have(aantal: int, wat: str, lopend: int) -> str:
    if lopend == 1:
        return f"heeft {wat}"
    return f"heeft er één {wat}" if aantal == 1 else f"hebben er {aantal} {wat}"
