"""Papers, rows and people of a lakblad, as small as a test needs them."""

from __future__ import annotations

from modellen.document import Bron
from modellen.lakblad import Lakregel, Naamkeuze, Persoonsregel, Woodocument
from modellen.plaats import OpPagina
from pipeline.readers.opbouw import Bouwer

ZIN = (
    "De projectleider Ytzen Slotemaker van de provincie belt morgen met alle gemeenten."
)


def document(naam, *alineas):
    bouwer = Bouwer(Bron(bestand=naam, sha256="0" * 64, formaat="pdf"))
    for alinea in alineas:
        bouwer.blok(alinea, OpPagina(1))
    return bouwer.build()


def stuk(nummer, bron, **velden):
    return Woodocument(
        nummer=nummer,
        document=bron.id,
        bestand=bron.bron.bestand,
        sha256="0" * 64,
        titel="Verslag",
        soort="verslag",
        datum=None,
        **velden,
    )


def regel(nummer, bron, tekst, **velden):
    velden = {"soort": "naam", "grond": "5.1.2e", **velden}
    begin = velden.pop("begin", bron.tekst.index(tekst))
    return Lakregel(
        id=f"{nummer}-{begin}-{velden['grond']}",
        nummer=nummer,
        document=bron.id,
        pagina=1,
        begin=begin,
        tekst=tekst,
        omgeving="",
        reden="naam",
        zekerheid=0.9,
        **velden,
    )


def persoon(naam, keuze=Naamkeuze.OPEN, **velden):
    velden = {"voorstel": Naamkeuze.LAKKEN, **velden}
    return Persoonsregel(naam=naam, keuze=keuze, aantal=1, **velden)


A = document("a.pdf", "Kop boven het stuk", ZIN)
