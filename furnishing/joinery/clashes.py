"""Clashes of holes with each other, with grooves, edges and boards; geometry in whole micrometres, no tolerance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Final

from shapely import Polygon
from shapely import box as rectangle

from furnishing.cabinets.cabinet import Cabinet
from furnishing.issues import Issue, Level
from furnishing.joinery.places import STANDING, Ends, ends, inside
from furnishing.parts import Bore, Part
from furnishing.reading import open_record
from furnishing.units import Length, show

FORMAT: Final = "furnish-machining/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How near holes may come to each other (`web`), to an edge, and to the far face (`rest`); the body of a hinge."""

    web: Length
    edge: Length
    rest: Length
    hinges_apart: Length
    hinge_beside: Length
    hinge_behind: Length
    hinge_half: Length


@cache
def default_limits() -> Limits:
    """The limits that come with the program."""
    file = resources.files("furnishing").joinpath("data", "machining.json")
    record = open_record(file.read_bytes(), FORMAT, "machining.json")
    record.read_unit()
    record.take("sources")
    group = record.record("limits")
    values = {}
    for field in fields(Limits):
        entry = group.record(field.name)
        values[field.name] = entry.length("value")
        entry.text("source")
    record.finish()
    return Limits(**values)


ONE_FITTING: Final = frozenset({"cam", "cam-bolt", "hinge-cup", "hinge-side"})
"""Holes of one fixing with these purposes may touch: they are one fitting."""
THROUGH: Final = frozenset(
    {"confirmat", "screw", "front-screw", "back-screw", "handle", "cable", "spacer", "shelf-corner"}
)
"""Purposes of holes that may go through a part."""


@dataclass(frozen=True, slots=True)
class _Solid:
    """A hole as the block around it."""

    bore: Bore
    ends: Ends


def clashes(cabinet: Cabinet, limits: Limits | None = None) -> tuple[Issue, ...]:
    """Every clash in the machining of a cabinet, part by part, then hinges that a board is in the way of."""
    rules = limits or default_limits()
    found: list[Issue] = []
    for part in cabinet.parts:
        if part.bores:
            solids = [_solid(bore) for bore in part.bores]
            found += _alone(part, rules)
            found += _in_grooves(part, solids)
            found += _pairs(part, solids, rules)
    found += _blocked(cabinet, rules)
    return tuple(found)


def _solid(bore: Bore) -> _Solid:
    mouth, radius = (bore.x, bore.y, bore.z), (bore.diameter + 1) // 2
    sides = [(at - radius, at + radius) for at in mouth]
    tip = mouth[bore.axis] + bore.sense * bore.depth
    sides[bore.axis] = (min(mouth[bore.axis], tip), max(mouth[bore.axis], tip))
    return _Solid(bore, (sides[0], sides[1], sides[2]))


def _issue(code: str, level: Level, part: Part, message: str, fix: str) -> Issue:
    return Issue(code=code, level=level, message=message, where=part.id, fix=fix)


def _name(bore: Bore) -> str:
    place = " ".join(show(at) for at in (bore.x, bore.y, bore.z))
    return f"the {show(bore.diameter)} mm hole for {bore.purpose} at {place}"


def _alone(part: Part, rules: Limits) -> Iterator[Issue]:
    """Holes off the part, too near an edge, too deep, or through where they must not be."""
    body = ends(part.box)
    for bore in part.bores:
        mouth = (bore.x, bore.y, bore.z)
        low, high = body[bore.axis]
        start = low if bore.sense > 0 else high
        if (mouth[bore.axis] != start and not _at_groove(part, bore)) or not inside(part, mouth):
            yield _issue("hole-off-part", Level.ERROR, part, f"{_name(bore)} does not begin on {part.id}", "report it")
            continue
        margin = min(
            min(mouth[axis] - body[axis][0], body[axis][1] - mouth[axis]) for axis in range(3) if axis != bore.axis
        )
        # Compare twice the distance with the diameter: radii of odd micrometres stay exact.
        left = 2 * margin - bore.diameter
        if margin <= 0:
            yield _issue("hole-off-part", Level.ERROR, part, f"{_name(bore)} lies off {part.id}", "move the fitting")
        elif left < 2 * rules.edge:
            message = f"{_name(bore)} leaves {show(left // 2)} mm to the edge; {show(rules.edge)} mm are needed"
            yield _issue("hole-near-edge", Level.WARNING, part, message, "move the fitting away from the edge")
        rest = high - low - bore.depth
        if rest < 0 or (rest == 0 and bore.purpose not in THROUGH) or 0 < rest < rules.rest:
            message = f"{_name(bore)} is {show(bore.depth)} mm deep in {show(high - low)} mm"
            yield _issue("hole-too-deep", Level.ERROR, part, message, "take a thicker board or a flatter fitting")


