"""Handles: through holes in fronts, near the free edge of doors, in the middle of drawers and flaps."""

from __future__ import annotations

from typing import Final

from furnishing.cabinets.cabinet import Cabinet, Front, Opens
from furnishing.cabinets.making import Making
from furnishing.hardware import Drill, Handle, Handles
from furnishing.hardware_file import hardware_pack
from furnishing.joinery.hinges import MACHINE_FRONT, Leaf, leaf_of
from furnishing.joinery.places import ends, normal
from furnishing.joinery.work import Work, suffix
from furnishing.parts import Part
from furnishing.units import Length

DOORS: Final = frozenset({Opens.LEFT, Opens.RIGHT, Opens.FOLD})
ACROSS: Final = frozenset({Opens.PULL, Opens.UP, Opens.DOWN})


def handle(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with the style's handle on every front that swings or is pulled; no holes without a handle.

    A door that another one folds against has none: both are opened by the other. A front too small for the handle takes
    the longest one of the pack that it has room for.
    """
    rules, work = hardware_pack(making).handles, Work()
    if not making.style.handle or making.grip is not None:
        return cabinet
    wanted = next((each for each in rules.models if each.code == making.style.handle), None)
    wanted = wanted or Handle(code=making.style.handle, pitch=0)
    parts = {part.id: part for part in cabinet.parts}
    folding = any(front.opens is Opens.FOLD for front in cabinet.fronts)
    for front in cabinet.fronts:
        if folding and front.opens in {Opens.LEFT, Opens.RIGHT} and parts[front.part].role != MACHINE_FRONT:
            continue
        leaf = leaf_of(front, parts)
        model = _fitting(leaf, wanted, rules)
        if _drill(leaf, handle_places(leaf, model.pitch, rules, hung=making.hung), rules, work):
            work.order(model.code)
    return work.done(cabinet)


def _fitting(leaf: Leaf, wanted: Handle, rules: Handles) -> Handle:
    """The handle wanted, or the longest shorter one for which a front is long enough."""
    span = leaf.z if leaf.front.opens in DOORS else _span(leaf)
    room = span[1] - span[0] - 2 * rules.margin
    if wanted.pitch <= room:
        return wanted
    shorter = [each for each in rules.models if each.pitch <= max(0, room)]
    return max(shorter, key=lambda each: (each.pitch, each.code), default=wanted)


def _drill(leaf: Leaf, places: tuple[tuple[Length, Length], ...], rules: Handles, work: Work) -> bool:
    """Drill the holes of a handle; whether there was a part to drill."""
    out, done = normal(leaf.parts[0]), False
    for along, z in places:
        target = next((part for part in leaf.parts if _covers(part, 1 - out, along, z)), None)
        if target is not None:
            back = ends(target.box)[out][0]
            at = (along, back, z) if out == 1 else (back, along, z)
            drill = Drill(diameter=rules.drill, depth=0)
            work.bore(target, at, out, 1, drill, "handle", f"{suffix(leaf.parts[0])}.handle")
            done = True
    return done


def _covers(part: Part, across: int, along: Length, z: Length) -> bool:
    low, high = ends(part.box)[across]
    return low < along < high and part.box.z < z < part.box.z + part.box.dz


def _span(leaf: Leaf) -> tuple[Length, Length]:
    """From where to where a front reaches from side to side."""
    return leaf.reach[1 - normal(leaf.parts[0])]


def handle_places(leaf: Leaf, pitch: Length, rules: Handles, *, hung: bool) -> tuple[tuple[Length, Length], ...]:
    """The holes of the handle of a front, along its width and up: upright on doors at their free edge, level elsewhere.

    Hung doors have it at the bottom, others at a height to reach or as near to it as they come: base doors at the top.
    On framed fronts it sits in the middle of the stile or rail.
    """
    (low, high), (z0, z1) = _span(leaf), leaf.z
    opens, in_edge = leaf.front.opens, _stile(leaf, rules)
    if opens in DOORS:
        along = high - in_edge if _free_high(leaf.front, normal(leaf.parts[0])) else low + in_edge
        end = min(rules.in_end, max(0, z1 - z0 - pitch) // 2)
        reachable = min(max(rules.tall_height - pitch // 2, z0 + end), z1 - end - pitch)
        start = z0 + end if hung else reachable
        return ((along, start), (along, start + pitch)) if pitch else ((along, start),)
    if opens in ACROSS:
        within = min(in_edge, (z1 - z0) // 2)
        z = {Opens.PULL: (z0 + z1) // 2, Opens.UP: z0 + within, Opens.DOWN: z1 - within}[opens]
        left = (low + high - pitch) // 2
        return ((left, z), (left + pitch, z)) if pitch else ((left, z),)
    return ()


def _free_high(front: Front, out: int) -> bool:
    """Whether the free edge of a door is the one with the higher coordinate; of a folding one it is the outer one."""
    return front.opens is Opens.FOLD or (front.opens is Opens.LEFT) == (out == 1)


def _stile(leaf: Leaf, rules: Handles) -> Length:
    """How far a handle sits from the edge: on a framed front in the middle of its frame."""
    frame = [part.width for part in leaf.parts if part.role in {"stile", "front-rail"}]
    return min(frame) // 2 if frame else rules.in_edge
