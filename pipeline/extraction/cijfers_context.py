"""What holds for a whole table: its areas, its title, its state, its totals."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.extraction.cijfers_duiding import LEEG, Duiding, read_duiding
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from datetime import date

    from modellen.stuk import Stuk
    from pipeline.extraction.cijfers_kennis import Kennis
    from pipeline.extraction.cijfers_kop import Kolom
    from pipeline.extraction.cijfers_rij import Rij
    from pipeline.extraction.cijfers_rooster import Rooster

_PAAR = 2
"""Cells of a line such as ``Gemeente: Medemblik``; a header has more."""
_DEKKING = 0.6
_KOPTEKST = 6000


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The frame of a table.

    ``as_`` says where the areas stand: ``rij``, ``kolom`` or nowhere. ``geheel`` is the
    area the totals are about, ``gebied`` the one area of a form. ``delen`` gives the
    region a row falls under.
    """

    as_: str | None
    titel: Duiding = LEEG
    stand: date | None = None
    geheel: str = "totaal"
    gebied: str | None = None
    eenheid: str | None = None
    delen: dict[str, str]

    def sums_up(self, rij: Rij) -> bool:
        """Whether a row is about all rows: a total, a share, a difference."""
        return rij.gebied is None and (
            rij.totaal
            or rij.duiding.afgeleid
            or rij.duiding.landelijk
            or rij.duiding.totaal
            or bool(rij.duiding.maat and rij.duiding.sterk)
            or rij.duiding.thema is not None
        )

    def area_of(self, rij: Rij) -> str:
        """The area of a total: the region it closes, else the whole."""
        return self.delen.get(rij.sectie, self.geheel)

    def keeps_empty(self, rij: Rij) -> bool:
        """Whether an empty cell of this row is a figure that is missing."""
        if self.as_ == "rij":
            return rij.gebied is not None
        return bool(rij.duiding.thema) or (self.as_ == "kolom" and not rij.totaal)


def find_context(
    stuk: Stuk,
    rooster: Rooster,
    kolommen: dict[int, Kolom],
    rijen: list[Rij],
    titels: tuple[str, ...],
    kennis: Kennis,
) -> Context | None:
    """The frame of a table of figures, ``None`` when it is another kind of table."""
    as_ = _find_as(kolommen, rijen, kennis)
    if as_ is None and _names_areas(rooster, rijen, kennis):
        as_ = "rij"
    titel = _read_titel(titels, kennis)
    if not _is_cijfertabel(as_, kolommen, rijen, titel, kennis):
        return None
    return Context(
        as_=as_,
        titel=titel,
        stand=titel.stand,
        geheel=_find_geheel(stuk, kolommen, rijen, titels, kennis),
        gebied=_find_gebied(stuk, rooster, titels, kennis) if as_ is None else None,
        eenheid=_find_eenheid(titels, kennis),
        delen=_find_delen(rijen, kennis),
    )


def _find_as(
    kolommen: dict[int, Kolom], rijen: list[Rij], kennis: Kennis
) -> str | None:
    in_rijen = len({r.gebied for r in rijen if r.gebied})
    in_kolommen = len({k.gebied for k in kolommen.values() if k.gebied})
    if max(in_rijen, in_kolommen) < kennis.drempels.rijen_gebied:
        return "rij" if in_rijen and len(rijen) == 1 else None
    return "rij" if in_rijen >= in_kolommen else "kolom"


def _names_areas(rooster: Rooster, rijen: list[Rij], kennis: Kennis) -> bool:
    """Whether the head above the labels says that they are areas, known or not."""
    anders = sum(bool(r.duiding.thema or r.duiding.maat) for r in rijen)
    if anders * 2 > len(rijen):
        return False
    return any(
        kennis.has("gebiedkop", klein(rooster.tekst.get((rij, rooster.label), "")))
        for rij in range(1, rooster.eerste)
        if len(rooster.gevuld.get(rij, ())) > _PAAR
    )


