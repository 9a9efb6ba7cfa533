"""From capitals to possible names, each with the evidence that speaks for it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import dropwhile
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.belofte import (
    BELOOFD,
    STERK,
    cut,
    explains,
    fits_in,
    has_own_address,
    is_field,
    is_promised_whole,
    is_surname_cell,
    may_be_building,
    promises,
)
from pipeline.extraction.persoonsgegevens.huizen import is_house
from pipeline.extraction.persoonsgegevens.instelling import (
    is_called_after,
    is_institution,
    names_institution,
    word_before,
)
from pipeline.extraction.persoonsgegevens.kennis import (
    AANSPREEK,
    DOET,
    TITELS,
    VERNOEMD,
)
from pipeline.extraction.persoonsgegevens.naamvorm import (
    POSTCODE,
    begins,
    is_plausible,
    weigh_form,
)
from pipeline.extraction.persoonsgegevens.nabij import (
    VENSTER,
    matching_before,
)
from pipeline.extraction.persoonsgegevens.oorden import OORD, is_oord, lies_there
from pipeline.extraction.persoonsgegevens.slapers import sleeps
from pipeline.extraction.persoonsgegevens.snoeien import (
    before_place,
    is_answer,
    is_month,
    without_place,
)
from pipeline.extraction.persoonsgegevens.splitsing import is_titled, split_run
from pipeline.extraction.persoonsgegevens.structuur import GEEN_NAAM
from pipeline.extraction.persoonsgegevens.treffer import Treffer
from pipeline.extraction.persoonsgegevens.zetel import behind_seat
from pipeline.extraction.persoonsgegevens.zinsbegin import rules_behind, without_kind
from pipeline.taal.namen.naam import Naam, parse_naam
from pipeline.taal.namen.vorm import Deel, Deelsoort, find_reeksen, is_particle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.rolwoorden import Rolwoorden
    from pipeline.extraction.persoonsgegevens.structuur import Vakken
    from pipeline.extraction.persoonsgegevens.treffer import Blad
    from pipeline.rulebook import Regel

_IN_VAK = 0.65
_IN_VAK_VAN_PLAATSEN = 0.7
_HANDELT = frozenset({DOET, "naam.beurt", "naam.en"})
_PLAATS = 0.2
_VORM = "naam.vorm"
_WERKWOORD = re.compile(
    r"[ ](?!(?:het|met|niet|dat|wat|uit|tot|de|te|want|omdat|echt|recht|wordt|ligt|"
    r"telt|heeft|kost|grenst|naast|langs|liefst|juist|eerst|laatst|best)\b)"
    r"([a-zë]{2,}(?:t|de|te)|vervangen(?=[ ]door[ ]))(?![\w-])"
)
_WOORD_ERVOOR = re.compile(r"[ \n]{1,2}([\w'-]*\w)")
"""The word before a run, in what stands there read backwards: no need to look far."""


def find_treffers(
    blad: Blad, vakken: Vakken, rollen: Rolwoorden, kennis: Kennis
) -> tuple[list[Treffer], list[Deel]]:
    """Every run of capitals that could be a name, weighed, from left to right.

    Words of every day that nothing makes a name are given apart, as they stand.
    """
    treffers: list[Treffer] = []
    slapers: list[Deel] = []
    for reeks in find_reeksen(blad.tekst):
        eerste = reeks[0]
        if len(reeks) == 1 and eerste.soort is Deelsoort.WOORD:
            if kennis.is_muur(eerste.tekst) and not is_titled(
                eerste, blad.tekst, kennis
            ):
                continue
            if sleeps(eerste, rollen, kennis) and not is_surname_cell(
                vakken, blad, reeks
            ):
                slapers.append(eerste)
                continue
        for delen in split_run(reeks, blad.tekst, kennis):
            naam = behind_seat(delen, rollen, kennis)
            treffer = _weigh(blad, naam, vakken, kennis)
            if treffer is not None:
                treffers.append(treffer)
    return treffers, slapers


def _weigh(
    blad: Blad, delen: tuple[Deel, ...], vakken: Vakken, kennis: Kennis
) -> Treffer | None:
    """A run with its evidence, or without any where it is no name by itself."""
    if delen and any(
        vraag(delen[0], blad.tekst) for vraag in (_is_postcode, is_answer, is_month)
    ):
        delen = delen[1:]
    delen = before_place(delen, blad.tekst, kennis)
    if not _has_word(delen):
        return None
    links = _left(blad, delen)
    titels = matching_before(kennis.titels_voor, blad.tekst, delen[0].begin)
    kaal = delen if titels else without_kind(delen, kennis)
    if kaal is not delen:
        delen, links = kaal, _left(blad, kaal)
        titels = matching_before(kennis.titels_voor, blad.tekst, delen[0].begin)
    if len(delen) == 1 and _is_plain_word(blad.tekst, delen[0], kennis):
        return _sleeping(blad, delen, links, kennis)
    titel = bool(titels)
    oord = is_oord(delen, vakken.oorden)
    if (
        not titel
        and (oord or _is_place(delen, links, kennis))
        and not is_surname_cell(vakken, blad, delen)
    ):
        return _sleeping(blad, delen, links, kennis, OORD if oord else _VORM)
    if not titel and is_institution(delen, kennis):
        return _named_in(blad, delen, kennis)
    if not titel and kennis.lijsten.is_in_place(
        blad.tekst, delen[0].begin, delen[-1].eind
    ):
        return None
    return _weigh_kept(blad, delen, titels, vakken, kennis)


def _weigh_kept(
    blad: Blad,
    delen: tuple[Deel, ...],
    titels: tuple[Regel, ...],
    vakken: Vakken,
    kennis: Kennis,
) -> Treffer | None:
    """What of a run is kept, with its evidence."""
    titel, links = bool(titels), _left(blad, delen)
    gehouden = cut(blad.tekst, delen, kennis, titel=titel)
    if gehouden[0] is delen[0]:
        voor = titels + matching_before(kennis.voor, blad.tekst, delen[0].begin)
    else:
        voor = promises(blad.tekst, gehouden[0].begin, kennis)
    if is_promised_whole(delen, gehouden, blad.tekst, voor, kennis):
        gehouden = delen
    mens = titel and _gender(links, kennis)
    vak = vakken.at(blad.schoon.positie(gehouden[0].begin))
    if vak is not None and vak.regel == GEEN_NAAM and links.endswith("\n"):
        voor = ()  # the head "contactpersoon" of another column promises nothing here
    gebouw = may_be_building(voor, vak)
    if not _has_word(gehouden):
        return None
    if not mens and names_institution(gehouden, blad.tekst, kennis, gebouw=gebouw):
        return _named_in(blad, gehouden, kennis)
    return _score(blad, gehouden, voor, vakken, kennis)


def _named_in(blad: Blad, delen: tuple[Deel, ...], kennis: Kennis) -> Treffer | None:
    """The whole name that an institution bears, for who is known: ``Lijst Ab Kolk``.

    By itself it is no one: parties, firms and funds are called after people.
    """
    naam = tuple(dropwhile(lambda d: is_institution((d,), kennis), delen))
    if len(naam) < 2 or is_institution(naam, kennis):  # noqa: PLR2004 (a first name and a surname)
        return None
    if not kennis.lijsten.is_first_name(naam[0].tekst):
        return None
    treffer = _sleeping(blad, naam, _left(blad, naam), kennis)
    treffer.naam = parse_naam(naam, kennis.lijsten)
    return treffer


def _left(blad: Blad, delen: tuple[Deel, ...]) -> str:
    """What stands before a run, as far as rules look."""
    return blad.tekst[max(0, delen[0].begin - VENSTER) : delen[0].begin]


def _score(
    blad: Blad,
    delen: tuple[Deel, ...],
    voor: tuple[Regel, ...],
    vakken: Vakken,
    kennis: Kennis,
) -> Treffer | None:
    """A run with the evidence for it; ``None`` where only places stand."""
    vak = vakken.at(blad.schoon.positie(delen[0].begin))
    begin, eind = delen[0].begin, delen[-1].eind
    links = _left(blad, delen)
    na = rules_behind(blad.tekst, delen, links, kennis)
    kern = without_place(delen, kennis)
    naam = parse_naam(kern, kennis.lijsten)
    gewicht, regel, reden = _evidence(kern, naam, (voor, na), links, kennis)
    if gewicht < STERK and has_own_address(blad.tekst, delen, kennis):
        gewicht, regel, reden = _IN_VAK, "naam.eigenadres", "naam voor het eigen adres"
    if regel == _VORM and not naam.voornaam and lies_there(blad.tekst, delen):
        gewicht = _PLAATS
    if vak is None and (
        _is_thing(blad, delen, (voor, na), kennis)
        or is_house(delen, naam, regel, blad.tekst, kennis)
    ):
        gewicht, regel, reden = 0.0, VERNOEMD, "iets dat naar iemand heet"
    if vak and vak.regel == GEEN_NAAM:
        doet = acts(blad.tekst, eind, kennis)
        if gewicht < _IN_VAK_VAN_PLAATSEN and not (doet and naam.voornaam):
            # An office before it is asked for later: "ligt bij gedeputeerde Kolk".
            ambt = kennis.is_rolword(word_before(links, len(links)))
            return _sleeping(blad, delen, links, kennis) if doet or ambt else None
    elif (
        vak
        and gewicht < _IN_VAK
        and not explains(blad.tekst, delen, kennis)
        and fits_in(delen, naam, vak.kop, kennis)
    ):
        gewicht, regel, reden = _IN_VAK, vak.regel, vak.reden
    return Treffer(
        blad=blad.nummer,
        begin=begin,
        eind=eind,
        delen=delen,
        naam=naam,
        gewicht=gewicht,
        regel=regel,
        reden=reden,
        geslacht=_gender(links, kennis) if _has_title(voor) else "",
        los=begins(links),
        handelt=any(r.id in _HANDELT for r in na) or acts(blad.tekst, eind, kennis),
        kolomrol=vak.rol if vak else None,
        kop=vak.kop if vak else "",
        ambtcel=vakken.office_cell(blad.schoon, eind),
    )


def _has_title(voor: tuple[Regel, ...]) -> bool:
    """Whether a form of address stands before a run: only that tells a gender."""
    return any(regel.id == AANSPREEK for regel in voor)


def _is_thing(
    blad: Blad,
    delen: tuple[Deel, ...],
    rondom: tuple[tuple[Regel, ...], tuple[Regel, ...]],
    kennis: Kennis,
) -> bool:
    """Whether a firm or a method bears the name, and nothing around it says who."""
    voor, na = rondom
    if any(r.zekerheid >= STERK for r in voor):
        return False
    if any(r.zekerheid >= BELOOFD for r in na):
        return False
    return is_called_after(delen, blad.tekst, kennis) or bool(
        matching_before(kennis.geen, blad.tekst, delen[0].begin)
    )


def _is_place(delen: tuple[Deel, ...], links: str, kennis: Kennis) -> bool:
    """Whether a run is a place, also when a line end breaks it (``Ter Apel``)."""
    woorden = " ".join(d.tekst for d in delen)
    if kennis.lijsten.is_place(woorden):
        return True
    vorig = _WOORD_ERVOOR.match(links[::-1])
    return bool(vorig and kennis.lijsten.is_place(f"{vorig[1][::-1]} {woorden}"))


def _is_postcode(stuk: Deel, tekst: str) -> bool:
    """Whether the letters of a postcode open a run: ``2500 GE Den Haag``."""
    return (
        len(stuk.tekst) == 2  # noqa: PLR2004 (the letters of a postcode)
        and stuk.tekst.isalpha()
        and stuk.tekst.isupper()
        and POSTCODE.search(tekst, max(0, stuk.begin - VENSTER), stuk.begin) is not None
    )


def _is_plain_word(tekst: str, woord: Deel, kennis: Kennis) -> bool:
    """Whether a single word is an ordinary one, without a title or office before it."""
    if not kennis.is_gewoon(woord.tekst):
        return False
    vorig = word_before(tekst, woord.begin)
    aanhef = bool(vorig) and kennis.is_address(vorig.strip("./"))
    return not (aanhef or is_field(tekst, woord.begin, kennis))


def rouse(blad: Blad, slaper: Deel, kennis: Kennis) -> Treffer:
    """A word of every day as a possible name: for who knows someone called so."""
    return _sleeping(blad, (slaper,), _left(blad, (slaper,)), kennis)


def _sleeping(
    blad: Blad,
    delen: tuple[Deel, ...],
    links: str,
    kennis: Kennis,
    regel: str = _VORM,
) -> Treffer:
    return Treffer(
        blad=blad.nummer,
        begin=delen[0].begin,
        eind=delen[-1].eind,
        delen=delen,
        naam=_surname(" ".join(d.tekst for d in delen)),
        gewicht=0.0,
        regel=regel,
        reden="gewoon woord of plaats",
        los=begins(links),
        handelt=acts(blad.tekst, delen[-1].eind, kennis),
    )


@lru_cache(maxsize=1 << 14)
def _surname(woorden: str) -> Naam:
    return Naam(achternaam=woorden)


def _has_word(delen: Sequence[Deel]) -> bool:
    """Whether a run holds a word of a name: "Van" by itself is a label or a start."""
    for _, _, tekst, soort in delen:  # a loop: this is asked for every run
        if soort is Deelsoort.WOORD and len(tekst) > 1 and not is_particle(tekst):
            return True
    return False


def acts(tekst: str, eind: int, kennis: Kennis) -> bool:
    """Whether a word that looks like a verb of one person stands behind a run."""
    raak = _WERKWOORD.match(tekst, eind)
    return raak is not None and kennis.lijsten.is_common(raak[1])


def _evidence(
    delen: tuple[Deel, ...],
    naam: Naam,
    regels: tuple[tuple[Regel, ...], tuple[Regel, ...]],
    links: str,
    kennis: Kennis,
) -> tuple[float, str, str]:
    """How sure, by which rule, and why: strong words around it, else its own form."""
    vorm, waarom = weigh_form(delen, naam, links, kennis)
    beste = (vorm, _VORM, waarom)
    zwak = 0.0
    for regel in (*regels[0], *regels[1]):
        if regel.zekerheid < STERK:
            zwak += regel.zekerheid
        elif regel.id in TITELS or (
            is_plausible(delen, naam, kennis) and _is_wanted(regel, delen, kennis)
        ):
            beste = max(
                beste, (regel.zekerheid, regel.id, f"naam: {regel.uitleg.lower()}")
            )
    if zwak and 0.25 <= beste[0] < 0.9:  # noqa: PLR2004 (weak words lift what is already likely)
        return min(beste[0] + min(zwak, 0.25), 0.9), beste[1], beste[2]
    return beste


def _is_wanted(regel: Regel, delen: Sequence[Deel], kennis: Kennis) -> bool:
    """Whether a run is what a rule wants: ``vreemd`` is no word that was made up."""
    if regel.kenmerken.get("wil") != "vreemd":
        return True
    woord, lijsten = delen[-1].tekst, kennis.lijsten
    bekend = lijsten.is_first_name(woord) or lijsten.is_surname(woord)
    return bekend or not (woord.isupper() or lijsten.is_compound(woord))


def _gender(links: str, kennis: Kennis) -> str:
    woorden = links[-14:].lower().replace(".", " ").split()[-2:]
    if any(w in kennis.vrouw for w in woorden):
        return "v"
    return "m" if any(w in kennis.man for w in woorden) else ""
