"""The verbs of the house; nouns live in ``modellen``, knowledge in ``regels``."""

from __future__ import annotations
