"""What the columns of a list hold: read from the header, or from the cells."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pipeline.taal.datum import find_data
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pipeline.rulebook import Regelboek

_NUMMER = re.compile(r"(?:[A-Za-z]{1,3}[- ]?)?\d{1,4}(?:[-./]\d{1,4}){0,2}[.)]?[a-z]?")
_MEERVOUD = re.compile(r"\((?:s|en|n)\)")
_LANGSTE_HEADER = 60
_LANGSTE_DATUM = 40
_LANGSTE_WIE = 45
_KORT, _ZIN = 14, 30
_VEEL, _GENOEG = 0.6, 0.4


def read_kolom(header: str, regelboek: Regelboek) -> str | None:
    """The kind of column a header announces, such as actie, wie or termijn."""
    kaal = _MEERVOUD.sub("", " ".join(klein(header).split())).strip(" :*.")
    if not kaal or len(kaal) > _LANGSTE_HEADER:
        return None
    patronen: dict[str, str] = regelboek.tabel("acties/kolommen.toml")["kolommen"]
    for soort, patroon in patronen.items():
        if _compile(patroon).fullmatch(kaal) or _compile(patroon).fullmatch(
            kaal.rstrip("?")
        ):
            return soort
    return None


@cache
def _compile(patroon: str) -> re.Pattern[str]:
    return re.compile(patroon)


def read_header(teksten: Mapping[int, str], regelboek: Regelboek) -> dict[int, str]:
    """The kinds of the columns of a row, if it reads as a header; else nothing."""
    kolommen = {
        nr: soort
        for nr, tekst in teksten.items()
        if (soort := read_kolom(tekst, regelboek))
    }
    kolommen = _part_wie(kolommen, teksten)
    soorten = set(kolommen.values())
    inhoud = soorten & {"actie", "besluit", "tekst", "onderwerp", "punt"}
    rond = soorten - {"onderwerp", "tekst"}
    gevuld = [t for t in teksten.values() if t.strip()]
    genoeg = len(kolommen) * 2 >= len(gevuld)
    if not inhoud or len(soorten) < 2 or not rond or not genoeg:  # noqa: PLR2004 a header has two heads
        return {}
    return kolommen


def _part_wie(kolommen: dict[int, str], teksten: Mapping[int, str]) -> dict[int, str]:
    """Of "wie en wanneer" over two columns, the second holds the term."""
    uit = dict(kolommen)
    for kolom, soort in kolommen.items():
        zelfde = teksten.get(kolom - 1) == teksten[kolom] and " " in teksten[kolom]
        if soort == "wie" and zelfde and "termijn" not in uit.values():
            uit[kolom] = "termijn"
    return uit


def keep_longest(
    kolommen: dict[int, str], rijen: Sequence[Mapping[int, str]]
) -> dict[int, str]:
    """One column of each kind: of two, the one with most to say keeps its name."""
    uit = {
        k: "soort" if s == "punt" and _length(rijen, k) <= _KORT else s
        for k, s in kolommen.items()
    }
    if not {"actie", "punt", "besluit"} & set(uit.values()):
        uit = {
            k: "tekst" if s == "stand" and _length(rijen, k) > _ZIN else s
            for k, s in uit.items()
        }
    for soort in set(uit.values()):
        zelfde = [k for k, s in uit.items() if s == soort]
        if len(zelfde) < 2:  # noqa: PLR2004 doubles only
            continue
        langste = max(zelfde, key=lambda k: _length(rijen, k))
        for kolom in zelfde:
            if kolom != langste:
                cijfers = _share(rijen, kolom, lambda t: bool(_NUMMER.fullmatch(t)))
                telt = cijfers > _VEEL and soort != "datum"
                uit[kolom] = "nummer" if telt else f"{soort}_bij"
    return uit


def guess_kolommen(
    rijen: Sequence[Mapping[int, str]], statuswoorden: frozenset[str]
) -> dict[int, str]:
    """The kinds of columns without a header, from what stands in them."""
    nummers = sorted({k for rij in rijen for k in rij})
    if len(nummers) < 2 or not rijen:  # noqa: PLR2004 a list has two columns
        return {}
    actie = max(nummers, key=lambda k: _length(rijen, k))
    uit = {actie: "actie"}
    for kolom in nummers:
        soort = None if kolom == actie else _guess(rijen, kolom, statuswoorden)
        if soort and soort not in uit.values():
            uit[kolom] = soort
    return uit if len(uit) > 1 else {}


def _guess(
    rijen: Sequence[Mapping[int, str]], kolom: int, statuswoorden: frozenset[str]
) -> str | None:
    if _share(rijen, kolom, lambda t: bool(_NUMMER.fullmatch(t))) > _VEEL:
        return "nummer"
    if (
        _share(
            rijen, kolom, lambda t: klein(t).split(" ")[0].strip(".,") in statuswoorden
        )
        > _VEEL
    ):
        return "status"
    if _share(rijen, kolom, _is_datum) > _GENOEG:
        return "termijn"
    return "wie" if _length(rijen, kolom) <= _LANGSTE_WIE else None


def _is_datum(tekst: str) -> bool:
    return len(tekst) <= _LANGSTE_DATUM and bool(find_data(tekst, None))


def _share(
    rijen: Sequence[Mapping[int, str]], kolom: int, test: Callable[[str], bool]
) -> float:
    gevuld = [t.strip() for rij in rijen if (t := rij.get(kolom, "")).strip()]
    if not gevuld:
        return 0.0
    return sum(map(test, gevuld)) / len(gevuld)


def _length(rijen: Sequence[Mapping[int, str]], kolom: int) -> float:
    gevuld = [len(t) for rij in rijen if (t := rij.get(kolom, "").strip())]
    return sum(gevuld) / len(gevuld) if gevuld else 0.0
