"""Personal data by the head of their column: what a cell holds tells too little."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from modellen.persoon import Gegevenssoort
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.document import Cel, Document, Tabel
    from pipeline.extraction.persoonsgegevens.nabij import Naregels
    from pipeline.rulebook import Regel

_KOP_RIJEN = 3
_LANGSTE_KOP = 60
_SOORTEN = {
    "kolom.adres": Gegevenssoort.ADRES,
    "kolom.geboortedatum": Gegevenssoort.GEBOORTEDATUM,
    "kolom.telefoon": Gegevenssoort.TELEFOON,
    "kolom.bsn": Gegevenssoort.BSN,
    "kolom.nummer": Gegevenssoort.NUMMER,
    "kolom.voorletters": Gegevenssoort.INITIALEN,
    "kolom.voornaam": Gegevenssoort.NAAM,
}


class Kolomvondst(NamedTuple):
    """A stretch of the source below a head that says what it is."""

    begin: int
    eind: int
    soort: Gegevenssoort
    regel: Regel


def find_kolomgegevens(
    document: Document,
    namen: Sequence[int],
    leesbaar: Sequence[int],
    regels: Naregels,
) -> Iterator[Kolomvondst]:
    """What stands below heads of personal data; ``namen`` is where masked people are.

    Those are places in the source, in order, and so are those of ``leesbaar``: people
    who stay readable, of whom some data are masked all the same. Raises ``KeyError``
    for a kind of rule that does not exist.
    """
    for tabel in document.tabellen:
        koppen = {
            (c.rij, c.kolom): _head(document.cel_tekst(c))
            for c in tabel.cellen
            if c.rij <= _KOP_RIJEN
        }
        belooft = any(regels.may_match(kop) for kop in koppen.values() if kop)
        onder = _heads(koppen, regels.regels) if belooft else {}
        if not onder:
            continue
        gelakt = _rows_of_people(tabel, namen)
        rijen = {"rij": gelakt, "iemand": gelakt | _rows_of_people(tabel, leesbaar)}
        for cel in tabel.cellen:
            rij, regel = onder.get(cel.kolom, (0, None))
            if regel is None or cel.rij <= rij:
                continue
            van = regel.kenmerken.get("van", "rij")
            if van == "elk" or cel.rij in rijen.get(van, gelakt):
                yield from _read(document, cel, regel)


def _head(tekst: str) -> str:
    return klein(tekst).strip(" :*?\n") if len(tekst) <= _LANGSTE_KOP else ""


def _heads(
    koppen: dict[tuple[int, int], str], regels: Sequence[Regel]
) -> dict[int, tuple[int, Regel]]:
    """Of each column the rule of its head and the row of that; of all else nothing."""
    onder: dict[int, tuple[int, Regel]] = {}
    for regel in regels:
        tenzij, naast = (regel.kenmerken.get(k) for k in ("tenzij", "naast"))
        if tenzij and any(re.fullmatch(tenzij, k) for k in koppen.values()):
            continue
        if naast and not any(re.fullmatch(naast, k) for k in koppen.values()):
            continue
        for (rij, kolom), kop in koppen.items():
            if kop and regel.vorm.match(kop):
                onder.setdefault(kolom, (rij, regel))
    return onder


def _rows_of_people(tabel: Tabel, namen: Sequence[int]) -> set[int]:
    """The rows in which someone is named."""
    per_rij: dict[int, list[Cel]] = defaultdict(list)
    for cel in tabel.cellen:
        per_rij[cel.rij].append(cel)
    return {
        rij
        for rij, cellen in per_rij.items()
        if any(_holds(c.begin, c.eind, namen) for c in cellen)
    }


def _holds(begin: int, eind: int, namen: Sequence[int]) -> bool:
    plek = bisect_right(namen, begin - 1)
    return plek < len(namen) and namen[plek] < eind


def _read(document: Document, cel: Cel, regel: Regel) -> Iterator[Kolomvondst]:
    """What a cell holds, when it is what the head says."""
    tekst = document.tekst[cel.begin : cel.eind]
    kaal = tekst.strip()
    if kaal and re.fullmatch(regel.kenmerken["cel"], kaal):
        begin = cel.begin + tekst.index(kaal)
        yield Kolomvondst(begin, begin + len(kaal), _SOORTEN[regel.soort], regel)
