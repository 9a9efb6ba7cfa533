"""One page: find what lies under its marks, and write its streams anew."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pikepdf

from modellen.lakken import Bronlek, Geplaatst, Gerasterd, Leksoort
from modellen.plaats import Kader
from pipeline.errors import InvoerError
from pipeline.pdf.lakken.aanwijzen import point_out
from pipeline.pdf.lakken.beeld import OnleesbaarBeeld, blank_shown
from pipeline.pdf.lakken.dekking import is_rectangle
from pipeline.pdf.lakken.gaten import Regelstand
from pipeline.pdf.lakken.groep import find_doubles, marked_areas, slanted_on
from pipeline.pdf.lakken.herlezen import read_anew
from pipeline.pdf.lakken.inktrand import Inktrand
from pipeline.pdf.lakken.inpakken import packed_stream, write_packed
from pipeline.pdf.lakken.laatst import late_commands
from pipeline.pdf.lakken.lezer import read_stream
from pipeline.pdf.lakken.matrix import apply, bounds, page_box, page_turn
from pipeline.pdf.lakken.ocrlaag import spread_marks
from pipeline.pdf.lakken.onzeker import Onzeker
from pipeline.pdf.lakken.opschrift import open_label_font
from pipeline.pdf.lakken.raster import (
    Gezien,
    lay_words,
    only_shown,
    rasterise,
    render_page,
)
from pipeline.pdf.lakken.rastervak import loose_codes, paint_areas
from pipeline.pdf.lakken.ruimte import (
    corners,
    frames_meet,
    once,
    shown_matrix,
    to_space,
)
from pipeline.pdf.lakken.schrijven import LETTERNAAM, Herschrijving, Opschriften
from pipeline.pdf.lakken.tekeningen import VERF, drop_paths
from pipeline.pdf.lakken.verborgen import GEEN_VLAK, mark_hidden
from pipeline.pdf.lakken.vlak import make_op
from pipeline.pdf.lakken.zoeken import overlap
from pipeline.pdf.letterproef import REDEN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from PIL.Image import Image

    from modellen.lakken import Lakopties, Lakvlak
    from pipeline.pdf.lakken.groep import Vierhoek
    from pipeline.pdf.lakken.labels import ObjectNummer
    from pipeline.pdf.lakken.lezer import Letterkast
    from pipeline.pdf.lakken.stroom import Doos, Stroom
    from pipeline.pdf.lakken.verborgen import Verborgen


class Bladzijde:
    """A page under redaction; ``gedeeld`` is content that other pages have too."""

    def __init__(
        self,
        pdf: pikepdf.Pdf,
        nummer: int,
        vlakken: Sequence[Lakvlak],
        opties: Lakopties,
        kast: Letterkast,
        letter: Any,
        gedeeld: Collection[ObjectNummer] = (),
    ) -> None:
        self.pdf = pdf
        self.nummer = nummer
        self.pagina = pdf.pages[nummer - 1]
        self.vlakken = list(vlakken)
        self.opties = opties
        self.kast = kast
        self.letter = letter
        self.gedeeld = gedeeld
        self.geplaatst: list[Geplaatst] = []
        self.gerasterd: list[Gerasterd] = []
        self.verborgen: Verborgen | None = None
        self.vervangend = False
        self.nieuw: dict[ObjectNummer, Any] = {}
        self._stroom: Stroom | None = None
        self.getoond = shown_matrix(self.pagina)

    def redact(self, *, als_beeld: str | None = None, liegt: bool = False) -> None:
        """Take away what is marked, and what the page holds without showing it.

        As a picture where it cannot be done in place or ``als_beeld`` says why, and
        where the letters show something else than they say (``liegt``): that page is
        then read by looking.
        """
        if liegt:
            self._look()
            return
        try:
            self._rewrite(als_beeld)
        except Onzeker as fout:
            if self.vlakken or self._hides():
                plaat, gezien = render_page(self.pdf, self.nummer - 1)
                self._make_picture(str(fout), plaat, gezien)

    def forget(self) -> None:
        """Let go of what was read: its parts point at each other."""
        for stuk in self._stroom.all_streams() if self._stroom else ():
            stuk.lopen.clear()
            stuk.bevelen.clear()
            stuk.kinderen.clear()
        self._stroom = None

    @property
    def bronlekken(self) -> list[Bronlek]:
        """Where the source showed less than it held."""
        if self.verborgen is None:
            return []
        eigen = [v.kader for v in self.geplaatst]
        return [
            self._leak(doos, eigen, leeg=doos in self.verborgen.leeg)
            for doos in self.verborgen.bedekt
        ]

    def _leak(self, doos: Doos, eigen: list[Kader], *, leeg: bool) -> Bronlek:
        kader = self._frame(corners(doos))
        vlak = leeg and not any(frames_meet(kader, k) for k in eigen)
        soort = Leksoort.ONDER_VLAK
        return Bronlek(pagina=self.nummer, soort=soort, kader=kader, vlak=vlak)

    def _hides(self) -> bool:
        return self.verborgen is not None and (
            self.verborgen.buiten or bool(self.verborgen.bedekt)
        )

    # In place ---------------------------------------------------------------

    def _rewrite(self, als_beeld: str | None) -> None:
        stroom = self._read()
        if als_beeld:
            raise Onzeker(als_beeld)
        if not self.vlakken and not self._hides():
            return
        if not stroom.all_runs():
            self._take_areas()
        self._mark_glyphs(stroom)
        stand = Regelstand(self.opties.rooster)
        opschriften = Opschriften(open_label_font(), self._label, self._explain)
        gebieden = self._single_areas()
        begin = dict(gebieden)
        streams = {}
        for stuk in stroom.all_streams():
            eigen = gebieden if stuk is stroom else dict.fromkeys(gebieden)
            streams[id(stuk)] = Herschrijving(stuk, opschriften, eigen)
            streams[id(stuk)].cut_text(stand)
        groepen = [g for h in streams.values() for g in h.groepen if not g.gebied]
        dubbel = find_doubles(groepen)
        for werk in streams.values():
            werk.plan_boxes(dubbel)
        groepen = [g for g in groepen if id(g) not in dubbel]
        areas = [(v.hoeken, v.vlak) for v in groepen] + list(self._areas())
        zwart = [h for h, _ in areas] + list(map(corners, self._dark()))
        for stuk in stroom.all_streams():
            self._blank_images(streams[id(stuk)], zwart)
            drop_paths(streams[id(stuk)], areas, self.vlakken)
        laat = [(g.hoeken, g.vlak) for h in streams.values() for g in h.laat]
        ingezet = {p for p, hoeken in begin.items() if hoeken and not gebieden[p]}
        laat += [(h, p) for h, p in self._areas() if p not in ingezet]
        self._write_all(stroom, streams, laat)
        self.vervangend = any(h.vervangend for h in streams.values())
        self.geplaatst = [self._placed(hoeken, vlak) for hoeken, vlak in areas]

    def _read(self) -> Stroom:
        self.pagina.contents_coalesce()
        if "/Resources" not in self.pagina.obj:
            self.pagina.obj.Resources = self.pagina.resources
        try:
            stroom = read_stream(self.pagina.obj, self.pagina.obj.Resources, self.kast)
        except (pikepdf.PdfError, ValueError, TypeError, IndexError) as fout:
            raise Onzeker("de inhoud van de bladzijde is beschadigd") from fout
        self._stroom = stroom
        self.verborgen = mark_hidden(stroom, page_box(self.pagina))
        redenen = sorted({r for s in stroom.all_streams() for r in s.onzeker})
        if redenen:
            raise Onzeker(redenen[0])
        return stroom

    def _mark_glyphs(self, stroom: Stroom) -> None:
        if self._mark_found(stroom):
            raise Onzeker("de woorden van een markering zijn niet te plaatsen")

    def _mark_found(self, stroom: Stroom) -> list[int]:
        """Mark the glyphs that go; the marks of which the words are nowhere."""
        zoek = point_out(stroom, self.vlakken, self._to_space)
        beeld = Inktrand(self.pdf, self.nummer)
        for loop in stroom.all_runs():
            if loop.is_laag and loop.weg and not loop.inkt:
                spread_marks(loop, beeld)
        return zoek

    def _take_areas(self) -> None:
        """On a page without letters, a scan, words are where their frames are."""
        self.vlakken = [replace(v, tekst=None) if v.kaders else v for v in self.vlakken]

    def _dark(self) -> list[Doos]:
        """The dark boxes of the source under which something lay."""
        return self.verborgen.donker if self.verborgen else []

    def _areas(self) -> list[tuple[Vierhoek, int]]:
        """The corners of the marks that are areas."""
        return [
            (self._corners(kader), plek)
            for plek, vlak in enumerate(self.vlakken)
            if not vlak.tekst
            for kader in vlak.kaders
        ]

    def _single_areas(self) -> dict[int, Vierhoek | None]:
        """The marks that are areas; those of one rectangle can be set in the text."""
        return {
            plek: self._corners(vlak.kaders[0]) if len(vlak.kaders) == 1 else None
            for plek, vlak in enumerate(self.vlakken)
            if not vlak.tekst
        }

    def _blank_images(self, werk: Herschrijving, vlakken: list[Vierhoek]) -> None:
        for beeld in werk.stroom.beelden:
            raak = [v for v in vlakken if overlap(beeld.doos, bounds(v)) > 0]
            if not raak:
                continue
            if beeld.gemaskerd:
                raise Onzeker(VERF)
            try:
                nieuw = blank_shown(self.pdf, werk.stroom, beeld, raak)
            except OnleesbaarBeeld as fout:
                raise Onzeker("een beeld dat niet te lezen is onder een vlak") from fout
            naam = f"/VwBeeld{beeld.bevel}"
            werk.nieuwe_objecten[naam] = self.pdf.make_indirect(nieuw)
            werk.vervang[beeld.bevel] = [make_op("Do", pikepdf.Name(naam))]
            if beeld.naam is not None:
                oud = werk.stroom.middelen.XObject[beeld.naam]
                self.nieuw[oud.objgen] = nieuw

    def _write_all(
        self,
        stroom: Stroom,
        werken: dict[int, Herschrijving],
        laat: list[tuple[Vierhoek, int]],
    ) -> None:
        for stuk in stroom.all_streams():
            self._own_forms(stuk, werken)
        geheel = werken[id(stroom)]
        inhoud = geheel.write()
        if laat:
            opschriften = [(h, self._label(v)) for h, v in laat]
            inhoud = b"q\n" + inhoud + b"\nQ\n" + late_commands(opschriften, LETTERNAAM)
        oud = self.pagina.obj.get("/Contents")
        if isinstance(oud, pikepdf.Stream) and oud.objgen not in self.gedeeld:
            write_packed(oud, inhoud)
        else:
            self.pagina.obj.Contents = packed_stream(self.pdf, inhoud)
        self._add_resources(self.pagina.obj, geheel)

    def _own_forms(self, stuk: Stroom, werken: dict[int, Herschrijving]) -> None:
        """Give every changed form a copy of its own; deeper ones come first."""
        for plek, kind in stuk.kinderen.items():
            self._own_forms(kind, werken)
            werk = werken[id(kind)]
            if not werk.changed:
                continue
            nieuw = self.pdf.make_stream(werk.write())
            for sleutel, waarde in kind.object.items():
                if sleutel not in {"/Length", "/Filter", "/DecodeParms"}:
                    nieuw[sleutel] = waarde
            self._add_resources(nieuw, werk)
            naam = f"/VwVorm{plek}"
            ouder = werken[id(stuk)]
            ouder.nieuwe_objecten[naam] = nieuw
            ouder.vervang[plek] = [make_op("Do", pikepdf.Name(naam))]
            self.nieuw[kind.object.objgen] = nieuw

    def _add_resources(self, houder: Any, werk: Herschrijving) -> None:
        """Name the label font and the new objects in resources of its own."""
        middelen = pikepdf.Dictionary(dict(werk.stroom.middelen.items()))
        fonts = pikepdf.Dictionary(dict(middelen.get("/Font", {}).items()))
        fonts[LETTERNAAM] = self.letter
        middelen.Font = fonts
        dingen = pikepdf.Dictionary(dict(middelen.get("/XObject", {}).items()))
        for naam, ding in werk.nieuwe_objecten.items():
            dingen[naam] = ding
        if len(dingen):
            middelen.XObject = dingen
        houder.Resources = middelen

    # As a picture -------------------------------------------------------------

    def _look(self) -> None:
        """Make a picture of a page that says something else than it shows."""
        with suppress(Onzeker):
            self._read()
        plaat, _ = render_page(self.pdf, self.nummer - 1)
        gezien, zeker = read_anew(self.pdf, self.nummer - 1)
        self._make_picture(REDEN, plaat, gezien)
        self.gerasterd = [replace(g, ongelezen=not zeker) for g in self.gerasterd]

    def _make_picture(self, reden: str, plaat: Image, gezien: Gezien) -> None:
        doos = page_box(self.pagina)
        leesbaar = only_shown(gezien, plaat, doos) if self.verborgen else Gezien([], [])
        hoeken = list(self._seen_areas(gezien, reden))
        vakken = [(h, self._label(v)) for h, v in hoeken]
        paint_areas(plaat, doos, vakken, page_turn(self.pagina))
        weg = [bounds(h) for h, _ in hoeken]
        weg += self.verborgen.bedekt if self.verborgen else []
        codes = list(loose_codes(vakken))
        laag = lay_words(self.pdf, self.pagina, leesbaar, weg, codes)
        rasterise(self.pdf, self.pagina, plaat, laag)
        self.geplaatst = [self._placed(h, v) for h, v in hoeken]
        self.gerasterd = [Gerasterd(pagina=self.nummer, reden=reden)]

    def _seen_areas(self, gezien: Gezien, reden: str) -> Iterator[tuple[Vierhoek, int]]:
        """Where the marks lie on the picture; the whole frame where words are not seen.

        Of slanted text that a frame touches the whole run goes: where its words lie
        within the upright boxes that a reader gives is not certain.
        Raises ``InvoerError`` when a mark cannot be placed at all.
        """
        zoek: Iterable[int] = range(len(self.vlakken))
        if self._stroom is not None:
            zoek = self._mark_found(self._stroom)
            yield from self._areas()
            woorden = marked_areas(self._stroom.all_runs(), GEEN_VLAK)
            yield from ((h, p) for h, p in woorden if self.vlakken[p].tekst)
        for plek in zoek:
            vlak = self.vlakken[plek]
            kaders = [self._to_space(k) for k in vlak.kaders]
            dozen = kaders
            if vlak.tekst:  # where its frame is wrong, wherever the page says it
                dozen = gezien.find(vlak.tekst, kaders) or gezien.find(vlak.tekst, [])
            if not dozen and not kaders:
                raise InvoerError(
                    f"Een markering op bladzijde {self.nummer} is niet te plaatsen "
                    f"({reden}). Wijs het vlak met de hand aan."
                )
            for doos in dozen or kaders:
                yield corners(doos, page_turn(self.pagina)), plek
            if self._stroom is not None:
                for hoeken in slanted_on(self._stroom.all_runs(), kaders):
                    yield hoeken, plek

    # Small things -------------------------------------------------------------

    def _label(self, plek: int) -> str:
        grond = self.vlakken[plek].grond
        return self.opties.opschriften.get(grond, grond)

    def _explain(self, plek: int) -> str:
        grond = self.vlakken[plek].grond
        if not grond:
            return "gelakt in de bron"
        return f"gelakt: {self.opties.uitleg.get(grond, grond)}"

    def _to_space(self, kader: Kader) -> Doos:
        """A frame as shown in the user space of the page."""
        return to_space(self.pagina, kader)

    def _corners(self, kader: Kader) -> Vierhoek:
        """The corners of a frame as shown, from bottom left as shown."""
        return corners(self._to_space(kader), page_turn(self.pagina))

    def _frame(self, hoeken: Vierhoek) -> Kader:
        x0, y0, x1, y1 = bounds(apply(self.getoond, x, y) for x, y in hoeken)
        return Kader(links=x0, boven=once(y0), rechts=x1, onder=once(y1))

    def _placed(self, hoeken: Vierhoek, plek: int) -> Geplaatst:
        schuin = not is_rectangle(list(hoeken))
        getoond = (apply(self.getoond, x, y) for x, y in hoeken) if schuin else ()
        return Geplaatst(
            pagina=self.nummer,
            kader=self._frame(hoeken),
            grond=self.vlakken[plek].grond,
            hoeken=tuple(getoond),
        )
