"""The entrance: what may be opened at all, its hash, and what a broken file becomes."""

from __future__ import annotations

import hashlib
import stat
import struct
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from modellen.document import Bron
from pipeline.errors import InvoerError
from pipeline.settings import MB

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pipeline.settings import Grenzen

KAPOT = (
    ValueError,  # also LookupError's cousin UnicodeError, and lxml's and pdfium's own
    LookupError,
    TypeError,
    AttributeError,
    SyntaxError,  # lxml's XMLSyntaxError
    ArithmeticError,
    EOFError,
    OSError,
    RuntimeError,
    AssertionError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
"""What libraries raise on damaged files; a damaged file is no fault of the program."""


def check_file(pad: Path, naam: str, grenzen: Grenzen) -> None:
    """Refuse what must not be opened, before it is opened.

    Raises ``InvoerError`` for anything but an ordinary file, and for an empty or too
    large one.
    """
    try:
        staat = pad.stat()
    except OSError as fout:
        raise InvoerError(
            f"{naam} is niet te openen. Controleer of het bestaat."
        ) from fout
    if not stat.S_ISREG(staat.st_mode):
        raise InvoerError(f"{naam} is geen gewoon bestand. Haal het uit de map.")
    if staat.st_size == 0:
        raise InvoerError(f"{naam} is leeg. Vraag het bestand opnieuw op.")
    if staat.st_size > grenzen.bestand:
        raise InvoerError(
            f"{naam} is te groot ({staat.st_size // MB} MB; de grens is "
            f"{grenzen.bestand // MB} MB). Splits het in delen."
        )


def hash_file(pad: Path, bestand: str, formaat: str) -> Bron:
    """The source of a file with the hash of its content."""
    try:
        with pad.open("rb") as stroom:
            som = hashlib.file_digest(stroom, "sha256").hexdigest()
    except OSError as fout:
        naam = bestand.rsplit("/", 1)[-1]
        raise InvoerError(f"{naam} is niet te lezen. Controleer de rechten.") from fout
    return Bron(bestand=bestand, sha256=som, formaat=formaat)


@contextmanager
def guarded(naam: str, formaat: str) -> Iterator[None]:
    """Turn what a library raises on a damaged file into advice."""
    try:
        yield
    except KAPOT as fout:
        raise InvoerError(
            f"{naam} is beschadigd of geen geldig {formaat}-bestand. Open het in het "
            "programma waarmee het is gemaakt en sla het opnieuw op."
        ) from fout
