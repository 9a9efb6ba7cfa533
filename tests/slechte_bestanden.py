"""Files that go wrong, made in a folder, each with what the program must do with it.

    from tests.slechte_bestanden import make_slechte

``make_slechte(map_)`` writes all that this system can make and gives their records.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from tests.dossier import kapot_mail as mail
from tests.dossier import kapot_pdf as pdf
from tests.dossier import kapot_zip as office

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\1\0\0\0\0\x37\x6e\xf9\x24"
    b"\0\0\0\nIDATx\x9cc`\0\0\0\2\0\1\x48\xaf\xa4\x71\0\0\0\0IEND\xaeB`\x82"
)

_LANGSTE_PAD_WINDOWS = 260


class Gevolg(StrEnum):
    """What must happen with a file."""

    MELDING = "melding"  # a line in Dutch that names the file; exit code 3
    RUIS = "ruis"  # passed over in silence: it is no document
    GELEZEN = "gelezen"  # read, and its sentence is found


class OnmogelijkError(Exception):
    """This system cannot make such a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slecht:
    """A bad file: its path in the folder, what may happen (one of), and why."""

    naam: str
    gevolg: tuple[Gevolg, ...]
    make: Callable[[Path], None]
    waarom: str


def _bytes(
    naam: str,
    gevolg: Gevolg | tuple[Gevolg, ...],
    inhoud: Callable[[], bytes],
    waarom: str,
) -> Slecht:
    """A record of an ordinary file with odd content."""

    def make(pad: Path) -> None:
        if sys.platform == "win32" and len(str(pad)) >= _LANGSTE_PAD_WINDOWS:
            raise OnmogelijkError
        pad.write_bytes(inhoud())

    eisen = gevolg if isinstance(gevolg, tuple) else (gevolg,)
    return Slecht(naam=naam, gevolg=eisen, make=make, waarom=waarom)


