"""The options that every command shares."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pipeline.errors import InstellingError
from pipeline.settings import Instellingen, default_database, find_today

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.storage import Archief

F = TypeVar("F", bound="Callable[..., Any]")


EIGEN_REGELS = Path("eigen-regels")
"""The folder of an organisation's own rules that counts without being named."""


class Datum(click.ParamType[date]):
    """A day as JJJJ-MM-DD."""

    name = "jjjj-mm-dd"

    def convert(
        self,
        value: Any,  # noqa: ANN401 click gives what it has
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """The day meant; fails with an example when it is none."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(
                f"'{value}' is geen datum. Schrijf jaar-maand-dag, zoals 2025-12-15.",
                param,
                ctx,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Omgeving:
    """The settings of a run and how it speaks to the user."""

    instellingen: Instellingen
    als_json: bool
    stil: bool
    uitvoerig: bool

    def say(self, tekst: str = "") -> None:
        """Print for a person, unless silence or machine output was asked."""
        if not (self.stil or self.als_json):
            click.echo(tekst)


def with_omgeving(functie: F) -> F:
    """Give a command the common options, gathered in one ``Omgeving``."""

    @functools.wraps(functie)
    def wrapped(
        *args: Any,  # noqa: ANN401 the command's own arguments pass through
        uitvoer: Path,
        database: str | None,
        datum: date | None,
        regels: Path | None,
        als_json: bool,
        stil: bool,
        uitvoerig: bool,
        **kwargs: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        instellingen = Instellingen(
            uitvoer=uitvoer,
            database=database or default_database(uitvoer),
            datum=find_today(datum),
            regels=regels or (EIGEN_REGELS if EIGEN_REGELS.is_dir() else None),
        )
        omgeving = Omgeving(
            instellingen=instellingen, als_json=als_json, stil=stil, uitvoerig=uitvoerig
        )
        return functie(*args, omgeving=omgeving, **kwargs)

    for optie in reversed(_OPTIES):
        wrapped = optie(wrapped)
    return wrapped  # type: ignore[return-value]  # the signature is click's to read


def open_store(omgeving: Omgeving) -> Archief:
    """The archive of an earlier run.

    Raises ``InstellingError`` when there was none: an empty store answers nothing.
    """
    from pipeline.storage import open_archief

    database = omgeving.instellingen.database
    pad = Path(database.removeprefix("sqlite:///"))
    if database.startswith("sqlite:///") and not pad.is_file():
        raise InstellingError(
            f"Er is nog niets gelezen: {pad} bestaat niet. "
            "Voer eerst 'verwerk invoer/' uit, of wijs met --uitvoer de map aan."
        )
    return open_archief(database)


_OPTIES: tuple[Callable[[Any], Any], ...] = (
    click.option(
        "--uitvoer",
        type=click.Path(path_type=Path, file_okay=False),
        default=Path("uitvoer"),
        show_default=True,
        metavar="MAP",
        help="Map voor alles wat wordt geschreven.",
    ),
    click.option(
        "--database",
        metavar="URL",
        help="Ander archief dan SQLite in de uitvoermap, bijvoorbeeld "
        "postgresql+psycopg://server/naam.",
    ),
    click.option("--datum", type=Datum(), help="De dag die als vandaag geldt."),
    click.option(
        "--regels",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="MAP",
        help="Map met eigen regels, boven op die van het programma; anders "
        "'eigen-regels' in deze map, als die er is.",
    ),
    click.option("--json", "als_json", is_flag=True, help="Uitkomst als JSON."),
    click.option("--stil", is_flag=True, help="Zeg alleen wat misgaat."),
    click.option("-v", "uitvoerig", is_flag=True, help="Toon meer bij problemen."),
)
