"""What a run of capitals is worth by its own words: initials, first names, surnames."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pipeline.taal.letters import klein
from pipeline.taal.namen.vorm import HOOFD, Deel, Deelsoort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.taal.namen.naam import Naam

_GEBOUW = (
    "weg", "straat", "laan", "plein", "kade", "singel", "huis", "school", "kazerne",
    "centrum", "heem", "gebouw", "markt", "park",
)  # fmt: skip
"""Ends of a last word that no surname list knows: a street or house with a name."""
_AFKORTING = re.compile(r"[A-Z]{2,}-\w")
"""Letters before a hyphen, as no name has them: ``GGD-arts``."""
_KOPPELING = re.compile(r"-(?!(?:van|den|der|ten|ter)\Z)[a-z]{3,}\Z")
"""What a hyphen joins in small letters is a thing: ``Kolk-berekening``."""

_WIJK = (
    "hof", "veld", "land", "burg", "dorp", "zicht", "wijk", "hoek", "hoeck", "oevers",
    "park",
)  # fmt: skip
_VOORZETSELS = (
    "aan",
    "in",
    "op",
    "uit",
    "bij",
    "over",
    "voor",
    "onder",
    "tot",
    "van de",
)
_DUO = re.compile(r"[A-Z]{2}|(?!Ng)[A-Z][b-df-hj-np-tv-xz]{1,2}")
"""What shortens something: two capitals (who is called so is written ``Bo``), or two
or three letters without a vowel, as heads of columns have: ``Wk``, ``Nr``."""
_ROEPNAAM = 3
POSTCODE = re.compile(r"(?<![-/])\b[1-9]\d{3}[ ]?\Z")
_NAAMVORM = re.compile(rf"[{HOOFD}](?:[^\W\d_{HOOFD}]|['’-]){{2,}}")
_REGELBEGIN = re.compile(r"(?:^|[\n\t])[ ]*\Z")
_SLUIT = frozenset("\n\t.!?:;•|>")
_STREEPJES = frozenset("-–")


_GENUMMERD = re.compile(
    r"(?i)\b(?:bijlage|categorie|onder|lid|deel|variant|optie|punt|sub|klasse|type|"
    r"groep|zone|fase|artikel|vraag|scenario|stap|blok|figuur|tabel|unit|kamer|gebouw|"
    r"vleugel|hal|ingang|poort|route|kavel|perceel|plan|letter|barak|paviljoen|trap|"
    r"verdieping|parkeerdek|tent)[ ]\Z"
)
"""What a letter with a stop numbers: ``variant B. Huisvesting``."""

_EERSTE_PUNTEN = "ABCDEFGHI"
"""Letters that number the lines of a list as well."""

_ROMEINS = "VXQ"
"""Letters that number or open a line in another way: ``V. Vraag``."""

_PLAATSBEPALING = {
    "voor de",
    "over de",
    "onder de",
    "bij de",
    "aan de",
    "uit de",
    "tot",
    "van het",
}
"""What stands before a place rather than in a surname, in small letters."""

_VOOR_PLAATS = frozenset(
    {"en", "of", "in", "bij", "te", "van", "naar", "uit", "op", "de", "het", "een"}
)
"""What stands before places as often as before people."""

_VAN_DER = ("van de ", "van der", "van den", "van 't", "van't", "von der")


class Vorm(NamedTuple):
    """What the lists tell of a surname, and whether initials before it have stops."""

    bekend: bool
    vreemd: bool
    punten: bool


def is_plausible(  # noqa: PLR0911 (one question after another)
    delen: Sequence[Deel], naam: Naam, kennis: Kennis
) -> bool:
    """Whether words that are promised to be a name can be one."""
    lijsten = kennis.lijsten
    woorden = [d.tekst for d in delen if d.soort is Deelsoort.WOORD]
    geheel = " ".join(d.tekst for d in delen)
    ding = any(names_thing(w) and not lijsten.is_first_name(w) for w in woorden)
    if ding or lijsten.is_place(geheel) or _is_short(geheel, kennis):
        return False
    if naam.voegsel and not naam.letter and lijsten.is_street(woorden[-1]):
        return False
    if naam.voegsel in _PLAATSBEPALING and not naam.letter:
        return lijsten.is_surname(woorden[-1])
    if naam.voegsel.lower().startswith(_VAN_DER):
        gewoon = lijsten.is_common(woorden[-1]) and not lijsten.is_surname(woorden[-1])
        return bool(naam.letter) or naam.voegsel[0].isupper() or not gewoon
    if naam.initialen and naam.achternaam:
        return True
    if lijsten.is_first_name(woorden[0]):
        return not (len(woorden) == 1 and lijsten.is_place(woorden[0]))
    if lijsten.is_surname(woorden[-1]) or _is_whole(naam.voegsel, geheel, kennis):
        return True
    if naam.voegsel and not lijsten.is_place(naam.achternaam):
        return _fits_particle(naam.voegsel, woorden[-1], kennis)
    if len(woorden) == 1 and (
        woorden[0].isupper()
        or woorden[0].endswith(_GEBOUW)
        or _AFKORTING.match(woorden[0])
    ):
        return False
    return _opens_strangely(woorden, kennis) or not _means_something(woorden, kennis)


def _is_short(woord: str, kennis: Kennis) -> bool:
    """Whether capitals shorten something: two of them, or those of work (``IBAN``).

    Three are someone as well: ``TOM``, ``KIM``.
    """
    if _DUO.fullmatch(woord):
        return True
    kort = len(woord) <= _ROEPNAAM and kennis.lijsten.is_first_name(woord)
    return woord.isupper() and not kort and klein(woord) in kennis.lijsten.afkortingen


def _fits_particle(voegsel: str, woord: str, kennis: Kennis) -> bool:
    """Whether a word no list knows as a surname can be one behind a particle.

    Not in ``een collega van de Nederlandse Arbeidsinspectie``.
    """
    lijsten = kennis.lijsten
    if lijsten.is_of_place(woord):
        return False
    return not lijsten.is_common(woord) or " " in voegsel


def _is_whole(voegsel: str, geheel: str, kennis: Kennis) -> bool:
    """Whether a surname with a particle is on the list, and the particle a name's."""
    return voegsel[:1].isupper() and kennis.lijsten.is_whole_surname(geheel)


