"""A request from day to day: begin it, extend it, and say where it stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from modellen.lakblad import Keuze
from modellen.woodossier import Woodossier, Zienswijze, Zienswijzestatus
from pipeline.bestanden import write_whole
from pipeline.errors import GebruikError
from pipeline.lakken.lakblad import read_lakblad
from pipeline.lakken.termijn import TERMIJNEN, find_termijn, is_awaited
from pipeline.lakken.woodossier import NAAM, load_dossier, save_dossier
from pipeline.pdf.legenda import load_grondslagen
from pipeline.rulebook import Regelboek
from pipeline.writers.stand import Standregel, make_stand

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from modellen.lakblad import Lakblad
    from modellen.woodossier import Reactie, Termijn
    from pipeline.settings import Instellingen

LAKBLAD = "lakblad.xlsx"
STAND = "stand.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where requests stand, and the page on which that can be seen."""

    pad: Path
    regels: tuple[Standregel, ...]


def begin_dossier(
    dossier: Woodossier, instellingen: Instellingen
) -> tuple[Path, Termijn]:
    """Begin a request in the output folder; gives its file and its term.

    Raises ``GebruikError`` when one was begun there already: nothing is overwritten.
    """
    map_ = instellingen.uitvoer
    if (map_ / NAAM).exists():
        raise GebruikError(
            f"In {map_} staat al een verzoek. Kies met --uitvoer een andere map."
        )
    pad = save_dossier(dossier, map_)
    regelboek = Regelboek(instellingen.regels)
    return pad, find_termijn(dossier, instellingen.datum, regelboek)


def extend_term(reden: str, instellingen: Instellingen) -> Termijn:
    """Extend the term by two weeks, once, with the reason (Woo art. 4.4 lid 2).

    Raises ``GebruikError`` when that was done before or the first term has ended.
    """
    dossier = need_dossier(instellingen.uitvoer)
    regelboek = Regelboek(instellingen.regels)
    if dossier.verdaagd is not None:
        raise GebruikError(
            f"De termijn is al verdaagd, op {dossier.verdaagd:%d-%m-%Y}. Dat kan één "
            "keer (artikel 4.4, tweede lid, van de Woo)."
        )
    termijn = find_termijn(dossier, instellingen.datum, regelboek)
    if termijn.dagen < 0:
        raise GebruikError(
            f"De termijn is op {termijn.uiterlijk:%d-%m-%Y} verstreken; verdagen kan "
            "alleen daarvoor (artikel 4.4, tweede lid, van de Woo)."
        )
    nieuw = replace(dossier, verdaagd=instellingen.datum, verdaging_reden=reden)
    save_dossier(nieuw, instellingen.uitvoer)
    return find_termijn(nieuw, instellingen.datum, regelboek)


def need_dossier(map_: Path) -> Woodossier:
    """The request of a folder; raises ``GebruikError`` when there is none."""
    dossier = load_dossier(map_)
    if dossier is None:
        raise GebruikError(
            f"In {map_} staat geen verzoek. Begin met 'verwerk woo nieuw NAAM "
            "--verzoek … --ontvangen …', of wijs met --uitvoer de map aan."
        )
    return dossier


def ask_view(
    map_: Path,
    partij: str,
    documenten: Sequence[str],
    dag: date,
    regelboek: Regelboek,
    weken: int | None = None,
) -> Zienswijze:
    """Note that a third party is asked for its view, and until when it may answer."""
    dossier = need_dossier(map_)
    if any(z.partij == partij and is_awaited(z, dag) for z in dossier.zienswijzen):
        raise GebruikError(
            f"Aan {partij} is al een zienswijze gevraagd; die loopt nog."
        )
    termijn = weken or regelboek.tabel(TERMIJNEN)["termijn"]["zienswijze"]
    zienswijze = Zienswijze(
        partij=partij,
        documenten=tuple(documenten),
        gevraagd=dag,
        termijn=dag + timedelta(weeks=termijn),
    )
    save_dossier(replace(dossier, zienswijzen=(*dossier.zienswijzen, zienswijze)), map_)
    return zienswijze


