"""Where documents begin in a composite file: features at each place, weighed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.splitting.beeld import closes, repeated_header, see_page, see_text
from pipeline.splitting.kennis import Weging, read_kennis
from pipeline.splitting.lijnen import read_lines, read_pages
from pipeline.splitting.mailkop import find_mailkoppen, is_field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.document import Document
    from pipeline.rulebook import Regelboek
    from pipeline.splitting.kennis import Kennis
    from pipeline.splitting.lijnen import Blad, Lijn
    from pipeline.splitting.mailkop import Mailkop

_EERSTE = 24
_LAATSTE = 26
_BOVENAAN = 0.45
_KORT_GELEDEN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """A place where a document begins: its offset, and whether it is an annex."""

    positie: int
    bijlage: bool
    mail: bool
    redenen: tuple[str, ...]
    zekerheid: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plek:
    """A place to weigh: the index of its first line; with its page at a page start."""

    index: int
    blad: Blad | None = None
    vorig: Blad | None = None
    leeg: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Zicht:
    """What is seen around a place.

    ``halverwege``: a document began halfway the page before, so that the running lines
    of that page tell nothing.
    """

    kennis: Kennis
    eerste: Lijn
    voor: Sequence[Lijn]
    na: Sequence[Lijn]
    halverwege: bool


def find_begins(document: Document, regelboek: Regelboek) -> list[Begin]:
    """The beginnings behind the first, in order; doubtful ones with low certainty."""
    kennis = read_kennis(regelboek)
    lijnen = read_lines(document, lambda t: _opening(t, regelboek, kennis))
    koppen = {k.van: k for k in find_mailkoppen(lijnen, regelboek)}
    bladen = read_pages(document, lijnen)
    mail = _mail_at(lijnen, koppen, 0, kennis) if lijnen else None
    begins: list[Begin] = []
    for plek in _places(lijnen, bladen, koppen, kennis):
        kop = _mail_at(lijnen, koppen, plek.index, kennis)
        if kop is not None and plek.blad is None and mail is not None:
            continue
        begin = _weigh(plek, _view(plek, lijnen, koppen, begins, kennis), kop, mail)
        if begin.zekerheid >= kennis.splits and not _too_close(begins, begin, lijnen):
            begins.append(begin)
            if not begin.bijlage:
                mail = kop
    return begins


def _opening(tekst: str, regelboek: Regelboek, kennis: Kennis) -> bool:
    """Whether a running header can be the head of a document instead."""
    return is_field(tekst, regelboek) or any(
        r.vorm.match(tekst) for r in kennis.halverwege
    )


def _mail_at(
    lijnen: Sequence[Lijn], koppen: dict[int, Mailkop], index: int, kennis: Kennis
) -> Mailkop | None:
    """The message that begins at a line, or right under the name of its owner."""
    if index not in koppen and closes(lijnen[index], kennis):
        return None
    return next((koppen[i] for i in range(index, index + 3) if i in koppen), None)


def _places(
    lijnen: Sequence[Lijn],
    bladen: Sequence[Blad],
    koppen: dict[int, Mailkop],
    kennis: Kennis,
) -> Iterator[_Plek]:
    """The page starts, and the lines halfway that look like a beginning."""
    index_van = {lijn.begin: i for i, lijn in enumerate(lijnen)}
    starts: dict[int, _Plek] = {}
    vorig, leeg = None, False
    for blad in bladen:
        if not blad.lijnen:
            leeg = blad.gelezen
            continue
        index = index_van[blad.lijnen[0].begin]
        starts[index] = _Plek(index=index, blad=blad, vorig=vorig, leeg=leeg)
        vorig, leeg = blad, False
    for index, lijn in enumerate(lijnen):
        if index == 0:
            continue
        if index in starts:
            yield starts[index]
        elif index in koppen or (lijn.eerste and _opens(lijn, kennis)):
            yield _Plek(index=index)


def _opens(lijn: Lijn, kennis: Kennis) -> bool:
    """Whether a line halfway a page can be the heading of a new document."""
    tekst = lijn.tekst.strip()
    return len(lijn.blok.tekst) < 170 and any(  # noqa: PLR2004 (the longest heading the rules allow)
        regel.vorm.match(tekst) for regel in kennis.halverwege
    )


def _view(
    plek: _Plek,
    lijnen: Sequence[Lijn],
    koppen: dict[int, Mailkop],
    begins: Sequence[Begin],
    kennis: Kennis,
) -> _Zicht:
    """The lines around a place, as far as they belong to it."""
    pagina = plek.vorig.nummer if plek.vorig is not None else None
    plaats = {r.begin: r.blok.pagina for r in lijnen[: plek.index]}
    eerste = plek.vorig.lijnen[0].begin if plek.vorig is not None else None
    halverwege = any(
        plaats.get(b.positie) == pagina and b.positie != eerste for b in begins
    )
    na = _head(lijnen, plek)
    for afstand, lijn in enumerate(na):
        nieuw = plek.index + afstand in koppen or (lijn.nadruk and _opens(lijn, kennis))
        if afstand >= _KORT_GELEDEN and nieuw:
            na = na[:afstand]
            break
    return _Zicht(
        kennis=kennis,
        eerste=lijnen[plek.index],
        voor=lijnen[max(0, plek.index - _LAATSTE) : plek.index],
        na=na,
        halverwege=halverwege,
    )


def _weigh(
    plek: _Plek, zicht: _Zicht, kop: Mailkop | None, mail: Mailkop | None
) -> Begin:
    kennis = zicht.kennis
    basis = kennis.basis if plek.blad is not None else kennis.basis_halverwege
    weging = Weging(kennis, basis)
    see_text(weging, zicht.voor, zicht.na)
    if repeated_header(zicht.eerste, plek.vorig) and weging.groepen.get("veld", 0) < 2:  # noqa: PLR2004 (two fields make a head)
        weging.drop("kop")
    if plek.blad is not None and plek.vorig is not None:
        see_page(weging, plek.vorig, plek.blad, zelfde=not zicht.halverwege)
    if plek.leeg:
        weging.see("lege_bladzijde")
    if kop is not None:
        weging.see("mailkop")
        if mail is not None and _same_subject(kop, mail) and _full(plek.vorig):
            weging.see("zelfde_onderwerp")
    redenen = weging.told() or ("nieuwe bladzijde",)
    return Begin(
        positie=zicht.eerste.begin,
        bijlage=weging.bijlage or (kop is None and not _document_cue(weging)),
        mail=kop is not None,
        redenen=redenen,
        zekerheid=round(weging.zekerheid, 3),
    )


def _head(lijnen: Sequence[Lijn], plek: _Plek) -> Sequence[Lijn]:
    """The first lines from a place on; of a page, those of its upper part."""
    if plek.blad is None:
        return lijnen[plek.index : plek.index + _EERSTE]
    return [
        lijn
        for lijn in plek.blad.lijnen[:_EERSTE]
        if lijn.boven is None or lijn.boven < _BOVENAAN
    ]


def _document_cue(weging: Weging) -> bool:
    """Whether something tells a document of its own; an annex just follows."""
    if weging.groepen.keys() & {"stempel_nieuw", "nummering_opnieuw"}:
        return True
    return weging.kop or any(
        weging.groepen.get(g, 0) > 1 for g in ("veld", "aanhef", "agenda")
    )


def _full(blad: Blad | None) -> bool:
    laatste = blad.lijnen[-1].boven if blad is not None and blad.lijnen else None
    return laatste is None or laatste > 0.75  # noqa: PLR2004 (a page filled to its foot)


def _same_subject(kop: Mailkop, mail: Mailkop) -> bool:
    return _bare(kop) == _bare(mail) != ""


def _bare(kop: Mailkop) -> str:
    """The subject without its marks of answer and forwarding."""
    tekst = kop.velden.get("onderwerp", "").casefold().strip()
    while True:
        voor, dubbel, rest = tekst.partition(":")
        if not dubbel or voor.strip() not in {
            "re",
            "fw",
            "fwd",
            "antw",
            "betr",
            "aw",
            "doorst",
        }:
            return tekst
        tekst = rest.strip()


def _too_close(begins: Sequence[Begin], begin: Begin, lijnen: Sequence[Lijn]) -> bool:
    """Whether a heading belongs to the head of the document that began just above."""
    if not begins:
        eerste = lijnen[0].begin if lijnen else 0
        afstand = sum(1 for r in lijnen[:12] if eerste <= r.begin < begin.positie)
        return (
            afstand < _KORT_GELEDEN
            and not begin.mail
            and _on_page(lijnen, eerste, begin)
        )
    vorige = begins[-1].positie
    tussen = [r for r in lijnen if vorige <= r.begin < begin.positie]
    return len(tussen) < _KORT_GELEDEN and _on_page(lijnen, vorige, begin)


def _on_page(lijnen: Sequence[Lijn], positie: int, begin: Begin) -> bool:
    paginas = {r.blok.pagina for r in lijnen if r.begin in {positie, begin.positie}}
    return len(paginas) == 1
