"""Forms that gemeenten sent in against the puzzle table."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from modellen.stuk import Soort
from pipeline.audit.cijfers.kruis import stands
from pipeline.audit.cijfers.rooster import GEHEEL, is_range, shown_number
from pipeline.audit.cijfers.standen import find_tabelstanden
from pipeline.audit.melding import (
    join_woorden,
    make_bevinding,
    show_datum,
    show_getal,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.bevinding import Bevinding
    from modellen.cijfer import Cijfer
    from modellen.cijferverslag import Tabelstand
    from modellen.dossier import Dossier
    from pipeline.rulebook import Regelboek

_VEELZEGGEND = 10
_MINST_GELIJK = 3
_OEKRAINE = {"goo", "oekraine"}
_ASIEL = {"totaal", "asiel"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paar:
    """A figure of a form and the one of the table; ``anders`` are other readings."""

    vorm: Cijfer
    tabel: Cijfer
    anders: tuple[Decimal, ...] = ()

    @property
    def gelijk(self) -> bool:
        """Whether they agree, with a part counted in or left out."""
        marge = (
            1 if self.vorm.maat == "opgave" else 0
        )  # a share is rounded here or there
        return any(
            abs(shown_number(self.tabel) - w) <= marge
            for w in (shown_number(self.vorm), *self.anders)
        )


def check_formulieren(dossier: Dossier, regelboek: Regelboek) -> Iterator[Bevinding]:
    """Each form against the latest table: whose it is, and what differs."""
    tabellen = stands(dossier)
    if not tabellen:
        return
    for vorm in find_tabelstanden(dossier):
        kaart = next(k for k in dossier.documenten if k.id == vorm.document)
        if kaart.soort is not Soort.FORMULIER:
            continue
        gebied = next((c.gebied for c in vorm.cijfers if c.gebied), None)
        if gebied is None:
            gebied, raak = find_afzender(vorm, tabellen)
            if gebied is None:
                continue
            yield _report_afzender(vorm, gebied, raak, regelboek)
        yield from _compare(vorm, gebied, tabellen[0], regelboek)


def find_afzender(
    vorm: Tabelstand, tabellen: list[Tabelstand]
) -> tuple[str | None, list[Cijfer]]:
    """The gemeente whose numbers a form holds, when only one fits."""
    getallen = {
        shown_number(c): c
        for c in vorm.cijfers
        if c.waarde is not None and shown_number(c) >= _VEELZEGGEND
    }
    beste: dict[str, dict[Decimal, Cijfer]] = {}
    for tabel in tabellen:
        for c in tabel.cijfers:
            if c.gebied in GEHEEL or c.waarde is None or is_range(c):
                continue
            if shown_number(c) in getallen:
                beste.setdefault(str(c.gebied), {})[shown_number(c)] = c
    orde = sorted(beste, key=lambda g: (-len(beste[g]), g))
    if not orde or len(beste[orde[0]]) < _MINST_GELIJK:
        return None, []
    if len(orde) > 1 and len(beste[orde[1]]) == len(beste[orde[0]]):
        return None, []
    return orde[0], [getallen[w] for w in beste[orde[0]]]


def _report_afzender(
    vorm: Tabelstand, gebied: str, raak: list[Cijfer], regelboek: Regelboek
) -> Bevinding:
    getallen = sorted({shown_number(c) for c in raak}, reverse=True)
    return make_bevinding(
        regelboek,
        "formulier_afzender",
        gebied=gebied,
        getallen=join_woorden([show_getal(g) for g in getallen[:6]]),
        document=vorm.document,
        pagina=raak[0].herkomst.pagina,
        cijfers=tuple(c.id for c in raak),
    )


def _compare(
    vorm: Tabelstand, gebied: str, tabel: Tabelstand, regelboek: Regelboek
) -> Iterator[Bevinding]:
    namen = regelboek.tabel("audit/audit.toml")["namen"]
    anders = []
    for paar in find_paren(vorm, gebied, tabel):
        if paar.gelijk:
            continue
        anders.append(paar)
    yield from _report_years(vorm, gebied, tabel, regelboek)
    if not anders:
        return
    later = vorm.stand is None or tabel.stand is None or vorm.stand != tabel.stand
    yield make_bevinding(
        regelboek,
        "formulier_versie" if later else "formulier_conflict",
        gebied=gebied,
        wat=join_woorden([_show(p, namen) for p in anders]),
        dag=show_datum(vorm.stand) if vorm.stand else "zonder datum",
        bestand=tabel.bestand.rsplit("/", 1)[-1],
        stand=show_datum(tabel.stand) if tabel.stand else "zonder stand",
        document=vorm.document,
        pagina=anders[0].vorm.herkomst.pagina,
        cijfers=tuple(c.id for p in anders for c in (p.vorm, p.tabel)),
        verdacht=() if later else tuple(p.tabel.cel for p in anders if p.tabel.cel),
    )


def find_paren(vorm: Tabelstand, gebied: str, tabel: Tabelstand) -> Iterator[Paar]:
    """The figures of a form with those of the table for the same measure and year."""
    daar = {
        (c.thema, c.maat, c.jaar): c
        for c in tabel.cijfers
        if c.gebied == gebied and c.waarde is not None and c.kwalificatie is None
    }
    amv = {
        (c.maat, c.jaar): shown_number(c)
        for c in vorm.cijfers
        if c.thema == "amv" and c.waarde is not None
    }
    for c in vorm.cijfers:
        if c.waarde is None or is_range(c) or c.maat == "realisatie":
            continue
        thema = table_theme(c)
        tegen = daar.get((thema, c.maat, c.jaar))
        if tegen is None:
            continue
        deel = amv.get((c.maat, c.jaar), Decimal(0)) if thema == "asiel" else Decimal(0)
        waarde = shown_number(c)
        yield Paar(vorm=c, tabel=tegen, anders=(waarde - deel, waarde + deel))


def table_theme(cijfer: Cijfer) -> str | None:
    """The theme of a puzzle that a line of a form stands for."""
    if cijfer.thema in _OEKRAINE:
        return "oekraine"
    over = (cijfer.kwalificatie or "").split(", ")
    if cijfer.thema in _ASIEL and (cijfer.thema == "asiel" or "asiel" in over):
        return "asiel"
    return cijfer.thema if cijfer.thema in {"amv", "statushouders"} else None


def _report_years(
    vorm: Tabelstand, gebied: str, tabel: Tabelstand, regelboek: Regelboek
) -> Iterator[Bevinding]:
    """A column of two years that holds the number of the first year only."""
    for c in tabel.cijfers:
        jaren = _years(c.kwalificatie)
        if c.gebied != gebied or c.waarde is None or not jaren:
            continue
        per = {
            v.jaar: shown_number(v)
            for v in vorm.cijfers
            if v.waarde is not None
            and v.maat == c.maat
            and table_theme(v) == c.thema
            and v.jaar in jaren
        }
        eerste, laatste = per.get(jaren[0]), per.get(jaren[-1])
        if eerste is None or laatste is None or eerste == laatste:
            continue
        if shown_number(c) == eerste and laatste:
            yield make_bevinding(
                regelboek,
                "formulier_jaren",
                gebied=gebied,
                wat=f"{c.maat} {c.thema}",
                jaren=c.kwalificatie,
                waarde=c.weergave,
                eerste=f"{show_getal(eerste)} in {jaren[0]}",
                laatste=f"{show_getal(laatste)} in {jaren[-1]}",
                document=c.herkomst.document,
                pagina=c.herkomst.pagina,
                cijfers=(
                    c.id,
                    *(
                        v.id
                        for v in vorm.cijfers
                        if v.jaar in jaren
                        and v.maat == c.maat
                        and table_theme(v) == c.thema
                    ),
                ),
                verdacht=(c.cel,) if c.cel else (),
            )


def _years(kwalificatie: str | None) -> tuple[int, ...]:
    """The years of ``2025+2026``."""
    delen = (kwalificatie or "").split(",")[0].replace(" ", "").split("+")
    jaren = tuple(int(d) for d in delen if d.isdigit() and len(d) == 4)  # noqa: PLR2004
    return jaren if len(jaren) > 1 else ()


def _show(paar: Paar, namen: dict[str, str]) -> str:
    thema = namen.get(paar.tabel.thema or "", paar.tabel.thema or "")
    jaar = f" {paar.vorm.jaar}" if paar.vorm.jaar else ""
    return (
        f"{paar.vorm.maat} {thema}{jaar}: formulier {paar.vorm.weergave} "
        f"({paar.vorm.cel}), tabel {paar.tabel.weergave} ({paar.tabel.cel})"
    )
