"""Parts of a cabinet moved apart: those of a step in their colours with numbers, those that are there already in grey.

Cabinet projection as in `reports.cabinet_view`: the front true to scale, depth at half scale down to the left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from furnishing.cabinets.cabinet import Cabinet
from furnishing.parts import Bore, Box, Part
from furnishing.units import Length, mm
from reports.assembly_fittings import WHEN
from reports.assembly_numbers import RING, part_numbers
from reports.assembly_seams import Edge, open_edges
from reports.assembly_stages import Stage, Step
from reports.assembly_steps import INSIDE, MOVING
from reports.cabinet_view import DEPTH, blocks_of, faces_of, from_behind, on_paper
from reports.drawing import THIN, Circle, Drawing, Item, Line, Point, Polyline, Stroke
from reports.symbols import BARE, mixed, quiet

Move: TypeAlias = tuple[Length, Length, Length]
STAY: Final[Move] = (0, 0, 0)
Hole: TypeAlias = tuple[tuple[Length, Length, Length], bool]
"""Where a hole is, and whether it is seen."""

_Faces: TypeAlias = tuple[tuple[tuple[Point, ...], int], ...]
"""Faces that are seen, each with its shade: 0 front, 1 right, 2 upper."""

SHADES: Final = (1, 0, 2)
"""The shade of a face by the axis it looks along."""

LEG: Final[Length] = mm(40)
"""How thick legs are drawn."""

EDGE: Final = Stroke(0.22)
FAINT: Final = Stroke(0.13, "#8a8a8a")
THERE: Final = "#f4f4f4"
GLASS: Final = "#d7e6ea"


def step_moves(step: Step) -> dict[str, Move]:
    """How far each part of a step stands off its place, along the way it is put there."""
    size = _size((*step.before, *step.parts, *step.shown))
    if step.stage in {Stage.JOIN, Stage.FRAMES}:
        return _apart(step.parts)
    if step.stage is Stage.BOXES:
        return _apart(step.shown)
    if step.stage is Stage.FITTINGS:
        return _apart(step.shown)
    ways: dict[Stage, Move] = {
        Stage.BACK: (0, 0, size[2] * 6 // 10) if step.grooved else (0, -size[1], 0),
        Stage.CLOSE: (0, 0, size[2] // 4),
        Stage.LEGS: (0, size[1] // 2, 0),
        Stage.INSIDE: (0, size[1], 0),
        Stage.DRAWERS: (0, size[1], 0),
        Stage.FRONTS: (0, size[1] * 8 // 10, 0),
        Stage.REST: (0, 0, size[2] // 5),
    }
    way = ways.get(step.stage, STAY)
    moves = {part.id: way for part in step.shown}
    if step.stage is Stage.DRAWERS:
        # The fronts still stand before the boxes that they are screwed to.
        moves |= {part.id: (0, way[1] * 8 // 5, 0) for part in step.parts}
    return moves


def exploded_moves(steps: Sequence[Step]) -> dict[str, Move]:
    """All parts moved apart for the picture of a whole cabinet."""
    size = _size([part for step in steps for part in step.parts])
    moves: dict[str, Move] = {}
    for step in steps:
        way = STAY
        if step.stage in {Stage.JOIN, Stage.CLOSE}:
            moves |= _apart((*step.before, *step.parts)) if step.stage is Stage.CLOSE else _apart(step.parts)
            continue
        if step.stage is Stage.BACK:
            way = (0, -size[1] * 9 // 10, 0)
        elif step.stage is Stage.BOXES:
            way = (0, size[1] * 12 // 10, 0)
        elif step.stage is Stage.LEGS:
            way = (0, size[1] * 5 // 10, 0)
        moves |= {part.id: way for part in step.parts}
        for part in step.parts:
            if part.role in INSIDE:
                moves[part.id] = (0, size[1] * 9 // 10, 0)
            elif part.role in MOVING or part.role == "drawer-front":
                moves[part.id] = (0, size[1] * 2, 0)
    return moves


def _size(parts: Iterable[Part]) -> Move:
    boxes = [part.box for part in parts]
    if not boxes:
        return STAY
    return (
        max(box.x + box.dx for box in boxes) - min(box.x for box in boxes),
        max(box.y + box.dy for box in boxes) - min(box.y for box in boxes),
        max(box.z + box.dz for box in boxes) - min(box.z for box in boxes),
    )


def _apart(parts: Sequence[Part]) -> dict[str, Move]:
    """Boards moved along their thickness away from the middle of all, by a third of the way they are off it."""
    if not parts:
        return {}
    low = [min((part.box.x, part.box.y, part.box.z)[axis] for part in parts) for axis in range(3)]
    size = _size(parts)
    moves: dict[str, Move] = {}
    for part in parts:
        axis = 3 - part.axes[0] - part.axes[1]
        start, deep = (part.box.x, part.box.y, part.box.z)[axis], part.thickness
        off = 2 * start + deep - 2 * low[axis] - size[axis]
        way = [0, 0, 0]
        way[axis] = off * 3 // 10
        moves[part.id] = (way[0], way[1], way[2])
    return moves


def moved_part(part: Part, by: Move) -> Part:
    """A part at another place, with its notches and its shape, without its holes and grooves."""
    box, section = _shifted(part.box, by), part.section
    if section is not None:
        u, v = (axis for axis in range(3) if axis != section.axis)
        section = replace(section, points=tuple((a + by[u], b + by[v]) for a, b in section.points))
    notches = tuple(replace(notch, box=_shifted(notch.box, by)) for notch in part.notches)
    return replace(part, box=box, notches=notches, grooves=(), bores=(), section=section)


def _shifted(box: Box, by: Move) -> Box:
    return replace(box, x=box.x + by[0], y=box.y + by[1], z=box.z + by[2])


def view(
    parts: Sequence[Part],
    moves: Mapping[str, Move],
    numbers: Mapping[str, int],
    looks: Mapping[str, str],
    room: tuple[float, float],
    holes: Iterable[Hole] = (),
) -> Drawing:
    """Parts as large as fits in `room` mm: those with a number in their colours, all others grey.

    `looks` are colours of materials by code. The drawing is no larger than what it shows.
    """
    placed = [moved_part(part, moves.get(part.id, STAY)) for part in parts]
    blocks = from_behind([(block, part) for part in placed for block in _blocks(part)])
    corners = [corner for block, part in blocks for ring, _ in _seen(block, part) for corner in ring]
    if not corners:
        return Drawing(width=1.0, height=1.0, items=())
    left, low = min(x for x, _ in corners), min(y for _, y in corners)
    right, high = max(x for x, _ in corners), max(y for _, y in corners)
    # A ring of a number may stand out by its radius.
    margin = RING + 0.3
    scale = min((room[0] - 2 * margin) / (right - left), (room[1] - 2 * margin) / (high - low))

    def at(point: Point) -> Point:
        return ((point[0] - left) * scale + margin, (point[1] - low) * scale + margin)

    drawn: list[tuple[Part, _Faces]] = []
    items: list[Item] = []
    for block, part in blocks:
        faces = tuple((tuple(map(at, ring)), shade) for ring, shade in _seen(block, part))
        drawn.append((part, faces))
        every = _blocks(part)
        edges = [(at(one), at(other)) for one, other in open_edges(block, every)] if len(every) > 1 else None
        items += _block(part, faces, looks, edges, new=part.id in numbers)
    for spot, seen in holes:
        u, v = at(on_paper(spot))
        items.append(Circle(u, v, 0.45, THIN if seen else FAINT, "#000000" if seen else None))
    items += part_numbers([(part.id, [ring for ring, _ in faces]) for part, faces in drawn], numbers)
    width, height = (right - left) * scale + 2 * margin, (high - low) * scale + 2 * margin
    return Drawing(width=width, height=height, items=tuple(items))


def legs(cabinet: Cabinet) -> tuple[Part, ...]:
    """Legs as boards for pictures, where the holes of their screws are: they are bought, and no parts."""
    found = []
    for part in cabinet.parts:
        by_leg: dict[str, list[Bore]] = {}
        for bore in part.bores:
            if bore.purpose == "leg":
                by_leg.setdefault(bore.fixing, []).append(bore)
        for name, bores in by_leg.items():
            x, y = (sum(each) // len(bores) for each in ([hole.x for hole in bores], [hole.y for hole in bores]))
            if part.box.z > 0:
                box = Box(x - LEG // 2, y - LEG // 2, 0, LEG, LEG, part.box.z)
                found.append(replace(part, id=name, box=box, notches=(), grooves=(), bores=(), section=None))
    return tuple(found)


def fitting_holes(step: Step) -> tuple[Hole, ...]:
    """The holes of a step's fittings where the moved boards have them, and whether they are seen from before."""
    moves = step_moves(step)
    found: list[Hole] = []
    for part in step.shown:
        by = moves.get(part.id, STAY)
        for bore in part.bores:
            if WHEN.get(bore.purpose) is step.stage:
                found.append(((bore.x + by[0], bore.y + by[1], bore.z + by[2]), bore.sense < 0))
    return tuple(found)


