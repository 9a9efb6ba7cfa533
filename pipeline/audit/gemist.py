"""Sentences that may hide a promise: a list of its own, so that nothing is guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.document import Vorm, Zone
from modellen.stuk import Soort
from pipeline.audit.melding import make_bevinding, shorten
from pipeline.taal.letters import klein
from pipeline.taal.zinnen import zinnen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.bevinding import Bevinding
    from modellen.document import Blok
    from modellen.stuk import Stuk
    from pipeline.rulebook import Regel, Regelboek

GEMIST = "audit.gemist"
"""The rule by which these findings are known."""

_SOORTEN = {Soort.VERSLAG, Soort.EMAIL, Soort.BRIEF, Soort.MEMO, Soort.OVERIG}
_VORMEN = {Vorm.ALINEA, Vorm.LIJST, Vorm.CEL}
_KORTST, _LANGST = 20, 220


def check_gemist(stuk: Stuk, regelboek: Regelboek) -> Iterator[Bevinding]:
    """Sentences that announce or ask for work while no action or decision holds them.

    A question is left to who reads it; what stands in a heading or below a line tells
    nothing.
    """
    if stuk.kenmerken.soort not in _SOORTEN:
        return
    tekst = klein(stuk.document.tekst)
    regels = [r for r in regelboek.regels("acties", "gemist") if r.can_match(tekst)]
    bronnen = [a.herkomst for a in stuk.acties] + [b.herkomst for b in stuk.besluiten]
    bezet = [(h.begin, h.eind) for h in bronnen]
    for blok in stuk.document.blokken:
        if blok.zone is Zone.HOOFDTEKST and blok.vorm in _VORMEN:
            for begin, eind in _find(blok, stuk.document.tekst, regels):
                if not any(b < eind and begin < e for b, e in bezet):
                    yield make_bevinding(
                        regelboek,
                        "gemist",
                        zin=shorten(stuk.document.tekst[begin:eind], _LANGST),
                        document=stuk.document.id,
                        pagina=blok.pagina,
                    )


def _find(blok: Blok, tekst: str, regels: list[Regel]) -> Iterator[tuple[int, int]]:
    """The sentences of a block in which a rule speaks, as spans of the text."""
    for van, tot in zinnen(tekst[blok.begin : blok.eind]):
        zin = klein(tekst[blok.begin + van : blok.begin + tot])
        if len(zin) < _KORTST or zin.endswith("?"):
            continue
        if any(r.can_match(zin) and r.vorm.search(zin) for r in regels):
            yield blok.begin + van, blok.begin + tot
