"""The rows of the inventory, without anything that was masked."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from modellen.inventaris import Inventarisregel, Organisatie
from modellen.lakblad import Beoordeling, Keuze
from pipeline.errors import RegelError
from pipeline.lakken.naalden import (
    KLEIN,
    KORTST_ACHTERNAAM,
    UNIEK,
    is_full_name,
    surnames_in,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from modellen.lakblad import Lakregel, Woodocument

_KORTST = 3


def make_inventaris(
    stuk: Woodocument,
    beoordeling: Beoordeling,
    gronden: Sequence[str],
    schoon: Callable[[str], str],
    bestand: Mapping[str, Any],
) -> Inventarisregel:
    """The row of a document; ``bestand`` holds the facts of its released file."""
    return Inventarisregel(
        nummer=stuk.nummer,
        datum=stuk.datum,
        titel=schoon(stuk.titel),
        soort=stuk.soort,
        afzender=schoon(stuk.afzender),
        ontvanger=schoon(stuk.ontvanger),
        beoordeling=beoordeling,
        gronden=tuple(gronden),
        toelichting=schoon(stuk.toelichting),
        dubbel_van=stuk.dubbel_van,
        link=stuk.link,
        **bestand,
    )


def judge(stuk: Woodocument, gronden: Sequence[str]) -> Beoordeling:
    """What a person judged, else what the boxes say."""
    if stuk.beoordeling is not Beoordeling.OPEN:
        return stuk.beoordeling
    return Beoordeling.DEELS if gronden else Beoordeling.OPENBAAR


def make_cleaner(regels: Sequence[Lakregel], nummer: str) -> Callable[[str], str]:
    """Takes what was masked out of the words of a row; the ground comes in its place.

    Full names, addresses and numbers of every document; of its own every mark. A title
    such as "Notitie Bakker" tells who it was as well: of full names the surname goes
    too where it has its capital.
    """
    weg = {
        r.tekst: r.grond
        for r in regels
        if r.keuze is Keuze.LAKKEN
        and not r.vlak
        and len(r.tekst) >= _KORTST
        and (r.nummer == nummer or r.soort in UNIEK or is_full_name(r))
    }
    volgorde = sorted(weg, key=lambda t: (-len(t), t))
    vormen = [(_form(tekst), f"[{weg[tekst]}]") for tekst in volgorde]
    vormen += _surname_forms(regels, nummer)

    def clean(tekst: str) -> str:
        for vorm, grond in vormen:
            tekst = vorm.sub(grond, tekst)
        return tekst

    return clean


def _surname_forms(
    regels: Sequence[Lakregel], nummer: str
) -> list[tuple[re.Pattern[str], str]]:
    """How a title names those who are masked in its document, by surname alone."""
    blijft = {w for r in regels if r.keuze is not Keuze.LAKKEN for w in r.tekst.split()}
    achter = {
        naam: r.grond
        for r in regels
        if r.keuze is Keuze.LAKKEN and r.nummer == nummer and is_full_name(r)
        for naam in surnames_in(r.tekst, _KORTST)
        if naam not in blijft
    }
    return [(_surname_form(naam), f"[{achter[naam]}]") for naam in sorted(achter)]


@lru_cache(maxsize=1 << 16)
def _surname_form(naam: str) -> re.Pattern[str]:
    """A surname with its particles; a short one only behind another word."""
    begin = r"(?<![^\W_])" if len(naam) >= KORTST_ACHTERNAAM else r"(?<=\w[ _.-])"
    klein = "|".join(map(re.escape, sorted(KLEIN)))
    return re.compile(rf"{begin}(?:(?i:{klein})[ _-])*{re.escape(naam)}(?![^\W_])")


@lru_cache(maxsize=1 << 16)
def _form(tekst: str) -> re.Pattern[str]:
    """Words as a title or a file name may write them; every document asks for them."""
    woorden = r"[\s._-]+".join(map(re.escape, tekst.split()))
    return re.compile(rf"(?i)(?<!\w){woorden}(?!\w)")


def read_organisatie(tabel: Mapping[str, Any]) -> Organisatie:
    """Who publishes, from ``regels/woo/organisatie.toml``; raises ``RegelError``."""
    try:
        return Organisatie(**tabel)
    except (TypeError, ValueError) as fout:
        raise RegelError(
            f"woo/organisatie.toml klopt niet ({fout}). Vul naam, bestuursorgaan, uri, "
            "code, plaats, postadres, prefix en webadres in."
        ) from fout
