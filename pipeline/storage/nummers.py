"""Numbers of actions and decisions: given once, kept for ever, never used twice.

A record is known by its *inhoudssleutel*: the day of its document and its words, so
that a copy under another name, or the pdf beside the docx, has the same number. When a
better reading changes the words or the day, its *spoor* still knows it: the same quote
in a file of the same bytes. A number can be known by many keys: the same action in the
next list, also reworded, gets the number it has (``herkenning``).
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from pipeline.errors import GebruikError
from pipeline.storage import schema
from pipeline.storage.herkenning import Herkenner, make_kenteken
from pipeline.storage.tekens import clean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from sqlalchemy import Connection

    from modellen.afspraak import Actie, Besluit
    from modellen.dossier import Documentkaart
    from pipeline.storage.lezen import Gelezen

_ONS_NUMMER = re.compile(r"20\d\d-\d{3,5}")
ACTIE = "actie"
BESLUIT = "besluit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleutels:
    """By what a record is known, and the day it was said."""

    inhoud: str
    spoor: str
    dag: date | None

    @property
    def jaar(self) -> str:
        """The first part of a new number."""
        return f"{self.dag.year:04d}" if self.dag else "0000"


def find_sleutels(
    soort: str, records: tuple[Actie | Besluit, ...], gelezen: Gelezen
) -> tuple[Sleutels, ...]:
    """The keys of records that stand in the order of the dossier.

    The same words twice in one document are two records: the second has keys of its
    own.
    """
    context = Context(gelezen)
    teller: Counter[str] = Counter()
    uit = []
    for record in records:
        document = record.herkomst.document
        inhoud = _key(
            soort, str(context.of_document(record)), _plain(record.omschrijving)
        )
        spoor = _key(soort, context.content(document), _plain(record.herkomst.citaat))
        uit.append(
            Sleutels(
                inhoud=_nth(teller, inhoud, document),
                spoor=_nth(teller, spoor, document),
                dag=context.of_record(record),
            )
        )
    return tuple(uit)


def read_nummers(verbinding: Connection) -> dict[str, str]:
    """All keys with their number."""
    t = schema.nummer
    rijen = verbinding.execute(select(t.c.sleutel, t.c.nummer)).all()
    return {rij[0]: rij[1] for rij in rijen}


def find_nummer(nummers: Mapping[str, str], sleutels: Sleutels) -> str | None:
    """The number of a record, if it ever got one."""
    return nummers.get(sleutels.inhoud) or nummers.get(sleutels.spoor)


def store_nummers(
    verbinding: Connection, gelezen: Gelezen, eigen: Collection[str] = ()
) -> None:
    """Give every record without a number the one it had before, or the next one.

    ``eigen`` are the documents that are lists of our own: the numbers printed in them
    are ours.
    """
    nummers = read_nummers(verbinding)
    oud = frozenset(nummers)
    _number_acties(nummers, gelezen, frozenset(eigen))
    _number_besluiten(nummers, gelezen)
    rijen = [{"sleutel": s, "nummer": n} for s, n in nummers.items() if s not in oud]
    if rijen:
        verbinding.execute(insert(schema.nummer), rijen)


def next_nummer(nummers: Mapping[str, str], jaar: int) -> str:
    """The first number of a year that no action ever had."""
    return f"{jaar:04d}-{_count_used(nummers, '')[f'{jaar:04d}'] + 1:03d}"


def _number_besluiten(nummers: dict[str, str], gelezen: Gelezen) -> None:
    teller = _count_used(nummers, "B")
    alle = find_sleutels(BESLUIT, gelezen.besluiten, gelezen)
    for sleutels in sorted(alle, key=lambda s: _moment(s, nummers)):
        nummer = find_nummer(nummers, sleutels)
        _register(nummers, sleutels, nummer or _count(teller, "B", sleutels.jaar))


def _number_acties(
    nummers: dict[str, str], gelezen: Gelezen, eigen: frozenset[str]
) -> None:
    """Known ones first, then numbers printed in a list, then by day."""
    herkenner = Herkenner()
    context = Context(gelezen)
    paren = list(
        zip(
            gelezen.acties,
            find_sleutels(ACTIE, gelezen.acties, gelezen),
            strict=True,
        )
    )
    over = []
    gebruikt = set(nummers.values())
    gezien: set[tuple[str, str]] = set()
    for actie, sleutels in sorted(paren, key=lambda p: _moment(p[1], nummers)):
        nummer = find_nummer(nummers, sleutels) or _printed(
            actie, gebruikt, gezien, mag=actie.herkomst.document in eigen
        )
        if nummer is None:
            over.append((actie, sleutels))
            continue
        gebruikt.add(nummer)
        gezien.add((actie.herkomst.document, nummer))
        _register(nummers, sleutels, nummer)
        herkenner.add(make_kenteken(actie, context.of_document(actie), nummer))
    teller = _count_used(nummers, "")
    for actie, sleutels in over:
        kenteken = make_kenteken(actie, context.of_document(actie))
        nummer = find_nummer(nummers, sleutels) or herkenner.find(kenteken)
        nummer = nummer or _count(teller, "", sleutels.jaar)
        _register(nummers, sleutels, nummer)
        herkenner.add(replace(kenteken, nummer=nummer))


def _printed(
    actie: Actie, gebruikt: set[str], gezien: set[tuple[str, str]], *, mag: bool
) -> str | None:
    """The number in our form that a list prints: ours, or one that is still free.

    A row that was copied with its number and all is a new action.
    """
    nummer = actie.nummer_bron or ""
    if not _ONS_NUMMER.fullmatch(nummer) or (actie.herkomst.document, nummer) in gezien:
        return None
    return nummer if mag == (nummer in gebruikt) else None


def _register(nummers: dict[str, str], sleutels: Sleutels, nummer: str) -> None:
    nummers.setdefault(sleutels.inhoud, nummer)
    nummers.setdefault(sleutels.spoor, nummer)


def _count(teller: Counter[str], voor: str, jaar: str) -> str:
    teller[jaar] += 1
    return f"{voor}{jaar}-{teller[jaar]:03d}"


def _moment(sleutels: Sleutels, nummers: Mapping[str, str]) -> tuple[bool, str]:
    """Who has a number first, then by day, then as the dossier has them."""
    bekend = find_nummer(nummers, sleutels) is not None
    return not bekend, str(sleutels.dag or "9999")


def order_nummer(nummer: str) -> tuple[bool, str, int]:
    """Sorts numbers by year and rank; records without one come last."""
    jaar, _, rang = nummer.removeprefix("B").partition("-")
    return not nummer, jaar, int(rang or 0)


def _count_used(nummers: Mapping[str, str], voor: str) -> Counter[str]:
    """The highest rank of each year."""
    hoogste: Counter[str] = Counter()
    for nummer in nummers.values():
        if nummer.startswith("B") == bool(voor):
            _, jaar, rang = order_nummer(nummer)
            hoogste[jaar] = max(hoogste[jaar], rang)
    return hoogste


class Context:
    """What belongs to a record: the day of its document, meeting or carrier."""

    def __init__(self, gelezen: Gelezen) -> None:
        self._kaarten = {k.id: k for k in gelezen.documenten}
        self._delen = gelezen.delen
        self._vergaderingen = {v.id: v.datum for v in gelezen.vergaderingen}

    def content(self, document: str) -> str:
        """The bytes that a document was read from, and the part of them."""
        return f"{self._kaarten[document].sha256} {self._delen[document]}"

    def of_document(self, record: Actie | Besluit) -> date | None:
        """The day of the document, else of its meeting, else of what carries it."""
        kaart = self._kaarten[record.herkomst.document]
        return kaart.datum or self._meeting(record) or self._of_carrier(kaart)

    def of_record(self, record: Actie | Besluit) -> date | None:
        """The day of the meeting that it was said in, else of the document."""
        return self._meeting(record) or self.of_document(record)

    def _meeting(self, record: Actie | Besluit) -> date | None:
        return self._vergaderingen.get(record.vergadering or "")

    def _of_carrier(self, kaart: Documentkaart) -> date | None:
        return next((k.datum for k in self._carriers(kaart) if k.datum), None)

    def _carriers(self, kaart: Documentkaart) -> Iterator[Documentkaart]:
        gezien = {kaart.id}
        ouder = self._kaarten.get(kaart.ouder or "")
        while ouder and ouder.id not in gezien:
            gezien.add(ouder.id)
            yield ouder
            ouder = self._kaarten.get(ouder.ouder or "")


def _plain(tekst: str) -> str:
    """The letters and digits alone: how words are set does not matter."""
    return "".join(c for c in tekst.casefold() if c.isalnum())


def _key(*delen: str) -> str:
    return hashlib.sha256("\n".join(delen).encode()).hexdigest()[:20]


def _nth(teller: Counter[str], sleutel: str, document: str) -> str:
    teller[f"{sleutel} {document}"] += 1
    keer = teller[f"{sleutel} {document}"]
    return sleutel if keer == 1 else f"{sleutel}-{keer}"


def check_nummer(verbinding: Connection, nummer: str) -> None:
    """Raise ``GebruikError`` when there never was an action with a number."""
    t = schema.nummer
    gevonden = select(t.c.nummer).where(t.c.nummer == clean(nummer)).limit(1)
    if nummer.startswith("B") or verbinding.execute(gevonden).first() is None:
        raise GebruikError(f"Er is geen actie {nummer}. Kijk in: verwerk toon acties")
