"""How a workshop builds: construction methods as data files, each number with its source.

A method is a file of the format `furnish-construction/1`. It may rest on another and then holds only what differs.
The program ships some in `data/construction/`; docs/construction.md tells how to write one. Values that a company, a
project, a cabinet or a part sets differently are laid over a method by `furnishing.settings`.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Final

from furnishing.construction_file import read_method
from furnishing.construction_values import Construction
from furnishing.construction_words import WORDS

__all__ = [
    "DEFAULT",
    "WORDS",
    "Construction",
    "default_construction",
    "method_names",
    "read_construction",
    "shipped_method",
]

DEFAULT: Final = "eu-grooved"
"""The method of a project that names none."""


def default_construction() -> Construction:
    """The method that holds where none is named."""
    return shipped_method(DEFAULT)


@cache
def method_names() -> tuple[str, ...]:
    """The names of the methods that the program ships, sorted."""
    folder = resources.files("furnishing") / "data" / "construction"
    return tuple(sorted(file.name.removesuffix(".json") for file in folder.iterdir() if file.name.endswith(".json")))


@cache
def shipped_method(name: str) -> Construction:
    """One of the methods that the program ships; KeyError for any other name."""
    if name not in method_names():
        raise KeyError(name)
    file = resources.files("furnishing") / "data" / "construction" / f"{name}.json"
    return read_construction(file.read_bytes(), file.name)


def read_construction(text: str | bytes, source: str = "") -> Construction:
    """The construction method of a file; InputError with all its faults.

    A file that is `based_on` a shipped method takes from it what it does not hold itself.
    """
    return read_method(text, source, method_names(), shipped_method)
