"""The example papers of a regietafel with other people in them.

The people of ``../shared/voorbeelden`` are invented; here each is replaced by someone
drawn from the lists of ``persoonsgegevens_set.py``, the same in every paper of a
dossier. What the gold files call ``gone`` must go, what they call ``keep`` must stay.
"""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from persoonsgegevens_set import (
    GEWOON_A,
    GEWOON_V,
    ZELDZAAM_A,
    ZELDZAAM_V,
    Mens,
    Voorbeeld,
    plain,
)

from pipeline.readers import read_file
from pipeline.settings import Grenzen

if TYPE_CHECKING:
    from modellen.document import Document

VOORBEELDEN = Path(__file__).parents[2] / "shared" / "voorbeelden"
_DAGEN = ("2024-02-15", "2024-07")
_VOL = re.compile(r"[A-Z][a-zë]+ [^,]+")


def read_swapped(zaad: int, *, zeldzaam: bool) -> list[Voorbeeld]:
    """Every example with new people, labelled; a seed draws the same people again."""
    uit = []
    for dag in _DAGEN:
        goud = json.loads(
            next(VOORBEELDEN.glob(f"{dag}*.gold.json")).read_text("utf-8")
        )
        # Not for safety: the draw must be the same each time.
        nieuw = _swap(goud["gone"], random.Random(f"{dag}{zaad}"), zeldzaam=zeldzaam)
        uit += [
            _label(exchange(stuk, nieuw), nieuw, goud["keep"])
            for pad in sorted(VOORBEELDEN.glob(f"{dag}*"))
            if pad.suffix != ".json"
            for stuk in read_file(pad, pad.name, Grenzen()).documenten
        ]
    return uit


def _swap(gone: list[str], bron: random.Random, *, zeldzaam: bool) -> dict[str, str]:
    """For each string that must go what stands there now; numbers stay as they are."""
    nieuw = {g: g for g in gone if any(c.isdigit() for c in g)}
    voor = ZELDZAAM_V if zeldzaam else GEWOON_V
    # Someone called Koning would make the title of the commissaris a name.
    namen = [a for a in (ZELDZAAM_A if zeldzaam else GEWOON_A) if a != "Koning"]
    achter = bron.sample(namen, k=len(namen))
    for nummer, oud in enumerate(g for g in gone if _VOL.fullmatch(g)):
        was = Mens(voornaam=oud.split()[0], achternaam=oud.split(" ", 1)[1])
        wordt = Mens(
            voornaam=bron.choice(voor), achternaam=achter[nummer % len(achter)]
        )
        nieuw |= {
            a: b for a, b in zip(_forms(was), _forms(wordt), strict=True) if a in gone
        }
    rest = [g for g in gone if g not in nieuw]
    return nieuw | {g: bron.choice(achter) for g in rest}


def _forms(m: Mens) -> tuple[str, ...]:
    """The ways in which the gold files write a person."""
    kort, lang = plain(m.voornaam)[:1], plain(m.voornaam)
    achter = plain(m.achternaam)
    return (
        f"{m.voornaam} {m.achternaam}",
        m.achternaam,
        f"{m.voornaam}, {m.achternaam}",
        f"{kort}.{achter}@",
        f"{lang}.{achter}",
    )


def exchange(document: Document, nieuw: dict[str, str]) -> Document:
    """A document with strings replaced; its blocks and cells move along."""
    tekst, plek = "", [0] * (len(document.tekst) + 1)
    vorige = 0
    vorm = "|".join(re.escape(w) for w in sorted(nieuw, key=len, reverse=True))
    for raak in (*re.finditer(vorm, document.tekst), None):
        tot = raak.start() if raak else len(document.tekst)
        for i in range(vorige, tot + 1):
            plek[i] = len(tekst) + i - vorige
        tekst += document.tekst[vorige:tot]
        if raak:
            plek[raak.start() : raak.end()] = [len(tekst)] * len(raak.group())
            tekst += nieuw[raak.group()]
            vorige = raak.end()
    return replace(
        document,
        tekst=tekst,
        aanduidingen=(),
        blokken=tuple(
            replace(
                b,
                tekst=tekst[plek[b.begin] : plek[b.eind]],
                begin=plek[b.begin],
                regels=(),
            )
            for b in document.blokken
        ),
        tabellen=tuple(
            replace(
                t,
                cellen=tuple(
                    replace(c, begin=plek[c.begin], eind=plek[c.eind]) for c in t.cellen
                ),
            )
            for t in document.tabellen
        ),
    )


def _label(document: Document, nieuw: dict[str, str], keep: list[str]) -> Voorbeeld:
    weg = "|".join(
        re.escape(w.rstrip("@")) for w in sorted(nieuw.values(), key=len)[::-1]
    )
    return Voorbeeld(
        soort="voorbeeld",
        document=document,
        weg=tuple((*r.span(), "") for r in re.finditer(weg, document.tekst)),
        blijft=tuple(
            r.span() for k in keep for r in re.finditer(re.escape(k), document.tekst)
        ),
    )
