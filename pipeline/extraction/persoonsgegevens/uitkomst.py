"""From what was found to records: proposals without overlap, people with sources."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from modellen.persoon import Gegevenssoort, Persoon, Persoonsgegeven
from pipeline.extraction.persoonsgegevens.treffer import AANVAARD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.document import Document
    from modellen.herkomst import Herkomst
    from pipeline.extraction.persoonsgegevens.personen import Personen, Wie
    from pipeline.extraction.persoonsgegevens.werk import Werkblad

_GROND = "5.1.2e"
_TWIJFEL = 0.55
_IN_ADRES = 0.85
_IN_KOLOM = 0.8


def make_personen(bladen: Sequence[Werkblad], personen: Personen) -> dict[int, Persoon]:
    """A record for everyone of whom a mention or an address was found."""
    klaar = {}
    for wie in personen.alle:
        namen = sorted(
            {str(n) for n in wie.namen if str(n)}, key=lambda n: (-len(n), n)
        )
        if not namen:
            namen = sorted(str(a) for a in wie.adressen)
        if not namen:
            continue
        klaar[id(wie)] = Persoon(
            naam=namen[0],
            varianten=tuple(namen),
            rol=wie.rol.id if wie.rol else None,
            functie=wie.functie,
            openbaar=wie.openbaar,
            bevestigen=wie.bevestigen,
            reden=wie.reden or "geen functie bekend; standaard gelakt",
            vermeldingen=tuple(_mentions(bladen, wie)),
        )
    return klaar


def _mentions(bladen: Sequence[Werkblad], wie: Wie) -> Iterator[Herkomst]:
    plekken = sorted(
        {(t.blad, t.begin, t.eind, t.regel, t.gewicht) for t in wie.treffers}
    )
    for nummer, begin, eind, regel, gewicht in plekken:
        blad = bladen[nummer].blad
        yield blad.document.citeer(
            *blad.schoon.span(begin, eind), regel=regel, zekerheid=min(gewicht, 1.0)
        )


def make_gegevens(
    bladen: Sequence[Werkblad],
    personen: Personen,
    adressen: dict[int, Wie],
    klaar: dict[int, Persoon],
) -> tuple[Persoonsgegeven, ...]:
    """All proposals of a dossier, in the order of documents and places."""
    uit: list[Persoonsgegeven] = []
    for werk in bladen:
        voorstellen = [
            *_from_patterns(werk, adressen, klaar),
            *_from_columns(werk),
            *_from_names(werk, personen, klaar),
            *_from_halves(werk, personen, klaar),
            *_from_initials(werk, klaar),
            *_from_addresses(werk, klaar),
        ]
        uit += _without_overlap(voorstellen, werk.document)
    return tuple(uit)


def _from_patterns(
    werk: Werkblad, adressen: dict[int, Wie], klaar: dict[int, Persoon]
) -> Iterator[Persoonsgegeven]:
    for p in werk.patronen:
        wie = adressen.get(id(p))
        yield _record(
            werk,
            (p.begin, p.eind),
            (p.soort, p.regel.kenmerken.get("grond", _GROND)),
            (p.regel.id, p.regel.kenmerken.get("reden", p.regel.uitleg), p.zekerheid),
            klaar.get(id(wie)) if wie else None,
        )


def _from_columns(werk: Werkblad) -> Iterator[Persoonsgegeven]:
    for begin, eind, soort, regel in werk.in_kolommen:
        yield Persoonsgegeven(
            soort=soort,
            grond=regel.kenmerken.get("grond", _GROND),
            reden=regel.kenmerken["reden"],
            herkomst=werk.document.citeer(
                begin, eind, regel=regel.id, zekerheid=_IN_KOLOM
            ),
        )


def _from_names(
    werk: Werkblad, personen: Personen, klaar: dict[int, Persoon]
) -> Iterator[Persoonsgegeven]:
    for t in werk.treffers:
        wie = personen.van.get(id(t))
        if wie is None or wie.openbaar or not t.aanvaard:
            continue
        reden = t.reden if not wie.reden else f"{t.reden}; {wie.reden}"
        yield _record(
            werk,
            (t.begin, t.eind),
            (Gegevenssoort.NAAM, _GROND),
            (t.regel, reden, t.gewicht),
            klaar.get(id(wie)),
        )


def _from_halves(
    werk: Werkblad, personen: Personen, klaar: dict[int, Persoon]
) -> Iterator[Persoonsgegeven]:
    for begin, eind, treffer in werk.helften:
        wie = personen.van.get(id(treffer))
        if wie is None or wie.openbaar:
            continue
        yield Persoonsgegeven(
            soort=Gegevenssoort.NAAM,
            grond=_GROND,
            reden="tweede helft van een naam die hierboven is afgebroken",
            persoon=klaar[id(wie)].id if id(wie) in klaar else None,
            herkomst=werk.document.citeer(
                begin, eind, regel="naam.helft", zekerheid=_IN_KOLOM
            ),
        )


def _from_initials(
    werk: Werkblad, klaar: dict[int, Persoon]
) -> Iterator[Persoonsgegeven]:
    for begin, eind, wie in werk.initialen:
        if wie is not None and wie.openbaar:
            continue
        reden = "initialen van iemand uit het dossier"
        if wie is None:
            reden = "letters in een kolom met namen; niet bekend van wie"
        yield _record(
            werk,
            (begin, eind),
            (Gegevenssoort.INITIALEN, _GROND),
            ("initialen", reden, 0.8 if wie else _TWIJFEL),
            klaar.get(id(wie)) if wie else None,
        )


def _from_addresses(
    werk: Werkblad, klaar: dict[int, Persoon]
) -> Iterator[Persoonsgegeven]:
    adres = "naam.adres", "naam van iemand in een adres of bestandsnaam", _IN_ADRES
    rest = "naam.rest", "achternaam van iemand uit het dossier in een woord", AANVAARD
    for gevonden, waarom in ((werk.in_adressen, adres), (werk.resten, rest)):
        for begin, eind, wie in gevonden:
            yield _record(
                werk,
                (begin, eind),
                (Gegevenssoort.NAAM, _GROND),
                waarom,
                klaar.get(id(wie)),
            )


def _record(
    werk: Werkblad,
    plek: tuple[int, int],
    wat: tuple[Gegevenssoort, str],
    waarom: tuple[str, str, float],
    persoon: Persoon | None,
) -> Persoonsgegeven:
    regel, reden, zekerheid = waarom
    return Persoonsgegeven(
        soort=wat[0],
        grond=wat[1],
        reden=reden,
        persoon=persoon.id if persoon else None,
        herkomst=werk.blad.document.citeer(
            *werk.blad.schoon.span(*plek), regel=regel, zekerheid=min(zekerheid, 1.0)
        ),
    )


def _without_overlap(
    voorstellen: list[Persoonsgegeven], document: Document
) -> list[Persoonsgegeven]:
    """Of proposals that overlap the longest stays, and of the other what sticks out.

    Of equal length the first stays.
    """
    over: list[Persoonsgegeven] = []
    for v in sorted(
        voorstellen, key=lambda v: (v.begin, -v.eind, -v.zekerheid, v.regel)
    ):
        vorig = over[-1] if over else None
        if vorig is None or v.begin >= vorig.eind:
            over.append(v)
        elif v.eind - v.begin > vorig.eind - vorig.begin:
            over[-1:] = [*_part(vorig, vorig.begin, v.begin, document), v]
        elif v.eind > vorig.eind:
            over += _part(v, vorig.eind, v.eind, document)
    return over


def _part(
    voorstel: Persoonsgegeven, begin: int, eind: int, document: Document
) -> Iterator[Persoonsgegeven]:
    """A part of a proposal; nothing where it holds no name and no number."""
    deel = document.tekst[begin:eind]
    kaal = deel.strip(" ,()\t\n")
    if any(c.isupper() or c.isdigit() for c in kaal):
        van = begin + deel.index(kaal)
        plek = document.citeer(
            van, van + len(kaal), regel=voorstel.regel, zekerheid=voorstel.zekerheid
        )
        yield replace(voorstel, herkomst=plek)
