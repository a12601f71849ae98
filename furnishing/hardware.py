"""Hardware packs as values: what a range of fittings is called, where it is drilled, and when each article is taken.

A pack is read from a file (`furnishing.hardware_file`), where each record names the source of its numbers. Swapping the
pack swaps the hinges, runners and joints of every cabinet. All distances of holes are to their centres.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from furnishing.hardware_hinges import Arm, HingeCount, Hinges
from furnishing.hardware_joints import (
    Cam,
    CamDepth,
    Code,
    Confirmat,
    Connector,
    Dowel,
    Drill,
    Joints,
    Pattern,
    Screw,
)
from furnishing.units import Length

__all__ = ["Arm", "Cam", "CamDepth", "Code", "Confirmat", "Connector", "Dowel", "Drill", "HingeCount", "Hinges"]
__all__ += ["Joints", "Pack", "Pattern", "Screw"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunnerSize:
    """A pair of runners: nominal length, that of the drawer box, and the depth it needs inside the carcass.

    `carcass` and `drawer` are the distances of its screws from the front end of the box.
    """

    code: Code
    length: Length
    box_length: Length
    depth_least: Length
    load: Decimal
    carcass: tuple[Length, ...]
    drawer: tuple[Length, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Runners:
    """A range of drawer runners.

    `mount` is `side` or `under`. A drawer box of sides `t` thick is `opening - less + 2 * t * inner` wide outside,
    where `inner` is 1 for ranges whose catalogue gives the clear width inside the box, else 0. `row` is the height of
    the screws above the underside of the box; `above` and `below` the air a box needs. Boxes on `under` runners have
    sides at most `side_most` thick, a notch at both ends of the back and a hole for the rear hook, `hook_in` and
    `hook_up` from the inner face of the side and the underside of the box.
    """

    mount: str
    less: Length
    inner: int
    row: Length
    above: Length
    below: Length
    recess: Length
    side_most: Length
    carcass: Drill
    drawer: Drill
    screw: Code
    notch_width: Length
    notch_height: Length
    hook: Drill
    hook_in: Length
    hook_up: Length
    sizes: tuple[RunnerSize, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawerFront:
    """How a front is screwed to its drawer: clearance holes in the inner front, pilots in the front.

    `in_end` and `in_edge` are the distances from the ends and edges of the inner front; `above_floor` keeps the lower
    row clear of the groove of the drawer's bottom.
    """

    screw: Code
    clearance: Length
    pilot: Drill
    in_end: Length
    in_edge: Length
    above_floor: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftSize:
    """A pair of lifts for flaps whose power factor, cabinet height (mm) by weight (kg), lies within."""

    code: Code
    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifts:
    """Lift mechanisms: their limits, holes on both sides, holes in the flap.

    `holes` are distances from the front edge and from the top of the carcass in turn: front, top, front, top.
    `arms` are distances from the side edges and from the upper edge of the flap in the same way.
    """

    height_least: Length
    height_most: Length
    width_most: Length
    depth_least: Length
    drill: Drill
    holes: tuple[Length, ...]
    arm_drill: Drill
    arms: tuple[Length, ...]
    sizes: tuple[LiftSize, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pins:
    """Shelf pins in rows: `front` behind the front edge, rear rows whole pitches behind.

    `drop` is the distance from the middle of a hole to the underside of the shelf; a shelf may be moved by `reach`
    up and down. Holes keep `keep` from other holes in the same face and `margin` from the ends of the shelf's edge;
    rows on both sides of one board are moved against each other by half a `pitch`. Shelves around a corner
    lie on a `corner` support as well, screwed through the back `corner_in` from the corner and
    `corner_below` below the shelf.
    """

    code: Code
    drill: Drill
    front: Length
    pitch: Length
    drop: Length
    reach: Length
    keep: Length
    margin: Length
    corner: Code
    corner_clearance: Length
    corner_in: Length
    corner_below: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Rails:
    """A hanging rail between two ends, each screwed with `screws` holes `apart` above each other; longer ones hang from
    the middle."""

    code: Code
    end: Code
    middle: Code
    middle_from: Length
    drill: Drill
    apart: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class LegSize:
    """A leg for plinths of these heights."""

    code: Code
    least: Length
    most: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Legs:
    """Legs under a bottom, each with four screws in a square of `apart`.

    They stand `end` from the ends of the bottom, `rear` from its rear edge and `front` behind the plinth.
    """

    drill: Drill
    apart: Length
    end: Length
    rear: Length
    front: Length
    clip: Code
    clip_drill: Drill
    clip_apart: Length
    sizes: tuple[LegSize, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Handle:
    """A handle: the distance of its holes, 0 for a knob."""

    code: Code
    pitch: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Handles:
    """Where handles sit: `in_edge` from the free edge, `in_end` from the near end, tall doors at `tall_height`.

    No hole is nearer than `margin` to an end.
    """

    drill: Length
    margin: Length
    in_edge: Length
    in_end: Length
    tall_height: Length
    models: tuple[Handle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bracket:
    """A fitting screwed to a face: its article, its holes and their distances from two edges, in turn."""

    code: Code
    drill: Drill
    holes: tuple[Length, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grommet:
    """A cable outlet: a round hole through a board, `rear` in from its rear edge."""

    code: Code
    diameter: Length
    rear: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Sliding:
    """Gear of sliding doors: a track above and below, a set of rollers a door, screwed `in_end` from its ends."""

    track: Code
    rollers: Code
    drill: Drill
    in_end: Length
    in_edge: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A range of hardware. Every code in it is an article that the catalogue must price."""

    name: str
    title: str
    joints: Joints
    confirmat: Confirmat
    cam: Cam
    dowel: Dowel
    connector: Connector
    screw: Screw
    hinges: Hinges
    runners: Runners
    drawer_front: DrawerFront
    lifts: Lifts
    pins: Pins
    rails: Rails
    legs: Legs
    handles: Handles
    back_screw: Screw
    hanger: Bracket
    anchor: Bracket
    trousers: Bracket
    tilt: Bracket
    drop: Bracket
    spacer: Screw
    grommet: Grommet
    sliding: Sliding
