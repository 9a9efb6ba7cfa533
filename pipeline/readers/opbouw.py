"""The builder of a document: blocks and cells in, one text with its spans out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from modellen.document import (
    Aanduiding,
    Blok,
    Cel,
    Document,
    Eigenschappen,
    Tabel,
    Vorm,
)
from pipeline.readers.tekens import find_loose

if TYPE_CHECKING:
    from modellen.document import Bron, Pagina
    from modellen.plaats import Plaats


@dataclass(slots=True, kw_only=True)
class _OpenTabel:
    """A table under construction."""

    nummer: int
    blad: str | None
    cellen: list[Cel] = field(default_factory=list)
    rij: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Notitie:
    """What a person wrote beside words of the source, and who, where that is told."""

    tekst: str = ""
    wie: str = ""


class Bouwer:
    """Appends blocks, tables and cells to one text and gives the finished document."""

    def __init__(self, bron: Bron) -> None:
        self._bron = bron
        self._stukken: list[str] = []
        self._lengte = 0
        self._blokken: list[Blok] = []
        self._tabellen: list[Tabel] = []
        self._open: list[_OpenTabel] = []
        self._begin: list[int] = []
        self._aantal = 0
        self._vers = True
        self._aangeduid: list[Aanduiding] = []

    def blok(self, tekst: str, plaats: Plaats, **kenmerken: Any) -> None:  # noqa: ANN401 (the fields of a Blok, checked there)
        """Append a block on a line of its own; text that is empty leaves no trace."""
        if not tekst:
            return
        if not self._vers:
            self._append("\n")
        if self._begin:
            kenmerken.setdefault("vorm", Vorm.CEL)
        self._blokken.append(
            Blok(tekst=tekst, begin=self._lengte, plaats=plaats, **kenmerken)
        )
        self._append(tekst)
        self._vers = False

    def point_out(
        self, tekst: str, notitie: Notitie, blok: Blok | None = None, vanaf: int = 0
    ) -> bool:
        """Say that a person pointed out words in a block, the last one unless given.

        ``vanaf`` is how many characters stand before them at least, white space not
        counted. Gives whether the words are there.
        """
        blok = blok or self._blokken[-1]
        gevonden = find_loose(blok.tekst, tekst, vanaf) or find_loose(blok.tekst, tekst)
        if gevonden is None:
            return False
        begin, eind = (blok.begin + plek for plek in gevonden)
        self._aangeduid.append(
            Aanduiding(begin=begin, eind=eind, notitie=notitie.tekst, wie=notitie.wie)
        )
        return True

    @property
    def aantal_blokken(self) -> int:
        """The number of blocks so far."""
        return len(self._blokken)

    def blocks_since(self, nummer: int) -> list[Blok]:
        """The blocks appended after the first ``nummer``."""
        return self._blokken[nummer:]

    def open_tabel(self, blad: str | None = None) -> int:
        """Begin a table, also inside a cell of another; gives its number."""
        self._aantal += 1
        self._open.append(_OpenTabel(nummer=self._aantal, blad=blad))
        return self._aantal

    def open_cel(self, rij: int) -> None:
        """Begin a cell: on a new line in a new row, behind a tab in the same row."""
        tabel = self._open[-1]
        if rij == tabel.rij:
            self._append("\t")
        elif not self._vers:
            self._append("\n")
        tabel.rij = rij
        self._vers = True
        self._begin.append(self._lengte)

    def close_cel(self, plaats: Plaats, **kenmerken: Any) -> None:  # noqa: ANN401 (the fields of a Cel, checked there)
        """End the cell that was begun last; ``kolom`` is required, spans are not."""
        tabel = self._open[-1]
        kenmerken.setdefault(
            "adres", f"tabel {tabel.nummer} r{tabel.rij} k{kenmerken['kolom']}"
        )
        self._vers = False
        cel = Cel(
            rij=tabel.rij,
            begin=self._begin.pop(),
            eind=self._lengte,
            plaats=plaats,
            **kenmerken,
        )
        tabel.cellen.append(cel)

    def close_tabel(self) -> None:
        """End the table that was begun last; without cells there was no table."""
        tabel = self._open.pop()
        if tabel.cellen:
            self._tabellen.append(
                Tabel(nummer=tabel.nummer, cellen=tuple(tabel.cellen), blad=tabel.blad)
            )

    def build(
        self,
        paginas: tuple[Pagina, ...] = (),
        eigenschappen: Eigenschappen | None = None,
    ) -> Document:
        """The finished document."""
        return Document(
            bron=self._bron,
            tekst="".join(self._stukken),
            blokken=tuple(self._blokken),
            tabellen=tuple(sorted(self._tabellen, key=lambda t: t.nummer)),
            paginas=paginas,
            aanduidingen=tuple(self._aangeduid),
            eigenschappen=eigenschappen or Eigenschappen(),
        )

    def _append(self, tekst: str) -> None:
        self._stukken.append(tekst)
        self._lengte += len(tekst)
