"""Small good files as plain values, and ways to spoil them."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from furnishing.errors import Fault, InputError

DROP = object()
"""Put in place of a value to leave the field out."""


def a_style() -> dict[str, Any]:
    """An inline style that the shipped catalogue can make."""
    return {
        "name": "White",
        "carcass_finish": "white",
        "front_finish": "oak",
        "back_finish": "white",
        "carcass_thickness": 18,
        "front_thickness": 18,
        "back_thickness": 8,
        "band_visible": 1,
        "band_hidden": 0,
        "base_height": 820,
        "base_depth": 560,
        "tall_height": 2200,
        "tall_depth": 580,
        "plinth_height": 100,
        "front_gap": 3,
        "handle": "knob",
        "wishes": [{"kind": "base-doors", "width": 600}, {"kind": "base-doors", "count": None}],
    }


def a_style_file() -> dict[str, Any]:
    """The same style as a file of its own."""
    return {"format": "furnish-style/1", "unit": "mm"} | a_style()


def a_room() -> dict[str, Any]:
    """A room of 4000 by 3200 mm with one of everything."""
    return {
        "format": "furnish-room/1",
        "unit": "mm",
        "name": "Kitchen",
        "ceiling": 2500,
        "walls": [
            {"length": [4000, 4010], "points": [{"kind": "socket", "offset": 600, "height": 1150}]},
            {
                "length": 3200,
                "openings": [
                    {"kind": "door", "offset": 200, "width": 800, "height": 2010, "swing": "out", "hinge": "right"},
                    {"kind": "window", "offset": 1100, "width": 1200, "height": 1000, "sill": 900},
                ],
            },
            {"length": 4000},
            {"length": 3200},
        ],
        "obstacles": [
            {"kind": "pillar", "x": 0, "y": -300, "length": 300, "width": 300, "height": 2500},
            {"kind": "pipe", "x": 3900, "y": -100, "length": 100, "width": 100, "height": 2500, "round": True},
        ],
        "slopes": [{"wall": 2, "knee": 1200, "angle": 40}],
        "style": a_style(),
    }


def a_catalogue() -> dict[str, Any]:
    """One finish with everything that hangs on it."""
    return {
        "format": "furnish-catalogue/1",
        "unit": "mm",
        "name": "Small",
        "note": "for tests",
        "currency": "EUR",
        "vat_percent": 19,
        "finishes": [
            {"code": "white", "name": "White", "colour": "#ffffff", "grain": "none"},
            {"code": "oak", "name": "Oak", "colour": "#c9a87a", "grain": "length"},
        ],
        "materials": [
            {"code": "W18", "name": "White 18", "finish": "white", "thickness": 18, "density": 650},
            {"code": "O18", "name": "Oak 18", "finish": "oak", "thickness": 18, "density": 650},
        ],
        "boards": [
            {"code": "W18-L", "material": "W18", "length": 2800, "width": 2070, "price": 51.60},
            {"code": "O18-L", "material": "O18", "length": 2800, "width": 2070, "price": 78.5, "quantity": 12},
        ],
        "bands": [
            {"code": "W1", "name": "White 1", "finish": "white", "thickness": 1, "width": 23, "price": 0.41},
            {"code": "O1", "name": "Oak 1", "finish": "oak", "thickness": 1, "width": 23, "price": 0.63},
        ],
        "hardware": [
            {"code": "knob", "name": "Knob", "unit": "piece", "price": 2.1},
            {"code": "rail", "name": "Rail", "unit": "metre", "price": 4.2},
        ],
        "labour": {
            "hourly_rate": 48,
            "minutes_per_sheet": 6,
            "minutes_per_part": 2.5,
            "minutes_per_band_metre": 0.7,
            "minutes_per_cabinet": 40,
        },
        "saw": {
            "kerf": 4,
            "trim": {"left": 10, "right": 10, "bottom": 10, "top": 10},
            "max_stages": 3,
            "first_cut": "any",
        },
    }


def steps(path: str) -> list[str | int]:
    """`walls[1].openings[0].width` as the keys and indices that lead there."""
    parts: list[str | int] = []
    for word in path.replace("]", "").replace("[", ".").split("."):
        parts.append(int(word) if word.isdigit() else word)
    return parts


def changed(record: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    """A copy of `record` with another value at a path; `DROP` leaves the field out."""
    result = copy.deepcopy(record)
    *way, last = steps(path)
    target: Any = result
    for step in way:
        target = target[step]
    if value is DROP:
        del target[last]
    else:
        target[last] = value
    return result


def faults_of(read: Callable[[str, str], object], record: object) -> tuple[Fault, ...]:
    """What `read` finds wrong with a value written as JSON."""
    with pytest.raises(InputError) as caught:
        read(json.dumps(record), "test.json")
    return caught.value.faults
