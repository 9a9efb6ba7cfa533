"""Write the name and word lists of ``regels/lijsten`` from openly licensed sources.

Sources: Faker (MIT) for names and Dutch places, the OpenTaal word list (BSD or CC BY
3.0, package wdutch of Debian) for common words, and the lists written by this project
in ``eigen.txt`` beside each result. Run: ``python benchmarks/maak_naamlijsten.py
WOORDENLIJST`` with Faker installed; the result depends on nothing else.
"""

from __future__ import annotations

import importlib
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

LIJSTEN = Path(__file__).parents[1] / "regels" / "lijsten"
TALEN = [
    "nl_NL",
    "nl_BE",
    "tr_TR",
    "de_DE",
    "fr_FR",
    "en_GB",
    "pl_PL",
    "es_ES",
    "pt_PT",
    "it_IT",
    "id_ID",
    "hr_HR",
    "en_IN",
    "az_AZ",
    "vi_VN",
    "ro_RO",
    "da_DK",
    "sv_SE",
    "ha_NG",
    "sw",
    "hu_HU",
    "cs_CZ",
    "no_NO",
    "fi_FI",
    "sk_SK",
    "lt_LT",
    "et_EE",
]
VREEMDE_ACHTERNAMEN = {"nl_NL", "nl_BE", "tr_TR", "de_DE", "id_ID", "ha_NG", "vi_VN"}
GEEN_NAMEN = {"Beste", "Dag", "Dan", "Juli", "Juni", "Om", "Per", "Prima"}
"""Names of elsewhere that a Dutch letter writes with a capital as words."""

FAKER = "Afgeleid van Faker (MIT, (c) 2012 Daniele Faraglia), aangevuld met eigen.txt."
OPENTAAL = "Afgeleid van de woordenlijst van OpenTaal (BSD), aangevuld met eigen.txt."


def collect(taal: str, patroon: str) -> set[str]:
    """The entries of every list of a Faker locale whose name matches."""
    aanbieder = importlib.import_module(f"faker.providers.person.{taal}").Provider
    gevonden: set[str] = set()
    for naam in dir(aanbieder):
        waarden: Any = getattr(aanbieder, naam)
        if re.match(patroon, naam) and isinstance(waarden, (tuple, list, dict)):
            gevonden |= {str(w) for w in waarden}
    return gevonden


def is_latin(naam: str) -> bool:
    """Whether a name is one Latin word with a capital."""
    return bool(
        re.fullmatch(r"[^\W\d_][^\W\d_'’-]+(?:-[^\W\d_]+)?", naam)
    ) and unicodedata.name(naam[0], "").startswith("LATIN CAPITAL")


def write(naam: str, waarden: set[str], bron: str) -> None:
    """Write a list, own entries added, sorted by code point."""
    map_ = LIJSTEN / naam
    map_.mkdir(parents=True, exist_ok=True)
    eigen = map_ / "eigen.txt"
    if eigen.is_file():
        waarden |= {
            w.strip()
            for regel in eigen.read_text(encoding="utf-8").splitlines()
            if not regel.startswith("#")
            for w in regel.split(",")
            if w.strip()
        }
    tekst = f"# {bron}\n" + "".join(f"{w}\n" for w in sorted(waarden))
    (map_ / "items.txt").write_text(tekst, encoding="utf-8", newline="\n")
    print(naam, len(waarden))


def main(woordenlijst: str) -> None:
    """Write all lists."""
    voor: set[str] = set()
    achter: set[str] = set()
    for taal in TALEN:
        voor |= {n for n in collect(taal, r"first_name|.*first_names") if is_latin(n)}
        if taal in VREEMDE_ACHTERNAMEN:
            achter |= collect(taal, r"last_name")
    write("voornamen", voor - GEEN_NAMEN, FAKER)
    write("achternamen", {a for a in achter if a[:1].isalpha() or a[0] == "'"}, FAKER)
    plaats = importlib.import_module("faker.providers.address.nl_NL").Provider
    write("plaatsen", {*plaats.cities, *plaats.provinces}, FAKER)
    regels = Path(woordenlijst).read_text(encoding="utf-8").splitlines()
    woorden = {w for w in regels if w.isalpha() and w.islower() and 1 < len(w) <= 15}
    write("woorden", woorden, OPENTAAL)


if __name__ == "__main__":
    main(sys.argv[1])
