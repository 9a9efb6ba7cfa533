"""Who were there, and who were not: attendance lists in lines and in tables."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from modellen.vergadering import Deelnemer
from pipeline.extraction.deelnemers_naam import is_role, read_entry
from pipeline.extraction.deelnemers_tabel import find_in_tables
from pipeline.extraction.lakmarken import mask
from pipeline.extraction.stuk_lijnen import text_lines
from pipeline.extraction.vergadering import OVERLEGSTUK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.stuk import Stuk
    from pipeline.extraction.stuk_lijnen import Lijn
    from pipeline.rulebook import Regelboek

_TOP = 120
_MAX_REGELS = 60
_ZIN = 220
_NUMMER = re.compile(r"^\d{1,2}[.)]?\s")
_SCHEIDING = re.compile(r";|,(?![^(\[]*[)\]])|\s+en\s+(?=[A-Z]|de heer|mevrouw|dhr|mw)")
_ORGANISATIE = re.compile(r"^(?P<org>[^:;,]{3,50}):\s+(?=\S)")


def find_deelnemers(stuk: Stuk, regelboek: Regelboek) -> tuple[Deelnemer, ...]:
    """The people on the attendance list of the papers of a meeting."""
    if stuk.kenmerken.soort not in OVERLEGSTUK:
        return ()
    tekst = mask(stuk.document.tekst, regelboek)
    lijnen = [
        replace(lijn, tekst=tekst[lijn.begin : lijn.eind])
        for lijn in text_lines(stuk.document, _TOP)
    ]
    gevonden: dict[str, Deelnemer] = {}
    for deelnemer in (
        *_in_lines(stuk, lijnen, regelboek),
        *find_in_tables(stuk, tekst, regelboek),
        *_in_roles(stuk, lijnen, regelboek),
    ):
        gevonden.setdefault(deelnemer.naam.casefold(), deelnemer)
    return tuple(sorted(gevonden.values(), key=lambda d: d.herkomst.begin))


def _in_lines(
    stuk: Stuk, lijnen: Sequence[Lijn], regelboek: Regelboek
) -> Iterator[Deelnemer]:
    index = 0
    while index < len(lijnen):
        kop = _heading(lijnen[index].tekst, regelboek)
        if kop is None:
            index += 1
            continue
        eind, aanwezig, regel = kop
        lijn = lijnen[index]
        rest = replace(lijn, tekst=lijn.tekst[eind:], begin=lijn.begin + eind)
        if rest.tekst.strip():
            yield from _entries(stuk, rest, regelboek, regel, aanwezig=aanwezig)
        index += 1
        for volg in lijnen[index : index + _MAX_REGELS]:
            deelnemers = list(_entries(stuk, volg, regelboek, regel, aanwezig=aanwezig))
            if not deelnemers or not _goes_on(volg, regelboek):
                break
            yield from deelnemers
            index += 1


def _heading(tekst: str, regelboek: Regelboek) -> tuple[int, bool, str] | None:
    for regel in regelboek.regels("documenten", "deelnemers.kop"):
        raak = next(iter(regel.find(tekst)), None)
        if raak:
            return raak.end(), regel.kenmerken["levert"] == "ja", regel.id
    return None


def _goes_on(lijn: Lijn, regelboek: Regelboek) -> bool:
    """Whether a line can still be part of the list above it."""
    tekst = lijn.tekst.strip()
    return (
        len(tekst) < _ZIN
        and not _NUMMER.match(tekst)
        and _heading(tekst, regelboek) is None
        and not any(
            next(iter(r.find(tekst)), None) is not None
            for r in regelboek.regels("documenten", "deelnemers.rol")
        )
        and not (lijn.kop and not lijn.rij)
    )


def _entries(
    stuk: Stuk, lijn: Lijn, regelboek: Regelboek, regel: str, *, aanwezig: bool
) -> Iterator[Deelnemer]:
    """The people of one line, parted by commas and semicolons."""
    vooraf = _ORGANISATIE.match(lijn.tekst)
    organisatie = vooraf["org"].strip() if vooraf else None
    for begin, tekst in _parts(lijn.tekst, vooraf.end() if vooraf else 0, regelboek):
        vermelding = read_entry(tekst, regelboek)
        if vermelding is None:
            continue
        yield Deelnemer(
            naam=vermelding.naam,
            rol=vermelding.rol,
            organisatie=vermelding.organisatie or organisatie,
            aanwezig=aanwezig,
            herkomst=stuk.document.citeer(
                lijn.begin + begin, lijn.begin + begin + len(tekst), regel=regel
            ),
        )


def _parts(tekst: str, begin: int, regelboek: Regelboek) -> list[tuple[int, str]]:
    """The entries of a line; a role behind a comma goes with its name."""
    delen: list[tuple[int, str]] = []
    streng = ";" in tekst[begin:]
    vorige = begin
    grenzen = [(m.start(), m.end()) for m in _SCHEIDING.finditer(tekst, begin)]
    for van, tot in [*grenzen, (len(tekst), len(tekst))]:
        stuk = tekst[vorige:van]
        hoort = delen and (
            (streng and tekst[vorige - 1 : vorige] == ",")
            or (is_role(stuk, regelboek) and read_entry(stuk, regelboek) is None)
        )
        if hoort:
            plek, _ = delen.pop()
            delen.append((plek, tekst[plek:van]))
        elif stuk.strip():
            delen.append((vorige, stuk))
        vorige = tot
    return delen


def _in_roles(
    stuk: Stuk, lijnen: Sequence[Lijn], regelboek: Regelboek
) -> Iterator[Deelnemer]:
    """Lines as ``Voorzitter: …``."""
    for lijn in lijnen[:40]:
        for regel in regelboek.regels("documenten", "deelnemers.rol"):
            raak = next(iter(regel.find(lijn.tekst)), None)
            vermelding = read_entry(raak["naam"], regelboek) if raak else None
            if raak and vermelding:
                yield Deelnemer(
                    naam=vermelding.naam,
                    rol=raak["rol"].casefold(),
                    organisatie=vermelding.organisatie,
                    herkomst=stuk.document.citeer(
                        lijn.begin + raak.start("naam"),
                        lijn.begin + raak.end("naam"),
                        regel=regel.id,
                    ),
                )
