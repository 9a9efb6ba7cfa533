"""Tables drawn as text, made into documents as a reader would."""

from __future__ import annotations

from datetime import date

from modellen.document import Blok, Bron, Cel, Document, Tabel, Vorm
from modellen.plaats import OpPagina
from modellen.stuk import Kenmerken, Soort, Stuk

LINKS, BOVEN = "<", "^"


def maak_stuk(  # noqa: PLR0913 (a drawing and what stands around it)
    tekening,
    *,
    boven="",
    onder="",
    titel=None,
    datum=None,
    bestand="map/stuk.docx",
    soort=Soort.CIJFERTABEL,
    blad=None,
    opgeslagen=None,
):
    """A document with one table: cells parted by ``|``, ``<`` and ``^`` are merged ones.

    ``opgeslagen`` gives stored numbers by (row, column).
    """
    tekst, blokken = "", []
    for regel in boven.strip().splitlines():
        tekst = _alinea(tekst, blokken, regel.strip())
    tekst, tabel = _tabel(tekst, blokken, tekening, blad, opgeslagen or {})
    for regel in onder.strip().splitlines():
        tekst = _alinea(tekst, blokken, regel.strip())
    document = Document(
        bron=Bron(bestand=bestand, sha256="0" * 64, formaat=bestand.rsplit(".", 1)[-1]),
        tekst=tekst,
        blokken=tuple(blokken),
        tabellen=(tabel,) if tabel.cellen else (),
    )
    kenmerken = Kenmerken(
        soort=soort, titel=titel, datum=datum and date.fromisoformat(datum)
    )
    return Stuk(document=document, kenmerken=kenmerken)


def _alinea(tekst, blokken, regel):
    blokken.append(Blok(tekst=regel, begin=len(tekst), plaats=OpPagina(1)))
    return tekst + regel + "\n"


def _tabel(tekst, blokken, tekening, blad, opgeslagen):
    rijen = [
        [c.strip() for c in regel.split("|")]
        for regel in tekening.strip("\n").splitlines()
    ]
    cellen = []
    for r, rij in enumerate(rijen, 1):
        for k, inhoud in enumerate(rij, 1):
            if inhoud in {LINKS, BOVEN}:
                continue
            begin = len(tekst)
            tekst += inhoud
            if inhoud:
                blokken.append(
                    Blok(tekst=inhoud, begin=begin, plaats=OpPagina(1), vorm=Vorm.CEL)
                )
            cellen.append(
                Cel(
                    rij=r,
                    kolom=k,
                    begin=begin,
                    eind=len(tekst),
                    adres=f"{blad}!{chr(64 + k)}{r}" if blad else f"tabel 1 r{r} k{k}",
                    plaats=OpPagina(1),
                    rijspan=_span([x[k - 1] for x in rijen[r:] if len(x) >= k], BOVEN),
                    kolomspan=_span(rij[k:], LINKS),
                    waarde=opgeslagen.get((r, k)),
                )
            )
            tekst += "\t" if k < len(rij) else ""
        tekst += "\n"
    return tekst, Tabel(nummer=1, cellen=tuple(cellen), blad=blad)


def _span(volgende, teken):
    lengte = 1
    for inhoud in volgende:
        if inhoud != teken:
            break
        lengte += 1
    return lengte
