"""How well actions and decisions are found: ``python benchmarks/acties.py``.

Scores the labelled passages of ``tests/extraction/passages`` (a third of them kept
apart from who writes the rules) and the example dossier, into docs/metingen.md.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from verslaglegging import write_section

WORTEL = Path(__file__).parents[1]
DOELEN = {
    "actie expliciet gevonden": "≥ 0,90",
    "actie expliciet terecht": "≥ 0,90",
    "actie impliciet gevonden": "≥ 0,75",
    "actie impliciet terecht": "≥ 0,75",
    "besluit gevonden": "≥ 0,90",
    "besluit terecht": "≥ 0,90",
    "termijn": "≥ 0,95",
    "houder": "",
    "resultaat": "",
    "status": "",
}


def main() -> None:
    """Print the scores, and write them down."""
    passages = _load("tests/extraction/test_acties_passages.py")
    bekend, apart = (passages.score_passages(apart=a) for a in (False, True))
    regels = [
        "| gemeten | om op te stellen | apart gehouden | doel |",
        "| --- | --- | --- | --- |",
    ]
    for wat, doel in DOELEN.items():
        regels.append(
            f"| {wat} | {_show(bekend, wat)} | {_show(apart, wat)} | {doel} |"
        )
    alle = passages.load_passages()
    los = sum(p.get("apart", False) for p in alle)
    kop = (
        f"{len(alle)} passages, waarvan {los} apart gehouden. 'gevonden' is het deel "
        "van wat er staat dat gevonden is, 'terecht' het deel van wat gevonden is dat "
        "er staat.\n"
    )
    tekst = "\n".join((kop, *regels, "", *_dossier()))
    print(tekst)
    write_section("acties", "Acties en besluiten", "python benchmarks/acties.py", tekst)


def _dossier() -> list[str]:
    """The scores on the example dossier, read as a user would."""
    toets = _load("tests/dossier/toets.py")
    with tempfile.TemporaryDirectory() as map_:
        opties = ["--uitvoer", map_, "--datum", "2025-12-03", "--stil"]
        roep = [sys.executable, "-m", "pipeline.cli"]
        subprocess.run([*roep, "invoer", *opties], cwd=WORTEL, check=False)
        doel = Path(map_) / "export.json"
        subprocess.run([*roep, "exporteer", str(doel), *opties], cwd=WORTEL, check=True)
        oordeel = toets.judge(json.loads(doel.read_text(encoding="utf-8")))
    regels = ["| dossier `invoer/` | gevonden |", "| --- | --- |"]
    for wat in ("actie", "actie (impliciet)", "besluit", "houder", "termijn", "status"):
        if oordeel.totaal.get(wat):
            goed, van = oordeel.goed[wat], oordeel.totaal[wat]
            regels.append(f"| {wat} | {goed} van {van} |")
    return regels


def _show(score: Any, wat: str) -> str:  # noqa: ANN401 the score of a test module
    if not score.totaal[wat]:
        return "geen"
    deel = f"{score.deel(wat):.2f}".replace(".", ",")
    return f"{deel} ({score.goed[wat]} van {score.totaal[wat]})"


def _load(pad: str) -> Any:  # noqa: ANN401 a test module by its path
    sys.path.insert(0, str(WORTEL))
    spec = importlib.util.spec_from_file_location(Path(pad).stem, WORTEL / pad)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{pad} is er niet")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
