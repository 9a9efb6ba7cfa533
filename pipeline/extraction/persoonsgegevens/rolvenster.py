"""Which role a name is given by the words just before or behind it."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.naamvorm import is_plausible
from pipeline.extraction.persoonsgegevens.ondertekening import (
    give_addressee,
    give_letterhead,
    role_above_signature,
)
from pipeline.extraction.persoonsgegevens.oorden import OORD, is_seat
from pipeline.extraction.persoonsgegevens.rolbericht import give_messages
from pipeline.extraction.persoonsgegevens.rolcel import explains_role, own_cell
from pipeline.extraction.persoonsgegevens.rolkomma import (
    goes_along,
    is_of_another,
    mark_elsewhere,
)
from pipeline.extraction.persoonsgegevens.rolnaast import who_is_meant
from pipeline.extraction.persoonsgegevens.rolomgeving import (
    all_known,
    carries_name,
    cut_seat,
    in_address,
    in_passing,
    is_college,
    is_label,
    is_listed,
    is_own_initials,
    is_short_office,
    own_line,
    task_end,
)
from pipeline.extraction.persoonsgegevens.rolraad import give_council
from pipeline.extraction.persoonsgegevens.rolreeks import (
    AANHEF,
    fill_series,
    give_lists,
    role_in_series,
)
from pipeline.extraction.persoonsgegevens.rolwoorden import (
    BEWONER,
    FRACTIE,
)
from pipeline.extraction.persoonsgegevens.rolzin import said_after, said_before
from pipeline.extraction.persoonsgegevens.tekenblok import give_college, give_columns
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.rollenboek import Rol
    from pipeline.extraction.persoonsgegevens.rolwoorden import Rolwoorden
    from pipeline.extraction.persoonsgegevens.treffer import Treffer

_LINKS = 80
_RECHTS = 110
_PLAATS = (
    r"(?:[ ](?P<in>van|te|uit|in|voor|bij)?[ ]?(?:de|het)?[ ]?(?:gemeente|"
    r"provincie|ministerie)?"
    r"[ ]?(?P<plaats>[A-Z'][\w&'-]+(?:[ ](?:aan|den|de|en|in|op)?[ ]?[A-Z][\w&'-]+)"
    r"{0,3}))?"
)
_ERVOOR = re.compile(
    rf"(?:[ ]van[ ](?:de|alle)(?:[ ][a-z]+)?[ ]gemeenten(?=:))?{_PLAATS}"
    r"(?:[ ]\([^()\n]{1,30}\)|\))?"
    r"(?:[ ](?:is|was|werd|wordt|blijft|voornoemd|zelf)(?:[ ]nu)?|"
    r",[ ]dat[ ](?:is|was))?"
    rf"(?P<teken>[ ]?[,:(\t\n–-]{{0,2}})[ \n]{{0,2}}{AANHEF}\Z"
)
_BEPAALD = re.compile(r"(?i)\b(?:de|het|onze|uw|hun)[ ]\Z")
"""An office that is one person's: "de gedeputeerde, Kolk, komt"."""
_VULLING = re.compile(
    r"[ ]*(?:(?:idem,?|de|het|een|is|als|tevens|onze|jullie|uw|was|wordt|"
    r"plv\.?|plaatsvervangend|"
    r"waarnemend|wnd\.?|demissionair|nieuwe|huidige|lokale|betrokken|"
    r"en|ook|eveneens|zelf|hun|beiden?|allebei|allen|alle|bestuurlijk)[ ]){0,3}"
)
_ONDER = re.compile(
    r"\n{1,2}[ ]?(?:(?:functie|rol|hoedanigheid)[ ]?[:\t][ ]?)?"
    r"(?:(?:plv\.?|plaatsvervangend|waarnemend|wnd\.?|bestuurlijk)[ ])?"
)
_VERDER = re.compile(r"[;.!?](?:\s|\Z)|\n")
_SCHEIDING = re.compile(r"[,(\t|]|/(?![A-Z])|[ ][–=-][ ]|\n|[ ]{3,}|[ ](?=als[ ])")
_BIJSTELLING = re.compile(
    r"[ )\]]*(?:(?:[A-Z'][\w&'./-]*|gemeente|provincie|ministerie|regio|"
    r"van|de|het|en|der|namens|zijn|is|aan|ad|a/d|op|bij|in|\d+)[ )\]]*){0,8}"
)
_OPENT_NAAM = re.compile(rf"\.?[ ]{AANHEF}")
_OPENT_KOLOM = re.compile(rf"[,:]?{_OPENT_NAAM.pattern}")
"""In the next column an office with a sign is of who stands behind it."""
_BEGROET = "naam.begroeting"
_AFGEKORT = 6
"""Letters of an office that is shortened with a stop: burgem., gedep."""
_KORTBIJ = 16
_AMBT_ERNA = re.compile(
    r"[ ](?:\(|als[ ]|=[ ]|is[ ](?=de[ ]|onze[ ]))(?:(?:de|onze)[ ])?"
)
_AMBT_NA_VOL = re.compile(r"[ ](?:\(|als[ ]|[=/–-][ ])|,[ ]|\t")
_NA_AMBT = re.compile(r"(?:[ ]dus)?[),;.\n]|\Z|[ ](?:of|en|in|van)[ ]|[ ](?=[A-Z])")
_VERVANGT = re.compile(r"(?i)\b(?:vervangt|i\.?p\.?v\.?|in plaats van)[ ]\Z")
_KORTE_VORM = 5
"""Where the stop stands of what shortens a word before an office: " (wnd."."""

