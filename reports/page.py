"""Pages: paper sizes, margins, the grid, and the title block with page x of y, after ISO 7200 and ISO 5457.

A paper is composed in two steps: each page's body is made as a `Body`, then `compose` puts the title block
under all of them, because only then the number of pages is known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reports.drawing import THIN, VISIBLE, Anchor, Document, Drawing, Item, Line, Rectangle, Text
from reports.project import Project
from reports.render.fonts import text_width
from reports.text.locale import Locale
from reports.wrapping import fitted, shortened

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


def paper_title(project: Project, title: str) -> str:
    """The title of a paper as a file carries it: the paper and the project."""
    return project.locale.text("page.title", paper=title, project=project.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What one page shows, in page coordinates; `subject` and `scale` go into its title block."""

    items: tuple[Item, ...]
    subject: str = ""
    scale: str = ""


def compose(project: Project, title: str, paper: Paper, bodies: Sequence[Body], *, unit: str | None = None) -> Document:
    """The pages of one paper: each body with the title block under it. `unit` is that of lengths if not given."""
    say, count = project.locale.text, len(bodies)
    return tuple(
        Drawing(
            width=paper.width,
            height=paper.height,
            items=(
                *body.items,
                *_title_block(
                    project,
                    paper,
                    body,
                    title=title,
                    page=say("page.page_of", page=number, pages=count),
                    unit=unit or project.locale.unit,
                ),
            ),
            title=say("page.title_of_page", paper=title, project=project.name, page=number, pages=count),
        )
        for number, body in enumerate(bodies, start=1)
    )


def _title_block(project: Project, paper: Paper, body: Body, *, title: str, page: str, unit: str) -> tuple[Item, ...]:
    """One row of cells: caption above, value below; the cells of free text share what the others leave."""
    locale = project.locale
    subject = locale.text("page.subject", paper=title, subject=body.subject) if body.subject else title
    words = {"project": project.title, "customer": project.customer, "paper": subject}
    facts = {
        "date": (locale.date(project.date), 22.5),
        "version": (project.version, 19.0),
        **({"scale": (f"{body.scale} · {unit}", 20.0)} if body.scale else {"unit": (unit, _unit_width(locale))}),
        "checked": ("", 18.0),
        "page": (page, max(20.5, text_width(page, 10.0, bold=True) + 2.5)),
    }
    heads = {caption: locale.text(f"page.{caption}") for caption in (*words, *facts)}
    free = paper.body_width - sum(width for _, width in facts.values())
    widths = _shares({caption: value for caption, value in words.items() if value}, heads, free)
    cells = [(caption, words[caption], width) for caption, width in widths.items()]
    cells += [(caption, value, width) for caption, (value, width) in facts.items()]
    items: list[Item] = [Rectangle(paper.left, MARGIN, paper.body_width, BLOCK, VISIBLE)]
    x = paper.left
    for number, (caption, value, width) in enumerate(cells):
        if number:
            items.append(Line((x, MARGIN), (x, MARGIN + BLOCK), THIN))
        items.append(Text(x + 1.2, MARGIN + 7.4, heads[caption], 8.0, max_width=width - 2.4, colour="#444444"))
        items.append(cell_text(x + 1.2, MARGIN + 2.4, value, 10.0, width - 2.4, bold=caption in ("page", "project")))
        x += width
    return tuple(items)


def _unit_width(locale: Locale) -> float:
    """Millimetres of the cell of the unit alone: its caption is the longer word."""
    return max(14.0, _small(locale.text("page.unit")))


def _shares(words: Mapping[str, str], heads: Mapping[str, str], free: float) -> dict[str, float]:
    """Alike for all where that is enough, else in proportion to the words.

    Where that would cut off a short one, the shorter ones get what they need in small, and only the longest is cut.
    """
    even = free / len(words)
    needs = {caption: text_width(value, 10.0, bold=True) + 2.4 for caption, value in words.items()}
    if max(needs.values()) <= even:
        return dict.fromkeys(words, even)
    wanted = {caption: min(max(need, even / 3), free * 0.62) for caption, need in needs.items()}
    shares = {caption: free * need / sum(wanted.values()) for caption, need in wanted.items()}
    least = {
        caption: max(_small(value, bold=caption == "project"), _small(heads[caption]))
        for caption, value in words.items()
    }
    if all(shares[caption] >= least[caption] for caption in words):
        return shares
    fair = _least_first(least, free)
    return {caption: fair[caption] for caption in words}


def _small(value: str, *, bold: bool = False) -> float:
    """Millimetres of a cell that holds a word in the smallest size."""
    return text_width(value, 8.0, bold=bold) + 2.5


def _least_first(least: Mapping[str, float], free: float) -> dict[str, float]:
    """Each what it needs at least, the paper and then the shortest first, but no more than its share of the rest.

    The words of the paper are ours: they may take half of all, and what the others leave, so that no language has them
    cut off.
    """
    if sum(least.values()) <= free:
        given = dict(least)
    elif "paper" in least:
        given = {"paper": min(least["paper"], max(free / 2, free / len(least)))}
    else:
        given = {}
    others = sorted(least.keys() - given.keys(), key=lambda each: (least[each], each))
    for count, caption in enumerate(others):
        given[caption] = min(least[caption], (free - sum(given.values())) / (len(others) - count))
    rest = (free - sum(given.values())) / len(given)
    return {caption: width + rest for caption, width in given.items()}


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
