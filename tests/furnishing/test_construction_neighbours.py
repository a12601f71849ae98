"""What stands beside a unit decides the gaps of its fronts and the bands at its ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from furnishing.cabinets.kind import Neighbour
from furnishing.construction import default_construction
from furnishing.design import design
from furnishing.layout.beside import beside, free_behind
from furnishing.layout.placement import Placement
from furnishing.room import Room
from furnishing.style import Wish
from furnishing.units import Length, mm
from tests.furnishing.builders import a_catalogue, a_room, a_style, rectangle


def at(offset: int, width: int = 600, *, kind: str = "base-doors", height: int = 820, depth: int = 560) -> Placement:
    """A unit on the first wall, in millimetres."""
    return Placement(
        cabinet=f"K{offset}",
        kind=kind,
        wall=0,
        offset=mm(offset),
        elevation=0,
        width=mm(width),
        height=mm(height),
        depth=mm(depth),
    )


def panel_at(offset: int, out: int) -> Placement:
    """A back panel before the first wall, in millimetres."""
    return replace(at(offset, kind="trim-back-panel", depth=18), out=mm(out))


def neighbours(placed: Placement, *others: Placement, room: Room | None = None) -> tuple[Neighbour, Neighbour]:
    return beside(placed, (placed, *others), room or a_room(*rectangle(4000, 3000)), default_construction())


@pytest.mark.parametrize(
    ("others", "found"),
    [
        ([], (Neighbour.OPEN, Neighbour.OPEN)),
        ([at(400)], (Neighbour.FRONT, Neighbour.OPEN)),
        ([at(400), at(1600, 60, kind="filler")], (Neighbour.FRONT, Neighbour.FILLER)),
        ([at(1600, 18, kind="trim-end-panel")], (Neighbour.OPEN, Neighbour.PANEL)),
        ([at(1600, kind="trim-cornice", height=2200)], (Neighbour.OPEN, Neighbour.OPEN)),
        ([at(1601)], (Neighbour.OPEN, Neighbour.OPEN)),
        ([at(1600, height=819)], (Neighbour.OPEN, Neighbour.OPEN)),
        ([at(1600, depth=559)], (Neighbour.OPEN, Neighbour.OPEN)),
        ([at(1600, height=2200, depth=600)], (Neighbour.OPEN, Neighbour.FRONT)),
    ],
)
def test_a_neighbour_counts_where_it_touches_and_covers_the_whole_end(
    others: list[Placement], found: tuple[Neighbour, Neighbour]
) -> None:
    assert neighbours(at(1000), *others) == found


@pytest.mark.parametrize(
    ("offset", "found"),
    [
        (0, (Neighbour.WALL, Neighbour.OPEN)),
        (24, (Neighbour.WALL, Neighbour.OPEN)),
        (25, (Neighbour.OPEN, Neighbour.OPEN)),
        (3395, (Neighbour.OPEN, Neighbour.WALL)),
    ],
)
def test_a_wall_counts_where_no_filler_goes_between(offset: int, found: tuple[Neighbour, Neighbour]) -> None:
    assert neighbours(at(offset)) == found


@pytest.mark.parametrize(
    ("out", "behind", "found"),
    [
        (0, [], False),
        (24, [], False),
        (1000, [], True),
        (1000, [panel_at(1000, 982)], False),
        (1000, [panel_at(1599, 982)], False),
        (1000, [panel_at(1600, 982)], True),
        (1000, [panel_at(1000, 981)], True),
    ],
)
def test_a_unit_that_stands_off_its_wall_is_seen_from_behind_unless_a_panel_closes_it(
    out: int, behind: list[Placement], found: bool
) -> None:
    placed = replace(at(1000), out=mm(out))
    assert free_behind(placed, (placed, *behind), default_construction()) is found


def gap_to(neighbour: str) -> Length:
    gap = default_construction().front_gap_to(neighbour)
    return mm("1.5") if gap is None else gap


@pytest.mark.parametrize("gap", ["2", "3.3", "4"])
def test_fronts_of_neighbours_keep_the_gap_of_the_style_between_them(gap: str) -> None:
    style = a_style(front_gap=mm(gap), wall=0, wishes=(Wish(kind="base-doors", width=mm(600), count=2),))
    one, other = (each for each in design(a_room(), style, a_catalogue()).cabinets if each.kind == "base-doors")
    left, right = (each.part(f"{each.id}.door.1").box for each in (one, other))
    assert one.width - left.x - left.dx + right.x == mm(gap)


def test_fronts_keep_the_gap_of_what_stands_beside_them() -> None:
    """Two units of 600 in a niche of 1300: 50 of filler at either end, after 5 of play at the walls."""
    room = a_room(*rectangle(1300, 3000))
    made = design(room, a_style(wall=0, wishes=(Wish(kind="base-doors", width=mm(600), count=2),)), a_catalogue())
    assert [place.kind for place in made.layout.placements] == ["filler", "base-doors", "base-doors", "filler"]
    left, right = made.cabinets[1:3]
    first, second = left.part(f"{left.id}.door.1").box, right.part(f"{right.id}.door.1").box
    assert (first.x, mm(600) - first.x - first.dx) == (gap_to("filler"), gap_to("front"))
    assert (second.x, mm(600) - second.x - second.dx) == (gap_to("front"), gap_to("filler"))


def test_the_plinth_is_banded_at_the_open_end_of_a_run() -> None:
    made = design(a_room(), a_style(wishes=(Wish(kind="base-doors", width=mm(600), count=2),)), a_catalogue())
    plinths = [part for cabinet in made.cabinets for part in cabinet.parts if part.role == "plinth"]
    assert [part.edges.codes[2:] for part in plinths][-1] == (None, "oak-2")
    assert all(part.edges.codes[:2] == (None, None) for part in plinths)
