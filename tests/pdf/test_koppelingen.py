"""A name in a web address: no capitals, no spaces, codes and signs between its words."""

from __future__ import annotations

import base64
import io
import urllib.parse

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lakproef import GEHEIM, line, make_pdf, redact, shown
from lekbouw import NAAM, cover

from pipeline.pdf.schoon.verwijzingen import Koppelingen
from pipeline.webadres import find_addresses, spell_out, squeeze

SCHUILNAAM = "Quirijn van den Zwartveldhuis"
SCHUILADRESSEN = [
    "https://www.meent.example/medewerkers/zwartveldhuis",
    "https://www.meent.example/q.van-den-zwartveldhuis",
    "https://www.meent.example/qzwartveldhuis",
    "https://www.meent.example/zoek?voor=quirijn&achter=z",
    "https://www.meent.example/%7a%77artveldhui%73",
    "https://www.meent.example/Zwart/Veldhuis",
    "https://www.meent.example/?x=" + base64.b64encode(b"q.zwartveldhuis").decode(),
    "https://www.meent.example/?x="
    + base64.urlsafe_b64encode("Zwartveldhuis".encode("utf-16-le")).decode(),
    "https://www.meent.example/?x=" + b"zwartveldhuis".hex(),
    "https://www.meent.example/?m=quirijn%40meent.example",
    "https://www.meent.example/\\u007aw\\u0061rtveldhuis",
    "https://www.meent.example/&#122;wartveldhuis",
]
"""A name of which one part, or a code of it, says enough."""

ADRESSEN = [
    "https://www.meent.example/contact/Sanne%20van%20Dijk",
    "https://www.meent.example/team/sanne-van-dijk",
    "https://www.meent.example/zoek?q=sanne+van+dijk",
    "https://www.meent.example/%53anne%2520van%2520Dijk",
    "https://sannevandijk.example/",
]


def make_linked(adres, tekst=GEHEIM):
    def bouw(pdf, pagina):
        pagina.obj.Annots = [
            pdf.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot,
                    Subtype=pikepdf.Name.Link,
                    Rect=[72, 300, 300, 320],
                    A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(adres)),
                )
            )
        ]

    return make_pdf(line(f"Behandeld door {tekst}"), bouw=bouw)


def links_of(inhoud):
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        return [str(a.A.URI) for p in pdf.pages for a in p.obj.get("/Annots", [])]


@pytest.mark.parametrize("adres", ADRESSEN)
def test_a_link_that_spells_a_redacted_name_goes(adres):
    invoer = make_linked(adres)
    assert links_of(cover(invoer)) == [adres]
    uit = redact(invoer, GEHEIM)
    assert uit.in_orde
    assert links_of(uit.inhoud) == []


@pytest.mark.parametrize("adres", SCHUILADRESSEN)
def test_a_link_that_tells_a_part_of_a_redacted_name_goes(adres):
    invoer = make_linked(adres, tekst=SCHUILNAAM)
    assert links_of(cover(invoer)) == [adres]
    uit = redact(invoer, SCHUILNAAM)
    assert uit.in_orde
    assert links_of(uit.inhoud) == []


@pytest.mark.parametrize(
    "adres",
    [
        "https://www.meent.example/opvang-in-dijkhuizen",
        "https://www.meent.example/lees-meer",
        "https://www.meent.example/stb-2024-13.html?id=a1b2c3d4e5f60718",
    ],
)
def test_another_link_stays(adres):
    for naam in (GEHEIM, "Sanne van der Meer"):
        invoer = make_linked(adres, tekst=naam)
        assert links_of(redact(invoer, naam).inhoud) == [adres]


def test_a_link_that_cleaning_would_forget_stops_the_release(monkeypatch):
    """The check afterwards does not trust the cleaning."""
    monkeypatch.setattr(Koppelingen, "is_public", lambda *_: True)
    uit = redact(make_linked(SCHUILADRESSEN[0], tekst=SCHUILNAAM), SCHUILNAAM)
    assert {c.naam for c in uit.controles if not c.geslaagd} == {"naalden"}


@pytest.mark.parametrize("adres", ADRESSEN[:3])
def test_an_address_in_print_that_spells_a_redacted_name_stops_the_release(adres):
    uit = redact(make_pdf(NAAM + line(adres, y=600)), GEHEIM)
    assert adres in shown(uit.inhoud)
    assert [c.naam for c in uit.controles if not c.geslaagd] == ["naalden"]


@given(st.text("ab :/.%w\n", max_size=40))
def test_addresses_stand_apart_and_hold_no_white_space(tekst):
    vorige = 0
    for begin, eind in find_addresses(tekst):
        assert vorige <= begin < eind <= len(tekst)
        assert not any(c.isspace() for c in tekst[begin:eind])
        vorige = eind


@given(st.lists(st.text("abcé", min_size=1, max_size=5), min_size=1, max_size=4))
def test_however_an_address_joins_words_they_are_read(woorden):
    for teken in (" ", "-", "_", "+", "/"):
        adres = urllib.parse.quote(teken.join(woorden))
        assert spell_out(adres) == " ".join(woorden)
        assert squeeze(adres) == "".join(woorden).replace("é", "e")
