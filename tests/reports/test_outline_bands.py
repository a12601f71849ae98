"""Bands of parts that are cut to an outline: along what the second cut leaves, and along slanting edges."""

from __future__ import annotations

import pytest

from furnishing.parts import Edges
from reports.bands import BandStrokes, outline_bands
from reports.drawing import Line, Point, Stroke

STROKES: BandStrokes = {"end": Stroke(0.9, "#111111"), "side": Stroke(0.9, "#222222")}
ALL_ROUND = Edges(bottom="side", top="side", left="end", right="end")
SLOPED: tuple[Point, ...] = ((0, 0), (100, 0), (60, 40), (0, 40))
"""A door below a slope: its right end is gone."""


def bands(edges: Edges, ring: tuple[Point, ...], inset: float = 0.0) -> tuple[Line, ...]:
    return outline_bands(edges, ring, (0.0, 0.0), (100.0, 40.0), STROKES, inset)


def test_a_slanting_edge_wears_the_band_of_the_end_whose_place_it_takes() -> None:
    strokes = {(line.start, line.end): line.stroke for line in bands(ALL_ROUND, SLOPED)}
    assert strokes[(100, 0), (60, 40)] is STROKES["end"]
    assert len(strokes) == 4


def test_no_band_is_drawn_where_the_second_cut_has_taken_the_edge() -> None:
    assert all(line.start != (100, 40) != line.end for line in bands(ALL_ROUND, SLOPED))
    top = next(line for line in bands(ALL_ROUND, SLOPED) if line.start[1] == line.end[1] == 40)
    assert {top.start[0], top.end[0]} == {0, 60}


def test_a_slanting_edge_in_the_place_of_a_raw_end_stays_raw() -> None:
    strokes = {(line.start, line.end): line.stroke for line in bands(Edges(top="side"), SLOPED)}
    assert strokes == {((60, 40), (0, 40)): STROKES["side"]}


def test_edges_of_a_cut_out_wear_no_band() -> None:
    corner: tuple[Point, ...] = ((0, 0), (100, 0), (100, 20), (70, 20), (70, 40), (0, 40))
    drawn = {(line.start, line.end) for line in bands(ALL_ROUND, corner)}
    assert ((100, 20), (70, 20)) not in drawn
    assert ((70, 20), (70, 40)) not in drawn
    assert len(drawn) == 4


@pytest.mark.parametrize("ring", [SLOPED, SLOPED[::-1]], ids=["left round", "right round"])
def test_bands_are_drawn_inside_whichever_way_round_the_outline_runs(ring: tuple[Point, ...]) -> None:
    for line in bands(ALL_ROUND, ring, inset=0.5):
        middle = ((line.start[0] + line.end[0]) / 2, (line.start[1] + line.end[1]) / 2)
        assert 0 < middle[0] < 100 - middle[1]
        assert 0 < middle[1] < 40
