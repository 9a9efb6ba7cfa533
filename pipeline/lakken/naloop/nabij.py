"""What stands beside a place: the rest of its line, and the lines under it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from modellen.naloop import Vindplaats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.naloop import Masker, Openbaarstuk, Schuiltekst

REGELS = 3
"""Lines above and below that belong to one signature or row of a list."""

_CIJFER = re.compile(r"\D")


def place(stuk: Openbaarstuk, begin: int, eind: int, rand: int = 50) -> Vindplaats:
    """A source for a finding: the words at a stretch of the text."""
    return Vindplaats(
        bestand=stuk.bestand,
        woorden=stuk.woorden(begin, eind, rand),
        pagina=stuk.pagina(begin),
    )


def hidden_place(stuk: Openbaarstuk, schuil: Schuiltekst) -> Vindplaats:
    """A source for a finding: words that do not show."""
    return Vindplaats(
        bestand=stuk.bestand, woorden=schuil.woorden, pagina=schuil.pagina
    )


def before(stuk: Openbaarstuk, masker: Masker) -> str:
    """What stands on the same line before a mark."""
    return stuk.tekst[stuk.regel(masker.begin)[0] : masker.begin]


def after(stuk: Openbaarstuk, masker: Masker) -> str:
    """What stands on the same line behind a mark."""
    return stuk.tekst[masker.eind : stuk.regel(masker.eind)[1]]


def window(
    stuk: Openbaarstuk, begin: int, eind: int, regels: int = REGELS
) -> tuple[int, int]:
    """Begin and end of the lines around a place, within its page."""
    pagina = stuk.pagina(begin)
    onder = stuk.paginas[pagina - 1]
    boven = stuk.paginas[pagina] if pagina < len(stuk.paginas) else len(stuk.tekst)
    van, tot = stuk.regel(begin)[0], stuk.regel(eind)[1]
    for _ in range(regels):
        if van > onder:
            van = max(onder, stuk.tekst.rfind("\n", 0, van - 1) + 1)
        if tot < boven:
            volgende = stuk.tekst.find("\n", tot + 1)
            tot = boven if volgende < 0 else min(boven, volgende)
    return van, tot


def lines_between(stuk: Openbaarstuk, een: int, twee: int) -> int:
    """How many line ends lie between two places."""
    return stuk.tekst.count("\n", min(een, twee), max(een, twee))


def masks_near(
    stuk: Openbaarstuk, begin: int, eind: int, regels: int = REGELS
) -> Iterator[Masker]:
    """The marks on the lines around a place."""
    van, tot = window(stuk, begin, eind, regels)
    return (m for m in stuk.maskers if van <= m.begin and m.eind <= tot)


def digits(tekst: str) -> str:
    """The figures of a number, of a Dutch one without its prefix."""
    kaal = _CIJFER.sub("", tekst.replace("(0)", ""))
    for voor in ("0031", "31"):
        if kaal.startswith(voor) and len(kaal) - len(voor) == 9:  # noqa: PLR2004 a Dutch number
            return kaal.removeprefix(voor)
    return kaal.removeprefix("0")
