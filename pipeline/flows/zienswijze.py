"""Views of third parties: a packet for each, and its answer read back."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from modellen.besluit import Alinea, Stijl
from pipeline.bestanden import write_whole
from pipeline.errors import GebruikError
from pipeline.flows.meelezen import make_toonbank, show_paper
from pipeline.flows.stukken import read_sources
from pipeline.flows.wandeling import walk
from pipeline.flows.woo import match_sources
from pipeline.flows.woodossier import ask_view, need_dossier, note_answer
from pipeline.lakken.derden import DERDEN, find_parties
from pipeline.lakken.inventaris import make_cleaner, read_organisatie
from pipeline.lakken.lakblad import read_lakblad
from pipeline.pdf.legenda import load_grondslagen
from pipeline.rulebook import Regelboek
from pipeline.writers.brief import make_brief
from pipeline.writers.reactieformulier import make_formulier, read_formulier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modellen.inventaris import Organisatie
    from modellen.lakblad import Lakblad
    from modellen.woodossier import Woodossier, Zienswijze
    from pipeline.settings import Instellingen

MAP = "zienswijze"
_GEEN_NAAM = re.compile(r"[^a-z0-9]+")


class Zaak:
    """A request with its sheet and sources open, to make packets from."""

    def __init__(self, pad: Path, instellingen: Instellingen, werk: Path) -> None:
        self.map_ = pad.parent
        self.instellingen = instellingen
        self.regelboek = Regelboek(instellingen.regels)
        gronden = load_grondslagen(self.regelboek)
        self.blad: Lakblad = read_lakblad(pad, gronden)
        self.organisatie: Organisatie = read_organisatie(
            self.regelboek.tabel("woo/organisatie.toml")
        )
        heel = all(d.pagina_van is None for d in self.blad.documenten)
        bronnen = read_sources(
            walk(Path(self.blad.map_), self.map_),
            werk,
            self.regelboek,
            instellingen.grenzen,
            heel=heel,
        )
        self.bronnen = match_sources(self.blad.documenten, bronnen.stukken)

    def find_parties(self) -> dict[str, tuple[str, ...]]:
        """Whom the documents concern."""
        teksten = {
            nummer: bron.stuk.document.tekst for nummer, bron in self.bronnen.items()
        }
        return find_parties(teksten, self.regelboek, self.organisatie.naam)


def list_parties(pad: Path, instellingen: Instellingen) -> dict[str, tuple[str, ...]]:
    """The parties that the documents of a sheet concern, with the documents of each."""
    with tempfile.TemporaryDirectory(prefix="verwerk-") as werk:
        return Zaak(pad, instellingen, Path(werk)).find_parties()


def make_packets(
    pad: Path,
    partijen: Sequence[str],
    instellingen: Instellingen,
    weken: int | None = None,
) -> tuple[tuple[Path, Zienswijze], ...]:
    """A folder for each party with only the documents that concern it.

    Its documents with the marks as proposals, a letter and a form; the term is kept in
    the dossier. Raises ``GebruikError`` when no document concerns a party, or when
    there is no dossier.
    """
    dossier = need_dossier(pad.parent)
    with tempfile.TemporaryDirectory(prefix="verwerk-") as werk:
        zaak = Zaak(pad, instellingen, Path(werk))
        betrokken = {p.lower(): (p, n) for p, n in zaak.find_parties().items()}
        gekozen = []
        for partij in partijen:
            if partij.lower() not in betrokken:
                raise GebruikError(
                    f"Geen document noemt '{partij}'. Kies uit: "
                    f"{', '.join(p for p, _ in betrokken.values()) or 'niemand'}."
                )
            gekozen.append(betrokken[partij.lower()])
        return tuple(
            _make_packet(zaak, dossier, partij, nummers, weken)
            for partij, nummers in gekozen
        )


def _make_packet(
    zaak: Zaak,
    dossier: Woodossier,
    partij: str,
    nummers: Sequence[str],
    weken: int | None,
) -> tuple[Path, Zienswijze]:
    vandaag = zaak.instellingen.datum
    doel = zaak.map_ / MAP / _GEEN_NAAM.sub("-", partij.lower()).strip("-")
    stukken = [d for d in zaak.blad.documenten if d.nummer in nummers]
    toon = make_toonbank(zaak.map_, zaak.instellingen)
    kopieen = {
        s.nummer: show_paper(zaak.blad, s, zaak.bronnen[s.nummer], toon)
        for s in stukken
    }
    zienswijze = ask_view(zaak.map_, partij, nummers, vandaag, zaak.regelboek, weken)
    shutil.rmtree(doel, ignore_errors=True)
    for nummer, kopie in kopieen.items():
        write_whole(doel / "documenten" / f"{nummer}.pdf", kopie)
    titels = [
        (s.nummer, make_cleaner(zaak.blad.regels, s.nummer)(s.titel)) for s in stukken
    ]
    formulier = make_formulier(partij, titels, zienswijze.termijn, vandaag)
    write_whole(doel / "reactieformulier.xlsx", formulier)
    brief = make_brief(_letter(zaak, dossier, zienswijze), "CONCEPT", vandaag)
    write_whole(doel / "brief.docx", brief)
    return doel, zienswijze


def _letter(
    zaak: Zaak, dossier: Woodossier, zienswijze: Zienswijze
) -> tuple[Alinea, ...]:
    woorden = zaak.regelboek.tabel(DERDEN)["brief"]
    velden = {
        "partij": zienswijze.partij,
        "verzoek": dossier.verzoek,
        "aantal": len(zienswijze.documenten),
        "termijn": f"{zienswijze.termijn:%d-%m-%Y}",
        "plaats": zaak.organisatie.plaats,
        "bestuursorgaan": zaak.organisatie.bestuursorgaan,
    }
    alineas = [Alinea(stijl=Stijl.TITEL, tekst=woorden["titel"])]
    alineas += [
        Alinea(stijl=Stijl.TEKST, tekst=a.format_map(velden))
        for a in woorden["alineas"]
    ]
    return tuple(alineas)


def read_answer(pad: Path, formulier: Path, instellingen: Instellingen) -> str:
    """Take an answer into the dossier; gives the party.

    Raises ``LakbladError`` when the form is incomplete, ``GebruikError`` when the party
    was never asked.
    """
    antwoord = read_formulier(formulier)
    note_answer(
        pad.parent,
        antwoord.partij,
        instellingen.datum,
        antwoord.reacties,
        bezwaar=antwoord.bezwaar,
    )
    return antwoord.partij
