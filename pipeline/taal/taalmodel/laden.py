"""Load spaCy with less waiting.

``import spacy`` imports its own command line as well, with all that is needed to fetch
models over a network: a third of the time, for what this program never does. And the
collector goes through all that is loaded again and again, while none of it is waste.
"""

from __future__ import annotations

import atexit
import gc
import sys
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPDRACHTREGEL = "spacy.cli"


@contextmanager
def load_light() -> Iterator[None]:
    """The first time: nothing is collected, and spaCy loads without command line.

    What was loaded is never looked through for waste again. ``spacy.cli`` is loaded as
    ever by whoever asks for it afterwards.
    """
    if "spacy" in sys.modules:
        yield
        return
    verzamelt = gc.isenabled()
    gc.disable()
    plaatsvervangers = _make_stand_ins()
    sys.modules |= plaatsvervangers
    try:
        yield
    finally:
        for naam in plaatsvervangers:
            del sys.modules[naam]
        gc.freeze()
        atexit.register(gc.unfreeze)  # else what others left open is not closed at exit
        if verzamelt:
            gc.enable()


def _make_stand_ins() -> dict[str, ModuleType]:
    """For the only name that spaCy takes from its command line: ``info``.

    Should another version take more, the rest is found where it always stands.
    """
    spacy = find_spec("spacy")
    mappen = spacy.submodule_search_locations if spacy else None
    opdrachtregel, info = ModuleType(_OPDRACHTREGEL), ModuleType("info")
    opdrachtregel.__path__ = [str(Path(map_, "cli")) for map_ in mappen or ()]
    vars(info)["info"] = _info
    return {_OPDRACHTREGEL: opdrachtregel, f"{_OPDRACHTREGEL}.info": info}


def _info(*welke: object, **hoe: object) -> object:
    from spacy.cli.info import info  # noqa: PLC0415 (the real one, for who calls it)

    return info(*welke, **hoe)  # type: ignore[arg-type]
