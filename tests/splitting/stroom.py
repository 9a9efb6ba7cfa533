"""Streams of documents glued into one PDF, with their true boundaries, and the score.

``python -m tests.splitting.stroom`` prints the scores of both halves.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from random import Random

from pipeline.readers import read_file
from pipeline.rulebook import Regelboek
from pipeline.settings import Grenzen
from pipeline.splitting.grenzen import find_begins
from tests.splitting.opmaken import APART, OEFEN
from tests.splitting.pen import Pen


@dataclass(frozen=True)
class Stroom:
    """A PDF, and where its documents begin: page, and whether halfway it."""

    inhoud: bytes
    begins: tuple[tuple[int, bool], ...]
    paginas: int


@dataclass(frozen=True)
class Score:
    """Precision, recall and F1 of page starts, F1 of whole documents, perfect streams."""

    precisie: float
    recall: float
    f1: float
    document_f1: float
    gaaf: float

    def __str__(self) -> str:
        return f"pagina P {self.precisie:.3f} R {self.recall:.3f} F1 {self.f1:.3f} | document F1 {self.document_f1:.3f} | foutloze stromen {self.gaaf:.2f}"


def make_stroom(seed: int, opmaken: tuple, aantal: tuple[int, int] = (1, 6)) -> Stroom:
    rng = Random(seed)  # noqa: S311 (streams that are the same each time)
    pen = Pen()
    begins: list[tuple[int, bool]] = []
    for _ in range(rng.randint(*aantal)):
        begins += rng.choice(opmaken)(pen, rng, op=rng.random() < 0.35)
    return Stroom(pen.klaar(), tuple(begins), pen.pagina)


def find_in_stroom(
    stroom: Stroom, map_: Path, regelboek: Regelboek
) -> tuple[tuple[int, bool], ...]:
    """What the splitter finds in a stream, in the form of its truth."""
    pad = map_ / "stroom.pdf"
    pad.write_bytes(stroom.inhoud)
    document = read_file(pad, "stroom.pdf", Grenzen()).documenten[0]
    gevonden = [(1, False)]
    for begin in find_begins(document, regelboek):
        pagina = document.blok_bij(begin.positie).pagina
        eerder = any(
            b.pagina == pagina and b.begin < begin.positie and b.zone == "hoofdtekst"
            for b in document.blokken
        )
        gevonden.append((pagina, eerder))
    return tuple(gevonden)


def score(paren: list[tuple[Stroom, tuple[tuple[int, bool], ...]]]) -> Score:
    waar = gevonden = goed = documenten = docs_gevonden = docs_goed = gaaf = 0
    for stroom, uitkomst in paren:
        echt, zegt = set(stroom.begins) - {(1, False)}, set(uitkomst) - {(1, False)}
        waar, gevonden, goed = (
            waar + len(echt),
            gevonden + len(zegt),
            goed + len(echt & zegt),
        )
        a, b = _spans(stroom.begins, stroom.paginas), _spans(uitkomst, stroom.paginas)
        documenten, docs_gevonden, docs_goed = (
            documenten + len(a),
            docs_gevonden + len(b),
            docs_goed + len(a & b),
        )
        gaaf += echt == zegt
    p, r = goed / max(1, gevonden), goed / max(1, waar)
    return Score(
        p,
        r,
        2 * p * r / max(1e-9, p + r),
        2 * docs_goed / (documenten + docs_gevonden),
        gaaf / len(paren),
    )


def _spans(
    begins: tuple[tuple[int, bool], ...], paginas: int
) -> set[tuple[tuple[int, bool], tuple[int, bool]]]:
    return set(zip(begins, (*begins[1:], (paginas + 1, False)), strict=True))


def measure(seeds: range, opmaken: tuple, *, toon: bool = False) -> Score:
    regelboek = Regelboek()
    paren = []
    with tempfile.TemporaryDirectory() as naam:
        for seed in seeds:
            stroom = make_stroom(seed, opmaken)
            uitkomst = find_in_stroom(stroom, Path(naam), regelboek)
            paren.append((stroom, uitkomst))
            if toon and stroom.begins != uitkomst:
                print(seed, "waar", stroom.begins, "zegt", uitkomst)  # noqa: T201 (a command)
    return score(paren)


if __name__ == "__main__":
    print("geoefend", measure(range(60), OEFEN, toon=True))  # noqa: T201 (a command)
    print("apart   ", measure(range(1000, 1040), APART))  # noqa: T201 (a command)
