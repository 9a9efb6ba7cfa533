"""Checks on an action over time: who says what, and what a list brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.afspraak import RIJ_ZONDER_STAND
from pipeline.audit.melding import make_bevinding, shorten
from pipeline.taal.letters import klein
from pipeline.taal.woorden import content_words, overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from modellen.afgifte import Terugkeer
    from modellen.afspraak import Actie
    from modellen.bevinding import Bevinding
    from modellen.dossier import Dossier
    from modellen.stuk import Stuk
    from pipeline.rulebook import Regelboek

_GELIJK = 0.999
_REGEL = 90
_MELDINGEN = {
    "overgenomen": "lijst_overgenomen",
    "geschil": "lijst_geschil",
    "onbekend": "lijst_status",
    "weg": "lijst_weg",
}


def check_elders(stuk: Stuk, regelboek: Regelboek) -> Iterator[Bevinding]:
    """An action in the text and its row in the list that differ."""
    for actie in stuk.acties:
        for ander in actie.elders if actie.is_rij else ():
            yield from _compare(actie, ander, "dit stuk", regelboek)


def check_vermeldingen(dossier: Dossier, regelboek: Regelboek) -> Iterator[Bevinding]:
    """An action that the next document gives to someone else, or words otherwise."""
    bestanden = {k.id: k.bestand for k in dossier.documenten}
    for g in dossier.acties:
        laatste = g.vermeldingen[-1].actie if g.vermeldingen else None
        gezien = {_plain(laatste)} if laatste else set()
        for v in g.vermeldingen[:-1]:
            waar = bestanden.get(v.actie.herkomst.document)
            if laatste is None or waar is None or _plain(v.actie) in gezien:
                continue
            gezien.add(_plain(v.actie))
            yield from _compare(laatste, v.actie, f"'{waar}'", regelboek, g.nummer)


def check_onbekende_status(stuk: Stuk, regelboek: Regelboek) -> Iterator[Bevinding]:
    """Rows of a list with a status that nobody knows."""
    onbekend = [a for a in stuk.acties if a.herkomst.regel == RIJ_ZONDER_STAND]
    for actie in onbekend:
        yield make_bevinding(
            regelboek,
            "status_onbekend",
            status=(actie.stand_van_zaken or "").split(";")[0],
            actie=shorten(actie.omschrijving, _REGEL),
            document=stuk.document.id,
            pagina=actie.herkomst.pagina,
        )


def report_terugkeer(
    terug: Iterable[Terugkeer], regelboek: Regelboek
) -> tuple[Bevinding, ...]:
    """What became of the changes in lists that came back, as findings."""
    return tuple(
        make_bevinding(
            regelboek,
            _MELDINGEN[t.uitkomst],
            nummer=t.nummer,
            veld=t.veld,
            hier=t.hier,
            nu=t.nu,
            document=t.document,
        )
        for t in terug
    )


def _compare(
    actie: Actie, ander: Actie, waar: str, regelboek: Regelboek, nummer: str = ""
) -> Iterator[Bevinding]:
    plek = {"document": actie.herkomst.document, "pagina": actie.herkomst.pagina}
    wat = f"{nummer} '{shorten(actie.omschrijving, _REGEL)}'".strip()
    if actie.actiehouders and ander.actiehouders and _owners(actie) != _owners(ander):
        yield make_bevinding(
            regelboek,
            "actie_houder",
            actie=wat,
            waar=waar,
            hier=", ".join(actie.actiehouders),
            daar=", ".join(ander.actiehouders),
            verwacht=", ".join(ander.actiehouders),
            gevonden=", ".join(actie.actiehouders),
            **plek,
        )
    if actie.termijn and ander.termijn and actie.termijn != ander.termijn:
        yield make_bevinding(
            regelboek,
            "actie_termijn",
            actie=wat,
            waar=waar,
            hier=f"{actie.termijn:%d-%m-%Y}",
            daar=f"{ander.termijn:%d-%m-%Y}",
            **plek,
        )
    woorden = content_words(actie.omschrijving), content_words(ander.omschrijving)
    if overlap(*woorden) < _GELIJK or len(woorden[0]) != len(woorden[1]):
        yield make_bevinding(
            regelboek,
            "actie_woorden",
            actie=wat,
            waar=waar,
            daar=shorten(ander.omschrijving, _REGEL),
            **plek,
        )


def _owners(actie: Actie) -> frozenset[str]:
    """The owners as words, so that "gem. Hoorn" is "gemeente Hoorn"."""
    leeg = {"gemeente", "gem", "de", "het", "van", "heer", "mevrouw", "dhr", "mw", "en"}
    woorden = klein(" ".join(actie.actiehouders)).replace(".", " ").split()
    return frozenset(w.strip(",;()") for w in woorden) - leeg


def _plain(actie: Actie) -> str:
    return f"{klein(actie.omschrijving)} {sorted(_owners(actie))} {actie.termijn}"
