"""Agenda points that stand in a table: a column names them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from modellen.vergadering import Agendapunt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from modellen.document import Cel, Document, Tabel
    from modellen.stuk import Stuk
    from pipeline.rulebook import Regelboek

_LANG = 150


def find_in_tables(stuk: Stuk, regelboek: Regelboek) -> Iterator[Agendapunt]:
    """The points in the tables with a column for them; a merged cell counts once."""
    woorden = regelboek.tabel("documenten/agendapunten.toml")["tabel"]
    for tabel in stuk.document.tabellen:
        yield from _in_table(stuk.document, tabel, woorden)


def _in_table(
    document: Document, tabel: Tabel, woorden: Mapping[str, Sequence[str]]
) -> Iterator[Agendapunt]:
    rijen: dict[int, dict[int, Cel]] = defaultdict(dict)
    for cel in tabel.cellen:
        rijen[cel.rij][cel.kolom] = cel
    kop = next((r for r in sorted(rijen)[:3] if len(rijen[r]) > 1), None)
    if kop is None:
        return
    titel = _column(document, rijen[kop], woorden["titel"])
    if titel is None:
        return
    nummer = _column(document, rijen[kop], woorden["nummer"], behalve=titel)
    for rij in sorted(r for r in rijen if r > kop):
        houder = rijen[rij].get(titel)
        vooraan = rijen[rij].get(nummer) if nummer is not None else None
        punt = _point(document, houder, vooraan) if houder is not None else None
        if punt is not None:
            yield punt


def _column(
    document: Document,
    rij: Mapping[int, Cel],
    woorden: Sequence[str],
    behalve: int | None = None,
) -> int | None:
    """The column whose header names what is looked for, by the order of the words."""
    koppen = {
        k: document.cel_tekst(c).casefold().strip(" .:")
        for k, c in rij.items()
        if k != behalve
    }
    return next(
        (
            k
            for w in woorden
            for k, kop in sorted(koppen.items())
            if kop == w or kop.startswith((f"{w} ", f"{w}/", f"{w}."))
        ),
        None,
    )


def _point(document: Document, cel: Cel, vooraan: Cel | None) -> Agendapunt | None:
    """The first paragraph of a cell is the point; the rest is what was said of it."""
    eerste = next(
        (b for b in document.blokken if cel.begin <= b.begin < cel.eind), None
    )
    if eerste is None:
        return None
    volgnummer = document.cel_tekst(vooraan).strip() if vooraan is not None else ""
    begin = eerste.begin
    if eerste.nummer and not volgnummer:
        volgnummer = eerste.nummer
        begin += len(eerste.nummer)
    titel = document.tekst[begin : eerste.eind].split("\n", 1)[0]
    begin += len(titel) - len(titel.lstrip())
    titel = titel.strip()
    if len(titel) > _LANG:
        titel = titel[: titel.rfind(" ", 0, _LANG)]
    if not any(ch.isalpha() for ch in titel) or len(volgnummer) > 12:  # noqa: PLR2004 (longer is no number)
        return None
    return Agendapunt(
        volgnummer=volgnummer,
        titel=titel.rstrip(" .:"),
        herkomst=document.citeer(begin, begin + len(titel), regel="agendapunt.tabel"),
    )
