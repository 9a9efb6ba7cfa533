"""What a person reads when the after-check holds a release: what, where, what now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from modellen.lakken import Controle
    from modellen.naloop import Naloopbevinding

_MEESTE = 5
_RAAD = {
    "naalden": "Zoek dat woord op die plek op, ook in beelden en in letters die wijd "
    "staan, en wijs het aan in de bron: een lakmarkering in de pdf, of de code van de "
    "grond in een opmerking bij de tekst",
    "vakken": "Wijs de plek aan in de pdf, ruimer dan het woord, of lak dit document "
    "met --streng-breedte",
    "ongelezen bladzijden": "Lees die bladzijden zelf. Moet er iets weg, wijs het aan "
    "in de pdf en maak het voorstel opnieuw. Zet daarna in het lakblad bij dit stuk "
    "een beoordeling, zoals 'openbaar' of 'deels openbaar'",
    "gelezen bladzijden": "Zet de bladzijde als scan in de bron, zodat zij met "
    "tekstherkenning gelezen wordt",
}
_ANDERS = (
    "Sla de bron opnieuw op als pdf (Afdrukken naar pdf) en probeer het nog eens, of "
    "lak dit document met --streng-breedte"
)
"""What helps against anything that a file holds besides its text."""

_NOG_DICHT = (
    "  Er is nog niets openbaar gemaakt. Kijk op die plek wat er nog te lezen is, lak "
    "het in het lakblad of wijs het aan in de bron, en geef dan opnieuw vrij."
)


def explain_refusal(nummer: str, bestand: str, controles: Iterable[Controle]) -> str:
    """The reasons why a document is held, on a line each, and what to do about them."""
    fout = [c for c in controles if not c.geslaagd]
    redenen = list(dict.fromkeys(_reason(c) for c in fout))
    regels = [f"- {nummer}, {bestand}: {'; '.join(redenen[:_MEESTE])}."]
    # What stands on no page is no one's to point out.
    raad = dict.fromkeys(
        _RAAD.get(c.naam, _ANDERS) if c.pagina else _ANDERS for c in fout
    )
    return "\n".join((*regels, *(f"  {r}." for r in raad)))


def explain_leaks(lekken: Iterable[Naloopbevinding]) -> str:
    """The leaks that hold a release: what, in which file, on which page, what to do.

    What they advise themselves is for files that are public already.
    """
    regels = []
    for lek in lekken:
        plekken = dict.fromkeys(
            b.bestand + (f", bladzijde {b.pagina}" if b.pagina else "")
            for b in lek.bronnen
        )
        waar = "; ".join(list(plekken)[:_MEESTE])
        regels.append(f"- {lek.titel} ({waar}).")
    return "\n".join((*dict.fromkeys(regels), _NOG_DICHT))


def _reason(controle: Controle) -> str:
    """What was found, with its page where the words do not name it."""
    tekst = controle.toelichting
    if controle.pagina is None or "bladzijde" in tekst:
        return tekst
    return f"op bladzijde {controle.pagina}: {tekst}"
