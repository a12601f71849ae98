"""Cabinet kinds find themselves: every module of `kinds` that holds a `KIND` is one.

Modules whose name begins with an underscore, such as the template, are left out.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from furnishing.cabinets import kinds as folder
from furnishing.cabinets.kind import Kind


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds, by the name of their module. Raises RuntimeError where two share a code."""
    found: dict[str, Kind] = {}
    for name in sorted(module.name for module in pkgutil.iter_modules(folder.__path__)):
        if name.startswith("_"):
            continue
        kind = getattr(importlib.import_module(f"{folder.__name__}.{name}"), "KIND", None)
        if isinstance(kind, Kind):
            if kind.code in found:
                raise RuntimeError(f"two cabinet kinds are called {kind.code!r}; the second is in {name}.py")
            found[kind.code] = kind
    return tuple(found.values())


def kind_of(code: str) -> Kind:
    """The kind with this code; KeyError where there is none."""
    for kind in kinds():
        if kind.code == code:
            return kind
    raise KeyError(code)
