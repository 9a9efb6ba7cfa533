"""One document of a release: from its source to a checked PDF."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from modellen.lakblad import Keuze
from modellen.lakken import Lakopties
from pipeline.errors import InvoerError, LakbladError
from pipeline.flows.bestaand import count_in, find_existing
from pipeline.flows.bewaard import freeze, thaw
from pipeline.flows.vaste_breedte import HOE as HOE_VAST
from pipeline.flows.vaste_breedte import set_fixed
from pipeline.lakken.omgezet import place_converted
from pipeline.lakken.ongelezen import check_looked_at
from pipeline.lakken.vlakken import place_marks, place_pictures
from pipeline.pdf.beelden import find_beelden
from pipeline.pdf.kantoorprogramma import has_office
from pipeline.pdf.knippen import cut_pages
from pipeline.pdf.legenda import add_legend, number_pages
from pipeline.pdf.omzetten import to_pdf
from pipeline.pdf.vrijgave import make_release
from pipeline.writers.vrijgave import Uitgave

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Literal

    import pikepdf

    from modellen.lakblad import Lakregel, Woodocument
    from modellen.lakken import Geplaatst, Grondslag, Lakuitslag, Lakvlak
    from pipeline.flows.opslag import Opslag
    from pipeline.flows.stukken import Bronstuk
    from pipeline.lakken.naalden import Naaldenboek
    from pipeline.pdf.vrijgave import Vrijgave
    from pipeline.rulebook import Regelboek


@dataclass(frozen=True, slots=True, kw_only=True)
class Lakopdracht:
    """How a release must look, and whether proposals count without a person.

    ``eerder`` are folders with earlier releases: the naloop reads them along.
    """

    stijl: Literal["code", "letter"] = "code"
    rooster: float = 1.0
    aanvaard: bool = False
    vaste_breedte: bool = False
    zonder_zienswijze: str = ""
    eerder: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkbank:
    """What every document of a release is made with."""

    gronden: Mapping[str, Grondslag]
    naalden: Naaldenboek
    opdracht: Lakopdracht
    regelboek: Regelboek
    opslag: Opslag
    versie: str


def redact_paper(
    stuk: Woodocument, bron: Bronstuk, eigen: Sequence[Lakregel], bank: Werkbank
) -> Uitgave:
    """One document of the release, with its own marks: set, redacted, cleaned, checked.

    What an earlier run finished is taken from what it kept, when nothing that decides
    it has changed. Raises ``InvoerError`` when it is locked or broken or a mark cannot
    be placed.
    """
    _check_text(stuk, bron, eigen)
    naalden = bank.naalden.find(stuk.nummer, _own_text(bron))
    sleutel = _key(stuk, eigen, naalden, bank)
    eerder = bank.opslag.get(*sleutel)
    klaar = thaw(eerder) if eerder is not None else None
    if klaar is None:
        try:
            klaar = _redact(stuk, bron, eigen, naalden, bank)
        except InvoerError as fout:
            waar = f"{stuk.bestand} (document {stuk.nummer})"
            raise InvoerError(f"{waar}: {fout}") from fout
        bank.opslag.put(freeze(*klaar), *sleutel)
    vrijgave, hoe = klaar
    ongelezen = tuple(check_looked_at(stuk, bron.document))
    if ongelezen:
        vrijgave = replace(vrijgave, controles=(*vrijgave.controles, *ongelezen))
    return Uitgave(stuk=stuk, vrijgave=vrijgave, hoe=hoe, regels=tuple(eigen))


def _check_text(stuk: Woodocument, bron: Bronstuk, regels: Sequence[Lakregel]) -> None:
    """Raise when words that must go are not read where they were: a scan, mostly."""
    tekst = bron.document.tekst
    kwijt = [
        r
        for r in regels
        if r.keuze is Keuze.LAKKEN and not r.vlak and tekst[r.begin : r.eind] != r.tekst
    ]
    if kwijt:
        raise LakbladError(
            f"In {stuk.bestand} (document {stuk.nummer}) zijn {len(kwijt)} markeringen "
            "niet meer te vinden waar ze stonden. Leest deze computer scans anders dan "
            "die waarop het voorstel is gemaakt? Maak dan het voorstel opnieuw; uw "
            "besluiten blijven bewaard."
        )


def _key(
    stuk: Woodocument,
    regels: Sequence[Lakregel],
    naalden: Sequence[str],
    bank: Werkbank,
) -> tuple[str, ...]:
    """All that decides what a redacted document is."""
    besluiten = [(r.begin, r.tekst, r.grond, r.keuze.value, r.vlak) for r in regels]
    plek = (stuk.nummer, stuk.sha256, stuk.document, stuk.pagina_van, stuk.pagina_tot)
    o = bank.opdracht
    keuzen = (o.stijl, o.rooster, o.vaste_breedte)
    return (
        "gelakt",
        bank.versie,
        _tools(),
        *map(repr, (plek, besluiten, naalden, keuzen)),
    )


def _tools() -> str:
    """What this computer converts with: another converter makes other pages."""
    return "LibreOffice" if has_office() else "zelf"


def _redact(
    stuk: Woodocument,
    bron: Bronstuk,
    regels: Sequence[Lakregel],
    naalden: Sequence[str],
    bank: Werkbank,
) -> tuple[Vrijgave, str]:
    titel = f"Document {stuk.nummer}"
    if bank.opdracht.vaste_breedte and any(r.keuze is Keuze.LAKKEN for r in regels):
        hoe = HOE_VAST
        invoer, vlakken = set_fixed(bron, stuk, regels, titel, bank.gronden)
    else:
        invoer, vlakken, hoe = set_paper(bron, stuk, regels, bank.opslag, bank.versie)
    bestaand = find_existing(invoer, bank.regelboek)
    stijl = bank.opdracht.stijl
    naschrift = partial(_finish, bank.gronden, stijl, stuk.nummer, bestaand)
    opties = make_options(bank.gronden, bank.opdracht)
    return make_release(invoer, vlakken, opties, titel, naalden, naschrift), hoe


def set_paper(
    bron: Bronstuk,
    stuk: Woodocument,
    regels: Sequence[Lakregel],
    opslag: Opslag,
    versie: str,
) -> tuple[bytes, list[Lakvlak], str]:
    """The PDF of a paper before redaction, the marks on it, and how it was made."""
    ruw, hoe = convert_paper(bron, stuk, opslag, versie)
    invoer = cut_pages(ruw, stuk.pagina_van, stuk.pagina_tot)
    if bron.document.bron.formaat == "pdf":
        return invoer, list(place_marks(bron.document, stuk, regels)), hoe
    vlakken = place_converted(bron.document.tekst, invoer, regels)
    vlakken += place_pictures(find_beelden(invoer), regels)
    return invoer, vlakken, hoe


def convert_paper(
    bron: Bronstuk, stuk: Woodocument, opslag: Opslag, versie: str
) -> tuple[bytes, str]:
    """The source as a PDF; converting takes long, so it is kept for the next time."""
    titel = f"Document {stuk.nummer}"
    if bron.document.bron.formaat == "pdf":
        return to_pdf(bron.document, bron.pad, titel)
    sleutel = ("pdf", versie, _tools(), stuk.sha256, stuk.document, titel)
    eerder = opslag.get(*sleutel)
    if eerder is not None:
        hoe, _, inhoud = eerder.partition(b"\n")
        return inhoud, hoe.decode()
    inhoud, hoe_gemaakt = to_pdf(bron.document, bron.pad, titel)
    opslag.put(hoe_gemaakt.encode() + b"\n" + inhoud, *sleutel)
    return inhoud, hoe_gemaakt


def _own_text(bron: Bronstuk) -> str:
    """The text of the pages that a document takes up in its source."""
    document = bron.document
    if bron.van is None or bron.tot is None:
        return document.tekst
    eigen = (b for b in document.blokken if bron.van <= (b.pagina or 0) <= bron.tot)
    return "\n".join(b.tekst for b in eigen)


def make_options(gronden: Mapping[str, Grondslag], opdracht: Lakopdracht) -> Lakopties:
    """How the boxes look: the code or the letter of each ground."""
    letter = opdracht.stijl == "letter"
    return Lakopties(
        opschriften={
            c: (g.letter if letter else None) or c for c, g in gronden.items()
        },
        uitleg={c: g.artikel for c, g in gronden.items()},
        rooster=opdracht.rooster,
    )


def _finish(
    gronden: Mapping[str, Grondslag],
    stijl: Literal["code", "letter"],
    nummer: str,
    bestaand: tuple[Geplaatst, ...],
    pdf: pikepdf.Pdf,
    uitslag: Lakuitslag,
) -> None:
    """Put the legend behind a document and its number on each page."""
    al = count_in(bestaand, uitslag)
    add_legend(pdf, uitslag.geplaatst, gronden, stijl, bestaand=al)
    number_pages(pdf, nummer, uitslag.geplaatst)
