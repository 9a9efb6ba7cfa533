"""Words of every day that are no one's name until the dossier knows who has it.

Most words with a capital are these: they open a sentence or stand in a heading. They
are only remembered by their place, unless something beside them can make one a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.belofte import is_field
from pipeline.extraction.persoonsgegevens.instelling import word_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.personen import Personen
    from pipeline.extraction.persoonsgegevens.rolwoorden import Rolwoorden
    from pipeline.taal.namen.vorm import Deel

_TUSSEN = (", ", ",  ", " en ", " & ", "+ ", "/", "/ ", "alsmede ", "(")
"""What joins a word to the name before it."""

_LIJN = ("..\n", "__\n", "--\n", "…\n")
"""The end of a line to sign on."""

_ROL = 80
"""How far before a name an office is looked for."""


def sleeps(deel: Deel, rollen: Rolwoorden, kennis: Kennis) -> bool:
    """Whether a run of one word is an everyday one, with nothing to make it a name.

    That is a title or an office before it, or a sign that joins it to other names.
    """
    begin, eind, woord, _ = deel
    if not kennis.is_alledaags(woord):
        return False
    tekst = rollen.tekst
    if tekst[eind : eind + 1] == "," or tekst.endswith(_TUSSEN + _LIJN, 0, begin):
        return False
    if rollen.last_before(begin, _ROL) is not None:
        return False
    voor = word_before(tekst, begin)
    if voor and kennis.is_voorloper(voor):
        return False
    return not is_field(tekst, begin, kennis)


def known(slapers: Iterable[Deel], personen: Personen) -> Iterator[Deel]:
    """Those that are the surname or first name of someone of the dossier."""
    return (d for d in slapers if personen.knows(d.tekst))
