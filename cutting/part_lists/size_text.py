"""Sizes as people write them: 720, 719,5, "795 mm", 23 1/2", 23-1/2, 7' 6", 1.234,5."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cutting.part_lists.table import Cell
from cutting.part_lists.words import words
from furnishing.reading import ABSURD
from furnishing.units import MICROMETRES, Length, show

MOST_TEXT: Final = 40
BOTH: Final = ".,"
"""Stands for the decimal sign of a list that uses both alike."""

_QUOTES: Final = str.maketrans("″”“’′⁄–−", '"""\'\'/--')
_SIZE: Final = re.compile(
    r"(?:(?P<feet>\d{1,4}) ?(?:'|ft|feet)(?!') ?-? ?)?"
    r"(?P<number>\d[\d.,]*(?: \d{3}(?!\d|/))*[\d.,]*)?"
    r"(?:(?:(?<=\d) ?[ -] ?|^|(?<=' )|(?<=')|(?<=t )|(?<=t))(?P<top>\d{1,4})/(?P<under>\d{1,4}))?"
    r" ?(?P<unit>[^\W\d_]{1,12}\.?|\")?"
)
NOTHING: Final = Fraction(0)


@dataclass(frozen=True, slots=True)
class Size:
    """A size taken apart, before its decimal sign is known: `unit` is None where the text names none."""

    text: str
    number: str
    part: Fraction
    unit: str | None


def take_apart(cell: Cell) -> Size:
    """The pieces of a size; ValueError, with what is expected, where it is none."""
    if isinstance(cell, Decimal):
        # A spreadsheet's number is taken as it is; its last binary digits go when it becomes a length.
        return Size(f"{cell:f}", "", Fraction(cell), None)
    if cell is None:
        raise ValueError("this cell is empty; write a size")
    if len(cell) < 6 and cell.isascii() and cell.isdigit():
        return Size(cell, cell, NOTHING, None)  # nearly every cell of a long list
    if len(cell) > MOST_TEXT:
        raise ValueError(f"{cell[:MOST_TEXT]}... is no size; write one such as 720")
    if cell.startswith("="):
        raise ValueError(f"{cell} is a formula, and formulas are never calculated; write its value")
    text = _plain(cell)
    found = _SIZE.fullmatch(text)
    if found is None or not (found["number"] or found["top"] or found["feet"]):
        raise ValueError(f"{cell!r} is no size; write one such as 720, 719.5 or 23 1/2")
    unit = _unit(found["unit"], cell)
    part, inches = _fraction(found, cell)
    if inches and unit not in (None, "in"):
        raise ValueError(f"{cell!r} writes a fraction or feet in {unit}; these are for inches")
    return Size(cell, found["number"] or "", part, "in" if found["feet"] or inches else unit)


def _plain(cell: str) -> str:
    text = re.sub(r"(?<=\d)(?=[¼-¾⅐-⅞])", " ", cell)
    text = unicodedata.normalize("NFKC", text).translate(_QUOTES).replace("''", '"')
    return " ".join(text.casefold().split())


def _unit(word: str | None, cell: str) -> str | None:
    if not word:
        return None
    unit = words().units.get(word.rstrip("."))
    if unit is None:
        raise ValueError(f"{cell!r} has the unit {word!r}, which is not known; use mm, cm, m or in")
    return unit


def _fraction(found: re.Match[str], cell: str) -> tuple[Fraction, bool]:
    """Feet and fraction of a size in inches, and whether there are any."""
    part = Fraction(12 * int(found["feet"] or 0))
    if found["feet"] and found["number"] and not re.fullmatch(r"\d{1,2}([.,]\d+)?", found["number"]):
        raise ValueError(f"{cell!r} has {found['number']} inches behind its feet; write less than 12")
    if found["top"]:
        top, under = int(found["top"]), int(found["under"])
        if under == 0 or top >= under:
            raise ValueError(f"{cell!r} holds no proper fraction; write a blank before it, as in 23 1/2")
        part += Fraction(top, under)
    return part, bool(found["feet"] or found["top"])


