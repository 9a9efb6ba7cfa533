"""The same paper twice: byte for byte, or once in Word and once in print."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.audit.melding import join_woorden, make_bevinding
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from modellen.bevinding import Bevinding
    from modellen.dossier import Documentkaart, Dossier
    from pipeline.rulebook import Regelboek

_WOORD = re.compile(r"[a-z0-9]+")


def check_dubbel(dossier: Dossier, regelboek: Regelboek) -> Iterator[Bevinding]:
    """Files with the same content under two names."""
    groepen: dict[str, dict[str, Documentkaart]] = {}
    for kaart in dossier.documenten:
        groepen.setdefault(kaart.sha256, {}).setdefault(kaart.bestand, kaart)
    for groep in groepen.values():
        if len(groep) > 1:
            yield _report("dubbel", list(groep.values()), regelboek)


def check_tweeling(dossier: Dossier, regelboek: Regelboek) -> Iterator[Bevinding]:
    """The same paper as two kinds of file, by name or by title, kind and day."""
    gezien: set[frozenset[str]] = set()
    for sleutel in (_by_name, _by_title):
        groepen: dict[Hashable, dict[str, Documentkaart]] = {}
        for kaart in dossier.documenten:
            if (naam := sleutel(kaart)) is not None:
                groepen.setdefault(naam, {}).setdefault(kaart.bestand, kaart)
        for groep in groepen.values():
            formaten = {_extension(b) for b in groep}
            paar = frozenset(groep)
            if len(groep) == len(formaten) > 1 and paar not in gezien:
                gezien.add(paar)
                yield _report("tweeling", list(groep.values()), regelboek)


def _by_name(kaart: Documentkaart) -> Hashable:
    naam = kaart.bestand.rsplit("/", 1)[-1].rpartition(".")[0]
    woorden = tuple(_WOORD.findall(klein(naam)))
    return woorden if len(woorden) > 1 and _is_whole(kaart) else None


def _by_title(kaart: Documentkaart) -> Hashable:
    if not kaart.titel or kaart.datum is None or not _is_whole(kaart):
        return None
    return klein(kaart.titel), kaart.datum, kaart.soort


def _is_whole(kaart: Documentkaart) -> bool:
    """A file by itself: no part and no attachment."""
    return kaart.ouder is None


def _extension(bestand: str) -> str:
    return klein(bestand.rpartition(".")[2])


def _report(
    regel: str, kaarten: list[Documentkaart], regelboek: Regelboek
) -> Bevinding:
    return make_bevinding(
        regelboek,
        regel,
        aantal=len(kaarten),
        bestanden=join_woorden([f"'{k.bestand}'" for k in kaarten]),
        document=kaarten[-1].id,
    )
