"""``verwerk actie``: look at one action, and change what a person knows better."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from modellen.afspraak import Actiestatus
from pipeline.cli.omgeving import Datum, Omgeving, open_store, with_omgeving
from pipeline.errors import GebruikError

if TYPE_CHECKING:
    from datetime import date


@click.group(short_help="Toon, wijzig, voeg toe, voeg samen of splits een actie.")
def actie() -> None:
    """Toon of wijzig een actie; wat u wijzigt, blijft bij opnieuw lezen."""


@actie.command()
@click.argument("nummer", metavar="NR")
@with_omgeving
def toon(nummer: str, *, omgeving: Omgeving) -> None:
    """Toon actie NR met haar bron en haar verloop."""
    from pipeline.cli.verloop import actie_lines

    with open_store(omgeving) as archief:
        for regel in actie_lines(archief, nummer):
            click.echo(regel)


@actie.command()
@click.argument("nummer", metavar="NR")
@click.option("--status", type=click.Choice([s.value for s in Actiestatus]))
@click.option("--tekst", metavar="TEKST", help="De nieuwe omschrijving.")
@click.option("--wie", multiple=True, metavar="NAAM", help="Actiehouder; mag vaker.")
@click.option("--termijn", type=Datum(), help="De laatste dag.")
@click.option("--door", metavar="NAAM", default="gebruiker", help="Wie dit wijzigt.")
@with_omgeving
def wijzig(
    nummer: str,
    *,
    status: str | None,
    tekst: str | None,
    wie: tuple[str, ...],
    termijn: date | None,
    door: str,
    omgeving: Omgeving,
) -> None:
    """Wijzig status, tekst, actiehouder of termijn van actie NR."""
    if not (status or tekst or wie or termijn):
        raise GebruikError(
            "Er is niets te wijzigen. Geef --status, --tekst, --wie of --termijn."
        )
    with open_store(omgeving) as archief:
        archief.wijzig_actie(
            nummer,
            status=Actiestatus(status) if status else None,
            omschrijving=tekst,
            actiehouders=wie or None,
            termijn=termijn,
            door=door,
            op=omgeving.instellingen.datum,
        )
    omgeving.say(f"Actie {nummer} is gewijzigd.")


@actie.command()
@click.argument("nummer", metavar="NR")
@click.option("--door", metavar="NAAM", default="gebruiker", help="Wie dit meldt.")
@with_omgeving
def gereed(nummer: str, door: str, *, omgeving: Omgeving) -> None:
    """Meld actie NR gereed."""
    with open_store(omgeving) as archief:
        archief.wijzig_actie(
            nummer, status=Actiestatus.GEREED, door=door, op=omgeving.instellingen.datum
        )
    omgeving.say(f"Actie {nummer} is gereed.")


@actie.command()
@click.argument("tekst", metavar="TEKST")
@click.option("--wie", multiple=True, metavar="NAAM", help="Actiehouder; mag vaker.")
@click.option("--termijn", type=Datum(), help="De laatste dag.")
@click.option("--door", metavar="NAAM", default="gebruiker", help="Wie dit toevoegt.")
@with_omgeving
def voegtoe(
    tekst: str,
    *,
    wie: tuple[str, ...],
    termijn: date | None,
    door: str,
    omgeving: Omgeving,
) -> None:
    """Voeg een actie toe die in geen stuk staat."""
    if not tekst.strip():
        raise GebruikError("Schrijf wat er moet gebeuren.")
    with open_store(omgeving) as archief:
        nummer = archief.voeg_toe(
            tekst.strip(),
            actiehouders=wie,
            termijn=termijn,
            door=door,
            op=omgeving.instellingen.datum,
        )
    click.echo(nummer if omgeving.stil else f"Actie {nummer} is toegevoegd.")


@actie.command()
@click.argument("nummer", metavar="NR")
@click.argument("ander", metavar="NR")
@click.option("--door", metavar="NAAM", default="gebruiker", help="Wie dit doet.")
@with_omgeving
def samen(nummer: str, ander: str, door: str, *, omgeving: Omgeving) -> None:
    """Voeg twee acties samen; het eerste NR blijft, het tweede verwijst ernaar."""
    with open_store(omgeving) as archief:
        archief.voeg_samen(nummer, ander, door=door, op=omgeving.instellingen.datum)
    omgeving.say(f"Actie {ander} gaat op in {nummer}.")


@actie.command()
@click.argument("nummer", metavar="NR")
@click.option("--tekst", multiple=True, metavar="TEKST", help="Elk deel; mag vaker.")
@click.option("--door", metavar="NAAM", default="gebruiker", help="Wie dit doet.")
@with_omgeving
def splits(
    nummer: str, tekst: tuple[str, ...], door: str, *, omgeving: Omgeving
) -> None:
    """Splits actie NR.

    Met --tekst krijgt elk deel een eigen actie; het eerste houdt NR. Zonder --tekst
    gaat uit elkaar wat is samengevoegd of als dezelfde actie is herkend.
    """
    if len(tekst) == 1:
        raise GebruikError("Geef --tekst voor elk deel, dus ten minste twee keer.")
    with open_store(omgeving) as archief:
        nieuw = archief.splits(nummer, tekst, door=door, op=omgeving.instellingen.datum)
    omgeving.say(f"Actie {nummer} is gesplitst; erbij: {', '.join(nieuw)}.")
