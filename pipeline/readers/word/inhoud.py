"""Inside a paragraph: its runs as pieces of text, with what is bold or hidden."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.readers.word.noten import Noten
from pipeline.readers.word.stijlen import run_size
from pipeline.readers.word.xml import DOORZICHTIG, MC, WEG, M, W, attr, choice, switch

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from pipeline.readers.word.stijlen import Stijl, Stijlen

_SYMBOLEN = {
    "wingdings": {
        0xFC: "✓", 0xFB: "✗", 0xFE: "☒", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x6E: "■",
        0xE0: "→", 0xE8: "→", 0xDF: "←", 0x28: "☎", 0x2A: "✉", 0xA7: "▪", 0x9F: "•",
        0x52: "☑", 0x78: "☒",
    },
    "symbol": {
        0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB9: "≠", 0xBB: "≈", 0xAE: "→",
        0xB4: "×", 0xB0: "°", 0xE5: "∑", 0x2D: "−", 0x44: "Δ", 0x57: "Ω", 0x6D: "µ",
    },
}  # fmt: skip
_MET_VAKKEN = {W + "drawing", W + "pict", W + "object", f"{MC}AlternateContent"}
_VAST = {
    W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-",
}  # fmt: skip


GEMARKEERD = ""
_GEEN_KLEUR = {None, "none", "white"}


@dataclass(slots=True, kw_only=True)
class Inhoud:
    """What a paragraph holds: pieces of text with their marks, and boxes beside it.

    ``aangeduid`` are the words a person pointed out: by the number of a comment, or
    under ``GEMARKEERD`` when they are highlighted; with how many characters, white
    space not counted, stand before them. ``noten`` are the numbers of notes, each with
    how many pieces stand before it.
    """

    stukken: list[tuple[str, bool, bool]] = field(default_factory=list)
    vakken: list[etree._Element] = field(default_factory=list)
    letter: float | None = None
    aangeduid: dict[str, tuple[int, str]] = field(default_factory=dict)
    noten: list[tuple[int, str]] = field(default_factory=list)

    def text(self, *, hidden: bool) -> str:
        """The visible or the hidden text."""
        return "".join(t for t, _, verborgen in self.stukken if verborgen == hidden)

    def bold(self) -> bool:
        """Whether all visible text is bold."""
        vet = [v for t, v, verborgen in self.stukken if t.strip() and not verborgen]
        return bool(vet) and all(vet)

    def has_text(self) -> bool:
        """Whether anything but white space was gathered."""
        return any(t.strip() for t, _, _ in self.stukken)


class Inhoudlezer:
    """Gathers the content of paragraphs; calls ``breek`` at every page break."""

    def __init__(
        self,
        stijlen: Stijlen,
        gerenderd: bool,  # noqa: FBT001 one fact of the document
        breek: Callable[[], None],
    ) -> None:
        self._stijlen = stijlen
        self._gerenderd = gerenderd
        self._breek = breek
        self.noten = Noten()
        self._onder: set[str] = set()
        self._geweest: set[str] = set()

    def comment(self, kind: etree._Element) -> bool:
        """Note where a comment begins or ends; tells whether the element says so."""
        nummer = attr(kind, "id") or ""
        if kind.tag == W + "commentRangeStart":
            self._onder.add(nummer)
            self._geweest.add(nummer)
        elif kind.tag == W + "commentRangeEnd":
            self._onder.discard(nummer)
        else:
            return False
        return True

    def gather(self, alinea: etree._Element, stijl: Stijl, naar: Inhoud) -> None:
        """Add the content of a paragraph, or of anything inside one."""
        for kind in alinea:
            tag = kind.tag
            if tag in WEG or self.comment(kind):
                continue
            if tag == W + "r":
                self._run(kind, stijl, naar)
            elif tag == f"{MC}AlternateContent":
                keus = choice(kind)
                if keus is not None:
                    self.gather(keus, stijl, naar)
            elif tag in DOORZICHTIG or not _is_word(tag):
                self.gather(kind, stijl, naar)

    def _run(self, run: etree._Element, stijl: Stijl, naar: Inhoud) -> None:
        rpr = run.find(f"{W}rPr")
        eigen = None if rpr is None else self._stijlen.run(attr(rpr.find(f"{W}rStyle")))
        vet, weg = switch(rpr, "b"), switch(rpr, "vanish")
        if vet is None:
            vet = stijl.vet or (eigen is not None and eigen.vet)
        if weg is None:
            weg = stijl.verborgen or (eigen is not None and eigen.verborgen)
        if naar.letter is None:
            naar.letter = run_size(rpr)
        voor = len(naar.stukken)
        for kind in run:
            self._piece(kind, naar, vet=vet, weg=weg)
        if not weg:
            self._point_out(voor, rpr, naar)

    def _point_out(self, voor: int, rpr: etree._Element | None, naar: Inhoud) -> None:
        sleutels = set(self._onder)
        kleur = None if rpr is None else attr(rpr.find(f"{W}highlight"))
        if kleur not in _GEEN_KLEUR:
            sleutels.add(GEMARKEERD)
        if not sleutels:
            return
        tekst = "".join(t for t, _, _ in naar.stukken[voor:])
        ervoor = sum(
            len("".join(t.split())) for t, _, w in naar.stukken[:voor] if not w
        )
        for sleutel in sleutels:
            begin, eerder = naar.aangeduid.get(sleutel, (ervoor, ""))
            naar.aangeduid[sleutel] = begin, eerder + tekst

    def _piece(
        self, kind: etree._Element, naar: Inhoud, *, vet: bool, weg: bool
    ) -> None:
        tag = kind.tag
        if tag in {W + "t", f"{M}t"}:
            naar.stukken.append((kind.text or "", vet, weg))
        elif tag in _VAST:
            naar.stukken.append((_VAST[tag], vet, weg))
        elif tag == W + "br":
            self._break(kind, naar, vet=vet, weg=weg)
        elif tag == W + "lastRenderedPageBreak":
            self._breek()
        elif tag == W + "commentReference":
            self._whole(attr(kind, "id") or "", naar)
        elif tag == W + "sym":
            naar.stukken.append((_symbol(kind), vet, weg))
        elif tag in _MET_VAKKEN:
            _find_boxes(kind, naar.vakken)
        elif tag == W + "ruby":
            basis = kind.findall(f"{W}rubyBase//{W}t")
            naar.stukken += [(t.text or "", vet, weg) for t in basis]
        elif not weg and (nummer := self.noten.number(kind)):
            naar.noten.append((len(naar.stukken), nummer))

    def _whole(self, nummer: str, naar: Inhoud) -> None:
        """A comment without a range of its own is about all that stands before it."""
        if nummer not in self._geweest:
            naar.aangeduid[nummer] = 0, naar.text(hidden=False)

    def _break(
        self, kind: etree._Element, naar: Inhoud, *, vet: bool, weg: bool
    ) -> None:
        soort = attr(kind, "type")
        if soort == "page" and not self._gerenderd:
            self._breek()
        naar.stukken.append(("\n", vet, weg))


def _is_word(tag: str) -> bool:
    return tag.startswith(W)


def _symbol(kind: etree._Element) -> str:
    letter = (attr(kind, "font") or "").lower().rstrip(" 123")
    try:
        code = int(attr(kind, "char") or "0", 16)
    except ValueError:
        return ""
    bekend = _SYMBOLEN.get(letter, {}).get(code & 0xFF)
    if bekend is not None:
        return bekend
    return chr(code) if 0x20 <= code < 0xE000 and not 0xD800 <= code < 0xE000 else "•"  # noqa: PLR2004 Unicode's own borders


def _find_boxes(element: etree._Element, naar: list[etree._Element]) -> None:
    """The text boxes in a drawing, each once; the outer box reads the inner."""
    if element.tag == f"{W}txbxContent":
        naar.append(element)
        return
    if element.tag == f"{MC}AlternateContent":
        keus = choice(element)
        if keus is not None:
            _find_boxes(keus, naar)
        return
    for kind in element:
        _find_boxes(kind, naar)
