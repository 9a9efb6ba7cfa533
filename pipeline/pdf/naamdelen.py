"""Parts of redacted names: in an address or a key a surname alone tells who it was.

In print a surname may be someone else's, and a person decides. What nobody sees on the
page loses nothing by going: there one word of a name is enough.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pipeline.webadres import spell_out, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KORTST = 3
KORTST_ZONDER = 5
"""Letters of a surname that says who it is without its particle: not of Van der Meer,
for every second page leads to ``/lees-meer``."""

LANG = 8
"""Letters of a word that are in no other word by chance."""

MEESTE_WOORDEN = 6
"""A longer mark is a passage, not a name."""

_TUSSENWOORD = re.compile(r"[a-z'’]+")
_WOORD = re.compile(r"[^\W\d_]+")
_KAMEEL = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
_CODE = re.compile(r"[A-Za-z0-9+/_-]{6,}={0,2}")
_ONTSNAPT = re.compile(r"\\?[uU]\+?([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})")
_DIEPST = 3
_RIJ = 4
"""Words of one surname: ``van-der-meer-smit``."""


class Naamdelen:
    """The words of names that may stand in nothing that a reader does not see."""

    def __init__(self, naalden: Sequence[str]) -> None:
        self._woorden = frozenset(w for n in naalden for w in _parts(n))
        self._lang = tuple(sorted(w for w in self._woorden if len(w) >= LANG))

    def __bool__(self) -> bool:
        return bool(self._woorden)

    def in_address(self, adres: str) -> bool:
        """Whether an address holds a word of a name, in plain letters or in a code."""
        return any(self._told(lezing) for lezing in _readings(adres, 0))

    def in_words(self, tekst: str) -> bool:
        """Whether a name of a thing or a description holds a word of a name."""
        return self._told(tekst)

    def _told(self, tekst: str) -> bool:
        if any(self._is_part(w) for w in _words(tekst)):
            return True
        dicht = squeeze(tekst)
        return any(w in dicht for w in self._lang)

    def _is_part(self, woord: str) -> bool:
        """Whether a word is one of a name, perhaps with an initial glued to it."""
        if woord in self._woorden:
            return True
        kaal = (woord[1:], woord[2:], woord[:-1])
        return any(len(k) > KORTST and k in self._woorden for k in kaal)


def _parts(naald: str) -> Iterator[str]:
    """The words of a needle that is a name; a particle only with what follows it."""
    delen = naald.split()
    hoofdig = [d for d in delen if not _TUSSENWOORD.fullmatch(d)]
    if not hoofdig or len(delen) > MEESTE_WOORDEN:
        return
    if any(not d[:1].isupper() or re.search(r"[\d@]", d) for d in hoofdig):
        return
    yield squeeze(naald)
    for plek, deel in enumerate(delen):
        if deel not in hoofdig:
            yield squeeze("".join(delen[plek:]))
            continue
        na_tussenwoord = plek > 0 and delen[plek - 1] not in hoofdig
        kortst = KORTST_ZONDER if na_tussenwoord else KORTST
        yield from (w for w in (squeeze(deel), *_words(deel)) if len(w) >= kortst)


def _words(tekst: str) -> Iterator[str]:
    """The words of a text and some in a row as one; ``LeaKolk`` is two."""
    plat = spell_out(tekst)
    for vorm in dict.fromkeys((plat, _KAMEEL.sub(" ", plat))):
        woorden = _WOORD.findall(vorm)
        for lang in range(1, _RIJ + 1):
            for plek in range(len(woorden) - lang + 1):
                yield squeeze("".join(woorden[plek : plek + lang]))


@lru_cache(maxsize=1 << 12)
def _readings(adres: str, diepte: int) -> tuple[str, ...]:
    """An address as it stands, and as it reads when its codes are undone."""
    plat = unquote(unquote(unquote(html.unescape(adres))))
    plat = _ONTSNAPT.sub(lambda m: chr(int(m[1] or m[2], 16)), plat)
    uit = [adres, plat]
    if diepte < _DIEPST:
        for code in _CODE.findall(plat):
            for tekst in _decode(code):
                uit += _readings(tekst, diepte + 1)
    return tuple(dict.fromkeys(uit))


def _decode(code: str) -> Iterator[str]:
    """What a run of letters and figures says if it is base64 or hexadecimal."""
    vormen = {code, *code.split("/"), *code.split("-"), *code.split("_")}
    for vorm in sorted(vormen):
        kaal = vorm.rstrip("=")
        if len(kaal) % 2 == 0 and re.fullmatch(r"[0-9A-Fa-f]+", kaal):
            yield from _as_text(bytes.fromhex(kaal))
        vol = kaal.replace("-", "+").replace("_", "/") + "=" * (-len(kaal) % 4)
        try:
            yield from _as_text(base64.b64decode(vol, validate=True))
        except (binascii.Error, ValueError):
            continue


def _as_text(ruw: bytes) -> Iterator[str]:
    """Bytes as the texts they may be; nothing for what is no text."""
    for codering in ("utf-8", "utf-16-le", "utf-16-be", "cp1252"):
        try:
            tekst = ruw.decode(codering)
        except UnicodeDecodeError:
            continue
        if len(tekst) >= KORTST and tekst.isprintable():
            yield tekst