def is_unlisted(woord: str, kennis: Kennis) -> bool:
    """Whether a word has the form of a name, and no list knows it as anything else."""
    return (
        _NAAMVORM.fullmatch(woord) is not None
        and kennis.lijsten.is_strange(woord)
        and not kennis.lijsten.is_compound(woord)
        and not names_thing(woord)
        and not ends_as_place(woord)
    )


def _opens_strangely(woorden: Sequence[str], kennis: Kennis) -> bool:
    """Whether a word no list knows stands before one that can be a surname as well."""
    if len(woorden) != 2 or not is_unlisted(woorden[0], kennis):  # noqa: PLR2004 (a first name and a surname)
        return False
    lijsten, laatste = kennis.lijsten, woorden[1]
    return not (
        laatste.isupper()
        or lijsten.is_organisation(laatste)
        or lijsten.is_compound(laatste)
        or (ends_as_place(laatste) and not lijsten.is_place(laatste))
    )


def _means_something(woorden: Sequence[str], kennis: Kennis) -> bool:
    """Whether words that are on no list of names are words or places."""
    lijsten = kennis.lijsten
    woorden = [
        w
        for w, volgend in zip(woorden, (*woorden[1:], ""), strict=True)
        if not (volgend and lijsten.opens_surname(w, volgend))
    ]
    samen = lijsten.is_compound if len(woorden) == 1 else ends_as_place
    return samen(woorden[-1]) or any(
        lijsten.is_common(w) or lijsten.is_place(w) for w in woorden
    )


def weigh_form(  # noqa: PLR0911 (one kind of name after another)
    delen: tuple[Deel, ...], naam: Naam, links: str, kennis: Kennis
) -> tuple[float, str]:
    """What a run is worth by its own words."""
    lijsten = kennis.lijsten
    laatste = [d.tekst for d in delen if d.soort is Deelsoort.WOORD][-1]
    geheel = f"{naam.voegsel} {naam.achternaam}"
    heel = lijsten.is_whole_surname(geheel)
    bekend = heel or lijsten.is_surname(laatste)
    vreemd = heel or not (lijsten.is_common(laatste) or lijsten.is_place(laatste))
    if not bekend and (laatste.endswith(_GEBOUW) or is_house(laatste, kennis)):
        return 0.0, "straat of gebouw"
    if naam.initialen and naam.achternaam:
        vorm = Vorm(bekend, vreemd, delen[0].soort is Deelsoort.INITIALEN)
        return _initials_form(naam, links, laatste, vorm, kennis), (
            "initialen met een achternaam"
        )
    if naam.voornaam and naam.achternaam:
        eerste = naam.voornaam.split()[0]
        return _full_form(
            eerste, naam.voegsel, links, kennis, bekend=bekend, vreemd=vreemd
        ), "voornaam met een achternaam"
    if naam.voornaam:
        gewoon = lijsten.is_common(laatste) or lijsten.is_place(laatste)
        return (0.15 if gewoon else 0.5), "voornaam"
    if naam.voegsel:
        vorm = Vorm(bekend, vreemd, punten=False)
        return _particle_form(naam, links, laatste, vorm, kennis)
    if bekend and _stands_out(laatste, links, kennis):
        return 0.5, "achternaam"
    if len(delen) > 1:
        return 0.5, "achternaam van twee woorden"
    return (0.45 if bekend and vreemd else 0.2 if bekend else 0.0), "achternaam"


