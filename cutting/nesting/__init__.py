"""The registry of nesters: every module of this folder that has a module-level `NESTER`.

A nester's name is its module's name. Modules are imported only when their nester is asked for, so that a
heavy engine costs nothing where a light one has already met the bound. A nester is for a saw unless its module
says `MACHINE = Machine.ROUTER`.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import cache
from importlib.util import find_spec

from cutting.nesting.protocol import Nester
from cutting.pieces import Machine


@cache
def names(machine: Machine = Machine.SAW) -> tuple[str, ...]:
    """The names of all nesters for a machine, sorted. Sources are read, not imported."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if _machine(module.name) is machine))


def load(name: str) -> Nester:
    """The nester of this name; KeyError, with the names that there are, where it is unknown."""
    known = [each for machine in Machine for each in names(machine)]
    if name not in known:
        raise KeyError(f"no nester is called {name!r}; there are {', '.join(known)}")
    nester: Nester = importlib.import_module(f"{__name__}.{name}").NESTER
    return nester


@cache
def _machine(name: str) -> Machine | None:
    """The machine that a module's nester is for; None for a module without one."""
    spec = find_spec(f"{__name__}.{name}")
    source = getattr(spec and spec.loader, "get_source", lambda _: None)(f"{__name__}.{name}")
    if source is None or re.search(r"^NESTER\b", source, re.MULTILINE) is None:
        return None
    return Machine.ROUTER if re.search(r"^MACHINE = Machine.ROUTER$", source, re.MULTILINE) else Machine.SAW