def decimal_sign(numbers: Iterable[str]) -> str | None:
    """The decimal sign that the numbers of a list show; None where none of them tells.

    A sign that stands twice as often as the other is the list's, the rest are slips; otherwise BOTH.
    """
    told: Counter[str] = Counter()
    for number in numbers:
        sign = _sign_of(number)
        if sign is not None:
            told[sign] += 1
    if not told:
        return None
    most, least = (",", ".") if told[","] > told["."] else (".", ",")
    return most if told[most] >= 2 * told[least] else BOTH


def _sign_of(number: str) -> str | None:
    dots, commas = number.count("."), number.count(",")
    if dots and commas:
        return max(".,", key=number.rfind)
    if not dots and not commas:
        return None
    mark = "." if dots else ","
    if dots + commas > 1:
        return "," if dots else "."
    before, after = number.split(mark)
    unlike = len(after) != 3 or len(before) > 3 or before.startswith("0")
    return mark if unlike else None


def to_size(size: Size, unit: str, sign: str | None) -> Length:
    """The length of a size, in its own unit or else in `unit`; ValueError with what is expected.

    Inches and the numbers of spreadsheets are rounded to the micrometre; other text must be as fine at most.
    """
    unit = size.unit or unit
    if (
        unit == "mm"
        and size.part is NOTHING
        and 0 < len(size.number) < 6
        and size.number.isdigit()
        and int(size.number)
    ):
        return int(size.number) * MICROMETRES[unit]
    number = Fraction(0) if not size.number else Fraction(to_number(size.number, sign))
    exact = (number + size.part) * MICROMETRES[unit]
    if exact > ABSURD:
        raise ValueError(
            f"{size.text} in {spoken(unit)} is longer than {show(ABSURD, 'm')} m; check the figure and the unit"
        )
    if exact <= 0:
        raise ValueError(f"{size.text} is not more than 0; write the real size")
    if exact.denominator != 1 and unit != "in" and size.number:
        raise ValueError(f"{size.text} {unit} is finer than a micrometre; round it")
    return max(1, round(exact))


def to_number(number: str, sign: str | None) -> Decimal:
    """Digits with their signs as a number; ValueError where they do not fit the list's decimal sign."""
    text = number.replace(" ", "")
    if "." not in text and "," not in text:
        return Decimal(text)
    if sign == BOTH:
        raise ValueError(f"{number} is unclear: this list has decimal commas and points; give --decimal comma or point")
    if sign is None:
        sign = _only_way(text)
    other = "," if sign == "." else "."
    whole, mark, rest = text.rpartition(sign) if sign in text else (text, "", "")
    grouped = re.fullmatch(rf"\d+|\d{{1,3}}(?:{re.escape(other)}\d{{3}})+", whole)
    if (mark and not rest.isdigit()) or grouped is None:
        name = "comma" if sign == "," else "point"
        raise ValueError(f"{number} does not fit the decimal {name} of this list; write it alike, or give --decimal")
    return Decimal(whole.replace(other, "") + (f".{rest}" if mark else ""))


def _only_way(text: str) -> str:
    """The decimal sign of a number alone: 720.000 can only be 720, while 1.200 may be 1200 as well."""
    told = _sign_of(text)
    if told is not None:
        return told
    mark = "." if "." in text else ","
    thousands = Decimal(text.replace(mark, ""))
    if text.count(mark) == 1 and thousands * MICROMETRES["mm"] > ABSURD:
        return mark
    raise ValueError(f"{text} may be {thousands} or {text.replace(mark, '.')}; give --decimal point or --decimal comma")


def spoken(unit: str) -> str:
    """A unit within a sentence, where "in" would be read as a word."""
    return "inches" if unit == "in" else unit
