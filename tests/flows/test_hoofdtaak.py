"""The main job as a user meets it: one folder in, one store out."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time

import jsonschema
import pytest
from programma import INVOER, VANDAAG, VOORBEELDEN, WORTEL, export, run

from pipeline.storage import open_archief

SCHEMA = json.loads((WORTEL / "docs" / "export.schema.json").read_text("utf-8"))

MAPPEN = [
    pytest.param(INVOER, id="invoer"),
    pytest.param(
        VOORBEELDEN,
        id="voorbeelden",
        marks=pytest.mark.skipif(
            not VOORBEELDEN.is_dir(),
            reason="de voorbeelden staan niet naast het project",
        ),
    ),
]


@pytest.fixture(scope="module", params=MAPPEN)
def verwerkt(request, tmp_path_factory):
    """A folder that was read whole, and the store it went to."""
    uitvoer = tmp_path_factory.mktemp("uitvoer")
    samenvatting = run(request.param, uitvoer=uitvoer, verwacht=_code(request.param))
    return request.param, uitvoer, samenvatting


def _code(map_):
    """The examples hold notes (.md, .json) that are no documents: done in part."""
    return 0 if map_ == INVOER else 3


def test_the_summary_counts_what_the_export_holds(verwerkt):
    _, uitvoer, samenvatting = verwerkt
    alles = export(uitvoer)
    assert f"Documenten    {len(alles['documenten'])}:" in samenvatting
    assert f"Acties        {len(alles['acties'])}" in samenvatting
    assert f"Besluiten     {len(alles['besluiten'])}\n" in samenvatting
    assert "Overzicht" in samenvatting


def test_the_export_fits_its_published_schema(verwerkt):
    jsonschema.validate(export(verwerkt[1]), SCHEMA)


def test_every_quote_stands_at_its_position(verwerkt):
    _, uitvoer, _ = verwerkt
    with open_archief(
        f"sqlite:///{(uitvoer / 'verwerk.sqlite').as_posix()}"
    ) as archief:
        dossier = archief.dossier()
        teksten = {d.id: archief.tekst(d.id) for d in dossier.documenten}
    records = [
        *dossier.vergaderingen,
        *dossier.agendapunten,
        *dossier.deelnemers,
        *(g.actie for g in dossier.acties),
        *(g.besluit for g in dossier.besluiten),
        *dossier.cijfers,
    ]
    assert len(records) > 100
    for record in records:
        h = record.herkomst
        assert teksten[h.document][h.begin : h.eind] == h.citaat


def test_a_second_run_reads_nothing_and_says_the_same(verwerkt):
    map_, uitvoer, eerste = verwerkt
    voor = export(uitvoer)
    tweede = run(map_, uitvoer=uitvoer, verwacht=_code(map_))
    assert "niets gewijzigd sinds de vorige keer" in tweede
    assert tweede.splitlines()[2:] == eerste.splitlines()[2:]
    assert export(uitvoer) == voor


def test_the_same_folder_gives_the_same_export_on_an_empty_store(verwerkt, tmp_path):
    map_, uitvoer, _ = verwerkt
    run(map_, "--werkers", "2", uitvoer=tmp_path / "nieuw", verwacht=_code(map_))
    assert export(tmp_path / "nieuw") == export(uitvoer)


def test_originals_are_never_touched(verwerkt):
    map_, _, _ = verwerkt
    assert not [
        p for p in map_.rglob("*") if p.name.startswith((".waarmerk", "overzicht"))
    ]


def test_the_page_links_to_sources_that_exist(verwerkt):
    _, uitvoer, _ = verwerkt
    pagina = (uitvoer / "overzicht.html").read_text("utf-8")
    adressen = {deel.split('"')[0] for deel in pagina.split('href="')[1:]}
    bronnen = {a.split("#")[0] for a in adressen if not a.startswith("#")}
    assert bronnen
    from urllib.parse import unquote

    assert all((uitvoer / unquote(b)).exists() for b in bronnen)
    assert "http" not in pagina
    assert "<script" not in pagina


def test_a_change_by_a_person_survives_reading_everything_again(tmp_path):
    map_ = tmp_path / "invoer"
    shutil.copytree(INVOER, map_)
    uitvoer = tmp_path / "uitvoer"
    run(map_, uitvoer=uitvoer)
    nummer = export(uitvoer)["acties"][0]["nummer"]
    run(
        "actie",
        "wijzig",
        nummer,
        "--status",
        "gereed",
        "--wie",
        "Iemand",
        uitvoer=uitvoer,
    )
    for pad in map_.rglob("*"):
        pad.touch()
    run(map_, "--opnieuw", uitvoer=uitvoer)
    actie = next(a for a in export(uitvoer)["acties"] if a["nummer"] == nummer)
    assert actie["status"] == "gereed"
    assert actie["actiehouders"] == ["Iemand"]


def test_a_file_that_is_gone_takes_its_records_along(tmp_path):
    map_ = tmp_path / "invoer"
    shutil.copytree(INVOER, map_)
    uitvoer = tmp_path / "uitvoer"
    run(map_, uitvoer=uitvoer)
    weg = next(p for p in sorted(map_.rglob("*.xlsx")))
    naam = weg.relative_to(map_).as_posix()
    weg.unlink()
    assert "1 verdwenen" in run(map_, uitvoer=uitvoer)
    assert naam not in {d["bestand"] for d in export(uitvoer)["documenten"]}


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL bestaat niet op Windows")
@pytest.mark.parametrize("na", [0.6, 1.2, 2.0])
def test_a_run_that_is_killed_is_finished_by_the_next(tmp_path, na):
    uitvoer = tmp_path / "uitvoer"
    opdracht = [sys.executable, "-m", "pipeline.cli", str(INVOER), "--datum", VANDAAG]
    proces = subprocess.Popen(
        [*opdracht, "--uitvoer", str(uitvoer)], cwd=WORTEL, stdout=subprocess.DEVNULL
    )
    time.sleep(na)
    proces.send_signal(signal.SIGKILL)
    proces.wait()
    run(INVOER, uitvoer=uitvoer)
    run(INVOER, uitvoer=tmp_path / "in een keer")
    assert export(uitvoer) == export(tmp_path / "in een keer")
