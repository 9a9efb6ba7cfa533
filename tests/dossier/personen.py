"""Who takes part in the regietafel of the example dossier: all of them are invented.

The regietafel does not exist and its figures are made up; the gemeenten carry names of
real ones, so that lists of names can be tried on them.
"""

from __future__ import annotations

TAFEL = "Provinciale Regietafel Waterland-Oost"

AANWEZIG = (
    ("Mw. H. Wagenvoort", "commissaris van de Koning, voorzitter"),
    ("Dhr. T. Rozenbeek", "gedeputeerde Wonen"),
    ("Dhr. J. Kleverlaan", "burgemeester Hoorn"),
    ("Mw. M. Stoutjesdijk", "wethouder Purmerend"),
    ("Dhr. A. Winkelhorst", "burgemeester Medemblik"),
    ("Mw. S. Molhuizen", "wethouder Edam-Volendam"),
    ("Mw. K. Doornekamp", "wethouder Drechterland"),
    ("Dhr. N. Haverkate", "wethouder Koggenland"),
    ("Mw. A. Zuiderent", "burgemeester Waterland"),
    ("Dhr. R. Veldkornet", "wethouder Stede Broec"),
    ("Dhr. W. Smeekens", "ministerie van Asiel en Migratie, regiocoördinator"),
    ("Dhr. B. Oldeman", "COA, regiomanager"),
    ("Mw. I. Terpstra-de Kler", "Nidos"),
    ("Mw. L. Brandwijk", "secretaris, verslag"),
)

AFWEZIG = (
    ("Dhr. P. Ravestein", "burgemeester Enkhuizen"),
    ("Mw. G. Schuitemaker", "burgemeester Opmeer (vervangen door dhr. C. Appelhof)"),
)

ADRESSEN = {
    "Loes Brandwijk": "l.brandwijk@waterland-oost.example",
    "Ferhat Duyvendak": "f.duyvendak@vr-waterlandoost.example",
    "Joris Kleverlaan": "j.kleverlaan@hoorn.example",
    "Bas Oldeman": "b.oldeman@coa.example",
    "Wouter Smeekens": "w.smeekens@minaenm.example",
    "Ilona Terpstra-de Kler": "i.terpstra@nidos.example",
    "Maaike Kuitert": "m.kuitert@medemblik.example",
    "Sietske Molhuizen": "s.molhuizen@edam-volendam.example",
    "Coen Appelhof": "c.appelhof@opmeer.example",
    "Dorien van Akkerveen": "d.vanakkerveen@purmerend.example",
}


def adres(naam: str) -> str:
    """A person as an e-mail header writes them."""
    return f"{naam} <{ADRESSEN[naam]}>"
