"""Names with the surname first: ``Bosch, Marieke van den``."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.kennis import GROET, LABEL, TITELS
from pipeline.extraction.persoonsgegevens.naamvorm import is_plausible
from pipeline.extraction.persoonsgegevens.namenlijst import is_in_list
from pipeline.extraction.persoonsgegevens.splitsing import MAILVELDEN
from pipeline.extraction.persoonsgegevens.structuur import KOLOM
from pipeline.taal.namen.naam import Naam

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.treffer import Blad, Treffer
    from pipeline.taal.namen.lijsten import Naamlijsten

_TUSSEN = re.compile(r",[ ]{0,2}(?:(?:dhr|mw|mevr|drs|ir|mr)\.?[ ])?")
DEELTJES = "van|de|den|der|ter|ten|te|el|in|op|'t|von|du|da|das|do|dos|di|del|ben|bin"
"""Particles of surnames that stand behind a first name or initials."""

LIDWOORD = r"(?:[ ]?(?:de|den|der|het|'t))?"
"""What can follow them: ``van der``, ``op 't``, ``in't``."""

_VOEGSEL_VOOR = re.compile(rf"(?i)(?<![\w'.-])(?:{DEELTJES}){LIDWOORD}[ ]\Z")
_LANGSTE_VOEGSEL = 9
_NAAST = {", ", "; "}
_VOEGSEL = re.compile(
    rf"[ ](?P<voegsel>(?:{DEELTJES}|al|la|le){LIDWOORD})(?=[ ]?(?:[;\"'<(\[,|/–-]|"
    r"\n|\t|[ ]{2}|\Z|[ ](?:om|als|voor|heeft|is|was|verklaart|en)\b))"
)
_STOP = re.compile(
    rf"[ ](?i:{MAILVELDEN}):|"
    r"[ ]?(?:[;\"'<(\[|/]|[ ][-–]|[ ]{2}|[ ]\d{1,2}[-.:]\d|\n|\t|\Z|"
    r",[ ](?:[a-z]|V-|BSN)|(?:[ ][a-zà-ÿ-]{4,}){1,3}(?:\n|\Z))"
)
_LABEL = (
    r"(?:\A|\n)(?i:auteurs?|(?:op)?steller|behandelaar|contactpersoon|notulist)(?=[ ])"
)
_REKENING = (
    r"(?i:(?<!\w)t\.?n\.?v\.?|(?:op|ten) na(?:am|me) (?:staat |stond |gesteld )?van|"
    r"(?<!\w)t\.?a\.?v\.?:?|ter attentie van:?)"
)
_BEURT = (
    r"(?:\A|\n)\[?(?:\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?,?[ ])?"
    r"\d{1,2}[:.]\d{2}(?::\d{2})?\]?[ ]{1,2}"
)
"""The time of a message in a chat, at the begin of its line."""
_KOP = re.compile(
    r"(?i)(?:\"|>>>[ ]|(?:van|from|aan|to|cc|bcc):[ \t]{1,2}|;[ ]?|"
    rf"{_REKENING}[ ])\Z|{_BEURT}\Z"
)
_TIJD_ERNA = re.compile(r"[ ]{1,2}\d{1,2}[:.]\d{2}[ ]*(?:\n|\Z)")
"""The time of a message behind who sent it: ``Kolk, Lea 9:33``."""
_MAILREGEL = re.compile(rf"(?i)[ >*|]{{0,8}}(?:{MAILVELDEN})[ ]?:")
_ENTRY_UIT = re.compile(r"[ ]{0,2}(?:[;<(]|\n|\Z)")
_VOLGENDE = re.compile(r"[ ]\([^()\n]{1,40}\),[ ]")
"""Between two of a list: ``Kolk, Lea (COA), Dam, Ab (IND)``."""

_MET_LETTERS = re.compile(
    r",[ ](?P<letters>(?:[A-ZÀ-Þ]\.[ ]?){1,5})"
    rf"(?:[ ]?(?P<voegsel>(?:{DEELTJES}){LIDWOORD})[ ])?[ ]?\("
)
"""Initials between a surname and the first name in brackets: ``Kolk, A. (Lea)``."""
_MEESTE_WOORDEN = 4
_LANGE_RIJ = 1000
"""Characters of a line of pairs that are looked at: of more the rest is alike."""

_BEGIN = re.compile(
    rf"(?:[\"';>:\n\t\]|*•]|\),|(?i:\bmachtigt)|{_REKENING}|\A|"
    rf"(?:\A|\n)\d{{1,2}}[.)]|{_LABEL})[ ]*\Z|{_BEURT}\Z"
)
_PUNT = re.compile(r"(?:\A|\n)[ \t]*[-–•*][ ]\Z")
"""A point of a list: "- Kolk, Lea, Nidos"."""
_EIGEN_REGEL = re.compile(
    rf"(?:[;:\n\t\]|]|>[ ]?|\A|(?:\A|\n)\d{{1,2}}[.)]|{_LABEL})[ ]{{0,2}}\Z"
)
_VIETNAMEES = re.compile(r"[ăĂđĐĩĨơƠưƯ\u1ea0-\u1ef9]")
"""Letters of Vietnamese: there a middle name goes with the first, ``Trần, Thị Mai``."""

_ONDERTEKEND = re.compile(rf",[ ](?:(?P<voegsel>(?:{DEELTJES}){LIDWOORD})[ ])?")
_BELOOFT = TITELS | {LABEL}
_RUIM = 48
_REGEL = "naam.omgekeerd"
_ZEKER = 0.85


def join_reversed(blad: Blad, treffers: list[Treffer], kennis: Kennis) -> list[Treffer]:
    """The same with ``Achternaam, Voornaam`` read as one name."""
    tekst = blad.tekst
    op: set[int] = set()
    bekend: dict[str, str] = {}
    vorige = -1
    for achter, voor in pairwise(treffers):
        if _join_lettered(tekst, achter, voor):
            op.add(id(voor))
            continue
        volgt = vorige >= 0 and _VOLGENDE.fullmatch(tekst, vorige, achter.begin)
        paar = tekst[achter.begin : voor.eind]
        if not (
            _is_pair(tekst, achter, voor, kennis, volgt=bool(volgt))
            or (paar in bekend and _stand_turned(tekst, achter, voor))
        ):
            continue
        begin = particle_before(tekst, achter.begin)
        voegsel = achter.naam.voegsel or tekst[begin : achter.begin].rstrip()
        raak = _VOEGSEL.match(tekst, voor.eind)
        achteraan = raak["voegsel"] if raak else bekend.get(paar, "")
        if achteraan and tekst.startswith(f" {achteraan}", voor.eind):
            voegsel = voegsel or achteraan
            voor.eind += 1 + len(achteraan)
        bekend.setdefault(paar, achteraan)
        eigen = " ".join(d.tekst for d in voor.delen)
        initialen = voor.naam.initialen or (eigen if voor.naam.initialen else "")
        achternaam = _whole_surname(achter)
        naam = Naam(
            voornaam="" if initialen else eigen,
            initialen=initialen,
            voegsel=voegsel,
            achternaam=achternaam,
        )
        achter.naam, achter.begin, achter.eind = naam, begin, voor.eind
        vorige = achter.eind
        reden = "achternaam en voornaam, met een komma ertussen"
        achter.believe(max(achter.gewicht, _ZEKER), _REGEL, reden)
        op.add(id(voor))
    over = [t for t in treffers if id(t) not in op]
    _know_surnames(over)
    return over


def _know_surnames(treffers: list[Treffer]) -> None:
    """Read a surname of two words as one where it stands by itself: ``Farah Nuur``.

    It was turned round elsewhere, so it holds no first name.
    """
    dubbel = {t.naam.achternaam for t in treffers if t.regel == _REGEL}
    dubbel = {naam for naam in dubbel if " " in naam}
    for treffer in treffers if dubbel else ():
        naam = treffer.naam
        if treffer.regel != _REGEL and f"{naam.voornaam} {naam.achternaam}" in dubbel:
            treffer.naam = Naam(achternaam=f"{naam.voornaam} {naam.achternaam}")


def _join_lettered(tekst: str, achter: Treffer, voor: Treffer) -> bool:
    """Read ``Kolk, A. (Lea)`` as one name; whether it was one."""
    raak = _MET_LETTERS.fullmatch(tekst, achter.eind, voor.begin)
    if raak is None or len(voor.delen) > 1 or tekst[voor.eind : voor.eind + 1] != ")":
        return False
    achter.naam = Naam(
        voornaam=voor.delen[0].tekst,
        voegsel=raak["voegsel"] or achter.naam.voegsel,
        achternaam=achter.naam.achternaam or achter.naam.voornaam,
    )
    achter.eind = voor.eind + 1
    reden = "achternaam, voorletters en roepnaam"
    achter.believe(max(achter.gewicht, _ZEKER), _REGEL, reden)
    return True


def opens_pair(tekst: str, begin: int) -> bool:
    """Whether a surname can open a pair here: behind a label, a sign or a line end."""
    return _BEGIN.search(tekst, max(0, begin - _RUIM), begin) is not None


def particle_before(tekst: str, begin: int) -> int:
    """Where a surname begins whose particle was taken for a word before it.

    The particle opens a pair itself: in "mail van Kolk, Lea" it is a word.
    """
    if tekst[begin - 1 : begin] != " ":
        return begin
    raak = _VOEGSEL_VOOR.search(tekst, max(0, begin - _LANGSTE_VOEGSEL), begin)
    if raak is None:
        return begin
    plek = raak.start()
    opent = tekst[plek - 2 : plek] in _NAAST or opens_pair(tekst, plek)
    return plek if opent else begin


def join_signed(blad: Blad, treffers: list[Treffer], kennis: Kennis) -> list[Treffer]:
    """The same with ``Sanne, van Kolk`` under a greeting read as one name."""
    op: set[int] = set()
    for voor, achter in pairwise(treffers):
        if voor.regel != GROET or voor.naam.achternaam:
            continue
        tussen = _ONDERTEKEND.fullmatch(blad.tekst, voor.eind, achter.begin)
        alleen = blad.tekst[achter.eind : achter.eind + 1] in {"", "\n"}
        if not (tussen and alleen):
            continue
        if not tussen["voegsel"] and not is_plausible(
            achter.delen, achter.naam, kennis
        ):
            continue
        voegsel = tussen["voegsel"] or achter.naam.voegsel
        achternaam = achter.naam.achternaam or achter.naam.voornaam
        voor.naam = Naam(
            voornaam=voor.naam.voornaam, voegsel=voegsel, achternaam=achternaam
        )
        voor.eind = achter.eind
        op.add(id(achter))
    return [t for t in treffers if id(t) not in op]


def join_cells(blad: Blad, treffers: list[Treffer], kennis: Kennis) -> None:
    """Read a first name and a surname in cells side by side as of one person."""
    for een, ander in pairwise(treffers):
        if ander.begin != een.eind + 1 or blad.tekst[een.eind] != "\t":
            continue
        if _completes(een, ander, kennis):
            ander.believe(_ZEKER, "naam.cellen", "achternaam naast een voornaam")
            een.naam = ander.naam = replace(ander.naam, voornaam=een.delen[0].tekst)
            continue
        delen = {een.kop: een.naam, ander.kop: ander.naam}
        if delen.keys() != {"achternaam", "voornaam"}:
            continue
        achter, voor = delen["achternaam"], delen["voornaam"]
        een.naam = ander.naam = Naam(
            voornaam=voor.voornaam or voor.achternaam,
            voegsel=achter.voegsel,
            achternaam=achter.achternaam or achter.voornaam,
        )


def _completes(een: Treffer, ander: Treffer, kennis: Kennis) -> bool:
    """Whether a surname fills the cell behind a first name that a label promised.

    Behind a word that no list knows it is one that they know: firms have such cells.
    """
    voor, woord, lijsten = een.delen[0].tekst, ander.delen[-1].tekst, kennis.lijsten
    return (
        een.aanvaard
        and een.regel in _BELOOFT
        and len(een.delen) == 1
        and bool(ander.naam.achternaam and not ander.naam.voornaam)
        and not (ander.aanvaard or lijsten.is_place(woord))
        and is_plausible(ander.delen, ander.naam, kennis)
        and (
            (lijsten.is_strange(woord) and lijsten.is_first_name(voor))
            or lijsten.is_surname(woord)
        )
    )


def _is_pair(
    tekst: str, achter: Treffer, voor: Treffer, kennis: Kennis, *, volgt: bool
) -> bool:
    if not _stand_turned(tekst, achter, voor) or not _is_given(achter, voor, kennis):
        return False
    if _is_in_pairs(tekst, achter, kennis):
        return True
    voegsel = _VOEGSEL.match(tekst, voor.eind)
    begin = particle_before(tekst, achter.begin)
    punt = _PUNT.search(tekst, max(0, begin - _RUIM), begin) is not None
    komma = tekst.startswith((", ", ": "), voor.eind)
    lijst = komma and is_in_list(tekst, begin, kennis.lijsten)
    stop = (komma and punt) or lijst or _STOP.match(tekst, voor.eind)
    if not (voegsel or stop):
        return False
    if not (punt or opens_pair(tekst, begin)):
        return False
    kop = _KOP.search(tekst, max(0, begin - 20), begin)
    beurt = _TIJD_ERNA.match(tekst, voor.eind)
    zeker = bool(kop or voegsel or volgt or beurt or lijst)
    return _is_likely(tekst, achter, voor, kennis, zeker=zeker)


def _stand_turned(tekst: str, achter: Treffer, voor: Treffer) -> bool:
    """Whether a comma stands between two names of which the first is no whole one."""
    if voor.begin - achter.eind > 8:  # noqa: PLR2004 (", mevr. ")
        return False
    heel = (
        achter.naam.letter
        and achter.naam.achternaam
        and not _VOEGSEL.match(tekst, voor.eind)
        and not _stands_between_semicolons(tekst, achter, voor)
    )
    return bool(not heel and _TUSSEN.fullmatch(tekst, achter.eind, voor.begin))


def _stands_between_semicolons(tekst: str, achter: Treffer, voor: Treffer) -> bool:
    """Whether a head parts its people by semicolons: its commas stand inside a name.

    So a surname of two words is one: ``Aan: Farah Nuur, Lea; Kolk, Ab``.
    """
    begin = tekst.rfind("\n", 0, achter.begin) + 1
    eind = tekst.find("\n", voor.eind)
    return (
        not achter.naam.initialen
        and _MAILREGEL.match(tekst, begin) is not None
        and _KOP.search(tekst, max(begin, achter.begin - 20), achter.begin) is not None
        and _ENTRY_UIT.match(tekst, voor.eind) is not None
        and tekst.find(";", begin, eind if eind >= 0 else len(tekst)) >= 0
    )


def _whole_surname(achter: Treffer) -> str:
    """The surname that was turned round, with a first half that is a first name too."""
    naam = achter.naam
    if naam.voornaam and naam.achternaam and not naam.voegsel:
        return f"{naam.voornaam} {naam.achternaam}"
    return naam.achternaam or naam.voornaam


def _is_in_pairs(tekst: str, achter: Treffer, kennis: Kennis) -> bool:
    """Whether someone opens a pair in a line of them: ``Kolk, Lea, Dam, Ab van``."""
    einden, kommas = _signs(tekst, "\n:"), _signs(tekst, ",")
    plek = bisect_left(einden, achter.begin)
    begin = einden[plek - 1] + 1 if plek else 0
    ervoor = bisect_left(kommas, achter.begin) - bisect_left(kommas, begin)
    return ervoor % 2 == 0 and _holds_pairs(tekst, begin, kennis.lijsten)


@lru_cache(maxsize=8)
def _signs(tekst: str, tekens: str) -> tuple[int, ...]:
    """Where one of some signs stands in a text."""
    return tuple(raak.start() for raak in re.finditer(f"[{tekens}]", tekst))


@lru_cache(maxsize=16)
def _holds_pairs(tekst: str, begin: int, lijsten: Naamlijsten) -> bool:
    """Whether what stands from here to the end of its line are pairs, by its head."""
    eind = tekst.find("\n", begin)
    heel = tekst[begin : eind if eind >= 0 else len(tekst)].strip(" .")
    delen = heel[:_LANGE_RIJ].split(", ")
    if len(heel) > _LANGE_RIJ:
        delen = delen[: (len(delen) - 1) // 2 * 2]  # the last may be cut
    if len(delen) < 4 or len(delen) % 2:  # noqa: PLR2004 two pairs
        return False
    if any(len(d.split()) > _MEESTE_WOORDEN or not d[:1].isupper() for d in delen):
        return False
    voor = [lijsten.is_first_name(d.split()[0]) for d in delen[1::2]]
    achternamen = [
        d for d in delen[::2] if lijsten.is_first_name(d) and not lijsten.is_surname(d)
    ]
    return 2 * sum(voor) >= len(voor) and not achternamen


def _is_given(achter: Treffer, voor: Treffer, kennis: Kennis) -> bool:
    """Whether what follows the comma can be a first name, two of them, or initials."""
    if not voor.naam.achternaam or voor.naam.initialen or len(voor.delen) == 1:
        return True
    woorden = [d.tekst for d in voor.delen]
    viet = any(_VIETNAMEES.search(w) for w in (achter.delen[0].tekst, *woorden))
    return all(
        kennis.lijsten.is_first_name(w) or (viet and kennis.lijsten.is_strange(w))
        for w in woorden
    )


def _is_likely(
    tekst: str, achter: Treffer, voor: Treffer, kennis: Kennis, *, zeker: bool
) -> bool:
    """Whether the words, or their place on a line of their own, tell a name."""
    lijsten = kennis.lijsten
    laatste, eerste = achter.delen[-1].tekst, voor.delen[0].tekst
    if lijsten.is_first_name(laatste) and not lijsten.is_surname(laatste):
        return zeker and not lijsten.is_place(eerste) and not lijsten.is_common(eerste)
    if zeker or voor.naam.initialen or KOLOM in {achter.regel, voor.regel}:
        return True
    if lijsten.is_first_name(eerste):
        return True
    alleen = _EIGEN_REGEL.search(tekst, max(0, achter.begin - _RUIM), achter.begin)
    return bool(alleen) and all(map(lijsten.is_strange, (laatste, eerste)))
