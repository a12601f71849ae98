"""The kit: the fittings of a cabinet, laid out before the first step, beside the exploded view or in a field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from furnishing.cabinets.cabinet import Cabinet, HardwareItem
from furnishing.catalogue import Catalogue
from reports.drawing import HAIR, Anchor, Item, Line, Text
from reports.page import GAP
from reports.project import Project
from reports.quantities import alike_together
from reports.render.fonts import POINT
from reports.tables import LEADING, Flow
from reports.wrapping import wrapped

SIZE: Final = 8.5
STEP: Final = SIZE * POINT * LEADING
TITLE: Final = 9.0
"""Millimetres for the heading and the air below it."""

BETWEEN: Final = 0.5
"""Millimetres from one article to the next."""

BESIDE: Final = 6.0
"""Millimetres between two columns."""

MOST_BELOW: Final = 44
"""Millimetres that an exploded view may give up."""

QUANTITY: Final = 12.0
"""Millimetres for how many there are."""


def kit_beside(flow: Flow, project: Project, cabinet: Cabinet) -> bool:
    """The fittings below a list of parts, where all of them have room on its page; whether they do."""
    room = flow.paper.body_width
    hardware = alike_together(cabinet.hardware)
    words = [wrapped(article_words(project, item), SIZE, room - QUANTITY) for item in hardware]
    height = TITLE + sum(len(lines) * STEP + BETWEEN for lines in words)
    if not words or len(flow.pages) > 1 or flow.left_over < height + 5.0:
        return False
    flow.space(5.0)
    items: list[Item] = [Text(0.0, height - 4.8, project.locale.text("assembly.kit"), 11.0, bold=True)]
    y = height - TITLE
    for item, lines in zip(hardware, words, strict=True):
        items += _article(project, item, lines, 0.0, y)
        y -= len(lines) * STEP + BETWEEN
    flow.put(items, height)
    return True


def kit_height(project: Project, cabinet: Cabinet, width: float) -> float:
    """Millimetres that the fittings take in two columns of `width` in all; 0 for none, or for more than look well."""
    words = _words(project, cabinet, width)
    for height in range(20, MOST_BELOW + 1, 2) if words else ():
        if _placed(words, width, float(height))[-1][2] >= 0.0:
            return float(height)
    return 0.0


def kit_cell(project: Project, cabinet: Cabinet, room: tuple[float, float]) -> list[Item]:
    """The fittings in a field of the steps, in two columns where they are many."""
    width, height = room
    items: list[Item] = [Text(0.0, height - 4.8, project.locale.text("assembly.kit"), 11.0, bold=True)]
    words = _words(project, cabinet, width)
    for (item, lines), (x, y, _) in zip(words, _placed(words, width, height), strict=True):
        items += _article(project, item, lines, x, y)
    items.append(Line((0.0, -GAP / 2), (width, -GAP / 2), HAIR))
    return items


def _words(project: Project, cabinet: Cabinet, width: float) -> list[tuple[HardwareItem, tuple[str, ...]]]:
    """Each article with its name in lines for one of two columns."""
    room = (width - BESIDE) / 2 - QUANTITY
    return [(item, wrapped(article_words(project, item), SIZE, room)) for item in alike_together(cabinet.hardware)]


def _placed(
    words: Sequence[tuple[HardwareItem, tuple[str, ...]]], width: float, height: float
) -> list[tuple[float, float, float]]:
    """The upper left corner of each article and how low it ends; the second column begins where the first is full."""
    x, y = 0.0, height - TITLE
    found = []
    for _, lines in words:
        if y - len(lines) * STEP < 0.0 and x == 0.0:
            x, y = (width + BESIDE) / 2, height - TITLE
        found.append((x, y, y - len(lines) * STEP))
        y -= len(lines) * STEP + BETWEEN
    return found


def _article(project: Project, item: HardwareItem, lines: tuple[str, ...], x: float, y: float) -> Iterator[Item]:
    """How many of an article, and its name below an upper left corner."""
    quantity = f"{project.locale.number(item.quantity)} ×"
    yield Text(x + QUANTITY - 2.0, y - STEP, quantity, SIZE, Anchor.END, bold=True)
    for number, line in enumerate(lines, 1):
        yield Text(x + QUANTITY, y - number * STEP, line, SIZE)


def article_words(project: Project, item: HardwareItem) -> str:
    """The name of an article, with the length it is cut to."""
    name = _named(project.catalogue, item.code)
    told = project.goods_name(name)
    sizes = [each for each in (item.length, item.width) if each is not None]
    return f"{told}, {project.locale.size(*sizes)} {project.locale.unit}" if sizes else told


def _named(catalogue: Catalogue | None, code: str) -> str:
    for article in catalogue.hardware if catalogue else ():
        if article.code == code:
            return article.name
    return code
