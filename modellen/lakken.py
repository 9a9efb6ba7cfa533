"""Marks: what must go from a page, on which ground, and what was done about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modellen.plaats import Kader


@dataclass(frozen=True, slots=True, kw_only=True)
class Lakvlak:
    """One mark on one page.

    ``pagina`` counts from 1. ``kaders`` are frames in points from the top left of the
    page as shown: with ``tekst`` the lines in which those literal words stand, without
    it the areas of which everything goes. ``grond`` is the code, such as ``5.1.2e``; a
    mark that stood in the source (``uit_bron``) may have none.
    """

    pagina: int
    grond: str
    tekst: str | None = None
    kaders: tuple[Kader, ...] = ()
    uit_bron: bool = False

    def __post_init__(self) -> None:
        if self.pagina < 1 or not (self.grond or self.uit_bron):
            raise ValueError("a mark has a page, from 1, and a ground")
        if not self.kaders and not (self.tekst and self.tekst.strip()):
            raise ValueError("a mark has words or an area")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lakopties:
    """How marks are shown: the code or the letter of the ground; the grid in points."""

    opschriften: dict[str, str]
    uitleg: dict[str, str]
    rooster: float = 1.0

    def __post_init__(self) -> None:
        if self.rooster <= 0:
            raise ValueError("the grid has a step")


@dataclass(frozen=True, slots=True, kw_only=True)
class Geplaatst:
    """A box that was painted: page, frame from the top left, and its ground.

    A box that slants has its corners in ``hoeken``, in the same points as its frame.
    """

    pagina: int
    kader: Kader
    grond: str
    hoeken: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gerasterd:
    """A page that became a picture, and why.

    ``ongelezen`` tells that its text could not be trusted and not be read anew either:
    nobody can say that no name is left in the picture.
    """

    pagina: int
    reden: str
    ongelezen: bool = False


class Leksoort(StrEnum):
    """How a source showed less than it held."""

    ONDER_VLAK = "tekst of beeld onder een dekkend vlak"
    NIET_TOEGEPAST = "een lakmarkering die nooit is toegepast"
    DONKERE_MARKERING = "een donkere aantekening over leesbare tekst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bronlek:
    """A place where the source showed less than it held; it was taken out.

    ``kader`` is a frame in points from the top left of the page as shown. ``vlak``
    tells that a dark box without a ground of its own stands there.
    """

    pagina: int
    soort: Leksoort
    kader: Kader
    vlak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lakuitslag:
    """What an engine did with the marks of a document.

    ``vervangend`` tells that words were dropped that the source gave to be read in
    place of letters that went.
    """

    geplaatst: Sequence[Geplaatst]
    gerasterd: tuple[Gerasterd, ...] = ()
    bronlekken: tuple[Bronlek, ...] = ()
    vervangend: bool = False


class Grondsoort(StrEnum):
    """How a ground is applied: unweighed, weighed, for a time, as a last resort."""

    ABSOLUUT = "absoluut"
    RELATIEF = "relatief"
    TIJDELIJK = "tijdelijk"
    RESTGROND = "restgrond"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grondslag:
    """A ground of the Woo (chapter 5) on which information stays closed.

    ``letter`` is its letter in the scheme A to S, ``vws`` its code on the platform of
    VWS; both are ``None`` where there is none. ``kort`` is its name, ``tekst`` what it
    protects.
    """

    code: str
    letter: str | None
    artikel: str
    soort: Grondsoort
    kort: str
    tekst: str
    vws: str | None = None

    def __post_init__(self) -> None:
        if not self.code or not self.artikel or not self.tekst:
            raise ValueError("a ground has a code, an article and a description")


@dataclass(frozen=True, slots=True, kw_only=True)
class Controle:
    """One check of a redacted file: what was looked for, and whether it holds.

    ``toelichting`` says in plain Dutch what was found and where; never the words
    themselves.
    """

    naam: str
    geslaagd: bool
    toelichting: str
    pagina: int | None = None
