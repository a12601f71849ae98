"""Worktops: cut-outs, joints that keep clear of them, and the mitre towards the worktop of another wall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from furnishing.cabinets.making import Making
from furnishing.cabinets.notches import with_notch
from furnishing.catalogue import Material
from furnishing.errors import Fault, InputError
from furnishing.parts import Box, Part, Section
from furnishing.units import Length, show


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut-out for a sink or a hob: its ends along the worktop, and how deep it is from front to back."""

    purpose: str
    start: Length
    end: Length
    deep: Length


def worktop_material(making: Making) -> Material:
    """The worktop's finish at the greatest thickness within the height asked for.

    The finish is that of the style; without one that of the fronts, else that of the carcass. InputError where the
    catalogue has no board of it as thick as a worktop.
    """
    style, least = making.style, making.construction.worktop_least
    finishes = [style.worktop_finish] if style.worktop_finish else [style.front_finish, style.carcass_finish]
    for finish in finishes:
        fitting = [
            each
            for each in making.catalogue.materials
            if each.finish == finish and least <= each.thickness <= making.size.height
        ]
        if fitting:
            return max(fitting, key=lambda each: each.thickness)
    limits = f"{show(least)} to {show(making.size.height)} mm"
    message = f"the catalogue has no worktop of {limits} in the finish {' or '.join(map(repr, finishes))}"
    raise InputError([Fault("style.worktop_finish", f"{message}; choose another finish or add one")])


def cuts(making: Making) -> tuple[Cut, ...]:
    """The cut-outs chosen, from left to right. InputError where one leaves the worktop or they are too near."""
    rules = making.construction
    margin = rules.cut_margin
    found: list[Cut] = []
    for purpose, deep in (("sink", rules.sink_cut_depth), ("hob", rules.hob_cut_depth)):
        middle, wide = making.count(purpose), making.count(f"{purpose}_width")
        if middle:
            found.append(Cut(purpose, middle - wide // 2, middle - wide // 2 + wide, deep))
    found.sort(key=lambda cut: cut.start)
    faults = [fault for cut in found for fault in _margins(making, cut)]
    faults += [
        Fault(
            f"choices.{b.purpose}",
            f"the cut-outs for {a.purpose} and {b.purpose} are less than {show(margin)} mm apart",
        )
        for a, b in pairwise(found)
        if b.start - a.end < margin
    ]
    low, high = straight(making)
    if high - low < margin:
        room = f"a worktop of {show(making.size.width)} mm that is {show(making.size.depth)} mm deep"
        faults.append(Fault("choices.corner", f"{room} has no room for a mitre; make it longer"))
    if faults:
        raise InputError(faults)
    return tuple(found)


def _margins(making: Making, cut: Cut) -> list[Fault]:
    margin, size = making.construction.cut_margin, making.size
    where = f"choices.{cut.purpose}"
    faults = []
    low, high = straight(making)
    if cut.start < low + margin or cut.end > high - margin:
        span = f"{show(cut.start)} to {show(cut.end)} mm of a worktop of {show(size.width)} mm"
        faults.append(
            Fault(where, f"the cut-out for the {cut.purpose} lies at {span}; keep {show(margin)} mm from its ends")
        )
    if cut.deep + 2 * margin > size.depth:
        need = show(cut.deep + 2 * margin)
        faults.append(
            Fault(where, f"the cut-out for the {cut.purpose} needs a worktop {need} mm deep; it has {show(size.depth)}")
        )
    return faults


def straight(making: Making) -> tuple[Length, Length]:
    """From where to where the worktop has its full depth: up to the mitre where there is one."""
    size, corner = making.size, making.word("corner")
    return (size.depth if corner == "left" else 0), size.width - (size.depth if corner == "right" else 0)


def joints(making: Making, longest: Length, holes: Sequence[Cut]) -> tuple[Length, ...]:
    """Where pieces meet: each as long as can be, no joint nearer to a cut-out or a mitre than the margin.

    InputError where they leave no place for a joint.
    """
    margin, at = making.construction.cut_margin, 0
    low, high = straight(making)
    holes = [Cut("mitre", 0, low, 0), *holes, Cut("mitre", high, making.size.width, 0)]
    found: list[Length] = []
    while making.size.width - at > longest > 0:
        place = at + longest
        for cut in reversed(holes):
            if cut.start - margin < place < cut.end + margin:
                place = cut.start - margin
        if place <= at:
            message = f"no joint finds a place within {show(longest)} mm from {show(at)} mm on"
            raise InputError([Fault("choices.sink", f"{message}; move a cut-out or use a longer board")])
        found.append(place)
        at = place
    return tuple(found)


def with_cuts(making: Making, part: Part, holes: Sequence[Cut]) -> Part:
    """The piece of worktop with the cut-outs that lie in it, midway between front and wall."""
    box = part.box
    for cut in holes:
        if box.x <= cut.start and cut.end <= box.x + box.dx:
            y = (making.size.depth - cut.deep) // 2
            part = with_notch(part, Box(cut.start, y, box.z, cut.end - cut.start, cut.deep, box.dz), cut.purpose)
    return part


def mitred(part: Part, hand: str) -> Part:
    """The piece cut at 45 degrees from the corner of the walls to the inner corner; the saw cuts its rectangle."""
    left, right, deep = part.box.x, part.box.x + part.box.dx, part.box.dy
    front = (left + deep, right) if hand == "left" else (left, right - deep)
    points = ((left, 0), (right, 0), (front[1], deep), (front[0], deep))
    return replace(part, section=Section(axis=2, points=points))
