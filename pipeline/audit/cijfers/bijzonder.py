"""Cells and lines that can be read in two ways: they are told, never guessed at."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.audit.cijfers.rooster import find_adres
from pipeline.audit.cijfers.woorden import name_tabel
from pipeline.audit.melding import join_woorden, make_bevinding
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.bevinding import Bevinding
    from modellen.document import Cel
    from pipeline.audit.cijfers.rooster import Telrooster
    from pipeline.rulebook import Regelboek

_TUSSEN = re.compile(r"\s*(?:/|,|\+|&|;|\ben\b)\s*")
_GETAL = re.compile(r"-?\d[\d.,]*%?")
_MEEST = 6


def check_samengevoegd(
    rooster: Telrooster, regelboek: Regelboek
) -> Iterator[Bevinding]:
    """Numbers in a cell over more columns or rows of figures: whose are they?"""
    rijen = {cel.rij for cel in rooster.cellen.values()}
    kolommen = {cel.kolom for cel in rooster.cellen.values()}
    breed = [
        cel
        for cel in rooster.tabel.cellen
        if cel.rij in rijen
        and _GETAL.fullmatch(rooster.document.cel_tekst(cel).strip())
        and (
            _covers(cel.kolom, cel.kolomspan, kolommen)
            or _covers(cel.rij, cel.rijspan, rijen)
        )
    ]
    if not breed:
        return
    bekend = {id(c): p for p, c in rooster.cellen.items()}
    cijfers = [rooster.cijfers[bekend[id(c)]] for c in breed if id(c) in bekend]
    yield make_bevinding(
        regelboek,
        "samengevoegd",
        plaats=name_tabel(rooster),
        cellen=join_woorden([_show(rooster, c) for c in breed[:_MEEST]]),
        document=rooster.document.id,
        pagina=breed[0].plaats.pagina,
        cijfers=tuple(c.id for c in cijfers),
        verdacht=tuple(find_adres(rooster.tabel, c) for c in breed),
    )


def _covers(begin: int, span: int, lijnen: set[int]) -> bool:
    """Whether a cell lies over more than one line of figures."""
    return len(lijnen & set(range(begin, begin + span))) > 1


def _show(rooster: Telrooster, cel: Cel) -> str:
    tekst = rooster.document.cel_tekst(cel).strip()
    return f"'{tekst}' ({find_adres(rooster.tabel, cel)})"


def check_twee_gebieden(
    rooster: Telrooster, regelboek: Regelboek
) -> Iterator[Bevinding]:
    """Lines of two gemeenten at once, that no other document can be held against."""
    namen = _gemeenten(regelboek)
    for rij in rooster.rijen:
        eerste = rooster.per_rij[rij][0]
        label = eerste.gebied or ""
        delen = [d for d in _TUSSEN.split(klein(label)) if d]
        if klein(label) in namen or len(delen) < 2:  # noqa: PLR2004 (two names)
            continue
        if all(d in namen for d in delen):
            cijfers = rooster.per_rij[rij]
            yield make_bevinding(
                regelboek,
                "twee_gebieden",
                plaats=name_tabel(rooster),
                label=label,
                document=rooster.document.id,
                pagina=eerste.herkomst.pagina,
                cijfers=tuple(c.id for c in cijfers),
                verdacht=tuple(c.cel for c in cijfers if c.cel),
            )


@lru_cache(maxsize=4)
def _gemeenten(regelboek: Regelboek) -> frozenset[str]:
    """The names of all gemeenten, folded."""
    return frozenset(
        klein(regel.split(";")[1].strip()) for regel in regelboek.lijst("gemeenten")
    )
