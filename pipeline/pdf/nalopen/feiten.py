"""All facts of a published PDF, page after page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import pikepdf
import pypdfium2

from modellen.naloop import Bijzaak, Schuil, Schuiltekst
from modellen.plaats import Kader, around
from pipeline.errors import InvoerError
from pipeline.pdf.lakken.lezer import Letterkast, read_stream
from pipeline.pdf.lakken.matrix import page_box
from pipeline.pdf.lakken.motor import open_pdf
from pipeline.pdf.lakken.ruimte import frames_meet, to_frame
from pipeline.pdf.lakken.verborgen import mark_hidden
from pipeline.pdf.letterproef import find_lying
from pipeline.pdf.nalopen.bijzaken import find_extras
from pipeline.pdf.nalopen.plaat import recognise_words
from pipeline.pdf.nalopen.regels import LETTERS, make_lines
from pipeline.pdf.nalopen.vakken import find_boxes
from pipeline.pdf.nalopen.woorden import read_words
from pipeline.pdf.nalopen.zicht import DONKER, SCHAAL, Zicht, is_light_on_dark
from pipeline.pdf.voorbereiden.bronmerken import find_bronmerken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pipeline.pdf.nalopen.woorden import Inktwoord

_RAND = 3.0
_GROOTSTE_BLAD = 3000.0
_WEINIG = 3
"""Words that a page may bear, as a number, and still be no more than a picture."""

_HELFT = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladfeit:
    """A page: the lines that show, with marks in place, and the words that do not.

    ``beeld`` tells that it holds a picture and no words, or words that are not those
    it shows: nobody can search it. Its lines are then what text recognition makes of
    it, where that is installed.
    """

    nummer: int
    regels: tuple[str, ...]
    schuil: tuple[Schuiltekst, ...]
    beeld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pdffeit:
    """A published file: its pages, and what it carries besides."""

    bladen: tuple[Bladfeit, ...]
    bijzaken: tuple[Bijzaak, ...]


def read_published(inhoud: bytes, is_merk: Callable[[str], bool]) -> Pdffeit:
    """The facts of a file; ``is_merk`` tells whether a line is marks and no more.

    Raises ``InvoerError`` when the file is locked or broken.
    """
    with open_pdf(inhoud, lezen=True) as pdf:
        merken = [lek for _, lek in find_bronmerken(pdf, ())]
        bijzaken = find_extras(inhoud, pdf)
        bedekt = [_covered(pdf, nummer) for nummer in range(1, len(pdf.pages) + 1)]
        liegt = find_lying(pdf)
    niet_toegepast: dict[int, list[Kader]] = {}
    for lek in merken:
        niet_toegepast.setdefault(lek.pagina, []).append(lek.kader)
    try:
        with pypdfium2.PdfDocument(inhoud) as document:
            document.init_forms()
            bladen = tuple(
                _read_page(
                    bladzijde,
                    nummer,
                    niet_toegepast.get(nummer, []),
                    bedekt[nummer - 1],
                    is_merk,
                    liegt=nummer in liegt,
                )
                for nummer, bladzijde in enumerate(document, start=1)
            )
    except pypdfium2.PdfiumError as fout:
        raise InvoerError(
            "De pdf is beschadigd en niet te lezen. Vraag het bestand opnieuw op."
        ) from fout
    return Pdffeit(bladen=bladen, bijzaken=bijzaken)


class Bedekt(NamedTuple):
    """Letters that the page paints over, and the frame they stand in."""

    woorden: str
    kader: Kader
    buiten: bool


def _covered(pdf: pikepdf.Pdf, nummer: int) -> list[Bedekt]:
    """What the content of a page shows first and paints over later."""
    pagina = pdf.pages[nummer - 1]
    try:
        pagina.contents_coalesce()
        stroom = read_stream(pagina.obj, pagina.resources, Letterkast())
        mark_hidden(stroom, page_box(pagina))
    except (pikepdf.PdfError, ValueError, TypeError, IndexError, KeyError):
        return []  # the drawn page tells what the stream cannot
    uit = []
    for loop in stroom.all_runs():
        if loop.weg:
            dozen = [loop.box(n) for n in loop.weg]
            rand = (
                min(d[0] for d in dozen), min(d[1] for d in dozen),
                max(d[2] for d in dozen), max(d[3] for d in dozen),
            )  # fmt: skip
            tekst = "".join(loop.glieven[n].tekst for n in sorted(loop.weg))
            uit.append(Bedekt(tekst, to_frame(pagina, rand), not loop.bedekt))
    return uit


def _read_page(
    bladzijde: pypdfium2.PdfPage,
    nummer: int,
    lakmarken: Sequence[Kader],
    bedekt: Sequence[Bedekt],
    is_merk: Callable[[str], bool],
    *,
    liegt: bool,
) -> Bladfeit:
    groot = max(bladzijde.get_size()) > _GROOTSTE_BLAD
    if groot:
        raise InvoerError(
            "Een bladzijde is groter dan een meter. Druk de pdf kleiner af."
        )
    beeld = bladzijde.render(scale=SCHAAL, draw_annots=True).to_pil()
    zicht = Zicht(beeld)
    dozen = find_boxes(beeld)
    kaders = (*lakmarken, *dozen, *(b.kader for b in bedekt if not b.buiten))
    woorden = read_words(bladzijde, kaders)
    hoe = [_how_hidden(w, zicht, lakmarken, bedekt) for w in woorden]
    in_vak = {
        id(w) for w, h in zip(woorden, hoe, strict=True)
        if h is Schuil.ONDER_VLAK and (is_merk(w.tekst) or w.tekst in LETTERS)
    }  # fmt: skip
    getoond = [
        w for w, h in zip(woorden, hoe, strict=True) if h is None or id(w) in in_vak
    ]
    licht = {id(w) for w in getoond if is_light_on_dark(w, zicht.ground(w))} | in_vak
    schuil = tuple(_join(nummer, zip(woorden, hoe, strict=True), is_merk))
    vakken = [
        v for v in dozen
        if not any(_touches(w, v) for w in getoond if id(w) in licht)
    ]  # fmt: skip
    vakken += [k for k in lakmarken if not any(frames_meet(k, v) for v in vakken)]
    vakken += [
        s.kader for s in schuil
        if s.kader and s.hoe in {Schuil.ONDER_VLAK, Schuil.NIET_TOEGEPAST}
        and not any(frames_meet(s.kader, v) for v in vakken)
        and not any(frames_meet(s.kader, _frame(w)) for w in getoond)
    ]  # fmt: skip
    plaat = liegt or (len(woorden) <= _WEINIG and _has_picture(bladzijde))
    if plaat:
        getoond = [*([] if liegt else getoond), *recognise_words(bladzijde)]
    regels = make_lines(getoond, vakken, is_merk, lambda w: id(w) in licht)
    return Bladfeit(
        nummer=nummer,
        regels=tuple(r for r in regels if r.strip()),
        schuil=schuil,
        beeld=plaat,
    )


def _how_hidden(
    woord: Inktwoord,
    zicht: Zicht,
    lakmarken: Sequence[Kader],
    bedekt: Sequence[Bedekt],
) -> Schuil | None:
    """How a word is hidden, ``None`` for one that shows."""
    if not any(t.isalnum() for t in woord.tekst):
        return None
    if zicht.is_outside(woord):
        return Schuil.BUITEN
    kader = _frame(woord)
    if any(_lies_in(kader, k) for k in lakmarken):
        return Schuil.NIET_TOEGEPAST
    for deel in bedekt:
        if (
            not deel.buiten
            and _lies_in(kader, deel.kader)
            and woord.tekst in deel.woorden
        ):
            return Schuil.ONDER_VLAK
    if not zicht.hides(woord):
        return None
    return Schuil.ONDER_VLAK if zicht.ground(woord) < DONKER else Schuil.ONZICHTBAAR


def _join(
    pagina: int,
    woorden: Iterable[tuple[Inktwoord, Schuil | None]],
    is_merk: Callable[[str], bool],
) -> Iterator[Schuiltekst]:
    """Hidden words that follow each other on a line as one."""
    for (_, hoe), groep in groupby(woorden, key=lambda p: (p[0].regel, p[1])):
        if hoe is None:
            continue
        deel = [w for w, _ in groep]
        tekst = " ".join(w.tekst for w in deel)
        # A large code is read in pieces: "5.1 .2e".
        kaal = tekst.replace(" ", "")
        if is_merk(tekst) or is_merk(kaal) or not _says_something(tekst):
            continue
        kader = around(deel)
        yield Schuiltekst(pagina=pagina, woorden=tekst, hoe=hoe, kader=kader)


def _says_something(tekst: str) -> bool:
    """Whether words are more than a filler such as ``xxxx`` or a single letter."""
    letters = [t.lower() for t in tekst if t.isalnum()]
    return len(letters) > 1 and len(set(letters)) > 1


def _frame(woord: Inktwoord) -> Kader:
    return Kader(
        links=woord.links, boven=woord.boven, rechts=woord.rechts, onder=woord.onder
    )


def _lies_in(klein: Kader, groot: Kader) -> bool:
    """Whether the middle of a frame lies in another, with a little room."""
    return groot.holds(klein, ruim=1)


def _touches(woord: Inktwoord, vak: Kader) -> bool:
    """Whether a word stands on a box or borders on it: then that is its own box."""
    return (
        woord.links - _RAND < vak.rechts
        and vak.links < woord.rechts + _RAND
        and woord.boven - _RAND < vak.onder
        and vak.boven < woord.onder + _RAND
    )


def _has_picture(bladzijde: pypdfium2.PdfPage) -> bool:
    """Whether a picture takes up half of the page or more."""
    breed, hoog = bladzijde.get_size()
    for ding in bladzijde.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]):
        links, onder, rechts, boven = ding.get_bounds()
        if (rechts - links) * (boven - onder) >= _HELFT * breed * hoog:
            return True
    return False
