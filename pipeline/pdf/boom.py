"""The structure tree of a tagged document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator


def walk_tree(begin: Any) -> Iterator[Any]:  # noqa: ANN401 pikepdf objects are dynamic
    """The elements of a structure tree in reading order, without going in circles."""
    gezien: set[tuple[int, int]] = set()
    stapel = [begin]
    while stapel:
        ding = stapel.pop()
        if isinstance(ding, pikepdf.Array):
            stapel.extend(reversed(list(ding)))
        elif isinstance(ding, pikepdf.Dictionary):
            if ding.is_indirect:
                if ding.objgen in gezien:
                    continue
                gezien.add(ding.objgen)
            if "/S" in ding:
                yield ding
            stapel.append(ding.get("/K"))
