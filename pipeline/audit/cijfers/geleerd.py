"""Relations learned from the figures: keys, and rules that hold in nearly all lines.

They are proposed, never silently believed: alone they raise a question, next to a sum
that fails they help to point at the cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import TYPE_CHECKING

from pipeline.audit.cijfers.rooster import AFGELEID
from pipeline.audit.cijfers.verband import Verband, Verbandsoort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.audit.cijfers.rooster import Plek, Telrooster
    from pipeline.rulebook import Regelboek

_DEEL = 0.9
_MINST = 6
_PROEF = 10
_HALF = Decimal("0.5")
_PRECIES = Decimal("0.51")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleutel:
    """A column that is another one times a constant, rounded."""

    kolom: int
    basis: int
    factor: Decimal
    precies: bool


def find_sleutels(rooster: Telrooster) -> Iterator[Sleutel]:
    """Columns that were shared out by another column, with one exception at most."""
    if rooster.formulier or len(rooster.rijen) < _MINST:
        return
    bases = [k for k in rooster.kolommen if rooster.kop[k].thema == "inwoners"]
    for kolom in rooster.kolommen:
        if rooster.kop[kolom].maat in AFGELEID or kolom in bases:
            continue
        for basis in bases:
            sleutel = _find_sleutel(rooster, kolom, basis)
            if sleutel is not None:
                yield sleutel
                break


def _find_sleutel(rooster: Telrooster, kolom: int, basis: int) -> Sleutel | None:
    paren = [
        (v, b)
        for r in rooster.rijen
        if (v := rooster.shown((r, kolom))) is not None
        and (b := rooster.shown((r, basis))) is not None
        and b > 0
    ]
    if len(paren) < _MINST or len({v for v, _ in paren}) < _MINST // 2:
        return None
    for factor in (_by_total(rooster, kolom, basis), median(v / b for v, b in paren)):
        if not factor or factor <= 0:
            continue
        missers = sum(abs(v - b * factor) > _margin(b, factor) for v, b in paren)
        if (
            missers <= max(1, int((1 - _DEEL) * len(paren)))
            and missers < len(paren) / 4
        ):
            precies = all(abs(v - b * factor) <= _PRECIES for v, b in paren)
            return Sleutel(kolom=kolom, basis=basis, factor=factor, precies=precies)
    return None


def _by_total(rooster: Telrooster, kolom: int, basis: int) -> Decimal | None:
    for totaal in rooster.totalen:
        v, b = (rooster.shown((totaal.rij, k)) for k in (kolom, basis))
        if v is not None and b:
            return v / b
    return None


def _margin(basis: Decimal, factor: Decimal) -> Decimal:
    """Half a unit, and a little for a factor known from rounded numbers only."""
    return _HALF + basis * factor / 500


def find_sleutelverbanden(
    rooster: Telrooster,
    regelboek: Regelboek,  # noqa: ARG001 (one shape for all)
) -> Iterator[Verband]:
    """Each cell of a column with a key against what the key gives."""
    for sleutel in find_sleutels(rooster):
        for rij in rooster.rijen:
            plek = (rij, sleutel.kolom)
            basis = rooster.shown((rij, sleutel.basis))
            if basis is None or rooster.shown(plek) is None:
                continue
            yield Verband(
                soort=Verbandsoort.SLEUTEL,
                geheel=plek,
                delen=(),
                gevonden=rooster.value(plek),
                verwacht=(basis * sleutel.factor).quantize(Decimal(1)),
                grens=_margin(basis, sleutel.factor) + _HALF,
                waarden=(),
                zacht=True,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Patroon:
    """Of three blocks of themes: ``blok`` equals ``voor`` or adds up to ``doel``."""

    blok: dict[str, int]
    voor: dict[str, int]
    doel: int
    gelijk: tuple[int, ...]
    som: tuple[int, ...]
    geen: tuple[int, ...]


def find_patroon(rooster: Telrooster) -> Patroon | None:
    """A block without totals of its own that follows another block or its goal."""
    blokken = _blocks(rooster)
    for maat, blok in blokken.items():
        if maat in {"opgave", *AFGELEID} or _total_of(rooster, maat) is not None:
            continue
        doel = _total_of(rooster, "opgave")
        for ander, voor in blokken.items():
            if ander in {maat, "opgave", *AFGELEID} or doel is None:
                continue
            if set(voor) >= set(blok) and len(blok) > 1:
                patroon = _hold(rooster, blok, voor, doel)
                if patroon is not None:
                    return patroon
    return None


def _blocks(rooster: Telrooster) -> dict[str, dict[str, int]]:
    """For each measure its themes with their columns, where each theme stands once."""
    blokken: dict[str, dict[str, int]] = {}
    for k in rooster.kolommen:
        kop = rooster.kop[k]
        if kop.thema not in {None, "totaal", "inwoners", "kosten"}:
            blokken.setdefault(kop.maat, {}).setdefault(str(kop.thema), k)
    return blokken


def _total_of(rooster: Telrooster, maat: str) -> int | None:
    return next(
        (
            k
            for k in rooster.kolommen
            if rooster.kop[k].thema == "totaal" and rooster.kop[k].maat == maat
        ),
        None,
    )


def _hold(
    rooster: Telrooster, blok: dict[str, int], voor: dict[str, int], doel: int
) -> Patroon | None:
    gelijk, som, geen = [], [], []
    for rij in rooster.rijen:
        if all(
            rooster.value((rij, blok[t])) == rooster.value((rij, voor[t])) for t in blok
        ):
            gelijk.append(rij)
        elif sum(rooster.value((rij, k)) for k in blok.values()) == rooster.shown(
            (rij, doel)
        ):
            som.append(rij)
        else:
            geen.append(rij)
    if len(rooster.rijen) < _MINST or not som or not gelijk:
        return None
    if len(geen) > max(1, int((1 - _DEEL) * len(rooster.rijen))):
        return None
    return Patroon(
        blok=blok,
        voor=voor,
        doel=doel,
        gelijk=tuple(gelijk),
        som=tuple(som),
        geen=tuple(geen),
    )


def find_patroonverbanden(
    rooster: Telrooster,
    regelboek: Regelboek,  # noqa: ARG001 (one shape for all)
) -> Iterator[Verband]:
    """The lines of a pattern: equal cells, or a sum that meets its goal."""
    patroon = find_patroon(rooster)
    if patroon is None:
        return
    for rij in rooster.rijen:
        anders = [
            t
            for t, k in patroon.blok.items()
            if rooster.value((rij, k)) != rooster.value((rij, patroon.voor[t]))
        ]
        if rij in patroon.som or (rij in patroon.geen and len(anders) > 1):
            delen = [(rij, k) for k in patroon.blok.values()]
            yield _soft(rooster, (rij, patroon.doel), delen)
        else:
            for thema in patroon.blok:
                yield _soft(
                    rooster, (rij, patroon.blok[thema]), [(rij, patroon.voor[thema])]
                )


def _soft(rooster: Telrooster, geheel: Plek, delen: list[Plek]) -> Verband:
    waarden = tuple(rooster.value(p) for p in delen)
    return Verband(
        soort=Verbandsoort.PATROON,
        geheel=geheel,
        delen=tuple((p, 1) for p in delen),
        gevonden=rooster.value(geheel),
        verwacht=sum(waarden, Decimal(0)),
        grens=Decimal(0),
        waarden=waarden,
        zacht=True,
    )
