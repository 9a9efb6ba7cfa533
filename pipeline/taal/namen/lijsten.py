"""The word lists that tell which capitalised words can be a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from pipeline.taal.letters import klein as fold
from pipeline.taal.letters import vouw

if TYPE_CHECKING:
    from collections.abc import Callable

klein = lru_cache(maxsize=1 << 16)(fold)
_LANG = 16
_VAN_PLAATS = ("ingen", "ing", "enaren", "enaar", "ers", "er", "se", "s")
_HELFT = 4
_WINDSTREKEN = {
    *("noord", "oost", "zuid", "west", "midden", "centrum"),
    *("noordoost", "noordwest", "zuidoost", "zuidwest"),
}
_RUIM = 30
_TUSSEN = re.compile(r"[ ](?:en|aan|op|bij|in|van)[ ]")
_AAN_DE = re.compile(r"\\ aan\\ (?:den|de|het)\\ ")
_AAN_DE_VORM = r"[ ](?:aan[ ](?:den|de|het)[ ]|a[./]?d\.?[ ]?)"
_STRATEN = ("straat", "weg", "plein", "kade", "gracht", "steeg", "singel", "dreef")


class Lijstenbron(Protocol):
    """Whoever has lists by name, such as the rulebook."""

    def lijst(
        self, naam: str, vorm: Callable[[str], str] | None = None
    ) -> tuple[str, ...]:
        """The entries of a list, cut from a text that was changed as a whole."""


_VREEMD = re.compile(r"(?i)(?!(?:voil|d[eé]j)à)\w*[àìòùãõýăđĩũơư\u1ea0-\u1ef9]")
"""What no Dutch word has: ``Hà`` is a first name, though "ha" is a word."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Naamlijsten:
    """Lists of folded words: first names, surnames, places, common words.

    ``voegselnamen`` are surnames that are known with their particle only, and
    ``dubbelnamen`` are words that open a surname of two words.
    ``plaatsvorm`` finds places of several words, ``plaatsdelen`` are those words.
    """

    voornamen: frozenset[str]
    achternamen: frozenset[str]
    voegselnamen: frozenset[str]
    dubbelnamen: frozenset[str]
    plaatsen: frozenset[str]
    woorden: frozenset[str]
    organisaties: frozenset[str]
    afkortingen: frozenset[str]
    plaatsdelen: frozenset[str]
    plaatsvorm: re.Pattern[str]

    def is_first_name(self, woord: str) -> bool:
        """Whether a word is on the list of first names."""
        laag = klein(woord)
        return laag in self.voornamen or (
            "-" in laag and laag.split("-", 1)[0] in self.voornamen
        )

    def is_surname(self, woord: str) -> bool:
        """Whether a word, or its first half, is on the list of surnames."""
        laag = klein(woord)
        return laag in self.achternamen or laag.split("-", 1)[0] in self.achternamen

    def is_whole_surname(self, naam: str) -> bool:
        """Whether a surname is on the list with its particle (``van der Meer``)."""
        return klein(naam) in self.voegselnamen

    def opens_surname(self, woord: str, volgend: str) -> bool:
        """Whether a word belongs to the surname behind it: ``Oude Nijhuis``."""
        return klein(woord) in self.dubbelnamen and not (
            self.is_common(volgend) or self.is_place(volgend)
        )

    def is_common(self, woord: str) -> bool:
        """Whether a word means something besides being a name."""
        laag = klein(woord)
        if laag in self.woorden:
            return woord.isascii() or not _VREEMD.match(woord)
        if "-" in laag or "'" in laag:
            delen = [d for d in laag.replace("'", "-").split("-") if d]
            if len(delen) > 1:
                return all(len(d) < 3 or d in self.woorden for d in delen)  # noqa: PLR2004 (the s of foto's)
        return len(laag) >= _LANG and laag not in self.achternamen

    def is_compound(self, woord: str) -> bool:
        """Whether a long word is made of two ordinary ones (``Woonzorgvisie``)."""
        laag = klein(woord)
        return any(
            laag[i:] in self.woorden
            and (laag[:i] in self.woorden or laag[:i].removesuffix("s") in self.woorden)
            for i in range(_HELFT, len(laag) - _HELFT + 1)
        )

    def is_place(self, woord: str) -> bool:
        """Whether a word is a place, a province or a country, or a part of one."""
        laag = klein(woord)
        if laag in self.plaatsen:
            return True
        if "-" not in laag:
            return False
        delen = laag.split("-")
        gewest = [d for d in delen if d not in _WINDSTREKEN]
        if len(gewest) == len(delen):
            return False
        rand = delen[0] in _WINDSTREKEN or delen[-1] in _WINDSTREKEN
        raak = any if rand else all
        return bool(gewest) and raak(d in self.plaatsen for d in gewest)

    def is_in_place(self, tekst: str, begin: int, eind: int) -> bool:
        """Whether a stretch is part of a place of several words (``Peel en Maas``)."""
        if not any(w in self.plaatsdelen for w in klein(tekst[begin:eind]).split()):
            return False
        van = max(0, begin - _RUIM)
        stuk = fold(tekst[van : eind + _RUIM])
        return any(
            van + r.start() <= begin and eind <= van + r.end()
            for r in self.plaatsvorm.finditer(stuk)
        )

    def is_of_place(self, woord: str) -> bool:
        """Whether a word is the adjective or inhabitant of a place (``Assense``)."""
        laag = klein(woord)
        for eind in _VAN_PLAATS:
            stam = laag.removesuffix(eind)
            if stam != laag and len(stam) > len(eind):
                return stam in self.plaatsen or any(
                    stam + klank in self.plaatsen for klank in ("e", "en", "a", "he")
                )
        return False

    def is_organisation(self, woord: str) -> bool:
        """Whether a word makes what it stands in an organisation."""
        return klein(woord) in self.organisaties

    def is_strange(self, woord: str) -> bool:
        """Whether no list knows a word as anything but a name."""
        return not (
            woord.isupper()
            or self.is_common(woord)
            or self.is_place(woord)
            or self.is_of_place(woord)
            or self.is_organisation(woord)
        )

    def is_street(self, woord: str) -> bool:
        """Whether a word ends as streets do."""
        return klein(woord).endswith(_STRATEN)


