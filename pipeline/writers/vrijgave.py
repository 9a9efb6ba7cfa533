"""The release on disk: redacted files, inventory, and the accounts behind them."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from modellen.lakblad import Keuze
from pipeline.bestanden import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from modellen.lakblad import Lakregel, Woodocument
    from modellen.naloop import Naloopbevinding
    from pipeline.pdf.vrijgave import Vrijgave


ONBEKEND = "niet vermeld"
"""Who decided where the sheet does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verantwoord:
    """Facts of a run for its account: a draft or not, the day, and what was waived.

    ``zonder_zienswijze`` is the reason not to wait for the view of a third party.
    """

    concept: bool
    vandaag: date
    zonder_zienswijze: str = ""


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


def write_release(
    uitgaven: Sequence[Uitgave],
    bestanden: Mapping[str, bytes],
    map_: Path,
    opdracht: Verantwoord,
    naloop: Sequence[Naloopbevinding] = (),
) -> Path | None:
    """Write ``vrijgave/`` whole when every file passed its checks, else nothing of it.

    ``bestanden`` are all its files by name, none when it may not leave. ``naloop`` is
    what reading it as a stranger found. ``nacontrole.json`` and
    ``verantwoording.json`` stand beside it and are not for publication; they are
    written in both cases. Gives the folder, or ``None``.
    """
    _write_json(map_ / "nacontrole.json", [_checks(u, naloop) for u in uitgaven])
    _write_json(map_ / "verantwoording.json", [_account(u, opdracht) for u in uitgaven])
    doel, tijdelijk = map_ / "vrijgave", map_ / ".vrijgave"
    shutil.rmtree(tijdelijk, ignore_errors=True)
    if not bestanden or not all(u.vrijgave.in_orde for u in uitgaven):
        shutil.rmtree(doel, ignore_errors=True)
        return None
    for naam, inhoud in bestanden.items():
        pad = tijdelijk.joinpath(*naam.split("/"))
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(inhoud)
    shutil.rmtree(doel, ignore_errors=True)
    tijdelijk.replace(doel)
    return doel


def _is_file(pad: str, naam: str) -> bool:
    return pad.rsplit("/", 1)[-1] == naam


def _checks(uitgave: Uitgave, naloop: Sequence[Naloopbevinding]) -> dict[str, Any]:
    eigen = f"{uitgave.stuk.nummer}.pdf"
    return {
        "naloop": [
            {
                "ernst": b.ernst.value,
                "soort": b.soort,
                "wat": b.wat,
                "bladzijden": sorted({p.pagina for p in plekken if p.pagina}),
            }
            for b in naloop
            if (plekken := [p for p in b.bronnen if _is_file(p.bestand, eigen)])
        ],
        "document": uitgave.stuk.nummer,
        "geslaagd": uitgave.vrijgave.in_orde,
        "gemaakt": uitgave.hoe,
        "verwijderd": sorted(uitgave.vrijgave.gedaan),
        "lekken_in_de_bron": [
            asdict(lek) for lek in uitgave.vrijgave.uitslag.bronlekken
        ],
        "als_beeld": [asdict(g) for g in uitgave.vrijgave.uitslag.gerasterd],
        "controles": [asdict(c) for c in uitgave.vrijgave.controles],
    }


def _account(uitgave: Uitgave, opdracht: Verantwoord) -> dict[str, Any]:
    """Each mark with its ground, its reason, and who decided."""
    return {
        "document": uitgave.stuk.nummer,
        "bestand": uitgave.stuk.bestand,
        "sha256": uitgave.stuk.sha256,
        "concept": opdracht.concept,
        "besloten_op": opdracht.vandaag.isoformat(),
        "zonder_zienswijze": opdracht.zonder_zienswijze,
        "markeringen": [
            {
                "id": r.id,
                "pagina": r.pagina,
                "soort": r.soort,
                "grond": r.grond,
                "besluit": r.keuze.value,
                "reden": r.reden,
                "zekerheid": round(r.zekerheid, 2),
                "motivering": r.motivering,
                "door": r.door or ONBEKEND,
            }
            for r in uitgave.regels
            if r.keuze is not Keuze.OPEN
        ],
        "vakken": len(uitgave.vrijgave.uitslag.geplaatst),
    }


def _write_json(doel: Path, inhoud: object) -> None:
    tekst = json.dumps(inhoud, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    write_whole(doel, tekst.encode())
