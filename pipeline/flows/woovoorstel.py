"""From a folder to a lakblad: read, find, propose; decisions made before stay."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from modellen.document import Leesstatus
from modellen.lakblad import Lakblad, Woodocument
from pipeline.bestanden import write_whole
from pipeline.extraction.persoonsgegevens import find_persoonsgegevens
from pipeline.flows.beeldwoorden import propose_picture_words
from pipeline.flows.handtekeningen import propose_signatures
from pipeline.flows.meelezen import show_proposals
from pipeline.flows.stukken import read_sources
from pipeline.flows.wandeling import walk
from pipeline.lakken.adressering import name_parties
from pipeline.lakken.dubbelen import find_doubles
from pipeline.lakken.lakblad import read_lakblad, write_lakblad
from pipeline.lakken.overnemen import keep_decisions
from pipeline.lakken.personenblad import (
    decisions,
    keep_personen,
    label,
    load_personen,
    make_personen,
    write_personen,
)
from pipeline.lakken.volledig import complete_rows
from pipeline.lakken.voorstel import make_voorstellen
from pipeline.pdf.legenda import load_grondslagen
from pipeline.rulebook import Regelboek
from pipeline.taal.namen.lijsten import load_lijsten
from pipeline.taal.taalmodel import load_taalmodel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from modellen.bevinding import Mislukking
    from modellen.document import Document
    from modellen.lakblad import Lakregel, Persoonsregel
    from modellen.persoon import Vondsten
    from pipeline.flows.stukken import Bronnen, Bronstuk
    from pipeline.flows.verwerken import Voortgang
    from pipeline.settings import Instellingen
    from pipeline.taal.taalmodel import Taalmodel

NAAM = "lakblad.xlsx"
VORIGE = "lakblad-vorige.xlsx"
PERSONEN = "personen.xlsx"
GEEN_TAALMODEL = "geen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstel:
    """The sheet that was written, and what could not be read.

    ``herkend`` is how many pages were read by text recognition, which makes mistakes;
    ``beelden`` on how many something may stand in a picture that nobody read.
    ``vervallen`` is how many earlier decisions are about words that are gone.
    """

    pad: Path
    blad: Lakblad
    mislukt: tuple[Mislukking, ...]
    herkend: int = 0
    beelden: int = 0
    vervallen: int = 0

    @property
    def vorige(self) -> Path:
        """The sheet as it was, kept when decisions on it have no place in the new."""
        return self.pad.with_name(VORIGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezen:
    """A folder as it was read for a request, with all that was found in it."""

    bronnen: Bronnen
    stukken: tuple[Woodocument, ...]
    documenten: Mapping[str, Document]
    vondsten: Vondsten
    personen: tuple[Persoonsregel, ...]
    oud: Lakblad | None


def propose(
    pad: Path,
    instellingen: Instellingen,
    *,
    voortgang: Voortgang,
    heel: bool = False,
    taalmodel: str | None = None,
    meelezen: bool = True,
) -> Voorstel:
    """Read a folder and write the sheet of proposals; earlier decisions are kept.

    With ``meelezen`` a copy of every document is written beside it, on which the
    proposed marks are shown and nothing is removed. Raises ``LakbladError`` when an
    earlier sheet or list of people is not in order.
    """
    with tempfile.TemporaryDirectory(prefix="verwerk-") as werk:
        gelezen = read_request(
            pad, instellingen, Path(werk), heel=heel, taalmodel=taalmodel
        )
        beeld = propose_picture_words(
            gelezen.stukken, gelezen.bronnen.stukken, gelezen.vondsten, instellingen
        )
        blad, vervallen = _compose(gelezen, beeld.regels, pad, instellingen)
        if meelezen:
            show_proposals(blad, gelezen.bronnen.stukken, instellingen, voortgang)
    doel = instellingen.uitvoer / NAAM
    if vervallen:  # what was decided on words that are gone is not thrown away
        write_whole(doel.with_name(VORIGE), doel.read_bytes())
    write_lakblad(blad, doel)
    return Voorstel(
        pad=doel,
        blad=blad,
        mislukt=gelezen.bronnen.mislukt,
        herkend=_count_recognised(gelezen.documenten.values()),
        beelden=beeld.ongelezen,
        vervallen=vervallen,
    )


def _count_recognised(documenten: Iterable[Document]) -> int:
    return sum(p.status is Leesstatus.OCR for d in documenten for p in d.paginas)


def _compose(
    gelezen: Gelezen,
    in_beeld: Sequence[Lakregel],
    pad: Path,
    instellingen: Instellingen,
) -> tuple[Lakblad, int]:
    """The sheet of what was found, and how many earlier decisions have no place."""
    namen = _labels(gelezen)
    regels = make_voorstellen(
        gelezen.stukken, gelezen.documenten, gelezen.vondsten, namen
    )
    regels = _complete(gelezen, regels, instellingen)
    beelden = propose_signatures(gelezen.stukken, gelezen.bronnen.stukken, instellingen)
    alle = (*regels, *in_beeld, *beelden)
    regels = tuple(sorted(alle, key=lambda r: (r.nummer, r.begin, r.id)))
    stukken, vervallen = gelezen.stukken, 0
    if (oud := gelezen.oud) is not None:
        over = keep_decisions(stukken, regels, (oud.documenten, oud.regels))
        stukken, regels, vervallen = over.stukken, over.regels, over.vervallen
    blad = Lakblad(
        map_=str(pad.resolve()),
        documenten=stukken,
        regels=regels,
        personen=gelezen.personen,
    )
    return blad, vervallen


def list_people(
    pad: Path, instellingen: Instellingen, *, taalmodel: str | None = None
) -> tuple[Path, tuple[Persoonsregel, ...], tuple[Mislukking, ...]]:
    """Write the people of a folder to a sheet of their own; decisions on it are kept.

    Raises ``LakbladError`` when an earlier sheet is not in order.
    """
    with tempfile.TemporaryDirectory(prefix="verwerk-") as werk:
        gelezen = read_request(
            pad, instellingen, Path(werk), heel=False, taalmodel=taalmodel
        )
    doel = write_personen(gelezen.personen, instellingen.uitvoer / PERSONEN)
    return doel, gelezen.personen, gelezen.bronnen.mislukt


def read_request(
    pad: Path,
    instellingen: Instellingen,
    werk: Path,
    *,
    heel: bool,
    taalmodel: str | None,
) -> Gelezen:
    """Everything in a folder, with what was decided on its people taken along.

    ``werk`` holds the attachments as long as the sources are needed.
    """
    model = _model(taalmodel)  # a name that is no model is refused before the reading
    uitvoer = instellingen.uitvoer
    uitvoer.mkdir(parents=True, exist_ok=True)
    regelboek = Regelboek(instellingen.regels)
    oud = _load_sheet(uitvoer / NAAM, regelboek)
    bladen = [oud.personen] if oud else []
    if (uitvoer / PERSONEN).exists():
        bladen.append(load_personen(uitvoer / PERSONEN))
    besluiten = decisions(keep_personen((), *bladen))
    wandeling = walk(pad, uitvoer)
    bronnen = read_sources(wandeling, werk, regelboek, instellingen.grenzen, heel=heel)
    documenten = {b.document.id: b.document for b in bronnen.stukken}
    vondsten = find_persoonsgegevens(
        tuple(documenten.values()), regelboek, model, besluiten
    )
    stukken = _find_doubles(
        tuple(_number(n, b, vondsten) for n, b in enumerate(bronnen.stukken, start=1)),
        bronnen.stukken,
    )
    nummers = {s.document: s.bestand for s in stukken}
    personen = keep_personen(make_personen(vondsten.personen, nummers), *bladen)
    return Gelezen(
        bronnen=bronnen,
        stukken=stukken,
        documenten=documenten,
        vondsten=vondsten,
        personen=personen,
        oud=oud,
    )


def _complete(
    gelezen: Gelezen, regels: tuple[Lakregel, ...], instellingen: Instellingen
) -> tuple[Lakregel, ...]:
    """The rows, and those for further occurrences of their words."""
    lijsten = load_lijsten(Regelboek(instellingen.regels))
    blijft: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for persoon in gelezen.vondsten.personen:
        for plek in persoon.vermeldingen if persoon.openbaar else ():
            blijft[plek.document].append((plek.begin, plek.eind))

    def is_plaats(tekst: str) -> bool:
        return any(map(lijsten.is_place, (tekst, *tekst.split())))

    def is_woord(tekst: str) -> bool:
        return any(map(lijsten.is_common, tekst.split()))

    return complete_rows(
        regels, gelezen.stukken, gelezen.documenten, blijft, is_plaats, is_woord
    )


def _load_sheet(pad: Path, regelboek: Regelboek) -> Lakblad | None:
    return read_lakblad(pad, load_grondslagen(regelboek)) if pad.exists() else None


def _model(naam: str | None) -> Taalmodel | None:
    return None if naam == GEEN_TAALMODEL else load_taalmodel(naam)


def _labels(gelezen: Gelezen) -> dict[str, str]:
    """What the rows call each person, by id."""
    namen = label(gelezen.personen)
    return {p.id: namen[f"{p.naam}|{p.rol or ''}"] for p in gelezen.vondsten.personen}


def _number(volgnummer: int, bron: Bronstuk, vondsten: Vondsten) -> Woodocument:
    kenmerken = bron.stuk.kenmerken
    afzender, ontvanger = name_parties(bron.document, vondsten.personen)
    return Woodocument(
        nummer=f"{volgnummer:04d}",
        document=bron.document.id,
        bestand=bron.document.bron.bestand,
        sha256=bron.document.bron.sha256,
        titel=kenmerken.titel or bron.document.bron.bestand,
        soort=kenmerken.soort.value,
        datum=kenmerken.datum,
        pagina_van=bron.van,
        pagina_tot=bron.tot,
        afzender=afzender,
        ontvanger=ontvanger,
    )


def _find_doubles(
    stukken: tuple[Woodocument, ...], bronnen: Sequence[Bronstuk]
) -> tuple[Woodocument, ...]:
    """The documents, those that say the same as an earlier one marked as its double."""
    teksten = {
        stuk.nummer: bron.stuk.document.tekst
        for stuk, bron in zip(stukken, bronnen, strict=True)
    }
    dubbel = find_doubles(teksten)
    return tuple(
        replace(
            s,
            dubbel_van=dubbel[s.nummer].van,
            toelichting=f"{dubbel[s.nummer].deel:.0%} gelijk aan document "
            f"{dubbel[s.nummer].van}",
        )
        if s.nummer in dubbel
        else s
        for s in stukken
    )
