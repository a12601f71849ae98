"""Boards sawn apart at random: what bounds must never say needs more boards than it came out of."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from cutting.bounds_dff import Sized


@st.composite
def sawn(draw: st.DrawFn, sizes: Sequence[tuple[int, int]], boards: int) -> tuple[list[Sized], int, int]:
    """The pieces of so many boards of one of these sizes, some of which may be turned, and the size of the boards."""
    length, width = draw(st.sampled_from(sizes))
    parts = [(length, width)] * boards
    for upright, share, which in draw(
        st.lists(st.tuples(st.booleans(), st.floats(0.1, 0.9), st.integers(0, 50)), max_size=12)
    ):
        x, y = parts.pop(which % len(parts))
        along, across = (int(x * share), y) if upright else (x, int(y * share))
        parts += [(along, across), (x - along, y) if upright else (x, y - across)]
    turned = draw(st.lists(st.booleans(), min_size=len(parts), max_size=len(parts)))
    return (
        [Sized(_ways(*part, turn, length, width), 1) for part, turn in zip(parts, turned, strict=True) if all(part)],
        length,
        width,
    )


def _ways(x: int, y: int, turn: bool, length: int, width: int) -> tuple[tuple[int, int], ...]:
    """How a piece may lie on the board, as a job tells it."""
    return tuple(sorted({(x, y), (y, x)} if turn and y <= length and x <= width else {(x, y)}))
