"""The judge of furniture catches every kind of broken cabinet."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from furnishing.cabinets.cabinet import Cabinet, Front, Opens, Space, Use
from furnishing.construction import default_construction
from furnishing.issues import Level
from furnishing.parts import Box, Edges, Groove, Notch, Section
from furnishing.rebuild import overlap, rebuild, solid, touch
from furnishing.units import mm
from tests.furnishing.builders import a_cabinet, a_catalogue


def with_part(cabinet: Cabinet, which: str, /, **changes: Any) -> Cabinet:
    """The same cabinet with one part changed."""
    parts = tuple(dataclasses.replace(part, **changes) if part.id == which else part for part in cabinet.parts)
    return dataclasses.replace(cabinet, parts=parts)


def moved(id: str, **shift: int) -> Callable[[Cabinet], Cabinet]:
    """Shifts the box of one part by millimetres."""

    def break_it(cabinet: Cabinet) -> Cabinet:
        box = next(part.box for part in cabinet.parts if part.id == id)
        changes = {axis: getattr(box, axis) + mm(by) for axis, by in shift.items()}
        return with_part(cabinet, id, box=dataclasses.replace(box, **changes))

    return break_it


def without_groove(cabinet: Cabinet) -> Cabinet:
    return with_part(cabinet, "K01.side.L", grooves=())


def with_twin(cabinet: Cabinet) -> Cabinet:
    return dataclasses.replace(cabinet, parts=(*cabinet.parts, cabinet.parts[-1]))


def with_foreign_part(cabinet: Cabinet) -> Cabinet:
    return with_part(cabinet, "K01.door.1", id="K02.door.1", cabinet="K02")


def with_lost_front(cabinet: Cabinet) -> Cabinet:
    return dataclasses.replace(cabinet, fronts=(*cabinet.fronts, Front("K01.door.9", Opens.LEFT)))


def with_deep_groove(cabinet: Cabinet) -> Cabinet:
    groove = Groove(box=Box(0, mm(10), mm(100), mm(18), mm(8), mm(720)), depth=mm(18), width=mm(8), purpose="back")
    return with_part(cabinet, "K01.side.L", grooves=(groove,))


def with_notch(x: int, y: int, z: int, dx: int, dy: int, dz: int, /) -> Callable[[Cabinet], Cabinet]:
    """Cuts a box given in millimetres out of the bottom, which lies 18 mm thick from z = 100 and 564 mm long."""
    box = Box(*(mm(each) for each in (x, y, z, dx, dy, dz)))
    return lambda cabinet: with_part(cabinet, "K01.bottom", notches=(Notch(box=box, purpose="pipe"),))


def with_section(*points: tuple[int, int]) -> Callable[[Cabinet], Cabinet]:
    """Gives the bottom, 564 x 542 mm from x = 18 and y = 0, an outline in millimetres."""
    shape = Section(axis=2, points=tuple((mm(x), mm(y)) for x, y in points))
    return lambda cabinet: with_part(cabinet, "K01.bottom", section=shape)


def with_oven(cabinet: Cabinet) -> Cabinet:
    """A niche in which the shelf stands."""
    shelf = cabinet.part("K01.shelf.1").box
    return dataclasses.replace(cabinet, spaces=(Space(box=shelf, use=Use.OVEN),))


def changed(which: str, **changes: Any) -> Callable[[Cabinet], Cabinet]:
    return lambda cabinet: with_part(cabinet, which, **changes)


@pytest.mark.parametrize(
    ("code", "break_it"),
    [
        ("parts-overlap", moved("K01.shelf.1", x=-2)),
        ("parts-overlap", without_groove),
        ("part-loose", moved("K01.shelf.1", x=2, dx=-4, y=2)),
        ("part-short", moved("K01.shelf.1", dx=-3)),
        ("part-short", moved("K01.stretcher.front", x=1, dx=-1)),
        ("part-loose", moved("K01.plinth", z=-1)),
        ("part-outside", moved("K01.door.1", y=1)),
        ("part-outside", moved("K01.door.1", x=2)),
        ("size-wrong", moved("K01.shelf.1", dy=-5)),
        ("size-wrong", changed("K01.bottom", length=mm(565), cut_length=mm(565))),
        ("cut-size-wrong", changed("K01.door.1", cut_width=mm(597))),
        ("cut-size-wrong", changed("K01.side.R", edges=Edges())),
        ("thickness-wrong", changed("K01.back", material="white-3")),
        ("groove-wrong", with_deep_groove),
        ("notch-wrong", with_notch(100, 100, 100, 50, 50, 10)),
        ("notch-wrong", with_notch(0, 100, 100, 50, 50, 18)),
        ("notch-wrong", with_notch(18, 0, 100, 564, 542, 18)),
        ("niche-filled", with_oven),
        ("section-wrong", with_section((18, 0), (582, 0), (582, 500), (18, 500))),
        ("section-wrong", with_section((18, 0), (18, 542), (582, 542), (582, 0))),
        ("part-id-twice", with_twin),
        ("part-id-foreign", with_foreign_part),
        ("front-missing", with_lost_front),
    ],
)
def test_the_judge_catches(code: str, break_it: Callable[[Cabinet], Cabinet]) -> None:
    good = a_cabinet("base-doors", width=mm(600))
    assert rebuild(good, a_catalogue(), default_construction()) == ()
    found = rebuild(break_it(good), a_catalogue(), default_construction())
    assert code in {issue.code for issue in found}
    assert {issue.level for issue in found} == {Level.ERROR}


def test_a_part_that_loses_its_neighbour_hangs_in_the_air() -> None:
    cabinet = a_cabinet("base-drawers", width=mm(600))
    gone = {"K01.drawer.2.front", "K01.drawer.2.side.L", "K01.drawer.2.side.R"}
    parts = tuple(part for part in cabinet.parts if part.id not in gone)
    codes = {
        issue.where: issue.code
        for issue in rebuild(dataclasses.replace(cabinet, parts=parts), a_catalogue(), default_construction())
    }
    assert codes["K01.drawer.2.bottom"] == "part-loose"
    assert "K01.drawer.1.bottom" not in codes


def test_solids_leave_out_the_grooves() -> None:
    side, back = (
        part
        for part in a_cabinet("base-doors", width=mm(600)).parts
        if part.role in {"side", "back"} and part.id != "K01.side.R"
    )
    assert sum(block.volume for block in solid(side)) == side.box.volume - side.grooves[0].box.volume
    assert side.box.overlap(back.box) > 0
    assert overlap(side, back) == 0
    assert touch(side, back)


def test_solids_leave_out_the_notches() -> None:
    cabinet = with_notch(100, 100, 100, 50, 60, 18)(a_cabinet("base-doors", width=mm(600)))
    bottom = cabinet.part("K01.bottom")
    taken = bottom.grooves[0].box.volume + bottom.notches[0].box.volume
    assert sum(block.volume for block in solid(bottom)) == bottom.box.volume - taken
    assert rebuild(cabinet, a_catalogue(), default_construction()) == ()


def test_a_pipe_fits_in_a_notch_and_not_beside_it() -> None:
    cabinet = with_notch(100, 100, 100, 50, 60, 18)(a_cabinet("base-doors", width=mm(600)))
    bottom = cabinet.part("K01.bottom")
    pipe = dataclasses.replace(bottom, box=Box(mm(100), mm(100), 0, mm(50), mm(60), mm(300)), grooves=(), notches=())
    assert overlap(bottom, pipe) == 0
    assert touch(bottom, pipe)
    wide = dataclasses.replace(pipe, box=dataclasses.replace(pipe.box, dx=mm(51)))
    assert overlap(bottom, wide) == mm(1) * mm(60) * mm(18)
