"""The step list: every cut of every board on a line of its own, in the order of a beam saw or of a table saw.

For a beam saw it tells the modelled time of each cut; for a table saw where the fence is set, and what it is set for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from cutting.pieces import Direction
from cutting.plan import Sheet
from cutting.saw_time import usual_times
from cutting.sequence import finished
from reports.diagram_head import book_facts
from reports.diagrams import numbered_patterns
from reports.drawing import Document
from reports.page import A4_PORTRAIT, Body, compose
from reports.project import Project
from reports.saw_lines import (
    Codes,
    SawKind,
    SawLine,
    duration,
    offcut_codes,
    ordered_steps,
    pattern_seconds,
    saw_lines,
)
from reports.sparing import spared
from reports.step_list import ARROWS, setting_numbers, take
from reports.tables import Align, Column, Flow, Row, Section, Table, id_size
from reports.text.locale import Locale

BEGIN: Final = 70.0
"""Millimetres that must be free for the cuts of a board to begin on a page."""

OFF: Final = 1.5
"""Millimetres more between how long a cut is and the large id of what it gives."""


def step_pages(project: Project, saw: SawKind) -> Document:
    """The step list of a project as A4 pages; empty for a router's plan, which has no cuts."""
    locale = project.locale
    title = locale.text(f"step_list.title_{saw.value}")
    tables = [_table(project, sheet, numbers, saw) for sheet, numbers in numbered_patterns(project) if sheet.cuts]
    if not tables:
        return ()
    summary = _summary(project, saw)

    def fill(flow: Flow) -> None:
        flow.text(title, 16.0, bold=True)
        flow.text(summary, 11.0)
        flow.text(locale.text(f"step_list.key_{saw.value}"), 9.0)
        for number, table in enumerate(tables):
            flow.space(4.0)
            # A board begun in the last lines of a page is read on the next; the first stands below the title.
            if number:
                flow.begin(table, BEGIN)
            flow.table(table)

    pages = spared(fill, A4_PORTRAIT, locale).pages
    return compose(project, title, A4_PORTRAIT, [Body(items=tuple(items)) for items in pages])


