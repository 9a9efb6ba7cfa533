"""Names that stand beside a name: ``Aleid en Jayant``, ``Ab + Bo``."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.naamvorm import is_plausible

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.treffer import Blad, Treffer

_TUSSEN = re.compile(r"[ ](?:en|&|[+]|/)[ ]|[ ]?/[ ]?")
_ZEKER = 0.55
_ONZEKER = 0.52


def accept_beside(blad: Blad, treffers: list[Treffer], kennis: Kennis) -> None:
    """Count a run that a conjunction joins to a name of the same form as one too."""
    for een, ander in (*pairwise(treffers), *pairwise(reversed(treffers))):
        if een.gewicht < _ZEKER or ander.aanvaard:
            continue
        eerste, tweede = sorted((een, ander), key=lambda t: t.begin)
        if (
            (len(een.delen) == len(ander.delen) or _are_surnames(een, ander))
            and _TUSSEN.fullmatch(blad.tekst, eerste.eind, tweede.begin)
            and _is_unknown(ander, kennis)
        ):
            reden = "staat naast een naam, met een voegwoord ertussen"
            ander.believe(_ONZEKER, "naam.ernaast", reden)


def _are_surnames(een: Treffer, ander: Treffer) -> bool:
    """Whether both are a surname alone: ``De Groot en Mulder``."""
    return not (een.naam.letter or ander.naam.letter)


def _is_unknown(treffer: Treffer, kennis: Kennis) -> bool:
    """Whether a run can be a name and is no word, place or abbreviation."""
    woord = treffer.delen[-1].tekst
    return (
        is_plausible(treffer.delen, treffer.naam, kennis)
        and not woord.isupper()
        and not kennis.lijsten.is_organisation(woord)
        and not kennis.lijsten.is_of_place(woord)
    )
