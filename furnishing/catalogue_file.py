"""Catalogues as files: format `furnish-catalogue/1`, read strictly and written in one canonical form.

docs/catalogue.md lists the fields and says where the numbers of the shipped catalogue come from.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Final

from furnishing.catalogue import Band, Catalogue, Finish, HardwareArticle, Labour, Material, Saw, StockBoard
from furnishing.catalogue_checks import check_catalogue
from furnishing.charges import NO_CHARGES
from furnishing.charges_file import charges_record, read_charges
from furnishing.errors import sound_in
from furnishing.grain import BoardGrain
from furnishing.json_text import JsonValue, to_json
from furnishing.money import Money
from furnishing.reading import Fields, open_record
from furnishing.units import from_length, mm

FORMAT: Final = "furnish-catalogue/1"
THICKNESSES: Final = (mm(1), mm(100))
BOARD_SIZES: Final = (mm(200), mm(10_000))
THICKEST_BAND: Final = mm(5)
WIDEST_BAND: Final = mm(200)
WIDEST_KERF: Final = mm(20)
WIDEST_TRIM: Final = mm(200)
MOST_STAGES: Final = 20
UNITS: Final = ("piece", "metre", "square-metre")
FIRST_CUTS: Final = ("length", "width", "any")
NO_CURRENCY: Final = "XXX"
"""ISO 4217 for no currency: what a reader goes on with after a fault."""


def read_catalogue(text: str | bytes, source: str = "") -> Catalogue:
    """The catalogue of a catalogue file; InputError with every fault."""
    fields = open_record(text, FORMAT, source)
    unit = fields.read_unit()
    currency = _currency(fields)
    catalogue = Catalogue(
        name=fields.text("name"),
        note=fields.text("note", "", most=2000),
        currency=currency,
        vat_percent=fields.number("vat_percent", most=100),
        finishes=tuple(_finish(each) for each in fields.records("finishes", least=1)),
        materials=tuple(_material(each) for each in fields.records("materials", least=1)),
        boards=tuple(_board(each, currency) for each in fields.records("boards", least=1)),
        bands=tuple(_band(each, currency) for each in fields.records("bands")),
        hardware=tuple(_article(each, currency) for each in fields.records("hardware")),
        labour=_labour(fields.record("labour"), currency),
        saw=_saw(fields.record("saw")),
        charges=read_charges(fields.optional_record("charges"), currency),
    )
    fields.faults.extend(check_catalogue(catalogue, unit, sound_in(tuple(fields.faults))))
    fields.finish()
    return catalogue


@cache
def default_catalogue() -> Catalogue:
    """The catalogue that the program ships: plausible articles and prices to begin with, not an offer."""
    file = resources.files("furnishing") / "data" / "catalogue.json"
    return read_catalogue(file.read_bytes(), "catalogue.json")


def _currency(fields: Fields) -> str:
    currency = fields.text("currency", most=40)
    if re.fullmatch("[A-Z]{3}", currency):
        return currency
    if currency:
        fields.fault("currency", f'"{currency}" is no currency code; use the three capital letters of ISO 4217: EUR')
    return NO_CURRENCY


def _code(fields: Fields, name: str = "code") -> str:
    code = fields.text(name, most=60)
    if any(letter.isspace() for letter in code):
        fields.fault(name, f'the code "{code}" holds a space; labels and lists need codes in one word, use a hyphen')
    return code


def _price(fields: Fields, currency: str, name: str = "price", *, free: bool = False) -> Money:
    """A price in the catalogue's currency, above 0 unless it may be `free`."""
    if not fields.has(name):
        fields.take(name, default=None)
        fields.fault(name, "this field is missing; without a price no quote can be made")
        return Money.of(0, currency)
    before = len(fields.faults)
    price = fields.number(name, least=-(10**9), most=10**9)
    if len(fields.faults) > before:
        return Money.of(0, currency)
    if price < 0 or (price == 0 and not free):
        fields.fault(name, f"a price of {price} is not {'0 or more' if free else 'more than 0'}; give the real price")
        return Money.of(0, currency)
    try:
        return Money.exactly(price, currency)
    except ValueError as error:
        fields.fault(name, str(error))
        return Money.of(price, currency)


def _finish(fields: Fields) -> Finish:
    colour = fields.text("colour", most=40)
    if colour and not re.fullmatch("#[0-9a-fA-F]{6}", colour):
        fields.fault("colour", f'"{colour}" is no colour; write it as #rrggbb, such as #c8a878')
    return Finish(
        code=_code(fields),
        name=fields.text("name"),
        colour=colour.lower(),
        grain=fields.choice("grain", BoardGrain),
    )


def _material(fields: Fields) -> Material:
    return Material(
        code=_code(fields),
        name=fields.text("name"),
        finish=_code(fields, "finish"),
        thickness=fields.length("thickness", least=THICKNESSES[0], most=THICKNESSES[1]),
        density=fields.number("density", least=50, most=3000),
    )


def _board(fields: Fields, currency: str) -> StockBoard:
    return StockBoard(
        code=_code(fields),
        material=_code(fields, "material"),
        length=fields.length("length", least=BOARD_SIZES[0], most=BOARD_SIZES[1]),
        width=fields.length("width", least=BOARD_SIZES[0], most=BOARD_SIZES[1]),
        price=_price(fields, currency),
        quantity=fields.optional("quantity", fields.integer),
    )


