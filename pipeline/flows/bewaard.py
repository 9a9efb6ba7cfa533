"""A redacted document as it is kept between runs: its bytes and the facts of it."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import asdict, replace
from typing import Any

from modellen.lakken import (
    Bronlek,
    Controle,
    Geplaatst,
    Gerasterd,
    Lakuitslag,
    Leksoort,
)
from modellen.plaats import Kader
from pipeline.bestanden import pack
from pipeline.pdf.vrijgave import Vrijgave

_PDF, _FEITEN = "stuk.pdf", "feiten.json"


def freeze(vrijgave: Vrijgave, hoe: str) -> bytes:
    """A redacted document and how it was made, as one file."""
    feiten = {
        "hoe": hoe,
        "gedaan": list(vrijgave.gedaan),
        "uitslag": {
            **asdict(replace(vrijgave.uitslag, geplaatst=())),
            "geplaatst": [asdict(g) for g in vrijgave.uitslag.geplaatst],
        },
        "controles": [asdict(c) for c in vrijgave.controles],
    }
    return pack({_PDF: vrijgave.inhoud, _FEITEN: json.dumps(feiten).encode()})


def thaw(inhoud: bytes) -> tuple[Vrijgave, str] | None:
    """What ``freeze`` kept, or ``None`` when the file is not whole."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            pdf, feiten = archief.read(_PDF), json.loads(archief.read(_FEITEN))
        vrijgave = Vrijgave(
            inhoud=pdf,
            uitslag=_outcome(feiten["uitslag"]),
            gedaan=tuple(feiten["gedaan"]),
            controles=tuple(Controle(**c) for c in feiten["controles"]),
        )
    except (KeyError, TypeError, ValueError, zipfile.BadZipFile):
        return None
    return vrijgave, str(feiten["hoe"])


def _outcome(ruw: dict[str, Any]) -> Lakuitslag:
    return Lakuitslag(
        geplaatst=tuple(map(_box, ruw["geplaatst"])),
        gerasterd=tuple(Gerasterd(**g) for g in ruw["gerasterd"]),
        bronlekken=tuple(
            Bronlek(**{**_framed(b), "soort": Leksoort(b["soort"])})
            for b in ruw["bronlekken"]
        ),
        vervangend=ruw["vervangend"],
    )


def _box(ruw: dict[str, Any]) -> Geplaatst:
    hoeken = tuple((x, y) for x, y in ruw["hoeken"])
    return Geplaatst(**{**_framed(ruw), "hoeken": hoeken})


def _framed(ruw: dict[str, Any]) -> dict[str, Any]:
    return {**ruw, "kader": Kader(**ruw["kader"])}
