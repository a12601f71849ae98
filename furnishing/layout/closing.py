"""What closes the rest of a span: fillers within the trade's limits, wider units, or a gap (docs/layout.md)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from furnishing.construction import Construction
from furnishing.layout.legs import End
from furnishing.layout.limits import limits
from furnishing.units import Length, mm

WALL_FILLER: Final[Length] = mm(40)
"""The filler at a wall where the rest is free to choose: the usual one of CC."""


FIXED: Final = frozenset({End.FLUSH, End.CORNER})
"""Ends that a run must reach; it may leave free what is before any other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """Fillers at both ends (0: none), by how much units grow, and the gaps that stay at the ends."""

    left: Length = 0
    right: Length = 0
    grow: Length = 0
    gap_left: Length = 0
    gap_right: Length = 0
    is_open: bool = True
    """Whether its gap, if there is one, lies at a free end, where nobody misses a filler."""

    @property
    def fillers(self) -> int:
        """How many fillers it takes."""
        return (self.left > 0) + (self.right > 0)


def lead(end: End) -> Length:
    """How far a run keeps off what is at its end in any case."""
    return limits().corner_filler_least if end in {End.CORNER, End.ASIDE} else 0


def closings(rest: Length, left: End, right: End, rules: Construction, *, wider: bool = True) -> Iterator[Closing]:
    """Ways to close a rest, the best first; none where a corner has no room for its filler.

    `wider` says whether units may grow to close one that is too narrow for a filler.
    """
    at_left, at_right = lead(left), lead(right)
    rest -= at_left + at_right
    if rest < 0:
        return
    if End.OPEN in (left, right):
        yield from _open(rest, left, right, (at_left, at_right), rules)
        return
    if rest < rules.residue_none:
        yield _gap(rest, left, right, (at_left, at_right))
        return
    yield from _filled(rest, left, right, (at_left, at_right), rules)
    if wider and rest < rules.filler_least:
        yield Closing(left=at_left, right=at_right, grow=rest)
    yield _gap(rest, left, right, (at_left, at_right), is_open=False)
    if right is End.ASIDE:
        yield Closing(left=at_left, gap_right=rest + at_right, is_open=False)
    elif left is End.ASIDE:
        yield Closing(right=at_right, gap_left=rest + at_left, is_open=False)


def slid(rest: Length, left: End, right: End, by: Length, rules: Construction) -> Closing | None:
    """The run moved `by` from the left end of the rest, with fillers where they are as wide as fillers are; None where
    an end that must be reached is not, and where a slit too narrow for a filler would stay beside something solid."""
    if not 0 <= by <= rest:
        return None
    fillers, gaps = [], []
    for end, wide in ((left, lead(left) + by), (right, lead(right) + rest - by)):
        if end is not End.OPEN and rules.residue_none <= wide < rules.filler_least:
            return None
        is_filler = end is not End.OPEN and rules.filler_least <= wide <= rules.filler_most
        if (end is End.FLUSH and wide) or (end is End.CORNER and not is_filler):
            return None
        fillers.append(wide if is_filler else 0)
        gaps.append(0 if is_filler else wide)
    return Closing(left=fillers[0], right=fillers[1], gap_left=gaps[0], gap_right=gaps[1])


def _open(rest: Length, left: End, right: End, least: tuple[Length, Length], rules: Construction) -> Iterator[Closing]:
    """A rest beside a free end: a filler at the wall if there is one, the remainder stays open."""
    at_left, at_right = least
    walls = {End.WALL: min(WALL_FILLER, rest)}
    more_left, more_right = (walls.get(end, 0) if rest >= rules.filler_least else 0 for end in (left, right))
    rest -= more_left + more_right
    to_left = rest if left is End.OPEN and right is not End.OPEN else 0
    yield Closing(left=at_left + more_left, right=at_right + more_right, gap_left=to_left, gap_right=rest - to_left)
    if more_left or more_right:
        rest += more_left + more_right
        to_left = rest if left is End.OPEN else 0
        yield Closing(left=at_left, right=at_right, gap_left=to_left, gap_right=rest - to_left)
    more = limits().oven_from_corner - limits().corner_filler_least
    if End.CORNER in (left, right) and rest >= more:
        # What is hot keeps farther from a corner than doors do.
        gap = rest - more
        if left is End.CORNER:
            yield Closing(left=at_left + more, right=at_right, gap_right=gap)
        else:
            yield Closing(left=at_left, right=at_right + more, gap_left=gap)


def _gap(rest: Length, left: End, right: End, least: tuple[Length, Length], *, is_open: bool = True) -> Closing:
    held = FIXED | {End.ASIDE}
    to_left = rest if right in held and left not in held else 0
    return Closing(left=least[0], right=least[1], gap_left=to_left, gap_right=rest - to_left, is_open=is_open)


def _filled(
    rest: Length, left: End, right: End, least: tuple[Length, Length], rules: Construction
) -> Iterator[Closing]:
    """Shares of the rest between the fillers of both ends: halves, all to the right, all to the left."""
    half = rest // 2 // rules.grow_step * rules.grow_step
    for share in dict.fromkeys((half, 0, rest)):
        found = []
        for end, base, more in ((left, least[0], share), (right, least[1], rest - share)):
            wide = base + more
            fits = more == 0 or (end is not End.FLUSH and rules.filler_least <= wide <= rules.filler_most)
            found.append(wide if fits else None)
        if found[0] is not None and found[1] is not None:
            yield Closing(left=found[0], right=found[1])
