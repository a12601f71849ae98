"""How the price of a quote is made up: its lines by trade, the sums, and the rules by which they were counted."""

from __future__ import annotations

from typing import Final

from reports.lines import OFFCUTS, QuoteLine, Trade
from reports.page import A4_PORTRAIT
from reports.pricing import Quote, VatKind
from reports.project import Project
from reports.quantities import construction_of, habits
from reports.tables import Align, Column, Flow, Row, Section, Table
from reports.text.names import named

_WIDTH: Final = A4_PORTRAIT.body_width
_PER: Final = {"min": "quote.per_hour", "pc": "quote.each", "board": "quote.each"}


def price_table(flow: Flow, found: Quote, project: Project) -> None:
    """Line by line, trade by trade, and the sums; each line can be checked by hand."""
    say, currency = project.locale.text, found.net.currency
    rules = rules_of(found, project)
    flow.need(120.0)
    flow.text(say("quote.made_up"), 16.0, bold=True)
    flow.space(3.0)
    columns = (
        Column("", 84.0, size=10.0),
        Column(say("quote.quantity"), 22.0, Align.NUMBER, size=10.0),
        Column(say("quote.unit"), 14.0, size=9.0),
        Column(say("quote.price_currency", currency=currency), 24.0, Align.NUMBER, size=10.0),
        Column("", 18.0, size=9.0),
        Column(currency, _WIDTH - 162.0, Align.NUMBER, size=10.0),
    )
    # The words stand on the page of the sums: alone on another they would explain nothing that is seen.
    kept = sum(flow.height_of(rule, 8.0) for rule in rules) + 6.0
    totals = tuple(_total(*each) for each in totals_of(found, project))
    flow.table(Table(columns=columns, rows=tuple(_rows(found, project)), totals=totals, reserve=kept))
    flow.space(4.0)
    for rule in rules:
        flow.text(rule, 8.0)


def _rows(found: Quote, project: Project) -> list[Row | Section]:
    rows: list[Row | Section] = []
    for trade in Trade:
        lines = [line for line in found.lines if line.trade is trade]
        if lines:
            rows.append(Section(trade_total(found, trade, project)))
        rows += [_line(line, project) for line in lines]
    return rows


def trade_total(found: Quote, trade: Trade, project: Project) -> str:
    """A trade and what it comes to."""
    say = project.locale.text
    amount = project.locale.amount(found.subtotal_of(trade))
    return say("quote.trade_total", trade=say(f"quote.{trade.name.lower()}"), amount=amount)


def totals_of(found: Quote, project: Project) -> list[tuple[str, str]]:
    """The sums under the lines, each with its words: discount, net, VAT, rounding, what is to pay."""
    locale = project.locale
    say, amount = locale.text, locale.amount
    rows = [(say("quote.sum"), amount(found.subtotal))]
    if found.discount.amount:
        rows.append(
            (say("quote.discount", percent=locale.percent(found.discount_percent)), f"−{amount(found.discount)}")
        )
        rows.append((say("quote.net"), amount(found.net)))
    rows.append((say("quote.vat_on_net", percent=locale.percent(found.vat_percent)), amount(found.vat)))
    if found.rounding.amount:
        rows.append((say("quote.cash_rounding"), signed(amount(found.rounding))))
    rows.append((say("quote.total_currency", currency=found.net.currency), amount(found.gross)))
    return rows


def signed(amount: str) -> str:
    """An amount with a real minus sign."""
    return amount.replace("-", "−")


def _total(words: str, amount: str) -> Row:
    return (words, "", "", "", "", amount)


def rules_of(found: Quote, project: Project) -> list[str]:
    """The rules by which a quote counts: rounding, boards and bands, VAT, and the two areas."""
    locale = project.locale
    overlength = locale.sized(construction_of(project.design).band_overlength)
    return [
        locale.text("quote.rules", overlength=overlength, step=habits().band_step),
        vat_rule(found, project),
        locale.text("quote.bases_rule"),
    ]


def vat_rule(found: Quote, project: Project) -> str:
    """By which rule the VAT counts, in a sentence."""
    locale, rule = project.locale, found.vat_rule
    country, percent = locale.country(rule.country), locale.percent(rule.percent)
    if rule.kind is VatKind.REVERSE_CHARGE:
        return locale.text("quote.vat_reverse_charge", vat_id=found.terms.order.vat_id)
    if rule.kind is VatKind.REDUCED:
        condition = named(locale.words, "vat", rule.condition)
        return locale.text("quote.vat_reduced", percent=percent, country=country, condition=condition)
    if rule.kind is VatKind.AGREED or not rule.country:
        return locale.text("quote.vat_agreed", percent=percent)
    return locale.text("quote.vat_country", percent=percent, country=country)


def line_name(line: QuoteLine, project: Project) -> str:
    """What a line is for: an article and its code, or work and how much it works on."""
    if line.code == OFFCUTS and line.count is not None:
        return f"{project.locale.text('quote.line_offcuts', n=line.count)}\n{project.goods_name(line.name)}"
    if line.count is not None:
        return project.locale.text(f"quote.line_{line.code.replace('-', '_')}", n=line.count)
    return f"{project.goods_name(line.name)}\n{line.code}"


def _line(line: QuoteLine, project: Project) -> Row:
    locale = project.locale
    unit = locale.text(f"units.{line.unit}")
    per = locale.text(_PER.get(line.unit, "quote.per_unit"), unit=unit)
    amounts = (signed(locale.amount(line.price)), per, signed(locale.amount(line.total)))
    return (line_name(line, project), locale.number(line.quantity), unit, *amounts)
