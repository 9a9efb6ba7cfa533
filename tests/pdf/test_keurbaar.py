"""A mark of quality is claimed of a tagged document only where it can be true."""

from __future__ import annotations

import io

import pikepdf
import pytest
from lakproef import OPTIES

from modellen.document import Bron
from modellen.lakken import Lakvlak
from modellen.plaats import OpPagina
from pipeline.pdf.boom import walk_tree
from pipeline.pdf.schoon.keurbaar import may_claim
from pipeline.pdf.vrijgave import make_release
from pipeline.pdf.zetwerk.stuk import set_document
from pipeline.readers.opbouw import Bouwer

BEWERING = b"pdfuaid:part"


@pytest.fixture(scope="module")
def gelabeld():
    """A tagged document as this program sets it, which claims to be PDF/UA."""
    bouwer = Bouwer(Bron(bestand="brief.docx", sha256="0" * 64, formaat="docx"))
    bouwer.blok("De heer Zonderland opent de locatie.", OpPagina(1))
    return set_document(bouwer.build(), "Brief")


def changed(invoer, wijzig):
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(invoer)) as pdf:
        wijzig(pdf)
        pdf.save(uit)
    return uit.getvalue()


def stamp(pdf):
    """What a print server puts on a page: a line that belongs nowhere."""
    blad = pdf.pages[0]
    blad.contents_add(pdf.make_stream(b"q 0 0 1 RG 10 10 m 90 10 l S Q"))


def mark_stamp(pdf):
    blad = pdf.pages[0]
    blad.contents_add(
        pdf.make_stream(b"/Artifact BMC q 0 0 1 RG 10 10 m 90 10 l S Q EMC")
    )


def told_table(pdf):
    """What Word writes of a table: a summary, heads by name, and what a tool adds."""
    for element in walk_tree(pdf.Root.StructTreeRoot):
        element.A = pikepdf.Array(
            [
                pikepdf.Dictionary(
                    O=pikepdf.Name.Table,
                    Summary="Overzicht van Zonderland",
                    Headers=pikepdf.Array([pikepdf.String("zonderland")]),
                    ColSpan=1,
                ),
                pikepdf.Dictionary(
                    O=pikepdf.Name.UserProperties,
                    P=pikepdf.Array([pikepdf.Dictionary(N="van", V="Zonderland")]),
                ),
            ]
        )


def test_attributes_of_the_structure_tell_of_no_one(gelabeld):
    vlak = Lakvlak(pagina=1, grond="5.1.2e", tekst="Zonderland")
    uit = make_release(
        changed(gelabeld, told_table), [vlak], OPTIES, "Brief", ["Zonderland"]
    )
    assert uit.in_orde
    with pikepdf.open(io.BytesIO(uit.inhoud)) as pdf:
        over = [e.get("/A") for e in walk_tree(pdf.Root.StructTreeRoot) if "/A" in e]
    assert over
    assert "onderland" not in repr(over).lower()


def own_role(pdf):
    for ding in pdf.objects:
        if isinstance(ding, pikepdf.Dictionary) and ding.get("/S") == "/P":
            ding.S = pikepdf.Name("/Alinea")


def mapped_role(pdf):
    own_role(pdf)
    pdf.Root.StructTreeRoot.RoleMap = pikepdf.Dictionary(Alinea=pikepdf.Name.P)


def loose_font(pdf):
    for ding in pdf.objects:
        if isinstance(ding, pikepdf.Dictionary):
            for sleutel in ("/FontFile", "/FontFile2", "/FontFile3"):
                if sleutel in ding:
                    del ding[sleutel]


def tree(soorten, kaart=None):
    """A change that hangs an element in each of the one before it, the last empty."""

    def wijzig(pdf):
        wortel = pdf.Root.StructTreeRoot
        ouder = next(iter(walk_tree(wortel)))
        for soort in soorten:
            kind = pdf.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.StructElem, S=pikepdf.Name(soort), P=ouder
                )
            )
            eigen = ouder.get("/K", pikepdf.Array())
            al = list(eigen) if isinstance(eigen, pikepdf.Array) else [eigen]
            ouder.K = pikepdf.Array([*al, kind])
            ouder = kind
        if kaart:
            wortel.RoleMap = pikepdf.Dictionary(
                {k: pikepdf.Name(v) for k, v in kaart.items()}
            )

    return wijzig


@pytest.mark.parametrize(
    ("wijzig", "mag"),
    [
        (tree(["/L", "/LI", "/LBody"]), True),
        (tree(["/Table", "/TBody", "/TR", "/TD"]), True),
        (tree(["/L", "/P"]), False),
        (tree(["/L", "/LI", "/P"]), False),
        (tree(["/LI", "/LBody"]), False),
        (tree(["/Table", "/TD"]), False),
        (tree(["/H1"]), True),
        (tree(["/H2"]), False),
        (tree(["/H"]), False),
        (tree(["/Lijst", "/Punt"], {"/Lijst": "/L", "/Punt": "/LI"}), True),
        (tree(["/Lijst", "/Punt"], {"/Lijst": "/L", "/Punt": "/P"}), False),
        (tree(["/Table", "/TR"], {"/Table": "/Table"}), True),
        (tree(["/Table", "/TR"], {"/Table": "/L"}), False),
    ],
)
def test_what_stands_where_it_may_not_takes_the_claim(gelabeld, wijzig, mag):
    with pikepdf.open(io.BytesIO(changed(gelabeld, wijzig))) as pdf:
        assert may_claim(pdf) is mag


def test_a_type_that_is_mapped_to_itself_is_mapped_no_more(gelabeld):
    invoer = changed(gelabeld, tree(["/Table", "/TR"], {"/Table": "/Table"}))
    uit = make_release(invoer, [], OPTIES, "Brief", [])
    with pikepdf.open(io.BytesIO(uit.inhoud)) as pdf:
        assert "/Table" not in pdf.Root.StructTreeRoot.get("/RoleMap", {})
        assert BEWERING in pdf.Root.Metadata.read_bytes()


@pytest.mark.parametrize(
    ("wijzig", "mag"),
    [
        (lambda _: None, True),
        (mark_stamp, True),
        (mapped_role, True),
        (stamp, False),
        (own_role, False),
        (loose_font, False),
    ],
)
def test_only_what_holds_is_claimed(gelabeld, wijzig, mag):
    with pikepdf.open(io.BytesIO(changed(gelabeld, wijzig))) as pdf:
        assert may_claim(pdf) is mag


@pytest.mark.parametrize(("wijzig", "mag"), [(lambda _: None, True), (stamp, False)])
def test_a_release_says_no_more_than_its_pages_are(gelabeld, wijzig, mag):
    uit = make_release(changed(gelabeld, wijzig), [], OPTIES, "Brief", [])
    assert uit.in_orde
    with pikepdf.open(io.BytesIO(uit.inhoud)) as pdf:
        assert (BEWERING in pdf.Root.Metadata.read_bytes()) is mag
        assert pdf.Root.MarkInfo.Marked
