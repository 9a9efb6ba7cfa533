"""Tables and checks as a report shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.cijferverslag import Controle, Tabelcel, Verslagtabel
from pipeline.audit.cijfers.rooster import find_adres
from pipeline.audit.cijfers.toetsen import find_verbanden, make_roosters
from pipeline.audit.cijfers.verband import Verbandsoort
from pipeline.audit.cijfers.woorden import describe, name_rij, name_tabel
from pipeline.audit.melding import show_getal, show_verschil

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from modellen.document import Tabel
    from modellen.stuk import Stuk
    from pipeline.audit.cijfers.rooster import Telrooster
    from pipeline.audit.cijfers.verband import Verband
    from pipeline.rulebook import Regelboek

_FIJN = 3


def show_tabellen(stuk: Stuk) -> Iterator[Verslagtabel]:
    """The tables of a document that hold figures, cell by cell."""
    cijfers = {c.cel: c for c in stuk.cijfers if c.cel}
    document = stuk.document
    for tabel in document.tabellen:
        cellen = tuple(
            Tabelcel(
                rij=cel.rij,
                kolom=cel.kolom,
                tekst=document.cel_tekst(cel).strip(),
                adres=find_adres(tabel, cel),
                rijspan=cel.rijspan,
                kolomspan=cel.kolomspan,
                cijfer=cijfer.id if cijfer else None,
                waarde=None
                if cijfer is None or cijfer.waarde is None
                else f"{cijfer.waarde:f}",
            )
            for cel in tabel.cellen
            for cijfer in (cijfers.get(find_adres(tabel, cel)),)
        )
        if any(c.cijfer for c in cellen):
            yield Verslagtabel(
                document=document.id,
                bestand=document.bron.bestand,
                naam=_name(tabel),
                cellen=cellen,
                pagina=tabel.cellen[0].plaats.pagina,
            )


def _name(tabel: Tabel) -> str:
    return f"blad '{tabel.blad}'" if tabel.blad else f"tabel {tabel.nummer}"


def find_controles(stuk: Stuk, regelboek: Regelboek) -> Iterator[Controle]:
    """Every check that was made on the tables of a document, with its outcome."""
    for rooster in make_roosters(stuk, regelboek):
        for verband in find_verbanden(rooster, regelboek):
            if verband.soort is not Verbandsoort.SLEUTEL or verband.breekt:
                yield _make_controle(stuk, rooster, verband, regelboek)


def _make_controle(
    stuk: Stuk, rooster: Telrooster, verband: Verband, regelboek: Regelboek
) -> Controle:
    rij, kolom = verband.geheel
    wat = f"{name_rij(rooster, rij)}, {describe(rooster, kolom, regelboek)}"
    return Controle(
        bestand=stuk.document.bron.bestand,
        tabel=name_tabel(rooster),
        soort=verband.soort.value,
        cel=rooster.cijfers[verband.geheel].cel or "",
        omschrijving=wat,
        gevonden=show_getal(_short(verband.gevonden)),
        verwacht=show_getal(_short(verband.verwacht)),
        verschil=show_verschil(_short(verband.verschil)),
        grens=show_getal(_short(verband.grens)),
        uitkomst=verband.uitkomst.value,
    )


def _short(waarde: Decimal) -> Decimal:
    return round(waarde, _FIJN)
