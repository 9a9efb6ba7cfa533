"""Whatever is marked is gone for everyone, and whatever is not stands where it stood."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lakproef import make_pdf, places_of, redact, shown

LETTERS = st.text(alphabet="abcdfghklmnpqvz", min_size=5, max_size=11)
BLADZIJDEN = st.lists(
    st.lists(LETTERS, min_size=2, max_size=6), min_size=1, max_size=8
).filter(lambda regels: len({w for r in regels for w in r}) == sum(map(len, regels)))


def set_lines(regels, *, gekernd):
    """The operators that show lines of words, whole or letter by letter."""
    uit = ["BT /F1 11 Tf 15 TL 72 720 Td"]
    for woorden in regels:
        tekst = " ".join(woorden)
        if gekernd:
            letters = " -7 ".join(f"({t})" for t in tekst)
            uit.append(f"[{letters}] TJ T*")
        else:
            uit.append(f"({tekst}) Tj T*")
    return " ".join([*uit, "ET"])


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(regels=BLADZIJDEN, gekernd=st.booleans(), keuze=st.data())
def test_marked_words_are_gone_and_the_others_stand(regels, gekernd, keuze):
    alle = [w for r in regels for w in r]
    merken = keuze.draw(st.lists(st.sampled_from(alle), min_size=1, unique=True))
    blijft = [w for w in alle if w not in merken]
    merken = [m for m in merken if not any(m in w or w in m for w in blijft)]
    uit = redact(make_pdf(set_lines(regels, gekernd=gekernd)), *merken)
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    for woord in merken:
        assert not places_of(uit.inhoud, woord)
    te_lezen = shown(uit.inhoud)
    for woord in alle:
        if woord not in merken:
            assert woord in te_lezen
