"""Decisions stay when papers come and go between two proposals."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lakbouw import ZIN, A, document, regel, stuk

from modellen.lakblad import Beoordeling, Keuze
from pipeline.lakken.overnemen import keep_decisions

NAAM = "Ytzen Slotemaker"
EERST = document("0 eerst.pdf", "Een stuk dat later binnenkwam.")
HERNOEMD = document("z anders.pdf", "Kop boven het stuk", ZIN)


def beslist(nummer="0001", **velden):
    rij = regel(nummer, A, NAAM)
    return replace(
        rij, keuze=Keuze.NIET, grond="5.1.1d", motivering="zo", door="X", **velden
    )


def test_een_stuk_ervoor_verschuift_nummers_en_geen_besluiten():
    oud = ((stuk("0001", A, beoordeling=Beoordeling.DEELS),), (beslist(),))
    nieuw = (replace(stuk("0001", EERST), sha256="1" * 64), stuk("0002", A))
    over = keep_decisions(nieuw, (regel("0002", A, NAAM),), oud)
    (rij,) = over.regels
    assert (rij.nummer, rij.keuze, rij.grond, rij.motivering, rij.door) == (
        "0002", Keuze.NIET, "5.1.1d", "zo", "X",
    )  # fmt: skip
    assert [d.beoordeling for d in over.stukken] == [
        Beoordeling.OPEN,
        Beoordeling.DEELS,
    ]
    assert over.vervallen == 0


def test_een_stuk_met_een_andere_naam_houdt_zijn_besluiten():
    oud = ((stuk("0001", A, beoordeling=Beoordeling.DEELS),), (beslist(),))
    over = keep_decisions(
        (stuk("0001", HERNOEMD),), (regel("0001", HERNOEMD, NAAM),), oud
    )
    assert over.regels[0].keuze is Keuze.NIET
    assert over.stukken[0].beoordeling is Beoordeling.DEELS
    assert over.vervallen == 0


def test_een_kopie_krijgt_niet_de_besluiten_van_het_stuk_dat_er_nog_is():
    oud = ((stuk("0001", A),), (beslist(),))
    nieuw = (stuk("0001", A), stuk("0002", HERNOEMD))
    regels = (regel("0001", A, NAAM), regel("0002", HERNOEMD, NAAM))
    over = keep_decisions(nieuw, regels, oud)
    assert [r.keuze for r in over.regels] == [Keuze.NIET, Keuze.OPEN]


@pytest.mark.parametrize("tekst", ["Slotemaker", "Ytzen"])
def test_andere_woorden_krijgen_geen_besluit_van_een_ander(tekst):
    oud = ((stuk("0001", A),), (beslist(),))
    over = keep_decisions((stuk("0001", A),), (regel("0001", A, tekst),), oud)
    assert over.regels[0].keuze is Keuze.OPEN
    assert over.vervallen == 1


def test_wat_over_een_verdwenen_stuk_was_besloten_wordt_geteld():
    oud = ((stuk("0001", A, beoordeling=Beoordeling.NIET),), (beslist(),))
    ander = replace(stuk("0001", EERST), sha256="1" * 64)
    assert keep_decisions((ander,), (), oud).vervallen == 2
