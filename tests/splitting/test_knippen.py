from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from modellen.document import (
    Aanduiding,
    Blok,
    Bron,
    Cel,
    Document,
    Pagina,
    Tabel,
    Vorm,
    Zone,
)
from modellen.plaats import Kader, OpPagina
from pipeline.splitting.knippen import cut, divide_block, release_header

BRON = Bron(bestand="x.pdf", sha256="0" * 64, formaat="pdf")


def make_document(stukken: list[tuple[str, object, Zone]]) -> Document:
    """Each piece is a paragraph, or a table as rows of cells, on the page it names."""
    tekst, blokken, tabellen = "", [], []
    for soort, inhoud, zone in stukken:
        pagina, wat = inhoud
        tekst += "\n" if tekst else ""
        if soort == "alinea":
            blokken.append(
                Blok(tekst=wat, begin=len(tekst), plaats=OpPagina(pagina), zone=zone)
            )
            tekst += wat
            continue
        cellen = []
        for r, rij in enumerate(wat, 1):
            tekst += "\n" if r > 1 else ""
            for k, cel in enumerate(rij, 1):
                tekst += "\t" if k > 1 else ""
                begin = len(tekst)
                if cel:
                    blokken.append(
                        Blok(
                            tekst=cel,
                            begin=begin,
                            plaats=OpPagina(pagina),
                            vorm=Vorm.CEL,
                        )
                    )
                tekst += cel
                nummer = len(tabellen) + 1
                cellen.append(
                    Cel(
                        rij=r,
                        kolom=k,
                        begin=begin,
                        eind=len(tekst),
                        adres=f"tabel {nummer} r{r} k{k}",
                        plaats=OpPagina(pagina),
                    )
                )
        tabellen.append(Tabel(nummer=len(tabellen) + 1, cellen=tuple(cellen)))
    paginas = tuple(Pagina(nummer=n, breedte=595, hoogte=842) for n in range(1, 10))
    return Document(
        bron=BRON,
        tekst=tekst,
        blokken=tuple(blokken),
        tabellen=tuple(tabellen),
        paginas=paginas,
    )


woorden = st.text(alphabet="abcé .", min_size=1, max_size=20)
alineas = st.tuples(
    st.just("alinea"),
    woorden,
    st.sampled_from((Zone.HOOFDTEKST, Zone.HOOFDTEKST, Zone.KOPTEKST, Zone.VOETNOOT)),
)
rijen = st.lists(
    st.lists(st.text(alphabet="ab1", max_size=4), min_size=2, max_size=2),
    min_size=1,
    max_size=3,
)
tabellen = st.tuples(st.just("tabel"), rijen, st.just(Zone.HOOFDTEKST))


@st.composite
def documenten(draw):
    stukken = draw(st.lists(st.one_of(alineas, tabellen), min_size=1, max_size=12))
    pagina = 1
    met_pagina = []
    for soort, wat, zone in stukken:
        pagina = min(9, pagina + draw(st.integers(0, 1)))
        met_pagina.append((soort, (pagina, wat), zone))
    return make_document(met_pagina)


@given(documenten(), st.lists(st.integers(0, 200), max_size=4))
def test_every_block_and_table_is_in_exactly_one_part(document, grenzen):
    delen = cut(document, grenzen)
    samen = sorted((b.tekst, b.zone, b.plaats.pagina) for d in delen for b in d.blokken)
    assert samen == sorted((b.tekst, b.zone, b.plaats.pagina) for b in document.blokken)
    voor = [[document.cel_tekst(c) for c in t.cellen] for t in document.tabellen]
    na = [[d.cel_tekst(c) for c in t.cellen] for d in delen for t in d.tabellen]
    if len(delen) == 1:
        assert delen[0] is document
    else:
        assert sorted(t for t in na if any(t)) == sorted(t for t in voor if any(t))


@given(documenten(), st.lists(st.integers(0, 200), max_size=4))
def test_main_text_keeps_its_order_and_words(document, grenzen):
    delen = cut(document, grenzen)
    loop = {Zone.HOOFDTEKST}
    voor = [b.tekst for b in document.blokken if b.zone in loop]
    na = [b.tekst for d in delen for b in d.blokken if b.zone in loop]
    assert na == voor


@given(documenten(), st.lists(st.integers(0, 200), max_size=4))
def test_tables_are_numbered_from_one_in_each_part_and_stay_whole(document, grenzen):
    for deel in cut(document, grenzen):
        assert [t.nummer for t in deel.tabellen] == list(
            range(1, len(deel.tabellen) + 1)
        )
        for tabel in deel.tabellen:
            assert all(
                c.adres.startswith(f"tabel {tabel.nummer} ") for c in tabel.cellen
            )


@given(documenten(), st.integers(0, 200))
def test_a_block_divided_holds_the_same_words(document, positie):
    nieuw = divide_block(document, positie)
    assert "".join("".join(b.tekst for b in nieuw.blokken).split()) == "".join(
        "".join(b.tekst for b in document.blokken).split()
    )
    assert nieuw.tekst == document.tekst


