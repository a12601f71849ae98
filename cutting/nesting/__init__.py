"""The registry of nesters: every module of this folder that has a module-level `NESTER`.

A nester's name is its module's name. Modules are imported only when their nester is asked for, so that a
heavy engine costs nothing where a light one has already met the bound.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import cache
from importlib.util import find_spec

from cutting.nesting.protocol import Nester


@cache
def names() -> tuple[str, ...]:
    """The names of all nesters, sorted. Sources are read, not imported."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if _has_nester(module.name)))


def load(name: str) -> Nester:
    """The nester of this name; KeyError, with the names that there are, where it is unknown."""
    if name not in names():
        raise KeyError(f"no nester is called {name!r}; there are {', '.join(names())}")
    nester: Nester = importlib.import_module(f"{__name__}.{name}").NESTER
    return nester


def _has_nester(name: str) -> bool:
    spec = find_spec(f"{__name__}.{name}")
    source = getattr(spec and spec.loader, "get_source", lambda _: None)(f"{__name__}.{name}")
    return re.search(r"^NESTER\b", source or "", re.MULTILINE) is not None
