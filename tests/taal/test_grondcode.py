"""A ground is known however it was written, in figures or in words."""

from __future__ import annotations

import pytest

from pipeline.taal.grondcode import find_codes


@pytest.mark.parametrize(
    ("tekst", "codes"),
    [
        ("artikel 5.1, tweede lid, onder i Woo", ("5.1.2i",)),
        ("art. 5.1 lid 2 onder i", ("5.1.2i",)),
        ("5.1, lid 2, aanhef en onder e, Woo", ("5.1.2e",)),
        ("Artikel 5.1, Eerste Lid, sub D", ("5.1.1d",)),
        ("5.1 lid 2 onderdeel c", ("5.1.2c",)),
        ("5.1, vijfde lid", ("5.1.5",)),
        ("5.2, tweede lid", ("5.2.2",)),
        ("5.1.2i of 5.2, en nog eens 5.1.2.i", ("5.1.2i", "5.2.1")),
        ("5.1, tweede lid, is van belang", ()),
        ("artikel 15.1, tweede lid, onder i", ()),
        ("5.1, tweede lid, onder invloed", ()),
        ("op 5.10 en 15.2", ()),
    ],
)
def test_een_grond_in_cijfers_of_woorden(tekst, codes):
    assert find_codes(tekst) == codes
