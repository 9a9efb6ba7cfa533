"""The findings of the example table: which class each has, and what stays silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.audit import audit_stuk
from pipeline.extraction import extract
from pipeline.readers import read_file
from pipeline.rulebook import Regelboek
from pipeline.settings import Grenzen
from pipeline.splitting import split

VOORBEELDEN = Path(__file__).parents[2].parent / "shared" / "voorbeelden"
REGELBOEK = Regelboek()

pytestmark = pytest.mark.skipif(
    not VOORBEELDEN.is_dir(), reason="de map shared met voorbeelden ontbreekt"
)


def bevindingen(naam):
    gelezen = read_file(VOORBEELDEN / naam, naam, Grenzen())
    documenten = [d for heel in gelezen.documenten for d in split(heel, REGELBOEK)]
    return [b for s in extract(documenten, REGELBOEK) for b in audit_stuk(s, REGELBOEK)]


@pytest.mark.parametrize(
    "naam",
    [
        "2024-07-19 puzzel.xlsx",
        "2024-07-19 brief invulling Spreidingswet.docx",
        "2024-07-19 brief invulling Spreidingswet.pdf",
        "2024-07-19 bundel mail brief tabel agenda.pdf",
    ],
)
def test_the_table_has_two_roundings_one_missing_and_no_error(naam):
    alle = bevindingen(naam)
    assert [b for b in alle if b.klasse.value in {"fout", "conflict"}] == []
    rond = [
        (b.gevonden, b.verwacht, b.verschil)
        for b in alle
        if b.klasse.value == "afronding"
    ]
    assert rond == [("5.722", "5.720", "+2"), ("5.610", "5.609", "+1")]
    (leeg,) = [b for b in alle if b.klasse.value == "ontbreekt"]
    assert "Noordenveld" in leeg.omschrijving
    assert "4.216" in leeg.omschrijving


def test_the_agenda_prepares_a_meeting_already_held():
    alle = bevindingen("2024-07-23 agenda PRT ambtelijk.docx")
    assert [b.regel for b in alle if b.klasse.value == "vraag"] == [
        "audit.voorbereiding"
    ]
