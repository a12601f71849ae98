"""Machining in the coordinates of a part: where a machine or a person at the bench drills and mills.

A finished part, bands glued on, lies on the table with its length along x and its width along y; the origin is its
lower left corner. The `bottom` edge is the one at y = 0, `left` the one at x = 0. How it lies follows from its axes:

    axes              x            y             bottom edge    left edge    face A    upper face
    standing (2, 1)   up           to the wall   front          lower end    right     B
    lying    (0, 1)   to the right to the wall   front          left end     upper     A
    facing   (2, 0)   up           to the right  left           lower end    front     B
    across   (0, 2)   to the right up            lower          left end     front     A
    inward   (1, 2)   to the room  up            lower          rear end     right     B

Face A looks the way of the rising coordinate of the cabinet: to the right, to the front or up. x and y are the same for
both faces, so a hole in face B is given as one looks through the part. Only one of the faces shows these coordinates
unmirrored: the upper face of the last column, which must lie on top. Two sides that mirror each other have the same x
and y with their faces exchanged. Of holes in edges, x runs along the edge from its left or lower end, and y is the
height above face B.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from furnishing.catalogue import Catalogue
from furnishing.incline import clipped, inclined, place_inclined, point_inclined
from furnishing.parts import Bore, Box, Part
from furnishing.units import Length


class Face(StrEnum):
    """A surface of a part."""

    A = "A"
    B = "B"
    BOTTOM = "bottom"
    TOP = "top"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drilling:
    """A hole in a face or an edge; `through` holes are as deep as the part."""

    face: Face
    x: Length
    y: Length
    diameter: Length
    depth: Length
    through: bool
    purpose: str
    fixing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Milling:
    """A groove, rebate, slot, notch or cut-out: a rectangle in a face or an edge, its lower left corner at x, y."""

    face: Face
    x: Length
    y: Length
    dx: Length
    dy: Length
    depth: Length
    through: bool
    purpose: str


Place = tuple[Length, Length, Length]
"""A point in the part: along its length, along its width, above face B."""


def upper_face(part: Part) -> Face:
    """The face in which x and y are seen unmirrored, x to the right and y upwards."""
    return Face.A if part.axes in {(0, 1), (0, 2), (1, 0)} else Face.B


def place(part: Part, point: tuple[Length, Length, Length]) -> Place:
    """A point of the cabinet in the part's own coordinates; of a board that lies aslant, along its own directions."""
    if part.section is not None and inclined(part):
        return place_inclined(part, part.section, point)
    along, across = part.axes
    start, size = (part.box.x, part.box.y, part.box.z), (part.box.dx, part.box.dy, part.box.dz)
    thick = 3 - along - across
    y = point[across] - start[across]
    # The front edge of standing and lying parts is their bottom edge, so their width runs from front to rear.
    if across == 1:
        y = size[1] - y
    return (point[along] - start[along], y, point[thick] - start[thick])


def point(part: Part, at: Place) -> tuple[Length, Length, Length]:
    """A place of the part in the coordinates of the cabinet: the reverse of `place`."""
    if part.section is not None and inclined(part):
        return point_inclined(part, part.section, at)
    along, across = part.axes
    start, size = (part.box.x, part.box.y, part.box.z), (part.box.dx, part.box.dy, part.box.dz)
    found = [0, 0, 0]
    found[along] = start[along] + at[0]
    found[across] = start[1] + size[1] - at[1] if across == 1 else start[across] + at[1]
    found[3 - along - across] = start[3 - along - across] + at[2]
    return (found[0], found[1], found[2])


def face_of(part: Part, axis: int, sense: int) -> Face:
    """The surface that a drill enters when it goes along an axis of the cabinet in a sense."""
    along, across = part.axes
    if axis == along:
        return Face.LEFT if sense > 0 else Face.RIGHT
    if axis == across:
        return Face.BOTTOM if (sense > 0) != (across == 1) else Face.TOP
    return Face.B if sense > 0 else Face.A


def _on_face(face: Face, at: Place) -> tuple[Length, Length]:
    """A place of the part as x and y of one of its surfaces."""
    if face in {Face.LEFT, Face.RIGHT}:
        return at[1], at[2]
    if face in {Face.BOTTOM, Face.TOP}:
        return at[0], at[2]
    return at[0], at[1]


