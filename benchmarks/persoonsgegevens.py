"""Measure how well personal data is found, beside other programs when installed.

Run: ``python benchmarks/persoonsgegevens.py [--toets] [--missers]``. Without a switch
the layouts for development are measured; ``--toets`` measures those kept apart.
Printed: recall, precision, office holders touched, recall with rare names, speed.
"""

from __future__ import annotations

import importlib.util
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

from persoonsgegevens_set import Voorbeeld, make_set  # noqa: E402 the root comes first

from pipeline.extraction.persoonsgegevens import find_persoonsgegevens  # noqa: E402 the root comes first
from pipeline.rulebook import Regelboek  # noqa: E402 the root comes first
from pipeline.taal.taalmodel import has_spacy, load_taalmodel  # noqa: E402 the root comes first

if TYPE_CHECKING:
    from collections.abc import Callable

_RAAK = 0.9


def run_verwerk(voorbeeld: Voorbeeld) -> list[tuple[int, int]]:
    """What this project proposes."""
    vondsten = find_persoonsgegevens([voorbeeld.document], REGELBOEK)
    return [(g.begin, g.eind) for g in vondsten.gegevens]


def run_model(voorbeeld: Voorbeeld) -> list[tuple[int, int]]:
    """What this project proposes with its language model."""
    vondsten = find_persoonsgegevens([voorbeeld.document], REGELBOEK, load_taalmodel())
    return [(g.begin, g.eind) for g in vondsten.gegevens]


def load_deduce() -> Callable[[Voorbeeld], list[tuple[int, int]]]:
    """What deduce proposes: without dates, places, institutions and addresses."""
    from deduce import Deduce

    model = Deduce()
    uit = {"dates", "locations", "institutions", "urls", "ages"}

    def run(voorbeeld: Voorbeeld) -> list[tuple[int, int]]:
        gelezen = model.deidentify(voorbeeld.document.tekst, disabled=uit)
        return [(a.start_char, a.end_char) for a in gelezen.annotations]

    return run


def load_presidio() -> Callable[[Voorbeeld], list[tuple[int, int]]]:
    """What the patterns of presidio propose for Dutch."""
    import spacy
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    engine = SpacyNlpEngine()
    engine.nlp = {"nl": spacy.blank("nl")}
    register = RecognizerRegistry(supported_languages=["nl"])
    register.load_predefined_recognizers(languages=["nl"])
    model = AnalyzerEngine(
        registry=register, nlp_engine=engine, supported_languages=["nl"]
    )

    def run(voorbeeld: Voorbeeld) -> list[tuple[int, int]]:
        gevonden = model.analyze(voorbeeld.document.tekst, language="nl")
        return [(r.start, r.end) for r in gevonden]

    return run


def covered(span: tuple[int, int], vondsten: list[tuple[int, int]]) -> float:
    """The share of the letters and digits of a span that was found."""
    geraakt: set[int] = set()
    for begin, eind in vondsten:
        geraakt |= set(range(max(begin, span[0]), min(eind, span[1])))
    return len(geraakt) / (span[1] - span[0])


def measure(
    vinder: Callable[[Voorbeeld], list[tuple[int, int]]],
    voorbeelden: list[Voorbeeld],
    *,
    missers: bool = False,
) -> dict[str, float]:
    """Counts over a set: found of what must go, wrong, office holders touched."""
    vinder(voorbeelden[0])  # lists and rules are read once
    telling = dict.fromkeys(("weg", "raak", "vals", "blijft", "geraakt"), 0)
    tekens, klok = 0, time.process_time()
    for v in voorbeelden:
        vondsten = vinder(v)
        tekst = v.document.tekst
        tekens += len(tekst)
        for begin, eind, vorm in v.weg:
            telling["weg"] += 1
            raak = covered((begin, eind), vondsten) >= _RAAK
            telling["raak"] += raak
            if missers and not raak:
                print(
                    "MIST ",
                    v.document.bron.bestand,
                    vorm,
                    repr(tekst[max(0, begin - 25) : eind + 15]),
                )
        for span in v.blijft:
            telling["blijft"] += 1
            geraakt = covered(span, vondsten) > 0
            telling["geraakt"] += geraakt
            if missers and geraakt:
                print(
                    "RAAKT",
                    v.document.bron.bestand,
                    repr(tekst[max(0, span[0] - 25) : span[1] + 15]),
                )
        doel = [(b, e) for b, e, _ in v.weg]
        for begin, eind in vondsten:
            if covered((begin, eind), doel) == 0:
                telling["vals"] += 1
                if missers:
                    print(
                        "VALS ",
                        v.document.bron.bestand,
                        repr(tekst[begin:eind]),
                        repr(tekst[max(0, begin - 25) : eind + 15]),
                    )
    duur = time.process_time() - klok
    return {
        "recall": telling["raak"] / telling["weg"],
        "precisie": telling["raak"] / max(1, telling["raak"] + telling["vals"]),
        "geraakt": telling["geraakt"],
        "ambten": telling["blijft"],
        "snelheid": tekens / duur,
    }


def main() -> None:
    """Print the table."""
    toets, missers = "--toets" in sys.argv, "--missers" in sys.argv
    vinders = {"verwerk": run_verwerk}
    if has_spacy():
        vinders["verwerk met taalmodel"] = run_model
    if importlib.util.find_spec("deduce"):
        vinders["deduce"] = load_deduce()
    if importlib.util.find_spec("presidio_analyzer"):
        vinders["presidio"] = load_presidio()
    gewoon = [v for v in make_set() if v.toets is toets]
    zeldzaam = [v for v in make_set(zeldzaam=True) if v.toets is toets]
    welke = "toets" if toets else "ontwikkeling"
    soorten = len({v.soort for v in gewoon})
    print(f"{welke}: {len(gewoon)} documenten, {soorten} soorten")
    print(
        "| | recall | precisie | ambtsdragers geraakt | "
        "recall zeldzame namen | tekens/s |"
    )
    print("|---|---|---|---|---|---|")
    for naam, vinder in vinders.items():
        a = measure(vinder, gewoon, missers=missers)
        b = measure(vinder, zeldzaam, missers=missers)
        print(
            f"| {naam} | {a['recall']:.3f} | {a['precisie']:.3f} | "
            f"{a['geraakt'] + b['geraakt']:.0f} van {a['ambten'] + b['ambten']:.0f} | "
            f"{b['recall']:.3f} | {a['snelheid']:,.0f} |"
        )


REGELBOEK = Regelboek()

if __name__ == "__main__":
    main()
