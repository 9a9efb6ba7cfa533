"""Who stays readable: what a person decided, the role in the text, the list."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from modellen.persoon import Persoonsbesluit
    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.personen import Personen, Wie
    from pipeline.extraction.persoonsgegevens.rollenboek import Bestuurder
    from pipeline.extraction.persoonsgegevens.treffer import Blad

_ONBEKEND = "geen functie bekend; standaard gelakt"


def decide(
    personen: Personen,
    bladen: Sequence[Blad],
    kennis: Kennis,
    besluiten: Sequence[Persoonsbesluit] = (),
) -> None:
    """Give every person a role, and say whether the name stays readable.

    What a person decided goes before the role in the text, that before the list.
    """
    per_naam: dict[str, list[Persoonsbesluit]] = defaultdict(list)
    for besluit in besluiten:
        per_naam[klein(besluit.naam)].append(besluit)
    for wie in personen.alle:
        _by_role(wie)
        if wie.rol is None:
            _by_list(wie, bladen, kennis)
        _by_person(wie, per_naam)


def _by_role(wie: Wie) -> None:
    """Give the role that most mentions tell.

    It is to be confirmed where an official's role stands beside an office, and where
    only a surname holds the office: who is named in full may be a namesake.
    """
    rollen = [t for t in wie.treffers if t.rol]
    openbaar = [t for t in rollen if t.rol and t.rol.openbaar]
    ambtelijk = [t for t in rollen if t.rol and not t.rol.openbaar]
    if not rollen:
        wie.openbaar, wie.reden = None, _ONBEKEND
        return
    keuze = openbaar or ambtelijk
    telling = Counter(t.rol.id for t in keuze if t.rol)
    beste = max(keuze, key=lambda t: (telling[t.rol.id if t.rol else ""], -t.begin))
    wie.rol, wie.functie = beste.rol, beste.functie
    if beste.rol:
        wie.openbaar = beste.rol.openbaar
        wie.reden = beste.rol.uitleg
        sterk = [t for t in ambtelijk if t.rol and not t.rol.bevestigen]
        kaal = bool(wie.letters) and not any(t.naam.letter for t in openbaar)
        kaal = kaal or not wie.kernen <= {t.naam.kern for t in openbaar}
        wie.bevestigen = beste.rol.bevestigen or bool(openbaar and (sterk or kaal))


def _by_list(wie: Wie, bladen: Sequence[Blad], kennis: Kennis) -> None:
    """Look someone without a role up among the office holders the organisation lists.

    A whole name counts where the list gives no organisation, or a document that names
    the person names that organisation too. Less is only shown for confirmation: many
    people share a surname and a letter.
    """
    namen = {klein(str(n)) for n in wie.namen if n.achternaam and n.letter}
    vol = [b for n in namen for b in kennis.bestuurders.get(n, ())]
    hier = [b for b in vol if not b.organisatie or _is_named(b, wie, bladen)]
    if hier:
        wie.functie, wie.openbaar, wie.bevestigen = hier[0].functie, True, True
        wie.reden = "staat op de lijst van bestuurders; bevestig dit"
        return
    kort = {(n.sleutel, n.letter) for n in wie.namen if n.achternaam and n.letter}
    lijkt = vol or [b for k in kort for b in kennis.bestuurders_kort.get(k, ())]
    if any(_is_named(b, wie, bladen) for b in lijkt):
        wie.bevestigen = True
        wie.reden = "lijkt op een naam van de lijst van bestuurders; standaard gelakt"


def _is_named(bestuurder: Bestuurder, wie: Wie, bladen: Sequence[Blad]) -> bool:
    """Whether a document that names someone names the organisation of an office."""
    plaats = klein(bestuurder.organisatie)
    for woord in ("gemeente ", "provincie ", "waterschap "):
        plaats = plaats.removeprefix(woord)
    nummers = {t.blad for t in wie.treffers}
    return bool(plaats) and any(plaats in klein(bladen[n].tekst) for n in nummers)


def _by_person(wie: Wie, per_naam: Mapping[str, Sequence[Persoonsbesluit]]) -> None:
    mogelijk = [b for n in wie.namen for b in per_naam.get(klein(str(n)), ())]
    rol = wie.rol.id if wie.rol else None
    passend = [b for b in mogelijk if b.rol == rol]
    if not passend and len({b.rol for b in mogelijk}) != 1:
        return
    gekozen = (passend or mogelijk)[0]
    wie.openbaar, wie.bevestigen = gekozen.openbaar, False
    oordeel = "leesbaar" if gekozen.openbaar else "gelakt"
    wie.reden = f"besloten: {oordeel}"
    if gekozen.door:
        wie.reden += f" (door {gekozen.door})"
