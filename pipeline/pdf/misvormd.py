"""What reading a document raises that holds another kind of thing than it must."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2

from pipeline.errors import InvoerError

if TYPE_CHECKING:
    from collections.abc import Iterator

_MISVORMD = (
    pikepdf.PdfError,
    pypdfium2.PdfiumError,
    AttributeError,
    IndexError,
    KeyError,
    RecursionError,
    TypeError,
    ValueError,
)


@contextmanager
def refuse_misshapen() -> Iterator[None]:
    """Say of one file that it is misshapen, so that it does not stop the others."""
    try:
        yield
    except _MISVORMD as fout:
        raise InvoerError(
            "De pdf zit anders in elkaar dan de standaard toelaat en is niet met "
            "zekerheid te lakken. Druk hem opnieuw af als pdf en gebruik die."
        ) from fout
