"""Decisions in running text: announced, summed up, or said in a formula."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from modellen.afspraak import Besluit, Resultaat
from modellen.document import Vorm
from modellen.stuk import Soort
from pipeline.extraction.acties_opmaak import add_context, make_leesbaar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from modellen.stuk import Stuk
    from pipeline.extraction.acties_tekst import Lezing, Passage, Zin
    from pipeline.extraction.besluiten_regels import Besluitregels
    from pipeline.rulebook import Regel

_POST = {Soort.BRIEF, Soort.EMAIL}
_LEEG = {"", "geen", "n.v.t", "nvt", "n.t.b", "ntb", "volgt"}
_KORTSTE = 4
_ZELFSTANDIG = 3
_LANGSTE_PUNT = 300
_KLEIN_BEGIN = re.compile(r"\s*(?:[a-zà-ÿ]|[-–•])")
_WOORD = re.compile(r"[a-z]{3}")
_DAAD = re.compile(
    r"\s(?:wordt\s|worden\s)?(?:vastgesteld|ingestemd|besloten|goedgekeurd|geaccordeerd)\b"
)
_UIT_ACTIES = {"acties/afgesproken-om", "acties/actie-aanhef"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoeker:
    """All that the search of one document needs."""

    stuk: Stuk
    lezing: Lezing
    regels: Besluitregels
    datum: date | None
    overslaan: frozenset[int]


def find_in_tekst(zoeker: Zoeker) -> Iterator[Besluit]:
    """The decisions outside lists in tables, in the order of the text."""
    reeks: Regel | None = None
    for passage in zoeker.lezing.passages:
        if passage.cel is not None and passage.cel.begin in zoeker.overslaan:
            reeks = None
            continue
        kop = _find_reeks(zoeker, passage)
        if reeks is not None and kop is None:
            if _hoort_bij(passage, reeks, zoeker):
                yield _make_punt(zoeker, passage, reeks)
                continue
            reeks = None
        yield from _from_passage(zoeker, passage)
        reeks = kop or reeks


def _find_reeks(zoeker: Zoeker, passage: Passage) -> Regel | None:
    """The rule by which the last sentence opens a series of decisions."""
    laatste = passage.zinnen[-1].klein
    for regel, _ in zoeker.regels.opsomming.find(laatste):
        return None if zoeker.regels.is_geen_besluit(laatste) else regel
    if len(passage.zinnen) == 1 and passage.vorm is not Vorm.CEL:
        for regel, _ in zoeker.regels.kop.find(laatste):
            return regel
    return None


def _hoort_bij(passage: Passage, reeks: Regel, zoeker: Zoeker) -> bool:
    """Whether a passage is an item of the series: a bullet, or a line that runs on."""
    if passage.vorm is Vorm.KOP or not _WOORD.search(passage.zinnen[0].klein):
        return False
    if passage.vorm is Vorm.LIJST:
        return True
    begin = zoeker.lezing.tekst[passage.begin : passage.begin + 2]
    return bool(_KLEIN_BEGIN.match(begin)) and reeks.soort == "opsomming"


def _make_punt(zoeker: Zoeker, passage: Passage, reeks: Regel) -> Besluit:
    begin, eind = passage.begin, passage.zinnen[-1].eind
    if eind - begin > _LANGSTE_PUNT:
        eind = passage.zinnen[0].eind
    klein = zoeker.lezing.klein[begin:eind]
    return _make_besluit(
        zoeker,
        reeks,
        make_leesbaar(zoeker.lezing.tekst[begin:eind]),
        (begin, eind),
        zoeker.regels.find_resultaat(klein),
    )


def _from_passage(zoeker: Zoeker, passage: Passage) -> Iterator[Besluit]:
    for nummer, zin in enumerate(passage.zinnen):
        gevonden = (
            _from_aanhef(zoeker, passage, nummer, zin)
            or _from_kort(zoeker, passage, nummer, zin)
            or _from_formule(zoeker, passage, nummer, zin)
        )
        if gevonden is not None:
            yield gevonden


def _from_aanhef(
    zoeker: Zoeker, passage: Passage, nummer: int, zin: Zin
) -> Besluit | None:
    for regel, treffer in zoeker.regels.aanhef.find(zin.klein):
        ervoor = zin.klein[: treffer.start()].strip(" •▪●-–*0123456789.)(")
        rest = zin.begin + treffer.end()
        leeg = zoeker.lezing.klein[rest : zin.eind].strip(" .:-") in _LEEG
        if ervoor or leeg or zin.eind - rest < _KORTSTE:
            continue
        tekst = make_leesbaar(zoeker.lezing.tekst[rest : zin.eind])
        klein = zoeker.lezing.klein[rest : zin.eind]
        kort = next(zoeker.regels.kort.find(klein.strip()), None)
        if kort and _says_more(zoeker, passage, nummer):
            continue
        titel = _titel(zoeker, passage, nummer) if kort else None
        omschrijving = f"{titel}: {tekst[0].lower()}{tekst[1:]}" if titel else tekst
        resultaat = zoeker.regels.find_resultaat(klein)
        return _make_besluit(
            zoeker, regel, omschrijving, (zin.begin, zin.eind), resultaat,
            treffer.groupdict().get("nr"),
        )  # fmt: skip
    return None


def _says_more(zoeker: Zoeker, passage: Passage, nummer: int) -> bool:
    """Whether the next sentence decides in full what "Besluit: conform." only names."""
    volgende = passage.zinnen[nummer + 1 : nummer + 2]
    return any(zoeker.regels.find_formule(z.klein) is not None for z in volgende)


def _from_kort(
    zoeker: Zoeker, passage: Passage, nummer: int, zin: Zin
) -> Besluit | None:
    """Give "Ingestemd." what it is about: it means little by itself."""
    for regel, treffer in zoeker.regels.kort.find(zin.klein):
        tekst = make_leesbaar(zoeker.lezing.tekst[zin.begin : zin.eind])
        titel = _titel(zoeker, passage, nummer)
        eigen = treffer.groupdict().get("onderwerp")
        if eigen and (
            zoeker.regels.is_geen_besluit(zin.klein) or _is_later(zoeker, zin)
        ):
            return None
        # A subject of some words needs no heading to be understood.
        genoeg = eigen is not None and len(eigen.split()) >= _ZELFSTANDIG
        if passage.is_kop and not (genoeg and passage.vorm is Vorm.LIJST):
            return None
        if titel is None and not genoeg:
            return None
        return _make_besluit(
            zoeker,
            regel,
            tekst if genoeg else f"{titel}: {tekst[0].lower()}{tekst[1:]}",
            (zin.begin, zin.eind),
            zoeker.regels.find_resultaat(zin.klein, "ingestemd"),
        )
    return None


def _titel(zoeker: Zoeker, passage: Passage, nummer: int) -> str | None:
    """What a bare outcome is about: the heading, the point, or the sentence before."""
    if passage.kop:
        return make_leesbaar(passage.kop).rstrip(" :.")
    punten = zoeker.stuk.agendapunten
    index = bisect_right(punten, passage.begin, key=lambda p: p.herkomst.begin)
    if index:
        return punten[index - 1].titel.rstrip(" :.")
    if nummer:
        vorige = passage.zinnen[nummer - 1]
        return make_leesbaar(zoeker.lezing.tekst[vorige.begin : vorige.eind]).rstrip(
            " ."
        )
    return None


def _from_formule(
    zoeker: Zoeker, passage: Passage, nummer: int, zin: Zin
) -> Besluit | None:
    klein = zin.klein.rstrip()
    if klein.endswith(("?", ":")) or (
        passage.is_kop and passage.vorm is not Vorm.LIJST
    ):
        return None
    regel = zoeker.regels.find_formule(klein)
    in_brief = zoeker.stuk.kenmerken.soort in _POST
    if regel is None or (in_brief and regel.kenmerken.get("alleen") == "overleg"):
        return None
    if _is_actie(zoeker, zin, regel) or _is_later(zoeker, zin):
        return None
    return _make_besluit(
        zoeker,
        regel,
        add_context(zoeker.lezing, passage, nummer),
        (zin.begin, zin.eind),
        Resultaat(regel.kenmerken["resultaat"]),
    )


def _is_later(zoeker: Zoeker, zin: Zin) -> bool:
    """Whether the deed itself is dated ahead: "wordt in het najaar vastgesteld"."""
    anker = zoeker.lezing.anker
    for datering in zoeker.lezing.data_in(zin.begin, zin.eind):
        if anker is None or datering.tot is None or datering.tot <= anker:
            continue
        if _DAAD.match(zoeker.lezing.klein, datering.eind):
            return True
    return False


def _is_actie(zoeker: Zoeker, zin: Zin, regel: Regel) -> bool:
    """An agreement that someone will do something is an action, recorded as such."""
    if regel.id != "besloten":
        return False
    return any(
        a.herkomst.begin < zin.eind
        and zin.begin < a.herkomst.eind
        and a.herkomst.regel in _UIT_ACTIES
        for a in zoeker.stuk.acties
    )


def _make_besluit(
    zoeker: Zoeker,
    regel: Regel,
    omschrijving: str,
    span: tuple[int, int],
    resultaat: Resultaat,
    nummer: str | None = None,
) -> Besluit:
    return Besluit(
        omschrijving=omschrijving,
        resultaat=resultaat,
        datum=zoeker.datum,
        nummer_bron=nummer,
        herkomst=zoeker.stuk.document.citeer(
            *span, regel=f"besluiten/{regel.id}", zekerheid=regel.zekerheid
        ),
    )
