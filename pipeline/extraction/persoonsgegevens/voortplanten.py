"""Who is known once is known everywhere: surnames, first names, initials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.toetshulp import without_tag
from pipeline.taal.letters import klein
from pipeline.taal.namen.naam import Naam, parse_naam
from pipeline.taal.namen.vorm import Deel, Deelsoort

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.patronen import Patroonvondst
    from pipeline.extraction.persoonsgegevens.personen import Personen, Wie
    from pipeline.extraction.persoonsgegevens.treffer import Blad, Treffer

_BEKEND = 0.9
_TWIJFEL = 0.6
_LANGSTE_NAAM = 20
"""Words of a name at the most, as the end of a run of capitals."""

_BEZIT = frozenset({"haar", "zijn", "hun", "ons"})
"""What opens a sentence as often as it is the surname of someone: ``Haar nummer``."""
_PLAATSWOORD = re.compile(
    r"(?i)(?:\bin|\bte|\bgemeente|\bgem\.|\bnaar|\buit|\bbij|\bprovincie|"
    r"\bregio|\brondom|\brichting|\blocatie|\b\d{4}[ ]?[a-z]{2}[ ]|-|/)[ ]?\Z"
)
_SCHEIDING = re.compile(r"[._+\d-]+")
_DEEL = re.compile(r"[^\W\d_]+")
_MEESTE_LETTERS = 3
"""Letters of a double first name that is shortened."""


def read_address(deel: str, posten: Collection[str] = ()) -> Naam | None:
    """The name in the local part of an e-mail address: ``m.vandenbosch``.

    Of a word for a post (``posten``) before a surname nothing is told.
    """
    woorden = [w for w in _SCHEIDING.split(without_tag(deel)) if w]
    if not woorden:
        return None
    if len(woorden) == 1:
        return Naam(voornaam=woorden[0]) if len(woorden[0]) > 2 else None  # noqa: PLR2004 (jan)
    *voor, achter = woorden
    if voor[0] in posten:
        return Naam(achternaam="".join(voor[1:]) + achter)
    if len(voor[0]) == 1 or all(len(w) == 1 for w in voor):
        letters = [w for w in voor if len(w) == 1]
        rest = "".join(w for w in voor if len(w) > 1)
        return Naam(initialen="".join(letters).upper(), achternaam=rest + achter)
    return Naam(voornaam=voor[0], achternaam="".join(voor[1:]) + achter)


def link_addresses(
    vondsten: list[tuple[Patroonvondst, Naam]], personen: Personen
) -> dict[int, Wie]:
    """Whose address each is; an address nobody else explains makes a person."""
    van: dict[int, Wie] = {}
    for vondst, gelezen in vondsten:
        naam = gelezen
        wie = _owner(naam, personen)
        if wie is None and (wie := _by_double_first(naam, personen)) is not None:
            naam = Naam(initialen=naam.voornaam.upper(), achternaam=naam.achternaam)
        if wie is None:
            wie = personen.new(naam.sleutel or naam.roepnaam)
        personen.link_address(naam, wie)
        van[id(vondst)] = wie
    return van


def _owner(naam: Naam, personen: Personen) -> Wie | None:
    if naam.achternaam:
        passend = [w for w in personen.by_surname(naam) if w.fits(naam)]
        if passend:
            return passend[0]
        om = Naam(voornaam=naam.achternaam, achternaam=naam.voornaam or "")
        passend = [w for w in personen.by_surname(om) if w.fits(om)]
        return passend[0] if passend and naam.voornaam else None
    enkel = personen.by_first(naam.roepnaam) or personen.by_surname(
        Naam(achternaam=naam.voornaam)
    )
    return enkel[0] if enkel else None


def _by_double_first(naam: Naam, personen: Personen) -> Wie | None:
    """Whose double first name letters shorten: ``jw.kolk`` is of Jan-Willem Kolk."""
    if not 1 < len(naam.voornaam) <= _MEESTE_LETTERS or not naam.achternaam:
        return None
    return next(
        (
            wie
            for wie in personen.by_surname(naam)
            for n in wie.namen
            if naam.roepnaam == "".join(w[0] for w in _DEEL.findall(klein(n.voornaam)))
        ),
        None,
    )


def wake(
    blad: Blad, treffers: list[Treffer], personen: Personen, kennis: Kennis
) -> Iterator[Treffer]:
    """Those of some doubtful names that a known person explains, with that evidence.

    What only the language model saw stays whole, as sure as the piece that is known.
    """
    for treffer in treffers:
        zekerheid = _known(blad, treffer, treffer.naam, personen, kennis)
        if zekerheid:
            yield _awake(treffer, zekerheid)
            continue
        stukken = list(_parts(blad, treffer, personen, kennis))
        if stukken and treffer.aanvaard:
            yield _awake(treffer, stukken[0].gewicht)
            continue
        yield from stukken


def _awake(treffer: Treffer, zekerheid: float) -> Treffer:
    reden = "naam van iemand die elders in het dossier voorkomt"
    treffer.believe(zekerheid, "naam.bekend", reden)
    return treffer


def _known(
    blad: Blad, treffer: Treffer, naam: Naam, personen: Personen, kennis: Kennis
) -> float:
    """How sure it is that a name is of someone known; 0 when it is not."""
    lijsten = kennis.lijsten
    if naam.achternaam:
        mogelijk = [w for w in personen.by_surname(naam) if w.fits(naam)]
        woord = naam.achternaam
        if not mogelijk and not naam.letter and personen.by_first(naam.kern):
            treffer.naam = naam = Naam(voornaam=naam.achternaam)
            mogelijk = personen.by_first(naam.roepnaam)
    else:
        mogelijk, woord = personen.by_first(naam.roepnaam), naam.voornaam
    if not mogelijk:
        alleen = len(treffer.delen) == 1 and lijsten.is_strange(woord)
        return _TWIJFEL if alleen and personen.named_alike(treffer) else 0.0
    if naam.letter and naam.achternaam:
        return _BEKEND
    exact = any(naam.sleutel == n.sleutel for w in mogelijk for n in w.namen)
    if naam.voegsel and exact and (naam.voegsel[0].isupper() or " " in naam.voegsel):
        return _BEKEND
    gewoon = lijsten.is_common(woord)
    plaats = lijsten.is_place(woord) or lijsten.is_place(f"{naam.voegsel} {woord}")
    if not gewoon and not plaats:
        return _BEKEND
    return _weigh_word(blad, treffer, mogelijk, plaats=plaats, exact=exact)


def _weigh_word(
    blad: Blad, treffer: Treffer, mogelijk: list[Wie], *, plaats: bool, exact: bool
) -> float:
    """How sure it is of a word or a place that someone is called by."""
    naam = treffer.naam
    if treffer.los and klein(blad.tekst[treffer.begin : treffer.eind]) in _BEZIT:
        return 0.0
    if plaats and _needs_office(naam, mogelijk):
        return _TWIJFEL if treffer.rol else 0.0
    if treffer.handelt or _alone(blad.tekst, treffer):
        return _TWIJFEL
    links = blad.tekst[max(0, treffer.begin - 14) : treffer.begin]
    if plaats:
        return 0.0 if _PLAATSWOORD.search(links) or treffer.los else _TWIJFEL
    return 0.0 if treffer.los or (not exact and naam.achternaam) else _TWIJFEL


def _needs_office(naam: Naam, mogelijk: list[Wie]) -> bool:
    """Whether a place is a name only where an office says so.

    ``Ter Apel`` is, and ``Vries`` when all who are called so are De Vries.
    """
    if " " in naam.achternaam:
        return True
    zelfde = [n for w in mogelijk for n in w.namen if n.kern == naam.kern]
    return bool(zelfde) and not naam.voegsel and all(n.voegsel for n in zelfde)


def _alone(tekst: str, treffer: Treffer) -> bool:
    """Whether a word is all of its line, as in a signature or a chat."""
    voor = tekst[treffer.begin - 1 : treffer.begin]
    na = tekst[treffer.eind : treffer.eind + 1]
    return voor in {"", "\n"} and na in {"", "\n"}


def _parts(
    blad: Blad, treffer: Treffer, personen: Personen, kennis: Kennis
) -> Iterator[Treffer]:
    """The pieces of a run that are known when the whole is not."""
    woorden = [d for d in treffer.delen if d.soort is Deelsoort.WOORD]
    if len(woorden) < 2:  # noqa: PLR2004 (a run of one piece was tried as a whole)
        return
    for delen in (*_tails(treffer.delen), *((d,) for d in woorden)):
        naam = parse_naam(delen, kennis.lijsten)
        stuk = type(treffer)(
            blad=treffer.blad,
            begin=delen[0].begin,
            eind=delen[-1].eind,
            delen=delen,
            naam=naam,
            gewicht=0.0,
            regel=treffer.regel,
            reden=treffer.reden,
            los=treffer.los and delen[0] is woorden[0],
        )
        zekerheid = _known(blad, stuk, naam, personen, kennis)
        if zekerheid > _TWIJFEL:
            yield _awake(stuk, zekerheid)
            if len(delen) > 1:
                return


def _tails(delen: tuple[Deel, ...]) -> Iterator[tuple[Deel, ...]]:
    """The ends of a run that can be a whole name: ``AFSCHEID VAN | ANNA KOLK``."""
    for nummer in range(max(1, len(delen) - _LANGSTE_NAAM), len(delen) - 1):
        if delen[nummer].soort is not Deelsoort.VOEGSEL:
            yield delen[nummer:]
