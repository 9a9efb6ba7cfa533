"""What marked content is called: a style of someone's choice is no type of PDF.

``/Opmaak#20Kolk << /MCID 1 >> BDC`` says who was written of; nothing needs the name,
for the structure tree says what the words are (ISO 32000-2, 14.6.1).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SPAN = "/Span"
_NAAM = rb"/([^\s/<>\[\](){}%]+)\s*"
_MERK = re.compile(_NAAM + rb"(?:(?:BMC|MP)\b|<<|/[^\s/<>\[\](){}%]+\s+(?:BDC|DP)\b)")
_TEKENS = (b"BDC", b"BMC", b" MP", b" DP")
_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")


def tag_names(inhoud: bytes) -> Iterator[str]:
    """The names that marks in a content stream have, without their slash."""
    if any(teken in inhoud for teken in _TEKENS):
        for ruw in set(_MERK.findall(inhoud)):
            yield _CODE.sub(_decode, ruw).decode("utf-8", "replace")


def _decode(raak: re.Match[bytes]) -> bytes:
    return bytes([int(raak.group(1), 16)])
