"""Runs typst: here, or in a process of its own."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pipeline.errors import InvoerError
from pipeline.pdf.hulpproces import run_apart

_FOUT = 3
"""The exit code of a process in which typst refused the template."""


class Zetfout(Exception):  # noqa: N818 Dutch for the thing
    """What typst has against a template; it may hold words of the document."""


def compile_here(sjabloon: Path, gegevens: dict[str, Any]) -> bytes:
    """The PDF of a template filled with data.

    Raises ``Zetfout`` when typst refuses it.
    """
    import typst  # noqa: PLC0415 large; what is set apart needs it elsewhere

    try:
        uit: bytes = typst.compile(
            sjabloon,
            root=sjabloon.parent,
            package_path=sjabloon.parent,
            format="pdf",
            ignore_system_fonts=True,
            pdf_standards=["ua-1", "a-2b"],
            sys_inputs={"gegevens": json.dumps(gegevens, ensure_ascii=False)},
        )
    except typst.TypstError as fout:
        raise Zetfout(str(getattr(fout, "diagnostic", "") or fout)) from None
    return bytes(uit)


def compile_apart(sjabloon: Path, gegevens: dict[str, Any]) -> bytes:
    """The same, set by another process; its memory is free again when it ends."""
    opdracht = json.dumps({"sjabloon": str(sjabloon), "gegevens": gegevens})
    klaar = run_apart(__name__, opdracht.encode())
    if klaar.returncode == _FOUT:
        raise Zetfout(klaar.stderr.decode())
    if klaar.returncode:
        raise InvoerError(
            "De legenda kan niet worden gezet: het hulpproces is gestopt. Sluit andere "
            "programma's en probeer het opnieuw."
        )
    return klaar.stdout


def main() -> None:
    """Set what stands on the input, and write the PDF to the output."""
    opdracht = json.load(sys.stdin.buffer)
    try:
        uit = compile_here(Path(opdracht["sjabloon"]), opdracht["gegevens"])
    except Zetfout as fout:
        sys.stderr.buffer.write(str(fout).encode())
        sys.exit(_FOUT)
    sys.stdout.buffer.write(uit)


if __name__ == "__main__":
    main()
