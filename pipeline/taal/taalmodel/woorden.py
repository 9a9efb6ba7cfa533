"""A light tokenizer for spaCy: it cuts at the edges of words and signs.

The tokenizer of spaCy for Dutch takes ten times as long, and more to load than the rest
of our model; what it knows of abbreviations is of no use to names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Doc
from spacy.util import registry

if TYPE_CHECKING:
    from spacy.language import Language

WOORDEN = "verwerk.woorden.v1"
"""The name by which the configuration of a pipeline asks for it."""

_STUK = re.compile(r"\w+|[^\w\s]|\s+")


class Woorden:
    """A tokenizer that cuts a text at the edges of words and signs, and keeps all."""

    def __init__(self, nlp: Language) -> None:
        self._vocab = nlp.vocab

    def __call__(self, tekst: str) -> Doc:
        """The text as a ``Doc``; its ``text`` is the same, character for character."""
        woorden: list[str] = []
        spaties: list[bool] = []
        for stuk in _STUK.findall(tekst):
            if stuk == " " and spaties and not spaties[-1]:
                spaties[-1] = True
            else:
                woorden.append(stuk)
                spaties.append(False)
        return Doc(self._vocab, words=woorden, spaces=spaties)

    def to_disk(self, path: object, **_: object) -> None:
        """Nothing: it has no state (spaCy asks when a pipeline is stored)."""
        del path

    def from_disk(self, path: object, **_: object) -> Woorden:
        """Itself: it has no state."""
        del path
        return self

    def to_bytes(self, **_: object) -> bytes:
        """Nothing: it has no state."""
        return b""

    def from_bytes(self, data: bytes, **_: object) -> Woorden:
        """Itself: it has no state."""
        del data
        return self


registry.tokenizers.register(WOORDEN, func=lambda: Woorden)
