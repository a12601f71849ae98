"""The order in which a cabinet is put together, worked out from its parts: what is joined to what, by which fittings.

Boards that are joined to each other are one body: a carcass, a drawer box, the frame of a door. A carcass begins with
all its boards but the upper ones, so that a back can slide into its grooves; then come the back and the upper boards.
All that moves or lies loose follows. Every part and every fitting belongs to exactly one step.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from furnishing.cabinets.cabinet import Cabinet
from furnishing.hardware import Pack
from furnishing.joinery.places import contacts
from furnishing.parts import Part
from reports.assembly_fittings import FIXED, WHEN, fittings_of_steps
from reports.assembly_stages import Planned, Stage, Step

UPPER: Final = frozenset({"top", "stretcher", "desk-top", "valance"})
MOVING: Final = frozenset(
    {"door", "flap", "false-front", "sliding-door", "appliance-front", "stile", "front-rail", "front-panel", "glass"}
)
CARCASS: Final = UPPER | {"side", "partition", "bottom", "fixed-shelf", "rail", "kick"}
FILLER: Final = frozenset({"filler", "filler-strip"})
INSIDE: Final = frozenset({"shelf", "shoe-shelf"})


def steps(cabinet: Cabinet, pack: Pack) -> tuple[Step, ...]:
    """The steps of a cabinet in their order; none for one that is a single board without fittings."""
    plan = _plan(cabinet)
    placed = {part.id: number for number, (_, parts, _) in enumerate(plan) for part in parts}
    shares = fittings_of_steps(cabinet, pack, plan, placed)
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


def _plan(cabinet: Cabinet) -> list[Planned]:
    """All stages with their parts, empty ones included: fittings may still come to them."""
    bodies = _bodies(cabinet)
    frames = [body for body in bodies if any(part.role in {"stile", "front-rail"} for part in body)]
    boxes = [body for body in bodies if any(part.role == "drawer-side" for part in body)]
    carcasses = [body for body in bodies if body not in frames and body not in boxes]
    boxes = [_with(body, cabinet.parts, "drawer-bottom") for body in boxes]
    frames = [_with(body, cabinet.parts, "front-panel", "glass") for body in frames]
    carcasses = _with_loose_boards(carcasses, cabinet, [*frames, *boxes])
    plan: list[Planned] = [(Stage.FITTINGS, (), _fitted_first(cabinet))]
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
        Stage.FILLER: FILLER if any(part.role == "filler-strip" for part in left) else frozenset(),
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
        (Stage.FILLER, loose[Stage.FILLER], ()),
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
