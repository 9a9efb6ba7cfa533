"""Opening: every way it can go wrong has a sentence of its own, in Dutch."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from stukken_bouw import list_with_actions

from pipeline.errors import InstellingError
from pipeline.storage import open_archief, openen
from pipeline.storage.schema import HOOFD, VERSIETABEL, metadata

WORTEL = Path(__file__).parents[2]
DAG = date(2025, 3, 14)


def sqlite_url(pad):
    return f"sqlite:///{pad.as_posix()}"


def refused(url):
    with pytest.raises(InstellingError) as fout:
        open_archief(url)
    return str(fout.value)


def test_an_address_that_is_none():
    assert "niet te lezen" in refused("zomaar iets")
    assert "kies SQLite of PostgreSQL" in refused("mysql://server/naam")
    assert "bestand nodig" in refused("sqlite://")


def test_a_folder_that_is_not_there_is_not_made(tmp_path):
    assert "map van het archief bestaat niet" in refused(sqlite_url(tmp_path / "weg" / "a.sqlite"))  # fmt: skip
    assert not (tmp_path / "weg").exists()


def test_a_folder_is_no_archive(tmp_path):
    assert "is een map" in refused(sqlite_url(tmp_path))


def test_a_file_that_is_no_database(tmp_path):
    (tmp_path / "a.sqlite").write_text("Dit is een brief. " * 100)
    assert "geen archief van verwerk" in refused(sqlite_url(tmp_path / "a.sqlite"))


def test_a_database_of_another_program_is_left_alone(tmp_path):
    pad = tmp_path / "a.sqlite"
    with sqlite3.connect(pad) as verbinding:
        verbinding.execute("CREATE TABLE adressen (naam TEXT)")
    assert "een ander programma" in refused(sqlite_url(pad))
    with sqlite3.connect(pad) as verbinding:
        tabellen = verbinding.execute("SELECT name FROM sqlite_master").fetchall()
    assert tabellen == [("adressen",)]


def test_an_archive_of_a_newer_program_is_left_alone(adres):
    open_archief(adres).sluit()
    motor = sa.create_engine(adres)
    with motor.begin() as verbinding:
        versie = sa.table(VERSIETABEL, sa.column("version_num", sa.Text))
        verbinding.execute(versie.update().values(version_num="9999"))
    motor.dispose()
    assert "nieuwere versie van verwerk" in refused(adres)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0,
    reason="root mag overal schrijven; Windows kent deze rechten niet",
)
def test_a_folder_that_may_not_be_written(tmp_path):
    tmp_path.chmod(0o500)
    try:
        assert "kan niet worden geopend" in refused(sqlite_url(tmp_path / "a.sqlite"))
    finally:
        tmp_path.chmod(0o700)


def test_an_archive_that_is_damaged_halfway(tmp_path):
    pad = tmp_path / "a.sqlite"
    with open_archief(sqlite_url(pad)) as archief:
        for nr in range(40):
            archief.bewaar(
                "/d", list_with_actions(f"{nr}.docx", DAG, "Woord. " * 500), "1"
            )
    inhoud = bytearray(pad.read_bytes())
    inhoud[8192:-8192] = b"\xff" * (len(inhoud) - 16384)
    pad.write_bytes(inhoud)
    with (
        pytest.raises(InstellingError, match="beschadigd"),
        open_archief(sqlite_url(pad)) as archief,
    ):
        archief.dossier()


def test_a_server_that_does_not_answer_keeps_the_password_to_itself():
    pytest.importorskip("psycopg")
    melding = refused("postgresql://jan:geheim@127.0.0.1:1/dossier")
    assert "dossier op 127.0.0.1 is niet bereikbaar" in melding
    assert "geheim" not in melding


def test_a_store_that_another_process_keeps_busy(tmp_path, monkeypatch):
    monkeypatch.setattr(openen, "WACHTTIJD", 50)
    pad = tmp_path / "a.sqlite"
    with open_archief(sqlite_url(pad)) as archief:
        ander = sqlite3.connect(pad, isolation_level=None)
        ander.execute("BEGIN IMMEDIATE")
        with pytest.raises(InstellingError, match="in gebruik door een ander proces"):
            archief.begin("/d", "a.docx", "0" * 64, "1")
        assert archief.dossier().documenten == ()
        ander.execute("ROLLBACK")
        archief.begin("/d", "a.docx", "0" * 64, "1")
        ander.close()


def test_the_migrations_make_the_tables_the_program_knows(adres):
    open_archief(adres).sluit()
    motor = sa.create_engine(adres)
    with motor.connect() as verbinding:
        gemaakt = _describe(sa.inspect(verbinding))
        versie = sa.table(VERSIETABEL, sa.column("version_num", sa.Text))
        assert verbinding.execute(sa.select(versie.c.version_num)).scalar() == HOOFD
    motor.dispose()
    bedoeld = {
        t.name: {(k.name, k.nullable) for k in t.columns}
        for t in metadata.tables.values()
    }
    assert bedoeld.items() <= gemaakt.items()
    vreemd = set(gemaakt) - set(bedoeld) - {VERSIETABEL}
    assert all(naam.startswith("zoekindex") for naam in vreemd)


def _describe(kijker):
    return {
        naam: {(k["name"], k["nullable"]) for k in kijker.get_columns(naam)}
        for naam in kijker.get_table_names()
    }


def test_every_migration_stands_in_one_line_up_to_the_head():
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    map_ = WORTEL / "pipeline" / "storage" / "migraties"
    instellingen = Config()
    instellingen.set_main_option("path_separator", "os")
    instellingen.set_main_option("script_location", str(map_))
    instellingen.set_main_option("version_locations", str(map_ / "versies"))
    assert ScriptDirectory.from_config(instellingen).get_heads() == [HOOFD]


def test_an_archive_in_order_is_opened_without_alembic_and_not_touched(tmp_path):
    pad = tmp_path / "a.sqlite"
    with open_archief(sqlite_url(pad)) as archief:
        archief.bewaar("/d", list_with_actions("a.docx", DAG, "Eén."), "1")
    voor = (pad.stat().st_mtime_ns, pad.read_bytes())
    code = (
        "import sys; from pipeline.storage import open_archief\n"
        f"with open_archief({sqlite_url(pad)!r}) as a: print(len(a.dossier().acties))\n"
        "print('alembic' in sys.modules)"
    )
    uit = subprocess.run(
        [sys.executable, "-c", code], cwd=WORTEL, capture_output=True, text=True, check=True
    ).stdout  # fmt: skip
    assert uit.split() == ["1", "False"]
    assert (pad.stat().st_mtime_ns, pad.read_bytes()) == voor


SCHRIJVER = """
import sys
from datetime import date
sys.path.insert(0, sys.argv[3])
from stukken_bouw import list_with_actions
from pipeline.storage import open_archief
with open_archief(sys.argv[1]) as archief:
    for nr in range(15):
        archief.bewaar("/" + sys.argv[2], list_with_actions(f"{nr}.docx", date(2025, 3, 14), f"Van {sys.argv[2]} {nr}."), "1")
    archief.ken_nummers_toe()
"""


def test_two_processes_at_once_both_get_their_turn(adres):
    processen = [
        subprocess.Popen(
            [sys.executable, "-c", SCHRIJVER, adres, wie, str(WORTEL / "tests" / "hulp")],
            cwd=WORTEL,
        )
        for wie in ("een", "twee")
    ]  # fmt: skip
    assert [p.wait() for p in processen] == [0, 0]
    with open_archief(adres) as archief:
        archief.ken_nummers_toe()
        acties = archief.dossier().acties
    assert len(acties) == 30
    assert len({g.nummer for g in acties}) == 30
