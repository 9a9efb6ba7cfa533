"""Ends of lines that part a name: a title, initials or first name from what follows.

Who types a mail, and each program that quotes one, breaks lines where they are full. A
name that is broken there reads as two half names, and the half that no list knows would
stay readable. Lists and tables end their lines for another reason: a name alone on its
line, or before a label, is whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.taal.letters import klein
from pipeline.taal.namen.vorm import HOOFD, VOEGSELVORM

if TYPE_CHECKING:
    from modellen.document import Document
    from pipeline.extraction.persoonsgegevens.kennis import Kennis

_TERUG = 60
"""Characters of a line that are looked at: more than a name has."""
_VOL = 44
"""Characters of a line that was broken because it was full."""
_RAND = re.compile(r"[\n\t]")
_GAT = r"\n(?:[ ]?>){0,9}[ ]{0,3}"
"""A line end, with the marks that a program sets before each line that it quotes."""
_EIND = re.compile(rf"{_GAT}(?=(?:{VOEGSELVORM}[ ])?[{HOOFD}][\w.])")
_SLOT = frozenset(".'’")
_VERDER = re.compile(
    rf"{_GAT}(?:(?:[{HOOFD}][a-z]?\.[ ]?){{1,4}})?(?P<voegsel>{VOEGSELVORM}[ ])?"
    rf"(?P<woord>[{HOOFD}][\w'’-]+)(?![\w'’-])"
)
_LABEL = re.compile(r"[ ]?:")
_HOOFDWOORD = rf"[ ](?:{VOEGSELVORM}[ ])?[{HOOFD}]"
_NOG_EEN = re.compile(
    rf"{_HOOFDWOORD}|,[ ]?[{HOOFD}][\w'’-]*(?:[ ]{VOEGSELVORM})?"
    rf"(?![\w'’-]|{_HOOFDWOORD})"
)
"""A capital behind a word: another name of it, or the first name it was turned for."""
_IN_ZIN = re.compile(r"[ ][a-zà-ÿ(]|['’)]?[.,;)]")
_GAAT_DOOR = re.compile(r"[ ][a-zà-ÿ]")
_WOORD = re.compile(rf"(?<![\w'’.-])(?P<woord>[{HOOFD}][\w'’-]+)\Z")
_TITEL = re.compile(r"(?<![\w'’.-])(?P<woord>[^\W\d_]{2,})\.?\Z")
_INITIALEN = re.compile(rf"(?<=[\w.;:,(] )(?:[{HOOFD}][a-z]?\.[ ]?){{1,4}}\Z")
_GEKEERD = re.compile(
    rf"(?:\A|[;:][ ])(?:{VOEGSELVORM}[ ])?[{HOOFD}][\w'’-]+"
    rf"(?:[ ]-[ ](?:{VOEGSELVORM}[ ])?[{HOOFD}][\w'’-]+)?,[ ]\Z"
)
"""What stands before initials that close a name: ``Kolk, A.`` on a line of its own."""
_GENUMMERD = re.compile(r"(?i)(?:bijlage|deel|punt|optie|variant|onderdeel|fase)[ ]\Z")
_FIRMA = re.compile(r"(?<!\w)(?:B\.V|N\.V|V\.O\.F|U\.A|G\.S|P\.S|B\.W)\.[ ]?\Z")
"""Letters that stand behind a firm, or for a body or an afterthought."""
_LOPEND = re.compile(r"(?:(?<!\w)[a-zà-ÿ]{2,}\.?[ ]|[;:,(][ ]|[(])\Z")
"""What stands before a name in running text, or in a list on one line."""
_OPSOMMING = re.compile(r"[;:,][ ]\Z")
_AANHALING = re.compile(rf"(?<![^ (;,:<])['\"‘“][{HOOFD}][^'\"‘’“”\n]{{0,30}}\Z")
_AANHALING_UIT = re.compile(rf"{_GAT}[^'\"‘’“”\n]{{1,40}}['\"’”](?![\w'\"])")
_IN_NAAM = re.compile(
    rf"(?:\A|[;:][ ])(?:{VOEGSELVORM}[ ])?[{HOOFD}][\w'’-]+,[ ]\Z"
    rf"|[{HOOFD}][\w'’-]*\.?[ ]{VOEGSELVORM}[ ]\Z"
)
"""A surname that was turned round, or a name up to its particle: a word ends those."""
_VAN_AMBT = re.compile(
    r"(?<!\w)(?:door|met|van|aan|volgens|namens|voor|tegen|bij)[ ]"
    r"(?P<ambt>[a-zà-ÿ]+(?:[ ](?:van[ ]de[ ])?[Kk]oning)?)\Z"
)
"""An office behind a word that asks for a person."""
_OMGEKEERD = re.compile(
    rf"[;:][ ](?:{VOEGSELVORM}[ ])?(?P<woord>[{HOOFD}][\w'’-]+),[ ]?\Z"
)


def find_name_ends(document: Document, kennis: Kennis) -> list[tuple[int, int]]:
    """The white space at ends of lines that part a name in two, in order."""
    tekst = document.tekst
    cellen = {cel.eind for tabel in document.tabellen for cel in tabel.cellen}
    uit = []
    for raak in _EIND.finditer(tekst):
        plek = raak.start()
        if plek in cellen or not _can_break(tekst, plek):
            continue
        regel = _line_before(tekst, plek)
        links = regel.rstrip(" ")
        if _parts_name(tekst, plek, regel, kennis):
            uit.append((plek - len(regel) + len(links), raak.end()))
    return uit


def _can_break(tekst: str, plek: int) -> bool:
    """Whether a line ends in a comma, or in a small letter or stop behind a letter."""
    eind = plek - 1 if tekst[plek - 1 : plek] == " " else plek
    laatste = tekst[eind - 1 : eind]
    return laatste == "," or (
        (laatste.islower() or laatste in _SLOT) and tekst[eind - 2 : eind - 1].isalpha()
    )


def _line_before(tekst: str, plek: int) -> str:
    """What stands on the line, or in the cell, before its end; no more than needed."""
    regel = tekst[max(0, plek - _TERUG) : plek]
    return _RAND.split(regel)[-1]


def _parts_name(tekst: str, plek: int, regel: str, kennis: Kennis) -> bool:
    """Whether the end of a line at a place stands inside a name."""
    links = regel.rstrip(" ")
    if _AANHALING.search(links):
        return _AANHALING_UIT.match(tekst, plek) is not None
    verder = _VERDER.match(tekst, plek)
    if verder is None or _LABEL.match(tekst, verder.end()):
        return False
    if links.endswith(","):
        return _parts_reversed(links, verder, kennis)
    if kennis.is_muur(verder["woord"]) or kennis.is_rolkop(verder["woord"]):
        return False
    if _ends_in_title(links, kennis) or _ends_in_office(links, verder, kennis):
        return _can_be_name(verder, kennis)
    return (
        _can_be_surname(verder, kennis)
        and _ends_in_first_name(links, verder, kennis)
        and _NOG_EEN.match(tekst, verder.end()) is None
    )


def _can_be_name(verder: re.Match[str], kennis: Kennis) -> bool:
    """Whether the word behind a line end is a name by the lists, or by no list."""
    woord, lijsten = verder["woord"], kennis.lijsten
    bekend = lijsten.is_surname(woord) or lijsten.is_first_name(woord)
    return bekend or lijsten.is_strange(woord)


def _can_be_surname(verder: re.Match[str], kennis: Kennis) -> bool:
    """Whether the word behind a line end is a surname rather than anything else.

    A word of two ordinary ones is one inside a sentence only: a list has such words on
    lines of their own.
    """
    woord, lijsten = verder["woord"], kennis.lijsten
    if verder["voegsel"]:
        return lijsten.is_surname(woord) or lijsten.is_strange(woord)
    if lijsten.is_surname(woord):
        return not lijsten.is_place(woord)
    if lijsten.is_first_name(woord) or not lijsten.is_strange(woord):
        return False
    binnen = _IN_ZIN.match(verder.string, verder.end()) is not None
    return binnen or not lijsten.is_compound(woord)


def _ends_in_title(links: str, kennis: Kennis) -> bool:
    """Whether a line ends in a form of address, or in initials."""
    initialen = _INITIALEN.search(links) if links.endswith(".") else None
    if initialen is not None:
        begin = initialen.start()
        return not (
            _FIRMA.search(links)
            or _GENUMMERD.search(links, 0, begin)
            or _GEKEERD.search(links, 0, begin)
        )
    raak = _TITEL.search(links, links.rfind(" ") + 1)
    if raak is None:
        return False
    woord = klein(raak["woord"])
    return any(
        woord in soort
        for soort in (kennis.man, kennis.vrouw, kennis.titels, kennis.meervoud)
    )


def _ends_in_office(links: str, verder: re.Match[str], kennis: Kennis) -> bool:
    """Whether the line of a sentence ends in the office of who stands behind it.

    A list that has offices at the ends of its lines is no sentence.
    """
    if len(links) < _VOL or not links[-1].islower():
        return False
    raak = _VAN_AMBT.search(links)
    if raak is None or _GAAT_DOOR.match(verder.string, verder.end()) is None:
        return False
    rol = kennis.rolwoorden.get(klein(raak["ambt"]))
    return rol is not None and rol.openbaar


def _ends_in_first_name(links: str, verder: re.Match[str], kennis: Kennis) -> bool:
    """Whether a line ends in the first name of someone, inside a sentence or list."""
    begin = _first_names(links, kennis)
    if begin is None:
        return False
    if _LOPEND.search(links, 0, begin) is None or _IN_NAAM.search(links, 0, begin):
        return False
    if kennis.lijsten.is_first_name(links[begin:].split(" ", maxsplit=1)[0]):
        return True
    return _is_strange_pair(links, begin, verder, kennis)


def _first_names(links: str, kennis: Kennis) -> int | None:
    """Where the first names begin in which a line ends, or one word by itself."""
    raak = _WOORD.search(links)
    if raak is None:
        return None
    begin = raak.start()
    while kennis.lijsten.is_first_name(raak["woord"]):
        raak = _WOORD.search(links, 0, raak.start() - 1) if raak.start() else None
        if raak is None or not kennis.lijsten.is_first_name(raak["woord"]):
            break
        begin = raak.start()
    return begin


def _is_strange_pair(
    links: str, begin: int, verder: re.Match[str], kennis: Kennis
) -> bool:
    """Whether words that no list knows stand on both sides of the end of a full line.

    In a list on one line they need not: what parts the names says enough.
    """
    lijsten, tekst = kennis.lijsten, verder.string
    eerste = links[begin:]
    if not lijsten.is_strange(eerste) or lijsten.is_compound(eerste):
        return False
    if _IN_ZIN.match(tekst, verder.end()) is None:
        return False
    return len(links) >= _VOL or _OPSOMMING.search(links, 0, begin) is not None


def _parts_reversed(links: str, verder: re.Match[str], kennis: Kennis) -> bool:
    """Whether a line ends behind the comma of ``Achternaam, Voornaam``."""
    raak = _OMGEKEERD.search(links)
    return raak is not None and (
        kennis.lijsten.is_first_name(verder["woord"])
        and not kennis.lijsten.is_first_name(raak["woord"])
    )
