"""One entry of an attendance list: the name, the role, the organisation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.extraction.lakmarken import NEUTRAAL

if TYPE_CHECKING:
    from pipeline.rulebook import Regelboek

_AANSPREEK = re.compile(
    r"(?i)^(?:de\s+)?(?:(?:dhr|mw|mevr|mr|dr|drs|ing|ir|prof)\.?\s+|heer\s+|mevrouw\s+){1,3}"
)
_HAAKJES = re.compile(r"[(\[]([^()\[\]]{1,80})[)\]]")
_STREEP = re.compile(r"\s[–—-]\s|\t")
_INITIALEN = re.compile(r"^[A-Z]{2,4}$")
_NAAM = re.compile(
    r"^(?:[A-ZÀ-Þ][\w.’'-]*|van|der|den|de|ter|ten|te|’t|'t|in|op|la|el|al|von|bin|ibn|vd|v\.d\.|v/d)"
    r"(?:\s(?:[A-ZÀ-Þ][\w.’'-]*|van|der|den|de|ter|ten|te|’t|'t|in|op|la|el|al|von|bin|ibn|vd|v\.d\.|v/d)){0,6}$"
)
_LANG = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Vermelding:
    """A person as an entry of a list names one."""

    naam: str
    rol: str | None = None
    organisatie: str | None = None


@lru_cache(maxsize=4)
def _woorden(regelboek: Regelboek) -> tuple[re.Pattern[str], re.Pattern[str]]:
    tabel = regelboek.tabel("documenten/deelnemers.toml")
    rollen, organisaties = (
        "|".join(
            re.escape(w) for w in sorted(tabel[k]["woorden"], key=len, reverse=True)
        )
        for k in ("rollen", "organisaties")
    )
    return (
        re.compile(rf"(?i)(?<!\w)(?:{rollen})(?!\w)"),
        re.compile(rf"(?i)(?<![\w@.])(?:{organisaties})(?!\w)"),
    )


def is_role(tekst: str, regelboek: Regelboek) -> bool:
    """Whether a text begins with a role or an organisation instead of a name."""
    rol, organisatie = _woorden(regelboek)
    kern = tekst.strip()
    return bool(rol.match(kern) or organisatie.match(kern))


def read_entry(tekst: str, regelboek: Regelboek) -> Vermelding | None:
    """The person an entry names; nothing when it names none or is redacted."""
    if NEUTRAAL in tekst or len(tekst) > 2 * _LANG:
        return None
    rol: str | None = None
    organisatie: str | None = None
    for binnen in _HAAKJES.findall(tekst):
        r, o = _role_and_place(binnen, regelboek)
        rol, organisatie = rol or r, organisatie or o
    kern = _HAAKJES.sub(" ", tekst)
    delen = [d for p in _STREEP.split(kern) for d in p.split(",")]
    delen = [d.strip(" .;:") for d in delen if d.strip(" .;:")]
    naam: str | None = None
    for deel in delen:
        if naam is None:
            naam, r = _name_and_role(deel, regelboek)
            rol = rol or r
        else:
            r, o = _role_and_place(deel, regelboek)
            rol, organisatie = rol or r, organisatie or o
    if naam is None:
        return None
    return Vermelding(naam=naam, rol=rol, organisatie=organisatie)


def _name_and_role(tekst: str, regelboek: Regelboek) -> tuple[str | None, str | None]:
    """A name, with the role that stands before it."""
    patroon, organisatie = _woorden(regelboek)
    raak = patroon.match(tekst)
    rol = raak.group() if raak else None
    rest = tekst[raak.end() :].strip() if raak else tekst
    rest = _AANSPREEK.sub("", rest).strip()
    if organisatie.match(rest) or len(rest) > _LANG or not _NAAM.match(rest):
        return None, rol
    if not any(len(w) > 1 and w[0].isupper() for w in rest.split()):
        return None, rol
    return rest, rol


def _role_and_place(tekst: str, regelboek: Regelboek) -> tuple[str | None, str | None]:
    """Role and organisation in what stands behind a name."""
    tekst = tekst.strip(" .;")
    if not tekst or (
        _INITIALEN.match(tekst) and not _woorden(regelboek)[1].match(tekst)
    ):
        return None, None
    patroon = _woorden(regelboek)[0]
    rollen, plaatsen = [], []
    for deel in re.split(r"[,;/]\s*|\s(?:en|namens|van de|van)\s", tekst):
        raak = patroon.match(deel.strip())
        if raak:
            rollen.append(raak.group())
            rest = deel.strip()[raak.end() :].strip(" ,-")
            if rest:
                plaatsen.append(rest)
        elif deel.strip():
            plaatsen.append(deel.strip())
    return (", ".join(rollen) or None), (", ".join(plaatsen) or None)
