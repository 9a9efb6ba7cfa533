"""Puzzle tables of other provinces in other layouts, made up, each with its truth.

A ``Puzzel`` holds numbers per area; ``draw`` lays them out as the tables of different
tables are laid out: totals below or on top, subtotals per region, themes first or areas
first, other words for the same things.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

ZEELAND = (
    "Borsele",
    "Goes",
    "Hulst",
    "Kapelle",
    "Middelburg",
    "Noord-Beveland",
    "Reimerswaal",
    "Schouwen-Duiveland",
    "Sluis",
    "Terneuzen",
    "Tholen",
    "Veere",
    "Vlissingen",
)
FLEVOLAND = ("Almere", "Dronten", "Lelystad", "Noordoostpolder", "Urk", "Zeewolde")
TWENTE = (
    "Almelo",
    "Borne",
    "Dinkelland",
    "Enschede",
    "Haaksbergen",
    "Hellendoorn",
    "Hengelo",
    "Hof van Twente",
    "Losser",
    "Oldenzaal",
    "Rijssen-Holten",
    "Tubbergen",
    "Twenterand",
    "Wierden",
)
LIMBURG = (
    "Beekdaelen",
    "Brunssum",
    "Eijsden-Margraten",
    "Gulpen-Wittem",
    "Heerlen",
    "Horst aan de Maas",
    "Kerkrade",
    "Landgraaf",
    "Maastricht",
    "Meerssen",
    "Roermond",
    "Simpelveld",
    "Sittard-Geleen",
    "Stein",
    "Vaals",
    "Venlo",
    "Venray",
    "Voerendaal",
)


@dataclass(frozen=True, slots=True)
class Puzzel:
    """Inhabitants and, per block, the numbers per theme, by area."""

    gebieden: tuple[str, ...]
    inwoners: tuple[int, ...]
    opgave: tuple[tuple[int, ...], ...]
    voorstel: tuple[tuple[int | None, ...], ...]
    totaal: tuple[int, ...]


def make_puzzel(gebieden, zaad):
    """A puzzle whose opgave was shared out by inhabitants and then rounded."""
    kans = Random(zaad)  # noqa: S311 (made-up figures)
    inwoners = tuple(kans.randint(9000, 130000) for _ in gebieden)
    totaal = tuple(kans.randint(*b) for b in ((1500, 9000), (900, 5000), (150, 500)))
    som = sum(inwoners)
    opgave = tuple(tuple(int(t * i / som + 0.5) for t in totaal) for i in inwoners)
    voorstel = tuple(
        tuple(
            None if kans.random() < 0.12 else max(12, int(o * kans.uniform(0.4, 1.7)))
            for o in rij
        )
        for rij in opgave
    )
    return Puzzel(gebieden, inwoners, opgave, voorstel, totaal)


def dutch(getal):
    return "-" if getal is None else f"{getal:,}".replace(",", ".")


def _som(rij):
    return sum(w or 0 for w in rij)


def _vol(rij):
    return [*rij, _som(rij)]


def _sommen(rijen):
    return [_som(k) for k in zip(*rijen, strict=True)]


def _rij(puzzel, i):
    return [
        puzzel.gebieden[i], puzzel.inwoners[i], *_vol(puzzel.opgave[i]), *_vol(puzzel.voorstel[i]),
    ]  # fmt: skip


def _totaal(puzzel, wie, label, *, opgave=None):
    opg = opgave or _sommen([puzzel.opgave[i] for i in wie])
    vst = _sommen([puzzel.voorstel[i] for i in wie])
    return [label, sum(puzzel.inwoners[i] for i in wie), *_vol(opg), *_vol(vst)]


KOP = [
    ["Gemeente", "Inwoners 2025", "Opgave 2026", "<", "<", "<", "Voorstel 2026", "<", "<", "<"],
    ["^", "^", "Oekraïne", "Asiel", "AMV", "Totaal", "Oekraïne", "Asiel", "AMV", "Totaal"],
]  # fmt: skip
ANDERE_KOP = [
    ["Gemeente", "Inw. 1-1-2025", "Taakstelling 2026", "<", "<", "<", "Aanbod gemeenten 2026", "<", "<", "<"],
    ["^", "^", "Ontheemden", "Asielzoekers", "waarvan niet: amv's", "Som", "Ontheemden", "Asielzoekers", "amv", "Som"],
]  # fmt: skip


def onder(puzzel):
    """Totals below, with the goal of the province, shares and differences."""
    wie = range(len(puzzel.gebieden))
    tot = _totaal(puzzel, wie, "Totaal", opgave=puzzel.totaal)
    rijen = [*KOP, *(_rij(puzzel, i) for i in wie), tot]
    delen = [f"{round(100 * tot[6 + k] / tot[2 + k])}%" for k in range(4)]
    weg = [tot[6 + k] - tot[2 + k] for k in range(4)]
    rijen.append(["Dekking (voorstel/opgave)", *[""] * 5, *delen])
    rijen.append(["Verschil voorstel - opgave", *[""] * 5, *weg])
    return rijen


def boven(puzzel):
    """The total on top, other words."""
    wie = range(len(puzzel.gebieden))
    kop = [
        [*ANDERE_KOP[0]],
        [
            "^",
            "^",
            "Ontheemden",
            "Asielzoekers",
            "Amv's",
            "Som",
            "Ontheemden",
            "Asielzoekers",
            "Amv's",
            "Som",
        ],
    ]
    tot = _totaal(puzzel, wie, "Totaal alle gemeenten", opgave=puzzel.totaal)
    return [*kop, tot, *(_rij(puzzel, i) for i in wie)]


def regios(puzzel):
    """Subtotals per region and a grand total, all of rounded numbers."""
    alle = list(range(len(puzzel.gebieden)))
    helft = len(alle) // 2
    rijen = [*KOP]
    for naam, wie in (("noord", alle[:helft]), ("zuid", alle[helft:])):
        rijen += [_rij(puzzel, i) for i in wie]
        rijen.append(_totaal(puzzel, wie, f"Subtotaal {naam}"))
    return [*rijen, _totaal(puzzel, alle, "Totaal")]


def bod_eerst(puzzel):
    """The offer before the goal, inhabitants at the end, totals first in each block."""
    wie = range(len(puzzel.gebieden))
    orde = [0, 9, 6, 7, 8, 5, 2, 3, 4, 1]
    kop = [
        ["Gemeente", "Bod 2026", "<", "<", "<", "Indicatieve opgave 2026", "<", "<", "<", "Inwoners"],
        ["^", "Totaal", "Oek", "Asiel", "Amv", "Totaal", "Oek", "Asiel", "Amv", "^"],
    ]  # fmt: skip
    rijen = [_rij(puzzel, i) for i in wie]
    rijen.append(_totaal(puzzel, wie, "Totaal", opgave=puzzel.totaal))
    return [*kop, *([r[k] for k in orde] for r in rijen)]


def gekanteld(puzzel):
    """Areas in the header, a line per theme."""
    wie = range(len(puzzel.gebieden))
    rijen = [_rij(puzzel, i) for i in wie]
    rijen.append(_totaal(puzzel, wie, "Totaal", opgave=puzzel.totaal))
    labels = ["Inwoners 2025"] + [
        f"{maat} {thema} 2026"
        for maat in ("Opgave", "Voorstel")
        for thema in ("Oekraïne", "asiel", "amv", "totaal")
    ]
    kop = [["", *(r[0] for r in rijen)]]
    return kop + [[label, *(r[k] for r in rijen)] for k, label in enumerate(labels, 1)]


VORMEN = (onder, boven, regios, bod_eerst, gekanteld)
PUZZELS = tuple(
    make_puzzel(g, z) for z, g in enumerate((ZEELAND, FLEVOLAND, TWENTE, LIMBURG), 1)
)


def draw(rijen):
    """The rows as the drawing that ``maak_stuk`` reads."""
    return "\n".join(
        " | ".join(dutch(c) if isinstance(c, int) or c is None else c for c in rij)
        for rij in rijen
    )
