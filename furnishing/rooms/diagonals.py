"""Corners from lengths alone: who has no protractor measures diagonals, and three lengths give an angle.

Where the diagonals divide the room into triangles, every corner follows from them, inward ones too. Where they do
not, a diagonal that spans one corner (from the start of a wall to the end of the next) still gives that one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from furnishing.errors import Fault
from furnishing.room import Diagonal
from furnishing.units import Length, show

DIGITS: Final = Decimal("0.000001")
"""Degrees to which a turn is kept: over 30 m that is half a micrometre."""

Pair = tuple[int, int]
Triangle = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Turns:
    """The turn at the end of each wall, which of them follow from diagonals, and what cannot be."""

    turns: tuple[Decimal, ...]
    derived: frozenset[int] = frozenset()
    faults: tuple[Fault, ...] = ()


def angle_between(one: Length, other: Length, across: Length) -> Decimal:
    """The angle in degrees between two sides of a triangle, from these and the side across (law of cosines).

    ValueError where three such lengths make no triangle.
    """
    if max(one, other, across) * 2 >= one + other + across:
        raise ValueError(f"{show(one)}, {show(other)} and {show(across)} mm make no triangle")
    cosine = (one**2 + other**2 - across**2) / (2 * one * other)
    return Decimal(math.degrees(math.acos(cosine))).quantize(DIGITS)


def turns_from(
    lengths: Sequence[Length], turns: Sequence[Decimal], diagonals: Sequence[Diagonal], unit: str = "mm"
) -> Turns:
    """The turns of walls of these lengths: from the diagonals where they tell, else as given in `turns`.

    Faults have paths such as `diagonals[0]`: a corner that is not there, and lengths that make no triangle.
    """
    count = len(lengths)
    given = tuple(turns)
    faults = _unknown(count, diagonals)
    if faults or count < 3 or not diagonals:
        return Turns(given, faults=tuple(faults))
    sides = {_pair(wall, (wall + 1) % count): lengths[wall] for wall in range(count)}
    places = {_pair(each.start, each.end): index for index, each in enumerate(diagonals)}
    known = {pair: diagonals[index].length for pair, index in places.items()} | sides
    triangles = _divided(count, known)
    if triangles is None:
        triangles = [(each, (each + 1) % count, (each + 2) % count) for each in range(count)]
        triangles = [each for each in triangles if _pair(each[0], each[2]) in places]
        return _ears(triangles, given, known, places, unit)
    angles = [Decimal(0)] * count
    for triangle in triangles:
        try:
            for corner, angle in _angles(triangle, known):
                angles[corner] += angle
        except ValueError:
            faults.append(_no_triangle(triangle, known, places, unit))
    if faults:
        # A diagonal that is wrong spoils the triangles on both of its sides: once is enough.
        return Turns(given, faults=tuple({fault.where: fault for fault in reversed(faults)}.values())[::-1])
    # Rounded angles may miss the full turn by some millionths, which closes within a micrometre or two.
    return Turns(tuple(180 - angles[(wall + 1) % count] for wall in range(count)), frozenset(range(count)))


def _pair(one: int, other: int) -> Pair:
    return (min(one, other), max(one, other))


def _unknown(count: int, diagonals: Sequence[Diagonal]) -> list[Fault]:
    """Diagonals that do not run between two corners that no wall joins, and those measured twice."""
    faults: list[Fault] = []
    seen: dict[Pair, int] = {}
    for index, each in enumerate(diagonals):
        path = f"diagonals[{index}]"
        pair = _pair(each.start, each.end)
        ends = (("from", each.start), ("to", each.end))
        missing = [(name, corner) for name, corner in ends if corner >= count]
        for name, corner in missing:
            known = f"the room has corners 0 to {count - 1}, corner 0 where walls[0] starts"
            faults.append(Fault(f"{path}.{name}", f"there is no corner {corner}; {known}"))
        if missing:
            continue
        if pair[1] - pair[0] in (0, 1, count - 1):
            what = "is one corner" if pair[0] == pair[1] else "is a wall"
            faults.append(Fault(path, f"from corner {each.start} to {each.end} {what}; measure across the floor"))
        elif pair in seen:
            faults.append(Fault(path, f"diagonals[{seen[pair]}] joins these corners already; keep one of them"))
        seen.setdefault(pair, index)
    return faults


def _divided(count: int, known: dict[Pair, Length]) -> list[Triangle] | None:
    """The triangles into which known lengths divide the room; None where they do not."""
    found: dict[Pair, list[Triangle] | None] = {}

    def divide(first: int, last: int) -> list[Triangle] | None:
        if last - first == 1:
            return []
        if (first, last) not in found:
            found[first, last] = None
            for middle in range(first + 1, last):
                if (first, middle) not in known or (middle, last) not in known:
                    continue
                before, after = divide(first, middle), divide(middle, last)
                if before is not None and after is not None:
                    found[first, last] = [*before, *after, (first, middle, last)]
                    break
        return found[first, last]

    return divide(0, count - 1)


def _angles(triangle: Triangle, known: dict[Pair, Length]) -> list[tuple[int, Decimal]]:
    """Each corner of a triangle with its angle; the third is what two leave of 180, so that the room closes."""
    a, b, c = triangle
    ab, bc, ca = known[_pair(a, b)], known[_pair(b, c)], known[_pair(c, a)]
    at_a, at_b = angle_between(ab, ca, bc), angle_between(ab, bc, ca)
    return [(a, at_a), (b, at_b), (c, 180 - at_a - at_b)]


def _ears(
    triangles: Sequence[Triangle],
    given: tuple[Decimal, ...],
    known: dict[Pair, Length],
    places: dict[Pair, int],
    unit: str,
) -> Turns:
    """Single corners from the diagonals that span them; which way they turn, the given turn says."""
    turns, faults = list(given), []
    for wall, corner, end in triangles:
        one, other, across = known[_pair(wall, corner)], known[_pair(corner, end)], known[_pair(wall, end)]
        try:
            turn = 180 - angle_between(one, other, across)
        except ValueError:
            faults.append(_no_triangle((wall, corner, end), known, places, unit))
            continue
        turns[wall] = -turn if given[wall] < 0 else turn
    return Turns(tuple(turns), frozenset(wall for wall, _, _ in triangles), tuple(faults))


def _no_triangle(triangle: Triangle, known: dict[Pair, Length], places: dict[Pair, int], unit: str) -> Fault:
    a, b, c = triangle
    sides = sorted(((known[pair], pair) for pair in (_pair(a, b), _pair(b, c), _pair(c, a))), reverse=True)
    (longest, pair), (one, _), (other, _) = sides
    path = f"diagonals[{next(places[each] for _, each in sides if each in places)}]"
    names = f"corners {', '.join(str(corner) for corner in sorted(triangle))}"
    numbers = f"{show(longest, unit)} {unit} from {pair[0]} to {pair[1]}"
    short = f"{show(one, unit)} and {show(other, unit)} {unit} together are not longer"
    return Fault(path, f"{names} make no triangle: {numbers}, and {short}; measure these three again")
