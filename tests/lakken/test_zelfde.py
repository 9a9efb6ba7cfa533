"""Words that go at one place get a row at every place where they stand."""

from __future__ import annotations

from datetime import date

import pytest

from modellen.document import Blok, Bron, Document
from modellen.lakblad import Lakregel, Woodocument
from modellen.plaats import InAlinea
from pipeline.lakken.zelfde import add_equals

TEKST = "Groet, Bas\nBas, in de basis\nBastiaan belt BAS over Bas  Oldeman"


def document(tekst, naam="a"):
    bron = Bron(bestand=f"{naam}.docx", sha256=naam * 64, formaat="docx")
    blokken = (Blok(tekst=tekst, begin=0, plaats=InAlinea("document/body/p[1]")),)
    return Document(bron=bron, tekst=tekst, blokken=blokken)


def paper(doc, nummer):
    return Woodocument(
        nummer=nummer, document=doc.id, bestand=doc.bron.bestand, titel="",
        sha256=doc.bron.sha256, soort="e-mail", datum=date(2025, 1, 1),
    )  # fmt: skip


def rule(doc, tekst, begin, nummer="0001"):
    return Lakregel(
        id=f"r{begin}", nummer=nummer, document=doc.id, pagina=None, begin=begin,
        tekst=tekst, omgeving="", soort="naam", grond="5.1.2e", reden="groet",
        zekerheid=0.9,
    )  # fmt: skip


def added(regels, *documenten):
    stukken = [paper(d, f"000{n}") for n, d in enumerate(documenten, start=1)]
    alle = add_equals(regels, stukken, {d.id: d for d in documenten})
    oud = {r.id for r in regels}
    return [(r.nummer, r.begin, r.tekst) for r in alle if r.id not in oud]


def test_each_whole_occurrence_has_a_row():
    doc = document(TEKST)
    eerste = TEKST.index("Bas")
    begins = [n for _, n, _ in added([rule(doc, "Bas", eerste)], doc)]
    assert begins == [11, TEKST.index("BAS"), TEKST.rindex("Bas")]


def test_a_longer_name_goes_before_its_part():
    doc = document(TEKST)
    regels = [rule(doc, "Bas", 7), rule(doc, "Bas Oldeman", 0)]
    assert (("0001", TEKST.rindex("Bas"), "Bas  Oldeman")) in added(regels, doc)


@pytest.mark.parametrize(("tekst", "aantal"), [("Bas Oldeman", 1), ("Bas", 0)])
def test_only_a_full_name_is_looked_for_in_other_papers(tekst, aantal):
    een, twee = document(TEKST), document("Bas Oldeman en Bas", "b")
    gevonden = added([rule(een, tekst, 0)], een, twee)
    assert sum(1 for n, *_ in gevonden if n == "0002") == aantal


def test_the_same_papers_give_the_same_rows():
    doc = document(TEKST)
    regels = [rule(doc, "Bas", 7)]
    stukken, per_id = [paper(doc, "0001")], {doc.id: doc}
    eerste = add_equals(regels, stukken, per_id)
    assert add_equals(eerste, stukken, per_id) == eerste
