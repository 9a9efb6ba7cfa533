"""One file from path to intake: read, split, recognise, check."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from modellen.stuk import Inname
from pipeline.audit import audit_stuk
from pipeline.extraction import extract
from pipeline.readers import read_file
from pipeline.splitting import split

if TYPE_CHECKING:
    from pathlib import Path

    from modellen.stuk import Stuk
    from pipeline.rulebook import Regelboek
    from pipeline.settings import Grenzen


def process_file(
    pad: Path, bestand: str, regelboek: Regelboek, grenzen: Grenzen
) -> Inname:
    """All that one file holds, as it goes into the archive.

    Raises ``InvoerError`` when the file itself cannot be read.
    """
    lezing = read_file(pad, bestand, grenzen)
    documenten = [d for heel in lezing.documenten for d in split(heel, regelboek)]
    stukken = extract(documenten, regelboek)
    return Inname(
        bestand=bestand,
        sha256=lezing.documenten[0].bron.sha256,
        stukken=tuple(_audited(stuk, regelboek) for stuk in stukken),
        mislukt=lezing.mislukt,
    )


def _audited(stuk: Stuk, regelboek: Regelboek) -> Stuk:
    return replace(stuk, bevindingen=stuk.bevindingen + audit_stuk(stuk, regelboek))