def _particle_form(
    naam: Naam, links: str, laatste: str, vorm: Vorm, kennis: Kennis
) -> tuple[float, str]:
    """What a surname alone is worth that has a particle."""
    lijsten = kennis.lijsten
    geheel = f"{naam.voegsel} {naam.achternaam}"
    reden = "achternaam met voegsel"
    if lijsten.is_street(laatste) or lijsten.is_place(geheel):
        return 0.1, "plaats"
    if lijsten.is_whole_surname(geheel) and not lijsten.is_place(naam.achternaam):
        los = begins(links) and " " not in naam.voegsel
        return (0.3 if los else 0.55), reden
    if naam.voegsel.startswith(_VOORZETSELS) and naam.voegsel != "van der":
        return 0.2, reden
    gewoon = any(lijsten.is_common(w) for w in naam.achternaam.split()[:-1])
    zin = begins(links) and lijsten.is_common(laatste)
    if gewoon or (zin and " " not in naam.voegsel):
        return 0.1, reden
    return (0.55 if vorm.bekend else 0.45 if vorm.vreemd else 0.1), reden


def is_house(woord: str, kennis: Kennis) -> bool:
    """Whether a street or house has a first name in it: ``Alexanderhof``."""
    laag = klein(woord)
    return laag.endswith(_WIJK) and any(
        laag.endswith(eind) and laag.removesuffix(eind) in kennis.lijsten.voornamen
        for eind in _WIJK
    )


def _stands_out(woord: str, links: str, kennis: Kennis) -> bool:
    """Whether only a name explains the capital of a surname inside a sentence."""
    vorig = links[:-1].rpartition(" ")[2] if links.endswith(" ") else ""
    binnen = vorig.isalpha() and vorig.islower() and vorig not in _VOOR_PLAATS
    return binnen and not woord.isupper() and not kennis.lijsten.is_place(woord)


def _initials_form(
    naam: Naam, links: str, laatste: str, vorm: Vorm, kennis: Kennis
) -> float:
    bekend, vreemd, punten = vorm
    opsomming = len(naam.initialen) == 1 and bool(_REGELBEGIN.search(links))
    if not punten:
        postcode = POSTCODE.search(links)
        kan = not postcode and (bekend or (naam.voegsel and vreemd))
        return 0.6 if kan else 0.0 if postcode else 0.2
    if vreemd:
        return 0.6 if opsomming and not bekend else 0.85
    if bekend:
        # In a row of cells a letter with a stop numbers nothing.
        telt = opsomming and naam.initialen in _EERSTE_PUNTEN + _ROMEINS
        return 0.3 if telt and not links.rstrip(" ").endswith("\t") else 0.8
    lijsten = kennis.lijsten
    plaats = lijsten.is_place(laatste) and not lijsten.is_common(laatste)
    if plaats and not (opsomming and naam.initialen in _EERSTE_PUNTEN):
        return 0.5 if opsomming else 0.6
    if opsomming or _GENUMMERD.search(links):
        return 0.0
    return 0.55 if naam.voegsel else 0.5


def _full_form(  # noqa: PLR0911 (one kind of name after another)
    eerste: str, voegsel: str, links: str, kennis: Kennis, *, bekend: bool, vreemd: bool
) -> float:
    lijsten = kennis.lijsten
    gewoon = (
        lijsten.is_common(eerste)
        or lijsten.is_place(eerste)
        or names_thing(eerste)
        or (lijsten.is_compound(eerste) and not lijsten.is_first_name(eerste))
    )
    if lijsten.is_first_name(eerste):
        if bekend or vreemd:
            return 0.6 if gewoon else 0.9
        if gewoon:
            return 0.55 if " " in voegsel else 0.3 if begins(links) else 0.5
        return 0.6 if voegsel else 0.55
    if gewoon:
        return 0.1
    if bekend:
        return 0.7
    if not vreemd:
        return 0.5 if " " in voegsel else 0.1
    if voegsel:
        return 0.55
    return 0.42 if eerste.isupper() or begins(links) else 0.5


def names_thing(woord: str) -> bool:
    """Whether a hyphen joins a thing to a word: ``Kolk-berekening``."""
    return _KOPPELING.search(woord) is not None


def ends_as_place(woord: str) -> bool:
    """Whether a word ends as streets, houses and quarters do."""
    return woord.endswith((*_GEBOUW, *_WIJK))


def begins(links: str) -> bool:
    """Whether a sentence, line or quotation begins behind a text."""
    kaal = links.rstrip(" \"'(")
    if not kaal or kaal[-1] in _SLUIT:
        return True
    return kaal[-1] in _STREEPJES and links[len(kaal) : len(kaal) + 1] == " "
