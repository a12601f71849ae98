"""The words of lists in several languages, from the program's own data: column names, grain, yes and no, units."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, cast

from cutting.part_lists.protocol import Column
from furnishing.grain import Grain
from furnishing.json_text import parse_json

_UNIT_BEHIND: Final = re.compile(r"[(\[,/\s]\s*([^\s()\[\]]{1,12}?)\.?\s*[)\]]?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """`columns` lists the names of each column, best first; the others say what a word means."""

    columns: Mapping[Column, tuple[str, ...]]
    grain: Mapping[str, Grain]
    yes: frozenset[str]
    no: frozenset[str]
    units: Mapping[str, str]


@cache
def words() -> Words:
    """The words in the program's own data."""
    text = (resources.files("cutting") / "data" / "column_words.json").read_text("utf-8")
    data = cast("dict[str, dict[str, list[str]]]", parse_json(text, "column_words.json"))
    return Words(
        columns={Column(name): tuple(map(plain_name, names)) for name, names in data["columns"].items()},
        grain={word: Grain(name) for name, all_words in data["grain"].items() for word in all_words},
        yes=frozenset(data["yes"]),
        no=frozenset(data["no"]),
        units={word: unit for unit, all_words in data["units"].items() for word in all_words},
    )


@cache
def plain_name(name: str) -> str:
    """A column name as names are compared: small letters, `_` and dots as blanks, no unit behind it."""
    text = unicodedata.normalize("NFKC", name).casefold()
    unit = _UNIT_BEHIND.search(text)
    if unit is not None and _is_unit(unit[1]):
        text = text[: unit.start()]
    return " ".join(re.sub(r"[_.:]+|(?<!\w)-|-(?!\w)", " ", text).split())


def unit_behind(name: str) -> str | None:
    """The unit that a column name ends with: mm of `Länge [mm]`."""
    found = _UNIT_BEHIND.search(unicodedata.normalize("NFKC", name).casefold())
    return words().units.get(found[1]) if found is not None and _is_unit(found[1]) else None


def _is_unit(word: str) -> bool:
    return word in {"mm", "cm", "m", "in", "inch", "inches", '"', "zoll", "мм", "см", "м", "毫米", "厘米", "英寸"}


def yes_or_no(text: str) -> bool | None:
    """What a mark means; None for a word that is neither."""
    word = text.casefold()
    if word in words().yes:
        return True
    return False if word in words().no else None
