"""Pages: paper sizes, margins, the grid, and the title block with page x of y, after ISO 7200 and ISO 5457.

A paper is composed in two steps: each page's body is made as a `Body`, then `compose` puts the title block
under all of them, because only then the number of pages is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reports.drawing import THIN, VISIBLE, Anchor, Document, Drawing, Item, Line, Rectangle, Text, fitted, shortened
from reports.project import Project

MARGIN: Final = 12.0
"""Millimetres free on every side of every paper."""

BLOCK: Final = 11.0
"""Height of the title block."""

GAP: Final = 4.0
"""Millimetres between the title block and the body, and between columns of the grid."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper size in millimetres, with the area that is left for a body between margins and title block."""

    width: float
    height: float

    @property
    def left(self) -> float:
        """The left edge of the body."""
        return MARGIN

    @property
    def right(self) -> float:
        """The right edge of the body."""
        return self.width - MARGIN

    @property
    def top(self) -> float:
        """The upper edge of the body."""
        return self.height - MARGIN

    @property
    def bottom(self) -> float:
        """The lower edge of the body, above the title block."""
        return MARGIN + BLOCK + GAP

    @property
    def body_width(self) -> float:
        """Width of the body."""
        return self.right - self.left

    @property
    def body_height(self) -> float:
        """Height of the body."""
        return self.top - self.bottom

    def columns(self, count: int = 12) -> tuple[tuple[float, float], ...]:
        """The grid: left edge and width of each of `count` equal columns with `GAP` between them."""
        width = (self.body_width - GAP * (count - 1)) / count
        return tuple((self.left + number * (width + GAP), width) for number in range(count))


A4_PORTRAIT: Final = Paper(210.0, 297.0)
A4_LANDSCAPE: Final = Paper(297.0, 210.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What one page shows, in page coordinates; `subject` and `scale` go into its title block."""

    items: tuple[Item, ...]
    subject: str = ""
    scale: str = ""


def compose(project: Project, title: str, paper: Paper, bodies: Sequence[Body], *, unit: str = "mm") -> Document:
    """The pages of one paper: each body with the title block under it."""
    return tuple(
        Drawing(
            width=paper.width,
            height=paper.height,
            items=(
                *body.items,
                *_title_block(project, paper, body, title=title, page=f"{number} of {len(bodies)}", unit=unit),
            ),
            title=f"{title}, {project.name}, page {number} of {len(bodies)}",
        )
        for number, body in enumerate(bodies, start=1)
    )


def _title_block(project: Project, paper: Paper, body: Body, *, title: str, page: str, unit: str) -> tuple[Item, ...]:
    """One row of cells: caption above, value below; the cells of free text share what the others leave."""
    subject = f"{title}: {body.subject}" if body.subject else title
    cells: list[tuple[str, str, float]] = [
        ("Project", project.name, 0.30),
        ("Customer", project.customer, 0.24),
        ("Paper", subject, 0.46),
        ("Date", project.date.isoformat(), 22.0),
        ("Version", project.version, 17.0),
        ("Scale", f"{body.scale or '–'} · {unit}", 20.0),
        ("Checked", "", 18.0),
        ("Page", page, 18.0),
    ]
    if not project.customer:
        cells.pop(1)
    free = paper.body_width - sum(width for _, _, width in cells if width > 1)
    shares = sum(width for _, _, width in cells if width <= 1)
    items: list[Item] = [Rectangle(paper.left, MARGIN, paper.body_width, BLOCK, VISIBLE)]
    x = paper.left
    for number, (caption, value, width) in enumerate(cells):
        room = width if width > 1 else free * width / shares
        if number:
            items.append(Line((x, MARGIN), (x, MARGIN + BLOCK), THIN))
        items.append(Text(x + 1.2, MARGIN + 7.4, caption, 7.0, max_width=room - 2.4, colour="#444444"))
        items.append(cell_text(x + 1.2, MARGIN + 2.4, value, 10.0, room - 2.4, bold=caption in ("Page", "Project")))
        x += room
    return tuple(items)


def cell_text(
    x: float,
    y: float,
    text: str,
    size: float,
    width: float,
    *,
    anchor: Anchor = Anchor.START,
    bold: bool = False,
    smallest: float = 8.0,
) -> Text:
    """Text for a cell of `width` millimetres: shrunk down to `smallest` points, then shortened with an ellipsis."""
    drawn = fitted(text, size, width, bold=bold, smallest=smallest)
    return Text(x, y, shortened(text, drawn, width, bold=bold), drawn, anchor, bold)
