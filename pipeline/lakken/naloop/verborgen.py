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
            soort = _kind(schuil, kennis)
            per_soort[soort].append(hidden_place(stuk, schuil))
        for soort, bronnen in per_soort.items():
            yield kennis.report(soort, bronnen)


def _kind(schuil: Schuiltekst, kennis: Naloopkennis) -> str:
    soort = _SOORT[schuil.hoe]
    zacht = soort in {"onzichtbare_tekst", "buiten_bladzijde"}
    if zacht and _names_someone(schuil.woorden, kennis):
        return "onzichtbare_persoon"
    return soort


def _names_someone(woorden: str, kennis: Naloopkennis) -> bool:
    """Whether words hold an address, or two words in a row that make a name."""
    delen = [w.strip(".,;:()\"'“”") for w in woorden.split()]
    if any("@" in d for d in delen):
        return True
    namen = [kennis.is_name_word(d) for d in delen]
    return any(
        namen[i] and (namen[i + 1] or (i + 2 < len(namen) and namen[i + 2]))
        for i in range(len(namen) - 1)
    )


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
