"""Signatures: pictures where a letter is signed, in the PDF that will be released."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from modellen.document import Bron
from pipeline.errors import InvoerError
from pipeline.flows.lakstuk import convert_paper
from pipeline.flows.opslag import Opslag
from pipeline.flows.waarmerk import program_version
from pipeline.lakken.handtekening import (
    find_signatures,
    has_closing,
    make_rows,
    read_vorm,
)
from pipeline.pdf.beelden import share_of_ink
from pipeline.pdf.kantoorprogramma import has_office
from pipeline.pdf.omzetten.kantoor import SOORTEN
from pipeline.pdf.omzetten.plekken import find_pictures
from pipeline.readers.pdf import read_pdf
from pipeline.rulebook import Regelboek

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.document import Document
    from modellen.lakblad import Lakregel, Woodocument
    from pipeline.flows.stukken import Bronstuk
    from pipeline.lakken.handtekening import Handtekening, Tekenvorm
    from pipeline.settings import Instellingen

_WORD = frozenset({"docx", "docm"})


def propose_signatures(
    stukken: Sequence[Woodocument],
    bronnen: Sequence[Bronstuk],
    instellingen: Instellingen,
) -> Iterator[Lakregel]:
    """A row for each picture that may be a signature.

    Of a document of Word the pages are needed on which it will be released; the work
    of making them is kept.
    """
    vorm = read_vorm(Regelboek(instellingen.regels))
    versie = program_version(instellingen.regels)
    gevonden: dict[str, tuple[Handtekening, ...]] = {}
    for stuk, bron in zip(stukken, bronnen, strict=True):
        document = bron.document
        if document.id not in gevonden:  # parts of one file are looked through once
            try:
                getoond = _as_shown(stuk, bron, instellingen, versie, vorm)
            except InvoerError:  # the release will say why
                getoond = None
            tekens = find_signatures(getoond, vorm) if getoond else ()
            gevonden[document.id] = tuple(_with_ink(tekens, bron, vorm))
        yield from make_rows(stuk, document, gevonden[document.id], vorm)


def _with_ink(
    tekens: Sequence[Handtekening], bron: Bronstuk, vorm: Tekenvorm
) -> Iterator[Handtekening]:
    """Pictures, and of a scan the white that is not all white.

    A scan that was put in a Word file is left out: its page may be laid out anew.
    """
    for teken in tekens:
        if not teken.scan or (
            bron.document.bron.formaat == "pdf"
            and share_of_ink(bron.pad.read_bytes(), teken.plek) >= vorm.inkt
        ):
            yield teken


def _as_shown(
    stuk: Woodocument,
    bron: Bronstuk,
    instellingen: Instellingen,
    versie: str,
    vorm: Tekenvorm,
) -> Document | None:
    """The pages of a document, where they can hold a signature."""
    document = bron.document
    if document.bron.formaat == "pdf":
        return document
    if not (_has_pictures(bron) and has_closing(document.tekst, vorm)):
        return None
    invoer, _ = convert_paper(bron, stuk, Opslag(instellingen.uitvoer), versie)
    with tempfile.TemporaryDirectory(prefix="verwerk-") as map_:
        pad = Path(map_) / "getoond.pdf"
        pad.write_bytes(invoer)
        eigen = Bron(bestand=pad.name, sha256=document.bron.sha256, formaat="pdf")
        return read_pdf(pad, eigen, instellingen.grenzen).document


def _has_pictures(bron: Bronstuk) -> bool:
    """Whether a document that LibreOffice lays out can show a picture at all."""
    formaat = bron.document.bron.formaat
    if SOORTEN.get(formaat) != "docx" or bron.document.deel or not has_office():
        return False
    return formaat not in _WORD or bool(find_pictures(bron.document, bron.pad))
