"""A labelled set of passages: how much of what a careful secretary notes is found.

``python tests/extraction/test_acties_passages.py`` prints the scores of both halves; with
``-v`` also what was missed and what was too much in the half that rules are tuned on.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(WORTEL))

from modellen.document import Bron, Eigenschappen, Vorm  # noqa: E402 the script runs by itself too
from modellen.plaats import InAlinea  # noqa: E402
from modellen.stuk import Kenmerken, Soort, Stuk  # noqa: E402
from modellen.vergadering import Deelnemer, Vergadering  # noqa: E402
from pipeline.extraction.acties import find_acties  # noqa: E402
from pipeline.extraction.besluiten import find_besluiten  # noqa: E402
from pipeline.readers.opbouw import Bouwer  # noqa: E402
from pipeline.rulebook import Regelboek  # noqa: E402

MAP = Path(__file__).parent / "passages"
REGELBOEK = Regelboek()


@cache
def load_passages():
    """All labelled passages, in the order of their files."""
    bestanden = sorted(MAP.glob("*.toml"))
    return [
        p
        for b in bestanden
        for p in tomllib.loads(b.read_text(encoding="utf-8"))["passage"]
    ]


def make_stuk(passage):
    """The passage as a document, with its kind, day and people."""
    bouwer = Bouwer(Bron(bestand=passage["id"], sha256="0" * 64, formaat="docx"))
    tabel = False
    for nummer, regel in enumerate(passage["tekst"].strip().splitlines(), 1):
        plaats = InAlinea(pad=f"p[{nummer}]")
        if regel.startswith("|") != tabel:
            tabel = not tabel
            bouwer.open_tabel() if tabel else bouwer.close_tabel()
        if tabel:
            _add_rij(bouwer, nummer, regel, plaats)
        elif regel.startswith("# "):
            bouwer.blok(regel[2:], plaats, vorm=Vorm.KOP, niveau=1, vet=True)
        elif regel.startswith("- "):
            bouwer.blok(regel[2:], plaats, vorm=Vorm.LIJST)
        elif regel[:1].isdigit() and regel[1:3] == ". ":
            bouwer.blok(regel, plaats, vorm=Vorm.LIJST, nummer=regel[:2])
        else:
            bouwer.blok(regel, plaats)
    if tabel:
        bouwer.close_tabel()
    eigenschappen = Eigenschappen(
        afzender=passage.get("afzender"),
        aan=(passage["aan"],) if "aan" in passage else (),
    )
    return _make_stuk(passage, bouwer.build(eigenschappen=eigenschappen))


def _add_rij(bouwer, nummer, regel, plaats):
    cellen = [c.strip() for c in regel.strip().strip("|").split("|")]
    for kolom, cel in enumerate(cellen, 1):
        if cel == "<":
            continue
        span = 1 + next(
            (i for i, c in enumerate(cellen[kolom:]) if c != "<"), len(cellen) - kolom
        )
        bouwer.open_cel(nummer)
        bouwer.blok(cel, plaats)
        bouwer.close_cel(plaats, kolom=kolom, kolomspan=span)


def _make_stuk(passage, document):
    herkomst = document.citeer(0, 10, regel="proef")
    aangekondigd = passage.get("volgende")
    deelnemers = []
    for tekst in passage.get("deelnemers", ()):
        naam, _, rol = tekst.rstrip(")").partition(" (")
        deelnemers.append(Deelnemer(naam=naam, rol=rol, herkomst=herkomst))
    vergaderingen = (
        (
            Vergadering(
                naam="volgende",
                datum=aangekondigd,
                aangekondigd=True,
                herkomst=herkomst,
            ),
        )
        if aangekondigd
        else ()
    )
    return Stuk(
        document=document,
        kenmerken=Kenmerken(
            soort=Soort(passage["soort"]), titel=None, datum=passage["datum"]
        ),
        deelnemers=tuple(deelnemers),
        vergaderingen=vergaderingen,
    )


@dataclass(slots=True)
class Score:
    """Counts by subject: right, and of how many."""

    goed: Counter = field(default_factory=Counter)
    totaal: Counter = field(default_factory=Counter)
    fouten: list = field(default_factory=list)

    def tel(self, wat, goed, uitleg):
        self.totaal[wat] += 1
        self.goed[wat] += goed
        if not goed:
            self.fouten.append(f"{wat}: {uitleg}")

    def deel(self, wat):
        return self.goed[wat] / self.totaal[wat] if self.totaal[wat] else 1.0


def score_passages(*, apart):
    """The score over one half of the set: the one to tune on, or the one kept apart."""
    score = Score()
    for passage in load_passages():
        if passage.get("apart", False) is apart:
            stuk = make_stuk(passage)
            acties = find_acties(stuk, REGELBOEK)
            stuk = replace(stuk, acties=acties)
            _score_acties(score, passage, acties)
            _score_besluiten(score, passage, find_besluiten(stuk, REGELBOEK))
    return score


def _score_acties(score, passage, acties):
    over = list(acties)
    for waar in passage.get("actie", ()):
        vorm = "expliciet" if waar.get("expliciet", True) else "impliciet"
        wat = f"{passage['id']}: {' '.join(waar['woorden'])}"
        gevonden = _take(over, waar["woorden"])
        score.tel(f"actie {vorm} gevonden", gevonden is not None, wat)
        if gevonden is not None:
            score.tel(f"actie {_vorm(gevonden)} terecht", True, wat)
            _score_velden(score, waar, gevonden, wat)
    for actie in over:
        score.tel(
            f"actie {_vorm(actie)} terecht",
            False,
            f"{passage['id']}: {actie.omschrijving}",
        )


def _vorm(actie):
    return "expliciet" if actie.expliciet else "impliciet"


def _score_velden(score, waar, actie, wat):
    houders = " ".join(actie.actiehouders).lower()
    houder = waar["houder"] in houders if waar["houder"] else not houders
    score.tel("houder", houder, f"{wat}: {actie.actiehouders}")
    score.tel(
        "termijn", actie.termijn == waar.get("termijn"), f"{wat}: {actie.termijn}"
    )
    if "status" in waar:
        score.tel("status", actie.status == waar["status"], f"{wat}: {actie.status}")


def _score_besluiten(score, passage, besluiten):
    over = list(besluiten)
    for waar in passage.get("besluit", ()):
        wat = f"{passage['id']}: {' '.join(waar['woorden'])}"
        gevonden = _take(over, waar["woorden"])
        score.tel("besluit gevonden", gevonden is not None, wat)
        if gevonden is not None:
            score.tel("besluit terecht", True, wat)
            score.tel(
                "resultaat",
                gevonden.resultaat == waar["resultaat"],
                f"{wat}: {gevonden.resultaat}",
            )
    for besluit in over:
        score.tel("besluit terecht", False, f"{passage['id']}: {besluit.omschrijving}")


def _take(over, woorden):
    for record in over:
        tekst = f"{record.omschrijving} {record.herkomst.citaat}".lower()
        if all(w in tekst for w in woorden):
            over.remove(record)
            return record
    return None


DREMPELS = {
    "actie expliciet gevonden": 0.90,
    "actie expliciet terecht": 0.90,
    "actie impliciet gevonden": 0.75,
    "actie impliciet terecht": 0.75,
    "besluit gevonden": 0.90,
    "besluit terecht": 0.90,
    "resultaat": 0.90,
    "termijn": 0.95,
    "houder": 0.85,
    "status": 0.90,
}


@pytest.mark.parametrize(
    "apart", [False, True], ids=["om op te stellen", "apart gehouden"]
)
@pytest.mark.parametrize(("wat", "drempel"), DREMPELS.items())
def test_the_labelled_passages_are_read_well_enough(apart, wat, drempel):
    score = score_passages(apart=apart)

    assert score.deel(wat) >= drempel, "\n".join(
        f for f in score.fouten if f.startswith(wat) and not apart
    )


def test_the_set_is_large_and_a_third_of_it_is_kept_apart():
    passages = load_passages()

    assert len(passages) >= 60
    assert sum(p.get("apart", False) for p in passages) * 3 >= len(passages)


def test_every_quote_stands_in_the_text():
    for passage in load_passages():
        stuk = make_stuk(passage)
        for record in (*find_acties(stuk, REGELBOEK), *find_besluiten(stuk, REGELBOEK)):
            herkomst = record.herkomst
            assert (
                stuk.document.tekst[herkomst.begin : herkomst.eind] == herkomst.citaat
            )


def print_scores(*, uitgebreid=False):
    """Print both scores, and what went wrong in the half that may be looked at."""
    for apart in (False, True):
        score = score_passages(apart=apart)
        sys.stdout.write(f"\n{'apart gehouden' if apart else 'om op te stellen'}\n")
        for wat in sorted(score.totaal):
            sys.stdout.write(
                f"  {wat:28} {score.goed[wat]:>3} van {score.totaal[wat]:<3} {score.deel(wat):.2f}\n"
            )
        if uitgebreid and not apart:
            sys.stdout.writelines(f"    {f}\n" for f in score.fouten)


if __name__ == "__main__":
    print_scores(uitgebreid="-v" in sys.argv)
