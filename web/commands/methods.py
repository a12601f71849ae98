"""`furnish methods`: the construction methods, what each does otherwise than the usual one, and every value of one."""

from __future__ import annotations

import argparse

from furnishing.construction import Construction, default_construction, method_names, shipped_method
from furnishing.json_text import JsonValue, to_json
from furnishing.settings import Row, differing, origins
from web.inputs import construction_of


def run(given: argparse.Namespace) -> int:
    """List all methods, or the values of one."""
    if given.method is None:
        methods = [shipped_method(name) for name in method_names()]
        listed = [(method, differing(method, default_construction())) for method in methods]
    else:
        method = construction_of(given.method)
        listed = [(method, origins(method))]
    print(_json(listed) if given.json else _text(listed), end="")
    return 0


def _json(listed: list[tuple[Construction, tuple[Row, ...]]]) -> str:
    methods: list[JsonValue] = [
        {
            "name": method.method,
            "title": method.title,
            "values": [{"name": row.name, "value": row.value, "origin": row.origin} for row in rows],
        }
        for method, rows in listed
    ]
    return to_json({"methods": methods})


def _text(listed: list[tuple[Construction, tuple[Row, ...]]]) -> str:
    usual = default_construction().method
    found = []
    for method, rows in listed:
        found.append(f"{method.method}  {method.title}")
        found += [f"  {row.name:24}  {row.value:12}  {row.origin}" for row in rows]
        found += [] if rows else [f"  the usual one; the others are listed by what differs from {usual}"]
        found.append("")
    return "\n".join(found)