def _band(fields: Fields, currency: str) -> Band:
    return Band(
        code=_code(fields),
        name=fields.text("name"),
        finish=_code(fields, "finish"),
        thickness=fields.length("thickness", most=THICKEST_BAND),
        width=fields.length("width", most=WIDEST_BAND),
        price=_price(fields, currency),
    )


def _article(fields: Fields, currency: str) -> HardwareArticle:
    return HardwareArticle(
        code=_code(fields),
        name=fields.text("name"),
        unit=fields.word("unit", UNITS),
        price=_price(fields, currency, free=True),
    )


def _labour(fields: Fields, currency: str) -> Labour:
    return Labour(
        hourly_rate=_price(fields, currency, "hourly_rate", free=True),
        minutes_per_sheet=fields.number("minutes_per_sheet", most=1000),
        minutes_per_part=fields.number("minutes_per_part", most=1000),
        minutes_per_band_metre=fields.number("minutes_per_band_metre", most=1000),
        minutes_per_cabinet=fields.number("minutes_per_cabinet", most=10_000),
        saw_time_percent=fields.number("saw_time_percent", Decimal(100), most=10_000),
        minutes_per_bore=fields.number("minutes_per_bore", Decimal(0), most=1000),
        minutes_per_groove=fields.number("minutes_per_groove", Decimal(0), most=1000),
        minutes_per_packed_cabinet=fields.number("minutes_per_packed_cabinet", Decimal(0), most=1000),
    )


def _saw(fields: Fields) -> Saw:
    trim = fields.record("trim")
    stages = fields.take("max_stages")
    return Saw(
        kerf=fields.length("kerf", least=0, most=WIDEST_KERF),
        trim_left=trim.length("left", least=0, most=WIDEST_TRIM),
        trim_right=trim.length("right", least=0, most=WIDEST_TRIM),
        trim_bottom=trim.length("bottom", least=0, most=WIDEST_TRIM),
        trim_top=trim.length("top", least=0, most=WIDEST_TRIM),
        max_stages=None if stages is None else fields.integer("max_stages", least=2, most=MOST_STAGES),
        first_cut=fields.word("first_cut", FIRST_CUTS),
    )


def write_catalogue(catalogue: Catalogue, unit: str = "mm") -> str:
    """A catalogue file as canonical JSON, which reads back equal."""
    head: dict[str, JsonValue] = {"format": FORMAT, "unit": unit, "name": catalogue.name}
    if catalogue.note:
        head["note"] = catalogue.note
    charged: dict[str, JsonValue] = {}
    if catalogue.charges != NO_CHARGES:
        charged["charges"] = charges_record(catalogue.charges, unit)
    return to_json(
        head
        | {
            "currency": catalogue.currency,
            "vat_percent": catalogue.vat_percent,
            "finishes": [
                {"code": each.code, "name": each.name, "colour": each.colour, "grain": each.grain.value}
                for each in catalogue.finishes
            ],
            "materials": [_material_record(each, unit) for each in catalogue.materials],
            "boards": [_board_record(each, unit) for each in catalogue.boards],
            "bands": [_band_record(each, unit) for each in catalogue.bands],
            "hardware": [
                {"code": each.code, "name": each.name, "unit": each.unit, "price": each.price.amount}
                for each in catalogue.hardware
            ],
            "labour": _labour_record(catalogue.labour),
            "saw": _saw_record(catalogue.saw, unit),
        }
        | charged
    )


def _material_record(material: Material, unit: str) -> JsonValue:
    return {
        "code": material.code,
        "name": material.name,
        "finish": material.finish,
        "thickness": from_length(material.thickness, unit),
        "density": material.density,
    }


def _board_record(board: StockBoard, unit: str) -> JsonValue:
    record: dict[str, JsonValue] = {
        "code": board.code,
        "material": board.material,
        "length": from_length(board.length, unit),
        "width": from_length(board.width, unit),
        "price": board.price.amount,
    }
    return record if board.quantity is None else record | {"quantity": board.quantity}


def _band_record(band: Band, unit: str) -> JsonValue:
    return {
        "code": band.code,
        "name": band.name,
        "finish": band.finish,
        "thickness": from_length(band.thickness, unit),
        "width": from_length(band.width, unit),
        "price": band.price.amount,
    }


def _labour_record(labour: Labour) -> JsonValue:
    record: dict[str, JsonValue] = {
        "hourly_rate": labour.hourly_rate.amount,
        "minutes_per_sheet": labour.minutes_per_sheet,
        "minutes_per_part": labour.minutes_per_part,
        "minutes_per_band_metre": labour.minutes_per_band_metre,
        "minutes_per_cabinet": labour.minutes_per_cabinet,
    }
    if labour.saw_time_percent != 100:
        record["saw_time_percent"] = labour.saw_time_percent
    for name in ("minutes_per_bore", "minutes_per_groove", "minutes_per_packed_cabinet"):
        if getattr(labour, name):
            record[name] = getattr(labour, name)
    return record


def _saw_record(saw: Saw, unit: str) -> JsonValue:
    return {
        "kerf": from_length(saw.kerf, unit),
        "trim": {
            "left": from_length(saw.trim_left, unit),
            "right": from_length(saw.trim_right, unit),
            "bottom": from_length(saw.trim_bottom, unit),
            "top": from_length(saw.trim_top, unit),
        },
        "max_stages": saw.max_stages,
        "first_cut": saw.first_cut,
    }
