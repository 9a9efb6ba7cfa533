"""What the form of a document tells about its kind: tables, salutation, points."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from modellen.document import Vorm

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.document import Document, Tabel
    from pipeline.extraction.stuk_lijnen import Lijn

_GETAL = re.compile(r"^[-+−€~ ]{0,3}\d[\d.,  ]*\s?%?$|^-$|^ntb\.?$|^n\.t\.b\.$")
_AANHEF = re.compile(
    r"(?i)^(?:geachte?|beste|dag|hallo|hoi|goede(?:morgen|middag|navond)|l\.?s\.?,)\b"
)
_SLOT = re.compile(
    r"(?i)^(?:met (?:vriendelijke|hartelijke|beste) groet|hoogachtend"
    r"|(?:hartelijke |vriendelijke )?groet)"
)
_AFZENDER = re.compile(r"(?i)^[>\s|*]*(?:van|from)\s*:")
_VERZONDEN = re.compile(
    r"(?i)^[>\s|*]*(?:verzonden|sent|(?:datum|date)\s*:.*\d[:.]\d\d)"
)
_PUNT = re.compile(r"^\d{1,2}[a-z]?[.)]?\s+\S")
_AANWEZIG = re.compile(r"(?i)^(?:aanwezig|afwezig|deelnemers)\b")
_MIN_CELLEN = 6
_MIN_AANDEEL = 0.4
_KORT = 160
_MIN_PUNTEN = 4


def see_form(
    document: Document, lijnen: Sequence[Lijn], tabel: dict[str, Any]
) -> Iterator[str]:
    """The names of the features of form that a document has."""
    kop = lijnen[:12]
    if any(_AFZENDER.match(r.tekst) for r in kop) and any(
        _VERZONDEN.match(r.tekst) for r in lijnen[:30]
    ):
        yield "mailkop"
    if any(_AANHEF.match(r.tekst.strip()) for r in lijnen[:30]) and any(
        _SLOT.match(r.tekst.strip()) for r in lijnen[3:]
    ):
        yield "aanhef_en_slot"
        yield "aanhef_en_slot_bericht"
    if _short_points(lijnen):
        yield "punten"
    if any(_AANWEZIG.match(r.tekst.strip()) for r in lijnen[:40]):
        yield "aanwezig"
    yield from _see_tables(document, lijnen, tabel)


def _short_points(lijnen: Sequence[Lijn]) -> bool:
    """Many short numbered lines that make up most of the document."""
    punten = [
        r
        for r in lijnen
        if len(r.tekst) < _KORT and (r.blok.nummer or _PUNT.match(r.tekst))
    ]
    return len(punten) >= _MIN_PUNTEN and 2 * len(punten) >= len(lijnen) - 10


def _see_tables(
    document: Document, lijnen: Sequence[Lijn], tabel: dict[str, Any]
) -> Iterator[str]:
    woorden = tabel["kolommen"]
    for een in document.tabellen:
        koppen = _head(document, een)
        if _names(koppen, woorden["besluit"]) and not _names(
            koppen, woorden["actie"][:4]
        ):
            yield "tabel_besluiten"
        if _names(koppen, woorden["houder"]) and (
            _names(koppen, woorden["actie"]) or _names(koppen, woorden["termijn"])
        ):
            yield "tabel_acties"
        aantal, cijfers = _numeric(document, een)
        if cijfers >= _MIN_CELLEN and cijfers >= _MIN_AANDEEL * aantal:
            yield "tabel_cijfers"
            if document.bron.formaat == "xlsx":
                yield "blad_cijfers"
        if _is_form(document, een, lijnen, tabel["formulier"]):
            yield "formuliervorm"


def _head(document: Document, tabel: Tabel) -> list[str]:
    """The words of the first rows, where the header of a table stands."""
    per_rij: dict[int, list[str]] = defaultdict(list)
    for cel in tabel.cellen:
        if cel.rij <= 4 and cel.eind > cel.begin:  # noqa: PLR2004 (a title may stand above the header)
            per_rij[cel.rij].append(document.cel_tekst(cel).casefold().strip())
    rijen = [r for r in per_rij.values() if len(r) > 1]
    return [woord for rij in rijen[:2] for woord in rij if len(woord) < 40]  # noqa: PLR2004 (a header is short)


def _names(koppen: Sequence[str], woorden: Sequence[str]) -> bool:
    return any(kop.startswith(w) or f" {w}" in kop for kop in koppen for w in woorden)


def _numeric(document: Document, tabel: Tabel) -> tuple[int, int]:
    """Filled cells, and those of them that hold a number."""
    gevuld = [
        t
        for c in tabel.cellen
        if c.eind > c.begin and (t := document.cel_tekst(c).strip())
    ]
    return len(gevuld), sum(_GETAL.match(t) is not None for t in gevuld)


def _is_form(
    document: Document, tabel: Tabel, lijnen: Sequence[Lijn], woorden: dict[str, Any]
) -> bool:
    """Rows for one gemeente to fill in: what is asked stands in the first column."""
    eerste = {
        document.cel_tekst(c).casefold().strip(" :")
        for c in tabel.cellen
        if c.kolom == 1
    }
    rijen = sum(any(e.startswith(w) for w in woorden["rijen"]) for e in eerste if e)
    velden = any(
        v in r.tekst.casefold() for r in lijnen[:15] for v in woorden["velden"]
    )
    return rijen >= 3 or (rijen >= 2 and velden)  # noqa: PLR2004 (one such row also stands in a summary)


def has_heading(lijn: Lijn) -> bool:
    """Whether a line is a heading or short enough to be one."""
    return lijn.blok.vorm is Vorm.KOP or len(lijn.tekst) < _KORT
