"""Bands by exposure: what each rule decides, what the saw cuts under it, and how much band it takes."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from furnishing.cabinets.cabinet import Cabinet, Front, Opens
from furnishing.cabinets.kind import Making, Neighbour, Size
from furnishing.cabinets.registry import kind_of, kinds
from furnishing.construction import Construction, default_construction
from furnishing.construction_words import ROLES
from furnishing.errors import InputError
from furnishing.joinery.banding import band_lengths, band_runs, cut_formula, exposures, through
from furnishing.joinery.exposure import Exposure, Way, edge_ways, table
from furnishing.parts import Part
from furnishing.rebuild import rebuild
from furnishing.style import Style
from furnishing.units import Length, mm
from tests.furnishing.builders import a_catalogue, a_style, size_of, some_construction

SEEN, HIDDEN = "2", "0.8"


def a_banded_style(**changes: Any) -> Style:
    """Edges that are seen wear 2 mm and hidden ones 0.8, so that a band tells the exposure of its edge."""
    return a_style(band_visible=mm(2), band_hidden=mm("0.8"), **changes)


def banded(
    code: str,
    width: Length,
    *,
    style: Style | None = None,
    rules: Construction | None = None,
    left: Neighbour = Neighbour.FRONT,
    right: Neighbour = Neighbour.FRONT,
    free: bool = False,
) -> Cabinet:
    style = style or a_banded_style()
    kind, rules = kind_of(code), rules or default_construction()
    size = size_of(kind, width, style)
    return kind.make("K01", size, style, a_catalogue(), rules, left=left, right=right, free_behind=free)


def bands(cabinet: Cabinet, name: str) -> dict[str, str]:
    """The thickness of the band on each banded edge of a part, by the way the edge faces."""
    part = cabinet.part(f"K01.{name}")
    ways = zip(edge_ways(part), part.edges.codes, strict=True)
    return {way.value: code.partition("-")[2] for way, code in ways if code is not None}


def test_edges_of_a_lying_or_standing_part_count_from_its_front() -> None:
    cabinet = banded("base-doors", mm(600))
    assert edge_ways(cabinet.part("K01.side.L")) == (Way.FRONT, Way.REAR, Way.DOWN, Way.UP)
    assert edge_ways(cabinet.part("K01.bottom")) == (Way.FRONT, Way.REAR, Way.LEFT, Way.RIGHT)
    assert edge_ways(cabinet.part("K01.door.1")) == (Way.LEFT, Way.RIGHT, Way.DOWN, Way.UP)
    assert edge_ways(cabinet.part("K01.plinth")) == (Way.DOWN, Way.UP, Way.LEFT, Way.RIGHT)


def test_a_side_shows_its_front_edge_behind_a_door_and_nothing_against_the_wall() -> None:
    assert bands(banded("base-doors", mm(600)), "side.L") == {"front": SEEN, "up": HIDDEN, "down": HIDDEN}


def test_a_side_with_nothing_behind_it_shows_its_rear_edge_too() -> None:
    seen = bands(banded("base-doors", mm(600), free=True), "side.L")
    assert seen == {"front": SEEN, "rear": SEEN, "up": HIDDEN, "down": HIDDEN}


@pytest.mark.parametrize(("free", "rear"), [(True, {"rear"}), (False, set())])
def test_the_worktop_of_an_island_is_banded_all_round(free: bool, rear: set[str]) -> None:
    top = banded("trim-worktop", mm(1200), left=Neighbour.OPEN, right=Neighbour.OPEN, free=free)
    assert set(bands(top, "worktop")) == {"front", "left", "right"} | rear


def test_ends_that_meet_an_upright_are_hidden() -> None:
    assert bands(banded("base-doors", mm(600)), "bottom") == {"front": SEEN, "left": HIDDEN, "right": HIDDEN}


def test_the_rear_stretcher_is_hidden_behind_the_front_one() -> None:
    cabinet = banded("base-doors", mm(600))
    assert bands(cabinet, "stretcher.front")["front"] == SEEN
    assert bands(cabinet, "stretcher.rear")["front"] == HIDDEN


def test_a_shelf_shows_its_front_edge_only_though_its_ends_have_play() -> None:
    shelf = bands(banded("base-doors", mm(600)), "shelf.1")
    assert shelf == {"front": SEEN, "left": HIDDEN, "right": HIDDEN, "rear": HIDDEN}


def test_a_door_is_touched_all_round() -> None:
    assert set(bands(banded("base-doors", mm(600)), "door.1").values()) == {SEEN}
    assert len(bands(banded("base-doors", mm(600)), "door.1")) == 4


def test_a_door_beside_a_wall_is_touched_there_too() -> None:
    assert len(bands(banded("base-doors", mm(600), right=Neighbour.WALL), "door.1")) == 4


def test_fixed_fronts_are_banded_in_the_gap_between_them() -> None:
    style, rules = a_banded_style(), default_construction()
    pair = banded("base-doors", mm(900), style=style)
    fixed = dataclasses.replace(pair, fronts=tuple(Front(front.part, Opens.FIXED) for front in pair.fronts))
    size = Size(width=pair.width, height=pair.height, depth=pair.depth)
    making = Making(
        id="K01", kind=pair.kind, name="", size=size, style=style, catalogue=a_catalogue(), construction=rules
    )
    assert exposures(fixed, making)["K01.door.1"] == (Exposure.TOUCHED,) * 4


def test_a_drawer_box_is_touched_at_its_upper_edges() -> None:
    cabinet = banded("base-drawers", mm(600))
    for name in ("side.L", "side.R", "box", "back"):
        found = bands(cabinet, f"drawer.1.{name}")
        assert found.pop("up") == SEEN
        assert set(found.values()) == {HIDDEN}


def test_thin_boards_in_grooves_are_never_banded() -> None:
    cabinet = banded("base-drawers", mm(600))
    assert bands(cabinet, "back") == {}
    assert bands(cabinet, "drawer.1.bottom") == {}


@pytest.mark.parametrize(
    ("left", "found"), [(Neighbour.FRONT, {}), (Neighbour.WALL, {}), (Neighbour.OPEN, {"left": SEEN})]
)
def test_a_plinth_is_banded_where_the_run_ends_and_raw_where_the_next_one_butts(
    left: Neighbour, found: dict[str, str]
) -> None:
    assert bands(banded("base-doors", mm(600), left=left), "plinth") == found


def test_a_kick_board_between_sides_on_the_floor_shows_no_edge() -> None:
    rules = some_construction(bottom_joint="kick")
    assert bands(banded("base-doors", mm(600), rules=rules, left=Neighbour.OPEN), "plinth") == {}


@pytest.mark.parametrize(
    ("neighbour", "end"), [(Neighbour.OPEN, SEEN), (Neighbour.FRONT, HIDDEN), (Neighbour.WALL, None)]
)
def test_a_top_over_the_sides_shows_its_end_at_the_open_end_of_a_run(neighbour: Neighbour, end: str | None) -> None:
    cabinet = banded("tall-bookcase", mm(600), rules=some_construction(top_joint="over"), right=neighbour)
    assert bands(cabinet, "top").get("right") == end


@pytest.mark.parametrize(("height", "upper"), [(1600, SEEN), (1601, HIDDEN)])
def test_upper_edges_are_seen_up_to_the_height_of_the_eye(height: int, upper: str) -> None:
    cabinet = banded("tall-bookcase", mm(600), style=a_banded_style(tall_height=mm(height)))
    assert bands(cabinet, "side.L")["up"] == upper


def test_the_underside_of_a_hung_unit_is_seen() -> None:
    kind = next(kind for kind in kinds() if kind.zone.value == "wall")
    cabinet = banded(kind.code, kind.widths[0])
    assert bands(cabinet, "side.L")["down"] == SEEN
    assert bands(cabinet, "side.L")["up"] == HIDDEN


def test_a_valance_hangs_free_at_its_lower_edge() -> None:
    cabinet = banded("tall-bookcase", mm(600), rules=some_construction(top_joint="valance"))
    assert bands(cabinet, "valance")["down"] == SEEN


def test_a_role_may_have_a_band_of_its_own_where_it_is_seen() -> None:
    cabinet = banded("base-doors", mm(600), rules=some_construction(bands=(("shelf", mm(1)),)))
    assert bands(cabinet, "shelf.1") == {"front": "1", "left": HIDDEN, "right": HIDDEN, "rear": HIDDEN}
    raw = banded("base-doors", mm(600), rules=some_construction(bands=(("shelf", 0),)))
    assert "front" not in bands(raw, "shelf.1")


def test_a_band_that_the_catalogue_lacks_is_told_with_the_field_that_wants_it() -> None:
    with pytest.raises(InputError, match=r"no band of 0\.4 mm in finish 'white' covers 18 mm boards") as caught:
        banded("base-doors", mm(600), rules=some_construction(bands=(("shelf", mm("0.4")),)))
    assert caught.value.faults[0].where == "construction.bands.shelf"


@pytest.mark.parametrize(
    ("changes", "side", "door", "formula"),
    [
        ({"premill": "none"}, 540_000, 593_000, "597 - 2 - 2 = 593"),
        ({"premill": "band"}, 542_000, 597_000, "597 - (2 - 2) - (2 - 2) = 597"),
        (
            {"premill": "fixed", "premill_carcass": mm("0.5"), "premill_fronts": mm(1)},
            540_500,
            595_000,
            "597 - (2 - 1) - (2 - 1) = 595",
        ),
    ],
)
def test_the_saw_leaves_what_the_edge_bander_mills_off(
    changes: dict[str, Any], side: Length, door: Length, formula: str
) -> None:
    rules = some_construction(**changes)
    cabinet = banded("base-doors", mm(600), rules=rules, style=a_style())
    assert cabinet.part("K01.side.L").cut_width == side
    leaf = cabinet.part("K01.door.1")
    assert leaf.cut_width == door
    assert cut_formula(leaf, "width", a_catalogue(), rules) == formula
    assert rebuild(cabinet, a_catalogue(), rules) == ()


def test_a_raw_end_stands_as_nought_in_the_formula() -> None:
    side = banded("base-doors", mm(600), style=a_style()).part("K01.side.L")
    assert cut_formula(side, "width", a_catalogue(), default_construction()) == "542 - 2 - 0 = 540"


def a_leaf() -> Part:
    """A door of 717 x 597 with 2 mm all round."""
    return banded("base-doors", mm(600)).part("K01.door.1")


def test_long_edges_banded_last_run_through_at_the_corners() -> None:
    runs = band_runs(a_leaf(), a_catalogue(), default_construction())
    assert runs == (("oak-2", mm(717)), ("oak-2", mm(717)), ("oak-2", mm(593)), ("oak-2", mm(593)))


def test_long_edges_banded_first_end_at_the_bands_of_the_short_ones() -> None:
    runs = band_runs(a_leaf(), a_catalogue(), some_construction(band_corner="long-first"))
    assert runs == (("oak-2", mm(713)), ("oak-2", mm(713)), ("oak-2", mm(597)), ("oak-2", mm(597)))


def test_the_long_edges_are_the_longer_ones_however_the_part_is_named() -> None:
    upright = dataclasses.replace(a_leaf(), length=mm(597), width=mm(717))
    assert through(upright, default_construction()) == (False, False, True, True)


def test_a_board_round_an_inner_corner_is_banded_along_its_notch() -> None:
    """Both of its front edges run from the inner corner to a side."""
    cabinet = banded("base-corner-l", mm(900))
    base = cabinet.part("K01.bottom")
    (notch,) = base.notches
    assert base.edges.codes == (None,) * 4
    assert sorted(base.inner_bands) == sorted((("white-2", notch.box.dx), ("white-2", notch.box.dy)))
    assert band_lengths([base], default_construction()) == {"white-2": notch.box.dx + notch.box.dy + 2 * mm(30)}


def test_metres_of_band_hold_the_overlength_of_every_edge() -> None:
    assert band_lengths([a_leaf()], some_construction(band_overlength=mm(30))) == {
        "oak-2": mm(2 * 717 + 2 * 597 + 4 * 30)
    }


def test_every_rule_names_its_source_and_only_known_roles_and_ways() -> None:
    for rule in table().rules:
        assert rule.source
        assert rule.roles <= set(ROLES)
        assert rule.ways <= {way.value for way in Way}
    assert table().rules[-1].roles == frozenset()


def test_every_role_that_a_kind_makes_is_known() -> None:
    made = {part.role for kind in kinds() for part in banded(kind.code, kind.widths[0]).parts}
    assert made <= set(ROLES)


CLOSED = [each for each in Neighbour if each is not Neighbour.OPEN]


@settings(max_examples=60, deadline=None)
@given(
    kind=st.sampled_from(kinds()),
    wide=st.integers(0, 20),
    left=st.sampled_from(CLOSED),
    right=st.sampled_from(CLOSED),
    top=st.sampled_from(("between", "over", "valance")),
    bottom=st.sampled_from(("between", "under", "kick")),
    premill=st.sampled_from(("none", "fixed", "band")),
)
def test_opening_a_neighbour_never_removes_a_band_and_cut_sizes_always_add_up(
    kind: Any, wide: int, left: Neighbour, right: Neighbour, top: str, bottom: str, premill: str
) -> None:
    rules = some_construction(top_joint=top, bottom_joint=bottom, premill=premill)
    width = kind.widths[wide % len(kind.widths)]
    closed = banded(kind.code, width, rules=rules, left=left, right=right)
    opened = banded(kind.code, width, rules=rules, left=Neighbour.OPEN, right=right)
    # Trims turn the corner at an open end, so there may be more parts.
    after = {part.id: part for part in opened.parts}
    for part in closed.parts:
        for was, now in zip(part.edges.codes, after[part.id].edges.codes, strict=True):
            assert was is None or now is not None
    for cabinet in (closed, opened):
        assert [issue for issue in rebuild(cabinet, a_catalogue(), rules) if issue.code == "cut-size-wrong"] == []
