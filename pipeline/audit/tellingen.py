"""Column totals: exact, with the bound that rounding allows."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.audit.melding import (
    join_woorden,
    make_bevinding,
    read_drempel,
    show_getal,
    show_verschil,
)
from pipeline.audit.rijtellingen import find_rijfouten, report_rijen
from pipeline.audit.telrooster import make_telroosters
from pipeline.audit.telwoorden import name_kolom, swapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.bevinding import Bevinding
    from modellen.cijfer import Cijfer
    from modellen.stuk import Stuk
    from pipeline.audit.rijtellingen import Rijfout
    from pipeline.audit.telrooster import Telrooster, Totaalrij
    from pipeline.rulebook import Regelboek

_BIJNA = Decimal("1e-6")
_GEEN_SOM = {"percentage"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A stated total against the sum of its rows; ``grens`` is what rounding allows."""

    kolom: int
    totaal: Totaalrij
    cijfer: Cijfer
    gevonden: Decimal
    verwacht: Decimal
    grens: Decimal
    aantal: int
    nullen: tuple[int, ...] = ()
    exact: bool = False

    @property
    def verschil(self) -> Decimal:
        """Stated minus summed."""
        return self.gevonden - self.verwacht

    @property
    def past(self) -> bool:
        """Whether rounding explains the difference."""
        return self.exact or abs(self.verschil) <= self.grens


def check_tellingen(stuk: Stuk, regelboek: Regelboek) -> Iterator[Bevinding]:
    """Totals of columns and rows in tables per area that do not add up."""
    for rooster in make_telroosters(stuk, regelboek):
        tellingen = [
            t
            for totaal in rooster.totalen
            for kolom in rooster.kolommen
            if (t := _count(rooster, totaal, kolom, regelboek)) is not None
        ]
        rijfouten = list(find_rijfouten(rooster, regelboek))
        verklaard: set[int] = set()
        for telling in tellingen:
            if _follows(telling, tellingen):
                continue
            oorzaak = _find_oorzaak(telling, rijfouten)
            verklaard |= {id(oorzaak)}
            yield from _judge(stuk, rooster, telling, tellingen, oorzaak, regelboek)
        los = [f for f in rijfouten if id(f) not in verklaard]
        yield from report_rijen(stuk, rooster, los, regelboek)


def _find_oorzaak(telling: Telling, rijfouten: list[Rijfout]) -> Rijfout | None:
    """The row that is off by as much as the column: one wrong cell explains both."""
    if telling.past:
        return None
    return next(
        (
            f
            for f in rijfouten
            if telling.kolom in f.kolommen
            and f.rij in telling.totaal.rijen
            and abs(f.verschil) == abs(telling.verschil)
        ),
        None,
    )


def _count(
    rooster: Telrooster, totaal: Totaalrij, kolom: int, regelboek: Regelboek
) -> Telling | None:
    """The sum of a column, ``None`` where it is no column to add up."""
    cijfer = rooster.cijfers.get((totaal.rij, kolom))
    gevonden = rooster.shown(totaal.rij, kolom)
    if cijfer is None or gevonden is None or cijfer.maat in _GEEN_SOM:
        return None
    if "per plek" in (cijfer.eenheid or "") or cijfer.kwalificatie == "waarvan":
        return None
    waarden = {r: rooster.shown(r, kolom) for r in totaal.rijen}
    gevuld = [w for w in waarden.values() if w is not None]
    if len(gevuld) < read_drempel(regelboek, "rijen_telling"):
        return None
    term = Decimal(str(read_drempel(regelboek, "afronding_per_term")))
    fijn = max((-_exponent(w) for w in (*gevuld, gevonden)), default=0)
    stap = Decimal(1).scaleb(-fijn)
    return Telling(
        kolom=kolom,
        totaal=totaal,
        cijfer=cijfer,
        gevonden=gevonden,
        verwacht=sum(gevuld, Decimal(0)),
        grens=term * len(gevuld) * stap,
        aantal=len(gevuld),
        nullen=tuple(
            r
            for r in totaal.rijen
            if (c := rooster.cijfers.get((r, kolom)))
            and c.ontbreekt in {"ntb", "onbekend"}
        ),
        exact=_stored_fits(rooster, totaal, kolom),
    )


