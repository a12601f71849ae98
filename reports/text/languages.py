"""Which languages and units papers can be had in. Imports nothing heavy, so that the command line starts at once."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final

SOURCE: Final = "en"
"""The language in which every text is there."""


class Units(StrEnum):
    """What lengths on papers are told in: millimetres, or inches with fractions of 1/64, 1/32 or 1/16."""

    MILLIMETRES = "mm"
    INCHES = "in"
    INCHES_32 = "in/32"
    INCHES_16 = "in/16"

    @property
    def unit(self) -> str:
        """`mm` or `in`."""
        return self.value.partition("/")[0]

    @property
    def denominator(self) -> int:
        """How many of the smallest fractions there are in an inch."""
        return int(self.value.partition("/")[2] or 64)


@cache
def languages() -> tuple[str, ...]:
    """The languages that there are texts for, the source first."""
    found = sorted(each.name for each in folder().iterdir() if each.joinpath("language.json").is_file())
    return (SOURCE, *(each for each in found if each != SOURCE))


def folder() -> Traversable:
    """Where the texts are: a folder for each language."""
    return resources.files("reports").joinpath("text")
