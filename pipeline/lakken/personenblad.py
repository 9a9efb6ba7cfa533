"""The people of a dossier on a sheet: who stays readable, and the decision on each."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import openpyxl

from modellen.lakblad import Naamkeuze, Persoonsregel
from modellen.persoon import Persoonsbesluit
from pipeline.bestanden import write_whole
from pipeline.errors import LakbladError
from pipeline.lakken.werkblad import add_choices, colour_row, fill, rows, text, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from modellen.persoon import Persoon

BLAD = "Personen"
KOLOMMEN = (
    "naam", "functie", "voorstel", "besluit", "vermeldingen", "bronnen", "reden",
    "ook genoemd", "door", "rol",
)  # fmt: skip
VRIJ = frozenset({"besluit", "door"})


def make_personen(
    personen: Sequence[Persoon], nummers: Mapping[str, str]
) -> tuple[Persoonsregel, ...]:
    """A row for everyone, those to confirm first.

    ``nummers`` gives what to call each document, by its id.
    """
    regels = [
        Persoonsregel(
            naam=p.naam,
            rol=p.rol or "",
            varianten=tuple(v for v in p.varianten if v != p.naam),
            functie=p.functie or "",
            voorstel=Naamkeuze.LEESBAAR if p.openbaar else Naamkeuze.LAKKEN,
            bevestigen=p.bevestigen,
            aantal=len(p.vermeldingen),
            bronnen=_sources(p, nummers),
            reden=p.reden,
        )
        for p in personen
    ]
    uniek = {r.sleutel: r for r in regels}
    return tuple(sorted(uniek.values(), key=lambda r: (not r.bevestigen, r.sleutel)))


def _sources(persoon: Persoon, nummers: Mapping[str, str]) -> tuple[str, ...]:
    telling = Counter(
        nummers[h.document] for h in persoon.vermeldingen if h.document in nummers
    )
    return tuple(f"{naam} ({aantal})" for naam, aantal in sorted(telling.items()))


def label(personen: Iterable[Persoonsregel]) -> dict[str, str]:
    """What rows call each person, by key; with the role where two share a name."""
    lijst = list(personen)
    telling = Counter(p.naam for p in lijst)
    return {
        p.sleutel: p.naam
        if telling[p.naam] == 1
        else f"{p.naam} ({p.rol or 'functie onbekend'})"
        for p in lijst
    }


def fill_personen(blad: Worksheet, personen: Sequence[Persoonsregel]) -> None:
    """Put people on a sheet; those to confirm are coloured."""
    fill(blad, KOLOMMEN, map(_row, personen), VRIJ)
    add_choices(blad, "besluit", KOLOMMEN, list(Naamkeuze))
    for nummer, persoon in enumerate(personen, start=2):
        if persoon.bevestigen and persoon.keuze is Naamkeuze.OPEN:
            colour_row(blad, nummer)


def _row(p: Persoonsregel) -> list[Any]:
    return [
        p.naam, p.functie, p.voorstel.value, p.keuze.value, p.aantal,
        ", ".join(p.bronnen), p.reden, "; ".join(p.varianten), p.door, p.rol,
    ]  # fmt: skip


def read_personen(blad: Worksheet, klachten: list[str]) -> tuple[Persoonsregel, ...]:
    """The people of a sheet as someone left it; what is wrong is added to ``klachten``.

    Rows may be added by hand: a name and a decision are enough.
    """
    gelezen: dict[str, Persoonsregel] = {}
    for plek, rij in rows(blad):
        regel = _read_row(rij, f"{blad.title}, rij {plek}", klachten)
        if regel is None:
            continue
        eerder = gelezen.get(regel.sleutel)
        if eerder and eerder.keuze != regel.keuze:
            klachten.append(
                f"{blad.title}, rij {plek}: over deze persoon staan twee besluiten"
            )
        gelezen[regel.sleutel] = regel
    return tuple(gelezen.values())


def _read_row(
    rij: Mapping[str, Any], waar: str, klachten: list[str]
) -> Persoonsregel | None:
    naam, keuze = text(rij.get("naam")), text(rij.get("besluit")).lower()
    if not naam:
        klachten.append(f"{waar}: de naam ontbreekt")
        return None
    if keuze not in set(Naamkeuze):
        klachten.append(f"{waar}: '{keuze}' is geen besluit; kies leesbaar of lakken")
        return None
    voorstel = text(rij.get("voorstel")).lower()
    return Persoonsregel(
        naam=naam,
        rol=text(rij.get("rol")),
        varianten=_split(rij.get("ook genoemd"), ";"),
        functie=text(rij.get("functie")),
        voorstel=Naamkeuze.LEESBAAR if voorstel == "leesbaar" else Naamkeuze.LAKKEN,
        aantal=whole(rij.get("vermeldingen")) or 0,
        bronnen=_split(rij.get("bronnen"), ","),
        reden=text(rij.get("reden")),
        keuze=Naamkeuze(keuze),
        door=text(rij.get("door")),
    )


def _split(waarde: Any, teken: str) -> tuple[str, ...]:  # noqa: ANN401 what a cell can hold
    return tuple(d.strip() for d in text(waarde).split(teken) if d.strip())


def write_personen(personen: Sequence[Persoonsregel], doel: Path) -> Path:
    """Write a workbook of people alone, whole or not at all."""
    boek = openpyxl.Workbook()
    boek.remove(boek.worksheets[0])
    fill_personen(boek.create_sheet(BLAD), personen)
    uit = io.BytesIO()
    boek.save(uit)
    return write_whole(doel, uit.getvalue())


def load_personen(pad: Path) -> tuple[Persoonsregel, ...]:
    """The people of a workbook; raises ``LakbladError`` that names each bad row."""
    try:
        blad = openpyxl.load_workbook(pad)[BLAD]
    except (OSError, KeyError, ValueError, BadZipFile) as fout:
        raise LakbladError(
            f"{pad.name} is geen personenlijst van verwerk. Verwijder het bestand, of "
            "zet het terug zoals 'verwerk woo personen' het maakte."
        ) from fout
    klachten: list[str] = []
    personen = read_personen(blad, klachten)
    if klachten:
        lijst = "\n".join(f"  - {k}" for k in klachten[:40])
        raise LakbladError(f"De personenlijst {pad.name} is niet in orde:\n{lijst}")
    return personen


def decisions(personen: Iterable[Persoonsregel]) -> tuple[Persoonsbesluit, ...]:
    """What was decided on people, for the next reading of the dossier."""
    return tuple(
        Persoonsbesluit(
            naam=p.naam,
            rol=p.rol or None,
            openbaar=p.keuze is Naamkeuze.LEESBAAR,
            door=p.door,
        )
        for p in personen
        if p.keuze is not Naamkeuze.OPEN
    )


def keep_personen(
    nieuw: Sequence[Persoonsregel], *oud: Sequence[Persoonsregel]
) -> tuple[Persoonsregel, ...]:
    """The new rows with the decisions of earlier sheets.

    A decision on someone the dossier no longer names stays, as a row of its own.
    Raises ``LakbladError`` when two sheets decide differently on one person.
    """
    besluiten: dict[str, Persoonsregel] = {}
    for regel in (r for blad in oud for r in blad if r.keuze is not Naamkeuze.OPEN):
        eerder = besluiten.setdefault(regel.sleutel, regel)
        if eerder.keuze != regel.keuze:
            raise LakbladError(
                "Over een persoon staan twee besluiten: één in personen.xlsx en een "
                "ander op het blad Personen van het lakblad. Maak ze gelijk, of wis er "
                "een."
            )
    uit = []
    for regel in nieuw:
        besluit = besluiten.pop(regel.sleutel, None)
        if besluit is not None:
            uit.append(replace(regel, keuze=besluit.keuze, door=besluit.door))
        else:
            uit.append(regel)
    return (*uit, *besluiten.values())
