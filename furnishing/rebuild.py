"""The judge of furniture: do the parts of a cabinet rebuild it?

It shares no formula with the cabinet kinds. It takes the boxes, grooves and notches of the parts as solids, in
whole micrometres, and asks: do two overlap, does one hang in the air, does one stick out, is the niche of an
appliance free, and do finished and cut sizes agree with the solid and with the bands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations, pairwise, product
from typing import Final

from furnishing.cabinets.cabinet import Cabinet, Use
from furnishing.catalogue import Catalogue
from furnishing.construction import Construction
from furnishing.issues import Issue, Level
from furnishing.parts import Box, Groove, Notch, Part
from furnishing.rebuild_prisms import fills_box, near, prisms, shared, sized
from furnishing.units import Length, show

Ends = tuple[tuple[Length, Length], tuple[Length, Length], tuple[Length, Length]]


def rebuild(cabinet: Cabinet, catalogue: Catalogue, construction: Construction) -> tuple[Issue, ...]:
    """Everything that keeps the parts from being this cabinet; empty where they fit exactly. All are errors."""
    found = [*_ids(cabinet)]
    for part in cabinet.parts:
        found += _sizes(part, catalogue, construction)
        found += _grooves(part)
        found += _notches(part)
        found += _sections(part)
        if not _within(_ends(part.box), ((0, cabinet.width), (0, cabinet.depth), (0, cabinet.height))):
            found.append(_issue("part-outside", part.id, f"{part.id} sticks out of {cabinet.id}"))
    for one, other in combinations(cabinet.parts, 2):
        common = overlap(one, other)
        if common:
            message = f"{one.id} and {other.id} fill the same {common / 10**9:f} mm3"
            found.append(_issue("parts-overlap", one.id, message))
    found += _filled_niches(cabinet)
    found += _loose(cabinet, construction)
    found += _short(cabinet, construction)
    return tuple(found)


def overlap(one: Part, other: Part) -> int:
    """The volume that two parts share, their grooves and notches taken away, in cubic micrometres."""
    if one.box.overlap(other.box) == 0:
        return 0
    if one.section is None and other.section is None:
        return sum(a.overlap(b) for a in solid(one) for b in solid(other))
    return sum(shared(a, b) for a in prisms(one, solid(one)) for b in prisms(other, solid(other)))


def solid(part: Part) -> tuple[Box, ...]:
    """A part as blocks that do not overlap: its box cut along every groove face, without what is in a groove.

    Notches are taken away like grooves.
    """
    away = [*(groove.box for groove in part.grooves), *(notch.box for notch in part.notches)]
    holes = [_ends(box) for box in away]
    body = _ends(part.box)
    marks = []
    for axis in range(3):
        low, high = body[axis]
        inner = {at for hole in holes for at in hole[axis] if low < at < high}
        marks.append(sorted({low, high, *inner}))
    blocks = []
    for x, y, z in product(*(list(pairwise(line)) for line in marks)):
        if not any(_within((x, y, z), hole) for hole in holes):
            blocks.append(Box(x[0], y[0], z[0], x[1] - x[0], y[1] - y[0], z[1] - z[0]))
    return tuple(blocks)


def touch(one: Part, other: Part, standoff: Length = 0) -> bool:
    """Whether faces of two parts meet, or face each other at most `standoff` apart."""
    if not _near(_ends(one.box), _ends(other.box), standoff):
        return False
    if one.section is None and other.section is None:
        return _meet(solid(one), solid(other), standoff)
    pairs = product(prisms(one, solid(one)), prisms(other, solid(other)))
    return any(near(a, b, standoff) for a, b in pairs if not a.shape.is_empty and not b.shape.is_empty)


def _meet(one: Iterable[Box], other: Iterable[Box], standoff: Length) -> bool:
    return any(_near(_ends(a), _ends(b), standoff) for a, b in product(one, other))


def _near(a: Ends, b: Ends, standoff: Length) -> bool:
    spans = [min(a[axis][1], b[axis][1]) - max(a[axis][0], b[axis][0]) for axis in range(3)]
    apart = [span for span in spans if span <= 0]
    return len(apart) == 0 or (len(apart) == 1 and -apart[0] <= standoff)


APPLIANCES: Final = frozenset({Use.OVEN, Use.MICROWAVE, Use.FRIDGE, Use.DISHWASHER, Use.WASHER})
"""Uses of spaces that an appliance fills."""
STANDING: Final = frozenset({Use.DISHWASHER, Use.WASHER})
"""Appliances that stand on the floor and carry the front before them."""


def _filled_niches(cabinet: Cabinet) -> list[Issue]:
    """Parts that stand where an appliance goes."""
    niches = [space for space in cabinet.spaces if space.use in APPLIANCES]
    return [
        _issue("niche-filled", part.id, f"{part.id} stands in the niche for the {niche.use.value} of {cabinet.id}")
        for niche in niches
        for part in cabinet.parts
        if any(block.overlap(niche.box) for block in solid(part))
    ]


def _loose(cabinet: Cabinet, construction: Construction) -> list[Issue]:
    """Parts not held, directly or through others, by the first part or by an appliance that stands on the floor."""
    standoffs = _standoffs(cabinet, construction)
    niches = [space.box for space in cabinet.spaces if space.use in STANDING]
    held = [part for part in cabinet.parts if _meet(solid(part), niches, standoffs.get(part.role, 0))]
    held = held or list(cabinet.parts[:1])
    waiting = [part for part in cabinet.parts if part not in held]
    for part in held:
        for other in list(waiting):
            if touch(part, other, max(standoffs.get(part.role, 0), standoffs.get(other.role, 0))):
                waiting.remove(other)
                held.append(other)
    return [_issue("part-loose", part.id, f"{part.id} touches nothing that holds {cabinet.id}") for part in waiting]


def _short(cabinet: Cabinet, construction: Construction) -> list[Issue]:
    """Parts that should reach from upright to upright and end in the air on the left or on the right.

    A board cut to an L around a corner reaches from the end of one leg to that of the other.
    """
    standoffs = _standoffs(cabinet, construction)
    found = []
    for part in (part for part in cabinet.parts if part.role in SPANNING):
        play, corner = standoffs.get(part.role, 0), _corner(part)
        others = [other.box for other in cabinet.parts if other is not part and other.role != "back"]
        for word, sense in (("left", -1), ("right", 1)):
            leg = corner == -sense and _reaches(part, others, 1, 1, play)
            if not leg and not _reaches(part, others, 0, sense, play):
                found.append(_issue("part-short", part.id, f"{part.id} reaches nothing on its {word}"))
    return found


def _reaches(part: Part, others: Iterable[Box], axis: int, sense: int, play: Length) -> bool:
    """Whether the end of a part on this axis lies against another; bottoms and tops may run past what they meet."""
    reach = 1 if part.role in {"bottom", "top"} else 0
    low, high = _ends(part.box)[axis]
    at = high + play if sense > 0 else low - play
    ends = [*_ends(part.box)[:2], (part.box.z - reach, part.box.z + part.box.dz + reach)]
    ends[axis] = (at - 1, at + 1)
    sliver = Box(*(start for start, _ in ends), *(end - start for start, end in ends))
    return any(other.overlap(sliver) for other in others)


def _corner(part: Part) -> int:
    """Where a front corner of a lying part is cut away: -1 on the left, +1 on the right, 0 where none is."""
    (x, x_end), (_, front), _ = _ends(part.box)
    for notch in part.notches:
        (left, right), (_, near), _ = _ends(notch.box)
        if near == front and (left == x) != (right == x_end):
            return -1 if left == x else 1
    return 0


SPANNING: Final = frozenset(
    ["bottom", "top", "stretcher", "rail", "valance", "kick", "shelf", "fixed-shelf", "drawer-box", "drawer-back"]
)
"""Roles whose ends both meet an upright."""


def _standoffs(cabinet: Cabinet, construction: Construction) -> dict[str, Length]:
    """How far parts of a role may stand off from what holds them: inset fronts by their gap all around."""
    fronts = {front.part for front in cabinet.fronts}
    inset = any(part.id in fronts and part.box.y < cabinet.carcass_depth for part in cabinet.parts)
    before = construction.inset_gap_most if inset else construction.bumper
    return {
        "shelf": max(construction.shelf_side_play, construction.shelf_rear_play),
        "shoe-shelf": construction.shelf_side_play,
        "door": before,
        "stile": before,
        "drawer-front": before,
        "drawer-side": construction.drawer_gap_most,
        "flap": before,
        "false-front": before,
        "appliance-front": before,
        "filler": construction.bumper,
        "sliding-door": max(construction.sliding_below, construction.sliding_track_gap),
    }


def _ids(cabinet: Cabinet) -> list[Issue]:
    counts = Counter(part.id for part in cabinet.parts)
    found = [_issue("part-id-twice", id, f"{count} parts are called {id}") for id, count in counts.items() if count > 1]
    for part in cabinet.parts:
        if part.cabinet != cabinet.id or not part.id.startswith(f"{cabinet.id}."):
            found.append(_issue("part-id-foreign", part.id, f"{part.id} does not belong to {cabinet.id}"))
    unknown = sorted({front.part for front in cabinet.fronts} - counts.keys())
    return found + [_issue("front-missing", id, f"the front {id} is no part of {cabinet.id}") for id in unknown]


def _sizes(part: Part, catalogue: Catalogue, construction: Construction) -> list[Issue]:
    found = []
    if not sized(part):
        found.append(_issue("size-wrong", part.id, f"the sizes of {part.id} are not those of its place"))
    if part.bought:
        return found
    material = catalogue.material(part.material)
    if material.thickness != part.thickness:
        message = f"{part.id} is {show(part.thickness)} mm thick and {part.material} is {show(material.thickness)} mm"
        found.append(_issue("thickness-wrong", part.id, message))
    edges = part.edges
    for axis, finished, cut, ends in (
        ("length", part.length, part.cut_length, (edges.left, edges.right)),
        ("width", part.width, part.cut_width, (edges.bottom, edges.top)),
    ):
        thick = [catalogue.band(code).thickness for code in ends if code is not None]
        bands, milled = sum(thick), sum(_milled(part, each, construction) for each in thick)
        scribe = part.scribe if axis == "width" else 0
        if cut - scribe - milled + bands != finished or cut <= 0 or scribe < 0:
            sum_up = f"cut {show(cut - scribe)} + bands {show(bands)} - milled off {show(milled)}"
            message = f"{part.id}: {axis} {sum_up} is not {show(finished)} mm"
            found.append(_issue("cut-size-wrong", part.id, message))
    return found


def _milled(part: Part, band: Length, construction: Construction) -> Length:
    """What the edge bander takes off a sawn edge before a band of this thickness."""
    amounts = {"none": 0, "band": band, "fixed": construction.premill_carcass}
    if part.role in FRONTS:
        amounts["fixed"] = construction.premill_fronts
    return amounts[construction.premill]


FRONTS: Final = frozenset(
    {
        "door",
        "drawer-front",
        "flap",
        "false-front",
        "sliding-door",
        "stile",
        "front-rail",
        "front-panel",
        "appliance-front",
    }
)
"""Roles whose edges the bander mills as it does those of fronts."""


def _grooves(part: Part) -> list[Issue]:
    bad = [groove for groove in part.grooves if not _groove_fits(part, groove)]
    return [_issue("groove-wrong", part.id, f"a groove of {part.id} ({groove.purpose}) is not in it") for groove in bad]


def _groove_fits(part: Part, groove: Groove) -> bool:
    """A groove lies within its part, opens on a face, leaves wood below, and is as deep and wide as it says."""
    sizes = sorted((groove.box.dx, groove.box.dy, groove.box.dz))
    return (
        _within(_ends(groove.box), _ends(part.box))
        and groove.depth < part.thickness
        and groove.depth in sizes
        and groove.width in sizes
    )


def _notches(part: Part) -> list[Issue]:
    bad = [notch for notch in part.notches if not _notch_fits(part, notch)]
    return [_issue("notch-wrong", part.id, f"a notch of {part.id} ({notch.purpose}) is not in it") for notch in bad]


def _notch_fits(part: Part, notch: Notch) -> bool:
    """A notch lies within its part, goes through its whole thickness, and leaves some of it."""
    hole, body = _ends(notch.box), _ends(part.box)
    through = [axis for axis in range(3) if hole[axis] == body[axis]]
    thin = next(axis for axis in range(3) if axis not in part.axes)
    return _within(hole, body) and thin in through and len(through) < 3


def _sections(part: Part) -> list[Issue]:
    wrong = not fills_box(part)
    return [_issue("section-wrong", part.id, f"the true shape of {part.id} leaves its rectangle")] if wrong else []


def _ends(box: Box) -> Ends:
    return ((box.x, box.x + box.dx), (box.y, box.y + box.dy), (box.z, box.z + box.dz))


def _within(inner: Ends, outer: Ends) -> bool:
    return all(outer[axis][0] <= inner[axis][0] and inner[axis][1] <= outer[axis][1] for axis in range(3))


def _issue(code: str, where: str, message: str) -> Issue:
    return Issue(
        code=code,
        level=Level.ERROR,
        message=message,
        where=where,
        fix="do not saw this cabinet; report it with its style and size",
    )
