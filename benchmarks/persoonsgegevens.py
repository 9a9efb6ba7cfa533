"""Measure how well personal data is found, beside other programs when installed.

Run: ``python benchmarks/persoonsgegevens.py [--missers] [--schrijf]``. Measured are the
layouts kept apart, those for development, and speed over the example dossier; other
programs (deduce, presidio) join in when they are installed. ``--missers`` prints what
was missed, ``--schrijf`` writes the tables into ``docs/metingen.md``.
"""

from __future__ import annotations

import importlib.util
import json
import logging
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

from persoonsgegevens_set import Voorbeeld, make_set  # noqa: E402 the root comes first
from persoonsgegevens_verwisseld import VOORBEELDEN, read_swapped  # noqa: E402 the root comes first
from verslaglegging import write_section  # noqa: E402 the root comes first

from pipeline.extraction.persoonsgegevens import find_persoonsgegevens  # noqa: E402 the root comes first
from pipeline.flows.wandeling import walk  # noqa: E402 the root comes first
from pipeline.readers import read_file  # noqa: E402 the root comes first
from pipeline.rulebook import Regelboek  # noqa: E402 the root comes first
from pipeline.settings import Grenzen  # noqa: E402 the root comes first
from pipeline.taal.taalmodel import load_taalmodel  # noqa: E402 the root comes first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from modellen.document import Document

    Vinder = Callable[[Voorbeeld], list[tuple[int, int]]]

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


def measure_speed(naam: str) -> dict[str, float]:
    """Characters a second, peak memory and seconds to load, in a process of its own."""
    klaar = subprocess.run(
        [sys.executable, __file__, "--snelheid", naam],
        capture_output=True,
        text=True,
        check=True,
    )
    uitslag: dict[str, float] = json.loads(klaar.stdout.splitlines()[-1])
    return uitslag


def run_speed(naam: str) -> None:
    """Print what ``measure_speed`` asks for, over a dossier of whole documents."""
    documenten = make_dossier()
    tekens = sum(len(d.tekst) for d in documenten)
    klok = time.process_time()
    vinder = VINDERS[naam]()
    vinder(Voorbeeld(soort="", document=documenten[0], weg=(), blijft=()))
    laden = time.process_time() - klok
    klok = time.process_time()
    if naam.startswith("verwerk"):
        model = load_taalmodel() if "taalmodel" in naam else None
        find_persoonsgegevens(documenten, REGELBOEK, model)
    else:
        for document in documenten:
            vinder(Voorbeeld(soort="", document=document, weg=(), blijft=()))
    duur = time.process_time() - klok
    piek = peak_memory()
    print(json.dumps({"snelheid": tekens / duur, "piek": piek, "laden": laden}))


def peak_memory() -> float:
    """The most memory this process held, in MB (Linux; else what it holds now)."""
    status = Path("/proc/self/status")
    if status.exists():
        regel = next(r for r in status.read_text().splitlines() if "VmHWM" in r)
        return int(regel.split()[1]) / 1024
    return psutil.Process().memory_info().rss / 1024**2


def make_dossier() -> list[Document]:
    """The example dossier of the project as it is read, several times over."""
    wandeling = walk(INVOER, INVOER / "uitvoer")
    gelezen = [
        d
        for v in wandeling.bestanden
        for d in read_file(v.pad, v.bestand, Grenzen()).documenten
    ]
    return [
        replace(d, bron=replace(d.bron, bestand=f"{ronde}/{d.bron.bestand}"))
        for ronde in range(RONDEN)
        for d in gelezen
    ]


def describe(toets: bool, missers: bool) -> Iterator[str]:  # noqa: FBT001 two switches of the command
    """The table of a set, a program a line."""
    welke = "Opmaken van anderen, na herstel" if toets else "Ontwikkeling"
    yield from describe_table(
        welke,
        make_set(toets=toets, ronden=3),
        make_set(toets=toets, zeldzaam=True, ronden=3),
        missers=missers,
    )


def describe_swapped(*, missers: bool) -> Iterator[str]:
    """The table of the example papers with other people, where they are present."""
    if not VOORBEELDEN.is_dir():
        yield "De voorbeelden ontbreken: niet gemeten.\n"
        return
    gewoon, zeldzaam = (
        [v for zaad in range(RONDEN) for v in read_swapped(zaad, zeldzaam=z)]
        for z in (False, True)
    )
    welke = "Voorbeelden van een regietafel, met andere mensen"
    yield from describe_table(welke, gewoon, zeldzaam, missers=missers)


def describe_table(
    welke: str, gewoon: list[Voorbeeld], zeldzaam: list[Voorbeeld], *, missers: bool
) -> Iterator[str]:
    """The same papers with common and with rare names, a program a line."""
    soorten = len({v.soort for v in gewoon})
    kop = f" in {soorten} soorten" if soorten > 1 else ""
    yield f"**{welke}**: {len(gewoon)} documenten{kop}, elk ook met zeldzame namen.\n"
    yield "| | recall | precisie | ambtsdragers geraakt | recall zeldzame namen |"
    yield "|---|---|---|---|---|"
    for naam in present():
        vinder = VINDERS[naam]()
        a = measure(vinder, gewoon, missers=missers)
        b = measure(vinder, zeldzaam, missers=missers)
        yield (
            f"| {naam} | {a['recall']:.3f} | {a['precisie']:.3f} | "
            f"{a['geraakt'] + b['geraakt']:.0f} van {a['ambten'] + b['ambten']:.0f} | "
            f"{b['recall']:.3f} |"
        )
    yield ""


def describe_speed() -> Iterator[str]:
    """How fast and how heavy each program is over one dossier."""
    tekens = sum(len(d.tekst) for d in make_dossier())
    yield f"Snelheid over een dossier van {tekens:,} tekens, elk in een eigen proces."
    yield "\n| | tekens/s | piek | laden |"
    yield "|---|---|---|---|"
    for naam in present():
        m = measure_speed(naam)
        yield (
            f"| {naam} | {m['snelheid']:,.0f} | {m['piek']:.0f} MB | "
            f"{m['laden']:.1f} s |"
        )


def present() -> list[str]:
    """The programs that are installed."""
    pakket = {"deduce": "deduce", "presidio": "presidio_analyzer"}
    return [
        n for n in VINDERS if n not in pakket or importlib.util.find_spec(pakket[n])
    ]


def main() -> None:
    """Print the tables and write them down."""
    logging.disable(logging.INFO)
    if "--snelheid" in sys.argv:
        run_speed(sys.argv[-1])
        return
    missers = "--missers" in sys.argv
    doel = "Doel: recall ≥ 0,99, precisie ≥ 0,95, ten hoogste 1 van 47 ambtsdragers."
    regels = [
        doel,
        "",
        *describe_swapped(missers=missers),
        *describe(toets=True, missers=missers),
        *describe(toets=False, missers=missers),
        *describe_speed(),
    ]
    print("\n".join(regels))
    if "--schrijf" in sys.argv:
        opdracht = "python benchmarks/persoonsgegevens.py --schrijf"
        write_section(
            "persoonsgegevens", "Persoonsgegevens", opdracht, "\n".join(regels)
        )


REGELBOEK = Regelboek()
RONDEN = 4
INVOER = Path(__file__).parents[1] / "invoer"
VINDERS: dict[str, Callable[[], Vinder]] = {
    "verwerk, regels": lambda: run_verwerk,
    "verwerk met taalmodel": lambda: run_model,
    "deduce": load_deduce,
    "presidio": load_presidio,
}

if __name__ == "__main__":
    main()
