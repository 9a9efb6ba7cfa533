"""The actielijst for Word: a numbered table, or two columns by point of the agenda."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from pipeline.writers.woorden import write_dag
from pipeline.writers.word import Kolom, Stuk

if TYPE_CHECKING:
    from pathlib import Path

    from modellen.actielijst import Actielijst, Lijstblok, Lijstregel

INDELINGEN = ("tabel", "agendapunt")
KOLOMMEN = (
    Kolom(kop="Nr.", breedte=1.9),
    Kolom(kop="Datum", breedte=2.1),
    Kolom(kop="Agendapunt", breedte=3.1),
    Kolom(kop="Actie", breedte=6.2),
    Kolom(kop="Wie", breedte=2.5),
    Kolom(kop="Gereed vóór", breedte=2.5),
    Kolom(kop="Status", breedte=2.4),
    Kolom(kop="Stand van zaken", breedte=2.4),
    Kolom(kop="Bron", breedte=3.6),
)
BESLUITEN = (
    Kolom(kop="Nr.", breedte=2.2),
    Kolom(kop="Besluit", breedte=14.5),
    Kolom(kop="Resultaat", breedte=3.4),
    Kolom(kop="Bron", breedte=6.6),
)
TWEE = (Kolom(kop="Onderwerp", breedte=13.0), Kolom(kop="Door wie?", breedte=5.0))
TWEE_BESLUITEN = (
    Kolom(kop="Nr.", breedte=2.2),
    Kolom(kop="Besluit", breedte=11.8),
    Kolom(kop="Resultaat", breedte=4.0),
)
ZONDER = "Zonder agendapunt"


def make_docx(lijst: Actielijst, indeling: str, sjabloon: Path | None) -> bytes:
    """The list as a Word document, the same bytes for the same list."""
    liggend = indeling == "tabel"
    stuk = Stuk(sjabloon, liggend=liggend)
    woorden = {
        "overleg": lijst.overleg,
        "datum": write_dag(lijst.voor),
        "stand": write_dag(lijst.stand),
        "lijst": lijst.lijst,
    }
    stuk.fill(woorden)
    stuk.kop(name_list(lijst), 0)
    stuk.alinea(say_status(lijst))
    if not any(b.soort != "gemist" for b in lijst.blokken):
        stuk.alinea("Er zijn geen acties.")
    for blok in lijst.blokken:
        stuk.kop(f"{blok.kop} ({len(blok.regels)})", 1)
        if blok.soort == "gemist":
            stuk.alinea(GEMIST)
        if liggend:
            stuk.tabel(KOLOMMEN, [row_of(r) for r in blok.regels], blok.kop)
        else:
            _add_by_subject(stuk, blok)
    _add_decisions(stuk, lijst, liggend=liggend)
    _add_points(stuk, lijst)
    return stuk.bytes(titel=name_list(lijst), dag=lijst.stand)


GEMIST = (
    "Deze zinnen kondigen werk aan zonder het toe te zeggen. Zet de status op 'open' "
    "om er een actie van te maken, of op 'vervallen'."
)


def name_list(lijst: Actielijst) -> str:
    """The title of a list."""
    return " ".join(filter(None, ("Actielijst", lijst.overleg, write_dag(lijst.voor))))


def say_status(lijst: Actielijst) -> str:
    """As which day the list stands, and by what it is known when it comes back."""
    vorige = f" · vorige vergadering {write_dag(lijst.vorige)}" if lijst.vorige else ""
    return f"Stand {write_dag(lijst.stand)}{vorige} · Lijst {lijst.lijst}"


def row_of(regel: Lijstregel) -> tuple[str, ...]:
    """An action as the cells of the numbered table."""
    return (
        regel.nummer,
        regel.datum,
        regel.agendapunt,
        regel.actie,
        regel.wie,
        regel.termijn,
        regel.status,
        regel.stand,
        regel.bron,
    )


def _add_by_subject(stuk: Stuk, blok: Lijstblok) -> None:
    regels = sorted(blok.regels, key=lambda r: r.agendapunt or "￿")
    for punt, groep in groupby(regels, key=lambda r: r.agendapunt):
        stuk.kop(punt or ZONDER, 2)
        rijen = [(_in_words(r), r.wie) for r in groep]
        stuk.tabel(TWEE, rijen, f"{blok.kop}: {punt or ZONDER}")


def _in_words(regel: Lijstregel) -> str:
    velden = (
        ("Gereed vóór", regel.termijn),
        ("Status", regel.status),
        ("Stand van zaken", regel.stand),
    )
    delen = [f"{naam}: {waarde}" for naam, waarde in velden if waarde]
    return "\n".join((f"{regel.nummer} {regel.actie}", *delen))


def _add_decisions(stuk: Stuk, lijst: Actielijst, *, liggend: bool) -> None:
    if not lijst.besluiten or lijst.vorige is None:
        return
    kop = f"Besluiten van {write_dag(lijst.vorige)}"
    stuk.kop(kop, 1)
    rijen = [
        (
            g.nummer,
            g.besluit.omschrijving,
            g.besluit.resultaat.value.replace("_", " "),
            bron,
        )
        for g, bron in lijst.besluiten
    ]
    if liggend:
        stuk.tabel(BESLUITEN, rijen, kop)
    else:
        stuk.tabel(TWEE_BESLUITEN, [rij[:3] for rij in rijen], kop)


def _add_points(stuk: Stuk, lijst: Actielijst) -> None:
    if not lijst.punten:
        return
    stuk.kop(f"Aangemeld voor {write_dag(lijst.voor)}", 1)
    for punt in lijst.punten:
        stuk.alinea(f"{punt.titel} ({punt.bron})", stijl="List Bullet")