@lru_cache(maxsize=4)
def load_lijsten(bron: Lijstenbron) -> Naamlijsten:
    """The lists of a rulebook, folded to plain lower case.

    Raises ``RegelError`` when a list is missing.
    """
    plaatsen = _folded(bron, "plaatsen") | _municipalities(bron) | _regions(bron)
    samengesteld = tuple(sorted(p for p in plaatsen if _TUSSEN.search(p)))
    return Naamlijsten(
        voornamen=_folded(bron, "voornamen"),
        achternamen=_folded(bron, "achternamen"),
        voegselnamen=_folded(bron, "voegselnamen"),
        dubbelnamen=_folded(bron, "dubbelnamen"),
        plaatsen=plaatsen,
        woorden=_folded(bron, "woorden") - _folded(bron, "roepnamen"),
        organisaties=_folded(bron, "organisaties"),
        afkortingen=_folded(bron, "afkortingen"),
        plaatsdelen=frozenset(w for p in samengesteld for w in p.split()),
        plaatsvorm=_make_plaatsvorm(samengesteld),
    )


def _make_plaatsvorm(plaatsen: tuple[str, ...]) -> re.Pattern[str]:
    """Places of several words, with "aan de" also written short: ``Horst a/d Maas``."""
    vormen = (_AAN_DE.sub(_AAN_DE_VORM, re.escape(p)) for p in plaatsen)
    return re.compile(rf"(?<!\w)(?:{'|'.join(vormen)})(?!\w)")


def _municipalities(bron: Lijstenbron) -> frozenset[str]:
    """The names of municipalities: those that are no town, such as Waterland, too."""
    return frozenset(
        fold(delen[1])
        for regel in bron.lijst("gemeenten")
        if len(delen := regel.split(";")) > 1
    )


def _regions(bron: Lijstenbron) -> frozenset[str]:
    """The names of regions, in all ways in which they are written."""
    return frozenset(
        fold(naam)
        for regel in bron.lijst("regios")
        for naam in regel.replace("|", ";").split(";")
    )


def _folded(bron: Lijstenbron, naam: str) -> frozenset[str]:
    return frozenset(bron.lijst(naam, lambda tekst: vouw(tekst).lower()))
