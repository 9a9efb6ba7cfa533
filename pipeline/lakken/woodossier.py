"""The file in which a request is kept, beside its lakblad."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from modellen.woodossier import Reactie, Woodossier, Zienswijze, Zienswijzestatus
from pipeline.bestanden import write_whole
from pipeline.errors import LakbladError

if TYPE_CHECKING:
    from pathlib import Path

NAAM = "dossier.json"


def save_dossier(dossier: Woodossier, map_: Path) -> Path:
    """Write a request into its folder, whole or not at all."""
    tekst = json.dumps(
        asdict(dossier), ensure_ascii=False, indent=2, default=lambda d: d.isoformat()
    )
    return write_whole(map_ / NAAM, f"{tekst}\n".encode())


def load_dossier(map_: Path) -> Woodossier | None:
    """The request of a folder, if one was begun there.

    Raises ``LakbladError`` when its file does not hold.
    """
    pad = map_ / NAAM
    if not pad.is_file():
        return None
    try:
        ruw = json.loads(pad.read_text(encoding="utf-8"))
        zienswijzen = tuple(_read_view(z) for z in ruw.pop("zienswijzen", ()))
        return Woodossier(
            naam=ruw["naam"],
            verzoek=ruw["verzoek"],
            ontvangen=date.fromisoformat(ruw["ontvangen"]),
            reikwijdte=ruw.get("reikwijdte", ""),
            kenmerk=ruw.get("kenmerk", ""),
            verdaagd=_day(ruw.get("verdaagd")),
            verdaging_reden=ruw.get("verdaging_reden", ""),
            zienswijzen=zienswijzen,
            besloten=_day(ruw.get("besloten")),
        )
    except (KeyError, ValueError, TypeError, AttributeError) as fout:
        raise LakbladError(
            f"{pad} is beschadigd. Zet een kopie terug, of begin opnieuw met "
            "'verwerk woo nieuw'."
        ) from fout


def _read_view(ruw: dict[str, Any]) -> Zienswijze:
    return Zienswijze(
        partij=ruw["partij"],
        documenten=tuple(ruw["documenten"]),
        gevraagd=date.fromisoformat(ruw["gevraagd"]),
        termijn=date.fromisoformat(ruw["termijn"]),
        status=Zienswijzestatus(ruw["status"]),
        ontvangen=_day(ruw.get("ontvangen")),
        bezwaar=bool(ruw.get("bezwaar", False)),
        reacties=tuple(Reactie(**r) for r in ruw.get("reacties", ())),
    )


def _day(waarde: str | None) -> date | None:
    return date.fromisoformat(waarde) if waarde else None
