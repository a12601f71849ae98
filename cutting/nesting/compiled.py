"""How the inner loops are compiled: once, kept on disk, and run without the interpreter's lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """`function` compiled by numba at its first call, or read from the cache of an earlier run."""
    return cast(Function, njit(cache=True, nogil=True)(function))
