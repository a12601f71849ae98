"""The quote as a paper that a customer can accept: the total, what it includes and what not, and how it is made up."""

from __future__ import annotations

import datetime
from typing import Final

from furnishing.design import Design
from furnishing.issues import Issue, Level
from furnishing.rules.registry import quoted
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
from reports.page import A4_PORTRAIT, Body, compose, paper_title
from reports.pricing import Quote, QuoteLine, Terms, Trade, quote
from reports.project import Project
from reports.quantities import construction_of, habits, is_assembled
from reports.render.fonts import POINT
from reports.render.pdf import pdf
from reports.room_drawings import plan_figure
from reports.tables import GREY, Align, Column, Flow, Row, Section, Table
from reports.text.locale import Locale
from reports.text.names import named

_WIDTH: Final = A4_PORTRAIT.body_width
_PLAN_WIDTH, _PLAN_HEIGHT = 92.0, 56.0
_SIGNATURES: Final = 27.0
_NOT_INCLUDED: Final = "-not-included"
"""How the codes of issues end that name what a design leaves out."""


def quote_pdf(project: Project, terms: Terms) -> bytes:
    """The quote as a PDF; ValueError without a design and a catalogue."""
    return pdf(quote_pages(project, terms), title=paper_title(project, project.locale.text("quote.title")))


def quote_pages(project: Project, terms: Terms) -> Document:
    """The quote for a project on these terms; ValueError without a design and a catalogue."""
    if project.design is None or project.catalogue is None:
        raise ValueError(f"{project.name} has no design and no catalogue, so there is nothing to price")
    priced = quote(project.design, project.result, project.catalogue, terms)
    locale = project.locale
    flow = Flow(A4_PORTRAIT, locale=locale)
    _header(flow, project, terms)
    _total_box(flow, priced, locale)
    _included(flow, project, project.design)
    flow.space(4.0)
    flow.table(_cabinets(priced, project, project.design))
    _left_out(flow, priced, project.design, locale)
    if terms.note:
        flow.space(3.0)
        flow.text(terms.note, 10.0)
    _acceptance(flow, project, priced)
    flow.space(10.0)
    _price(flow, priced, project)
    bodies = [Body(items=tuple(items)) for items in flow.pages]
    unit = project.catalogue.currency
    return compose(project, locale.text("quote.short_title"), A4_PORTRAIT, bodies, unit=unit)


def valid_until(project: Project, terms: Terms) -> datetime.date:
    """The last day on which the quote binds."""
    days = habits().valid_days if terms.valid_days is None else terms.valid_days
    return project.date + datetime.timedelta(days=days)


