"""What is stored comes back, a file at a time, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from stukken_bouw import (
    list_with_actions,
    make_actie,
    make_besluit,
    make_document,
    make_inname,
    make_stuk,
    make_vergadering,
    quote,
)

from modellen.afspraak import Actiesoort, Actiestatus
from modellen.bevinding import Bevinding, Klasse, Mislukking
from modellen.cijfer import Cijfer
from modellen.document import Leesstatus, Pagina
from modellen.dossier import Documentkaart
from modellen.plaats import InAlinea, InBericht, InCel, Kader, OpPagina
from modellen.stuk import Soort
from modellen.vergadering import Agendapunt, Deelnemer
from pipeline.errors import GebruikError
from pipeline.storage import open_archief

MAP = "/dossier"
DAG = date(2025, 3, 14)


def test_every_noun_comes_back_as_it_went_in(archief):
    d = make_document(
        "verslag.docx",
        "Bestuurlijk overleg Veluwerand, 14 maart 2025, 10.00-12.00 uur",
        "Aanwezig: mevrouw Zandstra (gemeente Heidedorp)",
        "3.a. Voortgang opvang",
        "Actie: wethouder Zandstra levert vóór 1 mei de lijst aan",
        "Het verslag wordt vastgesteld",
        "Heidedorp: ruim 1.250,50 plekken; Vennebroek ntb",
    )
    v = make_vergadering(
        d, "Bestuurlijk overleg Veluwerand", DAG, begin=time(10), eind=time(12), locatie="Provinciehuis"
    )  # fmt: skip
    n = Deelnemer(naam="Zandstra", rol="wethouder", organisatie="Heidedorp", aanwezig=False, herkomst=quote(d, "mevrouw Zandstra"))  # fmt: skip
    p = Agendapunt(volgnummer="3.a.", titel="Voortgang opvang", niveau=2, vergadering=v.id, herkomst=quote(d, "3.a. Voortgang opvang"))  # fmt: skip
    a = make_actie(
        d,
        "levert vóór 1 mei de lijst aan",
        actiehouders=("wethouder Zandstra", "provincie"),
        termijn=date(2025, 5, 1),
        termijn_tekst="vóór 1 mei",
        status=Actiestatus.IN_UITVOERING,
        soort=Actiesoort.TOEZEGGING,
        expliciet=False,
        nummer_bron="12",
        stand_van_zaken="loopt",
        agendapunt=p.id,
        vergadering=v.id,
    )
    b = make_besluit(d, "Het verslag wordt vastgesteld", datum=DAG, agendapunt=p.id)
    c = Cijfer(gebied="Heidedorp", thema="oekraine", maat="opgave", jaar=2025, stand=DAG, waarde=Decimal("1250.50"), weergave="1.250,50", eenheid="plekken", kwalificatie="ruim", cel="tabel 1 r5 k3", herkomst=quote(d, "1.250,50"))  # fmt: skip
    leeg = Cijfer(gebied=None, thema=None, maat="voorstel", waarde=None, weergave="ntb", ontbreekt="nader te bepalen", herkomst=quote(d, "ntb"))  # fmt: skip
    f = Bevinding(regel="r1", klasse=Klasse.VRAAG, omschrijving="Klopt dit?", verwacht="1", gevonden="2", verschil="1", cijfers=(c.id,), verdacht=(c.id,), document=d.id, pagina=2)  # fmt: skip
    stuk = make_stuk(
        d, datum=DAG, titel="Verslag", vergaderingen=(v,), deelnemers=(n,), agendapunten=(p,), acties=(a,), besluiten=(b,), cijfers=(c, leeg), bevindingen=(f,)
    )  # fmt: skip
    archief.bewaar(MAP, make_inname(stuk), "1")
    archief.ken_nummers_toe()
    dossier = archief.dossier()
    assert dossier.documenten == (
        Documentkaart(
            id=d.id,
            bestand="verslag.docx",
            sha256=d.bron.sha256,
            soort=Soort.VERSLAG,
            titel="Verslag",
            datum=DAG,
            pagina_van=1,
            pagina_tot=2,
            ouder=None,
            status="gelezen",
            concept=None,
        ),
    )
    assert dossier.vergaderingen == (v,)
    assert dossier.deelnemers == (n,)
    assert dossier.agendapunten == (p,)
    assert [(g.nummer, g.actie) for g in dossier.acties] == [("2025-001", a)]
    assert [(g.nummer, g.besluit) for g in dossier.besluiten] == [("B2025-001", b)]
    assert dossier.cijfers == (c, leeg)
    assert dossier.bevindingen == (f,)
    assert dossier.mislukt == ()
    assert archief.tekst(d.id) == d.tekst


@pytest.mark.parametrize(
    "plaats",
    [
        OpPagina(3),
        OpPagina(3, Kader(56.7, 100.25, 538.0, 113.3)),
        InAlinea("body/tbl[2]/tr[3]/tc[1]/p[1]", 4),
        InAlinea("header1/p[1]"),
        InCel("Blad 'één'!", "D14", 2),
        InBericht("1.2", 17),
    ],
)
def test_a_record_knows_its_place_in_every_kind_of_source(archief, plaats):
    d = make_document("a.docx", "De provincie gaat dit na.")
    a = make_actie(d, "De provincie gaat dit na.")
    a = replace(a, herkomst=replace(a.herkomst, plaats=plaats))
    archief.bewaar(MAP, make_inname(make_stuk(d, acties=(a,))), "1")
    assert archief.dossier().acties[0].actie == a


def test_reading_again_replaces_all_of_a_file_and_nothing_of_another(archief):
    archief.bewaar(MAP, list_with_actions("a.docx", DAG, "Eén.", "Twee."), "1")
    archief.bewaar(MAP, list_with_actions("b.docx", DAG, "Drie."), "1")
    archief.bewaar(MAP, list_with_actions("a.docx", DAG, "Vier."), "1")
    woorden = {g.actie.omschrijving for g in archief.dossier().acties}
    assert woorden == {"Drie.", "Vier."}
    assert archief.zoek("twee") == ()


def test_a_file_counts_as_failed_until_it_is_read(archief):
    inname = list_with_actions("a.docx", DAG, "Eén.")
    archief.begin(MAP, "a.docx", inname.sha256, "1")
    assert not archief.bekend(MAP, "a.docx", inname.sha256, "1")
    assert [m.bestand for m in archief.dossier().mislukt] == ["a.docx"]
    archief.bewaar(MAP, inname, "1")
    assert archief.bekend(MAP, "a.docx", inname.sha256, "1")
    assert archief.dossier().mislukt == ()


def test_other_content_another_version_or_another_folder_is_not_known(archief):
    inname = list_with_actions("a.docx", DAG, "Eén.")
    archief.bewaar(MAP, inname, "1")
    assert archief.stand(MAP) == {"a.docx": (inname.sha256, "1", True)}
    assert not archief.bekend(MAP, "a.docx", "0" * 64, "1")
    assert not archief.bekend(MAP, "a.docx", inname.sha256, "2")
    assert not archief.bekend("/anders", "a.docx", inname.sha256, "1")


def test_an_attachment_that_failed_stands_beside_what_was_read(archief):
    inname = list_with_actions("b.eml", DAG, "Eén.")
    kapot = Mislukking(bestand="b.eml/bijlage.docx", reden="beschadigd")
    archief.bewaar(MAP, replace(inname, mislukt=(kapot,)), "1")
    assert archief.bekend(MAP, "b.eml", inname.sha256, "1")
    assert archief.dossier().mislukt == (kapot,)
    archief.bewaar(MAP, inname, "1")
    assert archief.dossier().mislukt == ()


def test_a_file_that_can_no_longer_be_read_says_nothing_any_more(archief):
    archief.bewaar(MAP, list_with_actions("a.docx", DAG, "Eén."), "1")
    kapot = Mislukking(bestand="a.docx", reden="versleuteld")
    archief.noteer_mislukt(MAP, kapot, "0" * 64, "1")
    dossier = archief.dossier()
    assert (dossier.documenten, dossier.acties) == ((), ())
    assert dossier.mislukt == (kapot,)


def test_files_that_are_gone_are_taken_out_of_their_own_folder_only(archief):
    for map_, naam in ((MAP, "a.docx"), (MAP, "b.docx"), ("/anders", "c.docx")):
        archief.bewaar(map_, list_with_actions(naam, DAG, f"Uit {naam}."), "1")
    assert archief.ruim_op(MAP, ["b.docx", "nieuw.docx"]) == ("a.docx",)
    assert [k.bestand for k in archief.dossier().documenten] == ["b.docx", "c.docx"]


def test_the_same_name_in_two_folders_is_two_documents(archief):
    een = make_document("agenda.docx", "PRT 14 maart", "Jan zoekt het uit.")
    v = make_vergadering(een, "PRT", DAG)
    a = make_actie(een, "Jan zoekt het uit.", vergadering=v.id)
    stuk = make_stuk(een, datum=DAG, vergaderingen=(v,), acties=(a,))
    archief.bewaar("/2024", make_inname(stuk), "1")
    twee = make_document("agenda.docx", "PRT 9 mei", "Piet schrijft een brief.")
    w = make_vergadering(twee, "PRT", date(2025, 5, 9))
    b = make_actie(twee, "Piet schrijft een brief.", vergadering=w.id)
    stuk = make_stuk(twee, datum=w.datum, vergaderingen=(w,), acties=(b,))
    archief.bewaar("/2025", make_inname(stuk), "1")
    archief.ken_nummers_toe()
    dossier = archief.dossier()
    assert len({k.id for k in dossier.documenten}) == 2
    vergaderingen = {v.id: v.datum for v in dossier.vergaderingen}
    for g in dossier.acties:
        h = g.actie.herkomst
        assert archief.tekst(h.document)[h.begin : h.eind] == h.citaat
    assert [vergaderingen[g.actie.vergadering].month for g in dossier.acties] == [3, 5]


def test_a_file_read_through_a_folder_above_it_is_still_one_file(archief):
    archief.bewaar("/dossier/2025", list_with_actions("a.docx", DAG, "Eén."), "1")
    archief.bewaar("/dossier", list_with_actions("2025/a.docx", DAG, "Eén."), "1")
    assert [k.bestand for k in archief.dossier().documenten] == ["2025/a.docx"]
    assert archief.stand("/dossier/2025") == {}


def test_findings_of_the_dossier_are_replaced_those_of_a_document_stay(archief):
    d = make_document("a.docx", "Tekst.")
    eigen = Bevinding(regel="r", klasse=Klasse.INFO, omschrijving="Van het stuk", document=d.id)  # fmt: skip
    archief.bewaar(MAP, make_inname(make_stuk(d, bevindingen=(eigen,))), "1")
    oud = Bevinding(regel="r", klasse=Klasse.CONFLICT, omschrijving="Oud")
    nieuw = Bevinding(regel="r", klasse=Klasse.FOUT, omschrijving="Nieuw")
    archief.bewaar_bevindingen((oud,))
    archief.bewaar_bevindingen((nieuw, nieuw))
    assert archief.dossier().bevindingen == (nieuw, eigen)


@pytest.mark.parametrize(
    ("standen", "status"),
    [
        ("tt", "gelezen"),
        ("to", "gelezen"),
        ("tx", "deels_gelezen"),
        ("xx", "ongelezen"),
    ],
)
def test_the_card_says_how_far_a_document_was_read(archief, standen, status):
    soort = {"t": Leesstatus.TEKST, "o": Leesstatus.OCR, "x": Leesstatus.ONGELEZEN}
    paginas = tuple(
        Pagina(nummer=nr, status=soort[s]) for nr, s in enumerate(standen, start=5)
    )
    d = replace(make_document("scan.pdf", "Iets."), paginas=paginas)
    archief.bewaar(MAP, make_inname(make_stuk(d)), "1")
    kaart = archief.dossier().documenten[0]
    assert (kaart.status, kaart.pagina_van, kaart.pagina_tot) == (status, 5, 6)


def test_characters_no_database_takes_keep_the_quotes_in_place(archief):
    d = make_document("a.docx", "Vooraf \x00\ud800 tekst", "Dit \x00 wordt nagegaan")
    a = make_actie(d, "Dit \x00 wordt nagegaan")
    archief.bewaar(MAP, make_inname(make_stuk(d, acties=(a,))), "1")
    h = archief.dossier().acties[0].actie.herkomst
    assert (
        archief.tekst(d.id)[h.begin : h.eind] == h.citaat == "Dit \ufffd wordt nagegaan"
    )
    assert archief.zoek("nagegaan")[0].regel == h.citaat


def test_parts_of_a_file_stand_in_the_order_of_their_numbers(archief):
    heel = make_document("bundel.pdf", "Heel.")
    delen = [
        make_document("bundel.pdf", f"Deel {deel}.", deel=deel, ouder=heel.id)
        for deel in ("10", "2", "2.1", "1")
    ]
    archief.bewaar(MAP, make_inname(*map(make_stuk, (*delen, heel))), "1")
    ids = [k.id for k in archief.dossier().documenten]
    assert ids == [d.id for d in (heel, delen[3], delen[1], delen[2], delen[0])]


def test_an_unknown_document_has_no_text(archief):
    with pytest.raises(GebruikError, match="Er is geen document d0"):
        archief.tekst("d0")


def test_what_one_process_stored_another_finds(adres):
    with open_archief(adres) as archief:
        archief.bewaar(MAP, list_with_actions("a.docx", DAG, "Eén."), "1")
    with open_archief(adres) as archief:
        assert archief.dossier().acties[0].actie.omschrijving == "Eén."
