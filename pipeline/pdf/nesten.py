"""Forms in forms: a page that draws itself a million times keeps every reader busy."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.errors import InvoerError

if TYPE_CHECKING:
    from pathlib import Path

GEEN_WIJZIGING = (
    "De pdf mag van de maker niet worden gewijzigd. Vraag een vrij exemplaar."
)
MEESTE = 1_000_000
"""Times that a page may draw forms; more is a trap."""

DIEPST = 40


def check_usable(pad: Path) -> None:
    """Raise ``InvoerError`` for a PDF that is locked, or of which a page never ends.

    A file that cannot be opened passes: who reads it says what is wrong with it.
    """
    gesloten = pikepdf.PdfError, pikepdf.PasswordError
    with suppress(*gesloten), pikepdf.open(pad) as pdf:
        if pdf.is_encrypted and not pdf.allow.modify_other:
            raise InvoerError(GEEN_WIJZIGING)
        geteld: dict[tuple[int, int], int] = {}
        for nummer, pagina in enumerate(pdf.pages, start=1):
            vormen = _forms(pagina.resources).values()
            if sum(_count(v, geteld, 0) for v in vormen) > MEESTE:
                raise InvoerError(
                    f"Bladzijde {nummer} tekent zo vaak hetzelfde in zichzelf dat zij "
                    "niet te openen is. Druk het stuk opnieuw af als pdf en gebruik "
                    "die."
                )


def _forms(middelen: Any) -> dict[str, Any]:  # noqa: ANN401 pikepdf objects are dynamic
    """The forms in resources, by name."""
    return {
        naam: ding
        for naam, ding in dict(middelen.get("/XObject", {})).items()
        if isinstance(ding, pikepdf.Stream) and ding.get("/Subtype") == "/Form"
    }


def _count(vorm: Any, geteld: dict[tuple[int, int], int], diepte: int) -> int:  # noqa: ANN401
    """How often a form draws forms, itself included; a circle counts once."""
    if vorm.objgen in geteld or diepte > DIEPST:
        return geteld.get(vorm.objgen, 1)
    geteld[vorm.objgen] = 1
    binnen = _forms(vorm.get("/Resources", {}))
    if binnen:
        for bevel in pikepdf.parse_content_stream(vorm, "Do"):
            ding = binnen.get(str(bevel.operands[0]))
            if ding is not None:
                geteld[vorm.objgen] += _count(ding, geteld, diepte + 1)
    return geteld[vorm.objgen]
