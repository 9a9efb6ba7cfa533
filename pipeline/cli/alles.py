"""``verwerk PAD``: the main job."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.omgeving import Omgeving, with_omgeving
from pipeline.errors import Uitgang

if TYPE_CHECKING:
    from pipeline.flows.verslag import Verslag
    from pipeline.flows.wandeling import Wandeling


@click.command(
    name="alles", short_help="Lees een map of bestand (het woord 'alles' mag weg)."
)
@click.argument("pad", type=click.Path(path_type=Path), metavar="PAD")
@click.option(
    "--opnieuw",
    is_flag=True,
    help="Vergelijk elk bestand op inhoud, ook als het ongewijzigd lijkt.",
)
@click.option(
    "--streng", is_flag=True, help="Eindig met code 10 als er een bevinding 'fout' is."
)
@click.option(
    "--werkers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    metavar="AANTAL",
    help="Aantal bestanden dat tegelijk wordt gelezen.",
)
@with_omgeving
def alles(
    pad: Path, *, opnieuw: bool, streng: bool, werkers: int, omgeving: Omgeving
) -> int:
    """Lees alles in PAD, en bewaar acties, besluiten en cijfers met hun bron.

    Alleen wat nieuw of gewijzigd is, wordt opnieuw gelezen. Uw eigen wijzigingen
    blijven.
    """
    verslag = read_folder(omgeving, pad, opnieuw=opnieuw, werkers=werkers)
    _tell(omgeving, verslag)
    return int(_exit(verslag, streng=streng))


def read_folder(
    omgeving: Omgeving, pad: Path, *, opnieuw: bool = False, werkers: int = 1
) -> Verslag:
    """Read what changed in a folder, and give the account of the dossier."""
    from pipeline.flows.verslag import load_verslag
    from pipeline.flows.waarmerk import load_seal, make_state, program_version
    from pipeline.flows.wandeling import walk

    instellingen = omgeving.instellingen
    wandeling = walk(pad, instellingen.uitvoer)
    versie = program_version(instellingen.regels)
    staat = make_state(wandeling, instellingen, versie)
    zegel = None if opnieuw else load_seal(instellingen.uitvoer, staat)
    if zegel is None:
        return _run(omgeving, wandeling, versie, werkers)
    return load_verslag({**zegel, "nieuw": 0, "verdwenen": 0})


def _run(
    omgeving: Omgeving, wandeling: Wandeling, versie: str, werkers: int
) -> Verslag:
    from pipeline.cli.scherm import make_voortgang
    from pipeline.flows.verwerken import process
    from pipeline.flows.werker import Werker
    from pipeline.flows.werkproces import Taak

    instellingen = omgeving.instellingen
    taak = Taak(
        grenzen=instellingen.grenzen,
        regels=instellingen.regels,
        uitvoerig=omgeving.uitvoerig,
    )
    start = partial(Werker, taak)
    voortgang = make_voortgang(zichtbaar=not (omgeving.stil or omgeving.als_json))
    return process(wandeling, instellingen, versie, voortgang, start, werkers)


def _tell(omgeving: Omgeving, verslag: Verslag) -> None:
    if omgeving.als_json:
        click.echo(json.dumps(verslag.as_dict(), ensure_ascii=False, indent=2))
        return
    from pipeline.cli.samenvatting import summary_lines
    from pipeline.cli.woorden import name_failure

    if omgeving.stil:
        for bestand, reden in verslag.mislukt:
            click.echo(f"Niet gelezen: {name_failure(bestand, reden)}", err=True)
        return
    for regel in summary_lines(verslag, omgeving.instellingen):
        click.echo(regel)


def _exit(verslag: Verslag, *, streng: bool) -> Uitgang:
    if verslag.mislukt:
        return Uitgang.DEELS
    if streng and dict(verslag.klassen).get("fout"):
        return Uitgang.BEVINDINGEN
    return Uitgang.KLAAR
