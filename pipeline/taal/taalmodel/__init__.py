"""The language model: people in a text, by a spaCy pipeline of our own or another."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import as_file, files
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from pipeline.errors import HulpprogrammaError

if TYPE_CHECKING:
    from collections.abc import Sequence

_MENSEN = frozenset({"PER", "PERSON"})


class Taalmodel:
    """A loaded spaCy pipeline that marks people."""

    def __init__(self, nlp: Any) -> None:  # noqa: ANN401 (spaCy is optional and untyped)
        self._nlp = nlp

    def find(self, teksten: Sequence[str]) -> list[list[tuple[int, int]]]:
        """The spans of people in each text."""
        return [
            [(e.start_char, e.end_char) for e in doc.ents if e.label_ in _MENSEN]
            for doc in self._nlp.pipe(teksten, batch_size=128)
        ]


def has_spacy() -> bool:
    """Whether spaCy is installed."""
    return find_spec("spacy") is not None


@lru_cache(maxsize=2)
def load_taalmodel(naam: str | None = None) -> Taalmodel:
    """Our own model, or another spaCy pipeline that is installed, by name.

    Raises ``HulpprogrammaError`` when spaCy or the model is missing.
    """
    if not has_spacy():
        raise HulpprogrammaError(
            "Voor het taalmodel is spaCy nodig. Installeer het met "
            "pip install 'verwerk[taalmodel]'."
        )
    import spacy  # noqa: PLC0415 (heavy; loaded only when a model is asked for)

    try:
        if naam is not None:
            return Taalmodel(spacy.load(naam))
        with as_file(files("regels").joinpath("taalmodel", "model")) as map_:
            return Taalmodel(spacy.load(map_))
    except OSError as fout:
        raise HulpprogrammaError(
            f"Het taalmodel {naam or 'van verwerk'} kan niet worden geladen. Geef met "
            "--taalmodel de naam van een geïnstalleerd spaCy-model."
        ) from fout
