"""The lists behind ``verwerk toon``: one row of words for each record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from modellen.bevinding import Bevinding
    from modellen.dossier import Documentkaart, Dossier
    from modellen.herkomst import Herkomst

KORT = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijst:
    """A list for the screen: a name, heads, and rows of as many cells."""

    naam: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]


Rij = tuple[str, ...]

Maker = Callable[["Dossier", "dict[str, Documentkaart]"], "Iterator[tuple[str, Rij]]"]
"""Gives each record of a dossier as a row, behind the id of its document."""


def make_lijst(dossier: Dossier, onderwerp: str, bestand: str | None) -> Lijst:
    """The list of a subject, of the whole dossier or of one file."""
    koppen, maak = LIJSTEN[onderwerp]
    kaarten = {k.id: k for k in dossier.documenten}
    rijen = tuple(
        rij
        for document, rij in maak(dossier, kaarten)
        if bestand is None or _comes_from(kaarten.get(document), rij, bestand)
    )
    return Lijst(naam=onderwerp, koppen=koppen, rijen=rijen)


def name_source(herkomst: Herkomst, kaarten: dict[str, Documentkaart]) -> str:
    """The source of a record as a footnote: file and place."""
    kaart = kaarten.get(herkomst.document)
    return f"{kaart.bestand}, {herkomst.plaats}" if kaart else str(herkomst.plaats)


def _comes_from(kaart: Documentkaart | None, rij: Rij, bestand: str) -> bool:
    naam = kaart.bestand if kaart else rij[0]
    return naam == bestand or naam.startswith(f"{bestand}/")


def _documenten(
    dossier: Dossier, _: dict[str, Documentkaart]
) -> Iterator[tuple[str, Rij]]:
    for k in dossier.documenten:
        paginas = f"blz. {k.pagina_van}-{k.pagina_tot}" if k.pagina_van else ""
        rij = (k.id, k.titel or "(zonder titel)", k.soort, _day(k.datum), k.bestand)
        concept = "concept" if k.concept else ""
        yield k.id, (*rij, paginas, concept, "" if k.status == "gelezen" else k.status)


def _vergaderingen(
    dossier: Dossier, kaarten: dict[str, Documentkaart]
) -> Iterator[tuple[str, Rij]]:
    for v in dossier.vergaderingen:
        tijd = f"{v.begin:%H.%M}" if v.begin else ""
        tot = f"-{v.eind:%H.%M}" if v.eind else ""
        wanneer = f"{tijd}{tot}"
        bron = name_source(v.herkomst, kaarten)
        yield (
            v.herkomst.document,
            (_day(v.datum) or "datum onbekend", v.naam, wanneer, v.locatie or "", bron),
        )


def _agendapunten(
    dossier: Dossier, kaarten: dict[str, Documentkaart]
) -> Iterator[tuple[str, Rij]]:
    for p in dossier.agendapunten:
        bron = name_source(p.herkomst, kaarten)
        yield p.herkomst.document, (p.volgnummer or "-", p.titel, bron)


def _acties(
    dossier: Dossier, kaarten: dict[str, Documentkaart]
) -> Iterator[tuple[str, Rij]]:
    for g in dossier.acties:
        a = g.actie
        yield (
            a.herkomst.document,
            (
                g.nummer,
                _short(a.omschrijving),
                ", ".join(a.actiehouders) or "n.t.b.",
                _day(a.termijn) or a.termijn_tekst or "geen termijn",
                a.status.value.replace("_", " "),
                name_source(a.herkomst, kaarten),
            ),
        )


def _gemist(
    dossier: Dossier, kaarten: dict[str, Documentkaart]
) -> Iterator[tuple[str, Rij]]:
    """Work announced without a promise, for a person to judge."""
    from pipeline.flows.lijstinhoud import find_gemist
    from pipeline.flows.verslag import find_vermoedens

    gemist = find_gemist(dossier)
    for g in dossier.acties:
        if g.nummer in gemist:
            bron = name_source(g.actie.herkomst, kaarten)
            wie = ", ".join(g.actie.actiehouders) or "n.t.b."
            zin = _short(" ".join(g.actie.herkomst.citaat.split()))
            yield g.actie.herkomst.document, (g.nummer, zin, wie, bron)
    for b in find_vermoedens(dossier):
        zin = b.omschrijving.split("«")[-1].split("»")[0]
        yield b.document or "", ("geen nummer", zin, "", _place(b, kaarten))


def _besluiten(
    dossier: Dossier, kaarten: dict[str, Documentkaart]
) -> Iterator[tuple[str, Rij]]:
    for g in dossier.besluiten:
        b = g.besluit
        bron = name_source(b.herkomst, kaarten)
        resultaat = b.resultaat.value.replace("_", " ")
        yield (
            b.herkomst.document,
            (g.nummer, _short(b.omschrijving), resultaat, _day(b.datum), bron),
        )


def _cijfers(
    dossier: Dossier, kaarten: dict[str, Documentkaart]
) -> Iterator[tuple[str, Rij]]:
    for c in dossier.cijfers:
        wat = " ".join(filter(None, (c.thema, c.maat, str(c.jaar or ""))))
        waarde = f"{c.weergave or '(leeg)'} {c.eenheid or ''}".strip()
        plek = f" ({c.cel})" if c.cel else ""
        bron = name_source(c.herkomst, kaarten) + plek
        yield c.herkomst.document, (c.gebied or "(gebied onbekend)", wat, waarde, bron)


def _bevindingen(
    dossier: Dossier, kaarten: dict[str, Documentkaart]
) -> Iterator[tuple[str, Rij]]:
    """What is found; what may be a promise has a list of its own, ``gemist``."""
    from pipeline.flows.verslag import is_vermoeden

    for b in dossier.bevindingen:
        if not is_vermoeden(b):
            bron = _place(b, kaarten)
            yield b.document or "", (b.klasse.value, b.omschrijving, bron)


def _place(bevinding: Bevinding, kaarten: dict[str, Documentkaart]) -> str:
    """The file and page of a finding."""
    kaart = kaarten.get(bevinding.document or "")
    plek = f", blz. {bevinding.pagina}" if bevinding.pagina else ""
    return f"{kaart.bestand}{plek}" if kaart else ""


def _mislukt(
    dossier: Dossier, _: dict[str, Documentkaart]
) -> Iterator[tuple[str, Rij]]:
    for m in dossier.mislukt:
        yield "", (m.bestand, m.reden)


def _day(datum: date | None) -> str:
    return f"{datum:%d-%m-%Y}" if datum else ""


def _short(tekst: str) -> str:
    return tekst if len(tekst) <= KORT else f"{tekst[: KORT - 1].rstrip()}…"


LIJSTEN: dict[str, tuple[Rij, Maker]] = {
    "documenten": (
        ("id", "titel", "soort", "datum", "bestand", "bladzijden", "concept", "status"),
        _documenten,
    ),
    "vergaderingen": (("datum", "naam", "tijd", "locatie", "bron"), _vergaderingen),
    "agendapunten": (("nummer", "titel", "bron"), _agendapunten),
    "acties": (("nummer", "actie", "wie", "termijn", "status", "bron"), _acties),
    "gemist": (("nummer", "mogelijk gemiste toezegging", "wie", "bron"), _gemist),
    "besluiten": (("nummer", "besluit", "resultaat", "datum", "bron"), _besluiten),
    "cijfers": (("gebied", "wat", "waarde", "bron"), _cijfers),
    "bevindingen": (("klasse", "bevinding", "bron"), _bevindingen),
    "mislukt": (("bestand", "reden"), _mislukt),
}
