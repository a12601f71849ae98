"""Handles: through holes in fronts, near the free edge of doors, in the middle of drawers and flaps."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Opens
from furnishing.cabinets.making import Making
from furnishing.hardware import Drill, Handles
from furnishing.hardware_file import hardware_pack
from furnishing.joinery.hinges import Leaf, leaf_of
from furnishing.joinery.work import Work, suffix
from furnishing.parts import Box
from furnishing.units import Length


def handle(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with the style's handle on every front that swings or is pulled; no holes without a handle."""
    pack, work = hardware_pack(making), Work()
    model = making.style.handle
    if not model or making.grip is not None:
        return cabinet
    pitch = next((each.pitch for each in pack.handles.models if each.code == model), 0)
    parts = {part.id: part for part in cabinet.parts}
    for front in cabinet.fronts:
        leaf = leaf_of(front, parts)
        places = handle_places(leaf, pitch, pack.handles, hung=making.hung)
        drilled = False
        for x, z in places:
            target = next((part for part in leaf.parts if _covers(part.box, x, z)), None)
            if target is not None:
                drill = Drill(diameter=pack.handles.drill, depth=0)
                work.bore(target, (x, target.box.y, z), 1, 1, drill, "handle", f"{suffix(leaf.parts[0])}.handle")
                drilled = True
        if drilled:
            work.order(model)
    return work.done(cabinet)


def _covers(box: Box, x: Length, z: Length) -> bool:
    return box.x < x < box.x + box.dx and box.z < z < box.z + box.dz


def handle_places(leaf: Leaf, pitch: Length, rules: Handles, *, hung: bool) -> tuple[tuple[Length, Length], ...]:
    """The holes (x, z) of the handle of a front: upright on doors at their free edge, level elsewhere.

    Hung doors have it at the bottom, others at a height to reach or as near to it as they come: base doors at the top.
    On framed fronts it sits in the middle of the stile or rail.
    """
    (x0, x1), (z0, z1) = leaf.x, leaf.z
    opens = leaf.front.opens
    if opens in {Opens.LEFT, Opens.RIGHT}:
        in_edge = _stile(leaf, rules)
        x = x1 - in_edge if opens is Opens.LEFT else x0 + in_edge
        room = max(0, z1 - z0 - pitch)
        end = min(rules.in_end, room // 2)
        reachable = min(max(rules.tall_height - pitch // 2, z0 + end), z1 - end - pitch)
        low = z0 + end if hung else reachable
        return ((x, low), (x, low + pitch)) if pitch else ((x, low),)
    if opens in {Opens.PULL, Opens.UP, Opens.DOWN}:
        in_edge = min(_stile(leaf, rules), (z1 - z0) // 2)
        z = {Opens.PULL: (z0 + z1) // 2, Opens.UP: z0 + in_edge, Opens.DOWN: z1 - in_edge}[opens]
        left = (x0 + x1 - pitch) // 2
        return ((left, z), (left + pitch, z)) if pitch else ((left, z),)
    return ()


def _stile(leaf: Leaf, rules: Handles) -> Length:
    """How far a handle sits from the edge: on a framed front in the middle of its frame."""
    frame = [part.width for part in leaf.parts if part.role in {"stile", "front-rail"}]
    return min(frame) // 2 if frame else rules.in_edge
