"""Checks on the reading itself: what was not read, not settled, not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.document import Leesstatus, Vorm
from pipeline.audit.melding import join_woorden, make_bevinding, read_drempel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.bevinding import Bevinding
    from modellen.document import Cel, Document, Tabel
    from modellen.stuk import Stuk
    from pipeline.rulebook import Regelboek

_ONLEESBAAR = {"onduidelijk", "fout_in_werkmap"}
_MEESTE = 5


def check_ongelezen(stuk: Stuk, regelboek: Regelboek) -> Iterator[Bevinding]:
    """Each page without a text that could be read."""
    for pagina in stuk.document.paginas:
        if pagina.status is Leesstatus.ONGELEZEN:
            yield make_bevinding(
                regelboek,
                "ongelezen_pagina",
                document=stuk.document.id,
                pagina=pagina.nummer,
            )


def check_wijzigingen(stuk: Stuk, regelboek: Regelboek) -> Iterator[Bevinding]:
    """Tracked changes that nobody settled."""
    if stuk.document.eigenschappen.wijzigingen_open:
        yield make_bevinding(regelboek, "wijzigingen_open", document=stuk.document.id)


def check_niet_berekend(stuk: Stuk, regelboek: Regelboek) -> Iterator[Bevinding]:
    """Formulas without a stored result: unknown, or worked out while reading."""
    alle = [
        c
        for t in stuk.document.tabellen
        for c in t.cellen
        if c.formule and not c.berekend
    ]
    soorten = {
        "niet_berekend": [c for c in alle if c.begin == c.eind],
        "zelf_berekend": [c for c in alle if c.begin < c.eind],
    }
    for regel, cellen in soorten.items():
        if cellen:
            yield make_bevinding(
                regelboek,
                regel,
                aantal=len(cellen),
                cel=cellen[0].adres,
                document=stuk.document.id,
                verdacht=tuple(c.adres for c in cellen[:10])
                if regel == "niet_berekend"
                else (),
            )


def check_onduidelijk(stuk: Stuk, regelboek: Regelboek) -> Iterator[Bevinding]:
    """Numbers that can be read in two ways, and errors of a workbook."""
    cijfers = [c for c in stuk.cijfers if c.ontbreekt in _ONLEESBAAR]
    if cijfers:
        getoond = [f"'{c.weergave}' in {c.cel}" for c in cijfers[:_MEESTE]]
        yield make_bevinding(
            regelboek,
            "onduidelijk",
            aantal=len(cijfers),
            cellen=join_woorden(getoond),
            document=stuk.document.id,
            pagina=cijfers[0].herkomst.pagina,
            cijfers=tuple(c.id for c in cijfers),
            verdacht=tuple(c.cel for c in cijfers if c.cel),
        )


def check_grens(stuk: Stuk, regelboek: Regelboek) -> Iterator[Bevinding]:
    """A document of which it is doubtful that it begins here."""
    grens = stuk.document.grens
    if grens is None or grens.zekerheid >= read_drempel(regelboek, "grens_zekerheid"):
        return
    yield make_bevinding(
        regelboek,
        "grens_onzeker",
        zekerheid=round(grens.zekerheid * 100),
        reden=join_woorden(list(grens.redenen)),
        document=stuk.document.id,
        pagina=stuk.document.paginas[0].nummer if stuk.document.paginas else None,
    )


def check_verborgen(stuk: Stuk, regelboek: Regelboek) -> Iterator[Bevinding]:
    """Hidden sheets, rows, columns and text."""
    document = stuk.document
    wat = [w for tabel in document.tabellen for w in _hidden_parts(document, tabel)]
    tekst = sum(
        b.verborgen and b.vorm is not Vorm.CEL and bool(b.tekst.strip())
        for b in document.blokken
    )
    if tekst:
        wat.append(
            "verborgen tekst op één plaats"
            if tekst == 1
            else f"verborgen tekst op {tekst} plaatsen"
        )
    if wat:
        yield make_bevinding(
            regelboek, "verborgen", wat=join_woorden(wat), document=document.id
        )


def _hidden_parts(document: Document, tabel: Tabel) -> Iterator[str]:
    gevuld = [c for c in tabel.cellen if document.cel_tekst(c).strip()]
    verborgen = [c for c in gevuld if c.verborgen]
    if not verborgen:
        return
    naam = f"'{tabel.blad}'" if tabel.blad else f"tabel {tabel.nummer}"
    if len(verborgen) == len(gevuld):
        yield f"blad {naam}" if tabel.blad else naam
        return
    kolommen = _all_hidden({c.kolom: [] for c in verborgen}, gevuld)
    if kolommen:
        letters = join_woorden([_letter(k) for k in kolommen])
        yield f"kolom {letters} van {naam}"
    rijen = sorted({c.rij for c in verborgen if c.kolom not in kolommen})
    if rijen:
        yield f"rij {join_woorden([str(r) for r in rijen[:12]])} van {naam}"


def _all_hidden(kolommen: dict[int, list[Cel]], gevuld: list[Cel]) -> list[int]:
    for cel in gevuld:
        if cel.kolom in kolommen:
            kolommen[cel.kolom].append(cel)
    return sorted(
        k for k, cellen in kolommen.items() if all(c.verborgen for c in cellen)
    )


def _letter(kolom: int) -> str:
    letters = ""
    while kolom:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
