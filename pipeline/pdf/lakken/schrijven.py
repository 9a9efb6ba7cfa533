"""Writes a stream anew: without what was marked, with boxes and codes in its place."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.lakken.gaten import rewrite
from pipeline.pdf.lakken.groep import group_gaps
from pipeline.pdf.lakken.matrix import NIETS, apply, invert
from pipeline.pdf.lakken.verborgen import GEEN_VLAK
from pipeline.pdf.lakken.vlak import (
    fit_label,
    label_commands,
    make_op,
    restore_commands,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from pipeline.pdf.lakken.gaten import Herschreven, Regelstand
    from pipeline.pdf.lakken.groep import Groep, Vierhoek
    from pipeline.pdf.lakken.opschrift import Opschriftletter
    from pipeline.pdf.lakken.stroom import Loop, Stroom

LETTERNAAM = "/VwLak"
_VERRAADT = ("/ActualText", "/Alt", "/E", "/T")


class Opschriften:
    """What stands on a box and what is said of it, by the number of the mark."""

    def __init__(
        self,
        letter: Opschriftletter,
        tekst: Callable[[int], str],
        uitleg: Callable[[int], str],
    ) -> None:
        self.letter = letter
        self.tekst = tekst
        self.uitleg = uitleg


class Herschrijving:
    """The changes to one stream, gathered first, then written in one pass."""

    def __init__(
        self,
        stroom: Stroom,
        opschriften: Opschriften,
        gebieden: dict[int, Vierhoek | None],
    ) -> None:
        self.stroom = stroom
        self.gebieden = gebieden
        self.opschriften = opschriften
        self.vervang: dict[int, list[Any]] = {}
        self.voor: dict[int, list[Any]] = defaultdict(list)
        self.groepen: list[Groep] = []
        self.herschreven: list[Herschreven] = []
        self.laat: list[Groep] = []
        self.geraakte_merken: set[int] = set()
        self.nieuwe_objecten: dict[str, Any] = {}
        self.vervangend = False

    @property
    def changed(self) -> bool:
        """Whether the stream must be written anew at all."""
        return bool(self.vervang or self.voor)

    def cut_text(self, stand: Regelstand) -> None:
        """Take the marked glyphs out of the runs, and see which boxes they ask."""
        for loop in self.stroom.lopen:
            if loop.weg or abs(stand.rest) > NIETS:
                self.herschreven.append(rewrite(loop, stand))
                if loop.weg:
                    self.geraakte_merken.update(loop.merken)
        gaten = [g for h in self.herschreven for g in h.gaten]
        self.groepen = list(filter(self._gets_box, group_gaps(gaten)))

    def plan_boxes(self, niet: Collection[int]) -> None:
        """Put boxes and codes in the text, but for groups whose identity is given."""
        self.groepen = [g for g in self.groepen if id(g) not in niet]
        kop = {id(g.gaten[0]): g for g in self.groepen if not g.op_het_laatst}
        self.laat = [g for g in self.groepen if g.op_het_laatst]
        for nieuw in self.herschreven:
            self.vervang[nieuw.loop.bevel] = self._show(nieuw, kop)
        for groep in kop.values():
            self.voor[groep.gaten[0].loop.bt] += self._box(groep)

    def _gets_box(self, groep: Groep) -> bool:
        """Whether a group has a box: of an area the first, and that is the area."""
        if groep.vlak not in self.gebieden:
            return groep.vlak != GEEN_VLAK
        if groep.op_het_laatst:
            return False
        groep.gebied = self.gebieden[groep.vlak]
        self.gebieden[groep.vlak] = None
        return groep.gebied is not None

    def write(self) -> bytes:
        """The new content of the stream."""
        uit: list[Any] = []
        for plek, bevel in enumerate(self.stroom.bevelen):
            uit += self.voor.get(plek, ())
            if plek in self.vervang:
                uit += self.vervang[plek]
            elif plek in self.geraakte_merken:
                uit.append(self._silence(bevel))
            else:
                uit.append(bevel)
        return pikepdf.unparse_content_stream(uit)

    def _show(self, nieuw: Herschreven, kop: dict[int, Groep]) -> list[Any]:
        """The operators that show what is left of a run, with the codes in between."""
        loop = nieuw.loop
        uit = _line_start(self.stroom.bevelen[loop.bevel])
        rest: list[bytes | float] = []
        gaten = {g.na: g for g in nieuw.gaten}
        for nummer, deel in enumerate(nieuw.delen):
            gat = gaten.get(nummer)
            groep = kop.get(id(gat)) if gat else None
            tekst = self.opschriften.tekst(groep.vlak) if groep else ""
            if gat is None or groep is None or not tekst or isinstance(deel, bytes):
                rest.append(deel)
                continue
            opschrift = fit_label(
                tekst,
                gat,
                groep.breedte,
                self.opschriften.letter,
            )
            kant = -1 if loop.staat.grootte * loop.staat.th < 0 else 1
            rest.append(_displace(loop, kant * opschrift.links))
            uit += [_show_array(list(filter(None, rest)))]
            uit += label_commands(
                opschrift,
                LETTERNAAM,
                self.opschriften.letter,
                self.opschriften.uitleg(groep.vlak),
                loop.staat,
            )
            uit += restore_commands(loop.staat)
            over = gat.breedte - kant * (opschrift.links + opschrift.breedte)
            rest = [_displace(loop, over)]
        if not any(isinstance(d, bytes) and d for d in rest):
            rest = list(filter(None, rest))  # an empty string would undo what ends it
        return [*uit, _show_array(rest)] if rest else uit

    def _box(self, groep: Groep) -> list[Any]:
        """The operators that fill a box, in the space that holds at its text object."""
        terug = invert(groep.gaten[0].loop.staat.ctm)
        if terug is None:
            return []
        vorm = [make_op("q"), make_op("g", 0)]
        for nummer, (x, y) in enumerate(groep.hoeken):
            vorm.append(make_op("l" if nummer else "m", *apply(terug, x, y)))
        vorm += [make_op("h"), make_op("f"), make_op("Q")]
        if groep.gaten[0].loop.merken_buiten:
            return vorm
        kunst = make_op("BMC", pikepdf.Name("/Artifact"))
        return [kunst, *vorm, make_op("EMC")]

    def _silence(self, bevel: Any) -> Any:
        """A marked-content operator without the words that say what stood there."""
        if str(bevel.operator) != "BDC":
            return bevel
        lijst = bevel.operands[1]
        if isinstance(lijst, pikepdf.Name):
            lijst = self.stroom.middelen.get("/Properties", {}).get(lijst, None)
        if not isinstance(lijst, pikepdf.Dictionary):
            return bevel
        if not any(sleutel in lijst for sleutel in _VERRAADT):
            return bevel
        self.vervangend = True
        over = {k: v for k, v in lijst.items() if k not in _VERRAADT}
        return make_op("BDC", bevel.operands[0], pikepdf.Dictionary(over))


def _line_start(bevel: Any) -> list[Any]:
    r"""What the operators ' and \" do before they show."""
    naam = str(bevel.operator)
    if naam == "'":
        return [make_op("T*")]
    if naam == '"':
        woord, teken, _ = bevel.operands
        return [make_op("Tw", woord), make_op("Tc", teken), make_op("T*")]
    return []


def _show_array(delen: list[bytes | float]) -> Any:
    rij = pikepdf.Array(
        [
            pikepdf.String(d) if isinstance(d, bytes) else round(d, 3)
            for d in _joined(delen)
        ]
    )
    return make_op("TJ", rij)


def _joined(delen: list[bytes | float]) -> list[bytes | float]:
    """Displacements that follow each other become one."""
    uit: list[bytes | float] = []
    for deel in delen:
        if uit and isinstance(deel, float) and isinstance(uit[-1], float):
            uit[-1] += deel
        else:
            uit.append(deel)
    return uit


def _displace(loop: Loop, wijd: float) -> float:
    deler = loop.staat.grootte * loop.staat.th
    return -wijd * 1000 / deler if deler else 0.0
