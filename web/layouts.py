"""What the page of layouts shows, calculated as one piece of work in a child process.

Everything here goes between processes, so it is plain values and text. The search runs to its end and not by the
clock: the same address always shows the same layouts, so that a step taken back is exact.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from furnishing.catalogue import Catalogue
from furnishing.catalogue_checks import check_style
from furnishing.catalogue_file import default_catalogue
from furnishing.design import Design, design
from furnishing.errors import Fault, InputError
from furnishing.json_text import to_json
from furnishing.layout.answer import Answer, answers
from furnishing.layout.judged import FEW
from furnishing.layout.left_out import LeftOut
from furnishing.layout.memory import Memory
from furnishing.layout.pins import Forbid, keep, settled
from furnishing.layout.placement import Layout
from furnishing.layout.search import Task
from furnishing.layout.steps import after
from furnishing.layout.wanting import why_fewer
from furnishing.layout_file import layout_records
from furnishing.levels import levels
from furnishing.money import Money
from furnishing.programme_file import read_programme
from furnishing.room_file import read_room
from furnishing.units import show
from reports.render.svg import svg
from reports.room_drawings import elevation_figures, plan_figure
from web.answer import Picture, Refused
from web.line import style_for
from web.pinned import may_be_kept, pin_from, pin_text

COUNT: Final = 5
"""Layouts of one page."""

PLAN: Final = (120.0, 96.0)
ELEVATION: Final = (160.0, 90.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A term of a score: `percent` of its points, 0 to 100."""

    name: str
    told: str
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """Something a button can fix: its word for the form, and what the button says."""

    text: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One layout as shown. `key` names its very placements."""

    number: int
    key: str
    title: str
    points: str
    price: Money
    bars: tuple[Bar, ...]
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]
    near_limits: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    tolerance: tuple[str, ...]
    pictures: tuple[Picture, ...]
    units: tuple[Pin, ...]
    walls: tuple[Pin, ...]
    layout: Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The layouts for a room, best first. `seen` is how many arrangements were looked at, `memory` what the next step
    begins with, `why` tells why there are fewer than three."""

    cards: tuple[Card, ...]
    seen: int
    memory: Memory
    why: tuple[str, ...] = ()

    def card(self, key: str) -> Card | None:
        """The layout with this key; None where it is not among these."""
        return next((each for each in self.cards if each.key == key), None)


Layouts: TypeAlias = Found | Refused


def layouts(text: str, programme: str, pins: tuple[str, ...], memory: Memory | None = None) -> Layouts:
    """The layouts for the room in `text`, for what is wanted in `programme`, both files, with these pins kept.

    `memory` is that of the same without the last pin, where it is known: it makes the answer faster, not another.
    """
    catalogue = default_catalogue()
    try:
        file, wanted = read_room(text), read_programme(programme)
        if file.style is None:
            return Refused(faults=(Fault("style", "the room carries no style; choose one"),))
        faults = tuple(check_style(file.style, catalogue))
        if faults:
            return Refused(faults=faults)
        edits = [edit for each in pins if (edit := pin_from(each, len(file.room.walls))) is not None]
        task = Task(
            room=file.room,
            programme=wanted,
            style=file.style,
            catalogue=catalogue,
            construction=levels(file.style).project,
            pins=settled(edits),
        )
        last = after(task, edits, count=COUNT, memory=memory)
        cards = tuple(_card(each, task) for each in answers(last.best, task))
    except InputError as error:
        return Refused(faults=error.faults)
    why = tuple(why_fewer(task)) if len(cards) < FEW else ()
    return Found(cards=cards, seen=last.seen, memory=last.memory, why=why)


def layout_key(layout: Layout) -> str:
    """A short name of these very placements."""
    return hashlib.sha256(to_json(layout_records(layout, "mm")).encode()).hexdigest()[:16]


def _card(found: Answer, task: Task) -> Card:
    made = design(task.room, style_for(task.style, found.layout), task.catalogue, layout=found.layout, bare=True)
    furnished = sorted({each.wall for each in found.layout.placements if not each.out})
    return Card(
        number=found.number,
        key=layout_key(found.layout),
        title=found.title,
        points=f"{found.score.total:.0f}",
        price=found.price,
        bars=tuple(
            Bar(name=each.help, told=f"{each.value:.1f} of {each.points:g}", percent=round(100 * each.share))
            for each in found.score.terms
        ),
        reasons_for=found.reasons_for,
        reasons_against=found.reasons_against,
        near_limits=found.near_limits,
        left_out=found.left_out,
        tolerance=tuple(f"wall {each.wall + 1} by {show(each.shorter)} mm" for each in found.tolerance),
        pictures=tuple(_pictures(made, task.catalogue)),
        units=tuple(_units(found.layout, made)),
        walls=tuple(Pin(text=pin_text(Forbid(wall=each)), label=f"Leave wall {each + 1} free") for each in furnished),
        layout=found.layout,
    )


def _pictures(made: Design, catalogue: Catalogue) -> Iterator[Picture]:
    """The plan, the elevation of the wall on which most stands, and that of an island."""
    plan = plan_figure(made, catalogue, *PLAN, dimensions=False)
    yield Picture(title="Plan", svg=svg(plan.drawing))
    filled = Counter[str]()
    for each in made.layout.placements:
        filled[f"wall-{each.wall + 1}"] += 0 if each.out else each.width * each.height
    figures = elevation_figures(made, catalogue, *ELEVATION, dimensions=False)
    walls = [each for each in figures if filled.get(each.name)]
    main = max(walls, key=lambda each: filled[each.name], default=None)
    for figure in figures:
        if figure is main or figure.name.startswith("island"):
            yield Picture(title=figure.subject, svg=svg(figure.drawing))


def _units(layout: Layout, made: Design) -> Iterator[Pin]:
    names = {each.id: each.name for each in made.cabinets}
    for each in layout.placements:
        if may_be_kept(each):
            place = "island" if each.out else f"wall {each.wall + 1}"
            label = f"{each.cabinet} {names[each.cabinet]}, {show(each.width)} mm, {place}"
            yield Pin(text=pin_text(keep(layout, each.cabinet)), label=label)
