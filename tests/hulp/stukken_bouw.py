"""Documents and records out of plain lines: what a test reads is what is stored."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from modellen.afspraak import Actie, Besluit, Resultaat
from modellen.document import Blok, Bron, Cel, Document, Tabel, Vorm
from modellen.plaats import OpPagina
from modellen.stuk import Inname, Kenmerken, Soort, Stuk
from modellen.vergadering import Vergadering


def sha(tekst):
    return hashlib.sha256(tekst.encode(errors="surrogatepass")).hexdigest()


def make_document(bestand, *alineas, deel="", ouder=None, inhoud=None, tabel=()):
    """A document of paragraphs, then the rows of a table, one page of three a piece."""
    formaat = bestand.rsplit(".", 1)[-1]
    blokken, cellen, tekst = [], [], ""
    for nummer, alinea in enumerate(alineas):
        tekst += "\n" if tekst else ""
        plaats = OpPagina(nummer // 3 + 1)
        blokken.append(Blok(tekst=alinea, begin=len(tekst), plaats=plaats))
        tekst += alinea
    plaats = OpPagina(len(alineas) // 3 + 1)
    for rij, woorden in enumerate(tabel, start=1):
        for kolom, woord in enumerate(woorden, start=1):
            tekst += "\t" if kolom > 1 else "\n" if tekst else ""
            begin = len(tekst)
            blokken.append(Blok(tekst=woord, begin=begin, plaats=plaats, vorm=Vorm.CEL))
            tekst += woord
            cellen.append(
                Cel(rij=rij, kolom=kolom, begin=begin, eind=len(tekst), adres=f"r{rij} k{kolom}", plaats=plaats)
            )  # fmt: skip
    return Document(
        bron=Bron(bestand=bestand, sha256=sha(inhoud or tekst), formaat=formaat),
        tekst=tekst,
        blokken=tuple(blokken),
        tabellen=(Tabel(nummer=1, cellen=tuple(cellen)),) if cellen else (),
        deel=deel,
        ouder=ouder,
    )


def quote(document, woorden, regel="proef", keer=1):
    """The provenance of words at the place where they stand for the nth time."""
    begin = -1
    for _ in range(keer):
        begin = document.tekst.index(woorden, begin + 1)
    return document.citeer(begin, begin + len(woorden), regel=regel)


def make_stuk(document, *, soort=Soort.VERSLAG, datum=None, titel=None, **meer):
    kenmerken = Kenmerken(soort=soort, titel=titel, datum=datum)
    return Stuk(document=document, kenmerken=kenmerken, **meer)


def make_inname(*stukken, mislukt=()):
    bron = stukken[0].document.bron
    return Inname(bestand=bron.bestand, sha256=bron.sha256, stukken=stukken, mislukt=mislukt)  # fmt: skip


def make_actie(document, woorden, keer=1, **meer):
    herkomst = quote(document, woorden, keer=keer)
    return Actie(**{"omschrijving": woorden, "herkomst": herkomst, **meer})


def make_besluit(document, woorden, keer=1, **meer):
    herkomst = quote(document, woorden, keer=keer)
    velden = {"omschrijving": woorden, "resultaat": Resultaat.VASTGESTELD}
    return Besluit(herkomst=herkomst, **{**velden, **meer})


def make_vergadering(document, naam, datum, **meer):
    return Vergadering(naam=naam, datum=datum, herkomst=quote(document, naam), **meer)


def list_with_actions(bestand, datum, *acties, **meer):
    """An intake of one document whose paragraphs are its actions."""
    document = make_document(bestand, *acties)
    gevonden = tuple(make_actie(document, a) for a in acties)
    return make_inname(make_stuk(document, datum=datum, acties=gevonden, **meer))


def at(record, **meer):
    return replace(record, **meer)
