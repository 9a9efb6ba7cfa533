"""The calm summary at the end of a run."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pipeline.cli.woorden import MAANDEN, count, name_failure, name_soort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.flows.verslag import Verslag
    from pipeline.settings import Instellingen

TOON_BEVINDINGEN = 8
TOON_MISLUKT = 20
BREEDTE = 14


def summary_lines(verslag: Verslag, instellingen: Instellingen) -> Iterator[str]:
    """The lines of the summary, from what was read to what to do next."""
    yield ""
    yield _line("Gelezen", _read(verslag))
    yield _line("Documenten", _documents(verslag))
    yield _line("Acties", _actions(verslag))
    if verslag.gemist:
        zinnen = count(verslag.gemist, "zin", "zinnen")
        yield _line("", f"en {zinnen} om na te lopen: verwerk toon gemist")
    yield _line("Besluiten", str(verslag.besluiten))
    yield _line("Cijfers", _thousands(verslag.cijfers))
    yield _line("Bevindingen", _findings(verslag))
    yield from _first_findings(verslag)
    yield from _failures(verslag)
    yield ""
    yield _line("Overzicht", str(instellingen.uitvoer / "overzicht.html"))
    yield _line("Verder", _next_step(verslag))


def _line(kop: str, tekst: str) -> str:
    return f"{kop:<{BREEDTE}}{tekst}"


def _read(v: Verslag) -> str:
    bestanden = count(v.bestanden, "bestand", "bestanden")
    paginas = count(v.paginas, "bladzijde", "bladzijden")
    if not v.nieuw:
        nieuws = "niets gewijzigd sinds de vorige keer"
    else:
        nieuws = f"{v.nieuw} nieuw of gewijzigd"
    weg = f", {v.verdwenen} verdwenen" if v.verdwenen else ""
    return f"{bestanden}, {paginas} ({nieuws}{weg})"


def _documents(v: Verslag) -> str:
    totaal = sum(aantal for _, aantal in v.soorten)
    soorten = " · ".join(f"{aantal} {name_soort(s, aantal)}" for s, aantal in v.soorten)
    return f"{totaal}: {soorten}" if soorten else "0"


def _actions(v: Verslag) -> str:
    if not v.acties:
        return "0"
    delen = [f"{v.acties}, waarvan {v.openstaand} open"]
    if v.te_laat:
        delen.append(f"{v.te_laat} over de termijn")
    if v.eerste_termijn:
        nummers = ", ".join(v.eerste_acties[:3])
        delen.append(f"eerstvolgende termijn {_day(v.eerste_termijn)} ({nummers})")
    return "; ".join(delen)


def _findings(v: Verslag) -> str:
    if not v.bevindingen:
        return "0"
    klassen = " · ".join(f"{aantal} {klasse}" for klasse, aantal in v.klassen)
    return f"{len(v.bevindingen)}: {klassen}"


def _first_findings(v: Verslag) -> Iterator[str]:
    for klasse, bestanden, omschrijving in v.bevindingen[:TOON_BEVINDINGEN]:
        meer = f" (en nog {len(bestanden) - 1})" if len(bestanden) > 1 else ""
        waar = f"{bestanden[0]}{meer}: " if bestanden else ""
        yield f"  {klasse:<11} {waar}{omschrijving}"
    rest = len(v.bevindingen) - TOON_BEVINDINGEN
    if rest > 0:
        yield f"  … en nog {rest}: verwerk toon bevindingen"


def _failures(v: Verslag) -> Iterator[str]:
    if not v.mislukt:
        return
    yield ""
    yield _line("Niet gelezen", count(len(v.mislukt), "bestand", "bestanden"))
    for bestand, reden in v.mislukt[:TOON_MISLUKT]:
        yield f"  {name_failure(bestand, reden)}"
    rest = len(v.mislukt) - TOON_MISLUKT
    if rest > 0:
        yield f"  … en nog {rest}: verwerk toon mislukt"


def _next_step(v: Verslag) -> str:
    if v.mislukt:
        return "herstel de bestanden hierboven en voer dezelfde opdracht nog eens uit"
    if dict(v.klassen).keys() & {"fout", "conflict"}:
        return "bekijk de bevindingen: verwerk toon bevindingen"
    if v.acties:
        return "bekijk de acties: verwerk toon acties"
    return 'zoek in alle stukken: verwerk zoek "uw woorden"'


def _day(iso: str) -> str:
    dag = date.fromisoformat(iso)
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def _thousands(getal: int) -> str:
    return f"{getal:,}".replace(",", ".")
