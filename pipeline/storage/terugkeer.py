"""A list that comes back: what a person changed in it goes into the archive."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from modellen.afgifte import Terugkeer
from modellen.afspraak import RIJ_ZONDER_STAND
from pipeline.storage import afgiften
from pipeline.storage.wijzigingen import store_wijzigingen, write_waarde
from pipeline.taal.datum import find_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from sqlalchemy import Connection

    from modellen.afgifte import Actiewaarden, Afgifteregel
    from modellen.afspraak import Actie
    from modellen.dossier import Dossier, GenummerdeActie
    from pipeline.storage.lezen import Gelezen

VELDEN = ("omschrijving", "actiehouders", "termijn", "status", "stand_van_zaken")
NAMEN = {"omschrijving": "tekst", "stand_van_zaken": "stand van zaken"}
_DATUM = re.compile(r"\s*\(?\b\d{1,2}-\d{1,2}-\d{4}\)?\s*\Z")


def take_over(
    verbinding: Connection,
    gelezen: Gelezen,
    dossier: Dossier,
    eigen: Mapping[str, str],
    op: date,
) -> tuple[Terugkeer, ...]:
    """Take over what people changed in lists of ours; tells what became of it."""
    stukken = {k.id: k.bestand for k in dossier.documenten}
    volgorde = sorted(
        eigen.items(),
        key=lambda e: (
            afgiften.read_stand(verbinding, e[1]),
            e[1],
            stukken.get(e[0], ""),
        ),
    )
    nu = {n: g for g in dossier.acties for n in (g.nummer, *g.ook)}
    uit: list[Terugkeer] = []
    for document, lijst in volgorde:
        vormen = afgiften.read_regels(verbinding, lijst)
        formaat = gelezen.formaten[document]
        regels = vormen.get(formaat) or next(iter(vormen.values()), {})
        rijen = _rows(gelezen, document, regels)
        boek = _Boek(verbinding, document, lijst, stukken[document], op)
        for nummer, actie in rijen.items():
            if nummer in nu:
                uit += boek.compare(regels[nummer], actie, nu[nummer])
        uit += [
            Terugkeer(nummer=n, document=document, uitkomst="weg")
            for n, r in regels.items()
            if n not in rijen and not r.afgedaan
        ]
    return tuple(uit)


def _rows(
    gelezen: Gelezen, document: str, regels: Mapping[str, Afgifteregel]
) -> dict[str, Actie]:
    """The rows of a list by the number they print; of two alike the first."""
    uit: dict[str, Actie] = {}
    for actie in gelezen.acties:
        nummer = actie.nummer_bron
        hier = actie.herkomst.document == document and actie.is_rij
        if hier and nummer in regels:
            uit.setdefault(str(nummer), actie)
    return uit


class _Boek:
    """Keeps the books of one list: compares, takes over, remembers."""

    def __init__(
        self,
        verbinding: Connection,
        document: str,
        lijst: str,
        bestand: str,
        op: date,
    ) -> None:
        self._verbinding = verbinding
        self._document = document
        self._lijst = lijst
        self._bestand = bestand
        self._op = op

    def compare(
        self, regel: Afgifteregel, actie: Actie, genummerd: GenummerdeActie
    ) -> Iterator[Terugkeer]:
        """What a row says that was not given out so, field by field."""
        hier = afgiften.make_waarden(actie)
        onbekend = actie.herkomst.regel == RIJ_ZONDER_STAND
        for veld in VELDEN:
            if _plain(hier, veld) in (
                _plain(regel.gelezen, veld),
                _plain(regel.waarden, veld),
            ):
                continue
            if veld == "status" and onbekend:
                continue
            waarden = _new_values(regel, hier, veld, self._op)
            uitkomst = self._settle(regel, genummerd, veld, waarden)
            if uitkomst:
                yield self._tell(genummerd, veld, waarden, uitkomst)
        if onbekend:
            tekst = actie.stand_van_zaken or ""
            yield Terugkeer(
                nummer=genummerd.nummer,
                document=self._document,
                uitkomst="onbekend",
                veld="status",
                hier=tekst,
            )

    def _settle(
        self,
        regel: Afgifteregel,
        genummerd: GenummerdeActie,
        veld: str,
        waarden: dict[str, Any],
    ) -> str | None:
        nummer = genummerd.nummer
        sleutel = {
            "lijst": self._lijst,
            "nummer": nummer,
            "veld": veld,
            "waarde": write_waarde(waarden[veld]),
        }
        klaar = afgiften.is_settled(self._verbinding, sleutel)
        nu = afgiften.make_waarden(genummerd.actie)
        if klaar or _same(nu, waarden, veld):
            return None
        if klaar is None and _plain(nu, veld) == _plain(regel.waarden, veld):
            store_wijzigingen(
                self._verbinding,
                nummer,
                waarden,
                door=self._bestand,
                op=self._op,
                bron=self._lijst,
            )
            afgiften.note(self._verbinding, sleutel, geschil=False)
            return "overgenomen"
        if klaar is None:
            afgiften.note(self._verbinding, sleutel, geschil=True)
        return "geschil"

    def _tell(
        self,
        genummerd: GenummerdeActie,
        veld: str,
        waarden: dict[str, Any],
        uitkomst: str,
    ) -> Terugkeer:
        return Terugkeer(
            nummer=genummerd.nummer,
            document=self._document,
            uitkomst=uitkomst,
            veld=NAMEN.get(veld, veld),
            hier=_show(waarden.get(veld) or waarden.get(f"{veld}_tekst")),
            nu=_show(getattr(genummerd.actie, veld)),
        )


def _plain(waarden: Actiewaarden, veld: str) -> object:
    """The value of a field as it counts when values are compared."""
    waarde = getattr(waarden, veld)
    if veld == "termijn":
        return waarde or _squeeze(waarden.termijn_tekst), _rest(waarden)
    if isinstance(waarde, tuple):
        return tuple(_squeeze(w) for w in waarde)
    return _squeeze(waarde) if isinstance(waarde, str) else waarde or ""


def _rest(waarden: Actiewaarden) -> str:
    """The words of a term without the day behind them."""
    return _DATUM.sub("", _squeeze(waarden.termijn_tekst))


def _squeeze(tekst: str | None) -> str:
    return " ".join((tekst or "").split())


def _same(nu: Actiewaarden, waarden: dict[str, Any], veld: str) -> bool:
    huidig = {v: getattr(nu, v) for v in waarden}
    return all(
        _squeeze(huidig[v]) == _squeeze(w)
        if isinstance(w, str)
        else huidig[v] == w or (not huidig[v] and not w)
        for v, w in waarden.items()
        if v == veld or w is not None
    )


def _new_values(
    regel: Afgifteregel, hier: Actiewaarden, veld: str, vandaag: date
) -> dict[str, Any]:
    """The fields to set for what a row says now."""
    if veld == "termijn":
        return _new_termijn(regel, hier, vandaag)
    if veld == "omschrijving":
        return {veld: _without_subject(regel, hier.omschrijving)}
    return {veld: getattr(hier, veld)}


def _new_termijn(
    regel: Afgifteregel, hier: Actiewaarden, vandaag: date
) -> dict[str, Any]:
    """The day and the words; a day that only the words name anew goes before."""
    woorden = _rest(hier)
    termijn = hier.termijn
    if termijn == regel.waarden.termijn and woorden != _rest(regel.gelezen):
        data = [d.tot for d in find_data(woorden, vandaag) if d.tot]
        termijn = data[-1] if data else (None if woorden else termijn)
    return {"termijn": termijn, "termijn_tekst": woorden or None}


def _without_subject(regel: Afgifteregel, tekst: str) -> str:
    """Few words were read with their subject before them; that is not the change."""
    gelezen, kaal = regel.gelezen.omschrijving, regel.waarden.omschrijving
    voor = gelezen.removesuffix(kaal) if gelezen != kaal else ""
    return tekst.removeprefix(voor) if voor.endswith(": ") else tekst


def _show(waarde: object) -> str:
    if isinstance(waarde, tuple):
        return ", ".join(waarde) or "n.t.b."
    if hasattr(waarde, "strftime"):
        return f"{waarde:%d-%m-%Y}"
    return str(waarde or "leeg").replace("_", " ")
