"""What the command line says of an order: the customer, where it goes, and the terms. Nothing here is heavy."""

from __future__ import annotations

import argparse
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from furnishing.order import Order
    from reports.pricing import Terms


def order_options(parser: argparse.ArgumentParser) -> None:
    """Options about the customer; they go before what a room file says."""
    parser.add_argument("--customer", metavar="NAME", help="the customer named on the papers")
    parser.add_argument(
        "--address", metavar="'LINE; LINE'", help="the customer's address, its lines parted by semicolons"
    )
    parser.add_argument("--project-no", metavar="NO", help="the workshop's number of the project")


def price_options(parser: argparse.ArgumentParser) -> None:
    """Options about the price."""
    parser.add_argument("--country", metavar="CC", help="where the goods go (DE, NL ...), which decides the VAT")
    parser.add_argument("--vat-id", metavar="ID", help="VAT id of a business: abroad in the EU it pays the VAT itself")
    parser.add_argument(
        "--vat-rule", default="", metavar="RULE", help="a reduced rate of the country, such as renovation"
    )
    parser.add_argument("--vat", type=_percent, metavar="PERCENT", help="the VAT, whatever the rules say")
    parser.add_argument("--discount", type=_percent, metavar="PERCENT", help="instead of the discount of the style")
    parser.add_argument("--delivery-km", type=_number, metavar="KM", help="deliver over so many km")
    parser.add_argument("--fitting", action="store_true", help="fit it on site")
    parser.add_argument("--note", default="", metavar="TEXT", help="what was agreed besides, printed under the terms")


def order_of(given: argparse.Namespace, known: Order) -> Order:
    """The order of a room file with what the command line says otherwise; InputError for an unknown country."""
    from furnishing.errors import Fault, InputError  # noqa: PLC0415
    from furnishing.order import address_lines  # noqa: PLC0415
    from furnishing.vat import countries  # noqa: PLC0415

    country = getattr(given, "country", None)
    if country is not None and country.upper() not in countries():
        message = f"{country!r} is no country whose VAT is known; use one of {', '.join(countries())}"
        raise InputError([Fault("--country", message)])
    said = {
        "customer": given.customer,
        "address": None if given.address is None else address_lines(given.address),
        "number": given.project_no,
        "date": given.date,
        "country": country and country.upper(),
        "vat_id": getattr(given, "vat_id", None),
        "delivery_km": getattr(given, "delivery_km", None),
        "fitting": getattr(given, "fitting", False) or None,
    }
    return replace(known, **{name: value for name, value in said.items() if value is not None})


def terms_of(given: argparse.Namespace, known: Order) -> Terms:
    """The terms of a quote: the order, and what the command line says of discount and VAT."""
    from reports.pricing import Terms  # noqa: PLC0415

    return Terms(
        order=order_of(given, known),
        discount_percent=given.discount,
        vat_percent=given.vat,
        vat_rule=given.vat_rule,
        note=given.note,
    )


def _number(text: str) -> Decimal:
    return _within(text, Decimal(20_000))


def _percent(text: str) -> Decimal:
    return _within(text, Decimal(100))


def _within(text: str, most: Decimal) -> Decimal:
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None
    if not (value.is_finite() and 0 <= value <= most):
        raise argparse.ArgumentTypeError(f"{text} is outside 0 to {most}")
    return value
