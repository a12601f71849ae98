"""Framed fronts: two dowels at every corner between rail and stile; panes are bought cut to size."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from furnishing.cabinets.cabinet import Cabinet, HardwareItem, Opens
from furnishing.cabinets.making import Making
from furnishing.hardware import Drill
from furnishing.hardware_file import hardware_pack
from furnishing.joinery.places import normal
from furnishing.joinery.work import Work, suffix
from furnishing.parts import Box, Notch, Part
from furnishing.style import FrontLook


def frame(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with the corners of its frames drilled and its panes ordered."""
    work = Work()
    members = {part.id: part for part in cabinet.parts}
    for front in cabinet.fronts:
        own = [members[id] for id in (front.part, *front.others)]
        stiles = [part for part in own if part.role == "stile"]
        for rail in (part for part in own if part.role == "front-rail"):
            for stile in stiles:
                _corner(work, making, rail, stile)
    panes = tuple(
        HardwareItem(code=part.material, quantity=1, length=part.length, width=part.width)
        for part in cabinet.parts
        if part.bought
    )
    done = work.done(cabinet)
    return replace(done, hardware=(*done.hardware, *panes)) if panes else done


def _corner(work: Work, making: Making, rail: Part, stile: Part) -> None:
    """The rail ends at the edge of the stile, on its left or on its right."""
    item, inset = hardware_pack(making).dowel, making.construction.frame_dowel_inset
    right = stile.box.x > rail.box.x
    x, sense = (stile.box.x, 1) if right else (rail.box.x, -1)
    deep = (item.length + item.play) // 2
    drill = Drill(diameter=item.diameter, depth=deep)
    for number, z in enumerate((rail.box.z + inset, rail.box.z + rail.box.dz - inset), 1):
        at, fixing = (x, rail.box.y + rail.box.dy // 2, z), f"{suffix(rail)}.dowel.{'R' if right else 'L'}{number}"
        work.bore(stile, at, 0, sense, drill, "dowel", fixing)
        work.bore(rail, at, 0, -sense, drill, "dowel", fixing)
        work.order(item.code)


def profile(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with its sides notched for the grip profile below the worktop, and the profile ordered."""
    if making.grip is not FrontLook.PROFILE or not any(front.opens is not Opens.FIXED for front in cabinet.fronts):
        return cabinet
    work, rules = Work(), making.construction
    for part in cabinet.parts:
        if part.role in {"side", "partition"} and part.box.z + part.box.dz > making.size.height - rules.profile_gap:
            box, deep, z = part.box, rules.profile_depth, making.size.height - rules.profile_gap
            top = box.z + box.dz
            notch = Box(box.x, box.y + box.dy - deep, z, box.dx, deep, top - z)
            if normal(part) == 1:
                # The far side of a corner unit: its front edge looks along the wall.
                notch = Box(box.x + box.dx - deep, box.y, z, deep, box.dy, top - z)
            work.notches.setdefault(part.id, []).append(Notch(box=notch, purpose="profile"))
    work.cut_to(PROFILE, making.size.width)
    return work.done(cabinet)


PROFILE: Final = "grip-profile"
"""The article by the metre."""
