"""The concept-besluit: real dates, every ground weighed, blanks only for a person."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import docx
import pytest
from lakbouw import A
from lakbouw import regel as rij

from modellen.besluit import Stijl
from modellen.inventaris import Inventarisregel
from modellen.lakblad import Beoordeling
from modellen.woodossier import Reactie, Woodossier, Zienswijze, Zienswijzestatus
from pipeline.lakken.besluit import BESLUIT, Besluitstof, compose_besluit
from pipeline.lakken.inventaris import make_cleaner, read_organisatie
from pipeline.lakken.termijn import find_termijn
from pipeline.pdf.legenda import load_grondslagen
from pipeline.rulebook import Regelboek
from pipeline.writers.brief import make_brief

BOEK = Regelboek()
GRONDEN = load_grondslagen(BOEK)
VANDAAG = date(2025, 12, 1)


def stuk(nummer="0001", datum=date(2025, 3, 4), gronden=("5.1.2e",), **velden):
    velden = {
        "titel": "Verslag",
        "soort": "verslag",
        "afzender": "",
        "ontvanger": "",
        "toelichting": "",
        **velden,
    }
    oordeel = velden.pop(
        "oordeel", Beoordeling.DEELS if gronden else Beoordeling.OPENBAAR
    )
    return Inventarisregel(
        nummer=nummer, datum=datum, gronden=gronden, beoordeling=oordeel, **velden
    )


def alineas(*inventaris, dossier=None, regels=()):
    stof = Besluitstof(
        organisatie=read_organisatie(BOEK.tabel("woo/organisatie.toml")),
        dossier=dossier,
        termijn=find_termijn(dossier, VANDAAG, BOEK) if dossier else None,
        inventaris=inventaris,
        regels=regels,
        gronden=GRONDEN,
        vandaag=VANDAAG,
    )
    return compose_besluit(stof, BOEK.tabel(BESLUIT))


def tekst(*inventaris, **velden):
    return "\n".join(a.tekst for a in alineas(*inventaris, **velden))


DOSSIER = Woodossier(
    naam="Opvang",
    verzoek="alle stukken over de verdeling",
    ontvangen=date(2025, 10, 20),
    kenmerk="2025/7",
    verdaagd=date(2025, 11, 10),
    verdaging_reden="het aantal documenten",
    zienswijzen=(
        Zienswijze(
            partij="COA",
            documenten=("0001",),
            gevraagd=date(2025, 11, 3),
            termijn=date(2025, 11, 17),
            status=Zienswijzestatus.ONTVANGEN,
            ontvangen=date(2025, 11, 10),
            bezwaar=True,
            reacties=(
                Reactie(
                    nummer="0001",
                    bezwaar=True,
                    passage="de heer Slotemaker",
                    grond="5.1.2f",
                    toelichting="de heer Slotemaker wil dit niet",
                ),
            ),
        ),
    ),
)


def test_het_procesverloop_heeft_de_echte_data():
    besluit = tekst(stuk(), dossier=DOSSIER)
    for woorden in (
        "20-10-2025",
        "tot en met 17-11-2025",
        "10-11-2025",
        "het aantal documenten",
        "7 dagen opgeschort",
        "2025/7",
    ):
        assert woorden in besluit


def test_wie_bezwaar_verwacht_geeft_twee_weken_uitstel_en_zijn_woorden_komen_niet_in_het_besluit():
    besluit = tekst(stuk(), dossier=DOSSIER)
    assert "twee weken na de bekendmaking" in besluit
    assert (
        "COA heeft bedenkingen bij document 0001, met een beroep op 5.1.2f" in besluit
    )
    assert "Slotemaker" not in besluit


def test_elke_grond_krijgt_haar_eigen_afweging_en_andere_niet():
    besluit = alineas(stuk(), stuk("0002", gronden=("5.1.1e",)))
    koppen = [a.tekst for a in besluit if a.stijl is Stijl.TUSSENKOP]
    assert [k.split(":")[0] for k in koppen] == [
        "Art. 5.1 lid 1 sub e",
        "Art. 5.1 lid 2 sub e",
    ]
    samen = "\n".join(a.tekst for a in besluit)
    assert "absoluut" in samen
    assert "Toegepast in document 0002." in samen


@pytest.mark.parametrize(
    ("datum", "grond", "oud"),
    [
        (date(2019, 1, 1), "5.1.2i", True),
        (date(2020, 12, 1), "5.1.2i", False),
        (date(2020, 11, 30), "5.2.1", True),
        (date(2019, 1, 1), "5.1.1c", False),
        (None, "5.1.2i", False),
    ],
)
def test_na_vijf_jaar_vraagt_de_wet_een_extra_motivering(datum, grond, oud):
    assert ("ouder dan vijf jaar" in tekst(stuk(datum=datum, gronden=(grond,)))) is oud


def test_een_advies_aan_een_bestuurder_vraagt_de_afweging_van_lid_drie():
    assert "artikel 5.2, derde lid" in tekst(stuk(soort="memo", gronden=("5.2.1",)))
    assert "artikel 5.2, derde lid" not in tekst(
        stuk(soort="memo", gronden=("5.1.2e",))
    )


def test_wat_de_jurist_op_het_lakblad_schreef_staat_in_de_motivering():
    regels = (
        rij(
            "0001", A, "Ytzen", grond="5.1.2i", motivering="De inzet zou bekend worden."
        ),
    )
    besluit = tekst(stuk(gronden=("5.1.2i",)), regels=regels)
    assert "De inzet zou bekend worden." in besluit
    assert "waarom dit belang hier zwaarder weegt" not in besluit


def test_zonder_dossier_blijven_er_plekken_om_in_te_vullen():
    assert "[vul in: het verzoek]" in tekst(stuk())


def test_het_besluit_is_een_word_document_met_echte_stijlen_en_elke_keer_dezelfde_bytes():
    een, twee = (
        make_brief(alineas(stuk(), dossier=DOSSIER), "CONCEPT", VANDAAG)
        for _ in range(2)
    )
    assert een == twee
    gelezen = docx.Document(io.BytesIO(een))
    stijlen = {p.style.name for p in gelezen.paragraphs}
    assert {"Title", "Heading 1", "Heading 2", "List Bullet"} <= stijlen
    assert gelezen.core_properties.language == "nl-NL"


def test_een_eigen_sjabloon_geeft_de_huisstijl(tmp_path):
    eigen = docx.Document()
    eigen.add_paragraph("Provincie Voorbeeld")
    eigen.save(tmp_path / "besluit.docx")
    gelezen = docx.Document(
        io.BytesIO(
            make_brief(alineas(stuk()), "CONCEPT", VANDAAG, tmp_path / "besluit.docx")
        )
    )
    assert gelezen.paragraphs[0].text == "Provincie Voorbeeld"
    assert gelezen.paragraphs[1].text == "Besluit op uw Woo-verzoek"


@pytest.mark.parametrize(
    ("titel", "schoon"),
    [
        ("Verslag Ytzen Slotemaker", "Verslag [5.1.2e]"),
        ("verslag ytzen-slotemaker.docx", "verslag [5.1.2e].docx"),
        ("Verslag van de tafel", "Verslag van de tafel"),
    ],
)
def test_een_titel_noemt_niet_wie_gelakt_is(titel, schoon):
    from modellen.lakblad import Keuze

    maak = make_cleaner(
        [rij("0002", A, "Ytzen Slotemaker", keuze=Keuze.LAKKEN)], "0001"
    )
    assert maak(titel) == schoon


@pytest.mark.parametrize(
    ("titel", "schoon"),
    [
        ("Notitie Slotemaker", "Notitie [5.1.2e]"),
        ("Slotemaker - bezwaar", "[5.1.2e] - bezwaar"),
        ("Gesprek_Slotemaker_12_januari.pdf", "Gesprek_[5.1.2e]_12_januari.pdf"),
        ("Bezwaar van den Bos", "Bezwaar [5.1.2e]"),
        ("Bos en heide", "Bos en heide"),
        ("Beheer van het bos", "Beheer van het bos"),
    ],
)
def test_een_titel_noemt_ook_geen_achternaam(titel, schoon):
    from modellen.lakblad import Keuze

    namen = ("Ytzen Slotemaker", "Lea van den Bos")
    een = rij("0001", A, "Ytzen Slotemaker", keuze=Keuze.LAKKEN)
    rijen = [replace(een, tekst=naam) for naam in namen]
    assert make_cleaner(rijen, "0001")(titel) == schoon
    assert make_cleaner(rijen, "0002")(titel) == titel
