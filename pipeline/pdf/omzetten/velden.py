"""Fields as their result: an instruction names files, addresses and merge data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from pipeline.pdf.omzetten.woordxml import W, attr, remove, switch, unwrap

if TYPE_CHECKING:
    from collections.abc import Iterable

# Fields that are counted anew on every page; all others stand as they were last shown.
_LEVEND = {"PAGE", "NUMPAGES", "SECTIONPAGES"}
_AAN, _UIT = "\N{BALLOT BOX WITH X}", "\N{BALLOT BOX}"


def flatten_fields(wortel: etree._Element) -> None:
    """Leave of every field what it shows; page numbers stay fields."""
    for veld in list(wortel.iter(f"{W}fldSimple")):
        if not _is_alive(attr(veld, "instr") or ""):
            unwrap([veld])
    _flatten_complex(list(wortel.iter(f"{W}fldChar", f"{W}instrText")))
    remove(wortel.iter(f"{W}delInstrText", f"{W}delText"))


class _Veld:
    """A field that is open: its pieces so far, and what it asks."""

    def __init__(self) -> None:
        self.stukken: list[etree._Element] = []
        self.opdracht = ""


def _flatten_complex(stukken: Iterable[etree._Element]) -> None:
    stapel: list[_Veld] = []
    weg: list[etree._Element] = []
    for stuk in stukken:
        soort = attr(stuk, "fldCharType") if stuk.tag == f"{W}fldChar" else None
        if soort == "begin":
            stapel.append(_Veld())
            _show_box(stuk)
        if not stapel:
            weg.append(stuk)
            continue
        stapel[-1].stukken.append(stuk)
        if stuk.tag == f"{W}instrText":
            stapel[-1].opdracht += stuk.text or ""
        elif soort == "end":
            veld = stapel.pop()
            if not _is_alive(veld.opdracht):
                weg += veld.stukken
    weg += [s for veld in stapel for s in veld.stukken]
    remove(weg)


def _is_alive(opdracht: str) -> bool:
    woorden = opdracht.upper().split()
    return bool(woorden) and woorden[0] in _LEVEND


def _show_box(begin: etree._Element) -> None:
    """A box to tick has no result: it becomes the sign that it shows."""
    vak = begin.find(f"{W}ffData/{W}checkBox")
    run = begin.getparent()
    if vak is not None and run is not None:
        aan = switch(vak, "checked")
        aan = switch(vak, "default") if aan is None else aan
        teken = etree.Element(f"{W}t")
        teken.text = _AAN if aan else _UIT
        run.insert(run.index(begin), teken)
    remove(begin.iterfind(f"{W}ffData"))
