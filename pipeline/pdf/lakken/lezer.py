"""Interprets a content stream: what is shown, where, by which operator.

Follows ISO 32000-2 chapters 8 and 9 for everything that moves or shows text. What it
cannot place with certainty it names in ``Stroom.onzeker``; the page is then rasterised.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.lakken.dekking import (
    clip,
    covers,
    is_black,
    is_dark,
    is_rectangle,
    patterns_of,
    within_form,
)
from pipeline.pdf.lakken.gang import Gang
from pipeline.pdf.lakken.letter import load_letter
from pipeline.pdf.lakken.matrix import (
    EENHEID,
    apply,
    bounds,
    multiply,
    read_matrix,
    translate,
)
from pipeline.pdf.lakken.plaatsing import place_glyphs
from pipeline.pdf.lakken.stroom import GEWOON, Beeld, Loop, Pad, Staat, Stroom
from pipeline.pdf.tekstdrager import holds_image, shows_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.pdf.lakken.letter import Letter
    from pipeline.pdf.lakken.matrix import Matrix, Punt

DEKKEND = 0.95
CLIP_MODUS = 4
_KLEUR = {"g", "rg", "k", "cs", "sc", "scn"}
_LIJNKLEUR = {"G", "RG", "K", "CS", "SC", "SCN"}
_KNIPT = {"W", "W*"}
_SCHILDER = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "n", "sh"}


class Letterkast:
    """The fonts of a document, each loaded once."""

    def __init__(self) -> None:
        self._letters: dict[Any, Letter] = {}

    def get(self, font: Any) -> Letter:
        """The font of a font dictionary."""
        sleutel = font.objgen if font.is_indirect else id(font)
        if sleutel not in self._letters:
            self._letters[sleutel] = load_letter(font)
        return self._letters[sleutel]


def read_stream(
    inhoud: Any,
    middelen: Any,
    kast: Letterkast,
    ctm: Matrix = EENHEID,
) -> Stroom:
    """What a page or form shows; raises ``pikepdf.PdfError`` on a broken stream."""
    return _read(inhoud, middelen, Staat(ctm=ctm), Gang(kast))


def _read(inhoud: Any, middelen: Any, begin: Staat, gang: Gang) -> Stroom:
    bevelen = list(pikepdf.parse_content_stream(inhoud))
    stroom = Stroom(object=inhoud, middelen=middelen, bevelen=bevelen, ctm=begin.ctm)
    _Lezing(stroom, begin, gang).run()
    return stroom


class _Lezing:
    """One pass over the operators of a stream."""

    def __init__(self, stroom: Stroom, begin: Staat, gang: Gang) -> None:
        self.stroom = stroom
        self.gang = gang
        self.staat, self.buiten = begin, copy(begin)
        self.stapel: list[Staat] = []
        self.tm: Matrix = EENHEID
        self.tlm: Matrix = EENHEID
        self.bt, self.vervolg = -1, False
        self.merken: list[int] = []
        self.pad: list[list[Punt]] = []
        self.pad_begin = -1
        self.krom = self.knipt = False

    def run(self) -> None:
        """Carry out every operator that matters."""
        for plek, bevel in enumerate(self.stroom.bevelen):
            if isinstance(bevel, pikepdf.ContentStreamInlineImage):
                self._image(plek, None)
                continue
            naam = str(bevel.operator)
            doe = _BEVELEN.get(naam)
            if doe is not None:
                doe(self, bevel.operands, plek)
            elif naam in _KLEUR:
                self._colour(bevel, naam)
            elif naam in _LIJNKLEUR:
                self.staat.lijnkleur = (bevel,)
                self._check_pattern(bevel)
            elif naam in _KNIPT:
                self.knipt = True
            elif naam in _SCHILDER:
                self._paint(plek, naam)

    # State ------------------------------------------------------------------

    def save(self, _: Any, __: int) -> None:
        self.stapel.append(copy(self.staat))

    def restore(self, _: Any, __: int) -> None:
        if self.stapel:
            self.staat = self.stapel.pop()

    def concat(self, op: Any, _: int) -> None:
        self.staat.ctm = multiply(read_matrix(op), self.staat.ctm)

    def graphics_state(self, op: Any, _: int) -> None:
        staat = self.stroom.middelen.get("/ExtGState", {}).get(op[0])
        if staat is None:
            return
        if "/Font" in staat:
            self.stroom.onzeker.add("een lettertype in de grafische toestand")
        masker: Any = staat.get("/SMask")
        groep: Any = (
            masker.get("/G") if isinstance(masker, pikepdf.Dictionary) else None
        )
        if shows_text(groep, self.stroom.middelen):
            self.stroom.onzeker.add("tekst in een doorzichtigheidsmasker")
        self._transparency(staat)
        if "/SMask" in staat:
            self.staat.schaduw = holds_image(groep) or self.buiten.schaduw

    def _transparency(self, staat: Any) -> None:
        if "/ca" in staat or "/SMask" in staat:
            dicht = float(staat.get("/ca", 1)) >= DEKKEND
            masker = isinstance(staat.get("/SMask"), pikepdf.Dictionary)
            self.staat.doorzichtig = masker or not dicht or self.buiten.doorzichtig
        if "/SMask" in staat:
            eigen = isinstance(staat.SMask, pikepdf.Dictionary)
            self.staat.gemaskerd = eigen or self.buiten.gemaskerd
        if "/BM" in staat and self.buiten.menging in GEWOON:
            menging: Any = staat.BM
            eerste = menging[0] if isinstance(menging, pikepdf.Array) else menging
            self.staat.menging = str(eerste)
        if "/LW" in staat:
            self.staat.lijndikte = float(staat.LW)

    def _colour(self, bevel: Any, naam: str) -> None:
        if naam in {"sc", "scn"}:
            ruimte = [b for b in self.staat.kleur if str(b.operator) == "cs"]
            self.staat.kleur = (*ruimte, bevel)
            self._check_pattern(bevel)
        else:
            self.staat.kleur = (bevel,)

    def _check_pattern(self, bevel: Any) -> None:
        """Name a colour that is a pattern with letters: no mark can be placed there."""
        naam, middelen = (bevel.operands or [None])[-1], self.stroom.middelen
        if isinstance(naam, pikepdf.Name) and shows_text(
            middelen.get("/Pattern", {}).get(naam), middelen
        ):
            self.stroom.onzeker.add("tekst in een vulpatroon")

    # Text -------------------------------------------------------------------

    def begin_text(self, _: Any, plek: int) -> None:
        self.tm = self.tlm = EENHEID
        self.bt = plek
        self.vervolg = False

    def font(self, op: Any, _: int) -> None:
        font = self.stroom.middelen.get("/Font", {}).get(op[0])
        self.staat.lettertype = op[0]
        self.staat.grootte = float(op[1])
        self.staat.letter = None if font is None else self.gang.kast.get(font)

    def set_matrix(self, op: Any, _: int) -> None:
        self.tm = self.tlm = read_matrix(op)
        self.vervolg = False

    def move(self, op: Any, _: int) -> None:
        self.tlm = translate(self.tlm, float(op[0]), float(op[1]))
        self.tm = self.tlm
        self.vervolg = False

    def move_leading(self, op: Any, plek: int) -> None:
        self.staat.tl = -float(op[1])
        self.move(op, plek)

    def next_line(self, _: Any, plek: int) -> None:
        self.move((0.0, -self.staat.tl), plek)

    def show(self, op: Any, plek: int) -> None:
        self._show([op[0]], plek)

    def show_array(self, op: Any, plek: int) -> None:
        self._show(list(op[0]), plek)

    def next_show(self, op: Any, plek: int) -> None:
        self.next_line(op, plek)
        self._show([op[0]], plek)

    def spaced_show(self, op: Any, plek: int) -> None:
        self.staat.tw, self.staat.tc = float(op[0]), float(op[1])
        self.next_line(op, plek)
        self._show([op[2]], plek)

    def _show(self, delen: list[Any], plek: int) -> None:
        staat = self.staat
        letter = staat.letter
        if letter is None:
            self.stroom.onzeker.add("tekst zonder lettertype")
            return
        if letter.onzeker:
            self.stroom.onzeker.add(letter.onzeker)
        if staat.tr >= CLIP_MODUS:
            self.stroom.onzeker.add("tekst die als uitsnede dient")
            staat.knip_krom = True
        glieven, eind = place_glyphs(delen, staat, letter)
        loop = Loop(
            stroom=self.stroom,
            bevel=plek,
            bt=self.bt,
            staat=copy(staat),
            tm=self.tm,
            delen=delen,
            glieven=glieven,
            merken=tuple(self.merken),
            volgorde=next(self.gang.volgorde),
            vervolg=self.vervolg,
            merken_buiten=any(m < self.bt for m in self.merken),
        )
        self.stroom.lopen.append(loop)
        self.tm = translate(self.tm, eind, 0.0)
        self.vervolg = True

    # Marked content, forms and images ----------------------------------------

    def begin_mark(self, _: Any, plek: int) -> None:
        self.merken.append(plek)

    def end_mark(self, _: Any, __: int) -> None:
        if self.merken:
            self.merken.pop()

    def do(self, op: Any, plek: int) -> None:
        ding = self.stroom.middelen.get("/XObject", {}).get(op[0])
        if not isinstance(ding, pikepdf.Stream):
            return
        soort = ding.get("/Subtype")
        if soort == pikepdf.Name.Image:
            self._image(plek, str(op[0]))
        elif soort == pikepdf.Name.Form:
            self._enter_form(ding, plek)

    def _enter_form(self, vorm: Any, plek: int) -> None:
        gang = self.gang
        waarom = gang.bars(vorm)
        if waarom:
            self.stroom.onzeker.add(waarom)
            return
        begin = copy(self.staat)
        begin.ctm = multiply(read_matrix(vorm.get("/Matrix", EENHEID)), self.staat.ctm)
        begin.knip = within_form(vorm, begin)
        middelen = vorm.get("/Resources", self.stroom.middelen)
        gang.ouders = (*gang.ouders, vorm.objgen)
        self.stroom.kinderen[plek] = _read(vorm, middelen, begin, gang)
        gang.ouders = gang.ouders[:-1]

    def _image(self, plek: int, naam: str | None) -> None:
        staat, volgorde = self.staat, next(self.gang.volgorde)
        beeld = Beeld(plek, naam, staat.ctm, volgorde, staat.gemaskerd)
        self.stroom.beelden.append(beeld)

    # Paths ------------------------------------------------------------------

    def path_start(self, op: Any, plek: int) -> None:
        self.pad.append([])
        self.path_point(op, plek)

    def path_point(self, op: Any, plek: int) -> None:
        self._extend(plek, [(float(op[0]), float(op[1]))])

    def path_curve(self, op: Any, plek: int) -> None:
        getallen = [float(g) for g in op]
        self._extend(plek, list(zip(getallen[::2], getallen[1::2], strict=False)))
        self.krom = True

    def path_rectangle(self, op: Any, plek: int) -> None:
        x, y, b, h = (float(g) for g in op)
        self.pad.append([])
        self._extend(plek, [(x, y), (x + b, y), (x + b, y + h), (x, y + h)])

    def _extend(self, plek: int, punten: list[Punt]) -> None:
        if self.pad_begin < 0:
            self.pad_begin = plek
        if not self.pad:
            self.pad.append([])
        self.pad[-1] += [apply(self.staat.ctm, x, y) for x, y in punten]

    def _paint(self, plek: int, naam: str) -> None:
        delen = [deel for deel in self.pad if deel]
        if delen and naam not in {"n", "sh"}:
            self.stroom.paden.append(self._path(plek, naam, delen))
        if self.knipt and delen:
            self._clip(delen)
        self.pad, self.pad_begin, self.krom, self.knipt = [], -1, False, False

    def _path(self, plek: int, naam: str, delen: list[list[Punt]]) -> Pad:
        kleur = self.staat.lijnkleur if naam in {"S", "s"} else self.staat.kleur
        dekt = () if self.krom else tuple(covers(self.staat, naam, delen))
        return Pad(
            eerste=self.pad_begin,
            laatste=plek,
            doos=bounds(p for deel in delen for p in deel),
            krom=self.krom,
            volgorde=next(self.gang.volgorde),
            dekt=dekt,
            donker=is_dark(kleur),
            zwart=is_black(kleur),
            patronen=patterns_of(self.staat, naam),
            gemaskerd=self.staat.gemaskerd,
            schaduw=self.staat.schaduw,
        )

    def _clip(self, delen: list[list[Punt]]) -> None:
        """Narrow what is painted from here on."""
        if self.krom or len(delen) != 1 or not is_rectangle(delen[0]):
            self.staat.knip_krom = True
        leeg = (0.0, 0.0, 0.0, 0.0)
        doos = bounds(p for deel in delen for p in deel)
        self.staat.knip = clip(doos, self.staat.knip) or leeg


def _setter(naam: str, maak: Callable[[Any], Any]) -> Callable[..., None]:
    def zet(lezing: _Lezing, op: Any, _: int) -> None:
        setattr(lezing.staat, naam, maak(op[0]))

    return zet


_BEVELEN: dict[str, Callable[..., None]] = {
    "q": _Lezing.save,
    "Q": _Lezing.restore,
    "cm": _Lezing.concat,
    "gs": _Lezing.graphics_state,
    "BT": _Lezing.begin_text,
    "Tf": _Lezing.font,
    "Tm": _Lezing.set_matrix,
    "Td": _Lezing.move,
    "TD": _Lezing.move_leading,
    "T*": _Lezing.next_line,
    "Tc": _setter("tc", float),
    "Tw": _setter("tw", float),
    "Tz": _setter("th", lambda w: float(w) / 100),
    "TL": _setter("tl", float),
    "Ts": _setter("ts", float),
    "Tr": _setter("tr", int),
    "Tj": _Lezing.show,
    "TJ": _Lezing.show_array,
    "'": _Lezing.next_show,
    '"': _Lezing.spaced_show,
    "BMC": _Lezing.begin_mark,
    "BDC": _Lezing.begin_mark,
    "EMC": _Lezing.end_mark,
    "Do": _Lezing.do,
    "w": _setter("lijndikte", float),
    "m": _Lezing.path_start,
    "l": _Lezing.path_point,
    "c": _Lezing.path_curve,
    "v": _Lezing.path_curve,
    "y": _Lezing.path_curve,
    "re": _Lezing.path_rectangle,
}