_ZEKER = 0.85
_VER_ERVOOR = 240
_VER_ERNA = 260
_KORT_ERNA = 50
"""How far an office can stand from a name it is of; nearer where it makes a name."""


def find_rollen(rollen: Rolwoorden, treffers: list[Treffer], kennis: Kennis) -> None:
    """Give each possible name its role and function; a role can carry a name."""
    tekst = rollen.tekst
    vorige: Treffer | None = None
    for i, treffer in enumerate(treffers):
        if vorige is not None and is_seat(rollen, vorige, treffer, kennis):
            treffer.gewicht = 0.0
            continue
        if _is_apart(rollen, treffer, vorige):
            vorige = treffer if treffer.aanvaard else vorige
            continue
        ervoor = _before(rollen, treffer, vorige, kennis)
        erna = None
        if treffer.aanvaard or ervoor or _has_office(rollen, treffer, kennis):
            erna = _after(rollen, treffer, _next_name(rollen, treffers, i, kennis))
        partij = erna is not None and erna[0].id == FRACTIE
        if ervoor is None and (erna is None or partij) and vorige is not None:
            ervoor = role_in_series(tekst, vorige, treffer, kennis)
        _give(treffer, ervoor, erna, kennis)
        cut_seat(tekst, treffer, kennis)
        vorige = treffer if treffer.aanvaard else vorige
    fill_series(tekst, treffers, kennis)
    give_columns(rollen, treffers, kennis)
    give_college(rollen, treffers, kennis)
    give_letterhead(rollen, treffers)
    give_addressee(rollen, treffers)
    give_messages(rollen, treffers)
    give_lists(rollen, treffers)
    give_council(rollen, treffers)
    mark_elsewhere(rollen, treffers, kennis)


def _is_apart(rollen: Rolwoorden, treffer: Treffer, vorige: Treffer | None) -> bool:
    """Whether nothing can give a run a role: none is near, before it or in its head."""
    if treffer.kolomrol or (vorige is not None and vorige.rol):
        return False
    verder = _VER_ERNA if treffer.aanvaard else _KORT_ERNA
    return not rollen.any_in(treffer.begin - _VER_ERVOOR, treffer.eind + verder)


def _has_office(rollen: Rolwoorden, treffer: Treffer, kennis: Kennis) -> bool:
    """Whether an office stands behind a run: ``Kolk (cdk)``; then it is a name."""
    vorm = _AMBT_ERNA if len(treffer.delen) == 1 else _AMBT_NA_VOL
    raak = vorm.match(rollen.tekst, treffer.eind, treffer.ambtcel or sys.maxsize)
    rol = rollen.at(raak.end()) if raak else in_passing(rollen, treffer)
    if rol is None or not rol.rol.openbaar:
        return False
    if not _NA_AMBT.match(rollen.tekst, rol.eind) or not is_plausible(
        treffer.delen, treffer.naam, kennis
    ):
        return False
    treffer.believe(_ZEKER, "naam.rol", "naam voor een functie")
    return True


def _next_name(
    rollen: Rolwoorden, treffers: list[Treffer], i: int, kennis: Kennis
) -> int:
    """Where the next run begins that can be a name, as far as a window reaches."""
    grens = treffers[i].eind + _RECHTS
    for j in range(i + 1, min(i + 12, len(treffers))):
        ander = treffers[j]
        if ander.begin > grens:
            break
        naam = ander.aanvaard or is_plausible(ander.delen, ander.naam, kennis)
        if (
            naam
            and ander.regel != OORD
            and not is_seat(rollen, treffers[i], ander, kennis)
        ):
            return ander.begin
    return grens


