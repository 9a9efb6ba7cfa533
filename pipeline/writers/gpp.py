"""What GPP-Woo and Woogle take in: a JSON file and a CSV of the same release."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from modellen.inventaris import Inventarisregel, Organisatie

WOOGLE = (
    "Bestandsnaam", "Titel", "Datum", "Documentsoort", "Beoordeling",
    "Uitzonderingsgrond", "Verzender", "Ontvanger", "Beschrijving",
)  # fmt: skip
_TITEL = 255


def make_gpp(
    regels: Sequence[Inventarisregel],
    organisatie: Organisatie,
    titel: str,
    waarden: Mapping[str, Any],
    vandaag: date,
) -> bytes:
    """A publication and its documents for the API of GPP-Woo (version 2).

    The installation knows categories and organisations by numbers of its own; here
    they stand by their TOOI identifier, for the importer to look up. Judgement and
    grounds have no field there and stand in ``omschrijving``.
    """
    diwoo = waarden["diwoo"]
    inhoud = {
        "publicatie": {
            "officieleTitel": titel[:_TITEL],
            "omschrijving": "",
            "publicatiestatus": "concept",
            "informatieCategorieen": [diwoo["basis"] + diwoo["categorie"]],
            "publisher": organisatie.uri,
            "verantwoordelijke": organisatie.uri,
            "datumBeginGeldigheid": vandaag.isoformat(),
        },
        "documenten": [_gpp_document(r, vandaag) for r in regels if r.bestand],
    }
    tekst = json.dumps(inhoud, ensure_ascii=False, indent=2)
    return f"{tekst}\n".encode()


def _gpp_document(regel: Inventarisregel, vandaag: date) -> dict[str, Any]:
    gronden = f" ({', '.join(regel.gronden)})" if regel.gronden else ""
    return {
        "identifier": regel.nummer,
        "officieleTitel": (regel.titel or f"Document {regel.nummer}")[:_TITEL],
        "omschrijving": " ".join(
            (f"{regel.beoordeling.value}{gronden}.", regel.toelichting)
        ).strip(),
        "creatiedatum": (regel.datum or vandaag).isoformat(),
        "bestandsformaat": "application/pdf",
        "bestandsnaam": regel.bestand,
        "bestandsomvang": regel.omvang,
        "aanleveringBestand": "ontvangen",
        "kenmerken": [{"kenmerk": regel.nummer, "bron": "inventarislijst"}],
    }


def make_woogle(regels: Sequence[Inventarisregel], soorten: Mapping[str, str]) -> bytes:
    """The inventory in the columns that Woogle reads."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, lineterminator="\r\n")
    schrijver.writerow(WOOGLE)
    for r in regels:
        schrijver.writerow(
            [
                r.bestand,
                _plain(r.titel),
                r.datum.isoformat() if r.datum else "",
                soorten.get(r.soort, r.soort),
                r.beoordeling.value,
                ";".join(r.gronden),
                _plain(r.afzender),
                _plain(r.ontvanger),
                _plain(r.toelichting),
            ]
        )
    return uit.getvalue().encode("utf-8-sig")


def _plain(tekst: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{tekst}" if tekst[:1] in {"=", "+", "-", "@"} else tekst