def _stored_fits(rooster: Telrooster, totaal: Totaalrij, kolom: int) -> bool:
    """Whether the numbers behind the display do add up."""
    rijen = [w for r in totaal.rijen if (w := rooster.stored(r, kolom)) is not None]
    geheel = rooster.stored(totaal.rij, kolom)
    return geheel is not None and abs(sum(rijen, Decimal(0)) - geheel) <= _BIJNA


def _exponent(waarde: Decimal) -> int:
    exponent = waarde.as_tuple().exponent
    return min(exponent, 0) if isinstance(exponent, int) else 0


def _follows(telling: Telling, tellingen: list[Telling]) -> bool:
    """Whether the difference of a total over themes follows from theirs."""
    if telling.cijfer.thema != "totaal" or not telling.verschil:
        return False
    delen = [
        t
        for t in tellingen
        if t.totaal == telling.totaal
        and t.cijfer.maat == telling.cijfer.maat
        and t.cijfer.thema not in {"totaal", "inwoners", "kosten", None}
    ]
    return (
        bool(delen) and sum((t.verschil for t in delen), Decimal(0)) == telling.verschil
    )


def _judge(
    stuk: Stuk,
    rooster: Telrooster,
    telling: Telling,
    tellingen: list[Telling],
    oorzaak: Rijfout | None,
    regelboek: Regelboek,
) -> Iterator[Bevinding]:
    if telling.verschil:
        regel = "totaal_afronding"
        if not telling.past:
            ernst = _severity(telling, tellingen, regelboek)
            regel = "totaal_fout" if oorzaak else ernst
        yield _report(stuk, rooster, telling, (regel, oorzaak), regelboek)
    if telling.nullen and telling.past:
        yield _report_nullen(stuk, rooster, telling, regelboek)


def _severity(telling: Telling, tellingen: list[Telling], regelboek: Regelboek) -> str:
    """An error where the other columns do add up, a question where they do not."""
    andere = [t for t in tellingen if t is not telling and t.totaal == telling.totaal]
    kloppen = sum(t.past for t in andere)
    if andere and kloppen < read_drempel(regelboek, "deel_kloppend") * len(andere):
        return "totaal_vraag"
    return (
        "totaal_fout"
        if andere or swapped(telling.gevonden, telling.verwacht)
        else "totaal_vraag"
    )


def _report(
    stuk: Stuk,
    rooster: Telrooster,
    telling: Telling,
    oordeel: tuple[str, Rijfout | None],
    regelboek: Regelboek,
) -> Bevinding:
    regel, oorzaak = oordeel
    hint = " Twee cijfers lijken verwisseld."
    draai = hint if swapped(telling.gevonden, telling.verwacht) else ""
    verdacht = [] if telling.past else [telling.cijfer.cel or ""]
    if oorzaak is not None:
        cel = rooster.cijfers[oorzaak.rij, telling.kolom]
        verdacht.insert(0, cel.cel or "")
        evenveel = show_getal(abs(telling.verschil))
        draai = (
            f" Ook de rij {cel.gebied} komt {evenveel} anders uit: "
            f"kijk eerst naar {cel.cel}."
        )
    return make_bevinding(
        regelboek,
        regel,
        plaats=name_kolom(telling.cijfer, rooster.tabel, regelboek),
        gevonden=show_getal(telling.gevonden),
        verwacht=show_getal(telling.verwacht),
        verschil=show_verschil(telling.verschil),
        grens=show_getal(telling.grens),
        aantal=telling.aantal,
        hint=draai,
        document=stuk.document.id,
        pagina=telling.cijfer.herkomst.pagina,
        cijfers=(telling.cijfer.id,),
        verdacht=tuple(verdacht),
    )


def _report_nullen(
    stuk: Stuk, rooster: Telrooster, telling: Telling, regelboek: Regelboek
) -> Bevinding:
    leeg = [rooster.cijfers[r, telling.kolom] for r in telling.nullen]
    return make_bevinding(
        regelboek,
        "telt_als_nul",
        plaats=name_kolom(telling.cijfer, rooster.tabel, regelboek),
        gebieden=join_woorden([c.gebied or "een rij" for c in leeg]),
        gedrukt=leeg[0].weergave,
        gevonden=show_getal(telling.gevonden),
        document=stuk.document.id,
        pagina=telling.cijfer.herkomst.pagina,
        cijfers=(telling.cijfer.id, *(c.id for c in leeg)),
        verdacht=tuple(c.cel for c in leeg if c.cel),
    )
