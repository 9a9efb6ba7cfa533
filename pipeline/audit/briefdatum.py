"""A letter that another paper dates otherwise than the letter dates itself."""

from __future__ import annotations

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
    from pipeline.rulebook import Regelboek

_VENSTER = 40


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
    laag = klein(tekst)
    for regel in regelboek.regels("audit", "briefverwijzing"):
        for raak in regel.find(laag):
            venster = tekst[raak.start() : raak.end() + _VENSTER]
            for d in find_data(venster, anker):
                dag = d.van or d.tot
                dichtbij = d.begin <= raak.end() - raak.start() + 1
                if dag and d.precisie is Precisie.DAG and dichtbij and dag <= anker:
                    yield dag, " ".join(venster[: d.eind].split())
                    break


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
