"""What the rulebook says about findings in published files, ready for use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from modellen.naloop import Ernst, Naloopbevinding, Vindplaats
from pipeline.errors import RegelError
from pipeline.taal.gegevens import load_gegevens
from pipeline.taal.letters import klein
from pipeline.taal.namen.lijsten import Naamlijsten, load_lijsten

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.rulebook import Regelboek

BESTAND = "woo/naloop.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambt:
    """A word for a role, whether its holder stays readable, and how firm that is."""

    woord: str
    openbaar: bool
    bevestigen: bool


@dataclass(frozen=True, kw_only=True)
class Naloopkennis:
    """Texts and gravity of findings, word lists, and the words for roles."""

    soorten: Mapping[str, Mapping[str, str]]
    vervanging: Mapping[str, str]
    woorden: Mapping[str, frozenset[str]]
    namen: Mapping[str, str]
    leeg: tuple[re.Pattern[str], ...]
    lijsten: Naamlijsten
    stop: frozenset[str]
    ambten: Mapping[str, Ambt]
    ambtvorm: re.Pattern[str]

    def report(
        self, soort: str, bronnen: Sequence[Vindplaats], **velden: str
    ) -> Naloopbevinding:
        """A finding of a kind, its sentences filled in."""
        tekst = self.soorten[soort]
        return Naloopbevinding(
            soort=soort,
            titel=tekst["titel"].format(**velden),
            ernst=Ernst(tekst["ernst"]),
            wat=tekst["wat"].format(**velden),
            advies=tekst["advies"].format(**velden),
            bronnen=tuple(dict.fromkeys(bronnen)),
            vervanging=self.vervanging.get(tekst["vervangen"]),
        )

    def is_name_word(self, woord: str) -> bool:
        """Whether a word is most likely part of a name of a person."""
        if not woord[:1].isupper() or len(woord) < 2:  # noqa: PLR2004 a letter is none
            return False
        lijsten = self.lijsten
        if lijsten.is_place(woord) or lijsten.is_organisation(woord):
            return False
        if klein(woord) in self.ambten or lijsten.is_common(woord):
            return False
        return lijsten.is_surname(woord) or lijsten.is_first_name(woord)


@lru_cache(maxsize=4)
def read_naloopkennis(regelboek: Regelboek) -> Naloopkennis:
    """The knowledge of the rulebook; raises ``RegelError`` when it is incomplete."""
    tabel = regelboek.tabel(BESTAND)
    try:
        soorten: dict[str, dict[str, str]] = tabel["soorten"]
        _check(soorten, tabel["vervanging"])
        woorden = tabel["woorden"]
        leeg = tuple(re.compile(p) for p in woorden["leeg"])
        lijsten = {n: frozenset(map(klein, w)) for n, w in woorden.items()}
        lijsten["maker"] = frozenset(woorden["maker"])
    except (KeyError, ValueError, re.error) as fout:
        raise RegelError(
            f"regels/{BESTAND} klopt niet ({fout}). Vul bij elke soort ernst, titel, "
            "wat, advies en vervangen in."
        ) from fout
    ambten = _read_roles(regelboek.tabel("woo/rollen.toml"))
    keuze = "|".join(re.escape(w) for w in sorted(ambten, key=lambda w: (-len(w), w)))
    return Naloopkennis(
        soorten=soorten,
        vervanging=tabel["vervanging"],
        woorden=lijsten,
        namen=tabel["namen"],
        leeg=leeg,
        lijsten=load_lijsten(regelboek),
        stop=frozenset(_stopwords()) | lijsten["gewoon"],
        ambten=ambten,
        ambtvorm=re.compile(rf"(?<![\w-])(?:{keuze})(?![\w-])"),
    )


def _check(soorten: Mapping[str, Any], vervanging: Mapping[str, str]) -> None:
    for naam, rij in soorten.items():
        Ernst(rij["ernst"])
        if not all(rij[veld] for veld in ("titel", "wat", "advies")):
            raise ValueError(f"soort '{naam}' mist een tekst")
        if rij["vervangen"] and rij["vervangen"] not in vervanging:
            raise ValueError(f"soort '{naam}' noemt een onbekende vervanging")


def _read_roles(tabel: Mapping[str, Any]) -> dict[str, Ambt]:
    return {
        klein(woord): Ambt(
            woord=klein(woord),
            openbaar=bool(rij["openbaar"]),
            bevestigen=bool(rij.get("bevestigen", False)),
        )
        for rij in tabel.values()
        for woord in rij["woorden"]
    }


def _stopwords() -> set[str]:
    tabel = load_gegevens("stopwoorden")
    return {klein(w) for rij in tabel.values() if isinstance(rij, list) for w in rij}
