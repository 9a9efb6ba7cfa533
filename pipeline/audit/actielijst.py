"""An actielijst against the 'Actie:' sentences of the verslag: count, words, owner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from modellen.stuk import Soort
from pipeline.audit.melding import join_woorden, make_bevinding, read_drempel
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.afspraak import Actie
    from modellen.bevinding import Bevinding
    from modellen.dossier import Documentkaart, Dossier, GenummerdeActie
    from modellen.stuk import Stuk
    from pipeline.rulebook import Regelboek

    Lijst = list[tuple[str, tuple[str, ...]]]

_AANHEF = re.compile(
    r"(?<!\w)acties?(?:punt)?\s*:\s*(?P<zin>[^\n\t]{12,400})", re.IGNORECASE
)
_WOORD = re.compile(r"[a-z]{4,}|\d{2,}")
_NAAM = re.compile(r"[a-z]{3,}")
_ZIN = "acties/actie-aanhef"
_KORT = 110
_DAGEN = 120
_STAM = 5
# words that tell no two actions apart, and titles that are no names
_LEEG = {"deze", "voor", "naar", "over", "door", "wordt", "worden", "zijn", "heeft"}
_LEEG |= {"hebben", "gemeente", "gemeenten", "uiterlijk", "actie", "acties", "nog"}
_TITELS = {"gemeente", "gem", "wethouder", "mevrouw", "heer", "mevr", "namens"}


def check_eigen_lijst(stuk: Stuk, regelboek: Regelboek) -> Iterator[Bevinding]:
    """The list at the end of a document against the sentences in its own text."""
    rijen = [a for a in stuk.acties if a.is_rij]
    if not rijen:
        return
    bereik = [(a.herkomst.begin, a.herkomst.eind) for a in rijen]
    tabel = [
        (min(c.begin for c in t.cellen), max(c.eind for c in t.cellen))
        for t in stuk.document.tabellen
        if t.cellen
    ]
    zinnen = [
        m["zin"].strip()
        for m in _AANHEF.finditer(stuk.document.tekst)
        if not any(b <= m.start() < e for b, e in (*bereik, *tabel))
    ]
    if not zinnen:
        return
    lijst = [(a.omschrijving, a.actiehouders) for a in rijen]
    yield from _compare(stuk.document.id, zinnen, lijst, "", regelboek)


def check_lijst(dossier: Dossier, regelboek: Regelboek) -> Iterator[Bevinding]:
    """The sentences of a verslag against the actielijst that took them over."""
    kaarten = {k.id: k for k in dossier.documenten}
    per_stuk: dict[str, list[GenummerdeActie]] = {}
    for g in dossier.acties:
        per_stuk.setdefault(g.actie.herkomst.document, []).append(g)
    for document, acties in per_stuk.items():
        verslag = kaarten.get(document)
        zinnen = [g.actie for g in acties if g.actie.herkomst.regel == _ZIN]
        if verslag is None or verslag.soort is not Soort.VERSLAG or not zinnen:
            continue
        lijst = _find_lijst(verslag, kaarten, per_stuk)
        if lijst is not None:
            rijen = [
                (g.actie.omschrijving, g.actie.actiehouders)
                for g in per_stuk[lijst.id]
                if g.actie.is_rij
            ]
            woorden = [_with_owner(a) for a in zinnen]
            naam = f" in '{lijst.bestand.rsplit('/', 1)[-1]}'"
            yield from _compare(document, woorden, rijen, naam, regelboek)


def _with_owner(actie: Actie) -> str:
    """The sentence of an action, its owner in front where the words left it out."""
    zin = actie.omschrijving
    los = [h for h in actie.actiehouders if not _names(h) & _names(zin)]
    return f"{join_woorden(los)}: {zin}" if los else zin


def _find_lijst(
    verslag: Documentkaart,
    kaarten: dict[str, Documentkaart],
    per_stuk: dict[str, list[GenummerdeActie]],
) -> Documentkaart | None:
    """The list on or after the day that holds most of the actions."""
    if verslag.datum is None:
        return None
    mogelijk = [
        k
        for k in kaarten.values()
        if k.soort is Soort.ACTIELIJST
        and k.id in per_stuk
        and k.datum is not None
        and 0 <= (k.datum - verslag.datum).days <= _DAGEN
    ]
    beste: Documentkaart | None = None
    meest = 0
    for kaart in mogelijk:
        eigen = [
            g.actie for g in per_stuk[verslag.id] if g.actie.herkomst.regel == _ZIN
        ]
        rijen: Lijst = [(g.actie.omschrijving, ()) for g in per_stuk[kaart.id]]
        raak = sum(_match(a.omschrijving, rijen) is not None for a in eigen)
        if raak > meest:
            beste, meest = kaart, raak
    return beste


def _compare(
    document: str,
    zinnen: list[str],
    lijst: Lijst,
    naam: str,
    regelboek: Regelboek,
) -> Iterator[Bevinding]:
    zoek = [(zin, _match(zin, lijst)) for zin in zinnen]
    weg = [zin for zin, plek in zoek if plek is None]
    deel = read_drempel(regelboek, "acties_gevonden")
    if len(weg) > deel * len(zinnen):
        return
    if weg:
        yield make_bevinding(
            regelboek,
            "actie_niet_in_lijst",
            aantal=len(zinnen),
            rijen=len(lijst),
            naam=naam,
            zinnen=join_woorden([f"'{_short(z)}'" for z in weg[:5]]),
            document=document,
        )
    for zin, plek in zoek:
        if plek is None:
            continue
        omschrijving, houders = lijst[plek]
        vreemd = [h for h in houders if not _names(h) & _names(f"{zin}")]
        if vreemd and len(vreemd) < len(houders):
            yield make_bevinding(
                regelboek,
                "actiehouder_anders",
                zin=_short(zin),
                houders=join_woorden(list(houders)),
                vreemd=join_woorden(vreemd),
                naam=naam,
                actie=_short(omschrijving),
                document=document,
            )


def _match(zin: str, lijst: Lijst) -> int | None:
    """The row that shares most words with a sentence, when that is enough."""
    woorden = _words(zin)
    beste, meest = None, 0.0
    for nr, (omschrijving, houders) in enumerate(lijst):
        ander = _words(f"{omschrijving} {' '.join(houders)}")
        gelijk = _shared(woorden, ander)
        deel = gelijk / max(min(len(woorden), len(ander)), 1)
        if gelijk >= 2 and deel > meest:  # noqa: PLR2004 (one word is chance)
            beste, meest = nr, deel
    return beste if meest >= 0.4 else None  # noqa: PLR2004 (two of five words)


def _shared(een: set[str], ander: set[str]) -> int:
    """How many words have a partner that begins the same: 'stuurt', 'rondsturen'."""
    return sum(
        any(w == a or (len(w) > _STAM < len(a) and _akin(w, a)) for a in ander)
        for w in een
    )


def _akin(een: str, ander: str) -> bool:
    """Whether two words share their stem: begin the same, or end in one another."""
    return een[: _STAM + 1] == ander[: _STAM + 1] or (
        een.endswith(ander) or ander.endswith(een)
    )


def _words(tekst: str) -> set[str]:
    return set(_WOORD.findall(klein(tekst))) - _LEEG


def _names(tekst: str) -> set[str]:
    return set(_NAAM.findall(klein(tekst))) - _TITELS


def _short(zin: str) -> str:
    kaal = " ".join(zin.split())
    return kaal if len(kaal) <= _KORT else f"{kaal[:_KORT].rsplit(' ', 1)[0]} …"