def _give(
    treffer: Treffer,
    ervoor: tuple[Rol, str, bool] | None,
    erna: tuple[Rol, str] | None,
    kennis: Kennis,
) -> None:
    gekozen = erna
    if treffer.regel == OORD:
        return
    if ervoor and (erna is None or not ervoor[2]):
        if erna is None or ervoor[0].openbaar or not erna[0].openbaar:
            gekozen = ervoor[0], ervoor[1]
        aanvaardbaar = (
            (ervoor[0].openbaar or ervoor[0].voor_ambt)
            and not kennis.lijsten.is_place(
                f"{treffer.naam.voegsel} {treffer.naam.achternaam}".strip()
            )
            and klein(treffer.delen[0].tekst) not in kennis.portefeuilles
            and not (
                treffer.naam.voegsel.isupper()
                and kennis.lijsten.is_place(treffer.naam.achternaam)
            )
        ) or is_plausible(treffer.delen, treffer.naam, kennis)
        # "Gedeputeerde Noordhoek neemt contact op": a village does not act.
        aanvaardbaar = aanvaardbaar or (
            treffer.handelt and kennis.lijsten.is_surname(treffer.delen[-1].tekst)
        )
        if ervoor[0].id == BEWONER and treffer.naam.voegsel.startswith("van"):
            aanvaardbaar = False  # "de bewoners van de Oude Gracht"
        if not ervoor[2] and aanvaardbaar and treffer.gewicht < _ZEKER:
            treffer.believe(_ZEKER, "naam.rol", "naam achter een functie")
    if gekozen is None and treffer.kolomrol:
        gekozen = treffer.kolomrol, treffer.kolomrol.id
    if gekozen and treffer.aanvaard and not is_own_initials(treffer, gekozen):
        treffer.rol, treffer.functie = gekozen


def _before(  # noqa: PLR0911 (one reason why it is not of this name after another)
    rollen: Rolwoorden, treffer: Treffer, vorige: Treffer | None, kennis: Kennis
) -> tuple[Rol, str, bool] | None:
    """Role, its words, and whether a comma or line parts it from the name."""
    gezegd = said_before(rollen, treffer)
    if gezegd is not None:
        return gezegd.rol, rollen.tekst[gezegd.begin : gezegd.eind], False
    raak = rollen.last_before(treffer.begin, _LINKS)
    if raak is None:
        return role_above_signature(rollen, treffer.begin)
    begin = max(0, treffer.begin - _LINKS)
    links = rollen.tekst[begin : treffer.begin]
    van, tot = raak.begin - begin, raak.eind - begin
    letters = links[van + 1 : tot]
    afgekort = (
        links[tot : tot + 1] == "."
        and letters.islower()
        and (tot - van <= _AFGEKORT or not kennis.lijsten.is_common(links[van:tot]))
    )
    gat = _ERVOOR.match(links, task_end(links, tot + afgekort, kennis))
    if gat is None:
        if is_label(rollen, raak, treffer.begin):
            return raak.rol, links[van:tot], False
        return role_above_signature(rollen, treffer.begin)
    if is_college(klein(links), van) or not _fits_between(gat, kennis):
        return None
    if "\t" in links[tot:] and not own_cell(rollen, raak.begin, treffer, vorige):
        return None
    wie = who_is_meant(rollen, raak, treffer)
    if wie is not raak:
        return (wie.rol, rollen.tekst[wie.begin : wie.eind], False) if wie else None
    los_haakje = _closes(links[tot:]) and not explains_role(rollen, raak.begin)
    los_regel = "\n" in links[tot:] and not (
        own_line(rollen, raak, klein(links), van)
        or in_address(rollen.tekst, raak, treffer)
    )
    if los_haakje or los_regel or is_of_another(rollen, raak, treffer, vorige):
        return None
    los = any(c in links[gat.start() :] for c in ",\n")
    bijstelling = gat["teken"] == "," and _BEPAALD.search(links[:van])
    if bijstelling and rollen.tekst[treffer.eind : treffer.eind + 1] == ",":
        los = False
    return raak.rol, links[van:tot], los


def _closes(stuk: str) -> bool:
    """Whether a bracket is closed that was not opened."""
    return stuk.count(")") > stuk.count("(")


def _fits_between(gat: re.Match[str], kennis: Kennis) -> bool:
    """Whether what parts role and name is a place, known or set off by a comma."""
    plaats, lijsten = gat["plaats"], kennis.lijsten
    if plaats and not gat["in"] and "," in gat["teken"] and lijsten.is_surname(plaats):
        return False  # "burgemeester Noordhoek, Lea Kolk": that is the mayor
    if not plaats or all_known(plaats, kennis):
        return True
    if klein(plaats.split()[0]) in kennis.portefeuilles:
        return True
    return (
        bool(gat["in"])
        and ("," in gat["teken"] or gat["in"] == "van")
        and not any(
            lijsten.is_surname(w) or lijsten.is_first_name(w) for w in plaats.split()
        )
    )


