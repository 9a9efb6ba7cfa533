"""Whether a cell with a role and nothing else is of the name in the cell behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.rolwoorden import line_before

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.rolwoorden import Rolwoorden
    from pipeline.extraction.persoonsgegevens.treffer import Treffer

_TABEL = 2000
"""How far above a name the head of its column is looked for."""


def own_cell(
    rollen: Rolwoorden, plek: int, treffer: Treffer, vorige: Treffer | None
) -> bool:
    """Whether a cell is a role and nothing else, and of the name in the next cell.

    It is not where a name stands in the cell before it, or where the head of a column
    says what the name is, that it is one end of a letter, or that a cell is a topic.
    """
    tekst = rollen.tekst
    kop = line_before(tekst, plek, "\t\n")
    begin, kop = plek - len(kop), kop.strip().lower()
    kaal = kop in {"", "de", "het"} or kop.endswith(":")
    if treffer.kolomrol or treffer.kop in rollen.kennis.postkolommen:
        return False
    if len(treffer.delen) == 1 and rollen.kennis.is_gewoon(treffer.delen[0].tekst):
        return False  # the head of the next column
    if not (kaal or explains_role(rollen, plek)) or _is_topic(rollen, treffer):
        return False
    links = tekst[begin - 1 : begin] == "\t"
    return not (links and vorige is not None and vorige.eind == begin - 1)


def _is_topic(rollen: Rolwoorden, treffer: Treffer) -> bool:
    """Whether the column before that of a name holds topics: ``Overleg``, ``Wat``."""
    tekst = rollen.tekst
    boven = tekst[max(0, treffer.begin - _TABEL) : treffer.begin].lower()
    plek = boven.rfind(f"\t{treffer.kop}") if treffer.kop else -1
    kop = line_before(boven, plek, "\n\t") if plek >= 0 else _top_cell(boven)
    return kop.strip(" :*.?") in rollen.kennis.onderwerpkoppen


def head_above(tekst: str, plek: int) -> str:
    """The cell in the first row of the table, over the one in which a place lies."""
    kop, kolom = _top_row(tekst[max(0, plek - _TABEL) : plek].lower())
    return kop[kolom].strip(" :*.?") if kolom < len(kop) else ""


def _top_cell(boven: str) -> str:
    """The cell in the first row of a table, in the column before the last one."""
    kop, kolom = _top_row(boven)
    return kop[kolom - 1] if 0 < kolom < len(kop) else ""


def _top_row(boven: str) -> tuple[list[str], int]:
    """The cells in the first row of a table, and in which column a text ends."""
    *rijen, rij = boven.split("\n")
    kop: list[str] = []
    for eerdere in reversed(rijen):
        if "\t" not in eerdere:
            break
        kop = eerdere.split("\t")
    return kop, rij.count("\t")


def explains_role(rollen: Rolwoorden, plek: int) -> bool:
    """Whether brackets that open before a role explain a role, not a name."""
    kop = line_before(rollen.tekst, plek, "\n\t|").rstrip()
    return kop.endswith("(") and rollen.is_role(kop[:-1])
