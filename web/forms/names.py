"""Form fields are named by the path of the value they hold: `walls[1].openings[0].width`.

So a fault of a reader, which carries such a path, finds its field by name, and a posted form becomes JSON by
its names alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final, TypeAlias

Json: TypeAlias = Any
"""A value of JSON: dict, list, str, Decimal, int, bool or None."""

_STEP: Final = re.compile(r"([a-z_]{1,40})(?:\[(\d{1,4})\])?(?:\.|$)")
_DEEPEST: Final = 4


def steps(path: str) -> tuple[str | int, ...] | None:
    """`walls[1].width` as ("walls", 1, "width"); None where the text is no such path."""
    found: list[str | int] = []
    at = 0
    while at < len(path):
        match = _STEP.match(path, at)
        if match is None or len(found) > 2 * _DEEPEST:
            return None
        found.append(match[1])
        if match[2] is not None:
            found.append(int(match[2]))
        at = match.end()
    return tuple(found) if found and not path.endswith(".") else None


def nest(values: Iterable[tuple[str, Json]]) -> dict[str, Json]:
    """Named values as nested dicts and lists. Rows keep their order, and gaps in their numbers close up.

    Names that are no paths are left out: no form of ours sends them.
    """
    root: dict[str | int, Json] = {}
    for name, value in values:
        way = steps(name)
        if way is None:
            continue
        place = root
        for step in way[:-1]:
            below = place.setdefault(step, {})
            if not isinstance(below, dict):
                break
            place = below
        else:
            place[way[-1]] = value
    packed: dict[str, Json] = _pack(root)
    return packed


def _pack(value: Json) -> Json:
    if not isinstance(value, dict):
        return value
    if value and all(isinstance(key, int) for key in value):
        return [_pack(value[key]) for key in sorted(value)]
    return {key: _pack(each) for key, each in value.items() if isinstance(key, str)}


def get(value: Json, path: str) -> Json:
    """The value at a path, None where there is none."""
    for step in steps(path) or ():
        if isinstance(step, str):
            value = value.get(step) if isinstance(value, dict) else None
        else:
            value = value[step] if isinstance(value, list) and step < len(value) else None
    return value


def nearest(path: str, places: Iterable[str]) -> str | None:
    """The longest of `places` that `path` is or lies within: `walls[0].length[2]` belongs to `walls[0].length`."""
    within = [place for place in places if path == place or path.startswith((f"{place}.", f"{place}["))]
    return max(within, key=len, default=None)


def number(text: str) -> Decimal | str:
    """A number as people type it (`3200`, `3200.5`, `3200,5`); other text as it is, for the reader to refuse."""
    plain = text.strip().replace("\u2212", "-")
    if re.fullmatch(r"[-+]?\d{1,12}(?:[.,]\d{1,9})?", plain):
        return Decimal(plain.replace(",", "."))
    return text


def numbers(text: str) -> list[Decimal | str]:
    """Several numbers in one field, with spaces, semicolons or a comma and a space between them."""
    return [number(each) for each in re.split(r"[;\s]+|,\s+", text.strip().rstrip(",;")) if each]
