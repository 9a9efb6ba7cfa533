"""What the rulebook says about figures, ready for use."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from pipeline.extraction.cijfers_gebied import Gebieden, read_gebieden

if TYPE_CHECKING:
    from pipeline.extraction.cijfers_duiding import Duiding
    from pipeline.rulebook import Regel, Regelboek


@dataclass(frozen=True, slots=True, kw_only=True)
class Drempels:
    """The thresholds of ``cijfers/tabel.toml``."""

    kolom_numeriek: float
    rijen_gebied: int
    themas: int
    titel_lengte: int
    titel_regels: int
    jaar_van: int
    jaar_tot: int


@dataclass(frozen=True, kw_only=True, eq=False)
class Kennis:
    """Rules by kind, lists of areas, thresholds.

    ``ouders`` gives the whole of which a theme is a part; ``gewone_woorden`` are
    names of areas that are common words too; ``gezien`` remembers labels.
    """

    drempels: Drempels
    ontbreekt: dict[str, str]
    soorten: dict[str, tuple[Regel, ...]]
    gebieden: Gebieden
    ouders: dict[str, str]
    gewone_woorden: frozenset[str]
    gezien: dict[str, Duiding] = field(default_factory=dict)

    @cached_property
    def any_thema(self) -> re.Pattern[str]:
        """One pattern for all themes: most stretches of text name none."""
        return re.compile("|".join(f"(?:{r.patroon})" for r in self.soorten["thema"]))

    def has(self, soort: str, tekst: str) -> bool:
        """Whether a rule of this kind matches."""
        return any(r.vorm.search(tekst) for r in self.soorten.get(soort, ()))


@lru_cache(maxsize=4)
def read_kennis(regelboek: Regelboek) -> Kennis:
    """The knowledge of figures in a rulebook."""
    tabel: dict[str, Any] = regelboek.tabel("cijfers/tabel.toml")
    soorten: dict[str, list[Regel]] = {}
    for regel in regelboek.regels("cijfers"):
        soorten.setdefault(regel.soort, []).append(regel)
    return Kennis(
        drempels=Drempels(**tabel["drempels"]),
        ontbreekt={k.lower(): str(v) for k, v in tabel["ontbreekt"].items()},
        soorten={k: tuple(v) for k, v in soorten.items()},
        gebieden=read_gebieden(regelboek),
        gewone_woorden=frozenset(tabel["gewone_woorden"]),
        ouders={
            r.kenmerken["code"]: r.kenmerken["onder"]
            for r in soorten["thema"]
            if "onder" in r.kenmerken
        },
    )
