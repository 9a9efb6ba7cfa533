"""People, not strings: mentions of one person in a dossier become one record."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.taal.namen.naam import Naam, fold_name
from pipeline.taal.namen.vorm import distance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipeline.extraction.persoonsgegevens.rollenboek import Rol
    from pipeline.extraction.persoonsgegevens.treffer import Treffer

_AANGESPROKEN = {"naam.begroeting", "naam.groet"}
"""Where a letter calls people by a first name: ``Beste Lea`` is to L. Kolk."""

_KORT = 5
_ZWAK = 0.65  # a surname on a list only: it tells nothing of other places


@dataclass(slots=True, eq=False)
class Wie:
    """A person in the making."""

    sleutel: str
    namen: list[Naam] = field(default_factory=list)
    treffers: list[Treffer] = field(default_factory=list)
    adressen: list[Naam] = field(default_factory=list)
    rol: Rol | None = None
    functie: str | None = None
    openbaar: bool | None = None
    bevestigen: bool = False
    reden: str = ""
    geslachten: set[str] = field(default_factory=set)
    standen: set[bool] = field(default_factory=set)
    plekken: dict[int, list[int]] = field(default_factory=dict)

    @property
    def roepnamen(self) -> set[str]:
        """The first names this person is called by."""
        return {n.roepnaam for n in (*self.namen, *self.adressen) if n.roepnaam}

    @property
    def letters(self) -> set[str]:
        """The first letters of first names and initials."""
        return {n.letter for n in (*self.namen, *self.adressen) if n.letter}

    @property
    def kernen(self) -> set[str]:
        """The surnames, particles left out."""
        return {n.kern for n in self.namen if n.kern}

    def fits(self, naam: Naam) -> bool:
        """Whether first name or initials can be of this person."""
        if not naam.letter or not self.letters:
            return True
        if naam.roepnaam and self.roepnamen:
            return any(_same_first(naam.roepnaam, r) for r in self.roepnamen) or any(
                naam.roepnaam == fold_name(woord)
                for n in self.namen
                for woord in n.voornaam.split()[1:]
            )
        return naam.letter in self.letters

    def bare(self, naam: Naam) -> bool:
        """Whether this person or a name of the same surname has no particle."""
        return not naam.voegsel or any(
            not n.voegsel for n in self.namen if n.kern == naam.kern
        )

    def is_named_in(self, blad: int) -> bool:
        """Whether a document of the dossier names this person."""
        return blad in self.plekken

    def add(self, treffer: Treffer) -> None:
        """Count a mention."""
        self.treffers.append(treffer)
        insort(self.plekken.setdefault(treffer.blad, []), treffer.begin)
        if treffer.geslacht:
            self.geslachten.add(treffer.geslacht)
        if treffer.rol and not treffer.rol.naast_ambt:
            self.standen.add(treffer.rol.openbaar)
        elif treffer.elders:
            self.standen.add(False)
        if treffer.naam not in self.namen:
            self.namen.append(treffer.naam)


def _same_first(een: str, twee: str) -> bool:
    if een == twee or een.startswith(twee) or twee.startswith(een):
        return True
    return min(len(een), len(twee)) > _KORT and distance(een, twee, 1) <= 1


class Personen:
    """The people of a dossier, to look up by surname and first name."""

    def __init__(self) -> None:
        self.alle: list[Wie] = []
        self._achternaam: dict[str, list[Wie]] = defaultdict(list)
        self._kern: dict[str, list[Wie]] = defaultdict(list)
        self._roepnaam: dict[str, list[Wie]] = defaultdict(list)
        self._los: dict[tuple[int, str], Wie] = {}
        self._voorletter: dict[tuple[int, str], list[Wie]] = defaultdict(list)
        self.van: dict[int, Wie] = {}

    def by_surname(self, naam: Naam) -> list[Wie]:
        """People whose surname is this one, with or without particle.

        With another particle it is someone else: Ter Horst is no Van der Horst.
        """
        zelfde = self._achternaam.get(naam.sleutel)
        return zelfde or [w for w in self._kern.get(naam.kern, []) if w.bare(naam)]

    def knows(self, woord: str) -> bool:
        """Whether a word is the surname or first name of someone."""
        kern = fold_name(woord)
        return kern in self._kern or kern in self._roepnaam or kern in self._achternaam

    def by_first(self, naam: str) -> list[Wie]:
        """People called by a folded first name."""
        return self._roepnaam.get(naam, [])

    def by_initial(self, treffer: Treffer) -> list[Wie]:
        """Who a bare first name by which a letter calls someone can only be of.

        The one whose surname the document gives with that initial, and no first name.
        """
        naam = treffer.naam
        if treffer.regel not in _AANGESPROKEN or naam.voegsel:
            return []
        letter = naam.letter or naam.kern[:1]
        zelfde = self._voorletter.get((treffer.blad, letter), ())
        wie = [w for w in dict.fromkeys(zelfde) if w.treffers and not w.roepnamen]
        return wie if len(wie) == 1 else []

    def new(self, sleutel: str) -> Wie:
        """A person nobody spoke of before."""
        wie = Wie(sleutel)
        self.alle.append(wie)
        return wie

    def link(self, treffer: Treffer, wie: Wie) -> None:
        """Say of whom a mention is."""
        wie.add(treffer)
        self.van[id(treffer)] = wie
        if treffer.naam.letter and not treffer.naam.roepnaam:
            self._voorletter[treffer.blad, treffer.naam.letter].append(wie)
        if treffer.naam.letter or treffer.gewicht > _ZWAK or treffer.rol:
            self._index(wie, treffer.naam)
        else:
            self._los.setdefault((treffer.blad, treffer.naam.sleutel), wie)

    def named_alike(self, treffer: Treffer) -> list[Wie]:
        """Who has the same bare surname on a list of the same document."""
        wie = self._los.get((treffer.blad, treffer.naam.sleutel))
        return [wie] if wie is not None and wie.treffers else []

    def link_address(self, naam: Naam, wie: Wie) -> None:
        """Say whose an e-mail address is."""
        if naam not in wie.adressen:  # a text may hold one address a thousand times
            wie.adressen.append(naam)
        self._index(wie, naam)

    def _index(self, wie: Wie, naam: Naam) -> None:
        for tabel, sleutel in (
            (self._achternaam, naam.sleutel),
            (self._kern, naam.kern),
            (self._roepnaam, naam.roepnaam),
        ):
            if sleutel and wie not in tabel[sleutel]:
                tabel[sleutel].append(wie)
        for deel in naam.achternaam.split("-")[:-1] if "-" in naam.achternaam else ():
            self._kern[fold_name(deel)].append(wie)

    def merge(self, van: Wie, naar: Wie) -> None:
        """Count all of one person as another."""
        for treffer in van.treffers:
            self.link(treffer, naar)
        for adres in van.adressen:
            self.link_address(adres, naar)
        for naam in (*van.namen, *van.adressen):
            for lijst in self._lists(naam):
                if van in lijst:
                    lijst.remove(van)
        self.alle.remove(van)
        van.treffers = []

    def _lists(self, naam: Naam) -> Iterator[list[Wie]]:
        """The lists in which a person with a name can stand."""
        yield self._achternaam[naam.sleutel]
        yield self._roepnaam[naam.roepnaam]
        for deel in (naam.kern, *map(fold_name, naam.achternaam.split("-"))):
            yield self._kern[deel]


def group(treffers: Iterable[Treffer], personen: Personen) -> None:
    """Bring accepted mentions under people: full names first, then what is shorter."""
    rest = [t for t in treffers if id(t) not in personen.van]
    vol = [t for t in rest if t.naam.achternaam and t.naam.letter]
    for treffer in sorted(vol, key=lambda t: len(t.naam.kern) == 1):
        _place(treffer, personen)
    for treffer in rest:
        if treffer.naam.achternaam and not treffer.naam.letter:
            _place_surname(treffer, personen)
    for treffer in rest:
        if not treffer.naam.achternaam:
            _place_first(treffer, personen)


def _place(treffer: Treffer, personen: Personen) -> None:
    naam = treffer.naam
    kandidaten = [
        w
        for w in personen.by_surname(naam) or _by_first_letters(naam, personen)
        if w.fits(naam) and _no_clash(treffer, w)
    ]
    personen.link(treffer, kandidaten[0] if kandidaten else personen.new(naam.sleutel))


def _by_first_letters(naam: Naam, personen: Personen) -> list[Wie]:
    """Who ``Sanne K.`` can be: called Sanne, with a surname that begins so."""
    if len(naam.kern) > 1:
        return []
    return [
        w
        for w in personen.by_first(naam.roepnaam)
        if any(k.startswith(naam.kern) for k in w.kernen)
    ]


def _no_clash(treffer: Treffer, wie: Wie) -> bool:
    """Whether a mention and a person are not of different standing or gender.

    Only a first name or initials bridge a difference of role.
    """
    if treffer.geslacht and wie.geslachten and treffer.geslacht not in wie.geslachten:
        return False
    if treffer.rol is None or treffer.rol.naast_ambt or treffer.naam.letter:
        brug = treffer.naam.letter and wie.letters
        return bool(brug) or not treffer.elders or wie.standen != {True}
    return not wie.standen or treffer.rol.openbaar in wie.standen


def _place_surname(treffer: Treffer, personen: Personen) -> None:
    zelfde = (
        personen.by_surname(treffer.naam)
        or personen.named_alike(treffer)
        or _by_unlisted_first(treffer.naam, personen)
        or (not treffer.naam.letter and personen.by_initial(treffer))
        or []
    )
    kandidaten = [w for w in zelfde if _no_clash(treffer, w)]
    if not kandidaten:
        wie = personen.new(treffer.naam.sleutel)
    else:
        wie = _nearest(treffer, kandidaten)
    personen.link(treffer, wie)


def _by_unlisted_first(naam: Naam, personen: Personen) -> list[Wie]:
    """Who is called by a word that was taken for a surname: no list knows it."""
    return [] if naam.voegsel else personen.by_first(naam.kern)


def _nearest(treffer: Treffer, kandidaten: list[Wie]) -> Wie:
    """Who shares the role, else who was named last before in the same document."""
    if len(kandidaten) == 1:
        return kandidaten[0]
    if treffer.rol:
        zelfde = [
            w for w in kandidaten if any(t.rol is treffer.rol for t in w.treffers)
        ]
        kandidaten = zelfde or kandidaten

    def afstand(wie: Wie) -> tuple[int, int]:
        plekken = wie.plekken.get(treffer.blad, [])
        i = bisect_left(plekken, treffer.begin)
        if i:
            return 0, treffer.begin - plekken[i - 1]
        return (1, plekken[0]) if plekken else (2, 0)

    return min(kandidaten, key=afstand)


def _place_first(treffer: Treffer, personen: Personen) -> None:
    kandidaten = (
        personen.by_first(treffer.naam.roepnaam)
        or personen.by_initial(treffer)
        or _by_surname_alone(treffer, personen)
    )
    if kandidaten:
        wie = _nearest(treffer, kandidaten)
    else:
        wie = personen.new(treffer.naam.roepnaam)
    personen.link(treffer, wie)


def _by_surname_alone(treffer: Treffer, personen: Personen) -> list[Wie]:
    """Who has for a surname what a list knows as a first name: ``Minh Martina``.

    Not whom a letter greets so: that is a first name.
    """
    if treffer.regel in _AANGESPROKEN:
        return []
    naam = Naam(achternaam=treffer.naam.voornaam)
    return [w for w in personen.by_surname(naam) if _no_clash(treffer, w)]
