"""What a person left readable is told and holds nothing up; what nobody chose does."""

from __future__ import annotations

import pytest

from modellen.lakblad import Keuze, Lakregel
from modellen.naloop import Ernst, Naloopbevinding, Vindplaats
from pipeline.lakken.besloten import ONGELIJK, respect_decisions

GELAKT = "mevrouw 5.1.2e belt met de gemeente"
LEESBAAR = "mevrouw Ilse Plas belt met de gemeente"


def row(keuze, nummer="0001", tekst="Ilse Plas"):
    return Lakregel(
        id=f"{nummer}{keuze}", nummer=nummer, document="d", pagina=1, begin=0,
        tekst=tekst, omgeving="", soort="naam", grond="5.1.2e", reden="",
        zekerheid=1.0, keuze=keuze,
    )  # fmt: skip


def finding(*plaatsen, soort=ONGELIJK):
    return Naloopbevinding(
        soort=soort, titel="t", ernst=Ernst.LEK, wat="w", advies="a",
        bronnen=tuple(
            Vindplaats(bestand=b, woorden=w, pagina=p) for b, p, w in plaatsen
        ),
    )  # fmt: skip


def grave(bevindingen, regels):
    return [b.ernst for b in respect_decisions(bevindingen, regels)]


HIER = finding(("0001.pdf", 1, GELAKT), ("0001.pdf", 1, LEESBAAR))
ELDERS = finding(("0001.pdf", 1, GELAKT), ("0001.pdf", 2, LEESBAAR))


def test_a_place_that_a_person_left_readable_is_no_leak():
    (een,) = respect_decisions([HIER], [row(Keuze.LAKKEN), row(Keuze.NIET)])
    assert een.ernst is Ernst.ERNSTIG
    assert "besloten" in een.wat


@pytest.mark.parametrize(
    ("bevindingen", "regels"),
    [
        pytest.param([HIER], [row(Keuze.LAKKEN)], id="niemand koos"),
        pytest.param([HIER], [row(Keuze.NIET, "0002")], id="in een ander stuk gekozen"),
        pytest.param([HIER], [row(Keuze.NIET, tekst="Wobbo")], id="een andere naam"),
        pytest.param(
            [HIER, ELDERS], [row(Keuze.NIET)], id="op meer plaatsen dan gekozen"
        ),
        pytest.param(
            [finding(("0001.pdf", 1, LEESBAAR), ("al/0009.pdf", 1, LEESBAAR))],
            [row(Keuze.NIET)],
            id="ook in wat al openbaar is",
        ),
        pytest.param(
            [finding(("0001.pdf", 1, LEESBAAR), soort="tekst_onder_vlak")],
            [row(Keuze.NIET)],
            id="een ander soort lek",
        ),
    ],
)
def test_what_nobody_chose_stays_a_leak(bevindingen, regels):
    assert set(grave(bevindingen, regels)) == {Ernst.LEK}


def test_two_places_that_were_both_left_readable_are_no_leaks():
    regels = [row(Keuze.NIET), row(Keuze.NIET)]
    assert set(grave([HIER, ELDERS], regels)) == {Ernst.ERNSTIG}
