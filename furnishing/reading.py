"""Strict reading of JSON: every fault with its path, all at once, unknown fields refused.

A validation library was weighed and left: units, exact decimals and sentences with the numbers and a way
out would each have needed its escape hatch, and every value would have been declared twice.

    fields = open_record(text, "furnish-room/1", source="room.json")
    name = fields.text("name")
    for wall in fields.records("walls", least=3): ...
    fields.finish()          # unknown fields, then InputError with all faults, if any

A reader that met a fault returns a harmless value and goes on, so callers read everything before `finish`.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, TypeGuard, TypeVar

from furnishing.errors import Fault, InputError
from furnishing.json_text import brief, parse_json
from furnishing.units import MICROMETRES, Length, show, to_length

__all__ = ["Fields", "brief", "open_record", "parse_json"]

ABSURD: Final[Length] = 100_000_000
"""100 m: no room, board or part is longer."""

MOST_DIGITS: Final = 28
SMALLEST, LARGEST = Decimal("1e-12"), Decimal("1e15")
"""A number outside these, or with more digits, is no size, price or angle; it is refused before arithmetic."""

Choice = TypeVar("Choice", bound=StrEnum)
_REQUIRED: Final = object()


def open_record(text: str | bytes, form: str, source: str = "") -> Fields:
    """The fields of a file whose `format` must be `form`.

    A file of another format is refused at once, since every other message about it would mislead; where
    the field is only missing, that is noted as one fault among the others.
    """
    value = parse_json(text, source)
    if not isinstance(value, dict):
        message = f"the file holds {brief(value)} where an object {{...}} is needed; is it the right file?"
        raise InputError([Fault("", message)], source)
    fields = Fields(value, "", [], source)
    found = fields.take("format", default=None)
    if not fields.has("format"):
        fields.fault("format", f'this field is missing; begin the file with "format": "{form}"')
    elif found != form:
        family = form.rpartition("/")[0]
        other = isinstance(found, str) and found.startswith(f"{family}/")
        hint = "this version of the program does not know it" if other else "is it the right kind of file?"
        fields.fault("format", f'this is {brief(found)} where "{form}" is needed; {hint}')
        raise InputError(fields.faults, source)
    return fields


class Fields:
    """The fields of one JSON object at `path`. All views of one file share one list of faults."""

    def __init__(self, value: object, path: str, faults: list[Fault], source: str = "", unit: str = "mm") -> None:
        self.path, self.faults, self.source, self.unit = path, faults, source, unit
        self._seen: set[str] = set()
        self._children: list[Fields] = []
        self._values: dict[str, Any] = {}
        if isinstance(value, dict):
            self._values = value
        else:
            faults.append(Fault(path, f"{brief(value)} stands where an object {{...}} is needed"))

    def where(self, name: str) -> str:
        """The path of a field of this object."""
        shown = name if name.isprintable() and 0 < len(name) <= 60 else brief(name)
        return f"{self.path}.{shown}" if self.path else shown

    def fault(self, name: str, message: str) -> None:
        """Note a fault at a field."""
        self.faults.append(Fault(self.where(name), message))

    def sound(self, name: str) -> bool:
        """Whether no fault is noted at this field itself."""
        where = self.where(name)
        return all(fault.where != where for fault in self.faults)

    def has(self, name: str) -> bool:
        """Whether the field is given (null counts)."""
        return name in self._values

    def take(self, name: str, default: object = _REQUIRED) -> Any:
        """The raw value; a fault where it is required and missing, then None."""
        self._seen.add(name)
        if name in self._values:
            return self._values[name]
        if default is _REQUIRED:
            self.fault(name, "this field is missing")
            return None
        return default

    def _absent(self, name: str, value: object, default: object) -> bool:
        """Whether there is nothing to judge: the field is missing, or holds the default itself."""
        return name not in self._values or value is default

    def read_unit(self) -> str:
        """Read `unit`; all lengths of this file are then in it."""
        self.unit = self.word("unit", [unit for unit in MICROMETRES if unit != "um"], default="mm")
        return self.unit

    def text(self, name: str, default: Any = _REQUIRED, *, most: int = 200) -> str:
        """A string on one line, at most `most` characters, not blank where it is required."""
        value = self.take(name, default)
        if self._absent(name, value, default):
            return value if isinstance(value, str) else ""
        if not isinstance(value, str):
            self.fault(name, f"{brief(value)} stands where text is needed")
        elif len(value) > most:
            self.fault(name, f"the text has {len(value)} characters; at most {most} are allowed")
        elif not value.isprintable():
            self.fault(name, "the text holds line breaks or control characters; write it on one line")
        elif default is _REQUIRED and not value.strip():
            self.fault(name, "the text is empty; fill it in")
        else:
            return value
        return ""

    def word(self, name: str, words: Sequence[str], default: str | None = None) -> str:
        """One of some words; required where no default is given. After a fault, the default or the first word."""
        value = self.take(name) if default is None else self.take(name, default)
        if isinstance(value, str) and value in words:
            return value
        if name in self._values:
            self.fault(name, f"{brief(value)} is not known; use {one_of(words)}")
        return default or words[0]

    def choice(self, name: str, options: type[Choice], default: Choice | None = None) -> Choice:
        """One of the words of an enumeration; required where no default is given."""
        return options(self.word(name, [option.value for option in options], default))

    def boolean(self, name: str, default: Any = _REQUIRED) -> bool:
        """true or false."""
        value = self.take(name, default)
        if isinstance(value, bool):
            return value
        if name in self._values:
            self.fault(name, f"{brief(value)} stands where true or false is needed")
        return False

    def integer(self, name: str, default: Any = _REQUIRED, *, least: int = 0, most: int = 1_000_000) -> int:
        """A whole number within bounds."""
        value = self.take(name, default)
        if self._absent(name, value, default):
            return value if isinstance(value, int) else least
        if not _is_number(value) or value % 1 != 0:
            self.fault(name, f"{brief(value)} stands where a whole number is needed")
        elif not least <= value <= most:
            self.fault(name, f"{brief(value)} is outside {least} to {most}")
        else:
            return int(value)
        return least

    def number(
        self, name: str, default: Any = _REQUIRED, *, least: Decimal | int = 0, most: Decimal | int = 10**9
    ) -> Decimal:
        """An exact decimal within bounds."""
        value = self.take(name, default)
        if self._absent(name, value, default):
            return Decimal(value) if isinstance(value, int | Decimal) else Decimal(least)
        if not _is_number(value):
            self.fault(name, f"{brief(value)} stands where a number is needed")
        elif not least <= value <= most:
            self.fault(name, f"{brief(value)} is outside {least} to {most}")
        else:
            return Decimal(value)
        return Decimal(least)

    def length(self, name: str, default: Any = _REQUIRED, *, least: Length = 1, most: Length = ABSURD) -> Length:
        """A length in this file's unit, as whole micrometres within bounds."""
        value = self.take(name, default)
        if self._absent(name, value, default):
            return value if isinstance(value, int) else max(least, 1)
        return self._length(value, self.where(name), least, most)

    def lengths(self, name: str, *, least: Length = 1, most: Length = ABSURD) -> tuple[Length, ...]:
        """One length or a list of lengths, never empty."""
        value = self.take(name)
        if name not in self._values:
            return (max(least, 1),)
        if not isinstance(value, list):
            return (self._length(value, self.where(name), least, most),)
        if not value:
            self.fault(name, "the list is empty; give at least one length")
            return (max(least, 1),)
        return tuple(self._length(each, f"{self.where(name)}[{i}]", least, most) for i, each in enumerate(value))

    def _length(self, value: object, where: str, least: Length, most: Length) -> Length:
        if not _is_number(value):
            self.faults.append(Fault(where, f"{brief(value)} stands where a length in {self.unit} is needed"))
            return max(least, 1)
        try:
            length = to_length(value, self.unit)
        except ValueError as error:
            self.faults.append(Fault(where, f"{error}; round it"))
            return max(least, 1)
        if least <= length <= most:
            return length
        if least == 1 and length <= 0:
            message = f"{value} {self.unit} is not more than 0; give the real size"
        else:
            bounds = f"{show(least, self.unit)} to {show(most, self.unit)} {self.unit}"
            message = f"{value} {self.unit} is outside {bounds}; check the figure and the unit"
        self.faults.append(Fault(where, message))
        return max(least, 1)

    def optional(self, name: str, read: Callable[[str], Choice | int | Decimal]) -> Any:
        """None where the field is missing or null, else what `read` makes of it."""
        if self._values.get(name) is None:
            self._seen.add(name)
            return None
        return read(name)

    def record(self, name: str) -> Fields:
        """The fields of an object within this one; where it is missing, that is the only fault noted."""
        value = self.take(name)
        return self._child(value, self.where(name), missing=name not in self._values)

    def optional_record(self, name: str) -> Fields | None:
        """The fields of an object within this one; None where it is missing or null."""
        return None if self.optional(name, lambda _: 1) is None else self.record(name)

    def records(self, name: str, default: Any = _REQUIRED, *, least: int = 0, most: int = 1_000_000) -> list[Fields]:
        """The fields of each object of a list."""
        value = self.take(name, default)
        if self._absent(name, value, default):
            return []
        if not isinstance(value, list):
            self.fault(name, f"{brief(value)} stands where a list [...] is needed")
            return []
        if not least <= len(value) <= most:
            self.fault(name, f"the list has {len(value)} entries; {least} to {most} are needed")
        return [self._child(each, f"{self.where(name)}[{i}]") for i, each in enumerate(value[:most])]

    def _child(self, value: object, path: str, *, missing: bool = False) -> Fields:
        faults = self.faults
        if not isinstance(value, dict):
            if not missing:
                faults.append(Fault(path, f"{brief(value)} stands where an object {{...}} is needed"))
            # One fault is enough: that its fields are missing as well would only be noise, so it is not kept.
            value, faults = {}, []
        child = Fields(value, path, faults, self.source, self.unit)
        self._children.append(child)
        return child

    def refuse_unknown(self) -> None:
        """Note every field, here and below, that nobody asked for; once, however often this is called."""
        known = sorted(self._seen)
        for name in self._values:
            if name not in self._seen:
                self._seen.add(name)
                close = difflib.get_close_matches(name[:60], known, n=1)
                hint = f"did you mean {close[0]!r}?" if close else f"remove it (known here: {', '.join(known)})"
                self.fault(name, f"this field is unknown and would be ignored; {hint}")
        for child in self._children:
            child.refuse_unknown()

    def finish(self) -> None:
        """Refuse unknown fields; raise InputError with all faults, if there are any."""
        self.refuse_unknown()
        if self.faults:
            raise InputError(self.faults, self.source)


def one_of(words: Sequence[str]) -> str:
    """Words as a choice for people: `door, window or passage`."""
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _is_number(value: object) -> TypeGuard[int | Decimal]:
    """Whether a value of the input is a number that arithmetic may touch: not 1e999999999, not 400 digits."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return False
    number: int | Decimal = value
    if isinstance(number, Decimal) and (not number.is_finite() or len(number.as_tuple().digits) > MOST_DIGITS):
        return False
    return number == 0 or SMALLEST <= Decimal(number).copy_abs() <= LARGEST
