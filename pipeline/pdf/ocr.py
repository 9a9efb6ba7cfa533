"""Scans: words through Tesseract with Dutch, when that is installed."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
from functools import cache
from statistics import median
from typing import TYPE_CHECKING

from PIL.Image import Transpose

from modellen.plaats import Kader
from pipeline.pdf.tekens import clean, ends_broken
from pipeline.pdf.vormen import Regel, Woord

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pypdfium2 as pdfium
    from PIL.Image import Image

    from pipeline.pdf.stand import Stand

    Rij = dict[str, str]
    """A word of the program's table: where it stands, what it says, how sure it is."""

_SECONDEN = 60
_PUNTEN_PER_DUIM = 72
_FIJNHEID = 300
_MEESTE_PIXELS = 40_000_000
_ZEKER = 30.0
_TWIJFEL = 15.0
_WOORDVORM = re.compile(r"[A-ZÀ-Þ]?[a-zà-ÿ]{3,}(?:-?[A-ZÀ-Þ]?[a-zà-ÿ]{3,})?[.,:;]?")
"""What noise seldom reads as: a word of letters, a capital at most at its begin."""

LEESBAAR = 65.0
"""How sure the program is of what it reads at the least where a page stands upright."""

BLADZIJDE, VERSPREID = "3", "11"
"""How the program looks at a picture: as a page, or for words wherever they stand."""

_RAND = 0.04
"""The part of a page along its edges where a scanner leaves shadows."""

_INKT, _STOF = 170, 0.00005
"""Darker than this is ink; this part of a page may be specks: no word is so small."""

_ONZIN = 40.0
"""Under this what it reads is no text: the page is not read."""


