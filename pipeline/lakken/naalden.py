"""What may occur nowhere in a released file: the words of its marks."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from modellen.lakblad import Keuze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modellen.lakblad import Lakregel

KORTST = 3


def find_needles(regels: Sequence[Lakregel]) -> tuple[str, ...]:
    """The words that were redacted at every place where they were proposed.

    Words that a person left readable somewhere in the same document are no needles:
    there they must stand.
    """
    keuzen: dict[tuple[str, str], set[Keuze]] = defaultdict(set)
    for regel in regels:
        keuzen[regel.nummer, _plain(regel.tekst)].add(regel.keuze)
    return tuple(
        sorted(
            {
                tekst
                for (_, tekst), soorten in keuzen.items()
                if soorten == {Keuze.LAKKEN} and len(tekst) >= KORTST
            }
        )
    )


def _plain(tekst: str) -> str:
    return " ".join(tekst.split())
