"""Which role a name is given by the words just before or behind it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.kandidaten import is_plausible
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.kennis import Kennis, Rol
    from pipeline.extraction.persoonsgegevens.treffer import Blad, Treffer

_LINKS = 80
_RECHTS = 110
_AANHEF = r"(?:(?:de|heer|mevrouw|meneer|dhr|mw|mevr|mr|drs|dr|ir|ing|prof|nl)\.?[ ])*"
_PLAATS = (
    r"(?:[ ](?:van|te|uit|in|voor|bij)?[ ]?(?:de|het)?[ ]?(?:gemeente|"
    r"provincie|ministerie)?"
    r"[ ]?(?P<plaats>[A-Z'][\w&'-]+(?:[ ](?:aan|den|de|en|in|op)?[ ]?[A-Z][\w&'-]+)"
    r"{0,3}))?"
)
_ERVOOR = re.compile(
    rf"{_PLAATS}(?:[ ]\([^()\n]{{1,30}}\))?(?P<teken>[ ]?[,:(\t\n–-]{{0,2}})"
    rf"[ \n]{{0,2}}{_AANHEF}\Z"
)
_GEEN_AMBT = re.compile(r"burgemeester(?:s)? en wethouders|b(?:urgemeester)? & w")
_VULLING = re.compile(
    r"[ ]*(?:(?:de|het|een|is|als|tevens|onze|was|wordt|namens|plv\.?|plaatsvervangend|"
    r"waarnemend|wnd\.?|demissionair|nieuwe|huidige|lokale|betrokken|"
    r"en|ook|hun|bestuurlijk)[ ]){0,3}"
)
_ONDER = re.compile(
    r"\n{1,2}[ ]?(?:(?:functie|rol|hoedanigheid)[ ]?[:\t][ ]?)?"
    r"(?:(?:plv\.?|plaatsvervangend|waarnemend|wnd\.?|bestuurlijk)[ ])?"
)
_VERDER = re.compile(r"[;.!?](?:\s|\Z)|\n")
_SCHEIDING = re.compile(r"[,(\t|/]|[ ][–-][ ]|\n")
_BIJSTELLING = re.compile(
    r"[ )\]]*(?:(?:[A-Z'][\w&'./-]*|gemeente|provincie|ministerie|regio|"
    r"van|de|het|en|der|namens|\d+)[ )\]]*){0,8}"
)
_OPENT_NAAM = re.compile(rf"[ ]{_AANHEF}")
_OPSOMMING = re.compile(
    rf"(?:[ ]\([^()\n]{{1,40}}\))?(?:[ ]?,|[ ]en|[ ]?&)[ ]{_AANHEF}\Z"
)
_ZEKER = 0.85


class Rollen:
    """The roles that a text names, to ask which stands last before a place."""

    def __init__(self, tekst: str, kennis: Kennis) -> None:
        self.tekst = tekst
        self._raken = list(kennis.rolvorm.finditer(klein(tekst)))
        self._einden = [r.end() for r in self._raken]

    def last_before(self, plek: int) -> re.Match[str] | None:
        """The last role that ends before a place, within the window before it."""
        i = bisect_right(self._einden, plek) - 1
        if i < 0 or self._raken[i].start() < plek - _LINKS:
            return None
        return self._raken[i]


def find_rollen(blad: Blad, treffers: list[Treffer], kennis: Kennis) -> None:
    """Give each possible name its role and function; a role can carry a name."""
    vorige: Treffer | None = None
    rollen = Rollen(blad.tekst, kennis)
    mogelijk = [t.aanvaard or is_plausible(t.delen, t.naam, kennis) for t in treffers]
    for i, treffer in enumerate(treffers):
        volgende = _next_name(treffers, mogelijk, i)
        ervoor = _before(rollen, treffer, kennis)
        erna = None
        if treffer.aanvaard or ervoor:
            erna = _after(blad.tekst, treffer, volgende, kennis)
        if ervoor is None and erna is None and vorige is not None:
            ervoor = _in_series(blad.tekst, vorige, treffer)
        _give(treffer, ervoor, erna, kennis)
        vorige = treffer if treffer.aanvaard else vorige


def _next_name(treffers: list[Treffer], mogelijk: list[bool], i: int) -> int:
    """Where the next run begins that can be a name, as far as a window reaches."""
    grens = treffers[i].eind + _RECHTS
    for j in range(i + 1, min(i + 12, len(treffers))):
        if treffers[j].begin > grens:
            break
        if mogelijk[j] or treffers[j].aanvaard:
            return treffers[j].begin
    return grens


def _give(
    treffer: Treffer,
    ervoor: tuple[Rol, str, bool] | None,
    erna: tuple[Rol, str] | None,
    kennis: Kennis,
) -> None:
    gekozen = erna
    if ervoor and (erna is None or not ervoor[2]):
        if erna is None or ervoor[0].openbaar or not erna[0].openbaar:
            gekozen = ervoor[0], ervoor[1]
        aanvaardbaar = (
            ervoor[0].openbaar
            and not kennis.lijsten.is_place(
                f"{treffer.naam.voegsel} {treffer.naam.achternaam}".strip()
            )
            and klein(treffer.delen[0].tekst) not in kennis.portefeuilles
        ) or is_plausible(treffer.delen, treffer.naam, kennis)
        if not ervoor[2] and aanvaardbaar and treffer.gewicht < _ZEKER:
            treffer.gewicht = _ZEKER
            treffer.regel, treffer.reden = "naam.rol", "naam achter een functie"
    if gekozen is None and treffer.kolomrol:
        gekozen = treffer.kolomrol, treffer.kolomrol.id
    if gekozen and treffer.aanvaard:
        treffer.rol, treffer.functie = gekozen


def _before(
    rollen: Rollen, treffer: Treffer, kennis: Kennis
) -> tuple[Rol, str, bool] | None:
    """Role, its words, and whether a comma or line parts it from the name."""
    raak = rollen.last_before(treffer.begin)
    if raak is None:
        return None
    begin = max(0, treffer.begin - _LINKS)
    links = rollen.tekst[begin : treffer.begin]
    van, tot = raak.start() - begin, raak.end() - begin
    gat = _ERVOOR.match(links, tot)
    if gat is None or _is_college(klein(links), van):
        return None
    plaats = gat["plaats"]
    if plaats and not _all_known(plaats, kennis):
        return None
    if "\n" in links[tot:] and not _own_line(klein(links), van):
        return None
    los = any(c in links[tot:] for c in ",\n")
    return kennis.rolwoorden[raak.group()], links[van:tot], los


def _is_college(laag: str, begin: int) -> bool:
    """Whether the role is half of the college of burgemeester en wethouders."""
    return any(
        r.start() <= begin < r.end()
        for r in _GEEN_AMBT.finditer(laag, max(0, begin - 20))
    )


def _all_known(plaats: str, kennis: Kennis) -> bool:
    """Whether the words between role and name are a place or an organisation."""
    lijsten = kennis.lijsten
    if lijsten.is_place(plaats):
        return True
    woorden = [w for w in plaats.split() if w[0].isupper()]
    return all(
        lijsten.is_place(w) or lijsten.is_organisation(w) or w.isupper()
        for w in woorden
    )


def _own_line(laag: str, begin: int) -> bool:
    """Whether the role begins a line under a greeting, not under another name."""
    regels = laag[:begin].split("\n")
    kop = regels[-1].strip(" ,")
    boven = regels[-2].strip() if len(regels) > 1 else ""
    return kop in {"", "de", "de waarnemend"} and (
        boven == "" or boven.endswith((",", ":", ".")) or "groet" in boven
    )


def _after(
    tekst: str, treffer: Treffer, volgende: int, kennis: Kennis
) -> tuple[Rol, str] | None:
    """The first role in what is said of the name until the next name or sentence."""
    tot = min(volgende, treffer.eind + _RECHTS)
    rechts = tekst[treffer.eind : tot]
    if rechts.startswith("\n"):
        return _role_below(rechts, kennis)
    einde = _VERDER.search(rechts, 1)
    if einde and (einde.group()[0] != "." or einde.start() > 4):  # noqa: PLR2004 (plv. and wnd.)
        rechts = rechts[: einde.start()]
    return _first_role(rechts, kennis, tekst[treffer.eind : volgende])


def _role_below(rechts: str, kennis: Kennis) -> tuple[Rol, str] | None:
    """The role that opens the next line, when that line is no sentence or label."""
    raak = _ONDER.match(klein(rechts))
    rol = kennis.rolvorm.match(klein(rechts), raak.end()) if raak else None
    if (
        raak is None
        or rol is None
        or rechts[rol.end() : rol.end() + 2].strip(" ")[:1]
        in (
            "\t",
            ":",
        )
    ):
        return None
    return kennis.rolwoorden[rol.group()], rechts[raak.end() : rol.end()]


def _first_role(rechts: str, kennis: Kennis, tot_naam: str) -> tuple[Rol, str] | None:
    """The role that opens a segment, when only organisations stand before it.

    Of several in a row (``vz., gedeputeerde``) the one that keeps a name readable.
    """
    laag = klein(rechts)
    vorige = 0
    eerste: tuple[Rol, str] | None = None
    for grens in _SCHEIDING.finditer(rechts):
        tussen = rechts[vorige : grens.start()]
        if not (
            _BIJSTELLING.fullmatch(tussen) or (eerste and _is_role(tussen, kennis))
        ):
            break
        vorige = grens.end()
        vulling = _VULLING.match(laag, grens.end())
        begin = vulling.end() if vulling else grens.end()
        raak = kennis.rolvorm.match(laag, begin)
        if raak and not _is_college(laag, raak.start()):
            if _OPENT_NAAM.fullmatch(tot_naam, raak.end()):
                break
            rol = kennis.rolwoorden[raak.group()]
            if rol.openbaar:
                return rol, rechts[begin : raak.end()]
            eerste = eerste or (rol, rechts[begin : raak.end()])
    return eerste


def _is_role(tussen: str, kennis: Kennis) -> bool:
    """Whether a segment holds a role and nothing else."""
    return kennis.rolvorm.fullmatch(klein(tussen).strip(" .")) is not None


def _in_series(
    tekst: str, vorige: Treffer, treffer: Treffer
) -> tuple[Rol, str, bool] | None:
    """The role of the name before, in a series after a role in the plural."""
    if vorige.rol is None or vorige.functie is None or not vorige.rol.openbaar:
        return None
    if not vorige.functie.lower().endswith(("s", "en", "leden")):
        return None
    tussen = tekst[vorige.eind : treffer.begin]
    if not _OPSOMMING.fullmatch(tussen):
        return None
    return vorige.rol, vorige.functie, False
