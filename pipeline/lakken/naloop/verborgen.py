"""Words that a page holds and does not show."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from modellen.naloop import Schuil, Vindplaats
from pipeline.lakken.naloop.nabij import hidden_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.naloop import (
        Naloopbevinding,
        Naloopdossier,
        Schuiltekst,
    )
    from pipeline.lakken.naloop.kennis import Naloopkennis

_SOORT = {
    Schuil.ONDER_VLAK: "tekst_onder_vlak",
    Schuil.NIET_TOEGEPAST: "niet_toegepast",
    Schuil.BUITEN: "buiten_bladzijde",
    Schuil.ONZICHTBAAR: "onzichtbare_tekst",
}


def check_hidden(
    dossier: Naloopdossier, kennis: Naloopkennis
) -> Iterator[Naloopbevinding]:
    """Text under boxes, marks never applied, invisible and off-page text; by file."""
    for stuk in dossier.stukken:
        per_soort: dict[str, list[Vindplaats]] = defaultdict(list)
        for schuil in stuk.schuil:
            soort = _kind(schuil)
            per_soort[soort].append(hidden_place(stuk, schuil))
        for soort, bronnen in per_soort.items():
            yield kennis.report(soort, bronnen)


def _kind(schuil: Schuiltekst) -> str:
    soort = _SOORT[schuil.hoe]
    zacht = soort in {"onzichtbare_tekst", "buiten_bladzijde"}
    return "onzichtbare_persoon" if zacht and schuil.persoon else soort


def check_unread(
    dossier: Naloopdossier, kennis: Naloopkennis
) -> Iterator[Naloopbevinding]:
    """Pages that are a picture and no text: nobody can search them, we neither."""
    for stuk in dossier.stukken:
        if stuk.beelden:
            bronnen = [
                Vindplaats(bestand=stuk.bestand, woorden="(alleen beeld)", pagina=p)
                for p in stuk.beelden[:6]
            ]
            aantal = str(len(stuk.beelden))
            yield kennis.report("niet_doorzoekbaar", bronnen, aantal=aantal)
