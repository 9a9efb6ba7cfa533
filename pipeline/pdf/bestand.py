"""A PDF file: opened with a message when it cannot be, read page by page."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, BinaryIO, Self

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from modellen.document import Leesstatus
from pipeline.errors import InvoerError
from pipeline.pdf.blad import read_page
from pipeline.pdf.letterproef import find_lying_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pipeline.pdf.vormen import Blad

_BROKJE = 1024 * 1024
_DATUM = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?")


class PdfBestand:
    """An open PDF; only one page is in memory at a time.

    ``scans`` is how many pages may go through text recognition, which takes seconds
    each; what is beyond that stays unread, the same in every run.

    Raises ``InvoerError`` when it is encrypted or damaged.
    """

    def __init__(self, pad: Path, naam: str, scans: int = 20) -> None:
        self._naam = naam
        self._pad = pad
        self._scans = scans
        # The handle is ours: pdfium opens no path, so that odd names work everywhere.
        self._stroom = pad.open("rb")
        try:
            self._pdf = pdfium.PdfDocument(self._stroom)
        except pdfium.PdfiumError as fout:
            slot = _is_encrypted(self._stroom)
            self._stroom.close()
            raise _explain(naam, fout, slot=slot) from fout
        if self._pdf.get_formtype() != pdfium_c.FORMTYPE_NONE:
            self._pdf.init_forms()

    def __enter__(self) -> Self:
        """The file itself; it closes at the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self._pdf.close()
        self._stroom.close()

    def __len__(self) -> int:
        """The number of pages."""
        return len(self._pdf)

    def pages(self) -> Iterator[Blad]:
        """The pages one by one, from the first."""
        vorige: tuple[float, ...] = ()
        liegt = find_lying_in(self._pad)
        for index in range(len(self._pdf)):
            try:
                bladzijde = self._pdf[index]
            except pdfium.PdfiumError as fout:
                raise InvoerError(
                    f"{self._naam} is beschadigd: bladzijde {index + 1} is "
                    "niet te lezen. Vraag het bestand opnieuw op."
                ) from fout
            try:
                blad = read_page(
                    self._pdf,
                    bladzijde,
                    index + 1,
                    vorige,
                    ocr=self._scans > 0,
                    liegt=index + 1 in liegt,
                )
            finally:
                bladzijde.close()
            self._scans -= blad.status == Leesstatus.OCR
            vorige = blad.tabellen[-1].randen if blad.tabellen else ()
            yield blad

    def title(self) -> str | None:
        """The title the file gives itself."""
        return self._pdf.get_metadata_value("Title").strip() or None

    def modified(self) -> date | None:
        """The day of the last change, else of making."""
        for veld in ("ModDate", "CreationDate"):
            gevonden = _DATUM.match(self._pdf.get_metadata_value(veld))
            if gevonden:
                jaar, maand, dag = (int(d or 1) for d in gevonden.groups())
                try:
                    return date(jaar, maand, dag)
                except ValueError:
                    continue
        return None

    def attachments(self) -> Iterator[tuple[str, bytes]]:
        """Name and content of each embedded file."""
        for index in range(self._pdf.count_attachments()):
            bijlage = self._pdf.get_attachment(index)
            try:
                yield bijlage.get_name(), bytes(bijlage.get_data())
            except pdfium.PdfiumError:
                yield bijlage.get_name(), b""


def _is_encrypted(stroom: BinaryIO) -> bool:
    """Whether the file declares encryption; pdfium's last error may be an older one."""
    stroom.seek(0)
    vorige = b""
    while brokje := stroom.read(_BROKJE):
        if b"/Encrypt" in vorige[-8:] + brokje:
            return True
        vorige = brokje
    return False


def _explain(naam: str, fout: pdfium.PdfiumError, *, slot: bool) -> InvoerError:
    tekst = str(fout).lower()
    if slot and ("password" in tekst or "security" in tekst):
        return InvoerError(
            f"{naam} is versleuteld met een wachtwoord. Verwijder het wachtwoord en "
            "probeer opnieuw."
        )
    return InvoerError(
        f"{naam} is beschadigd of niet volledig. Vraag het bestand opnieuw op, of open "
        "het en druk het opnieuw af naar pdf."
    )