def _after(
    rollen: Rolwoorden, treffer: Treffer, volgende: int
) -> tuple[Rol, str] | None:
    """The first role in what is said of the name until the next name or sentence."""
    tekst = rollen.tekst
    tot = min(volgende, treffer.eind + _RECHTS, treffer.ambtcel or volgende)
    rechts = tekst[treffer.eind : tot]
    if treffer.kop in rollen.kennis.postkolommen:
        rechts = rechts.partition("\t")[0]
    terloops = in_passing(rollen, treffer) or said_after(rollen, treffer)
    if terloops is not None:
        return terloops.rol, tekst[terloops.begin : terloops.eind]
    if rechts.startswith(("\n", ",\n")):
        komma = rechts.startswith(",")
        return _role_below(rollen, treffer.eind + komma, rechts[komma:], volgende)
    links = tekst[max(0, treffer.begin - _KORTBIJ) : treffer.begin]
    if rechts.startswith(",") and (
        treffer.regel == _BEGROET or _VERVANGT.search(links)
    ):
        return None  # the sentence begins here, or the role is of who stands in
    einde = _VERDER.search(rechts, 1)
    if einde and (einde.group()[0] != "." or einde.start() > _KORTE_VORM):
        rechts = rechts[: einde.start()]
    return _first_role(rollen, treffer.eind, rechts, tekst[treffer.eind : volgende])


def _role_below(
    rollen: Rolwoorden, plek: int, rechts: str, volgende: int
) -> tuple[Rol, str] | None:
    """The role that opens the next line, when that line is no sentence or label.

    A role right before the next name is of that name.
    """
    raak = _ONDER.match(klein(rechts))
    rol = rollen.at(plek + raak.end()) if raak else None
    if raak is None or rol is None or is_college(klein(rechts), raak.end()):
        return None
    if _OPENT_NAAM.fullmatch(rollen.tekst, rol.eind, volgende):
        return None
    achter = rollen.tekst[rol.eind : rol.eind + 2].strip(" ")[:1]
    if rol.eind - plek > len(rechts) or achter in ("\t", ":"):
        return None
    return rol.rol, rechts[raak.end() : rol.eind - plek]


def _is_role(rollen: Rolwoorden, stuk: str) -> bool:
    """Whether a piece is a role, perhaps with whose it is: ``jullie voorzitter``."""
    vulling = _VULLING.match(klein(stuk))
    return rollen.is_role(stuk[vulling.end() :] if vulling else stuk)


def _first_role(
    rollen: Rolwoorden, plek: int, rechts: str, tot_naam: str
) -> tuple[Rol, str] | None:
    """The role that opens a segment, when only organisations stand before it.

    Of several in a row (``vz., gedeputeerde``) the one that keeps a name readable.
    """
    laag = klein(rechts)
    vorige = 0
    eerste: tuple[Rol, str] | None = None
    dadelijk = rollen.at(plek + 1) if rechts.startswith(" ") else None
    if dadelijk and (is_short_office(rollen, dadelijk) or not dadelijk.rol.openbaar):
        return dadelijk.rol, rechts[1 : dadelijk.eind - plek]
    for grens in _SCHEIDING.finditer(rechts):
        tussen = rechts[vorige : grens.start()]
        if not (
            _BIJSTELLING.fullmatch(tussen) or (eerste and _is_role(rollen, tussen))
        ):
            break
        vorige = grens.end()
        vulling = _VULLING.match(laag, grens.end())
        begin = vulling.end() if vulling else grens.end()
        raak = rollen.at(plek + begin)
        if raak is None or raak.eind - plek > len(rechts):
            continue
        if is_listed(rollen, raak, grens.group()) or goes_along(rollen, raak):
            break
        if not is_college(laag, begin):
            kolom = not grens.group().strip()
            opent = _OPENT_KOLOM if kolom else _OPENT_NAAM
            zelf = "=" in grens.group()  # "Ab = burgemeester Kolk" names one person
            if (not zelf and opent.fullmatch(tot_naam, raak.eind - plek)) or (
                grens.group() == ","
                and carries_name(rollen.tekst, raak.eind, rollen.kennis)
            ):
                break
            if raak.rol.openbaar:
                return raak.rol, rechts[begin : raak.eind - plek]
            eerste = eerste or (raak.rol, rechts[begin : raak.eind - plek])
    return eerste
