"""The words of a label: as large as it has room for, and the most needed of them where it has none for all."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reports.drawing import ASCENT, DESCENT, Point, Text
from reports.label_texts import Label
from reports.render.fonts import POINT, text_width
from reports.space import Box
from reports.wrapping import SMALLEST, fits, fitted, shortened, wrapped

SHRINKS: Final = 0.66
"""To which part of its size a line is drawn smaller before a second one is begun."""

UNBROKEN: Final = 0.4
"""The same for an id and for sizes, which are read wrong where they are broken."""

WHOLE: Final = 6.0
"""Points to which words are drawn smaller before some are left out or cut off."""

_LEAST_NEEDED: Final = ("thickness", "finished", "owner", "material", "next", "name")
"""What is left out of a label without room, in turn."""

_SIZES: Final = (12.0, 10.5, 9.0, 8.0, 7.5, 7.0, 6.5, WHOLE, SMALLEST)
"""Least sizes in points that are tried in turn, those above 8 on labels that are larger than usual."""


def label_words(label: Label, marks: Mapping[str, str], box: Box) -> tuple[Text, ...]:
    """The words of a label in their box. Where they would meet at the least size the least needed go; of those that
    went, what still has room beside the others comes back. `marks` stand at the edges, by band code."""

    def written(out: Collection[str], smallest: float) -> _Written:
        shown = _without(label, out)
        return _Written(_above(shown, marks, box, smallest), _foot(shown, box, smallest), box)

    out: list[str] = []
    for field in _LEAST_NEEDED:
        if written(out, WHOLE).fit:
            break
        out.append(field)
    for field in reversed(_LEAST_NEEDED):
        without = [each for each in out if each != field]
        if field in out and written(without, WHOLE).fit:
            out = without
    tried: list[_Written] = []
    for smallest in (size for size in _SIZES if size <= 8.0 * max(1.0, _grow(box))):
        tried.append(written(out, smallest))
        if tried[-1].fit and tried[-1].whole:
            return tried[-1].words
    return next((each for each in tried if each.fit), tried[-1]).words


@dataclass(frozen=True, slots=True)
class _Written:
    """The words of a label as they would be drawn in `box`: those from its top down, and those at its foot."""

    above: tuple[Text, ...]
    foot: tuple[Text, ...]
    box: Box

    @property
    def words(self) -> tuple[Text, ...]:
        return (*self.above, *self.foot)

    @property
    def fit(self) -> bool:
        """Whether they do not meet."""
        high = max((line.y + ASCENT * line.size * POINT for line in self.foot), default=self.box[1])
        return _lowest(self.above, self.box[3]) >= high

    @property
    def whole(self) -> bool:
        """Whether nothing but the foot is cut off."""
        return not any("…" in line.text for line in self.above)


def _without(label: Label, out: Collection[str]) -> Label:
    """The same label without some fields of it."""
    return replace(
        label,
        thicknesses={} if "thickness" in out else label.thicknesses,
        finished="" if "finished" in out else label.finished,
        foot=label.foot[-1:] if "owner" in out else label.foot,
        material="" if "material" in out else label.material,
        next="" if "next" in out else label.next,
        name="" if "name" in out else label.name,
    )


def _above(label: Label, marks: Mapping[str, str], box: Box, smallest: float) -> tuple[Text, ...]:
    """The words of a label from its upper left corner down, none below `smallest` points."""
    told = {mark: " ".join(_told(code, mark, label)) for code, mark in marks.items()}
    bands = ", ".join(f"{mark} = {words}" for mark, words in told.items() if words)
    found: list[Text] = []
    room, y, grow = box[2] - box[0], box[3], _grow(box)
    for words, points, bold, lines, shrinks, least in (
        (label.id, 14.0, True, 2, UNBROKEN, min(smallest, 8.0)),
        (label.name, 8.5, False, 2, SHRINKS, smallest),
        (label.cut, 14.0, True, 2, UNBROKEN, min(smallest, 8.0)),
        (label.finished, 8.5, False, 2, UNBROKEN, min(smallest, WHOLE)),
        (label.second_cut, 8.5, True, 4, SHRINKS, smallest),
        # A material is told on one line where that can be read.
        (label.material, 8.5, False, 2, SHRINKS, min(smallest, WHOLE)),
        (label.next, 8.5, True, 2, SHRINKS, smallest),
        (bands, 8.0, False, 2, SHRINKS, smallest),
    ):
        line = Line(size=max(least, points * grow), bold=bold, lines=lines, shrinks=shrinks, smallest=least)
        written = paragraph(words, line, (box[0], y), room)
        found.extend(written)
        y = _lowest(written, y + 0.25) - 0.25
    return tuple(found)


def _told(code: str, mark: str, label: Label) -> Iterator[str]:
    """What is told of a band beside its mark: its code where the mark is a letter, and its thickness if need be."""
    if mark != code:
        yield code
    if code in label.thicknesses:
        yield label.thicknesses[code]


def _grow(box: Box) -> float:
    """How much larger words are than on a label of the usual sheets."""
    return min(1.6, (box[3] - box[1]) / 33)


def _foot(label: Label, box: Box, smallest: float) -> tuple[Text, ...]:
    """The words at the lower edge of a label, upwards from its lower left corner."""
    room, size, least = box[2] - box[0], max(smallest, min(8.0, smallest) * _grow(box)), min(smallest, WHOLE)
    kept = (_kept(words, least, room) for words in label.foot)
    found: list[Text] = []
    y = box[1]
    for words in reversed(list(kept)):
        for line in paragraph(words, Line(size=size, smallest=least), (0, 0), room):
            found.append(Text(box[0], y + DESCENT * line.size * POINT, line.text, line.size))
            y += 1.06 * line.size * POINT
    return tuple(reversed(found))


def _kept(words: str, size: float, room: float) -> str:
    """`words` with what stands before the last dot shortened: the sheet on which a part lies is never cut off."""
    head, dot, last = words.rpartition(" · ")
    if fits(words, size, room) or not dot:
        return words
    left = room - text_width(dot + last, size)
    return shortened(head, size, left) + dot + last if left > 0 else last


def _lowest(lines: Sequence[Text], otherwise: float) -> float:
    return min((line.y - DESCENT * line.size * POINT for line in lines), default=otherwise)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """How words are written: `size` and `smallest` in points, on how many `lines` at most, and to which part of its
    size one line shrinks before a second one is begun."""

    size: float
    bold: bool = False
    lines: int = 1
    shrinks: float = SHRINKS
    smallest: float = SMALLEST


def paragraph(words: str, line: Line, corner: Point, width: float) -> tuple[Text, ...]:
    """Words below an upper left corner, never wider than `width`. What does not fit at the smallest size ends in an
    ellipsis."""
    if not words:
        return ()
    drawn, bold = line.size, line.bold
    drawn = fitted(words, drawn, width, bold=bold, smallest=max(line.smallest, drawn * line.shrinks))
    rows: Sequence[str] = (words,)
    while not fits(words, drawn, width, bold=bold):
        rows = wrapped(words, drawn, width, bold=bold)
        if len(rows) <= line.lines:
            break
        if drawn <= line.smallest:
            last = " ".join(rows[line.lines - 1 :])
            rows = (*rows[: line.lines - 1], shortened(last, drawn, width, bold=bold))
            break
        drawn, rows = max(line.smallest, drawn - 0.5), (words,)
    em = drawn * POINT
    return tuple(
        Text(corner[0], corner[1] - (ASCENT + number * 1.05) * em, row, drawn, bold=bold)
        for number, row in enumerate(_balanced(rows, words, drawn, width, bold))
    )


def _balanced(rows: Sequence[str], words: str, size: float, width: float, bold: bool) -> Sequence[str]:
    """The same number of lines with no short rest on the last, such as the thickness of a material alone."""
    if len(rows) > 1 and " ".join(rows) == words:
        for share in (0.6, 0.7, 0.8, 0.9):
            narrower = wrapped(words, size, width * share, bold=bold)
            if len(narrower) == len(rows) and " ".join(narrower) == words:
                return narrower
    return rows
