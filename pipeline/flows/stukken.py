"""The documents of a request as they will be released, each with the file behind it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from modellen.bevinding import Mislukking
from modellen.document import Leesstatus
from pipeline.errors import InvoerError
from pipeline.extraction import extract
from pipeline.pdf.nesten import check_usable
from pipeline.readers import read_with_sources
from pipeline.splitting import split

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from modellen.document import Document
    from modellen.stuk import Stuk
    from pipeline.flows.wandeling import Wandeling
    from pipeline.rulebook import Regelboek
    from pipeline.settings import Grenzen


@dataclass(frozen=True, slots=True, kw_only=True)
class Bronstuk:
    """A document to release: as it was read, its file, and its pages in that file."""

    document: Document
    pad: Path
    stuk: Stuk
    van: int | None = None
    tot: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bronnen:
    """All documents of a folder, and the files that could not be read."""

    stukken: tuple[Bronstuk, ...]
    mislukt: tuple[Mislukking, ...]


def read_sources(
    wandeling: Wandeling,
    map_: Path,
    regelboek: Regelboek,
    grenzen: Grenzen,
    *,
    heel: bool,
) -> Bronnen:
    """Every document of a walk; a glued PDF per document unless ``heel``.

    ``map_`` holds the attachments as long as the job runs.
    """
    stukken: list[Bronstuk] = []
    mislukt = list(wandeling.mislukt)
    for nummer, vondst in enumerate(wandeling.bestanden):
        eigen = map_ / f"bestand{nummer:05d}"
        eigen.mkdir()
        try:
            if vondst.pad.suffix.lower() == ".pdf":
                check_usable(vondst.pad)
            lezing, bronnen = read_with_sources(
                vondst.pad, vondst.bestand, grenzen, eigen
            )
        except InvoerError as fout:
            mislukt.append(Mislukking(bestand=vondst.bestand, reden=str(fout)))
            continue
        mislukt += lezing.mislukt
        for document in lezing.documenten:
            mislukt += _unread(document)
            pad = bronnen[document.bron.bestand]
            stukken += _units(document, pad, regelboek, heel=heel)
    return Bronnen(stukken=tuple(stukken), mislukt=tuple(mislukt))


def _unread(document: Document) -> Iterator[Mislukking]:
    """The pages of which nobody knows what they say: nothing on them is proposed."""
    nummers = [
        str(p.nummer)
        for p in document.paginas
        if p.status is Leesstatus.ONGELEZEN and p.nummer is not None
    ]
    if nummers:
        wat = "bladzijde" if len(nummers) == 1 else "bladzijden"
        yield Mislukking(
            bestand=document.bron.bestand,
            reden=f"{wat} {', '.join(nummers)}: een beeld, losse letters, of "
            "letters die iets anders tonen dan de tekst opgeeft. Daar is niets "
            "voorgesteld; lees zelf na, of installeer Tesseract met Nederlands "
            "en maak het voorstel opnieuw.",
        )


def _units(
    document: Document, pad: Path, regelboek: Regelboek, *, heel: bool
) -> Iterator[Bronstuk]:
    """The document itself, or its parts where a page never belongs to two."""
    delen = extract(split(document, regelboek), regelboek)
    gevuld = [s for s in delen if s.document.blokken]
    spannen = [_span(s) for s in gevuld]
    if heel or document.bron.formaat != "pdf" or not _is_apart(spannen):
        yield Bronstuk(document=document, pad=pad, stuk=(gevuld or list(delen))[0])
        return
    for stuk, (van, tot) in zip(gevuld, spannen, strict=True):
        yield Bronstuk(document=document, pad=pad, stuk=stuk, van=van, tot=tot)


def _span(stuk: Stuk) -> tuple[int, int]:
    nummers = [p.nummer for p in stuk.document.paginas] or [1]
    return min(nummers), max(nummers)


def _is_apart(spannen: Sequence[tuple[int, int]]) -> bool:
    return len(spannen) > 1 and all(
        tot < van for (_, tot), (van, _) in pairwise(spannen)
    )
