"""The export: one JSON document in the published form, the same bytes each time."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stukken_bouw import (
    make_actie,
    make_besluit,
    make_document,
    make_vergadering,
    quote,
    sha,
)

from modellen.afspraak import Actiesoort, Actiestatus, Resultaat
from modellen.bevinding import Bevinding, Klasse, Mislukking
from modellen.cijfer import Cijfer
from modellen.dossier import (
    Documentkaart,
    Dossier,
    GenummerdBesluit,
    GenummerdeActie,
)
from modellen.plaats import Kader, OpPagina
from modellen.stuk import Soort
from modellen.vergadering import Agendapunt
from pipeline.errors import InstellingError
from pipeline.writers.export import make_export, write_export

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "export.schema.json").read_text("utf-8")
)
TOETS = jsonschema.Draft202012Validator(
    SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)
DAG = date(2025, 3, 14)
STUK = make_document(
    "verslag.docx", "PRT Veluwerand", "1. Opening", "De provincie gaat dit na.",
    "Het verslag wordt vastgesteld.", "ruim 1.250,50", "ntb",
)  # fmt: skip


def card(**meer):
    velden = {
        "id": STUK.id, "bestand": "verslag.docx", "sha256": sha("x"), "soort": Soort.VERSLAG,
        "titel": None, "datum": None, "pagina_van": None, "pagina_tot": None, "ouder": None,
        "status": "gelezen", "concept": None,
    }  # fmt: skip
    return Documentkaart(**{**velden, **meer})


def figure(waarde, **meer):
    woorden = "ntb" if waarde is None else "1.250,50"
    velden = {"gebied": None, "thema": None, "maat": "opgave", "waarde": waarde, "weergave": woorden}  # fmt: skip
    return Cijfer(**{**velden, "herkomst": quote(STUK, woorden), **meer})


V = make_vergadering(STUK, "PRT Veluwerand", DAG, begin=time(9, 5))
P = Agendapunt(volgnummer="", titel="Opening", vergadering=V.id, herkomst=quote(STUK, "1. Opening"))  # fmt: skip
A = make_actie(STUK, "De provincie gaat dit na.", termijn=DAG, vergadering=V.id)
B = make_besluit(STUK, "Het verslag wordt vastgesteld.", agendapunt=P.id)
DOSSIER = Dossier(
    documenten=(card(), card(titel="Verslag", datum=DAG, pagina_van=1, pagina_tot=3, concept=True)),
    vergaderingen=(V,),
    agendapunten=(P,),
    acties=(GenummerdeActie(nummer="2025-001", actie=A), GenummerdeActie(nummer="", actie=A)),
    besluiten=(GenummerdBesluit(nummer="B2025-001", besluit=B),),
    cijfers=(figure(Decimal("1250.50"), kwalificatie="ruim"), figure(None, ontbreekt="nader te bepalen")),
    bevindingen=(Bevinding(regel="r", klasse=Klasse.FOUT, omschrijving="Telt niet op.", cijfers=(), verdacht=("blad!D4",)),),
    mislukt=(Mislukking(bestand="a.pdf", reden="versleuteld"),),
)  # fmt: skip


def test_the_export_of_every_noun_fits_the_schema():
    TOETS.validate(make_export(DOSSIER))
    TOETS.validate(make_export(Dossier()))


def test_an_action_tells_its_source_in_the_words_of_the_document():
    (actie, zonder) = make_export(DOSSIER)["acties"]
    assert zonder["nummer"] is None
    assert actie == {
        "id": A.id,
        "nummer": "2025-001",
        "omschrijving": "De provincie gaat dit na.",
        "actiehouders": [],
        "termijn": "2025-03-14",
        "termijn_tekst": None,
        "status": "nieuw",
        "soort": "actie",
        "expliciet": True,
        "vergadering": V.id,
        "agendapunt": None,
        "document": STUK.id,
        "pagina": 1,
        "citaat": "De provincie gaat dit na.",
        "begin": STUK.tekst.index("De provincie"),
        "eind": STUK.tekst.index("De provincie") + 25,
        "kader": None,
        "regel": "proef",
        "zekerheid": 1.0,
        "vermeldingen": [],
    }


def test_a_meeting_has_hours_and_its_quote_has_a_place():
    (v,) = make_export(DOSSIER)["vergaderingen"]
    assert (v["begin"], v["eind"], v["datum"]) == ("09:05", None, "2025-03-14")
    assert STUK.tekst[v["citaat_begin"] : v["citaat_eind"]] == v["citaat"]


def test_what_is_missing_is_null_and_never_empty():
    def walk(waarde):
        assert waarde != ""
        for kind in waarde.values() if isinstance(waarde, dict) else waarde if isinstance(waarde, list) else ():  # fmt: skip
            walk(kind)

    alles = make_export(DOSSIER)
    walk(alles)
    assert alles["agendapunten"][0]["volgnummer"] is None


def test_the_frame_of_a_page_is_given_in_points():
    op_pagina = replace(A.herkomst, plaats=OpPagina(2, Kader(56.704, 100.0, 538.5, 113.318)))  # fmt: skip
    actie = GenummerdeActie(nummer="2025-001", actie=replace(A, herkomst=op_pagina))
    (rij,) = make_export(Dossier(acties=(actie,)))["acties"]
    assert (rij["pagina"], rij["kader"]) == (2, [56.7, 100.0, 538.5, 113.32])


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        ("1250.50", "1250.50"),
        ("1E+3", "1000"),
        ("1E-7", "0.0000001"),
        ("-40", "-40"),
        ("0", "0"),
        ("0.820", "0.820"),
    ],
)
def test_a_value_is_written_in_plain_digits(waarde, tekst):
    (rij,) = make_export(Dossier(cijfers=(figure(Decimal(waarde)),)))["cijfers"]
    assert rij["waarde"] == tekst


@settings(max_examples=80, deadline=None)
@given(waarde=st.decimals(allow_nan=False, allow_infinity=False))
def test_every_value_fits_the_schema_and_loses_nothing(waarde):
    alles = make_export(Dossier(cijfers=(figure(waarde),)))
    TOETS.validate(alles)
    assert Decimal(alles["cijfers"][0]["waarde"]) == waarde


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("soort", "notulen"),
        ("titel", ""),
        ("datum", "14-03-2025"),
        ("sha256", "abc"),
        ("pagina_van", 0),
        ("status", "half"),
        ("nieuw_veld", 1),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_know(veld, waarde):
    alles = make_export(DOSSIER)
    alles["documenten"][0][veld] = waarde
    assert not TOETS.is_valid(alles)


def test_the_schema_asks_for_every_field():
    for lijst, rijen in make_export(DOSSIER).items():
        for veld in rijen[0]:
            alles = make_export(DOSSIER)
            del alles[lijst][0][veld]
            assert not TOETS.is_valid(alles), (lijst, veld)


@pytest.mark.parametrize(
    ("soort", "veld", "waarden"),
    [
        ("document", "soort", Soort),
        ("actie", "status", Actiestatus),
        ("actie", "soort", Actiesoort),
        ("besluit", "resultaat", Resultaat),
        ("bevinding", "klasse", Klasse),
    ],
)
def test_the_schema_knows_the_words_of_the_program(soort, veld, waarden):
    assert SCHEMA["$defs"][soort]["properties"][veld]["enum"] == [
        str(w) for w in waarden
    ]


def test_the_schema_is_one_itself():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_file_is_replaced_whole_and_nothing_else_is_left(tmp_path):
    doel = tmp_path / "uit.json"
    doel.write_text("oud")
    write_export(DOSSIER, doel)
    eerste = doel.read_bytes()
    write_export(DOSSIER, doel)
    assert doel.read_bytes() == eerste
    assert eerste.endswith(b"}\n")
    assert json.loads(eerste) == make_export(DOSSIER)
    assert [p.name for p in tmp_path.iterdir()] == ["uit.json"]


def test_letters_are_written_as_they_are(tmp_path):
    kapot = Mislukking(bestand="één.pdf", reden="beschadigd")
    write_export(Dossier(mislukt=(kapot,)), tmp_path / "uit.json")
    assert "één.pdf".encode() in (tmp_path / "uit.json").read_bytes()


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(InstellingError, match=r"uit\.json kan niet worden geschreven"):
        write_export(DOSSIER, tmp_path / "weg" / "uit.json")
    (tmp_path / "map.json").mkdir()
    with pytest.raises(InstellingError, match=r"map\.json kan niet"):
        write_export(DOSSIER, tmp_path / "map.json")
    assert [p.name for p in tmp_path.iterdir()] == ["map.json"]
