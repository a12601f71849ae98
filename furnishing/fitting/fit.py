"""The pass that fits the raw parts of a cabinet into its envelope, before bands and holes.

Everything but the top keeps its place and is cut: uprights get bevelled or slanting upper edges, doors and backs become
polygons, shelves end at the slope, and what no longer works (a drawer that would not open, a shelf too short) is left
out and told.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from furnishing.cabinets.cabinet import Cabinet, Space, Use
from furnishing.cabinets.making import Making
from furnishing.fitting.around import cut_around
from furnishing.fitting.cut import boxed, cut, span
from furnishing.fitting.envelope import Envelope, Points, lowered, lowest
from furnishing.fitting.fronts import fitted_fronts
from furnishing.fitting.tops import broken_top
from furnishing.incline import thin_axis
from furnishing.issues import Issue, Level
from furnishing.parts import Box, Part
from furnishing.style import FrontLook, Overlay
from furnishing.units import MICROMETRES, Length, show

FRONT_ROLES: Final = frozenset({"door", "drawer-front", "flap", "false-front", "filler"})
SHELVES: Final = frozenset({"shelf", "fixed-shelf", "shoe-shelf"})
HANGING: Final = frozenset({Use.HANG_LONG, Use.HANG_SHORT})
SPACE_LEAST: Final[Length] = 100 * MICROMETRES["mm"]
"""A clear space lower than this is none."""


def making_under(making: Making) -> Making:
    """How a cabinet under a slope is made: its top between the sides, its fronts slabs, as high as it can be."""
    envelope = making.envelope
    if envelope is None:
        return making
    step = MICROMETRES["mm"]
    size = replace(making.size, height=min(making.size.height, envelope.high // step * step))
    making = replace(making, size=size)
    if not envelope.cuts:
        return making
    rules = replace(making.construction, top_joint="between")
    return replace(making, construction=rules, style=replace(making.style, front=FrontLook.SLAB))


def under(making: Making, space: Box) -> Box:
    """A clear space no higher than the lowest place below the top over it, in whole millimetres."""
    envelope = making.envelope
    if envelope is None or not envelope.cuts:
        return space
    line = lowered(capped(envelope, making), making.thickness("top"))
    step = MICROMETRES["mm"]
    top = min(space.z + space.dz, lowest(line, *span(space, envelope.axis)) // step * step)
    return replace(space, dz=max(0, top - space.z))


def capped(envelope: Envelope, making: Making) -> Points:
    """The line of the envelope, no higher than the cabinet."""
    return tuple((t, min(z, making.size.height)) for t, z in envelope.points)


def fit(cabinet: Cabinet, making: Making, notes: list[Issue]) -> Cabinet:
    """The cabinet within its envelope; unchanged where it has none. What is left out is told in `notes`.

    InputError where a pillar would go through a side.
    """
    envelope = making.envelope
    if envelope is None:
        return cabinet
    if envelope.cuts:
        cabinet = _Slope(cabinet, making, envelope, notes).fitted()
    return cut_around(cabinet, making, envelope.away) if envelope.away else cabinet


class _Slope:
    """One cabinet being fitted under its slopes."""

    def __init__(self, cabinet: Cabinet, making: Making, envelope: Envelope, notes: list[Issue]) -> None:
        self.cabinet, self.making, self.axis, self.notes = cabinet, making, envelope.axis, notes
        self.upper = capped(envelope, making)
        self.under = lowered(self.upper, making.thickness("top"))
        gap = making.style.front_gap
        inset = making.style.overlay is Overlay.INSET
        self.before = lowered(self.under, gap) if inset else lowered(self.upper, gap - gap // 2)
        rules = making.construction
        play = rules.back_applied_play if rules.back == "applied" else rules.back_play
        self.behind = lowered(self.upper, play)

    def fitted(self) -> Cabinet:
        """All parts cut, the top replaced, fronts hung where they still can be, spaces lowered."""
        cabinet = self.cabinet
        top = max((part for part in cabinet.parts if part.role == "top"), key=lambda part: part.box.z, default=None)
        backs = [part.box.y + part.box.dy for part in cabinet.parts if part.role == "back" and thin_axis(part) == 1]
        parts: list[Part] = []
        for part in cabinet.parts:
            if part is top:
                behind = max([*backs, part.box.y])
                parts += broken_top(self.making, part, self.upper, self.under, self.axis, behind)
            else:
                parts += self._cut(part)
        fronts, parts = fitted_fronts(cabinet, self.making, parts, self._issue)
        kept = {part.id for part in parts}
        spaces = tuple(found for space in cabinet.spaces for found in self._space(space))
        return replace(
            cabinet,
            parts=tuple(parts),
            fronts=tuple(front for front in fronts if front.part in kept),
            spaces=spaces,
        )

    def _cut(self, part: Part) -> list[Part]:
        if part.role == "back" and thin_axis(part) == 1:
            # It stands behind the broken top, so it runs up past where a level top would have held it.
            high = self.making.size.height
            part = boxed(part, replace(part.box, dz=high - part.box.z))
            return _all(cut(part, self.behind, self.axis))
        if part.role in FRONT_ROLES:
            return _all(cut(part, self.before, self.axis))
        if part.role in SHELVES:
            return self._shelf(part)
        inside = (
            part.box.x >= self.making.side and part.box.x + part.box.dx <= self.making.size.width - self.making.side
        )
        found = cut(part, self.under if inside else self.upper, self.axis)
        if part.role.startswith("drawer") and found is not part:
            return []
        return _all(found)

    def _shelf(self, part: Part) -> list[Part]:
        """A shelf as it was, cut at the rear by a slope from behind, or fixed to an upright and ending at the slope."""
        found = cut(part, self.under, self.axis)
        if found is part:
            return [part]
        least = self.making.construction.slope_shelf_least
        if found is None or span_of(found.box, self.axis) < least:
            self._issue("slope-shelf-left-out", part, "no useful length of it is left under the slope")
            return []
        if self.axis == 1:
            return [found]
        (low, high), (start, end) = span(part.box, 0), span(found.box, 0)
        if low != start and high != end:
            self._issue("slope-shelf-left-out", part, "slopes cut it at both ends, so nothing would hold it")
            return []
        if part.role == "fixed-shelf":
            return [found]
        return _all(cut(self._fixed(part, at_left=low == start and self._higher(low, high)), self.under, 0))

    def _higher(self, low: Length, high: Length) -> bool:
        return lowest(self.under, low, low) >= lowest(self.under, high, high)

    def _fixed(self, part: Part, *, at_left: bool) -> Part:
        """An adjustable shelf made longer by its play at the end where an upright will hold it."""
        play = self.making.construction.shelf_side_play
        box = replace(part.box, x=part.box.x - (play if at_left else 0), dx=part.box.dx + play)
        return replace(boxed(part, box), role="fixed-shelf")

    def _space(self, space: Space) -> tuple[Space, ...]:
        box = space.box
        top = min(box.z + box.dz, lowest(self.under, *span(box, self.axis)))
        if top == box.z + box.dz:
            return (space,)
        if space.use is Use.DRAWER or top - box.z < SPACE_LEAST:
            return ()
        rules = self.making.construction
        below = top - box.z - rules.rail_below_top
        use = space.use
        if use in HANGING:
            use = Use.HANG_LONG if below >= rules.hang_long and use is Use.HANG_LONG else Use.HANG_SHORT
            if below < rules.hang_short:
                use = Use.OPEN
                self._no_rail(below)
        return (Space(box=replace(box, dz=top - box.z), use=use),)

    def _no_rail(self, below: Length) -> None:
        need = show(self.making.construction.hang_short)
        self.notes.append(
            Issue(
                code="slope-no-rail",
                level=Level.INFO,
                message=f"{self.cabinet.id} has no rail: clothes need {need} mm below it and {show(below)} mm are left",
                where=self.cabinet.id,
                fix="wish for a wider unit or one with shelves here",
            )
        )

    def _issue(self, code: str, part: Part, why: str) -> None:
        self.notes.append(
            Issue(
                code=code,
                level=Level.INFO,
                message=f"{part.id} is left out: {why}",
                where=part.id,
                fix="wish for fewer shelves or another width here, or take it as it is",
            )
        )


def span_of(box: Box, axis: int) -> Length:
    """How far a box reaches along an axis."""
    start, end = span(box, axis)
    return end - start


def _all(found: Part | None) -> list[Part]:
    return [] if found is None else [found]
