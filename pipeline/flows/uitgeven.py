"""Everything a release is made of, besides its redacted documents."""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf

from modellen.lakblad import VRIJGEGEVEN, Keuze
from pipeline.bestanden import pack
from pipeline.errors import LekError
from pipeline.lakken.besluit import BESLUIT, Besluitstof, compose_besluit
from pipeline.lakken.inventaris import (
    judge,
    make_cleaner,
    make_inventaris,
    read_organisatie,
)
from pipeline.lakken.termijn import find_termijn
from pipeline.lakken.vwsrapport import check_productierapport
from pipeline.writers.brief import make_brief
from pipeline.writers.diwoo import make_diwoo
from pipeline.writers.gpp import make_gpp, make_woogle
from pipeline.writers.inventarislijst import make_pdf, make_workbook
from pipeline.writers.productierapport import make_productierapport

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from modellen.inventaris import Inventarisregel, Organisatie
    from modellen.lakblad import Lakregel, Woodocument
    from modellen.lakken import Grondslag
    from modellen.woodossier import Woodossier
    from pipeline.rulebook import Regelboek
    from pipeline.writers.vrijgave import Uitgave

NIET_IN_ZIP = frozenset({"besluit-concept.docx"})
"""What a person still has to write on; it is not for publication."""

_MATTER = re.compile(r"[^A-Za-z0-9._~-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgeefstof:
    """What was decided and made, ready to be published."""

    stukken: Sequence[Woodocument]
    regels: Sequence[Lakregel]
    uitgaven: Sequence[Uitgave]
    gronden: Mapping[str, Grondslag]
    dossier: Woodossier | None
    regelboek: Regelboek
    vandaag: date
    concept: bool


def make_inventory(stof: Uitgeefstof) -> tuple[Inventarisregel, ...]:
    """A row for every document on the sheet, released or not."""
    per_nummer = {u.stuk.nummer: u for u in stof.uitgaven}
    return tuple(_row(stuk, per_nummer.get(stuk.nummer), stof) for stuk in stof.stukken)


def make_files(stof: Uitgeefstof) -> dict[str, bytes]:
    """All files of ``vrijgave/`` by name, the zip and the manifest among them.

    Raises ``LekError`` when a list would name what the documents mask.
    """
    inventaris = make_inventory(stof)
    organisatie = read_organisatie(stof.regelboek.tabel("woo/organisatie.toml"))
    waarden = stof.regelboek.tabel("woo/publicatie.toml")
    titel = f"Inventarislijst {stof.dossier.naam if stof.dossier else ''}".strip()
    bestanden = {
        f"documenten/{u.stuk.nummer}.pdf": u.vrijgave.inhoud for u in stof.uitgaven
    }
    bestanden["inventarislijst.xlsx"] = make_workbook(inventaris, stof.vandaag)
    bestanden["inventarislijst.pdf"] = make_pdf(inventaris, titel, stof.vandaag)
    bestanden["besluit-concept.docx"] = _make_besluit(stof, inventaris, organisatie)
    bestanden["productierapport.xlsx"] = make_productierapport(
        inventaris,
        stof.gronden,
        _matter(stof, organisatie),
        waarden["vws"],
        stof.vandaag,
    )
    for regel in inventaris:
        if regel.bestand:
            naam = f"diwoo/{regel.nummer}.xml"
            bestanden[naam] = make_diwoo(regel, organisatie, waarden, stof.vandaag)
    bestanden["gpp-woo.json"] = make_gpp(
        inventaris, organisatie, titel, waarden, stof.vandaag
    )
    bestanden["woogle.csv"] = make_woogle(inventaris, waarden["woogle"])
    _check_report(bestanden["productierapport.xlsx"])
    publiek = {n: b for n, b in bestanden.items() if n not in NIET_IN_ZIP}
    manifest = make_manifest(publiek)
    return bestanden | {
        "manifest.json": manifest,
        "publicatie.zip": pack(publiek | {"manifest.json": manifest}),
    }


def _row(
    stuk: Woodocument, uitgave: Uitgave | None, stof: Uitgeefstof
) -> Inventarisregel:
    gronden = uitgave.gronden if uitgave else _decided_grounds(stuk, stof)
    oordeel = judge(stuk, gronden)
    feiten: dict[str, Any] = {}
    if uitgave is not None and oordeel in VRIJGEGEVEN:
        inhoud = uitgave.vrijgave.inhoud
        feiten = {
            "bestand": f"{stuk.nummer}.pdf",
            "paginas": _count_pages(inhoud),
            "gelakt": tuple(
                sorted({g.pagina for g in uitgave.vrijgave.uitslag.geplaatst})
            ),
            "sha256": hashlib.sha256(inhoud).hexdigest(),
            "omvang": len(inhoud),
        }
    schoon = make_cleaner(stof.regels, stuk.nummer)
    return make_inventaris(stuk, oordeel, gronden, schoon, feiten)


def _decided_grounds(stuk: Woodocument, stof: Uitgeefstof) -> tuple[str, ...]:
    """The grounds of a document that is not redacted (yet), by the sheet."""
    if stuk.gronden or stuk.beoordeling not in VRIJGEGEVEN:
        return stuk.gronden
    eigen = (r for r in stof.regels if r.nummer == stuk.nummer)
    return tuple(sorted({r.grond for r in eigen if r.keuze is Keuze.LAKKEN}))


def _count_pages(inhoud: bytes) -> int:
    with pikepdf.open(BytesIO(inhoud)) as pdf:
        return len(pdf.pages)


def make_decision(stof: Uitgeefstof) -> bytes:
    """The concept-besluit alone."""
    organisatie = read_organisatie(stof.regelboek.tabel("woo/organisatie.toml"))
    return _make_besluit(stof, make_inventory(stof), organisatie)


def _make_besluit(
    stof: Uitgeefstof, inventaris: Sequence[Inventarisregel], organisatie: Organisatie
) -> bytes:
    woorden = stof.regelboek.tabel(BESLUIT)
    termijn = (
        find_termijn(stof.dossier, stof.vandaag, stof.regelboek)
        if stof.dossier
        else None
    )
    besluitstof = Besluitstof(
        organisatie=organisatie,
        dossier=stof.dossier,
        termijn=termijn,
        inventaris=inventaris,
        regels=stof.regels,
        gronden=stof.gronden,
        vandaag=stof.vandaag,
    )
    alineas = compose_besluit(besluitstof, woorden)
    sjabloon = stof.regelboek.find_file("woo/besluit.docx")
    return make_brief(alineas, woorden["concept"], stof.vandaag, sjabloon)


def _matter(stof: Uitgeefstof, organisatie: Organisatie) -> str:
    """What the platform calls the request: its reference, or prefix and year."""
    dossier = stof.dossier
    jaar = (dossier.ontvangen if dossier else stof.vandaag).year
    eigen = _MATTER.sub("-", dossier.kenmerk).strip("-") if dossier else ""
    return eigen or f"{organisatie.prefix}-{jaar}"


def _check_report(inhoud: bytes) -> None:
    """Read our own report as the platform will; what it refuses is never released."""
    with tempfile.TemporaryDirectory(prefix="verwerk-") as map_:
        pad = Path(map_) / "productierapport.xlsx"
        pad.write_bytes(inhoud)
        fouten = check_productierapport(pad)
    if fouten:
        raise LekError(
            "Het productierapport wordt door het platform van VWS niet aangenomen: "
            f"{'; '.join(map(str, fouten[:5]))}. Er is niets vrijgegeven."
        )


def make_manifest(bestanden: Mapping[str, bytes]) -> bytes:
    """Every file with its size and sha256."""
    lijst = [
        {
            "bestand": naam,
            "omvang": len(inhoud),
            "sha256": hashlib.sha256(inhoud).hexdigest(),
        }
        for naam, inhoud in sorted(bestanden.items())
    ]
    return f"{json.dumps(lijst, indent=2)}\n".encode()
