"""Opening the archive: the connection, and the tables in the form we know."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, column, create_engine, event, inspect, select, table, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from pipeline.errors import InstellingError
from pipeline.storage.fouten import translate_errors
from pipeline.storage.schema import HOOFD, VERSIETABEL

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine import URL

WACHTTIJD = 30_000
"""Milliseconds that one process waits for another to finish writing."""

SLOT = 7_083_726_511
"""The number of our lock on a PostgreSQL server."""

VOORBEELD = "Schrijf bijvoorbeeld postgresql+psycopg://server/naam."


def open_engine(url: str) -> tuple[Engine, str]:
    """An engine for a store and the name by which messages call the store.

    Raises ``InstellingError`` for an address that is none of ours.
    """
    adres = _parse(url)
    naam = adres.database or "(zonder naam)"
    if adres.get_backend_name() == "sqlite":
        _check_file(adres.database or "")
        motor = create_engine(adres, hide_parameters=True)
        event.listen(motor, "connect", _prepare_sqlite)
        event.listen(motor, "begin", _begin_sqlite)
        return motor, naam
    try:
        motor = create_engine(adres, hide_parameters=True)
    except ImportError:
        raise InstellingError(
            "Voor PostgreSQL ontbreekt een onderdeel. Installeer het met: "
            "pip install 'verwerk[postgres]'"
        ) from None
    return motor, f"{naam} op {adres.host or 'deze computer'}"


def _parse(url: str) -> URL:
    try:
        adres = make_url(url)
    except (ArgumentError, ValueError):
        raise InstellingError(
            f"Het adres achter --database is niet te lezen. {VOORBEELD}"
        ) from None
    if adres.drivername in {"postgresql", "postgres"}:
        return adres.set(drivername="postgresql+psycopg")
    if adres.drivername not in {"sqlite", "sqlite+pysqlite", "postgresql+psycopg"}:
        raise InstellingError(
            f"Een archief van het soort '{adres.drivername}' kan verwerk niet "
            f"gebruiken: kies SQLite of PostgreSQL. {VOORBEELD}"
        )
    return adres


def _check_file(naam: str) -> None:
    pad = Path(naam)
    if not naam or naam == ":memory:":
        raise InstellingError(
            "Het archief heeft een bestand nodig. Schrijf bijvoorbeeld "
            "sqlite:///uitvoer/verwerk.sqlite."
        )
    if pad.is_dir():
        raise InstellingError(
            f"Het archief {naam} is een map. Geef met --database een bestand."
        )
    if not pad.parent.is_dir():
        raise InstellingError(
            f"De map van het archief bestaat niet: {pad.parent}. Maak de map, of kies "
            "een andere met --uitvoer."
        )


def _prepare_sqlite(verbinding: sqlite3.Connection, _: Any) -> None:  # noqa: ANN401 SQLAlchemy's own record
    # SQLAlchemy says when a transaction begins; sqlite3 must not do so by itself.
    verbinding.isolation_level = None
    for opdracht in (
        f"busy_timeout = {WACHTTIJD}",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
        "cache_size = -16000",
    ):
        verbinding.execute(f"PRAGMA {opdracht}").close()


def _begin_sqlite(verbinding: Connection) -> None:
    # A reader that turns writer halfway can be refused; a writer says so at once.
    schrijft = verbinding.info.get("schrijft")
    verbinding.exec_driver_sql("BEGIN IMMEDIATE" if schrijft else "BEGIN")


def take_turn(verbinding: Connection) -> None:
    """Wait in a transaction until nobody else writes; SQLite does so by itself."""
    if verbinding.dialect.name == "postgresql":
        verbinding.execute(text(f"SELECT pg_advisory_xact_lock({SLOT})"))


def ready_schema(verbinding: Connection, naam: str) -> None:
    """Bring the tables to the form of this program.

    Raises ``InstellingError`` when the store is of a newer program, or of another.
    """
    with translate_errors(naam):
        if _find_version(verbinding) == HOOFD:
            return
        verbinding.info["schrijft"] = True
        try:
            with verbinding.begin():
                _migrate(verbinding, naam)
        finally:
            verbinding.info["schrijft"] = False


def _find_version(verbinding: Connection) -> str | None:
    """The revision of the tables, or nothing when there are none."""
    with verbinding.begin():
        if not inspect(verbinding).has_table(VERSIETABEL):
            return None
        versie = table(VERSIETABEL, column("version_num", Text))
        gevonden = verbinding.execute(select(versie.c.version_num)).scalar()
        return str(gevonden) if gevonden else None


def _migrate(verbinding: Connection, naam: str) -> None:
    # Alembic takes longer to import than a whole second run: only here.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    take_turn(verbinding)
    _check_ours(verbinding, naam)
    instellingen = Config()
    instellingen.set_main_option("path_separator", "os")
    plek = str(Path(__file__).parent / "migraties").replace("%", "%%")
    instellingen.set_main_option("script_location", plek)
    instellingen.set_main_option("version_locations", str(Path(plek) / "versies"))
    instellingen.attributes["verbinding"] = verbinding
    try:
        command.upgrade(instellingen, "head")
    except CommandError:
        raise InstellingError(
            f"Het archief {naam} is gemaakt door een nieuwere versie van verwerk. "
            "Werk het programma bij, of kies een ander archief met --database."
        ) from None


def _check_ours(verbinding: Connection, naam: str) -> None:
    tabellen = set(inspect(verbinding).get_table_names())
    if tabellen and VERSIETABEL not in tabellen:
        raise InstellingError(
            f"Het archief {naam} bevat al tabellen van een ander programma. Kies een "
            "leeg archief met --database."
        )
