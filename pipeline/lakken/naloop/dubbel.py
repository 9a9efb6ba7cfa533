"""The same document published twice with different marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.naloop import Vindplaats
from pipeline.lakken.dubbelen import find_doubles
from pipeline.lakken.naloop.nabij import place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.naloop import Naloopbevinding, Naloopdossier, Openbaarstuk
    from pipeline.lakken.naloop.kennis import Naloopkennis

KORTST = 200
"""Characters below which two documents are alike by chance."""


def check_doubles(
    dossier: Naloopdossier, kennis: Naloopkennis
) -> Iterator[Naloopbevinding]:
    """Files that say the same and do not hide the same."""
    stukken = {str(n): s for n, s in enumerate(dossier.stukken)}
    teksten = {n: t for n, s in stukken.items() if len(t := _bare(s)) >= KORTST}
    for dubbel in find_doubles(teksten).values():
        een, twee = stukken[dubbel.van], stukken[dubbel.nummer]
        if len(een.maskers) == len(twee.maskers):
            continue
        yield kennis.report(
            "dubbel_anders",
            [_source(een), _source(twee)],
            deel=f"{dubbel.deel:.0%}",
            een=str(len(een.maskers)),
            twee=str(len(twee.maskers)),
        )


def _bare(stuk: Openbaarstuk) -> str:
    """The text without its marks and without its legend."""
    delen, vorige = [], 0
    for masker in stuk.maskers:
        delen.append(stuk.tekst[vorige : masker.begin])
        vorige = masker.eind
    slot = len(stuk.tekst)
    if stuk.legendabladen:
        slot = max(vorige, stuk.paginas[min(stuk.legendabladen) - 1])
    return "".join((*delen, stuk.tekst[vorige:slot]))


def _source(stuk: Openbaarstuk) -> Vindplaats:
    if stuk.maskers:
        return place(stuk, stuk.maskers[0].begin, stuk.maskers[0].eind)
    return Vindplaats(bestand=stuk.bestand, woorden=stuk.woorden(0, 1), pagina=1)
