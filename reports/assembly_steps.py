"""The order in which a cabinet is put together, worked out from its parts: what is joined to what, by which fittings.

Boards that are joined to each other are one body: a carcass, a drawer box, the frame of a door. A carcass begins with
all its boards but the upper ones, so that a back can slide into its grooves; then come the back and the upper boards.
All that moves or lies loose follows. Fittings are shared out by the holes they sit in; every part and every fitting
belongs to exactly one step.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Any, Final

from furnishing.cabinets.cabinet import Cabinet, HardwareItem
from furnishing.hardware import Pack
from furnishing.joinery.places import contacts
from furnishing.parts import Bore, Part


class Stage(StrEnum):
    """What a step does; also the name of its text."""

    FITTINGS = "fittings"
    FRAMES = "frames"
    JOIN = "join"
    BACK = "back"
    CLOSE = "close"
    LEGS = "legs"
    WALL = "wall"
    INSIDE = "inside"
    BOXES = "boxes"
    DRAWERS = "drawers"
    FRONTS = "fronts"
    HANDLES = "handles"
    REST = "rest"


ORDER: Final = tuple(Stage)

WHEN: Final = {
    "hinge-plate": Stage.FITTINGS,
    "runner": Stage.FITTINGS,
    "hanger": Stage.FITTINGS,
    "lift": Stage.FITTINGS,
    "tilt": Stage.FITTINGS,
    "leg": Stage.LEGS,
    "plinth-clip": Stage.LEGS,
    "anchor": Stage.WALL,
    "shelf-pin": Stage.INSIDE,
    "shelf-corner": Stage.INSIDE,
    "rail-end": Stage.INSIDE,
    "trousers": Stage.INSIDE,
    "runner-drawer": Stage.BOXES,
    "front-screw": Stage.DRAWERS,
    "hinge-cup": Stage.FRONTS,
    "hinge-side": Stage.FRONTS,
    "flap-arm": Stage.FRONTS,
    "drop": Stage.FRONTS,
    "rollers": Stage.FRONTS,
    "handle": Stage.HANDLES,
    "cable": Stage.REST,
}
"""At which stage fittings of a purpose are fitted; all others when the last part they hold is there."""

PURPOSES: Final = {
    "confirmat": ("confirmat",),
    "cam": ("cam", "cam-bolt"),
    "dowel": ("dowel",),
    "connector": ("connector",),
    "screw": ("screw",),
    "hinges": ("hinge-cup",),
    "runners": ("runner",),
    "drawer_front": ("front-screw",),
    "lifts": ("lift",),
    "pins": ("shelf-pin",),
    "rails": ("rail-end",),
    "legs": ("leg",),
    "handles": ("handle",),
    "back_screw": ("back-screw",),
    "hanger": ("hanger",),
    "anchor": ("anchor",),
    "trousers": ("trousers",),
    "tilt": ("tilt",),
    "drop": ("drop",),
    "spacer": ("spacer",),
    "grommet": ("cable",),
    "sliding": ("rollers",),
}
"""The holes for which the articles of each record of a hardware pack are taken."""

OWN_PURPOSES: Final = {
    ("hinges", "plate"): ("hinge-plate",),
    ("hinges", "special_plate"): ("hinge-plate",),
    ("runners", "screw"): ("runner", "runner-drawer"),
    ("legs", "clip"): ("plinth-clip",),
    ("pins", "corner"): ("shelf-corner",),
}

FIXED: Final = frozenset({"confirmat", "cam", "cam-bolt", "dowel", "screw", "spacer"})
"""Purposes whose holes join parts into one body."""

UPPER: Final = frozenset({"top", "stretcher", "desk-top", "valance"})
MOVING: Final = frozenset(
    {"door", "flap", "false-front", "sliding-door", "appliance-front", "stile", "front-rail", "front-panel", "glass"}
)
CARCASS: Final = UPPER | {"side", "partition", "bottom", "fixed-shelf", "rail", "kick"}
INSIDE: Final = frozenset({"shelf", "shoe-shelf"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: the parts that come to those that are there `before`, and the fittings that are used.

    `shown` are the parts of its picture; those in `parts` are moved towards their place.
    """

    stage: Stage
    parts: tuple[Part, ...]
    before: tuple[Part, ...]
    hardware: tuple[HardwareItem, ...] = ()
    shown: tuple[Part, ...] = ()
    grooved: bool = False


def steps(cabinet: Cabinet, pack: Pack) -> tuple[Step, ...]:
    """The steps of a cabinet in their order; none for one that is a single board without fittings."""
    plan = _plan(cabinet)
    placed = {part.id: number for number, (_, parts, _) in enumerate(plan) for part in parts}
    shares = _hardware(cabinet, pack, plan, placed)
    found: list[Step] = []
    there: list[Part] = []
    for number, (stage, parts, shown) in enumerate(plan):
        hardware = shares.get(number, ())
        before = tuple(there)
        there += parts
        if parts or hardware:
            grooved = stage is Stage.BACK and any(_in_groove(part, before) for part in parts)
            step = Step(
                stage=stage, parts=parts, before=before, hardware=hardware, shown=shown or parts, grooved=grooved
            )
            found.append(step)
    return tuple(found)


