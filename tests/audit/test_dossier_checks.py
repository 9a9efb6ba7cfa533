from __future__ import annotations

from datetime import date, time

from modellen.bevinding import Mislukking
from modellen.dossier import Documentkaart, Dossier
from modellen.herkomst import Herkomst
from modellen.plaats import OpPagina
from modellen.stuk import Soort
from modellen.vergadering import Vergadering
from pipeline.audit import audit_dossier
from pipeline.rulebook import Regelboek

REGELBOEK = Regelboek()


def kaart(nummer, bestand, *, soort=Soort.BRIEF, sha=None, **velden):
    basis = {
        "id": nummer, "bestand": bestand, "sha256": sha or nummer * 8, "soort": soort,
        "titel": None, "datum": None, "pagina_van": 1, "pagina_tot": 1, "ouder": None,
        "status": "gelezen", "concept": None,
    }  # fmt: skip
    return Documentkaart(**(basis | velden))


def vergadering(document, naam, dag, uur=None, *, aangekondigd=False):
    bron = Herkomst(
        document=document,
        begin=0,
        eind=len(naam),
        citaat=naam,
        plaats=OpPagina(1),
        regel="toets",
    )
    return Vergadering(
        naam=naam,
        datum=dag,
        begin=uur and time(uur),
        aangekondigd=aangekondigd,
        herkomst=bron,
    )


def meldingen(*kaarten, vergaderingen=(), mislukt=()):
    dossier = Dossier(documenten=kaarten, vergaderingen=vergaderingen, mislukt=mislukt)
    return [
        (b.regel.removeprefix("audit."), b.omschrijving)
        for b in audit_dossier(dossier, REGELBOEK)
    ]


def ontbrekend(naam, *anderen, **velden):
    brief = kaart(
        "d1", "post/bericht.eml", soort=Soort.EMAIL, bijlagen_genoemd=(naam,), **velden
    )
    return [r for r, _ in meldingen(brief, *anderen)]


def test_an_attachment_that_is_nowhere_is_missing():
    assert ontbrekend("Factsheet kleinschalige opvang.pdf") == ["bijlage_ontbreekt"]


def test_an_attachment_may_be_found_under_another_name():
    verslag = kaart("d2", "2026/Verslag PRT 4 maart 2026 def.docx", soort=Soort.VERSLAG)
    assert ontbrekend("verslag prt 4 maart 2026.pdf", verslag) == []
    brief = kaart("d2", "2026-03-04 brief verlenging locaties.pdf")
    assert (
        ontbrekend("Brief vzt aan colleges over verlenging locaties.pdf", brief) == []
    )
    titel = kaart("d2", "scan0012.pdf", titel="Overzicht locaties en bezetting Zeeland")
    assert ontbrekend("Overzicht locaties en bezetting.pdf", titel) == []


def test_another_paper_about_the_same_is_not_the_attachment():
    puzzel = kaart("d2", "puzzel opvang 2026.xlsx", titel="Puzzel opvang 2026")
    assert ontbrekend("Factsheet opvang 2026.pdf", puzzel) == ["bijlage_ontbreekt"]


def test_parts_of_one_print_count_as_its_attachments():
    deel = kaart("d2", "post/bericht.eml", titel="normvergoeding opvang ontheemden")
    assert ontbrekend("Brief minister normvergoeding.pdf", deel) == []


def test_what_is_attached_or_failed_to_read_is_not_missing():
    assert ontbrekend("Agenda.docx", bijlagen=("agenda.docx",)) == []
    assert ontbrekend("image001.png") == []
    brief = kaart("d1", "b.eml", bijlagen_genoemd=("Rapport opvang Zeeland.pdf",))
    kapot = Mislukking(bestand="map/rapport opvang zeeland.pdf", reden="beschadigd")
    assert meldingen(brief, mislukt=(kapot,)) == []


def test_the_same_bytes_under_two_names_are_told_once():
    gevonden = meldingen(
        kaart("d1", "a/brief.pdf", sha="aa"),
        kaart("d2", "a/brief.pdf", sha="aa", ouder="d1"),
        kaart("d3", "b/kopie.pdf", sha="aa"),
    )
    assert [r for r, _ in gevonden] == ["dubbel"]
    assert "'a/brief.pdf' en 'b/kopie.pdf'" in gevonden[0][1]


def test_one_paper_in_two_formats_is_told_once():
    gevonden = meldingen(
        kaart(
            "d1", "Verslag PRT 4-3.docx", titel="Verslag PRT", datum=date(2026, 3, 4)
        ),
        kaart("d2", "Verslag PRT 4-3.pdf", titel="Verslag PRT", datum=date(2026, 3, 4)),
        kaart("d3", "Verslag PRT 8-4.pdf", titel="Verslag PRT", datum=date(2026, 4, 8)),
    )
    assert [r for r, _ in gevonden] == ["tweeling"]


def test_one_meeting_has_one_time():
    gevonden = meldingen(
        kaart("d1", "agenda.docx"),
        kaart("d2", "mail.eml"),
        vergaderingen=(
            vergadering("d1", "bestuurlijke PRT", date(2026, 3, 4), 10),
            vergadering(
                "d2",
                "Bestuurlijk overleg regietafel",
                date(2026, 3, 4),
                14,
                aangekondigd=True,
            ),
            vergadering("d2", "ambtelijk overleg PRT", date(2026, 3, 4), 9),
        ),
    )
    assert [r for r, _ in gevonden] == ["vergadering_tijd"]
    assert "10.00 uur in 'agenda.docx' en 14.00 uur in 'mail.eml'" in gevonden[0][1]


def test_an_announced_meeting_has_one_day():
    kaarten = (kaart("d1", "verslag.docx"), kaart("d2", "mail.eml"))
    een = vergadering("d1", "volgende PRT", date(2026, 12, 14), aangekondigd=True)
    ander = vergadering("d2", "PRT", date(2026, 12, 15), aangekondigd=True)
    gevonden = meldingen(*kaarten, vergaderingen=(een, ander))
    assert [r for r, _ in gevonden] == ["vergadering_dag"]
    later = vergadering("d2", "PRT", date(2027, 1, 20), aangekondigd=True)
    assert meldingen(*kaarten, vergaderingen=(een, later)) == []
    beide = vergadering("d1", "PRT", date(2026, 12, 15), aangekondigd=True)
    assert meldingen(*kaarten, vergaderingen=(een, beide, ander)) == []