def _header(flow: Flow, project: Project, terms: Terms) -> None:
    customer = terms.customer or project.customer
    maker = project.catalogue.name if project.catalogue else ""
    half = _WIDTH / 2 - 4
    locale, say = project.locale, project.locale.text
    until = locale.date(valid_until(project, terms))
    dates = say("quote.dates_value", date=locale.date(project.date), until=until)
    fields = (
        (0.0, say("quote.for"), customer),
        (half + 8, say("quote.prices_from"), maker),
        (0.0, say("quote.project"), project.name),
        (half + 8, say("quote.dates"), dates),
    )
    items: list[Item] = [Text(0.0, 27.0, say("quote.title"), 22.0, bold=True, max_width=_WIDTH)]
    for i, (x, caption, value) in enumerate(fields):
        y = 17.0 - 10.0 * (i // 2)
        size = fitted(value, 12.0, half, smallest=9.0)
        items.append(Text(x, y + 1.2, caption, 8.0, colour=GREY))
        # A name that is not known yet is written on the line by hand.
        blank = Line((x, y - 4.8), (x + half * 0.8, y - 4.8), THIN)
        items.append(Text(x, y - 4.2, shortened(value, size, half), size) if value else blank)
    flow.put(items, 34.0)
    flow.space(2.0)


def _total_box(flow: Flow, priced: Quote, locale: Locale) -> None:
    """The largest thing on the paper: what the customer pays."""
    gross = locale.money(priced.gross)
    net = locale.text(
        "quote.net_and_vat",
        net=locale.amount(priced.net),
        vat=locale.amount(priced.vat),
        percent=locale.percent(priced.vat_percent),
    )
    size = fitted(gross, 26.0, 105.0, bold=True)
    flow.put(
        (
            Rectangle(0.0, 0.0, _WIDTH, 20.0, VISIBLE),
            Text(4.0, 11.5, locale.text("quote.total_to_pay"), 12.0, bold=True, max_width=78.0),
            Text(4.0, 5.0, net, 9.0, max_width=72.0),
            Text(_WIDTH - 4.0, 6.5, gross, size, Anchor.END, bold=True),
        ),
        20.0,
    )
    flow.space(5.0)


def _included(flow: Flow, project: Project, design: Design) -> None:
    """Words on the left, a small plan on the right."""
    locale = project.locale
    lines = (
        locale.text("quote.included_cabinets", n=sum(map(is_assembled, design.cabinets))),
        locale.text("quote.included_parts", n=len(design.parts)),
        locale.text("quote.included_bands"),
        locale.text("quote.included_assembly"),
    )
    room = _WIDTH - _PLAN_WIDTH - 6.0
    figure = plan_figure(design, project.catalogue, _PLAN_WIDTH, _PLAN_HEIGHT, dimensions=False, locale=locale)
    drawing = figure.drawing
    items: list[Item] = list(moved(drawing.items, _WIDTH - drawing.width, _PLAN_HEIGHT - drawing.height))
    y = _PLAN_HEIGHT - 5.0
    items.append(Text(0.0, y, locale.text("quote.included"), 12.0, bold=True))
    for line in lines:
        y -= 2.5
        for i, words in enumerate(wrapped(line, 10.0, room - 5.0)):
            y -= 10.0 * POINT * 1.3
            items += [Text(0.0, y, "•", 10.0)] if i == 0 else []
            items.append(Text(4.0, y, words, 10.0))
    height = max(drawing.height, _PLAN_HEIGHT - y)
    flow.put(moved(items, 0.0, height - _PLAN_HEIGHT), height)


def _cabinets(priced: Quote, project: Project, design: Design) -> Table:
    """What each cabinet takes of the net total; the shares sum to it exactly."""
    locale = project.locale
    sizes = {each.id: locale.size(each.width, each.height, each.depth) for each in design.cabinets}
    currency = priced.net.currency
    return Table(
        columns=(
            Column("", 18.0, bold=True, size=10.0),
            Column(locale.text("quote.cabinet"), 80.0, size=10.0),
            Column(locale.text("quote.sizes", unit=locale.unit), 54.0, size=10.0),
            Column(locale.text("quote.net_currency", currency=currency), _WIDTH - 152.0, Align.NUMBER, size=10.0),
        ),
        rows=tuple(
            (each.cabinet, project.cabinet_name(each.name), sizes[each.cabinet], locale.amount(each.net))
            for each in priced.shares
        ),
        totals=(("", locale.text("quote.all_cabinets"), "", locale.amount(priced.net)),),
    )


def _left_out(flow: Flow, priced: Quote, design: Design, locale: Locale) -> None:
    """What the price does not hold, and what a customer should know before signing."""
    missing = [each for each in design.issues if each.code.endswith(_NOT_INCLUDED)]
    others = [each for each in design.issues if not each.code.endswith(_NOT_INCLUDED) and quoted(each.code)]
    notes = [each for each in others if each.level is not Level.INFO]
    told = [each for each in others if each.level is Level.INFO]
    never = (named(locale.words, "not_included", each) for each in habits().not_included)
    out = [*(_sentence(each, locale) for each in missing), *never, *priced.unpriced]
    flow.space(3.0)
    flow.need(20.0)
    flow.text(locale.text("quote.not_included"), 12.0, bold=True)
    for sentence in out:
        flow.text(f"• {sentence}", 10.0)
    for heading, issues in (("quote.good_to_know", told), ("quote.look_at", notes)):
        if issues:
            flow.space(3.0)
            flow.need(12.0)
            flow.text(locale.text(heading), 12.0, bold=True)
            for issue in issues:
                flow.text(f"• {_sentence(issue, locale)}", 10.0)


def _sentence(issue: Issue, locale: Locale) -> str:
    """What was found, and how to mend it; in English where the language has no words for it yet."""
    told = (named(locale.words, "issues", each) for each in (issue.message, issue.fix) if each)
    return "; ".join(told)


def _acceptance(flow: Flow, project: Project, priced: Quote) -> None:
    locale = project.locale
    until = locale.date(valid_until(project, priced.terms))
    words = locale.text("quote.accept", gross=locale.money(priced.gross), until=until)
    items: list[Item] = [Text(0.0, _SIGNATURES - 12.0, words, 10.0, bold=True, max_width=_WIDTH)]
    for x, caption in ((0.0, "place_and_date"), (64.0, "customer"), (128.0, "workshop")):
        items.append(Line((x, 6.0), (x + 56.0, 6.0), THIN))
        items.append(Text(x, 1.5, locale.text(f"quote.{caption}"), 8.0, colour=GREY))
    flow.put(items, _SIGNATURES)


def _price(flow: Flow, priced: Quote, project: Project) -> None:
    """Line by line, trade by trade, and the sums; each line can be checked by hand."""
    locale = project.locale
    say, amount, currency = locale.text, locale.amount, priced.net.currency
    flow.need(120.0)
    flow.text(say("quote.made_up"), 16.0, bold=True)
    flow.space(3.0)
    rows: list[Row | Section] = []
    for trade in Trade:
        lines = [line for line in priced.lines if line.trade is trade]
        if lines:
            heading = say(f"quote.{trade.name.lower()}")
            rows.append(Section(say("quote.trade_total", trade=heading, amount=amount(priced.subtotal_of(trade)))))
        rows += [_line(line, project) for line in lines]
    totals: list[Row] = [(say("quote.sum"), "", "", "", "", amount(priced.subtotal))]
    if priced.discount.amount:
        discount = say("quote.discount", percent=locale.percent(priced.discount_percent))
        totals.append((discount, "", "", "", "", f"−{amount(priced.discount)}"))
        totals.append((say("quote.net"), "", "", "", "", amount(priced.net)))
    vat = say("quote.vat_on_net", percent=locale.percent(priced.vat_percent))
    totals.append((vat, "", "", "", "", amount(priced.vat)))
    totals.append((say("quote.total_currency", currency=currency), "", "", "", "", amount(priced.gross)))
    columns = (
        Column("", 84.0, size=10.0),
        Column(say("quote.quantity"), 22.0, Align.NUMBER, size=10.0),
        Column(say("quote.unit"), 14.0, size=9.0),
        Column(say("quote.price_currency", currency=currency), 24.0, Align.NUMBER, size=10.0),
        Column("", 18.0, size=9.0),
        Column(currency, _WIDTH - 162.0, Align.NUMBER, size=10.0),
    )
    overlength = locale.sized(construction_of(project.design).band_overlength)
    rules = say("quote.rules", overlength=overlength, step=habits().band_step)
    # The words stand on the page of the sums: alone on another they would explain nothing that is seen.
    kept = flow.height_of(rules, 8.0) + 5.0
    flow.table(Table(columns=columns, rows=tuple(rows), totals=tuple(totals), reserve=kept))
    flow.space(4.0)
    flow.text(rules, 8.0)


def _line(line: QuoteLine, project: Project) -> Row:
    locale = project.locale
    unit = locale.text(f"units.{line.unit}")
    per = {"min": "quote.per_hour", "pc": "quote.each", "board": "quote.each"}.get(line.unit, "quote.per_unit")
    if line.count is not None:
        name = locale.text(f"quote.{line.code}", n=line.count)
    else:
        name = f"{project.goods_name(line.name)}\n{line.code}"
    amounts = (locale.amount(line.price), locale.text(per, unit=unit), locale.amount(line.total))
    return (name, locale.number(line.quantity), unit, *amounts)
