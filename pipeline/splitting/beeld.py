"""What is seen at a possible beginning: words above and below, and the two pages."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

from modellen.document import Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.splitting.kennis import Kennis, Weging
    from pipeline.splitting.lijnen import Blad, Lijn

_VAN_TOTAAL = re.compile(
    r"(?i)(?:(?:pagina|blad(?:zijde)?|blz\.?|page|p\.)\s*(\d{1,3})(?:\s*(?:van|/|of|\|)\s*(\d{1,3}))?"
    r"|^\W{0,3}(\d{1,3})\s*(?:van|/|of)\s*(\d{1,3})\W{0,3}$|^\W{0,3}(\d{1,3})\W{0,3}$)"
)
_CIJFERS = re.compile(r"\d+")
_PUNT = re.compile(r"^(\d{1,2})(?:[.)]|\s)")
_SLOT = (".", "!", "?", ":", ";", ")", '"', "”", "'", "’", "…")
_KOPPEN = {"kop", "bijlage"}
_MINSTENS = 3
_LAGE_REGEL = 0.6
_RAND = (0.08, 0.92)
_REGELLENGTE = 55
_LETTERSPRONG = 1.2
_MAATSPRONG = 20.0
_TITELFACTOR = 1.25
_WITREGELS = 0.05


def see_text(weging: Weging, voor: Sequence[Lijn], na: Sequence[Lijn]) -> None:
    """The words before and after the place, by the rules."""
    _match_rules(weging, voor, na)
    if na and (weging.kop or weging.bijlage) and na[0].nadruk:
        weging.see("nadruk")
    boven = [r for r in voor[-2:] if na and r.blok.pagina == na[0].blok.pagina]
    if weging.bijlage and (
        _list_of_annexes([*boven, *na[:6]]) or (boven and _bare_mention(na))
    ):
        weging.see("bijlagenlijst")
    if any(closes(r, weging.kennis) for r in na[:2]):
        weging.see("begint_met_slot")
    tekst = [r for r in na if r.blok.zone is not Zone.KOPTEKST]
    vorige = [r for r in voor if r.blok.zone is not Zone.KOPTEKST]
    if vorige and tekst:
        _see_run_on(weging, vorige, tekst)
        _see_gap(weging, vorige[-1], tekst[0])


def _match_rules(weging: Weging, voor: Sequence[Lijn], na: Sequence[Lijn]) -> None:
    kennis = weging.kennis
    for regel in kennis.begin:
        binnen = int(regel.kenmerken["binnen"])
        fits = _heading if regel.kenmerken["groep"] in _KOPPEN else _short
        if any(regel.vorm.search(r.tekst.strip()) for r in na[:binnen] if fits(r)):
            weging.match(regel)
    for regel in kennis.eind:
        binnen = int(regel.kenmerken["binnen"])
        if any(regel.vorm.search(r.tekst.strip()) for r in voor[-binnen:]):
            weging.match(regel)
    for regel in kennis.voort:
        if any(next(iter(regel.find(r.tekst)), None) for r in voor[-12:]):
            weging.match(regel)


def closes(lijn: Lijn, kennis: Kennis) -> bool:
    """Whether a line is a closing of a letter or message, never the head of one."""
    tekst = lijn.tekst.strip()
    return any(
        r.vorm.search(tekst)
        for r in kennis.eind
        if r.kenmerken["groep"] == "eind" or "slotregel" in r.kenmerken
    )


def repeated_header(lijn: Lijn, vorig: Blad | None) -> bool:
    """Whether a line stands above the page before too."""
    return (
        vorig is not None
        and lijn.blok.zone is Zone.KOPTEKST
        and lijn.blok.tekst in vorig.kop
    )


def _heading(lijn: Lijn) -> bool:
    """A heading is a block of its own, never a line of a longer paragraph."""
    return lijn.eerste and len(lijn.blok.tekst) < 170  # noqa: PLR2004 (see below)


def _short(lijn: Lijn) -> bool:
    return len(lijn.tekst) < 170  # noqa: PLR2004 (longer than any heading or field)


def _list_of_annexes(lijnen: Sequence[Lijn]) -> bool:
    """Several lines that each name an annex are a list, not the head of one."""
    return sum(r.tekst.strip().casefold().startswith("bijlage") for r in lijnen) > 1


def _bare_mention(na: Sequence[Lijn]) -> bool:
    """The name of an annex with nothing under it: the letter ends by naming it."""
    return sum(r.blok.pagina == na[0].blok.pagina for r in na) < _MINSTENS


def _see_run_on(weging: Weging, voor: Sequence[Lijn], na: Sequence[Lijn]) -> None:
    laatste, eerste = voor[-1].tekst.rstrip(), na[0].tekst.strip()
    klein = eerste[:1].islower()
    open_eind = len(laatste) > _REGELLENGTE and not laatste.endswith(_SLOT)
    if laatste.endswith((",", " en", " of", "-")) or (klein and open_eind):
        weging.see("zin_loopt")
    elif klein:
        weging.see("kleine_letter")
    nummer = _PUNT.match(eerste)
    vorige = next(
        (m for r in reversed(voor) if r.eerste and (m := _PUNT.match(r.tekst.strip()))),
        None,
    )
    if nummer and vorige and int(nummer[1]) == int(vorige[1]) + 1:
        weging.see("nummers_lopen")


def _see_gap(weging: Weging, laatste: Lijn, eerste: Lijn) -> None:
    """White lines between two lines of one page."""
    if (
        laatste.boven is not None
        and eerste.boven is not None
        and laatste.blok.pagina == eerste.blok.pagina
        and eerste.boven - laatste.boven > _WITREGELS
    ):
        weging.see("tussenruimte")


def see_page(weging: Weging, vorig: Blad, blad: Blad, *, zelfde: bool = True) -> None:
    """How a page differs from the one before it.

    Without ``zelfde`` the running lines of that page are of an earlier document.
    """
    _see_stamps(weging, vorig, blad)
    _see_shape(weging, vorig, blad)
    if zelfde:
        _see_numbers(weging, vorig, blad)
        _see_running_lines(weging, vorig, blad)
    _see_tables(weging, vorig, blad)
    laag = max((r.boven for r in vorig.lijnen if r.boven is not None), default=None)
    if laag is not None and laag < _LAGE_REGEL:
        weging.see("witruimte")


def _see_numbers(weging: Weging, vorig: Blad, blad: Blad) -> None:
    oud, nieuw = _page_number(vorig), _page_number(blad)
    if oud and oud[0] == oud[1] and (nieuw is None or nieuw[0] == 1):
        weging.see("nummering_af")
    if nieuw:
        if oud and nieuw[0] == oud[0] + 1 and nieuw[1] == oud[1]:
            weging.see("nummering_loopt")
        elif nieuw[0] == 1 and (oud is None or oud[0] >= 1):
            weging.see("nummering_opnieuw")


def _page_number(blad: Blad) -> tuple[int, int | None] | None:
    """The number a page prints at its edge, and of how many."""
    for tekst in (*blad.voet, *blad.kop, *_edge_lines(blad)):
        raak = _VAN_TOTAAL.search(tekst.strip())
        if raak:
            nummer = raak[1] or raak[3] or raak[5]
            totaal = raak[2] or raak[4]
            return int(nummer), int(totaal) if totaal else None
    return None


def _edge_lines(blad: Blad) -> list[str]:
    """The lines in the margin at the top and the foot of a page."""
    boven, onder = _RAND
    return [
        r.tekst
        for r in (*blad.lijnen[:2], *blad.lijnen[-2:])
        if r.boven is not None and not boven < r.boven < onder
    ]


def _see_stamps(weging: Weging, vorig: Blad, blad: Blad) -> None:
    oud, nieuw = _stamp(vorig, weging.kennis), _stamp(blad, weging.kennis)
    if oud and nieuw:
        weging.see("stempel_zelfde" if oud == nieuw else "stempel_nieuw")


def _stamp(blad: Blad, kennis: Kennis) -> str | None:
    for tekst in (*blad.kop, *blad.voet, *_edge_lines(blad)):
        for regel in kennis.stempel:
            raak = regel.vorm.search(tekst.strip())
            if raak:
                return raak.group(1).casefold().lstrip("0")
    return None


def _see_shape(weging: Weging, vorig: Blad, blad: Blad) -> None:
    if vorig.pagina is None or blad.pagina is None:
        return
    if vorig.liggend != blad.liggend:
        weging.see("andere_stand")
    elif (
        vorig.pagina.breedte
        and abs(vorig.pagina.breedte - blad.pagina.breedte) > _MAATSPRONG
    ):
        weging.see("ander_formaat")
    oud, nieuw = _body_size(vorig), _body_size(blad)
    if oud and nieuw and abs(oud - nieuw) >= _LETTERSPRONG:
        weging.see("andere_letter")
    kop = blad.lijnen[0].blok if blad.lijnen else None
    if kop and kop.letter and nieuw and kop.letter >= nieuw * _TITELFACTOR:
        weging.see("titel")


def _body_size(blad: Blad) -> float | None:
    maten = [r.blok.letter for r in blad.lijnen if r.blok.letter]
    return median(maten) if maten else None


def _see_running_lines(weging: Weging, vorig: Blad, blad: Blad) -> None:
    oud, nieuw = _running(vorig, weging.kennis), _running(blad, weging.kennis)
    if oud & nieuw:
        weging.see("zelfde_koptekst")
    elif oud or nieuw:
        weging.see("andere_koptekst")


def _running(blad: Blad, kennis: Kennis) -> set[str]:
    """The running lines of a page, page numbers made alike, stamps left out."""
    teksten = (*blad.kop, *blad.voet, *_edge_lines(blad))
    vorm = {
        _CIJFERS.sub("#", t.strip().casefold())
        for t in teksten
        if not any(r.vorm.search(t.strip()) for r in kennis.stempel)
    }
    return {v for v in vorm if sum(ch.isalpha() for ch in v) > 3 and "pagina" not in v}  # noqa: PLR2004 (a number alone tells nothing)


def _see_tables(weging: Weging, vorig: Blad, blad: Blad) -> None:
    if not (vorig.tabellen and blad.tabellen):
        return
    (kop, breed), (nieuwe_kop, nieuw_breed) = vorig.tabellen[-1], blad.tabellen[0]
    if kop.strip() and kop == nieuwe_kop:
        weging.see("tabelkop_herhaald")
    elif breed == nieuw_breed and _in_table(vorig, -1) and _in_table(blad, 0):
        weging.see("tabel_loopt")


def _in_table(blad: Blad, index: int) -> bool:
    return "\t" in blad.lijnen[index].tekst if blad.lijnen else False
