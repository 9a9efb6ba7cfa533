"""A letter that another paper dates otherwise than the letter dates itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from modellen.stuk import Soort
from pipeline.audit.melding import make_bevinding, read_drempel, show_datum
from pipeline.taal.datum import Precisie, find_data
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from modellen.bevinding import Bevinding
    from modellen.dossier import Documentkaart, Dossier
    from pipeline.rulebook import Regel, Regelboek

_VENSTER = 70
_BRIEF = re.compile(r"\b(?:brief|schrijven) ", re.IGNORECASE)


def check_briefdatum(
    dossier: Dossier, regelboek: Regelboek, lees: Callable[[str], str]
) -> Iterator[Bevinding]:
    """Each mention of a letter by a day on which no letter was written, but one near.

    ``lees`` gives the text of a document by its id.
    """
    brieven = {k.datum: k for k in dossier.documenten if _is_letter(k)}
    if not brieven:
        return
    gezien: set[tuple[date, date]] = set()
    for kaart in dossier.documenten:
        if kaart.soort is Soort.LEGENDA or kaart.datum is None:
            continue
        for dag, citaat in _mentions(lees(kaart.id), kaart.datum, regelboek):
            brief = _nearest(dag, brieven, kaart, regelboek)
            if brief is None or brief.datum is None or (dag, brief.datum) in gezien:
                continue
            gezien.add((dag, brief.datum))
            yield make_bevinding(
                regelboek,
                "briefdatum",
                citaat=citaat,
                bestand=brief.bestand.rsplit("/", 1)[-1],
                datum=show_datum(brief.datum),
                document=kaart.id,
                pagina=kaart.pagina_van,
            )


def _is_letter(kaart: Documentkaart) -> bool:
    return kaart.soort is Soort.BRIEF and kaart.datum is not None


def _mentions(
    tekst: str, anker: date, regelboek: Regelboek
) -> Iterator[tuple[date, str]]:
    regels = regelboek.regels("audit", "briefverwijzing")
    for woord in _BRIEF.finditer(tekst):
        venster = tekst[woord.start() : woord.end() + _VENSTER]
        eind = max((_reach(venster, r) for r in regels), default=0)
        if not eind:
            continue
        for d in find_data(venster, anker):
            dag = d.van or d.tot
            if dag and d.precisie is Precisie.DAG and d.begin <= eind and dag <= anker:
                yield dag, " ".join(venster[: d.eind].split())
                break


def _reach(venster: str, regel: Regel) -> int:
    """Where a mention that begins a stretch of text ends; 0 where there is none."""
    raak = regel.vorm.match(klein(venster))
    return raak.end() + 1 if raak else 0


def _nearest(
    dag: date,
    brieven: dict[date | None, Documentkaart],
    kaart: Documentkaart,
    regelboek: Regelboek,
) -> Documentkaart | None:
    """The only letter within a few days of a day on which there is none."""
    if dag in brieven:
        return None
    grens = read_drempel(regelboek, "dagen_vergadering")
    nabij = [
        b
        for d, b in brieven.items()
        if d is not None and abs((d - dag).days) <= grens and b.id != kaart.id
    ]
    return nabij[0] if len(nabij) == 1 else None
