"""Which parts of a project are made alike, and which are mirror images of each other.

Parts are alike where everything that a machine or a joiner does to them is: sizes, bands, grain, holes, grooves and
outline in the coordinates of `furnishing.machining`. A mirror image is what is left after turning a part over in any
way: nobody can make one from the other by turning it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

from furnishing.machining import Drilling, Face, Milling, drillings, millings, outline, upper_face
from furnishing.parts import Part
from furnishing.units import Length

Flip: TypeAlias = tuple[bool, bool, bool]
"""Which of length, width and thickness are reversed."""

MIRRORING: Final[tuple[Flip, ...]] = (
    (False, False, True),
    (True, False, False),
    (False, True, False),
    (True, True, True),
)
"""The ways to reverse a board that no turning of it can undo."""

_OPPOSITE: Final = {
    Face.A: (2, Face.B),
    Face.B: (2, Face.A),
    Face.BOTTOM: (1, Face.TOP),
    Face.TOP: (1, Face.BOTTOM),
    Face.LEFT: (0, Face.RIGHT),
    Face.RIGHT: (0, Face.LEFT),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Parts that are made alike: `part` is the first of `ids`; `mirrored` the number of its mirror image, if any.

    `name` is that of the parts, without their numbers where these differ. Shapes count from 1 in the order of the
    design.
    """

    number: int
    part: Part
    name: str
    ids: tuple[str, ...]
    drillings: tuple[Drilling, ...]
    millings: tuple[Milling, ...]
    outline: tuple[tuple[Length, Length], ...]
    mirrored: int | None = None

    @property
    def machined(self) -> bool:
        """Whether more than the saw and the edge bander touch it."""
        section = self.part.section
        return bool(self.drillings or self.millings or section is not None)

    @property
    def rectangular(self) -> bool:
        """Whether the outline is that of the sawn rectangle."""
        return len(self.outline) == 4 and all(
            x in {0, self.part.length} and y in {0, self.part.width} for x, y in self.outline
        )

    @property
    def hand(self) -> str:
        """`L` or `R` where the parts are called so; empty where they are not, or not all alike."""
        found = set(map(_hand, self.ids))
        return found.pop() if len(found) == 1 else ""


def shapes(parts: Iterable[Part]) -> tuple[Shape, ...]:
    """Every shape of these parts once, in the order in which they are first met."""
    groups: dict[object, list[Part]] = {}
    for part in parts:
        groups.setdefault((part.role, part.axes, _hand(part.id), _signature(part)), []).append(part)
    signatures = [_signature(each[0]) for each in groups.values()]
    # Only parts of a role and a name for each hand are told apart: a shelf is no mirrored bottom.
    roles = [each[0].role for each in groups.values()]
    met = list(enumerate(zip(roles, signatures, strict=True), 1))
    known: dict[tuple[str, object], int] = {(role, found): number for number, (role, found) in reversed(met)}
    return tuple(
        Shape(
            number=number,
            part=alike[0],
            name=_name(alike),
            ids=tuple(part.id for part in alike),
            drillings=drillings(alike[0]),
            millings=millings(alike[0]),
            outline=outline(alike[0]),
            mirrored=_mirrored(alike[0], known, number),
        )
        for number, alike in enumerate(groups.values(), 1)
    )


def _name(alike: Sequence[Part]) -> str:
    """`Shelf` for `Shelf 1` and `Shelf 2`, `Rail` for `Rail front` and `Rail`; else the first name."""
    bare = {part.name.rstrip("0123456789. ") for part in alike}
    shared = [each for each in bare if all(f"{other} ".startswith(f"{each} ") for other in bare)]
    return shared[0] if len({part.name for part in alike}) > 1 and shared else alike[0].name


def _mirrored(part: Part, known: dict[tuple[str, object], int], own: int) -> int | None:
    """The number of the shape that is this part's mirror image; None where it is its own or there is none."""
    images = [_signature(part, flip) for flip in MIRRORING]
    if _signature(part) in images:
        return None
    found = [known[part.role, image] for image in images if (part.role, image) in known]
    return next((number for number in found if number != own), None)


def _signature(part: Part, flip: Flip = (False, False, False)) -> tuple[object, ...]:
    """All that makes a part what it is, after a flip; equal for parts that are made alike."""
    bottom, top, left, right = part.edges.codes
    bottom, top = (top, bottom) if flip[1] else (bottom, top)
    left, right = (right, left) if flip[0] else (left, right)
    holes = sorted(_hole(part, each, flip) for each in drillings(part))
    cuts = sorted(_cut(part, each, flip) for each in millings(part))
    sizes = (part.length, part.width, part.thickness, part.cut_length, part.cut_width)
    ring = _ring(part, flip)
    sloping = part.section is not None and part.section.axis in part.axes
    bevel = (part.section.axis, part.section.points) if part.section is not None and sloping else None
    return (part.material, *sizes, part.grain, bottom, top, left, right, tuple(holes), tuple(cuts), ring, bevel)


def _face(face: Face, flip: Flip) -> Face:
    axis, opposite = _OPPOSITE[face]
    return opposite if flip[axis] else face


def _at(part: Part, face: Face, flip: Flip, x: Length, y: Length, dx: Length = 0, dy: Length = 0) -> tuple[int, int]:
    """Where the lower left corner of a rectangle on a face comes to lie."""
    along = 1 if face in {Face.LEFT, Face.RIGHT} else 0
    up = 1 if face in {Face.A, Face.B} else 2
    size = (part.length, part.width, part.thickness)
    return (size[along] - x - dx if flip[along] else x, size[up] - y - dy if flip[up] else y)


def _hole(part: Part, hole: Drilling, flip: Flip) -> tuple[str, int, int, int, int, str]:
    face = _face(hole.face, flip)
    x, y = _at(part, hole.face, flip, hole.x, hole.y)
    return (face.value, x, y, hole.diameter, hole.depth, hole.purpose)


def _cut(part: Part, cut: Milling, flip: Flip) -> tuple[str, int, int, int, int, int, str]:
    # What goes through is given from the upper face, whichever that is.
    face = upper_face(part) if cut.through else _face(cut.face, flip)
    x, y = _at(part, cut.face, flip, cut.x, cut.y, cut.dx, cut.dy)
    return (face.value, x, y, cut.dx, cut.dy, cut.depth, cut.purpose)


def _ring(part: Part, flip: Flip) -> tuple[tuple[int, int], ...]:
    """The corners of the outline after a flip, from the least one on, always the same way round."""
    points = [_at(part, Face.A, flip, x, y) for x, y in outline(part)]
    if flip[0] != flip[1]:
        points.reverse()
    start = points.index(min(points))
    ring = (*points[start:], *points[:start])
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise((*ring, ring[0])))
    return ring if area > 0 else (ring[0], *reversed(ring[1:]))


def _hand(part_id: str) -> str:
    """`L` or `R` where an id says so: `K03.side.L`, `K03.drawer.1.side.R`."""
    found = [each for each in part_id.split(".") if each in {"L", "R"}]
    return found[-1] if found else ""
