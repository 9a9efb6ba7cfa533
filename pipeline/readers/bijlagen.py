"""Attachments: read one by one under names of our own, within limits."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from modellen.bevinding import Mislukking
from modellen.lezing import Lezing
from pipeline.errors import InvoerError

if TYPE_CHECKING:
    from collections.abc import Callable

    from modellen.document import Document
    from modellen.lezing import Bijlage, Gelezen
    from pipeline.settings import Grenzen

    LeesEen = Callable[[Path, str, Grenzen], Gelezen]

_FOUT_TEKEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*/\\\u202a-\u202e\u2066-\u2069]')
_GERESERVEERD = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_LANGSTE = 150


@dataclass(slots=True, kw_only=True)
class _Stand:
    """What was read so far, and how many attachments there may still be."""

    map_: Path
    documenten: list[Document]
    mislukt: list[Mislukking]
    gezien: int = 0
    bytes_: int = 0


def read_attachments(eerste: Gelezen, grenzen: Grenzen, lees: LeesEen) -> Lezing:
    """The document of a file followed by those of its attachments, at any depth."""
    if not eerste.bijlagen:
        return Lezing(documenten=(eerste.document,))
    with tempfile.TemporaryDirectory(prefix="verwerk-") as map_:
        stand = _Stand(map_=Path(map_), documenten=[eerste.document], mislukt=[])
        _descend(eerste, stand, grenzen, lees, 1)
    return Lezing(documenten=tuple(stand.documenten), mislukt=tuple(stand.mislukt))


def safe_name(naam: str) -> str:
    """The last part of a name without anything a file system could stumble over."""
    laatste = re.split(r"[/\\]", naam.strip())[-1]
    kaal = _FOUT_TEKEN.sub("", laatste).strip(". ")
    if _GERESERVEERD.match(kaal):
        kaal = f"_{kaal}"
    if len(kaal) > _LANGSTE:
        stam, punt, staart = kaal.rpartition(".")
        kaal = f"{stam[: _LANGSTE - 10]}{punt}{staart[:9]}" if punt else kaal[:_LANGSTE]
    return kaal or "bijlage"


def unique_names(namen: list[str]) -> list[str]:
    """Safe names, each different from the others whatever their case."""
    gebruikt: set[str] = set()
    uit = []
    for naam in map(safe_name, namen):
        stam, punt, staart = naam.rpartition(".")
        keer, kandidaat = 1, naam
        while kandidaat.lower() in gebruikt:
            keer += 1
            kandidaat = f"{stam} ({keer}){punt}{staart}" if stam else f"{naam} ({keer})"
        gebruikt.add(kandidaat.lower())
        uit.append(kandidaat)
    return uit


def _descend(
    drager: Gelezen, stand: _Stand, grenzen: Grenzen, lees: LeesEen, diepte: int
) -> None:
    namen = unique_names([b.naam for b in drager.bijlagen])
    for bijlage, naam in zip(drager.bijlagen, namen, strict=True):
        bestand = f"{drager.document.bron.bestand}/{naam}"
        try:
            gelezen = _read(bijlage, bestand, stand, grenzen, lees, diepte)
        except InvoerError as fout:
            stand.mislukt.append(Mislukking(bestand=bestand, reden=str(fout)))
            continue
        document = replace(gelezen.document, ouder=drager.document.id)
        stand.documenten.append(document)
        _descend(replace(gelezen, document=document), stand, grenzen, lees, diepte + 1)


def _read(
    bijlage: Bijlage,
    bestand: str,
    stand: _Stand,
    grenzen: Grenzen,
    lees: LeesEen,
    diepte: int,
) -> Gelezen:
    naam = bestand.rsplit("/", 1)[-1]
    stand.gezien += 1
    stand.bytes_ += len(bijlage.inhoud)
    if diepte > grenzen.diepte:
        raise InvoerError(
            f"{naam} zit meer dan {grenzen.diepte} berichten diep. Sla het los op."
        )
    if stand.gezien > grenzen.bijlagen:
        raise InvoerError(
            f"{naam} is overgeslagen: er zijn meer dan {grenzen.bijlagen} bijlagen. "
            "Sla de bijlagen los op."
        )
    if stand.bytes_ > grenzen.uitgepakt:
        raise InvoerError(
            f"{naam} is overgeslagen: de bijlagen zijn samen te groot. Sla ze los op."
        )
    pad = stand.map_ / f"bijlage{stand.gezien:04d}"
    try:
        pad.write_bytes(bijlage.inhoud)
        return lees(pad, bestand, grenzen)
    finally:
        pad.unlink(missing_ok=True)
