"""Office files as tagged PDFs: a cleaned copy, then LibreOffice, then metadata."""

from __future__ import annotations

import json
import shutil
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import ObjectStreamMode

from pipeline.errors import HulpprogrammaError
from pipeline.pdf.kantoorprogramma import run_office
from pipeline.pdf.omzetten.bladlabels import is_tagged_page, tag_sheets
from pipeline.pdf.omzetten.document import clean_docx
from pipeline.pdf.omzetten.koppen import close_gaps
from pipeline.pdf.omzetten.versiering import mark_decoration
from pipeline.pdf.omzetten.werkmap import clean_xlsx
from pipeline.pdf.schoon.poetsen import is_tagged
from pipeline.pdf.schoon.xmp import write_metadata
from pipeline.pdf.zetwerk.afwerken import save_whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# What a format becomes before it is cleaned.
SOORTEN: Mapping[str, str] = {
    "docx": "docx", "docm": "docx", "doc": "docx", "odt": "docx", "rtf": "docx",
    "xlsx": "xlsx", "xlsm": "xlsx", "xls": "xlsx", "ods": "xlsx",
}  # fmt: skip
_EIGEN = {"docx", "docm", "xlsx", "xlsm"}
_FILTERS = {"docx": "writer_pdf_Export", "xlsx": "calc_pdf_Export"}
_KEUZES = {
    "PDFUACompliance": True,
    "SelectPdfVersion": 2,
    "UseTaggedPDF": True,
    "ExportBookmarks": False,
    "ExportNotes": False,
    "ExportFormFields": False,
}
_TAAL = "nl-NL"


def convert_office(
    pad: Path, titel: str = "Document", formaat: str | None = None
) -> bytes:
    """The tagged PDF of an office file, made from a cleaned copy of it.

    ``titel`` stands in the metadata only; ``formaat`` is the kind of file when its name
    does not tell. Raises ``InvoerError`` for a damaged file and ``HulpprogrammaError``
    when LibreOffice is missing or fails.
    """
    soort = formaat or pad.suffix.lower().lstrip(".")
    uit = convert_many([(pad, soort, titel)])[0]
    if uit is None:
        raise HulpprogrammaError(
            f"LibreOffice kan {pad.name} niet omzetten. Sla het bestand zelf op als "
            "pdf en neem die in het dossier op."
        )
    return uit


def convert_many(werken: Sequence[tuple[Path, str, str]]) -> list[bytes | None]:
    """Many office files (path, format, title) in a few calls; ``None`` for what failed.

    One call costs about a second, each file in it a third of that.
    """
    with tempfile.TemporaryDirectory(
        prefix="verwerk-", ignore_cleanup_errors=True
    ) as map_:
        werk = Path(map_)
        bronnen = _modern_copies(werken, werk)
        for nummer, bron in bronnen.items():
            _clean_copy(bron, werken[nummer][2])
        for soort, filternaam in _FILTERS.items():
            eigen = [b for b in bronnen.values() if b.suffix == f".{soort}"]
            if eigen:
                doel = f"pdf:{filternaam}:{_options()}"
                run_office(doel, eigen, werk)
        uit: list[bytes | None] = []
        for nummer, (_, _, titel) in enumerate(werken):
            klaar = werk / "uit" / f"{nummer}.pdf"
            is_boek = nummer in bronnen and bronnen[nummer].suffix == ".xlsx"
            uit.append(
                _finish(klaar.read_bytes(), titel, is_boek=is_boek)
                if klaar.is_file()
                else None
            )
    return uit


def _options() -> str:
    soort = {True: "boolean"}
    return json.dumps(
        {
            k: {
                "type": soort.get(isinstance(v, bool), "long"),
                "value": str(v).lower(),
            }
            for k, v in _KEUZES.items()
        },
        separators=(",", ":"),
    )


def _modern_copies(
    werken: Sequence[tuple[Path, str, str]], werk: Path
) -> dict[int, Path]:
    """Copies as docx or xlsx under a number; old formats go through LibreOffice."""
    bronnen: dict[int, Path] = {}
    oud: dict[str, list[Path]] = {}
    for nummer, (pad, soort, _) in enumerate(werken):
        doel = SOORTEN[soort]
        kopie = werk / f"{nummer}.{doel if soort in _EIGEN else soort}"
        shutil.copyfile(pad, kopie)
        if soort in _EIGEN:
            bronnen[nummer] = kopie
        else:
            oud.setdefault(doel, []).append(kopie)
    for doel, kopieen in oud.items():
        uit = run_office(doel, kopieen, werk)
        for kopie in kopieen:
            nieuw = uit / f"{kopie.stem}.{doel}"
            if nieuw.is_file():
                bronnen[int(kopie.stem)] = nieuw.replace(werk / nieuw.name)
    return dict(sorted(bronnen.items()))


def _clean_copy(bron: Path, titel: str) -> None:
    maak = clean_docx if bron.suffix == ".docx" else clean_xlsx
    bron.write_bytes(maak(bron.read_bytes(), titel))


def _finish(ruw: bytes, titel: str, *, is_boek: bool) -> bytes:
    """Without date, machine and maker; with what PDF/UA-1 and PDF/A-2b ask."""
    with pikepdf.open(BytesIO(_in_order(ruw))) as pdf:
        if is_boek and not all(map(is_tagged_page, pdf.pages)):
            tag_sheets(pdf)
        close_gaps(pdf)
        if is_tagged(pdf):
            mark_decoration(pdf)
        gelabeld = is_tagged(pdf)
        write_metadata(pdf, titel, _TAAL, gelabeld=gelabeld, keurmerk=gelabeld)
        return save_whole(pdf)


def _in_order(ruw: bytes) -> bytes:
    """The same file, its objects numbered as they are come upon.

    LibreOffice writes fonts in an order of chance, which the bytes would keep.
    """
    uit = BytesIO()
    with pikepdf.open(BytesIO(ruw)) as pdf:
        pdf.save(uit, object_stream_mode=ObjectStreamMode.disable)
    return uit.getvalue()
