"""Sums: the totals of columns, and the columns that are a total of those beside them.

Which columns a total adds up is learned from the figures; the header only has to say
that it is one. What the header names may differ from what is added: that is told apart.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from pipeline.audit.cijfers.verband import Verband, Verbandsoort
from pipeline.audit.melding import read_drempel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.audit.cijfers.rooster import Plek, Telrooster, Totaalrij
    from pipeline.rulebook import Regelboek

_BIJNA = Decimal("1e-6")
_HALF = Decimal("0.5")
_ZES_SD_VANAF = 12
_MEESTE = 8
_PROEF = 24
_BUITEN = {"inwoners", "kosten"}


def find_kolomtotalen(rooster: Telrooster, regelboek: Regelboek) -> Iterator[Verband]:
    """Each total against the sum of its lines, per column."""
    minst = int(read_drempel(regelboek, "rijen_telling"))
    for totaal in rooster.totalen:
        for kolom in rooster.kolommen:
            verband = _count(rooster, totaal, kolom, minst)
            if verband is not None:
                yield verband


def _count(
    rooster: Telrooster, totaal: Totaalrij, kolom: int, minst: int
) -> Verband | None:
    geheel = (totaal.rij, kolom)
    cijfer = rooster.cijfers.get(geheel)
    gevonden = rooster.shown(geheel)
    if cijfer is None or gevonden is None or cijfer.maat == "percentage":
        return None
    if "per plek" in (cijfer.eenheid or ""):
        return None
    plekken = [(r, kolom) for r in totaal.rijen]
    bekend = [p for p in plekken if p in rooster.cijfers]
    gevuld = [p for p in bekend if rooster.shown(p) is not None]
    nodig = min(minst, max(2, len(totaal.rijen)))
    if len(bekend) < nodig or len(gevuld) < 2:  # noqa: PLR2004 (a sum has two terms)
        return None
    return make_optelling(rooster, Verbandsoort.KOLOMTOTAAL, geheel, plekken)


def make_optelling(
    rooster: Telrooster, soort: Verbandsoort, geheel: Plek, plekken: list[Plek]
) -> Verband:
    """A stated cell against the sum of others."""
    gevuld = [p for p in plekken if rooster.shown(p) is not None]
    waarden = tuple(rooster.value(p) for p in gevuld)
    stap = min((rooster.step(p) for p in (geheel, *gevuld)), default=Decimal(1))
    termen = len(gevuld) + (soort is not Verbandsoort.KOLOMTOTAAL)
    return Verband(
        soort=soort,
        geheel=geheel,
        delen=tuple((p, 1) for p in gevuld),
        gevonden=rooster.value(geheel),
        verwacht=sum(waarden, Decimal(0)),
        grens=rounding_bound(termen) * stap,
        waarden=waarden,
        open_=tuple(p for p in plekken if _is_open(rooster, p)),
        exact=_stored_fits(rooster, geheel, gevuld),
    )


def _is_open(rooster: Telrooster, plek: Plek) -> bool:
    """Whether a number may be missing: in a form an empty line may be one too."""
    return rooster.unknown(plek) or (rooster.formulier and plek not in rooster.getoond)


def rounding_bound(termen: int) -> Decimal:
    """What so many rounded numbers may differ from their rounded sum.

    Half a unit each; for many terms six standard deviations, which chance never makes.
    """
    half = _HALF * termen
    if termen <= _ZES_SD_VANAF:
        return half
    return min(half, Decimal(round(6 * (termen / 12) ** 0.5 * 2)) / 2)


def _stored_fits(rooster: Telrooster, geheel: Plek, delen: list[Plek]) -> bool:
    """Whether the numbers behind the display do add up."""
    opgeslagen = [w for p in delen if (w := rooster.stored(p)) is not None]
    heel = rooster.stored(geheel)
    return heel is not None and abs(sum(opgeslagen, Decimal(0)) - heel) <= _BIJNA


def find_rijtotalen(rooster: Telrooster, regelboek: Regelboek) -> Iterator[Verband]:
    """Each column that is a total of columns beside it, line by line."""
    for kolom, delen in learn_sommen(rooster, regelboek).items():
        for rij in _lines(rooster, kolom):
            plekken = [(rij, k) for k in delen if (rij, k) in rooster.cijfers]
            if any(p in rooster.getoond for p in plekken):
                yield make_optelling(
                    rooster, Verbandsoort.RIJTOTAAL, (rij, kolom), plekken
                )


def learn_sommen(
    rooster: Telrooster, regelboek: Regelboek
) -> dict[int, tuple[int, ...]]:
    """For each column of totals the columns it adds up, as most lines have it."""
    deel = read_drempel(regelboek, "rijen_kloppend")
    sommen = {}
    for kolom in sorted(rooster.totaalkolommen):
        beste = _best_set(rooster, kolom, deel)
        if beste:
            sommen[kolom] = beste
    return sommen


def _lines(rooster: Telrooster, kolom: int) -> list[int]:
    """The lines in which a sum over columns may be expected."""
    totalen = [t.rij for t in rooster.totalen]
    return [
        r
        for r in sorted((*rooster.rijen, *totalen))
        if rooster.shown((r, kolom)) is not None
    ]


def _best_set(rooster: Telrooster, kolom: int, deel: float) -> tuple[int, ...]:
    lijnen = _lines(rooster, kolom)
    if len(lijnen) < 2:  # noqa: PLR2004 (one line proves nothing)
        return ()
    proef = lijnen[:_PROEF]
    sets = list(_sets(rooster, kolom))
    if not sets:
        return ()
    zeggend = [r for r in proef if _tells(rooster, kolom, r)]
    if len(zeggend) < 2:  # noqa: PLR2004 (one line proves nothing)
        beste = sets[0]
    else:
        scores = [(_score(rooster, kolom, s, zeggend), len(s)) for s in sets]
        beste = sets[max(range(len(sets)), key=lambda i: (scores[i], -i))]
    raak = sum(_fits(rooster, kolom, beste, r) for r in lijnen)
    return beste if raak >= 2 and raak >= deel * len(lijnen) else ()  # noqa: PLR2004


def _tells(rooster: Telrooster, kolom: int, rij: int) -> bool:
    """Whether a total is large enough to tell sets apart: nothing adds up to zero."""
    marge = rounding_bound(_MEESTE) * rooster.step((rij, kolom))
    return abs(rooster.value((rij, kolom))) > marge


def _score(
    rooster: Telrooster, kolom: int, delen: tuple[int, ...], lijnen: list[int]
) -> tuple[int, int]:
    """In how many lines a set fits, to the unit counting twice; then to the unit alone.

    Within the rounding of small numbers a part may be left out and still seem to fit.
    """
    past = sum(_fits(rooster, kolom, delen, r) for r in lijnen)
    precies = sum(
        rooster.value((r, kolom)) == sum(rooster.value((r, k)) for k in delen)
        for r in lijnen
    )
    return past + precies, precies


def _fits(rooster: Telrooster, kolom: int, delen: tuple[int, ...], rij: int) -> bool:
    som = sum((rooster.value((rij, k)) for k in delen), Decimal(0))
    if not any((rij, k) in rooster.getoond for k in delen):
        return False
    marge = rounding_bound(len(delen) + 1) * rooster.step((rij, kolom))
    return abs(rooster.value((rij, kolom)) - som) <= marge


def _sets(rooster: Telrooster, kolom: int) -> Iterator[tuple[int, ...]]:
    """What a total may add up: a run beside it, or all alike; less one or two."""
    runs = [
        run[:lengte]
        for run in (_run(rooster, kolom, -1), _run(rooster, kolom, 1))
        for lengte in range(len(run), 1, -1)
    ]
    runs += [_alike(rooster, kolom), _same_theme(rooster, kolom)]
    gezien = set()
    for run in runs:
        for weg in (0, 1, 2):
            for keuze in combinations(sorted(run), max(len(run) - weg, 0)):
                if len(keuze) > 1 and keuze not in gezien and len(run) <= _MEESTE:
                    gezien.add(keuze)
                    yield keuze


def _run(rooster: Telrooster, kolom: int, stap: int) -> tuple[int, ...]:
    """The columns of the same measure in one run beside a total."""
    plek = rooster.kolommen.index(kolom)
    kant = rooster.kolommen[plek + 1 :] if stap > 0 else rooster.kolommen[:plek][::-1]
    run: list[int] = []
    for k in kant:
        if not _is_part(rooster, kolom, k) or len(run) == _MEESTE:
            break
        run.append(k)
    return tuple(run)


def _alike(rooster: Telrooster, kolom: int) -> tuple[int, ...]:
    """The columns of the same measure and year, wherever they stand."""
    jaar = rooster.kop[kolom].jaar
    return tuple(
        k
        for k in rooster.kolommen
        if _is_part(rooster, kolom, k) and rooster.kop[k].jaar == jaar
    )[: _MEESTE + 1]


def _same_theme(rooster: Telrooster, kolom: int) -> tuple[int, ...]:
    """Totals of other years of the same measure."""
    kop = rooster.kop[kolom]
    return tuple(
        k
        for k in rooster.kolommen
        if k != kolom
        and k in rooster.totaalkolommen
        and rooster.kop[k].maat == kop.maat
        and rooster.kop[k].jaar != kop.jaar
        and not rooster.formulier
    )[: _MEESTE + 1]


def _is_part(rooster: Telrooster, kolom: int, ander: int) -> bool:
    hier, daar = rooster.kop[kolom], rooster.kop[ander]
    if daar.thema in _BUITEN or daar.thema is None or ander in rooster.totaalkolommen:
        return False
    if rooster.formulier:
        return daar.maat not in {"percentage", "verschil"}
    return daar.maat == hier.maat
