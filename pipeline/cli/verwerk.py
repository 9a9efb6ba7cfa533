"""The program: a command, else an existing path, else an error with a suggestion."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

import click

from pipeline.cli.actie import actie
from pipeline.cli.actielijst import actielijst
from pipeline.cli.agenda import agenda
from pipeline.cli.alles import alles
from pipeline.cli.bestuurders import bestuurders
from pipeline.cli.cijfers import cijfers
from pipeline.cli.exporteer import exporteer
from pipeline.cli.herinner import herinner
from pipeline.cli.puzzel import puzzel
from pipeline.cli.regelboek import regelboek
from pipeline.cli.toon import toon
from pipeline.cli.woo import woo
from pipeline.cli.zoek import zoek

OPDRACHTEN = (
    alles,
    toon,
    zoek,
    actielijst,
    herinner,
    agenda,
    actie,
    cijfers,
    puzzel,
    woo,
    bestuurders,
    exporteer,
    regelboek,
)


MET_WAARDE = {"--uitvoer", "--database", "--datum", "--regels"}
EIGEN = {"-h", "--help", "--version"}


class OpdrachtOfPad(click.Group):
    """A group whose first word is a command or else an existing path."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Let common options stand before the first word as well as behind it."""
        voor = _count_leading_options(args)
        if voor and args[voor:] and not EIGEN & set(args[:voor]):
            args = [args[voor], *args[:voor], *args[voor + 1 :]]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Put the main job in front of a path."""
        woord = args[0]
        if self.get_command(ctx, woord) is None:
            if not Path(woord).exists():
                ctx.fail(self._explain(ctx, woord))
            args = [str(alles.name), *args]
        return super().resolve_command(ctx, args)

    def _explain(self, ctx: click.Context, woord: str) -> str:
        """Say what was typed and, if one is near, what was probably meant."""
        melding = f"'{woord}' is geen opdracht en geen bestaand pad."
        dichtbij = get_close_matches(woord, self.list_commands(ctx), n=1)
        return f"{melding} Bedoelde u '{dichtbij[0]}'?" if dichtbij else melding

    def list_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 click asks it so
    ) -> list[str]:
        """The commands in the order in which people need them."""
        return list(self.commands)


def _count_leading_options(args: list[str]) -> int:
    """How many words stand before the first that is no option and no option's value."""
    plek = 0
    while plek < len(args) and args[plek].startswith("-"):
        plek += 2 if args[plek] in MET_WAARDE else 1
    return min(plek, len(args))


@click.group(
    cls=OpdrachtOfPad,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT | PAD",
)
@click.version_option(
    package_name="verwerk",
    prog_name="verwerk",
    message="%(prog)s %(version)s",
    help="Toon de versie en stop.",
)
def verwerk() -> None:
    """Lees het dossier van een regietafel: acties, besluiten en cijfers, met hun bron.

    Begin met:  verwerk invoer/

    Alles blijft op deze computer. De bestanden die u laat lezen, worden nooit
    gewijzigd.
    """


def _say_in_dutch(opdracht: click.Command) -> None:
    """Give a command and all below it Dutch words in its usage line."""
    opdracht.options_metavar = "[OPTIES]"
    if isinstance(opdracht, click.Group):
        opdracht.subcommand_metavar = "OPDRACHT"
        for onderdeel in opdracht.commands.values():
            _say_in_dutch(onderdeel)


for _opdracht in OPDRACHTEN:
    _say_in_dutch(_opdracht)
    verwerk.add_command(_opdracht)
