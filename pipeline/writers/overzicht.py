"""The overview page: one HTML file that a secretary opens in a browser.

Everything is in the page itself; each record links to its source file, a PDF on the
page where it stands (``#page=``, RFC 8118).
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import jinja2

from modellen.afspraak import AFGEDAAN
from pipeline.bestanden import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from modellen.cijfer import Cijfer
    from modellen.dossier import Documentkaart, Dossier, GenummerdeActie
    from modellen.herkomst import Herkomst

NAAM = "overzicht.html"
CIJFERS_PER_STUK = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Bronlink:
    """A footnote: the words, and the address of the file where it can be opened."""

    tekst: str
    adres: str | None


class Bronnen:
    """Makes footnotes for records, with addresses relative to the output folder."""

    def __init__(self, dossier: Dossier, map_: Path, uitvoer: Path) -> None:
        self._kaarten = {k.id: k for k in dossier.documenten}
        self._map = map_.resolve()
        self._uitvoer = uitvoer.resolve()
        self._adressen: dict[str, str | None] = {}

    def of(self, herkomst: Herkomst) -> Bronlink:
        """The footnote of a record."""
        kaart = self._kaarten.get(herkomst.document)
        return self.of_document(kaart, herkomst.pagina, str(herkomst.plaats))

    def of_id(self, document: str | None, pagina: int | None) -> Bronlink | None:
        """The footnote of a document by its id, or nothing."""
        kaart = self._kaarten.get(document or "")
        return self.of_document(kaart, pagina, "") if kaart else None

    def of_document(
        self, kaart: Documentkaart | None, pagina: int | None, plaats: str
    ) -> Bronlink:
        """The footnote of a document, at a page where there is one."""
        if kaart is None:
            return Bronlink(tekst=plaats, adres=None)
        adres = self._address(kaart.bestand)
        if adres and pagina and adres.lower().endswith(".pdf"):
            adres = f"{adres}#page={pagina}"
        waar = plaats or (f"blz. {pagina}" if pagina else "")
        tekst = f"{kaart.bestand}, {waar}" if waar else kaart.bestand
        return Bronlink(tekst=tekst, adres=adres)

    def _address(self, bestand: str) -> str | None:
        """The relative address of a file, or of the message that carries it."""
        if bestand not in self._adressen:
            self._adressen[bestand] = self._find(bestand)
        return self._adressen[bestand]

    def _find(self, bestand: str) -> str | None:
        delen = bestand.split("/")
        for lengte in range(len(delen), 0, -1):
            pad = self._map.joinpath(*delen[:lengte])
            if pad.is_file():
                return _relative(pad, self._uitvoer)
        return None


def write_overzicht(
    dossier: Dossier, map_: Path, uitvoer: Path, *, vandaag: date
) -> Path:
    """Write the overview page and give its path; an older page is replaced whole."""
    doel = uitvoer / NAAM
    pagina = make_overzicht(dossier, Bronnen(dossier, map_, uitvoer), vandaag=vandaag)
    return write_whole(doel, pagina.encode())


def make_overzicht(dossier: Dossier, bronnen: Bronnen, *, vandaag: date) -> str:
    """The overview page as HTML."""
    omgeving = jinja2.Environment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    omgeving.filters["dag"] = lambda d: f"{d:%d-%m-%Y}" if d else ""
    omgeving.filters["tijd"] = lambda t: f"{t:%H.%M}" if t else ""
    omgeving.filters["woorden"] = lambda s: str(s).replace("_", " ")
    bestand = files("pipeline.writers") / "sjablonen" / "overzicht.html.j2"
    sjabloon = omgeving.from_string(bestand.read_text(encoding="utf-8"))
    return sjabloon.render(**_values(dossier, bronnen, vandaag))


def _values(dossier: Dossier, bronnen: Bronnen, vandaag: date) -> dict[str, Any]:
    open_ = [a for a in dossier.acties if a.actie.status not in AFGEDAAN]
    klaar = [a for a in dossier.acties if a.actie.status in AFGEDAAN]
    return {
        "dossier": dossier,
        "bron": bronnen,
        "vandaag": vandaag,
        "open_acties": sorted(open_, key=_urgency),
        "klare_acties": klaar,
        "tijdlijn": sorted(
            (v for v in dossier.vergaderingen if v.datum),
            key=lambda v: (v.datum, v.begin is None, v.begin, v.naam),
        ),
        "soorten": Counter(d.soort.value for d in dossier.documenten).most_common(),
        "cijfergroepen": tuple(_group_figures(dossier)),
    }


def _urgency(genummerd: GenummerdeActie) -> tuple[bool, str, str]:
    """By term, so that overdue comes first; those without a term last."""
    termijn = genummerd.actie.termijn
    return (
        termijn is None,
        termijn.isoformat() if termijn else "",
        genummerd.nummer,
    )


def _group_figures(dossier: Dossier) -> Iterator[dict[str, Any]]:
    """The figures by document, as many as a page can bear; the count tells the rest."""
    per_stuk: dict[str, list[Cijfer]] = {}
    for cijfer in dossier.cijfers:
        per_stuk.setdefault(cijfer.herkomst.document, []).append(cijfer)
    for kaart in dossier.documenten:
        if eigen := per_stuk.get(kaart.id):
            getoond = eigen[:CIJFERS_PER_STUK]
            yield {"kaart": kaart, "aantal": len(eigen), "cijfers": getoond}


def _relative(pad: Path, vanuit: Path) -> str | None:
    """The address from the output folder; the whole address on another drive."""
    try:
        weg = os.path.relpath(pad, vanuit)
    except ValueError:
        return pad.as_uri()
    return quote(weg.replace(os.sep, "/"))
