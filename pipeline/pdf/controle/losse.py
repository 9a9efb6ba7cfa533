"""Images and forms: none may stay in the file that no page can show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1

from modellen.lakken import Controle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipeline.pdf.controle.bestand import Proef

NAAM = "losse beelden"
_SOORTEN = {"Image", "Form"}
_TOONT = {"XObject", "SMask", "Mask", "AP", "G"}
"""Keys by which a page shows something (ISO 32000-2, 7.8.3, 11.6.5, 12.5.5)."""

_DIEPST = 40


class Losse:
    """Whether every image and form is shown by something, not only referred to.

    What only the structure tree, a note or nothing at all still points at was on a page
    once, and may hold what was taken from it.
    """

    def __init__(self, proef: Proef) -> None:
        del proef
        self._er: set[int] = set()
        self._getoond: set[int] = set()

    def look(self, ding: Any) -> None:
        """Note an image or form, and what an object shows."""
        if isinstance(ding, PDFStream):
            soort = getattr(resolve1(ding.attrs.get("Subtype")), "name", "")
            if soort in _SOORTEN and ding.objid is not None:
                self._er.add(ding.objid)
        self._getoond.update(_shown(ding))

    def outcome(self) -> Iterator[Controle]:
        """Whether any is left that nothing shows."""
        los = len(self._er - self._getoond)
        yield Controle(
            naam=NAAM,
            geslaagd=not los,
            toelichting=f"{los} beelden of vormen zitten nog in het bestand zonder dat "
            "een bladzijde ze toont"
            if los
            else "elk beeld en elke vorm in het bestand hoort bij een bladzijde",
        )


def _shown(ding: Any, diepte: int = 0) -> Iterator[int]:
    """The numbers of the objects that an object shows."""
    if diepte > _DIEPST:
        return
    if isinstance(ding, PDFStream):
        yield from _shown(ding.attrs, diepte + 1)
    elif isinstance(ding, list):
        for deel in ding:
            yield from _shown(deel, diepte + 1)
    elif isinstance(ding, dict):
        for sleutel, waarde in ding.items():
            if str(sleutel) in _TOONT:
                yield from _targets(str(sleutel), waarde)
            yield from _shown(waarde, diepte + 1)


def _targets(sleutel: str, waarde: Any) -> Iterator[int]:
    """What stands under a key: one object, objects by name, or by look and state."""
    yield from _numbers([waarde])
    if sleutel not in {"XObject", "AP"}:
        return
    waarde = resolve1(waarde)
    delen = list(waarde.values()) if isinstance(waarde, dict) else []
    yield from _numbers(delen)
    for deel in delen if sleutel == "AP" else ():
        standen = resolve1(deel)
        yield from _numbers(standen.values() if isinstance(standen, dict) else ())


def _numbers(waarden: Iterable[Any]) -> Iterator[int]:
    return (w.objid for w in waarden if isinstance(w, PDFObjRef))