def _blocks(part: Part) -> Sequence[Box]:
    """The boxes of a part, by which it is told what stands before what; one for a part that is no rectangle."""
    return (part.box,) if part.section is not None else blocks_of(part)


def _seen(block: Box, part: Part) -> _Faces:
    """The faces that are seen, in full size: front, right and upper ones of a box, or those of a section drawn out."""
    section = part.section
    if section is None:
        one, two, three = faces_of(block, 1.0)
        return ((one, 0), (two, 1), (three, 2))
    u, v = (axis for axis in range(3) if axis != section.axis)
    start = (part.box.x, part.box.y, part.box.z)[section.axis]
    end = start + (part.box.dx, part.box.dy, part.box.dz)[section.axis]

    def at(a: Length, b: Length, along: Length) -> Point:
        spot = [0, 0, 0]
        spot[u], spot[v], spot[section.axis] = a, b, along
        return on_paper((spot[0], spot[1], spot[2]))

    towards = (DEPTH, 1.0, DEPTH)
    found: list[tuple[tuple[Point, ...], int]] = []
    for (a0, b0), (a1, b1) in zip(section.points, (*section.points[1:], section.points[0]), strict=True):
        normal = [0.0, 0.0, 0.0]
        normal[u], normal[v] = b1 - b0, a0 - a1
        if sum(n * t for n, t in zip(normal, towards, strict=True)) > 0:
            ring = (at(a0, b0, start), at(a1, b1, start), at(a1, b1, end), at(a0, b0, end))
            found.append((ring, SHADES[normal.index(max(normal))]))
    cap = tuple(at(a, b, end) for a, b in section.points)
    return (*found, (cap, SHADES[section.axis]))


def _block(
    part: Part, faces: _Faces, looks: Mapping[str, str], edges: Sequence[Edge] | None, *, new: bool
) -> Iterable[Item]:
    """The faces of a block, with a line around each, or with the edges that are given."""
    colour = GLASS if part.bought else quiet(looks.get(part.material, BARE))
    shades = (colour, mixed(colour, "#000000", 0.12), mixed(colour, "#ffffff", 0.35)) if new else (THERE,) * 3
    stroke = EDGE if new else FAINT
    for ring, shade in faces:
        # Faces of blocks that touch would show the paper between them.
        around = stroke if edges is None else replace(FAINT, colour=shades[shade])
        yield Polyline(ring, around, shades[shade], closed=True)
    for start, end in edges or ():
        yield Line(start, end, stroke)
