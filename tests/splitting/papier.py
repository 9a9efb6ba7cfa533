"""A document written as plain lines, for tests that read as documents.

``# `` is a heading, ``* `` a list item, ``^ `` a running header, ``| a | b |`` a row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.document import (
    Blok,
    Bron,
    Cel,
    Document,
    Eigenschappen,
    Pagina,
    Tabel,
    Vorm,
    Zone,
)
from modellen.plaats import InAlinea

if TYPE_CHECKING:
    from datetime import datetime

_TEKENS = {
    "# ": {"vorm": Vorm.KOP, "niveau": 1},
    "* ": {"vorm": Vorm.LIJST},
    "^ ": {"zone": Zone.KOPTEKST},
}


class _Schrijver:
    def __init__(self) -> None:
        self.tekst = ""
        self.blokken: list[Blok] = []
        self.cellen: list[Cel] = []
        self.tabellen: list[Tabel] = []

    def alinea(self, regel: str, nummer: int) -> None:
        kenmerken = _TEKENS.get(regel[:2], {})
        regel = regel[2:] if kenmerken else regel
        self.tekst += "\n" if self.tekst else ""
        self.blokken.append(
            Blok(
                tekst=regel,
                begin=len(self.tekst),
                plaats=InAlinea(f"p{nummer}", 1),
                **kenmerken,
            )
        )
        self.tekst += regel

    def rij(self, regel: str, nummer: int) -> None:
        rij = (self.cellen[-1].rij if self.cellen else 0) + 1
        self.tekst += "\n" if self.tekst else ""
        for kolom, cel in enumerate(regel.strip().strip("|").split("|"), 1):
            self.tekst += "\t" if kolom > 1 else ""
            begin, woorden = len(self.tekst), cel.strip()
            if woorden:
                self.blokken.append(
                    Blok(
                        tekst=woorden,
                        begin=begin,
                        plaats=InAlinea(f"t{nummer}", 1),
                        vorm=Vorm.CEL,
                    )
                )
            self.tekst += woorden
            plaats = InAlinea(f"t{nummer}", 1)
            self.cellen.append(
                Cel(
                    rij=rij,
                    kolom=kolom,
                    begin=begin,
                    eind=len(self.tekst),
                    adres=f"tabel {len(self.tabellen) + 1} r{rij} k{kolom}",
                    plaats=plaats,
                )
            )

    def sluit(self) -> None:
        if self.cellen:
            self.tabellen.append(
                Tabel(nummer=len(self.tabellen) + 1, cellen=tuple(self.cellen))
            )
            self.cellen = []


def make_paper(
    tekst: str,
    bestand: str = "stuk.docx",
    *,
    deel: str = "",
    verzonden: datetime | None = None,
    onderwerp: str | None = None,
) -> Document:
    schrijver = _Schrijver()
    for nummer, regel in enumerate(tekst.strip().split("\n")):
        if not regel.strip():
            schrijver.sluit()
        elif regel.startswith("|"):
            schrijver.rij(regel, nummer)
        else:
            schrijver.sluit()
            schrijver.alinea(regel, nummer)
    schrijver.sluit()
    return Document(
        bron=Bron(bestand=bestand, sha256="0" * 64, formaat=bestand.rsplit(".", 1)[-1]),
        tekst=schrijver.tekst,
        blokken=tuple(schrijver.blokken),
        tabellen=tuple(schrijver.tabellen),
        paginas=(Pagina(nummer=1),),
        deel=deel,
        eigenschappen=Eigenschappen(verzonden=verzonden, onderwerp=onderwerp),
    )
