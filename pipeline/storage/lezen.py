"""Reading: rows become nouns again, each behind its document, in a stable order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import select

from modellen.bevinding import Klasse, Mislukking
from modellen.dossier import Documentkaart
from modellen.stuk import Soort
from pipeline.storage import schema, vormen
from pipeline.storage.tekens import read_lijst
from pipeline.storage.vormen import HERKOMST, Vorm, read_herkomst

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from modellen.afspraak import Actie, Besluit
    from modellen.bevinding import Bevinding
    from modellen.cijfer import Cijfer
    from modellen.vergadering import Agendapunt, Deelnemer, Vergadering

N = TypeVar("N")

KAART = (
    "id",
    "bestand",
    "sha256",
    "soort",
    "titel",
    "datum",
    "pagina_van",
    "pagina_tot",
    "ouder",
    "status",
    "concept",
    "bijlagen",
    "bijlagen_genoemd",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezen:
    """Everything as the documents say it, before meetings and actions are joined.

    Records stand in the order of their documents, then of their place in the text.
    ``formaten`` gives the kind of file of each document, ``delen`` its part of it.
    """

    documenten: tuple[Documentkaart, ...]
    formaten: dict[str, str]
    delen: dict[str, str]
    vergaderingen: tuple[Vergadering, ...]
    deelnemers: tuple[Deelnemer, ...]
    agendapunten: tuple[Agendapunt, ...]
    acties: tuple[Actie, ...]
    besluiten: tuple[Besluit, ...]
    cijfers: tuple[Cijfer, ...]


def read_gelezen(verbinding: Connection, *, cijfers: bool = True) -> Gelezen:
    """All documents and records; without the figures when nobody needs them."""
    documenten, formaten, delen = _read_cards(verbinding)
    plek = {kaart.id: nummer for nummer, kaart in enumerate(documenten)}
    return Gelezen(
        documenten=documenten,
        formaten=formaten,
        delen=delen,
        vergaderingen=_read(verbinding, vormen.VERGADERING, plek),
        deelnemers=_read(verbinding, vormen.DEELNEMER, plek),
        agendapunten=_read(verbinding, vormen.AGENDAPUNT, plek),
        acties=_read(verbinding, vormen.ACTIE, plek),
        besluiten=_read(verbinding, vormen.BESLUIT, plek),
        cijfers=_read(verbinding, vormen.CIJFER, plek) if cijfers else (),
    )


def read_bevindingen(
    verbinding: Connection, plek: dict[str, int]
) -> tuple[Bevinding, ...]:
    """The findings, gravest first; said twice is said once."""
    vorm = vormen.BEVINDING
    kolommen = [vorm.tabel.c[v] for v in vorm.velden]
    rijen = verbinding.execute(select(*kolommen).order_by(vorm.tabel.c.nr)).all()
    uniek = {b.id: b for b in map(vorm.noun, rijen)}
    zwaarte = {klasse: nummer for nummer, klasse in enumerate(Klasse)}
    return tuple(
        sorted(
            uniek.values(),
            key=lambda b: (
                zwaarte[b.klasse],
                plek.get(b.document or "", -1),
                b.pagina or 0,
                b.regel,
                b.omschrijving,
                b.id,
            ),
        )
    )


def read_mislukt(verbinding: Connection) -> tuple[Mislukking, ...]:
    """The files, and parts of files, that could not be read."""
    t = schema.mislukt
    rijen = verbinding.execute(select(t.c.bestand, t.c.reden)).all()
    paren = sorted({(bestand, reden) for bestand, reden in rijen})
    return tuple(Mislukking(bestand=b, reden=r) for b, r in paren)


def _read_cards(
    verbinding: Connection,
) -> tuple[tuple[Documentkaart, ...], dict[str, str], dict[str, str]]:
    t, b = schema.document, schema.bestand
    vraag = select(b.c.map, t.c.deel, t.c.formaat, *(t.c[k] for k in KAART)).join_from(
        t, b
    )
    rijen = sorted(
        verbinding.execute(vraag).all(),
        key=lambda r: (r[4].casefold(), r[4], _natural(r[1]), r[0], r[3]),
    )
    kaarten = tuple(_card(tuple(rij[3:])) for rij in rijen)
    formaten, delen = ({rij[3]: rij[plek] for rij in rijen} for plek in (2, 1))
    return kaarten, formaten, delen


def _card(waarden: tuple[object, ...]) -> Documentkaart:
    rij: dict[str, Any] = dict(zip(KAART, waarden, strict=True))
    rij["soort"] = Soort(rij["soort"])
    rij["bijlagen"] = read_lijst(rij["bijlagen"])
    rij["bijlagen_genoemd"] = read_lijst(rij["bijlagen_genoemd"])
    return Documentkaart(**rij)


def _natural(deel: str) -> tuple[tuple[int, str], ...]:
    """``2.10`` behind ``2.9``."""
    return tuple(
        (int(d) if d.isascii() and d.isdigit() else -1, d)
        for d in re.split(r"[./]", deel)
    )


def _read(verbinding: Connection, vorm: Vorm[N], plek: dict[str, int]) -> tuple[N, ...]:
    t = vorm.tabel
    eigen = len(vorm.velden)
    kolommen = [t.c[vorm.kolom(v)] for v in vorm.velden] + [t.c[k] for k in HERKOMST]
    rijen = verbinding.execute(select(*kolommen).order_by(t.c.nr)).all()
    # The place in the text decides; the number of the row only where two share one.
    rijen = sorted(rijen, key=lambda r: (plek[r[eigen]], r[eigen + 1]))
    return tuple(
        vorm.noun(rij[:eigen], herkomst=read_herkomst(rij[eigen:])) for rij in rijen
    )
