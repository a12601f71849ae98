"""The registry of layouts: every module of this folder that names a LAYOUT. Its name is its module's."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from functools import cache

from cutting.part_lists.protocol import Found, Layout
from cutting.part_lists.table import HEAD, Row


@cache
def names() -> tuple[str, ...]:
    """The names of all layouts, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


@cache
def load(name: str) -> Layout:
    """The layout of this name; KeyError, with the names that there are, where it is unknown."""
    if name not in names():
        raise KeyError(f"no layout is called {name!r}; there are {', '.join(names())}")
    layout: Layout = importlib.import_module(f"{__name__}.{name}").LAYOUT
    return layout


def recognised(rows: Sequence[Row]) -> tuple[Layout, Found] | None:
    """The layout that is surest of the first rows of a table; None where none is."""
    best: tuple[Layout, Found] | None = None
    for name in names():
        found = load(name).find(rows[:HEAD])
        if found is not None and (best is None or found.sure > best[1].sure):
            best = load(name), found
    return best
