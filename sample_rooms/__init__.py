"""Rooms with styles as JSON files, made like measured ones: the README, the tests and the demo all use them."""

from __future__ import annotations

from importlib import resources

from furnishing.errors import Fault, InputError


def names() -> tuple[str, ...]:
    """The names of the sample rooms, sorted."""
    files = resources.files("sample_rooms").iterdir()
    return tuple(sorted(file.name.removesuffix(".json") for file in files if file.name.endswith(".json")))


def text(name: str) -> str:
    """The file of one sample room; InputError with the known names for any other."""
    if name not in names():
        raise InputError([Fault("", f"there is no sample room {name!r}; use one of {', '.join(names())}")])
    return (resources.files("sample_rooms") / f"{name}.json").read_text(encoding="utf-8")
