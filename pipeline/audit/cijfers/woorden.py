"""How findings name cells, columns and tables."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.audit.melding import show_getal

if TYPE_CHECKING:
    from pipeline.audit.cijfers.oorzaak import Kandidaat
    from pipeline.audit.cijfers.rooster import Plek, Telrooster
    from pipeline.rulebook import Regelboek

_KORT = 28
_HEEL = Decimal(1)


def name_tabel(rooster: Telrooster) -> str:
    """The table in words: ``Blad 'puzzel'`` or ``Tabel 1``."""
    tabel = rooster.tabel
    return f"Blad '{tabel.blad}'" if tabel.blad else f"Tabel {tabel.nummer}"


def name_kolom(rooster: Telrooster, kolom: int, regelboek: Regelboek) -> str:
    """A column (or the line of a turned table): ``kolom opgave Oekraïne 2025``."""
    soort = "rij" if rooster.gekanteld else "kolom"
    return f"{soort} {describe(rooster, kolom, regelboek)}"


def describe(rooster: Telrooster, kolom: int, regelboek: Regelboek) -> str:
    """What the figures of a column are about."""
    namen: dict[str, str] = regelboek.tabel("audit/audit.toml")["namen"]
    kop = rooster.kop[kolom]
    thema = namen.get(kop.thema or "", kop.thema or "")
    bij = kop.kwalificatie or ""
    if rooster.formulier:
        return (rooster.koppen.get(kolom) or ("",))[-1].rstrip(": ") or thema
    woorden = [
        "" if kop.maat == "aantal" else kop.maat,
        thema,
        str(kop.jaar or ""),
        f"({bij})" if bij and len(bij) < _KORT else "",
    ]
    return " ".join(w for w in woorden if w) or "aantal"


def name_rij(rooster: Telrooster, rij: int) -> str:
    """A line: the name of its area, or the words that stand before it."""
    if not rooster.formulier:
        gebieden = {c.gebied for c in rooster.per_rij[rij] if c.gebied}
        if rij in rooster.rijen and len(gebieden) == 1:
            return gebieden.pop()
    if rooster.formulier and (wat := _measures(rooster, rij)):
        return wat
    label = " ".join(rooster.labels.get(rij, "").split())
    return label[:60] or f"{'kolom' if rooster.gekanteld else 'rij'} {rij}"


def _measures(rooster: Telrooster, rij: int) -> str:
    """The measure and year of a line of a form: ``voorstel 2026``."""
    soorten = Counter((c.maat, c.jaar) for c in rooster.per_rij[rij])
    maat, jaar = soorten.most_common(1)[0][0]
    return " ".join(str(w) for w in (maat, jaar) if w and w != "aantal")


def name_cel(rooster: Telrooster, plek: Plek, regelboek: Regelboek) -> str:
    """A cell in words with its address: ``Assen, opgave asiel 2025 (D8)``."""
    rij = name_rij(rooster, plek[0])
    adres = short_address(rooster, plek)
    return f"{rij}, {describe(rooster, plek[1], regelboek)} ({adres})"


def short_address(rooster: Telrooster, plek: Plek) -> str:
    """The address within its table: ``D8`` or ``r8 k4``."""
    cel = rooster.cijfers[plek].cel or ""
    return cel.rsplit("!", 1)[-1].removeprefix(f"tabel {rooster.tabel.nummer} ")


def explain(rooster: Telrooster, kandidaat: Kandidaat, regelboek: Regelboek) -> str:
    """Why a cell is suspected, in a sentence."""
    zinnen: dict[str, str] = regelboek.tabel("audit/meldingen.toml")["hints"]
    wie = name_cel(rooster, kandidaat.plek, regelboek)
    nu = show_getal(rooster.value(kandidaat.plek))
    hint = kandidaat.hint
    if hint is not None:
        return zinnen[hint.soort].format(
            cel=wie, nu=nu, bedoeld=show_getal(hint.waarde)
        )
    laag, hoog = kandidaat.ruimte
    if laag == hoog:
        return zinnen["een"].format(cel=wie, nu=nu, bedoeld=show_getal(laag))
    if laag.is_finite() and hoog.is_finite():
        van, tot = show_getal(laag.quantize(_HEEL)), show_getal(hoog.quantize(_HEEL))
        return zinnen["tussen"].format(cel=wie, nu=nu, van=van, tot=tot)
    return zinnen["los"].format(cel=wie, nu=nu)
