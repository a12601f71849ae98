"""The check character behind an id in a code that people may also type: it catches every wrong and every swapped sign.

The scheme: signs are worth 0 to 40 in the order `0-9 A-Z . - _ / :`, small letters as much as capitals; any other sign
stands for the hexadecimal figures of its code point. Counted from the end of the id, which has place 1, each sign
is worth its value by 6 to the power of its place, modulo 41; the check character brings the sum to 0. 41 is a prime
and 6 a primitive root of it: a single wrong sign changes the sum, and so does swapping any two different signs
fewer than 40 places apart, the check character among them. Behind the id stands `*`, then the check character:
`K01.side.L*Y`. Pure systems of this kind are those of ISO/IEC 7064; that standard has none for 41 signs.
"""

from __future__ import annotations

from typing import Final

from furnishing.errors import Fault, InputError

SIGNS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.-_/:"
MARK: Final = "*"
ROOT: Final = 6


def check_character(code: str) -> str:
    """The check character of a code."""
    value = 0
    for sign in _spelled(code):
        value = (value + SIGNS.index(sign)) * ROOT % len(SIGNS)
    return SIGNS[-value % len(SIGNS)]


def checked(code: str) -> str:
    """A code with its check character behind it, as it stands in a QR code."""
    return f"{code}{MARK}{check_character(code)}"


def unchecked(scanned: str) -> str:
    """The code of what was scanned or typed. Raises InputError where its check character is missing or wrong."""
    code, mark, given = scanned.strip().rpartition(MARK)
    if not mark or not code:
        raise InputError(
            (Fault("code", f"{scanned!r} has no check character; scan it again, or type it with its {MARK}"),)
        )
    if given.upper() != check_character(code):
        message = f"{scanned!r} has a wrong sign or two that are swapped; scan it again, or type it as it is printed"
        raise InputError((Fault("code", message),))
    return code


def _spelled(code: str) -> str:
    """A code in signs that have a value."""
    return "".join(sign if sign in SIGNS else f"{ord(sign):X}" for sign in code.upper())
