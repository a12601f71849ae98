"""`furnish kinds`: the cabinet kinds with their sizes and parameters."""

from __future__ import annotations

import argparse

from furnishing.cabinets.kind import Kind, Parameter
from furnishing.cabinets.registry import kinds
from furnishing.json_text import JsonValue, to_json
from furnishing.units import from_length, show


def run(given: argparse.Namespace) -> int:
    """List all kinds, or the one that is named."""
    listed = [kind for kind in kinds() if given.kind in (None, kind.code)]
    if not listed:
        print(f"there is no kind {given.kind!r}; `furnish kinds` lists all {len(kinds())}")
        return 2
    print(to_json({"kinds": [_record(kind) for kind in listed]}) if given.json else _text(listed), end="")
    return 0


def _record(kind: Kind) -> JsonValue:
    return {
        "code": kind.code,
        "name": kind.name,
        "help": kind.help,
        "family": kind.family.value,
        "zone": kind.zone.value,
        "unit": "mm",
        "widths": [_mm(width) for width in kind.widths],
        "width": [_mm(kind.width.least), _mm(kind.width.most)],
        "height": [_mm(kind.height.least), _mm(kind.height.most)],
        "depth": [_mm(kind.depth.least), _mm(kind.depth.most)],
        "corner": kind.corner,
        "needs": list(kind.needs),
        "parameters": [_parameter(parameter) for parameter in kind.parameters],
    }


def _parameter(parameter: Parameter) -> JsonValue:
    record: dict[str, JsonValue] = {"name": parameter.name, "help": parameter.help, "unit": parameter.unit}
    if parameter.unit == "word":
        return record | {"default": parameter.default, "options": list(parameter.options)}
    if parameter.unit == "um" and isinstance(parameter.default, int):
        limits: list[JsonValue] = [_mm(parameter.least), _mm(parameter.most)]
        return record | {"unit": "mm", "default": _mm(parameter.default), "range": limits}
    return record | {"default": parameter.default, "range": [parameter.least, parameter.most]}


def _mm(length: int) -> JsonValue:
    return from_length(length, "mm")


def _text(listed: list[Kind]) -> str:
    lines = [f"{len(listed)} cabinet kinds; sizes in mm"] if len(listed) > 1 else []
    for kind in listed:
        sizes = ", ".join(
            f"{name} {show(span.least)} to {show(span.most)}"
            for name, span in (("width", kind.width), ("height", kind.height), ("depth", kind.depth))
        )
        lines += [
            "",
            f"{kind.code}  ({kind.family.value}, {kind.zone.value})",
            f"  {kind.name}: {kind.help}",
            f"  {sizes}",
        ]
        if kind.needs:
            lines.append(f"  needs {', '.join(kind.needs)}")
        lines += [f"  {parameter.name}: {parameter.help} ({values_of(parameter)})" for parameter in kind.parameters]
    return "\n".join(lines).lstrip("\n") + "\n"


def values_of(parameter: Parameter) -> str:
    """The values a parameter takes and its default, for people."""
    if parameter.unit == "word":
        known = " or ".join(parameter.options) if parameter.options else "text"
        return f"{known}; default {parameter.default}"
    if parameter.unit == "um" and isinstance(parameter.default, int):
        return f"{show(parameter.least)} to {show(parameter.most)} mm; default {show(parameter.default)} mm"
    return f"{parameter.least} to {parameter.most}; default {parameter.default}"
