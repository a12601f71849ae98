"""The assembly guide: every board and every fitting in exactly one step, in an order that a joiner could follow."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

import sample_rooms
from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.registry import kinds
from furnishing.catalogue_file import default_catalogue
from furnishing.construction import default_construction
from furnishing.design import design
from furnishing.hardware_file import article_codes, named_pack
from furnishing.parts import Box
from furnishing.room_file import read_room
from furnishing.units import mm
from reports.assembly import assembly_pages, guides
from reports.assembly_fittings import article_purposes, shared
from reports.assembly_seams import open_edges
from reports.assembly_stages import Stage, Step
from reports.assembly_steps import steps
from reports.assembly_view import exploded_moves, legs, step_moves, view
from reports.cabinet_view import on_paper
from reports.drawing import Polyline, Text
from tests.furnishing.builders import a_cabinet
from tests.reports.page_checks import assert_texts_are_readable
from tests.reports.test_part_drawing import a_room

PACK = named_pack(default_construction().hardware_pack)
EVERY_KIND = pytest.mark.parametrize("kind", [kind.code for kind in kinds()])


def one_of(kind: str) -> Cabinet:
    (found,) = [each for each in kinds() if each.code == kind]
    return a_cabinet(kind, width=found.widths[len(found.widths) // 2])


def of_stage(found: tuple[Step, ...], stage: Stage) -> Step:
    return next(step for step in found if step.stage is stage)


@EVERY_KIND
def test_every_part_comes_in_at_exactly_one_step(kind: str) -> None:
    cabinet = one_of(kind)
    found = Counter(part.id for step in steps(cabinet, PACK) for part in step.parts)
    assert found == Counter(part.id for part in cabinet.parts)


@EVERY_KIND
def test_every_fitting_is_used_at_some_step(kind: str) -> None:
    cabinet = one_of(kind)
    found: Counter[tuple[str, int | None]] = Counter()
    for step in steps(cabinet, PACK):
        for item in step.hardware:
            found[item.code, item.length] += item.quantity
    wanted: Counter[tuple[str, int | None]] = Counter()
    for item in cabinet.hardware:
        wanted[item.code, item.length] += item.quantity
    assert found == wanted


@EVERY_KIND
def test_what_is_there_before_a_step_came_in_earlier(kind: str) -> None:
    there: list[str] = []
    for step in steps(one_of(kind), PACK):
        assert [part.id for part in step.before] == there
        there += [part.id for part in step.parts]


def test_a_grooved_back_slides_in_before_the_upper_boards_close_it() -> None:
    found = steps(a_cabinet("base-doors", width=mm(600)), PACK)
    order = [step.stage for step in found]
    assert order.index(Stage.JOIN) < order.index(Stage.BACK) < order.index(Stage.CLOSE) < order.index(Stage.FRONTS)
    back = of_stage(found, Stage.BACK)
    assert back.grooved
    assert step_moves(back)["K01.back"][2] > 0


def test_fittings_are_shared_out_by_the_holes_they_sit_in() -> None:
    found = steps(a_cabinet("base-drawers", width=mm(600)), PACK)
    screws = {step.stage: item.quantity for step in found for item in step.hardware if item.code == PACK.confirmat.code}
    # Three and three between bottom and sides; stretchers two at each end; four at each drawer's ends.
    assert screws == {Stage.JOIN: 6, Stage.CLOSE: 8, Stage.BOXES: 24}
    runners = of_stage(found, Stage.FITTINGS).hardware
    assert sum(item.quantity for item in runners if item.code.startswith("runner")) == 3


@pytest.mark.parametrize(("room", "number", "caps"), [("bathroom", 0, (3, 4)), ("kids_room", 1, (6, 8))])
def test_caps_cover_the_heads_in_open_sides_and_none_of_drawers(room: str, number: int, caps: tuple[int, int]) -> None:
    design = a_room(room).design
    assert design is not None
    found = steps(design.cabinets[number], PACK)
    used = {step.stage: item.quantity for step in found for item in step.hardware if item.code == PACK.confirmat.cap}
    assert used == {Stage.JOIN: caps[0], Stage.CLOSE: caps[1]}


def test_hinges_hang_with_the_doors_and_their_plates_are_fitted_first() -> None:
    found = steps(a_cabinet("tall-wardrobe", width=mm(800)), PACK)
    plates = sum(item.quantity for item in of_stage(found, Stage.FITTINGS).hardware)
    hinges = sum(item.quantity for item in of_stage(found, Stage.FRONTS).hardware)
    assert plates == hinges > 0


def test_a_drawer_box_is_built_with_its_bottom() -> None:
    boxes = of_stage(steps(a_cabinet("base-drawers", width=mm(600)), PACK), Stage.BOXES)
    assert {part.role for part in boxes.shown} == {"drawer-side", "drawer-box", "drawer-back", "drawer-bottom"}
    assert len(boxes.parts) == 3 * len(boxes.shown)


def test_every_article_of_the_pack_has_holes_it_belongs_to() -> None:
    assert sorted(set(article_codes(PACK)) - article_purposes(PACK).keys()) == []


def test_a_quantity_is_shared_out_whole() -> None:
    assert shared(10, Counter({1: 1, 2: 1, 3: 1})) == {1: 4, 2: 3, 3: 3}
    assert shared(1, Counter({4: 9, 7: 1})) == {4: 1}


def test_equal_cabinets_share_a_guide() -> None:
    design = a_room("galley_kitchen").design
    assert design is not None
    found = [tuple(cabinet.id for cabinet in guide.cabinets) for guide in guides(design)]
    assert sorted(id for ids in found for id in ids) == sorted(cabinet.id for cabinet in design.cabinets)
    assert len(found) < len(design.cabinets)


def test_a_picture_shows_every_block_and_each_number_once() -> None:
    cabinet = a_cabinet("base-doors", width=mm(600))
    numbers = {part.id: number for number, part in enumerate(cabinet.parts, 1)}
    drawing = view(cabinet.parts, exploded_moves(steps(cabinet, PACK)), numbers, {}, (150.0, 170.0))
    faces = [item for item in drawing.items if isinstance(item, Polyline)]
    assert len(faces) == 3 * len(cabinet.parts)
    words = [item.text for item in drawing.items if isinstance(item, Text)]
    assert len(words) == len(set(words))
    assert set(words) <= {str(number) for number in numbers.values()}
    assert len(words) >= len(cabinet.parts) - 2  # What is hidden wholly has no number in this picture.
    assert drawing.width <= 150.0
    assert drawing.height <= 170.0


def test_legs_are_drawn_where_their_screws_are() -> None:
    cabinet = a_cabinet("base-doors", width=mm(600))
    bottom = cabinet.part("K01.bottom")
    found = legs(cabinet)
    assert len(found) == sum(bore.purpose == "leg" for bore in bottom.bores) / 4
    assert {(leg.box.z, leg.box.dz) for leg in found} == {(0, bottom.box.z)}


def test_the_kit_stands_once_on_the_page_of_the_parts_where_it_has_room() -> None:
    project = a_room("galley_kitchen")
    assert project.design is not None
    pages = [[text.text for text in page.texts] for page in assembly_pages(project)]
    told = [page for page in pages if "Have these fittings ready" in page]
    assert len(told) == len([guide for guide in guides(project.design) if guide.first.hardware])
    assert all("No." in page for page in told), "beside the parts, or for drawers below the picture"


@pytest.mark.parametrize("room", ["galley_kitchen", "bedroom", "hallway"])
def test_every_page_is_readable(room: str) -> None:
    for page in assembly_pages(a_room(room)):
        assert_texts_are_readable(page, smallest=8.0)


def test_a_filler_is_screwed_to_its_strip_before_the_plinth_comes() -> None:
    found = steps(one_of("filler"), PACK)
    assert [step.stage for step in found] == [Stage.FILLER, Stage.LEGS]
    assert {part.role for part in found[0].parts} == {"filler", "filler-strip"}
    assert found[0].hardware, "its screws"


def test_a_filler_and_the_front_of_an_appliance_take_one_page_each() -> None:
    project = a_room("galley_kitchen")
    assert project.design is not None
    small = {each.first.id for each in guides(project.design) if each.first.kind in {"filler", "base-appliance"}}
    pages = [[text.text for text in page.texts] for page in assembly_pages(project)]
    for id in small:
        told = [page for page in pages if any(text.startswith(f"{id} · ") for text in page)]
        assert len(told) == 1
        assert {"No.", "1", "2"} <= set(told[0])


def test_boards_fitted_on_site_are_listed_as_the_cabinets_are_with_how_each_is_fixed() -> None:
    file, catalogue = read_room(sample_rooms.text("kitchen_with_island")), default_catalogue()
    assert file.style is not None
    made = design(file.room, file.style, catalogue, layout=file.layout)
    project = replace(a_room(), design=made)
    told = [text.text for text in assembly_pages(project)[-1].texts]
    ids = [cabinet.id for cabinet in made.cabinets if cabinet.kind.startswith("trim-")]
    assert [text.split(".")[0] for text in told if text.split(".")[0] in ids] == ids
    words = " ".join(told)
    for role in ("end_panel", "back_panel", "worktop"):
        assert project.locale.text(f"assembly.fixed_{role}")[:40] in words
    assert "not in the bill of materials" in words


def test_the_last_steps_of_a_tall_cabinet_need_no_page_for_one_or_two() -> None:
    told = [[text.text for text in page.texts] for page in assembly_pages(a_room("attic_wardrobe"))]
    titles = ("Fix it to the wall", "Put in shelves and rails", "Screw the handles on")
    counts = [sum(page.count(title) for title in titles) for page in told if titles[0] in page]
    assert counts
    assert min(counts) >= 2
    assert [
        page for page in told if "Screw the handles on" in page and "Hang the fronts, set the gaps" not in page
    ] == []


def test_pictures_of_wide_cabinets_are_not_made_small_to_spare_a_page() -> None:
    pages = assembly_pages(a_room("galley_kitchen"))
    heads = [text for page in pages for text in page.texts if text.bold and text.size == 14.0 and text.text.isdigit()]
    assert len({round(text.x) for text in heads}) == 2, "two columns"


def test_edges_end_with_their_block_where_another_stands_beyond_their_line() -> None:
    low, high = Box(0, 0, 0, mm(10), mm(10), mm(10)), Box(mm(20), 0, mm(10), mm(10), mm(10), mm(10))
    for block, other in ((low, high), (high, low)):
        assert set(open_edges(block, (block, other))) == set(open_edges(block, (block,)))


def test_a_notched_board_shows_no_seams_between_its_blocks() -> None:
    left, right = Box(0, 0, 0, mm(300), mm(500), mm(18)), Box(mm(300), mm(200), 0, mm(200), mm(300), mm(18))
    drawn = [edge for block in (left, right) for edge in open_edges(block, (left, right))]
    edges = {frozenset((round(x), round(y)) for x, y in edge) for edge in drawn}

    def across(start: int, end: int) -> frozenset[tuple[int, int]]:
        """The line of the upper face where the blocks meet, between two depths."""
        ends = (on_paper((mm(300), mm(y), mm(18))) for y in (start, end))
        return frozenset((round(x), round(y)) for x, y in ends)

    assert across(0, 200) in edges
    assert not edges & {across(200, 500), across(0, 500)}
