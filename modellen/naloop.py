"""What is public already: files as anyone reads them, and what is wrong with them."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from modellen.persoon import Gegevenssoort, Persoon
    from modellen.plaats import Kader


class Ernst(StrEnum):
    """How grave a finding is, gravest first; a leak can be read by anyone now."""

    LEK = "lek"
    ERNSTIG = "ernstig"
    LET_OP = "let op"

    @property
    def rang(self) -> int:
        """0 for the gravest."""
        return list(Ernst).index(self)


class Schuil(StrEnum):
    """How words are kept from the eye while every program still reads them."""

    ONDER_VLAK = "onder een vlak"
    ONZICHTBAAR = "onzichtbaar"
    NIET_TOEGEPAST = "onder een lakmarkering die nooit is toegepast"
    BUITEN = "buiten de bladzijde"


@dataclass(frozen=True, slots=True, kw_only=True)
class Schuiltekst:
    """Words on a page that a reader does not see.

    ``persoon`` tells that they point out someone who is not a public figure.
    """

    pagina: int
    woorden: str
    hoe: Schuil
    kader: Kader | None = None
    persoon: bool = False


class Bijzaaksoort(StrEnum):
    """Where a file keeps words besides its pages."""

    METADATA = "metadata"
    BIJLAGE = "bijlage"
    OPMERKING = "opmerking"
    KOPPELING = "koppeling"
    BLADWIJZER = "bladwijzer"
    VELD = "formulierveld"
    LAAG = "laag"
    BESCHRIJVING = "beschrijving"
    VERSIE = "oudere versie"
    SCRIPT = "script"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijzaak:
    """Something a file carries besides its pages; ``veld`` names it, such as Author.

    ``persoon`` are the words in it that point out someone who is not a public figure.
    """

    soort: Bijzaaksoort
    veld: str
    woorden: str
    pagina: int | None = None
    persoon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Masker:
    """A place of the text where something was taken out, with the ground if printed.

    ``begin`` and ``eind`` are offsets in the text of the file. Marks that follow each
    other are one.
    """

    begin: int
    eind: int
    grond: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Openbaargegeven:
    """Personal data that anyone can read, and who is meant when that is known."""

    begin: int
    eind: int
    soort: Gegevenssoort
    persoon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vermelding:
    """A readable name in the text of a file, by the id of the person."""

    begin: int
    eind: int
    persoon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Legendaregel:
    """A line of a legend: the ground it explains, and the pages it says it is on."""

    grond: str
    paginas: frozenset[int] | None
    pagina: int


@dataclass(frozen=True, kw_only=True)
class Openbaarstuk:
    """A published file: its text as anyone reads it, page after page.

    ``paginas`` are the offsets at which the pages begin. ``uitgave`` is the release it
    belongs to: the folder or file that was named. ``lijst`` tells that it is a list of
    documents, in which grounds and numbers are no marks and no telephones.
    """

    bestand: str
    uitgave: str
    tekst: str
    paginas: tuple[int, ...]
    schuil: tuple[Schuiltekst, ...] = ()
    bijzaken: tuple[Bijzaak, ...] = ()
    maskers: tuple[Masker, ...] = ()
    gegevens: tuple[Openbaargegeven, ...] = ()
    vermeldingen: tuple[Vermelding, ...] = ()
    legenda: tuple[Legendaregel, ...] = ()
    legendabladen: frozenset[int] = field(default=frozenset())
    beelden: tuple[int, ...] = ()
    lijst: bool = False

    def pagina(self, positie: int) -> int:
        """The page, from 1, of a place in the text."""
        return max(1, bisect_right(self.paginas, positie))

    def regel(self, positie: int) -> tuple[int, int]:
        """Begin and end of the printed line that holds a place in the text."""
        begin = self.tekst.rfind("\n", 0, positie) + 1
        eind = self.tekst.find("\n", positie)
        return begin, len(self.tekst) if eind < 0 else eind

    def woorden(self, begin: int, eind: int, rand: int = 50) -> str:
        """The literal words of a stretch with what stands around it, on one line."""
        van, tot = max(0, begin - rand), min(len(self.tekst), eind + rand)
        while van > 0 and not self.tekst[van - 1].isspace():
            van -= 1
        while tot < len(self.tekst) and not self.tekst[tot].isspace():
            tot += 1
        return " ".join(self.tekst[van:tot].split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Vindplaats:
    """A source of a finding: file, page, and the literal words that stand there."""

    bestand: str
    woorden: str
    pagina: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Naloopbevinding:
    """Something wrong with what is public.

    ``wat`` and ``advies`` are plain Dutch; literal words stand in ``bronnen`` only.
    ``vervanging`` is the reason by which DiWoo lets a published file be replaced.
    """

    soort: str
    titel: str
    ernst: Ernst
    wat: str
    advies: str
    bronnen: tuple[Vindplaats, ...]
    vervanging: str | None = None

    def __post_init__(self) -> None:
        if not self.bronnen:
            raise ValueError("a finding has a source")

    @property
    def id(self) -> str:
        """The same for the same kind at the same places."""
        delen = [
            self.soort,
            *(f"{b.bestand}|{b.pagina}|{b.woorden}" for b in self.bronnen),
        ]
        return "n" + hashlib.sha256("\n".join(delen).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True, kw_only=True)
class Naloopdossier:
    """All published files together, with the people that any of them names."""

    stukken: tuple[Openbaarstuk, ...]
    personen: tuple[Persoon, ...]
