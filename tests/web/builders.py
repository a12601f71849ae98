"""Short words for the inputs that the doors are tried with."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

STYLE: dict[str, Any] = {
    "name": "Plain",
    "carcass_finish": "white",
    "front_finish": "white",
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
    "wall": 0,
    "wishes": [{"kind": "base-doors", "count": 2}],
}

ROOM: dict[str, Any] = {
    "format": "furnish-room/1",
    "unit": "mm",
    "name": "Small kitchen",
    "ceiling": 2500,
    "walls": [
        {"length": 2400},
        {"length": 2000, "openings": [{"kind": "window", "offset": 500, "width": 900, "height": 1200, "sill": 900}]},
        {"length": 2400, "openings": [{"kind": "door", "offset": 700, "width": 900, "height": 2050}]},
        {"length": 2000},
    ],
    "style": STYLE,
}

JOB: dict[str, Any] = {
    "format": "furnish-cut-job/1",
    "unit": "mm",
    "saw": {
        "kerf": 4,
        "trim": {"left": 10, "right": 10, "bottom": 10, "top": 10},
        "max_stages": 3,
        "first_cut": "any",
    },
    "boards": [{"code": "W18", "length": 2800, "width": 2070, "quantity": None, "cost": 48.5, "grain": "none"}],
    "pieces": [
        {"id": "side", "length": 720, "width": 560, "quantity": 4, "grain": "free"},
        {"id": "shelf", "length": 564, "width": 500, "quantity": 3, "grain": "length"},
    ],
}


def changed(value: dict[str, Any], path: str, to: Any) -> dict[str, Any]:
    """A copy of a JSON value with one field set: `changed(ROOM, "walls.1.length", -5)`."""
    copy: dict[str, Any] = deepcopy(value)
    *way, last = path.split(".")
    place: Any = copy
    for step in way:
        place = place[int(step)] if isinstance(place, list) else place[step]
    if isinstance(place, list):
        place[int(last)] = to
    else:
        place[last] = to
    return copy


def without(value: dict[str, Any], path: str) -> dict[str, Any]:
    """A copy of a JSON value with one field left out."""
    copy: dict[str, Any] = deepcopy(value)
    *way, last = path.split(".")
    place: Any = copy
    for step in way:
        place = place[int(step)] if isinstance(place, list) else place[step]
    del place[last]
    return copy


def saved(folder: Path, name: str, value: object) -> str:
    """The path of a file that holds `value`: bytes and text as they are, anything else as JSON."""
    place = folder / name
    if isinstance(value, bytes):
        place.write_bytes(value)
    else:
        place.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return str(place)
