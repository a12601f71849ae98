"""What words on the command line are read as. Nothing here imports anything heavy."""

from __future__ import annotations

import argparse
import datetime
import math
from decimal import Decimal, InvalidOperation


def overruled(text: str) -> tuple[str, str]:
    """The code of an error and the reason why it is let stand."""
    code, sign, reason = text.partition("=")
    if not sign or not code.strip():
        raise argparse.ArgumentTypeError(f'{text!r} is no CODE="reason"')
    return code.strip(), reason.strip()


def money(text: str) -> Decimal:
    """An amount of money, in whatever currency."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise argparse.ArgumentTypeError(f"{text!r} is not an amount of money") from None
    if not (value.is_finite() and 0 <= value <= 10**9):
        raise argparse.ArgumentTypeError(f"{text} is outside 0 to 1,000,000,000")
    return value


def seconds(text: str) -> float:
    """A time of up to a week."""
    try:
        value = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds") from None
    if not (math.isfinite(value) and 0 <= value <= 7 * 24 * 3600):
        raise argparse.ArgumentTypeError(f"{text} is outside 0 to 604800 seconds")
    return value


def _whole(text: str, least: int, most: int) -> int:
    try:
        value = int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number") from None
    if not least <= value <= most:
        raise argparse.ArgumentTypeError(f"{text} is outside {least} to {most}")
    return value


def positive(text: str) -> int:
    """A count of one or more."""
    return _whole(text, 1, 1_000_000_000)


def seed(text: str) -> int:
    """The seed of a search."""
    return _whole(text, 0, 2**32 - 1)


def port(text: str) -> int:
    """A port to listen on."""
    return _whole(text, 0, 65535)


def date(text: str) -> datetime.date:
    """A day as ISO 8601 writes it."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2026-03-01") from None
