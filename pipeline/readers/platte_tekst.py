"""Plain text of a message: soft breaks joined, lists recognised, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.document import Vorm
from modellen.plaats import InBericht
from pipeline.readers.opsomming import find_opsomming
from pipeline.readers.tekens import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.readers.opbouw import Bouwer

_SMAL, _BREED = 60, 80
_GEVULD = 50


def write_plain(
    tekst: str, bouwer: Bouwer, *, vloeiend: bool = False, plakkend: bool = False
) -> None:
    """Append the lines of a plain text as blocks, in their place in the message."""
    regels = tekst.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    stukken = _flowed(regels, plakkend) if vloeiend else _unwrapped(regels)
    for nummer, ruw in stukken:
        kaal = clean(ruw)
        item = find_opsomming(kaal)
        plaats = InBericht("tekst", nummer)
        if item is None:
            bouwer.blok(kaal, plaats)
            continue
        inspring = len(ruw) - len(ruw.lstrip())
        bouwer.blok(
            item.tekst,
            plaats,
            vorm=Vorm.LIJST,
            nummer=item.nummer,
            niveau=min((inspring + 1) // 2, 8),
        )


def _flowed(regels: list[str], plakkend: bool) -> Iterator[tuple[int, str]]:  # noqa: FBT001 a fact of the message
    """Lines that end in a space go on; a signature line never does (RFC 3676)."""
    begin, stuk = 1, ""
    for nummer, regel in enumerate(regels, 1):
        regel_zonder = regel.removeprefix(" ") if not regel.startswith("  ") else regel
        if not stuk:
            begin = nummer
        zacht = regel.endswith(" ") and regel != "-- "
        stuk += regel_zonder[:-1] if zacht and plakkend else regel_zonder
        if not zacht:
            yield begin, stuk
            stuk = ""
    if stuk:
        yield begin, stuk


def _unwrapped(regels: list[str]) -> Iterator[tuple[int, str]]:
    """Lines cut off at a fixed width joined again; other line breaks are meant."""
    breedte = max((len(r.rstrip()) for r in regels), default=0)
    hard = _SMAL <= breedte <= _BREED
    begin, stuk, laatste = 1, "", ""
    for nummer, regel in enumerate(regels, 1):
        if stuk and hard and _goes_on(laatste, regel, breedte):
            stuk = f"{stuk.rstrip()} {regel.strip()}"
        else:
            if stuk.strip():
                yield begin, stuk
            begin, stuk = nummer, regel
        laatste = regel.rstrip()
    if stuk.strip():
        yield begin, stuk


def _goes_on(vorige: str, regel: str, breedte: int) -> bool:
    kaal = regel.strip()
    if not kaal or len(vorige) < _GEVULD or find_opsomming(kaal) is not None:
        return False
    if kaal.startswith(">") or vorige.lstrip().startswith(">"):
        return False
    return len(vorige) + 1 + len(kaal.split(maxsplit=1)[0]) > breedte
