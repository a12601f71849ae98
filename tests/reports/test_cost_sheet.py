"""The cost sheet: what an order costs, by trade, by area and by material, adding up to the quote."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reports.cost_sheet import cost_sheet_pages
from reports.costing import costing
from reports.pricing import Terms
from reports.quote import priced
from tests.reports.furnished import a_kitchen
from tests.reports.page_checks import assert_texts_are_readable
from tests.web.test_sample_papers import a_furnished

TERMS = replace(Terms(), discount_percent=Decimal(5))


def words() -> list[str]:
    return [text.text for page in cost_sheet_pages(a_kitchen(), TERMS) for text in page.texts]


def test_cost_overhead_and_margin_of_all_trades_are_the_net_price() -> None:
    found = priced(a_kitchen(), TERMS)
    costs = costing(a_kitchen(), found)
    assert costs.direct + costs.overhead + costs.margin == found.net
    assert sum(each.price.amount for each in costs.trades) == found.subtotal.amount


def test_parts_offcuts_and_waste_of_a_material_are_its_boards() -> None:
    for each in costing(a_kitchen(), priced(a_kitchen(), TERMS)).yields:
        assert each.parts + each.offcuts + each.waste == each.bought
        assert each.waste > 0


def test_both_usual_bases_stand_on_the_sheet() -> None:
    found, told = priced(a_kitchen(), TERMS), words()
    costs = costing(a_kitchen(), found)
    cost = costs.direct + costs.overhead
    for name, area in (("Fronts: width", found.front_area), ("Boards: all", found.board_area)):
        at = next(number for number, word in enumerate(told) if word.startswith(name))
        square_metres, full, net = told[at + 1 : at + 4]
        price = found.per_square_metre(area)
        assert Decimal(square_metres) == round(Decimal(area) / 10**12, 2)
        assert price is not None
        assert Decimal(net) == price.amount
        assert Decimal(full) == cost.times(Decimal(10**12) / area).amount


def test_the_sheet_says_that_it_stays_in_the_workshop() -> None:
    assert "For the workshop only: not to be given to the customer." in words()


def test_the_sheet_is_readable() -> None:
    for page in cost_sheet_pages(a_kitchen(), TERMS):
        assert_texts_are_readable(page, smallest=8.0)


def test_one_offcut_more_is_told_itself() -> None:
    pages = cost_sheet_pages(a_furnished("attic"), Terms())
    told = [text.text for page in pages for text in page.texts]
    assert not [text for text in told if text.startswith("1 smaller")]
