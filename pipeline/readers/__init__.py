"""From path to documents: one reader per kind of file, chosen by content."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from pipeline.readers.bijlagen import read_attachments
from pipeline.readers.ingang import check_file, guarded, hash_file
from pipeline.readers.soort import (
    Reader,
    advice,
    kind_of,
    look_inside,
    looks_like_mail,
)

if TYPE_CHECKING:
    from pathlib import Path

    from modellen.lezing import Gelezen, Lezing
    from pipeline.settings import Grenzen

__all__ = ["READERS", "kind_of", "read_file", "read_with_sources"]

READERS: tuple[Reader, ...] = (
    Reader(
        formaat="pdf",
        extensies=(".pdf",),
        herken=lambda b: b"%PDF-" in b.kop[:1024],
        doel="pipeline.readers.pdf:read_pdf",
    ),
    Reader(
        formaat="docx",
        extensies=(".docx", ".docm", ".dotx"),
        herken=lambda b: any(n.startswith("word/") for n in b.namen),
        doel="pipeline.readers.word:read_docx",
    ),
    Reader(
        formaat="xlsx",
        extensies=(".xlsx", ".xlsm", ".xltx"),
        herken=lambda b: any(
            n.startswith("xl/") and n.endswith(".xml") for n in b.namen
        ),
        doel="pipeline.readers.werkmap:read_xlsx",
    ),
    Reader(
        formaat="msg",
        extensies=(".msg",),
        herken=lambda b: "__properties_version1.0" in b.namen,
        doel="pipeline.readers.msg:read_msg",
    ),
    Reader(
        formaat="doc",
        extensies=(".doc", ".dot"),
        herken=lambda b: "WordDocument" in b.namen,
        doel="pipeline.readers.libreoffice:read_doc",
    ),
    Reader(
        formaat="xls",
        extensies=(".xls",),
        herken=lambda b: not b.namen.isdisjoint({"Workbook", "Book"}),
        doel="pipeline.readers.libreoffice:read_xls",
    ),
    Reader(
        formaat="odt",
        extensies=(".odt", ".ott"),
        herken=lambda b: "application/vnd.oasis.opendocument.text" in b.namen,
        doel="pipeline.readers.libreoffice:read_odt",
    ),
    Reader(
        formaat="ods",
        extensies=(".ods",),
        herken=lambda b: "application/vnd.oasis.opendocument.spreadsheet" in b.namen,
        doel="pipeline.readers.libreoffice:read_ods",
    ),
    Reader(
        formaat="rtf",
        extensies=(".rtf",),
        herken=lambda b: b.kop.lstrip().startswith(b"{\\rtf"),
        doel="pipeline.readers.libreoffice:read_rtf",
    ),
    Reader(
        formaat="eml",
        extensies=(".eml",),
        herken=looks_like_mail,
        doel="pipeline.readers.eml:read_eml",
    ),
)


def read_file(pad: Path, bestand: str, grenzen: Grenzen) -> Lezing:
    """All documents of a file and of what is attached to it, at any depth.

    Raises ``InvoerError`` when the file itself cannot be read; an attachment that
    cannot be read is a ``Mislukking`` in the result.
    """
    eerste = _read_one(pad, bestand, grenzen)
    return read_attachments(eerste, grenzen, _read_one)


def read_with_sources(
    pad: Path, bestand: str, grenzen: Grenzen, map_: Path
) -> tuple[Lezing, dict[str, Path]]:
    """The same as ``read_file``, with the file behind each document.

    Attachments are written to ``map_`` under names of our own; the paths are found by
    ``bron.bestand``.
    """
    bronnen: dict[str, Path] = {bestand: pad}

    def read_and_keep(los: Path, naam: str, grens: Grenzen) -> Gelezen:
        gelezen = _read_one(los, naam, grens)
        kopie = map_ / f"bron{len(bronnen):05d}"
        shutil.copyfile(los, kopie)
        bronnen[naam] = kopie
        return gelezen

    eerste = _read_one(pad, bestand, grenzen)
    return read_attachments(eerste, grenzen, read_and_keep), bronnen


def _read_one(pad: Path, bestand: str, grenzen: Grenzen) -> Gelezen:
    naam = bestand.rsplit("/", 1)[-1]
    check_file(pad, naam, grenzen)
    blik = look_inside(pad)
    for reader in READERS:
        if reader.herken(blik):
            bron = hash_file(pad, bestand, reader.formaat)
            with guarded(naam, reader.formaat):
                return reader.load()(pad, bron, grenzen)
    raise advice(pad.with_name(naam), blik)
