from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from pipeline.readers import read_file
from pipeline.rulebook import Regelboek, check_regels
from pipeline.settings import Grenzen
from pipeline.splitting import split
from tests.splitting.opmaken import APART, OEFEN, vul
from tests.splitting.pen import Pen, Stijl
from tests.splitting.stroom import measure

VOORBEELDEN = Path(__file__).parents[2].parent / "shared" / "voorbeelden"


@pytest.fixture(scope="module")
def regelboek():
    return Regelboek()


def read_pdf(pen: Pen, map_: Path):
    pad = map_ / "bundel.pdf"
    pad.write_bytes(pen.klaar())
    return read_file(pad, "bundel.pdf", Grenzen()).documenten[0]


def test_streams_of_known_layouts_fall_apart_at_their_boundaries():
    uitkomst = measure(range(60), OEFEN)
    assert uitkomst.f1 >= 0.95, str(uitkomst)
    assert uitkomst.document_f1 >= 0.93, str(uitkomst)


def test_streams_of_layouts_never_tuned_on_fall_apart_too():
    uitkomst = measure(range(1000, 1030), APART)
    assert uitkomst.f1 >= 0.88, str(uitkomst)
    assert uitkomst.precisie >= 0.93, str(uitkomst)


@pytest.mark.parametrize("alineas", [6, 20])
def test_one_long_report_stays_one_document(alineas, tmp_path, regelboek):
    pen = Pen()
    pen.begin(Stijl(kop="Verslag regietafel Zeewold", nummers="{n}"))
    pen.regel("Verslag regietafel Zeewold 4 maart 2025", vet=True, maat=14)
    for i in range(alineas):
        if i % 5 == 0:
            pen.nieuwe_pagina()
        pen.regel(
            ("Actielijst", "Agenda volgende keer", "Stand van zaken", "Bijzonderheden")[
                i % 4
            ],
            vet=True,
            maat=12,
        )
        pen.regel(
            "De gemeenten geven aan dat de bezetting hoog blijft. Het COA zoekt naar ruimte voor gezinnen. "
            * 4
        )
    document = read_pdf(pen, tmp_path)
    assert split(document, regelboek) == (document,)


def test_a_letter_and_its_annex_need_no_container(tmp_path, regelboek):
    pen = Pen()
    pen.begin(Stijl())
    for regel in (
        "Delfzee, 4 maart 2025",
        "Ons kenmerk 2025-7",
        "Onderwerp: bijdrage",
        "Geacht college,",
        "Bijgaand het overzicht.",
        "Hoogachtend,",
        "A. Kolkman",
    ):
        pen.regel(regel)
    pen.begin(Stijl(liggend=True))
    pen.regel("Bijlage 1 Overzicht per gemeente", vet=True, maat=14)
    pen.tabel(
        [["Gemeente", "Opgave"], ["Delfzee", "120"], ["Veenhorst", "80"]], [150, 80]
    )
    brief, bijlage = split(read_pdf(pen, tmp_path), regelboek)
    assert (brief.deel, bijlage.deel) == ("", "1")
    assert bijlage.ouder == brief.id
    assert "Delfzee\t120" not in brief.tekst
    assert bijlage.grens.zekerheid > 0.8
    assert "andere paginastand" in bijlage.grens.redenen


def test_a_document_that_begins_halfway_a_page(tmp_path, regelboek):
    pen = Pen()
    pen.begin(Stijl())
    for regel in (
        "Van: A. Kolkman <a@zeewold.example>",
        "Verzonden: dinsdag 4 maart 2025 10:12",
        "Aan: B. ter Haarst <b@zeewold.example>",
        "Onderwerp: agenda",
    ):
        pen.regel(regel)
    pen.wit(10)
    for regel in (
        "Beste Bo,",
        "Hieronder de agenda.",
        "Met vriendelijke groet,",
        "Anke",
    ):
        pen.regel(regel)
    pen.wit(60)
    pen.regel("Agenda regietafel Zeewold 11 maart 2025", vet=True, maat=14)
    for regel in ("1. Opening", "2. Cijfers", "3. Sluiting"):
        pen.regel(regel)
    houder, mail, agenda = split(read_pdf(pen, tmp_path), regelboek)
    assert (houder.tekst, houder.blokken) == ("", ())
    assert mail.tekst.endswith("Anke")
    assert agenda.tekst.startswith("Agenda regietafel")
    assert agenda.ouder == mail.ouder == houder.id
    assert [p.nummer for p in agenda.paginas] == [p.nummer for p in mail.paginas] == [1]
    assert mail.eigenschappen.onderwerp == "agenda"
    assert mail.eigenschappen.verzonden.isoformat() == "2025-03-04T10:12:00"


