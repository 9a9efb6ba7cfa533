"""Searching: the same hits from either database, the best first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import cast, column, func, literal, select, table, text

from pipeline.storage import schema
from pipeline.storage.stammen import WOORD, stem_word
from pipeline.storage.typen import Tsquery
from pipeline.storage.zoekvraag import parse_vraag, to_fts5, to_tsquery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Select

    from pipeline.storage.zoekvraag import Term, Vorm

NAAR_LENGTE = 1
"""For ``ts_rank``: a long paragraph is not better for being long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Treffer:
    """A place where the words were found.

    ``regel`` is ``tekst[begin:eind]`` of the document; ``posities`` are the spans in
    ``regel`` of the words that were found.
    """

    document: str
    bestand: str
    titel: str | None
    pagina: int | None
    regel: str
    begin: int
    eind: int
    posities: tuple[tuple[int, int], ...]


def find_treffers(
    verbinding: Connection, vraag: str, limiet: int
) -> tuple[Treffer, ...]:
    """The places where all words of a question occur, at most ``limiet``."""
    termen = parse_vraag(vraag)
    if not termen or limiet < 1:
        return ()
    if verbinding.dialect.name == "postgresql":
        zoek = _search_postgres(termen)
    else:
        zoek = _search_sqlite(termen)
    nummers = verbinding.execute(zoek.limit(limiet)).scalars().all()
    rijen = {
        rij[0]: rij[1:] for rij in verbinding.execute(_details(list(nummers))).all()
    }
    return tuple(_make_treffer(rijen[nr], termen) for nr in nummers)


def _search_sqlite(termen: tuple[Term, ...]) -> Select[Any]:
    index = table("zoekindex", column("rowid"))
    e, d = schema.eenheid, schema.document
    return (
        select(e.c.nr)
        .join_from(index, e, e.c.nr == index.c.rowid)
        .join(d, d.c.id == e.c.document)
        .where(text("zoekindex MATCH :vraag").bindparams(vraag=to_fts5(termen)))
        .order_by(text("bm25(zoekindex)"), d.c.bestand, d.c.deel, e.c.begin, e.c.nr)
    )


def _search_postgres(termen: tuple[Term, ...]) -> Select[Any]:
    vraag = cast(literal(to_tsquery(termen)), Tsquery())
    e, d = schema.eenheid, schema.document
    rang = func.ts_rank(e.c.stammen, vraag, NAAR_LENGTE)
    return (
        select(e.c.nr)
        .join_from(e, d, d.c.id == e.c.document)
        .where(e.c.stammen.op("@@")(vraag))
        .order_by(rang.desc(), d.c.bestand, d.c.deel, e.c.begin, e.c.nr)
    )


def _details(nummers: list[int]) -> Select[Any]:
    e, d = schema.eenheid, schema.document
    regel = func.substr(d.c.tekst, e.c.begin + 1, e.c.eind - e.c.begin)
    return (
        select(
            e.c.nr,
            d.c.id,
            d.c.bestand,
            d.c.titel,
            e.c.pagina,
            regel,
            e.c.begin,
            e.c.eind,
        )
        .join_from(e, d)
        .where(e.c.nr.in_(nummers))
    )


def _make_treffer(rij: Any, termen: tuple[Term, ...]) -> Treffer:  # noqa: ANN401 a row of several types
    document, bestand, titel, pagina, regel, begin, eind = rij
    return Treffer(
        document=document,
        bestand=bestand,
        titel=titel,
        pagina=pagina,
        regel=regel,
        begin=begin,
        eind=eind,
        posities=find_posities(regel, termen),
    )


def find_posities(regel: str, termen: tuple[Term, ...]) -> tuple[tuple[int, int], ...]:
    """The spans of the words of a text that answer to the terms."""
    delen: list[tuple[str, int]] = []
    plekken: list[tuple[int, int]] = []
    raak: set[int] = set()
    vormen = [v for t in termen if not t.weg for v in t.vormen]
    los = {v.stammen[0] for v in vormen if len(v.stammen) == 1}
    for nummer, woord in enumerate(WOORD.finditer(regel)):
        stammen, heel = stem_word(woord[0])
        delen += [(stam, nummer) for stam in stammen]
        plekken.append(woord.span())
        if heel in los:
            raak.add(nummer)
    for vorm in vormen:
        raak.update(_occurrences(vorm, delen))
    return tuple(plekken[nummer] for nummer in sorted(raak))


def _occurrences(vorm: Vorm, delen: list[tuple[str, int]]) -> Iterator[int]:
    """The numbers of the words in which a form occurs."""
    *voor, laatste = vorm.stammen
    lengte = len(vorm.stammen)
    for plek in range(len(delen) - lengte + 1):
        stuk = delen[plek : plek + lengte]
        eind = stuk[-1][0]
        past = eind.startswith(laatste) if vorm.open_ else eind == laatste
        if past and all(s == d[0] for s, d in zip(voor, stuk, strict=False)):
            yield from (nummer for _, nummer in stuk)
