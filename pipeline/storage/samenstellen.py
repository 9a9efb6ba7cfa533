"""The dossier as people see it: meetings joined, doubles left out, edits applied."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from modellen.dossier import Dossier, GenummerdBesluit, GenummerdeActie, Vermelding
from pipeline.storage import nummers
from pipeline.storage.afgiften import find_eigen, leave_out
from pipeline.storage.handwerk import read_toegevoegd, read_verwijzingen
from pipeline.storage.levensloop import compose
from pipeline.storage.lezen import read_bevindingen, read_gelezen, read_mislukt
from pipeline.storage.vergaderingen import merge_vergaderingen
from pipeline.storage.wijzigingen import (
    apply_wijzigingen,
    read_sluitdagen,
    read_wijzigingen,
)
from pipeline.taal.datum import Datumsoort, find_data

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy import Connection

    from modellen.afspraak import Actie
    from modellen.vergadering import Agendapunt, Vergadering
    from pipeline.storage.lezen import Gelezen

RANG = {"docx": 0, "xlsx": 1, "eml": 2, "msg": 3, "pdf": 4}
"""Whose words count when two files say the same: the one people write in."""


def read_dossier(verbinding: Connection) -> Dossier:
    """Everything in the archive except the texts."""
    gelezen = read_gelezen(verbinding)
    vergaderingen, ids = merge_vergaderingen(gelezen.vergaderingen)
    eigen = find_eigen(verbinding)
    gelezen = leave_out(gelezen, eigen)
    bekend = nummers.read_nummers(verbinding)
    besluiten = _number(nummers.BESLUIT, gelezen.besluiten, gelezen, bekend)
    plek = {kaart.id: nummer for nummer, kaart in enumerate(gelezen.documenten)}
    return Dossier(
        documenten=gelezen.documenten,
        vergaderingen=vergaderingen,
        deelnemers=gelezen.deelnemers,
        agendapunten=_place(gelezen, ids),
        acties=apply_wijzigingen(
            _read_acties(verbinding, gelezen, bekend, eigen, ids, vergaderingen),
            read_wijzigingen(verbinding),
            read_sluitdagen(verbinding),
        ),
        besluiten=tuple(
            GenummerdBesluit(nummer=nummer, besluit=_at_meeting(besluit, ids))
            for nummer, besluit in besluiten
        ),
        cijfers=gelezen.cijfers,
        bevindingen=read_bevindingen(verbinding, plek),
        mislukt=read_mislukt(verbinding),
    )


def _read_acties(
    verbinding: Connection,
    gelezen: Gelezen,
    bekend: Mapping[str, str],
    eigen: Mapping[str, str],
    ids: Mapping[str, str],
    agenda: tuple[Vergadering, ...],
) -> list[GenummerdeActie]:
    """The actions, each once with all its statements, by number.

    A record of a run that was broken off has no number yet: "".
    """
    context = nummers.Context(gelezen)
    naar = read_verwijzingen(verbinding)
    groepen: dict[str, list[Vermelding]] = {}
    zelf: dict[str, set[str]] = {}
    alle = nummers.find_sleutels(nummers.ACTIE, gelezen.acties, gelezen)
    for actie, sleutel in zip(gelezen.acties, alle, strict=True):
        eerst = nummers.find_nummer(bekend, sleutel) or ""
        nummer = naar.get(eerst, eerst)
        dag = context.of_document(actie)
        actie = _resolve_termijn(_at_meeting(actie, ids), dag, agenda)  # noqa: PLW2901 the same action, better known
        vermelding = Vermelding(dag=dag, actie=actie)
        groepen.setdefault(nummer or sleutel.inhoud, []).append(vermelding)
        if nummer:
            zelf.setdefault(nummer, set()).add(eerst)
    for eerst, (vermelding, _) in read_toegevoegd(verbinding).items():
        nummer = naar.get(eerst, eerst)
        groepen.setdefault(nummer, []).append(vermelding)
        zelf.setdefault(nummer, set()).add(eerst)
    acties = [
        replace(
            compose(n if n in zelf else "", v, eigen, lambda a: _rank(a, gelezen)),
            ook=tuple(sorted(zelf.get(n, set()) - {n})),
        )
        for n, v in groepen.items()
    ]
    return sorted(acties, key=lambda g: nummers.order_nummer(g.nummer))


def _number(
    soort: str,
    records: tuple[Any, ...],
    gelezen: Gelezen,
    bekend: Mapping[str, str],
) -> list[tuple[str, Any]]:
    """The records with their number, each number once, by number.

    A record of a run that was broken off has none yet: "".
    """
    beste: dict[str, tuple[str, Any]] = {}
    sleutels = nummers.find_sleutels(soort, records, gelezen)
    for record, sleutel in zip(records, sleutels, strict=True):
        nummer = nummers.find_nummer(bekend, sleutel) or ""
        onder = nummer or sleutel.inhoud
        if onder not in beste or _rank(record, gelezen) < _rank(
            beste[onder][1], gelezen
        ):
            beste[onder] = (nummer, record)
    return sorted(beste.values(), key=lambda paar: nummers.order_nummer(paar[0]))


def _rank(record: Any, gelezen: Gelezen) -> tuple[bool, int]:  # noqa: ANN401 an action or a decision
    """The best source of the same words: explicit first, then the kind of file."""
    formaat = gelezen.formaten.get(record.herkomst.document, "")
    return not getattr(record, "expliciet", True), RANG.get(formaat, len(RANG))


def _resolve_termijn(
    actie: Actie, dag: date | None, agenda: tuple[Vergadering, ...]
) -> Actie:
    """With a day for "volgende PRT", once a document announces that meeting."""
    if actie.termijn or dag is None or not actie.termijn_tekst:
        return actie
    data = find_data(actie.termijn_tekst, dag)
    if [d.soort for d in data] != [Datumsoort.VERGADERING]:
        return actie
    ambtelijk = "ambtelijk" in actie.termijn_tekst.lower()
    volgende = (
        v.datum
        for v in agenda
        if v.datum and v.datum > dag and ("ambtelijk" in v.naam.lower()) is ambtelijk
    )
    return replace(actie, termijn=min(volgende, default=None))


def _at_meeting(record: Any, ids: Mapping[str, str]) -> Any:  # noqa: ANN401
    return replace(record, vergadering=ids.get(record.vergadering or ""))


def _place(gelezen: Gelezen, ids: Mapping[str, str]) -> tuple[Agendapunt, ...]:
    """The agenda points, each with the meeting that its document is about."""
    hoofd = _main_meetings(gelezen)
    return tuple(
        replace(
            punt,
            vergadering=ids.get(
                punt.vergadering or hoofd.get(punt.herkomst.document, "")
            ),
        )
        for punt in gelezen.agendapunten
    )


def _main_meetings(gelezen: Gelezen) -> dict[str, str]:
    """For each document the meeting it is about: not one it only announces."""
    dagen = {kaart.id: kaart.datum for kaart in gelezen.documenten}

    def order(v: Vergadering) -> tuple[bool, bool, int]:
        document = v.herkomst.document
        return v.aangekondigd, v.datum != dagen[document], v.herkomst.begin

    hoofd: dict[str, str] = {}
    for v in sorted(gelezen.vergaderingen, key=order):
        eigen_dag = v.datum is not None and v.datum == dagen[v.herkomst.document]
        if not v.aangekondigd or eigen_dag:
            hoofd.setdefault(v.herkomst.document, v.id)
    return hoofd
