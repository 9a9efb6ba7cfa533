"""What fails in a table, said once per cause and gravest first."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.audit.cijfers.geleerd import find_sleutels
from pipeline.audit.cijfers.oorzaak import find_oorzaken
from pipeline.audit.cijfers.verband import Uitkomst, Verbandsoort
from pipeline.audit.cijfers.woorden import (
    describe,
    explain,
    name_cel,
    name_kolom,
    name_rij,
    name_tabel,
)
from pipeline.audit.melding import (
    join_woorden,
    make_bevinding,
    read_drempel,
    show_getal,
    show_verschil,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from modellen.bevinding import Bevinding
    from pipeline.audit.cijfers.geleerd import Sleutel
    from pipeline.audit.cijfers.oorzaak import Oorzaak
    from pipeline.audit.cijfers.rooster import Plek, Telrooster
    from pipeline.audit.cijfers.verband import Verband
    from pipeline.rulebook import Regelboek

_VOORRANG = {s: n for n, s in enumerate(Verbandsoort)}
_MEER = 2
_ONZEKER = Decimal("0.02")


def report_fouten(
    rooster: Telrooster, verbanden: list[Verband], regelboek: Regelboek
) -> Iterator[Bevinding]:
    """One finding per cause: what does not fit, and which cell it most likely is."""
    for oorzaak in find_oorzaken(rooster, verbanden):
        yield _report_oorzaak(rooster, oorzaak, verbanden, regelboek)


def _report_oorzaak(
    rooster: Telrooster,
    oorzaak: Oorzaak,
    verbanden: list[Verband],
    regelboek: Regelboek,
) -> Bevinding:
    hoofd = min(oorzaak.verbanden, key=lambda v: (v.zacht, _VOORRANG[v.soort]))
    regel = _pick_regel(hoofd, verbanden, regelboek)
    verdacht = [k.plek for k in oorzaak.kandidaten] or [hoofd.geheel]
    cijfer = rooster.cijfers[hoofd.geheel]
    return make_bevinding(
        regelboek,
        regel,
        plaats=_place(rooster, hoofd, regelboek),
        gevonden=show_getal(hoofd.gevonden),
        verwacht=show_getal(_neat(hoofd)),
        verschil=show_verschil(_neat(hoofd, verschil=True)),
        grens=show_getal(hoofd.grens),
        aantal=len(hoofd.delen),
        ook=_also(rooster, oorzaak, hoofd, regelboek),
        hint=_hint(rooster, oorzaak, regelboek),
        document=rooster.document.id,
        pagina=cijfer.herkomst.pagina,
        cijfers=_ids(rooster, (p for v in oorzaak.verbanden for p in v.plekken)),
        verdacht=_cells(rooster, verdacht),
    )


def _neat(verband: Verband, *, verschil: bool = False) -> Decimal:
    waarde = verband.verschil if verschil else verband.verwacht
    if verband.soort is Verbandsoort.PERCENTAGE:
        return waarde.quantize(Decimal("0.1"))
    return waarde


def _pick_regel(hoofd: Verband, verbanden: list[Verband], regelboek: Regelboek) -> str:
    """The sentence: a total that fails among totals that fail too is a question."""
    if hoofd.soort is not Verbandsoort.KOLOMTOTAAL:
        return f"{hoofd.soort.value}_fout"
    zelfde = [
        v
        for v in verbanden
        if v.soort is hoofd.soort and v.geheel[0] == hoofd.geheel[0] and v is not hoofd
    ]
    goed = sum(not v.breekt for v in zelfde)
    if zelfde and goed < read_drempel(regelboek, "deel_kloppend") * len(zelfde):
        return "totaal_vraag"
    return "totaal_fout"


def _place(rooster: Telrooster, verband: Verband, regelboek: Regelboek) -> str:
    rij, kolom = verband.geheel
    waar = f"{name_tabel(rooster)}, {name_kolom(rooster, kolom, regelboek)}"
    if verband.soort is Verbandsoort.KOLOMTOTAAL and len(rooster.totalen) < _MEER:
        return waar
    soort = "kolom" if rooster.gekanteld else "rij"
    return f"{waar}, {soort} {name_rij(rooster, rij)}"


def _also(
    rooster: Telrooster, oorzaak: Oorzaak, hoofd: Verband, regelboek: Regelboek
) -> str:
    """The other relations that the same cell breaks."""
    ander = [
        name_cel(rooster, v.geheel, regelboek)
        for v in oorzaak.verbanden
        if v is not hoofd and not v.zacht
    ]
    if not ander:
        return ""
    getoond = join_woorden(list(dict.fromkeys(ander))[:4])
    return f" Hetzelfde verschil zit in {getoond}."


def _hint(rooster: Telrooster, oorzaak: Oorzaak, regelboek: Regelboek) -> str:
    if not oorzaak.kandidaten:
        return ""
    eerste = oorzaak.kandidaten[0]
    zin = f" {explain(rooster, eerste, regelboek)}"
    if len(oorzaak.kandidaten) == 1:
        return zin
    anders = [name_cel(rooster, k.plek, regelboek) for k in oorzaak.kandidaten[1:3]]
    return f"{zin} Anders: {join_woorden(anders)}."


def report_afronding(
    rooster: Telrooster, verbanden: list[Verband], regelboek: Regelboek
) -> Iterator[Bevinding]:
    """Sums that are off within rounding; what follows from another is told with it."""
    klein = [v for v in verbanden if _is_rounding(v)]
    kolommen = [v for v in klein if v.soort is Verbandsoort.KOLOMTOTAAL]
    gevolg = _consequences(kolommen, verbanden)
    sleutels = {s.kolom: s for s in find_sleutels(rooster) if s.precies}
    for v in kolommen:
        if v.geheel in gevolg:
            continue
        volgt = [g for g, van in gevolg.items() if v.geheel in van]
        uitleg = _explain_key(rooster, v, sleutels, regelboek)
        yield _report_total(rooster, v, uitleg, volgt, regelboek)
    for soort in (Verbandsoort.RIJTOTAAL, Verbandsoort.VERSCHIL):
        yield from _report_lines(rooster, soort, klein, verbanden, regelboek)


def _is_rounding(v: Verband) -> bool:
    soorten = {
        Verbandsoort.KOLOMTOTAAL, Verbandsoort.RIJTOTAAL, Verbandsoort.VERSCHIL,
    }  # fmt: skip
    return v.soort in soorten and v.verschil != 0 and v.uitkomst is Uitkomst.VOLDOET


def _consequences(
    kolommen: list[Verband], verbanden: list[Verband]
) -> dict[Plek, tuple[Plek, ...]]:
    """Totals over themes whose difference is that of the totals they add up."""
    bij = {v.geheel: v for v in kolommen}
    sommen = {
        v.geheel: v
        for v in verbanden
        if v.soort is Verbandsoort.RIJTOTAAL and not v.verschil
    }
    gevolg = {}
    for plek, v in bij.items():
        som = sommen.get(plek)
        if som is None:
            continue
        delen = [bij[p] for p, _ in som.delen if p in bij]
        if delen and sum((d.verschil for d in delen), Decimal(0)) == v.verschil:
            gevolg[plek] = tuple(d.geheel for d in delen)
    return gevolg


def _explain_key(
    rooster: Telrooster,
    v: Verband,
    sleutels: dict[int, Sleutel],
    regelboek: Regelboek,
) -> str:
    if v.exact:
        return " De getallen achter de weergave in de werkmap tellen wel precies op."
    if v.geheel[1] not in sleutels:
        return ""
    return (
        f" Alle {len(v.delen)} waarden zijn naar inwoners verdeeld en daarna "
        f"afgerond: {describe(rooster, v.geheel[1], regelboek)} is steeds het aantal "
        "inwoners maal hetzelfde getal."
    )


def _report_total(
    rooster: Telrooster,
    v: Verband,
    uitleg: str,
    volgt: list[Plek],
    regelboek: Regelboek,
) -> Bevinding:
    gevolg = ""
    if volgt:
        namen = [name_cel(rooster, p, regelboek) for p in volgt]
        gevolg = f" Hieruit volgt hetzelfde verschil in {join_woorden(namen)}."
    return make_bevinding(
        regelboek,
        "totaal_afronding",
        plaats=_place(rooster, v, regelboek),
        gevonden=show_getal(v.gevonden),
        verwacht=show_getal(v.verwacht),
        verschil=show_verschil(v.verschil),
        grens=show_getal(v.grens),
        meestal=show_getal(Decimal(round(2 * (len(v.delen) / 12) ** 0.5))),
        uitleg=uitleg + gevolg,
        document=rooster.document.id,
        pagina=rooster.cijfers[v.geheel].herkomst.pagina,
        cijfers=_ids(rooster, (*v.plekken, *volgt)),
        verdacht=(),
    )


def _report_lines(
    rooster: Telrooster,
    soort: Verbandsoort,
    klein: list[Verband],
    verbanden: list[Verband],
    regelboek: Regelboek,
) -> Iterator[Bevinding]:
    """Lines off within rounding, in one finding per column."""
    per_kolom: dict[int, list[Verband]] = {}
    for v in klein:
        if v.soort is soort:
            per_kolom.setdefault(v.geheel[1], []).append(v)
    for kolom, groep in per_kolom.items():
        alle = sum(v.soort is soort and v.geheel[1] == kolom for v in verbanden)
        yield make_bevinding(
            regelboek,
            "rij_afronding",
            plaats=f"{name_tabel(rooster)}, {name_kolom(rooster, kolom, regelboek)}",
            aantal=len(groep),
            rijen=alle,
            grens=show_getal(groep[0].grens),
            verschil=show_verschil(max((v.verschil for v in groep), key=abs)),
            document=rooster.document.id,
            pagina=rooster.cijfers[groep[0].geheel].herkomst.pagina,
            cijfers=_ids(rooster, (v.geheel for v in groep)),
        )


def report_ontbrekend(
    rooster: Telrooster, verbanden: list[Verband], regelboek: Regelboek
) -> Iterator[Bevinding]:
    """Numbers not known that a total counts as nothing, with all that leans on it."""
    gemeld: set[Plek] = set()
    for v in verbanden:
        leeg = [p for p in v.open_ if rooster.unknown(p)]
        telt = leeg and v.uitkomst is Uitkomst.VOLDOET
        if not telt or set(leeg) <= gemeld:
            continue
        gemeld |= set(leeg)
        volgt = [
            o
            for o in verbanden
            if o is not v and not o.zacht and _leans(o, v) and not o.breekt
        ]
        namen = [
            f"{name_cel(rooster, o.geheel, regelboek)}: "
            f"{rooster.cijfers[o.geheel].weergave}"
            for o in volgt
        ]
        uitleg = f" Ook {join_woorden(namen[:6])} rust hierop." if namen else ""
        yield make_bevinding(
            regelboek,
            "telt_als_nul",
            plaats=_place(rooster, v, regelboek),
            gebieden=join_woorden([name_rij(rooster, p[0]) for p in leeg]),
            gedrukt=rooster.cijfers[leeg[0]].weergave or "niets",
            gevonden=show_getal(v.gevonden),
            uitleg=uitleg + _without(rooster, v, verbanden),
            document=rooster.document.id,
            pagina=rooster.cijfers[v.geheel].herkomst.pagina,
            cijfers=_ids(rooster, (v.geheel, *leeg, *(o.geheel for o in volgt))),
            verdacht=_cells(rooster, leeg),
        )


def _leans(ander: Verband, v: Verband) -> bool:
    """Whether a relation counts the same unknown cell, or the total that does."""
    return bool(set(ander.open_) & set(v.open_)) or v.geheel in {
        p for p, _ in ander.delen
    }


def _without(rooster: Telrooster, v: Verband, verbanden: list[Verband]) -> str:
    """The share when the areas that gave no number are left out of the whole too."""
    for o in verbanden:
        if o.soort is not Verbandsoort.PERCENTAGE or o.delen[0][0] != v.geheel:
            continue
        noemer = o.delen[1][0]
        weg = sum(rooster.value((rij, noemer[1])) for rij, _ in v.open_)
        over = rooster.value(noemer) - weg
        if weg and over > 0:
            deel = (100 * v.gevonden / over).quantize(Decimal("0.1"))
            return f" Zonder hun opgave in de noemer is de dekking {show_getal(deel)}%."
    return ""


def _ids(rooster: Telrooster, plekken: Iterable[Plek]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(rooster.cijfers[p].id for p in plekken if p in rooster.cijfers)
    )


def _cells(rooster: Telrooster, plekken: Iterable[Plek]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cel for p in plekken if (cel := rooster.cijfers[p].cel)))
