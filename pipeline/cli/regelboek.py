"""``verwerk regelboek``: look at the rules, and test them by their examples."""

from __future__ import annotations

import json

import click

from pipeline.cli.omgeving import Omgeving, with_omgeving
from pipeline.errors import RegelError
from pipeline.rulebook import Regel, Regelboek, check_regels


@click.group(short_help="Bekijk of toets de regels waarmee wordt gelezen.")
def regelboek() -> None:
    """Bekijk of toets de regels waarmee wordt gelezen."""


@regelboek.command()
@click.argument("kamer", required=False, metavar="[KAMER]")
@with_omgeving
def toon(kamer: str | None, *, omgeving: Omgeving) -> None:
    """Toon de regels, van alles of van één KAMER (acties, besluiten …)."""
    boek = Regelboek(omgeving.instellingen.regels)
    regels = [r for k in boek.kamers() if kamer in (None, k) for r in boek.regels(k)]
    if not regels:
        raise RegelError(
            f"Er zijn geen regels in '{kamer}'. Kies uit: {', '.join(boek.kamers())}."
        )
    if omgeving.als_json:
        click.echo(
            json.dumps([_as_dict(r) for r in regels], ensure_ascii=False, indent=2)
        )
        return
    for regel in regels:
        click.echo(f"{regel.id}  {regel.uitleg}")


@regelboek.command()
@with_omgeving
def toets(*, omgeving: Omgeving) -> None:
    """Toets elke regel aan zijn eigen voorbeeldzinnen."""
    boek = Regelboek(omgeving.instellingen.regels)
    regels = [r for k in boek.kamers() for r in boek.regels(k)]
    klachten = check_regels(tuple(regels))
    for klacht in klachten:
        click.echo(klacht, err=True)
    if klachten:
        raise RegelError(f"{len(klachten)} voorbeelden kloppen niet; zie hierboven.")
    zinnen = sum(len(r.wel) + len(r.niet) for r in regels)
    omgeving.say(f"{len(regels)} regels kloppen met hun {zinnen} voorbeeldzinnen.")


def _as_dict(regel: Regel) -> dict[str, object]:
    return {
        "id": regel.id,
        "soort": regel.soort,
        "uitleg": regel.uitleg,
        "bestand": regel.bestand,
        "zekerheid": regel.zekerheid,
        "wel": list(regel.wel),
        "niet": list(regel.niet),
    }