@cache
def find_tesseract() -> str | None:
    """The program, when it is there and knows Dutch."""
    programma = shutil.which("tesseract")
    if programma is None:
        return None
    try:
        talen = subprocess.run(  # noqa: S603 a fixed command, no text of a document in it
            [programma, "--list-langs"], capture_output=True, timeout=10, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return programma if b"nld" in talen.stdout.split() else None


def recognise(
    bladzijde: pdfium.PdfPage, stand: Stand, zeker: float = _ZEKER
) -> list[Regel]:
    """The lines recognised on a page; none without Tesseract or within its time.

    Words of which the program is less certain (``zeker``, of 100) are left out.
    """
    programma = find_tesseract()
    if programma is None:
        return []
    from pipeline.pdf.tabellijnen import without_lines  # noqa: PLC0415 (numpy: memory that most workers never need)

    breedte, hoogte = stand.maat
    schaal = _FIJNHEID / _PUNTEN_PER_DUIM
    schaal = min(schaal, (_MEESTE_PIXELS / max(breedte * hoogte, 1)) ** 0.5)
    plaat = bladzijde.render(scale=schaal, grayscale=True).to_pil()
    zonder = without_lines(plaat, schaal * _PUNTEN_PER_DUIM)
    rijen = _read_upright(programma, zonder or plaat)
    if not rijen:  # no page of text: words wherever they stand
        rijen = read_words(programma, zonder or plaat, VERSPREID)
    return make_lines(rijen, schaal, zeker)


def is_blank(bladzijde: pdfium.PdfPage) -> bool:
    """Whether a page shows nothing but specks, as the back of a scanned sheet does."""
    plaat = bladzijde.render(scale=1.0, grayscale=True).to_pil()
    breed, hoog = plaat.size
    rand = (breed * _RAND, hoog * _RAND, breed * (1 - _RAND), hoog * (1 - _RAND))
    links, boven, rechts, onder = map(int, rand)
    tonen: list[int] = plaat.crop((links, boven, rechts, onder)).histogram()
    return sum(tonen[:_INKT]) <= _STOF * sum(tonen)


def _read_upright(programma: str, plaat: Image) -> list[Rij]:
    """The words of a picture, upside down where it reads better; none where none reads.

    Of a scan that was laid in the wrong way round the program reads nonsense, and is
    not certain of it. Pages on their side it turns itself, to either side.
    """
    rijen = read_words(programma, plaat)
    if not rijen or certainty(rijen) >= LEESBAAR:
        return rijen
    om = read_words(programma, plaat.transpose(Transpose.ROTATE_180))
    if certainty(om) >= LEESBAAR:
        return [_turned(rij, *plaat.size) for rij in om]
    return rijen if certainty(rijen) >= _ONZIN else []


def read_words(programma: str, plaat: Image, indeling: str = BLADZIJDE) -> list[Rij]:
    """The words that the program sees in a picture; none when it takes too long.

    ``indeling`` tells it what to expect: a laid out page, or words anywhere.
    """
    invoer = io.BytesIO()
    plaat.save(invoer, format="PNG", compress_level=1)
    opdracht = [programma, "-", "-", "-l", "nld", "--psm", indeling, "tsv"]
    try:
        klaar = subprocess.run(  # noqa: S603 a fixed command; the page goes in as bytes
            opdracht, input=invoer.getvalue(), capture_output=True, timeout=_SECONDEN,
            check=True,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return []
    return read_tsv(klaar.stdout.decode("utf-8", "replace"))


def certainty(rijen: Sequence[Rij]) -> float:
    """How sure the program is of what it read, of 100; each letter counts."""
    letters = [(len(r["text"].strip()), float(r["conf"])) for r in rijen]
    aantal = sum(n for n, _ in letters)
    return sum(n * c for n, c in letters) / aantal if aantal else 0.0


def _turned(rij: Rij, breed: int, hoog: int) -> Rij:
    """A word with its frame on the picture as it was before it was turned over."""
    links = breed - int(rij["left"]) - int(rij["width"])
    boven = hoog - int(rij["top"]) - int(rij["height"])
    return rij | {"left": str(links), "top": str(boven)}


def read_tsv(tabel: str) -> list[Rij]:
    """The words in Tesseract's table."""
    rijen = csv.DictReader(io.StringIO(tabel), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [r for r in rijen if r.get("level") == "5" and (r.get("text") or "").strip()]


def make_lines(
    rijen: Sequence[Rij], schaal: float, zeker: float = _ZEKER
) -> list[Regel]:
    """Words that are certain enough as lines, with frames in points."""
    regels: dict[tuple[str, ...], list[Rij]] = {}
    for rij in rijen:
        if not _is_read(rij, zeker):
            continue
        sleutel = tuple(rij[k] for k in ("block_num", "par_num", "line_num"))
        regels.setdefault(sleutel, []).append(rij)
    hoogtes: dict[tuple[str, ...], list[float]] = {}
    for sleutel, woorden in regels.items():
        kader = _frame(woorden, schaal)
        hoogtes.setdefault(sleutel[:2], []).append(kader.onder - kader.boven)
    # Ink is as high as the letters happen to be; a paragraph has one type.
    return [
        _make_line(woorden, schaal, round(median(hoogtes[sleutel[:2]]), 1))
        for sleutel, woorden in regels.items()
    ]


def _is_read(rij: Rij, zeker: float) -> bool:
    """Whether the program is certain enough: less will do for a word by its form."""
    twijfel = _WOORDVORM.fullmatch(rij["text"].strip()) is not None
    return float(rij["conf"]) >= (min(zeker, _TWIJFEL) if twijfel else zeker)


def _make_line(woorden: Sequence[Rij], schaal: float, letter: float) -> Regel:
    tekst = clean(" ".join(w["text"] for w in woorden))
    return Regel(
        tekst=tekst,
        kader=_frame(woorden, schaal),
        letter=letter,
        afgebroken=ends_broken(tekst),
        woorden=tuple(_make_word(w, schaal) for w in woorden if clean(w["text"])),
    )


def _make_word(rij: Rij, schaal: float) -> Woord:
    k = _frame([rij], schaal)
    return Woord(clean(rij["text"]), k.links, k.boven, k.rechts, k.onder)


def _frame(woorden: Sequence[Rij], schaal: float) -> Kader:
    """The frame around words, in points from the top left."""
    links = min(int(w["left"]) for w in woorden) / schaal
    boven = min(int(w["top"]) for w in woorden) / schaal
    rechts = max(int(w["left"]) + int(w["width"]) for w in woorden) / schaal
    onder = max(int(w["top"]) + int(w["height"]) for w in woorden) / schaal
    return Kader(round(links, 2), round(boven, 2), round(rechts, 2), round(onder, 2))
