"""Words for people: plurals, kinds of documents, months."""

from __future__ import annotations

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli",
    "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

_SOORTEN = {
    "agenda": ("agenda", "agenda's"),
    "geannoteerde_agenda": ("geannoteerde agenda", "geannoteerde agenda's"),
    "verslag": ("verslag", "verslagen"),
    "actielijst": ("actielijst", "actielijsten"),
    "besluitenlijst": ("besluitenlijst", "besluitenlijsten"),
    "brief": ("brief", "brieven"),
    "memo": ("memo", "memo's"),
    "e-mail": ("e-mail", "e-mails"),
    "cijfertabel": ("cijfertabel", "cijfertabellen"),
    "formulier": ("formulier", "formulieren"),
    "legenda": ("legenda", "legenda's"),
    "overig": ("overig stuk", "overige stukken"),
}


def count(aantal: int, een: str, meer: str) -> str:
    """A number with its noun."""
    return f"{aantal} {een if aantal == 1 else meer}"


def name_failure(bestand: str, reden: str) -> str:
    """A file with why it failed; a reason that begins with its name says it once."""
    naam = bestand.rsplit("/", 1)[-1]
    if reden.startswith(f"{naam} "):
        return bestand + reden.removeprefix(naam)
    return f"{bestand}: {reden}"


def name_soort(soort: str, aantal: int = 1) -> str:
    """What a reader calls a kind of document."""
    een, meer = _SOORTEN[soort]
    return een if aantal == 1 else meer
