"""What was wished for and is not there, or is less: why, and what would make room for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from furnishing.cabinets.registry import kinds
from furnishing.layout.arrange import Row
from furnishing.layout.judged import Judged
from furnishing.layout.round_island import least_lack
from furnishing.programme import Purpose
from furnishing.units import Length, show

if TYPE_CHECKING:
    from furnishing.layout.search import Task

KINDS_OF: Final = {
    "sink": "base-sink",
    "dishwasher": "base-appliance",
    "washer": "base-appliance",
    "hob": "base-hob",
    "oven": "tall-oven",
    "fridge": "tall-fridge",
    "larder": "tall-larder",
    "broom": "tall-broom",
    "low": "low-tv",
    "wardrobe": "tall-wardrobe",
    "shoes": "hall-shoes",
    "seat": "hall-seat",
    "desk": "base-desk",
    "vanity": "base-vanity",
}
"""The kind that each role takes, for telling how much room it needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something wished for that is not there, why, and what would make room for it."""

    what: str
    why: str
    way: str


def left_out(judged: Judged, task: Task) -> Iterator[LeftOut]:
    """What was wished for and is not there, or is smaller."""
    for role in judged.missing:
        yield _no_room(role, judged, task)
    for short in judged.short:
        yield LeftOut(
            what=f"{short.amount(short.wished - short.has)} of {short.amount(short.wished)} {short.what}",
            why=f"what stands offers {short.amount(short.has)}",
            way=short.way,
        )
    wish = task.programme.kitchen
    if task.programme.purpose is Purpose.KITCHEN:
        for role, width in (("sink", wish.sink), ("dishwasher", wish.dishwasher)):
            here = next((each for each in judged.items if each.role == role), None)
            if here is not None and here.width < width:
                yield LeftOut(
                    what=f"{role} of {show(width)} mm",
                    why=f"beside what else was wished for, {show(here.width)} mm are left for it",
                    way=f"{show(width - here.width)} mm more wall, or one appliance less on wall {here.wall + 1}",
                )


def _no_room(role: str, judged: Judged, task: Task) -> LeftOut:
    if role == "island":
        nearest = least_lack(judged.items, judged.features.walls, task)
        if nearest is None:
            return LeftOut(
                what=role,
                why="no wall faces a run of this layout in parallel",
                way="a run along one of two walls that face each other",
            )
        return LeftOut(what=role, why=nearest.says, way=nearest.way)
    if role == "hood":
        hob = next((each for each in judged.items if each.role == "hob"), None)
        if hob is None:
            return LeftOut(what=role, why="there is no hob", way="make room for a hob")
        return LeftOut(
            what=role,
            why=f"the wall over the hob is not free for {show(hob.width)} mm at its height, or too low",
            way="another place for the hob, higher hung units, or a hood that is bought free-standing",
        )
    known = {each.code: each for each in kinds()}
    kind = known.get(KINDS_OF.get(role, ""))
    spare = {row.wall: _spare(row) for row in judged.rows}
    most = max(spare.values(), default=0)
    wall = min((wall for wall in spare if spare[wall] == most), default=0)
    if kind is None:
        return LeftOut(what=role, why="no wall has room for it", way="a longer wall")
    need = kind.widths[0]
    lack = need - most
    if lack <= 0:
        return LeftOut(
            what=role,
            why=f"{show(most)} mm are left on wall {wall + 1}, but not where the rules let it stand",
            way="another place for the sink, the hob or the tall units, or another wall",
        )
    return LeftOut(
        what=role,
        why=f"it needs {show(need)} mm and at most {show(most)} mm are left on one wall (wall {wall + 1})",
        way=f"{show(lack)} mm more on wall {wall + 1}, narrower units, or another wall",
    )


def _spare(row: Row) -> Length:
    return row.closing.left + row.closing.right + row.closing.gap_left + row.closing.gap_right
