"""The words of a label: as large as it has room for, and the most needed of them where it has none for all."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from reports.drawing import ASCENT, DESCENT, Point, Text
from reports.label_texts import Label
from reports.render.fonts import POINT, text_width
from reports.space import Box
from reports.wrapping import SMALLEST, fits, fitted, shortened, wrapped

SHRINKS: Final = 0.66
"""To which part of its size a line is drawn smaller before a second one is begun."""

WHOLE: Final = 6.0
"""Points to which words are drawn smaller before some are left out or cut off."""

_LEAST_NEEDED: Final = ("thickness", "finished", "owner", "material", "next", "name")
"""What is left out of a label without room, in turn."""

_SIZES: Final = (8.0, 7.5, 7.0, 6.5, WHOLE)
"""Least sizes in points that are tried in turn."""


def label_words(label: Label, marks: Mapping[str, str], box: Box) -> tuple[Text, ...]:
    """The words of a label in their box. Where they would meet at the least size the least needed go; of those that
    went, what still has room beside the others comes back. `marks` stand at the edges, by band code."""

    def written(out: Collection[str], smallest: float) -> tuple[tuple[Text, ...], bool]:
        above, foot = _above(_without(label, out), marks, box, smallest), _foot(_without(label, out), box, smallest)
        high = max((line.y + ASCENT * line.size * POINT for line in foot), default=box[1])
        return (*above, *foot), _lowest(above, box[3]) >= high

    out: list[str] = []
    for field in _LEAST_NEEDED:
        if written(out, WHOLE)[1]:
            break
        out.append(field)
    for field in reversed(_LEAST_NEEDED):
        without = [each for each in out if each != field]
        if field in out and written(without, WHOLE)[1]:
            out = without
    tried = (written(out, smallest) for smallest in _SIZES)
    return next((words for words, fit in tried if fit), written(out, SMALLEST)[0])


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
    for words, points, bold, lines in (
        (label.id, 14.0, True, 2),
        (label.name, 8.5, False, 2),
        (label.cut, 14.0, True, 2),
        (label.finished, 8.5, False, 2),
        (label.second_cut, 8.5, True, 3),
        (label.material, 8.5, False, 2),
        (label.next, 8.5, True, 2),
        (bands, 8.0, False, 2),
    ):
        # A material is told on one line where that can be read.
        least = min(smallest, WHOLE) if words == label.material else smallest
        written = paragraph(words, max(least, points * grow), (box[0], y), room, bold=bold, lines=lines, smallest=least)
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
    lines = [line for words in kept for line in paragraph(words, size, (0, 0), room, smallest=least)]
    low, step = box[1] + DESCENT * size * POINT, 1.06 * size * POINT
    return tuple(Text(box[0], low + number * step, line.text, line.size) for number, line in enumerate(reversed(lines)))


def _kept(words: str, size: float, room: float) -> str:
    """`words` with what stands before the last dot shortened: the sheet on which a part lies is never cut off."""
    head, dot, last = words.rpartition(" · ")
    if fits(words, size, room) or not dot:
        return words
    left = room - text_width(dot + last, size)
    return shortened(head, size, left) + dot + last if left > 0 else last


def _lowest(lines: Sequence[Text], otherwise: float) -> float:
    return min((line.y - DESCENT * line.size * POINT for line in lines), default=otherwise)


def paragraph(
    words: str, size: float, corner: Point, width: float, *, bold: bool = False, lines: int = 1, smallest: float = 5.5
) -> tuple[Text, ...]:
    """Words below an upper left corner: on one line in a smaller size, else on `lines` lines, never wider than `width`.

    One line may shrink to two thirds before a second line is begun. What does not fit at `smallest` points
    ends in an ellipsis.
    """
    if not words:
        return ()
    drawn = fitted(words, size, width, bold=bold, smallest=max(smallest, size * SHRINKS))
    rows: Sequence[str] = (words,)
    while not fits(words, drawn, width, bold=bold):
        rows = wrapped(words, drawn, width, bold=bold)
        if len(rows) <= lines:
            break
        if drawn <= smallest:
            last = " ".join(rows[lines - 1 :])
            rows = (*rows[: lines - 1], shortened(last, drawn, width, bold=bold))
            break
        drawn = max(smallest, drawn - 0.5)
    em = drawn * POINT
    rows = _balanced(rows, words, drawn, width, bold)
    return tuple(
        Text(corner[0], corner[1] - (ASCENT + number * 1.05) * em, row, drawn, bold=bold)
        for number, row in enumerate(rows)
    )


def _balanced(rows: Sequence[str], words: str, size: float, width: float, bold: bool) -> Sequence[str]:
    """The same number of lines with no short rest on the last, such as the thickness of a material alone."""
    if len(rows) > 1 and " ".join(rows) == words:
        for share in (0.6, 0.7, 0.8, 0.9):
            narrower = wrapped(words, size, width * share, bold=bold)
            if len(narrower) == len(rows) and " ".join(narrower) == words:
                return narrower
    return rows
