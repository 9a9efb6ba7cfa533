"""Office holders from the export of a register, as a list of the organisation's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.bestanden import write_whole
from pipeline.errors import GebruikError
from pipeline.lakken.tabeltekst import read_rows
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from pipeline.lakken.ambten import Ambten

KOLOMMEN = {
    "naam": ("naam", "volledige naam", "medewerker", "naam medewerker", "persoon"),
    "voornaam": ("voornaam", "roepnaam", "voornamen"),
    "voorletters": ("voorletters", "initialen"),
    "tussenvoegsel": (
        "tussenvoegsel", "tussenvoegsels", "voorvoegsel", "voorvoegsels",
    ),
    "achternaam": ("achternaam", "familienaam", "geslachtsnaam"),
    "functie": ("functie", "functienaam", "rol", "ambt", "functie medewerker"),
    "organisatie": (
        "organisatie", "officiele naam", "naam organisatie", "gemeente", "provincie",
        "organisatienaam", "overheidsorganisatie",
    ),
    "eind": ("einddatum", "eind", "tot", "datum einde"),
}  # fmt: skip
"""The heads under which registers give each field, folded."""

_AANHEF = re.compile(
    r"(?i)^(?:(?:dhr|mw|mevr|mr|drs|dr|ir|ing|prof|de heer|mevrouw)\b\.?\s*)+"
)
_LETTERS = re.compile(r"(?<=\.)\s+(?=[A-Z]\.)")
_NABIJ = re.compile(r"\s*\([^)]*\)|,\s*(?:MSc|BSc|MA|BA|MPA|RA|LLM).*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingevoerd:
    """What an import gave: the lines of the list, and how many rows were left out."""

    regels: tuple[str, ...]
    overgeslagen: int


def read_register(pad: Path, ambten: Ambten, vandaag: str) -> Ingevoerd:
    """The office holders of an export, one ``naam;functie;organisatie`` each.

    ``ambten`` are the offices whose holders stay readable; other rows, those without a
    name, and those that ended before ``vandaag`` (ISO), are left out. Raises
    ``GebruikError`` when the file is no table with a name and an office.
    """
    koppen, rijen = _read_table(pad)
    regels: set[str] = set()
    weg = 0
    for rij in rijen:
        velden = {veld: _cell(rij, plek) for veld, plek in koppen.items()}
        naam = clean_name(_full_name(velden))
        voorbij = "" < velden.get("eind", "")[:10] < vandaag
        if not naam or voorbij or not ambten.holds(velden["functie"]):
            weg += 1
        else:
            organisatie = velden.get("organisatie", "")
            regels.add(f"{naam};{velden['functie']};{organisatie}".replace("\n", " "))
    return Ingevoerd(regels=tuple(sorted(regels)), overgeslagen=weg)


def write_list(ingevoerd: Ingevoerd, regels: Path, bron: str, vandaag: str) -> Path:
    """Write the list into a folder of rules; what stood there is replaced."""
    doel = regels / "lijsten" / "bestuurders" / "items.txt"
    kop = f"# Ingevoerd op {vandaag} uit {bron}; naam;functie;organisatie.\n"
    inhoud = kop + "".join(f"{r}\n" for r in ingevoerd.regels)
    return write_whole(doel, inhoud.encode())


def clean_name(naam: str) -> str:
    """A name as documents write it: no title before it, initials without spaces."""
    kaal = _AANHEF.sub("", _NABIJ.sub("", naam.strip()))
    if "," in kaal:
        achter, *voegsel, voor = (d.strip() for d in kaal.split(",") if d.strip())
        kaal = " ".join((voor, *voegsel, achter))
    return " ".join(_LETTERS.sub("", kaal).replace(";", " ").split())


def _full_name(velden: Mapping[str, str]) -> str:
    """The name in one cell, or the surname with what stands in cells of its own."""
    if velden.get("naam"):
        return velden["naam"]
    if not velden.get("achternaam"):
        return ""
    voor = velden.get("voornaam") or velden.get("voorletters", "")
    delen = (voor, velden.get("tussenvoegsel", ""), velden["achternaam"])
    return " ".join(filter(None, delen))


def _read_table(pad: Path) -> tuple[Mapping[str, int], Iterator[Sequence[str]]]:
    rijen = read_rows(pad)
    namen = [klein(k).strip() for k in (rijen[0] if rijen else ())]
    koppen = {
        veld: next(namen.index(k) for k in keuzen if k in namen)
        for veld, keuzen in KOLOMMEN.items()
        if any(k in namen for k in keuzen)
    }
    if "functie" not in koppen or not {"naam", "achternaam"} & set(koppen):
        raise GebruikError(
            f"{pad.name} is geen lijst van bestuurders: de kolommen 'naam' (of "
            "'voornaam' en 'achternaam') en 'functie' ontbreken. Kies de export (csv) "
            "van het Register van Overheidsorganisaties, of maak een csv met "
            "naam;functie;organisatie."
        )
    return koppen, (rij for rij in rijen[1:] if any(c.strip() for c in rij))


def _cell(rij: Sequence[str], plek: int) -> str:
    return " ".join(rij[plek].split()) if plek < len(rij) else ""