_Planned = tuple[Stage, tuple[Part, ...], tuple[Part, ...]]
"""Stage, new parts, and the parts to show where those are others."""


def _plan(cabinet: Cabinet) -> list[_Planned]:
    """All stages with their parts, empty ones included: fittings may still come to them."""
    bodies = _bodies(cabinet)
    frames = [body for body in bodies if any(part.role in {"stile", "front-rail"} for part in body)]
    boxes = [body for body in bodies if any(part.role == "drawer-side" for part in body)]
    carcasses = [body for body in bodies if body not in frames and body not in boxes]
    boxes = [_with(body, cabinet.parts, "drawer-bottom") for body in boxes]
    frames = [_with(body, cabinet.parts, "front-panel", "glass") for body in frames]
    carcasses = _with_loose_boards(carcasses, cabinet, [*frames, *boxes])
    plan: list[_Planned] = [(Stage.FITTINGS, (), _fitted_first(cabinet))]
    taken = {part.id for body in (*frames, *boxes) for part in body}
    for body in carcasses:
        upper = [part for part in body if part.role in UPPER]
        upper = upper if len(upper) < len(body) else []
        backs = [part for part in cabinet.parts if part.role == "back" and part.id not in taken and _meets(part, body)]
        lower = tuple(part for part in body if part not in upper)
        plan += [(Stage.JOIN, lower, ()), (Stage.BACK, tuple(backs), ()), (Stage.CLOSE, tuple(upper), ())]
        taken |= {part.id for part in (*body, *backs)}
    left = [part for part in cabinet.parts if part.id not in taken]
    box_parts = tuple(part for body in boxes for part in body)
    frame_parts = tuple(part for body in frames for part in body)
    by_stage = {
        Stage.LEGS: {"plinth"},
        Stage.INSIDE: INSIDE,
        Stage.DRAWERS: {"drawer-front"},
        Stage.FRONTS: MOVING,
    }
    loose = {stage: tuple(part for part in left if part.role in roles) for stage, roles in by_stage.items()}
    gone = {part.id for parts in loose.values() for part in parts}
    rest = tuple(part for part in left if part.id not in gone)
    fronts = loose[Stage.FRONTS]
    doors = {front.part for front in cabinet.fronts}
    handled = tuple(part for part in cabinet.parts if any(bore.purpose == "handle" for bore in part.bores))
    return [
        *plan,
        (Stage.LEGS, loose[Stage.LEGS], ()),
        (Stage.WALL, (), ()),
        (Stage.INSIDE, loose[Stage.INSIDE], ()),
        (Stage.BOXES, box_parts, boxes[0] if boxes else ()),
        (Stage.DRAWERS, loose[Stage.DRAWERS], (*box_parts, *loose[Stage.DRAWERS])),
        (Stage.FRAMES, frame_parts, frames[0] if frames else ()),
        (Stage.FRONTS, fronts, tuple(part for part in (*frame_parts, *fronts) if fronts or part.id in doors)),
        (Stage.HANDLES, (), handled),
        (Stage.REST, rest, ()),
    ]


def _fitted_first(cabinet: Cabinet) -> tuple[Part, ...]:
    """The boards that fittings are screwed to before anything is joined."""
    first = {purpose for purpose, stage in WHEN.items() if stage is Stage.FITTINGS}
    return tuple(part for part in cabinet.parts if any(bore.purpose in first for bore in part.bores))


def _bodies(cabinet: Cabinet) -> list[tuple[Part, ...]]:
    """Parts that are joined to each other, in the order of the parts; the lowest body first."""
    group = {part.id: part.id for part in cabinet.parts}

    def root(id: str) -> str:
        while group[id] != id:
            id = group[id]
        return id

    pairs = [(each.end.id, each.face.id) for each in contacts(cabinet)]
    by_fixing: dict[str, list[str]] = {}
    for part in cabinet.parts:
        for bore in part.bores:
            if bore.purpose in FIXED and bore.fixing:
                by_fixing.setdefault(bore.fixing, []).append(part.id)
    pairs += [(ids[0], other) for ids in by_fixing.values() for other in ids[1:]]
    for one, other in pairs:
        group[root(one)] = root(other)
    bodies: dict[str, list[Part]] = {}
    for part in cabinet.parts:
        bodies.setdefault(root(part.id), []).append(part)
    found = [tuple(body) for body in bodies.values() if len(body) > 1]
    return sorted(found, key=lambda body: (min(part.box.z for part in body), min(part.box.x for part in body)))


def _with(body: tuple[Part, ...], parts: Sequence[Part], *roles: str) -> tuple[Part, ...]:
    """A body with the panels that sit in its grooves."""
    return (*body, *(part for part in parts if part.role in roles and part not in body and _in_groove(part, body)))


