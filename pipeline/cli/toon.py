"""``verwerk toon``: what the archive holds, as a list a person can read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from pipeline.cli.omgeving import Omgeving, open_store, with_omgeving
from pipeline.errors import GebruikError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.cli.lijsten import Lijst

ONDERWERPEN = (
    "documenten",
    "vergaderingen",
    "agendapunten",
    "acties",
    "gemist",
    "besluiten",
    "cijfers",
    "bevindingen",
    "mislukt",
)

LEEG = {
    "mislukt": "Elk bestand is gelezen.",
    "gemist": "Er zijn geen mogelijk gemiste toezeggingen.",
}
"""What is said of an empty list whose name is no noun."""


@click.command(short_help="Toon documenten, acties, besluiten, cijfers of bevindingen.")
@click.argument("onderwerp", metavar="ONDERWERP", default="acties")
@click.option("--bestand", metavar="NAAM", help="Alleen wat uit dit bestand komt.")
@with_omgeving
def toon(onderwerp: str, bestand: str | None, *, omgeving: Omgeving) -> None:
    """Toon wat er gelezen is.

    ONDERWERP is documenten, vergaderingen, agendapunten, acties, gemist (mogelijk
    gemiste toezeggingen), besluiten, cijfers, bevindingen of mislukt; of het id van een
    document, dan verschijnt de tekst.
    """
    with open_store(omgeving) as archief:
        dossier = archief.dossier()
        if any(d.id == onderwerp for d in dossier.documenten):
            click.echo(archief.tekst(onderwerp))
            return
    if onderwerp not in ONDERWERPEN:
        raise GebruikError(
            f"'{onderwerp}' is geen onderwerp en geen document. Kies uit: "
            f"{', '.join(ONDERWERPEN)}; of geef een id uit 'verwerk toon documenten'."
        )
    from pipeline.cli.lijsten import make_lijst

    lijst = make_lijst(dossier, onderwerp, bestand)
    if omgeving.als_json:
        rijen = [dict(zip(lijst.koppen, rij, strict=True)) for rij in lijst.rijen]
        click.echo(json.dumps(rijen, ensure_ascii=False, indent=2))
        return
    for regel in _lines(lijst):
        click.echo(regel)


def _lines(lijst: Lijst) -> Iterator[str]:
    """Each row as a short block: its first columns on one line, the rest below."""
    if not lijst.rijen:
        yield LEEG.get(lijst.naam, f"Er zijn geen {lijst.naam}.")
        return
    for rij in lijst.rijen:
        kop, *rest = [cel for cel in rij if cel]
        yield f"{kop}  {rest[0] if rest else ''}".rstrip()
        if rest[1:]:
            yield f"    {' · '.join(rest[1:])}"
