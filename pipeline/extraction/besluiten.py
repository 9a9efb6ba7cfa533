"""Decisions of the meeting itself: what was decided, and with what outcome.

Rules stand in ``regels/besluiten``; what another body decided, or what is still to be
decided, is no decision here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.stuk import Soort
from pipeline.extraction.acties import ZONDER_ACTIES
from pipeline.extraction.acties_tabel import find_lijsten
from pipeline.extraction.acties_tekst import read_stuk
from pipeline.extraction.besluiten_regels import Besluitregels
from pipeline.extraction.besluiten_rijen import find_in_rijen
from pipeline.extraction.besluiten_zinnen import Zoeker, find_in_tekst
from pipeline.taal.woorden import content_words, overlap

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from modellen.afspraak import Besluit
    from modellen.stuk import Stuk
    from pipeline.rulebook import Regelboek

_VOORAF = {Soort.AGENDA, Soort.GEANNOTEERDE_AGENDA}
_DEELT, _MINST = 0.75, 3


def find_besluiten(stuk: Stuk, regelboek: Regelboek) -> tuple[Besluit, ...]:
    """The decisions of a document, in order of the text, each once."""
    if stuk.kenmerken.soort in ZONDER_ACTIES | _VOORAF:
        return ()
    lezing = read_stuk(stuk, regelboek)
    lijsten = find_lijsten(stuk, lezing, regelboek)
    regels = Besluitregels(regelboek, lezing.klein)
    datum = find_datum(stuk)
    gevonden: list[Besluit] = []
    for lijst in lijsten:
        gevonden += find_in_rijen(lijst, stuk, lezing, regels, datum)
    zoeker = Zoeker(
        stuk=stuk,
        lezing=lezing,
        regels=regels,
        datum=datum,
        overslaan=frozenset(
            c.begin for x in lijsten if x.vorm != "gemengd" for c in x.tabel.cellen
        ),
    )
    gevonden += find_in_tekst(zoeker)
    return _join(gevonden)


def find_datum(stuk: Stuk) -> date | None:
    """The day the decisions were taken: that of the meeting held."""
    gehouden = [v.datum for v in stuk.vergaderingen if v.datum and not v.aangekondigd]
    return max(gehouden, default=None) or stuk.kenmerken.datum


def _join(besluiten: Iterable[Besluit]) -> tuple[Besluit, ...]:
    """Each decision once; the surest of two that say the same."""
    gekozen: list[tuple[Besluit, frozenset[str]]] = []
    for besluit in sorted(besluiten, key=_voorrang):
        woorden = content_words(besluit.herkomst.citaat)
        if not any(_same(besluit, woorden, b, w) for b, w in gekozen):
            gekozen.append((besluit, woorden))
    return tuple(sorted((b for b, _ in gekozen), key=lambda b: b.herkomst.begin))


def _voorrang(besluit: Besluit) -> tuple[float, int]:
    return -besluit.herkomst.zekerheid, besluit.herkomst.begin


def _same(
    een: Besluit, woorden: frozenset[str], ander: Besluit, andere: frozenset[str]
) -> bool:
    if (
        een.herkomst.begin < ander.herkomst.eind
        and ander.herkomst.begin < een.herkomst.eind
    ):
        return True
    if een.nummer_bron and ander.nummer_bron:
        return False
    genoeg = len(woorden & andere) >= _MINST
    return genoeg and overlap(woorden, andere) >= _DEELT
