"""From a decided lakblad to a release: redacted, checked, whole or not at all."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from modellen.lakblad import VRIJGEGEVEN, Naamkeuze
from modellen.naloop import Ernst
from pipeline.errors import LakbladError, LekError
from pipeline.flows.lakstuk import Lakopdracht, Werkbank, redact_paper
from pipeline.flows.naloop import audit_release
from pipeline.flows.opslag import Opslag
from pipeline.flows.stukken import read_sources
from pipeline.flows.uitgeven import Uitgeefstof, make_files
from pipeline.flows.waarmerk import program_version
from pipeline.flows.wandeling import walk
from pipeline.lakken.besloten import respect_decisions
from pipeline.lakken.lakblad import read_lakblad
from pipeline.lakken.naalden import Naaldenboek
from pipeline.lakken.termijn import is_awaited
from pipeline.lakken.vlakken import accept_proposals, count_decided, find_undecided
from pipeline.lakken.weigering import explain_leaks, explain_refusal
from pipeline.lakken.woodossier import load_dossier
from pipeline.pdf.legenda import load_grondslagen
from pipeline.rulebook import Regelboek
from pipeline.writers.vrijgave import Uitgave, Verantwoord, write_release

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from modellen.lakblad import Lakblad, Lakregel, Woodocument
    from modellen.naloop import Naloopbevinding
    from pipeline.flows.stukken import Bronstuk
    from pipeline.flows.verwerken import Voortgang
    from pipeline.settings import Instellingen


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """What was released, and how much of the sheet a person decided on.

    ``besloten`` and ``ongezien`` count its rows, ``personen`` the people decided on.
    """

    uitgaven: tuple[Uitgave, ...]
    besloten: int
    ongezien: int
    personen: int


def release(
    pad: Path,
    instellingen: Instellingen,
    opdracht: Lakopdracht,
    voortgang: Voortgang,
) -> Uitkomst:
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
    _check_views(pad.parent, instellingen, opdracht)
    bron = Path(blad.map_)
    with tempfile.TemporaryDirectory(prefix="verwerk-") as werk:
        heel = all(d.pagina_van is None for d in blad.documenten)
        wandeling = walk(bron, pad.parent)
        bronnen = read_sources(
            wandeling, Path(werk), regelboek, instellingen.grenzen, heel=heel
        )
        per_stuk = match_sources(blad.documenten, bronnen.stukken)
        bank = Werkbank(
            gronden=gronden,
            naalden=Naaldenboek(regels),
            opdracht=opdracht,
            regelboek=regelboek,
            opslag=Opslag(pad.parent),
            versie=program_version(instellingen.regels),
        )
        uitgaven = tuple(_redact_all(blad, per_stuk, regels, bank, voortgang))
    _publish(blad, regels, uitgaven, pad.parent, opdracht, instellingen)
    besloten, ongezien = count_decided(regels)
    return Uitkomst(
        uitgaven=uitgaven,
        besloten=besloten,
        ongezien=ongezien,
        personen=sum(p.keuze is not Naamkeuze.OPEN for p in blad.personen),
    )


def _redact_all(
    blad: Lakblad,
    per_stuk: Mapping[str, Bronstuk],
    regels: Sequence[Lakregel],
    bank: Werkbank,
    voortgang: Voortgang,
) -> Iterator[Uitgave]:
    stukken = [s for s in blad.documenten if s.beoordeling in VRIJGEGEVEN]
    eigen: dict[str, list[Lakregel]] = defaultdict(list)
    for regel in regels:
        eigen[regel.nummer].append(regel)
    voortgang.begin(len(stukken))
    try:
        for stuk in stukken:
            yield redact_paper(stuk, per_stuk[stuk.nummer], eigen[stuk.nummer], bank)
            voortgang.file_done(stuk.nummer, 1)
    finally:
        voortgang.end()


def _publish(
    blad: Lakblad,
    regels: Sequence[Lakregel],
    uitgaven: tuple[Uitgave, ...],
    map_: Path,
    opdracht: Lakopdracht,
    instellingen: Instellingen,
) -> None:
    """Write the release when every document passed, else only why it did not."""
    regelboek = Regelboek(instellingen.regels)
    verantwoord = Verantwoord(
        concept=opdracht.aanvaard,
        vandaag=instellingen.datum,
        zonder_zienswijze=opdracht.zonder_zienswijze,
    )
    fout = [u.stuk.nummer for u in uitgaven if not u.vrijgave.in_orde]
    naloop = () if fout else _audit(uitgaven, opdracht, instellingen)
    naloop = respect_decisions(naloop, regels)
    stof = Uitgeefstof(
        stukken=blad.documenten,
        regels=regels,
        uitgaven=uitgaven,
        gronden=load_grondslagen(regelboek),
        dossier=load_dossier(map_),
        regelboek=regelboek,
        vandaag=instellingen.datum,
        concept=opdracht.aanvaard,
    )
    lekken = [b for b in naloop if b.ernst is Ernst.LEK]
    bestanden = {} if fout or lekken else make_files(stof)
    write_release(uitgaven, bestanden, map_, verantwoord, naloop)
    if lekken:
        raise LekError(
            f"De naloop vindt {len(lekken)} lek(ken) in de vrijgave, samen met wat al "
            "openbaar is. Er is niets vrijgegeven; zie 'naloop' in "
            f"{map_ / 'nacontrole.json'}.\n" + explain_leaks(lekken)
        )
    if fout:
        raise LekError(
            f"De nacontrole houdt {len(fout)} document(en) tegen: {', '.join(fout)}. "
            f"Er is niets vrijgegeven; zie {map_ / 'nacontrole.json'}.\n"
            + "\n".join(
                explain_refusal(u.stuk.nummer, u.stuk.bestand, u.vrijgave.controles)
                for u in uitgaven
                if not u.vrijgave.in_orde
            )
        )


def _audit(
    uitgaven: Sequence[Uitgave], opdracht: Lakopdracht, instellingen: Instellingen
) -> tuple[Naloopbevinding, ...]:
    """What a stranger finds in these documents, read with all earlier releases."""
    with tempfile.TemporaryDirectory(prefix="verwerk-") as werk:
        for uitgave in uitgaven:
            pad = Path(werk) / f"{uitgave.stuk.nummer}.pdf"
            pad.write_bytes(uitgave.vrijgave.inhoud)
        if not uitgaven:
            return ()
        eerder = opdracht.eerder
        return audit_release(Path(werk), eerder, instellingen.regels).bevindingen


def _check_decided(regels: Sequence[Lakregel]) -> None:
    open_ = find_undecided(regels)
    if open_:
        raise LakbladError(
            f"Over {len(open_)} markeringen is nog niet besloten, om te beginnen bij "
            f"document {open_[0].nummer}. Vul de kolom 'besluit' in, of maak een "
            "concept met --aanvaard-voorstellen."
        )


def _check_views(map_: Path, instellingen: Instellingen, opdracht: Lakopdracht) -> None:
    """Wait for the views of third parties, unless a person says why not."""
    dossier = load_dossier(map_)
    if dossier is None or opdracht.zonder_zienswijze or opdracht.aanvaard:
        return
    vandaag = instellingen.datum
    wacht = [z.partij for z in dossier.zienswijzen if is_awaited(z, vandaag)]
    if wacht:
        raise LakbladError(
            f"De termijn voor een zienswijze loopt nog: {', '.join(wacht)}. Wacht het "
            "antwoord af, of zeg met --zonder-zienswijze waarom dat niet hoeft."
        )


def match_sources(
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
