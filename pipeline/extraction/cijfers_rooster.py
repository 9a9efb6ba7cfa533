"""The grid of a table: what each cell shows, and what each row is for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from pipeline.extraction.cijfers_schaars import push_together
from pipeline.extraction.cijfers_waarde import Waarde, is_jaar, is_unclear, read_waarde

if TYPE_CHECKING:
    from modellen.document import Cel, Document, Tabel
    from pipeline.extraction.cijfers_kennis import Kennis

_AFBREKING = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_CIJFER = re.compile(r"\d")
LANGE_CEL = 90
_KOPRIJEN_MAX = 12


class Rijsoort(Enum):
    """What a row of a table is for."""

    LEEG = 0
    TITEL = 1
    KOP = 2
    SECTIE = 3
    DATA = 4


@dataclass(slots=True, kw_only=True)
class Rooster:
    """A table as a grid; rows and columns count from 1.

    ``cel`` and ``tekst`` hold every cell once, at its top left corner; ``bedekt`` says
    for each place of the grid which corner covers it, ``breed`` which rows merge cells.
    ``leeg`` are columns that only say that their figures are missing.
    """

    document: Document
    tabel: Tabel
    rijen: int
    kolommen: int
    cel: dict[tuple[int, int], Cel] = field(default_factory=dict)
    tekst: dict[tuple[int, int], str] = field(default_factory=dict)
    bedekt: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    waarde: dict[tuple[int, int], Waarde] = field(default_factory=dict)
    gevuld: dict[int, list[int]] = field(default_factory=dict)
    soort: dict[int, Rijsoort] = field(default_factory=dict)
    breed: set[int] = field(default_factory=set)
    leeg: set[int] = field(default_factory=set)
    eerste: int = 0
    numeriek: tuple[int, ...] = ()
    label: int = 1

    def shown(self, rij: int, kolom: int) -> str:
        """What is seen at a place, also where a merged cell covers it."""
        return self.tekst.get(self.bedekt.get((rij, kolom), (rij, kolom)), "")

    def has_number(self, rij: int, kolom: int) -> bool:
        """Whether a place holds a number that is not just a year."""
        waarde = self.waarde.get((rij, kolom))
        return (
            waarde is not None
            and waarde.waarde is not None
            and not is_jaar(self.tekst[rij, kolom])
        )


def make_rooster(document: Document, tabel: Tabel, kennis: Kennis) -> Rooster | None:
    """The grid of a table with numbers; ``None`` where it holds no rows of data."""
    if not any(_CIJFER.search(document.tekst, c.begin, c.eind) for c in tabel.cellen):
        return None
    tabel = push_together(tabel)
    rooster = Rooster(
        document=document, tabel=tabel, rijen=tabel.rijen, kolommen=tabel.kolommen
    )
    for cel in tabel.cellen:
        _place(rooster, cel, document.tekst[cel.begin : cel.eind], kennis)
    rooster.eerste = _first_data(rooster, kennis)
    if not rooster.eerste:
        return None
    rooster.numeriek = _numeric_columns(rooster, kennis)
    if not rooster.numeriek:
        return None
    rooster.label = _label_column(rooster, kennis)
    _join_labels(rooster, kennis)
    _classify(rooster)
    return rooster


def _place(rooster: Rooster, cel: Cel, tekst: str, kennis: Kennis) -> None:
    hoek = (cel.rij, cel.kolom)
    schoon = " ".join(_AFBREKING.sub("", tekst).split())
    rooster.cel[hoek] = cel
    rooster.tekst[hoek] = schoon
    if schoon:
        rooster.gevuld.setdefault(cel.rij, []).append(cel.kolom)
    if cel.rijspan > 1 or cel.kolomspan > 1:
        if cel.kolomspan > 1:
            rooster.breed.update(range(cel.rij, cel.rij + cel.rijspan))
        for r in range(cel.rij, cel.rij + cel.rijspan):
            for k in range(cel.kolom, cel.kolom + cel.kolomspan):
                rooster.bedekt[r, k] = hoek
    if len(schoon) <= LANGE_CEL and cel.kolomspan == 1:
        waarde = read_waarde(schoon, cel, kennis)
        if waarde is None and is_unclear(schoon):
            waarde = Waarde(ontbreekt="onduidelijk")
        if waarde is not None:
            rooster.waarde[hoek] = waarde


def _first_data(rooster: Rooster, kennis: Kennis) -> int:
    """The first row with a label and a number, 0 where there is none.

    A row of an area counts already when its number cannot be read.
    """
    for rij in range(1, rooster.rijen + 1):
        gevuld = rooster.gevuld.get(rij, ())
        getallen = [k for k in gevuld if rooster.has_number(rij, k)]
        woorden = [k for k in gevuld if (rij, k) not in rooster.waarde]
        if (
            woorden
            and not getallen
            and kennis.gebieden.find(rooster.tekst[rij, woorden[0]])
        ):
            getallen = [
                k
                for k in gevuld
                if (w := rooster.waarde.get((rij, k))) is not None and w.ontbreekt
            ]
        onder_kop = rooster.bedekt.get((rij, 1), (rij, 1))[0] == rij
        if getallen and woorden and min(woorden) < max(getallen) and onder_kop:
            return rij
    return 0


def _numeric_columns(rooster: Rooster, kennis: Kennis) -> tuple[int, ...]:
    numeriek = []
    for kolom in range(1, rooster.kolommen + 1):
        getallen = woorden = jaren = mist = 0
        for rij in range(rooster.eerste, rooster.rijen + 1):
            if not rooster.tekst.get((rij, kolom)):
                continue
            if rooster.has_number(rij, kolom):
                getallen += 1
            elif (rij, kolom) not in rooster.waarde:
                woorden += 1
            elif is_jaar(rooster.tekst[rij, kolom]):
                jaren += 1
            else:
                mist += 1
        genoeg = kennis.drempels.kolom_numeriek * (getallen + woorden)
        if getallen and getallen >= genoeg:
            numeriek.append(kolom)
        elif mist and not (getallen or woorden or jaren):
            numeriek.append(kolom)
            rooster.leeg.add(kolom)
    return tuple(numeriek)


def _label_column(rooster: Rooster, kennis: Kennis) -> int:
    """The column that names the rows: with most areas, else the first with words."""
    beste, meeste = 0, 0
    eerste_woorden = 0
    for kolom in range(1, rooster.kolommen + 1):
        if kolom in rooster.numeriek:
            continue
        teksten = [
            t
            for rij in range(rooster.eerste, rooster.rijen + 1)
            if (t := rooster.tekst.get((rij, kolom)))
            and (rij, kolom) not in rooster.waarde
        ]
        if teksten and not eerste_woorden:
            eerste_woorden = kolom
        gebieden = sum(kennis.gebieden.find(t) is not None for t in teksten)
        if gebieden > meeste:
            beste, meeste = kolom, gebieden
    return beste or eerste_woorden or 1


def _join_labels(rooster: Rooster, kennis: Kennis) -> None:
    """Put the name of an area together that was wrapped over two rows."""
    label = rooster.label
    for rij in range(rooster.eerste - 1, rooster.rijen):
        boven, onder = (rooster.tekst.get((r, label), "") for r in (rij, rij + 1))
        if not boven or not onder:
            continue
        los = [r for r in (rij, rij + 1) if rooster.gevuld.get(r) == [label]]
        if len(los) != 1 or (kennis.gebieden.find(onder) and boven[-1] != "-"):
            continue
        samen = f"{boven}{onder}" if boven.endswith("-") else f"{boven} {onder}"
        if kennis.gebieden.find(samen) is None:
            continue
        vol = rij + 1 if los[0] == rij else rij
        rooster.tekst[vol, label] = samen
        rooster.gevuld.pop(los[0])
        rooster.eerste = min(rooster.eerste, vol)


def _classify(rooster: Rooster) -> None:
    gezien = False
    for rij in range(1, rooster.rijen + 1):
        soort = _find_soort(rooster, rij, gezien=gezien)
        rooster.soort[rij] = soort
        gezien = gezien or soort is Rijsoort.KOP
    if rooster.eerste > _KOPRIJEN_MAX:
        for rij in range(1, rooster.eerste - _KOPRIJEN_MAX):
            rooster.soort[rij] = Rijsoort.TITEL


def _find_soort(rooster: Rooster, rij: int, *, gezien: bool) -> Rijsoort:
    gevuld = rooster.gevuld.get(rij, [])
    if not gevuld:
        hangt = any(
            rooster.bedekt.get((rij, k), (rij, k))[0] < rij
            for k in range(1, rooster.kolommen + 1)
        )
        return Rijsoort.KOP if hangt and rij < rooster.eerste else Rijsoort.LEEG
    cijfers = [k for k in gevuld if k in rooster.numeriek]
    if rij >= rooster.eerste and _holds_data(rooster, rij, cijfers):
        return Rijsoort.DATA
    if len(gevuld) == 1:
        cel = rooster.cel[rij, gevuld[0]]
        breed = cel.kolomspan * 2 >= rooster.kolommen
        if gevuld[0] <= rooster.label or breed:
            voor = rij < rooster.eerste and not gezien
            return Rijsoort.TITEL if voor else Rijsoort.SECTIE
    if rij < rooster.eerste and not gezien and _is_pair(rooster, rij, gevuld):
        return Rijsoort.TITEL
    if rij > rooster.eerste and not cijfers:
        return Rijsoort.SECTIE
    return Rijsoort.KOP


def _holds_data(rooster: Rooster, rij: int, cijfers: list[int]) -> bool:
    if any(rooster.has_number(rij, k) for k in cijfers):
        return True
    if any((rij, k) not in rooster.waarde for k in cijfers):
        return False
    label = rooster.tekst.get((rij, rooster.label), "")
    return bool(cijfers) and bool(label)


def _is_pair(rooster: Rooster, rij: int, gevuld: list[int]) -> bool:
    """A line of a form: ``Gemeente: Medemblik``."""
    return (
        len(gevuld) == 2  # noqa: PLR2004 (a pair)
        and gevuld[0] <= rooster.label
        and rooster.tekst[rij, gevuld[0]].endswith(":")
    )
