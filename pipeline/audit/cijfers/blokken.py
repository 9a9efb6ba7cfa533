"""Blocks of a table against each other: a proposal and what became of it, a goal."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.audit.cijfers.geleerd import find_patroon, find_sleutels
from pipeline.audit.cijfers.woorden import name_rij, name_tabel
from pipeline.audit.melding import (
    join_woorden,
    make_bevinding,
    show_getal,
    show_verschil,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.bevinding import Bevinding
    from pipeline.audit.cijfers.geleerd import Patroon
    from pipeline.audit.cijfers.rooster import Plek, Telrooster
    from pipeline.rulebook import Regelboek

_SCHEEF = Decimal("1.5")
_TIENDE = Decimal("0.1")
_HONDERDSTE = Decimal("0.01")


def check_patroon(rooster: Telrooster, regelboek: Regelboek) -> Iterator[Bevinding]:
    """A rule that the figures follow though no column says so."""
    patroon = find_patroon(rooster)
    if patroon is None:
        return
    blok, voor = (_measure(rooster, b) for b in (patroon.blok, patroon.voor))
    som = [
        f"{name_rij(rooster, r)} ({show_getal(rooster.value((r, patroon.doel)))})"
        for r in patroon.som
    ]
    rest = {
        r: _sum(rooster, patroon, r) - rooster.value((r, patroon.doel))
        for r in rooster.rijen
    }
    over = [f"{name_rij(rooster, r)} {show_verschil(rest[r])}" for r in patroon.gelijk]
    boven = all(verschil >= 0 for verschil in rest.values())
    yield make_bevinding(
        regelboek,
        "patroon",
        plaats=name_tabel(rooster),
        blok=blok,
        voor=voor,
        aantal_som=len(patroon.som),
        som=join_woorden(som),
        aantal_gelijk=len(patroon.gelijk),
        over=join_woorden(over),
        overal=(
            f" In alle {len(rooster.rijen)} rijen is {blok} ten minste de opgave."
            if boven
            else ""
        ),
        document=rooster.document.id,
        pagina=rooster.cijfers[patroon.som[0], patroon.doel].herkomst.pagina,
        cijfers=_ids(
            rooster,
            [
                (r, k)
                for r in patroon.som
                for k in (*patroon.blok.values(), patroon.doel)
            ],
        ),
    )


def check_ongedrukt(rooster: Telrooster, regelboek: Regelboek) -> Iterator[Bevinding]:
    """The total of a block that prints none: from its totals, and from its rows."""
    patroon = find_patroon(rooster)
    if patroon is None:
        return
    for totaal in rooster.totalen:
        delen = [(totaal.rij, k) for k in patroon.blok.values()]
        if len(totaal.rijen) < len(rooster.rijen) or not all(
            p in rooster.getoond for p in delen
        ):
            continue
        boven = sum(rooster.value(p) for p in delen)
        rijen = sum(_sum(rooster, patroon, r) for r in totaal.rijen)
        doel = rooster.shown((totaal.rij, patroon.doel))
        if boven == rijen or not doel:
            continue
        yield make_bevinding(
            regelboek,
            "ongedrukt",
            plaats=name_tabel(rooster),
            blok=_measure(rooster, patroon.blok),
            gevonden=show_getal(Decimal(boven)),
            verwacht=show_getal(Decimal(rijen)),
            verschil=show_verschil(Decimal(boven - rijen)),
            deel=show_getal((100 * boven / doel).quantize(_TIENDE)),
            doel=show_getal(doel),
            document=rooster.document.id,
            pagina=rooster.cijfers[delen[0]].herkomst.pagina,
            cijfers=_ids(rooster, [*delen, (totaal.rij, patroon.doel)]),
        )


def check_verschuiving(
    rooster: Telrooster, regelboek: Regelboek
) -> Iterator[Bevinding]:
    """Who changed between two blocks of the same themes: later figures, no error."""
    patroon = find_patroon(rooster)
    if patroon is None:
        return
    themas = list(patroon.blok)
    wie, plekken = [], []
    for rij in rooster.rijen:
        delen = [_change(rooster, patroon, rij, t) for t in themas]
        if any(d != "0" for d in delen):
            wie.append(f"{name_rij(rooster, rij)} {'/'.join(delen)}")
            plekken += [
                (rij, k) for t in themas for k in (patroon.voor[t], patroon.blok[t])
            ]
    totaal = [
        f"{_name(t, regelboek)} {_change(rooster, patroon, tot.rij, t)}"
        for tot in rooster.totalen[-1:]
        for t in themas
    ]
    if wie:
        yield make_bevinding(
            regelboek,
            "verschuiving",
            plaats=name_tabel(rooster),
            voor=_measure(rooster, patroon.voor),
            blok=_measure(rooster, patroon.blok),
            aantal=len(wie),
            themas="/".join(_name(t, regelboek) for t in themas),
            wie=join_woorden(wie),
            totaal=f" Totalen: {join_woorden(totaal)}." if totaal else "",
            document=rooster.document.id,
            pagina=rooster.cijfers[plekken[0]].herkomst.pagina,
            cijfers=_ids(rooster, plekken),
        )


def _change(rooster: Telrooster, patroon: Patroon, rij: int, thema: str) -> str:
    """The change of one theme: ``+135``, ``0``, or ``ntb→0`` where none can be told."""
    van, naar = (rij, patroon.voor[thema]), (rij, patroon.blok[thema])
    if rooster.unknown(van) or rooster.unknown(naar):
        return f"{rooster.cijfers[van].weergave}→{rooster.cijfers[naar].weergave}"
    verschil = rooster.value(naar) - rooster.value(van)
    return show_verschil(verschil) if verschil else "0"


def check_landelijk(rooster: Telrooster, regelboek: Regelboek) -> Iterator[Bevinding]:
    """National figures that cannot be the whole of which the totals are a share."""
    kennis = regelboek.tabel("audit/audit.toml")["landelijk"]
    totaal = next((t.rij for t in rooster.totalen if len(t.rijen) > 1), None)
    plekken = _national(rooster)
    if totaal is None or not plekken:
        return
    delen = {
        p: rooster.value((totaal, p[1])) / rooster.value(p)
        for p in plekken
        if rooster.value(p) and rooster.shown((totaal, p[1]))
    }
    zinnen = [
        *_implied(rooster, totaal, delen, kennis),
        *_unequal(rooster, delen, regelboek),
    ]
    if zinnen:
        yield make_bevinding(
            regelboek,
            "landelijk",
            plaats=name_tabel(rooster),
            uitleg=" ".join(zinnen),
            document=rooster.document.id,
            pagina=rooster.cijfers[plekken[0]].herkomst.pagina,
            cijfers=_ids(rooster, [*plekken, *((totaal, p[1]) for p in plekken)]),
            verdacht=tuple(c for p in plekken if (c := rooster.cijfers[p].cel)),
        )


def _national(rooster: Telrooster) -> list[Plek]:
    return [
        p
        for p, c in rooster.cijfers.items()
        if c.gebied == "landelijk" and c.maat == "opgave" and p in rooster.getoond
    ]


def _implied(
    rooster: Telrooster,
    totaal: int,
    delen: dict[Plek, Decimal],
    kennis: dict[str, float],
) -> Iterator[str]:
    """A column shared out by inhabitants gives the inhabitants of the whole."""
    sleutels = {s.kolom: s for s in find_sleutels(rooster) if s.precies}
    for plek, deel in delen.items():
        sleutel = sleutels.get(plek[1])
        inwoners = rooster.shown((totaal, sleutel.basis)) if sleutel else None
        if not inwoners or not deel:
            continue
        land = inwoners / deel / 1_000_000
        if not kennis["inwoners_van"] <= land <= kennis["inwoners_tot"]:
            geheel = show_getal(rooster.value(plek))
            yield (
                f"De kolom is naar inwoners verdeeld; {geheel} "
                f"als geheel zou dan {show_getal(land.quantize(_TIENDE))} miljoen "
                "inwoners voor heel Nederland betekenen."
            )


def _unequal(
    rooster: Telrooster, delen: dict[Plek, Decimal], regelboek: Regelboek
) -> Iterator[str]:
    """Shares of the national figure that differ much between themes."""
    if len(delen) < 2:  # noqa: PLR2004 (one share has nothing to differ from)
        return
    orde = sorted(delen, key=lambda p: delen[p])
    laag, hoog = orde[0], orde[-1]
    if delen[hoog] < _SCHEEF * delen[laag]:
        return
    namen = [
        f"{_name(rooster.kop[p[1]].thema, regelboek)} "
        f"{show_getal((100 * delen[p]).quantize(_HONDERDSTE))}%"
        for p in (hoog, laag)
    ]
    keer = show_getal((delen[hoog] / delen[laag]).quantize(_HONDERDSTE))
    yield (
        f"Het aandeel in het landelijke getal loopt sterk uiteen: "
        f"{join_woorden(namen)}, een factor {keer}."
    )


def _name(thema: str | None, regelboek: Regelboek) -> str:
    namen: dict[str, str] = regelboek.tabel("audit/audit.toml")["namen"]
    return namen.get(thema or "", thema or "")


def _measure(rooster: Telrooster, blok: dict[str, int]) -> str:
    return rooster.kop[next(iter(blok.values()))].maat


def _sum(rooster: Telrooster, patroon: Patroon, rij: int) -> Decimal:
    return sum((rooster.value((rij, k)) for k in patroon.blok.values()), Decimal(0))


def _ids(rooster: Telrooster, plekken: list[Plek]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(rooster.cijfers[p].id for p in plekken if p in rooster.cijfers)
    )
