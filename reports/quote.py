"""The quote as a paper that a customer can accept: the total, what it includes and what not, and how it is made up."""

from __future__ import annotations

import datetime
from typing import Final

from furnishing.design import Design
from furnishing.issues import Issue, Level
from furnishing.money import MINOR_DIGITS, Money
from furnishing.units import show
from reports.drawing import (
    THIN,
    VISIBLE,
    Anchor,
    Document,
    Item,
    Line,
    Rectangle,
    Text,
    fitted,
    moved,
    shortened,
    wrapped,
)
from reports.page import A4_PORTRAIT, Body, compose
from reports.pricing import Quote, Terms, Trade, quote
from reports.project import Project
from reports.quantities import habits, is_assembled
from reports.render.fonts import POINT
from reports.render.pdf import pdf
from reports.room_drawings import plan_figure
from reports.tables import GREY, Align, Column, Flow, Row, Section, Table, number

TITLE: Final = "Quote"
_WIDTH: Final = A4_PORTRAIT.body_width
_PLAN_WIDTH, _PLAN_HEIGHT = 92.0, 56.0
_SIGNATURES: Final = 27.0
_NOT_INCLUDED: Final = "-not-included"
"""How the codes of issues end that name what a design leaves out."""


def quote_pdf(project: Project, terms: Terms) -> bytes:
    """The quote as a PDF; ValueError without a design and a catalogue."""
    return pdf(quote_pages(project, terms), title=f"{TITLE}, {project.name}")


def quote_pages(project: Project, terms: Terms) -> Document:
    """The quote for a project on these terms; ValueError without a design and a catalogue."""
    if project.design is None or project.catalogue is None:
        raise ValueError(f"{project.name} has no design and no catalogue, so there is nothing to price")
    priced = quote(project.design, project.result, project.catalogue, terms)
    flow = Flow(A4_PORTRAIT)
    _header(flow, project, terms)
    _total_box(flow, priced)
    _included(flow, project, project.design)
    flow.space(4.0)
    flow.table(_cabinets(priced, project.design))
    _left_out(flow, priced, project.design)
    if terms.note:
        flow.space(3.0)
        flow.text(terms.note, 10.0)
    _acceptance(flow, project, priced)
    flow.space(10.0)
    _price(flow, priced)
    bodies = [Body(items=tuple(items)) for items in flow.pages]
    unit = project.catalogue.currency
    return compose(project, TITLE, A4_PORTRAIT, bodies, unit=unit)


def valid_until(project: Project, terms: Terms) -> datetime.date:
    """The last day on which the quote binds."""
    days = habits().valid_days if terms.valid_days is None else terms.valid_days
    return project.date + datetime.timedelta(days=days)


def amount(money: Money) -> str:
    """An amount without its currency, for columns."""
    return number(money.amount, MINOR_DIGITS.get(money.currency, 2))


