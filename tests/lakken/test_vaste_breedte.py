"""Boxes of one width: what is released does not depend on how long a name was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modellen.document import (
    Aanduiding,
    Blok,
    Bron,
    Cel,
    Document,
    Leesstatus,
    Pagina,
    Tabel,
    Zone,
)
from modellen.lakblad import Keuze, Lakregel, Woodocument
from modellen.plaats import InAlinea, OpPagina
from modellen.stuk import Stuk
from pipeline.errors import InvoerError
from pipeline.flows.stukken import Bronstuk
from pipeline.flows.vaste_breedte import set_fixed
from pipeline.lakken.vaste_breedte import replace_marks, take_part
from pipeline.pdf.lettervakken import make_words, read_chars
from pipeline.pdf.zetwerk import set_document
from pipeline.readers.opbouw import Bouwer

NAMEN = st.text(alphabet="abcdefgABCDEFG -'", min_size=1, max_size=40).map(
    lambda t: f"A{t}z"
)


def document(een, twee):
    """A paragraph, a cell that holds a name alone, and a paragraph after it."""
    delen = [f"Aan {een}, en aan {twee} te Assen.", een, f"Groet, {twee}"]
    blokken, cellen, begin = [], [], 0
    for nummer, deel in enumerate(delen, start=1):
        plaats = InAlinea(f"document/body/p[{nummer}]")
        blokken.append(Blok(tekst=deel, begin=begin, plaats=plaats))
        if nummer == 2:
            cellen.append(
                Cel(
                    rij=1,
                    kolom=1,
                    begin=begin,
                    eind=begin + len(deel),
                    adres="A1",
                    plaats=plaats,
                )
            )
        begin += len(deel) + 1
    bron = Bron(bestand="brief.docx", sha256="a" * 64, formaat="docx")
    return Document(
        bron=bron,
        tekst="\n".join(delen),
        blokken=tuple(blokken),
        tabellen=(Tabel(nummer=1, cellen=tuple(cellen)),),
    )


def rules(doc, een, twee):
    begins = [
        (4, een, "5.1.2e"),
        (4 + len(een) + 9, twee, "5.1.2i"),
        (doc.blokken[1].begin, een, "5.1.2e"),
        (doc.blokken[2].begin + 7, twee, "5.1.2e"),
    ]
    return [
        Lakregel(
            id=f"r{b}", nummer="0001", document=doc.id, pagina=None, begin=b, tekst=t,
            omgeving="", soort="naam", grond=g, reden="", zekerheid=1.0,
            keuze=Keuze.LAKKEN,
        )
        for b, t, g in begins
    ]  # fmt: skip


@given(een=NAMEN, twee=NAMEN)
def test_the_new_text_is_the_same_whatever_the_names(een, twee):
    doc, vast = document(een, twee), document("Jan", "Piet")
    nieuw, gronden = replace_marks(doc, rules(doc, een, twee))
    ander, _ = replace_marks(vast, rules(vast, "Jan", "Piet"))
    assert nieuw.tekst == ander.tekst
    assert [b.begin for b in nieuw.blokken] == [b.begin for b in ander.blokken]
    assert nieuw.tabellen == ander.tabellen
    assert sorted(gronden.values()) == ["5.1.2e", "5.1.2i"]
    cel = nieuw.tabellen[0].cellen[0]
    assert nieuw.cel_tekst(cel) in gronden


def test_what_points_at_the_old_text_moves_along_or_goes():
    doc = document("Wiebe Quakkelaar", "Piet")
    eerste = replace(doc.blokken[0], noten=((0, "1"), (12, "2"), (20, "3")))
    doc = replace(
        doc,
        blokken=(eerste, *doc.blokken[1:]),
        aanduidingen=(Aanduiding(begin=4, eind=9, notitie="5.1.2e"),),
    )
    nieuw, _ = replace_marks(doc, rules(doc, "Wiebe Quakkelaar", "Piet"))
    woord = nieuw.blokken[0].tekst.split(",")[0].removeprefix("Aan ")
    na = 4 + len(woord)
    assert nieuw.blokken[0].noten == ((0, "1"), (na, "2"), (na, "3"))
    assert nieuw.aanduidingen == ()


def test_a_table_in_a_narrow_cell_keeps_its_cells_apart():
    """The word in the place of a name is wider than the column was."""
    bouwer = Bouwer(Bron(bestand="lijst.docx", sha256="a" * 64, formaat="docx"))
    plaats = InAlinea("document/body")

    def cel(kolom, tekst):
        bouwer.open_cel(1)
        bouwer.blok(tekst, plaats)
        bouwer.close_cel(plaats, kolom=kolom)

    bouwer.open_tabel()
    cel(1, "Nr")
    bouwer.open_cel(1)
    bouwer.open_tabel()
    for nummer, tekst in enumerate(("Jo", "12", "ja"), start=1):
        cel(nummer, tekst)
    bouwer.close_tabel()
    bouwer.close_cel(plaats, kolom=2)
    bouwer.close_tabel()
    doc = bouwer.build()
    regel = replace(rules(document("A", "B"), "A", "B")[0], begin=3, tekst="Jo")
    nieuw, _ = replace_marks(doc, [replace(regel, begin=doc.tekst.index("Jo"))])
    with pypdfium2.PdfDocument(set_document(nieuw, "Lijst")) as pdf:
        woorden = list(make_words(read_chars(pdf[0])))
    rij = {w.tekst: w for w in woorden}
    (nieuw_woord,) = (t for t in rij if "zqxv" in t)
    assert rij[nieuw_woord].rechts < rij["12"].links < rij["ja"].links


def paper(doc):
    return Woodocument(
        nummer="0001", document=doc.id, bestand=doc.bron.bestand, titel="",
        sha256=doc.bron.sha256, soort="brief", datum=None,
    )  # fmt: skip


@settings(max_examples=5, deadline=None)
@given(een=NAMEN, twee=NAMEN)
def test_the_page_is_the_same_byte_for_byte(een, twee):
    paginas = []
    for namen in ((een, twee), ("Jan", "Piet")):
        doc = document(*namen)
        bron = Bronstuk(document=doc, pad=Path("brief.docx"), stuk=Stuk.__new__(Stuk))
        inhoud, vlakken = set_fixed(
            bron, paper(doc), rules(doc, *namen), "Stuk", ("5.1.2e",)
        )
        assert [v.grond for v in vlakken].count("5.1.2e") == 3
        assert len({len(v.tekst) for v in vlakken}) == 1
        paginas.append(inhoud)
    assert paginas[0] == paginas[1]


def test_a_page_that_was_not_read_is_refused():
    plaats = OpPagina(1)
    doc = Document(
        bron=Bron(bestand="scan.pdf", sha256="a" * 64, formaat="pdf"),
        tekst="Kop",
        blokken=(Blok(tekst="Kop", begin=0, plaats=plaats, zone=Zone.KOPTEKST),),
        paginas=(Pagina(nummer=1), Pagina(nummer=2, status=Leesstatus.ONGELEZEN)),
    )
    with pytest.raises(InvoerError, match="Bladzijde 2"):
        take_part(doc, paper(doc))