def test_a_cut_within_a_table_moves_to_its_beginning():
    document = make_document([
        ("alinea", (1, "Voor de tabel"), Zone.HOOFDTEKST),
        ("tabel", (1, [["naam", "aantal"], ["Dorp", "12"]]), Zone.HOOFDTEKST),
        ("alinea", (2, "Na de tabel"), Zone.HOOFDTEKST),
    ])  # fmt: skip
    voor, na = cut(document, [document.tekst.index("Dorp")])
    assert voor.tekst == "Voor de tabel"
    assert na.tekst == "naam\taantal\nDorp\t12\nNa de tabel"
    assert na.tabellen[0].cellen[3].begin == na.tekst.index("12")


def test_a_header_goes_with_the_document_that_begins_on_its_page():
    document = make_document([
        ("alinea", (1, "Einde van de brief"), Zone.HOOFDTEKST),
        ("alinea", (2, "peildatum 1 mei"), Zone.KOPTEKST),
        ("alinea", (2, "Overzicht"), Zone.HOOFDTEKST),
    ])  # fmt: skip
    brief, overzicht = cut(document, [document.tekst.index("Overzicht")])
    assert [b.tekst for b in brief.blokken] == ["Einde van de brief"]
    assert [b.tekst for b in overzicht.blokken] == ["peildatum 1 mei", "Overzicht"]


def test_a_page_shared_by_two_parts_is_on_both():
    document = make_document([
        ("alinea", (1, "Een"), Zone.HOOFDTEKST),
        ("alinea", (2, "Slot van een"), Zone.HOOFDTEKST),
        ("alinea", (2, "Begin van twee"), Zone.HOOFDTEKST),
        ("alinea", (3, "Twee"), Zone.HOOFDTEKST),
    ])  # fmt: skip
    document = replace(document, paginas=document.paginas[:4])
    een, twee = cut(document, [document.tekst.index("Begin van twee")])
    assert [p.nummer for p in een.paginas] == [1, 2]
    assert [p.nummer for p in twee.paginas] == [2, 3, 4]


def test_a_divided_block_keeps_the_frame_of_its_own_lines():
    kaders = [Kader(50, 100 + 20 * i, 500, 112 + 20 * i) for i in range(3)]
    from modellen.document import Regelkader

    blok = Blok(
        tekst="Groet, Jo\nVan: A\nAan: B",
        begin=0,
        plaats=OpPagina(1, Kader(50, 100, 500, 152)),
        regels=tuple(
            Regelkader(begin=b, kader=k)
            for b, k in zip((0, 10, 17), kaders, strict=True)
        ),
    )
    document = Document(
        bron=BRON, tekst=blok.tekst, blokken=(blok,), paginas=(Pagina(nummer=1),)
    )
    nieuw = divide_block(document, 10)
    assert [b.tekst for b in nieuw.blokken] == ["Groet, Jo", "Van: A\nAan: B"]
    assert nieuw.blokken[1].plaats.kader == Kader(50, 120, 500, 152)
    assert [r.begin for r in nieuw.blokken[1].regels] == [0, 7]


def test_a_heading_taken_for_a_running_header_is_main_text_again():
    document = make_document([
        ("alinea", (1, "MEMO"), Zone.KOPTEKST),
        ("alinea", (1, "Tekst"), Zone.HOOFDTEKST),
        ("alinea", (1, "pagina 1 van 1"), Zone.KOPTEKST),
    ])  # fmt: skip
    assert [b.zone for b in release_header(document).blokken] == [
        Zone.HOOFDTEKST,
        Zone.HOOFDTEKST,
        Zone.KOPTEKST,
    ]


def test_what_someone_pointed_out_goes_to_its_own_part():
    hoofd = Zone.HOOFDTEKST
    document = make_document(
        [
            ("alinea", (1, "Brief van Lea Plas"), hoofd),
            ("alinea", (2, "Memo over de opvang"), hoofd),
            ("alinea", (2, "Wij bieden ten hoogste tien."), hoofd),
            ("alinea", (3, "Verslag van het overleg"), hoofd),
        ]
    )
    van, tot = document.tekst.index("Lea"), document.tekst.index("\nMemo")
    begin, eind = document.tekst.index("opvang"), document.tekst.index(" ten hoogste")
    document = replace(
        document,
        aanduidingen=(
            Aanduiding(begin=van, eind=tot),
            Aanduiding(begin=begin, eind=eind, notitie="5.1.2i"),
        ),
    )
    grenzen = [document.tekst.index("Memo"), document.tekst.index("Verslag")]

    brief, memo, verslag = cut(document, grenzen)

    assert [brief.tekst[a.begin : a.eind] for a in brief.aanduidingen] == ["Lea Plas"]
    (aanduiding,) = memo.aanduidingen
    assert memo.tekst[aanduiding.begin : aanduiding.eind] == "opvang\nWij bieden"
    assert aanduiding.notitie == "5.1.2i"
    assert verslag.aanduidingen == ()
