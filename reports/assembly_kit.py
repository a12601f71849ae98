"""The kit: the fittings of a cabinet, laid out before the first step, beside the exploded view or in a field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from furnishing.cabinets.cabinet import Cabinet, HardwareItem
from furnishing.catalogue import Catalogue
from reports.drawing import HAIR, Anchor, Item, Line, Text, wrapped
from reports.page import GAP
from reports.project import Project
from reports.quantities import alike_together
from reports.render.fonts import POINT
from reports.tables import LEADING, Flow

SIZE: Final = 8.5
STEP: Final = SIZE * POINT * LEADING
TITLE: Final = 9.0
"""Millimetres for the heading and the air below it."""

BETWEEN: Final = 0.5
"""Millimetres from one article to the next."""

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


def kit_cell(project: Project, cabinet: Cabinet, room: tuple[float, float]) -> list[Item]:
    """The fittings in a field of the steps, in two columns where they are many."""
    width, height = room
    items: list[Item] = [Text(0.0, height - 4.8, project.locale.text("assembly.kit"), 11.0, bold=True)]
    x, y = 0.0, height - TITLE
    column = (width - 6.0) / 2
    for item in alike_together(cabinet.hardware):
        lines = wrapped(article_words(project, item), SIZE, column - QUANTITY)
        if y - len(lines) * STEP < 0.0 and x == 0.0:
            x, y = column + 6.0, height - TITLE
        items += _article(project, item, lines, x, y)
        y -= len(lines) * STEP + BETWEEN
    items.append(Line((0.0, -GAP / 2), (width, -GAP / 2), HAIR))
    return items


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
