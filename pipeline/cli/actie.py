"""``verwerk actie``: look at one action, and change what a person knows better."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from modellen.afspraak import Actiestatus
from pipeline.cli.omgeving import Datum, Omgeving, open_store, with_omgeving
from pipeline.errors import GebruikError

if TYPE_CHECKING:
    from datetime import date


@click.group(short_help="Toon of wijzig een actie.")
def actie() -> None:
    """Toon of wijzig een actie; wat u wijzigt, blijft bij opnieuw lezen."""


@actie.command()
@click.argument("nummer", metavar="NR")
@with_omgeving
def toon(nummer: str, *, omgeving: Omgeving) -> None:
    """Toon actie NR met haar bron en geschiedenis."""
    from pipeline.cli.lijsten import name_source

    with open_store(omgeving) as archief:
        dossier = archief.dossier()
        gevonden = next((a for a in dossier.acties if a.nummer == nummer), None)
        if gevonden is None:
            raise GebruikError(
                f"Er is geen actie {nummer}. Kijk in: verwerk toon acties"
            )
        kaarten = {k.id: k for k in dossier.documenten}
        a = gevonden.actie
        click.echo(f"{nummer}  {a.omschrijving}")
        click.echo(f"  wie      {', '.join(a.actiehouders) or 'n.t.b.'}")
        click.echo(f"  termijn  {a.termijn or a.termijn_tekst or 'geen'}")
        click.echo(f"  status   {a.status.value.replace('_', ' ')}")
        click.echo(f"  bron     {name_source(a.herkomst, kaarten)}")
        click.echo(f"           «{a.herkomst.citaat}»")
        for stap in archief.geschiedenis(nummer):
            click.echo(f"  {stap}")


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