def _is_cijfertabel(
    as_: str | None,
    kolommen: dict[int, Kolom],
    rijen: list[Rij],
    titel: Duiding,
    kennis: Kennis,
) -> bool:
    open_ = [k.duiding for k in kolommen.values() if not k.duiding.uitgesloten]
    if not open_ or not rijen:
        return False
    if as_ is not None:
        return True
    themas = sum(bool(r.duiding.thema or r.duiding.totaal) for r in rijen)
    themas += sum(bool(d.thema) for d in open_) + bool(titel.thema)
    maten = sum(d.sterk for d in (*open_, *(r.duiding for r in rijen), titel))
    return themas > 0 and themas + maten >= kennis.drempels.themas


def _read_titel(titels: tuple[str, ...], kennis: Kennis) -> Duiding:
    """What all titles say together; a day wins over a month."""
    samen = read_duiding(titels, kennis)
    dagen = [d.stand for t in titels if (d := read_duiding((t,), kennis)).stand]
    hoek = [d for d in dagen if d is not None and d.day > 1]
    return replace(samen, stand=hoek[-1]) if hoek else samen


def _find_geheel(
    stuk: Stuk,
    kolommen: dict[int, Kolom],
    rijen: list[Rij],
    titels: tuple[str, ...],
    kennis: Kennis,
) -> str:
    """The area the totals are about: named beside a total, in a title, or counted."""
    for rij in rijen:
        if rij.totaal and rij.naam and not rij.sectie:
            return rij.naam
    namen = [r.gebied for r in rijen if r.gebied]
    namen += [k.gebied for k in kolommen.values() if k.gebied]
    bronnen = (*titels, stuk.kenmerken.titel or "")
    for bron in bronnen:
        for raak in kennis.gebieden.search(bron):
            if raak.gebied.soort != "gemeente":
                return raak.gebied.naam
    if regio := find_regio(stuk.document.tekst, kennis):
        return regio
    provincie = kennis.gebieden.find_provincie(namen)
    if provincie and len(namen) >= _DEKKING * kennis.gebieden.count_gemeenten(
        provincie
    ):
        return provincie
    return "totaal"


def find_regio(tekst: str, kennis: Kennis) -> str | None:
    """The region a document says it is of, when it names just one."""
    kop = tekst[:_KOPTEKST]
    namen = {
        raak["naam"]
        for regel in kennis.soorten["regionaam"]
        for raak in regel.vorm.finditer(kop)
    }
    if len(namen) != 1:
        return None
    naam = namen.pop()
    bekend = kennis.gebieden.find(naam)
    return bekend.naam if bekend else naam


def _find_eenheid(titels: tuple[str, ...], kennis: Kennis) -> str | None:
    for titel in titels:
        for regel in kennis.soorten["titeleenheid"]:
            if raak := regel.vorm.search(klein(titel)):
                return raak["woord"]
    return None


def _find_gebied(
    stuk: Stuk, rooster: Rooster, titels: tuple[str, ...], kennis: Kennis
) -> str | None:
    """The one gemeente a form is about, by the form, its title or its file."""
    for rij in range(1, rooster.eerste):
        teksten = [rooster.tekst[rij, k] for k in rooster.gevuld.get(rij, ())]
        if len(teksten) == _PAAR and kennis.has("gebiedkop", klein(teksten[0])):
            gebied = kennis.gebieden.find(teksten[1])
            return gebied.naam if gebied else teksten[1]
        hoek = kennis.gebieden.find(rooster.tekst.get((rij, rooster.label), ""))
        if hoek is not None:
            return hoek.naam
    bestand = stuk.document.bron.bestand.rsplit("/", 1)[-1]
    for bron in (" ".join(titels), stuk.kenmerken.titel or "", bestand):
        namen = {
            g.gebied.naam
            for g in kennis.gebieden.search(bron)
            if g.gebied.soort == "gemeente"
        }
        if len(namen) == 1:
            return namen.pop()
    return None


def _find_delen(rijen: list[Rij], kennis: Kennis) -> dict[str, str]:
    """The region that each heading names."""
    delen = {}
    for sectie in {r.sectie for r in rijen if r.sectie}:
        gebied = kennis.gebieden.find(sectie)
        woorden = klein(sectie).split()
        if gebied is not None:
            delen[sectie] = gebied.naam
        elif woorden[0] in {"regio", "subregio", "deelregio"}:
            delen[sectie] = sectie.rstrip(": ")
    return delen
