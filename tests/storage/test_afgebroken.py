"""The process may be killed at any moment: a file is whole, or counts as failed."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from stukken_bouw import list_with_actions

from pipeline.storage import open_archief

WORTEL = Path(__file__).parents[2]
REGELS = [f"Regel {nr} wordt nagegaan." for nr in range(60)]
DAG = date(2025, 3, 14)

LEZER = """
import sys
from datetime import date
sys.path.insert(0, sys.argv[2])
from stukken_bouw import list_with_actions
from pipeline.storage import open_archief
regels = [f"Regel {nr} wordt nagegaan." for nr in range(60)]
with open_archief(sys.argv[1]) as archief:
    print("klaar", flush=True)
    for versie in range(1000):
        for bestand in ("a.docx", "b.docx"):
            inname = list_with_actions(bestand, date(2025, 3, 14), *regels)
            archief.begin("/d", bestand, inname.sha256, str(versie))
            archief.bewaar("/d", inname, str(versie))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL bestaat niet op Windows")
@pytest.mark.parametrize("na", [0.01, 0.05, 0.11, 0.23])
def test_a_killed_process_leaves_every_file_whole_or_failed(adres, na):
    proces = subprocess.Popen(
        [sys.executable, "-c", LEZER, adres, str(WORTEL / "tests" / "hulp")],
        cwd=WORTEL,
        stdout=subprocess.PIPE,
    )
    assert proces.stdout.readline() == b"klaar\n"
    time.sleep(na)
    proces.send_signal(signal.SIGKILL)
    proces.communicate()
    with open_archief(adres) as archief:
        stand = archief.stand("/d")
        dossier = archief.dossier()
        mislukt = {m.bestand for m in dossier.mislukt}
        assert mislukt == {naam for naam, (_, _, gelukt) in stand.items() if not gelukt}
        per_bestand = {k.bestand: 0 for k in dossier.documenten}
        assert set(stand) - mislukt <= set(per_bestand)
        for kaart in dossier.documenten:
            tekst = archief.tekst(kaart.id)
            assert tekst.splitlines() == REGELS
        # a.docx and b.docx have the same words on the same day: each is one action.
        assert len(dossier.acties) == (len(REGELS) if per_bestand else 0)
        archief.bewaar("/d", list_with_actions("a.docx", DAG, *REGELS), "x")
        archief.bewaar("/d", list_with_actions("b.docx", DAG, *REGELS), "x")
        assert archief.dossier().mislukt == ()
        assert len(archief.zoek('"regel 7"')) == 2
