"""Characters that no database takes: replaced one for one, so that spans still fit."""

from __future__ import annotations

import json
import re
from typing import Any, overload

_ONMOGELIJK = re.compile("[\x00\ud800-\udfff]")


@overload
def clean(tekst: str) -> str: ...


@overload
def clean(tekst: str | None) -> str | None: ...


def clean(tekst: str | None) -> str | None:
    """The text with a replacement sign for null characters and half characters."""
    if tekst is None or (tekst.isascii() and "\x00" not in tekst):
        return tekst
    return _ONMOGELIJK.sub("\ufffd", tekst)


def write_lijst(waarden: tuple[str, ...]) -> str:
    """A row of texts as JSON."""
    schoon = [clean(w) for w in waarden]
    return json.dumps(schoon, ensure_ascii=False) if schoon else "[]"


def read_lijst(tekst: str) -> tuple[str, ...]:
    """The row of texts that ``write_lijst`` wrote."""
    waarden: list[Any] = json.loads(tekst) if tekst != "[]" else []
    return tuple(waarden)
