"""``verwerk woo nieuw``, ``verdaag`` and ``stand``: a request from day to day."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from modellen.woodossier import Woodossier
from pipeline.cli.omgeving import Datum, Omgeving, with_omgeving
from pipeline.cli.woorden import count
from pipeline.errors import Uitgang

if TYPE_CHECKING:
    from datetime import date

    from modellen.woodossier import Termijn
    from pipeline.writers.stand import Standregel


@click.command()
@click.argument("naam", metavar="NAAM")
@click.option(
    "--verzoek",
    required=True,
    metavar="TEKST",
    help="Wat er is gevraagd, of een tekstbestand waarin dat staat.",
)
@click.option("--ontvangen", required=True, type=Datum(), help="De dag van ontvangst.")
@click.option("--reikwijdte", default="", metavar="TEKST", help="Hoe u het opvat.")
@click.option("--kenmerk", default="", metavar="TEKST", help="Het kenmerk.")
@with_omgeving
def nieuw(
    naam: str,
    *,
    verzoek: str,
    ontvangen: date,
    reikwijdte: str,
    kenmerk: str,
    omgeving: Omgeving,
) -> None:
    """Leg een Woo-verzoek vast, met de termijn om te besluiten.

    Alles komt in de map van --uitvoer; gebruik die ook bij voorstel en lakken.
    """
    from pipeline.flows.woodossier import begin_dossier

    dossier = Woodossier(
        naam=naam,
        verzoek=_text_or_file(verzoek),
        ontvangen=ontvangen,
        reikwijdte=reikwijdte,
        kenmerk=kenmerk,
    )
    pad, termijn = begin_dossier(dossier, omgeving.instellingen)
    _tell_term(termijn, omgeving)
    omgeving.say(f"Vastgelegd in {pad}.")
    omgeving.say(
        f"Daarna: verwerk woo voorstel MAP --uitvoer {omgeving.instellingen.uitvoer}"
    )


@click.command()
@click.option(
    "--reden", required=True, metavar="TEKST", help="Waarom het meer tijd kost."
)
@with_omgeving
def verdaag(*, reden: str, omgeving: Omgeving) -> None:
    """Verleng de termijn met twee weken; dat kan één keer, met een reden.

    De dag van vandaag (of --datum) geldt als de dag waarop de verzoeker dat hoorde.
    """
    from pipeline.flows.woodossier import extend_term

    _tell_term(extend_term(reden, omgeving.instellingen), omgeving)


@click.command()
@click.argument(
    "mappen", nargs=-1, type=click.Path(path_type=Path, exists=True), metavar="[MAP]..."
)
@with_omgeving
def stand(mappen: tuple[Path, ...], *, omgeving: Omgeving) -> None:
    """Toon waar elk verzoek staat: termijn, besluiten, zienswijzen, gronden.

    Zonder MAP de map van --uitvoer, of wat daar een niveau onder staat. De bladzijde
    stand.html laat hetzelfde zien.
    """
    from pipeline.flows.woodossier import show_stand

    gezien = show_stand(mappen, omgeving.instellingen)
    if omgeving.als_json:
        lijst = [asdict(r) for r in gezien.regels]
        click.echo(json.dumps(lijst, ensure_ascii=False, indent=2, default=str))
        return
    for regel in gezien.regels:
        _tell_stand(regel, omgeving)
    omgeving.say(f"Zie ook {gezien.pad}.")


@click.command()
@click.argument(
    "lakbladen",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="LAKBLAD LAKBLAD...",
)
@with_omgeving
def samenvoegen(lakbladen: tuple[Path, ...], *, omgeving: Omgeving) -> int:
    """Maak van kopieën van één lakblad weer één blad, in de map van --uitvoer.

    Wat maar één van beiden besloot telt mee. Waar twee mensen iets anders besloten,
    blijft de regel open en staat hij in de lijst; de eindcode is dan 7.
    """
    from pipeline.flows.woobesluit import merge_copies

    pad, conflicten = merge_copies(lakbladen, omgeving.instellingen)
    if omgeving.als_json:
        click.echo(json.dumps({"lakblad": str(pad), "conflicten": conflicten}))
    omgeving.say(f"Samengevoegd in {pad}.")
    for conflict in conflicten:
        omgeving.say(f"  Verschil: {conflict}")
    return int(Uitgang.LAKBLAD if conflicten else Uitgang.KLAAR)


@click.command()
@click.argument(
    "lakblad",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="LAKBLAD",
)
@with_omgeving
def besluit(lakblad: Path, *, omgeving: Omgeving) -> None:
    """Schrijf het concept-besluit bij LAKBLAD, met wat tot nu toe is besloten.

    Over open regels telt het voorstel. Wat een mens moet schrijven staat tussen haken.
    """
    from pipeline.flows.woobesluit import write_decision

    omgeving.say(f"Concept-besluit: {write_decision(lakblad, omgeving.instellingen)}")


def _tell_stand(regel: Standregel, omgeving: Omgeving) -> None:
    omgeving.say(regel.naam)
    if regel.termijn:
        omgeving.say(f"  {_term_line(regel.termijn)}")
    omgeving.say(
        f"  {count(regel.documenten, 'document', 'documenten')}, "
        f"{count(regel.markeringen, 'markering', 'markeringen')}, waarvan "
        f"{regel.onbeslist} onbeslist; {regel.voor_een_mens} voor een mens"
    )
    for grond, aantal in regel.per_grond:
        omgeving.say(f"    {grond}: {aantal}")
    for zienswijze in regel.zienswijzen:
        omgeving.say(f"  zienswijze {zienswijze.partij}: {zienswijze.status.value}")
    omgeving.say(f"  Nu: {regel.te_doen}")


def _tell_term(termijn: Termijn, omgeving: Omgeving) -> None:
    if omgeving.als_json:
        click.echo(json.dumps(asdict(termijn), ensure_ascii=False, default=str))
        return
    omgeving.say(_term_line(termijn))
    for stap in termijn.uitleg:
        omgeving.say(f"  {stap}")


def _term_line(termijn: Termijn) -> str:
    dag = f"{termijn.uiterlijk:%d-%m-%Y}"
    if not termijn.loopt:
        return f"De termijn staat stil; op zijn vroegst eindigt hij op {dag}."
    if termijn.dagen < 0:
        return (
            f"Het besluit had er op {dag} moeten zijn: {-termijn.dagen} dagen te laat."
        )
    return f"Beslis vóór of op {dag}: nog {count(termijn.dagen, 'dag', 'dagen')}."


def _text_or_file(waarde: str) -> str:
    """The words themselves, or those of a text file of that name."""
    try:
        pad = Path(waarde)
        return pad.read_text(encoding="utf-8").strip() if pad.is_file() else waarde
    except (OSError, UnicodeDecodeError, ValueError):
        return waarde
