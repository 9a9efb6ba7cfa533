"""Personal data of a dossier: what goes, who stays readable, what a person judges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.persoon import Vondsten
from pipeline.taal.taalmodel.laden import load_light

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modellen.document import Document
    from modellen.persoon import Persoonsbesluit
    from pipeline.rulebook import Regelboek
    from pipeline.taal.taalmodel import Taalmodel

__all__ = ["find_persoonsgegevens"]


def find_persoonsgegevens(
    documenten: Sequence[Document],
    regelboek: Regelboek,
    taalmodel: Taalmodel | None = None,
    besluiten: Sequence[Persoonsbesluit] = (),
) -> Vondsten:
    """All personal data of a dossier, its people, and passages only a person judges.

    Every span is one of ``document.tekst``. Names of people whose role stays readable
    are no proposals; they are found in ``Persoon.vermeldingen``. A language model adds
    names that nothing else confirms, as uncertain. ``besluiten`` are what a person
    decided on people of the dossier before. Raises ``RegelError`` when rules or lists
    do not hold. Grounds: Woo art. 5.1 lid 1 onder e, lid 2 onder e.
    """
    with load_light():
        from pipeline.extraction.persoonsgegevens.pijplijn import (  # noqa: PLC0415 (spaCy is heavy; only this work waits for it)
            make_pijplijn,
            weigh_dossier,
        )

        nlp = make_pijplijn(regelboek, taalmodel)
    bladen = weigh_dossier(nlp, documenten, besluiten)
    mensen = bladen[0].dossier.mensen.values() if bladen else ()
    return Vondsten(
        gegevens=tuple(g for b in bladen for g in b.gegevens),
        personen=tuple(sorted(mensen, key=lambda p: (p.naam, p.id))),
        passages=tuple(p for b in bladen for p in b.passages),
    )
