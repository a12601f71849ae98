"""The judge of joinery: does every hole meet its partner?

It shares no code with the passes that drill. It takes the holes of all parts in cabinet coordinates, groups them by
fixing, and asks of each fixing what its purpose demands; then it looks for joints, doors, drawers and shelves that
have no fixing at all. All comparisons are exact.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from furnishing.cabinets.cabinet import Cabinet, Opens
from furnishing.issues import Issue, Level
from furnishing.parts import Bore, Groove, Part
from furnishing.units import Length, show

Hole = tuple[Part, Bore]
Fixings = dict[str, list[Hole]]

CLEARANCE_AND_PILOT: Final = frozenset({"confirmat", "screw", "front-screw", "back-screw", "spacer"})
PAIRED_FACES: Final = frozenset({"runner", "rail-end", "lift", "tilt", "trousers", "runner-drawer"})
"""Purposes whose holes lie in two boards opposite each other, at the same depths and heights."""
STANDOFF: Final[Length] = 5_000
"""A drawer front may stand this far off its box."""
PIN_BELOW: Final[Length] = 10_000
"""The middle of a pin lies at most this far below its shelf."""

UPRIGHTS: Final = frozenset({"side", "partition", "end-panel"})
SPANNING: Final = frozenset({"bottom", "top", "stretcher", "fixed-shelf", "valance", "rail", "kick"})


def unmatched(cabinet: Cabinet) -> tuple[Issue, ...]:
    """Everything in the drilling of a cabinet that has no partner; empty where all fits. All are errors."""
    fixings: dict[str, Fixings] = {}
    for part in cabinet.parts:
        for bore in part.bores:
            fixings.setdefault(bore.purpose, {}).setdefault(bore.fixing, []).append((part, bore))
    return (
        *_screws(fixings),
        *_dowels(fixings),
        *_cams(fixings),
        *_hinges(cabinet, fixings),
        *_level(fixings),
        *_drawers(cabinet, fixings),
        *_shelves(cabinet, fixings.get("shelf-pin", {})),
        *_slots(cabinet),
        *_joints(cabinet),
    )


def _issue(code: str, where: str, message: str) -> Issue:
    fix = "do not drill this cabinet; report it with its style and size"
    return Issue(code=code, level=Level.ERROR, message=message, where=where, fix=fix)


def _mouth(bore: Bore) -> tuple[Length, Length, Length]:
    return (bore.x, bore.y, bore.z)


def _size(part: Part, axis: int) -> Length:
    return (part.box.dx, part.box.dy, part.box.dz)[axis]


def _tip(bore: Bore) -> tuple[Length, Length, Length]:
    """Where the drill stops."""
    at = [bore.x, bore.y, bore.z]
    at[bore.axis] += bore.sense * bore.depth
    return (at[0], at[1], at[2])


def _screws(fixings: dict[str, Fixings]) -> Iterator[Issue]:
    """A through hole and a blind one that goes on from it on the same axis."""
    for purpose in sorted(CLEARANCE_AND_PILOT & fixings.keys()):
        for name, holes in fixings[purpose].items():
            if not _goes_on(holes, STANDOFF if purpose == "front-screw" else 0):
                yield _issue("hole-unmatched", holes[0][0].id, f"the {purpose} {name} has no two holes on one axis")


def _goes_on(holes: list[Hole], standoff: Length) -> bool:
    if len(holes) != 2:
        return False
    (part, first), (_, second) = sorted(holes, key=lambda hole: hole[1].depth < _size(hole[0], hole[1].axis))
    if first.depth != _size(part, first.axis) or (first.axis, first.sense) != (second.axis, second.sense):
        return False
    end, start = _tip(first), _mouth(second)
    gap = (start[first.axis] - end[first.axis]) * first.sense
    aligned = all(end[axis] == start[axis] for axis in range(3) if axis != first.axis)
    return aligned and 0 <= gap <= standoff and first.diameter > second.diameter


def _meet(one: Bore, other: Bore) -> bool:
    """Whether two holes open towards each other at the same point."""
    return _mouth(one) == _mouth(other) and one.axis == other.axis and one.sense == -other.sense


def _dowels(fixings: dict[str, Fixings]) -> Iterator[Issue]:
    for name, holes in fixings.get("dowel", {}).items():
        good = len(holes) == 2 and _meet(holes[0][1], holes[1][1]) and holes[0][1].diameter == holes[1][1].diameter
        if not good or holes[0][0] is holes[1][0]:
            yield _issue("hole-unmatched", holes[0][0].id, f"the dowel {name} has no two holes on one axis")


def _cams(fixings: dict[str, Fixings]) -> Iterator[Issue]:
    bolts, cams = fixings.get("cam-bolt", {}), fixings.get("cam", {})
    for name in sorted(bolts.keys() | cams.keys()):
        channel, cam = bolts.get(name, []), cams.get(name, [])
        where = (channel or cam)[0][0].id
        if len(channel) != 2 or len(cam) != 1 or not _meet(channel[0][1], channel[1][1]):
            yield _issue("hole-unmatched", where, f"the cam {name} and its bolt do not lie on one axis")
            continue
        inner = [bore for part, bore in channel if part is cam[0][0]]
        if len(inner) != 1 or not _reaches(cam[0][1], inner[0]):
            yield _issue("hole-unmatched", where, f"the bolt of {name} does not end in the middle of its cam")


def _reaches(cam: Bore, channel: Bore) -> bool:
    """Whether a bolt's hole ends on the axis of its cam, and the cam is as deep as the bolt lies."""
    end, mouth = _tip(channel), _mouth(cam)
    deep = (end[cam.axis] - mouth[cam.axis]) * cam.sense
    return all(end[axis] == mouth[axis] for axis in range(3) if axis != cam.axis) and 0 < deep <= cam.depth


