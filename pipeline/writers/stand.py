"""The page that shows where requests stand, with small charts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import jinja2

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from modellen.woodossier import Termijn, Zienswijze


@dataclass(frozen=True, slots=True, kw_only=True)
class Standregel:
    """Where one request stands."""

    naam: str
    termijn: Termijn | None
    zienswijzen: tuple[Zienswijze, ...] = ()
    vrijgegeven: bool = False
    documenten: int = 0
    bladzijden: int = 0
    markeringen: int = 0
    onbeslist: int = 0
    voor_een_mens: int = 0
    dubbel: int = 0
    per_grond: tuple[tuple[str, int], ...] = ()

    @property
    def besloten(self) -> int:
        """The marks on which a person decided."""
        return self.markeringen - self.onbeslist

    @property
    def meeste(self) -> int:
        """The number of marks of the ground that has most, for the scale of a chart."""
        return max((aantal for _, aantal in self.per_grond), default=1)

    @property
    def te_doen(self) -> str:
        """What waits, in one sentence."""
        if self.termijn is None:
            return "Leg het verzoek vast met 'verwerk woo nieuw'."
        if not self.documenten:
            return "Maak het voorstel: verwerk woo voorstel MAP."
        if self.onbeslist:
            return f"Beslis over {self.onbeslist} van {self.markeringen} markeringen."
        wacht = [z.partij for z in self.zienswijzen if z.status == "gevraagd"]
        if wacht:
            return f"Wacht op de zienswijze van {', '.join(wacht)}."
        if not self.vrijgegeven:
            return "Maak de vrijgave: verwerk woo lakken."
        return "De vrijgave is gemaakt; stel het besluit vast."


def make_stand(regels: Sequence[Standregel], vandaag: date) -> str:
    """One page for all requests: term, progress, marks per ground; no outside parts."""
    volgorde = sorted(
        regels, key=lambda r: (r.termijn.dagen if r.termijn else 10**6, r.naam)
    )
    return _sjabloon().render(regels=volgorde, vandaag=f"{vandaag:%d-%m-%Y}")


@lru_cache(maxsize=1)
def _sjabloon() -> jinja2.Template:
    omgeving = jinja2.Environment(
        loader=jinja2.PackageLoader("pipeline.writers", "sjablonen"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return omgeving.get_template("stand.html.j2")
