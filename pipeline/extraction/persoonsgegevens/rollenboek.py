"""Roles and office holders, as the rulebook has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline.errors import RegelError
from pipeline.taal.letters import klein
from pipeline.taal.namen.naam import fold_name

if TYPE_CHECKING:
    from pipeline.rulebook import Regelboek

_SPELBAAR = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Rol:
    """A role, and whether who holds it stays readable.

    ``naast_ambt`` is what an office holder can do as well. ``voor_ambt`` are words that
    tell the role only before an office: ``echtgenote van de burgemeester``.
    """

    id: str
    woorden: tuple[str, ...]
    openbaar: bool
    bevestigen: bool
    naast_ambt: bool
    uitleg: str
    voor_ambt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestuurder:
    """Someone on the organisation's list of office holders."""

    naam: str
    functie: str
    organisatie: str


def read_ambten(rollen: dict[str, Rol]) -> tuple[tuple[str, frozenset[str]], ...]:
    """Words for offices that are long enough to be misspelt, with their letters."""
    alle = {w for r in rollen.values() if r.openbaar for w in r.woorden}
    lang = sorted(w for w in alle if len(w) >= _SPELBAAR and w.isalpha())
    return tuple((woord, frozenset(woord)) for woord in lang)


def read_rollen(regelboek: Regelboek) -> dict[str, Rol]:
    """The roles of a rulebook; raises ``RegelError`` when a field is missing."""
    tabel: dict[str, Any] = regelboek.tabel("woo/rollen.toml")
    rollen = {}
    for naam, rij in tabel.items():
        try:
            rollen[naam] = Rol(
                id=naam,
                woorden=tuple(klein(w) for w in rij["woorden"]),
                openbaar=bool(rij["openbaar"]),
                bevestigen=bool(rij.get("bevestigen", False)),
                naast_ambt=bool(rij.get("naast_ambt", False)),
                uitleg=str(rij["uitleg"]),
                voor_ambt=tuple(klein(w) for w in rij.get("voor_ambt", ())),
            )
        except (KeyError, TypeError) as fout:
            raise RegelError(
                f"Rol '{naam}' in woo/rollen.toml mist het veld {fout}. Vul woorden, "
                "openbaar en uitleg in."
            ) from fout
    return rollen


def read_koppen(
    soort: str, tabel: dict[str, Any], rollen: dict[str, Rol]
) -> dict[str, Rol]:
    """The role that each head of a table gives."""
    try:
        return {klein(w): rollen[rol] for rol, ws in tabel[soort].items() for w in ws}
    except KeyError as fout:
        raise RegelError(
            f"De rol {fout} onder [{soort}] in persoonsgegevens/namen.toml staat "
            "niet in woo/rollen.toml. Kies een bestaande rol."
        ) from fout


def read_kolomrollen(tabel: dict[str, Any], rollen: dict[str, Rol]) -> dict[str, Rol]:
    """The role that a head gives: of the table, and of any role that is a head."""
    openbaar = {w: r for r in rollen.values() if r.openbaar for w in r.woorden}
    return openbaar | read_koppen("kolomrollen", tabel, rollen)


def read_bestuurders(regelboek: Regelboek) -> tuple[Bestuurder, ...]:
    """Office holders an organisation lists: ``naam;functie;organisatie`` a line."""
    gevonden = []
    for regel in regelboek.lijst("bestuurders"):
        naam, functie, organisatie = (*regel.split(";"), "", "")[:3]
        if naam.strip():
            gevonden.append(
                Bestuurder(
                    naam=naam.strip(),
                    functie=functie.strip() or "bestuurder",
                    organisatie=organisatie.strip(),
                )
            )
    return tuple(gevonden)


def by_name(
    bestuurders: tuple[Bestuurder, ...],
) -> dict[str, tuple[Bestuurder, ...]]:
    """Office holders by their folded name."""
    per_naam: dict[str, tuple[Bestuurder, ...]] = {}
    for b in bestuurders:
        per_naam[klein(b.naam)] = (*per_naam.get(klein(b.naam), ()), b)
    return per_naam


def by_surname(
    bestuurders: tuple[Bestuurder, ...],
) -> dict[tuple[str, str], tuple[Bestuurder, ...]]:
    """Office holders by surname, letters only, and the first letter of their name."""
    kort: dict[tuple[str, str], tuple[Bestuurder, ...]] = {}
    for b in bestuurders:
        voor, _, achter = b.naam.partition(" ")
        sleutel = fold_name(achter), fold_name(voor)[:1]
        kort[sleutel] = (*kort.get(sleutel, ()), b)
    return kort
