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

import json
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, TypeVar

from furnishing.errors import Fault, InputError
from furnishing.units import MICROMETRES, Length, from_length, to_length

MAX_BYTES: Final = 64 * 1024 * 1024
ABSURD: Final[Length] = 100_000_000
"""100 m: no room, board or part is longer."""

Choice = TypeVar("Choice", bound=StrEnum)
_REQUIRED: Final = object()


def parse_json(text: str | bytes, source: str = "") -> object:
    """JSON with exact decimals; InputError for bad text, a name given twice, NaN, or nesting without end."""
    if len(text) > MAX_BYTES:
        raise InputError([Fault("", f"the file is larger than {MAX_BYTES // 2**20} MiB; split it")], source)
    try:
        content = text.decode("utf-8-sig") if isinstance(text, bytes) else text.removeprefix("\ufeff")
        value: object = json.loads(
            content, parse_float=Decimal, parse_constant=_no_constant, object_pairs_hook=_no_twins
        )
    except UnicodeDecodeError as error:
        raise InputError(
            [Fault("", f"the file is not UTF-8 text (byte {error.start}); save it as UTF-8")], source
        ) from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise InputError(
            [Fault(place, f"this is not JSON: {error.msg}; check quotes, commas and brackets")], source
        ) from None
    except RecursionError:
        raise InputError([Fault("", "the brackets are nested too deeply; this is no file of ours")], source) from None
    except ValueError as error:
        raise InputError([Fault("", str(error))], source) from None
    return value


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is not a number that can be used; write a finite number")


def _no_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(f"the field {name!r} is given twice in one object; keep one of them")
        found[name] = value
    return found


