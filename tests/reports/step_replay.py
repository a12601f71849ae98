"""A saw that knows nothing but a printed step list: it reads the text of the PDF and says which pieces come off."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

import pypdfium2

from furnishing.units import Length, to_length

ROW = re.compile(
    r"(?:(?:(?P<set>\d+) )?(?P<fence>[\d.]+) )?(?P<number>\d+) (?P<way>[↔↕]) "
    r"(?:head cut|crosscut|recut|rip|(?P<trim>trim))"
    r"(?: ↻? ?(?P<take>[SR]\d+))?(?P<numbers>(?: [\d.]+){3}|(?: [\d.]+))(?: (?P<gives>.*?))?(?: (?:[\d.]+ s|–))?"
)
HEADING = re.compile(r"sheets? (?:\d+–)?\d+ of \d+ · .*")
REST = re.compile(r"\+ (.*) ([\d.]+) × ([\d.]+)")
STAYS = re.compile(r"board ([\d.]+) × ([\d.]+)")
FACTS = re.compile(
    r"([\d.]+) × ([\d.]+) mm · (?:(\d+) × the same|1 sheet) · kerf ([\d.]+)"
    r"(?: .*?)?(?:the board that stays is (\S+))?"
)


@dataclass(slots=True)
class Board:
    """One board on the table with the panels that lie there, each by its name: length and width."""

    panels: dict[str, tuple[Length, Length]]
    copies: int = 1
    kerf: Length = 0
    pieces: Counter[tuple[str, Length, Length]] = field(default_factory=Counter)
    last: int = 0
    whole: str = ""
    """The piece that the trimmed board is."""
    begun: str = ""
    left: str = ""
    """What the panel that was cut last is called; whether it is finished says the line below."""


def lines_of(data: bytes) -> list[str]:
    """The printed lines of a PDF from top to bottom, the texts of each from left to right."""
    document = pypdfium2.PdfDocument(data)
    found: list[str] = []
    for page in document:
        text = page.get_textpage()
        texts = []
        for i in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(i)
            words = text.get_text_bounded(left - 0.1, bottom - 0.1, right + 0.1, top + 0.1).strip()
            texts.append(((bottom + top) / 2, left, words))
        rows: list[list[tuple[float, float, str]]] = []
        for height, left, words in sorted(texts, key=lambda each: -each[0]):
            if rows and rows[-1][0][0] - height < 4.0:
                rows[-1].append((height, left, words))
            else:
                rows.append([(height, left, words)])
        found += [" ".join(words for _, _, words in sorted(row, key=lambda each: each[1])) for row in rows]
        text.close()
    document.close()
    return found


def replayed(data: bytes) -> Counter[tuple[str, Length, Length]]:
    """The pieces that the printed steps give, with the sizes that they then have: along and across the board."""
    board: Board | None = None
    every: Counter[tuple[str, Length, Length]] = Counter()
    fence = ""
    for line in lines_of(data):
        heading, row = HEADING.match(line), ROW.fullmatch(line)
        if heading:
            if "continued" not in line:
                every += _counted(board)
                board = Board(panels={})
        elif board is not None and (facts := FACTS.fullmatch(line)):
            if not board.last:
                board.panels[""] = (_length(facts[1]), _length(facts[2]))
            board.copies, board.kerf, board.whole = int(facts[3] or 1), _length(facts[4]), facts[5] or ""
        elif board is not None and row:
            fence = row["fence"] or fence
            numbers = row["numbers"].split()
            _saw(board, row, _length(numbers[0] if len(numbers) == 3 else fence))
        elif board is not None and (line.startswith("+ ") or board.begun):
            # A long id runs on in the next line.
            board.begun = f"{board.begun} {line}".strip()
            rest = REST.fullmatch(board.begun)
            if rest is not None:
                _rest(board, rest)
                board.begun = ""
    return every + _counted(board)


def _length(text: str) -> Length:
    return to_length(Decimal(text), "mm")


def _saw(board: Board, row: re.Match[str], stop: Length) -> None:
    assert int(row["number"]) == board.last + 1, "a cut is missing"
    board.last += 1
    name = row["take"] or ""
    length, width = board.panels.pop(name)
    along = row["way"] == "↔"
    printed = _length(row["numbers"].split()[-1])
    assert printed == (length if along else width), "the cut runs from edge to edge of the panel"
    size = width if along else length
    rest = size - stop - board.kerf
    near = (length, stop) if along else (stop, width)
    far = (length, rest) if along else (rest, width)
    if row["trim"]:
        kept = STAYS.fullmatch(row["gives"])
        assert kept is not None
        stays = (_length(kept[1]), _length(kept[2]))
        # A trim narrower than the blade is cut along the raw edge, its stop is 0.
        assert stop == 0 or stays == (near if stop > rest else far)
        board.panels[name] = stays
        return
    _put(board, row["gives"], near)
    if rest > 0:
        board.panels[name] = far
        board.left = name


def _rest(board: Board, rest: re.Match[str]) -> None:
    """What is left of a row is finished: it goes by a name of its own."""
    size = board.panels.pop(board.left)
    assert size == (_length(rest[2]), _length(rest[3])), "what is left has the printed size"
    _put(board, rest[1].strip(), size)


def _put(board: Board, name: str, size: tuple[Length, Length]) -> None:
    if re.fullmatch(r"[SR]\d+", name):
        assert name not in board.panels
        board.panels[name] = size
    elif name != "waste" and not name.startswith("offcut "):
        board.pieces[name, *size] += 1


def _counted(board: Board | None) -> Counter[tuple[str, Length, Length]]:
    if board is None:
        return Counter()
    if board.whole:
        _put(board, board.whole, board.panels.pop(""))
    assert board.panels == {}, "every panel that is cut on is used up"
    return Counter({piece: count * board.copies for piece, count in board.pieces.items()})
