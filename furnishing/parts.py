"""A part is a piece as a member of a cabinet: its sizes, edges, grooves and its place in the cabinet.

A part lies on the table with its length along x and its width along y; by custom the front edge of a
standing or lying part is its `bottom` edge. A cabinet stands with its lower left back corner at the
origin: x to the right as one faces it, y out of the wall into the room, z up.
"""

from __future__ import annotations

from dataclasses import dataclass

from furnishing.grain import Grain
from furnishing.units import Length


@dataclass(frozen=True, slots=True)
class Box:
    """An upright block: its lower left back corner `x, y, z` and its sizes `dx, dy, dz`, all > 0."""

    x: Length
    y: Length
    z: Length
    dx: Length
    dy: Length
    dz: Length

    @property
    def volume(self) -> int:
        """Cubic micrometres."""
        return self.dx * self.dy * self.dz

    def overlap(self, other: Box) -> int:
        """The volume that both boxes fill, in cubic micrometres; 0 where they only touch."""
        spans = (
            min(self.x + self.dx, other.x + other.dx) - max(self.x, other.x),
            min(self.y + self.dy, other.y + other.dy) - max(self.y, other.y),
            min(self.z + self.dz, other.z + other.dz) - max(self.z, other.z),
        )
        return spans[0] * spans[1] * spans[2] if min(spans) > 0 else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """The code of the edge band on each edge of a part, `None` where the edge stays raw.

    `bottom` and `top` run along the part's length, `left` and `right` along its width.
    """

    bottom: str | None = None
    top: str | None = None
    left: str | None = None
    right: str | None = None

    @property
    def codes(self) -> tuple[str | None, str | None, str | None, str | None]:
        """Bottom, top, left, right: the order in which edges are printed everywhere."""
        return (self.bottom, self.top, self.left, self.right)


@dataclass(frozen=True, slots=True, kw_only=True)
class Groove:
    """A groove sawn into a part: `box` is the wood taken away, in cabinet coordinates."""

    box: Box
    depth: Length
    width: Length
    purpose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bore:
    """A round hole in a part, in cabinet coordinates: its mouth on the part's surface, and the way the drill goes.

    `axis` is 0, 1 or 2 for x, y or z; `sense` +1 or -1 the way of the drill along it. A bore as deep as the
    part is a through hole. `purpose` is a plain word (`dowel`, `cam`, `hinge-cup`); bores of one `fixing` belong
    to one article that joins parts, and its name is the same in all of them.
    """

    x: Length
    y: Length
    z: Length
    axis: int
    sense: int
    diameter: Length
    depth: Length
    purpose: str
    fixing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notch:
    """Wood taken away through the whole thickness of a part: a notch at an edge or a cut-out within.

    `box` in cabinet coordinates is as thick as the part.
    """

    box: Box
    purpose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The true shape of a part that does not fill its box: a polygon drawn out along one axis.

    `axis` is 0, 1 or 2; `points` run counter-clockwise in the other two coordinates of the cabinet, in rising
    order of the axes, and lie within the part's box.
    """

    axis: int
    points: tuple[tuple[Length, Length], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One board part of a cabinet.

    `length`, `width`, `thickness` are finished sizes, bands included; `cut_length`, `cut_width` are what
    the saw cuts. `id` (`K03.side.L`) survives unbroken to the label and the scan on the shop floor.
    `role` is a plain word (`side`, `bottom`, `shelf`, `door`); `material` the code of a catalogue material;
    `box` the place of the finished part in its cabinet. `axes` are the axes of the cabinet (0, 1, 2) along
    which its length and its width run. `grain_group` names parts whose grain must run on from one to the next,
    in the order of `grain_place`. `scribe` is wood that the saw leaves on its width beyond the finished size, on an
    edge that is planed to a wall on site. What is `bought` cut to size, as a pane of glass is, never goes to the saw:
    `material` is then an article of the catalogue. `inner_bands` are code and length of the bands on edges that are
    none of its rectangle's, as round an inner corner.
    """

    id: str
    cabinet: str
    role: str
    name: str
    material: str
    length: Length
    width: Length
    thickness: Length
    cut_length: Length
    cut_width: Length
    grain: Grain
    edges: Edges
    box: Box
    grooves: tuple[Groove, ...] = ()
    axes: tuple[int, int] = (0, 1)
    bores: tuple[Bore, ...] = ()
    notches: tuple[Notch, ...] = ()
    section: Section | None = None
    grain_group: str | None = None
    grain_place: int = 0
    bought: bool = False
    scribe: Length = 0
    inner_bands: tuple[tuple[str, Length], ...] = ()
