"""Numbers, money and dates as a language writes them: signs from the Unicode CLDR, grouping by the rule of papers.

Papers group digits from 10,000 on in every language, so that four figures stay as they are measured and typed.
"""

from __future__ import annotations

import datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Final

import babel
from babel.numbers import get_currency_symbol, get_decimal_symbol, get_group_symbol

from furnishing.money import MINOR_DIGITS, Money

GROUP_FROM: Final = 10_000
_NARROW: Final = "\u202f"
_MINUS: Final = "−"

_GROUPS: Final = {"en": _NARROW}
"""Where papers leave the CLDR: a comma between English digits is a decimal comma to half our readers."""

_DATES: Final = {"en": "%Y-%m-%d", "zh-Hans": "%Y-%m-%d", "es": "%d/%m/%Y"}
"""Dates with figures only: they fit a title block and never need a name of a month."""

_OTHER_DATES: Final = "%d.%m.%Y"


@cache
def _locale(language: str) -> babel.Locale:
    return babel.Locale.parse(language, sep="-")


@cache
def signs(language: str) -> tuple[str, str]:
    """The decimal sign and what stands between groups of three digits."""
    locale = _locale(language)
    return get_decimal_symbol(locale), _GROUPS.get(language) or get_group_symbol(locale)


def number(value: Decimal | int, language: str = "en", places: int | None = None) -> str:
    """A number as people read it: no trailing zeros unless `places` are asked for, digits grouped from 10,000 on.

    What is cut off at `places` is rounded half-up, as people round.
    """
    if places is not None:
        value = Decimal(value).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    text = f"{value:f}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    whole, _, rest = text.partition(".")
    point, group = signs(language)
    if not -GROUP_FROM < value < GROUP_FROM:
        whole = f"{int(whole):,}".replace(",", group)
    return f"{whole}{point}{rest}" if rest else whole


def amount(money: Money, language: str = "en") -> str:
    """An amount without its currency, for columns."""
    return number(money.amount, language, MINOR_DIGITS.get(money.currency, 2))


def money(value: Money, language: str = "en") -> str:
    """An amount with its currency: `1.234,50 €`, `¥1234.50`; in English the code, which no other dollar shares."""
    if language == "en":
        return f"{amount(value, language)} {value.currency}"
    pattern = _locale(language).currency_formats["standard"]
    sign = get_currency_symbol(value.currency, _locale(language))
    around = [each.replace("\u00a4", sign).replace("'", "") for each in (pattern.prefix[0], pattern.suffix[0])]
    minus = _MINUS if value.amount < 0 else ""
    plain = amount(Money(abs(value.amount), value.currency), language)
    # A code in the place of a sign needs a space before the figures.
    gap = " " if around[0] and around[0][-1].isalpha() else ""
    return f"{minus}{around[0]}{gap}{plain}{around[1]}"


def date(value: datetime.date, language: str = "en") -> str:
    """A date in figures: `14.03.2025`, `14/03/2025`, `2025-03-14`."""
    return value.strftime(_DATES.get(language, _OTHER_DATES))


def country(code: str, language: str = "en") -> str:
    """The name of a country by its code of ISO 3166; the code itself where the CLDR does not know it."""
    return str(_locale(language).territories.get(code, code))
