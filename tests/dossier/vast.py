"""The same bytes every time: archives without a clock."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TIJDSTIP = (1980, 1, 1, 0, 0, 0)
_GEWIJZIGD = re.compile(
    rb"(<dcterms:(?:modified|created)[^>]*>)[^<]*(</dcterms:(?:modified|created)>)"
)


def fix_zip(
    inhoud: bytes,
    stempel: str = "2025-09-01T08:00:00Z",
    bewerk: Callable[[str, bytes], bytes] | None = None,
) -> bytes:
    """A zip with the same members in the same order, without a trace of when it was made.

    ``stempel`` becomes the date of the office properties; ``bewerk`` may change a member.
    """
    uit = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(inhoud)) as bron,
        zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as doel,
    ):
        for lid in bron.infolist():
            data = bron.read(lid)
            if lid.filename == "docProps/core.xml":
                data = _GEWIJZIGD.sub(rb"\g<1>" + stempel.encode() + rb"\g<2>", data)
            if bewerk is not None:
                data = bewerk(lid.filename, data)
            doel.writestr(_make_lid(lid.filename), data)
    return uit.getvalue()


def fix_pdf(inhoud: bytes, dag: str) -> bytes:
    """A print whose properties tell a day (``20250922``) instead of the year 2000.

    The replacement is as long as what it replaces, so that every offset still holds.
    """
    if len(dag) != len("20000101"):
        raise ValueError("a day has eight digits")
    return inhoud.replace(b"(D:20000101000000", b"(D:%s090000" % dag.encode())


def _make_lid(naam: str) -> zipfile.ZipInfo:
    lid = zipfile.ZipInfo(naam, TIJDSTIP)
    lid.compress_type = zipfile.ZIP_DEFLATED
    lid.create_system = 0
    lid.external_attr = 0
    return lid
