"""The cost sheet: what a quote costs the workshop, what remains, what becomes of the boards. For the dealer only."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from cutting.offcuts import Offcut
from furnishing.catalogue import Catalogue
from furnishing.money import Money
from reports.charts import EMPTY, split_bar, swatch
from reports.cost_sheet_yield import yield_charts
from reports.costing import Costing, costing
from reports.drawing import VISIBLE, Anchor, Document, Item, Rectangle, Text, moved
from reports.page import A4_PORTRAIT, Body, compose, paper_title
from reports.pricing import Quote, Terms
from reports.project import Project
from reports.quote import paragraph, priced
from reports.quote_price import line_name, signed
from reports.render.fonts import text_width
from reports.render.pdf import pdf
from reports.tables import Align, Column, Flow, Row, Table
from reports.text.locale import SQUARE_METRE
from reports.wrapping import fitted

_WIDTH: Final = A4_PORTRAIT.body_width
_MOST_OFFCUTS: Final = 12
_BAR: Final = 9.0


def cost_sheet_pdf(project: Project, terms: Terms) -> bytes:
    """The cost sheet as a PDF; ValueError without a design and a catalogue."""
    return pdf(cost_sheet_pages(project, terms), title=paper_title(project, project.locale.text("cost_sheet.title")))


def cost_sheet_pages(project: Project, terms: Terms, found: Quote | None = None) -> Document:
    """The cost sheet of a project, of the quote `found` where it is known; ValueError without design and catalogue."""
    found = found or priced(project, terms)
    costs, catalogue = costing(project, found), project.catalogue
    if catalogue is None:
        raise ValueError(f"{project.name} has no catalogue")
    say = project.locale.text
    flow = Flow(A4_PORTRAIT, locale=project.locale)
    flow.text(say("cost_sheet.title"), 22.0, bold=True)
    flow.text(say("cost_sheet.internal"), 10.0, bold=True)
    flow.space(3.0)
    _box(flow, costs, project)
    _split(flow, costs, project)
    flow.space(6.0)
    flow.table(_trades(costs, found, project, catalogue))
    flow.space(6.0)
    flow.table(_by_area(costs, found, project))
    flow.space(8.0)
    yield_charts(flow, costs, project)
    flow.space(8.0)
    _section(flow, say("cost_sheet.work"), _work(costs, project))
    flow.space(8.0)
    _kept(flow, costs, project)
    flow.space(5.0)
    charges = catalogue.charges
    rules = say(
        "cost_sheet.rules",
        overhead=project.locale.percent(charges.overhead_percent),
        margin=project.locale.percent(charges.margin_percent),
        credit=project.locale.percent(charges.offcut_credit_percent),
    )
    paragraph(flow, rules, 8.0)
    bodies = [Body(items=tuple(items)) for items in flow.pages]
    return compose(project, say("cost_sheet.title"), A4_PORTRAIT, bodies, unit=found.net.currency)


def _box(flow: Flow, costs: Costing, project: Project) -> None:
    """The largest thing on the paper: what the order contributes."""
    locale = project.locale
    amount = signed(locale.money(costs.contribution))
    words = locale.text(
        "cost_sheet.margin_line",
        margin=signed(locale.amount(costs.margin)),
        percent=signed(locale.percent(costs.share(costs.margin), 1)),
        cost=locale.amount(costs.direct + costs.overhead),
    )
    percent = signed(locale.percent(costs.share(costs.contribution), 1))
    size = fitted(amount, 24.0, 80.0, bold=True)
    flow.put(
        (
            Rectangle(0.0, 0.0, _WIDTH, 20.0, VISIBLE),
            Text(4.0, 11.5, locale.text("cost_sheet.contribution"), 11.0, bold=True, max_width=92.0),
            Text(4.0, 5.0, words, 9.0, max_width=92.0),
            Text(_WIDTH - 4.0, 9.0, amount, size, Anchor.END, bold=True),
            Text(_WIDTH - 4.0, 3.5, percent, 10.0, Anchor.END),
        ),
        20.0,
    )
    flow.space(6.0)


def _split(flow: Flow, costs: Costing, project: Project) -> None:
    """The net price as one bar: each trade, overhead and what remains."""
    locale, say = project.locale, project.locale.text
    named = [(say(f"quote.{each.trade.name.lower()}"), each.direct) for each in costs.trades]
    named.append((say("cost_sheet.overhead_word"), costs.overhead))
    gains = costs.margin.amount >= 0
    named.append((say("cost_sheet.margin_word" if gains else "cost_sheet.loss_word"), costs.margin))
    patterns = [*range(len(named) - 1), EMPTY]
    parts = [
        (pattern, max(amount.amount, Decimal(0)), locale.percent(costs.share(amount), 0))
        for pattern, (_, amount) in zip(patterns, named, strict=True)
    ]
    rows = -(-len(named) // 2)
    high = 8.0 + _BAR + 3.0 + 5.6 * rows
    items: list[Item] = [Text(0.0, high - 5.0, say("cost_sheet.split"), 12.0, bold=True)]
    items += moved(split_bar(parts, _WIDTH, _BAR), 0.0, high - 8.0 - _BAR)
    for number, (pattern, (words, amount)) in enumerate(zip(patterns, named, strict=True)):
        x, y = (_WIDTH / 2 + 4) * (number // rows), high - 8.0 - _BAR - 7.0 - 5.6 * (number % rows)
        told = f"{signed(locale.amount(amount))} · {signed(locale.percent(costs.share(amount), 1))}"
        items += swatch(pattern, x, y)
        room = _WIDTH / 2 - 6.0 - 8.5 - text_width(told, 9.0) - 2.0
        items.append(Text(x + 8.5, y + 0.8, words, 9.0, max_width=room))
        items.append(Text(x + _WIDTH / 2 - 6.0, y + 0.8, told, 9.0, Anchor.END))
    flow.put(items, high)


def _by_area(costs: Costing, found: Quote, project: Project) -> Table:
    """Full cost and net price by both usual bases: the area seen from the front, and that of all boards."""
    locale, say = project.locale, project.locale.text
    full = costs.direct + costs.overhead

    def row(name: str, area: int) -> Row:
        by_area = [each.times(Decimal(SQUARE_METRE) / area) if area else None for each in (full, costs.net)]
        told = (locale.amount(each) if each else "–" for each in by_area)
        return (say(f"quote.{name}"), locale.number(Decimal(area) / SQUARE_METRE, 2), *told)

    heads = ("area", "full_by_area", "price_by_area")
    return Table(
        columns=(
            Column(say("cost_sheet.by_area"), _WIDTH - 90.0, size=10.0),
            *(Column(say(f"cost_sheet.{head}"), 30.0, Align.NUMBER, size=10.0) for head in heads),
        ),
        rows=(row("front_area", found.front_area), row("board_area", found.board_area)),
    )


def _trades(costs: Costing, found: Quote, project: Project, catalogue: Catalogue) -> Table:
    locale, say = project.locale, project.locale.text
    percent = locale.percent(catalogue.charges.overhead_percent)

    def row(words: str, *amounts: Money) -> Row:
        return (words, *(signed(locale.amount(each)) for each in amounts))

    each = 26.0
    heads = ("direct", "overhead", "full", "price", "margin")
    zero = Money.of(0, costs.net.currency)
    totals = [
        row(
            say("cost_sheet.sum"),
            costs.direct,
            costs.overhead,
            costs.direct + costs.overhead,
            found.subtotal,
            costs.margin + found.discount,
        )
    ]
    if found.discount.amount:
        minus = zero - found.discount
        words = say("cost_sheet.discount", percent=locale.percent(found.discount_percent))
        totals.append((words, "", "", "", *(signed(locale.amount(each)) for each in (minus, minus))))
    net = (say("cost_sheet.net"), "", "", "", locale.amount(costs.net), signed(locale.amount(costs.margin)))
    return Table(
        columns=(
            Column(say("cost_sheet.trade"), _WIDTH - len(heads) * each, size=10.0),
            *(Column(say(f"cost_sheet.{head}", percent=percent), each, Align.NUMBER, size=10.0) for head in heads),
        ),
        rows=tuple(
            row(say(f"quote.{each.trade.name.lower()}"), each.direct, each.overhead, each.full, each.price, each.margin)
            for each in costs.trades
        ),
        totals=(*totals, net),
    )


def _section(flow: Flow, heading: str, table: Table) -> None:
    # A short table stays on one page.
    flow.need(18.0 + 6.0 * min(len(table.rows), 20))
    flow.text(heading, 12.0, bold=True)
    flow.space(1.0)
    flow.table(table)


def _work(costs: Costing, project: Project) -> Table:
    locale, say = project.locale, project.locale.text

    def hours(minutes: Decimal) -> str:
        return locale.number(minutes / 60, 2)

    rows = [
        (
            line_name(line, project),
            hours(line.quantity),
            locale.amount(line.price if line.cost is None else line.cost),
            locale.amount(line.cost_total),
        )
        for line in costs.work
    ]
    minutes = sum((line.quantity for line in costs.work), start=Decimal(0))
    cost = Money.of(sum((line.cost_total.amount for line in costs.work), start=Decimal(0)), costs.net.currency)
    return Table(
        columns=(
            Column(say("cost_sheet.operation"), _WIDTH - 90.0, size=10.0),
            Column(say("cost_sheet.hours"), 28.0, Align.NUMBER, size=10.0),
            Column(say("quote.per_hour"), 30.0, Align.NUMBER, size=10.0),
            Column(say("cost_sheet.cost"), 32.0, Align.NUMBER, size=10.0),
        ),
        rows=tuple(rows),
        totals=((say("cost_sheet.sum"), hours(minutes), "", locale.amount(cost)),),
    )


def _kept(flow: Flow, costs: Costing, project: Project) -> None:
    """The offcuts that go into stock, the largest by themselves and the others in one line."""
    locale, say, currency = project.locale, project.locale.text, costs.net.currency
    if not costs.offcuts:
        flow.need(14.0)
        flow.text(say("cost_sheet.kept"), 12.0, bold=True)
        flow.text(say("cost_sheet.nothing_kept"), 10.0)
        return
    # A line for the others pays from two of them on.
    most = _MOST_OFFCUTS + (len(costs.offcuts) == _MOST_OFFCUTS + 1)
    shown, more = costs.offcuts[:most], costs.offcuts[most:]
    rows = [
        (
            project.material_name(each.material) or each.material,
            locale.size(each.length, each.width),
            locale.number(each.quantity),
            locale.amount(Money.of(each.value, currency)),
            locale.amount(Money.of(each.value * each.quantity, currency)),
        )
        for each in shown
    ]

    def value(offcuts: Sequence[Offcut]) -> str:
        worth = sum((each.value * each.quantity for each in offcuts), start=Decimal(0))
        return locale.amount(Money.of(worth, currency))

    if more:
        count = sum(each.quantity for each in more)
        rows.append((say("cost_sheet.and_more", n=count), "", locale.number(count), "", value(more)))
    whole = sum(each.quantity for each in costs.offcuts)
    table = Table(
        columns=(
            Column(say("cost_sheet.material"), _WIDTH - 108.0, size=10.0, shrinks=True),
            Column(say("cost_sheet.size", unit=locale.unit), 40.0, size=10.0),
            Column(say("cost_sheet.quantity"), 18.0, Align.NUMBER, size=10.0),
            Column(say("cost_sheet.each"), 24.0, Align.NUMBER, size=10.0),
            Column(say("cost_sheet.together"), 26.0, Align.NUMBER, size=10.0),
        ),
        rows=tuple(rows),
        totals=((say("cost_sheet.sum"), "", locale.number(whole), "", value(costs.offcuts)),),
    )
    _section(flow, say("cost_sheet.kept"), table)
