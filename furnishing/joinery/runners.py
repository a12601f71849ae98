"""Runners: screws level in the uprights on both sides of a drawer and in its sides; the front screwed to its box."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from furnishing.cabinets.cabinet import Cabinet, Opens
from furnishing.cabinets.making import Making
from furnishing.hardware import Drill, Pack, RunnerSize
from furnishing.hardware_file import hardware_pack
from furnishing.joinery.hinges import leaf_of
from furnishing.joinery.places import STANDING, ends, normal
from furnishing.joinery.rails import level
from furnishing.joinery.work import Work, suffix
from furnishing.parts import Box, Notch, Part
from furnishing.units import MICROMETRES, Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawer:
    """One drawer box: sides, inner front, back and bottom, and the uprights beside it (None where there is none)."""

    left: Part
    right: Part
    front: Part | None
    back: Part
    bottom: Part | None
    left_upright: Part | None
    right_upright: Part | None


def slide(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with runners on every drawer and with drawer fronts screwed to their boxes."""
    pack, work = hardware_pack(making), Work()
    for drawer in drawers(cabinet):
        _runners(drawer, pack, work)
        _front(cabinet, drawer, pack, work)
    return work.done(cabinet)


def drawers(cabinet: Cabinet) -> tuple[Drawer, ...]:
    """The drawers of a cabinet, each found by its back."""
    by_face: dict[tuple[str, Length], list[Part]] = {}
    for part in cabinet.parts:
        if part.role == "drawer-side":
            by_face.setdefault(("end", part.box.x + part.box.dx), []).append(part)
            by_face.setdefault(("start", part.box.x), []).append(part)
    uprights = [part for part in cabinet.parts if part.role in STANDING and normal(part) == 0]
    found = []
    for back in cabinet.parts:
        if back.role != "drawer-back":
            continue
        left = _beside(by_face.get(("end", back.box.x), []), back)
        right = _beside(by_face.get(("start", back.box.x + back.box.dx), []), back)
        if left is None or right is None:
            continue
        found.append(
            Drawer(
                left=left,
                right=right,
                front=_within(cabinet, left, back, "drawer-box"),
                back=back,
                bottom=_within(cabinet, left, back, "drawer-bottom"),
                left_upright=_upright(uprights, left, -1),
                right_upright=_upright(uprights, right, 1),
            )
        )
    return tuple(found)


def _beside(sides: list[Part], back: Part) -> Part | None:
    return next((side for side in sides if _share(side.box, back.box, 1) and _share(side.box, back.box, 2)), None)


def _share(one: Box, other: Box, axis: int) -> bool:
    a, b = ends(one)[axis], ends(other)[axis]
    return a[0] < b[1] and b[0] < a[1]


def _within(cabinet: Cabinet, left: Part, back: Part, role: str) -> Part | None:
    """The part of a role that belongs to the same drawer: as wide as its back and as high as its side."""
    for part in cabinet.parts:
        if (
            part.role == role
            and _share(part.box, back.box, 0)
            and all(_share(part.box, left.box, axis) for axis in (1, 2))
        ):
            return part
    return None


def _upright(uprights: list[Part], side: Part, sense: int) -> Part | None:
    """The upright whose face lies nearest beside a drawer side, on its left (-1) or its right."""
    near: list[tuple[Length, str, Part]] = []
    for part in uprights:
        low, high = ends(part.box)[0]
        gap = side.box.x - high if sense < 0 else low - side.box.x - side.box.dx
        if gap >= 0 and _share(part.box, side.box, 1) and _share(part.box, side.box, 2):
            near.append((gap, part.id, part))
    return min(near, key=lambda each: each[:2])[2] if near else None


def runner_for(length: Length, pack: Pack) -> RunnerSize:
    """The runners for a drawer box of this length: the longest that is no longer, else the shortest there is."""
    sizes = pack.runners.sizes
    fitting = [size for size in sizes if size.box_length <= length]
    return max(fitting, key=lambda size: size.box_length) if fitting else sizes[0]


