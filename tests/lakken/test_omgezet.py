"""A converted document: each decision finds its own place on the new pages."""

from __future__ import annotations

from lakproef import line, make_pdf

from modellen.lakblad import Keuze, Lakregel
from pipeline.lakken.omgezet import place_converted

BRON = "Voorzitter: De Vries\nDe heer De Vries van de opvang belde.\nDe Vries sluit."


def rule(tekst, begin, grond="5.1.2e", keuze=Keuze.LAKKEN):
    return Lakregel(
        id=f"r{begin}", nummer="0001", document="d", pagina=None, begin=begin,
        tekst=tekst, omgeving="", soort="naam", grond=grond, reden="", zekerheid=1.0,
        keuze=keuze,
    )  # fmt: skip


def place(regels, *gedrukt, bron=BRON):
    inhoud = "".join(line(t, y=700 - 20 * n) for n, t in enumerate(gedrukt))
    vlakken = place_converted(bron, make_pdf(inhoud), regels)
    return [(v.grond, round((v.kaders[0].onder - 142) / 20)) for v in vlakken]


def test_equal_names_are_decided_each_on_its_own():
    tweede = rule("De Vries", BRON.index("De Vries van"))
    assert place([tweede], *BRON.split("\n")) == [("5.1.2e", 1)]


def test_the_order_of_the_pages_does_not_matter():
    tweede = rule("De Vries", BRON.index("De Vries van"))
    assert place([tweede], *reversed(BRON.split("\n"))) == [("5.1.2e", 1)]


def test_two_grounds_for_one_name_stay_apart():
    begins = [n for n in range(len(BRON)) if BRON.startswith("De Vries", n)]
    regels = [
        rule("De Vries", b, f"5.1.2{x}") for b, x in zip(begins, "abe", strict=True)
    ]
    geplaatst = place(regels, *BRON.split("\n"))
    assert geplaatst == [("5.1.2a", 0), ("5.1.2b", 1), ("5.1.2e", 2)]


def test_what_is_decided_alike_is_marked_wherever_it_stands():
    begins = [n for n in range(len(BRON)) if BRON.startswith("De Vries", n)]
    regels = [rule("De Vries", b) for b in begins]
    gedrukt = [*BRON.split("\n"), "voettekst De Vries"]
    assert place(regels, *gedrukt) == [("5.1.2e", n) for n in range(4)]


def test_places_that_nothing_tells_apart_follow_their_turn():
    bron = "Jan\nJan\nJan"
    assert place([rule("Jan", 4)], "Jan", "Jan", "Jan", bron=bron) == [("5.1.2e", 1)]
