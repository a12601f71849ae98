"""What to do with the rest of a stretch: nothing, wider units, fillers, or a gap that is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from furnishing.construction import Construction
from furnishing.layout.free_space import CLOSED, Cause
from furnishing.layout.widths import Unit
from furnishing.units import Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Units side by side, the limits between which they may move, and what stands there.

    `limits` are the free stretch of each unit's own zone; `most` how wide each unit may grow (its width
    where the customer fixed it).
    """

    units: tuple[Unit, ...]
    limits: tuple[tuple[Length, Length], ...]
    most: tuple[Length, ...]
    start: Length
    end: Length
    left: Cause
    right: Cause
    left_reach: Length
    right_reach: Length

    @property
    def residue(self) -> Length:
        """What is left between the limits."""
        return self.end - self.start - sum(unit.width for unit in self.units)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A chain after its rest was dealt with: fillers as (offset, width), and the `gap` that stays open."""

    units: tuple[Unit, ...]
    left_filler: tuple[Length, Length] | None = None
    right_filler: tuple[Length, Length] | None = None
    gap: Length = 0


def close(chain: Chain, rules: Construction) -> Closed:
    """The trade's rule for the rest r: below 3 mm none, then wider units, then fillers, then an open gap."""
    rest = chain.residue
    if rest < rules.residue_none:
        return Closed(units=chain.units)
    if rest < rules.filler_least:
        grown = _grow(chain, rest, rules.grow_step)
        return Closed(units=grown or chain.units, gap=0 if grown else rest)
    return _fill(chain, rest, rules)


def _grow(chain: Chain, rest: Length, step: Length) -> tuple[Unit, ...] | None:
    """The same units with the rest shared out by whole steps, each to the narrowest that may still grow.

    None where that breaks a limit.
    """
    widths = [unit.width for unit in chain.units]
    for _ in range(rest // step):
        able = [number for number, width in enumerate(widths) if width + step <= chain.most[number]]
        if not able:
            return None
        widths[min(able, key=lambda number: widths[number])] += step
    return _checked(chain, _line_up(chain.units, chain.start, widths))


def _fill(chain: Chain, rest: Length, rules: Construction) -> Closed:
    """Fillers at both ends, at one, or none: whatever the trade's limits and the ends allow."""
    open_gap = Closed(units=chain.units, gap=rest)
    closed_left, closed_right = chain.left in CLOSED, chain.right in CLOSED
    if closed_left and closed_right and rest >= 2 * rules.filler_least:
        left = rest // 2 // rules.grow_step * rules.grow_step
        both = _with_fillers(chain, left, rest - left, rules)
        if both is not None:
            return both
    for able, left, right in ((closed_right, 0, rest), (closed_left, rest, 0)):
        one = _with_fillers(chain, left, right, rules) if able else None
        if one is not None:
            return one
    return open_gap


def _with_fillers(chain: Chain, left: Length, right: Length, rules: Construction) -> Closed | None:
    wide_left = left + chain.left_reach if left else 0
    wide_right = right + chain.right_reach if right else 0
    if max(wide_left, wide_right) > rules.filler_most:
        return None
    widths = [unit.width for unit in chain.units]
    units = _checked(chain, _line_up(chain.units, chain.start + left, widths))
    if units is None:
        return None
    return Closed(
        units=units,
        left_filler=(chain.start - chain.left_reach, wide_left) if left else None,
        right_filler=(chain.end - right, wide_right) if right else None,
    )


def _line_up(units: Sequence[Unit], start: Length, widths: Sequence[Length]) -> tuple[Unit, ...]:
    moved = []
    for unit, width in zip(units, widths, strict=True):
        moved.append(replace(unit, offset=start, width=width))
        start += width
    return tuple(moved)


def _checked(chain: Chain, units: tuple[Unit, ...]) -> tuple[Unit, ...] | None:
    inside = all(low <= unit.offset and unit.end <= high for unit, (low, high) in zip(units, chain.limits, strict=True))
    return units if inside else None
