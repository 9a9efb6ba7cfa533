"""From printed lines to a published file: its marks, its legend, its silent gaps."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from modellen.naloop import Legendaregel, Masker, Openbaarstuk
from pipeline.taal.grondcode import GROND, plain_code
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from pipeline.lakken.naloop.kennis import Naloopkennis

_CODE = re.compile(rf"(?i){GROND}")
_LETTER = re.compile(r"^\(?([A-S])\)?[ \t]+(?:Art|art|5\.)")
_PAGINAS = re.compile(
    r"(?:^|[\t ])(?P<lijst>[1-9]\d{0,3}(?:[ ]?[-–][ ]?\d{1,4})?"
    r"(?:,[ ]?\d{1,4}(?:[ ]?[-–][ ]?\d{1,4})?)*),?$"
)
_KOP_PAGINAS = re.compile(r"(?i)\b(?:pagina|bladzijde|blz)")
_TUSSEN = re.compile(r"[\s.,;:/()\[\]{}<>|+&-]*")
_LANGSTE_KOP = 60
_KOPREGELS = 4
_MEESTE_BLADEN = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Merken:
    """How marks and legends are known: given by who reads them."""

    find: Callable[[str], Sequence[Masker]]
    is_legend: Callable[[str], bool]
    letters: Mapping[str, str]


def make_published(
    bestand: str,
    uitgave: str,
    bladen: Iterable[Sequence[str]],
    merken: Merken,
    kennis: Naloopkennis,
) -> Openbaarstuk:
    """A published file of its printed lines, page after page."""
    tekst, paginas = _join(bladen)
    legenda, spannen = _read_legend(tekst, paginas, merken)
    gevonden = _merge(tekst, merken.find(tekst))
    maskers = [m for m in gevonden if not any(b <= m.begin < e for b, e, _ in spannen)]
    lijst = _is_list(tekst, kennis)
    if lijst:
        maskers = []
    elif maskers or spannen:
        maskers = sorted(
            [*maskers, *_gaps(tekst, maskers, kennis)], key=lambda m: m.begin
        )
    stuk = Openbaarstuk(
        bestand=bestand,
        uitgave=uitgave,
        tekst=tekst,
        paginas=paginas,
        maskers=tuple(maskers),
        legenda=tuple(legenda),
        lijst=lijst,
    )
    return replace(stuk, legendabladen=frozenset(p for _, _, p in spannen))


def _is_list(tekst: str, kennis: Naloopkennis) -> bool:
    """Whether a file is a list of documents: the grounds in it are no marks."""
    kop = klein("\n".join(tekst.split("\n", _KOPREGELS)[:_KOPREGELS]))
    return any(w in kop for w in kennis.woorden["lijst"])


def _join(bladen: Iterable[Sequence[str]]) -> tuple[str, tuple[int, ...]]:
    delen: list[str] = []
    begins, plek = [], 0
    for regels in bladen:
        begins.append(plek)
        blad = "\n".join(regels) + "\n"
        delen.append(blad)
        plek += len(blad)
    return "".join(delen), tuple(begins)


def _merge(tekst: str, maskers: Sequence[Masker]) -> list[Masker]:
    """The marks, those that follow each other on a line as one."""
    uit: list[Masker] = []
    for masker in maskers:
        vorige = uit[-1] if uit else None
        if vorige and _goes_on(tekst, vorige, masker):
            grond = vorige.grond or masker.grond
            uit[-1] = Masker(begin=vorige.begin, eind=masker.eind, grond=grond)
        else:
            uit.append(masker)
    return uit


def _goes_on(tekst: str, een: Masker, twee: Masker) -> bool:
    tussen = tekst[een.eind : twee.begin]
    zelfde = een.grond == twee.grond or None in {een.grond, twee.grond}
    return (
        zelfde
        and not set(tussen) & set("\n\t,;/")
        and _TUSSEN.fullmatch(tussen) is not None
    )


def _gaps(
    tekst: str, maskers: Sequence[Masker], kennis: Naloopkennis
) -> Iterator[Masker]:
    """The places where a name went without leaving a box."""
    bezet = {m.begin for m in maskers}
    for vorm in kennis.leeg:
        for raak in vorm.finditer(tekst):
            if raak.end() not in bezet:
                yield Masker(begin=raak.start(), eind=raak.end())


def _read_legend(
    tekst: str, paginas: Sequence[int], merken: Merken
) -> tuple[list[Legendaregel], list[tuple[int, int, int]]]:
    """The lines of the legends, and the stretches and pages they take up."""
    regels: list[Legendaregel] = []
    spannen: list[tuple[int, int, int]] = []
    for nummer, begin in enumerate(paginas, start=1):
        eind = paginas[nummer] if nummer < len(paginas) else len(tekst)
        kop = _heading(tekst[begin:eind], merken)
        if kop is None:
            continue
        eigen = list(_rows(tekst[begin + kop : eind], nummer, merken))
        if eigen:
            regels += eigen
            spannen.append((begin + kop, eind, nummer))
    return regels, spannen


def _heading(blad: str, merken: Merken) -> int | None:
    """Where the heading of a legend begins on a page."""
    plek = 0
    for regel in blad.split("\n"):
        if len(regel) <= _LANGSTE_KOP and merken.is_legend(regel):
            return plek
        plek += len(regel) + 1
    return None


def _rows(tekst: str, pagina: int, merken: Merken) -> Iterator[Legendaregel]:
    """A row for each ground that a legend explains, with its list of pages."""
    met_lijst = bool(_KOP_PAGINAS.search(tekst))
    grond: str | None = None
    lijst: set[int] = set()
    for regel in tekst.split("\n")[1:]:
        raak = _CODE.search(regel)
        letter = _LETTER.match(regel)
        if raak or letter:
            if grond:
                yield _row(grond, lijst, pagina, met_lijst=met_lijst)
            code = plain_code(raak) if raak else ""
            grond = code or (merken.letters.get(letter[1], "") if letter else "")
            lijst = set()
        cijfers = _PAGINAS.search(_CODE.sub("", regel).rstrip())
        if grond and cijfers:
            lijst |= set(_numbers(cijfers["lijst"]))
    if grond:
        yield _row(grond, lijst, pagina, met_lijst=met_lijst)


def _row(grond: str, lijst: set[int], pagina: int, *, met_lijst: bool) -> Legendaregel:
    paginas = frozenset(lijst) if met_lijst and lijst else None
    return Legendaregel(grond=grond, paginas=paginas, pagina=pagina)


def _numbers(lijst: str) -> Iterator[int]:
    for deel in lijst.replace("–", "-").split(","):
        van, _, tot = deel.partition("-")
        if van.strip():
            begin, eind = int(van), int(tot) if tot.strip() else int(van)
            yield from range(begin, min(eind, begin + _MEESTE_BLADEN) + 1)