def test_a_list_of_annexes_at_the_head_of_a_page_is_no_annex(tmp_path, regelboek):
    pen = Pen()
    pen.begin(Stijl(nummers="{n}"))
    for regel in (
        "Delfzee, 4 maart 2025",
        "Ons kenmerk 2025-7",
        "Geacht college,",
        "Wij sturen u drie stukken.",
        "Hoogachtend,",
    ):
        pen.regel(regel)
    pen.nieuwe_pagina()
    for regel in ("Bijlage 1: verdeling", "Bijlage 2: kaart", "Bijlage 3: begroting"):
        pen.regel(regel)
    document = read_pdf(pen, tmp_path)
    assert split(document, regelboek) == (document,)


@pytest.mark.parametrize(
    "slot",
    [
        "Bijlage: overzicht per gemeente",
        "Bijlage 1: overzicht per gemeente",
        "Bijlagen: 2",
    ],
)
def test_a_letter_that_ends_by_naming_its_annex_is_whole(slot, tmp_path, regelboek):
    pen = Pen()
    pen.begin(Stijl())
    for regel in (
        "Delfzee, 4 maart 2025",
        "Ons kenmerk 2025-7",
        "Geacht college,",
        "Bijgaand het overzicht.",
        "Hoogachtend,",
        "A. Kolkman",
    ):
        pen.regel(regel)
    pen.wit(40)
    pen.regel(slot, vet=True)
    document = read_pdf(pen, tmp_path)
    assert split(document, regelboek) == (document,)


def test_the_number_of_the_inventory_on_each_page_tells_documents_apart(
    tmp_path, regelboek
):
    pen = Pen()
    rng = Random(7)  # noqa: S311 (the same sentences each time)
    for nummer in ("Document 11", "Document 12"):
        pen.begin(Stijl(kop=nummer))
        vul(pen, rng, 3)
        pen.nieuwe_pagina()
        vul(pen, rng, 3)
    delen = split(read_pdf(pen, tmp_path), regelboek)
    assert [[p.nummer for p in d.paginas] for d in delen[1:]] == [[1, 2], [3, 4]]
    assert "ander documentnummer op de bladzijde" in delen[2].grens.redenen


def test_a_chain_of_messages_in_a_pdf_falls_apart_without_white_lines(
    tmp_path, regelboek
):
    pen = Pen()
    pen.begin(Stijl())
    for naam, dag in (("Anke Kolkman", 4), ("Bo ter Haarst", 3)):
        for regel in (
            f"Van: {naam} <x@zeewold.example>",
            f"Verzonden: dinsdag {dag} maart 2025 10:12",
            "Aan: Cor Vliegenthart <cor@zeewold.example>",
            "Onderwerp: plekken",
            "Hoi, er zijn twaalf plekken bij gekomen.",
            f"Groet, {naam}",
        ):
            pen.regel(regel)
    mail, eerder = split(read_pdf(pen, tmp_path), regelboek)
    assert mail.tekst.endswith("Groet, Anke Kolkman")
    assert eerder.tekst.startswith("Van: Bo ter Haarst")
    assert (eerder.deel, eerder.ouder) == ("1", mail.id)
    assert eerder.eigenschappen.verzonden.day == 3


@pytest.mark.skipif(not VOORBEELDEN.is_dir(), reason="de voorbeelden staan hier niet")
def test_the_glued_sample_falls_apart_in_mail_letter_table_and_agenda(regelboek):
    pad = next(VOORBEELDEN.glob("*bundel*.pdf"))
    delen = split(read_file(pad, pad.name, Grenzen()).documenten[0], regelboek)
    houder, mail, brief, tabel, agenda = delen
    assert [[p.nummer for p in d.paginas] for d in delen[1:]] == [
        [1, 2, 3, 4],
        [5, 6],
        [7],
        [8],
    ]
    assert tabel.ouder == brief.id
    assert {mail.ouder, brief.ouder, agenda.ouder} == {houder.id}
    assert all(b.begin >= a.eind for d in delen for a, b in pairwise(d.blokken))


def test_the_rules_about_documents_hold_for_their_own_examples(regelboek):
    assert check_regels(regelboek.regels("documenten")) == ()
