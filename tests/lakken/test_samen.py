"""Decisions that belong together: the same person, passage, document and words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lakbouw import ZIN, A, document, persoon, regel, stuk

from modellen.lakblad import (
    Beoordeling,
    Keuze,
    Lakblad,
    Naamkeuze,
)
from pipeline.errors import LakbladError
from pipeline.lakken.dubbelen import find_doubles
from pipeline.lakken.gelijk import share_passages
from pipeline.lakken.lakblad import read_lakblad, write_lakblad
from pipeline.lakken.naalden import Naaldenboek
from pipeline.lakken.personenblad import (
    decisions,
    keep_personen,
    load_personen,
    write_personen,
)
from pipeline.lakken.volledig import complete_rows

GRONDEN = ("5.1.1c", "5.1.2e", "5.1.2i", "5.1.5", "5.2.1")


def rondreis(tmp_path, stukken, regels, personen=()):
    blad = Lakblad(map_="x", documenten=stukken, regels=regels, personen=personen)
    return read_lakblad(write_lakblad(blad, tmp_path / "lakblad.xlsx"), GRONDEN)


B = document("b.pdf", "Iets anders eerst", "Nog wat", ZIN.replace(" ", "  "))


def test_dezelfde_passage_krijgt_in_elk_stuk_dezelfde_markering():
    regels = share_passages(
        [regel("0001", A, "Ytzen Slotemaker")],
        (stuk("0001", A), stuk("0002", B)),
        {A.id: A, B.id: B},
    )
    een, twee = regels
    assert (een.nummer, twee.nummer) == ("0001", "0002")
    assert twee.tekst == "Ytzen  Slotemaker" == B.tekst[twee.begin : twee.eind]
    assert een.groep == twee.groep != ""


def test_een_besluit_geldt_voor_dezelfde_passage_elders(tmp_path):
    stukken = (stuk("0001", A), stuk("0002", B))
    een, twee = share_passages(
        [regel("0001", A, "Ytzen Slotemaker")], stukken, {A.id: A, B.id: B}
    )
    gelezen = rondreis(tmp_path, stukken, (replace(een, keuze=Keuze.NIET), twee))
    assert [r.keuze for r in gelezen.regels] == [Keuze.NIET, Keuze.NIET]


def test_verschillende_besluiten_over_dezelfde_passage_worden_genoemd(tmp_path):
    stukken = (stuk("0001", A), stuk("0002", B))
    een, twee = share_passages(
        [regel("0001", A, "Ytzen Slotemaker")], stukken, {A.id: A, B.id: B}
    )
    with pytest.raises(LakbladError, match="document 0001 en 0002"):
        rondreis(
            tmp_path,
            stukken,
            (replace(een, keuze=Keuze.NIET), replace(twee, keuze=Keuze.LAKKEN)),
        )


@pytest.mark.parametrize(
    ("keuze", "verwacht"),
    [(Naamkeuze.LEESBAAR, Keuze.NIET), (Naamkeuze.LAKKEN, Keuze.LAKKEN)],
)
def test_het_besluit_over_een_persoon_geldt_voor_zijn_regels(tmp_path, keuze, verwacht):
    rij = regel("0001", A, "Ytzen Slotemaker", persoon="Ytzen Slotemaker")
    gelezen = rondreis(
        tmp_path, (stuk("0001", A),), (rij,), (persoon("Ytzen Slotemaker", keuze),)
    )
    assert gelezen.regels[0].keuze is verwacht


def test_een_adres_volgt_het_besluit_over_de_naam_niet(tmp_path):
    rij = regel("0001", A, "Ytzen", soort="e-mail", persoon="Ytzen Slotemaker")
    gelezen = rondreis(
        tmp_path,
        (stuk("0001", A),),
        (rij,),
        (persoon("Ytzen Slotemaker", Naamkeuze.LEESBAAR),),
    )
    assert gelezen.regels[0].keuze is Keuze.OPEN


def test_een_regel_tegen_het_besluit_over_de_persoon_in_wordt_genoemd(tmp_path):
    rij = regel(
        "0001", A, "Ytzen Slotemaker", persoon="Ytzen Slotemaker", keuze=Keuze.LAKKEN
    )
    with pytest.raises(LakbladError, match="blad Personen"):
        rondreis(
            tmp_path,
            (stuk("0001", A),),
            (rij,),
            (persoon("Ytzen Slotemaker", Naamkeuze.LEESBAAR),),
        )


def test_twee_mensen_van_een_naam_blijven_uit_elkaar(tmp_path):
    regels = (
        regel("0001", A, "Ytzen Slotemaker", persoon="Y. Slotemaker (ambtenaar)"),
    )
    mensen = (
        persoon(
            "Y. Slotemaker",
            Naamkeuze.LEESBAAR,
            rol="wethouder",
            voorstel=Naamkeuze.LEESBAAR,
        ),
        persoon("Y. Slotemaker", Naamkeuze.LAKKEN, rol="ambtenaar"),
    )
    assert (
        rondreis(tmp_path, (stuk("0001", A),), regels, mensen).regels[0].keuze
        is Keuze.LAKKEN
    )


@pytest.mark.parametrize(
    ("oordeel", "velden", "keuze", "klacht"),
    [
        (Beoordeling.OPENBAAR, {}, Keuze.LAKKEN, "deels"),
        (Beoordeling.NIET, {}, Keuze.NIET, "gronden is leeg"),
        (Beoordeling.NIET, {"gronden": ("5.1.2i",)}, Keuze.NIET, ""),
        (Beoordeling.NIET, {"dubbel_van": "0002"}, Keuze.NIET, ""),
        (Beoordeling.DEELS, {}, Keuze.LAKKEN, ""),
    ],
)
def test_een_beoordeling_die_niet_kan_wordt_genoemd(
    tmp_path, oordeel, velden, keuze, klacht
):
    stukken = (stuk("0001", A, beoordeling=oordeel, **velden),)
    regels = (regel("0001", A, "Ytzen Slotemaker", keuze=keuze),)
    if klacht:
        with pytest.raises(LakbladError, match=klacht):
            rondreis(tmp_path, stukken, regels)
    else:
        assert rondreis(tmp_path, stukken, regels).documenten == stukken


def test_de_restgrond_gaat_niet_samen_met_een_andere(tmp_path):
    rijen = (
        regel("0001", A, "Ytzen Slotemaker", keuze=Keuze.LAKKEN),
        regel("0001", A, "Slotemaker", keuze=Keuze.LAKKEN, grond="5.1.5"),
    )
    with pytest.raises(LakbladError, match=r"5\.1\.5"):
        rondreis(tmp_path, (stuk("0001", A),), rijen)


@pytest.mark.parametrize(
    "gedrukt", ["5.1 lid 2 sub i", "5.1.2.I", "art. 5.1 lid 2 onder i Woo"]
)
def test_een_grond_mag_op_elke_gangbare_manier_worden_ingevuld(tmp_path, gedrukt):
    rij = regel("0001", A, "Ytzen Slotemaker", keuze=Keuze.LAKKEN, grond=gedrukt)
    assert rondreis(tmp_path, (stuk("0001", A),), (rij,)).regels[0].grond == "5.1.2i"


def test_besluiten_over_personen_blijven_bij_een_nieuw_voorstel():
    oud = (
        persoon("Ytzen Slotemaker", Naamkeuze.LEESBAAR, door="AB"),
        persoon("Weg Gegaan", Naamkeuze.LAKKEN),
    )
    nieuw = keep_personen((persoon("Ytzen Slotemaker"), persoon("Loes Brandwijk")), oud)
    assert [(p.naam, p.keuze) for p in nieuw] == [
        ("Ytzen Slotemaker", Naamkeuze.LEESBAAR),
        ("Loes Brandwijk", Naamkeuze.OPEN),
        ("Weg Gegaan", Naamkeuze.LAKKEN),
    ]
    assert [(b.naam, b.openbaar, b.door) for b in decisions(nieuw)] == [
        ("Ytzen Slotemaker", True, "AB"),
        ("Weg Gegaan", False, ""),
    ]


@pytest.mark.parametrize("inhoud", [b"", b"geen werkmap", b"PK\x03\x04half"])
def test_een_beschadigde_personenlijst_wordt_met_naam_en_raad_geweigerd(
    tmp_path, inhoud
):
    pad = tmp_path / "personen.xlsx"
    pad.write_bytes(inhoud)

    with pytest.raises(LakbladError, match=r"personen\.xlsx .*Verwijder het bestand"):
        load_personen(pad)


def test_een_personenlijst_die_halverwege_ophoudt_wordt_geweigerd(tmp_path):
    pad = write_personen([persoon("Lea Kolk")], tmp_path / "personen.xlsx")
    pad.write_bytes(pad.read_bytes()[:-400])

    with pytest.raises(LakbladError, match=r"personen\.xlsx"):
        load_personen(pad)


def test_twee_lijsten_die_elkaar_tegenspreken_worden_genoemd():
    with pytest.raises(LakbladError, match="twee besluiten"):
        keep_personen(
            (),
            (persoon("Ytzen", Naamkeuze.LAKKEN),),
            (persoon("Ytzen", Naamkeuze.LEESBAAR),),
        )


def nieuw(regels, *documenten, blijft=None, plaats=(), woord=()):
    """The places that are proposed besides those that were."""
    stukken = [stuk(f"000{n}", d) for n, d in enumerate(documenten, start=1)]
    alle = complete_rows(
        regels,
        stukken,
        {d.id: d for d in documenten},
        blijft or {},
        plaats.__contains__,
        woord.__contains__,
    )
    return [(r.nummer, r.tekst, r.begin) for r in alle[len(regels) :]]


def test_wat_ergens_is_voorgesteld_wordt_overal_voorgesteld():
    bron = document(
        "c.pdf", "Mevrouw Slotemaker.", "De nota van SLOTEMAKER.", "06-12345678"
    )
    ander = document(
        "d.pdf", "Bel 06-12345678 of vraag Slotemaker; niet 106-123456789."
    )
    regels = [
        regel("0001", bron, "Slotemaker"),
        regel("0001", bron, "06-12345678", soort="telefoon"),
    ]
    assert nieuw(regels, bron, ander) == [
        ("0001", "SLOTEMAKER", bron.tekst.index("SLOTEMAKER")),
        ("0002", "06-12345678", 4),
    ]


def test_een_volle_naam_met_andere_spaties_wordt_gevonden():
    bron = document("c.pdf", "Ytzen Slotemaker belt.", "Namens Ytzen  Slotemaker")
    assert nieuw([regel("0001", bron, "Ytzen Slotemaker")], bron) == [
        ("0001", "Ytzen  Slotemaker", bron.tekst.index("Ytzen  "))
    ]


def test_een_naam_die_ook_een_woord_is_alleen_met_een_hoofdletter_die_iets_zegt():
    bron = document(
        "c.pdf",
        "De heer Bos.",
        "Wij vragen Bos om raad, bij het bos.",
        "Bos is groen.",
        "Bos",
    )
    gevonden = nieuw([regel("0001", bron, "Bos")], bron, woord=("Bos",))
    assert [b for _, _, b in gevonden] == [
        bron.tekst.index("Bos om"),
        bron.tekst.rindex("Bos"),
    ]


def test_een_naam_die_ook_een_plaats_is_wordt_niet_alsnog_voorgesteld():
    bron = document("c.pdf", "Mevrouw Rozendaal.", "De opvang in Rozendaal.")
    assert nieuw([regel("0001", bron, "Rozendaal")], bron, plaats=("Rozendaal",)) == []


def test_de_naam_van_een_bestuurder_wordt_niet_alsnog_voorgesteld():
    bron = document(
        "c.pdf", "Beleidsmedewerker Slotemaker sprak burgemeester Slotemaker."
    )
    plek = bron.tekst.rindex("Slotemaker")
    assert (
        nieuw(
            [regel("0001", bron, "Slotemaker")],
            bron,
            blijft={bron.id: [(plek, plek + 10)]},
        )
        == []
    )


def test_een_gewoon_woord_dat_ook_een_gelakte_naam_is_houdt_niets_tegen():
    bron = document("c.pdf", "De heer Bos liep door het bos.", "Slotemaker")
    regels = [regel("0001", bron, t, keuze=Keuze.LAKKEN) for t in ("Bos", "Slotemaker")]
    assert Naaldenboek(regels).find("0001", bron.tekst) == ("Slotemaker",)


def test_bijna_gelijke_stukken_zijn_dubbel_en_andere_niet():
    woorden = [f"woord{i}" for i in range(400)]
    tekst = " ".join(woorden)
    bijna = " ".join(["concept", *woorden[:200], "net", *woorden[200:]])
    half = " ".join([*woorden[:150], *(f"ander{i}" for i in range(250))])
    dubbel = find_doubles(
        {
            "0001": tekst,
            "0002": half,
            "0003": bijna,
            "0004": tekst.upper(),
            "0005": "",
            "0006": "",
        }
    )
    assert {d.nummer: d.van for d in dubbel.values()} == {
        "0003": "0001",
        "0004": "0001",
    }
    assert dubbel["0004"].deel == 1
