"""The boxes of a document give back what went in, one by one and by page."""

from __future__ import annotations

from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st

from modellen.lakken import Geplaatst
from modellen.plaats import Kader
from pipeline.pdf.lakken.vakkenrij import Vakkenrij, boxes_on

maten = st.floats(0, 2000, allow_nan=False)
kaders = st.tuples(maten, maten, maten, maten).map(
    lambda m: Kader(
        links=min(m[0], m[1]),
        rechts=max(m[0], m[1]),
        boven=min(m[2], m[3]),
        onder=max(m[2], m[3]),
    )
)
vakken = st.lists(
    st.builds(
        Geplaatst,
        pagina=st.integers(1, 6),
        kader=kaders,
        grond=st.sampled_from(["5.1.2e", "5.1.1e", ""]),
        hoeken=st.sampled_from([(), ((0.0, 1.0), (2.0, 3.0), (4.0, 5.0), (6.0, 7.0))]),
    )
).map(lambda rij: sorted(rij, key=lambda v: v.pagina))


@given(vakken)
def test_what_goes_in_comes_out(rij):
    uit = Vakkenrij()
    uit.extend(rij)
    assert list(uit) == rij
    assert uit == tuple(rij)
    assert list(deepcopy(uit)) == rij
    assert [v for p in range(1, 7) for v in boxes_on(uit, p)] == rij
    assert list(uit[1:3]) == rij[1:3]
