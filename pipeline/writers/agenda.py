"""A draft agenda for the next meeting, for Word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.writers.woorden import write_dag, write_weekdag
from pipeline.writers.word import Kolom, Stuk

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from modellen.actielijst import Actielijst
    from modellen.vergadering import Vergadering

KOLOMMEN = (
    Kolom(kop="Nr.", breedte=1.2),
    Kolom(kop="Agendapunt", breedte=10.8),
    Kolom(kop="Toelichting", breedte=6.0),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendavoorstel:
    """What a draft agenda holds: the meeting if known, and title and note a point."""

    overleg: str
    voor: date
    vergadering: Vergadering | None
    punten: tuple[tuple[str, str], ...]


def make_voorstel(lijst: Actielijst, vergadering: Vergadering | None) -> Agendavoorstel:
    """The standing points, with what was handed in between them."""
    laat = sum(len(b.regels) for b in lijst.blokken if b.soort == "te_laat")
    lopend = sum(
        len(b.regels) for b in lijst.blokken if b.soort in {"te_laat", "voor", "rest"}
    )
    stand = f"{lopend} lopend, {laat} over de termijn" if lopend else ""
    if lijst.vorige:
        verslag = f"Vaststelling verslag {write_dag(lijst.vorige)}"
    else:
        verslag = "Vaststelling vorig verslag"
    return Agendavoorstel(
        overleg=lijst.overleg,
        voor=lijst.voor,
        vergadering=vergadering,
        punten=(
            ("Opening en vaststelling agenda", ""),
            ("Mededelingen", ""),
            (verslag, ""),
            ("Actielijst", stand),
            *((p.titel, p.bron) for p in lijst.punten),
            ("Rondvraag", ""),
            ("Sluiting", ""),
        ),
    )


def make_agenda(voorstel: Agendavoorstel, sjabloon: Path | None, stand: date) -> bytes:
    """The draft as a Word document, the same bytes each time."""
    stuk = Stuk(sjabloon, liggend=False)
    stuk.fill({"overleg": voorstel.overleg, "datum": write_dag(voorstel.voor)})
    titel = " ".join(filter(None, ("Agenda", voorstel.overleg)))
    stuk.kop(f"{titel} (concept)", 0)
    for naam, waarde in _facts(voorstel):
        stuk.alinea(f"{naam}: {waarde}")
    stuk.kop("Agendapunten", 1)
    rijen = [
        (f"{nummer}.", punt, uitleg)
        for nummer, (punt, uitleg) in enumerate(voorstel.punten, start=1)
    ]
    stuk.tabel(KOLOMMEN, rijen, "Agendapunten")
    return stuk.bytes(titel=f"{titel} {write_dag(voorstel.voor)}", dag=stand)


def _facts(voorstel: Agendavoorstel) -> list[tuple[str, str]]:
    v = voorstel.vergadering
    feiten = [("Datum", write_weekdag(voorstel.voor))]
    if v is not None and v.begin is not None:
        tot = f" tot {v.eind:%H.%M}" if v.eind else ""
        feiten.append(("Tijd", f"{v.begin:%H.%M}{tot} uur"))
    if v is not None and v.locatie:
        feiten.append(("Plaats", v.locatie))
    return feiten
