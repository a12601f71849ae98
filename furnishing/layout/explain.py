"""Why a layout is as it is: reasons for and against with their numbers, what is near a limit, what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kind_of, kinds
from furnishing.layout import measures
from furnishing.layout.arrange import FILLER, Item
from furnishing.layout.closing import FIXED
from furnishing.layout.judged import Judged
from furnishing.layout.round_island import islands
from furnishing.programme import Purpose
from furnishing.units import MICROMETRES, show

if TYPE_CHECKING:
    from furnishing.layout.search import Task

METRE: Final = MICROMETRES["m"]
GOOD, POOR = 0.9, 0.6
"""A term speaks for a layout from this share of its points on, against it up to that."""


def title(judged: Judged, task: Task) -> str:
    """What a person sees of it first."""
    found = judged.features
    walls = _walls(found.walls)
    if task.programme.purpose is not Purpose.KITCHEN:
        return f"{_named(str(found.closure))} on {walls}: {', '.join(found.order)}"
    shape = {"I": "One line", "L": "L", "U": "U", "galley": "Two lines"}.get(found.shape)
    parts = [f"{shape or ('L' if len(found.walls) > 1 else 'One line')} on {walls}"]
    if isinstance(found.island, tuple) and isinstance(found.island[0], int):
        parts[0] += f" with an island before wall {found.island[0] + 1}"
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


def _named(closure: str) -> str:
    """How furniture is closed, with the names of kinds for their codes."""
    for kind in sorted(kinds(), key=lambda each: len(each.code), reverse=True):
        closure = closure.replace(kind.code, kind.name.lower())
    return closure[:1].upper() + closure[1:]


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
    if task.programme.purpose is Purpose.KITCHEN:
        for island in islands(judged.items, task.room, task.style):
            yield (
                f"an island with {show(island.length)} mm of worktop, {show(island.aisle)} mm from the run before it, "
                f"{show(island.way)} mm or more to walk round it"
            )
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
        sides = measures.set_down(measures.base_rows(items), role)
        if sides is not None:
            texts.append(f"{show(sides[0])} and {show(sides[1])} mm of worktop beside the {role}")
    return ", ".join(texts)


def _worktop(judged: Judged, items: Sequence[Item], task: Task) -> str:
    return f"the longest worktop without a break is {show(measures.longest_worktop(measures.base_rows(items)))} mm"


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
    units = [each for each in items if kind_of(each.kind).zone is not Zone.END]
    odd = [each for each in units if each.width not in kind_of(each.kind).widths]
    if not odd:
        return "all units have standard widths"
    return f"{len(odd)} of {len(units)} units {'is' if len(odd) == 1 else 'are'} made to measure"


def _closing(judged: Judged, items: Sequence[Item], task: Task) -> str:
    fillers = [each.width for each in items if each.kind == FILLER and each.zone is not Zone.WALL]
    gaps = [
        row.closing.gap_left + row.closing.gap_right
        for row in judged.rows
        if not row.closing.is_open and {row.left, row.right} <= FIXED
    ]
    texts = []
    for row in judged.rows:
        left, fixed = row.closing.gap_left + row.closing.gap_right, {row.left, row.right} <= FIXED
        if left >= task.construction.residue_none and (row.closing.is_open or not fixed):
            texts.append(f"{show(left)} mm of wall {row.wall + 1} are left free: to fill them would not be better")
    if fillers:
        many = f"{len(fillers)} fillers, together" if len(fillers) > 1 else "one filler of"
        texts.append(f"{many} {show(sum(fillers))} mm")
    if gaps:
        texts.append(f"{show(sum(gaps))} mm stay open between solid ends")
    return ", ".join(texts) or "no fillers"
