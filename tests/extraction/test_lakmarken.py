from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.lakmarken import NEUTRAAL, find_lakmarken, mask
from pipeline.rulebook import Regelboek
from tests.splitting.papier import make_paper

REGELBOEK = Regelboek()


@pytest.mark.parametrize(
    ("tekst", "marken"),
    [
        ("Beste 5.1.2e Kolkman,", [("5.1.2e", "5.1.2e")]),
        ("van 5.1.2.e en 5.1.1d", [("5.1.2.e", "5.1.2e"), ("5.1.1d", "5.1.1d")]),
        ("5.1.2e5.1.2e", [("5.1.2e", "5.1.2e"), ("5.1.2e", "5.1.2e")]),
        ("5.1.2e 5.1.2e", [("5.1.2e", "5.1.2e"), ("5.1.2e", "5.1.2e")]),
        ("[redacted] J belt terug", [("[redacted] J", "5.1.2e")]),
        ("Aan: [REDACTED] (N)", [("[REDACTED] (N)", "5.1.2i")]),
        ("[REDACTED] Jan belt", [("[REDACTED]", None)]),
        ("(weggelakt) en [zwart vlak]", [("(weggelakt)", None), ("[zwart vlak]", None)]),
        ("naam ████ ███ en tel. ▉▉▉", [("████ ███", None), ("▉▉▉", None)]),
        ("advies [5.2] en [art. 5.1 lid 2 sub e Woo]", [("[5.2]", "5.2"), ("[art. 5.1 lid 2 sub e Woo]", "5.1.2e")]),
        ("mevrouw XXXXX (gemeente)", [("XXXXX", None)]),
    ],
)  # fmt: skip
def test_marks_and_their_ground(tekst, marken):
    document = make_paper(tekst)
    gevonden = [
        (document.tekst[m.begin : m.eind], m.grond)
        for m in find_lakmarken(document, REGELBOEK)
    ]
    assert gevonden == marken


@pytest.mark.parametrize(
    "tekst",
    [
        "Zie paragraaf 5.1.2 en tabel 5.2 van het rapport.",
        "Op grond van artikel 5.1, tweede lid, onder e, van de Woo.",
        "Er zijn 5.120 plekken (5.2 per gemeente is 12) en 15.1.2 elders.",
        "Werkgroep (J) bestaat uit jeugdwerkers.",
        "■ Eerste punt van de lijst",
    ],
)
def test_what_is_no_mark(tekst):
    assert mask(tekst, REGELBOEK) == tekst


def test_single_letters_count_only_beside_a_legend():
    assert mask("Beste (J),", REGELBOEK) == "Beste (J),"
    assert mask("Toelichting grondslagen\nBeste (J),", REGELBOEK).endswith(
        f"Beste {NEUTRAAL * 3},"
    )


@given(st.text(alphabet="5.12eia [](redacted)JN█\nXé", max_size=80))
def test_masking_keeps_every_offset(tekst):
    gemaskeerd = mask(tekst, REGELBOEK)
    assert len(gemaskeerd) == len(tekst)
    for oud, nieuw in zip(tekst, gemaskeerd, strict=True):
        assert nieuw in (oud, NEUTRAAL)
        assert not oud.isspace() or nieuw == oud


@given(st.text(alphabet="5.12eia [](redacted)JN█\nXé", max_size=80))
def test_what_is_masked_once_stays_as_it_is(tekst):
    eenmaal = mask(tekst, REGELBOEK)
    assert mask(eenmaal, REGELBOEK) == eenmaal
