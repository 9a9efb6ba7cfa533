"""Whatever a noun holds, it comes back from the archive as it went in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stukken_bouw import make_document, make_inname, make_stuk

from modellen.afspraak import Actie, Actiesoort, Actiestatus, Besluit, Resultaat
from modellen.bevinding import Bevinding, Klasse, Mislukking
from modellen.cijfer import Cijfer
from modellen.herkomst import Herkomst
from modellen.plaats import InAlinea, InBericht, InCel, Kader, OpPagina
from modellen.stuk import Kenmerken, Soort, Stuk
from modellen.vergadering import Agendapunt, Deelnemer, Vergadering
from pipeline.storage import open_archief

WOORDEN = "De provincie gaat na of dit kan; zie «één» 'tweede' \"derde\" \\ % : 😀 slot"
DOCUMENT = make_document("map/stuk één.docx", WOORDEN)

# What no database takes (null, half characters) has a test of its own.
TEKST = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12
)
VOL = TEKST.filter(bool)
MISSCHIEN = st.none() | TEKST
DAGEN = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))
TIJDEN = st.none() | st.times().map(lambda t: t.replace(tzinfo=None))
NUMMERS = st.integers(1, 2**31 - 1)
LIJST = st.lists(TEKST, max_size=3).map(tuple)
MAAT = st.floats(0, 1000, allow_nan=False)
KADERS = st.tuples(MAAT, MAAT, MAAT, MAAT).map(
    lambda k: Kader(min(k[0], k[2]), min(k[1], k[3]), max(k[0], k[2]), max(k[1], k[3]))
)
PLAATSEN = st.one_of(
    st.builds(OpPagina, NUMMERS, st.none() | KADERS),
    st.builds(InAlinea, TEKST, st.none() | NUMMERS),
    st.builds(InCel, TEKST, TEKST, NUMMERS),
    st.builds(InBericht, TEKST, NUMMERS),
)


@st.composite
def herkomsten(draw):
    begin = draw(st.integers(0, len(WOORDEN) - 1))
    eind = draw(st.integers(begin + 1, len(WOORDEN)))
    return Herkomst(
        document=DOCUMENT.id,
        begin=begin,
        eind=eind,
        citaat=WOORDEN[begin:eind],
        plaats=draw(PLAATSEN),
        regel=draw(TEKST),
        zekerheid=draw(st.floats(0, 1)),
    )


BRON = herkomsten()
WAARDEN = st.decimals(allow_nan=False, allow_infinity=False).map(
    lambda w: {"waarde": w, "ontbreekt": None}
) | TEKST.map(lambda t: {"waarde": None, "ontbreekt": t})
VERGADERINGEN = st.builds(Vergadering, naam=TEKST, datum=DAGEN, begin=TIJDEN, eind=TIJDEN, locatie=MISSCHIEN, aangekondigd=st.just(True), herkomst=BRON)  # fmt: skip
DEELNEMERS = st.builds(Deelnemer, naam=TEKST, rol=MISSCHIEN, organisatie=MISSCHIEN, aanwezig=st.booleans(), herkomst=BRON)  # fmt: skip
PUNTEN = st.builds(Agendapunt, volgnummer=TEKST, titel=VOL, niveau=NUMMERS, herkomst=BRON)  # fmt: skip
ACTIES = st.builds(Actie, omschrijving=VOL, actiehouders=LIJST, termijn=DAGEN, termijn_tekst=MISSCHIEN, status=st.sampled_from(Actiestatus), soort=st.sampled_from(Actiesoort), expliciet=st.booleans(), nummer_bron=MISSCHIEN, stand_van_zaken=MISSCHIEN, agendapunt=MISSCHIEN, herkomst=BRON)  # fmt: skip
BESLUITEN = st.builds(Besluit, omschrijving=VOL, resultaat=st.sampled_from(Resultaat), datum=DAGEN, nummer_bron=MISSCHIEN, agendapunt=MISSCHIEN, herkomst=BRON)  # fmt: skip
CIJFERS = st.builds(lambda waarde, **meer: Cijfer(**waarde, **meer), waarde=WAARDEN, gebied=MISSCHIEN, thema=MISSCHIEN, maat=TEKST, jaar=st.none() | st.integers(1, 9999), stand=DAGEN, weergave=TEKST, eenheid=MISSCHIEN, kwalificatie=MISSCHIEN, cel=MISSCHIEN, herkomst=BRON)  # fmt: skip
BEVINDINGEN = st.builds(Bevinding, regel=TEKST, klasse=st.sampled_from(Klasse), omschrijving=TEKST, verwacht=MISSCHIEN, gevonden=MISSCHIEN, verschil=MISSCHIEN, cijfers=LIJST, verdacht=LIJST, document=st.none() | st.just(DOCUMENT.id), pagina=st.none() | NUMMERS)  # fmt: skip
KENMERKEN = st.builds(Kenmerken, soort=st.sampled_from(Soort), titel=MISSCHIEN, datum=DAGEN, concept=st.sampled_from([None, True, False]))  # fmt: skip


STUKKEN = st.builds(
    Stuk,
    document=st.just(DOCUMENT),
    kenmerken=KENMERKEN,
    vergaderingen=st.tuples(VERGADERINGEN),
    deelnemers=st.tuples(DEELNEMERS),
    agendapunten=st.tuples(PUNTEN),
    acties=st.tuples(ACTIES),
    besluiten=st.tuples(BESLUITEN),
    cijfers=st.tuples(CIJFERS),
    bevindingen=st.tuples(BEVINDINGEN),
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(stuk=STUKKEN, kapot=st.builds(Mislukking, bestand=TEKST, reden=TEKST))
def test_every_noun_survives_the_archive(nieuw_adres, stuk, kapot):
    with open_archief(nieuw_adres()) as archief:
        archief.bewaar("/dossier", make_inname(stuk, mislukt=(kapot,)), "1")
        dossier = archief.dossier()
        assert archief.tekst(DOCUMENT.id) == WOORDEN
    (kaart,) = dossier.documenten
    for veld in ("soort", "titel", "datum", "concept"):
        assert getattr(kaart, veld) == getattr(stuk.kenmerken, veld)
    assert dossier.vergaderingen == stuk.vergaderingen
    assert dossier.deelnemers == stuk.deelnemers
    # A point of an agenda is given the meeting of its document.
    punten = tuple(replace(p, vergadering=None) for p in dossier.agendapunten)
    assert punten == stuk.agendapunten
    assert tuple(g.actie for g in dossier.acties) == stuk.acties
    assert tuple(g.besluit for g in dossier.besluiten) == stuk.besluiten
    assert dossier.cijfers == stuk.cijfers
    assert str(dossier.cijfers[0].waarde) == str(stuk.cijfers[0].waarde)
    assert dossier.bevindingen == stuk.bevindingen
    assert dossier.mislukt == (kapot,)


def test_a_time_keeps_its_minutes_and_a_number_its_zeros(archief):
    h = DOCUMENT.citeer(0, 2, regel="proef")
    v = Vergadering(naam="PRT", datum=None, begin=time(9, 5), herkomst=h)
    c = Cijfer(gebied=None, thema=None, maat="opgave", waarde=Decimal("12.50"), weergave="12,50", herkomst=h)  # fmt: skip
    archief.bewaar("/d", make_inname(make_stuk(DOCUMENT, vergaderingen=(v,), cijfers=(c,))), "1")  # fmt: skip
    dossier = archief.dossier()
    assert dossier.vergaderingen[0].begin == time(9, 5)
    assert str(dossier.cijfers[0].waarde) == "12.50"
