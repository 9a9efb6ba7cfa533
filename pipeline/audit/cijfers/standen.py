"""The same table through time: which tables are one, who moved, what counts now."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from modellen.cijferverslag import Reeks, Tabelstand
from modellen.stuk import Soort
from pipeline.audit.cijfers.rooster import GEHEEL, is_range, shown_number
from pipeline.audit.melding import (
    join_woorden,
    make_bevinding,
    show_datum,
    show_verschil,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from modellen.bevinding import Bevinding
    from modellen.cijfer import Cijfer
    from modellen.dossier import Documentkaart, Dossier
    from pipeline.rulebook import Regelboek

Sleutel = tuple[str | None, str | None, str, int | None, str | None]

MATEN = frozenset({"opgave", "voorstel", "inbreng", "realisatie"})
_MINST = 6
_DEEL = 0.6
_MEEST = 12
_RANG = {"xlsx": 0, "xlsm": 0, "docx": 1, "pdf": 2}


def key_of(cijfer: Cijfer) -> Sleutel:
    """The identity of a figure but for source and state."""
    return (
        cijfer.gebied, cijfer.thema, cijfer.maat, cijfer.jaar, cijfer.kwalificatie,
    )  # fmt: skip


def find_tabelstanden(dossier: Dossier) -> tuple[Tabelstand, ...]:
    """Each table with figures per area, or form, of the dossier."""
    kaarten = {k.id: k for k in dossier.documenten}
    groepen: dict[tuple[str, str], list[Cijfer]] = {}
    for c in dossier.cijfers:
        if c.cel and c.maat in MATEN and c.herkomst.document in kaarten:
            groepen.setdefault((c.herkomst.document, table_of(c.cel)), []).append(c)
    return tuple(
        _make_stand(kaarten[document], tabel, cijfers)
        for (document, tabel), cijfers in groepen.items()
    )


def table_of(cel: str) -> str:
    """The sheet or table of an address: ``puzzel`` or ``tabel 1``."""
    return cel.rpartition("!")[0] if "!" in cel else " ".join(cel.split()[:2])


def _make_stand(kaart: Documentkaart, tabel: str, cijfers: list[Cijfer]) -> Tabelstand:
    dagen = Counter(c.stand for c in cijfers if c.stand is not None)
    stand = dagen.most_common(1)[0][0] if dagen else kaart.datum
    gebieden = {c.gebied for c in cijfers} - GEHEEL
    return Tabelstand(
        document=kaart.id,
        bestand=kaart.bestand,
        tabel=tabel,
        stand=stand,
        formulier=kaart.soort is Soort.FORMULIER or len(gebieden) < 2,  # noqa: PLR2004
        cijfers=tuple(cijfers),
    )


def find_reeksen(dossier: Dossier) -> tuple[Reeks, ...]:
    """The tables that are states of one another, each series oldest first."""
    standen = [s for s in find_tabelstanden(dossier) if not s.formulier]
    groepen: list[tuple[set[Sleutel], list[Tabelstand]]] = []
    for stand in sorted(standen, key=_order):
        sleutels = {key_of(c) for c in stand.cijfers}
        if len(sleutels) < _MINST:
            continue
        for bekend, groep in groepen:
            if len(bekend & sleutels) >= _DEEL * min(len(bekend), len(sleutels)):
                groep.append(stand)
                bekend.update(sleutels)
                break
        else:
            groepen.append((sleutels, [stand]))
    return tuple(_make_reeks(groep) for _, groep in groepen)


def _order(stand: Tabelstand) -> tuple[date, int, str, str]:
    """By day, then the kind of file people calculate in."""
    rang = _RANG.get(stand.bestand.rpartition(".")[2].lower(), len(_RANG))
    return stand.stand or date.min, rang, stand.bestand, stand.tabel


def _make_reeks(groep: list[Tabelstand]) -> Reeks:
    standen: list[Tabelstand] = []
    kopieen: list[Tabelstand] = []
    for stand in groep:
        zelfde = [s for s in standen if s.stand == stand.stand]
        if any(not differences(s, stand) for s in zelfde):
            kopieen.append(stand)
        else:
            standen.append(stand)
    return Reeks(standen=tuple(standen), kopieen=tuple(kopieen))


def differences(oud: Tabelstand, nieuw: Tabelstand) -> list[tuple[Cijfer, Cijfer]]:
    """The figures with one identity that differ as shown; unknown ones too."""
    eerst = by_key(oud.cijfers)
    return [
        (eerst[sleutel], c)
        for sleutel, c in by_key(nieuw.cijfers).items()
        if sleutel in eerst and seen(eerst[sleutel]) != seen(c)
    ]


def by_key(cijfers: Iterable[Cijfer]) -> dict[Sleutel, Cijfer]:
    """Figures by identity; one that stands twice in a table is left out."""
    telling = Counter(key_of(c) for c in cijfers)
    return {s: c for c in cijfers if telling[s := key_of(c)] == 1}


def seen(cijfer: Cijfer) -> Decimal | str:
    """What a reader sees of a figure: its number, else that there is none."""
    if cijfer.waarde is None:
        onbekend = {"ntb", "onbekend", "onduidelijk"}
        return "onbekend" if cijfer.ontbreekt in onbekend else Decimal(0)
    if is_range(cijfer):
        return cijfer.weergave
    return shown_number(cijfer)


def check_versies(dossier: Dossier, regelboek: Regelboek) -> Iterator[Bevinding]:
    """Between two states: who moved and by how much; on one day: a conflict."""
    geheel = find_geheel(dossier)
    for reeks in find_reeksen(dossier):
        for oud, nieuw in zip(reeks.standen, reeks.standen[1:], strict=False):
            anders = differences(oud, nieuw)
            if anders:
                los = [p for p in anders if p[0].gebied != geheel] or anders
                yield _report(oud, nieuw, los, reeks, regelboek)


def find_geheel(dossier: Dossier) -> str | None:
    """The area that the totals are about: the one with shares and differences."""
    telling = Counter(
        c.gebied
        for c in dossier.cijfers
        if c.cel and c.gebied and c.maat in {"percentage", "verschil"}
    )
    return telling.most_common(1)[0][0] if telling else None


def _report(
    oud: Tabelstand,
    nieuw: Tabelstand,
    anders: list[tuple[Cijfer, Cijfer]],
    reeks: Reeks,
    regelboek: Regelboek,
) -> Bevinding:
    gelijk = oud.stand == nieuw.stand
    delen = [(a, b) for a, b in anders if a.gebied and a.thema != "totaal"] or anders
    namen = regelboek.tabel("audit/audit.toml")["namen"]
    return make_bevinding(
        regelboek,
        "stand_conflict" if gelijk else "stand_versie",
        oud=_name(oud),
        nieuw=_name(nieuw),
        van=show_datum(oud.stand) if oud.stand else "onbekende datum",
        naar=show_datum(nieuw.stand) if nieuw.stand else "onbekende datum",
        aantal="veranderde 1 cijfer"
        if len(delen) == 1
        else f"veranderden {len(delen)} cijfers",
        wie=join_woorden([show_change(a, b, namen) for a, b in delen[:_MEEST]]),
        meer=f" (en nog {len(delen) - _MEEST})" if len(delen) > _MEEST else "",
        geldend=_name(reeks.geldend),
        document=nieuw.document,
        pagina=anders[0][1].herkomst.pagina,
        cijfers=tuple(c.id for paar in anders for c in paar),
        verdacht=tuple(b.cel for _, b in anders if b.cel) if gelijk else (),
    )


def _name(stand: Tabelstand) -> str:
    return f"'{stand.bestand.rsplit('/', 1)[-1]}'"


def show_change(oud: Cijfer, nieuw: Cijfer, namen: dict[str, str]) -> str:
    """A change in words: ``Hoorn voorstel asiel 220 → 260 (+40)``."""
    thema = namen.get(oud.thema or "", oud.thema or "")
    wat = " ".join(w for w in (oud.gebied, oud.maat, thema) if w)
    een, ander = (c.weergave or "leeg" for c in (oud, nieuw))
    van, naar = seen(oud), seen(nieuw)
    if isinstance(van, Decimal) and isinstance(naar, Decimal):
        return f"{wat} {een} → {ander} ({show_verschil(naar - van)})"
    return f"{wat} {een} → {ander}"
