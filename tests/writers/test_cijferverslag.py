"""The report on figures, as page and as workbook, from tables drawn here."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import openpyxl
import pytest
from cijferbouw import maak_stuk

from modellen.cijferverslag import Cijferverslag
from modellen.dossier import Documentkaart, Dossier
from modellen.stuk import Soort
from pipeline.audit.cijfers import check_tabellen
from pipeline.audit.cijfers.standen import find_reeksen
from pipeline.audit.cijfers.tonen import find_controles, show_tabellen
from pipeline.extraction.cijfers import find_cijfers
from pipeline.rulebook import Regelboek
from pipeline.writers.cijferlijsten import list_vakken, sum_maten
from pipeline.writers.cijferverslag_html import make_html
from pipeline.writers.cijferverslag_xlsx import write_xlsx

REGELBOEK = Regelboek()
DAG = date(2026, 1, 5)
SEPTEMBER = """
Gemeente          | Opgave 2026 | <      | Voorstel 2026 | <
^                 | Oek         | Asiel  | Oek           | Asiel
Goes              | 100         | 50     | 90            | 60
Hulst             | 200         | 60     | 220           | ntb
Tholen            | 300         | 70     | 200           | 80
Totaal            | 600         | 180    | 510           | 140
Landelijke opgave | 60.000      | 20.000 |               |
"""
DECEMBER = SEPTEMBER.replace("220 ", "250 ").replace("510 ", "540 ")


def stuk(tekening, dag, bestand):
    los = maak_stuk(
        tekening, boven=f"Puzzel, stand per {dag}", bestand=bestand, datum=None
    )
    return replace(los, cijfers=find_cijfers(los, REGELBOEK))


def verslag(*stukken):
    kaarten = tuple(
        Documentkaart(
            id=s.document.id,
            bestand=s.document.bron.bestand,
            sha256=str(n) * 64,
            soort=Soort.CIJFERTABEL,
            titel=None,
            datum=None,
            pagina_van=1,
            pagina_tot=1,
            ouder=None,
            status="gelezen",
            concept=None,
        )
        for n, s in enumerate(stukken)
    )
    dossier = Dossier(
        documenten=kaarten, cijfers=tuple(c for s in stukken for c in s.cijfers)
    )
    return Cijferverslag(
        documenten=kaarten,
        bevindingen=tuple(b for s in stukken for b in check_tabellen(s, REGELBOEK)),
        tabellen=tuple(t for s in stukken for t in show_tabellen(s)),
        controles=tuple(c for s in stukken for c in find_controles(s, REGELBOEK)),
        reeksen=find_reeksen(dossier),
        ongelezen=(("weg.xlsx", "staat niet meer op zijn plaats"),),
    )


@pytest.fixture
def gevuld():
    return verslag(
        stuk(SEPTEMBER.replace("600 ", "660 "), "1 september 2025", "map/sept.docx"),
        stuk(DECEMBER, "1 december 2025", "map/dec.docx"),
    )


class Links(HTMLParser):
    """Collects the targets and the links of a page."""

    def __init__(self):
        super().__init__()
        self.ids, self.naar, self.buiten = [], [], []

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 (the parser calls it so)
        waarden = dict(attrs)
        if "id" in waarden:
            self.ids.append(waarden["id"])
        if waarden.get("href", "").startswith("#"):
            self.naar.append(waarden["href"][1:])
        self.buiten += [
            v for k, v in attrs if k in {"src", "href"} and v and not v.startswith("#")
        ]


def test_every_number_of_a_finding_leads_to_its_cell_and_back(gevuld):
    pagina = make_html(gevuld, vandaag=DAG)
    links = Links()
    links.feed(pagina)
    assert len(links.ids) == len(set(links.ids))
    assert set(links.naar) <= set(links.ids)
    assert links.buiten == []
    (fout,) = [b for b in gevuld.bevindingen if b.klasse.value == "fout"]
    cel = re.search(rf'href="#(t\d+r\d+k\d+)">{re.escape(fout.verdacht[0])}<', pagina)
    assert f'id="{cel[1]}"' in pagina
    assert 'class="getal fout">660<sup><a href="#b' in pagina


def test_the_charts_have_words_and_leave_the_nation_out(gevuld):
    (reeks,) = gevuld.reeksen
    assert [s.stand for s in reeks.standen] == [date(2025, 9, 1), date(2025, 12, 1)]
    assert sum_maten(reeks.geldend)["oekraine", "opgave"] == 600
    assert sum_maten(reeks.geldend)["oekraine", "voorstel"] == 540
    delen = {(v.gebied, v.thema): v.deel for v in list_vakken(reeks.geldend)}
    assert delen["Hulst", "oekraine"] == 1.25
    assert ("Hulst", "asiel") not in delen
    assert not any(gebied == "landelijk" for gebied, _ in delen)
    pagina = make_html(gevuld, vandaag=DAG)
    assert pagina.count("<svg") == pagina.count("<desc>") > 2
    assert "Hulst, Oekraïne: voorstel 250 van 200 (125%)" in pagina


def test_the_page_and_the_workbook_are_the_same_bytes_each_time(gevuld, tmp_path):
    assert make_html(gevuld, vandaag=DAG) == make_html(gevuld, vandaag=DAG)
    for naam in ("een.xlsx", "twee.xlsx"):
        write_xlsx(gevuld, tmp_path / naam, vandaag=DAG)
    een, twee = ((tmp_path / n).read_bytes() for n in ("een.xlsx", "twee.xlsx"))
    assert een == twee


def test_the_workbook_has_the_tables_where_they_stood_with_notes(gevuld, tmp_path):
    write_xlsx(gevuld, tmp_path / "v.xlsx", vandaag=DAG)
    boek = openpyxl.load_workbook(tmp_path / "v.xlsx")
    assert boek.sheetnames[:4] == ["Bevindingen", "Tabellen", "Versies", "Controles"]
    blad = boek[boek.sheetnames[4]]
    assert (blad["A6"].value, blad["B6"].value, blad["D6"].value) == (
        "Totaal", 660, 510,
    )  # fmt: skip
    assert blad["B7"].value == 60000
    assert "som van de 3 rijen 600" in blad["B6"].comment.text
    assert blad["B6"].fill.fgColor.rgb.endswith("F4B0A8")
    rijen = list(boek["Bevindingen"].iter_rows(min_row=2))
    fout = next(r for r in rijen if r[1].value == "fout")
    assert fout[7].hyperlink.location == f"'{blad.title}'!B6"
    versies = [[c.value for c in r] for r in boek["Versies"].iter_rows()]
    hulst = next(r for r in versies if r[:3] == ["Hulst", "voorstel", "Oekraïne"])
    assert hulst[4:8] == [220, 250, 30, 250]
    uitkomsten = {r[9].value for r in boek["Controles"].iter_rows(min_row=2)}
    assert uitkomsten == {"voldoet", "voldoet niet", "niet toetsbaar"} - (
        set() if "niet toetsbaar" in uitkomsten else {"niet toetsbaar"}
    )


def test_words_that_look_like_a_formula_stay_words(tmp_path):
    tekening = SEPTEMBER.replace("Goes  ", "=1+1  ")
    write_xlsx(
        verslag(stuk(tekening, "1 mei 2025", "a.docx")),
        tmp_path / "v.xlsx",
        vandaag=DAG,
    )
    boek = openpyxl.load_workbook(tmp_path / "v.xlsx")
    cel = boek[boek.sheetnames[4]]["A3"]
    assert (cel.value, cel.data_type) == ("=1+1", "s")


def test_a_dossier_without_figures_gives_a_calm_report(tmp_path):
    leeg = Cijferverslag(
        documenten=(), bevindingen=(), tabellen=(), controles=(), reeksen=()
    )
    assert "Geen bevindingen" in make_html(leeg, vandaag=DAG)
    write_xlsx(leeg, tmp_path / "v.xlsx", vandaag=DAG)
    boek = openpyxl.load_workbook(tmp_path / "v.xlsx")
    assert boek["Bevindingen"]["D2"].value == "Geen bevindingen."
