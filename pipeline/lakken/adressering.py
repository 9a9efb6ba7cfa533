"""Who sent a document and to whom, by function and organisation, never by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from modellen.document import Document
    from modellen.persoon import Persoon

_ADRES = re.compile(r"[\w.+'-]+@(?P<domein>[\w.-]+\.\w{2,})")
_MEESTE = 3


def name_parties(document: Document, personen: Sequence[Persoon]) -> tuple[str, str]:
    """Sender and receivers of a message as the inventory may print them.

    A function where the dossier tells it, else the domain of the address. Other
    documents give empty words: a person fills those in.
    """
    eigen = document.eigenschappen
    functies = {klein(v): p.functie for p in personen if p.functie for v in p.varianten}
    afzender = _describe([eigen.afzender] if eigen.afzender else [], functies)
    ontvanger = _describe(eigen.aan, functies)
    return afzender, ontvanger


def _describe(partijen: Iterable[str], functies: dict[str, str]) -> str:
    namen: list[str] = []
    for partij in partijen:
        naam = _one(partij, functies)
        if naam and naam not in namen:
            namen.append(naam)
    if len(namen) > _MEESTE:
        return f"{', '.join(namen[:_MEESTE])} en anderen"
    return ", ".join(namen)


def _one(partij: str, functies: dict[str, str]) -> str:
    raak = _ADRES.search(partij)
    domein = raak["domein"] if raak else ""
    naam = klein(partij.split("<", maxsplit=1)[0].strip(' "'))
    functie = functies.get(naam, "")
    if functie and domein:
        return f"{functie} ({domein})"
    return functie or (f"medewerker ({domein})" if domein else "")