def drillings(part: Part) -> tuple[Drilling, ...]:
    """Every hole of a part, by face and place; a through hole is given from the face where its drill enters."""
    found = [_drilling(part, bore) for bore in part.bores]
    order = {face: number for number, face in enumerate(Face)}
    return tuple(sorted(found, key=lambda hole: (order[hole.face], hole.x, hole.y, hole.diameter, hole.purpose)))


def _drilling(part: Part, bore: Bore) -> Drilling:
    face = face_of(part, bore.axis, bore.sense)
    x, y = _on_face(face, place(part, (bore.x, bore.y, bore.z)))
    return Drilling(
        face=face,
        x=x,
        y=y,
        diameter=bore.diameter,
        depth=bore.depth,
        through=bore.depth >= (part.box.dx, part.box.dy, part.box.dz)[bore.axis],
        purpose=bore.purpose,
        fixing=bore.fixing,
    )


def millings(part: Part) -> tuple[Milling, ...]:
    """Every groove, rebate, slot, notch and cut-out of a part, by face and place."""
    found = [_milling(part, groove.box, groove.purpose, False) for groove in part.grooves]
    found += [_milling(part, notch.box, notch.purpose, True) for notch in part.notches]
    order = {face: number for number, face in enumerate(Face)}
    return tuple(sorted(found, key=lambda each: (order[each.face], each.x, each.y, each.purpose)))


def _milling(part: Part, box: Box, purpose: str, through: bool) -> Milling:
    low, high = _reach(part, box)
    face = upper_face(part) if through else _opens_on(part, low, high)
    (x0, y0), (x1, y1) = _on_face(face, low), _on_face(face, high)
    if face in {Face.A, Face.B}:
        depth = high[2] - low[2]
    else:
        depth = high[0] - low[0] if face in {Face.LEFT, Face.RIGHT} else high[1] - low[1]
    return Milling(face=face, x=x0, y=y0, dx=x1 - x0, dy=y1 - y0, depth=depth, through=through, purpose=purpose)


def _reach(part: Part, box: Box) -> tuple[Place, Place]:
    """From where to where a block reaches in a part.

    In a board that lies aslant a block cut plumb through it reaches as far as the faces that it leaves are apart.
    """
    ends = [(box.x, box.x + box.dx), (box.y, box.y + box.dy), (box.z, box.z + box.dz)]
    spots: list[tuple[Length, Length, Length]] = [(x, y, z) for x, y, z in product(*ends)]
    section = part.section
    if section is not None and inclined(part):
        first, second = (axis for axis in range(3) if axis != section.axis)
        spots = []
        for u, v in clipped(section.points, ends[first], ends[second]):
            for at in ends[section.axis]:
                spot = [u, v]
                spot.insert(section.axis, at)
                spots.append((spot[0], spot[1], spot[2]))
    places = [place(part, spot) for spot in spots]
    low, high = ([edge(each[i] for each in places) for i in range(3)] for edge in (min, max))
    return (low[0], low[1], low[2]), (high[0], high[1], high[2])


def _opens_on(part: Part, low: Place, high: Place) -> Face:
    """On which surface a groove opens; a rebate, which opens on a face and an edge, is given on the face."""
    if high[2] == part.thickness:
        return Face.A
    if low[2] == 0:
        return Face.B
    for face, open_there in (
        (Face.BOTTOM, low[1] == 0),
        (Face.TOP, high[1] == part.width),
        (Face.LEFT, low[0] == 0),
        (Face.RIGHT, high[0] == part.length),
    ):
        if open_there:
            return face
    return upper_face(part)


def outline(part: Part) -> tuple[tuple[Length, Length], ...]:
    """The corners of a part in its own x and y; those of a rectangle unless its section is drawn out through it."""
    along, across = part.axes
    section = part.section
    if section is None or section.axis != 3 - along - across:
        return ((0, 0), (part.length, 0), (part.length, part.width), (0, part.width))
    corners = []
    first, second = (axis for axis in range(3) if axis != section.axis)
    for u, v in section.points:
        spot = [part.box.x, part.box.y, part.box.z]
        spot[first], spot[second] = u, v
        at = place(part, (spot[0], spot[1], spot[2]))
        corners.append((at[0], at[1]))
    return tuple(corners)


def band_offset(part: Part, catalogue: Catalogue) -> tuple[Length, Length]:
    """How far the corner of the sawn part lies inside that of the finished one, along x and y.

    Take it from x and y where holes are drilled before the bands are glued.
    """
    left, bottom = part.edges.left, part.edges.bottom
    return (
        catalogue.band(left).thickness if left else 0,
        catalogue.band(bottom).thickness if bottom else 0,
    )