def _summary(project: Project, saw: SawKind) -> str:
    """All boards together: cuts, how long they are, and how long they take or how often the fence is moved."""
    locale, every = project.locale, [sheet for sheet, _ in numbered_patterns(project)]
    done = {sheet: ordered_steps(project, sheet, saw) for sheet in every}
    book = project.job.saw.book_height or 1 if saw is SawKind.BEAM else 1
    times = {sheet: -(-sheet.copies // book) for sheet in every}
    cuts = sum(len(done[sheet]) * times[sheet] for sheet in every)
    run = locale.run(sum(step.length * times[sheet] for sheet in every for step in done[sheet]))
    said = [
        locale.text("diagrams.boards", n=sum(sheet.copies for sheet in every)),
        locale.text("diagrams.cuts", n=cuts, run=run),
    ]
    if saw is SawKind.BEAM:
        seconds = sum((pattern_seconds(project, sheet) for sheet in every), Decimal(0))
        said.append(locale.text("diagrams.time", time=duration(locale, seconds)))
    else:
        lines = [saw_lines(sheet, project.job.saw, done[sheet], usual_times()) for sheet in every]
        said.append(locale.text("step_list.settings", n=sum(_settings(each) for each in lines)))
    return " · ".join(said)


def _settings(lines: Sequence[SawLine]) -> int:
    return max(setting_numbers(lines).values(), default=0)


def _table(project: Project, sheet: Sheet, numbers: str, saw: SawKind) -> Table:
    """The cuts of one pattern under its heading."""
    locale, codes, ids = project.locale, offcut_codes(project, sheet), project.pieces
    lines = saw_lines(sheet, project.job.saw, ordered_steps(project, sheet, saw), usual_times())
    heading = Section(_heading(project, sheet, numbers), _facts(project, sheet, lines, saw))
    run = locale.run(sum(line.step.length for line in lines))
    count = (locale.number(len(lines)), locale.text("step_list.cuts", n=len(lines)))
    if saw is SawKind.TABLE:
        rows = _table_saw_rows(lines, codes, locale)
        totals = (("", "", *count, "", run, ""),)
        return Table(columns=_table_saw(ids, locale), rows=(heading, *rows), totals=totals, again=0)
    seconds = sum((line.seconds for line in lines if line.seconds is not None), Decimal(0))
    total = (*count, "", "", "", run, "", duration(locale, seconds))
    return Table(
        columns=_beam_saw(ids, locale),
        rows=(heading, *(_beam_row(line, codes, locale) for line in lines)),
        totals=(total,),
    )


def _heading(project: Project, sheet: Sheet, numbers: str) -> str:
    """Which board; its size stands below, as names of materials may be long."""
    return f"{numbers} · {project.material_name(sheet.material) or project.board(sheet).code}"


def _facts(project: Project, sheet: Sheet, lines: Sequence[SawLine], saw: SawKind) -> str:
    """What is loaded, how often, and what is set; for a table saw what it cannot have in its own order."""
    board, locale = project.board(sheet), project.locale
    size = f"{locale.size(board.length, board.width)} {locale.unit}"
    copies = locale.text("diagrams.copies" if sheet.copies > 1 else "diagrams.one_sheet", n=sheet.copies)
    kerf = locale.text("diagrams.kerf", size=locale.length(project.job.saw.kerf))
    # A piece as large as the trimmed board comes off no cut of its own.
    whole = [leaf.piece for leaf in (finished(sheet.cuts) if sheet.cuts else ()) if leaf.piece]
    told = [locale.text("step_list.whole", piece=piece) for piece in whole]
    if saw is SawKind.BEAM:
        return " · ".join(filter(None, (size, copies, kerf, *book_facts(project, sheet), *told)))
    across = next((line for line in lines if line.step.near is not None), None)
    late = across is not None and across.step.direction is Direction.WIDTH
    said = [size, copies, kerf, locale.text("step_list.settings", n=_settings(lines)), *told]
    return " · ".join((*said, *([locale.text("step_list.crosscut_first")] if late else [])))


def _beam_saw(ids: Iterable[str], locale: Locale) -> tuple[Column, ...]:
    wide = 0.0 if locale.metric else 4.0
    # What the saw is set to is read from as far as the ids.
    size = id_size(ids, 52.0 - OFF - 3 * wide)
    return (
        _column(locale, "number", 12.0, Align.NUMBER, bold=True),
        _column(locale, "cut", 27.0, size=9.0),
        _column(locale, "take", 16.0, bold=True),
        _column(locale, "stop", 21.0 + wide, Align.NUMBER, bold=True, size=size),
        _column(locale, "sum", 21.0 + wide, Align.NUMBER),
        _column(locale, "long", 20.0 + wide, Align.NUMBER),
        _column(locale, "gives", 52.0 - 3 * wide, bold=True, size=size, inset=OFF),
        _column(locale, "time", 17.0, Align.NUMBER, size=9.0),
    )


def _table_saw(ids: Iterable[str], locale: Locale) -> tuple[Column, ...]:
    size = id_size(ids, 60.0 - OFF)
    return (
        _column(locale, "setting", 14.0, Align.NUMBER, bold=True),
        _column(locale, "fence", 30.0, Align.NUMBER, bold=True, size=size),
        _column(locale, "number", 13.0, Align.NUMBER),
        _column(locale, "cut", 27.0, size=9.0),
        _column(locale, "take", 17.0, bold=True),
        _column(locale, "long", 25.0, Align.NUMBER),
        _column(locale, "gives", 60.0, bold=True, size=size, inset=OFF),
    )


def _column(
    locale: Locale,
    name: str,
    width: float,
    align: Align = Align.LEFT,
    *,
    bold: bool = False,
    size: float = 11.0,
    inset: float = 0.0,
) -> Column:
    return Column(locale.text(f"step_list.head_{name}"), width, align, bold, size, shrinks=True, inset=inset)


def _beam_row(line: SawLine, codes: Codes, locale: Locale) -> Row:
    step = line.step
    time = "–" if line.seconds is None else locale.text("step_list.seconds", n=line.seconds)
    sizes = (locale.length(step.stop), locale.length(step.reach), locale.length(step.length))
    return (str(step.number), _cut(line, locale), take(line), *sizes, _gives(line, codes, locale), time)


def _table_saw_rows(lines: Sequence[SawLine], codes: Codes, locale: Locale) -> list[Row]:
    """The number of a setting stands only in its first line, where the fence is moved; its size in every line."""
    numbers, rows, before = setting_numbers(lines), list[Row](), 0
    for line in lines:
        step, setting = line.step, numbers[line.step.number]
        fence = (str(setting) if setting != before else "", locale.length(step.stop))
        before = setting
        cut = (str(step.number), _cut(line, locale), take(line), locale.length(step.length))
        rows.append((*fence, *cut, _gives(line, codes, locale)))
    return rows


def _cut(line: SawLine, locale: Locale) -> str:
    return f"{ARROWS[line.step.direction]} {locale.text(f'step_list.{line.step.kind.name.lower()}')}"


def _gives(line: SawLine, codes: Codes, locale: Locale) -> str:
    """What comes free at the stop, below it what is left of the row with its size; of a trim the board that stays."""
    near, far = line.step.near, line.step.far
    if near is None:
        return (
            locale.text("step_list.stays", size=locale.size(line.stays.length, line.stays.width)) if line.stays else ""
        )

    def name(panel: str, number: int) -> str:
        node = (near, far)[number]
        if panel or node is None:
            return panel
        (leaf,) = finished(node)
        if leaf.piece is not None:
            return leaf.piece
        code = codes[leaf.rect.length, leaf.rect.width] if leaf.offcut else ""
        return f"{locale.text('step_list.offcut')} {code}" if leaf.offcut else locale.text("step_list.waste")

    given = name(line.near, 0)
    if far is None:
        return given
    return f"{given}\n+ {name(line.far, 1)}   {locale.size(far.rect.length, far.rect.width)}"
