"""What is known of an order beside the room: for whom it is, where it goes and what is to be done there."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from furnishing.charges_file import read_country
from furnishing.json_text import JsonValue
from furnishing.reading import Fields
from furnishing.vat import read_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """The customer, and what was asked for. All of it may be left out.

    `address` has one line of an envelope each; `vat_id` is that of a business; `number` the workshop's number of the
    project; `country` (ISO 3166) where the goods go, which decides the VAT; `delivery_km` how far they are brought,
    None where they are fetched; `fitting` whether the workshop fits them on site.
    """

    customer: str = ""
    address: tuple[str, ...] = ()
    vat_id: str = ""
    number: str = ""
    date: datetime.date | None = None
    country: str = ""
    delivery_km: Decimal | None = None
    fitting: bool = False


NO_ORDER: Final = Order()
"""A room that nobody has ordered yet."""

LINES_OF_ADDRESS: Final = 6


def read_order(fields: Fields | None) -> Order:
    """The order in a room file; an address is one text, its lines parted by semicolons."""
    if fields is None:
        return NO_ORDER
    return Order(
        customer=fields.text("customer", ""),
        address=address_lines(fields.text("address", "", most=500)),
        vat_id=fields.text("vat_id", "", most=40),
        number=fields.text("number", "", most=40),
        date=read_date(fields, "date"),
        country=read_country(fields, "country"),
        delivery_km=fields.optional("delivery_km", lambda name: fields.number(name, most=20_000)),
        fitting=fields.boolean("fitting", False),
    )


def address_lines(text: str) -> tuple[str, ...]:
    """The lines of an address that is written as one, parted by semicolons; what is too many joins the last."""
    lines = [line.strip() for line in text.split(";") if line.strip()]
    kept, more = lines[: LINES_OF_ADDRESS - 1], lines[LINES_OF_ADDRESS - 1 :]
    return (*kept, ", ".join(more)) if more else tuple(kept)


def order_record(order: Order) -> JsonValue:
    """An order as a record that reads back equal; what is not known is left out."""
    record: dict[str, JsonValue] = {
        name: text
        for name, text in (
            ("customer", order.customer),
            ("address", "; ".join(order.address)),
            ("vat_id", order.vat_id),
            ("number", order.number),
            ("date", order.date.isoformat() if order.date else ""),
            ("country", order.country),
        )
        if text
    }
    if order.delivery_km is not None:
        record["delivery_km"] = order.delivery_km
    if order.fitting:
        record["fitting"] = True
    return record
