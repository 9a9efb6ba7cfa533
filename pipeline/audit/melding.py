"""Findings from the sentences of the rulebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modellen.bevinding import Bevinding, Klasse

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from pipeline.rulebook import Regelboek

_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
    "september", "oktober", "november", "december",
)  # fmt: skip
_PLAATSEN = ("document", "pagina", "cijfers", "verdacht")
_GETALLEN = ("verwacht", "gevonden", "verschil")


def make_bevinding(regelboek: Regelboek, regel: str, **velden: Any) -> Bevinding:  # noqa: ANN401 (a sentence takes what it names)
    """A finding in the words of ``audit/meldingen.toml``, its advice behind it."""
    melding = regelboek.tabel("audit/meldingen.toml")[regel]
    zin, doe = (str(melding[k]).format_map(velden) for k in ("tekst", "doe"))
    return Bevinding(
        regel=f"audit.{regel}",
        klasse=Klasse(melding["klasse"]),
        omschrijving=f"{zin} {doe}".strip(),
        **{k: velden[k] for k in (*_PLAATSEN, *_GETALLEN) if k in velden},
    )


def read_drempel(regelboek: Regelboek, naam: str) -> float:
    """A threshold of ``audit/audit.toml``."""
    return float(regelboek.tabel("audit/audit.toml")["drempels"][naam])


def show_getal(waarde: Decimal) -> str:
    """A number in Dutch notation: ``5.722``, ``-1,5``."""
    vast = f"{waarde:,f}"
    if "." in vast:
        vast = vast.rstrip("0").rstrip(".")
    return vast.translate(str.maketrans(",.", ".,"))


def show_verschil(waarde: Decimal) -> str:
    """A difference with its sign."""
    return show_getal(waarde) if waarde < 0 else f"+{show_getal(waarde)}"


def show_datum(dag: date) -> str:
    """A day in words: ``17 september 2025``."""
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def shorten(tekst: str, langste: int) -> str:
    """Words on one line of at most that many characters, cut with an ellipsis."""
    plat = " ".join(tekst.split())
    return plat if len(plat) <= langste else f"{plat[: langste - 1].rstrip()}…"


def join_woorden(woorden: list[str]) -> str:
    """Words as a Dutch enumeration: ``a, b en c``."""
    if len(woorden) < 2:  # noqa: PLR2004 (one word needs no 'en')
        return "".join(woorden)
    return f"{', '.join(woorden[:-1])} en {woorden[-1]}"