def _at_groove(part: Part, bore: Bore) -> bool:
    """Whether a hole begins at the bottom of a groove, as screws in a rebate do."""
    at = (bore.x, bore.y, bore.z)[bore.axis]
    for groove in part.grooves:
        low, high = ends(groove.box)[bore.axis]
        if at == (high if bore.sense > 0 else low):
            return True
    return False


def _in_grooves(part: Part, solids: list[_Solid]) -> Iterator[Issue]:
    """Holes that run into a groove or a notch."""
    cuts = [(groove.box, "groove", groove.purpose) for groove in part.grooves]
    cuts += [(notch.box, "notch", notch.purpose) for notch in part.notches]
    for box, word, purpose in cuts:
        gap = ends(box)
        for solid in solids:
            if _enters(solid, gap):
                message = f"{_name(solid.bore)} runs into the {word} for {purpose}"
                yield _issue(f"hole-in-{word}", Level.ERROR, part, message, "move the fitting")


def _enters(solid: _Solid, gap: Ends) -> bool:
    bore = solid.bore
    if any(solid.ends[axis][1] <= gap[axis][0] or gap[axis][1] <= solid.ends[axis][0] for axis in range(3)):
        return False
    middle = (bore.x, bore.y, bore.z)
    apart = sum(_away(middle[axis], gap[axis]) ** 2 for axis in range(3) if axis != bore.axis)
    return 4 * apart < bore.diameter**2


def _away(at: Length, span: tuple[Length, Length]) -> Length:
    return max(span[0] - at, at - span[1], 0)


def _pairs(part: Part, solids: list[_Solid], rules: Limits) -> Iterator[Issue]:
    """Holes of one part that meet or nearly meet, found along its length."""
    along = part.axes[0]
    order = sorted(solids, key=lambda solid: (solid.ends[along], solid.bore.purpose, solid.bore.fixing))
    for number, one in enumerate(order):
        reach = one.ends[along][1] + rules.web
        for other in order[number + 1 :]:
            if other.ends[along][0] >= reach:
                break
            if any(
                one.ends[axis][1] + rules.web <= other.ends[axis][0]
                or other.ends[axis][1] + rules.web <= one.ends[axis][0]
                for axis in range(3)
            ):
                continue
            issue = _pair(part, one, other, rules)
            if issue:
                yield issue


def _pair(part: Part, one: _Solid, other: _Solid, rules: Limits) -> Issue | None:
    a, b = one.bore, other.bore
    same = a.fixing == b.fixing
    if (a.x, a.y, a.z, a.axis, a.sense) == (b.x, b.y, b.z, b.axis, b.sense):
        return _issue("hole-twice", Level.ERROR, part, f"{_name(a)} is drilled twice", "report it")
    if same and a.purpose in ONE_FITTING and b.purpose in ONE_FITTING:
        return None
    if a.axis == b.axis:
        return _parallel(part, one, other, rules)
    if _cross(one, other, 0):
        return _issue("holes-meet", Level.ERROR, part, f"{_name(a)} meets {_name(b)}", "move one of the fittings")
    if _cross(one, other, rules.web):
        message = f"{_name(a)} comes nearer than {show(rules.web)} mm to {_name(b)}"
        return _issue("holes-near", Level.WARNING, part, message, "move one of the fittings")
    return None


