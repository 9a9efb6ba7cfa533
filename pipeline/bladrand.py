"""What a sheet of a workbook prints above and below its cells.

The codes among the text are those of ISO/IEC 29500-1, 18.3.1.36 to 18.3.1.46.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_WAAR = frozenset({"1", "true"})
_SOORTEN = (
    ("odd", None),
    ("even", "differentOddEven"),
    ("first", "differentFirst"),
)
_TELLING = re.compile(
    r"(?:\b(?:pagina|bladzijde|blz\.?|pag\.?|page|blad)\s*)?&P[+-]?\d*"
    r"(?:\s*(?:van|of|/|-)\s*&N)?",
    re.IGNORECASE,
)
_DEEL = re.compile(r"&[LCR]")
_CODE = re.compile(
    r'&(?:"[^"]*"|K(?:[0-9A-F]{6}|\d\d[+-]\d{3})|\d+|[A-Z])', re.IGNORECASE
)


def read_margins(blad: etree._Element) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The texts above and those below the cells, each once and without page numbers."""
    rand = blad.find("{*}headerFooter")
    if rand is None:
        return (), ()
    boven, onder = (tuple(dict.fromkeys(_texts(rand, k))) for k in ("Header", "Footer"))
    return boven, onder


def _texts(rand: etree._Element, kant: str) -> Iterator[str]:
    for soort, vlag in _SOORTEN:
        if vlag is None or rand.get(vlag) in _WAAR:
            code = rand.findtext(f"{{*}}{soort}{kant}") or ""
            # A doubled sign is one that is shown: it opens no part.
            delen = _DEEL.split(code.replace("&&", "\0"))
            yield from filter(None, map(_plain, delen))


def _plain(deel: str) -> str:
    tekst = _CODE.sub("", _TELLING.sub("", deel)).replace("\0", "&")
    tekst = " ".join(tekst.split())
    return tekst if any(t.isalnum() for t in tekst) else ""
