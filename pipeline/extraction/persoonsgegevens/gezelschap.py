"""Names by their company: in a column, in the turns of a talk, after a label."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.kennis import VERNOEMD
from pipeline.extraction.persoonsgegevens.lijntabel import find_blocks, has_any
from pipeline.extraction.persoonsgegevens.naamvorm import is_plausible
from pipeline.extraction.persoonsgegevens.oorden import OORD
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.treffer import Blad, Treffer

_ZEKER = 0.55
_DEEL = 0.6
"""The part of a column that must look like names."""

_MINSTENS = 2
_TUSSEN = re.compile(r"[ ](?:en|&|[+])[ ]|[ ]?/[ ]?|,[ ]")
_BEURT = re.compile(r"(?:[ ]\([^()\n]{1,30}\))?[ ]?:(?=\s)")
_LABEL = re.compile(
    r"(?:\A|\n|\t|[.;][ ])[ ]*(?P<label>[A-Z][\w/-]*(?:[ ][\w/-]+){0,3})[ ]?:[ \t]\Z"
)
_NA_LABEL = re.compile(
    r"[ ]?(?:\n|\Z|\t|,|\(|[–-][ ])|[ ](?:van|bij|namens)[ ](?:de[ ]|het[ ])?[A-ZÀ-Þ]"
)
_LABELSLOT = frozenset({": ", ":\t"})
_LANG = 60
_IN_KOLOM = "staat in een kolom waarin verder namen staan"


def accept_company(blad: Blad, treffers: list[Treffer], kennis: Kennis) -> None:
    """Count a run as a name where those around it in the same place are names."""
    for kolommen in _tables(blad, treffers):
        bekend = {_words(t) for k in kolommen for t in k if t and t.aanvaard}
        rijen = [rij for k in kolommen if (rij := _mostly_names(k, kennis))]
        for rij in rijen * 2:  # what one column tells helps the others
            bekend |= {_words(t) for t in _accept(rij, _IN_KOLOM, bekend)}
    beurten = _mostly_names(_turns(blad, treffers), kennis)
    _accept(beurten, "heeft het woord, zoals anderen")
    for treffer in treffers:
        if not treffer.aanvaard and _is_labelled(blad.tekst, treffer, kennis):
            _count(treffer, "staat achter een opschrift, alleen op de regel")


def _tables(
    blad: Blad, treffers: list[Treffer]
) -> Iterator[list[list[Treffer | None]]]:
    """Of each table the cells below the heads by column: the run that fills it."""
    vol = {blad.schoon.positie(t.begin): t for t in treffers}
    bron, plekken = blad.document.tekst, sorted(vol)
    for tabel in blad.document.tabellen:
        if not has_any(plekken, tabel.cellen[0].begin, tabel.cellen[-1].eind):
            continue
        kolommen: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for cel in tabel.cellen:
            if cel.rij > 1:
                kolommen[cel.kolom].append((cel.begin, cel.eind))
        yield [_in_column(bron, kolom, vol) for kolom in kolommen.values()]
    for blok in find_blocks(bron, plekken):
        yield [_in_column(bron, kolom, vol) for kolom in zip(*blok, strict=True)]


def _in_column(
    bron: str, kolom: Sequence[tuple[int, int]], vol: Mapping[int, Treffer]
) -> list[Treffer | None]:
    """The runs that fill the cells of a column; an empty list where none does."""
    if vol.keys().isdisjoint(dict(kolom)):
        return []
    rij: list[Treffer | None] = []
    for begin, eind in kolom:
        tekst = bron[begin:eind].rstrip()
        if tekst:
            rij += _in_cell(tekst, begin, vol)
    return rij


def _in_cell(
    tekst: str, begin: int, vol: Mapping[int, Treffer]
) -> list[Treffer | None]:
    """The runs that fill a cell, with "en" or a stroke between them; else nothing."""
    eerste = vol.get(begin)
    if eerste is None:
        return [None]
    if eerste.eind - eerste.begin == len(tekst):  # as most are
        return [eerste]
    rij: list[Treffer | None] = []
    van = 0
    for tot, verder in (*(m.span() for m in _TUSSEN.finditer(tekst)), (len(tekst), 0)):
        treffer = vol.get(begin + van)
        heel = treffer is not None and treffer.eind - treffer.begin == tot - van
        rij.append(treffer if heel else None)
        van = verder
    return rij if all(rij) else [None]


def _turns(blad: Blad, treffers: list[Treffer]) -> list[Treffer | None]:
    """The runs that open a line and have a colon behind them."""
    tekst = blad.tekst
    return [
        t
        for t in treffers
        if tekst[t.begin - 1 : t.begin] in {"", "\n"} and _BEURT.match(tekst, t.eind)
    ]


def _mostly_names(rij: list[Treffer | None], kennis: Kennis) -> list[Treffer]:
    """The runs of a row that can be names, when they are the greater part of it."""
    genoeg = max(_MINSTENS, _DEEL * len(rij))
    if sum(t is not None for t in rij) < genoeg:
        return []
    er = [t for t in rij if t is not None and (t.aanvaard or _can_be(t, kennis))]
    return er if len(er) >= genoeg else []


def _accept(
    rij: list[Treffer], reden: str, bekend: Collection[str] = ()
) -> list[Treffer]:
    """Accept the rest of a row when enough of it are names; gives that rest."""
    nieuw = [t for t in rij if not t.aanvaard]
    if not nieuw or not _speaks(rij, bekend):
        return []
    for treffer in nieuw:
        _count(treffer, reden)
    return nieuw


def _speaks(rij: list[Treffer], bekend: Collection[str]) -> bool:
    """Whether some of a row are names for sure, or strange ones come back."""
    zeker = {_words(t) for t in rij if t.aanvaard or _words(t) in bekend}
    alle = [_words(t) for t in rij]
    herhaald = len(set(alle)) < len(alle)
    return len(zeker) >= _MINSTENS or (herhaald and len(set(alle)) >= _MINSTENS)


def _words(treffer: Treffer) -> str:
    return klein(" ".join(d.tekst for d in treffer.delen))


def _can_be(treffer: Treffer, kennis: Kennis) -> bool:
    """Whether a run is a first name, or words that no list knows as anything."""
    if treffer.regel in {VERNOEMD, OORD}:
        return False
    if len(treffer.delen) == 1 and kennis.lijsten.is_first_name(treffer.delen[0].tekst):
        return True
    return is_plausible(treffer.delen, treffer.naam, kennis) and all(
        _is_strange(d.tekst, kennis) for d in treffer.delen
    )


def _is_strange(woord: str, kennis: Kennis) -> bool:
    lijsten = kennis.lijsten
    if lijsten.is_first_name(woord) or lijsten.is_surname(woord):
        return True
    return lijsten.is_strange(woord) and not lijsten.is_compound(woord)


def _is_labelled(tekst: str, treffer: Treffer, kennis: Kennis) -> bool:
    """Whether a label stands before a name and nothing but a remark behind it."""
    if tekst[treffer.begin - 2 : treffer.begin] not in _LABELSLOT:
        return False
    if not _NA_LABEL.match(tekst, treffer.eind) or not _can_be(treffer, kennis):
        return False
    raak = _LABEL.search(tekst, max(0, treffer.begin - _LANG), treffer.begin)
    if raak is None or klein(raak["label"]) in kennis.geen_namen:
        return False
    if len(treffer.delen) == 1:
        einde = tekst[treffer.eind : treffer.eind + 1] in {"", "\n", "\t"}
        return einde and kennis.lijsten.is_first_name(treffer.delen[0].tekst)
    return bool(treffer.naam.letter and treffer.naam.achternaam)


def _count(treffer: Treffer, reden: str) -> None:
    treffer.believe(_ZEKER, "naam.gezelschap", reden)
