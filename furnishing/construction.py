"""How a workshop builds: every number of every cabinet, read from one data file that names the source of each.

A tag such as `CC` is spelled out in the file's `sources`; `G` marks trade knowledge without a source, a
default that each workshop should set for itself.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, Final

from furnishing.reading import Fields, open_record
from furnishing.units import Length

FORMAT: Final = "furnish-construction/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class HingeBand:
    """So many hinges carry a door up to this height and this weight (kg); the larger of both counts."""

    height: Length
    weight: Decimal
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Runner:
    """A drawer runner: its nominal length, which is that of the drawer box, and its article code."""

    length: Length
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Construction:
    """The rules of one workshop. The data file says where each number comes from.

    `base_top` is `stretchers` or `full`. `top_joint`: the top lies `between` the sides, `over` them, or between
    them with a `valance` below it; `bottom_joint`: the bottom lies `between` the sides, `under` them, or between
    sides that stand on the floor with a `kick` board. `back` is `grooved`, `applied` or `rebated`. `joint` is
    `confirmat` or `cam`. Weights in kg, loads in kg/m2,
    `board_modulus` in N/mm2. `hinges` rise; `runners` rise in length; `stacks[n - 1]` are the shares of the
    heights of n drawer fronts from the top down.
    """

    base_top: str
    top_joint: str
    bottom_joint: str
    back: str
    joint: str

    back_groove_depth: Length
    back_groove_from_rear: Length
    back_play: Length
    back_applied_play: Length
    valance_height: Length
    stretcher_depth: Length
    plinth_setback: Length
    plinth_play: Length
    bumper: Length
    shelf_side_play: Length
    shelf_rear_play: Length
    shelf_setback: Length
    fixed_shelf_setback: Length
    shelf_clear_least: Length
    single_door_most: Length
    door_width_most: Length
    door_height_most: Length
    partition_from: Length
    leg_pitch: Length
    joint_end: Length
    joint_pitch: Length
    rail_play: Length
    rail_below_top: Length
    hang_long: Length
    hang_short: Length
    hang_depth: Length
    runner_side_play: Length
    runner_rear_play: Length
    drawer_top_play: Length
    drawer_lift: Length
    drawer_bottom_recess: Length
    drawer_groove_depth: Length
    drawer_bottom_play: Length
    drawer_side_least: Length
    drawer_front_least: Length
    drawer_front_most: Length
    wall_play: Length
    wall_skew: Length
    residue_none: Length
    filler_least: Length
    filler_most: Length
    filler_wide: Length
    filler_strip_depth: Length
    grow_step: Length
    pillar_clear: Length
    pipe_clear: Length
    radiator_clear: Length
    beam_clear: Length
    appliance_clear: Length
    switch_clear: Length
    gas_clear: Length
    extractor_clear: Length
    hung_over_opening: Length
    base_from_door: Length
    tall_from_door: Length
    base_from_window: Length
    tall_from_window: Length
    doorway_depth: Length
    window_depth: Length
    ceiling_play: Length
    tip_play: Length
    anchor_from_height: Length
    anchor_tall_from: Length

    leg_rows: int
    legs_least: int
    hinges_for_width: int
    joint_least: int
    pins_per_shelf: int
    rail_ends: int
    screws_per_drawer_front: int
    screws_per_filler: int
    anchors_per_tall: int
    hinges_above: int

    drawer_side_ratio: Decimal
    handle_weight: Decimal
    board_modulus: Decimal
    sag_limit: Decimal
    base_shelf_load: Decimal
    tall_shelf_load: Decimal
    book_shelf_load: Decimal
    gravity: Decimal

    hinges: tuple[HingeBand, ...]
    runners: tuple[Runner, ...]
    stacks: tuple[tuple[int, ...], ...]

    def front_gap_to(self, neighbour: str) -> Length:
        """The gap of a front towards what stands beside it."""
        return 1_500 if neighbour else 0

    def thickness_of(self, role: str) -> Length | None:
        """The thickness of parts of a role where the method has one of its own; None: that of the style."""
        return None


WORDS: Final = {
    "base_top": ("stretchers", "full"),
    "top_joint": ("between", "over", "valance"),
    "bottom_joint": ("between", "under", "kick"),
    "back": ("grooved", "applied", "rebated"),
    "joint": ("confirmat", "cam"),
}


def read_construction(text: str | bytes, source: str = "") -> Construction:
    """The construction rules of a file; InputError with all its faults, also where a source is missing."""
    fields = open_record(text, FORMAT, source)
    fields.read_unit()
    fields.take("sources")
    values: dict[str, Any] = {}
    groups = {kind: fields.record(group) for kind, group in GROUPS.items()}
    for field in dataclasses.fields(Construction):
        if str(field.type) not in groups:
            continue
        entry = groups[str(field.type)].record(field.name)
        values[field.name] = _value(entry, str(field.type), field.name)
        entry.text("source")
    values["hinges"] = tuple(_hinge_band(entry) for entry in fields.records("hinges", least=1))
    values["runners"] = tuple(_runner(entry) for entry in fields.records("runners", least=1))
    values["stacks"] = tuple(_stack(entry) for entry in fields.records("stacks", least=1))
    fields.finish()
    return Construction(**values)


GROUPS: Final = {"str": "words", "Length": "lengths", "int": "counts", "Decimal": "numbers"}
"""In which object of the file the fields of a type stand."""


def _value(entry: Fields, kind: str, name: str) -> object:
    if kind == "Length":
        return entry.length("value", least=0)
    if kind == "int":
        return entry.integer("value", least=1)
    if kind == "Decimal":
        return entry.number("value")
    word = entry.text("value")
    if word and word not in WORDS[name]:
        entry.fault("value", f"{word!r} is not known; use {' or '.join(WORDS[name])}")
    return word


def _hinge_band(entry: Fields) -> HingeBand:
    entry.text("source")
    return HingeBand(
        height=entry.length("height"), weight=entry.number("weight"), count=entry.integer("count", least=1)
    )


def _runner(entry: Fields) -> Runner:
    entry.text("source")
    return Runner(length=entry.length("length"), code=entry.text("code"))


def _stack(entry: Fields) -> tuple[int, ...]:
    entry.text("source")
    shares = entry.take("shares")
    if isinstance(shares, list) and shares and all(isinstance(share, int) and share > 0 for share in shares):
        return tuple(shares)
    entry.fault("shares", "whole numbers above 0 are needed, such as [2, 3, 4]")
    return (1,)


@cache
def default_construction() -> Construction:
    """The rules that come with the program."""
    name = "construction.json"
    text = resources.files("furnishing").joinpath("data", name).read_bytes()
    return read_construction(text, name)
