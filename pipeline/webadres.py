"""Web addresses and names of files, and the words that they spell.

A name in them has no capitals and no spaces: ``/team/lea-kolk``, ``cv_lea%20kolk.pdf``.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

_KERN = re.compile(
    r"(?i)://|\\\\|:\\|/(?:home|users)/|\.(?:(?<=\bwww\.)|(?<=\w\.)(?:pdf|docx?|odt|rtf|xlsx?|csv|pptx?|msg|eml|"
    r"txt|zip|jpe?g|png|mp4)(?!\w))|%20"
)
"""Every way to go on begins with a sign, so that letters are passed over fast."""

_LANGST = 400
"""Characters to each side that can belong to an address."""

_SLUIT = ".,;:!?"
"""What closes a sentence and not an address."""

_WIT = re.compile(r"\s")
_TUSSEN = re.compile(r"[\W_]+")


def find_addresses(tekst: str) -> Iterator[tuple[int, int]]:
    """Where web addresses and names of files stand: begin and end in the text."""
    klaar = 0
    for raak in _KERN.finditer(tekst):
        if raak.start() < klaar:
            continue
        begin = max(klaar, raak.start() - _LANGST)
        for wit in _WIT.finditer(tekst, begin, raak.start()):
            begin = wit.end()
        einde = _WIT.search(tekst, raak.end(), raak.end() + _LANGST)
        klaar = einde.start() if einde else min(len(tekst), raak.end() + _LANGST)
        yield begin, begin + len(tekst[begin:klaar].rstrip(_SLUIT))


def spell_out(adres: str) -> str:
    """The words of an address: its codes read, a space for each sign between words."""
    return _TUSSEN.sub(" ", unquote(unquote(adres)))


def squeeze(tekst: str) -> str:
    """The letters and figures of a text or an address, small and without accents."""
    los = unicodedata.normalize("NFKD", unquote(unquote(tekst))).casefold()
    return _TUSSEN.sub("", "".join(c for c in los if not unicodedata.combining(c)))
