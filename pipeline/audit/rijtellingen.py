"""Row totals: a column of totals against the themes beside it, as most rows have it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.audit.melding import (
    make_bevinding,
    read_drempel,
    show_getal,
    show_verschil,
)
from pipeline.audit.telwoorden import name_kolom, swapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.bevinding import Bevinding
    from modellen.stuk import Stuk
    from pipeline.audit.telrooster import Telrooster
    from pipeline.rulebook import Regelboek

_BIJNA = Decimal("1e-6")
_TWEE = 2
_MEESTE = 8
_BUITEN = {"totaal", "inwoners", "kosten", None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Optelling:
    """A column of totals, the columns it adds up, and how far each row is off."""

    kolom: int
    delen: tuple[int, ...]
    verschillen: dict[int, Decimal]
    grens: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Rijfout:
    """A row in which a sum is off; within rounding where ``past``."""

    rij: int
    optelling: Optelling

    @property
    def verschil(self) -> Decimal:
        """Stated minus summed."""
        return self.optelling.verschillen[self.rij]

    @property
    def past(self) -> bool:
        """Whether rounding explains the difference."""
        return abs(self.verschil) <= self.optelling.grens

    @property
    def kolommen(self) -> tuple[int, ...]:
        """The columns of the sum, the total among them."""
        return (self.optelling.kolom, *self.optelling.delen)


def find_rijfouten(rooster: Telrooster, regelboek: Regelboek) -> Iterator[Rijfout]:
    """Rows in which a sum fails that holds in the others."""
    for kolom in rooster.kolommen:
        telling = _best_sum(rooster, kolom, regelboek)
        if telling is not None:
            for rij, verschil in telling.verschillen.items():
                if verschil:
                    yield Rijfout(rij=rij, optelling=telling)


def report_rijen(
    stuk: Stuk, rooster: Telrooster, fouten: list[Rijfout], regelboek: Regelboek
) -> Iterator[Bevinding]:
    """A finding per wrong row; those within rounding in one finding per column."""
    klein: dict[int, list[Rijfout]] = {}
    for fout in fouten:
        if fout.past:
            klein.setdefault(fout.optelling.kolom, []).append(fout)
        else:
            yield _report(stuk, rooster, fout.optelling, fout.rij, regelboek)
    for groep in klein.values():
        yield _report_rounding(stuk, rooster, groep[0].optelling, len(groep), regelboek)


def _best_sum(
    rooster: Telrooster, kolom: int, regelboek: Regelboek
) -> Optelling | None:
    """The set of themes that makes up a column of totals exactly in most rows."""
    rijen = [r for r in rooster.rijen if rooster.shown(r, kolom) is not None]
    if len(rijen) < read_drempel(regelboek, "rijen_telling"):
        return None
    kop = rooster.cijfers[rijen[0], kolom]
    if kop.thema != "totaal" or kop.maat == "percentage":
        return None
    beste = max(
        (
            _sum(rooster, kolom, delen, rijen)
            for delen in _sets(rooster, kolom, rijen[0])
        ),
        key=lambda o: sum(not d for d in o.verschillen.values()),
        default=None,
    )
    if beste is None:
        return None
    passend = sum(abs(d) <= beste.grens for d in beste.verschillen.values())
    nodig = read_drempel(regelboek, "rijen_kloppend") * len(rijen)
    return beste if passend >= nodig and passend >= 2 else None  # noqa: PLR2004 (one row proves nothing)


def _sets(rooster: Telrooster, kolom: int, rij: int) -> Iterator[tuple[int, ...]]:
    """The themes that may make up a total: all beside it, and all but one."""
    delen = _beside(rooster, kolom, rij) or _alike(rooster, kolom, rij)
    if not _TWEE <= len(delen) <= _MEESTE:
        return
    yield delen
    if len(delen) > _TWEE:
        for weg in delen:
            yield tuple(k for k in delen if k != weg)


def _beside(rooster: Telrooster, kolom: int, rij: int) -> tuple[int, ...]:
    """The columns of the same measure in one run left of the total, or right of it."""
    plek = rooster.kolommen.index(kolom)
    for kant in (rooster.kolommen[:plek][::-1], rooster.kolommen[plek + 1 :]):
        reeks: list[int] = []
        for k in kant:
            if not _is_part(rooster, kolom, k, rij):
                break
            reeks.append(k)
        if len(reeks) >= _TWEE:
            return tuple(sorted(reeks))
    return ()


def _alike(rooster: Telrooster, kolom: int, rij: int) -> tuple[int, ...]:
    """The columns of the same measure and year, wherever they stand."""
    jaar = rooster.cijfers[rij, kolom].jaar
    return tuple(
        k
        for k in rooster.kolommen
        if _is_part(rooster, kolom, k, rij) and rooster.cijfers[rij, k].jaar == jaar
    )


def _is_part(rooster: Telrooster, kolom: int, ander: int, rij: int) -> bool:
    cijfer = rooster.cijfers.get((rij, ander))
    return (
        cijfer is not None
        and cijfer.maat == rooster.cijfers[rij, kolom].maat
        and cijfer.thema not in _BUITEN
    )


def _sum(
    rooster: Telrooster, kolom: int, delen: tuple[int, ...], rijen: list[int]
) -> Optelling:
    verschillen = {}
    for rij in rijen:
        geheel = rooster.shown(rij, kolom) or Decimal(0)
        som = sum((rooster.shown(rij, k) or Decimal(0) for k in delen), Decimal(0))
        verschillen[rij] = geheel - som
    return Optelling(
        kolom=kolom,
        delen=delen,
        verschillen=verschillen,
        grens=Decimal(len(delen) + 1) / 2,
    )


def _report(
    stuk: Stuk, rooster: Telrooster, telling: Optelling, rij: int, regelboek: Regelboek
) -> Bevinding:
    cijfer = rooster.cijfers[rij, telling.kolom]
    gevonden = rooster.shown(rij, telling.kolom) or Decimal(0)
    verwacht = gevonden - telling.verschillen[rij]
    delen = [
        rooster.cijfers[rij, k] for k in telling.delen if (rij, k) in rooster.cijfers
    ]
    return make_bevinding(
        regelboek,
        "rij_fout",
        plaats=f"{name_kolom(cijfer, rooster.tabel, regelboek)}, rij {cijfer.gebied}",
        gevonden=show_getal(gevonden),
        verwacht=show_getal(verwacht),
        verschil=show_verschil(telling.verschillen[rij]),
        hint=" Twee cijfers lijken verwisseld." if swapped(gevonden, verwacht) else "",
        document=stuk.document.id,
        pagina=cijfer.herkomst.pagina,
        cijfers=(cijfer.id, *(c.id for c in delen)),
        verdacht=tuple(c.cel for c in (cijfer, *delen) if c.cel),
    )


def _report_rounding(
    stuk: Stuk,
    rooster: Telrooster,
    telling: Optelling,
    aantal: int,
    regelboek: Regelboek,
) -> Bevinding:
    cijfer = rooster.cijfers[next(iter(telling.verschillen)), telling.kolom]
    return make_bevinding(
        regelboek,
        "rij_afronding",
        plaats=name_kolom(cijfer, rooster.tabel, regelboek),
        aantal=aantal,
        rijen=len(telling.verschillen),
        grens=show_getal(telling.grens),
        document=stuk.document.id,
        pagina=cijfer.herkomst.pagina,
    )
