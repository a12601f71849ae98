"""Cabinets under slopes for tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.kind import Size
from furnishing.cabinets.registry import kind_of
from furnishing.construction import Construction, default_construction
from furnishing.fitting.envelope import Envelope, Points
from furnishing.issues import Issue
from furnishing.parts import Box, Part
from furnishing.style import Style
from furnishing.units import mm
from tests.furnishing.builders import a_catalogue, a_style

FITTING = ("tall-wardrobe", "tall-bookcase", "tall-bookcase-doors", "tall-broom", "tall-larder")
DEPTH = 600


def in_mm(points: Iterable[Sequence[float]]) -> Points:
    """Points written in millimetres."""
    return tuple((mm(str(at)), mm(str(high))) for at, high in points)


def under_slope(
    kind: str,
    width: int,
    points: Iterable[Sequence[float]],
    *,
    axis: int = 0,
    away: tuple[Box, ...] = (),
    style: Style | None = None,
    rules: Construction | None = None,
    notes: list[Issue] | None = None,
) -> Cabinet:
    """A unit 600 deep and at most 2200 high below a line of points in millimetres."""
    return kind_of(kind).make(
        "K01",
        Size(width=mm(width), height=mm(2200), depth=mm(DEPTH)),
        style or a_style(),
        a_catalogue(),
        rules or default_construction(),
        envelope=Envelope(axis=axis, points=in_mm(points), away=away),
        notes=notes,
    )


def section_of(part: Part) -> Points:
    """The corners of a part that is cut to a shape."""
    assert part.section is not None
    return part.section.points


@st.composite
def slopes(draw: st.DrawFn) -> tuple[str, int, list[tuple[int, int]], int]:
    """A kind, a width, a line with one or two bends that is nowhere hollow, and the axis it falls along."""
    kind = draw(st.sampled_from(FITTING))
    span = kind_of(kind).width
    width = draw(st.integers(max(450, span.least // mm(1)), min(1200, span.most // mm(1))))
    axis = draw(st.sampled_from((0, 0, 1)))
    run = width if axis == 0 else DEPTH
    high = draw(st.integers(1400, 2200))
    rises = [draw(st.sampled_from((0.3, 0.7, 1.0, 1.4))) for _ in range(2)]
    left = draw(st.integers(80, run // 2 - 40))
    right = draw(st.integers(run // 2 + 40, run - 80))
    points = [
        (0, max(900, round(high - left * rises[0]))),
        (left, high),
        (right, high),
        (run, max(900, round(high - (run - right) * rises[1]))),
    ]
    which = draw(st.sampled_from(("left", "right", "both")))
    if which == "left":
        points[2:] = [(run, high)]
    elif which == "right":
        points[:2] = [(0, high)]
    return kind, width, points, axis
