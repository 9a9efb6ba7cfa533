"""Numbers of actions and decisions: given once, kept for ever, never used twice.

A record is known by its *inhoudssleutel*: the day of its document and its words, so
that a copy under another name, or the pdf beside the docx, has the same number. When a
better reading changes the words or the day, its *spoor* still knows it: the same quote
in a file of the same bytes. A number can be known by many keys.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from pipeline.storage import schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from sqlalchemy import Connection

    from modellen.afspraak import Actie, Besluit
    from modellen.dossier import Documentkaart
    from pipeline.storage.lezen import Gelezen

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
    context = _Context(gelezen)
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


def store_nummers(verbinding: Connection, gelezen: Gelezen) -> None:
    """Give every record without a number the next one of its year."""
    nummers = read_nummers(verbinding)
    oud = frozenset(nummers)
    for soort, voor, records in (
        (ACTIE, "", gelezen.acties),
        (BESLUIT, "B", gelezen.besluiten),
    ):
        teller = _count_used(nummers, voor)
        for sleutels in _in_order(find_sleutels(soort, records, gelezen), nummers):
            nummer = find_nummer(nummers, sleutels)
            if nummer is None:
                teller[sleutels.jaar] += 1
                nummer = f"{voor}{sleutels.jaar}-{teller[sleutels.jaar]:03d}"
            nummers.setdefault(sleutels.inhoud, nummer)
            nummers.setdefault(sleutels.spoor, nummer)
    rijen = [{"sleutel": s, "nummer": n} for s, n in nummers.items() if s not in oud]
    if rijen:
        verbinding.execute(insert(schema.nummer), rijen)


def _in_order(
    alle: tuple[Sleutels, ...], nummers: Mapping[str, str]
) -> tuple[Sleutels, ...]:
    """Who has a number first, then by day, then as the dossier has them."""
    bekend = {s.inhoud for s in alle if find_nummer(nummers, s)}
    return tuple(
        sorted(alle, key=lambda s: (s.inhoud not in bekend, str(s.dag or "9999")))
    )


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


class _Context:
    """What belongs to a record: the day of its document, meeting or carrier."""

    def __init__(self, gelezen: Gelezen) -> None:
        self._kaarten = {k.id: k for k in gelezen.documenten}
        self._delen = gelezen.delen
        self._vergaderingen = {v.id: v.datum for v in gelezen.vergaderingen}

    def content(self, document: str) -> str:
        """The bytes that a document was read from, and the part of them."""
        return f"{self._kaarten[document].sha256} {self._delen[document]}"

    def of_document(self, record: Actie | Besluit) -> date | None:
        kaart = self._kaarten[record.herkomst.document]
        return kaart.datum or self._meeting(record) or self._of_carrier(kaart)

    def of_record(self, record: Actie | Besluit) -> date | None:
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
