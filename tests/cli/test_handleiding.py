from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from pipeline.cli.bewaking import run_guarded
from pipeline.cli.verwerk import verwerk

WORTEL = Path(__file__).parents[2]
BOEKEN = ("README.md", "docs/handleiding.md", "docs/lakken.md")


def find_commands(tekst):
    """Every ``verwerk …`` in a code block or between single back-ticks."""
    blokken = re.findall(r"(?ms)^```[a-z]*\n(.*?)^```", tekst)
    regels = [regel for blok in blokken for regel in blok.splitlines()]
    zonder = re.sub(r"(?ms)^```.*?^```", "", tekst)
    regels += re.findall(r"`([^`\n]+)`", zonder)
    return [r for r in regels if r.startswith("verwerk ")]


def check_command(regel):
    """What is wrong with a command line: an unknown command, option or choice."""
    woorden = shlex.split(regel)[1:]
    opdracht, namen = verwerk, []
    while isinstance(opdracht, click.Group) and woorden:
        if woorden[0].startswith("-"):
            break
        volgende = opdracht.commands.get(woorden[0])
        if volgende is None:
            if opdracht is not verwerk or not _is_path(woorden[0]):
                return f"'{woorden[0]}' is geen opdracht"
            volgende = opdracht.commands["alles"]
        else:
            namen.append(woorden.pop(0))
        opdracht = volgende
    opties = {o for p in opdracht.params for o in (*p.opts, *p.secondary_opts)}
    opties |= {"-h", "--help"}
    gebruikt = [w.split("=")[0] for w in woorden if re.match(r"-{1,2}[a-z]", w)]
    vreemd = [w for w in gebruikt if w not in opties]
    return f"{' '.join(namen)} kent {', '.join(vreemd)} niet" if vreemd else ""


def _is_path(woord):
    return "/" in woord or woord.isupper()


@pytest.mark.parametrize("boek", BOEKEN)
def test_every_command_in_the_books_exists_with_its_options(boek):
    tekst = (WORTEL / boek).read_text(encoding="utf-8")
    fouten = {r: fout for r in find_commands(tekst) if (fout := check_command(r))}
    assert not fouten


def test_the_handleiding_is_read_and_names_every_command_there_is():
    tekst = (WORTEL / "docs/handleiding.md").read_text(encoding="utf-8")
    opdrachten = " \n".join(find_commands(tekst)) + " "
    ontbreekt = [
        naam
        for naam in _all_commands(verwerk, "verwerk")
        if f"{naam} " not in opdrachten
    ]
    assert ontbreekt == ["verwerk alles", "verwerk regelboek toon"]


def _all_commands(groep, voor):
    for naam, opdracht in groep.commands.items():
        if isinstance(opdracht, click.Group):
            yield from _all_commands(opdracht, f"{voor} {naam}")
        else:
            yield f"{voor} {naam}"


@pytest.mark.parametrize(
    ("regel", "deel"),
    [
        ("verwerk woo lakt woo/lakblad.xlsx", "lakt"),
        ("verwerk actielijst --wanneer 2026-01-21", "--wanneer"),
        ("verwerk actiest", "actiest"),
    ],
)
def test_a_command_that_does_not_exist_is_noticed(regel, deel):
    assert deel in check_command(regel)


def test_every_picture_is_shown_and_every_shown_picture_is_there():
    tekst = (WORTEL / "docs/handleiding.md").read_text(encoding="utf-8")
    getoond = re.findall(r"!\[[^\]]+\]\(plaatjes/([^)]+)\)", tekst)
    aanwezig = [p.name for p in (WORTEL / "docs/plaatjes").iterdir()]
    assert sorted(getoond) == sorted(aanwezig)


def test_the_pictures_stay_small():
    maten = [p.stat().st_size for p in (WORTEL / "docs/plaatjes").iterdir()]
    assert max(maten) < 150_000
    assert sum(maten) < 1_500_000


def test_links_inside_the_handleiding_lead_somewhere():
    tekst = (WORTEL / "docs/handleiding.md").read_text(encoding="utf-8")
    koppen = {_anchor(k) for k in re.findall(r"(?m)^#+ (.+)$", tekst)}
    binnen = re.findall(r"\]\(#([^)]+)\)", tekst)
    buiten = re.findall(r"\]\(((?!#|http)[^)#]+)", tekst)
    assert binnen
    assert set(binnen) <= koppen
    assert all((WORTEL / "docs" / pad).exists() for pad in buiten)


def _anchor(kop):
    return re.sub(r"[^\w -]", "", kop.lower()).replace(" ", "-")


def _all_names(opdracht, naam=()):
    yield naam
    for kind, onderdeel in getattr(opdracht, "commands", {}).items():
        yield from _all_names(onderdeel, (*naam, kind))


@pytest.mark.parametrize("naam", [*_all_names(verwerk)], ids=" ".join)
def test_no_help_speaks_the_english_of_click(naam, capsys):
    assert run_guarded([*naam, "--help"]) == 0
    uit = capsys.readouterr().out
    engels = {"OPTIONS", "COMMAND", "ARGS", "[required]", "INTEGER", "RANGE", "TEXT"}
    assert not engels & set(re.findall(r"\[required\]|\w+", uit))
