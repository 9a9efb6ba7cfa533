"""The press: data and a template in, a tagged PDF out; typst does the setting.

Text of a document goes in as data (JSON) and never as markup, so nothing in it can be
executed or read a file. Only the fonts inside typst are used, the same everywhere.
"""

from __future__ import annotations

import re
import tempfile
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.errors import InvoerError
from pipeline.pdf.schoon.xmp import write_metadata
from pipeline.pdf.zetwerk.afwerken import save_whole
from pipeline.pdf.zetwerk.letters import scale_plainly
from pipeline.pdf.zetwerk.zetter import Zetfout, compile_apart, compile_here

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ZONDER_VORM = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_CODE = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
_POGINGEN = 4
_TAAL = "nl-NL"


def press(
    sjabloon: str,
    gegevens: dict[str, Any],
    bestanden: Mapping[str, bytes] | None = None,
    *,
    apart: bool = False,
) -> bytes:
    """The PDF of a template of this package filled with data; PDF/UA-1 and PDF/A-2b.

    ``gegevens`` has a ``titel``, ``bestanden`` are the pictures that it names. A
    character no font can show becomes ``[U+1F600]``. ``apart`` sets it in a process of
    its own, which takes longer and leaves no memory in use.
    """
    bron = files("pipeline.pdf").joinpath(*sjabloon.split("/")).read_bytes()
    zet = compile_apart if apart else compile_here
    pogingen = _POGINGEN
    with tempfile.TemporaryDirectory(prefix="verwerk-") as map_:
        kopie = Path(map_) / "sjabloon.typ"
        kopie.write_bytes(bron)
        for naam, inhoud in (bestanden or {}).items():
            (Path(map_) / naam).write_bytes(inhoud)
        while True:
            try:
                ruw = zet(kopie, gegevens)
                break
            except Zetfout as fout:
                vreemd = _without_glyph(fout)
                pogingen -= 1
                if not vreemd or not pogingen:
                    raise InvoerError(
                        "Het document kan niet als pdf worden gezet. Sla het zelf op "
                        "als pdf en neem die in het dossier op."
                    ) from None
                gegevens = _map_text(gegevens, _replacer(vreemd))
    return _finish(ruw, str(gegevens["titel"]))


def _without_glyph(fout: Zetfout) -> frozenset[str]:
    """The characters that typst says no font can show."""
    tekens: set[str] = set()
    for raak in _ZONDER_VORM.finditer(str(fout)):
        tekst = _CODE.sub(lambda m: chr(int(m.group(1), 16)), raak.group(1))
        tekens.update(t for t in tekst.replace("\\", "") if not t.isascii())
    return frozenset(tekens)


def _replacer(vreemd: frozenset[str]) -> Callable[[str], str]:
    tabel = {ord(t): f"[U+{ord(t):04X}]" for t in vreemd}
    return lambda tekst: tekst.translate(tabel)


def _map_text(ding: Any, doe: Callable[[str], str]) -> Any:  # noqa: ANN401 JSON is any shape
    if isinstance(ding, str):
        return doe(ding)
    if isinstance(ding, dict):
        return {k: _map_text(v, doe) for k, v in ding.items()}
    if isinstance(ding, list):
        return [_map_text(v, doe) for v in ding]
    return ding


def _finish(ruw: bytes, titel: str) -> bytes:
    """Fresh metadata, without the date that typst asks for; plain fonts."""
    with pikepdf.open(BytesIO(ruw)) as pdf:
        scale_plainly(pdf)
        write_metadata(pdf, titel, _TAAL, gelabeld=True, keurmerk=True)
        return save_whole(pdf)
