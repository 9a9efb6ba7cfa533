"""The sheets and columns of a lakblad."""

from __future__ import annotations

STUKKEN = (
    "nummer", "titel", "soort", "datum", "afzender", "ontvanger", "beoordeling",
    "gronden", "dubbel van", "link", "toelichting", "bestand",
)  # fmt: skip
REGELS = (
    "nummer", "pagina", "tekst", "besluit", "grond", "soort", "persoon", "reden",
    "zekerheid", "omgeving", "door", "id",
)  # fmt: skip
WET = "wat de wet vraagt"
PASSAGES = (
    "nummer", "pagina", "tekst", "besluit", "grond", "motivering", "reden",
    "zekerheid", "omgeving", "door", WET, "id",
)  # fmt: skip
DOCUMENTEN, MARKERINGEN, MENS = "Documenten", "Markeringen", "Voor een mens"
FEITEN = "gegevens"
VRIJE_STUKKEN = frozenset(
    {"titel", "afzender", "ontvanger", "beoordeling", "gronden", "link", "toelichting"}
)
VRIJE_REGELS = frozenset({"besluit", "grond", "motivering", "door"})
"""Columns a person fills in; the others are protected."""
