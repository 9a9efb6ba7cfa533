"""Writing: the ledger of files, and all that one file holds."""

from __future__ import annotations

from itertools import chain
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, select, update

from modellen.document import Leesstatus
from pipeline.storage import schema, vormen
from pipeline.storage.botsing import find_names, rename
from pipeline.storage.eenheden import find_eenheden
from pipeline.storage.stammen import make_stems, make_tsvector
from pipeline.storage.tekens import clean, write_lijst
from pipeline.storage.vormen import herkomst_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import Connection, Table

    from modellen.bevinding import Bevinding, Mislukking
    from modellen.document import Document
    from modellen.stuk import Inname, Stuk
    from pipeline.storage.vormen import Rij

VELDEN = (
    ("vergaderingen", vormen.VERGADERING),
    ("deelnemers", vormen.DEELNEMER),
    ("agendapunten", vormen.AGENDAPUNT),
    ("acties", vormen.ACTIE),
    ("besluiten", vormen.BESLUIT),
    ("cijfers", vormen.CIJFER),
)


# Built once: making a statement takes longer than carrying it out.
_BESTAND_BIJ_PAD = select(
    schema.bestand.c.nr, schema.bestand.c.map, schema.bestand.c.bestand
).where(schema.bestand.c.pad == bindparam("pad"))
_RUN = select(schema.run.c.nr).where(
    schema.run.c.map == bindparam("map"), schema.run.c.versie == bindparam("versie")
)
_LEDIG = tuple(
    delete(t).where(t.c.bestand_nr == bindparam("bestand_nr"))
    for t in (schema.document, schema.bevinding, schema.mislukt)
)


def register_file(
    verbinding: Connection, *, map_: str, bestand: str, sha256: str, versie: str
) -> int:
    """The row number of a file, marked as not read; a new row where there was none.

    A file that was read before as part of another folder moves to this one.
    """
    t = schema.bestand
    map_, bestand = clean(map_), clean(bestand)
    pad = f"{PurePath(map_).as_posix().rstrip('/')}/{bestand}"
    run_nr = _register_run(verbinding, map_, versie)
    waarden = {"sha256": sha256, "run_nr": run_nr, "gelukt": False}
    hier = None
    for nr, *waar in verbinding.execute(_BESTAND_BIJ_PAD, {"pad": pad}).all():
        if waar == [map_, bestand]:
            hier = int(nr)
            verbinding.execute(update(t).where(t.c.nr == nr), waarden)
        else:
            verbinding.execute(delete(t).where(t.c.nr == nr))
    if hier is not None:
        return hier
    rij = {"map": map_, "bestand": bestand, "pad": pad, **waarden}
    nieuw = insert(t).returning(t.c.nr)
    return int(verbinding.execute(nieuw, rij).scalar_one())


def _register_run(verbinding: Connection, map_: str, versie: str) -> int:
    sleutel = {"map": map_, "versie": versie}
    nr = verbinding.execute(_RUN, sleutel).scalar()
    if nr is None:
        nieuw = insert(schema.run).returning(schema.run.c.nr)
        nr = verbinding.execute(nieuw, sleutel).scalar_one()
    return int(nr)


def clear_file(verbinding: Connection, nr: int) -> None:
    """Take out everything that came from a file; the file itself stays known."""
    for opdracht in _LEDIG:
        verbinding.execute(opdracht, {"bestand_nr": nr})


def store_failures(
    verbinding: Connection, nr: int, mislukkingen: Iterable[Mislukking]
) -> None:
    """Write why a file, or a part of it, could not be read."""
    rijen = (
        {"bestand_nr": nr, "bestand": clean(m.bestand), "reden": clean(m.reden)}
        for m in mislukkingen
    )
    insert_rows(verbinding, schema.mislukt, rijen)


def store_inname(verbinding: Connection, nr: int, inname: Inname) -> None:
    """Write all that one file holds, and mark the file as read."""
    namen = find_names(verbinding, nr, inname.stukken)
    stukken = rename(inname.stukken, namen) if namen else inname.stukken
    insert_rows(verbinding, schema.document, (_card(s, nr, namen) for s in stukken))
    postgres = verbinding.dialect.name == "postgresql"
    eenheden = (
        {"document": namen.get(s.document.id, s.document.id), **eenheid}
        for s in stukken
        for eenheid in _units(s.document, postgres=postgres)
    )
    insert_rows(verbinding, schema.eenheid, eenheden)
    for veld, vorm in VELDEN:
        nouns: chain[Any] = chain.from_iterable(getattr(s, veld) for s in stukken)
        rijen = ({**herkomst_row(n.herkomst), **vorm.row(n)} for n in nouns)
        insert_rows(verbinding, vorm.tabel, rijen)
    store_findings(verbinding, nr, (b for s in stukken for b in s.bevindingen))
    store_failures(verbinding, nr, inname.mislukt)
    t = schema.bestand
    verbinding.execute(update(t).where(t.c.nr == nr).values(gelukt=True))


def store_findings(
    verbinding: Connection, nr: int | None, bevindingen: Iterable[Bevinding]
) -> None:
    """Write findings of a file, or of the dossier when there is no file."""
    vorm = vormen.BEVINDING
    rijen = ({"bestand_nr": nr, **vorm.row(b)} for b in bevindingen)
    insert_rows(verbinding, vorm.tabel, rijen)


def insert_rows(verbinding: Connection, tabel: Table, rijen: Iterable[Rij]) -> None:
    """Insert rows that all have the same columns."""
    alles = list(rijen)
    if alles:
        verbinding.execute(insert(tabel), alles)


def _card(stuk: Stuk, nr: int, namen: Mapping[str, str]) -> Rij:
    document, kenmerken = stuk.document, stuk.kenmerken
    van, tot = _pages(document)
    return {
        "id": namen.get(document.id, document.id),
        "bestand_nr": nr,
        "bestand": clean(document.bron.bestand),
        "deel": clean(document.deel),
        "sha256": document.bron.sha256,
        "formaat": document.bron.formaat,
        "ouder": namen.get(document.ouder or "", document.ouder),
        "soort": str(kenmerken.soort),
        "titel": clean(kenmerken.titel),
        "datum": kenmerken.datum,
        "concept": kenmerken.concept,
        "zekerheid": kenmerken.zekerheid,
        "pagina_van": van,
        "pagina_tot": tot,
        "status": _status(document),
        "bijlagen": write_lijst(document.eigenschappen.bijlagen),
        "bijlagen_genoemd": write_lijst(document.eigenschappen.bijlagen_genoemd),
        "tekst": clean(document.tekst),
    }


def _pages(document: Document) -> tuple[int | None, int | None]:
    nummers = [p.nummer for p in document.paginas]
    nummers = nummers or [p for b in document.blokken if (p := b.pagina) is not None]
    return (min(nummers), max(nummers)) if nummers else (None, None)


def _status(document: Document) -> str:
    ongelezen = [p.status is Leesstatus.ONGELEZEN for p in document.paginas]
    if not any(ongelezen):
        return "gelezen"
    return "ongelezen" if all(ongelezen) else "deels_gelezen"


def _units(document: Document, *, postgres: bool) -> Iterator[Rij]:
    for begin, eind, pagina in find_eenheden(document):
        stammen = make_stems(document.tekst[begin:eind])
        if stammen:
            yield {
                "begin": begin,
                "eind": eind,
                "pagina": pagina,
                "stammen": make_tsvector(stammen) if postgres else stammen,
            }
