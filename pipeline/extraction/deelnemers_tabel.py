"""Attendance lists set as a table: name, function, organisation, present or not."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from modellen.vergadering import Deelnemer
from pipeline.extraction.deelnemers_naam import read_entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from modellen.document import Cel, Tabel
    from modellen.stuk import Stuk
    from pipeline.rulebook import Regelboek

_AFWEZIG = ("afwezig", "nee", "afgemeld", "verhinderd", "m.k", "n", "-")


def find_in_tables(stuk: Stuk, tekst: str, regelboek: Regelboek) -> Iterator[Deelnemer]:
    """The people in tables whose header names a person and a function or place."""
    namen = regelboek.tabel("documenten/deelnemers.toml")["kolommen"]
    for tabel in stuk.document.tabellen:
        rijen = _rows(tabel)
        kolommen = _columns(rijen, tekst, namen)
        if kolommen is None:
            continue
        kop, plek = kolommen
        for nummer in sorted(rijen):
            if nummer > kop:
                deelnemer = _person(stuk, rijen[nummer], plek, tekst, regelboek)
                if deelnemer is not None:
                    yield deelnemer


def _rows(tabel: Tabel) -> dict[int, dict[int, Cel]]:
    rijen: dict[int, dict[int, Cel]] = defaultdict(dict)
    for cel in tabel.cellen:
        rijen[cel.rij][cel.kolom] = cel
    return rijen


def _columns(
    rijen: Mapping[int, Mapping[int, Cel]],
    tekst: str,
    namen: Mapping[str, Sequence[str]],
) -> tuple[int, dict[str, int]] | None:
    """The header row and the columns by what they hold."""
    for nummer in sorted(rijen)[:3]:
        plek: dict[str, int] = {}
        for kolom, cel in sorted(rijen[nummer].items()):
            kop = tekst[cel.begin : cel.eind].casefold().strip()
            for veld, woorden in namen.items():
                if veld not in plek and any(kop.startswith(w) for w in woorden):
                    plek[veld] = kolom
                    break
        if "naam" in plek and plek.keys() & {"rol", "organisatie"}:
            return nummer, plek
    return None


def _person(
    stuk: Stuk,
    rij: Mapping[int, Cel],
    plek: Mapping[str, int],
    tekst: str,
    regelboek: Regelboek,
) -> Deelnemer | None:
    def cell(veld: str) -> str | None:
        cel = rij.get(plek.get(veld, 0))
        return tekst[cel.begin : cel.eind].strip() or None if cel else None

    naam = cell("naam")
    vermelding = read_entry(naam, regelboek) if naam else None
    if vermelding is None:
        return None
    status = (cell("aanwezig") or "").casefold()
    cel = rij[plek["naam"]]
    return Deelnemer(
        naam=vermelding.naam,
        rol=cell("rol") or vermelding.rol,
        organisatie=cell("organisatie") or vermelding.organisatie,
        aanwezig=not (status and status.startswith(_AFWEZIG)),
        herkomst=stuk.document.citeer(cel.begin, cel.eind, regel="deelnemers.tabel"),
    )
