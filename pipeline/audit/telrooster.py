"""A table of figures as a grid to add up: rows of areas, and totals."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.taal.getal import parse_getal
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.cijfer import Cijfer
    from modellen.document import Cel, Document, Tabel
    from modellen.stuk import Stuk
    from pipeline.rulebook import Regelboek

_AFGELEID = {"percentage", "verschil"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Totaalrij:
    """A total and the rows it adds up."""

    rij: int
    rijen: tuple[int, ...]


@dataclass(slots=True, kw_only=True)
class Telrooster:
    """The figures of a table by row and column, and the totals among the rows."""

    tabel: Tabel
    cijfers: dict[tuple[int, int], Cijfer]
    labels: dict[int, str] = field(default_factory=dict)
    kolommen: tuple[int, ...] = ()
    getoond: dict[tuple[int, int], Decimal] = field(default_factory=dict)
    per_rij: dict[int, list[Cijfer]] = field(default_factory=dict)
    rijen: tuple[int, ...] = ()
    totalen: tuple[Totaalrij, ...] = ()

    def shown(self, rij: int, kolom: int) -> Decimal | None:
        """The number as shown, ``None`` where there is none."""
        return self.getoond.get((rij, kolom))

    def stored(self, rij: int, kolom: int) -> Decimal | None:
        """The number behind the display."""
        cijfer = self.cijfers.get((rij, kolom))
        return None if cijfer is None else cijfer.waarde


def make_telroosters(stuk: Stuk, regelboek: Regelboek) -> Iterator[Telrooster]:
    """The tables of a document that hold rows per area."""
    bij_cel = {c.cel: c for c in stuk.cijfers if c.cel}
    if not bij_cel:
        return
    for tabel in stuk.document.tabellen:
        cijfers = {
            (cel.rij, cel.kolom): bij_cel[adres]
            for cel in tabel.cellen
            if (adres := find_adres(tabel, cel)) in bij_cel
        }
        if cijfers:
            rooster = Telrooster(tabel=tabel, cijfers=cijfers)
            rooster.kolommen = tuple(sorted({k for _, k in cijfers}))
            for (rij, _), cijfer in cijfers.items():
                rooster.per_rij.setdefault(rij, []).append(cijfer)
            rooster.getoond = {
                plek: _shown(c) for plek, c in cijfers.items() if c.waarde is not None
            }
            rooster.labels = _labels(stuk.document, tabel, rooster)
            _find_totalen(rooster, regelboek)
            yield rooster


def _shown(cijfer: Cijfer) -> Decimal:
    """The number a reader sees, who adds up what is printed."""
    getal = parse_getal(cijfer.weergave)
    return cijfer.waarde or Decimal(0) if getal is None else getal.waarde


def find_adres(tabel: Tabel, cel: Cel) -> str:
    """The address of a cell as figures carry it."""
    if "!" in cel.adres or cel.adres.startswith("tabel "):
        return cel.adres
    return (
        f"{tabel.blad}!{cel.adres}"
        if tabel.blad
        else f"tabel {tabel.nummer} {cel.adres}"
    )


def _labels(document: Document, tabel: Tabel, rooster: Telrooster) -> dict[int, str]:
    """The first words of each row that holds figures."""
    eerste: dict[int, int] = {}
    for rij, kolom in rooster.cijfers:
        eerste[rij] = min(kolom, eerste.get(rij, kolom))
    labels: dict[int, str] = {}
    for cel in tabel.cellen:
        if cel.rij in eerste and cel.kolom < eerste[cel.rij]:
            tekst = " ".join(document.cel_tekst(cel).split())
            if tekst:
                labels[cel.rij] = labels.get(cel.rij) or tekst
    return labels


def _find_totalen(rooster: Telrooster, regelboek: Regelboek) -> None:
    """Tell rows of areas from totals; a subtotal closes the rows above it."""
    rijen: list[int] = []
    sub: list[int] = []
    totalen: list[Totaalrij] = []
    heel: list[int] = []
    for rij in sorted(rooster.per_rij):
        label = klein(rooster.labels.get(rij, ""))
        soort = _find_soort(label, regelboek)
        if soort == "sub":
            totalen.append(Totaalrij(rij=rij, rijen=tuple(sub)))
            sub = []
        elif soort == "totaal":
            heel.append(rij)
        elif soort is None and _is_area(rooster, rij):
            rijen.append(rij)
            sub.append(rij)
    rooster.rijen = tuple(rijen)
    if len(heel) == 1 and (not rijen or heel[0] > rijen[-1] or heel[0] < rijen[0]):
        totalen.append(Totaalrij(rij=heel[0], rijen=tuple(rijen)))
    rooster.totalen = tuple(totalen)


def _find_soort(label: str, regelboek: Regelboek) -> str | None:
    for regel in regelboek.regels("audit", "totaal"):
        raak = next(iter(regel.find(label)), None)
        if raak is not None:
            return "sub" if raak["sub"] else "totaal"
    for regel in regelboek.regels("audit", "deelrij"):
        if next(iter(regel.find(label)), None) is not None:
            return "deel"
    return None


def _is_area(rooster: Telrooster, rij: int) -> bool:
    """A row of one area: named so, and not made of shares or differences."""
    hier = rooster.per_rij[rij]
    gebieden = {c.gebied for c in hier}
    if len(gebieden) != 1 or gebieden <= {None, "landelijk", "totaal"}:
        return False
    return any(c.maat not in _AFGELEID for c in hier)
