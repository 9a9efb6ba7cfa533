"""The text of an HTML message: blocks, lists and tables; links as their words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lxml import etree
from lxml import html as lxml_html

from modellen.document import Vorm
from modellen.plaats import InBericht
from pipeline.readers.opsomming import find_opsomming
from pipeline.readers.tekens import clean, one_line

if TYPE_CHECKING:
    from pipeline.readers.opbouw import Bouwer

_WEG = {
    "script",
    "style",
    "head",
    "title",
    "meta",
    "link",
    "noscript",
    "template",
    "object",
}
_BLOK = {
    "p", "div", "ul", "ol", "li", "table", "tr", "td", "th", "h1", "h2", "h3", "h4",
    "h5", "h6", "blockquote", "pre", "hr", "section", "article", "header", "footer",
    "body", "html", "dl", "dt", "dd", "form", "fieldset", "center", "address", "main",
    "aside", "figure", "figcaption", "tbody", "thead", "tfoot", "caption",
}  # fmt: skip
_VET = {"b", "strong", "th"}
_KOP = re.compile(r"h([1-6])")
_VERBORGEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0"
    r"|font-size\s*:\s*0(?:px|pt)?\s*(?:;|$)|opacity\s*:\s*0\s*(?:;|$)",
    re.IGNORECASE,
)
_VETTE_STIJL = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_PROLOOG = re.compile(r"^\s*<\?xml[^>]*\?>")
_VOORWAARDELIJK = re.compile(r"<!\[(?:if|endif)[^>]*>|<o:p>|</o:p>", re.IGNORECASE)
_MEESTE_KOLOMMEN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stand:
    """What holds at a point of the walk."""

    verborgen: bool = False
    vet: bool = False
    diepte: int = -1
    kop: int = 0
    letterlijk: bool = False


def has_data_table(tekst: str) -> bool:
    """Whether a message holds a table of data, which its plain text would flatten."""
    if "<table" not in tekst.lower():
        return False
    wortel = _parse(tekst)
    return wortel is not None and any(_is_data(t) for t in wortel.iter("table"))


def write_html(tekst: str, bouwer: Bouwer) -> None:
    """Append what an HTML message shows; hidden text is marked so."""
    wortel = _parse(tekst)
    if wortel is not None:
        _Schrijver(bouwer).write(wortel)


def _without_comments(tekst: str) -> str:
    """A message without its comments, those that Outlook reads as text as well.

    They end at the first ``-->``; what is left of such conditions is no comment.
    """
    delen: list[str] = []
    vanaf = 0
    while (begin := tekst.find("<!--", vanaf)) >= 0:
        # "<!-->" is a comment with nothing in it
        eind = tekst.find("-->", begin + 2)
        if eind < 0:
            break
        delen.append(tekst[vanaf:begin])
        vanaf = eind + len("-->")
    return _VOORWAARDELIJK.sub("", "".join([*delen, tekst[vanaf:]]))


def _parse(tekst: str) -> etree._Element | None:
    schoon = _without_comments(_PROLOOG.sub("", tekst.replace("\0", "")))
    lezer = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        return lxml_html.document_fromstring(schoon, parser=lezer)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


class _Schrijver:
    """Gathers inline text until a block ends, then appends it."""

    def __init__(self, bouwer: Bouwer) -> None:
        self._bouwer = bouwer
        self._stukken: list[tuple[str, bool]] = []
        self._stand = _Stand()
        self._item: tuple[str, int] | None = None
        self._regel = 0
        self._in_cel = 0

    def write(self, wortel: etree._Element) -> None:
        """The whole message."""
        self._walk(wortel, _Stand())
        self._flush()

    def _walk(self, element: etree._Element, stand: _Stand) -> None:
        naam = element.tag if isinstance(element.tag, str) else ""
        if naam in _WEG or not naam:
            return
        nu = _enter(element, naam, stand)
        blok = naam in _BLOK
        if blok or nu.verborgen != stand.verborgen:
            self._flush()
        self._stand = nu
        if naam == "br":
            self._flush()
        elif naam == "table" and _is_data(element):
            self._table(element, nu)
        elif naam in {"ul", "ol"}:
            self._list(
                element, replace(nu, diepte=nu.diepte + 1), geordend=naam == "ol"
            )
        else:
            self._content(element, nu)
        if blok or nu.verborgen != stand.verborgen:
            self._flush()
        self._stand = stand

    def _content(self, element: etree._Element, stand: _Stand) -> None:
        self._add(element.text, stand)
        for kind in element:
            self._walk(kind, stand)
            self._add(kind.tail, stand)

    def _list(self, lijst: etree._Element, stand: _Stand, *, geordend: bool) -> None:
        teller = _integer(lijst.get("start"), 1)
        for kind in lijst:
            if kind.tag == "li":
                self._flush()
                teller = _integer(kind.get("value"), teller)
                self._item = (f"{teller}." if geordend else "", max(stand.diepte, 0))
                self._walk(kind, stand)
                self._flush()
                self._item = None
                teller += 1
            else:
                self._walk(kind, stand)

    def _table(self, tabel: etree._Element, stand: _Stand) -> None:
        rijen = _rows(tabel)
        bezet: dict[tuple[int, int], bool] = {}
        self._bouwer.open_tabel()
        self._in_cel += 1
        for rij, tr in enumerate(rijen, 1):
            kolom = 1
            for cel in tr:
                if cel.tag not in {"td", "th"}:
                    continue
                while bezet.get((rij, kolom)):
                    kolom += 1
                hoog = min(_span(cel.get("rowspan")), len(rijen) - rij + 1)
                breed = _span(cel.get("colspan"))
                self._cell(cel, stand, rij, kolom, (hoog, breed))
                bezet |= {
                    (rij + h, kolom + b): True
                    for h in range(hoog)
                    for b in range(breed)
                }
                kolom += breed
        self._in_cel -= 1
        self._bouwer.close_tabel()

    def _cell(
        self,
        cel: etree._Element,
        stand: _Stand,
        rij: int,
        kolom: int,
        spans: tuple[int, int],
    ) -> None:
        plaats = InBericht("html", self._regel + 1)
        self._bouwer.open_cel(rij)
        nu = _enter(cel, cel.tag, stand)
        self._stand = nu
        self._content(cel, nu)
        self._flush()
        self._bouwer.close_cel(
            plaats, kolom=kolom, rijspan=spans[0], kolomspan=spans[1]
        )

    def _add(self, tekst: str | None, stand: _Stand) -> None:
        if not tekst:
            return
        if stand.letterlijk:
            eerste, *rest = tekst.split("\n")
            self._stukken.append((eerste, stand.vet))
            for regel in rest:
                self._flush()
                self._stukken.append((regel, stand.vet))
        else:
            self._stukken.append((tekst, stand.vet))
        self._stand = stand

    def _flush(self) -> None:
        """Append what was gathered as one block."""
        stukken, self._stukken = self._stukken, []
        tekst = one_line("".join(t for t, _ in stukken))
        if not tekst:
            return
        self._regel += 1
        stand, item = self._stand, self._item
        vet = all(v for t, v in stukken if clean(t))
        kenmerken: dict[str, object] = {"vet": vet, "verborgen": stand.verborgen}
        if item is not None:
            nummer, niveau = item
            tekst = f"{nummer} {tekst}" if nummer else tekst
            kenmerken |= {"vorm": Vorm.LIJST, "nummer": nummer, "niveau": niveau}
            self._item = None
        elif stand.kop:
            kenmerken |= {"vorm": Vorm.KOP, "niveau": stand.kop}
        elif (getypt := find_opsomming(tekst)) is not None:
            tekst = getypt.tekst
            kenmerken |= {"vorm": Vorm.LIJST, "nummer": getypt.nummer}
        self._bouwer.blok(tekst, InBericht("html", self._regel), **kenmerken)


def _enter(element: etree._Element, naam: str, stand: _Stand) -> _Stand:
    stijl = element.get("style") or ""
    kop = _KOP.fullmatch(naam)
    return _Stand(
        verborgen=stand.verborgen
        or element.get("hidden") is not None
        or bool(_VERBORGEN.search(stijl)),
        vet=stand.vet or naam in _VET or bool(_VETTE_STIJL.search(stijl)),
        diepte=stand.diepte,
        kop=int(kop.group(1)) if kop else stand.kop,
        letterlijk=stand.letterlijk or naam == "pre",
    )


def _rows(tabel: etree._Element) -> list[etree._Element]:
    rijen = []
    for kind in tabel:
        if kind.tag == "tr":
            rijen.append(kind)
        elif kind.tag in {"tbody", "thead", "tfoot"}:
            rijen += [tr for tr in kind if tr.tag == "tr"]
    return rijen


def _has_text(cel: etree._Element) -> bool:
    return any(str(t).strip() for t in cel.itertext())


def _is_data(tabel: etree._Element) -> bool:
    """Two rows of two filled cells, and no table inside: data, not layout."""
    if tabel.find(".//table") is not None:
        return False
    gevuld = [
        sum(1 for c in tr if c.tag in {"td", "th"} and _has_text(c))
        for tr in _rows(tabel)
    ]
    return sum(1 for aantal in gevuld if aantal > 1) > 1


def _span(waarde: str | None) -> int:
    return max(1, min(_integer(waarde, 1), _MEESTE_KOLOMMEN))


def _integer(waarde: str | None, anders: int) -> int:
    return int(waarde) if waarde and waarde.strip().isdecimal() else anders
