"""A base unit for a sink: open above for the bowl, its back cut for pipes."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Front, Space, Use
from furnishing.cabinets.carcass import Cover, carcass
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import doors, false_front, front_area, stacked
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.cabinets.niches import lowered_back
from furnishing.cabinets.notches import with_notch
from furnishing.parts import Box, Part
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """Rails on edge instead of a top; doors over the full height or below a false front."""
    shell, low = carcass(making, Cover.SINK), front_area(making)
    blind: tuple[Part, ...] = ()
    still: tuple[Front, ...] = ()
    if making.word("front") == "false front":
        tall = making.construction.false_front_height
        high, low = stacked(making, low, (tall, low.height - tall - making.style.front_gap))
        blind, still = false_front(making, high)
    leaves, fronts = doors(making, low)
    return assembled(
        making,
        (*piped(making, shell.parts, shell.inside), *blind, *leaves),
        fronts=(*still, *fronts),
        spaces=[Space(box=_clear(making, shell.inside), use=Use.SINK)],
    )


def piped(making: Making, parts: tuple[Part, ...], inside: Box) -> tuple[Part, ...]:
    """The parts with the back cut out around the pipes, or ending below them."""
    rules = making.construction
    if making.word("back") == "low":
        return lowered_back(parts, inside.z + rules.sink_back_low)
    wide = min(rules.pipe_cut_width, inside.dx - 2 * rules.cut_margin)
    x, z = inside.x + (inside.dx - wide) // 2, inside.z + rules.pipe_cut_above
    return tuple(
        with_notch(part, Box(x, part.box.y, z, wide, part.box.dy, rules.pipe_cut_height), "pipes")
        if part.role == "back"
        else part
        for part in parts
    )


def _clear(making: Making, inside: Box) -> Box:
    """Between the rails."""
    board = making.board
    return Box(inside.x, inside.y + board, inside.z, inside.dx, inside.dy - 2 * board, inside.dz)


KIND = Kind(
    code="base-sink",
    name="Sink unit",
    help="Rails instead of a top, a back cut for pipes; doors, with or without a false front above them.",
    zone=Zone.BASE,
    widths=tuple(mm(width) for width in (450, 500, 600, 800, 900, 1000, 1200)),
    width=Span(mm(400), mm(1225)),
    height=Span(mm(600), mm(1100)),
    depth=Span(mm(300), mm(700)),
    build=build,
    parameters=(
        Parameter(name="front", help="Before the bowl", unit="word", default="doors", options=("doors", "false front")),
        Parameter(name="back", help="How pipes pass the back", unit="word", default="cut", options=("cut", "low")),
    ),
    needs=("water", "waste"),
)
