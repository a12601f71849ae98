"""The numbers and weights that layouts are judged by, read from `data/layout/`, each with its source there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources

from furnishing.reading import Fields, open_record
from furnishing.units import Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Distances of planning a room; the data file says where each comes from."""

    worktop_thickness: Length
    worktop_depth: Length
    worktop_play: Length
    hood_above_electric: Length
    hood_above_gas: Length
    hob_from_tall: Length
    hob_from_tall_gas: Length
    hob_from_wall: Length
    hob_from_window: Length
    dishwasher_from_corner: Length
    oven_from_corner: Length
    corner_filler_least: Length
    corner_reach: Length
    sliding_most: Length
    apart: Length
    corner_filler_most: Length
    water_reach: Length
    waste_reach: Length
    dishwasher_from_sink: Length
    gas_reach: Length
    aisle_least: Length
    aisle_good: Length
    island_least: Length
    island_most: Length
    island_aisle_least: Length
    island_aisle_good: Length
    island_way: Length
    island_overhang: Length
    leg_least: Length
    leg_most: Length
    triangle_most: Length
    sink_side_least: Length
    sink_side_good: Length
    hob_side_least: Length
    hob_side_good: Length
    sink_hob_least: Length
    worktop_least: Length
    worktop_good: Length
    run_least: Length
    gap_least: Length
    screen_side: Length
    pair_width: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """How much a term of the score counts, in points of 100, and what it means."""

    points: Decimal
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """Terms of kitchens and of other furniture by name, scales of the terms, weights of structural distance."""

    kitchen: Mapping[str, Weight]
    furniture: Mapping[str, Weight]
    scales: Mapping[str, Decimal]
    distance: Mapping[str, Decimal]


@cache
def limits() -> Limits:
    """The distances that come with the program."""
    fields = _open("limits.json", "furnish-layout-limits/1")
    fields.read_unit()
    fields.take("sources")
    lengths = fields.record("lengths")
    values = {}
    for name in Limits.__dataclass_fields__:
        entry = lengths.record(name)
        entry.text("source")
        values[name] = entry.length("value", least=0)
    fields.finish()
    return Limits(**values)


@cache
def objective() -> Objective:
    """The weights that come with the program."""
    fields = _open("objective.json", "furnish-layout-objective/1")
    fields.take("sources")
    found = Objective(
        kitchen=_weights(fields, "kitchen"),
        furniture=_weights(fields, "furniture"),
        scales=_numbers(fields, "scales", "value"),
        distance=_numbers(fields, "distance", "weight"),
    )
    fields.finish()
    return found


def _weights(fields: Fields, table: str) -> dict[str, Weight]:
    found = {}
    for name, entry in _entries(fields, table):
        found[name] = Weight(points=entry.number("weight"), help=entry.text("help"))
    return found


def _numbers(fields: Fields, table: str, field: str) -> dict[str, Decimal]:
    return {name: entry.number(field) for name, entry in _entries(fields, table)}


def _entries(fields: Fields, table: str) -> Iterator[tuple[str, Fields]]:
    raw, record = fields.take(table), fields.record(table)
    for name in raw:
        entry = record.record(name)
        entry.text("source")
        yield name, entry


def _open(name: str, form: str) -> Fields:
    text = resources.files("furnishing").joinpath(f"data/layout/{name}").read_text(encoding="utf-8")
    return open_record(text, form, source=name)