def open_record(text: str | bytes, form: str, source: str = "") -> Fields:
    """The fields of a file whose `format` must be `form`; its `unit`, if it has one, is read into `.unit`."""
    fields = Fields(parse_json(text, source), "", [], source)
    found = fields.text("format", default="")
    if found != form:
        fields.fault("format", f"this is {found!r} where {form!r} is needed; is it the right kind of file?")
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
        return f"{self.path}.{name}" if self.path else name

    def fault(self, name: str, message: str) -> None:
        """Note a fault at a field."""
        self.faults.append(Fault(self.where(name), message))

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

    def read_unit(self) -> str:
        """Read `unit`; all lengths of this file are then in it."""
        unit = self.text("unit", default="mm")
        if unit not in MICROMETRES or unit == "um":
            self.fault("unit", f"unknown unit {unit!r}; use mm, cm, m or in")
        else:
            self.unit = unit
        return self.unit

    def text(self, name: str, default: Any = _REQUIRED, *, most: int = 200) -> str:
        """A string without control characters, at most `most` characters, not blank where it is required."""
        value = self.take(name, default)
        if value is default or (value is None and name not in self._values):
            return "" if value is None else str(value)
        if not isinstance(value, str):
            self.fault(name, f"{brief(value)} stands where text is needed")
        elif len(value) > most:
            self.fault(name, f"the text has {len(value)} characters; at most {most} are allowed")
        elif not value.isprintable():
            self.fault(name, "the text holds line breaks or control characters; write it on one line")
        elif default is _REQUIRED and not value.strip():
            self.fault(name, "the text is empty; give it a name")
        else:
            return value
        return ""

    def choice(self, name: str, options: type[Choice], default: Choice | None = None) -> Choice:
        """One of the words of an enumeration; required where no default is given."""
        value = self.take(name) if default is None else self.take(name, default)
        words = [option.value for option in options]
        if isinstance(value, str) and value in words:
            return options(value)
        if name in self._values:
            self.fault(name, f"{brief(value)} is not known; use {' or '.join(words)}")
        return next(iter(options))

    def boolean(self, name: str, default: Any = _REQUIRED) -> bool:
        """true or false."""
        value = self.take(name, default)
        if not isinstance(value, bool):
            if name in self._values:
                self.fault(name, f"{brief(value)} stands where true or false is needed")
            return False
        return value

    def integer(self, name: str, default: Any = _REQUIRED, *, least: int = 0, most: int = 1_000_000) -> int:
        """A whole number within bounds."""
        value = self.take(name, default)
        if value is default or (value is None and name not in self._values):
            return value if isinstance(value, int) else least
        if isinstance(value, bool) or not isinstance(value, int | Decimal) or value != int(value):
            self.fault(name, f"{brief(value)} stands where a whole number is needed")
        elif not least <= value <= most:
            self.fault(name, f"{value} is outside {least} to {most}")
        else:
            return int(value)
        return least

    def number(
        self, name: str, default: Any = _REQUIRED, *, least: Decimal | int = 0, most: Decimal | int = 10**9
    ) -> Decimal:
        """An exact decimal within bounds."""
        value = self.take(name, default)
        if value is default or (value is None and name not in self._values):
            return Decimal(value) if isinstance(value, int | Decimal) else Decimal(least)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            self.fault(name, f"{brief(value)} stands where a number is needed")
        elif not least <= value <= most:
            self.fault(name, f"{value} is outside {least} to {most}")
        else:
            return Decimal(value)
        return Decimal(least)

    def length(self, name: str, default: Any = _REQUIRED, *, least: Length = 1, most: Length = ABSURD) -> Length:
        """A length in this file's unit, as whole micrometres within bounds."""
        value = self.take(name, default)
        if value is default or (value is None and name not in self._values):
            return value if isinstance(value, int) else max(least, 1)
        return self._length(value, self.where(name), least, most)

    def lengths(self, name: str) -> tuple[Length, ...]:
        """One length or a list of lengths, never empty."""
        value = self.take(name)
        if isinstance(value, list) and value:
            return tuple(self._length(each, f"{self.where(name)}[{i}]", 1, ABSURD) for i, each in enumerate(value))
        if isinstance(value, list):
            self.fault(name, "the list is empty; give at least one length")
            return (1,)
        return (1 if value is None and name not in self._values else self._length(value, self.where(name), 1, ABSURD),)

    def _length(self, value: object, where: str, least: Length, most: Length) -> Length:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            self.faults.append(Fault(where, f"{brief(value)} stands where a length in {self.unit} is needed"))
            return max(least, 1)
        try:
            length = to_length(value, self.unit)
        except ValueError as error:
            self.faults.append(Fault(where, str(error)))
            return max(least, 1)
        if least <= length <= most:
            return length
        low, high = from_length(least, self.unit), from_length(most, self.unit)
        if least == 1 and length <= 0:
            message = f"{value} {self.unit} is not more than 0; give the real size"
        else:
            message = f"{value} {self.unit} is outside {low:f} to {high:f} {self.unit}"
        self.faults.append(Fault(where, message))
        return max(least, 1)

    def optional(self, name: str, read: Callable[[str], Choice | int | Decimal]) -> Any:
        """None where the field is missing or null, else what `read` makes of it."""
        if self._values.get(name) is None:
            self._seen.add(name)
            return None
        return read(name)

    def record(self, name: str) -> Fields:
        """The fields of an object within this one."""
        value = self.take(name)
        missing = value is None and name not in self._values
        return self._child({} if missing else value, self.where(name), quiet=missing)

    def records(self, name: str, default: Any = _REQUIRED, *, least: int = 0, most: int = 1_000_000) -> list[Fields]:
        """The fields of each object of a list."""
        value = self.take(name, default)
        if value is default or (value is None and name not in self._values):
            return []
        if not isinstance(value, list):
            self.fault(name, f"{brief(value)} stands where a list [...] is needed")
            return []
        if not least <= len(value) <= most:
            self.fault(name, f"the list has {len(value)} entries; {least} to {most} are needed")
        return [self._child(each, f"{self.where(name)}[{i}]") for i, each in enumerate(value[:most])]

    def _child(self, value: object, path: str, *, quiet: bool = False) -> Fields:
        """A view below this one. A quiet one stands for an object already reported missing: its faults are lost."""
        child = Fields(value, path, [] if quiet else self.faults, self.source, self.unit)
        self._children.append(child)
        return child

    def refuse_unknown(self) -> None:
        """Note every field, here and below, that nobody asked for."""
        for name in self._values:
            if name not in self._seen:
                known = ", ".join(sorted(self._seen))
                self.fault(name, f"this field is unknown and would be ignored; remove it (known here: {known})")
        for child in self._children:
            child.refuse_unknown()

    def finish(self) -> None:
        """Refuse unknown fields; raise InputError with all faults, if there are any."""
        self.refuse_unknown()
        if self.faults:
            raise InputError(self.faults, self.source)


def brief(value: object) -> str:
    """A value of the input, short enough for a message."""
    text = str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 40 else text[:37] + "..."
