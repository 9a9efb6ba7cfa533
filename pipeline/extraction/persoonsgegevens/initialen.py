"""Initials of people of the dossier, and letters where initials are promised."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.kandidaten import acts
from pipeline.extraction.persoonsgegevens.kennis import GROET
from pipeline.extraction.persoonsgegevens.naamvorm import POSTCODE
from pipeline.extraction.persoonsgegevens.parafen import does, find_signed, is_word
from pipeline.taal.letters import klein
from pipeline.taal.namen.naam import Naam, fold_name
from pipeline.taal.namen.vorm import HOOFD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.personen import Personen, Wie
    from pipeline.extraction.persoonsgegevens.structuur import Vakken
    from pipeline.extraction.persoonsgegevens.treffer import Blad

_INITIALEN = re.compile(
    rf"(?P<letters>[{HOOFD}](?<![\w.&-].)(?:[^\W\d_]{{0,3}}[{HOOFD}]|"
    rf"(?:\.(?:[vdt]{{1,3}}\.)?[{HOOFD}]){{1,2}}\.(?=[ ][a-z])))(?![\w&-]|\.\w)"
)
_HAAKJES = (("(", ")"), ("[", "]"))
_KORT = 2
_BELOOFDE_PLEK = frozenset({"kolom", "beloofd", "groet"})
_STERKE_PLEK = frozenset({"haakjes", "kolom", "actie", "slot", "beloofd", "lijst"})
_EIGEN_REGEL = "regel"
_SLOT = re.compile(r"(?:[.!?)][ ]{1,2}|[ ]-[ ]|(?:[-=]>|→)[ ]|\t|[ ]{3})\Z")
_PARAAF = re.compile(
    r"(?i)\b(?:paraaf|initialen|afgetekend|gezien|opgesteld|opgemaakt|genoteerd|"
    r"bijgewerkt|gecontroleerd|afgehandeld|fiat)(?:[ ]\w+){0,2}"
    r"[ .]*:[ \t]*\Z"
)
_GROETWOORD = re.compile(r"(?i)(?<!\w)(?:gr|groet(?:en|jes)?|mvg|hgr)[.,]?[ ]\Z")
_REGEL_NA = re.compile(
    r",[ ](?:tst\b|toestel\b|\d{1,2}[-/. ]\w|team\b|afdeling\b)|[ ]?\Z|[ ]?\n"
)
"""What follows the initials of who wrote a note: a number, a day, or nothing."""
_LIJST = re.compile(
    r"(?i)\b(?:aanw\.|afw\.|aanwezig|afwezig|deelnemers?|afgemeld|verhinderd|cc|kopie|"
    r"afschrift|groep(?:je)?[ ]\w{1,2})(?:en)?[ ]?:[ ](?:(?-i:[A-ZÀ-Þ][\w.-]{0,14})"
    r"(?:[ ][\w.'-]{1,14}){0,3}(?:[ ]\([^()\n]{1,20}\))?(?:[,;][ ]|[ ]en[ ]))*\Z"
)
_AKKOORD = re.compile(
    r"(?i)\b(?:akkoord|instemming|reacties?|antwoord)[ ](?:ontvangen|binnen)[ ]van[ ]"
    r"(?:(?-i:[A-ZÀ-Þ]\w{0,3}[A-ZÀ-Þ])(?:[,;][ ]|[ ]en[ ])(?:van[ ])?){0,6}\Z"
)
"""Who agreed, in a row: ``akkoord ontvangen van AK, BvD; van LT mondeling``."""

_GEZIEN = re.compile(
    r"(?i)\b(?:gezien|akkoord|geaccordeerd|parafen|fiat)[ ]?:[^\n:]{0,36}[ ]\Z"
)
_DAG_ERNA = re.compile(r"[ ]\(?(?:d\.?d\.?[ ])?\d{1,2}[-/]\d{1,2}\b")
"""A day behind initials in a line of who has seen a paper: ``LK d.d. 12/2``."""

_KENMERK = re.compile(
    r"(?i)(?:kenmerk|referentie|ref|nummer)(?:[^\n]{0,30}?\d/|\.?[ ]?:[ ]?)\Z"
)
"""Who made a letter opens or closes its number: ``Kenmerk: 2024/118/AvD``."""
_PUNT = frozenset({"• ", "- ", "* ", "– ", "] "})
_GROEP = re.compile(rf"(?:[{HOOFD}][^\W\d_]{{0,3}}[{HOOFD}]/)+\Z")
_BEURT = re.compile(rf"(?:/[{HOOFD}][^\W\d_]{{0,3}}[{HOOFD}]){{0,20}}:")
_REACTIE = re.compile(r"(?i)(?:\A|[\n\t])(?:opmerking|reactie|vraag|antwoord)[ ]\Z")
_DOOR = re.compile(r"(?i)\bdoor[ ]\Z")
_ERACHTER = re.compile(r"(?:[ ][(\[]|\t|[ ]{3,40})\Z")
_ACTIE = re.compile(r"(?i)\bactie(?:houder)?[ ]?:?[ ]\Z")
_ACTIEHOUDER = re.compile(
    r"(?i)\bactiehouders?[ ]?:[ ](?-i:[A-Z][a-z]{0,3}[A-Z](?:,[ ]|/|[ ]en[ ])){0,6}\Z"
)
_VERSIE = re.compile(r"(?i)(?:(?:^|\n|\t)v?\d{1,2}\.\d{1,2}[ \t]|\bversie[ ])\Z")
_IN_HAAKJES = re.compile(r"\((?!(?:[A-Z]{2,5},[ ]){2})[^()\n]{2,30},[ ]\Z")
"""An organisation before initials, no list of kinds: ``(Meent, AK)``."""
_ROL_ERNA = re.compile(r"(?i)[ ]\((?:not|verslag|vz\b|voorz|secr|tech)")
"""A task in the meeting behind initials: ``JdG (verslag)``."""

_GELIJKTEKEN = frozenset(" =")
_GELIJK = re.compile(rf"[ ]?=[ ]|[ ]\((?=[{HOOFD}][\w.-]+[ ])")
_ERVOOR = re.compile(r"\t|[ ]{3,40}")
"""What stands between initials and the name they are of: ``AK = Ab Kolk``."""
_TUSSENVOEGSEL = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{1,4}[A-ZÀ-Þ]")
"""Initials with a particle between them: no word looks like it."""

_PARTIKEL = re.compile(r"[A-ZÀ-Þ](?:v|vdr?|d|dl|vh|vt|t|te|tH|in|op|el|von)[A-ZÀ-Þ]")
"""The same with a Dutch particle: initials, also of who is not named: ``AvdB``."""

_HIERNA = re.compile(r"(?i)\bhierna(?:[ ]te[ ]noemen)?[ :]{1,2}[\"'“‘]?\Z")
_BELOOFD = re.compile(
    r"(?i)\b(?:opgesteld(?: door|(?=:))|gezien(?: door)?|paraaf|concept|kanttekening|"
    r"akkoord(?:[ ][a-z]{2,16}(?=[ ]?:))?|afgestemd met|gelezen door|voor verslag|"
    r"verslag|notulist|notulen|opsteller|namens deze|par\.|behandelaar|opm\.|"
    r"\w+ door(?=[ ]?:)|overdracht log\.|(?:bijgewerkt|ingevuld|opgemaakt|gemaakt|"
    r"genoteerd|aangenomen|gecontroleerd|afgehandeld|nagekeken|geregistreerd|"
    r"gescand) door)(?:[ ](?:manager|leidinggevende|secretaris|directeur|"
    r"afdelingshoofd|teamleider|opdrachtgever|behandelaar))?(?:[ ]{0,12}:|)[ \t]\Z"
)

_WOORDEN_ERVOOR = (
    ("beloofd", _ACTIEHOUDER),
    ("actie", _ACTIE),
    ("haakjes", _HIERNA),
    ("beloofd", _BELOOFD),
    ("beloofd", _PARAAF),
    ("beloofd", _VERSIE),
    ("groetwoord", _GROETWOORD),
    ("lijst", _LIJST),
    ("haakjes", _AKKOORD),
)
_LIDWOORD = re.compile(
    r"(?i)\b(?:de|het|een|dit|dat|deze|die|geen|elke?|ieder|onze?|per|of|nr\.?)[ ]\Z"
)
_RIJ_VOOR = re.compile(r"(?:\b[A-Z]{2,5}(?:,[ ]|/|[ ](?:en|of)[ ])){1,8}\Z")
_RIJ_NA = re.compile(r"(?:(?:,[ ]|/|[ ](?:en|of)[ ])[A-Z]{2,5}\b){1,8}")
_KAPITALEN = re.compile(r"[A-Z]{2,5}")
_BEREIK = 40
_CEL = 40
"""Characters of a cell of names; more is a sentence."""


def letters_of(naam: Naam) -> set[str]:
    """The initials a name can be shortened to, in lower case."""
    dubbel = "".join(d[0] for d in naam.voornaam.split("-") if d)
    voor = naam.initialen or (dubbel if len(dubbel) > 1 else naam.voornaam[:1])
    if not voor or not naam.achternaam:
        return {klein(dubbel)} if len(dubbel) > 1 else set()
    voegsel = "".join(w[0] for w in naam.voegsel.replace("'", " ").split())
    achter = naam.achternaam[0]
    delen = naam.achternaam.split("-")
    alle = "".join(w[0] for w in naam.voornaam.split()) + voegsel + achter
    vormen = {alle, voor[0] + achter, voor + achter, voor[0] + voegsel + achter, dubbel}
    if len(delen) > 1:
        vormen.add(voor[0] + achter + delen[-1].split()[-1][0])
    woorden = [w for w in naam.achternaam.replace("-", " ").split() if w[0].isalpha()]
    if len(woorden) > 1:
        vormen.add(voor[0] + voegsel + "".join(w[0] for w in woorden))
    if len(naam.achternaam) > 1:
        vormen.add(voor[0] + naam.achternaam[:2])
        vormen.add(naam.voornaam[:2] + achter if naam.voornaam else voor + achter)
    return {klein(v) for v in vormen if len(v) > 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verkortingen:
    """Of whom initials can be, in the order in which people were found.

    ``voorletters`` holds for each document the first letters of those whose surname
    it does not tell, ``plekken`` where people are named in it, in order.
    """

    vormen: Mapping[str, Sequence[Wie]]
    voorletters: Mapping[int, set[str]]
    plekken: Mapping[int, Sequence[tuple[int, Wie]]]


def shorten(personen: Personen) -> Verkortingen:
    """The initials that all people of a dossier can be shortened to."""
    vormen: dict[str, list[Wie]] = {}
    voorletters: dict[int, set[str]] = defaultdict(set)
    plekken: dict[int, list[tuple[int, Wie]]] = defaultdict(list)
    for wie in personen.alle:
        for treffer in wie.treffers:
            plekken[treffer.blad].append((treffer.begin, wie))
        for vorm in {v for naam in wie.namen for v in letters_of(naam)}:
            vormen.setdefault(vorm, []).append(wie)
        if not wie.kernen:
            for treffer in wie.treffers:
                voorletters[treffer.blad] |= wie.letters
    for lijst in plekken.values():
        lijst.sort(key=itemgetter(0))
    return Verkortingen(vormen=vormen, voorletters=voorletters, plekken=plekken)


def find_initialen(
    blad: Blad, vakken: Vakken, korte: Verkortingen, kennis: Kennis
) -> Iterator[tuple[int, int, Wie | None]]:
    """Initials of known people, each with the person.

    Where nothing tells that initials stand, they must be of one person whom the
    document names. Others that stand in a column of people, or close a note of someone
    known by first name only, are given without a person.
    """
    tekst = blad.tekst
    raken = list(_INITIALEN.finditer(tekst))
    plekken = [_setting(tekst, raak, vakken, blad) for raak in raken]
    gezien = {
        raak["letters"]: plek
        for raak, plek in zip(raken, plekken, strict=True)
        if plek in _STERKE_PLEK
    }
    eigen = _defined(blad, raken, korte.vormen) | dict(
        find_signed(blad, raken, vakken, korte, kennis)
    )
    voorletters = korte.voorletters.get(blad.nummer, set())
    for raak, hier in zip(raken, plekken, strict=True):
        letters = raak["letters"]
        laag = fold_name(letters)
        if "." in letters and not does(tekst, raak.end(), kennis):
            continue  # "R.K. heeft toegezegd" is someone, "een R.K. school" is not
        if hier == "kolom" and _closes_firm(tekst, raak.start(), laag, kennis):
            continue
        if kennis.is_named_by(laag) and not (
            letters in eigen
            or hier == "kenmerk"
            or (hier == "kolom" and _names_official(blad, korte.vormen.get(laag, ())))
        ):
            continue
        eerder = "eerder" if letters in gezien else ""
        plek = hier or eerder or ("eigen" if letters in eigen else "")
        plek = plek or _on_a_line(tekst, raak, kennis)
        bekend = korte.vormen.get(laag, ())
        if plek and plek != _EIGEN_REGEL:
            wie = eigen.get(letters) or (_whose(bekend, blad) if bekend else None)
        else:
            wie = _named_alone(blad, raak, korte, kennis, los=not plek)
        if (
            wie is not None
            or _has_particle(letters, kennis)
            or (
                not is_word(laag, kennis)
                and (
                    (plek in _BELOOFDE_PLEK and not _shortens_thing(laag, kennis))
                    or (plek == "slot" and laag[0] in voorletters)
                    or (gezien.get(letters) == "lijst" and _looks_personal(letters))
                )
            )
        ):
            yield raak.start(), raak.end(), wie


def _closes_firm(tekst: str, begin: int, laag: str, kennis: Kennis) -> bool:
    """Whether letters in a cell close the name of a firm: ``Kolk en Dam BV``."""
    return laag in kennis.erachter and tekst[begin - 1 : begin] == " "


def _named_alone(
    blad: Blad, raak: re.Match[str], korte: Verkortingen, kennis: Kennis, *, los: bool
) -> Wie | None:
    """The one person of the document whom letters in a sentence (``los``) shorten."""
    laag, lijsten = fold_name(raak["letters"]), kennis.lijsten
    genoemd = [w for w in korte.vormen.get(laag, ()) if w.is_named_in(blad.nummer)]
    if len(genoemd) != 1 or (
        los
        and (
            (laag in lijsten.woorden and not acts(blad.tekst, raak.end(), kennis))
            or laag in lijsten.afkortingen
            or _is_a_thing(blad.tekst, raak.start())
            or _is_among_kinds(blad, raak, korte.vormen)
        )
    ):
        return None
    return genoemd[0]


def _names_official(blad: Blad, bekend: Sequence[Wie]) -> bool:
    """Whether someone whom the document names, and no office holder, is called so."""
    return any(w.is_named_in(blad.nummer) and not w.openbaar for w in bekend)


def _shortens_thing(laag: str, kennis: Kennis) -> bool:
    """Whether letters shorten words all know: of two letters many are of people."""
    return len(laag) > _KORT and laag in kennis.lijsten.afkortingen


def _has_particle(letters: str, kennis: Kennis) -> bool:
    """Whether letters with a particle shorten a name and no other words: ``AvdB``."""
    laag = fold_name(letters)
    return (
        _PARTIKEL.fullmatch(letters) is not None
        and laag not in kennis.lijsten.afkortingen
    )


def _looks_personal(letters: str) -> bool:
    """Whether letters among those present are of a person: bodies have more."""
    return len(letters) <= _KORT or _TUSSENVOEGSEL.fullmatch(letters) is not None


def _is_a_thing(tekst: str, begin: int) -> bool:
    """Whether letters close a postcode or follow an article: ``3508 TH``."""
    vanaf = max(0, begin - _BEREIK)
    return any(vorm.search(tekst, vanaf, begin) for vorm in (POSTCODE, _LIDWOORD))


def _is_among_kinds(
    blad: Blad, raak: re.Match[str], korte: Mapping[str, Sequence[Wie]]
) -> bool:
    """Whether letters beside it, in a row, are of nobody: ``(OEK, AO, SH)``."""
    begin, eind = raak.span()
    voor = _RIJ_VOOR.search(blad.tekst, max(0, begin - _BEREIK), begin)
    na = _RIJ_NA.match(blad.tekst, eind)
    rij = "".join(stuk.group() for stuk in (voor, na) if stuk)
    return any(
        not any(w.is_named_in(blad.nummer) for w in korte.get(klein(letters), ()))
        for letters in _KAPITALEN.findall(rij)
    )


def _on_a_line(tekst: str, raak: re.Match[str], kennis: Kennis) -> str:
    """What a greeting above initials or a line of their own makes of them."""
    begin, eind = raak.span()
    voor = tekst[max(0, begin - _BEREIK) : begin]
    alleen = voor[-1:] == "\n" and tekst[eind : eind + 1] in {"", "\n"}
    if alleen and any(
        r.id == GROET and r.vorm.search(voor) for r in kennis.voor.regels
    ):
        return "groet"
    if voor[-1:] in {"", "\n"} and _REGEL_NA.match(tekst, eind):
        return _EIGEN_REGEL
    return ""


def _whose(bekend: Sequence[Wie], blad: Blad) -> Wie:
    """Of whom initials are that several share: of who is masked, in this document."""
    hier = [w for w in bekend if w.is_named_in(blad.nummer)] or list(bekend)
    return next((w for w in hier if not w.openbaar), hier[0])


def _defined(
    blad: Blad, raken: Sequence[re.Match[str]], korte: Mapping[str, Sequence[Wie]]
) -> dict[str, Wie]:
    """Of whom initials beside a name are: ``Ab Kolk (AK)``, ``AK = Ab Kolk``."""
    eigen: dict[str, Wie] = {}
    naast: dict[int, tuple[set[int], set[int]]] = {}
    for raak in raken:
        gelijk = _GELIJK.match(blad.tekst, raak.end()) or _ERVOOR.match(
            blad.tekst, raak.end()
        )
        erachter = _ERACHTER.search(blad.tekst, max(0, raak.start() - 41), raak.start())
        for wie in korte.get(fold_name(raak["letters"]), ()):
            if id(wie) not in naast:
                naast[id(wie)] = _edges(wie, blad.nummer)
            begin, einden = naast[id(wie)]
            if (erachter and erachter.start() in einden) or (
                gelijk and gelijk.end() in begin
            ):
                eigen.setdefault(raak["letters"], wie)
    return eigen


def _edges(wie: Wie, blad: int) -> tuple[set[int], set[int]]:
    """Where the names of someone begin in a document, and where they end."""
    hier = [t for t in wie.treffers if t.blad == blad]
    return {t.begin for t in hier}, {t.eind for t in hier}


def _group_begin(tekst: str, begin: int) -> int:
    """Where a group of initials with strokes between them begins: ``AK/JdV``."""
    raak = _GROEP.search(tekst, max(0, begin - 24), begin)
    return raak.start() if raak else begin


def _setting(tekst: str, raak: re.Match[str], vakken: Vakken, blad: Blad) -> str:
    """Where initials stand: "haakjes", "kolom" …; "" for nowhere special."""
    begin, eind = raak.span()
    if _KENMERK.search(tekst, max(0, begin - _BEREIK), begin):
        return "kenmerk"
    if tekst[begin - 1 : begin] == "/":
        begin = _group_begin(tekst, begin)
        if begin == raak.start():
            return ""
    plek = _before_and_behind(tekst, begin, eind)
    if plek:
        return plek
    vak = vakken.at(blad.schoon.positie(begin))
    cel = vak and vak.regel == "naam.kolom" and vak.eind - vak.begin < _CEL
    return "kolom" if cel else ""


def _before_and_behind(tekst: str, begin: int, eind: int) -> str:
    """What the signs and words at both sides of initials tell of their place."""
    voor, na = tekst[begin - 1 : begin], tekst[eind : eind + 1]
    links = tekst[max(0, begin - _BEREIK) : begin]
    if (
        (voor, na) in _HAAKJES
        or (na in _GELIJKTEKEN and _GELIJK.match(tekst, eind))
        or (na == ")" and _IN_HAAKJES.search(links))
        or (na == "," and links.endswith(" ("))
        or (_DAG_ERNA.match(tekst, eind) and _GEZIEN.search(links))
    ):
        return "haakjes"
    if (na == ":" and _REACTIE.search(links)) or _ROL_ERNA.match(tekst, eind):
        return "beloofd"
    if _BEURT.match(tekst, eind) and (
        not links or voor in "\n\t[(" or links[-2:] in _PUNT or _DOOR.search(links[-6:])
    ):
        return "beurt"
    beloofd = next((p for p, woorden in _WOORDEN_ERVOOR if woorden.search(links)), "")
    if beloofd or na not in {"", "\n"}:
        return beloofd
    if _SLOT.search(links[-3:]):
        return "slot"
    return "slotwoord" if links.endswith(", ") else ""