def _hinges(cabinet: Cabinet, fixings: dict[str, Fixings]) -> Iterator[Issue]:
    """Every cup has two side holes and a plate at its own height; every door that swings hangs on two or more."""
    cups = fixings.get("hinge-cup", {})
    plates, sides = fixings.get("hinge-plate", {}), fixings.get("hinge-side", {})
    for name in sorted(cups.keys() | plates.keys()):
        cup, plate, side = cups.get(name, []), plates.get(name, []), sides.get(name, [])
        heights = [bore.z for _, bore in plate]
        good = len(cup) == 1 and len(plate) == 2 and len({part.id for part, _ in plate}) == 1
        if not (good and sum(heights) == 2 * cup[0][1].z and heights[0] != heights[1]):
            yield _issue("hinge-unmatched", name, f"the hinge {name} has no plate at the height of its cup")
        elif len(side) != 2 or sum(bore.z for _, bore in side) != 2 * cup[0][1].z:
            yield _issue("hinge-unmatched", name, f"the side holes of {name} do not lie level around its cup")
    for front in cabinet.fronts:
        own = {front.part, *front.others}
        if front.opens is Opens.FOLD and not any(part.id in own for holes in cups.values() for part, _ in holes):
            yield _issue("door-without-hinges", front.part, f"{front.part} has no hinges to the door beside it")
        if front.opens not in {Opens.LEFT, Opens.RIGHT}:
            continue
        parts = [part for part in cabinet.parts if part.id in own]
        if any(part.role == "appliance-front" for part in parts):
            continue
        # A door that looks to the right has its left edge nearer to the room.
        sideways = 1 in parts[0].axes
        spans = [(part.box.y, part.box.dy) if sideways else (part.box.x, part.box.dx) for part in parts]
        low, high = min(start for start, _ in spans), max(start + size for start, size in spans)
        hung = [bore for holes in cups.values() for part, bore in holes if part.id in own]
        places = [bore.y if sideways else bore.x for bore in hung]
        wanted = (front.opens is Opens.LEFT) != sideways
        at_edge = [at for at in places if (at - low < high - at) == wanted]
        if len(at_edge) < 2 or len(at_edge) != len(hung):
            count = f"{len(at_edge)} of {len(hung)} hinges at its hinged edge"
            yield _issue("door-without-hinges", front.part, f"{front.part} has {count}; it needs two or more")


def _level(fixings: dict[str, Fixings]) -> Iterator[Issue]:
    """Holes that come in two opposite boards: the same depths and heights in both."""
    for purpose in sorted(PAIRED_FACES & fixings.keys()):
        for name, holes in fixings[purpose].items():
            places: dict[str, set[tuple[Length, Length]]] = {}
            senses = {bore.sense for _, bore in holes}
            for part, bore in holes:
                places.setdefault(part.id, set()).add((bore.y, bore.z))
            found = list(places.values())
            if len(found) != 2 or found[0] != found[1] or len(senses) != 2:
                message = f"the holes of {name} ({purpose}) are not level in two boards"
                yield _issue("runner-unmatched", holes[0][0].id, message)


