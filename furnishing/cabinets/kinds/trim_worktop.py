"""A worktop over a run of base units, with cut-outs for a sink and a hob, joints, and a mitre in a corner."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from furnishing.cabinets.cabinet import Cabinet, HardwareItem
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.kind import Family, Kind, Making, Parameter, Span, Zone
from furnishing.cabinets.panels import Lie, panel
from furnishing.cabinets.strips import longest_piece
from furnishing.cabinets.worktop import cuts, joints, mitred, with_cuts, worktop_material
from furnishing.parts import Box, Part
from furnishing.units import mm

BOLT: Final = "worktop-bolt"


def build(making: Making) -> Cabinet:
    """Pieces from the left, each as long as its board allows; bolts draw every joint together."""
    size, stuff, holes = making.size, worktop_material(making), cuts(making)
    places = joints(making, longest_piece(making, stuff), holes)
    parts: list[Part] = []
    for start, end in pairwise([0, *places, size.width]):
        suffix = f"worktop.{len(parts) + 1}" if places else "worktop"
        box = Box(start, 0, 0, end - start, size.depth, stuff.thickness)
        part = panel(making, suffix=suffix, role="worktop", name="Worktop", box=box, lie=Lie.LYING, material=stuff)
        parts.append(with_cuts(making, part, holes))
    corner = making.word("corner")
    if corner != "none":
        last = 0 if corner == "left" else -1
        parts[last] = mitred(parts[last], corner)
    meetings = len(places) + (1 if corner == "right" else 0)
    bolts = HardwareItem(code=BOLT, quantity=meetings * making.construction.worktop_bolts)
    return assembled(making, parts, hardware=[bolts] if meetings else [])


def _length(name: str, help: str, least: int, most: int, default: int) -> Parameter:
    return Parameter(name=name, help=help, unit="um", least=mm(least), most=mm(most), default=mm(default))


KIND = Kind(
    code="trim-worktop",
    name="Worktop",
    help="The thickest worktop board of its finish within its height; cut-outs, joints, a mitre in a corner.",
    zone=Zone.END,
    widths=tuple(mm(width) for width in (1200, 2400, 3600, 4800, 6000)),
    width=Span(mm(200), mm(8000)),
    height=Span(mm(20), mm(60)),
    depth=Span(mm(200), mm(1200)),
    build=build,
    family=Family.TRIM,
    parameters=(
        _length("sink", "Middle of the sink from the left end; 0: none", 0, 5500, 0),
        _length("sink_width", "Width of the sink's cut-out", 300, 900, 560),
        _length("hob", "Middle of the hob from the left end; 0: none", 0, 5500, 0),
        _length("hob_width", "Width of the hob's cut-out", 270, 900, 560),
        Parameter(
            name="corner",
            help="The end that meets the worktop of another wall in a mitre",
            unit="word",
            default="none",
            options=("none", "left", "right"),
        ),
    ),
    own_height=mm(38),
    own_depth=mm(600),
)
