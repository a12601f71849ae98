"""Joints of a hardware pack as values: holes, how they stand along a line, and the fittings that hold two boards."""

from __future__ import annotations

from dataclasses import dataclass

from furnishing.units import Length

Code = str
"""The code of an article of the catalogue, the empty word where nothing is bought."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """A hole: its diameter, and its depth or 0 where it goes through."""

    diameter: Length
    depth: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """How fixings stand along a line of contact.

    The first and the last stand `end` from its ends, none further apart than `pitch`, at least `least` of them. With
    a `grid` above 0 all distances from the front end are `end` and whole steps of it. A line shorter than `short`
    has one fixing in its middle; none stands nearer than `margin` to an end.
    """

    end: Length
    pitch: Length
    least: int
    grid: Length
    short: Length
    margin: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmat:
    """A one-piece connector: through the face of one board into the end of the other. `cap` covers a head that is seen.

    The pilot goes `play` deeper than the screw.
    """

    code: Code
    cap: Code
    length: Length
    clearance: Length
    pilot: Length
    play: Length
    pattern: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class CamDepth:
    """The body that boards up to this thickness take: how deep its hole is."""

    thickness: Length
    depth: Length
    code: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Cam:
    """A cam in the face of one board draws a bolt in the face of the other.

    `reach` is the distance of the cam's centre from the end of its board (B24 or B34); `channel` the diameter of the
    bolt's hole in that end; `thread` the hole of the bolt in the other board. Beside each cam stands a dowel at
    `beside` along the line.
    """

    diameter: Length
    reach: Length
    channel: Length
    thread: Drill
    bolt: Code
    beside: Length
    depths: tuple[CamDepth, ...]
    pattern: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Dowel:
    """A glued dowel: `face_depth` deep into a face, at most `share` percent of that board; the rest in the end.

    `play` is the room at the bottom of the deeper hole.
    """

    code: Code
    diameter: Length
    length: Length
    face_depth: Length
    share: int
    play: Length
    pattern: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Connector:
    """A flat connector in two slots: each `length` along the line, `width` across and `depth` deep."""

    code: Code
    length: Length
    width: Length
    depth: Length
    pattern: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Screw:
    """A screw through one board into another: clearance hole, pilot hole and its depth; pitch along a line."""

    code: Code
    clearance: Length
    pilot: Drill
    pattern: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Joints:
    """Which joint parts take whose contact says so: `drawer` in drawer boxes; `hidden` where a screw has no way in.

    `hidden` joints that meet from both sides of one board are moved against each other by `offset`.
    """

    drawer: str
    hidden: str
    offset: Length
