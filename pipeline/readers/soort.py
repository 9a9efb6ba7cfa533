"""What kind of file it is, by what is inside; the name only counts for noise."""

from __future__ import annotations

import importlib
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from pipeline.errors import InvoerError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from modellen.document import Bron
    from modellen.lezing import Gelezen
    from pipeline.settings import Grenzen

KOP = 8192
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RUIS = {"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"}
_KOPREGEL = re.compile(
    rb"^(?:from|to|cc|bcc|subject|date|received|return-path|message-id|mime-version"
    rb"|delivered-to|x-[\w-]+|content-type|sender|reply-to|thread-topic|dkim-signature"
    rb"|arc-seal):",
    re.IGNORECASE | re.MULTILINE,
)


_VERSLEUTELD = (
    "is versleuteld met een wachtwoord. Verwijder het wachtwoord en probeer opnieuw."
)
_BESCHADIGD = (
    "is een beschadigd zip-bestand of Office-document. Open het en sla het opnieuw op."
)


class Leesfunctie(Protocol):
    """The one shape of every reader."""

    def __call__(self, pad: Path, bron: Bron, grenzen: Grenzen) -> Gelezen:
        """Read one file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blik:
    """A quick look inside: the first bytes, and the names in a zip or OLE container."""

    kop: bytes
    namen: frozenset[str]
    soort: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A kind of file: its extensions, how its content shows, and who reads it.

    ``doel`` is ``module:function``; the module is imported when it is first needed.
    """

    formaat: str
    extensies: tuple[str, ...]
    herken: Callable[[Blik], bool]
    doel: str

    def load(self) -> Leesfunctie:
        """The function that reads this kind of file."""
        module, functie = self.doel.split(":")
        return cast("Leesfunctie", getattr(importlib.import_module(module), functie))


def look_inside(pad: Path) -> Blik:
    """A quick look at a file that was checked to be an ordinary one."""
    with pad.open("rb") as stroom:
        kop = stroom.read(KOP)
    if kop.startswith(b"PK"):
        return Blik(kop=kop, namen=_zip_names(pad), soort="zip")
    if kop.startswith(_OLE):
        return Blik(kop=kop, namen=_ole_names(pad), soort="ole")
    return Blik(kop=kop, namen=frozenset(), soort="")


def kind_of(pad: Path) -> str:
    """Whether a file is obvious ``noise`` of a folder or a ``document`` to try."""
    naam = pad.name.lower()
    ruis = (
        naam in _RUIS
        or naam.startswith((".", "~$", "._"))
        or naam.endswith(("~", ".tmp"))
    )
    return "noise" if ruis else "document"


def advice(pad: Path, blik: Blik) -> InvoerError:
    """Why no reader takes this file, and what the user can do instead."""
    kop, naam = blik.kop, pad.name
    if "EncryptedPackage" in blik.namen:
        tip = _VERSLEUTELD
    elif blik.soort == "zip" and not blik.namen:
        tip = _BESCHADIGD
    elif blik.soort == "zip":
        tip = "is een zip-bestand. Pak het uit en lees de bestanden erin."
    elif kop.startswith((b"\x89PNG", b"\xff\xd8", b"GIF8", b"II*\0", b"MM\0*", b"BM")):
        tip = "is een afbeelding zonder tekst. Scan het als pdf met tekstherkenning."
    elif kop.startswith((b"MZ", b"\x7fELF")):
        tip = "is een programma, geen document. Haal het uit de map."
    elif b"\x78\x9f\x3e\x22" in kop[:4]:
        tip = (
            "is een Outlook-pakket (winmail.dat). Vraag de afzender de bijlagen "
            "als gewone bestanden te sturen."
        )
    else:
        tip = (
            "is geen soort bestand dat verwerk kent. Sla het op als docx, pdf, xlsx, "
            "eml of msg."
        )
    return InvoerError(f"{naam} {tip}")


def looks_like_mail(blik: Blik) -> bool:
    """Whether the first lines are the header of an e-mail."""
    kop = blik.kop.lstrip(b"\xef\xbb\xbf \r\n")
    eerste = kop.split(b"\n", 1)[0]
    begint = re.match(rb"[A-Za-z][A-Za-z0-9-]*:(?:\s|$)|From ", eerste) is not None
    gevonden = {m.group().lower() for m in _KOPREGEL.finditer(kop)}
    return begint and len(gevonden) > 1


def _zip_names(pad: Path) -> frozenset[str]:
    try:
        with zipfile.ZipFile(pad) as archief:
            namen = {i.filename for i in archief.infolist()[:5000]}
            if "mimetype" in namen:
                with archief.open("mimetype") as stroom:
                    namen.add(stroom.read(100).decode("latin-1").strip())
            return frozenset(namen)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError):
        return frozenset()


def _ole_names(pad: Path) -> frozenset[str]:
    import olefile  # noqa: PLC0415 few files need it

    try:
        with olefile.OleFileIO(str(pad)) as ole:
            return frozenset(e[0] for e in ole.listdir())
    except (OSError, ValueError, IndexError, TypeError):
        return frozenset()
