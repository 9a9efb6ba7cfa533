"""Personal data in the words of pictures: proposed as places on a page, not as text."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from modellen.lakblad import Lakregel
from modellen.persoon import Gegevenssoort
from modellen.plaats import Kader, OpPagina, around

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from modellen.document import Document
    from modellen.lakblad import Woodocument
    from modellen.persoon import Persoonsgegeven

ZEKERHEID = 0.5
REDEN = "gelezen in een beeld op de bladzijde, met tekstherkenning: kijk of het klopt"
_KORTST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Beeldregel:
    """A line in a picture: its page in the PDF, and its words with their frames.

    ``begin`` is where the line stands in the text that is made of all of them.
    """

    pagina: int
    begin: int
    woorden: tuple[tuple[str, Kader], ...]

    @property
    def tekst(self) -> str:
        """The words with a space between them."""
        return " ".join(woord for woord, _ in self.woorden)

    def frame(self, begin: int, eind: int) -> Kader | None:
        """The frame of the words that a stretch of all the text touches."""
        plek, geraakt = self.begin, []
        for woord, kader in self.woorden:
            if plek < eind and begin < plek + len(woord):
                geraakt.append(kader)
            plek += len(woord) + 1
        if not geraakt:
            return None
        return around(geraakt)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beeldvondst:
    """What is proposed in the text of pictures: where, of what kind, on what ground."""

    begin: int
    eind: int
    soort: str
    grond: str


def find_in_pictures(
    tekst: str, gegevens: Sequence[Persoonsgegeven], bekend: Iterable[str]
) -> list[Beeldvondst]:
    """What was found in the text of pictures, and what the dossier knows as a name.

    ``bekend`` are words that are masked elsewhere in the dossier.
    """
    uit = [
        Beeldvondst(begin=g.begin, eind=g.eind, soort=g.soort.value, grond=g.grond)
        for g in gegevens
    ]
    for woorden in sorted(set(bekend), key=len, reverse=True):
        if len(woorden) < _KORTST:
            continue
        for raak in re.finditer(rf"(?<!\w){re.escape(woorden)}(?!\w)", tekst):
            if not any(v.begin < raak.end() and raak.start() < v.eind for v in uit):
                naam = Gegevenssoort.NAAM.value
                uit.append(
                    Beeldvondst(
                        begin=raak.start(), eind=raak.end(), soort=naam, grond="5.1.2e"
                    )
                )
    return sorted(uit, key=lambda v: v.begin)


def make_picture_rows(
    stuk: Woodocument,
    document: Document,
    regels: Sequence[Beeldregel],
    vondsten: Sequence[Beeldvondst],
) -> Iterator[Lakregel]:
    """A row for each find on each line of a picture, never certain."""
    for regel in regels:
        pagina = stuk.page_in(regel.pagina)
        if pagina is None or not stuk.holds(regel.pagina):
            continue
        for vondst in vondsten:
            kader = regel.frame(vondst.begin, vondst.eind)
            if kader is None:
                continue
            van = max(0, vondst.begin - regel.begin)
            tekst = regel.tekst[van : vondst.eind - regel.begin]
            plek = f"{document.id} {regel.pagina} {kader}"
            yield Lakregel(
                id=f"{stuk.nummer}w{hashlib.sha256(plek.encode()).hexdigest()[:12]}",
                nummer=stuk.nummer,
                document=stuk.document,
                pagina=pagina,
                begin=_behind(document, regel.pagina),
                tekst=f"{tekst} [in een beeld]",
                omgeving=regel.tekst,
                soort=vondst.soort,
                grond=vondst.grond,
                reden=REDEN,
                zekerheid=ZEKERHEID,
                vlak=OpPagina(pagina, kader),
            )


def _behind(document: Document, pagina: int) -> int:
    """Behind the last words of a page; of the document where it has no pages."""
    einden = [b.eind for b in document.blokken if b.pagina == pagina]
    return einden[-1] if einden else len(document.tekst)
