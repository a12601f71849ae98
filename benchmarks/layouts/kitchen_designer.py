"""The examples of kitchen-designer as rooms and programmes of ours, and the layouts that it has published for them.

Its inputs say where cabinets may stand (runs, by width, depth and place) and what must be there, not what the room is
like. So the room is the least that gives those runs: walls as long as the runs, an outside corner where the end of a
run is free, a window where nothing may hang. All other walls stay empty by a pin.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from benchmarks.layouts.generated import Corner, walls_of
from furnishing.layout.pins import Edit, Forbid, Keep
from furnishing.programme import KitchenWish, OvenPlace, Programme, Purpose
from furnishing.room import Opening, OpeningKind, Room
from furnishing.units import mm

FILE: Final = Path(__file__).with_name("kitchen_designer.json")
FREE_LEFT: Final = ((0, 0), (3000, 0), (3000, -3000), (-1500, -3000), (-1500, 1500), (0, 1500))
TWO_LINES: Final = ((0, 0), (2770, 0), (2770, -1900), (0, -1900))
CORNER: Final = ((0, 0), (4765, 0), (4765, -2095), (6500, -2095), (6500, -5000), (0, -5000))
OUTLINES: Final[dict[str, Sequence[Corner]]] = {
    "small": FREE_LEFT,
    "medium": TWO_LINES,
    "medium2": TWO_LINES,
    "large": CORNER,
}
CENTIMETRE: Final = mm(10)


@dataclass(frozen=True, slots=True)
class Unit:
    """Something of a row, whoever planned it: its role, its wall, where it starts and how wide it is."""

    role: str
    wall: int
    start: int
    width: int

    @property
    def end(self) -> int:
        """Its right end."""
        return self.start + self.width


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A kitchen as criteria see it: what stands, what hangs, and the middle of the front of each thing standing."""

    low: tuple[Unit, ...]
    hung: tuple[Unit, ...]
    fronts: dict[Unit, tuple[float, float]]


def examples() -> tuple[str, ...]:
    """The names of the examples that have real sizes."""
    return tuple(each["name"] for each in _read()["examples"])


def source() -> str:
    """Where all numbers come from."""
    return str(_read()["source"])


def room(name: str) -> Room:
    """The room of an example."""
    walls = list(walls_of(OUTLINES[name]))
    if name == "large":
        # Between its hung runs, from 850 to 2565 mm, nothing may hang.
        window = Opening(
            kind=OpeningKind.WINDOW, offset=mm(850), width=mm(1715), height=mm(1200), sill=mm(1000), swing="none"
        )
        walls[0] = replace(walls[0], openings=(window,))
    return Room(name=f"kitchen-designer {name}", ceiling=mm(2600), walls=tuple(walls))


def programme(name: str) -> Programme:
    """What an example asks to be there, no more."""
    wish = KitchenWish(sink=mm(600), dishwasher=mm(600), hob=mm(600), oven=OvenPlace.NONE, fridge=0)
    if name == "small":
        wish = replace(wish, dishwasher=mm(450), oven=OvenPlace.TALL)
    if name == "large":
        wish = replace(wish, oven=OvenPlace.TALL, fridge=1)
    return Programme(name=f"as {name} asks", purpose=Purpose.KITCHEN, kitchen=wish, style="oak-kitchen")


def pins(name: str) -> tuple[Edit, ...]:
    """Walls that stay empty, and the dishwasher that one example wants at the left end of its run."""
    used = {0, 1} if name == "large" else {0}
    found: list[Edit] = [Forbid(wall=each) for each in range(len(OUTLINES[name])) if each not in used]
    if name == "medium":
        found.append(Keep(kind="base-appliance", wall=0, offset=mm(5), width=mm(600)))
    return tuple(found)


def published(name: str) -> Plan | None:
    """The layout that kitchen-designer has published for an example; None where it has none."""
    example = next(each for each in _read()["examples"] if each["name"] == name)
    if not example["published"]:
        return None
    low: list[Unit] = []
    hung: list[Unit] = []
    fronts: dict[Unit, tuple[float, float]] = {}
    for each in example["published"]:
        run = example["runs"][each["run"]]
        for unit in _row(each["low"], run["wall"]):
            low.append(unit)
            fronts[unit] = _front(run, unit)
        hung += [Unit("hung", run["wall"], _length(start), _length(width)) for start, width in each["hung"]]
    return Plan(low=tuple(low), hung=tuple(hung), fronts=fronts)


def _row(units: Sequence[Any], wall: int) -> Iterator[Unit]:
    at = 0
    for role, width in units:
        yield Unit(role, wall, at, _length(width))
        at += _length(width)


def _front(run: Any, unit: Unit) -> tuple[float, float]:
    """A part is turned about the left end of its front edge."""
    along, angle = unit.start + unit.width / 2, math.radians(run["angle"])
    return (_length(run["x"]) + along * math.cos(angle), _length(run["y"]) + along * math.sin(angle))


def _length(centimetres: float) -> int:
    return round(centimetres * CENTIMETRE)


def _read() -> Any:
    return json.loads(FILE.read_text(encoding="utf-8"))
