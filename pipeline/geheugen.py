"""Memory that was let go of, given back to the machine.

The C library keeps what is freed for the next time. After a document of thousands of
pages that is most of what the program seems to use. Where the library cannot be asked,
nothing happens.
"""

from __future__ import annotations

import ctypes
import gc
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ZELDEN = (50_000, 20, 50)
"""How many new things the interpreter lets pass before it looks for garbage."""


@contextmanager
def rare_collection(*, blijvend: bool = False) -> Iterator[None]:
    """Look for garbage less often: many small things are made that all live on.

    What was made ``blijvend`` counts as old at the end: it is not looked through.
    """
    oud = gc.get_threshold()
    gc.set_threshold(*ZELDEN)
    try:
        yield
    finally:
        if blijvend:
            gc.freeze()
            gc.unfreeze()  # all that is young goes to the old, without a look at it
        gc.set_threshold(*oud)


def give_back(*, kringen: bool = False) -> None:
    """Give free memory back; worth it after a few hundred pages, not after each.

    ``kringen`` first lets go of what only holds on to itself, which takes longer.
    """
    if kringen:
        gc.collect()
    _find_trim()(0)


@cache
def _find_trim() -> Callable[[int], object]:
    """The call of the GNU library that does it, or one that does nothing."""
    try:
        return ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return lambda _: None
