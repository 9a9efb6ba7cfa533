"""Train the language model of ``regels/taalmodel``: people in Dutch office text.

Run: ``python benchmarks/train_taalmodel.py MAP_NER_DATA``. Real text comes from
Europeana Newspapers NL (CC0), the rest is made here from the layouts of this project
and its lists of names; no text with share-alike is used, so the weights carry the
licence of the project. One core, some minutes; the same seed gives the same data.
"""

from __future__ import annotations

import json
import lzma
import random
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

import persoonsgegevens_set as maken  # noqa: E402 the root comes first
import spacy  # noqa: E402 the root comes first
from spacy.cli.train import train  # noqa: E402 the root comes first
from spacy.tokens import Doc, DocBin, Span  # noqa: E402 the root comes first

from pipeline.rulebook import Regelboek  # noqa: E402 the root comes first
from pipeline.taal.taalmodel.woorden import WOORDEN  # noqa: E402 the root comes first

if TYPE_CHECKING:
    from collections.abc import Iterator

DOEL = Path(__file__).parents[1] / "regels" / "taalmodel" / "model"
CONFIG = Path(__file__).parent / "taalmodel" / "config.cfg"
NAMEN = {"vol", "v", "a", "i", "om", "hoofd"}
RONDEN = 40
ZAAD = 11


def read_europeana(pad: Path, nlp: spacy.Language) -> Iterator[Doc]:
    """Sentences of some twenty-five tokens with people marked, old spelling and all."""
    woorden: list[str] = []
    labels: list[str] = []
    for regel in lzma.decompress(pad.read_bytes()).decode("utf-8").splitlines():
        delen = regel.split()
        if len(delen) < 2:
            continue
        woorden.append(delen[0])
        soort = delen[-1]
        labels.append(soort if soort.endswith("PER") else "O")
        if len(woorden) >= 25 and (delen[0] in ".;!?" or len(woorden) > 60):
            yield _bio(nlp, woorden, labels)
            woorden, labels = [], []


def _bio(nlp: spacy.Language, woorden: list[str], labels: list[str]) -> Doc:
    doc = Doc(nlp.vocab, words=woorden)
    spans, begin = [], None
    for i, label in enumerate([*labels, "O"]):
        if begin is not None and not label.startswith("I"):
            spans.append(Span(doc, begin, i, "PER"))
            begin = None
        if label.startswith("B") or (label.startswith("I") and begin is None):
            begin = i
    doc.ents = spans
    return doc


def make_docs(nlp: spacy.Language, *, toets: bool) -> Iterator[Doc]:
    """Lines of the layouts with people of the lists of names in them."""
    boek = Regelboek()
    bron = random.Random(ZAAD)
    maken.GEWOON_V = list(boek.lijst("voornamen"))
    maken.GEWOON_A = [
        (bron.choice(["", "", "", "van ", "de ", "van der "]) + a)
        for a in boek.lijst("achternamen")
        if "'" not in a and a[0].isupper()
    ]
    for ronde in range(2 if toets else RONDEN):
        for nummer, v in enumerate(maken.make_set(ronden=1, zaad=ZAAD + ronde)):
            if (nummer % 3 == 2) is toets:  # of each kind some layouts choose the model
                yield from _lines(nlp, v)


def _lines(nlp: spacy.Language, v: maken.Voorbeeld) -> Iterator[Doc]:
    tekst = v.document.tekst
    namen = [(b, e) for b, e, vorm in v.weg if vorm in NAMEN] + list(v.blijft)
    begin = 0
    for regel in tekst.split("\n"):
        eind = begin + len(regel)
        doc = nlp.make_doc(regel)
        spans = [
            doc.char_span(b - begin, e - begin, "PER", alignment_mode="expand")
            for b, e in namen
            if begin <= b and e <= eind
        ]
        doc.ents = spacy.util.filter_spans([s for s in spans if s is not None])
        if len(doc):
            yield doc
        begin = eind + 1


def main(data: Path) -> None:
    """Make the data, train, and write the model."""
    nlp = spacy.blank("nl", config={"nlp": {"tokenizer": {"@tokenizers": WOORDEN}}})
    echt = list(read_europeana(data / "europeana-nl" / "enp_NL.kb.bio.xz", nlp))
    bron = random.Random(ZAAD)
    bron.shuffle(echt)
    synthetisch = list(make_docs(nlp, toets=False))
    bron.shuffle(synthetisch)
    leer = echt[300:] + synthetisch
    bron.shuffle(leer)
    toets = echt[:300] + list(make_docs(nlp, toets=True))
    print(len(echt), "echte en", len(synthetisch), "gemaakte regels")
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_)
        DocBin(docs=leer).to_disk(pad / "leer.spacy")
        DocBin(docs=toets).to_disk(pad / "toets.spacy")
        train(
            CONFIG,
            pad / "uit",
            overrides={
                "paths.train": str(pad / "leer.spacy"),
                "paths.dev": str(pad / "toets.spacy"),
            },
        )
        model = spacy.load(pad / "uit" / "model-best")
        model.config["paths"].update(train=None, dev=None)  # they told of this machine
        model.to_disk(DOEL)
        write_strings(model)


def write_strings(model: spacy.Language) -> None:
    """Keep only the words the model says: it knows the words it reads by their hash."""
    namen = sorted({*model.pipe_names, *model.get_pipe("ner").labels, "PER", ""})
    pad = DOEL / "vocab" / "strings.json"
    pad.write_text(json.dumps(namen), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
