"""How findings name a column, and hints why a number is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from modellen.cijfer import Cijfer
    from modellen.document import Tabel
    from pipeline.rulebook import Regelboek


def name_kolom(cijfer: Cijfer, tabel: Tabel, regelboek: Regelboek) -> str:
    """A column in words: ``Tabel 1, opgave Oekraïne 2025``."""
    namen: dict[str, str] = regelboek.tabel("audit/audit.toml")["namen"]
    thema = namen.get(cijfer.thema or "", cijfer.thema or "")
    maat = "" if cijfer.maat == "aantal" else cijfer.maat
    bij = cijfer.kwalificatie or ""
    woorden = [maat, thema, str(cijfer.jaar or ""), f"({bij})" if bij else ""]
    waar = f"Blad '{tabel.blad}'" if tabel.blad else f"Tabel {tabel.nummer}"
    naam = " ".join(w for w in woorden if w) or "aantal"
    return f"{waar}, kolom {naam}"


def swapped(een: Decimal, ander: Decimal) -> bool:
    """Whether two numbers differ in two neighbouring digits that changed places."""
    a, b = str(een), str(ander)
    anders = [i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    if len(a) != len(b) or len(anders) != 2:  # noqa: PLR2004 (a swap touches two digits)
        return False
    links, rechts = anders
    return rechts == links + 1 and a[links] == b[rechts] and a[rechts] == b[links]
