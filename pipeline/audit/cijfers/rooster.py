"""A table of figures as a grid to add up: lines of areas, and totals among them.

``Plek`` is (line, column). Where the areas stand in the header the grid is turned, so
that a line is always one area; a form without areas has a line per measure and year.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.taal.getal import parse_getal

if TYPE_CHECKING:
    from modellen.cijfer import Cijfer
    from modellen.document import Cel, Document, Tabel

Plek = tuple[int, int]
ONBEKEND = frozenset(
    {"ntb", "onbekend", "onduidelijk", "fout_in_werkmap", "gelakt", "niet_berekend"}
)
AFGELEID = frozenset({"percentage", "verschil"})
GEHEEL = frozenset({"landelijk", "totaal", None})
_NUL = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Totaalrij:
    """A total and the lines it adds up."""

    rij: int
    rijen: tuple[int, ...]


@dataclass(slots=True, kw_only=True)
class Telrooster:
    """The figures of a table by line and column, and the totals among the lines.

    ``gekanteld`` tells that lines are columns of the table, ``formulier`` that there
    are no areas. ``getoond`` are the numbers as shown, ``koppen`` the words above each
    column, ``labels`` those before each line. ``zonder_kop`` has no header of its own.
    """

    document: Document
    tabel: Tabel
    cijfers: dict[Plek, Cijfer]
    cellen: dict[Plek, Cel]
    gekanteld: bool = False
    formulier: bool = False
    zonder_kop: bool = False
    labels: dict[int, str] = field(default_factory=dict)
    koppen: dict[int, tuple[str, ...]] = field(default_factory=dict)
    getoond: dict[Plek, Decimal] = field(default_factory=dict)
    kolommen: tuple[int, ...] = ()
    rijen: tuple[int, ...] = ()
    totalen: tuple[Totaalrij, ...] = ()
    totaalkolommen: frozenset[int] = frozenset()
    per_rij: dict[int, list[Cijfer]] = field(default_factory=dict)
    kop: dict[int, Cijfer] = field(default_factory=dict)

    def shown(self, plek: Plek) -> Decimal | None:
        """The number as shown, ``None`` where there is none."""
        return self.getoond.get(plek)

    def value(self, plek: Plek) -> Decimal:
        """The number as shown; what is not there counts as nothing."""
        return self.getoond.get(plek, _NUL)

    def stored(self, plek: Plek) -> Decimal | None:
        """The number behind the display."""
        cijfer = self.cijfers.get(plek)
        return None if cijfer is None else cijfer.waarde

    def unknown(self, plek: Plek) -> bool:
        """Whether a number belongs here that nobody can see."""
        cijfer = self.cijfers.get(plek)
        return cijfer is not None and cijfer.ontbreekt in ONBEKEND

    def step(self, plek: Plek) -> Decimal:
        """How fine a number is written: 1 for ``12``, 0.1 for ``1,5``."""
        return _fineness(self.value(plek))


@lru_cache(maxsize=4096)
def _fineness(getal: Decimal) -> Decimal:
    exponent = getal.as_tuple().exponent
    return Decimal(1).scaleb(min(exponent, 0) if isinstance(exponent, int) else 0)


def make_rooster(
    document: Document, tabel: Tabel, cijfers: dict[str, Cijfer]
) -> Telrooster | None:
    """The grid of a table; ``None`` where none of its cells is a figure."""
    cellen = {
        (cel.rij, cel.kolom): cel
        for cel in tabel.cellen
        if find_adres(tabel, cel) in cijfers
    }
    if not cellen:
        return None
    bij_plek = {p: cijfers[find_adres(tabel, c)] for p, c in cellen.items()}
    rooster = Telrooster(
        document=document, tabel=tabel, cijfers=bij_plek, cellen=cellen
    )
    _read_words(rooster)
    rooster.gekanteld, rooster.formulier = _find_stand(bij_plek)
    if rooster.gekanteld:
        _turn(rooster)
    finish_rooster(rooster)
    return rooster


def finish_rooster(rooster: Telrooster) -> None:
    """Fill in what follows from the figures."""
    rooster.getoond = {
        plek: shown_number(c)
        for plek, c in rooster.cijfers.items()
        if c.waarde is not None and not is_range(c)
    }
    per_kolom: dict[int, list[Cijfer]] = {}
    rooster.per_rij = {}
    for (rij, kolom), cijfer in sorted(rooster.cijfers.items(), key=lambda p: p[0]):
        per_kolom.setdefault(kolom, []).append(cijfer)
        rooster.per_rij.setdefault(rij, []).append(cijfer)
    rooster.kolommen = tuple(sorted(per_kolom))
    rooster.kop = {k: _most_common(hier) for k, hier in per_kolom.items()}


def _most_common(cijfers: list[Cijfer]) -> Cijfer:
    """The first figure of the kind that a column has most of."""
    soorten = Counter((c.maat, c.thema, c.jaar) for c in cijfers)
    meest = soorten.most_common(1)[0][0]
    return next(c for c in cijfers if (c.maat, c.thema, c.jaar) == meest)


def shown_number(cijfer: Cijfer) -> Decimal:
    """The number a reader sees, who adds up what is printed."""
    getal = parse_getal(cijfer.weergave)
    return (cijfer.waarde or Decimal(0)) if getal is None else getal.waarde + 0


def is_range(cijfer: Cijfer) -> bool:
    """Whether a figure is a range, of which only the lower end is known."""
    return cijfer.kwalificatie is not None and bool(
        cijfer.cel
        and any(c in cijfer.weergave[1:] for c in "-–")
        and parse_getal(cijfer.weergave) is None
    )


def find_adres(tabel: Tabel, cel: Cel) -> str:
    """The address of a cell as figures carry it."""
    if "!" in cel.adres or cel.adres.startswith("tabel "):
        return cel.adres
    return (
        f"{tabel.blad}!{cel.adres}"
        if tabel.blad
        else f"tabel {tabel.nummer} {cel.adres}"
    )


def _find_stand(cijfers: dict[Plek, Cijfer]) -> tuple[bool, bool]:
    """Whether the grid must be turned, and whether it is a form."""
    per_rij: dict[int, set[str | None]] = {}
    per_kolom: dict[int, set[str | None]] = {}
    for (rij, kolom), c in cijfers.items():
        per_rij.setdefault(rij, set()).add(c.gebied)
        per_kolom.setdefault(kolom, set()).add(c.gebied)
    gebieden = set().union(*per_rij.values()) - GEHEEL
    if len(gebieden) < 2:  # noqa: PLR2004 (one area is a form)
        return len(per_rij) > 1, True
    een_rij = sum(len(g - GEHEEL) <= 1 for g in per_rij.values())
    een_kolom = sum(len(g - GEHEEL) <= 1 for g in per_kolom.values())
    return een_kolom * len(per_rij) > een_rij * len(per_kolom), False


def _read_words(rooster: Telrooster) -> None:
    """The words above each column and before each row of the table."""
    eerste_rij = min(r for r, _ in rooster.cijfers)
    kolommen = {k for _, k in rooster.cijfers}
    per_rij: dict[int, int] = {}
    for rij, kolom in rooster.cijfers:
        per_rij[rij] = min(kolom, per_rij.get(rij, kolom))
    koppen: dict[int, list[str]] = {k: [] for k in kolommen}
    for cel in rooster.tabel.cellen:
        woorden = " ".join(rooster.document.cel_tekst(cel).split())
        if not woorden:
            continue
        if cel.rij < eerste_rij:
            for kolom in kolommen & set(range(cel.kolom, cel.kolom + cel.kolomspan)):
                koppen[kolom].append(woorden)
        elif cel.kolom < per_rij.get(cel.rij, 0):
            rooster.labels.setdefault(cel.rij, woorden)
    rooster.koppen = {k: tuple(v) for k, v in koppen.items()}
    rooster.zonder_kop = not any(koppen.values())


def _turn(rooster: Telrooster) -> None:
    """Lay the table on its side."""
    rooster.cijfers = {(k, r): c for (r, k), c in rooster.cijfers.items()}
    rooster.cellen = {(k, r): c for (r, k), c in rooster.cellen.items()}
    koppen, labels = rooster.koppen, rooster.labels
    rooster.labels = {k: " ".join(v) for k, v in koppen.items()}
    rooster.koppen = {r: (label,) for r, label in labels.items()}
