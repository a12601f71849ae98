"""One part cut to a line above it: bevelled, cut to an outline, or cut square where it is thin along the fall."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from furnishing.fitting.envelope import Points, below, lowest
from furnishing.incline import thin_axis
from furnishing.parts import Box, Groove, Notch, Part, Section
from furnishing.units import Length

SQUARE: Final = frozenset(
    {
        *("back", "door", "drawer-front", "flap", "false-front", "sliding-door", "stile", "front-rail", "front-panel"),
        *("filler", "filler-strip", "plinth", "kick", "valance", "rail", "drawer-box", "drawer-back"),
    }
)
"""Roles that are cut square where the fall runs through their thickness: a bevel would show or be too thin to hold."""


FINE: Final[Length] = 100
"""Cut parts end on tenths of a millimetre: nobody sets a fence finer."""


def span(box: Box, axis: int) -> tuple[Length, Length]:
    """From where to where a box reaches along an axis."""
    start = (box.x, box.y, box.z)[axis]
    return start, start + (box.dx, box.dy, box.dz)[axis]


def cut(part: Part, limit: Points, axis: int) -> Part | None:
    """What is left of a part below a line along `axis`; None where nothing is."""
    (start, end), (low, high) = span(part.box, axis), span(part.box, 2)
    if part.role in SQUARE and thin_axis(part) == axis:
        top = min(high, lowest(limit, start, end) // FINE * FINE)
        return None if top <= low else boxed(part, replace(part.box, dz=top - low))
    # An outline ends on tenths; a bevel is cut exactly and then moved as a whole, so that its angle stays.
    bevelled = thin_axis(part) in {axis, 2}
    corners = below(limit, start, end, low, high, 1 if bevelled else FINE)
    if not corners:
        return None
    if thin_axis(part) == axis:
        corners = _lower(corners, low)
    elif bevelled:
        corners = _shorter(corners, start, end)
    whole = {(start, low), (end, low), (end, high), (start, high)}
    return part if set(corners) == whole else shaped(part, 1 - axis, corners)


def _lower(corners: Points, low: Length) -> Points:
    """A shape whose upper end is moved down to a whole step."""
    down = max(z for _, z in corners) % FINE
    return tuple((t, z if z == low else z - down) for t, z in corners)


def _shorter(corners: Points, start: Length, end: Length) -> Points:
    """A shape whose cut ends are moved inward to whole steps."""
    first, last = min(t for t, _ in corners), max(t for t, _ in corners)
    half = (first + last) // 2
    right = -first % FINE if first > start else 0
    left = last % FINE if last < end else 0
    return tuple((t + right if t < half else t - left, z) for t, z in corners)


def shaped(part: Part, axis: int, corners: Points) -> Part:
    """A part whose true shape is a polygon drawn out along `axis`, within its box."""
    first, second = (each for each in range(3) if each != axis)
    low = [min(corner[number] for corner in corners) for number in (0, 1)]
    high = [max(corner[number] for corner in corners) for number in (0, 1)]
    start, size = [part.box.x, part.box.y, part.box.z], [part.box.dx, part.box.dy, part.box.dz]
    for number, each in enumerate((first, second)):
        start[each], size[each] = low[number], high[number] - low[number]
    full = {(u, v) for u in (low[0], high[0]) for v in (low[1], high[1])}
    section = None if set(corners) == full else Section(axis=axis, points=corners)
    return replace(boxed(part, Box(*start, *size)), section=section)


def boxed(part: Part, box: Box) -> Part:
    """A part in a smaller box, with what is left of its grooves and notches."""
    sizes = (box.dx, box.dy, box.dz)
    along, across = part.axes
    return replace(
        part,
        box=box,
        length=sizes[along],
        width=sizes[across],
        cut_length=sizes[along],
        cut_width=sizes[across],
        grooves=tuple(_grooves(part.grooves, box)),
        notches=tuple(_notches(part.notches, box)),
    )


def _grooves(grooves: Iterable[Groove], box: Box) -> Iterable[Groove]:
    for groove in grooves:
        left = common(groove.box, box)
        if left is not None:
            yield replace(groove, box=left)


def _notches(notches: Iterable[Notch], box: Box) -> Iterable[Notch]:
    for notch in notches:
        left = common(notch.box, box)
        if left is not None:
            yield replace(notch, box=left)


def common(one: Box, other: Box) -> Box | None:
    """The block that two boxes share; None where they only touch or lie apart."""
    spans = [(max(span(one, i)[0], span(other, i)[0]), min(span(one, i)[1], span(other, i)[1])) for i in range(3)]
    if any(low >= high for low, high in spans):
        return None
    return Box(*(low for low, _ in spans), *(high - low for low, high in spans))
