"""Labels: one per piece in saw order, a code that scans, and text that stays on its label."""

from __future__ import annotations

import dataclasses

import pypdfium2
import pytest
import zxingcpp

from cutting.sequence import saw_order
from furnishing.errors import InputError
from furnishing.grain import Grain
from furnishing.parts import Edges, Groove
from furnishing.units import mm
from reports.check_character import unchecked
from reports.drawing import Path
from reports.label_layouts import A4_3X8, LAYOUTS, SMALLEST_LABEL, LabelLayout, layout_of, roll
from reports.label_run import LabelRun
from reports.label_texts import label_texts, stations
from reports.labels import labels
from reports.project import Project
from reports.qr import qr
from reports.render.pdf import pdf
from reports.render.svg import svg
from reports.space import box_of, inside
from tests.reports.builders import a_project, an_operators_project, some_parts
from tests.reports.page_checks import assert_texts_are_readable
from tests.reports.test_diagrams import a_board_of_strips

SMALLEST = roll(*SMALLEST_LABEL)
EVERY_LAYOUT = pytest.mark.parametrize("layout", [*LAYOUTS.values(), SMALLEST], ids=[*LAYOUTS, "smallest"])


def scanned(project: Project, layout: LabelLayout) -> list[str]:
    """What a scanner reads from the printed pages, at the 203 dpi of a label printer, row by row."""
    document = pypdfium2.PdfDocument(pdf(labels(project, LabelRun(layout=layout)), title="Labels"))
    found: list[str] = []
    for page in document:
        image = page.render(scale=203 / 72).to_pil().convert("L")
        codes = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
        pitch = (layout.height + layout.gap_y) * image.height / layout.paper.height
        top = layout.top * image.height / layout.paper.height
        codes = sorted(
            codes, key=lambda code: (int((code.position.top_left.y - top) // pitch), code.position.top_left.x)
        )
        found.extend(unchecked(code.text) for code in codes)
    document.close()
    return found


def ids_in_saw_order(project: Project) -> list[str]:
    return [
        placed.id
        for sheet in project.result.plan.sheets
        for _ in range(sheet.copies)
        for placed in saw_order(sheet, project.job.saw)
    ]


def with_long_words(project: Project) -> Project:
    """The same project with names that no label has room for."""
    assert project.design is not None
    cabinets = tuple(
        dataclasses.replace(
            cabinet,
            name="Wandhängender Apothekerhochschrank mit Innenauszügen und gedämpften Türen links",
            parts=tuple(dataclasses.replace(part, name="Mittelseite hinten 中间侧板 " * 3) for part in cabinet.parts),
        )
        for cabinet in project.design.cabinets
    )
    pieces = tuple(dataclasses.replace(piece, order="ORDER-" + "0123456789" * 6) for piece in project.job.pieces)
    return dataclasses.replace(
        project,
        name="Ντουλάπι κουζίνας " * 6,
        customer="Шкафоваръ-Петропавловский " * 4,
        design=dataclasses.replace(project.design, cabinets=cabinets),
        job=dataclasses.replace(project.job, pieces=pieces),
    )


@EVERY_LAYOUT
def test_every_code_is_read_from_the_printed_page_in_saw_order(layout: LabelLayout) -> None:
    for project in (a_project(), an_operators_project()):
        assert scanned(project, layout) == ids_in_saw_order(project)


def test_codes_are_read_over_more_than_one_page_of_labels() -> None:
    project = a_board_of_strips(600, 250, name="Hängeschrank.字")
    assert len(labels(project)) == 2
    assert scanned(project, A4_3X8) == ids_in_saw_order(project)


@EVERY_LAYOUT
def test_text_stays_on_its_label_and_never_over_other_text(layout: LabelLayout) -> None:
    for project in (a_project(), an_operators_project(), with_long_words(a_project())):
        for page in labels(project, LabelRun(layout=layout)):
            assert_texts_are_readable(page)
            boxes = [layout.box(number) for number in range(layout.columns * layout.rows)]
            for text in page.texts:
                assert any(inside(box_of(text), box) for box in boxes), text.text


@EVERY_LAYOUT
def test_labels_lie_on_the_paper_and_beside_each_other(layout: LabelLayout) -> None:
    boxes = [layout.box(number) for number in range(layout.columns * layout.rows)]
    for left, bottom, right, top in boxes:
        assert 0 <= left < right <= layout.paper.width
        assert 0 <= bottom < top <= layout.paper.height
    assert len({(box[0], box[1]) for box in boxes}) == len(boxes)


def test_a_label_says_what_the_bander_and_the_fitter_need() -> None:
    page = labels(a_project())[0]
    shown = [text.text for text in page.texts]
    for words in (
        "K01.door",
        "cut 714 × 594",
        "finished 716 × 596 × 18",
        "Oak chipboard 18",
        "OAK04",
        "O-2025-17 · Sanne de Boer",
        "Pantry · sheet 1 of 2",
    ):
        assert words in shown
    assert next(text.size for text in page.texts if text.text == "K01.door") == 14


def test_a_band_code_too_long_for_its_edge_is_a_letter_told_beside_it() -> None:
    project = a_project()
    assert project.design is not None
    edges = Edges(bottom="white-melamine-abs-1", top="white-melamine-abs-1", left="oak-veneer-abs-04")
    cabinets = tuple(
        dataclasses.replace(cabinet, parts=tuple(dataclasses.replace(part, edges=edges) for part in cabinet.parts))
        for cabinet in project.design.cabinets
    )
    design = dataclasses.replace(project.design, cabinets=cabinets)
    page = labels(dataclasses.replace(project, design=design))[0]
    shown = [text.text for text in page.texts]
    assert shown.count("A") == 6
    assert shown.count("B") == 12
    assert " ".join(shown).count("A = oak-veneer-abs-04, B = white-melamine-abs-1") == 6
    assert_texts_are_readable(page)


def test_the_thickness_of_a_band_is_told_where_its_code_does_not_say_it() -> None:
    assert "OAK04 = 0.4 mm" in [text.text for text in labels(a_project())[0].texts]
    project = a_project()
    assert project.catalogue is not None
    bands = tuple(dataclasses.replace(band, thickness=mm(4)) for band in project.catalogue.bands)
    project = dataclasses.replace(project, catalogue=dataclasses.replace(project.catalogue, bands=bands))
    assert {"OAK04": "4 mm", "OAK1": "4 mm"} in [label.thicknesses for label in label_texts(project)], "04 is no 4"
    bands = tuple(dataclasses.replace(band, code="OAK-4", thickness=mm(4)) for band in bands)
    project = dataclasses.replace(project, catalogue=dataclasses.replace(project.catalogue, bands=bands))
    assert not any(label.thicknesses for label in label_texts(project))


def test_the_foot_is_drawn_smaller_before_it_is_cut_off() -> None:
    project = dataclasses.replace(a_project(), name="Attic with a slope", customer="Wiśniewska-Papadopoulos")
    shown = [text.text for text in labels(project)[0].texts]
    for words in ("O-2025-17 · Wiśniewska-Papadopoulos", "Attic with a slope · Pantry · sheet 1 of 2"):
        assert words in shown
    assert not any("…" in words for words in shown)


def test_the_thickness_of_a_material_never_stands_alone_on_a_line() -> None:
    project = a_project()
    assert project.catalogue is not None
    for layout in LAYOUTS.values():
        for name in ("Natural oak melamine chipboard 18 mm", "Natural oak melamine faced chipboard 18 mm"):
            materials = tuple(dataclasses.replace(each, name=name) for each in project.catalogue.materials)
            catalogue = dataclasses.replace(project.catalogue, materials=materials)
            pages = labels(dataclasses.replace(project, catalogue=catalogue), LabelRun(layout=layout))
            assert "18 mm" not in [text.text for page in pages for text in page.texts], layout.code


def test_the_grain_is_shown_as_the_piece_was_cut() -> None:
    grains = {label.id: label.grain for label in label_texts(a_project())}
    assert grains["K01.door"] is Grain.LENGTH
    assert grains["K01.shelf"] is Grain.WIDTH, "it was turned on a board with a grain"
    assert grains["K01.back"] is None


def test_copies_of_a_sheet_are_labelled_one_after_the_other() -> None:
    feet = [label.foot[1] for label in label_texts(an_operators_project())]
    assert feet == [f"Shelves · sheet {number} of 3" for number in (1, 1, 2, 2, 3, 3)]


def test_labels_and_diagrams_number_the_sheets_alike_where_equal_ones_lie_apart() -> None:
    project = a_project()
    one, other = project.result.plan.sheets
    apart = tuple(dataclasses.replace(sheet, copies=1) for sheet in (one, other, one))
    result = dataclasses.replace(project.result, plan=dataclasses.replace(project.result.plan, sheets=apart))
    project = dataclasses.replace(project, result=result)
    sheets = [label.foot[1].rpartition(" · ")[2] for label in label_texts(project)]
    assert list(dict.fromkeys(sheets)) == ["sheet 1 of 3", "sheet 2 of 3", "sheet 3 of 3"]
    last = [label.id for label in label_texts(project) if label.foot[1].endswith("sheet 3 of 3")]
    assert last == [placed.id for placed in saw_order(other, project.job.saw)], "as the diagrams have it"


def test_words_on_a_label_are_large_where_there_is_room() -> None:
    smallest = {text.text: text.drawn_size for text in labels(a_project())[0].texts}
    for words in ("finished 716 × 596 × 18", "O-2025-17 · Sanne de Boer", "Pantry · sheet 1 of 2"):
        assert smallest[words] >= 8


def test_a_code_keeps_its_quiet_zone_and_is_one_path() -> None:
    code = qr("K01.side.L", 10, 20, 16)
    assert isinstance(code, Path)
    xs = [x for ring in code.rings for x, _ in ring]
    ys = [y for ring in code.rings for _, y in ring]
    module = min(ring[1][1] - ring[0][1] or ring[2][1] - ring[1][1] for ring in code.rings)
    assert min(xs) - 10 >= 4 * module - 1e-6
    assert 26 - max(xs) >= 4 * module - 1e-6
    assert min(ys) - 20 >= 4 * module - 1e-6
    assert 36 - max(ys) >= 4 * module - 1e-6


def test_labels_are_the_same_each_time() -> None:
    assert pdf(labels(a_project()), title="L") == pdf(labels(a_project()), title="L")
    assert svg(labels(a_project())[0]) == svg(labels(a_project())[0])


def test_used_positions_of_the_first_page_are_skipped() -> None:
    project = a_board_of_strips(600, 250)
    first, second = labels(project), labels(project, LabelRun(skip=20))
    assert (len(first), len(second)) == (2, 3)
    used = [A4_3X8.box(number) for number in range(20)]
    assert not [text for text in second[0].texts for box in used if inside(box_of(text), box)]
    said = [[text.text for page in pages for text in page.texts] for pages in (first, second)]
    assert said[0] == said[1]


def test_a_page_without_a_free_position_is_refused() -> None:
    with pytest.raises(InputError, match="skip 0 to 23"):
        LabelRun(skip=24)


def test_an_offset_moves_everything_as_far_as_the_printer_is_off() -> None:
    plain, moved = labels(a_project())[0], labels(a_project(), LabelRun(right=1.5, down=0.5))[0]
    for one, other in zip(plain.texts, moved.texts, strict=True):
        assert [other.x - one.x, other.y - one.y] == pytest.approx([1.5, -0.5])


def test_one_label_is_printed_again() -> None:
    (page,) = labels(a_project(), LabelRun(only=("K01.door",)))
    ids = {piece.id for piece in a_project().job.pieces}
    assert [text.text for text in page.texts if text.text in ids] == ["K01.door"]
    (again,) = labels(an_operators_project(), LabelRun(only=("P1",)))
    assert [text.text for text in again.texts].count("P1") == 1


def test_a_label_that_no_part_has_is_refused_with_the_nearest() -> None:
    with pytest.raises(InputError, match=r"no sheet has a part 'K01.dor'; did you mean 'K01.door'"):
        labels(a_project(), LabelRun(only=("K01.dor",)))


def test_a_roll_of_any_size_can_be_asked_for() -> None:
    layout = layout_of("80x45")
    assert (layout.width, layout.height, layout.count) == (80.0, 45.0, 1)
    assert layout_of("L7160").count == 21


@pytest.mark.parametrize("words", ["L9999", "20x10", "80x", "", "80x45x2"])
def test_a_layout_that_cannot_be_is_refused_with_a_way_out(words: str) -> None:
    with pytest.raises(InputError, match="use "):
        layout_of(words)


def test_layouts_lie_on_a4_as_their_makers_print_it() -> None:
    known = {"L7160": (7.25, 15.15), "L7163": (4.65, 15.15), "L7159": (7.25, 12.9), "L7165": (4.65, 13.1)}
    for code, corner in known.items():
        layout = LAYOUTS[code]
        assert [layout.left, layout.top] == pytest.approx(list(corner))


def test_a_part_that_is_called_as_its_cabinet_is_named_once() -> None:
    project = a_project()
    assert project.design is not None
    (door,) = (part for part in project.design.parts if part.id == "K01.door")
    cabinets = tuple(dataclasses.replace(each, name=door.name) for each in project.design.cabinets)
    renamed = dataclasses.replace(project, design=dataclasses.replace(project.design, cabinets=cabinets))
    assert {label.id: label.name for label in label_texts(renamed)}["K01.door"] == door.name


def test_the_next_station_follows_from_the_data_of_the_part() -> None:
    door = next(part for part in some_parts() if part.id == "K01.door")
    groove = Groove(box=door.box, depth=1, width=1, purpose="back")
    assert stations(door) == ("banding", "assembly")
    assert stations(dataclasses.replace(door, grooves=(groove,))) == ("banding", "machining", "assembly")
    assert stations(dataclasses.replace(door, edges=Edges(), cabinet="")) == ()
    said = {label.id: label.next for label in label_texts(a_project())}
    assert (said["K01.door"], said["K01.shelf"]) == ("next: banding", "next: assembly")
