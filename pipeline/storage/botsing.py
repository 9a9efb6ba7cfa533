"""Two folders can hold a file of the same name: the later one's documents are renamed.

The identifier of a document is made of the name of its file inside the folder. Records
carry it in their provenance and are known by it to each other, so all move along.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from pipeline.storage import schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from modellen.stuk import Stuk

    Namen = Mapping[str, str]

SOORTEN = ("vergaderingen", "agendapunten", "acties", "besluiten", "cijfers")


def find_names(
    verbinding: Connection, nr: int, stukken: tuple[Stuk, ...]
) -> dict[str, str]:
    """New identifiers for all documents of a file when another file has any of them."""
    eigen = [s.document.id for s in stukken]
    t = schema.document
    bezet = select(t.c.id).where(t.c.id.in_(eigen), t.c.bestand_nr != nr).limit(1)
    if not eigen or verbinding.execute(bezet).first() is None:
        return {}
    b = schema.bestand
    map_ = verbinding.execute(select(b.c.map).where(b.c.nr == nr)).scalar_one()
    return {id_: _salted(map_, id_) for id_ in eigen}


def rename(stukken: tuple[Stuk, ...], namen: Namen) -> tuple[Stuk, ...]:
    """The same records, pointing at documents by their new identifiers."""
    verhuisd = [_move(stuk, namen) for stuk in stukken]
    nieuw = {
        oud.id: nieuw.id
        for stuk, anders in zip(stukken, verhuisd, strict=True)
        for soort in SOORTEN
        for oud, nieuw in zip(getattr(stuk, soort), getattr(anders, soort), strict=True)
    }
    return tuple(_repoint(stuk, nieuw, namen) for stuk in verhuisd)


def _salted(map_: str, id_: str) -> str:
    return "d" + hashlib.sha256(f"{map_}\n{id_}".encode()).hexdigest()[:12]


def _move(stuk: Stuk, namen: Namen) -> Stuk:
    anders: dict[str, Any] = {
        soort: tuple(_at(noun, namen) for noun in getattr(stuk, soort))
        for soort in (*SOORTEN, "deelnemers")
    }
    return replace(stuk, **anders)


def _at(noun: Any, namen: Namen) -> Any:  # noqa: ANN401 any record with a provenance
    document = noun.herkomst.document
    herkomst = replace(noun.herkomst, document=namen.get(document, document))
    return replace(noun, herkomst=herkomst)


def _repoint(stuk: Stuk, nieuw: Namen, namen: Namen) -> Stuk:
    """Let what names another record, or a document, name it as it is called now."""

    def called(id_: str | None) -> str | None:
        return None if id_ is None else nieuw.get(id_, id_)

    return replace(
        stuk,
        agendapunten=tuple(
            replace(p, vergadering=called(p.vergadering)) for p in stuk.agendapunten
        ),
        acties=tuple(
            replace(
                a, agendapunt=called(a.agendapunt), vergadering=called(a.vergadering)
            )
            for a in stuk.acties
        ),
        besluiten=tuple(
            replace(
                b, agendapunt=called(b.agendapunt), vergadering=called(b.vergadering)
            )
            for b in stuk.besluiten
        ),
        bevindingen=tuple(
            replace(
                b,
                document=namen.get(b.document or "", b.document or "") or None,
                cijfers=tuple(nieuw.get(c, c) for c in b.cijfers),
                verdacht=tuple(nieuw.get(c, c) for c in b.verdacht),
            )
            for b in stuk.bevindingen
        ),
    )
