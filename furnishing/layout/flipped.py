"""A wall seen in a mirror, so that runs that begin at its right end are found by what fills walls from the left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from furnishing.layout.arrange import Row
from furnishing.layout.closing import Closing
from furnishing.layout.legs import Span, Spans
from furnishing.layout.slots import Slot
from furnishing.units import Length


def flipped_spans(spans: Spans, length: Length) -> Spans:
    """The spans of a wall of a length in its mirror image."""
    return {zone: tuple(_span(each, length) for each in reversed(found)) for zone, found in spans.items()}


def _span(span: Span, length: Length) -> Span:
    return Span(
        start=length - span.end,
        end=length - span.start,
        left=span.right,
        right=span.left,
        left_reach=span.right_reach,
        right_reach=span.left_reach,
    )


def flipped_slots(slots: Iterable[Slot], length: Length) -> tuple[Slot, ...]:
    """Slots in the mirror image of a wall: in the opposite order, their places counted from its other end."""
    return tuple(_slot(each, length) for each in reversed(tuple(slots)))


def _slot(slot: Slot, length: Length) -> Slot:
    return replace(
        slot,
        near=None if slot.near is None else length - slot.near,
        band=None if slot.band is None else (length - slot.band[1], length - slot.band[0]),
        at=None if slot.at is None else length - slot.at - slot.options[0].width,
        avoid=tuple((length - high, length - low) for low, high in reversed(slot.avoid)),
    )


def flipped_row(row: Row, length: Length) -> Row:
    """A row of the mirror image of a wall on the wall itself, its units as they are."""
    return Row(
        wall=row.wall,
        items=tuple(replace(each, offset=length - each.end) for each in reversed(row.items)),
        closing=_closing(row.closing),
        left=row.right,
        right=row.left,
        start=length - row.end,
        end=length - row.start,
    )


def _closing(closing: Closing) -> Closing:
    """What closes a run in its mirror image."""
    return replace(
        closing, left=closing.right, right=closing.left, gap_left=closing.gap_right, gap_right=closing.gap_left
    )
