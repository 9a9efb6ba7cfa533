"""The header lines of a message, as they are printed or quoted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.rulebook import Regelboek
    from pipeline.splitting.lijnen import Lijn

_TIJD = re.compile(r"\b\d{1,2}[:.]\d{2}\b")
_ADRESVELDEN = {"aan", "cc", "bcc", "van"}
_LANG_VELD = 60
_KORT_VELD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailkop:
    """A header block: the index of its first line and the one behind its last."""

    van: int
    tot: int
    begin: int
    velden: dict[str, str]


@lru_cache(maxsize=4)
def _labels(regelboek: Regelboek) -> tuple[re.Pattern[str], dict[str, str]]:
    namen = {
        label: veld
        for veld, labels in regelboek.tabel("documenten/mailkop.toml")[
            "mailkop_labels"
        ].items()
        for label in labels
    }
    keus = "|".join(re.escape(n) for n in sorted(namen, key=len, reverse=True))
    return re.compile(rf"(?i)^[>\s|*_]*({keus})\s*[*_]*(?::|\t)[*_ ]*"), namen


def is_field(tekst: str, regelboek: Regelboek) -> bool:
    """Whether a line begins as a header line of a message does."""
    return _labels(regelboek)[0].match(tekst) is not None


def find_mailkoppen(lijnen: Sequence[Lijn], regelboek: Regelboek) -> list[Mailkop]:
    """All header blocks of messages among these lines."""
    patroon, namen = _labels(regelboek)
    koppen: list[Mailkop] = []
    index = 0
    while index < len(lijnen):
        tekst = lijnen[index].tekst
        raak = patroon.match(tekst) if ":" in tekst or "\t" in tekst else None
        kop = _read_kop(lijnen, index, patroon, namen) if raak else None
        if kop is not None:
            koppen.append(kop)
        index = kop.tot if kop is not None else index + 1
    return koppen


def _read_kop(
    lijnen: Sequence[Lijn], van: int, patroon: re.Pattern[str], namen: dict[str, str]
) -> Mailkop | None:
    velden: dict[str, str] = {}
    veld, rest, tot = "", 0, van
    pagina = lijnen[van].blok.pagina
    for index in range(van, min(len(lijnen), van + 120)):
        tekst = lijnen[index].tekst
        if lijnen[index].blok.pagina != pagina and "van" not in velden:
            break
        raak = patroon.match(tekst)
        if raak:
            veld = namen[raak.group(1).casefold()]
            if veld in velden and veld in {"van", "verzonden", "onderwerp"}:
                break
            velden[veld] = tekst[raak.end() :].strip()
            rest, tot = (_LANG_VELD if veld in _ADRESVELDEN else _KORT_VELD), index + 1
        elif rest > 0 and _continues(veld, velden[veld], tekst):
            velden[veld] = f"{velden[veld]} {tekst.strip()}".strip()
            rest, tot = rest - 1, index + 1
        else:
            break
    if not _is_message(velden):
        return None
    return Mailkop(van=van, tot=tot, begin=lijnen[van].begin, velden=velden)


def _continues(veld: str, waarde: str, tekst: str) -> bool:
    """Whether a line without label still belongs to the field above it."""
    if not waarde:
        return True
    if veld in _ADRESVELDEN:
        return "@" in tekst or ";" in tekst or waarde.endswith((";", ",", "<"))
    if veld == "bijlagen":
        return (
            waarde.endswith((",", ";")) or re.search(r"\.\w{3,4}\b", tekst) is not None
        )
    return veld == "onderwerp" and len(waarde) > 60 and not tekst[:1].isupper()  # noqa: PLR2004 (a subject that fills the line)


def _is_message(velden: dict[str, str]) -> bool:
    """A memo has from, to and date too; a message has the moment it was sent."""
    if "van" not in velden or not velden.keys() & {"aan", "onderwerp"}:
        return False
    if "verzonden" in velden:
        return True
    datum = velden.get("datum")
    return datum is not None and (
        _TIJD.search(datum) is not None or "@" in velden["van"]
    )
