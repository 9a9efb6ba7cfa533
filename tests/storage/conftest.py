"""Archives to test on: SQLite always, PostgreSQL when there is one."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sa

from pipeline.storage import open_archief

SOORTEN = ("sqlite", "postgresql")
NUMMER = count(1)


@pytest.fixture(scope="session")
def postgres():
    """The address of a server where schemas can be made and dropped."""
    adres = os.environ.get("VERWERK_TEST_POSTGRES")
    if adres:
        yield adres
        return
    pytest.importorskip("psycopg", reason="psycopg is niet geïnstalleerd")
    map_ = _find_programs()
    if map_ is None:
        pytest.skip("geen PostgreSQL: zet VERWERK_TEST_POSTGRES of installeer het")
    with _server(map_) as adres:
        yield adres


@pytest.fixture(params=SOORTEN)
def nieuw_adres(request, tmp_path):
    """A function that gives the address of a new, empty archive of one kind."""
    if request.param == "sqlite":
        yield lambda: f"sqlite:///{(tmp_path / f'a{next(NUMMER)}.sqlite').as_posix()}"
        return
    server = request.getfixturevalue("postgres")
    schemas = []

    def make():
        schemas.append(f"proef_{os.getpid()}_{next(NUMMER)}")
        _execute(server, f"CREATE SCHEMA {schemas[-1]}")
        url = sa.make_url(server)
        return url.update_query_dict(
            {"options": f"-csearch_path={schemas[-1]}"}
        ).render_as_string(hide_password=False)

    yield make
    for naam in schemas:
        _execute(server, f"DROP SCHEMA {naam} CASCADE")


@pytest.fixture
def adres(nieuw_adres):
    return nieuw_adres()


@pytest.fixture
def archief(adres):
    with open_archief(adres) as geopend:
        yield geopend


def _execute(server, opdracht):
    motor = sa.create_engine(server)
    with motor.begin() as verbinding:
        verbinding.execute(sa.text(opdracht))
    motor.dispose()


def _find_programs():
    gevonden = shutil.which("initdb")
    mappen = [Path(gevonden).parent] if gevonden else []
    mappen += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next(
        (m for m in mappen if (m / "initdb").exists() and (m / "pg_ctl").exists()),
        None,
    )


@contextmanager
def _server(programmas):
    """A server of our own, as another user where root may not be one."""
    wie = {"user": "postgres"} if getattr(os, "geteuid", lambda: 1)() == 0 else {}
    map_ = Path(tempfile.mkdtemp(prefix="verwerk-pg-"))
    if wie:
        shutil.chown(map_, "postgres")
    naam = wie.get("user") or getpass.getuser()
    poort = _free_port()
    opties = f"-p {poort} -c listen_addresses=127.0.0.1 -c fsync=off"
    opties += " -c unix_socket_directories='' -c log_destination=stderr"

    def call(*woorden, controleer=True):
        subprocess.run(
            [str(programmas / woorden[0]), *map(str, woorden[1:])],
            check=controleer,
            cwd=map_,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **wie,
        )

    try:
        call("initdb", "-D", map_ / "db", "-A", "trust", "-U", naam, "-N",
             "--locale=C", "-E", "UTF8")  # fmt: skip
        call(
            "pg_ctl", "-D", map_ / "db", "-w", "-l", map_ / "log", "-o", opties, "start"
        )
        yield f"postgresql+psycopg://{naam}@127.0.0.1:{poort}/postgres"
    finally:
        call(
            "pg_ctl",
            "-D",
            map_ / "db",
            "-m",
            "immediate",
            "-w",
            "stop",
            controleer=False,
        )
        shutil.rmtree(map_, ignore_errors=True)


def _free_port():
    with socket.socket() as stopcontact:
        stopcontact.bind(("127.0.0.1", 0))
        return stopcontact.getsockname()[1]