def _header(flow: Flow, project: Project, terms: Terms) -> None:
    customer = terms.customer or project.customer
    maker = project.catalogue.name if project.catalogue else ""
    half = _WIDTH / 2 - 4
    fields = (
        (0.0, "For", customer),
        (half + 8, "Prices from", maker),
        (0.0, "Project", project.name),
        (half + 8, "Date, and valid until", f"{project.date.isoformat()}, {valid_until(project, terms).isoformat()}"),
    )
    items: list[Item] = [Text(0.0, 27.0, TITLE, 22.0, bold=True)]
    for i, (x, caption, value) in enumerate(fields):
        y = 17.0 - 10.0 * (i // 2)
        size = fitted(value, 12.0, half, smallest=9.0)
        items.append(Text(x, y + 1.2, caption, 8.0, colour=GREY))
        # A name that is not known yet is written on the line by hand.
        blank = Line((x, y - 4.8), (x + half * 0.8, y - 4.8), THIN)
        items.append(Text(x, y - 4.2, shortened(value, size, half), size) if value else blank)
    flow.put(items, 34.0)
    flow.space(2.0)


def _total_box(flow: Flow, priced: Quote) -> None:
    """The largest thing on the paper: what the customer pays."""
    gross = f"{amount(priced.gross)} {priced.gross.currency}"
    vat = f"VAT {number(priced.vat_percent)} %"
    net = f"{amount(priced.net)} net + {amount(priced.vat)} {vat}"
    size = fitted(gross, 26.0, 105.0, bold=True)
    flow.put(
        (
            Rectangle(0.0, 0.0, _WIDTH, 20.0, VISIBLE),
            Text(4.0, 11.5, "Total to pay, VAT included", 12.0, bold=True),
            Text(4.0, 5.0, net, 9.0, max_width=72.0),
            Text(_WIDTH - 4.0, 6.5, gross, size, Anchor.END, bold=True),
        ),
        20.0,
    )
    flow.space(5.0)


def _included(flow: Flow, project: Project, design: Design) -> None:
    """Words on the left, a small plan on the right."""
    lines = (
        f"{_count(design, assembled=True)} made to measure, with their fronts, plinths, fittings and hardware",
        f"{len(design.parts)} parts, sawn to size from the boards named overleaf",
        "edge bands glued on, all hardware listed overleaf supplied",
        "cabinets assembled in the workshop",
    )
    room = _WIDTH - _PLAN_WIDTH - 6.0
    figure = plan_figure(design, project.catalogue, _PLAN_WIDTH, _PLAN_HEIGHT, dimensions=False)
    drawing = figure.drawing
    items: list[Item] = list(moved(drawing.items, _WIDTH - drawing.width, _PLAN_HEIGHT - drawing.height))
    y = _PLAN_HEIGHT - 5.0
    items.append(Text(0.0, y, "Included in this price", 12.0, bold=True))
    for line in lines:
        y -= 2.5
        for i, words in enumerate(wrapped(line, 10.0, room - 5.0)):
            y -= 10.0 * POINT * 1.3
            items += [Text(0.0, y, "•", 10.0)] if i == 0 else []
            items.append(Text(4.0, y, words, 10.0))
    height = max(drawing.height, _PLAN_HEIGHT - y)
    flow.put(moved(items, 0.0, height - _PLAN_HEIGHT), height)


def _count(design: Design, *, assembled: bool) -> str:
    count = sum(is_assembled(cabinet) is assembled for cabinet in design.cabinets)
    return f"{count} cabinet{'' if count == 1 else 's'}"


def _cabinets(priced: Quote, design: Design) -> Table:
    """What each cabinet takes of the net total; the shares sum to it exactly."""
    sizes = {each.id: f"{show(each.width)} × {show(each.height)} × {show(each.depth)}" for each in design.cabinets}
    currency = priced.net.currency
    return Table(
        columns=(
            Column("", 18.0, bold=True, size=10.0),
            Column("Cabinet", 80.0, size=10.0),
            Column("Width × height × depth, mm", 54.0, size=10.0),
            Column(f"Net {currency}", _WIDTH - 152.0, Align.NUMBER, size=10.0),
        ),
        rows=tuple((each.cabinet, each.name, sizes[each.cabinet], amount(each.net)) for each in priced.shares),
        totals=(("", "All cabinets, net", "", amount(priced.net)),),
    )


def _left_out(flow: Flow, priced: Quote, design: Design) -> None:
    """What the price does not hold, and what a customer should know before signing."""
    missing = [each for each in design.issues if each.code.endswith(_NOT_INCLUDED)]
    others = [each for each in design.issues if not each.code.endswith(_NOT_INCLUDED)]
    notes = [each for each in others if each.level is not Level.INFO]
    told = [each for each in others if each.level is Level.INFO]
    out = [*map(_sentence, missing), *habits().not_included, *priced.unpriced]
    flow.space(3.0)
    flow.need(20.0)
    flow.text("Not included", 12.0, bold=True)
    for sentence in out:
        flow.text(f"• {sentence}", 10.0)
    for heading, issues in (("Good to know", told), ("Please look at before you accept", notes)):
        if issues:
            flow.space(3.0)
            flow.need(12.0)
            flow.text(heading, 12.0, bold=True)
            for issue in issues:
                flow.text(f"• {_sentence(issue)}", 10.0)


def _sentence(issue: Issue) -> str:
    """What was found, and how to mend it."""
    return f"{issue.message}; {issue.fix}" if issue.fix else issue.message


def _acceptance(flow: Flow, project: Project, priced: Quote) -> None:
    until = valid_until(project, priced.terms).isoformat()
    words = f"I accept this quote of {amount(priced.gross)} {priced.gross.currency} (valid until {until})."
    items: list[Item] = [Text(0.0, _SIGNATURES - 12.0, words, 10.0, bold=True, max_width=_WIDTH)]
    for x, caption in ((0.0, "Place and date"), (64.0, "Customer"), (128.0, "Workshop")):
        items.append(Line((x, 6.0), (x + 56.0, 6.0), THIN))
        items.append(Text(x, 1.5, caption, 8.0, colour=GREY))
    flow.put(items, _SIGNATURES)


def _price(flow: Flow, priced: Quote) -> None:
    """Line by line, trade by trade, and the sums; each line can be checked by hand."""
    currency = priced.net.currency
    flow.need(120.0)
    flow.text("How the price is made up", 16.0, bold=True)
    flow.space(3.0)
    rows: list[Row | Section] = []
    for trade in Trade:
        lines = [line for line in priced.lines if line.trade is trade]
        if lines:
            rows.append(Section(f"{trade.value.capitalize()}: {amount(priced.subtotal_of(trade))}"))
        for line in lines:
            price = f"{amount(line.price)}"
            per = {"min": "per hour", "pc": "each", "board": "each"}.get(line.unit, f"per {line.unit}")
            name = line.name if line.trade is Trade.LABOUR else f"{line.name}\n{line.code}"
            rows.append((name, number(line.quantity), line.unit, price, per, amount(line.total)))
    totals: list[Row] = [("Sum of the lines", "", "", "", "", amount(priced.subtotal))]
    if priced.discount.amount:
        totals.append((f"Discount {number(priced.discount_percent)} %", "", "", "", "", f"−{amount(priced.discount)}"))
        totals.append(("Net", "", "", "", "", amount(priced.net)))
    totals.append((f"VAT {number(priced.vat_percent)} % on the net sum", "", "", "", "", amount(priced.vat)))
    totals.append((f"Total to pay, {currency}", "", "", "", "", amount(priced.gross)))
    columns = (
        Column("", 84.0, size=10.0),
        Column("Quantity", 22.0, Align.NUMBER, size=10.0),
        Column("Unit", 14.0, size=9.0),
        Column(f"Price {currency}", 24.0, Align.NUMBER, size=10.0),
        Column("", 18.0, size=9.0),
        Column(currency, _WIDTH - 162.0, Align.NUMBER, size=10.0),
    )
    flow.table(Table(columns=columns, rows=tuple(rows), totals=tuple(totals)))
    flow.space(4.0)
    overlength = show(habits().band_overlength)
    flow.text(
        "Every line is rounded to the smallest coin, halves upwards; sums add the rounded lines; discount and VAT are "
        f"rounded once. Boards are charged whole, as the cut plan uses them. Edge bands hold {overlength} mm over "
        f"at each edge and are charged in steps of {number(habits().band_step)} m, rounded up. The share of a cabinet "
        "divides each line by what causes it (area, metres, pieces); the shares sum to the net total exactly.",
        8.0,
    )