def _runners(drawer: Drawer, pack: Pack, work: Work) -> None:
    """Both members of both runners, at the same heights and depths."""
    if drawer.left_upright is None or drawer.right_upright is None:
        return
    rules, size = pack.runners, runner_for(drawer.left.box.dy, pack)
    fixing = f"{suffix(drawer.left).rpartition('.side')[0]}.runner"
    z = drawer.left.box.z + min(rules.row, drawer.left.box.dz // 2)
    front = drawer.left.box.y + drawer.left.box.dy
    uprights, sides = (drawer.left_upright, drawer.right_upright), (drawer.left, drawer.right)
    level(uprights, [(front - place, z) for place in size.carcass], rules.carcass, work, "runner", fixing)
    # From inside an opening the outer faces of a drawer are those that look at the uprights.
    holes = [(front - place, z) for place in size.drawer]
    level(sides, holes, rules.drawer, work, "runner-drawer", fixing, outside=True)
    work.order(size.code)
    work.order(rules.screw, 2 * (len(size.carcass) + len(size.drawer)))
    if rules.mount == "under":
        _rear(drawer, pack, work, fixing)


def _rear(drawer: Drawer, pack: Pack, work: Work, fixing: str) -> None:
    """Notches and hook holes in the back of a drawer on undermount runners."""
    rules, back = pack.runners, drawer.back
    low, high = ends(back.box)[0]
    for start, x in ((low, low + rules.hook_in), (high - rules.notch_width, high - rules.hook_in)):
        cut = Box(start, back.box.y, back.box.z, rules.notch_width, back.box.dy, rules.notch_height)
        work.notches.setdefault(back.id, []).append(Notch(box=cut, purpose="runner"))
        at = (x, back.box.y, back.box.z + rules.notch_height + rules.hook_up)
        work.bore(back, at, 1, 1, rules.hook, "runner-hook", fixing)


MOVES: Final = tuple(move * MICROMETRES["mm"] for move in (0, 6, 12, 18, 24, 30, -6, -12))
"""How far a screw may be moved, towards the middle or upwards, where another hole is in its way."""


def _front(cabinet: Cabinet, drawer: Drawer, pack: Pack, work: Work) -> None:
    """Screws from inside the box into its front; an inner drawer has none."""
    inner, rules = drawer.front, pack.drawer_front
    parts = {part.id: part for part in cabinet.parts}
    if inner is None:
        return
    before = inner.box.y + inner.box.dy
    through = Drill(diameter=rules.clearance, depth=0)

    def clear(target: Part, x: Length, z: Length) -> bool:
        return work.clear(
            [(inner, (x, inner.box.y, z), 1, 1, through), (target, (x, target.box.y, z), 1, 1, rules.pilot)]
        )

    for front in cabinet.fronts:
        if front.opens is not Opens.PULL:
            continue
        leaf = leaf_of(front, parts)
        middle = inner.box.x + inner.box.dx // 2
        if leaf.y[0] < before or not (leaf.z[0] <= inner.box.z + inner.box.dz // 2 <= leaf.z[1]):
            continue
        if not leaf.x[0] <= middle <= leaf.x[1]:
            continue
        for number, (x, z) in enumerate(_corners(inner.box, pack), 1):
            target = next((part for part in leaf.parts if _covers(part.box, x, z)), None)
            if target is None:
                continue
            fixing = f"{suffix(inner)}.front.{number}"
            inward = 1 if x < middle else -1
            tried = [(x + inward * dx, z + dz) for dz in MOVES[:3] for dx in MOVES]
            at = next((each for each in tried if clear(target, *each)), (x, z))
            work.bore(inner, (at[0], inner.box.y, at[1]), 1, 1, through, "front-screw", fixing)
            work.bore(target, (at[0], target.box.y, at[1]), 1, 1, rules.pilot, "front-screw", fixing)
            work.order(rules.screw)
        return


def _corners(box: Box, pack: Pack) -> list[tuple[Length, Length]]:
    """Where the screws of a drawer front stand in its inner front."""
    rules = pack.drawer_front
    end, edge = min(rules.in_end, box.dx // 4), min(rules.in_edge, box.dz // 3)
    low, high = box.z + max(edge, rules.above_floor), box.z + box.dz - edge
    # A low box has room for one row only.
    rows = (low, high) if high - low >= rules.in_edge else ((low + box.z + box.dz) // 2,)
    return [(x, z) for x in (box.x + end, box.x + box.dx - end) for z in rows]


def _covers(box: Box, x: Length, z: Length) -> bool:
    return box.x < x < box.x + box.dx and box.z < z < box.z + box.dz