def _with_loose_boards(
    carcasses: Sequence[tuple[Part, ...]], cabinet: Cabinet, others: Sequence[tuple[Part, ...]]
) -> list[tuple[Part, ...]]:
    """The carcasses with boards of theirs that no hole joins, as under a slope: each to the first that it touches."""
    joined = {part.id for body in (*carcasses, *others) for part in body}
    loose = [part for part in cabinet.parts if part.role in CARCASS and part.id not in joined]
    bodies = [list(body) for body in carcasses]
    for part in loose:
        body = next((body for body in bodies if _meets(part, body)), None)
        if body is not None:
            body.append(part)
    return [tuple(body) for body in bodies]


def _in_groove(part: Part, body: Iterable[Part]) -> bool:
    return any(part.box.overlap(other.box) for other in body if other.id != part.id)


def _meets(part: Part, body: Iterable[Part]) -> bool:
    """Whether a part touches one of a body, or sits in its grooves."""
    for other in body:
        a, b = part.box, other.box
        spans = (
            min(a.x + a.dx, b.x + b.dx) - max(a.x, b.x),
            min(a.y + a.dy, b.y + b.dy) - max(a.y, b.y),
            min(a.z + a.dz, b.z + b.dz) - max(a.z, b.z),
        )
        if min(spans) >= 0:
            return True
    return False


def _hardware(
    cabinet: Cabinet, pack: Pack, plan: Sequence[_Planned], placed: dict[str, int]
) -> dict[int, tuple[HardwareItem, ...]]:
    """The fittings of each step: each article shared out by the holes of its purposes, none left over."""
    uses = _uses(cabinet, plan, placed)
    purposes = article_purposes(pack)
    found: dict[int, list[HardwareItem]] = {}
    for item in cabinet.hardware:
        weights: Counter[int] = Counter()
        for purpose in purposes.get(item.code, ()):
            weights.update(uses.get(purpose, {}))
        if not weights:
            weights[_without_holes(purposes.get(item.code, ()), plan)] = 1
        for number, quantity in shared(item.quantity, weights).items():
            share = HardwareItem(code=item.code, quantity=quantity, length=item.length, width=item.width)
            found.setdefault(number, []).append(share)
    return {number: tuple(items) for number, items in found.items()}


def _without_holes(purposes: Sequence[str], plan: Sequence[_Planned]) -> int:
    """The step of fittings that no hole is drilled for: screws join the last board of a carcass."""
    stages = [stage for stage, _, _ in plan]
    known = [WHEN[each] for each in purposes if each in WHEN]
    if known:
        return stages.index(known[0])
    closing = [i for i, (stage, parts, _) in enumerate(plan) if stage in {Stage.JOIN, Stage.CLOSE} and parts]
    return closing[-1] if closing and FIXED & set(purposes) else stages.index(Stage.REST)


def _uses(cabinet: Cabinet, plan: Sequence[_Planned], placed: dict[str, int]) -> dict[str, Counter[int]]:
    """For each purpose how many holes are filled at which step."""
    stages = [stage for stage, _, _ in plan]
    last: dict[str, int] = {}
    for part in cabinet.parts:
        for bore in part.bores:
            last[bore.fixing] = max(last.get(bore.fixing, 0), placed[part.id])
    found: dict[str, Counter[int]] = {}

    def use(bore: Bore, part: Part) -> None:
        when = WHEN.get(bore.purpose)
        number = stages.index(when) if when else last[bore.fixing] if bore.fixing else placed[part.id]
        found.setdefault(bore.purpose, Counter())[number] += 1

    for part in cabinet.parts:
        for bore in part.bores:
            use(bore, part)
        for groove in part.grooves:
            if groove.purpose == "connector":
                found.setdefault("connector", Counter())[placed[part.id]] += 1
    return found


def article_purposes(pack: Pack) -> dict[str, tuple[str, ...]]:
    """The purposes of holes that each article of a pack belongs to, by code."""
    found: dict[str, set[str]] = {}
    for section, general in PURPOSES.items():
        for name, code in _codes(getattr(pack, section)):
            for purpose in OWN_PURPOSES.get((section, name), general):
                found.setdefault(code, set()).add(purpose)
    return {code: tuple(sorted(purposes)) for code, purposes in found.items()}


def _codes(value: Any, name: str = "") -> Iterable[tuple[str, str]]:
    """The texts in a record of a pack with the names of their fields: codes of articles, and a few words."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, tuple):
        for each in value:
            yield from _codes(each, name)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _codes(getattr(value, field.name), field.name)


def shared(quantity: int, weights: Counter[int]) -> dict[int, int]:
    """A quantity shared out in proportion to the weights, whole numbers, by the largest remainders."""
    whole = sum(weights.values())
    exact = {number: quantity * weight for number, weight in sorted(weights.items())}
    found = {number: share // whole for number, share in exact.items()}
    order = sorted(exact, key=lambda number: (-(exact[number] % whole), number))
    for number in order[: quantity - sum(found.values())]:
        found[number] += 1
    return {number: count for number, count in found.items() if count}
