"""What the rulebook says about personal data, ready for use."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.huizen import Huiswoorden, read_huiswoorden
from pipeline.extraction.persoonsgegevens.nabij import Naregels, Voorregels
from pipeline.extraction.persoonsgegevens.oorden import Oordwoorden, read_oordwoorden
from pipeline.extraction.persoonsgegevens.rollenboek import (
    by_name,
    by_surname,
    read_ambten,
    read_bestuurders,
    read_kolomrollen,
    read_koppen,
    read_rollen,
)
from pipeline.taal.letters import klein
from pipeline.taal.namen.lijsten import Naamlijsten, load_lijsten
from pipeline.taal.namen.vorm import is_particle
from pipeline.taal.nummers import plain_phone
from pipeline.taal.woordvorm import woordvorm

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.rollenboek import Bestuurder, Rol
    from pipeline.rulebook import Regel, Regelboek

VELD = "naam.veld"
"""The rule of a field of a form: what fills it is a name, whatever it looks like."""

LABEL = "naam.label"
"""The rule of a label that promises a name behind it."""

GROET = "naam.groet"
"""The rule of a greeting above a name."""

DOET = "naam.doet"
"""The rule of a verb that people do, behind a name."""

AANSPREEK = "naam.aanspreek"
"""The rule of a form of address: what follows is a name, whatever it looks like."""

NAASTE = "naam.van_bestuurder"
"""The rule of a label that names the wife or the son of an office holder."""

TITELS = frozenset({AANSPREEK, VELD, NAASTE})
"""Rules behind which a name stands, whatever it looks like."""

VERNOEMD = "naam.vernoemd"
"""The rule of what is called after someone: no name unless words around it say so."""

_VREEMDE_LETTER = re.compile(r"[^\x00-\x7fÁÉÍÓÚáéíóúËÏëï]")
"""Letters that no form of address has, whatever weight is laid on it: ``Há Lea``."""

_KAMEEL = re.compile(
    r"(?!Mac|De|Van|La|Le|Di|Fitz)[A-Z][a-zà-ÿ]{2,}[A-Z][a-z]|(?!IJ)[A-Z]{2,}[a-z]{3}"
)
"""A capital inside a word, as firms have it: ``BrabantWonen``."""

_GEEN_PATROON = ("naam.", "kolom.")
_MEERVOUD = (
    ("s", ""),
    ("n", ""),
    ("en", ""),
    ("sen", ""),
    ("leden", "lid"),
    ("raden", "raad"),
    ("aren", "aar"),
)
"""How a plural ends, and its singular."""
_LETTERS = 2
_KORT = 7  # an abbreviation that ends in a capital (GroenA) is not longer


@dataclass(frozen=True, slots=True, kw_only=True)
class Kennis:
    """Rules and lists; ``rolwoorden`` gives the role of a folded word.

    ``rolvorm`` is a role at a place; ``rolzoeker`` has the sign before it as well, by
    which all of a text are found sooner.
    """

    lijsten: Naamlijsten
    instellingen: frozenset[str]
    patronen: tuple[Regel, ...]
    kolomregels: Naregels
    voor: Voorregels
    titels_voor: Voorregels
    na: Naregels
    geen: Voorregels
    man: frozenset[str]
    vrouw: frozenset[str]
    titels: frozenset[str]
    meervoud: frozenset[str]
    groet: frozenset[str]
    portefeuilles: frozenset[str]
    functioneel: frozenset[str]
    algemeen: tuple[str, ...]
    nummers: frozenset[str]
    rollen: dict[str, Rol]
    rolwoorden: dict[str, Rol]
    beroepsnamen: frozenset[str]
    voor_ambt: dict[str, Rol]
    rolvorm: re.Pattern[str]
    rolzoeker: re.Pattern[str]
    rolkoppen: frozenset[str]
    kolommen: frozenset[str]
    postkolommen: frozenset[str]
    onderwerpkoppen: frozenset[str]
    paraafkoppen: frozenset[str]
    woordnamen: frozenset[str]
    kolomrollen: dict[str, Rol]
    lijstkoppen: dict[str, Rol]
    lijstzoeker: re.Pattern[str]
    geen_namen: frozenset[str]
    soortnamen: frozenset[str]
    gebouwen: frozenset[str]
    erachter: frozenset[str]
    vernoemd: frozenset[str]
    lidwoorden: frozenset[str]
    uitgangen: tuple[str, ...]
    schriftwoorden: frozenset[str]
    schriftlabels: frozenset[str]
    huiswoorden: Huiswoorden
    oordwoorden: Oordwoorden
    opvangsoorten: frozenset[str]
    bijwoorden: frozenset[str]
    bestuurders: dict[str, tuple[Bestuurder, ...]]
    bestuurders_kort: dict[tuple[str, str], tuple[Bestuurder, ...]]
    ambten: tuple[tuple[str, frozenset[str]], ...]
    """Single words for roles that keep a name readable, long enough to be misspelt.

    Each with the letters that it uses.
    """
    scheve: dict[str, Rol | None] = field(default_factory=dict)
    """Of words met before: the office they are a misspelling of."""
    rechte: set[str] = field(default_factory=set)
    """Pieces met before, white space around them, in which none is."""
    muren: dict[str, bool] = field(default_factory=dict)
    """Of words met before: whether they end a name. It grows with the words."""
    gewone: dict[str, bool] = field(default_factory=dict)
    """Of words met before: whether they are ordinary and no name."""
    alledaags: dict[str, bool] = field(default_factory=dict)
    """Of words met before: whether they are ordinary and nothing else."""
    voorlopers: dict[str, bool] = field(default_factory=dict)
    """Of words met before: whether they announce a name or open a role."""

    def is_rolword(self, woord: str) -> bool:
        """Whether a single word is a role."""
        return klein(woord) in self.rolwoorden

    def is_letterrol(self, woord: str) -> bool:
        """Whether an office is shortened to letters that are initials in capitals."""
        rol = self.rolwoorden.get(woord) if len(woord) == _LETTERS else None
        return rol is not None and rol.openbaar and not rol.bevestigen

    def is_named_by(self, letters: str) -> bool:
        """Whether letters are an organisation, a party or a role, not initials."""
        rol = letters in self.rolwoorden and not self.is_letterrol(letters)
        return rol or letters in self.lijsten.organisaties

    def is_plural(self, functie: str) -> bool:
        """Whether a role stands in the plural: its singular is a word of that role.

        "secretaris" and "notulen" end as plurals do and are none.
        """
        woord = klein(functie)
        rol = self.rolwoorden.get(woord)
        enkel = {
            woord.removesuffix(eind) + vorm
            for eind, vorm in _MEERVOUD
            if woord.endswith(eind)
        }
        if woord.startswith("leden "):
            enkel.add("lid" + woord.removeprefix("leden"))
        return rol is not None and any(self.rolwoorden.get(e) is rol for e in enkel)

    def is_rolkop(self, woord: str) -> bool:
        """Whether a word opens a role of several words."""
        return klein(woord) in self.rolkoppen

    def is_muur(self, woord: str) -> bool:
        """Whether a capitalised word ends a name: title, role, organisation, code."""
        if woord not in self.muren:
            self.muren[woord] = (
                self.is_address(woord)
                or self.is_rolword(woord)
                or self.lijsten.is_organisation(woord)
                or klein(woord) in self.lidwoorden
                or self._is_kind(woord)
                or _KAMEEL.match(woord) is not None
                or any(c.isdigit() for c in woord)
                or (woord[-1].isupper() and not woord.isupper() and len(woord) <= _KORT)
            )
        return self.muren[woord]

    def _is_kind(self, woord: str) -> bool:
        """Whether capitals shorten a kind of school or hall: ``MFA De Linde``."""
        lijsten = self.lijsten
        return (
            2 < len(woord) < _KORT  # noqa: PLR2004 (two capitals can be initials)
            and woord.isupper()
            and klein(woord) in self.soortnamen
            and not (lijsten.is_surname(woord) or lijsten.is_common(woord))
        )

    def is_gewoon(self, woord: str) -> bool:
        """Whether a word is an ordinary one that the lists know as no name."""
        if woord not in self.gewone:
            self.gewone[woord] = (
                not self.lijsten.is_first_name(woord)
                and not self.lijsten.is_surname(woord)
                and self.lijsten.is_common(woord)
                and woord not in self.woordnamen
            )
        return self.gewone[woord]

    def is_alledaags(self, woord: str) -> bool:
        """Whether a word is an ordinary one or a place, and no role, title or name."""
        if woord not in self.alledaags:
            self.alledaags[woord] = (
                (self.is_gewoon(woord) or self._is_only_place(woord))
                and len(woord) > 1
                and not self.is_muur(woord)
                and not self.is_rolkop(woord)
                and not is_particle(woord)
            )
        return self.alledaags[woord]

    def _is_only_place(self, woord: str) -> bool:
        lijsten = self.lijsten
        return lijsten.is_place(woord) and not (
            lijsten.is_first_name(woord) or lijsten.is_surname(woord)
        )

    def is_voorloper(self, woord: str) -> bool:
        """Whether a word is a title, also shortened, or opens a role of more words."""
        if woord not in self.voorlopers:
            self.voorlopers[woord] = self.is_rolkop(woord) or self.is_address(
                woord.strip("./")
            )
        return self.voorlopers[woord]

    def is_address(self, woord: str) -> bool:
        """Whether a word is a form of address or a title: ``Thu Hà`` greets nobody."""
        laag = klein(woord)
        return not _VREEMDE_LETTER.search(woord) and (
            laag in self.man
            or laag in self.vrouw
            or laag in self.titels
            or laag in self.meervoud
            or laag in self.groet
        )


@lru_cache(maxsize=4)
def read_kennis(regelboek: Regelboek) -> Kennis:
    """The knowledge of personal data in a rulebook.

    Raises ``RegelError`` when a table is missing, a role is incomplete or a pattern is
    no valid one: now, not half-way a dossier.
    """
    tabel = regelboek.tabel("persoonsgegevens/namen.toml")
    regels = regelboek.regels("persoonsgegevens")
    for regel in (*regels, *regelboek.regels("woo")):
        regel.compile()
    voor = tuple(r for r in regels if r.soort in {"naam.voor", "naam.geen"})
    rollen = read_rollen(regelboek)
    bestuurders = read_bestuurders(regelboek)
    woorden = {w: r for r in rollen.values() for w in r.woorden}
    lijsten = load_lijsten(regelboek)
    rolvorm = woordvorm(woorden)
    lijstkoppen = read_koppen("lijstkoppen", tabel, rollen)
    return Kennis(
        lijsten=lijsten,
        instellingen=frozenset(klein(w) for w in regelboek.lijst("instellingen")),
        patronen=tuple(r for r in regels if not r.soort.startswith(_GEEN_PATROON)),
        kolomregels=Naregels(tuple(r for r in regels if r.soort.startswith("kolom."))),
        voor=Voorregels(
            tuple(r for r in voor if r.soort == "naam.voor" and r.id not in TITELS),
            voor,
        ),
        titels_voor=Voorregels(tuple(r for r in voor if r.id in TITELS), voor),
        na=Naregels(tuple(r for r in regels if r.soort == "naam.na")),
        geen=Voorregels(tuple(r for r in voor if r.soort == "naam.geen"), voor),
        man=frozenset(tabel["aanspreek"]["man"]),
        vrouw=frozenset(tabel["aanspreek"]["vrouw"]),
        titels=frozenset(tabel["aanspreek"]["titel"]),
        meervoud=frozenset(tabel["aanspreek"]["meervoud"]),
        groet=frozenset(tabel["aanspreek"]["groet"]),
        portefeuilles=frozenset(tabel["portefeuilles"]["woorden"]),
        functioneel=frozenset(tabel["functioneel"]["woorden"]),
        algemeen=tuple(tabel["algemeen"]["woorden"]),
        nummers=frozenset(plain_phone(n) for n in tabel["algemeen"]["nummers"]),
        rollen=rollen,
        rolwoorden=woorden,
        beroepsnamen=frozenset(
            w.capitalize()
            for w, rol in woorden.items()
            if w in lijsten.achternamen and not rol.openbaar
        ),
        voor_ambt={w: r for r in rollen.values() for w in r.voor_ambt},
        rolvorm=re.compile(rf"(?<![\w-]){rolvorm}(?![\w-])"),
        rolzoeker=re.compile(rf"[^\w-]({rolvorm})(?![\w-])"),
        rolkoppen=frozenset(w.split()[0] for w in woorden if " " in w),
        kolommen=frozenset(tabel["kolommen"]["woorden"]),
        postkolommen=frozenset(tabel["kolommen"]["post"]),
        onderwerpkoppen=frozenset(tabel["kolommen"]["onderwerp"]),
        paraafkoppen=frozenset(tabel["kolommen"]["paraaf"]),
        woordnamen=frozenset(tabel["kolommen"]["woordnamen"]),
        kolomrollen=read_kolomrollen(tabel, rollen),
        lijstkoppen=lijstkoppen,
        lijstzoeker=re.compile(
            rf"\n[ \t•*-]{{0,4}}({woordvorm(lijstkoppen)})(?=[ ]?[:\t\n])",
            re.IGNORECASE,
        ),
        geen_namen=frozenset(tabel["geen_namen"]["woorden"]),
        soortnamen=frozenset(klein(w) for w in tabel["soortnamen"]["woorden"]),
        gebouwen=frozenset(tabel["soortnamen"]["gebouwen"]),
        erachter=frozenset(tabel["soortnamen"]["erachter"]),
        vernoemd=frozenset(klein(w) for w in tabel["soortnamen"]["vernoemd"]),
        lidwoorden=frozenset(tabel["soortnamen"]["lidwoorden"]),
        uitgangen=tuple(tabel["soortnamen"]["uitgangen"]),
        schriftwoorden=frozenset(tabel["schriften"]["woorden"]),
        schriftlabels=frozenset(tabel["schriften"]["ervoor"]),
        huiswoorden=read_huiswoorden(tabel["huizen"]),
        oordwoorden=read_oordwoorden(tabel["oorden"]),
        opvangsoorten=frozenset(tabel["zinsbegin"]["opvang"]),
        bijwoorden=frozenset(tabel["zinsbegin"]["bijwoorden"]),
        ambten=read_ambten(rollen),
        bestuurders=by_name(bestuurders),
        bestuurders_kort=by_surname(bestuurders),
    )
