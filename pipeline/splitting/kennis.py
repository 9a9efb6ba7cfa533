"""What the rules say about the beginnings of documents, ready for use."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.rulebook import Regel, Regelboek


@dataclass(frozen=True, slots=True, kw_only=True)
class Kennis:
    """Weights, thresholds and patterns of the rulebook for boundaries."""

    splits: float
    twijfel: float
    basis: float
    basis_halverwege: float
    beeld: dict[str, tuple[float, str]]
    plafond: dict[str, float]
    begin: tuple[Regel, ...]
    halverwege: tuple[Regel, ...]
    eind: tuple[Regel, ...]
    voort: tuple[Regel, ...]
    stempel: tuple[Regel, ...]


@lru_cache(maxsize=4)
def read_kennis(regelboek: Regelboek) -> Kennis:
    """The knowledge of boundaries in a rulebook."""
    tabel: dict[str, Any] = regelboek.tabel("documenten/grenzen.toml")
    begin = regelboek.regels("documenten", "begin")
    return Kennis(
        splits=float(tabel["drempels"]["splits"]),
        twijfel=float(tabel["drempels"]["twijfel"]),
        basis=float(tabel["gewichten"]["basis"]),
        basis_halverwege=float(tabel["gewichten"]["basis_halverwege"]),
        beeld={
            k: (float(v["gewicht"]), str(v["reden"])) for k, v in tabel["beeld"].items()
        },
        plafond={k: float(v) for k, v in tabel["plafond"].items()},
        begin=begin,
        halverwege=tuple(r for r in begin if "halverwege" in r.kenmerken),
        eind=regelboek.regels("documenten", "eind"),
        voort=regelboek.regels("documenten", "voort"),
        stempel=regelboek.regels("documenten", "stempel"),
    )


@dataclass(slots=True)
class Weging:
    """The features seen at one place: their sum, and the reasons to tell."""

    kennis: Kennis
    basis: float
    groepen: dict[str, float] = field(default_factory=dict)
    redenen: dict[str, float] = field(default_factory=dict)
    bijlage: bool = False
    kop: bool = False

    def see(self, naam: str) -> None:
        """Count a feature of the page."""
        gewicht, reden = self.kennis.beeld[naam]
        self.groepen[naam] = gewicht
        self.redenen[reden] = max(gewicht, self.redenen.get(reden, -math.inf))

    def match(self, regel: Regel) -> None:
        """Count a rule that matched, up to the ceiling of its group."""
        gewicht = float(regel.kenmerken["gewicht"])
        groep = regel.kenmerken["groep"]
        som = self.groepen.get(groep, 0.0) + gewicht
        grens = self.kennis.plafond.get(groep, abs(gewicht))
        self.groepen[groep] = min(som, grens) if gewicht > 0 else som
        self.redenen[regel.kenmerken["reden"]] = gewicht
        self.bijlage = self.bijlage or regel.kenmerken.get("wordt") == "bijlage"
        self.kop = self.kop or groep == "kop"

    def drop(self, groep: str) -> None:
        """Leave a group of rules out after all."""
        self.groepen.pop(groep, None)
        self.kop = self.kop and groep != "kop"

    @property
    def zekerheid(self) -> float:
        """How sure it is that a document begins here, from 0 to 1."""
        som = self.basis + sum(self.groepen.values())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, som))))

    def told(self) -> tuple[str, ...]:
        """The reasons in favour, heaviest first."""
        voor: Iterable[tuple[str, float]] = sorted(
            ((r, g) for r, g in self.redenen.items() if g > 0),
            key=lambda rg: (-rg[1], rg[0]),
        )
        return tuple(r for r, _ in voor)
