"""Actions: what was promised, asked or agreed, by whom and before when.

Two layers: structure (rows of lists, "Actie:", headings above lists), then cues in
running text. Rules and words stand in ``regels/acties``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.stuk import Soort
from pipeline.extraction.acties_regels import Actieregels
from pipeline.extraction.acties_rijen import Lezer, find_in_rijen
from pipeline.extraction.acties_samen import join_acties
from pipeline.extraction.acties_tabel import find_lijsten
from pipeline.extraction.acties_tekst import read_stuk
from pipeline.extraction.acties_termijn import read_termijn
from pipeline.extraction.acties_wie import Namen
from pipeline.extraction.acties_zinnen import find_in_tekst
from pipeline.extraction.acties_zoeker import Blok, Zoeker
from pipeline.extraction.besluiten_regels import Besluitregels

if TYPE_CHECKING:
    from modellen.afspraak import Actie
    from modellen.stuk import Stuk
    from pipeline.extraction.acties_tabel import Lijst
    from pipeline.extraction.acties_tekst import Lezing
    from pipeline.rulebook import Regelboek

ZONDER_ACTIES = {Soort.CIJFERTABEL, Soort.FORMULIER, Soort.LEGENDA}
_VOORAF = {Soort.AGENDA, Soort.GEANNOTEERDE_AGENDA}
_LANGSTE_WIE = 80


def find_acties(stuk: Stuk, regelboek: Regelboek) -> tuple[Actie, ...]:
    """The actions of a document, in order of the text, each once."""
    if stuk.kenmerken.soort in ZONDER_ACTIES:
        return ()
    lezing = read_stuk(stuk, regelboek)
    namen = Namen(stuk, regelboek)
    lijsten = find_lijsten(stuk, lezing, regelboek)
    lezer = Lezer(
        stuk=stuk,
        lezing=lezing,
        namen=namen,
        regelboek=regelboek,
        besluiten=Besluitregels(regelboek, lezing.klein),
    )
    gevonden: list[Actie] = []
    for lijst in lijsten:
        if lijst.vorm in {"acties", "beide", "punten"}:
            gevonden += find_in_rijen(lijst, lezer)
    zoeker = Zoeker(
        stuk=stuk,
        lezing=lezing,
        regels=Actieregels(regelboek, lezing.klein),
        namen=namen,
        blokken=_find_blokken(stuk, lijsten, lezing, namen),
        overslaan=_find_gelezen(lijsten, lezing),
        alleen_letterlijk=stuk.kenmerken.soort in _VOORAF,
    )
    gevonden += find_in_tekst(zoeker)
    return join_acties(gevonden)


def _find_blokken(
    stuk: Stuk, lijsten: tuple[Lijst, ...], lezing: Lezing, namen: Namen
) -> dict[int, Blok]:
    """The owners and the term that stand beside each cell of running text."""
    blokken: dict[int, Blok] = {}
    for lijst in (x for x in lijsten if x.vorm == "gemengd"):
        for rij in lijst.rijen:
            naast = (rij.cellen.get("wie"), rij.cellen.get("termijn"))
            wie, termijn = (lezing.tekst[c.begin : c.eind] if c else "" for c in naast)
            blok = Blok(
                wie=namen.split(wie) if len(wie) <= _LANGSTE_WIE else (),
                termijn=read_termijn(stuk, lezing.anker, termijn),
            )
            blokken |= {c.begin: blok for c in rij.cellen.values() if c not in naast}
    return blokken


def _find_gelezen(lijsten: tuple[Lijst, ...], lezing: Lezing) -> frozenset[int]:
    """The cells that were read as records, or hold an owner and nothing else."""
    gelezen: set[int] = set()
    for lijst in lijsten:
        if lijst.vorm != "gemengd":
            gelezen.update(c.begin for c in lijst.tabel.cellen)
            continue
        for rij in lijst.rijen:
            wie = rij.cellen.get("wie")
            if wie and len(lezing.tekst[wie.begin : wie.eind].strip()) <= _LANGSTE_WIE:
                gelezen.add(wie.begin)
    return frozenset(gelezen)
