"""A question in words, taken apart, and written as each database wants it.

Only stems reach a query: ASCII letters and digits, whatever was typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.storage.stammen import LANGST, WOORD, fold_parts, stem_word
from pipeline.storage.synoniemen import load_synoniemen, stem_words

AANHALING = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
STUK = re.compile(r'(-?)(?:"([^"]*)("\*|"|$)|([^\s"]+))')


@dataclass(frozen=True, slots=True, kw_only=True)
class Vorm:
    """Stems that stand in a row; ``open_`` leaves the end of the last free."""

    stammen: tuple[str, ...]
    open_: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """What must occur, in one of its forms; or must not."""

    vormen: tuple[Vorm, ...]
    weg: bool = False


def parse_vraag(vraag: str) -> tuple[Term, ...]:
    """The terms of a question; empty when there is nothing to look for."""
    termen: list[Term] = []
    for stuk in STUK.finditer(vraag.translate(AANHALING)):
        weg = bool(stuk[1])
        if stuk[2] is not None:
            termen += _phrase(stuk[2], weg=weg, open_=stuk[3] == '"*')
        else:
            termen += _words(stuk[4], weg=weg)
    if all(t.weg for t in termen):
        return ()
    return tuple(dict.fromkeys(termen))


def to_fts5(termen: tuple[Term, ...]) -> str:
    """The question for SQLite."""
    wel = " AND ".join(_any_fts5(t) for t in termen if not t.weg)
    return f"({wel})" + "".join(f" NOT {_any_fts5(t)}" for t in termen if t.weg)


def to_tsquery(termen: tuple[Term, ...]) -> str:
    """The question for PostgreSQL, as a ``tsquery`` literal."""
    return " & ".join(("!" if t.weg else "") + _any_tsquery(t) for t in termen)


def _phrase(tekst: str, *, weg: bool, open_: bool) -> list[Term]:
    """Words in quotation marks: exactly these, in this order."""
    stammen = stem_words(tekst)
    if not stammen:
        return []
    if open_:
        return [Term(vormen=_open_forms(tekst, stammen), weg=weg)]
    return [Term(vormen=(Vorm(stammen=stammen),), weg=weg)]


def _words(stuk: str, *, weg: bool) -> list[Term]:
    woorden = WOORD.findall(stuk)
    open_ = stuk.endswith("*")
    termen = []
    for nummer, woord in enumerate(woorden, start=1):
        delen, heel = stem_word(woord)
        if not delen:
            continue
        if open_ and nummer == len(woorden):
            vormen = _open_forms(woord, delen)
        else:
            vormen = _forms(delen, heel)
        termen.append(Term(vormen=vormen, weg=weg))
    return termen


def _forms(delen: tuple[str, ...], heel: str | None) -> tuple[Vorm, ...]:
    vormen = [delen] if heel is None else [delen, (heel,)]
    vormen += [v for vorm in tuple(vormen) for v in load_synoniemen().get(vorm, ())]
    return tuple(Vorm(stammen=v) for v in dict.fromkeys(vormen))


def _open_forms(tekst: str, stammen: tuple[str, ...]) -> tuple[Vorm, ...]:
    """What begins so; the stem too, which can be shorter than what is typed."""
    delen = [d for woord in WOORD.findall(tekst) for d in fold_parts(woord)]
    begin = (*stammen[:-1], delen[-1][:LANGST])
    return (Vorm(stammen=begin, open_=True), Vorm(stammen=stammen))


def _any_fts5(term: Term) -> str:
    vormen = (f'"{" ".join(v.stammen)}"{"*" if v.open_ else ""}' for v in term.vormen)
    return f"({' OR '.join(vormen)})"


def _any_tsquery(term: Term) -> str:
    vormen = (
        " <-> ".join(f"'{s}'" for s in v.stammen) + (":*" if v.open_ else "")
        for v in term.vormen
    )
    return f"({' | '.join(f'({v})' for v in vormen)})"
