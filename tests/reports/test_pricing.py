"""A quote can be checked by hand: lines, rounding, sums, and what each cabinet takes of it."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cutting.plan import Unplaced
from furnishing.errors import InputError
from furnishing.money import Money, total
from reports.pricing import Quote, Terms, Trade, allocate, quote
from reports.project import Project
from reports.quantities import habits
from tests.reports.builders import a_project
from tests.reports.furnished import a_kitchen
from tests.reports.kitchen_goods import eur


def priced(project: Project, terms: Terms | None = None) -> Quote:
    assert project.design is not None
    assert project.catalogue is not None
    return quote(project.design, project.result, project.catalogue, terms or Terms())


def line_of(found: Quote, code: str) -> tuple[Decimal, Money]:
    (line,) = [line for line in found.lines if line.code == code]
    return line.quantity, line.total


def test_boards_are_charged_as_the_plan_uses_them() -> None:
    project = a_kitchen()
    used = sum(sheet.copies for sheet in project.result.plan.sheets if sheet.board == "WHITE-18-2800")
    assert line_of(priced(project), "WHITE-18-2800") == (Decimal(used), eur("48.50").times(used))


def test_copies_of_a_sheet_are_boards() -> None:
    project = a_kitchen()
    sheets = tuple(replace(sheet, copies=3) for sheet in project.result.plan.sheets)
    tripled = replace(project, result=replace(project.result, plan=replace(project.result.plan, sheets=sheets)))
    assert priced(tripled).subtotal_of(Trade.BOARDS) == priced(project).subtotal_of(Trade.BOARDS).times(3)


def test_bands_hold_the_overlength_and_round_up_to_a_tenth_of_a_metre() -> None:
    # OAK1: two sides and the bottom (720 + 720 + 564), three edges of the door (716 + 716 + 596), 6 x 30 mm over.
    quantity, amount = line_of(priced(a_project()), "OAK1")
    assert 720 + 720 + 564 + 716 + 716 + 596 + 6 * 30 == 4212
    assert (quantity, amount) == (Decimal("4.3"), eur("3.44"))


def test_hardware_sold_by_the_metre_is_charged_by_its_length() -> None:
    assert line_of(priced(a_kitchen()), "RAIL") == (Decimal("0.858"), eur("3.78"))


def test_labour_is_minutes_at_an_hourly_rate() -> None:
    found = priced(a_project())
    assert line_of(found, "sawing") == (Decimal(24), eur("18.00"))
    assert line_of(found, "parts") == (Decimal("9.0"), eur("6.75"))
    assert line_of(found, "assembly") == (Decimal(35), eur("26.25"))


def test_a_filler_is_not_assembled() -> None:
    assert line_of(priced(a_kitchen()), "assembly")[0] == 4 * 35


def test_totals_are_sums_of_rounded_lines() -> None:
    found = priced(a_kitchen())
    assert found.subtotal == total((line.total for line in found.lines), "EUR")
    assert found.net == found.subtotal - found.discount
    assert found.gross == found.net + found.vat


def test_discount_and_vat_round_halves_up() -> None:
    found = priced(a_kitchen(), Terms(discount_percent=Decimal("12.5"), vat_percent=Decimal("7.7")))
    assert found.discount == Money.of(found.subtotal.amount * Decimal("0.125"), "EUR")
    assert found.vat == Money.of(found.net.amount * Decimal("0.077"), "EUR")


def test_terms_left_open_come_from_the_style_and_the_catalogue() -> None:
    found = priced(a_kitchen())
    assert (found.discount_percent, found.vat_percent) == (Decimal(5), Decimal(21))


def test_no_discount_can_be_agreed_whatever_the_style_says() -> None:
    found = priced(a_kitchen(), Terms(discount_percent=Decimal(0)))
    assert found.discount == eur("0.00")


def test_the_shares_of_the_cabinets_sum_to_the_net_total() -> None:
    found = priced(a_kitchen())
    assert total((share.net for share in found.shares), "EUR") == found.net


def test_a_tall_wardrobe_takes_more_than_a_filler() -> None:
    shares = {share.cabinet: share.net for share in priced(a_kitchen()).shares}
    assert shares["K04"] > shares["K01"] > shares["F02"] > shares["F01"] > eur("0.00")


def test_a_free_order_shares_nothing() -> None:
    found = priced(a_kitchen(), Terms(discount_percent=Decimal(100)))
    assert {share.net for share in found.shares} == {eur("0.00")}


@given(st.integers(0, 10**9), st.lists(st.fractions(0, 1000), min_size=1, max_size=30))
def test_an_allocation_sums_exactly_and_is_at_most_a_cent_off(cents: int, weights: list[Fraction]) -> None:
    amount = Money.of(Decimal(cents) / 100, "EUR")
    shares = allocate(amount, weights)
    whole = sum(weights)
    exact = [Fraction(cents) * (each / whole if whole else Fraction(1, len(weights))) for each in weights]
    assert total(shares, "EUR") == amount
    assert all(abs(Fraction(share.amount * 100) - each) < 1 for share, each in zip(shares, exact, strict=True))


def test_cents_left_over_go_to_the_largest_remainders() -> None:
    assert allocate(eur("0.05"), [Fraction(1), Fraction(3), Fraction(3)]) == (eur("0.01"), eur("0.02"), eur("0.02"))


def test_a_currency_without_cents_is_shared_in_whole_units() -> None:
    assert [share.amount for share in allocate(Money.of(10, "JPY"), [Fraction(1)] * 3)] == [4, 3, 3]


def test_all_that_has_no_price_is_named_at_once() -> None:
    project = a_kitchen()
    assert project.catalogue is not None
    bare = replace(project, catalogue=replace(project.catalogue, bands=(), hardware=()))
    with pytest.raises(InputError) as caught:
        priced(bare)
    told = str(caught.value)
    assert all(code in told for code in ("ABS-OAK-1", "ABS-WHITE-1", "HINGE-110", "LEG-100", "RAIL", "RUNNER-500"))


def test_what_no_board_could_hold_is_named_in_the_quote() -> None:
    project = a_kitchen()
    lost = Unplaced(id="K04.side.L", quantity=1, reason="no-stock-left", message="no board is left")
    plan = replace(project.result.plan, unplaced=(lost,))
    found = priced(replace(project, result=replace(project.result, plan=plan)))
    assert found.unpriced == ("1 x K04.side.L: no board is left",)


def test_every_habit_names_its_source() -> None:
    entries = json.loads(resources.files("reports").joinpath("data/pricing.json").read_text(encoding="utf-8"))
    assert all(entry["source"] for name, entry in entries.items() if name not in ("format", "unit"))
    assert habits().band_step == Decimal("0.1")
