"""The search for layouts: several ranked, clearly different answers for a room, better with every round.

It looks at every structure once, so it ends by itself; a stop or a clock may end it earlier. What it hands out
depends on nothing but its input and how many structures it has seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from furnishing.cabinets.kind import Zone
from furnishing.catalogue import Catalogue
from furnishing.construction import Construction
from furnishing.layout.bench import Bench
from furnishing.layout.estimate import Estimator
from furnishing.layout.fitted import zone_fitted
from furnishing.layout.furniture import FurnitureSearch
from furnishing.layout.handed import canonical, image_of, turned
from furnishing.layout.judged import FEW, Judged, Pause
from furnishing.layout.kitchen import KitchenSearch
from furnishing.layout.legs import bands, spans_of
from furnishing.layout.limits import limits
from furnishing.layout.measures import frames
from furnishing.layout.memory import Memory
from furnishing.layout.pins import Pins
from furnishing.layout.pool import Pool, Searcher
from furnishing.layout.structures import Site
from furnishing.layout.work import AROUND, USUAL, Work, never
from furnishing.programme import Programme, Purpose
from furnishing.room import Room
from furnishing.style import WALL_ELEVATION, WALL_HEIGHT, Style
from furnishing.units import MICROMETRES

LATER = 4
"""A better standing is told once so many times as many structures have been seen as at the last one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A room, what is wanted of it, and what it is furnished with."""

    room: Room
    programme: Programme
    style: Style
    catalogue: Catalogue
    construction: Construction
    pins: Pins = field(default_factory=Pins)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a search stands: the best different layouts so far, and how many structures it has seen.

    The last one of a search is `done` where nobody stopped it, and has what the search hands on.
    """

    best: tuple[Judged, ...]
    seen: int
    done: bool = False
    memory: Memory = field(default_factory=Memory)


ALMOST = 150 * MICROMETRES["mm"]
"""Tops of hung and tall units that differ by less look like a mistake."""


def aligned(style: Style) -> Style:
    """A style whose hung units end as high as its tall units, where it left their height open and they nearly do."""
    short = style.tall_height - style.wall_elevation - style.wall_height
    if style.wall_height == WALL_HEIGHT and style.wall_elevation == WALL_ELEVATION and 0 < short <= ALMOST:
        return replace(style, wall_height=style.wall_height + short)
    return style


def estimator_of(task: Task, work: Work) -> Estimator:
    """What builds and prices the units of a task; those of furniture as its room lets them be."""
    cooks = task.programme.purpose is Purpose.KITCHEN
    return Estimator(
        style=aligned(task.style),
        catalogue=task.catalogue,
        rules=task.construction,
        room=None if cooks else task.room,
        work=work,
    )


def searcher(task: Task, work: Work | None = None, memory: Memory | None = None) -> Searcher:
    """The search for the purpose of a programme, what it has done, and what is remembered of one before."""
    work = work or Work()
    cooks = task.programme.purpose is Purpose.KITCHEN
    zones = bands(task.style, limits().worktop_thickness if cooks else 0)
    if not cooks:
        zones[Zone.TALL] = zone_fitted(zones[Zone.TALL], task.style, task.construction)
    spans = tuple(spans_of(task.room, wall, zones, task.construction) for wall in range(len(task.room.walls)))
    site = Site(room=task.room, spans=spans, worktop=task.style.base_height, forbidden=task.pins.forbidden)
    estimator = estimator_of(task, work)
    walls = frames(task.room)
    if cooks:
        wish = task.programme.kitchen
        bench = Bench(site=site, style=task.style, rules=task.construction, wish=wish, pins=task.pins, work=work)
        return KitchenSearch(
            bench=bench,
            estimator=estimator,
            walls=walls,
            budget=task.programme.budget,
            remembered=memory.structures if memory else (),
        )
    return FurnitureSearch(
        site=site,
        style=task.style,
        rules=task.construction,
        programme=task.programme,
        estimator=estimator,
        walls=walls,
        pins=task.pins,
    )


def search(
    task: Task,
    *,
    count: int = 5,
    stop: Callable[[], bool] = never,
    rounds: int | None = None,
    thorough: bool = False,
    memory: Memory | None = None,
    around: bool = False,
) -> Iterator[Standing]:
    """Ever better standings; the last one is `done` where nobody stopped the search.

    `stop` is asked after every structure and in every pause; `rounds` ends the search after so many structures. It
    ends by itself once it has done enough (`work.py`), where it is `thorough` when nothing is left to look at. It
    begins with what is in the `memory` of a search with other pins; `around` that little more is looked at, as long as
    there are no fewer than three layouts. A room and its mirror image give the same layouts, mirrored.
    """
    work = Work(enough=None if thorough else AROUND if around else USUAL, most=USUAL)
    asked, is_image = canonical(task)
    for standing in _searched(asked, count, stop, rounds, work, memory or Memory()):
        best = tuple(turned(each, asked.room) for each in standing.best) if is_image else standing.best
        yield replace(standing, best=best)


def _searched(
    task: Task, count: int, stop: Callable[[], bool], rounds: int | None, work: Work, memory: Memory
) -> Iterator[Standing]:
    task = replace(task, style=aligned(task.style))
    search, image = searcher(task, work, memory), searcher(image_of(task))
    sound = dict.fromkeys(memory.checked, True)
    pool, spare = (Pool(search=search, image=image, work=work, count=count, sound=sound) for _ in range(2))
    work.lacks = lambda: len(pool.chosen()) < min(count, FEW)
    seen, told, done = 0, 0, True
    for judged in chain(memory.kept(task.pins), search.run(pool)):
        seen += judged is not Pause.HERE
        if isinstance(judged, Judged):
            lacking = search.lacking(judged)
            better = (spare if lacking else pool).keep(judged)
            if better and ((search.incomplete and not lacking) or not told or seen >= LATER * told):
                best = pool.best()
                search.incomplete = search.incomplete and not best
                told = seen
                yield Standing(best=best or spare.best(), seen=seen)
        if (rounds is not None and seen >= rounds) or stop():
            done = False
            break
        if work.is_done():
            break
    # Where nothing holds all that no kitchen should lack: rather one without than none.
    best = pool.best() or spare.best()
    found = [alike[0] for each in (pool, spare) for alike in each.found.values()]
    yield Standing(best=best, seen=seen, done=done, memory=Memory.of(found, sound, search.structures))
