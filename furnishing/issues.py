"""Warnings are values with stable codes: what could not be done, or should be looked at, is never dropped."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad an issue is: an error stops the release to the saw, a warning wants a look, info only tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One finding: a stable `code`, a sentence with the numbers, the place, and how to mend it.

    `places` are all places that one finding of a rule is true of, where it names several; `where` then shortens them.
    """

    code: str
    level: Level
    message: str
    where: str = ""
    fix: str = ""
    places: tuple[str, ...] = ()
