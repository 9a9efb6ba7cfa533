"""The grounds of the Woo and the words of the legend, from the rulebook."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from modellen.lakken import Grondslag, Grondsoort
from pipeline.errors import RegelError

if TYPE_CHECKING:
    from collections.abc import Mapping

GRONDSLAGEN = "woo/grondslagen.toml"
LEGENDA = "woo/legenda.toml"


class Tabellen(Protocol):
    """What gives a table of knowledge by its path: the rulebook."""

    def tabel(self, pad: str) -> dict[str, Any]:
        """A TOML file of data."""
        ...  # pragma: no cover


def load_grondslagen(regelboek: Tabellen) -> Mapping[str, Grondslag]:
    """The grounds by code, in the order of the law.

    Raises ``RegelError`` when a ground misses a field or names a kind that is none.
    """
    tabel = regelboek.tabel(GRONDSLAGEN)
    return MappingProxyType({code: _make(code, t) for code, t in tabel.items()})


def load_legenda(regelboek: Tabellen) -> Mapping[str, Any]:
    """The titles, columns and sentences of the legend."""
    return regelboek.tabel(LEGENDA)


@lru_cache(maxsize=1)
def default_legenda() -> Mapping[str, Any]:
    """The words of the legend as the program brings them."""
    bron = files("regels").joinpath(*LEGENDA.split("/"))
    return tomllib.loads(bron.read_text(encoding="utf-8"))


def _make(code: str, tabel: Mapping[str, str]) -> Grondslag:
    try:
        return Grondslag(
            code=code,
            letter=tabel["letter"] or None,
            artikel=tabel["artikel"],
            soort=Grondsoort(tabel["soort"]),
            kort=tabel["kort"],
            tekst=tabel["tekst"],
            vws=tabel["vws"] or None,
        )
    except (KeyError, TypeError, ValueError) as fout:
        raise RegelError(
            f"Grond '{code}' in {GRONDSLAGEN} klopt niet ({fout}). Vul letter, "
            "artikel, soort, vws, kort en tekst in."
        ) from fout
