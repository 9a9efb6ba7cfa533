"""The report on figures: what was found, with the tables as they were."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from modellen.cijferverslag import Cijferverslag, Verslagtabel
from pipeline.audit.cijfers.standen import find_reeksen
from pipeline.audit.cijfers.tonen import find_controles, show_tabellen
from pipeline.errors import InvoerError
from pipeline.extraction import extract
from pipeline.readers import read_file
from pipeline.rulebook import Regelboek
from pipeline.splitting import split
from pipeline.writers.cijferverslag_html import write_html
from pipeline.writers.cijferverslag_xlsx import write_xlsx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.bevinding import Bevinding
    from modellen.cijferverslag import Controle
    from modellen.dossier import Dossier
    from modellen.stuk import Stuk
    from pipeline.settings import Instellingen
    from pipeline.storage import Archief

XLSX = "cijferverslag.xlsx"
HTML = "cijferverslag.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Geschreven:
    """The report and the files it was written to."""

    verslag: Cijferverslag
    xlsx: Path
    html: Path


def report_figures(archief: Archief, instellingen: Instellingen) -> Geschreven:
    """Write both reports on the figures of an archive."""
    verslag = make_cijferverslag(archief, instellingen)
    uitvoer = instellingen.uitvoer
    uitvoer.mkdir(parents=True, exist_ok=True)
    xlsx, html = uitvoer / XLSX, uitvoer / HTML
    write_xlsx(verslag, xlsx, vandaag=instellingen.datum)
    write_html(verslag, html, vandaag=instellingen.datum)
    return Geschreven(verslag=verslag, xlsx=xlsx, html=html)


def make_cijferverslag(archief: Archief, instellingen: Instellingen) -> Cijferverslag:
    """All that the reports show: findings, and the tables read again from their files.

    A file that is gone or was changed since is named, never shown as it was not read.
    """
    dossier = archief.dossier()
    regelboek = Regelboek(instellingen.regels)
    tabellen: list[Verslagtabel] = []
    controles: list[Controle] = []
    ongelezen: list[tuple[str, str]] = []
    for bestand, stukken in _read_again(dossier, archief, instellingen, regelboek):
        if isinstance(stukken, str):
            ongelezen.append((bestand, stukken))
            continue
        for stuk in stukken:
            tabellen += show_tabellen(stuk)
            controles += find_controles(stuk, regelboek)
    return Cijferverslag(
        documenten=dossier.documenten,
        bevindingen=tuple(select_findings(dossier, regelboek)),
        tabellen=tuple(tabellen),
        controles=tuple(controles),
        reeksen=find_reeksen(dossier),
        ongelezen=tuple(ongelezen),
    )


def select_findings(dossier: Dossier, regelboek: Regelboek) -> Iterator[Bevinding]:
    """The findings about figures and days, gravest first; not those about reading."""
    buiten = set(regelboek.tabel("audit/audit.toml")["cijferverslag"]["buiten"])
    for b in dossier.bevindingen:
        if b.regel.removeprefix("audit.") not in buiten:
            yield b


def _read_again(
    dossier: Dossier,
    archief: Archief,
    instellingen: Instellingen,
    regelboek: Regelboek,
) -> Iterator[tuple[str, tuple[Stuk, ...] | str]]:
    """The documents with figures of each file, or why they cannot be shown."""
    met_tabel = {c.herkomst.document for c in dossier.cijfers if c.cel}
    gezien: set[str] = set()
    paden = archief.paden()
    for kaart in dossier.documenten:
        bestand = _top(kaart.bestand, paden)
        if kaart.id not in met_tabel or bestand is None or bestand in gezien:
            continue
        gezien.add(bestand)
        pad, som = Path(paden[bestand][0]), paden[bestand][1]
        if reden := _changed(pad, som):
            yield bestand, reden
            continue
        try:
            lezing = read_file(pad, bestand, instellingen.grenzen)
        except InvoerError as fout:
            yield bestand, str(fout)
            continue
        documenten = [d for heel in lezing.documenten for d in split(heel, regelboek)]
        stukken = extract(documenten, regelboek)
        yield bestand, tuple(s for s in stukken if s.document.id in met_tabel)


def _top(bestand: str, paden: dict[str, tuple[str, str]]) -> str | None:
    """The file on disk that holds a document, perhaps as an attachment."""
    delen = bestand.split("/")
    for lengte in range(len(delen), 0, -1):
        naam = "/".join(delen[:lengte])
        if naam in paden:
            return naam
    return None


def _changed(pad: Path, som: str) -> str:
    """Why a file is not the one that was read; "" when it is."""
    try:
        nu = hashlib.sha256(pad.read_bytes()).hexdigest()
    except OSError:
        return "staat niet meer op zijn plaats; lees de map opnieuw"
    return "" if nu == som else "is gewijzigd na het lezen; lees de map opnieuw"