def _cut(inhoud: Callable[[], bytes], tiende: int = 6) -> bytes:
    """The first tenths of a file."""
    heel = inhoud()
    return heel[: len(heel) * tiende // 10]


def _make_fifo(pad: Path) -> None:
    if not hasattr(os, "mkfifo"):
        raise OnmogelijkError
    os.mkfifo(pad)


def _make_link(pad: Path, doel: str | None = None) -> None:
    """A symbolic link; without ``doel`` to this very file, outside the folder."""
    try:
        pad.symlink_to(doel if doel is not None else __file__)
    except (OSError, NotImplementedError) as fout:
        raise OnmogelijkError from fout


def _make_closed_folder(pad: Path) -> None:
    """A folder that its owner may not look into; an administrator always may."""
    if sys.platform == "win32" or os.geteuid() == 0:
        raise OnmogelijkError
    pad.mkdir()
    (pad / "binnen.docx").write_bytes(office.make_docx())
    pad.chmod(0)


def _make_bytes_name(pad: Path) -> None:
    """A file whose name is bytes that are no text; only Linux lets one make it."""
    if sys.platform != "linux":
        raise OnmogelijkError
    pad.write_bytes(office.make_docx())


M, R, G = Gevolg.MELDING, Gevolg.RUIS, Gevolg.GELEZEN

_GOED = (
    _bytes("goed.docx", G, office.make_docx, "an ordinary document among the rest"),
    _bytes("goed.pdf", G, pdf.make_pdf, "an ordinary page"),
    _bytes("goed.xlsx", G, office.make_xlsx, "an ordinary workbook"),
    _bytes("goed.eml", G, lambda: mail.make_mail().as_bytes(), "an ordinary message"),
    _bytes("map/diep/goed 2.docx", G, office.make_docx, "the same content elsewhere"),
)

_OP_SLOT = (
    _bytes("slot/rc4 40.pdf", M, partial(pdf.make_rc4, 40), "password, RC4 of 40 bits"),
    _bytes(
        "slot/rc4 128.pdf", M, partial(pdf.make_rc4, 128), "password, RC4 of 128 bits"
    ),
    _bytes("slot/aes 256.pdf", M, pdf.make_aes, "password, AES of 256 bits"),
    _bytes(
        "slot/alleen eigenaar.pdf",
        G,
        partial(pdf.make_rc4, 128, ""),
        "only changing it takes a password",
    ),
    _bytes(
        "slot/wachtwoord.docx", M, office.make_locked, "an OLE container with a lock"
    ),
    _bytes(
        "slot/wachtwoord.xlsx", M, office.make_locked, "an OLE container with a lock"
    ),
)

_STUK = (
    *(
        _bytes(f"leeg/leeg.{soort}", M, bytes, "a file without a byte")
        for soort in ("pdf", "docx", "xlsx", "eml", "msg")
    ),
    _bytes("af/afgebroken.pdf", M, partial(_cut, pdf.make_pdf, 4), "no page is left"),
    _bytes("af/afgebroken.docx", M, partial(_cut, office.make_docx), "a cut zip"),
    _bytes("af/afgebroken.xlsx", M, partial(_cut, office.make_xlsx), "a cut zip"),
    _bytes("af/afgebroken.eml", (M, G), mail.make_cut_mail, "cut inside an attachment"),
    _bytes(
        "af/afgebroken.msg", M, partial(_cut, mail.make_bare_msg, 3), "a cut container"
    ),
    _bytes("af/tabel wijst mis.pdf", G, pdf.make_wrong_table, "readers repair this"),
    _bytes("af/holle docx.docx", M, office.make_hollow, "XML that stops after a word"),
)

_VERKLEED = (
    _bytes("naam/eigenlijk docx.pdf", G, office.make_docx, "content says docx"),
    _bytes("naam/eigenlijk pdf.docx", G, pdf.make_pdf, "content says pdf"),
    _bytes("naam/eigenlijk tekst.xlsx", M, office.ZIN.encode, "bare text"),
    _bytes("naam/eigenlijk plaatje.pdf", M, lambda: PNG, "a picture"),
    _bytes("naam/notitie.txt", M, office.ZIN.encode, "a kind nobody reads"),
    _bytes("naam/plaatje.png", M, lambda: PNG, "a picture"),
    _bytes(
        "naam/pakket.zip",
        M,
        lambda: office.pack_zip([office.make_lid("los.txt", b"los")]),
        "an archive",
    ),
    _bytes("naam/GOED ZONDER EXTENSIE", G, office.make_docx, "a docx without a suffix"),
    _bytes(
        f"naam/{'lang ' * 45}.docx", G, office.make_docx, "a name of 230 characters"
    ),
    Slecht(
        naam="naam/bytes \udcff\udcfe.docx",
        gevolg=(M, G),
        make=_make_bytes_name,
        waarom="the bytes of its name are no text",
    ),
)

_VIJANDIG = (
    *(
        _bytes(f"bom/{naam}", M, inhoud, "two gigabytes in a few megabytes")
        for naam, inhoud in office.BOMMEN.items()
    ),
    _bytes("xml/lachers.docx", M, office.make_laughs, "entities that multiply"),
    _bytes(
        "xml/leest mee.docx",
        M,
        partial(office.make_xxe, "file:///etc/hostname"),
        "an entity that is a file of the machine",
    ),
    _bytes(
        "xml/diep.docx", (M, G), office.make_deep, "10,000 tables inside each other"
    ),
    _bytes(
        "xml/alle cellen.xlsx", G, office.make_vast_sheet, "says it uses every cell"
    ),
    _bytes("kring/kring.pdf", M, pdf.make_circle, "a page tree that is its own branch"),
    _bytes("kring/5000 leeg.pdf", G, pdf.make_empty_pages, "5,000 empty pages"),
)

_POST = (
    _bytes("post/boze namen.eml", G, mail.make_evil_names, "names that are paths"),
    _bytes("post/30 diep.eml", M, mail.make_nested, "messages 30 deep"),
    _bytes(
        "post/tekenset.eml", G, mail.make_broken_charset, "an unknown character set"
    ),
    _bytes("post/base64.eml", G, mail.make_broken_base64, "base64 that is not"),
    _bytes("post/zonder tekst.msg", G, mail.make_bare_msg, "no body at all"),
    _bytes(
        "post/alleen rtf.msg",
        G,
        partial(mail.make_bare_msg, rtf=True),
        "a body in RTF only",
    ),
)

_SCHIJF = (
    Slecht(
        naam="schijf/pijp.docx", gevolg=(M,), make=_make_fifo, waarom="reading waits"
    ),
    Slecht(
        naam="schijf/naar buiten.docx",
        gevolg=(M,),
        make=_make_link,
        waarom="a link out of the folder",
    ),
    Slecht(
        naam="schijf/kring",
        gevolg=(M,),
        make=partial(_make_link, doel="kring"),
        waarom="a link to itself",
    ),
    Slecht(
        naam="schijf/terug",
        gevolg=(R,),
        make=partial(_make_link, doel=".."),
        waarom="a link to a folder above it, inside the dossier",
    ),
    Slecht(
        naam="schijf/nergens.pdf",
        gevolg=(M,),
        make=partial(_make_link, doel="bestaat niet.pdf"),
        waarom="a link to nothing",
    ),
    Slecht(
        naam="schijf/dicht",
        gevolg=(M,),
        make=_make_closed_folder,
        waarom="a folder without permission",
    ),
)

_RUIS = tuple(
    _bytes(f"ruis/{naam}", R, lambda: b"\0ruis", "what systems and Office leave behind")
    for naam in ("~$goed.docx", ".DS_Store", "Thumbs.db", "desktop.ini", "._goed.docx")
)

SLECHT = (*_GOED, *_OP_SLOT, *_STUK, *_VERKLEED, *_VIJANDIG, *_POST, *_SCHIJF, *_RUIS)


def make_slechte(map_: Path) -> tuple[Slecht, ...]:
    """Write the bad files under a folder; gives the records of those that were made."""
    gemaakt = []
    for slecht in SLECHT:
        pad = map_ / slecht.naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        try:
            slecht.make(pad)
        except OnmogelijkError:
            continue
        gemaakt.append(slecht)
    return tuple(gemaakt)


def clear_slechte(map_: Path) -> None:
    """Give back what would keep the folder from being removed."""
    dicht = map_ / "schijf" / "dicht"
    if dicht.is_dir():
        dicht.chmod(0o700)
