"""The walk: paragraphs, tables, content controls and text boxes in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from modellen.document import Vorm, Zone
from modellen.plaats import InAlinea
from pipeline.readers.opbouw import Notitie
from pipeline.readers.opsomming import find_opsomming
from pipeline.readers.tekens import clean, one_line
from pipeline.readers.word.inhoud import GEMARKEERD, Inhoud, Inhoudlezer
from pipeline.readers.word.noten import place_numbers
from pipeline.readers.word.tabel import lay_out
from pipeline.readers.word.xml import MC, W, attr, choice, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from pipeline.readers.opbouw import Bouwer
    from pipeline.readers.word.bladen import Bladen
    from pipeline.readers.word.nummering import Nummer, Nummering
    from pipeline.readers.word.stijlen import Stijl, Stijlen

_BLOKKEN_IN = frozenset(
    W + n for n in ("ins", "moveTo", "sdt", "sdtContent", "customXml", "smartTag")
)
_PLATTE_TEKST = 9
_OPSOMTEKEN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Afdeling:
    """Where the walk is: the zone it reads, and whether pages count there."""

    zone: Zone
    pagineert: bool = False


class Wandeling:
    """Walks over parts of one document and tells the builder what stands there."""

    def __init__(
        self,
        bouwer: Bouwer,
        stijlen: Stijlen,
        nummering: Nummering,
        bladen: Bladen,
        opmerkingen: Mapping[str, Notitie],
    ) -> None:
        self._bouwer = bouwer
        self._opmerkingen = opmerkingen
        self._stijlen = stijlen
        self._nummering = nummering
        self._bladen = bladen
        self._afdeling = Afdeling(zone=Zone.HOOFDTEKST)
        self._inhoud = Inhoudlezer(stijlen, bladen.gerenderd, self._page_break)
        self._verborgen = False
        self._diepte = 0
        self._wacht: Inhoud | None = None

    def walk(self, ouder: etree._Element, pad: str, afdeling: Afdeling) -> None:
        """Read all that stands in an element."""
        vorige, self._afdeling = self._afdeling, afdeling
        self._children(ouder, pad)
        self._afdeling = vorige

    def walk_note(self, noot: etree._Element, pad: str, soort: str) -> None:
        """Read a footnote or endnote, which may print its own number."""
        self._inhoud.noten.enter(soort, attr(noot, "id") or "")
        self.walk(noot, pad, Afdeling(zone=Zone.VOETNOOT))

    def _page_break(self) -> None:
        if self._afdeling.pagineert:
            self._bladen.turn()

    def _children(self, ouder: etree._Element, pad: str) -> None:
        tellers: dict[str, int] = {}
        for kind in ouder:
            naam = kind.tag.rpartition("}")[2]
            tellers[naam] = tellers.get(naam, 0) + 1
            hier = f"{pad}/{naam}[{tellers[naam]}]"
            if kind.tag == W + "p":
                self._paragraph(kind, hier)
            elif kind.tag == W + "tbl":
                self._table(kind, hier)
            elif kind.tag in _BLOKKEN_IN:
                self._children(kind, hier)
            elif kind.tag == f"{MC}AlternateContent":
                keus = choice(kind)
                if keus is not None:
                    self._children(keus, hier)
            else:
                self._inhoud.comment(kind)

    def _paragraph(self, alinea: etree._Element, pad: str) -> None:
        ppr = alinea.find(f"{W}pPr")
        sleutel = None if ppr is None else attr(ppr.find(f"{W}pStyle"))
        stijl = self._stijlen.paragraph(sleutel)
        if self._afdeling.pagineert:
            self._bladen.before(ppr, stijl.nieuwe_pagina)
        begin = self._page()
        inhoud = self._wacht or Inhoud()
        voor = inhoud.has_text()
        self._inhoud.gather(alinea, stijl, inhoud)
        if not voor and self._page() != begin and _leading_break(alinea):
            begin = self._page()
        if ppr is not None and ppr.find(f"{W}rPr/{W}del") is not None:
            self._wacht = inhoud  # the deleted mark joins this paragraph to the next
            return
        self._wacht = None
        nummer = self._number(ppr, stijl, sleutel, inhoud)
        plaats = InAlinea(pad, begin)
        self._emit(inhoud, nummer, plaats, ppr, stijl)
        self._boxes(inhoud, pad)
        if self._afdeling.pagineert:
            self._bladen.after(ppr)

    def _number(
        self,
        ppr: etree._Element | None,
        stijl: Stijl,
        sleutel: str | None,
        inhoud: Inhoud,
    ) -> Nummer | None:
        eigen = None if ppr is None else ppr.find(f"{W}numPr")
        lijst, niveau = stijl.lijst, None
        if eigen is not None:
            lijst = attr(eigen.find(f"{W}numId")) or lijst
            niveau = number(eigen.find(f"{W}ilvl"))
        if lijst is None or lijst == "0":
            return None
        if niveau is None and stijl.lijstniveau:
            niveau = stijl.lijstniveau
        # Word counts a paragraph without text too, but not one that is wholly hidden.
        if inhoud.text(hidden=True).strip() and not inhoud.text(hidden=False).strip():
            return None
        return self._nummering.number_of(lijst, niveau, sleutel)

    def _emit(
        self,
        inhoud: Inhoud,
        nummer: Nummer | None,
        plaats: InAlinea,
        ppr: etree._Element | None,
        stijl: Stijl,
    ) -> None:
        schoon = one_line if self._diepte else clean
        zichtbaar = schoon(inhoud.text(hidden=False))
        zone, letter = self._afdeling.zone, inhoud.letter or stijl.letter
        if zichtbaar:
            vorm = self._shape(zichtbaar, nummer, ppr, stijl)
            noten = tuple(place_numbers(inhoud, vorm["tekst"]))
            self._bouwer.blok(
                plaats=plaats,
                zone=zone,
                letter=letter,
                vet=inhoud.bold(),
                verborgen=self._verborgen,
                noten=noten,
                **vorm,
            )
            self._point_out(inhoud)
        verborgen = schoon(inhoud.text(hidden=True))
        if verborgen:
            self._bouwer.blok(
                verborgen, plaats, zone=zone, letter=letter, verborgen=True
            )

    def _point_out(self, inhoud: Inhoud) -> None:
        """Pass on what a person highlighted or put a comment at."""
        for nummer, (ervoor, tekst) in sorted(inhoud.aangeduid.items()):
            notitie = self._opmerkingen.get(nummer, Notitie())
            if tekst.strip() and (notitie.tekst or nummer == GEMARKEERD):
                vanaf = max(0, ervoor - _OPSOMTEKEN)
                self._bouwer.point_out(clean(tekst), notitie, vanaf=vanaf)

    def _shape(
        self,
        tekst: str,
        nummer: Nummer | None,
        ppr: etree._Element | None,
        stijl: Stijl,
    ) -> dict[str, Any]:
        kop = _heading(ppr, stijl)
        vorm: dict[str, Any] = {"tekst": tekst}
        getypt = find_opsomming(tekst)
        if getypt is not None and (nummer is None or not getypt.nummer):
            tekst = getypt.tekst  # a bullet typed behind an automatic one goes too
            vorm |= {"tekst": tekst, "nummer": getypt.nummer, "vorm": Vorm.LIJST}
        if nummer is not None:
            vorm |= {"vorm": Vorm.LIJST, "niveau": nummer.niveau}
            if nummer.tekst:
                heel = f"{nummer.tekst}{nummer.scheiding}{tekst}"
                vorm |= {"tekst": heel, "nummer": nummer.tekst}
        if kop:
            vorm |= {"vorm": Vorm.KOP, "niveau": kop}
        return vorm

    def _boxes(self, inhoud: Inhoud, pad: str) -> None:
        for teller, vak in enumerate(inhoud.vakken, 1):
            zone = self._afdeling.zone
            zone = Zone.TEKSTVAK if zone == Zone.HOOFDTEKST else zone
            self.walk(vak, f"{pad}/txbxContent[{teller}]", Afdeling(zone=zone))

    def _table(self, tabel: etree._Element, pad: str) -> None:
        cellen = lay_out(tabel, pad)
        if not cellen:
            return
        self._bouwer.open_tabel()
        self._diepte += 1
        for cel in cellen:
            self._bouwer.open_cel(cel.rij)
            begin = self._page()
            buiten, self._verborgen = self._verborgen, self._verborgen or cel.verborgen
            self._children(cel.tc, cel.pad)
            self._verborgen = buiten
            self._bouwer.close_cel(
                InAlinea(cel.pad, begin),
                kolom=cel.kolom,
                rijspan=cel.rijspan,
                kolomspan=cel.kolomspan,
                verborgen=cel.verborgen,
            )
        self._diepte -= 1
        self._bouwer.close_tabel()

    def _page(self) -> int | None:
        zone = self._afdeling.zone
        loopt = self._afdeling.pagineert or zone == Zone.TEKSTVAK
        return self._bladen.nummer if loopt else None


def _heading(ppr: etree._Element | None, stijl: Stijl) -> int:
    niveau = None if ppr is None else number(ppr.find(f"{W}outlineLvl"))
    if niveau is None:
        return stijl.kop
    return 0 if niveau >= _PLATTE_TEKST else niveau + 1


def _leading_break(alinea: etree._Element) -> bool:
    """Whether a page break stands before the first text of a paragraph."""
    for element in alinea.iter():
        if element.tag == W + "t" and (element.text or "").strip():
            return False
        if element.tag == W + "lastRenderedPageBreak":
            return True
        if element.tag == W + "br" and attr(element, "type") == "page":
            return True
    return False
