"""Checks a productierapport as the publication platform of VWS will read it.

The rules are those of the platform's own reader: heads by synonym, each field by its
form; what it would turn into something else in silence is an error here too.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import openpyxl

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SYNONIEMEN: dict[str, tuple[str, ...]] = {
    "id": ("id",),
    "matter": ("matter", "matter / marjoleinnummer"),
    "publicationcontext": (
        "publicatiecontext", "publicationcontext", "publication context",
        "publication_context",
    ),
    "document": (
        "document", "document id", "documentnr", "document nr", "documentnr.",
        "document nr.", "nr.", "omschrijving", "name",
    ),
    "judgement": ("beoordeling", "openbaarmaking"),
    "ground": (
        "beoordelingsgrond", "grond", "tagmulti006", "code entries",
        "beoordelingsgrond (; gescheiden)",
    ),
    "date": ("datum", "date", "datum (utc)"),
    "family": ("family", "familie", "family id"),
    "threadid": ("email thread id", "thread id", "email thread"),
    "remark": ("toelichting", "opmerking"),
    "link": (
        "publieke link", "publiekelink(tag)", "publiekelinktag", "publicatielink",
        "publicatie link", "publiekelink ( | gescheiden)",
    ),
}  # fmt: skip
VERPLICHT = ("document", "id", "judgement", "ground")
OORDELEN = frozenset({"openbaar", "deels openbaar", "reeds openbaar", "niet openbaar"})
_ID = re.compile(r"[a-zA-Z0-9.\-]{1,170}")
_MATTER = re.compile(r"[a-zA-Z0-9\-._~]{1,255}")
_DATUMS = (
    re.compile(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}"),
    re.compile(r"(?P<dag>\d{1,2})[-/](?P<maand>\d{1,2})[-/]\d{4}(?: \d{1,2}:\d{2})?"),
    re.compile(r"\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d{2} [AP]M UTC"),
)
_OPMERKING, _LINK, _MAAND = 1000, 2048, 12
_CIJFERS = re.compile(r"^\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Afkeuring:
    """What the platform would refuse; ``rij`` counts from 1, 0 is the head."""

    rij: int
    wat: str

    def __str__(self) -> str:
        return f"row {self.rij}: {self.wat}" if self.rij else f"HEADER: {self.wat}"


def check_productierapport(pad: Path) -> tuple[Afkeuring, ...]:
    """What the platform would refuse or misread; of each row the first, as it stops."""
    rijen = list(_rows(pad))
    if not rijen:
        return (Afkeuring(rij=0, wat="missing document,id"),)
    koppen = [_head(k) for k in rijen[0][1]]
    kolommen = {
        veld: next(koppen.index(k) for k in namen if k in koppen)
        for veld, namen in SYNONIEMEN.items()
        if any(k in koppen for k in namen)
    }
    ontbreekt = [v for v in VERPLICHT if v not in kolommen]
    if ontbreekt:
        return (Afkeuring(rij=0, wat=f"missing {','.join(ontbreekt)}"),)
    fouten: list[Afkeuring] = []
    for nummer, cellen in rijen[1:]:
        vol = [*cellen, *([None] * len(koppen))]
        velden = {veld: vol[kolom] for veld, kolom in kolommen.items()}
        fout = next(_check_row(velden), None)
        if fout is not None:
            fouten.append(Afkeuring(rij=nummer, wat=fout))
    return tuple(fouten)


def _rows(pad: Path) -> Iterator[tuple[int, list[Any]]]:
    """The rows that hold anything, with their numbers."""
    if pad.suffix.lower() == ".csv":
        with pad.open(encoding="utf-8-sig", newline="") as bestand:
            ruw: list[list[Any]] = [list(r) for r in csv.reader(bestand)]
    else:
        boek = openpyxl.load_workbook(pad, read_only=True)
        ruw = [list(r) for r in boek.worksheets[0].iter_rows(values_only=True)]
        boek.close()
    for nummer, cellen in enumerate(ruw, start=1):
        if any(_text(c) for c in cellen):
            yield nummer, cellen


def _head(waarde: Any) -> str:  # noqa: ANN401 what a cell can hold
    return _CIJFERS.sub("", _text(waarde).lower()).strip()


def _text(waarde: Any) -> str:  # noqa: ANN401 what a cell can hold
    return "" if waarde is None else str(waarde).strip()


def _check_row(velden: Mapping[str, Any]) -> Iterator[str]:
    yield from _check_names(velden)
    for veld in ("family", "threadid"):
        waarde = _text(velden.get(veld))
        if waarde and not (waarde.isdigit() and int(waarde) >= 1):
            yield f"invalid {veld}"
    yield from _check_remark(velden)
    yield from _check_date(velden.get("date"))
    if _text(velden["judgement"]).lower() not in OORDELEN:
        yield "unknown judgement, read as niet openbaar"


def _check_names(velden: Mapping[str, Any]) -> Iterator[str]:
    nummer = _text(velden["id"])
    if not nummer:
        yield "missing document id"
    elif not _ID.fullmatch(nummer):
        yield "invalid document id"
    matter = _text(velden.get("matter"))
    context = _text(velden.get("publicationcontext"))
    if matter and context:
        yield "matter and publicationcontext both filled"
    elif not matter and not context:
        yield "no matter and no publicationcontext"
    elif not _MATTER.fullmatch(matter or context):
        yield "invalid matter"


def _check_date(waarde: Any) -> Iterator[str]:  # noqa: ANN401 what a cell can hold
    if isinstance(waarde, date | datetime | int | float):
        yield "cannot parse date (SERIAL)"
        return
    tekst = _text(waarde)
    raak = next((r for v in _DATUMS if (r := v.fullmatch(tekst))), None)
    if tekst and raak is None:
        yield f"cannot parse date ({tekst})"
    elif raak and "maand" in raak.groupdict() and int(raak["maand"]) > _MAAND:
        yield f"date is misread ({tekst})"


def _check_remark(velden: Mapping[str, Any]) -> Iterator[str]:
    opmerking, link = _text(velden.get("remark")), _text(velden.get("link"))
    if opmerking.lower().startswith("http") and not link:
        opmerking, link = "", opmerking
    if len(opmerking) > _OPMERKING:
        yield "remark too long"
    if any(not _is_url(deel.strip()) for deel in link.split("|") if deel.strip()):
        yield "invalid link"


def _is_url(tekst: str) -> bool:
    if len(tekst) > _LINK or any(t.isspace() for t in tekst):
        return False
    delen = urlsplit(tekst)
    return delen.scheme in {"http", "https"} and bool(delen.netloc)
