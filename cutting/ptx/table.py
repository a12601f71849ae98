"""The table of PTX 1.21: which records there are, their fields in order, and what each field may hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, Final, TypeAlias

from furnishing.json_text import parse_json

Value: TypeAlias = str | int | Decimal
"""What a field holds: text, dates and parts as text, whole numbers, and sizes in the unit of the file."""

MOST_SIZE: Final = Decimal("9999.999")
MOST_QUANTITY: Final = 99999
DATE: Final = re.compile(r"(0[1-9]|[12]\d|3[01])/(0[1-9]|1[0-2])/\d{4}", re.ASCII)
PART: Final = re.compile(r"0+|X?[1-9]\d{0,3}", re.ASCII)
NUMBER: Final = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)", re.ASCII)
MOST_DIGITS: Final = 20
MOST_PART: Final = 9999
MOST_OFFCUT: Final = 7500


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: its `kind` is a word of the table file; `least` and `most` bound a number, `most` a text."""

    name: str
    kind: str
    least: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordType:
    """A record: its fields in order, of which the first `needed` must be given."""

    name: str
    fields: tuple[Field, ...]
    needed: int

    def field(self, name: str) -> Field:
        """The field of that name; KeyError where there is none."""
        for each in self.fields:
            if each.name == name:
                return each
        raise KeyError(f"{self.name}.{name}")


@cache
def record_types() -> dict[str, RecordType]:
    """Every record type by name, in the order in which receivers were seen to take them."""
    text = (resources.files("cutting.ptx") / "ptx_1_21.json").read_text("utf-8")
    table: Any = parse_json(text, "ptx_1_21.json")
    return {
        name: RecordType(
            name=name, needed=int(entry["needed"]), fields=tuple(f for each in entry["fields"] for f in _fields(each))
        )
        for name, entry in table["records"].items()
    }


def _fields(text: str) -> tuple[Field, ...]:
    """`TITLE text 25` as a field; `INFO* text 200 60` as sixty."""
    name, kind, *numbers = text.split()
    given = [int(each) for each in numbers]
    if name.endswith("*"):
        return tuple(Field(name=f"{name[:-1]}{i}", kind=kind, most=given[0]) for i in range(1, given[1] + 1))
    least, most = given if len(given) == 2 else (0, given[0] if given else 0)
    return (Field(name=name, kind=kind, least=least, most=most),)


def misfit(field: Field, value: Value, most: int | None = None) -> str | None:
    """Why a value cannot stand in a field, as a sentence; None where it can. `most` is a receiver's own limit."""
    limit = field.most if most is None else most
    if field.kind == "text":
        return _long(str(value), limit)
    if field.kind == "date":
        return None if DATE.fullmatch(str(value)) else f"{value!r} is no date; write it DD/MM/YYYY"
    if field.kind == "part":
        return _part(str(value))
    if field.kind in ("size", "number"):
        bound = MOST_SIZE if field.kind == "size" else Decimal(limit)
        return None if 0 <= Decimal(value) <= bound else f"{value} is outside 0 to {bound}"
    least, top = (0, MOST_QUANTITY) if field.kind == "quantity" else (field.least, limit)
    return None if least <= int(value) <= top else f"{value} is outside {least} to {top}"


def _long(text: str, most: int) -> str | None:
    if len(text) > most:
        return f"the text has {len(text)} characters; at most {most} are allowed"
    return None if text.isprintable() else "the text holds control characters; remove them"


def _part(text: str) -> str | None:
    if not PART.fullmatch(text):
        return f"{text!r} names no part; give 0, 1 to {MOST_PART}, or X1 to X{MOST_OFFCUT}"
    if text.startswith("X") and int(text[1:]) > MOST_OFFCUT:
        return f"{text} is outside X1 to X{MOST_OFFCUT}"
    return None


def parsed(field: Field, text: str) -> Value | str:
    """The value that a text stands for; ValueError with a sentence where it stands for none of its kind."""
    if field.kind in ("text", "date", "part"):
        return text.upper() if field.kind == "part" else text
    if not NUMBER.fullmatch(text) or len(text) > MOST_DIGITS:
        raise ValueError(f"{_brief(text)} is no number")
    number = Decimal(text)
    if field.kind in ("size", "number"):
        return number
    if number != int(number):
        raise ValueError(f"{text} is no whole number")
    return int(number)


def _brief(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:40] + "...")
