"""The language model: people in a text, by a spaCy pipeline of our own or another."""

from __future__ import annotations

from functools import cached_property, lru_cache
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import HulpprogrammaError
from pipeline.taal.taalmodel.laden import load_light

if TYPE_CHECKING:
    from collections.abc import Sequence

_MENSEN = frozenset({"PER", "PERSON"})


class Taalmodel:
    """A spaCy pipeline that marks people; it is loaded when it is first asked."""

    def __init__(self, naam: str | None = None) -> None:
        self._naam = naam

    @cached_property
    def _nlp(self) -> Any:  # noqa: ANN401 (spaCy is untyped)
        return _load(self._naam)

    def find(self, teksten: Sequence[str]) -> list[list[tuple[int, int]]]:
        """The spans of people in each text."""
        return [
            [(e.start_char, e.end_char) for e in doc.ents if e.label_ in _MENSEN]
            for doc in self._nlp.pipe(teksten, batch_size=128)
        ]


@lru_cache(maxsize=2)
def load_taalmodel(naam: str | None = None) -> Taalmodel:
    """Our own model, or another spaCy pipeline that is installed, by name or folder.

    It is loaded when a text first leaves a doubt. Raises ``HulpprogrammaError`` at once
    when another one is not there, or is no model.
    """
    if naam is not None and not any(map(_is_model, _places(naam))):
        raise _refuse(naam)
    return Taalmodel(naam)


def _places(naam: str) -> list[Path]:
    """Where a model would stand: in the package of that name, or in the folder."""
    if not naam.isidentifier():  # asking for a package by anything else is an error
        return [Path(naam)]
    pakket = find_spec(naam)
    return [
        *map(Path, (pakket and pakket.submodule_search_locations) or ()),
        Path(naam),
    ]


def _is_model(map_: Path) -> bool:
    """Whether a folder says of itself that it is a spaCy pipeline."""
    try:
        return (map_ / "meta.json").is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _load(naam: str | None) -> Any:  # noqa: ANN401 (spaCy is untyped)
    with load_light():
        return _read(naam)


def _read(naam: str | None) -> Any:  # noqa: ANN401 (spaCy is untyped)
    import spacy  # noqa: PLC0415 (heavy; loaded only when there is a doubt)

    from pipeline.taal.taalmodel import woorden  # noqa: F401, PLC0415 (our own model asks for it by name)

    try:
        if naam is not None:
            return spacy.load(naam)
        with as_file(files("regels").joinpath("taalmodel", "model")) as map_:
            return spacy.load(map_)
    except (OSError, ValueError) as fout:
        raise _refuse(naam) from fout


def _refuse(naam: str | None) -> HulpprogrammaError:
    welk = "van verwerk" if naam is None else f"'{naam}'"
    return HulpprogrammaError(
        f"Het taalmodel {welk} kan niet worden geladen. Geef met --taalmodel de naam "
        "van een geïnstalleerd spaCy-model, of laat de optie weg."
    )
