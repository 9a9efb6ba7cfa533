"""Reads a Word document: the main text first, then each zone of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.document import Eigenschappen, Zone
from modellen.lezing import Bijlage, Gelezen
from modellen.plaats import InAlinea
from pipeline.readers.kenmerken import core_properties
from pipeline.readers.opbouw import Bouwer, Notitie
from pipeline.readers.pakket import RELATIE, Pakket
from pipeline.readers.tekens import one_line
from pipeline.readers.word.bladen import Bladen
from pipeline.readers.word.nummering import Nummering
from pipeline.readers.word.stijlen import Stijlen
from pipeline.readers.word.wandeling import Afdeling, Wandeling
from pipeline.readers.word.xml import W, attr

if TYPE_CHECKING:
    from pathlib import Path

    from lxml import etree

    from modellen.document import Bron
    from pipeline.settings import Grenzen

_WIJZIGINGEN = tuple(
    W + n
    for n in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge")
)
_SCHEIDERS = {"separator", "continuationSeparator", "continuationNotice"}
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_INGEVOEGD = {"package", "aFChunk"}
"""Files inside the package: embedded ones, and those that Word shows as if its own."""
_NOTEN = (("footnotes", "footnote"), ("endnotes", "endnote"))


def read_docx(pad: Path, bron: Bron, grenzen: Grenzen) -> Gelezen:
    """The text, tables and zones of a Word document, and the files embedded in it.

    Raises ``InvoerError`` when the package is damaged, encrypted or a bomb.
    """
    with Pakket(pad, bron.bestand.rsplit("/", 1)[-1], grenzen) as pakket:
        return _Lezer(pakket, bron).read()


class _Lezer:
    """One document on its way from package to blocks."""

    def __init__(self, pakket: Pakket, bron: Bron) -> None:
        self._pakket = pakket
        self._hoofd = pakket.main_part("word/document.xml")
        self._relaties = pakket.relations(self._hoofd)
        self._wortel = pakket.xml(self._hoofd)
        lichaam = self._wortel.find(f"{W}body")
        self._lichaam = self._wortel if lichaam is None else lichaam
        self._bouwer = Bouwer(bron)
        self._bladen = Bladen(self._lichaam)
        self._wandeling = Wandeling(
            self._bouwer,
            Stijlen(self._part("styles")),
            Nummering(self._part("numbering")),
            self._bladen,
            self._remarks(),
        )

    def read(self) -> Gelezen:
        hoofdtekst = Afdeling(zone=Zone.HOOFDTEKST, pagineert=True)
        self._wandeling.walk(self._lichaam, "document/body", hoofdtekst)
        self._diagrams()
        self._notes()
        self._headers()
        self._comments()
        document = self._bouwer.build(self._bladen.pages(), self._properties())
        return Gelezen(document=document, bijlagen=self._embedded())

    def _part(self, soort: str) -> etree._Element | None:
        for gevonden, deel in self._relaties.values():
            if gevonden == soort and deel in self._pakket:
                return self._pakket.xml(deel)
        return None

    def _diagrams(self) -> None:
        """The texts in diagrams, which Word keeps in parts of their own."""
        for soort, deel in self._relaties.values():
            if soort != "diagramData" or deel not in self._pakket:
                continue
            kort = deel.rpartition("/")[2].removesuffix(".xml")
            for nummer, punt in enumerate(self._pakket.xml(deel).iter("{*}pt"), 1):
                tekst = "".join(t.text or "" for t in punt.iter(f"{_A}t"))
                plek = InAlinea(f"{kort}/pt[{nummer}]")
                self._bouwer.blok(one_line(tekst), plek, zone=Zone.TEKSTVAK)

    def _notes(self) -> None:
        for soort, naam in _NOTEN:
            wortel = self._part(soort)
            if wortel is None:
                continue
            for noot in wortel.iterfind(W + naam):
                if attr(noot, "type") in _SCHEIDERS:
                    continue
                pad = f"{soort}/{naam}[@id={attr(noot, 'id')}]"
                self._wandeling.walk_note(noot, pad, naam)

    def _headers(self) -> None:
        gezien: set[str] = set()
        for sectie in self._bladen.sections():
            for verwijzing in sectie:
                naam = verwijzing.tag.rpartition("}")[2]
                if naam not in {"headerReference", "footerReference"}:
                    continue
                deel = self._relaties.get(verwijzing.get(f"{RELATIE}id", ""), ("", ""))[
                    1
                ]
                if deel in gezien or deel not in self._pakket:
                    continue
                gezien.add(deel)
                zone = Zone.KOPTEKST if naam == "headerReference" else Zone.VOETTEKST
                kort = deel.rpartition("/")[2].removesuffix(".xml")
                self._wandeling.walk(self._pakket.xml(deel), kort, Afdeling(zone=zone))

    def _remarks(self) -> dict[str, Notitie]:
        """The text of each comment and who wrote it, by its number."""
        wortel = self._part("comments")
        if wortel is None:
            return {}
        return {
            attr(o, "id") or "": Notitie(
                tekst="\n".join(map(_words, o.iter(f"{W}p"))).strip(),
                wie=one_line(attr(o, "author") or ""),
            )
            for o in wortel.iterfind(f"{W}comment")
        }

    def _comments(self) -> None:
        wortel = self._part("comments")
        if wortel is None:
            return
        for opmerking in wortel.iterfind(f"{W}comment"):
            pad = f"comments/comment[@id={attr(opmerking, 'id')}]"
            self._wandeling.walk(opmerking, pad, Afdeling(zone=Zone.OPMERKING))

    def _properties(self) -> Eigenschappen:
        titel, gewijzigd = core_properties(self._pakket)
        open_ = next(self._lichaam.iter(*_WIJZIGINGEN), None) is not None
        return Eigenschappen(titel=titel, gewijzigd=gewijzigd, wijzigingen_open=open_)

    def _embedded(self) -> tuple[Bijlage, ...]:
        return tuple(
            Bijlage(naam=deel.rpartition("/")[2], inhoud=self._pakket.read(deel))
            for soort, deel in self._relaties.values()
            if soort in _INGEVOEGD and deel in self._pakket
        )


def _words(alinea: etree._Element) -> str:
    return "".join(t.text or "" for t in alinea.iter(f"{W}t"))
