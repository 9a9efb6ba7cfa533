"""Figures of one document against the tables of another: text, memo, form.

Only figures with the same identity are compared. A year that a sentence does not name
is taken from the table only where the table has one year for that figure.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.audit.cijfers.rooster import is_range, shown_number
from pipeline.audit.cijfers.standen import MATEN, find_geheel, find_reeksen
from pipeline.audit.melding import make_bevinding, show_datum, show_getal
from pipeline.taal.getal import parse_getal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from modellen.bevinding import Bevinding
    from modellen.cijfer import Cijfer
    from modellen.cijferverslag import Tabelstand
    from modellen.dossier import Documentkaart, Dossier
    from pipeline.rulebook import Regelboek

_HALF = Decimal("0.5")
_HEEL = Decimal(1)
_NABIJ = Decimal("1.6")
_RUIM = {
    "ruim": ("1", "1.1"),
    "meer dan": ("1", "10"),
    "iets meer dan": ("1", "1.1"),
    "bijna": ("0.9", "1"),
    "krap": ("0.9", "1"),
    "nagenoeg": ("0.9", "1"),
    "minder dan": ("0", "1"),
    "kleine": ("0.9", "1"),
    "dikke": ("1", "1.1"),
}
_ONGEVEER = ("0.9", "1.1")


@dataclass(slots=True, kw_only=True)
class Tafel:
    """What all tables say: figures by area, theme and measure, with their state."""

    standen: dict[str, date | None] = field(default_factory=dict)
    bestanden: dict[str, str] = field(default_factory=dict)
    cijfers: dict[tuple[str | None, str | None, str], list[Cijfer]] = field(
        default_factory=dict
    )
    geheel: str | None = None


def make_tafel(dossier: Dossier) -> Tafel:
    """The tables of the dossier, copies left out."""
    tafel = Tafel()
    for reeks in find_reeksen(dossier):
        for stand in reeks.standen:
            tafel.standen[stand.document] = stand.stand
            tafel.bestanden[stand.document] = stand.bestand
    for c in dossier.cijfers:
        if c.cel is None or c.herkomst.document not in tafel.standen:
            continue
        if c.maat in MATEN or c.maat == "percentage":
            tafel.cijfers.setdefault((c.gebied, c.thema, c.maat), []).append(c)
    tafel.geheel = find_geheel(dossier)
    return tafel


def check_tekst(dossier: Dossier, regelboek: Regelboek) -> Iterator[Bevinding]:
    """Shares and goals in running text against the tables, each with its state."""
    tafel = make_tafel(dossier)
    if not tafel.standen:
        return
    kaarten = {k.id: k for k in dossier.documenten}
    for c in dossier.cijfers:
        if c.cel is not None or c.waarde is None or c.thema is None:
            continue
        if c.maat not in {"percentage", "opgave"} or is_fraction_of(c):
            continue
        gebied = c.gebied or tafel.geheel
        tabel = _comparable(tafel.cijfers.get((gebied, c.thema, c.maat), []), c)
        nabij = [t for t in tabel if _alike(c, t)]
        if nabij and not any(_agrees(c, t) for t in tabel):
            kaart = kaarten[c.herkomst.document]
            yield _report_tekst(c, nabij, kaart, tafel, regelboek)


def is_fraction_of(cijfer: Cijfer) -> bool:
    """Whether a figure counts a part (``8 van de elf``) or is a range."""
    kw = cijfer.kwalificatie or ""
    return "van de" in kw or "-" in kw


def _comparable(tabel: list[Cijfer], c: Cijfer) -> list[Cijfer]:
    """The table figures of the year of a sentence, or of the only year there is."""
    bekend = [t for t in tabel if t.waarde is not None and not is_range(t)]
    if c.jaar is not None:
        return [t for t in bekend if t.jaar == c.jaar]
    jaren = {(t.jaar, t.kwalificatie) for t in bekend}
    return bekend if len(jaren) == 1 else []


def _alike(c: Cijfer, tabel: Cijfer) -> bool:
    """Whether two numbers are near enough to be states of one thing."""
    een, ander = abs(c.waarde or Decimal(0)), abs(shown_number(tabel))
    return max(een, ander) <= _NABIJ * min(een, ander)


def _agrees(c: Cijfer, tabel: Cijfer) -> bool:
    """Whether a number with its qualifier can be the number of the table."""
    laag, hoog = _room(c)
    marge = _HALF if c.maat == "percentage" else Decimal(0)
    return laag - marge <= shown_number(tabel) <= hoog + marge


def _room(c: Cijfer) -> tuple[Decimal, Decimal]:
    waarde = c.waarde or Decimal(0)
    kw = (c.kwalificatie or "").split(",")[0].removeprefix("een ").strip()
    van, tot = _RUIM.get(kw, _ONGEVEER if kw else ("1", "1"))
    return waarde * Decimal(van), waarde * Decimal(tot)


def _report_tekst(
    c: Cijfer,
    tabel: list[Cijfer],
    kaart: Documentkaart,
    tafel: Tafel,
    regelboek: Regelboek,
) -> Bevinding:
    tegen = max(
        tabel,
        key=lambda t: (
            tafel.standen[t.herkomst.document] is not None,
            str(tafel.standen[t.herkomst.document]),
        ),
    )
    namen = regelboek.tabel("audit/audit.toml")["namen"]
    stand = tafel.standen[tegen.herkomst.document]
    dag = c.stand or kaart.datum
    conflict = dag is not None and c.stand is not None and c.stand == stand
    return make_bevinding(
        regelboek,
        "tekst_conflict" if conflict else "tekst_versie",
        citaat=" ".join(c.herkomst.citaat.split()),
        wat=f"{c.maat} {namen.get(c.thema or '', c.thema)}",
        dag=show_datum(dag) if dag else "zonder datum",
        tabelwaarde=tegen.weergave,
        bestand=tafel.bestanden[tegen.herkomst.document].rsplit("/", 1)[-1],
        cel=tegen.cel,
        stand=show_datum(stand) if stand else "zonder stand",
        uitleg=_interval(c, tegen, tafel),
        gevonden=show_getal(c.waarde or Decimal(0)),
        verwacht=tegen.weergave,
        document=c.herkomst.document,
        pagina=c.herkomst.pagina,
        cijfers=(c.id, tegen.id),
    )


def _interval(c: Cijfer, tegen: Cijfer, tafel: Tafel) -> str:
    """The numerators that a share in whole percents can come from."""
    if c.maat != "percentage" or c.waarde is None:
        return ""
    opgaven = [
        t
        for t in tafel.cijfers.get((tegen.gebied, c.thema, "opgave"), [])
        if t.herkomst.document == tegen.herkomst.document and t.waarde
    ]
    if len(opgaven) != 1:
        return ""
    getal = parse_getal(c.weergave)
    stap = Decimal(1).scaleb(-(getal.decimalen if getal else 0)) / 2
    basis = shown_number(opgaven[0])
    laag, hoog = ((c.waarde + d) * basis / 100 for d in (-stap, stap))
    van, tot = laag.quantize(_HEEL), hoog.quantize(_HEEL)
    return (
        f" Van een opgave van {show_getal(basis)} is dat "
        f"{show_getal(van)} tot {show_getal(tot)}."
    )


def stands(dossier: Dossier) -> list[Tabelstand]:
    """The states of all tables, the latest first."""
    alle = [s for r in find_reeksen(dossier) for s in r.standen]
    return sorted(alle, key=lambda s: str(s.stand or ""), reverse=True)
