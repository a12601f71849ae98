"""What a form is declared as: groups of controls, with rows of further groups that can be added and removed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from furnishing.errors import InputError
from furnishing.json_text import parse_json, to_json
from web.forms.names import Json, get, number, numbers


class Kind(StrEnum):
    """How a value is typed: its control, and how its text becomes JSON."""

    TEXT = "text"
    NUMBER = "number"
    NUMBERS = "numbers"
    CHOICE = "choice"
    ORDINAL = "ordinal"
    CHECK = "check"
    DETAILS = "details"
    """A word, or a JSON object on one line, for what has no control of its own."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice: the value and what people read."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One field: `default` is the text in a new row, `least` and `most` the range told beside it, in `unit`.

    An `optional` one may stay empty and then sends nothing. The choice of an `ORDINAL` is the number of a row
    of the form, counted from 0. `numeric` choices send a number.
    """

    name: str
    label: str
    kind: Kind = Kind.NUMBER
    unit: str = ""
    default: str = ""
    least: str = ""
    most: str = ""
    hint: str = ""
    options: tuple[Option, ...] = ()
    optional: bool = False
    numeric: bool = False

    @property
    def range(self) -> str:
        """The range as a sentence part, empty where there is none."""
        return f"{self.least} to {self.most}" if self.least and self.most else ""

    def read(self, text: str | None) -> Json:
        """The JSON value of what was typed (None: an unticked box); `MISSING` where nothing is to be sent."""
        if self.kind is Kind.CHECK:
            return text is not None
        if text is None or not text.strip():
            return "" if self.kind is Kind.TEXT and text is not None and self.optional else MISSING
        if self.kind is Kind.NUMBERS:
            return numbers(text)
        if self.kind is Kind.NUMBER or self.numeric:
            return number(text)
        if self.kind is Kind.DETAILS and text.lstrip().startswith("{"):
            return _object(text)
        if self.kind is Kind.ORDINAL:
            return int(text) if re.fullmatch(r"\d{1,4}", text) else text
        return text.strip()

    def write(self, value: Json) -> str:
        """What stands in the control for a JSON value."""
        if value is None or value is MISSING:
            return ""
        if isinstance(value, bool):
            return "on" if value else ""
        if isinstance(value, dict):
            return re.sub(r"\n\s*", " ", to_json(value)).strip()
        if isinstance(value, list):
            return "; ".join(self.write(each) for each in value)
        return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _object(text: str) -> Json:
    """The object that was typed; the text itself where it is none, for the reader of the file to refuse."""
    try:
        return parse_json(text)
    except InputError:
        return text.strip()


MISSING = object()
"""No value: the field is left out of the JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Controls that belong together, at the path `name`. `many` groups are rows; `singular` is one row's word."""

    name: str
    title: str
    controls: tuple[Control, ...]
    groups: tuple[Group, ...] = ()
    many: bool = False
    singular: str = ""
    hint: str = ""
    most: int = 50

    def new_row(self) -> dict[str, Json]:
        """A row as it is when added: the defaults of its controls, no rows below."""
        values = {each.name: each.read(each.default or None) for each in self.controls}
        return {name: value for name, value in values.items() if value is not MISSING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A control as shown: at its path, with the text in it and the faults found there."""

    path: str
    control: Control
    text: str
    faults: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of its element."""
        return anchor(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A group or one row of it as shown. `number` counts rows from 1; 0 where it is no row."""

    path: str
    group: Group
    number: int
    fields: tuple[Field, ...]
    lists: tuple[Listing, ...]
    faults: tuple[str, ...]

    @property
    def wrong(self) -> bool:
        """Whether there is a fault in here, at any depth."""
        inside = any(field.faults for field in self.fields) or any(each.wrong for each in self.lists)
        return bool(self.faults) or inside

    @property
    def id(self) -> str:
        """The id of its element."""
        return anchor(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The rows of a group as shown, or the one section of a group that has no rows."""

    path: str
    group: Group
    sections: tuple[Section, ...]
    faults: tuple[str, ...]

    @property
    def wrong(self) -> bool:
        """Whether there is a fault in here, at any depth."""
        return bool(self.faults) or any(section.wrong for section in self.sections)

    @property
    def id(self) -> str:
        """The id of its element."""
        return anchor(self.path)


def anchor(path: str) -> str:
    """A path as the id of an element: `walls[0].length` as `walls-0-length`."""
    return re.sub(r"[^a-z0-9_]+", "-", path.lower()).strip("-") or "form"


def places(group: Group, values: Json, path: str = "") -> Iterator[str]:
    """Every path at which a fault can be shown, for a form that holds `values`."""
    yield path
    for control in group.controls:
        yield join(path, control.name)
    for below in group.groups:
        here = join(path, below.name)
        if below.many:
            yield here
            for row in range(len(rows(values, here))):
                yield from places(below, values, f"{here}[{row}]")
        else:
            yield from places(below, values, here)


def rows(values: Json, path: str) -> list[Json]:
    """The rows at a path, none where there is no list."""
    found = get(values, path)
    return found if isinstance(found, list) else []


def join(path: str, name: str) -> str:
    """The path of a field below `path`."""
    return f"{path}.{name}" if path else name
