"""The release on disk: redacted files, inventory, and the accounts behind them."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from modellen.lakblad import Beoordeling, Keuze

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from modellen.lakblad import Lakregel, Woodocument
    from pipeline.pdf.vrijgave import Vrijgave

KOPPEN = (
    "Nr", "Datum", "Titel", "Soort",
    "Beoordeling", "Gronden", "Bladzijden", "Toelichting",
)  # fmt: skip
BREED = {"Titel": 60, "Toelichting": 50, "Gronden": 20, "Beoordeling": 18}


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgave:
    """A document of a release: its row, its redacted file, and how that was made."""

    stuk: Woodocument
    vrijgave: Vrijgave
    hoe: str
    regels: tuple[Lakregel, ...]

    @property
    def gronden(self) -> tuple[str, ...]:
        """The grounds on its boxes, each once."""
        return tuple(sorted({g.grond for g in self.vrijgave.uitslag.geplaatst}))

    @property
    def beoordeling(self) -> Beoordeling:
        """What a person judged, else what the boxes say."""
        if self.stuk.beoordeling is not Beoordeling.OPEN:
            return self.stuk.beoordeling
        return Beoordeling.DEELS if self.gronden else Beoordeling.OPENBAAR


def write_release(
    uitgaven: Sequence[Uitgave], map_: Path, *, concept: bool
) -> Path | None:
    """Write ``vrijgave/`` whole when every file passed its checks, else nothing of it.

    ``nacontrole.json`` and ``verantwoording.json`` stand beside it and are not for
    publication; they are written in both cases. Gives the folder, or ``None``.
    """
    _write_json(map_ / "nacontrole.json", [_checks(u) for u in uitgaven])
    _write_json(map_ / "verantwoording.json", [_account(u, concept) for u in uitgaven])
    doel, tijdelijk = map_ / "vrijgave", map_ / ".vrijgave"
    shutil.rmtree(tijdelijk, ignore_errors=True)
    if not all(u.vrijgave.in_orde for u in uitgaven):
        shutil.rmtree(doel, ignore_errors=True)
        return None
    (tijdelijk / "documenten").mkdir(parents=True)
    for uitgave in uitgaven:
        pad = tijdelijk / "documenten" / f"{uitgave.stuk.nummer}.pdf"
        pad.write_bytes(uitgave.vrijgave.inhoud)
    _write_inventory(uitgaven, tijdelijk / "inventarislijst.xlsx")
    shutil.rmtree(doel, ignore_errors=True)
    os.replace(tijdelijk, doel)  # noqa: PTH105 the same on Windows
    return doel


def _checks(uitgave: Uitgave) -> dict[str, Any]:
    return {
        "document": uitgave.stuk.nummer,
        "geslaagd": uitgave.vrijgave.in_orde,
        "gemaakt": uitgave.hoe,
        "verwijderd": list(uitgave.vrijgave.gedaan),
        "lekken_in_de_bron": [
            asdict(lek) for lek in uitgave.vrijgave.uitslag.bronlekken
        ],
        "als_beeld": [asdict(g) for g in uitgave.vrijgave.uitslag.gerasterd],
        "controles": [asdict(c) for c in uitgave.vrijgave.controles],
    }


def _account(uitgave: Uitgave, concept: bool) -> dict[str, Any]:  # noqa: FBT001 a fact of the run
    """Each mark with its ground, its reason, and who decided."""
    return {
        "document": uitgave.stuk.nummer,
        "bestand": uitgave.stuk.bestand,
        "sha256": uitgave.stuk.sha256,
        "concept": concept,
        "markeringen": [
            {
                "id": r.id,
                "pagina": r.pagina,
                "soort": r.soort,
                "grond": r.grond,
                "besluit": r.keuze.value,
                "reden": r.reden,
                "zekerheid": round(r.zekerheid, 2),
                "door": r.door or ("voorstel aanvaard" if concept else "niet vermeld"),
            }
            for r in uitgave.regels
            if r.keuze is not Keuze.OPEN
        ],
        "vakken": len(uitgave.vrijgave.uitslag.geplaatst),
    }


def _write_inventory(uitgaven: Sequence[Uitgave], doel: Path) -> None:
    boek = openpyxl.Workbook()
    blad = boek.worksheets[0]
    blad.title = "Inventarislijst"
    blad.append(list(KOPPEN))
    for uitgave in uitgaven:
        blad.append(_inventory_row(uitgave))
    for nummer, kop in enumerate(KOPPEN, start=1):
        blad.cell(1, nummer).font = Font(bold=True)
        letter = get_column_letter(nummer)
        blad.column_dimensions[letter].width = BREED.get(kop, 14)
        for rij in range(2, blad.max_row + 1):
            blad.cell(rij, nummer).alignment = Alignment(wrap_text=True, vertical="top")
    blad.freeze_panes = "A2"
    blad.print_title_rows = "1:1"
    boek.save(doel)


def _inventory_row(uitgave: Uitgave) -> list[Any]:
    """A row without the source's file name: that can hold a name too."""
    stuk = uitgave.stuk
    datum = stuk.datum.isoformat() if stuk.datum else ""
    paginas = {g.pagina for g in uitgave.vrijgave.uitslag.geplaatst}
    return [
        stuk.nummer,
        datum,
        _public_title(uitgave),
        stuk.soort,
        uitgave.beoordeling.value,
        "; ".join(uitgave.gronden),
        ", ".join(map(str, sorted(paginas))),
        stuk.toelichting,
    ]


def _public_title(uitgave: Uitgave) -> str:
    """The title with what was redacted in the document taken out of it."""
    titel = uitgave.stuk.titel
    for regel in uitgave.regels:
        if regel.keuze is Keuze.LAKKEN:
            titel = titel.replace(regel.tekst, f"[{regel.grond}]")
    return titel


def _write_json(doel: Path, inhoud: object) -> None:
    tijdelijk = doel.with_suffix(".tmp")
    tekst = json.dumps(inhoud, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    tijdelijk.write_text(tekst, encoding="utf-8", newline="\n")
    os.replace(tijdelijk, doel)  # noqa: PTH105 the same on Windows
