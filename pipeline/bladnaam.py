"""The name on the tab of a sheet: what a person gave it, or only a program."""

from __future__ import annotations

import re

_VANZELF = re.compile(r"(?:blad|sheet|tabelle|feuil|werkblad)\s*\d*", re.IGNORECASE)


def is_given(naam: str) -> bool:
    """Whether somebody chose a name: ``Blad1`` names itself, and says nothing."""
    return not _VANZELF.fullmatch(naam.strip())
