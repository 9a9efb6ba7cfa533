"""The figures of the puzzel and their relations; every one of them is made up.

The rows of the opgave are the provincial figure shared out by inhabitants and left
unrounded, as in a real workbook: printed without decimals they do not always add up.
"""

from __future__ import annotations

from dataclasses import dataclass

INWONERS = {
    "Drechterland": 20418,
    "Edam-Volendam": 37124,
    "Enkhuizen": 18987,
    "Hoorn": 75612,
    "Koggenland": 23594,
    "Medemblik": 46287,
    "Opmeer": 12371,
    "Purmerend": 95846,
    "Stede Broec": 22318,
    "Waterland": 17614,
}
OPGAVE = (1897, 1214, 118)

# per gemeente: Oekraïne, asiel, amv; a word or None where no number was given
BOD: dict[str, tuple[int | str | None, ...]] = {
    "Drechterland": (90, 40, 0),
    "Edam-Volendam": (170, 50, 12),
    "Enkhuizen": (97, "ntb", 6),
    "Hoorn": (410, 220, 40),
    "Koggenland": (110, 35, None),
    "Medemblik": (250, 180, 20),
    "Opmeer": (45, 12, "-"),
    "Purmerend": (430, 160, 24),
    "Stede Broec": (98, 30, 8),
    "Waterland": (60, 14, 0),
}
BOD_DECEMBER = BOD | {"Hoorn": (410, 260, 40), "Waterland": (75, 14, 0)}
REALISATIE: dict[str, tuple[int | str | None, ...]] = {
    "Drechterland": (88, 0, 0),
    "Edam-Volendam": (165, 30, 0),
    "Enkhuizen": (97, 0, 0),
    "Hoorn": (402, 150, 40),
    "Koggenland": (104, 0, "-"),
    "Medemblik": (243, 180, 16),
    "Opmeer": (45, 0, 0),
    "Purmerend": (398, 60, 20),
    "Stede Broec": (91, 20, None),
    "Waterland": (52, 0, 0),
}


@dataclass(frozen=True, slots=True)
class Stand:
    """The puzzel as it stood on a day."""

    datum: str
    bod: dict[str, tuple[int | str | None, ...]]

    def opgave(self, gemeente: str) -> tuple[float, ...]:
        """The share of a gemeente, unrounded: Oekraïne, asiel, amv."""
        deel = INWONERS[gemeente] / sum(INWONERS.values())
        return tuple(totaal * deel for totaal in OPGAVE)

    def som_bod(self, gemeente: str) -> int:
        """What a gemeente offers; what is no number counts for nothing."""
        return sum(w for w in self.bod[gemeente] if isinstance(w, int))

    def totaal_bod(self) -> tuple[int, ...]:
        """The column totals of the offers."""
        return _columns(self.bod)


def totaal_realisatie() -> tuple[int, ...]:
    """The column totals of what is there."""
    return _columns(REALISATIE)


def _columns(blok: dict[str, tuple[int | str | None, ...]]) -> tuple[int, ...]:
    return tuple(
        sum(w for w in kolom if isinstance(w, int))
        for kolom in zip(*blok.values(), strict=True)
    )


SEPTEMBER = Stand("1 september 2025", BOD)
DECEMBER = Stand("1 december 2025", BOD_DECEMBER)


def getal(waarde: float | str | None) -> str:
    """A number as the Dutch print it, without decimals."""
    if waarde is None:
        return ""
    if isinstance(waarde, str):
        return waarde
    return f"{round(waarde):,}".replace(",", ".")


KOPPEN = (
    ("Gemeente", "Inwoners\n1-1-2025", "Indicatieve opgave 2026", "", "", "",
     "Bod gemeenten 2026", "", "", "", "Realisatie per stand", "", ""),
    ("", "", "Oekraïne", "Asiel", "Amv", "Totaal", "Oekraïne", "Asiel", "Amv",
     "Totaal", "Oekraïne", "Asiel", "Amv"),
)  # fmt: skip


def rijen(stand: Stand) -> list[tuple[str, ...]]:
    """The body of the table as it prints: gemeenten, total, cover, difference."""
    uit = []
    for naam, inwoners in INWONERS.items():
        opgave = stand.opgave(naam)
        waarden = (
            inwoners, *opgave, sum(opgave),
            *stand.bod[naam], stand.som_bod(naam), *REALISATIE[naam],
        )  # fmt: skip
        uit.append((naam, *map(getal, waarden)))
    bod = (*stand.totaal_bod(), sum(stand.totaal_bod()))
    opgave4 = (*OPGAVE, sum(OPGAVE))
    totaal = (sum(INWONERS.values()), *opgave4, *bod, *totaal_realisatie())
    dekking = tuple(f"{round(100 * b / o)}%" for b, o in zip(bod, opgave4, strict=True))
    verschil = tuple(getal(b - o) for b, o in zip(bod, opgave4, strict=True))
    leeg = ("",) * 5
    return [
        *uit,
        ("Totaal Waterland-Oost", *map(getal, totaal)),
        ("Dekking (bod/opgave)", *leeg, *dekking, "", "", ""),
        ("Verschil bod - opgave", *leeg, *verschil, "", "", ""),
    ]