def _drawers(cabinet: Cabinet, fixings: dict[str, Fixings]) -> Iterator[Issue]:
    """Every drawer back belongs to a drawer with a runner on each side, at the height of its sides."""
    spans = []
    for holes in fixings.get("runner", {}).values():
        low, high = min(bore.x for _, bore in holes), max(bore.x for _, bore in holes)
        spans.append((low, high, holes[0][1].z))
    for back in cabinet.parts:
        if back.role != "drawer-back":
            continue
        box = back.box
        beside = [1 for low, high, _ in spans if low < box.x and box.x + box.dx < high]
        level = [1 for low, high, z in spans if low < box.x and box.x + box.dx < high and box.z <= z <= box.z + box.dz]
        if not beside or len(level) != 1:
            yield _issue("drawer-without-runners", back.id, f"{back.id} has {len(level)} pairs of runners beside it")


def _shelves(cabinet: Cabinet, pins: Fixings) -> Iterator[Issue]:
    """Every adjustable shelf lies on pins, and both of its rows are the same."""
    prefix = f"{cabinet.id}."
    shelves = {part.id.removeprefix(prefix): part for part in cabinet.parts if part.role == "shelf"}
    for name, holes in pins.items():
        places: dict[str, list[Length]] = {}
        for part, bore in holes:
            places.setdefault(part.id, []).append(bore.z)
        rows = [sorted(row) for row in places.values()]
        if len(rows) != 2 or rows[0] != rows[1]:
            yield _issue("pin-unmatched", holes[0][0].id, f"the rows of pins for {name} are not the same on both sides")
        shelf = shelves.get(name)
        if shelf and not any(0 < shelf.box.z - bore.z <= PIN_BELOW for _, bore in holes):
            yield _issue("pin-unmatched", shelf.id, f"no pin lies right below {shelf.id}")
    for name, shelf in shelves.items():
        if name not in pins:
            yield _issue("shelf-without-pins", shelf.id, f"{shelf.id} lies on no pins")


def _slots(cabinet: Cabinet) -> Iterator[Issue]:
    """Every slot of a flat connector has one behind it in another part, of the same size."""
    slots = [(part, each) for part in cabinet.parts for each in part.grooves if each.purpose == "connector"]
    for part, slot in slots:
        if not any(other is not part and _mirrored(slot, each) for other, each in slots):
            yield _issue("hole-unmatched", part.id, f"a slot of {part.id} has none behind it")


def _mirrored(one: Groove, other: Groove) -> bool:
    a, b = one.box, other.box
    if (a.dx, a.dy, a.dz) != (b.dx, b.dy, b.dz):
        return False
    steps = [(abs(b.x - a.x), a.dx), (abs(b.y - a.y), a.dy), (abs(b.z - a.z), a.dz)]
    return sorted(step > 0 for step, _ in steps) == [False, False, True] and all(s in {0, size} for s, size in steps)


def _joints(cabinet: Cabinet) -> Iterator[Issue]:
    """Boards that end against the face of an upright must share a fixing with it."""
    shared: dict[str, set[str]] = {}
    for part in cabinet.parts:
        for bore in part.bores:
            shared.setdefault(f"{bore.purpose}/{bore.fixing}", set()).add(part.id)
    bound = {frozenset(ids) for ids in shared.values() if len(ids) == 2}
    slots = {part.id for part in cabinet.parts for groove in part.grooves if groove.purpose == "connector"}
    spanning = [part for part in cabinet.parts if part.role in SPANNING]
    for upright in (part for part in cabinet.parts if part.role in UPRIGHTS and part.axes == (2, 1)):
        face = upright.box
        for part in spanning:
            box = part.box
            if part.axes[0] != 0 or (box.x != face.x + face.dx and box.x + box.dx != face.x):
                continue
            deep = min(box.y + box.dy, face.y + face.dy) - max(box.y, face.y)
            inside = face.z <= box.z and box.z + box.dz <= face.z + face.dz
            if deep < 2 * part.thickness or not inside or {part.id, upright.id} <= slots:
                continue
            if frozenset({part.id, upright.id}) not in bound and part.section is None and upright.section is None:
                message = f"{part.id} ends against {upright.id} over {show(deep)} mm and nothing holds them together"
                yield _issue("joint-missing", part.id, message)
