"""JSON as text: in with exact decimals, out in one canonical form that is pleasant to read and to compare."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Final, TypeAlias, Union

from furnishing.errors import Fault, InputError
from furnishing.units import plain

MAX_BYTES: Final = 64 * 1024 * 1024
LINE: Final = 120
"""A list or object stays on one line while the line is no longer than this."""

JsonValue: TypeAlias = Union[bool, int, Decimal, str, Sequence["JsonValue"], Mapping[str, "JsonValue"], None]  # noqa: UP007


def parse_json(text: str | bytes, source: str = "") -> object:
    """JSON with exact decimals; InputError for bad text, a name given twice, NaN, or nesting without end."""
    if len(text) > MAX_BYTES:
        raise InputError([Fault("", f"the file is larger than {MAX_BYTES // 2**20} MiB; split it")], source)
    try:
        content = text.decode("utf-8-sig") if isinstance(text, bytes) else text.removeprefix("\ufeff")
        value: object = json.loads(
            content, parse_float=_decimal, parse_int=_whole, parse_constant=_no_constant, object_pairs_hook=_no_twins
        )
    except UnicodeDecodeError as error:
        fault = Fault("", f"the file is not UTF-8 text (byte {error.start}); save it as UTF-8")
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        fault = Fault(place, f"this is not JSON: {error.msg}; check quotes, commas and brackets")
    except RecursionError:
        fault = Fault("", "the brackets are nested too deeply; this is no file of ours")
    except ValueError as error:
        fault = Fault("", str(error))
    else:
        return value
    raise InputError([fault], source)


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError(f"{text[:40]} is not a number that can be used; write it without an exponent") from None


def _whole(text: str) -> int | Decimal:
    # A number of thousands of digits stays a Decimal, so that its reader can refuse it at its place.
    return int(text) if len(text) <= 4000 else Decimal(text)


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is not a number that can be used; write a finite number")


def _no_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(f"the field {brief(name)} is given twice in one object; keep one of them")
        found[name] = value
    return found


def brief(value: object) -> str:
    """A value of the input, short enough for a message and safe to print."""
    if isinstance(value, dict):
        return "an object {...}"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    if isinstance(value, str):
        cut = value if len(value) <= 40 else value[:37] + "..."
        shown = json.dumps(cut, ensure_ascii=False)
        return shown if shown.isprintable() else json.dumps(cut)
    text = str(value) if isinstance(value, Decimal) else json.dumps(value, default=str)
    return text if len(text) <= 40 else text[:37] + "..."


def to_json(value: JsonValue) -> str:
    """`value` as canonical JSON text with a final line break: the same value always gives the same text.

    Decimals are written exactly, without exponent or trailing zeros. What fits on a line stays on one, so a
    door is one line and a room one page.
    """
    return _write(value, 0, 0) + "\n"


def _write(value: JsonValue, indent: int, before: int) -> str:
    """`value` at an indent of so many spaces, with `before` characters already on its line."""
    if isinstance(value, str) or not isinstance(value, Mapping | Sequence):
        return _scalar(value)
    if not value:
        return "{}" if isinstance(value, Mapping) else "[]"
    flat = _flat(value, LINE - 1 - before) if indent > 0 else None
    if flat is not None:
        return flat
    pad = " " * (indent + 2)
    opening, closing = ("{", "}") if isinstance(value, Mapping) else ("[", "]")
    lines = [f"{pad}{head}{_write(each, indent + 2, indent + 2 + len(head))}" for head, each in _rows(value)]
    return f"{opening}\n" + ",\n".join(lines) + f"\n{' ' * indent}{closing}"


def _rows(value: Mapping[str, JsonValue] | Sequence[JsonValue]) -> Iterator[tuple[str, JsonValue]]:
    """What stands before each member of an object or a list, and the member."""
    if isinstance(value, Mapping):
        return ((f"{_quoted(name)}: ", each) for name, each in value.items())
    return (("", each) for each in value)


def _flat(value: JsonValue, room: int) -> str | None:
    """`value` on one line; None where that has more than `room` characters, found without writing it all."""
    if isinstance(value, str) or not isinstance(value, Mapping | Sequence):
        return _scalar(value)
    parts: list[str] = []
    left = room - 2
    for head, each in _rows(value):
        text = _flat(each, left) if left >= 0 else None
        if text is None:
            return None
        parts.append(head + text)
        left -= len(head) + len(text) + 2
    flat = ", ".join(parts)
    line = f"{{{flat}}}" if isinstance(value, Mapping) else f"[{flat}]"
    return line if len(line) <= room else None


def _scalar(value: JsonValue) -> str:
    if isinstance(value, Decimal):
        return f"{plain(value):f}"
    return _quoted(value)


_quoted: Final = json.JSONEncoder(ensure_ascii=False).encode
