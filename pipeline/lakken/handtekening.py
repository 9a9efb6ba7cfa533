"""Pictures where a letter is signed: proposed as signatures, for a person to judge."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from modellen.document import Leesstatus, Zone
from modellen.lakblad import Lakregel
from modellen.persoon import Gegevenssoort
from modellen.plaats import Kader, OpPagina
from pipeline.errors import RegelError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.document import Blok, Document, Pagina
    from modellen.lakblad import Woodocument
    from pipeline.rulebook import Regelboek

TABEL = "woo/handtekening.toml"
_PAPIER = frozenset({Zone.KOPTEKST, Zone.VOETTEKST, Zone.OPMERKING})
_SPELING = 15.0
"""How far a picture may begin above the line it belongs to: it is put by hand."""
_RAAKT = 2.0
_WOORD = re.compile(r"[a-zà-ÿ]{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekenvorm:
    """What ``regels/woo/handtekening.toml`` says: where a picture is a signature."""

    slot: re.Pattern[str]
    langste: int
    diepte: float
    regels: int
    breedte: tuple[float, float]
    hoogte: tuple[float, float]
    kop: float
    voet: float
    ruimte: float
    vlak: float
    inkt: float
    zekerheid: float
    grond: str
    tekst: str
    reden: str
    reden_scan: str


def read_vorm(regelboek: Regelboek) -> Tekenvorm:
    """The table of the rulebook.

    Raises ``RegelError`` when it misses something or its pattern is no valid one.
    """
    tabel = regelboek.tabel(TABEL)
    try:
        return Tekenvorm(**tabel | {"slot": re.compile(tabel["slot"])})
    except (KeyError, TypeError, re.error) as fout:
        raise RegelError(
            f"{TABEL} is niet in orde ({fout}). Herstel het bestand."
        ) from fout


@dataclass(frozen=True, slots=True, kw_only=True)
class Handtekening:
    """A picture that may be a signature: where, and below which words.

    On a ``scan`` it is white in which a pen can have written.
    """

    plek: OpPagina
    slot: str
    scan: bool = False


class _Regel(NamedTuple):
    """A printed line of a page."""

    tekst: str
    kader: Kader


def has_closing(tekst: str, vorm: Tekenvorm) -> bool:
    """Whether a line of a text is one below which is signed."""
    return any(_is_closing(regel, vorm) for regel in tekst.split("\n"))


def find_signatures(document: Document, vorm: Tekenvorm) -> tuple[Handtekening, ...]:
    """The pictures below a closing formula, page by page from top to bottom.

    On a scan, where all is one picture, it is the white between the lines there.
    """
    lopend = _running(document.paginas)
    per_blad = _lines_by_page(document.blokken)
    uit: list[Handtekening] = []
    for pagina in document.paginas:
        regels = per_blad[pagina.nummer]
        if pagina.beelden and pagina.status is Leesstatus.OCR:
            uit += _on_scan(pagina, regels, vorm)
        elif pagina.beelden:
            eigen = [k for k in pagina.beelden if _key(k) not in lopend]
            regels = [*_carried(per_blad[pagina.nummer - 1], vorm), *regels]
            uit += _pictures(pagina, regels, eigen, vorm)
    return tuple(uit)


def _carried(vorige: Sequence[_Regel], vorm: Tekenvorm) -> list[_Regel]:
    """The last lines of a page from a closing on, as if above the next page."""
    laatste = vorige[-vorm.regels :]
    begin = next((n for n, r in enumerate(laatste) if _is_closing(r.tekst, vorm)), None)
    boven = Kader(0, 0, 0, 0)
    return [] if begin is None else [_Regel(r.tekst, boven) for r in laatste[begin:]]


def _pictures(
    pagina: Pagina, regels: Sequence[_Regel], kaders: Sequence[Kader], vorm: Tekenvorm
) -> Iterator[Handtekening]:
    slot = [r for r in regels if _is_closing(r.tekst, vorm)]
    for kader in sorted(kaders, key=lambda k: (k.boven, k.links)):
        if not _fits(kader, pagina, vorm):
            continue
        boven = [r for r in slot if _is_near(r, kader, regels, vorm)]
        if boven:
            plek = OpPagina(pagina.nummer, kader)
            yield Handtekening(plek=plek, slot=boven[-1].tekst.strip())


def _on_scan(
    pagina: Pagina, regels: Sequence[_Regel], vorm: Tekenvorm
) -> Iterator[Handtekening]:
    """The widest white below each closing line, where a pen can have written.

    What recognition makes of a scrawl has hardly a word: it is no line.
    """
    leesbaar = [r for r in regels if _WOORD.search(r.tekst)]
    for nummer, slot in enumerate(leesbaar):
        if not _is_closing(slot.tekst, vorm):
            continue
        onder = [
            r
            for r in leesbaar[nummer : nummer + vorm.regels + 2]
            if r.kader.boven <= slot.kader.onder + vorm.diepte
        ]
        wit = [
            (na.kader.boven - voor.kader.onder, voor, na)
            for voor, na in pairwise(onder)
        ]
        hoog, voor, na = max(wit, key=lambda w: w[0], default=(0.0, slot, slot))
        if hoog >= vorm.ruimte:
            plek = OpPagina(pagina.nummer, _between(voor.kader, na.kader, pagina, vorm))
            yield Handtekening(plek=plek, slot=slot.tekst.strip(), scan=True)


def _between(boven: Kader, onder: Kader, pagina: Pagina, vorm: Tekenvorm) -> Kader:
    """The white between two lines, as wide as a signature."""
    links = max(0.0, min(boven.links, onder.links) - _SPELING)
    rechts = min(pagina.breedte, links + vorm.vlak)
    maten = (links, boven.onder + _RAAKT, rechts, onder.boven - _RAAKT)
    return Kader(*(round(maat, 2) for maat in maten))


def make_rows(
    stuk: Woodocument,
    document: Document,
    gevonden: Sequence[Handtekening],
    vorm: Tekenvorm,
) -> Iterator[Lakregel]:
    """A row for each picture on a page of the document, never certain.

    ``document`` is the source: the row stands behind the words above the picture.
    """
    for teken in gevonden:
        kader = teken.plek.kader
        pagina = stuk.page_in(teken.plek.pagina)
        if kader is None or pagina is None or not stuk.holds(teken.plek.pagina):
            continue
        plek = f"{document.id} {teken.plek.pagina} {_key(kader)}"
        yield Lakregel(
            id=f"{stuk.nummer}b{hashlib.sha256(plek.encode()).hexdigest()[:12]}",
            nummer=stuk.nummer,
            document=stuk.document,
            pagina=pagina,
            begin=_behind(document, teken),
            tekst=vorm.tekst,
            omgeving=f"{teken.slot} {vorm.tekst}",
            soort=Gegevenssoort.HANDTEKENING.value,
            grond=vorm.grond,
            reden=vorm.reden_scan if teken.scan else vorm.reden,
            zekerheid=vorm.zekerheid,
            vlak=OpPagina(pagina, kader),
        )


def _behind(document: Document, teken: Handtekening) -> int:
    """Behind the last words like those above a picture, on its page where it can."""
    einden = [b.eind for b in document.blokken if teken.slot in b.tekst]
    hier = [
        b.eind
        for b in document.blokken
        if teken.slot in b.tekst and b.pagina == teken.plek.pagina
    ]
    return (hier or einden or [len(document.tekst)])[-1]


def _lines_by_page(blokken: Sequence[Blok]) -> dict[int, list[_Regel]]:
    """The printed lines that are not of the letter paper, of each page from the top."""
    uit: dict[int, list[_Regel]] = defaultdict(list)
    for blok in blokken:
        if blok.pagina is not None and blok.zone not in _PAPIER:
            uit[blok.pagina] += _printed(blok)
    for regels in uit.values():
        regels.sort(key=lambda r: (r.kader.boven, r.kader.links))
    return uit


def _printed(blok: Blok) -> Iterator[_Regel]:
    plaats = blok.plaats
    if not blok.regels and isinstance(plaats, OpPagina) and plaats.kader is not None:
        yield _Regel(blok.tekst, plaats.kader)
    einden = [*(r.begin for r in blok.regels[1:]), len(blok.tekst)]
    for regel, eind in zip(blok.regels, einden, strict=False):
        yield _Regel(blok.tekst[regel.begin : eind], regel.kader)


def _is_closing(tekst: str, vorm: Tekenvorm) -> bool:
    regel = tekst.strip()
    return len(regel) <= vorm.langste and vorm.slot.match(regel) is not None


def _is_near(
    slot: _Regel, kader: Kader, regels: Sequence[_Regel], vorm: Tekenvorm
) -> bool:
    """Whether a picture begins so close below a line that it belongs to it."""
    if not slot.kader.boven - _SPELING <= kader.boven:
        return False
    if kader.boven > slot.kader.onder + vorm.diepte:
        return False
    tussen = [
        r
        for r in regels
        if r is not slot
        and slot.kader.onder - _RAAKT <= r.kader.boven
        and r.kader.onder <= kader.boven + _RAAKT
    ]
    return len(tussen) <= vorm.regels


def _fits(kader: Kader, pagina: Pagina, vorm: Tekenvorm) -> bool:
    """Whether a picture has the size of a signature and stands among the text."""
    smalst, breedst = vorm.breedte
    laagst, hoogst = vorm.hoogte
    return (
        smalst <= kader.rechts - kader.links <= breedst
        and laagst <= kader.onder - kader.boven <= hoogst
        and kader.onder > vorm.kop * pagina.hoogte
        and kader.boven < vorm.voet * pagina.hoogte
    )


def _running(paginas: Sequence[Pagina]) -> frozenset[tuple[int, ...]]:
    """The frames that hold a picture on more than one page: of the letter paper."""
    gezien: set[tuple[int, ...]] = set()
    vaker: set[tuple[int, ...]] = set()
    for pagina in paginas:
        hier = {_key(k) for k in pagina.beelden}
        vaker |= hier & gezien
        gezien |= hier
    return frozenset(vaker)


def _key(kader: Kader) -> tuple[int, ...]:
    return tuple(
        round(maat) for maat in (kader.links, kader.boven, kader.rechts, kader.onder)
    )
