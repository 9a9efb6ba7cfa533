"""A table with cells far apart is pushed together; nothing else changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from modellen.document import Cel, Tabel
from modellen.plaats import InCel
from pipeline.extraction.cijfers_schaars import push_together

PLEKKEN = st.sets(
    st.tuples(st.integers(1, 1_048_576), st.integers(1, 16_384)), min_size=2, max_size=8
)


def make_table(plekken):
    cellen = [
        Cel(
            rij=r,
            kolom=k,
            begin=0,
            eind=0,
            adres=f"r{r} k{k}",
            plaats=InCel(blad="x", cel=f"r{r} k{k}", pagina=1),
        )
        for r, k in sorted(plekken)
    ]
    return Tabel(nummer=1, cellen=tuple(cellen))


@given(PLEKKEN)
def test_order_and_addresses_stay_and_the_void_goes(plekken):
    voor = make_table(plekken)
    na = push_together(voor)
    assert [c.adres for c in na.cellen] == [c.adres for c in voor.cellen]
    assert na.rijen * na.kolommen <= 20_000 + 50 * len(voor.cellen)
    for a, b in zip(voor.cellen, voor.cellen[1:], strict=False):
        x, y = na.cellen[voor.cellen.index(a)], na.cellen[voor.cellen.index(b)]
        assert (a.rij < b.rij) == (x.rij < y.rij)
        assert (a.kolom < b.kolom) == (x.kolom < y.kolom)


def test_a_dense_table_is_left_alone():
    tabel = make_table({(r, k) for r in range(1, 20) for k in range(1, 10)})
    assert push_together(tabel) is tabel
