"""One page: its text, what is drawn on it, its tables, and how it could be read."""

from __future__ import annotations

from contextlib import ExitStack, closing, contextmanager
from typing import TYPE_CHECKING

from modellen.document import Leesstatus
from modellen.plaats import Kader
from pipeline.pdf.aantekeningen import read_annotations
from pipeline.pdf.dwarscellen import into_cells
from pipeline.pdf.gedraaid import find_turns, set_level
from pipeline.pdf.gemarkeerd import read_highlights
from pipeline.pdf.ocr import is_blank, recognise
from pipeline.pdf.stand import find_stand
from pipeline.pdf.tabellen import find_tables
from pipeline.pdf.tekenwerk import read_drawing
from pipeline.pdf.tekst import Bladtekst
from pipeline.pdf.volgorde import sort_lines
from pipeline.pdf.vormen import Blad, Dwars

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pypdfium2 as pdfium

    from pipeline.pdf.stand import Stand
    from pipeline.pdf.tekenwerk import Tekenwerk
    from pipeline.pdf.vormen import PdfTabel, Regel

_SCAN = 0.5
_WEINIG = 40


def read_page(
    pdf: pdfium.PdfDocument,
    bladzijde: pdfium.PdfPage,
    nummer: int,
    vorige: tuple[float, ...] = (),
    *,
    ocr: bool = True,
    liegt: bool = False,
) -> Blad:
    """A page as it is shown, read as well as it can be.

    ``vorige`` are the column borders of a table the page before ended with. ``liegt``
    tells that its text is not what its letters show.
    """
    stand = find_stand(bladzijde)
    with _open_texts(pdf, bladzijde, nummer, stand) as teksten:
        tekst, lopen = teksten[0], list(teksten.values())
        werk = read_drawing(bladzijde.raw, stand)
        velden, opmerkingen = read_annotations(pdf, bladzijde, nummer, stand)
        aangeduid = read_highlights(bladzijde, stand)
        tabellen: tuple[PdfTabel, ...] = ()
        dwars: tuple[Dwars, ...] = ()
        liegt = liegt or any(t.is_garbage() or t.is_loose() for t in lopen)
        if liegt or _is_unread(lopen, werk, stand):
            regels, status = _read_scan(bladzijde, stand, ocr=ocr)
            if status is Leesstatus.ONGELEZEN and not liegt:
                regels = [regel for t in lopen for regel in t.lines()]
        else:
            regels, tabellen = find_tables(tekst, werk, vorige)
            regels = sort_lines(regels)
            los = (
                Dwars(hoek=0 if hoek % 90 else hoek, regels=tuple(t.lines()))
                for hoek, t in teksten.items()
                if hoek
            )
            tabellen, dwars = into_cells(tabellen, tuple(los))
            leeg = not (regels or tabellen or velden or dwars)
            status = Leesstatus.LEEG if leeg else Leesstatus.TEKST
    breedte, hoogte = stand.maat
    return Blad(
        nummer=nummer,
        breedte=round(breedte, 2),
        hoogte=round(hoogte, 2),
        status=status,
        regels=tuple(regels),
        tabellen=tabellen,
        dwars=dwars,
        vakken=tuple(velden),
        opmerkingen=tuple(opmerkingen),
        aangeduid=tuple(aangeduid),
        zwarte_vlakken=len(werk.vlakken),
        beelden=tuple(Kader(*beeld) for beeld in werk.beelden),
    )


@contextmanager
def _open_texts(
    pdf: pdfium.PdfDocument, bladzijde: pdfium.PdfPage, nummer: int, stand: Stand
) -> Iterator[dict[int, Bladtekst]]:
    """The text that runs as the page does, and by its turn what runs across it.

    Each is read from a copy of the page in memory: the page itself stays whole.
    """
    keren = find_turns(bladzijde, stand)
    with ExitStack() as stapel:
        if not keren and not stand.draai:
            yield {0: stapel.enter_context(closing(Bladtekst(bladzijde, stand)))}
            return
        teksten = {}
        for hoek in (0, *keren):
            vel = stapel.enter_context(closing(pdf[nummer - 1]))
            hoe = set_level(vel, stand, hoek)
            vel.set_rotation(0)  # how it is shown decides how pdfium reads it
            teksten[hoek] = stapel.enter_context(closing(Bladtekst(vel, hoe)))
            vel.set_rotation(stand.draai)  # of the page in the file, not of the copy
        yield teksten


def _is_unread(teksten: Sequence[Bladtekst], werk: Tekenwerk, stand: Stand) -> bool:
    """Whether there is something to see that the text layer does not say."""
    breedte, hoogte = stand.maat
    letters = sum(len(woord) for t in teksten for woord in t.tekst.split())
    if letters == 0:
        return werk.beeld > 0 or werk.paden > 0
    return letters < _WEINIG and werk.beeld > _SCAN * breedte * hoogte


def _read_scan(
    bladzijde: pdfium.PdfPage, stand: Stand, *, ocr: bool
) -> tuple[list[Regel], Leesstatus]:
    """What recognition finds; without it the page is unread, unless it is blank."""
    gevonden = recognise(bladzijde, stand) if ocr else []
    if gevonden:
        return gevonden, Leesstatus.OCR
    return [], Leesstatus.LEEG if is_blank(bladzijde) else Leesstatus.ONGELEZEN
