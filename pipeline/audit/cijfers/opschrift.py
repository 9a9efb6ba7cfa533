"""Labels and headers against the figures below them, and how zero is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.audit.cijfers.optellingen import learn_sommen
from pipeline.audit.cijfers.woorden import (
    describe,
    name_cel,
    name_tabel,
    short_address,
)
from pipeline.audit.melding import join_woorden, make_bevinding
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.bevinding import Bevinding
    from pipeline.audit.cijfers.rooster import Plek, Telrooster
    from pipeline.rulebook import Regelboek

_AFGELEID = ("percentage", "verschil")
_DUIZEND = 1000
_KAAL = re.compile(r"-?\d{4,}")
_MIN_NUL = re.compile(r"-\s?0(?:,0+)?%?")
_PUNTEN = re.compile(r"\d\.\d{3}(?!\d)")
_NUL_MIN = 2
_LEEG = {"leeg": "een lege cel", "streepje": "'-'", "ntb": "'ntb'", "nvt": "'n.v.t.'"}
_ONBEKEND = {"ntb", "onbekend"}
_MEEST = 6


def check_rijlabels(rooster: Telrooster, regelboek: Regelboek) -> Iterator[Bevinding]:
    """Lines whose label promises another kind of number than they hold."""
    fout: list[tuple[int, str, str]] = []
    for rij, cijfers in rooster.per_rij.items():
        zegt = _says(rooster.labels.get(rij, ""), regelboek)
        maten = [c.maat for c in cijfers if c.maat in _AFGELEID]
        if not maten or rij in rooster.rijen:
            continue
        houdt = max(_AFGELEID, key=maten.count)
        if zegt != houdt and len(maten) > 1:
            fout.append((rij, zegt or "geen van beide", houdt))
    bewijs = [f for f in fout if f[1] in _AFGELEID]
    if not bewijs:
        return
    zinnen = [
        f"de rij '{rooster.labels[rij]}' bevat {_meervoud(houdt)}"
        for rij, _, houdt in fout
    ]
    yield _report(
        rooster,
        "rijlabel",
        [
            (r, k)
            for r, _, _ in fout
            for k in rooster.kolommen
            if (r, k) in rooster.cijfers
        ],
        regelboek,
        plaats=name_tabel(rooster),
        rijen=join_woorden(zinnen),
        schuif=" De labels lijken een rij verschoven." if len(fout) > 1 else "",
    )


def _says(label: str, regelboek: Regelboek) -> str | None:
    """The derived measure a label names, if it names one."""
    raak = [
        (m.start(), r.kenmerken["code"])
        for r in regelboek.regels("cijfers", "maat")
        if r.kenmerken.get("code") in _AFGELEID
        for m in r.find(klein(label))
    ]
    return max(raak)[1] if raak else None


def _meervoud(maat: str) -> str:
    return {"percentage": "percentages", "verschil": "absolute verschillen"}[maat]


def check_kopnamen(rooster: Telrooster, regelboek: Regelboek) -> Iterator[Bevinding]:
    """Totals whose header names other themes than the figures add up."""
    gevonden: list[tuple[int, set[str], set[str]]] = []
    for kolom, delen in learn_sommen(rooster, regelboek).items():
        genoemd = _named(rooster, kolom, regelboek)
        geteld = {str(rooster.kop[k].thema) for k in delen}
        if len(genoemd) > 1 and genoemd != geteld:
            gevonden.append((kolom, genoemd, geteld))
    if not gevonden:
        return
    namen = regelboek.tabel("audit/audit.toml")["namen"]
    zinnen = []
    for kolom, genoemd, geteld in gevonden:
        rijen = len([r for r in rooster.rijen if (r, kolom) in rooster.getoond])
        zinnen.append(
            f"{describe(rooster, kolom, regelboek)} noemt {_themes(genoemd, namen)}, "
            f"maar is in alle rijen ({rijen}) de som van {_themes(geteld, namen)}"
        )
    yield _report(
        rooster,
        "kopnaam",
        [(r, k) for k, _, _ in gevonden for r in rooster.rijen[:1]],
        regelboek,
        plaats=name_tabel(rooster),
        kolommen="; ".join(zinnen),
    )


def _named(rooster: Telrooster, kolom: int, regelboek: Regelboek) -> set[str]:
    """The themes a header joins by a plus or 'en'."""
    tekst = klein(" ".join(rooster.koppen.get(kolom, ())))
    plus = any(
        next(iter(r.find(tekst)), None) for r in regelboek.regels("cijfers", "plus")
    )
    if not plus:
        return set()
    return {
        r.kenmerken["code"]
        for r in regelboek.regels("cijfers", "thema")
        if next(iter(r.find(tekst)), None)
    }


def _themes(themas: set[str], namen: dict[str, str]) -> str:
    return join_woorden(sorted(namen.get(t, t) for t in themas))


def check_notatie(rooster: Telrooster, regelboek: Regelboek) -> Iterator[Bevinding]:
    """Minus zero, thousands without their point, zero written in many ways."""
    min_nul = [p for p, c in rooster.cijfers.items() if _MIN_NUL.fullmatch(c.weergave)]
    if min_nul:
        yield _report(
            rooster, "min_nul", min_nul, regelboek,
            plaats=_list(rooster, min_nul, regelboek),
        )  # fmt: skip
    kaal = [p for p, c in rooster.cijfers.items() if _KAAL.fullmatch(c.weergave)]
    punten = sum(bool(_PUNTEN.search(c.weergave)) for c in rooster.cijfers.values())
    if kaal and punten > len(kaal):
        yield _report(
            rooster, "zonder_punt", kaal, regelboek,
            plaats=name_tabel(rooster),
            cellen=join_woorden(
                [
                    f"'{rooster.cijfers[p].weergave}' ({short_address(rooster, p)})"
                    for p in kaal[:_MEEST]
                ]
            ),
        )  # fmt: skip
    yield from _check_zeros(rooster, regelboek)


def _check_zeros(rooster: Telrooster, regelboek: Regelboek) -> Iterator[Bevinding]:
    if rooster.formulier:
        return
    vormen: dict[str, list[Plek]] = {}
    for rij in rooster.rijen:
        for kolom in rooster.kolommen:
            cijfer = rooster.cijfers.get((rij, kolom))
            if cijfer is None:
                continue
            if cijfer.waarde == 0:
                vormen.setdefault(f"'{cijfer.weergave or '0'}'", []).append(
                    (rij, kolom)
                )
            elif cijfer.ontbreekt in _LEEG:
                vormen.setdefault(_LEEG[cijfer.ontbreekt], []).append((rij, kolom))
    if len(vormen) <= _NUL_MIN:
        return
    plekken = [p for groep in vormen.values() for p in groep]
    onbekend = any(rooster.cijfers[p].ontbreekt in _ONBEKEND for p in plekken)
    yield _report(
        rooster,
        "nulvormen",
        plekken,
        regelboek,
        plaats=name_tabel(rooster),
        aantal=len(vormen),
        vormen=join_woorden([f"{v} ({len(p)} keer)" for v, p in vormen.items()]),
        onbekend=" Alleen 'ntb' is echt onbekend." if onbekend else "",
    )


def check_waarden(rooster: Telrooster, regelboek: Regelboek) -> Iterator[Bevinding]:
    """Numbers that cannot well be: shares above a thousand, counts below zero."""
    groot = [
        p
        for p, w in rooster.getoond.items()
        if rooster.cijfers[p].eenheid == "%" and w > _DUIZEND
    ]
    if groot:
        yield _report(
            rooster, "groot_percentage", groot, regelboek,
            plaats=_list(rooster, groot, regelboek),
        )  # fmt: skip
    onder_nul = [
        p
        for p, w in rooster.getoond.items()
        if w < 0 and rooster.cijfers[p].maat not in _AFGELEID and p[0] in rooster.rijen
    ]
    if onder_nul:
        yield _report(
            rooster, "onder_nul", onder_nul, regelboek,
            plaats=_list(rooster, onder_nul, regelboek),
        )  # fmt: skip


def _list(rooster: Telrooster, plekken: list[Plek], regelboek: Regelboek) -> str:
    namen = [
        f"{name_cel(rooster, p, regelboek)}: {rooster.cijfers[p].weergave}"
        for p in plekken[:_MEEST]
    ]
    meer = f" en nog {len(plekken) - _MEEST}" if len(plekken) > _MEEST else ""
    return f"{name_tabel(rooster)}, {join_woorden(namen)}{meer}"


def _report(
    rooster: Telrooster,
    regel: str,
    plekken: list[Plek],
    regelboek: Regelboek,
    **velden: object,
) -> Bevinding:
    cijfers = [rooster.cijfers[p] for p in plekken if p in rooster.cijfers]
    return make_bevinding(
        regelboek,
        regel,
        document=rooster.document.id,
        pagina=cijfers[0].herkomst.pagina if cijfers else None,
        cijfers=tuple(dict.fromkeys(c.id for c in cijfers)),
        verdacht=tuple(dict.fromkeys(c.cel for c in cijfers if c.cel)),
        **velden,
    )
