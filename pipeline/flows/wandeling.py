"""The walk through a folder: which files there are, and which cannot be taken along."""

from __future__ import annotations

import stat
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from modellen.bevinding import Mislukking
from pipeline.errors import InvoerError
from pipeline.readers import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Vondst:
    """A file of the dossier: where it lies, its name in the dossier, size and time."""

    pad: Path
    bestand: str
    omvang: int
    gewijzigd: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wandeling:
    """The files under a folder in a stable order; ``map_`` is the folder itself.

    ``heel`` is false when one file was asked for, so that the rest of its folder is not
    taken for gone.
    """

    map_: Path
    bestanden: tuple[Vondst, ...]
    mislukt: tuple[Mislukking, ...]
    heel: bool


def walk(pad: Path, overslaan: Path) -> Wandeling:
    """The files to read at a path: itself, or all under it except the output folder.

    Symbolic links that leave the folder and files that are no ordinary file are
    reported, not followed. Raises ``InvoerError`` when the path does not exist.
    """
    if not pad.exists():
        raise InvoerError(f"{pad} bestaat niet. Controleer de naam van map of bestand.")
    if not pad.is_dir():
        vondst = _look(pad, pad.name)
        goed = (vondst,) if isinstance(vondst, Vondst) else ()
        fout = (vondst,) if isinstance(vondst, Mislukking) else ()
        return Wandeling(map_=pad.parent, bestanden=goed, mislukt=fout, heel=False)
    grens = pad.resolve()
    gezien = tuple(_walk(pad, "", grens, overslaan.resolve()))
    return Wandeling(
        map_=pad,
        bestanden=tuple(v for v in gezien if isinstance(v, Vondst)),
        mislukt=tuple(m for m in gezien if isinstance(m, Mislukking)),
        heel=True,
    )


def _walk(
    map_: Path, voor: str, grens: Path, overslaan: Path
) -> Iterator[Vondst | Mislukking]:
    try:
        paden = sorted(map_.iterdir(), key=lambda p: (p.name.casefold(), p.name))
    except OSError:
        yield Mislukking(
            bestand=voor.rstrip("/") or ".",
            reden="deze map mag niet worden gelezen; geef uzelf leesrechten",
        )
        return
    for pad in paden:
        bestand = voor + _name(pad)
        if pad.is_symlink() and not _inside(pad, grens):
            yield Mislukking(
                bestand=bestand,
                reden="snelkoppeling naar buiten de map; zet het bestand zelf erin",
            )
        elif pad.is_symlink():
            continue  # what it points to is read under its own name
        elif pad.is_dir():
            if pad.resolve() != overslaan and not pad.name.startswith("."):
                yield from _walk(pad, f"{bestand}/", grens, overslaan)
        elif kind_of(pad) != "noise":
            yield _look(pad, bestand)


def _name(pad: Path) -> str:
    """The name of a file as text; bytes that are no text show as question marks."""
    leesbaar = pad.name.encode("utf-8", "replace").decode("utf-8")
    return unicodedata.normalize("NFC", leesbaar)


def _inside(pad: Path, grens: Path) -> bool:
    try:
        return pad.resolve(strict=True).is_relative_to(grens)
    except (OSError, RuntimeError):  # a link to nowhere, or to itself
        return False


def _look(pad: Path, bestand: str) -> Vondst | Mislukking:
    feiten = pad.lstat()
    if not stat.S_ISREG(feiten.st_mode) and not pad.is_symlink():
        return Mislukking(
            bestand=bestand, reden="dit is geen gewoon bestand; haal het uit de map"
        )
    return Vondst(
        pad=pad,
        bestand=bestand,
        omvang=feiten.st_size,
        gewijzigd=feiten.st_mtime_ns,
    )
