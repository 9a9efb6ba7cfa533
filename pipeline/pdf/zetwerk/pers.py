"""The press: data and a template in, a tagged PDF out; typst does the setting.

Text of a document goes in as data (JSON) and never as markup, so nothing in it can be
executed or read a file. Only the fonts inside typst are used: the same on every machine.
"""

from __future__ import annotations

import json
import re
import tempfile
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal

import pikepdf
import typst

from pipeline.errors import InvoerError
from pipeline.pdf.schoon.xmp import write_metadata

if TYPE_CHECKING:
    from collections.abc import Callable

_KEURMERKEN: list[Literal["ua-1", "a-2b"]] = ["ua-1", "a-2b"]
_ZONDER_VORM = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_CODE = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
_POGINGEN = 4
_TAAL = "nl-NL"


def press(sjabloon: str, gegevens: dict[str, Any]) -> bytes:
    """The PDF of a template of this package filled with data; PDF/UA-1 and PDF/A-2b.

    ``gegevens`` has a ``titel``. A character that no font can show becomes ``[U+1F600]``.
    """
    bron = files("pipeline.pdf").joinpath(*sjabloon.split("/")).read_bytes()
    pogingen = _POGINGEN
    with tempfile.TemporaryDirectory(prefix="verwerk-") as leeg:
        while True:
            try:
                ruw = _compile(bron, gegevens, leeg)
                break
            except typst.TypstError as fout:
                vreemd = _without_glyph(fout)
                pogingen -= 1
                if not vreemd or not pogingen:
                    raise InvoerError(
                        "Het document kan niet als pdf worden gezet. Sla het zelf op als "
                        "pdf en neem die in het dossier op."
                    ) from None
                gegevens = _map_text(gegevens, _replacer(vreemd))
    return _finish(ruw, str(gegevens["titel"]))


def _compile(bron: bytes, gegevens: dict[str, Any], wortel: str) -> bytes:
    uit = typst.compile(
        bron,
        root=wortel,
        format="pdf",
        ignore_system_fonts=True,
        pdf_standards=_KEURMERKEN,
        sys_inputs={"gegevens": json.dumps(gegevens, ensure_ascii=False)},
    )
    if not isinstance(uit, bytes):
        raise TypeError("a PDF is one file")
    return uit


def _without_glyph(fout: typst.TypstError) -> frozenset[str]:
    """The characters that typst says no font can show."""
    melding = str(getattr(fout, "diagnostic", "") or fout)
    tekens: set[str] = set()
    for raak in _ZONDER_VORM.finditer(melding):
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
    """Fresh metadata without a date, and an identifier made of the content."""
    with pikepdf.open(BytesIO(ruw)) as pdf:
        if "/Info" in pdf.trailer:
            del pdf.trailer["/Info"]
        write_metadata(pdf, titel, _TAAL, gelabeld=True)
        uit = BytesIO()
        pdf.save(
            uit,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return uit.getvalue()
