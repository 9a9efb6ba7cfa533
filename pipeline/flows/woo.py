"""From a decided lakblad to a release: redacted, checked, whole or not at all."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from modellen.lakblad import VRIJGEGEVEN, Keuze
from modellen.lakken import Lakopties
from pipeline.errors import InvoerError, LakbladError, LekError
from pipeline.flows.bestaand import count_in, find_existing
from pipeline.flows.stukken import read_sources
from pipeline.flows.vaste_breedte import HOE as HOE_VAST
from pipeline.flows.vaste_breedte import set_fixed
from pipeline.flows.wandeling import walk
from pipeline.lakken.lakblad import read_lakblad
from pipeline.lakken.naalden import find_needles
from pipeline.lakken.omgezet import place_converted
from pipeline.lakken.vlakken import accept_proposals, find_undecided, place_marks
from pipeline.pdf.knippen import cut_pages
from pipeline.pdf.legenda import add_legend, load_grondslagen, number_pages
from pipeline.pdf.omzetten import to_pdf
from pipeline.pdf.vrijgave import make_release
from pipeline.rulebook import Regelboek
from pipeline.writers.vrijgave import Uitgave, write_release

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Literal

    import pikepdf

    from modellen.lakblad import Lakregel, Woodocument
    from modellen.lakken import Geplaatst, Grondslag, Lakuitslag, Lakvlak
    from pipeline.flows.stukken import Bronstuk
    from pipeline.pdf.vrijgave import Vrijgave
    from pipeline.settings import Instellingen


@dataclass(frozen=True, slots=True, kw_only=True)
class Lakopdracht:
    """How a release must look, and whether proposals count without a person."""

    stijl: Literal["code", "letter"] = "code"
    rooster: float = 1.0
    aanvaard: bool = False
    vaste_breedte: bool = False


def release(
    pad: Path, instellingen: Instellingen, opdracht: Lakopdracht
) -> tuple[Uitgave, ...]:
    """Redact what was decided and write the release, whole or not at all.

    Raises ``LakbladError`` when the sheet is not decided or does not fit its sources,
    ``LekError`` when a file does not pass its checks; then nothing is written but the
    account of the checks.
    """
    regelboek = Regelboek(instellingen.regels)
    gronden = load_grondslagen(regelboek)
    blad = read_lakblad(pad, gronden)
    regels = accept_proposals(blad.regels) if opdracht.aanvaard else blad.regels
    _check_decided(regels)
    bron = Path(blad.map_)
    with tempfile.TemporaryDirectory(prefix="verwerk-") as werk:
        heel = all(d.pagina_van is None for d in blad.documenten)
        wandeling = walk(bron, pad.parent)
        bronnen = read_sources(
            wandeling, Path(werk), regelboek, instellingen.grenzen, heel=heel
        )
        per_stuk = _match(blad.documenten, bronnen.stukken)
        uitgaven = tuple(
            _release_named(
                stuk, per_stuk[stuk.nummer], regels, gronden, opdracht, regelboek
            )
            for stuk in blad.documenten
            if stuk.beoordeling in VRIJGEGEVEN
        )
    fout = [u.stuk.nummer for u in uitgaven if not u.vrijgave.in_orde]
    write_release(uitgaven, pad.parent, concept=opdracht.aanvaard)
    if fout:
        raise LekError(
            f"De nacontrole houdt {len(fout)} document(en) tegen: {', '.join(fout)}. "
            f"Er is niets vrijgegeven; zie {pad.parent / 'nacontrole.json'}."
        )
    return uitgaven


def _check_decided(regels: Sequence[Lakregel]) -> None:
    open_ = find_undecided(regels)
    if open_:
        raise LakbladError(
            f"Over {len(open_)} markeringen is nog niet besloten, om te beginnen bij "
            f"document {open_[0].nummer}. Vul de kolom 'besluit' in, of maak een "
            "concept met --aanvaard-voorstellen."
        )


def _match(
    stukken: Sequence[Woodocument], bronnen: Sequence[Bronstuk]
) -> Mapping[str, Bronstuk]:
    """The source of each document; it must be the file of the proposal, unchanged."""
    kaart = {(b.document.id, b.van, b.tot): b for b in bronnen}
    gevonden = {}
    for stuk in stukken:
        bron = kaart.get((stuk.document, stuk.pagina_van, stuk.pagina_tot))
        if bron is None or bron.document.bron.sha256 != stuk.sha256:
            raise LakbladError(
                f"{stuk.bestand} is gewijzigd of verdwenen sinds het voorstel. Zet het "
                "terug, of maak het voorstel opnieuw; uw besluiten blijven bewaard."
            )
        gevonden[stuk.nummer] = bron
    return gevonden


def _release_named(
    stuk: Woodocument,
    bron: Bronstuk,
    regels: Sequence[Lakregel],
    gronden: Mapping[str, Grondslag],
    opdracht: Lakopdracht,
    regelboek: Regelboek,
) -> Uitgave:
    """The release of one document; what goes wrong says in which."""
    try:
        return _release_one(stuk, bron, regels, gronden, opdracht, regelboek)
    except InvoerError as fout:
        raise InvoerError(f"{stuk.bestand} (document {stuk.nummer}): {fout}") from fout


def _release_one(
    stuk: Woodocument,
    bron: Bronstuk,
    regels: Sequence[Lakregel],
    gronden: Mapping[str, Grondslag],
    opdracht: Lakopdracht,
    regelboek: Regelboek,
) -> Uitgave:
    eigen = [r for r in regels if r.nummer == stuk.nummer]
    titel = f"Document {stuk.nummer}"
    _check_text(stuk, bron, eigen)
    if opdracht.vaste_breedte and any(r.keuze is Keuze.LAKKEN for r in eigen):
        hoe = HOE_VAST
        invoer, vlakken = set_fixed(bron, stuk, eigen, titel)
    else:
        invoer, vlakken, hoe = _set(bron, stuk, eigen, titel)
    naalden = find_needles(regels, stuk.nummer, _own_text(bron))
    bestaand = find_existing(invoer, regelboek)
    naschrift = partial(_finish, gronden, opdracht.stijl, stuk.nummer, bestaand)
    vrijgave: Vrijgave = make_release(
        invoer, vlakken, _options(gronden, opdracht), titel, naalden, naschrift
    )
    return Uitgave(stuk=stuk, vrijgave=vrijgave, hoe=hoe, regels=tuple(eigen))


def _check_text(stuk: Woodocument, bron: Bronstuk, regels: Sequence[Lakregel]) -> None:
    """Raise when words that must go are not read where they were: a scan, mostly."""
    tekst = bron.document.tekst
    kwijt = [
        r
        for r in regels
        if r.keuze is Keuze.LAKKEN and tekst[r.begin : r.eind] != r.tekst
    ]
    if kwijt:
        raise LakbladError(
            f"In {stuk.bestand} (document {stuk.nummer}) zijn {len(kwijt)} markeringen "
            "niet meer te vinden waar ze stonden. Leest deze computer scans anders dan "
            "die waarop het voorstel is gemaakt? Maak dan het voorstel opnieuw; uw "
            "besluiten blijven bewaard."
        )


def _set(
    bron: Bronstuk, stuk: Woodocument, regels: Sequence[Lakregel], titel: str
) -> tuple[bytes, list[Lakvlak], str]:
    """The PDF of a paper before redaction, the marks on it, and how it was made."""
    ruw, hoe = to_pdf(bron.document, bron.pad, titel)
    invoer = cut_pages(ruw, stuk.pagina_van, stuk.pagina_tot)
    if bron.document.bron.formaat == "pdf":
        return invoer, list(place_marks(bron.document, stuk, regels)), hoe
    return invoer, place_converted(bron.document.tekst, invoer, regels), hoe


def _own_text(bron: Bronstuk) -> str:
    """The text of the pages that a document takes up in its source."""
    document = bron.document
    if bron.van is None or bron.tot is None:
        return document.tekst
    eigen = (b for b in document.blokken if bron.van <= (b.pagina or 0) <= bron.tot)
    return "\n".join(b.tekst for b in eigen)


def _options(gronden: Mapping[str, Grondslag], opdracht: Lakopdracht) -> Lakopties:
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
    number_pages(pdf, nummer)
