"""What a layout could not do, told with its numbers and a way out. The codes stand in docs/issues.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kind_of
from furnishing.construction import Construction
from furnishing.issues import Issue, Level
from furnishing.layout.free_space import CLOSED, Cause, Stretch, Zoned, free_stretches
from furnishing.layout.residue import Chain, Closed
from furnishing.layout.widths import Unit
from furnishing.room import Room
from furnishing.style import Style
from furnishing.units import Length, show


def not_placed(style: Style, units: Sequence[Unit], free: Mapping[Zone, Sequence[Stretch]]) -> Iterator[Issue]:
    """Each wish of which fewer units stand than were asked for."""
    stand = Counter(unit.item.wish for unit in units)
    for index, wish in enumerate(style.wishes):
        asked = 1 if wish.count is None else wish.count
        if stand[index] >= asked:
            continue
        kind = kind_of(wish.kind)
        need = show(kind.widths[0] if wish.width is None else wish.width)
        widest = max((stretch.length for stretch in free[kind.zone]), default=0)
        yield Issue(
            code="wish-not-placed",
            level=Level.WARNING,
            message=(
                f"{stand[index]} of {asked} {kind.code} stand: one needs {need} mm, and of the longest free "
                f"stretch ({show(widest)} mm) too little is left"
            ),
            where=f"style.wishes[{index}]",
            fix="wish for fewer or narrower units, or choose another wall",
        )


def tall_in_the_way(room: Room, wall: int, zoned: Zoned, rules: Construction) -> Iterator[Issue]:
    """Where tall units had to stay away from a window or from a low ceiling."""
    here = _lengths(room, wall, zoned, rules, frozenset())
    lost = _lengths(room, wall, zoned, rules, frozenset({Cause.WINDOW})) - here
    if lost > 0:
        yield Issue(
            code="tall-before-window",
            level=Level.INFO,
            message=f"windows keep {show(lost)} mm of wall {wall + 1} free of tall units",
            where=f"walls[{wall}].openings",
            fix="put base units below the window if its sill is high enough",
        )
    lost = _lengths(room, wall, zoned, rules, frozenset({Cause.CEILING})) - here
    if lost > 0:
        need = show((zoned.least or zoned.height) + rules.ceiling_play)
        yield Issue(
            code="ceiling-too-low",
            level=Level.WARNING,
            message=f"over {show(lost)} mm of wall {wall + 1} the ceiling is lower than the {need} mm tall units need",
            where="ceiling" if room.ceiling < zoned.height + rules.ceiling_play else "slopes",
            fix="make the tall units lower or choose another wall",
        )


def _lengths(room: Room, wall: int, zoned: Zoned, rules: Construction, ignore: frozenset[Cause]) -> Length:
    return sum(stretch.length for stretch in free_stretches(room, wall, zoned, rules, ignore))


def rests(closed: Closed, chain: Chain, rules: Construction, wall: int) -> Iterator[Issue]:
    """Gaps that stay open and fillers that are wide."""
    if closed.gap:
        shut = chain.left in CLOSED and chain.right in CLOSED
        end = chain.units[-1].end
        yield Issue(
            code="gap-left",
            level=Level.WARNING if shut and closed.gap >= rules.filler_least else Level.INFO,
            message=f"{show(closed.gap)} mm stay open on wall {wall + 1} to the right of {show(end)} mm",
            where=f"walls[{wall}]",
            fix="wish for another unit, give a wider one, or leave the gap",
        )
    for filler in (closed.left_filler, closed.right_filler):
        if filler is not None and filler[1] > rules.filler_wide:
            yield Issue(
                code="filler-wide",
                level=Level.INFO,
                message=f"a filler of {show(filler[1])} mm stands at {show(filler[0])} mm on wall {wall + 1}",
                where=f"walls[{wall}]",
                fix="give one unit a wider width to make the filler narrower",
            )
