"""How the inside of a cabinet is divided: a tree of bays and levels with something in every cell, written as text.

    shelves 3
    bays[600: rail, *: levels[*: rail, 2*: drawers 3]]
    levels[*: open, 720: doors[shelves 1]]

Bays stand from left to right, levels from the top down. A size is a number of millimetres, or a share of what
remains: `*` is one share, `2*` two; left out it is one. `doors[...]` closes a cell with doors of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from furnishing.units import MICROMETRES, Length, show


class Content(StrEnum):
    """What an undivided cell holds. Shelves, drawers and shoes may be counted."""

    OPEN = "open"
    SHELVES = "shelves"
    DRAWERS = "drawers"
    RAIL = "rail"
    TROUSERS = "trousers"
    SHOES = "shoes"
    KNEES = "knees"


COUNTED: Final = {Content.SHELVES: 12, Content.DRAWERS: 6, Content.SHOES: 10}
"""The most that a cell can be asked to hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How much of a division a cell takes: a clear `length`, or `parts` of what the fixed ones leave."""

    length: Length | None = None
    parts: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A clear space: divided into `cells` with their `shares`, or holding `count` of `content`.

    `across` is `bays` or `levels` where the cell is divided. `doors`: it has doors of its own, so many, or 0 where
    their number follows from the width; None without doors.
    """

    content: Content = Content.OPEN
    count: int = 0
    across: str = ""
    cells: tuple[Cell, ...] = ()
    shares: tuple[Share, ...] = ()
    doors: int | None = None


TOKEN: Final = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|([a-z]+)|([\[\]:,*]))")
DEEPEST: Final = 6


def read_cell(text: str) -> Cell:
    """The division that a text describes. ValueError says what is wrong and at which place of the text."""
    cell, rest = _cell(_tokens(text), 0)
    if rest:
        raise ValueError(f"{rest[0][0]!r} at {rest[0][1]} was not expected there")
    return cell


Tokens = list[tuple[str, int]]


def _tokens(text: str) -> Tokens:
    found, at = [], 0
    while text[at:].strip():
        match = TOKEN.match(text, at)
        if match is None:
            raise ValueError(f"{text[at:].strip()[0]!r} at {at} is no word, number or one of [ ] : , *")
        found.append((match.group().strip(), match.end() - len(match.group().strip()) + 1))
        at = match.end()
    return found


def _cell(tokens: Tokens, depth: int) -> tuple[Cell, Tokens]:
    if depth > DEEPEST:
        raise ValueError(f"cells are nested deeper than {DEEPEST}")
    if not tokens or not tokens[0][0].isalpha():
        known = ", ".join([*Content, "bays[...]", "levels[...]", "doors[...]"])
        raise ValueError(f"{_near(tokens)} a cell is missing: {known}")
    (word, _), rest = tokens[0], tokens[1:]
    if word in {"bays", "levels"}:
        return _division(word, _after(rest, "["), depth)
    if word == "doors":
        count, rest = _count(rest, 0)
        cell, rest = _cell(_after(rest, "["), depth + 1)
        if cell.doors is not None:
            raise ValueError("doors stand directly before doors; leave one of them out")
        closed = Cell(
            content=cell.content,
            count=cell.count,
            across=cell.across,
            cells=cell.cells,
            shares=cell.shares,
            doors=count,
        )
        return closed, _after(rest, "]")
    if word not in set(Content):
        raise ValueError(f"{word!r} at {tokens[0][1]} is not known; use {', '.join(Content)}, bays, levels or doors")
    content = Content(word)
    if content not in COUNTED:
        return Cell(content=content), rest
    count, rest = _count(rest, 1)
    if count > COUNTED[content]:
        raise ValueError(f"{count} {content} are more than {COUNTED[content]}")
    return Cell(content=content, count=count), rest


def _division(word: str, tokens: Tokens, depth: int) -> tuple[Cell, Tokens]:
    cells: list[Cell] = []
    shares: list[Share] = []
    while True:
        share, tokens = _share(tokens)
        cell, tokens = _cell(tokens, depth + 1)
        cells.append(cell)
        shares.append(share)
        if tokens and tokens[0][0] == ",":
            tokens = tokens[1:]
            continue
        tokens = _after(tokens, "]")
        if len(cells) > 12:
            raise ValueError(f"{len(cells)} {word} are more than 12")
        return Cell(across=word, cells=tuple(cells), shares=tuple(shares)), tokens


def _share(tokens: Tokens) -> tuple[Share, Tokens]:
    """The size before a cell; one share where none is given."""
    words = [word for word, _ in tokens[:3]]
    if words[:2] == ["*", ":"]:
        return Share(), tokens[2:]
    if words[1:3] == ["*", ":"] and words[0].isdigit() and int(words[0]) > 0:
        return Share(parts=int(words[0])), tokens[3:]
    if words[1:2] == [":"] and words[0][:1].isdigit():
        whole, _, part = words[0].partition(".")
        micrometres = int(whole) * MICROMETRES["mm"] + int((part + "000")[:3])
        return Share(length=micrometres), tokens[2:]
    return Share(), tokens


def _count(tokens: Tokens, default: int) -> tuple[int, Tokens]:
    if tokens and tokens[0][0].isdigit():
        return int(tokens[0][0]), tokens[1:]
    return default, tokens


def _after(tokens: Tokens, word: str) -> Tokens:
    if not tokens or tokens[0][0] != word:
        raise ValueError(f"{_near(tokens)} {word!r} is missing")
    return tokens[1:]


def _near(tokens: Tokens) -> str:
    return f"before {tokens[0][0]!r} at {tokens[0][1]}" if tokens else "at the end"


def write_cell(cell: Cell) -> str:
    """The text of a division, which reads back equal."""
    if cell.doors is not None:
        bare = Cell(content=cell.content, count=cell.count, across=cell.across, cells=cell.cells, shares=cell.shares)
        return f"doors{f' {cell.doors}' if cell.doors else ''}[{write_cell(bare)}]"
    if cell.across:
        pairs = zip(cell.shares, cell.cells, strict=True)
        return f"{cell.across}[{', '.join(f'{_size(share)}: {write_cell(each)}' for share, each in pairs)}]"
    return f"{cell.content} {cell.count}" if cell.content in COUNTED else str(cell.content)


def _size(share: Share) -> str:
    if share.length is not None:
        return show(share.length)
    return "*" if share.parts == 1 else f"{share.parts}*"


def divide(total: Length, shares: Sequence[Share], step: Length) -> tuple[Length, ...]:
    """A length divided by shares in whole steps; the last share takes what remains.

    ValueError where the fixed lengths leave nothing for the others, or do not fill the length.
    """
    fixed = sum(share.length for share in shares if share.length is not None)
    open_parts = sum(share.parts for share in shares if share.length is None)
    left = total - fixed
    if left < 0 or (open_parts and left < open_parts * step):
        raise ValueError(f"{show(fixed)} mm are asked for and {show(total)} mm are there; make one of them smaller")
    if not open_parts and left:
        raise ValueError(f"{show(fixed)} mm are asked for and {show(total)} mm are there; leave one size open with '*'")
    found = [
        left * share.parts // open_parts // step * step if share.length is None else share.length for share in shares
    ]
    if open_parts:
        last = max(number for number, share in enumerate(shares) if share.length is None)
        found[last] += total - sum(found)
    return tuple(found)
