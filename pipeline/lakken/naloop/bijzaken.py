"""What a published file carries besides its pages."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from modellen.naloop import Bijzaaksoort, Vindplaats
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.naloop import (
        Bijzaak,
        Naloopbevinding,
        Naloopdossier,
        Openbaarstuk,
    )
    from pipeline.lakken.naloop.kennis import Naloopkennis

_ZONDER_PERSOON = {
    Bijzaaksoort.BIJLAGE: "bijlage",
    Bijzaaksoort.OPMERKING: "opmerking",
    Bijzaaksoort.VERSIE: "oude_versie",
    Bijzaaksoort.LAAG: "verborgen_laag",
    Bijzaaksoort.SCRIPT: "verborgen_laag",
}


def check_extras(
    dossier: Naloopdossier, kennis: Naloopkennis
) -> Iterator[Naloopbevinding]:
    """Properties, notes, links, attachments, layers and old versions; by file."""
    for stuk in dossier.stukken:
        groepen: dict[tuple[str, str], list[Bijzaak]] = defaultdict(list)
        for bijzaak in stuk.bijzaken:
            soort = _kind(stuk, bijzaak, kennis)
            if soort:
                waar = kennis.namen[bijzaak.soort.value]
                groepen[(soort, waar)].append(bijzaak)
        for (soort, waar), zaken in groepen.items():
            velden = ", ".join(dict.fromkeys(z.veld for z in zaken))
            yield kennis.report(
                soort, [_place(stuk, z) for z in zaken], waar=waar, veld=velden
            )


def _kind(stuk: Openbaarstuk, bijzaak: Bijzaak, kennis: Naloopkennis) -> str | None:
    if bijzaak.persoon and not _shows(stuk, bijzaak):
        koppeling = bijzaak.soort is Bijzaaksoort.KOPPELING
        return "adres_in_koppeling" if koppeling else "bijzaak_persoon"
    if (
        bijzaak.soort is Bijzaaksoort.METADATA
        and bijzaak.veld in kennis.woorden["maker"]
    ):
        laag = klein(bijzaak.woorden)
        return None if any(w in laag for w in kennis.woorden["geen_maker"]) else "maker"
    return _ZONDER_PERSOON.get(bijzaak.soort)


def _shows(stuk: Openbaarstuk, bijzaak: Bijzaak) -> bool:
    """Whether the pages show the same words: then it betrays nothing of its own."""
    return klein(bijzaak.persoon) in klein(stuk.tekst)


def _place(stuk: Openbaarstuk, bijzaak: Bijzaak) -> Vindplaats:
    return Vindplaats(
        bestand=stuk.bestand, woorden=bijzaak.woorden, pagina=bijzaak.pagina
    )
