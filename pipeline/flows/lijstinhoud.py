"""What stands on the list for a meeting, chosen from the dossier, in words."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from modellen.actielijst import Actielijst, Lijstblok, Lijstregel, Punt
from modellen.afspraak import AFGEDAAN, Actiestatus, Resultaat
from modellen.stuk import Soort
from pipeline.taal.datum import Precisie, find_data

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from modellen.afspraak import Actie
    from modellen.dossier import Dossier, GenummerdBesluit, GenummerdeActie
    from modellen.herkomst import Herkomst
    from modellen.vergadering import Vergadering
    from pipeline.rulebook import Regelboek

KOPPEN = {
    "te_laat": "Over de termijn",
    "voor": "Gereed vóór deze vergadering",
    "rest": "Overige lopende acties",
    "afgedaan": "Afgehandeld sinds de vorige keer",
    "gemist": "Mogelijk gemiste toezeggingen (ter beoordeling)",
}
ZEKER = 0.8
"""Below this an action that is not said in so many words waits for a person."""

_CITAAT = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """Which list is asked: for which day and meeting, as it stands on which day."""

    voor: date
    overleg: str | None
    stand: date


def make_actielijst(
    dossier: Dossier, vraag: Vraag, afgemeld: frozenset[str], regelboek: Regelboek
) -> Actielijst:
    """The list; ``afgemeld`` are the actions an earlier list showed as closed."""
    keuze = Keuze(dossier, vraag, regelboek)
    blokken = tuple(keuze.blocks(afgemeld))
    lijst = Actielijst(
        lijst="",
        overleg=keuze.overleg,
        voor=vraag.voor,
        stand=vraag.stand,
        vorige=keuze.vorige.datum if keuze.vorige else None,
        blokken=blokken,
        besluiten=tuple(keuze.decisions()),
        punten=tuple(keuze.points()),
    )
    som = hashlib.sha256(repr(lijst).encode()).hexdigest()
    return replace(lijst, lijst=som[:8])


def find_gemist(dossier: Dossier) -> frozenset[str]:
    """The numbers of open actions that wait for a person: promises perhaps missed.

    Sure enough is what is said in so many words, has an owner and a term, stands in an
    actielijst, or was touched by a person.
    """
    lijsten = {k.id for k in dossier.documenten if k.soort is Soort.ACTIELIJST}
    return frozenset(
        g.nummer
        for g in dossier.acties
        if not (_is_zeker(g) or g.actie.herkomst.document in lijsten)
    )


def _is_zeker(genummerd: GenummerdeActie) -> bool:
    a = genummerd.actie
    volledig = bool(a.actiehouders) and a.termijn is not None
    gezien = genummerd.gewijzigd or a.status in AFGEDAAN
    return bool(a.expliciet or volledig or gezien or a.herkomst.zekerheid >= ZEKER)


class Keuze:
    """Chooses from a dossier what belongs to one meeting."""

    def __init__(self, dossier: Dossier, vraag: Vraag, regelboek: Regelboek) -> None:
        self._dossier = dossier
        self._vraag = vraag
        self._soorten: dict[str, list[list[str]]] = regelboek.tabel("audit/audit.toml")[
            "vergaderingen"
        ]
        self._vergaderingen = {v.id: v for v in dossier.vergaderingen}
        self._punten = {p.id: p for p in dossier.agendapunten}
        self._bestanden = {k.id: k.bestand for k in dossier.documenten}
        self._gemist = find_gemist(dossier)
        self.deze = self._find_this()
        naam = self.deze.naam if self.deze else ""
        self.overleg = vraag.overleg or naam
        self.vorige = self._find_last()

    def blocks(self, afgemeld: frozenset[str]) -> Iterator[Lijstblok]:
        """The blocks in their order; an empty one is left out."""
        verdeeld: dict[str, list[GenummerdeActie]] = {naam: [] for naam in KOPPEN}
        for g in self._dossier.acties:
            blok = self._block(g, afgemeld) if self._belongs(g) else None
            if blok:
                verdeeld[blok].append(g)
        for naam, acties in verdeeld.items():
            if acties:
                regels = tuple(self._line(g) for g in sorted(acties, key=_urgency))
                yield Lijstblok(soort=naam, kop=KOPPEN[naam], regels=regels)

    def decisions(self) -> Iterator[tuple[GenummerdBesluit, str]]:
        """The decisions of the last meeting, with their source."""
        if self.vorige is None:
            return
        for g in self._dossier.besluiten:
            b = g.besluit
            zelfde = b.vergadering == self.vorige.id
            if zelfde or (b.vergadering is None and b.datum == self.vorige.datum):
                yield g, self._source(b.herkomst)

    def points(self) -> Iterator[Punt]:
        """What was handed in for this meeting, each once."""
        gezien: set[str] = set()
        for punt in (*self._announced(), *self._postponed(), *self._to_discuss()):
            if (kaal := punt.titel.casefold().strip(" .")) not in gezien:
                gezien.add(kaal)
                yield punt

    def _announced(self) -> Iterator[Punt]:
        if self.deze is None:
            return
        for p in self._dossier.agendapunten:
            if p.vergadering == self.deze.id:
                yield Punt(titel=p.titel, bron=self._source(p.herkomst))

    def _postponed(self) -> Iterator[Punt]:
        """Decisions that were put off at the last meeting."""
        for g, bron in self.decisions():
            if g.besluit.resultaat is Resultaat.AANGEHOUDEN:
                punt = self._punten.get(g.besluit.agendapunt or "")
                titel = punt.titel if punt else g.besluit.omschrijving
                yield Punt(titel=f"{titel} (was aangehouden)", bron=bron)

    def _to_discuss(self) -> Iterator[Punt]:
        """Open actions that say that something comes on the agenda."""
        for g in self._dossier.acties:
            open_ = g.actie.status not in AFGEDAAN and self._belongs(g)
            if open_ and "agend" in g.actie.herkomst.regel and self._in_time(g.actie):
                bron = f"actie {g.nummer}; {self._source(g.eerste.herkomst)}"
                yield Punt(titel=g.actie.omschrijving, bron=bron)

    def _in_time(self, actie: Actie) -> bool:
        return actie.termijn is None or actie.termijn <= self._vraag.voor

    def _block(self, g: GenummerdeActie, afgemeld: frozenset[str]) -> str | None:
        if g.actie.status in AFGEDAAN:
            return "afgedaan" if self._is_recent(g, afgemeld) else None
        if g.nummer in self._gemist:
            return "gemist"
        termijn = g.actie.termijn
        if termijn is None or termijn > self._vraag.voor:
            return "rest"
        return "te_laat" if termijn < self._vraag.stand else "voor"

    def _is_recent(self, g: GenummerdeActie, afgemeld: frozenset[str]) -> bool:
        """Closed since the last meeting, and not shown so before."""
        if g.nummer in afgemeld:
            return False
        vorige = self.vorige.datum if self.vorige else None
        return vorige is None or g.afgedaan_op is None or g.afgedaan_op >= vorige

    def _belongs(self, g: GenummerdeActie) -> bool:
        """Whether an action is of the meeting that was asked for, or of none."""
        if self._vraag.overleg is None or g.actie.vergadering is None:
            return True
        vergadering = self._vergaderingen.get(g.actie.vergadering)
        return vergadering is None or self._fits(vergadering.naam)

    def _find_this(self) -> Vergadering | None:
        op_dag = [v for v in self._dossier.vergaderingen if v.datum == self._vraag.voor]
        if self._vraag.overleg is not None:
            op_dag = [v for v in op_dag if self._is_same(v.naam, self._vraag.overleg)]
        return op_dag[0] if op_dag else None

    def _find_last(self) -> Vergadering | None:
        """The last meeting before this one; better one of which decisions are known."""
        eerder = [
            v
            for v in self._dossier.vergaderingen
            if v.datum and v.datum < self._vraag.voor and self._fits(v.naam)
        ]
        met = {g.besluit.vergadering for g in self._dossier.besluiten}
        bekend = [v for v in eerder if v.id in met]
        return max(bekend or eerder, key=lambda v: str(v.datum), default=None)

    def _fits(self, naam: str) -> bool:
        return not self.overleg or self._is_same(naam, self.overleg)

    def _is_same(self, een: str, ander: str) -> bool:
        """Whether two names are of one series of meetings."""
        soorten = self._kind(een), self._kind(ander)
        if None not in soorten:
            return soorten[0] == soorten[1]
        woorden = set(een.casefold().split()), set(ander.casefold().split())
        return woorden[0] <= woorden[1] or woorden[1] <= woorden[0]

    def _kind(self, naam: str) -> str | None:
        woorden = set(naam.casefold().split())
        for soort, groepen in self._soorten.items():
            if any(set(groep) <= woorden for groep in groepen):
                return soort
        regietafel = any(w.endswith("regietafel") for w in woorden)
        return "bestuurlijk" if regietafel else None

    def _line(self, g: GenummerdeActie) -> Lijstregel:
        a = g.actie
        return Lijstregel(
            genummerd=g,
            nummer=g.nummer,
            datum=f"{g.begonnen:%d-%m-%Y}" if g.begonnen else "onbekend",
            agendapunt=self._subject(a.agendapunt),
            actie=a.omschrijving,
            wie=", ".join(a.actiehouders) or "n.t.b.",
            termijn=write_termijn(a),
            status=a.status.value.replace("_", " "),
            stand=a.stand_van_zaken or "",
            bron="\n".join(filter(None, (self._quote(g), _earlier(g)))),
        )

    def _subject(self, punt: str | None) -> str:
        gevonden = self._punten.get(punt or "")
        if gevonden is None:
            return ""
        nummer = gevonden.volgnummer.rstrip(".")
        return f"{nummer}. {gevonden.titel}" if nummer else gevonden.titel

    def _quote(self, g: GenummerdeActie) -> str:
        herkomst = g.eerste.herkomst
        citaat = " ".join(herkomst.citaat.split())
        if len(citaat) > _CITAAT:
            citaat = f"{citaat[: _CITAAT - 1].rstrip()}…"
        bron = self._source(herkomst)
        return bron if g.actie.omschrijving in citaat else f"{bron}: «{citaat}»"

    def _source(self, herkomst: Herkomst) -> str:
        bestand = self._bestanden.get(herkomst.document)
        waar = str(herkomst.plaats)
        return f"{bestand.rpartition('/')[2]}, {waar}" if bestand else waar


def write_termijn(actie: Actie) -> str:
    """The day meant, behind the words that name it: ``eind oktober (31-10-2025)``.

    Words that name the day itself are left out.
    """
    dag = f"{actie.termijn:%d-%m-%Y}" if actie.termijn else ""
    tekst = " ".join((actie.termijn_tekst or "").split())
    if not dag or not tekst:
        return dag or tekst
    precies = [d.precisie for d in find_data(tekst, actie.termijn)]
    if precies == [Precisie.DAG]:
        return dag
    return tekst if tekst.endswith((dag, f"{dag})")) else f"{tekst} ({dag})"


def _earlier(g: GenummerdeActie) -> str:
    """Earlier terms of an action that was carried over."""
    oud = {
        v.actie.termijn
        for v in g.vermeldingen
        if v.actie.termijn and v.actie.termijn != g.actie.termijn
    }
    dagen = ", ".join(f"{t:%d-%m-%Y}" for t in sorted(oud))
    return f"Ook genoemde termijn: {dagen}" if dagen else ""


def _urgency(g: GenummerdeActie) -> tuple[bool, str, str]:
    termijn = g.actie.termijn
    klaar = g.actie.status is Actiestatus.VERVALLEN
    return klaar or termijn is None, str(termijn or ""), g.nummer
