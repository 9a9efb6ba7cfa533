"""The nouns of the house: frozen records, standard library only."""

from __future__ import annotations
