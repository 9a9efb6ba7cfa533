"""A first name and a surname in cells side by side, under no head that says so."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from pipeline.extraction.persoonsgegevens.naamvorm import is_plausible, is_unlisted
from pipeline.extraction.persoonsgegevens.omgekeerd import DEELTJES, LIDWOORD
from pipeline.taal.namen.naam import Naam

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.treffer import Blad, Treffer

_VOEGSEL = rf"(?i:{DEELTJES}){LIDWOORD}"
_TUSSEN = re.compile(
    rf"(?:[ ](?P<voor>{_VOEGSEL}))?[ ]?\t[ ]?(?:(?P<na>{_VOEGSEL})[ ])?"
)
_RAND = {"", "\n", "\t"}
_LANGE_RIJ = 1000
_RUIM = 20
"""Characters between the two at most: a particle and the sign between cells."""
_GENOEG = 2
"""How sure all rows together must be: one that is names only, or two of words too."""
_ZEKER = 0.75
_ERNAAST = 0.65
_REDEN = "voornaam en achternaam in twee cellen naast elkaar"


class Paar(NamedTuple):
    """Two cells that can be one name; ``kolom`` and ``om`` tell which rows are alike.

    ``eind`` is where the first ends with its particle, ``begin`` where the second
    begins with its own; ``om`` whether the first is the surname, ``zeker`` how surely
    the lists know both: not, as words too, or as names only.
    """

    een: Treffer
    ander: Treffer
    voegsel: str
    eind: int
    begin: int
    kolom: int
    om: bool
    zeker: int


def join_columns(blad: Blad, treffers: list[Treffer], kennis: Kennis) -> None:
    """Read two cells as one name where the lists know both, or those of another row."""
    if "\t" not in blad.tekst:
        return
    paren = list(_find_paren(blad.tekst, treffers, kennis))
    telling: Counter[tuple[int, bool]] = Counter()
    for paar in paren:
        telling[paar.kolom, paar.om] += paar.zeker
    for paar in paren:
        if telling[paar.kolom, paar.om] < _GENOEG:
            continue
        voor, achter = (paar.ander, paar.een) if paar.om else (paar.een, paar.ander)
        paar.een.eind, paar.ander.begin = paar.eind, paar.begin
        paar.een.naam = paar.ander.naam = Naam(
            voornaam=voor.delen[0].tekst,
            voegsel=paar.voegsel or achter.naam.voegsel,
            achternaam=achter.naam.achternaam or achter.naam.voornaam,
        )
        gewicht = _ZEKER if paar.zeker else _ERNAAST
        for treffer in (paar.een, paar.ander):
            if treffer.gewicht < gewicht:
                treffer.believe(gewicht, "naam.cellen", _REDEN)


def _find_paren(tekst: str, treffers: list[Treffer], kennis: Kennis) -> Iterator[Paar]:
    """The pairs of cells that can be one name, from left to right."""
    alle = (None, *treffers, None)
    for vorige, een, ander, volgende in zip(
        alle, treffers, treffers[1:], alle[3:], strict=False
    ):
        if not _are_cells(tekst, een, ander):
            continue
        if _adjoin(tekst, vorige, een) or _adjoin(tekst, ander, volgende):
            continue  # a row of people, as in a table of who does what
        raak = _TUSSEN.fullmatch(tekst, een.eind, ander.begin)
        if raak is None or (een.kop and ander.kop):
            continue
        verst = max(0, een.begin - _LANGE_RIJ)
        begin = max(verst, tekst.rfind("\n", verst, een.begin) + 1)
        eind = raak.end("voor") if raak["voor"] else een.eind
        vanaf = raak.start("na") if raak["na"] else ander.begin
        voegsel = raak["voor"] or raak["na"] or ""
        kolom = tekst.count("\t", begin, een.begin)
        kan = [
            (_is_known(voor, achter, voegsel, kennis), not om, om)
            for om, voor, achter in ((False, een, ander), (True, ander, een))
            if _can_be(voor, achter, voegsel, kennis)
        ]
        if kan:
            zeker, _, om = max(kan)
            yield Paar(een, ander, voegsel, eind, vanaf, kolom, om, zeker)


def _adjoin(tekst: str, een: Treffer | None, ander: Treffer | None) -> bool:
    """Whether two runs fill cells side by side, nothing else between them."""
    return (
        een is not None
        and ander is not None
        and ander.begin == een.eind + 1
        and tekst[een.eind] == "\t"
        and tekst[een.begin - 1 : een.begin] in _RAND
        and tekst[ander.eind : ander.eind + 1] in _RAND
    )


def _are_cells(tekst: str, een: Treffer, ander: Treffer) -> bool:
    """Whether two runs stand alone in cells side by side."""
    return (
        ander.begin - een.eind < _RUIM
        and tekst[een.begin - 1 : een.begin] in _RAND
        and tekst[ander.eind : ander.eind + 1] in _RAND
        and "\t" in tekst[een.eind : ander.begin]
    )


def _can_be(voor: Treffer, achter: Treffer, voegsel: str, kennis: Kennis) -> bool:
    """Whether one run can be a first name, and the other a surname."""
    lijsten = kennis.lijsten
    if len(voor.delen) > 1 or (achter.naam.letter and achter.naam.achternaam):
        return False
    eerste, laatste = voor.delen[0].tekst, achter.delen[-1].tekst
    if not (lijsten.is_first_name(eerste) or is_unlisted(eerste, kennis)):
        return False
    if voegsel:
        return True
    if lijsten.is_first_name(laatste) and not lijsten.is_surname(laatste):
        return False
    return (
        (lijsten.is_surname(laatste) or is_unlisted(laatste, kennis))
        and not lijsten.is_place(laatste)
        and is_plausible(achter.delen, achter.naam, kennis)
    )


def _is_known(voor: Treffer, achter: Treffer, voegsel: str, kennis: Kennis) -> int:
    """How surely the lists know the one as a first name, the other as a surname."""
    lijsten = kennis.lijsten
    eerste, laatste = voor.delen[0].tekst, achter.delen[-1].tekst
    gewoon = lijsten.is_common(eerste) or lijsten.is_place(eerste)
    if gewoon or not (lijsten.is_first_name(eerste) and lijsten.is_surname(laatste)):
        return 0
    enkel = voegsel or achter.naam.voegsel or not lijsten.is_common(laatste)
    return _GENOEG if enkel else 1
