"""The term of a request: weeks, extension, suspension, and days on which none ends."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modellen.woodossier import Woodossier, Zienswijze, Zienswijzestatus
from pipeline.lakken.termijn import find_free_day, find_termijn, next_workday
from pipeline.lakken.woodossier import load_dossier, save_dossier
from pipeline.rulebook import Regelboek

BOEK = Regelboek()


def dossier(ontvangen, **velden):
    return Woodossier(
        naam="Opvang", verzoek="Alle stukken", ontvangen=ontvangen, **velden
    )


def uiterlijk(dossier_, vandaag=date(2026, 12, 31)):
    return find_termijn(dossier_, vandaag, BOEK).uiterlijk


@pytest.mark.parametrize(
    ("ontvangen", "laatste"),
    [
        (date(2025, 11, 3), date(2025, 12, 1)),  # gewone maandag
        (date(2025, 11, 1), date(2025, 12, 1)),  # zaterdag 29 november schuift
        (
            date(2025, 11, 27),
            date(2025, 12, 29),
        ),  # eerste kerstdag, dan kerst, zaterdag, zondag
        (date(2025, 3, 21), date(2025, 4, 22)),  # Goede Vrijdag en tweede paasdag
        (
            date(2025, 3, 29),
            date(2025, 4, 28),
        ),  # zaterdag 26 april was Koningsdag (27 is zondag)
        (date(2026, 4, 7), date(2026, 5, 6)),  # Bevrijdingsdag
        (date(2025, 5, 1), date(2025, 5, 30)),  # Hemelvaart 29 mei
    ],
)
def test_vier_weken_en_nooit_op_een_vrije_dag(ontvangen, laatste):
    assert uiterlijk(dossier(ontvangen)) == laatste


def test_verdagen_geeft_twee_weken():
    assert uiterlijk(
        dossier(
            date(2025, 11, 3), verdaagd=date(2025, 11, 20), verdaging_reden="omvang"
        )
    ) == date(2025, 12, 15)


def vraag(partij, gevraagd, weken=2, **velden):
    return Zienswijze(
        partij=partij,
        documenten=("0001",),
        gevraagd=gevraagd,
        termijn=gevraagd + timedelta(weeks=weken),
        **velden,
    )


def test_twee_partijen_tegelijk_schorten_een_keer_op():
    vragen = (
        vraag(
            "COA",
            date(2025, 11, 10),
            status=Zienswijzestatus.ONTVANGEN,
            ontvangen=date(2025, 11, 17),
        ),
        vraag("Nidos", date(2025, 11, 12), status=Zienswijzestatus.VERSTREKEN),
    )
    termijn = find_termijn(
        dossier(date(2025, 11, 3), zienswijzen=vragen), date(2025, 12, 1), BOEK
    )
    assert termijn.opgeschort == 16  # 11 tot en met 26 november
    assert termijn.uiterlijk == date(2025, 12, 17)
    assert termijn.loopt


def test_zolang_een_partij_mag_antwoorden_staat_de_termijn_stil():
    termijn = find_termijn(
        dossier(date(2025, 11, 3), zienswijzen=(vraag("COA", date(2025, 11, 10)),)),
        date(2025, 11, 12),
        BOEK,
    )
    assert not termijn.loopt
    assert termijn.opgeschort == 2


@given(st.dates(date(2024, 1, 1), date(2040, 12, 31)))
def test_een_termijn_eindigt_altijd_op_een_werkdag_en_nooit_eerder(dag):
    einde = next_workday(dag, BOEK)
    assert dag <= einde <= dag + timedelta(days=6)
    assert find_free_day(einde, BOEK) == ""
    assert einde.weekday() < 5


def test_een_dossier_komt_terug_zoals_het_is_bewaard(tmp_path):
    vol = dossier(
        date(2025, 11, 3),
        reikwijdte="alles",
        kenmerk="2025/1",
        verdaagd=date(2025, 11, 20),
        verdaging_reden="veel",
        zienswijzen=(
            vraag(
                "COA",
                date(2025, 11, 10),
                status=Zienswijzestatus.ONTVANGEN,
                ontvangen=date(2025, 11, 12),
                bezwaar=True,
            ),
        ),
    )
    save_dossier(vol, tmp_path)
    assert load_dossier(tmp_path) == vol
