"""What goes wrong in a database, told to the user without a word of the data."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from pipeline.errors import InstellingError

if TYPE_CHECKING:
    from collections.abc import Iterator

OORZAKEN = (
    (
        ("database is locked", "database table is locked", "lock timeout"),
        (
            "is in gebruik door een ander proces. Wacht tot dat klaar is en probeer "
            "het opnieuw."
        ),
    ),
    (
        ("not a database", "malformed", "file is encrypted"),
        (
            "is geen archief van verwerk, of het is beschadigd. Wijs met --database "
            "een ander archief aan, of zet een reservekopie terug."
        ),
    ),
    (
        ("no such module",),
        (
            "kan niet worden gemaakt: deze Python mist de zoekfunctie van SQLite "
            "(FTS5). Gebruik een Python van python.org."
        ),
    ),
    (
        ("readonly", "read-only", "permission denied"),
        (
            "mag niet worden geschreven. Geef uzelf schrijfrechten, of kies een andere "
            "map met --uitvoer."
        ),
    ),
    (
        ("unable to open", "disk i/o error"),
        (
            "kan niet worden geopend. Controleer of de map bestaat en of u er mag "
            "schrijven."
        ),
    ),
    (
        ("disk is full", "no space left", "could not extend"),
        ("is niet bijgewerkt: de schijf is vol. Maak ruimte en probeer het opnieuw."),
    ),
    (
        ("password authentication", "no password supplied", "role "),
        ("weigert de toegang. Controleer de naam en het wachtwoord in --database."),
    ),
    (
        ("does not exist",),
        (
            "bestaat niet op de server. Laat de beheerder de database maken, of "
            "verbeter --database."
        ),
    ),
)
ONBEREIKBAAR = (
    "is niet bereikbaar. Controleer het adres in --database en of de server aanstaat."
)


@contextmanager
def translate_errors(naam: str) -> Iterator[None]:
    """Turn trouble of the database into ``InstellingError``; bugs pass as they are."""
    try:
        yield
    except DBAPIError as fout:
        if not _is_outside(fout):
            raise
        raise InstellingError(f"Het archief {naam} {_explain(fout)}") from None


def _is_outside(fout: DBAPIError) -> bool:
    """Whether the fault lies in the surroundings and not in our own SQL."""
    if isinstance(fout, (OperationalError, InterfaceError)):
        return True
    return any(_is_known(fout, tekens) for tekens, _ in OORZAKEN[:4])


def _is_known(fout: DBAPIError, tekens: tuple[str, ...]) -> bool:
    tekst = str(fout.orig).lower()
    return any(t in tekst for t in tekens)


def _explain(fout: DBAPIError) -> str:
    for tekens, uitleg in OORZAKEN:
        if _is_known(fout, tekens):
            return uitleg
    return ONBEREIKBAAR
