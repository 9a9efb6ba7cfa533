"""Words in the pictures of a dossier: read, looked through, proposed as places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pypdfium2 import PdfiumError

from modellen.document import Bron, Leesstatus
from modellen.persoon import Gegevenssoort
from modellen.plaats import Kader, OpPagina
from pipeline.errors import InvoerError
from pipeline.extraction.persoonsgegevens import find_persoonsgegevens
from pipeline.flows.lakstuk import convert_paper
from pipeline.flows.opslag import Opslag
from pipeline.flows.waarmerk import program_version
from pipeline.lakken.beeldtekst import Beeldregel, find_in_pictures, make_picture_rows
from pipeline.pdf.beeldwoorden import read_pictures
from pipeline.pdf.omzetten.kantoor import SOORTEN
from pipeline.readers.opbouw import Bouwer
from pipeline.rulebook import Regelboek

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.document import Document
    from modellen.lakblad import Lakregel, Woodocument
    from modellen.persoon import Vondsten
    from pipeline.flows.stukken import Bronstuk
    from pipeline.pdf.beeldwoorden import Beeldblad
    from pipeline.settings import Instellingen

_EIGEN = frozenset({"pdf", *(s for s, doel in SOORTEN.items() if doel == "docx")})
"""The formats whose pictures come along to the release; others show none."""


@dataclass(frozen=True, slots=True)
class Beeldvoorstel:
    """The rows for words in pictures, and how many pages have pictures nobody read."""

    regels: tuple[Lakregel, ...]
    ongelezen: int


def propose_picture_words(
    stukken: Sequence[Woodocument],
    bronnen: Sequence[Bronstuk],
    vondsten: Vondsten,
    instellingen: Instellingen,
) -> Beeldvoorstel:
    """A row for each word in a picture that tells of someone, for a person to judge.

    Pages that were read as a whole by recognition are text already. Without Tesseract
    the pages with such pictures are only counted.
    """
    regelboek = Regelboek(instellingen.regels)
    versie = program_version(instellingen.regels)
    bekend = _masked(bronnen, vondsten)
    per_document: dict[str, tuple[Beeldblad, ...]] = {}
    regels: list[Lakregel] = []
    ongelezen = 0
    for stuk, bron in zip(stukken, bronnen, strict=True):
        document = bron.document
        if document.id not in per_document:  # parts of one file are looked through once
            bladen = tuple(_read(stuk, bron, instellingen, versie))
            per_document[document.id] = bladen
            ongelezen += sum(b.regels is None for b in bladen)
        tekst, eigen = _as_document(per_document[document.id], document)
        if tekst is not None:
            gevonden = find_persoonsgegevens([tekst], regelboek).gegevens
            beeld = find_in_pictures(tekst.tekst, gevonden, bekend)
            regels += make_picture_rows(stuk, document, eigen, beeld)
    return Beeldvoorstel(regels=tuple(regels), ongelezen=ongelezen)


def _masked(bronnen: Sequence[Bronstuk], vondsten: Vondsten) -> set[str]:
    """The names that are masked somewhere in the dossier."""
    teksten = {b.document.id: b.document.tekst for b in bronnen}
    return {
        teksten[g.document][g.begin : g.eind]
        for g in vondsten.gegevens
        if g.soort is Gegevenssoort.NAAM
    }


def _read(
    stuk: Woodocument, bron: Bronstuk, instellingen: Instellingen, versie: str
) -> Iterator[Beeldblad]:
    document = bron.document
    if document.bron.formaat not in _EIGEN:
        return
    if document.bron.formaat == "pdf" and not any(p.beelden for p in document.paginas):
        return
    try:
        inhoud, _ = convert_paper(bron, stuk, Opslag(instellingen.uitvoer), versie)
        bladen = list(read_pictures(inhoud, _recognised(document)))
    except (InvoerError, PdfiumError):  # the release will say why
        return
    yield from bladen


def _recognised(document: Document) -> dict[int, list[Kader]]:
    """Where recognition read the lines of a document, on pages without own text."""
    uit: dict[int, list[Kader]] = {
        p.nummer: [] for p in document.paginas if p.status is Leesstatus.OCR
    }
    for blok in document.blokken:
        if blok.pagina in uit:
            plaats = blok.plaats
            heel = [plaats.kader] if isinstance(plaats, OpPagina) else []
            kaders = [r.kader for r in blok.regels] or heel
            uit[blok.pagina] += [k for k in kaders if k is not None]
    return uit


def _as_document(
    bladen: Sequence[Beeldblad], bron: Document
) -> tuple[Document | None, tuple[Beeldregel, ...]]:
    """The lines of pictures as a document of their own, to look through."""
    eigen = Bron(bestand=bron.bron.bestand, sha256=bron.bron.sha256, formaat="pdf")
    bouwer = Bouwer(eigen)
    lijnen = [(b.pagina, r) for b in bladen for r in b.regels or () if r.tekst.strip()]
    for pagina, regel in lijnen:
        bouwer.blok(regel.tekst, OpPagina(pagina, regel.kader))
    if not lijnen:
        return None, ()
    document = bouwer.build()
    return document, tuple(
        Beeldregel(
            pagina=pagina,
            begin=blok.begin,
            woorden=tuple(
                (w.tekst, Kader(w.links, w.boven, w.rechts, w.onder))
                for w in regel.woorden
            ),
        )
        for (pagina, regel), blok in zip(lijnen, document.blokken, strict=True)
    )
