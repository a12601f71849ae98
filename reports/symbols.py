"""Signs and colours that plan and elevations share: what is in a room, how wood looks, and the key to the signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from furnishing.catalogue import Catalogue
from furnishing.grain import BoardGrain, Grain
from furnishing.parts import Part
from furnishing.room import ObstacleKind, PointKind
from reports.drawing import THIN, Circle, Item, Line, Polyline, Rectangle, Stroke, Text, moved
from reports.render.fonts import text_width
from reports.text.locale import Locale

WORDS: Final = 8.0
PAPER_WHITE: Final = "#ffffff"
BARE: Final = "#f2f2f0"
"""The colour of wood whose finish nobody knows."""

_RADIUS: Final = 1.1
_GRAIN_GAPS: Final = (1.6, 2.7, 1.1, 2.2, 3.1, 1.9)
"""Millimetres of paper between grain lines, over and over: uneven, as in wood, and the same every time."""


def colours(catalogue: Catalogue | None) -> dict[str, tuple[str, BoardGrain]]:
    """The colour and the grain of each material, by code."""
    if catalogue is None:
        return {}
    finishes = {finish.code: finish for finish in catalogue.finishes}
    return {
        material.code: (finishes[material.finish].colour, finishes[material.finish].grain)
        for material in catalogue.materials
        if material.finish in finishes
    }


def mixed(colour: str, other: str, share: float) -> str:
    """`colour` with `share` of `other` mixed in; both `#rrggbb`."""
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def quiet(colour: str) -> str:
    """A finish as drawings show it: half way to white, so that lines and sizes stay readable on dark finishes too."""
    return mixed(colour, PAPER_WHITE, 0.45)


def upright_grain(part: Part, look: BoardGrain) -> bool | None:
    """Whether the grain of a part that faces the room stands upright; None where it shows none, or nobody knows."""
    if look is BoardGrain.NONE or part.grain is Grain.FREE:
        return None
    length_upright = part.box.dz == part.length
    return length_upright if part.grain is Grain.LENGTH else not length_upright


def grain_lines(box: tuple[float, float, float, float], colour: str, *, upright: bool) -> Iterator[Line]:
    """Quiet lines along the grain, anchored to the page so that they run on from front to front."""
    left, bottom, right, top = box
    stroke = Stroke(0.1, mixed(colour, "#3a2a1a", 0.28))
    low, high = (left, right) if upright else (bottom, top)
    whole = sum(_GRAIN_GAPS)
    place = whole * (low // whole)
    i = 0
    while place < high - 0.3:
        if place > low + 0.3:
            ends = ((place, bottom), (place, top)) if upright else ((left, place), (right, place))
            yield Line(*ends, stroke)
        place += _GRAIN_GAPS[i % len(_GRAIN_GAPS)]
        i += 1


def point_sign(kind: PointKind, x: float, y: float, *, hidden: bool = False) -> tuple[Item, ...]:
    """The sign of a point at `x, y`; dashed where furniture stands before it."""
    stroke = Stroke(THIN.width, dash=(0.6, 0.5)) if hidden else THIN
    r = _RADIUS
    match kind:
        case PointKind.SOCKET:
            return (
                Circle(x, y, r, stroke, PAPER_WHITE),
                Circle(x - 0.4, y, 0.2, None, "#000000"),
                Circle(x + 0.4, y, 0.2, None, "#000000"),
            )
        case PointKind.SWITCH:
            return (Circle(x, y, r, stroke, PAPER_WHITE), Line((x, y - 0.6), (x, y + 0.6), THIN))
        case PointKind.WATER:
            return (Circle(x, y, r, stroke, PAPER_WHITE), Circle(x, y, 0.45, None, "#000000"))
        case PointKind.WASTE:
            return (Rectangle(x - r, y - r, 2 * r, 2 * r, stroke, PAPER_WHITE), Circle(x, y, 0.45, None, "#000000"))
        case PointKind.GAS:
            corners = ((x - r, y - r), (x + r, y - r), (x, y + r))
            return (Polyline(corners, stroke, PAPER_WHITE, closed=True),)
        case PointKind.EXTRACTOR:
            cross = (Line((x - r, y), (x + r, y), THIN), Line((x, y - r), (x, y + r), THIN))
            return (Circle(x, y, r, stroke, PAPER_WHITE), *cross)


def key(
    points: Iterable[PointKind],
    obstacles: Iterable[tuple[ObstacleKind, bool]],
    x: float,
    y: float,
    width: float,
    locale: Locale,
) -> list[Item]:
    """The key to the signs used, from `x, y` to the right and then down, at most `width` wide.

    Obstacles come with whether they are shown as a circle.
    """
    entries: list[tuple[str, tuple[Item, ...]]] = []
    for point in sorted(set(points)):
        entries.append((_word(locale, point), point_sign(point, _RADIUS, 0.0)))
    for obstacle, circle in sorted(set(obstacles)):
        width_of_sign = 2.2 if circle else 3.4
        entries.append((_word(locale, obstacle), obstacle_sign(obstacle, 0.0, -1.1, width_of_sign, 2.2, circle=circle)))
    return row_of(entries, x, y, width)


def _word(locale: Locale, kind: PointKind | ObstacleKind) -> str:
    """The word for a sign; its own where nobody has written one yet."""
    return locale.text(f"signs.{kind.value}") if locale.words.has(f"signs.{kind.value}") else kind.value


def obstacle_sign(
    kind: ObstacleKind, x: float, y: float, width: float, height: float, *, circle: bool = False
) -> tuple[Item, ...]:
    """An obstacle as a rectangle: a pillar dark, a radiator with ribs, a beam overhead dashed, a pipe with its axis,
    an appliance crossed.

    As a `circle` where it is round and seen from above.
    """
    if circle and kind is not ObstacleKind.BEAM:
        fill = "#9a9a9a" if kind is ObstacleKind.PILLAR else PAPER_WHITE
        return (Circle(x + width / 2, y + height / 2, width / 2, THIN, fill),)
    if kind is ObstacleKind.BEAM:
        return (Rectangle(x, y, width, height, Stroke(0.25, dash=(2.0, 1.0))),)
    if kind is ObstacleKind.PILLAR:
        return (Rectangle(x, y, width, height, THIN, "#9a9a9a"),)
    body = Rectangle(x, y, width, height, THIN, PAPER_WHITE)
    if kind is ObstacleKind.APPLIANCE:
        corners = ((x, y), (x + width, y + height)), ((x, y + height), (x + width, y))
        return (body, *(Line(*each, Stroke(0.13)) for each in corners))
    if kind is not ObstacleKind.RADIATOR:
        middle = x + width / 2
        return (body, Line((middle, y), (middle, y + height), Stroke(0.18, dash=(3.0, 0.7, 0.5, 0.7))))
    count = max(int(max(width, height) / 1.2), 2)
    if width >= height:
        ribs = [
            Line((x + width * i / count, y), (x + width * i / count, y + height), Stroke(0.13)) for i in range(1, count)
        ]
    else:
        ribs = [
            Line((x, y + height * i / count), (x + width, y + height * i / count), Stroke(0.13))
            for i in range(1, count)
        ]
    return (body, *ribs)


def row_of(entries: Iterable[tuple[str, tuple[Item, ...]]], x: float, y: float, width: float) -> list[Item]:
    """Signs, each with its word behind it, in rows."""
    items: list[Item] = []
    left = x
    for word, sign in entries:
        step = 4.6 + text_width(word, WORDS) + 4.0
        if left > x and left + step > x + width:
            left, y = x, y - 4.6
        items += [*moved(sign, left, y), Text(left + 4.6, y - 1.0, word, WORDS)]
        left += step
    return items
