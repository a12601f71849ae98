"""Rooms with slopes and pillars: the space they leave, where fitted units stand, and the judge that looks at both."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

import sample_rooms
from furnishing.catalogue_file import default_catalogue
from furnishing.construction import default_construction
from furnishing.design import Design, design
from furnishing.errors import InputError
from furnishing.fitting.checked import out_of_room
from furnishing.fitting.room_envelope import envelope_of
from furnishing.issues import Level
from furnishing.layout.placement import Placement
from furnishing.outline import second_cut
from furnishing.room import Obstacle, ObstacleKind, Room, Slope
from furnishing.room_file import read_room
from furnishing.style import Style, Wish
from furnishing.style_file import read_style, write_style
from furnishing.units import mm
from tests.furnishing.builders import a_room, a_style

RULES = default_construction()


def placed(offset: int, width: int, *, wall: int = 0, height: int = 2200) -> Placement:
    """A wardrobe at a place of a wall."""
    return Placement(
        cabinet="K01",
        kind="tall-wardrobe",
        wall=wall,
        offset=mm(offset),
        elevation=0,
        width=mm(width),
        height=mm(height),
        depth=mm(600),
    )


def sloped(*slopes: tuple[int, int, int], ceiling: int = 2500) -> Room:
    """A room of 4000 by 3000 with slopes (wall, knee, angle)."""
    planes = tuple(Slope(wall=wall, knee=mm(knee), angle=Decimal(angle)) for wall, knee, angle in slopes)
    return dataclasses.replace(a_room(), ceiling=mm(ceiling), slopes=planes)


def attic() -> Design:
    """The sample attic, designed."""
    file = read_room(sample_rooms.text("attic_wardrobe"))
    assert file.style is not None
    return design(file.room, file.style, default_catalogue())


def fitted(*wishes: Wish, **changes: int | None) -> Style:
    """A style whose tall units are fitted."""
    return dataclasses.replace(a_style(), fitted=True, wishes=wishes, wall=0, **changes)  # type: ignore[arg-type]


def test_a_slope_beside_a_unit_falls_along_its_width() -> None:
    # The slope rises from the right wall at 45 degrees: 1100 at 4000, 1700 at 3400 and 2200 at 2900; less 10 of play.
    envelope = envelope_of(sloped((1, 1100, 45)), placed(3000, 600), RULES)
    assert envelope is not None
    assert envelope.axis == 0
    assert envelope.points == ((0, mm(2090)), (mm(600), mm(1490)))


def test_a_slope_from_behind_falls_along_the_depth() -> None:
    envelope = envelope_of(sloped((0, 1200, 45)), placed(1000, 600), RULES)
    assert envelope is not None
    assert envelope.axis == 1
    assert envelope.points == ((0, mm(1190)), (mm(600), mm(1790)))


def test_under_a_high_ceiling_a_unit_needs_no_envelope() -> None:
    assert envelope_of(sloped(), placed(1000, 600), RULES) is None


def test_a_sliver_of_a_slope_lowers_the_level_part_instead() -> None:
    # The slope begins 40 before the end of the unit: less than a board can be, so all is 40 lower.
    envelope = envelope_of(sloped((1, 1110, 45)), placed(2340, 600), RULES)
    assert envelope is not None
    assert envelope.points == ((0, mm(2160)), (mm(600), mm(2160)))


def test_a_pillar_is_a_block_from_the_wall_with_its_play() -> None:
    pillar = Obstacle(kind=ObstacleKind.PILLAR, x=mm(1200), y=-mm(150), length=mm(200), width=mm(150), height=mm(2500))
    room = dataclasses.replace(sloped(), obstacles=(pillar,))
    envelope = envelope_of(room, placed(1000, 600), RULES)
    assert envelope is not None
    (block,) = envelope.away
    play = RULES.pillar_clear
    assert (block.x, block.dx) == (mm(200) - play, mm(200) + 2 * play)
    assert (block.y, block.dy) == (0, mm(150) + play)


def test_units_stand_under_a_slope_only_where_the_style_wants_them_fitted() -> None:
    room = sloped((0, 1200, 45))
    wish = Wish(kind="tall-wardrobe", width=mm(800))
    plain = design(room, dataclasses.replace(fitted(wish), fitted=False), default_catalogue())
    assert plain.cabinets == ()
    made = design(room, fitted(wish), default_catalogue())
    # 1200 at the wall, 580 more at the face of the fronts, 10 of play.
    assert [cabinet.height for cabinet in made.cabinets] == [mm(1770)]


def test_no_unit_stands_where_the_slope_is_too_low() -> None:
    made = design(sloped((0, 800, 30)), fitted(Wish(kind="tall-wardrobe", width=mm(800))), default_catalogue())
    assert made.cabinets == ()


def test_a_kind_that_cannot_be_cut_is_refused_with_those_that_can() -> None:
    with pytest.raises(InputError, match="tall-oven cannot be cut to a slope or around a pillar; use tall-bookcase"):
        design(sloped(), fitted(Wish(kind="tall-oven")), default_catalogue())


def test_units_keep_off_a_pillar_that_would_go_through_a_side() -> None:
    pillar = Obstacle(kind=ObstacleKind.PILLAR, x=mm(700), y=-mm(150), length=mm(200), width=mm(150), height=mm(2500))
    room = dataclasses.replace(sloped(), obstacles=(pillar,))
    made = design(room, fitted(Wish(kind="tall-wardrobe", width=mm(800), count=3)), default_catalogue())
    assert [issue.where for issue in made.issues if issue.code == "pillar-at-side"] == ["obstacles[0]"]
    assert all(each.offset >= mm(900) or each.offset + each.width <= mm(700) for each in made.layout.placements)


def test_the_attic_wardrobe_is_made_without_errors() -> None:
    made = attic()
    assert [issue for issue in made.issues if issue.level is Level.ERROR] == []
    assert len(made.cabinets) == 6


def test_the_attic_wardrobe_is_cut_to_both_slopes_and_around_the_chimney() -> None:
    made = attic()
    angles = {slant.angle for part in made.parts if (cut := second_cut(part)) for slant in cut.slants}
    bevels = {bevel.angle for part in made.parts if (cut := second_cut(part)) for bevel in cut.bevels}
    # 45 degrees on the right. On the left 42 from level are 48 from the length of an upright part.
    assert angles == {Decimal("45.0"), Decimal("48.0")}
    assert bevels >= {Decimal("45.0"), Decimal("21.0")}
    assert any(notch.purpose == "pillar" for part in made.parts for notch in part.notches)


def test_the_judge_sees_a_cabinet_that_reaches_into_the_slope() -> None:
    made = attic()
    low = next(each for each in made.layout.placements if each.kind == "tall-bookcase")
    moved = dataclasses.replace(low, wall=0, offset=0)
    assert out_of_room(made.room, low, made.cabinets[0], RULES) == ()
    found = out_of_room(made.room, dataclasses.replace(moved, elevation=mm(50)), made.cabinets[0], RULES)
    assert {issue.code for issue in found} == {"cabinet-outside-room"}
    assert any("ceiling" in issue.message for issue in found)


def test_the_judge_sees_a_cabinet_that_stands_in_the_chimney() -> None:
    made = attic()
    shifted = dataclasses.replace(made.layout.placements[2], offset=made.layout.placements[2].offset + mm(100))
    found = out_of_room(made.room, shifted, made.cabinets[2], RULES)
    assert any("the pillar" in issue.message for issue in found)


def test_a_style_file_keeps_that_units_are_fitted() -> None:
    style = fitted(Wish(kind="tall-wardrobe"))
    assert read_style(write_style(style)).fitted