def _parallel(part: Part, one: _Solid, other: _Solid, rules: Limits) -> Issue | None:
    """Holes side by side or face to face."""
    a, b = one.bore, other.bore
    axis = a.axis
    apart = sum(((a.x, a.y, a.z)[each] - (b.x, b.y, b.z)[each]) ** 2 for each in range(3) if each != axis)
    between = max(one.ends[axis][0], other.ends[axis][0]) - min(one.ends[axis][1], other.ends[axis][1])
    radii = a.diameter + b.diameter
    if 4 * apart < radii**2:
        if between < rules.rest:
            return _issue("holes-meet", Level.ERROR, part, f"{_name(a)} meets {_name(b)}", "move one of the fittings")
        return None
    if between < 0 and 4 * apart < (radii + 2 * rules.web) ** 2:
        message = f"{_name(a)} leaves less than {show(rules.web)} mm of wood to {_name(b)}"
        return _issue("holes-near", Level.WARNING, part, message, "move one of the fittings")
    return None


def _cross(one: _Solid, other: _Solid, web: Length) -> bool:
    """Whether two holes at right angles share a point, the first one wider by `web` all round."""
    a, b = one.bore, other.bore
    third = 3 - a.axis - b.axis
    at_a, at_b = (a.x, a.y, a.z), (b.x, b.y, b.z)
    grown = a.diameter + 2 * web
    # What is left of each radius (doubled, squared) where the other hole's length ends beside its axis.
    left_a = grown**2 - 4 * _away(at_a[b.axis], other.ends[b.axis]) ** 2
    low, high = one.ends[a.axis]
    left_b = b.diameter**2 - 4 * _away(at_b[a.axis], (low - web, high + web)) ** 2
    if left_a <= 0 or left_b <= 0:
        return False
    # 2 d < sqrt(left_a) + sqrt(left_b), squared twice so that no root is taken.
    rest = 4 * (at_a[third] - at_b[third]) ** 2 - left_a - left_b
    return rest < 0 or rest**2 < 4 * left_a * left_b


LOW_BOARDS: Final = frozenset(
    {"shelf", "fixed-shelf", "shoe-shelf", "bottom", "top", "stretcher", "rail", "valance", "drawer-side", "drawer-box"}
)


def _hits(part: Part, place: Ends, body: Ends) -> bool:
    """Whether a board meets a block: its box does, and of a board that lies aslant also its true shape."""
    if any(place[i][1] <= body[i][0] or body[i][1] <= place[i][0] for i in range(3)):
        return False
    section = part.section
    if section is None:
        return True
    (u0, u1), (v0, v1) = (body[i] for i in range(3) if i != section.axis)
    return bool(Polygon(section.points).intersects(rectangle(u0, v0, u1, v1)))


def _blocked(cabinet: Cabinet, rules: Limits) -> Iterator[Issue]:
    """Hinges whose body a shelf or drawer is in the way of, and hinges of one upright too near each other."""
    plates: dict[tuple[str, str], list[tuple[Part, Bore]]] = {}
    for part in cabinet.parts:
        for bore in part.bores:
            if bore.purpose == "hinge-plate" and bore.axis == 0 and part.role in STANDING:
                plates.setdefault((part.id, bore.fixing), []).append((part, bore))
    boards = [(part, ends(part.box)) for part in cabinet.parts if part.role in LOW_BOARDS]
    heights: dict[tuple[str, int], list[tuple[Length, str]]] = {}
    for (_, fixing), holes in plates.items():
        upright, bore = holes[0]
        z = sum(each.z for _, each in holes) // len(holes)
        x = (bore.x, bore.x + rules.hinge_beside) if bore.sense < 0 else (bore.x - rules.hinge_beside, bore.x)
        body = (
            x,
            (bore.y - rules.hinge_behind, bore.y + rules.hinge_half),
            (z - rules.hinge_half, z + rules.hinge_half),
        )
        for part, place in boards:
            if part is not upright and _hits(part, place, body):
                message = f"{part.id} is in the way of hinge {fixing} at {show(z)} mm on {upright.id}"
                yield _issue("hinge-blocked", Level.ERROR, part, message, "move the shelf or the hinge")
        heights.setdefault((upright.id, bore.sense), []).append((z, fixing))
    for (id, _), found in heights.items():
        found.sort()
        for (low, one), (high, other) in pairwise(found):
            if high - low < rules.hinges_apart:
                message = f"hinges {one} and {other} are {show(high - low)} mm apart on {id}"
                part = cabinet.part(id)
                yield _issue("hinges-near", Level.ERROR, part, message, "move one of the hinges")