def note_answer(
    map_: Path, partij: str, dag: date, reacties: Sequence[Reactie], *, bezwaar: bool
) -> None:
    """Note that a view came in; raises ``GebruikError`` when none was asked."""
    dossier = need_dossier(map_)
    if not any(z.partij == partij for z in dossier.zienswijzen):
        raise GebruikError(
            f"Aan {partij} is geen zienswijze gevraagd. Vraag die eerst met "
            "'verwerk woo zienswijze LAKBLAD --partij …'."
        )
    zienswijzen = tuple(
        replace(
            z,
            status=Zienswijzestatus.ONTVANGEN,
            ontvangen=dag,
            bezwaar=bezwaar,
            reacties=tuple(reacties),
        )
        if z.partij == partij
        else z
        for z in dossier.zienswijzen
    )
    save_dossier(replace(dossier, zienswijzen=zienswijzen), map_)


def lapse_views(map_: Path, vandaag: date) -> Woodossier | None:
    """The request with every term that has lapsed noted as such."""
    dossier = load_dossier(map_)
    if dossier is None:
        return None
    zienswijzen = tuple(
        replace(z, status=Zienswijzestatus.VERSTREKEN)
        if z.status is Zienswijzestatus.GEVRAAGD and z.termijn < vandaag
        else z
        for z in dossier.zienswijzen
    )
    if zienswijzen != dossier.zienswijzen:
        dossier = replace(dossier, zienswijzen=zienswijzen)
        save_dossier(dossier, map_)
    return dossier


def show_stand(mappen: Sequence[Path], instellingen: Instellingen) -> Stand:
    """Where the requests of some folders stand; written as a page as well."""
    regelboek = Regelboek(instellingen.regels)
    regels = tuple(
        _stand_of(map_, instellingen.datum, regelboek)
        for map_ in _find_dossiers(mappen or [instellingen.uitvoer])
    )
    if not regels:
        raise GebruikError(
            "Er is nog geen verzoek. Begin met 'verwerk woo nieuw NAAM --verzoek … "
            "--ontvangen …'."
        )
    doel = instellingen.uitvoer / STAND
    write_whole(doel, make_stand(regels, instellingen.datum).encode())
    return Stand(pad=doel, regels=regels)


def _find_dossiers(mappen: Sequence[Path]) -> list[Path]:
    """The folders with a request: those given, else one level below them."""
    gevonden: list[Path] = []
    for map_ in mappen:
        if (map_ / NAAM).is_file() or (map_ / LAKBLAD).is_file():
            gevonden.append(map_)
        elif map_.is_dir():
            gevonden += sorted(p.parent for p in map_.glob(f"*/{NAAM}"))
    return gevonden


def _stand_of(map_: Path, vandaag: date, regelboek: Regelboek) -> Standregel:
    dossier = lapse_views(map_, vandaag)
    pad = map_ / LAKBLAD
    blad = read_lakblad(pad, load_grondslagen(regelboek)) if pad.exists() else None
    termijn = find_termijn(dossier, vandaag, regelboek) if dossier else None
    return Standregel(
        naam=dossier.naam if dossier else map_.name,
        termijn=termijn,
        zienswijzen=dossier.zienswijzen if dossier else (),
        vrijgegeven=(map_ / "vrijgave").is_dir(),
        **_count(blad),
    )


def _count(blad: Lakblad | None) -> dict[str, Any]:
    if blad is None:
        return {}
    gewoon = [r for r in blad.regels if not r.passage]
    per_grond = Counter(r.grond for r in blad.regels if r.keuze is not Keuze.NIET)
    return {
        "documenten": len(blad.documenten),
        "bladzijden": sum(
            (d.pagina_tot or 1) - (d.pagina_van or 1) + 1 for d in blad.documenten
        ),
        "markeringen": len(gewoon),
        "onbeslist": sum(r.keuze is Keuze.OPEN for r in gewoon),
        "voor_een_mens": sum(r.passage and r.keuze is Keuze.OPEN for r in blad.regels),
        "per_grond": tuple(sorted(per_grond.items())),
        "dubbel": sum(bool(d.dubbel_van) for d in blad.documenten),
    }
