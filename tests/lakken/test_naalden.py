"""What may stand nowhere: the words that go, and the same person written otherwise."""

from __future__ import annotations

import pytest

from modellen.lakblad import Keuze, Lakregel
from pipeline.lakken.naalden import Naaldenboek, other_spellings


def rule(tekst, keuze=Keuze.LAKKEN, soort="naam", nummer="0001"):
    return Lakregel(
        id=tekst + keuze, nummer=nummer, document="d", pagina=1, begin=0, tekst=tekst,
        omgeving="", soort=soort, grond="5.1.2e", reden="", zekerheid=1.0, keuze=keuze,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("naam", "anders"),
    [
        ("Sanne van Dijk", {"Dijk, Sanne van", "van Dijk, Sanne", "Sanne.van.Dijk"}),
        ("Bram Kamphuis", {"Kamphuis, Bram", "Bram_Kamphuis"}),
    ],
)
def test_a_full_name_is_looked_for_in_lists_and_addresses(naam, anders):
    assert anders <= set(other_spellings(naam))
    assert anders <= set(Naaldenboek([rule(naam)]).find("0001"))


@pytest.mark.parametrize("naam", ["Kamphuis", "S. van Dijk", "B.K. Oort", "van Dijk"])
def test_what_may_be_someone_else_is_not(naam):
    assert other_spellings(naam) == ()


def test_what_a_person_left_readable_is_no_needle():
    regels = [rule("Sanne van Dijk"), rule("van Dijk, Sanne", Keuze.NIET)]
    assert "van Dijk, Sanne" not in Naaldenboek(regels).find("0001")


def test_another_paper_looks_for_full_names_only():
    regels = [rule("Bram Kamphuis"), rule("Bram")]
    assert "Bram Kamphuis" in Naaldenboek(regels).find("0002")
    assert "Bram" not in Naaldenboek(regels).find("0002")


def test_a_mailbox_that_is_a_first_name_is_no_needle_elsewhere():
    regels = [rule("jan", soort="e-mail"), rule("j.kamphuis", soort="e-mail")]
    assert "j.kamphuis" in Naaldenboek(regels).find("0002", "Jan Dekker opende.")
    assert "jan" not in Naaldenboek(regels).find("0002", "Jan Dekker opende.")
    assert "jan" in Naaldenboek(regels).find("0001", "jan@meent.example")


@pytest.mark.parametrize(
    ("tekst", "regels", "zoekt"),
    [
        ("Bram Kamphuis belt. Kamphuis mailt.", ["Bram Kamphuis", "Kamphuis"], True),
        ("Bram Kamphuis belt. Kamphuis mailt.", ["Bram Kamphuis"], False),
        ("Kamphuis en Bram Kamphuis.", ["Kamphuis", "Bram Kamphuis"], True),
        ("Mail b.kamphuis@x.nl aan Bram Kamphuis", ["Bram Kamphuis", "b.kamphuis"], True),
        ("Bram Bos loopt in het bos.", ["Bram Bos"], False),
    ],
)  # fmt: skip
def test_a_surname_is_looked_for_where_its_marks_hold_it_every_time(
    tekst, regels, zoekt
):
    boek = Naaldenboek([rule(r) for r in regels])
    assert (regels[0].split()[-1] in boek.find("0001", tekst)) is zoekt


def test_a_surname_that_a_person_left_readable_is_no_needle():
    regels = [rule("Bram Kamphuis"), rule("wethouder Kamphuis", Keuze.NIET)]
    assert "Kamphuis" not in Naaldenboek(regels).find("0001", "Bram Kamphuis")


def test_a_bare_name_is_a_needle_also_where_it_stands_in_a_longer_mark():
    regels = [rule("Fenna"), rule("Fenna Rozema")]
    tekst = "Beste Fenna, dank. Fenna Rozema sluit aan."
    assert "Fenna" in Naaldenboek(regels).find("0001", tekst)
    assert "Fenna" not in Naaldenboek(regels).find("0001", f"{tekst} Fenna belt.")


def test_a_longer_mark_that_stays_readable_explains_nothing():
    regels = [rule("Fenna"), rule("Fenna Rozema", Keuze.NIET)]
    tekst = "Beste Fenna, dank. Fenna Rozema sluit aan."
    assert "Fenna" not in Naaldenboek(regels).find("0001", tekst)
