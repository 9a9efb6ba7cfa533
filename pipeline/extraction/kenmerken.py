"""What a document is: kind, title, date, and whether it is a concept."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from modellen.document import Leesstatus, Zone
from modellen.stuk import Kenmerken, Soort
from pipeline.extraction.datering import find_datum
from pipeline.extraction.kenmerken_vorm import has_heading, see_form
from pipeline.extraction.stuk_lijnen import text_lines, zone_lines
from pipeline.extraction.titel import find_titel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from modellen.document import Document
    from pipeline.extraction.stuk_lijnen import Lijn
    from pipeline.rulebook import Regelboek

_BERICHT = {"eml", "msg"}
_TOP = 6


def find_kenmerken(
    document: Document, regelboek: Regelboek, anker: date | None = None
) -> Kenmerken:
    """Kind, title, date and status of a document.

    ``anker`` is the day that dates without a year are read against, for a document
    that gives no day itself.
    """
    lijnen = text_lines(document)
    soort, zekerheid = _find_soort(document, lijnen, regelboek)
    titel = find_titel(document, lijnen, soort, regelboek)
    return Kenmerken(
        soort=soort,
        titel=titel,
        datum=find_datum(document, lijnen, soort, regelboek, anker),
        concept=_find_concept(document, lijnen, titel, regelboek),
        zekerheid=zekerheid,
    )


def file_stem(document: Document) -> str:
    """The bare name of the file: without folders and extension, lower case."""
    naam = document.bron.bestand.rsplit("/", 1)[-1]
    return re.sub(r"\.\w{2,5}$", "", naam).casefold()


def _find_soort(
    document: Document, lijnen: Sequence[Lijn], regelboek: Regelboek
) -> tuple[Soort, float]:
    if not document.blokken and any(
        p.status in {Leesstatus.TEKST, Leesstatus.OCR} for p in document.paginas
    ):
        return Soort.OVERIG, 1.0
    punten = _score(document, lijnen, regelboek)
    drempel = float(regelboek.tabel("documenten/soorten.toml")["structuur"]["drempel"])
    rang = sorted(punten.items(), key=lambda p: (-p[1], p[0]))
    if not rang or rang[0][1] < drempel:
        return Soort.OVERIG, 0.5
    tweede = rang[1][1] if len(rang) > 1 else 0.0
    zekerheid = 1 / (1 + math.exp(-(rang[0][1] - tweede) * 1.2))
    return Soort(rang[0][0]), round(zekerheid, 3)


def _score(
    document: Document, lijnen: Sequence[Lijn], regelboek: Regelboek
) -> dict[str, float]:
    """The sum of the weights for each kind."""
    tabel = regelboek.tabel("documenten/soorten.toml")
    vorm = tabel["structuur"]
    punten: dict[str, float] = defaultdict(float)
    if document.bron.formaat in _BERICHT:
        _add(punten, vorm["gewichten"]["bericht"])
    for naam in set(see_form(document, lijnen, tabel)):
        _add(punten, vorm["gewichten"][naam])
    top = [r.tekst.strip() for r in lijnen[: vorm["toplijnen"]]]
    koppen = [r.tekst.strip() for r in lijnen[: vorm["kopregels"]] if has_heading(r)]
    running = zone_lines(document, Zone.KOPTEKST)[:6]
    if not document.deel:
        _apply(punten, [file_stem(document)], regelboek, "soort.bestand")
    _apply(punten, koppen, regelboek, "soort.kop", aflopend=True)
    _apply(punten, running, regelboek, "soort.kop", factor=vorm["halve_koptekst"])
    _apply(punten, top, regelboek, "soort.regel")
    alle = [r.tekst.strip() for r in lijnen if len(r.tekst) < 400]  # noqa: PLR2004 (cues of form are short)
    _apply(punten, alle, regelboek, "soort.slot")
    return punten


def _add(punten: dict[str, float], gewicht: dict[str, str]) -> None:
    punten[gewicht["soort"]] += float(gewicht["gewicht"])


def _apply(
    punten: dict[str, float],
    teksten: Sequence[str],
    regelboek: Regelboek,
    soort: str,
    *,
    factor: float = 1.0,
    aflopend: bool = False,
) -> None:
    """Each rule counts once, at its best line; lower headings count for less."""
    for regel in regelboek.regels("documenten", soort):
        for index, tekst in enumerate(teksten):
            if next(iter(regel.find(tekst)), None) is not None:
                gewicht = float(regel.kenmerken["gewicht"]) * factor
                afslag = 1 - 0.09 * index if aflopend else 1.0
                punten[regel.kenmerken["levert"]] += gewicht * max(0.3, afslag)
                break


def _find_concept(
    document: Document,
    lijnen: Sequence[Lijn],
    titel: str | None,
    regelboek: Regelboek,
) -> bool | None:
    """What header, title, top lines and file name say, in that order."""
    bronnen: Iterable[Sequence[str]] = (
        [
            t
            for b in zone_lines(document, Zone.KOPTEKST, Zone.TEKSTVAK)
            for t in b.split("\n")
        ],
        [titel or ""],
        [r.tekst.strip() for r in lijnen[:_TOP] if len(r.tekst) < 120],  # noqa: PLR2004 (a stamp or heading is short)
        [] if document.deel else [file_stem(document)],
        [t for b in zone_lines(document, Zone.VOETTEKST) for t in b.split("\n")],
    )
    for teksten in bronnen:
        for regel in regelboek.regels("documenten", "concept"):
            for tekst in teksten:
                if next(iter(regel.find(tekst)), None) is not None:
                    return regel.kenmerken["levert"] == "ja"
    return None
