"""The quote as a paper that a customer can accept: the total, what it includes and what not, and how it is made up."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import replace
from typing import Final

from furnishing.design import Design
from furnishing.issues import Issue, Level
from furnishing.order import NO_ORDER
from furnishing.rules.registry import quoted
from reports.drawing import THIN, VISIBLE, Anchor, Document, Item, Line, Rectangle, Text, moved
from reports.page import A4_PORTRAIT, Body, compose, paper_title
from reports.pricing import Quote, Terms, Trade, quote
from reports.project import Project
from reports.quantities import WORKTOP, habits, is_assembled
from reports.quote_cabinets import cabinet_rows
from reports.quote_price import price_table, signed, totals_of, vat_rule
from reports.render.fonts import POINT
from reports.render.pdf import pdf
from reports.room_drawings import plan_figure
from reports.tables import GREY, Flow
from reports.text.locale import Locale
from reports.text.names import named
from reports.wrapping import fitted, shortened, wrapped

_WIDTH: Final = A4_PORTRAIT.body_width
_PLAN_WIDTH, _PLAN_HEIGHT = 88.0, 52.0
_SIGNATURES: Final = 24.0
_NOT_INCLUDED: Final = "-not-included"
"""How the codes of issues end that name what a design leaves out."""


def quote_pdf(project: Project, terms: Terms) -> bytes:
    """The quote as a PDF; ValueError without a design and a catalogue."""
    return pdf(quote_pages(project, terms), title=paper_title(project, project.locale.text("quote.title")))


def quoted_terms(project: Project, terms: Terms) -> Terms:
    """The terms with what the project knows of its order, where they do not say otherwise."""
    order = project.order if terms.order == NO_ORDER else terms.order
    return replace(terms, order=order if order.date else replace(order, date=project.date))


def priced(project: Project, terms: Terms) -> Quote:
    """The quote for a project on these terms; ValueError without a design and a catalogue."""
    if project.design is None or project.catalogue is None:
        raise ValueError(f"{project.name} has no design and no catalogue, so there is nothing to price")
    return quote(project.design, project.result, project.catalogue, quoted_terms(project, terms), project.job)


def quote_pages(project: Project, terms: Terms, found: Quote | None = None) -> Document:
    """The quote for a project, `found` where it is priced already; ValueError without a design and a catalogue."""
    found, design = found or priced(project, terms), project.design
    if design is None:
        raise ValueError(f"{project.name} has no design")
    locale = project.locale
    flow = Flow(A4_PORTRAIT, locale=locale)
    _header(flow, project, found.terms)
    _total_box(flow, found, project)
    _included(flow, project, design, found)
    flow.space(5.0)
    _made_of(flow, found, project)
    flow.space(6.0)
    cabinet_rows(flow, found, project, design)
    _left_out(flow, found, design, locale)
    conditions = _conditions(project, found)
    # Who signs sees the terms on the same page.
    flow.need(55.0 + sum(flow.height_of(f"• {each}", 10.0) for each in conditions))
    _listed(flow, locale.text("quote.terms"), conditions)
    if found.terms.note:
        flow.space(3.0)
        paragraph(flow, found.terms.note, 10.0)
    _acceptance(flow, project, found)
    flow.space(10.0)
    price_table(flow, found, project)
    bodies = [Body(items=tuple(items)) for items in flow.pages]
    return compose(project, locale.text("quote.short_title"), A4_PORTRAIT, bodies, unit=found.net.currency)


def valid_until(project: Project, terms: Terms) -> datetime.date:
    """The last day on which the quote binds."""
    days = habits().valid_days if terms.valid_days is None else terms.valid_days
    return project.date + datetime.timedelta(days=days)


def fingerprint(project: Project, found: Quote) -> str:
    """What is signed, in sixteen signs: another price, size or place of anything makes another fingerprint."""
    design = project.design
    told = (project.version, found.lines, found.discount, found.vat, found.gross, design and design.layout.placements)
    sizes = [(each.id, each.width, each.height, each.depth) for each in design.cabinets] if design else []
    digest = hashlib.sha256(repr((told, sizes)).encode()).hexdigest()
    return " ".join(digest[start : start + 4] for start in range(0, 16, 4))


def _header(flow: Flow, project: Project, terms: Terms) -> None:
    """For whom the quote is on the left, from whom and for what on the right."""
    locale, say, order = project.locale, project.locale.text, terms.order
    half = _WIDTH / 2 - 4
    until = locale.date(valid_until(project, terms))
    customer = terms.customer or order.customer or project.customer
    address = [*order.address, *([locale.country(order.country)] if order.country else [])]
    address += [say("quote.vat_id", vat_id=order.vat_id)] if order.vat_id else []
    facts = (
        (say("quote.prices_from"), project.catalogue.name if project.catalogue else ""),
        (say("quote.project"), project.title),
        (say("quote.dates"), say("quote.dates_value", date=locale.date(project.date), until=until)),
    )
    high = max(10.0 * len(facts), 10.0 + 4.8 * len(address)) + 14.0
    items: list[Item] = [Text(0.0, high - 8.0, say("quote.title"), 22.0, bold=True, max_width=_WIDTH)]
    top = high - 16.0
    items += _fact(0.0, top, say("quote.for"), customer, half)
    for number, line in enumerate(address):
        size = fitted(line, 10.0, half, smallest=8.0)
        items.append(Text(0.0, top - 10.4 - 4.8 * number, shortened(line, size, half), size))
    for number, (caption, value) in enumerate(facts):
        items += _fact(half + 8, top - 10.0 * number, caption, value, half)
    flow.put(items, high)
    flow.space(2.0)


def _fact(x: float, y: float, caption: str, value: str, width: float) -> list[Item]:
    size = fitted(value, 12.0, width, smallest=9.0)
    # A name that is not known yet is written on the line by hand.
    blank = Line((x, y - 6.0), (x + width * 0.8, y - 6.0), THIN)
    written = Text(x, y - 5.4, shortened(value, size, width), size) if value else blank
    return [Text(x, y, caption, 8.0, colour=GREY), written]


def _total_box(flow: Flow, found: Quote, project: Project) -> None:
    """The largest thing on the paper: what the customer pays."""
    locale = project.locale
    gross = locale.money(found.gross)
    net = locale.text(
        "quote.net_and_vat",
        net=locale.amount(found.net),
        vat=locale.amount(found.vat),
        percent=locale.percent(found.vat_percent),
    )
    size = fitted(gross, 26.0, 92.0, bold=True)
    flow.put(
        (
            Rectangle(0.0, 0.0, _WIDTH, 20.0, VISIBLE),
            Text(4.0, 11.5, locale.text("quote.total_to_pay"), 12.0, bold=True, max_width=82.0),
            Text(4.0, 5.0, net, 9.0, max_width=82.0),
            Text(_WIDTH - 4.0, 6.5, gross, size, Anchor.END, bold=True),
        ),
        20.0,
    )
    flow.space(5.0)


def _included(flow: Flow, project: Project, design: Design, found: Quote) -> None:
    """Words on the left, a small plan on the right."""
    locale, order = project.locale, found.terms.order
    lines = [
        locale.text("quote.included_cabinets", n=sum(map(is_assembled, design.cabinets))),
        locale.text("quote.included_parts", n=len(design.parts)),
        locale.text("quote.included_bands"),
        locale.text("quote.included_assembly"),
    ]
    lines += [locale.text("quote.included_delivery", km=order.delivery_km)] if order.delivery_km is not None else []
    lines += [locale.text("quote.included_fitting")] if order.fitting else []
    room = _WIDTH - _PLAN_WIDTH - 6.0
    figure = plan_figure(design, project.catalogue, _PLAN_WIDTH, _PLAN_HEIGHT, dimensions=False, locale=locale)
    drawing = figure.drawing
    items: list[Item] = list(moved(drawing.items, _WIDTH - drawing.width, _PLAN_HEIGHT - drawing.height))
    y = _PLAN_HEIGHT - 5.0
    items.append(Text(0.0, y, locale.text("quote.included"), 12.0, bold=True))
    for line in lines:
        y -= 1.8
        for i, words in enumerate(wrapped(line, 10.0, room - 5.0)):
            y -= 10.0 * POINT * 1.3
            items += [Text(0.0, y, "•", 10.0)] if i == 0 else []
            items.append(Text(4.0, y, words, 10.0))
    height = max(drawing.height, _PLAN_HEIGHT - y + 1.5)
    flow.put(moved(items, 0.0, height - _PLAN_HEIGHT), height)


def _made_of(flow: Flow, found: Quote, project: Project) -> None:
    """On the left what each trade takes and the sums, on the right the price by either area."""
    locale, say = project.locale, project.locale.text
    trades = [trade for trade in Trade if any(line.trade is trade for line in found.lines)]
    rows = [(say(f"quote.{trade.name.lower()}"), signed(locale.amount(found.subtotal_of(trade)))) for trade in trades]
    sums = totals_of(found, project)
    width, step = 104.0, 5.4
    high = step * (len(rows) + len(sums)) + 8.0
    items: list[Item] = [Text(0.0, high - 5.0, say("quote.by_trade"), 12.0, bold=True)]
    y = high - 6.5
    for number, (words, amount) in enumerate((*rows, *sums)):
        if number == len(rows):
            items.append(Line((0.0, y - 1.0), (width, y - 1.0), VISIBLE))
        y -= step
        last = number == len(rows) + len(sums) - 1
        items.append(Text(0.0, y, words, 10.0, bold=last, max_width=width - 28.0))
        items.append(Text(width, y, amount, 10.0, Anchor.END, bold=last))
    x = width + 10.0
    items += _bases(found, locale, x, high - 5.0)
    flow.put(items, high)


def _bases(found: Quote, locale: Locale, x: float, y: float) -> list[Item]:
    """Both usual bases: the area of the cabinets seen from the front, and that of all boards."""
    items: list[Item] = [Text(x, y, locale.text("quote.by_area"), 12.0, bold=True, max_width=_WIDTH - x)]
    for name, area in (("front_area", found.front_area), ("board_area", found.board_area)):
        each = found.per_square_metre(area)
        told = locale.text("quote.per_square_metre", amount=locale.money(each)) if each is not None else "–"
        items.append(Text(x, y - 7.0, locale.text(f"quote.{name}"), 8.0, colour=GREY, max_width=_WIDTH - x))
        items.append(Text(x, y - 12.0, f"{locale.area(area)} · {told}", 10.0, max_width=_WIDTH - x))
        y -= 12.5
    return items


def _left_out(flow: Flow, found: Quote, design: Design, locale: Locale) -> None:
    """What the price does not hold, and what a customer should know before signing."""
    missing = [each for each in design.issues if each.code.endswith(_NOT_INCLUDED)]
    others = [each for each in design.issues if not each.code.endswith(_NOT_INCLUDED) and quoted(each.code)]
    notes = [each for each in others if each.level is not Level.INFO]
    told = [each for each in others if each.level is Level.INFO]
    order = found.terms.order
    has = {
        "delivery": order.delivery_km is not None,
        "fitting": order.fitting,
        # Where the design says itself that a worktop is missing, that is enough.
        "worktop": any(cabinet.kind == WORKTOP for cabinet in design.cabinets)
        or any(each.code.startswith("worktop") for each in missing),
    }
    never = [each.text for each in habits().not_included if not has.get(each.unless, False)]
    out = [*(_sentence(each, locale) for each in missing)]
    out += [*(named(locale.words, "not_included", each) for each in never), *found.unpriced]
    _listed(flow, locale.text("quote.not_included"), out)
    _listed(flow, locale.text("quote.good_to_know"), [_sentence(each, locale) for each in told])
    _listed(flow, locale.text("quote.look_at"), [_sentence(each, locale) for each in notes])


def _listed(flow: Flow, heading: str, sentences: list[str]) -> None:
    """A heading and its sentences, none of which is broken over two pages."""
    if not sentences:
        return
    flow.space(4.0)
    flow.need(8.0 + flow.height_of(f"• {sentences[0]}", 10.0))
    flow.text(heading, 12.0, bold=True)
    for sentence in sentences:
        paragraph(flow, f"• {sentence}", 10.0)


def paragraph(flow: Flow, text: str, size: float) -> None:
    """A paragraph that stays on one page, unless it is longer than one."""
    flow.need(min(flow.height_of(text, size), flow.paper.body_height))
    flow.text(text, size)


def _sentence(issue: Issue, locale: Locale) -> str:
    """What was found, and how to mend it; in English where the language has no words for it yet."""
    told = (named(locale.words, "issues", each) for each in (issue.message, issue.fix) if each)
    return "; ".join(told)


def _conditions(project: Project, found: Quote) -> list[str]:
    """The terms: how long the prices bind and for what, what becomes of offcuts, and the VAT."""
    say = project.locale.text
    until = project.locale.date(valid_until(project, found.terms))
    terms = [say("quote.term_valid", until=until), say("quote.term_changes"), say("quote.term_measured")]
    credited = any(line.trade is Trade.BOARDS and line.price.amount < 0 for line in found.lines)
    terms += [say("quote.term_offcuts")] if credited else []
    return [*terms, vat_rule(found, project)]


def _acceptance(flow: Flow, project: Project, found: Quote) -> None:
    """What is signed: the price, and the drawings and dimensions, named by version and fingerprint."""
    locale = project.locale
    until = locale.date(valid_until(project, found.terms))
    words = locale.text("quote.accept", gross=locale.money(found.gross), until=until)
    checked = locale.text("quote.accept_drawings", version=project.version, fingerprint=fingerprint(project, found))
    lines = [(line, True) for line in wrapped(words, 10.0, _WIDTH - 8.0, bold=True)]
    lines += [(line, False) for line in wrapped(checked, 9.0, _WIDTH - 8.0)]
    high = _SIGNATURES + 5.0 * len(lines)
    items: list[Item] = [Rectangle(0.0, 0.0, _WIDTH, high, THIN)]
    for number, (line, bold) in enumerate(lines):
        items.append(Text(4.0, high - 6.0 - 5.0 * number, line, 10.0 if bold else 9.0, bold=bold))
    for x, caption in ((4.0, "place_and_date"), (65.0, "customer"), (126.0, "workshop")):
        items.append(Line((x, 7.0), (x + 55.0, 7.0), THIN))
        items.append(Text(x, 2.8, locale.text(f"quote.{caption}"), 8.0, colour=GREY))
    flow.space(5.0)
    flow.put(items, high)
