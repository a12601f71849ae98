"""A carcass around the corner of two walls: L-shaped bottom, top and shelves, two legs with a side at each end.

One leg stands along the back wall, the other along the left wall. `Size.width` and `Size.depth` are the lengths of
the walls they cover; how deep the legs are follows from the units beside them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from furnishing.cabinets.cabinet import Front, Opens, Space, Use
from furnishing.cabinets.carcass import Cover, back, plinth, sides
from furnishing.cabinets.fronts import Fronts, doors, front_area
from furnishing.cabinets.interior import useful_rows
from furnishing.cabinets.making import Edge, Making
from furnishing.cabinets.notches import with_notch
from furnishing.cabinets.panels import AS_SAWN, Lie, panel, spread
from furnishing.cabinets.turning import turned
from furnishing.errors import Fault, InputError
from furnishing.parts import Box, Groove, Part
from furnishing.units import MICROMETRES, Length, show


@dataclass(frozen=True, slots=True)
class Legs:
    """The cabinet as it is along the back wall, and along the left wall as if that were the back wall."""

    along: Making
    aside: Making
    deep: Length


def legs(making: Making, deep: Length) -> Legs:
    """The two legs of a corner unit, each `deep` from its wall to the face of its fronts.

    InputError where the doors between them would be too narrow.
    """
    size, least = making.size, making.construction.bay_least
    room = min(size.width, size.depth) - deep - 2 * making.style.front_gap
    if room < least:
        message = f"the doors of the corner unit would be {show(room)} mm wide and {show(least)} mm is the least"
        raise InputError([Fault("style.base_depth", f"{message}; make the units less deep or the corner unit wider")])
    along = replace(making, size=replace(size, depth=deep))
    other = replace(size, width=size.depth, depth=deep)
    return Legs(along, replace(making, size=other, left=making.right, right=making.left), deep)


def corner_carcass(making: Making, pair: Legs, cover: Cover) -> tuple[Part, ...]:
    """Sides at the ends of the legs, L-shaped bottom and top, a back on each wall, plinths that meet in the corner."""
    covered = cover is Cover.TOP
    right = sides(pair.along, covered=covered)[1]
    left = replace(sides(pair.aside, covered=covered)[1], id=f"{making.id}.side.L", name="Side left")
    under = Edge.VISIBLE if making.hung else Edge.HIDDEN
    making.forced[left.id] = (Edge.HIDDEN, Edge.VISIBLE, under, Edge.HIDDEN)
    deep = making.back_depth
    below, above = making.thickness("bottom"), making.thickness("top")
    return (
        *turned([left]),
        right,
        _level(making, pair, "bottom", Box(0, 0, making.plinth, 0, 0, below), making.floor - deep),
        _level(making, pair, "top" if covered else "lid", Box(0, 0, making.ceiling, 0, 0, above), making.ceiling),
        *_backs(making, pair),
        *_plinths(making, pair),
    )


def _level(making: Making, pair: Legs, role: str, place: Box, groove_z: Length) -> Part:
    """A bottom or top over both legs; a lid under a worktop lies between the sides whatever the method does."""
    rules, size = making.construction, making.size
    outer = {"bottom": rules.bottom_joint == "under", "top": rules.top_joint == "over"}.get(role, False)
    start, end = making.heel, 0 if outer else making.side
    box = Box(start, start, place.z, size.width - end - start, size.depth - end - start, place.dz)
    part = panel(
        making,
        suffix="bottom" if role == "bottom" else "top",
        role="bottom" if role == "bottom" else "top",
        name="Bottom" if role == "bottom" else "Top",
        box=box,
        lie=Lie.LYING,
        # The bands of its front edges go round the inner corner, where no edge of the rectangle is.
        edges=AS_SAWN,
        grooves=_level_grooves(making, groove_z, making.back_depth if outer else 0),
    )
    return _cut_out(part, pair.along.carcass_depth)


def _cut_out(part: Part, front: Length) -> Part:
    """The part without what lies before the fronts of both legs."""
    box = part.box
    hole = Box(front, front, box.z, box.x + box.dx - front, box.y + box.dy - front, box.dz)
    return with_notch(part, hole, "inner corner")


def _level_grooves(making: Making, z: Length, reach: Length) -> tuple[Groove, ...]:
    rules, start, thick = making.construction, making.groove_y, making.style.back_thickness
    if making.back_depth == 0:
        return ()
    deep, size = making.back_depth, making.size
    purpose = "back" if rules.back == "grooved" else "back rebate"
    long, wide = (length - making.side + reach - start for length in (size.width, size.depth))
    boxes = (Box(start, start, z, long, thick, deep), Box(start, start, z, thick, wide, deep))
    return tuple(Groove(box=box, depth=deep, width=thick, purpose=purpose) for box in boxes)


def _backs(making: Making, pair: Legs) -> tuple[Part, ...]:
    """The back on the left wall ends against the one on the back wall."""
    first, second = back(pair.along), replace(back(pair.aside), id=f"{making.id}.back.L", name="Back left")
    start = first.box.x if making.construction.back == "applied" else making.groove_y
    behind = making.groove_y + making.style.back_thickness
    return (_from(first, start), *turned([_from(second, behind)]))


def _plinths(making: Making, pair: Legs) -> tuple[Part, ...]:
    """Two boards that meet in the inner corner; their other ends lie against the plinths beside them."""
    found: list[Part] = []
    for leg, suffix in ((pair.along, ""), (pair.aside, ".L")):
        for part in plinth(leg, kicked=making.kicked):
            start = part.box.y + (part.box.dy if suffix else 0)
            board = replace(_from(part, start), id=f"{making.id}.plinth{suffix}", role="plinth", name="Plinth")
            making.forced[board.id] = AS_SAWN
            found += turned([board]) if suffix else [board]
    return tuple(found)


def _from(part: Part, start: Length) -> Part:
    """A board across a leg that begins at `start` and ends where it did."""
    wide = part.box.x + part.box.dx - start
    box = replace(part.box, x=start, dx=wide)
    if part.axes[0] == 0:
        return replace(part, box=box, length=wide, cut_length=wide)
    return replace(part, box=box, width=wide, cut_width=wide)


def corner_shelves(making: Making, pair: Legs, count: int) -> tuple[Part, ...]:
    """Fixed L-shaped shelves at equal heights, joined to the sides at the ends of both legs.

    In the corner itself nothing could carry an adjustable one.
    """
    rules, size, thick = making.construction, making.size, making.thickness("fixed-shelf")
    start, end = making.rear, making.side
    found = []
    rows = useful_rows(making, Box(0, 0, making.floor, 1, 1, making.ceiling - making.floor), count)
    for z in spread(making.floor, making.ceiling, rows, thick, MICROMETRES["mm"]):
        number = making.numbers.next("fixed-shelf")
        part = panel(
            making,
            suffix=f"fixed-shelf.{number}",
            role="fixed-shelf",
            name=f"Fixed shelf {number}",
            box=Box(start, start, z, size.width - end - start, size.depth - end - start, thick),
            lie=Lie.LYING,
            edges=AS_SAWN,
        )
        found.append(_cut_out(part, pair.along.inner_depth - rules.fixed_shelf_setback))
    return tuple(found)


def corner_doors(making: Making, pair: Legs, hinged: Opens) -> Fronts:
    """Two doors that meet in the corner: one hinged on its side, left or right, the other folding with it."""
    line = pair.deep + making.style.front_gap // 2
    right, right_ways = doors(pair.along, front_area(pair.along, left=line), 1, Opens.RIGHT)
    left, left_ways = doors(pair.aside, front_area(pair.aside, left=line), 1, Opens.RIGHT)
    folds = Opens.RIGHT if hinged is Opens.LEFT else Opens.LEFT
    ways = {hinged: hinged, folds: Opens.FOLD}
    fronts = (_opening(left_ways[0], ways[Opens.LEFT]), _opening(right_ways[0], ways[Opens.RIGHT]))
    return (*turned(left), *right), fronts


def _opening(front: Front, opens: Opens) -> Front:
    return replace(front, opens=opens)


def corner_spaces(making: Making, pair: Legs) -> tuple[Space, ...]:
    """The clear space of the leg along the back wall, and what the other leg adds to it."""
    size, start, front, z = making.size, making.rear, pair.along.inner_depth, making.floor
    tall = making.ceiling - z
    boxes = (
        Box(start, start, z, size.width - making.side - start, front - start, tall),
        Box(start, front, z, front - start, size.depth - making.side - front, tall),
    )
    return tuple(Space(box=box, use=Use.OPEN) for box in boxes)
