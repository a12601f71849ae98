"""Why a layout is as it is: reasons for and against with their numbers, what is near a limit, what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kind_of, kinds
from furnishing.layout import measures
from furnishing.layout.arrange import FILLER, Item, Row
from furnishing.layout.judged import Judged
from furnishing.layout.legs import End
from furnishing.layout.limits import limits
from furnishing.programme import Purpose
from furnishing.units import MICROMETRES, Length, show

if TYPE_CHECKING:
    from furnishing.layout.search import Task

METRE: Final = MICROMETRES["m"]
GOOD, POOR = 0.9, 0.6
"""A term speaks for a layout from this share of its points on, against it up to that."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """By how much a wall may be shorter than measured before the layout no longer fits."""

    wall: int
    shorter: Length


def title(judged: Judged, task: Task) -> str:
    """What a person sees of it first."""
    found = judged.features
    walls = _walls(found.walls)
    if task.programme.purpose is not Purpose.KITCHEN:
        return f"{found.closure} on {walls}: {', '.join(found.order)}"
    shape = {"I": "One line", "L": "L", "U": "U", "galley": "Two lines", "island": "Island"}[found.shape]
    parts = [f"{shape} on {walls}"]
    if isinstance(found.sink, tuple) and isinstance(found.sink[0], int):
        below = " below the window" if judged.score.term("light").share == 1 and _has_windows(task) else ""
        parts.append(f"sink on wall {found.sink[0] + 1}{below}")
    if isinstance(found.hob, tuple) and isinstance(found.hob[0], int):
        under = " over the oven" if found.oven == "under the hob" else ""
        side = {True: ", left of the sink", False: ", right of the sink"}.get(found.hob[1] is True, "")
        parts.append(f"hob on wall {found.hob[0] + 1}{side if found.hob[1] is not None else ''}{under}")
    if isinstance(found.tall, tuple) and isinstance(found.tall[0], int):
        end = "left" if found.tall[1] else "right"
        parts.append(f"tall units at the {end} end of wall {found.tall[0] + 1}")
    return "; ".join(parts)


def _walls(walls: frozenset[int]) -> str:
    names = [str(wall + 1) for wall in sorted(walls)]
    return f"wall {names[0]}" if len(names) == 1 else f"walls {', '.join(names[:-1])} and {names[-1]}"


def _has_windows(task: Task) -> bool:
    return any(each.kind.value == "window" for wall in task.room.walls for each in wall.openings)


def in_favour(judged: Judged, best: Sequence[Judged], task: Task) -> Iterator[str]:
    """Terms that come near their full points, and in what it leads the others."""
    if len(best) > 1:
        if judged.price.amount == min(each.price.amount for each in best):
            yield "the cheapest of these"
        if _kept(judged, task) == max(_kept(each, task) for each in best):
            yield "the most storage of these"
    for term in judged.score.terms:
        if term.share >= GOOD:
            text = _told(term.name, judged, task)
            if text:
                yield text


def against(judged: Judged, best: Sequence[Judged], task: Task) -> Iterator[str]:
    """Terms that are far from their full points, and in what it trails the others."""
    if len(best) > 1 and judged.price.amount == max(each.price.amount for each in best):
        yield "the dearest of these"
    for term in judged.score.terms:
        if term.share <= POOR:
            text = _told(term.name, judged, task)
            yield text or f"{term.help}: {term.share:.0%}"


def _kept(judged: Judged, task: Task) -> float:
    if task.programme.purpose is Purpose.KITCHEN:
        return round(measures.storage(judged.items, task.style), 3)
    return round(judged.score.term("storage").share, 3)


def _told(name: str, judged: Judged, task: Task) -> str:
    """What a term measures, in numbers; empty where there is nothing to say."""
    items = judged.items
    teller = {
        "triangle": _triangle,
        "set_down": _set_down,
        "worktop": _worktop,
        "light": _light,
        "supplies": _supplies,
        "storage": _storage,
        "joints": lambda *_: "",
        "widths": _widths,
        "closing": _closing,
    }.get(name)
    return teller(judged, items, task) if teller else ""


def _triangle(judged: Judged, items: Sequence[Item], task: Task) -> str:
    ways = measures.triangle(items, task.style, measures.frames(task.room))
    if not ways:
        return ""
    each = ", ".join(f"{one} to {other} {way / METRE:.2f} m" for (one, other), way in ways.items())
    return f"{each}; together {sum(ways.values()) / METRE:.2f} m"


def _set_down(judged: Judged, items: Sequence[Item], task: Task) -> str:
    texts = []
    for role in ("sink", "hob"):
        sides = measures.set_down(items, role)
        if sides is not None:
            texts.append(f"{show(sides[0])} and {show(sides[1])} mm of worktop beside the {role}")
    return ", ".join(texts)


def _worktop(judged: Judged, items: Sequence[Item], task: Task) -> str:
    return f"the longest worktop without a break is {show(measures.longest_worktop(items))} mm"


def _light(judged: Judged, items: Sequence[Item], task: Task) -> str:
    if not _has_windows(task):
        return ""
    if task.programme.purpose is not Purpose.KITCHEN:
        return "clear of windows" if judged.score.term("light").share == 1 else "stands on a wall with a window"
    return "the sink is below a window" if judged.score.term("light").share == 1 else "the sink is not below a window"


def _supplies(judged: Judged, items: Sequence[Item], task: Task) -> str:
    texts = []
    for role, kind in (("sink", "water"), ("hob", "extractor"), ("hob", "gas")):
        here = next((each for each in items if each.role == role), None)
        points = [] if here is None else task.room.walls[here.wall].points
        near = [
            abs(point.offset - here.offset - here.width // 2) for point in points if point.kind.value == kind and here
        ]
        if near and (kind != "gas" or task.programme.kitchen.gas):
            texts.append(f"the {role} is {show(min(near))} mm from its {kind}")
    return ", ".join(texts)


def _storage(judged: Judged, items: Sequence[Item], task: Task) -> str:
    if task.programme.purpose is not Purpose.KITCHEN:
        return ""
    return f"{measures.storage(items, task.style):.1f} m3 of storage"


def _widths(judged: Judged, items: Sequence[Item], task: Task) -> str:
    odd = [each for each in items if each.kind != FILLER and each.width not in kind_of(each.kind).widths]
    if not odd:
        return "all units have standard widths"
    return f"{len(odd)} of {len(items)} units are made to measure"


def _closing(judged: Judged, items: Sequence[Item], task: Task) -> str:
    fillers = [each.width for each in items if each.kind == FILLER and each.zone is not Zone.WALL]
    gaps = [row.closing.gap_left + row.closing.gap_right for row in judged.rows if not row.closing.is_open]
    texts = []
    if fillers:
        texts.append(f"{len(fillers)} fillers, together {show(sum(fillers))} mm")
    if gaps:
        texts.append(f"{show(sum(gaps))} mm stay open between solid ends")
    return ", ".join(texts) or "no fillers"


def near_limits(judged: Judged, task: Task) -> Iterator[str]:
    """Rules that are kept with less than a fifth to spare."""
    rules, items = limits(), judged.items
    if task.programme.purpose is not Purpose.KITCHEN:
        return
    ways = measures.triangle(items, task.style, measures.frames(task.room))
    for (one, other), way in ways.items():
        if way < rules.leg_least or way > rules.leg_most:
            limit = f"{rules.leg_least / METRE:.2f} to {rules.leg_most / METRE:.2f} m"
            yield f"{one} to {other} is {way / METRE:.2f} m; {limit} is usual"
        elif way < rules.leg_least * 1.2:
            yield f"{one} to {other} is {way / METRE:.2f} m; {rules.leg_least / METRE:.2f} m is the least"
    least = rules.hob_from_tall_gas if task.programme.kitchen.gas else rules.hob_from_tall
    for hob in (each for each in items if each.role == "hob"):
        for tall in (
            each for each in items if each.zone is Zone.TALL and each.wall == hob.wall and each.kind != FILLER
        ):
            between = max(hob.offset - tall.end, tall.offset - hob.end)
            if between < least * 1.2:
                yield f"the hob is {show(between)} mm from a tall unit; {show(least)} mm is the least"
    for role, good in (("sink", rules.sink_side_least), ("hob", rules.hob_side_least)):
        sides = measures.set_down(items, role)
        if sides is not None and min(sides) < good * 1.2:
            yield f"{show(min(sides))} mm of worktop on one side of the {role}; {show(good)} mm is the least"


def left_out(judged: Judged, task: Task) -> Iterator[LeftOut]:
    """What was wished for and is not there, or is smaller."""
    for role in judged.missing:
        yield _no_room(role, judged, task)
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
    lack = max(need - most, 0)
    return LeftOut(
        what=role,
        why=f"it needs {show(need)} mm and at most {show(most)} mm are left on one wall (wall {wall + 1})",
        way=f"{show(lack)} mm more on wall {wall + 1}, narrower units, or another wall",
    )


def _spare(row: Row) -> Length:
    return row.closing.left + row.closing.right + row.closing.gap_left + row.closing.gap_right


def tolerances(judged: Judged, task: Task) -> Iterator[Tolerance]:
    """For each furnished wall what fillers and gaps can still give away; the tightest row counts."""
    rules = task.construction
    spare: dict[int, Length] = {}
    for row in judged.rows:
        found = row.closing.gap_left + row.closing.gap_right
        for wide, end in ((row.closing.left, row.left), (row.closing.right, row.right)):
            least = limits().corner_filler_least if end is End.CORNER else rules.filler_least
            found += max(wide - least, 0)
        spare[row.wall] = min(found, spare.get(row.wall, found))
    for wall in sorted(spare):
        yield Tolerance(wall=wall, shorter=spare[wall])
