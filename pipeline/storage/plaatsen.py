"""A place as a short JSON text, and back."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from modellen.plaats import (
    InAlinea,
    InBericht,
    InCel,
    Kader,
    MetDeHand,
    OpPagina,
    Plaats,
)
from pipeline.storage.tekens import clean


def write_plaats(plaats: Plaats) -> str:
    """The place as a list: a letter for its kind, then its parts."""
    return json.dumps(_parts(plaats), separators=(",", ":"), ensure_ascii=False)


@lru_cache(maxsize=1024)
def read_plaats(tekst: str) -> Plaats:
    """The place that ``write_plaats`` wrote."""
    soort, *delen = json.loads(tekst)
    if soort == "p":
        pagina, *kader = delen
        return OpPagina(pagina, Kader(*kader) if kader else None)
    if soort == "a":
        return InAlinea(*delen)
    if soort == "h":
        return MetDeHand(*delen)
    return InCel(*delen) if soort == "c" else InBericht(*delen)


def _parts(plaats: Plaats) -> list[Any]:
    if isinstance(plaats, OpPagina):
        k = plaats.kader
        kader = (k.links, k.boven, k.rechts, k.onder) if k else ()
        return ["p", plaats.pagina, *kader]
    if isinstance(plaats, InAlinea):
        return ["a", clean(plaats.pad), plaats.pagina]
    if isinstance(plaats, InCel):
        return ["c", clean(plaats.blad), clean(plaats.cel), plaats.pagina]
    if isinstance(plaats, MetDeHand):
        return ["h", clean(plaats.door), plaats.op]
    return ["b", clean(plaats.deel), plaats.regel]
