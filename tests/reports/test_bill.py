"""The bill of materials: what to buy, in all and cabinet by cabinet."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal

from furnishing.cabinets.cabinet import HardwareItem
from furnishing.units import mm
from reports.bill import bill_of_materials, bill_pages, bill_pdf
from reports.quantities import alike_together
from tests.reports.builders import a_project, an_operators_project
from tests.reports.furnished import a_kitchen
from tests.reports.page_checks import assert_texts_are_readable, page_text
from tests.web.test_sample_papers import a_furnished


def test_boards_are_those_of_the_plan_with_their_raw_sizes() -> None:
    (back, oak) = bill_of_materials(a_project()).boards
    assert (back.code, back.quantity, oak.code, oak.quantity) == ("H3-2800", 1, "W18-2800", 1)
    assert (oak.name, oak.length, oak.width) == ("Oak chipboard 18", mm(2800), mm(2070))


def test_pieces_of_hardware_in_cabinets_sum_to_those_in_all() -> None:
    bill = bill_of_materials(a_kitchen())
    counted: Counter[str] = Counter()
    for cabinet in bill.cabinets:
        for need in cabinet.hardware:
            if not need.cut_to:
                counted[need.code] += int(need.quantity)
    assert counted == {need.code: int(need.quantity) for need in bill.hardware if need.unit == "pc"}


def test_a_rail_is_metres_to_buy_and_a_length_to_cut() -> None:
    bill = bill_of_materials(a_kitchen())
    (bought,) = [need for need in bill.hardware if need.code == "RAIL"]
    (cut,) = [need for cabinet in bill.cabinets for need in cabinet.hardware if need.code == "RAIL"]
    assert (bought.quantity, bought.unit) == (Decimal("0.858"), "m")
    assert (cut.quantity, cut.unit, cut.cut_to) == (1, "pc", (mm(858),))


def test_an_operators_list_takes_boards_only() -> None:
    bill = bill_of_materials(an_operators_project())
    assert [(need.code, need.quantity) for need in bill.boards] == [("MDF", 3)]
    assert (bill.bands, bill.hardware, bill.cabinets) == ((), (), ())


def test_the_paper_names_every_article() -> None:
    words = page_text(bill_pdf(a_kitchen()))
    assert all(name in words for name in ("White melamine", "ABS oak 1 mm", "Cup hinge 110°", "By cabinet"))


def test_texts_on_the_pages_can_all_be_read() -> None:
    for project in (a_kitchen(), an_operators_project()):
        for page in bill_pages(project):
            assert_texts_are_readable(page, smallest=7.0)


def test_equal_lengths_of_an_article_are_told_as_one() -> None:
    rail, screw = HardwareItem(code="rail", quantity=1, length=mm(467)), HardwareItem(code="screw", quantity=4)
    other = HardwareItem(code="rail", quantity=1, length=mm(500))
    assert alike_together((rail, screw, other, rail)) == (replace(rail, quantity=2), screw, other)


def test_metres_are_told_to_the_next_tenth_and_codes_of_boards_on_one_line() -> None:
    pages = bill_pages(a_furnished("island_kitchen"))
    told = [text.text for page in pages for text in page.texts]
    assert "graphite-green-18-2800x2070" in told
    assert not [text for text in told if re.fullmatch(r"\d+\.\d\d+", text)]
