"""At which step the fittings of a cabinet are used: shared out by the holes they sit in, none left over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, Final

from furnishing.cabinets.cabinet import Cabinet, HardwareItem
from furnishing.hardware import Pack
from furnishing.parts import Bore, Part
from reports.assembly_stages import Planned, Stage

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

CAPPED: Final = "confirmat-cap"
"""Stands for the heads of confirmats in the outer faces of sides, some of which are covered."""

OWN_PURPOSES: Final = {
    ("confirmat", "cap"): (CAPPED,),
    ("hinges", "plate"): ("hinge-plate",),
    ("hinges", "special_plate"): ("hinge-plate",),
    ("runners", "screw"): ("runner", "runner-drawer"),
    ("legs", "clip"): ("plinth-clip",),
    ("pins", "corner"): ("shelf-corner",),
}

FIXED: Final = frozenset({"confirmat", "cam", "cam-bolt", "dowel", "screw", "spacer"})
"""Purposes whose holes join parts into one body."""


def fittings_of_steps(
    cabinet: Cabinet, pack: Pack, plan: Sequence[Planned], placed: dict[str, int]
) -> dict[int, tuple[HardwareItem, ...]]:
    """The fittings of each step: each article shared out by the holes of its purposes, none left over."""
    uses = _uses(cabinet, plan, placed)
    purposes = article_purposes(pack)
    found: dict[int, list[HardwareItem]] = {}
    for item in cabinet.hardware:
        weights: Counter[int] = Counter()
        for purpose in purposes.get(item.code, ()):
            covered = purpose == CAPPED
            weights += _capped(cabinet, placed, item.quantity) if covered else uses.get(purpose, Counter())
        if not weights:
            weights[_without_holes(purposes.get(item.code, ()), plan)] = 1
        for number, quantity in shared(item.quantity, weights).items():
            share = HardwareItem(code=item.code, quantity=quantity, length=item.length, width=item.width)
            found.setdefault(number, []).append(share)
    return {number: tuple(items) for number, items in found.items()}


def _capped(cabinet: Cabinet, placed: dict[str, int], quantity: int) -> Counter[int]:
    """How many heads lie in the outer faces of sides at which step: of the one side with as many, else of all."""
    joined: dict[str, int] = {}
    for part in cabinet.parts:
        for bore in part.bores:
            joined[bore.fixing] = max(joined.get(bore.fixing, 0), placed[part.id])
    sides = [
        Counter(joined[bore.fixing] for bore in part.bores if _is_head(bore, part))
        for part in cabinet.parts
        if part.role == "side"
    ]
    every = sum(sides, Counter[int]())
    return next((side for side in sides if side.total() == quantity), every)


def _is_head(bore: Bore, part: Part) -> bool:
    return bore.purpose == "confirmat" and bore.depth >= part.thickness and bore.axis not in part.axes


def _without_holes(purposes: Sequence[str], plan: Sequence[Planned]) -> int:
    """The step of fittings that no hole is drilled for: screws join the last board of a carcass, or hold a filler."""
    stages = [stage for stage, _, _ in plan]
    filled = [stage for stage, parts, shown in plan if parts or shown]
    known = [WHEN[each] for each in purposes if each in WHEN]
    if known and known[0] not in filled and Stage.FILLER in filled:
        return stages.index(Stage.FILLER)
    if known:
        return stages.index(known[0])
    closing = [i for i, (stage, parts, _) in enumerate(plan) if stage in {Stage.JOIN, Stage.CLOSE} and parts]
    return closing[-1] if closing and FIXED & set(purposes) else stages.index(Stage.REST)


def _uses(cabinet: Cabinet, plan: Sequence[Planned], placed: dict[str, int]) -> dict[str, Counter[int]]:
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
