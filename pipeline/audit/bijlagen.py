"""Attachments that are named but stand nowhere in the dossier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.audit.melding import make_bevinding, read_drempel
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.bevinding import Bevinding
    from modellen.dossier import Documentkaart, Dossier
    from pipeline.rulebook import Regelboek

_EXTENSIE = re.compile(r"\.[a-z0-9]{2,5}$")
_WOORD = re.compile(r"[a-z]{2,}|\d{4}")


def check_bijlagen(dossier: Dossier, regelboek: Regelboek) -> Iterator[Bevinding]:
    """Each attachment that is named and that no file or title answers to."""
    beeld = tuple(regelboek.tabel("audit/audit.toml")["bijlagen"]["beeld"])
    for kaart in dossier.documenten:
        aanwezig = {klein(n) for n in kaart.bijlagen}
        for naam in dict.fromkeys(kaart.bijlagen_genoemd):
            if klein(naam) in aanwezig or klein(naam).endswith(beeld):
                continue
            if not _is_found(naam, kaart, dossier, regelboek):
                yield make_bevinding(
                    regelboek,
                    "bijlage_ontbreekt",
                    naam=naam,
                    document=kaart.id,
                    pagina=kaart.pagina_van,
                )


def _is_found(
    naam: str, kaart: Documentkaart, dossier: Dossier, regelboek: Regelboek
) -> bool:
    lijsten = regelboek.tabel("audit/audit.toml")["bijlagen"]
    leeg, soorten = set(lijsten["leeg"]), set(lijsten["soorten"])
    gezocht = _words(naam) - leeg
    if not gezocht:
        return True
    grens = read_drempel(regelboek, "bijlage_gelijk")
    namen = list(kaart.bijlagen)
    for ander in dossier.documenten:
        if ander.id != kaart.id:
            namen += [ander.bestand.rsplit("/", 1)[-1], ander.titel or ""]
    namen += [m.bestand.rsplit("/", 1)[-1] for m in dossier.mislukt]
    if any(_matches(gezocht, _words(n) - leeg, soorten, grens) for n in namen):
        return True
    return any(
        _is_sibling(gezocht, ander, kaart, leeg, soorten)
        for ander in dossier.documenten
    )


def _matches(
    gezocht: set[str], gevonden: set[str], soorten: set[str], grens: float
) -> bool:
    """Whether two names mean one paper: enough words shared, no other kind of paper."""
    gelijk = gezocht & gevonden
    if not gelijk - soorten:
        return bool(gelijk) and gezocht == gevonden
    if gezocht & soorten and gevonden & soorten and not gelijk & soorten:
        return False
    kleinste = min(len(gezocht), len(gevonden))
    if len(gelijk) == kleinste > 1:
        return not (gezocht & soorten) or bool(gelijk & soorten)
    return len(gelijk) >= grens * len(gezocht | gevonden)


def _is_sibling(
    gezocht: set[str],
    ander: Documentkaart,
    kaart: Documentkaart,
    leeg: set[str],
    soorten: set[str],
) -> bool:
    """A part of the same file, of that kind and with a word of its title."""
    if ander.id == kaart.id or ander.bestand != kaart.bestand:
        return False
    soort = set(ander.soort.value.split("_"))
    titel = _words(ander.titel or "") - leeg - soorten
    return bool(soort & gezocht) and bool(titel & (gezocht - soorten))


def _words(naam: str) -> set[str]:
    kaal = _EXTENSIE.sub("", klein(naam).strip())
    return set(_WOORD.findall(kaal))
