"""A quote can be checked by hand: lines, rounding, sums, and what each cabinet takes of it."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cutting.offcuts import produced, usual_rules
from cutting.plan import CutPlan, Unplaced
from cutting.saw_time import sawing, usual_times
from furnishing.charges import Charges, Delivery, Fitting, OffcutRule
from furnishing.errors import InputError
from furnishing.money import Money, total
from furnishing.order import Order
from furnishing.units import mm
from furnishing.vat import payable
from reports.lines import OFFCUTS
from reports.pricing import Quote, Terms, Trade, VatKind, allocate, quote
from reports.project import Project
from reports.quantities import habits
from tests.reports.builders import a_project
from tests.reports.furnished import a_kitchen
from tests.reports.kitchen_goods import eur


def priced(project: Project, terms: Terms | None = None) -> Quote:
    assert project.design is not None
    assert project.catalogue is not None
    return quote(project.design, project.result, project.catalogue, terms or Terms(), project.job)


def working(project: Project, **labour: Decimal) -> Project:
    """The same project in a workshop whose work takes other minutes."""
    assert project.catalogue is not None
    changed = replace(project.catalogue.labour, **labour)
    return replace(project, catalogue=replace(project.catalogue, labour=changed))


def charging(project: Project, **charges: object) -> Project:
    """The same project in a workshop that charges otherwise."""
    assert project.catalogue is not None
    return replace(project, catalogue=replace(project.catalogue, charges=Charges(**charges)))  # type: ignore[arg-type]


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


def test_sawing_takes_what_the_model_of_the_saw_counts_and_the_handling_of_each_board() -> None:
    project = a_project()
    seconds = sawing(project.job, project.result.plan).seconds(usual_times())
    minutes = (seconds / 60 + 2 * 12).quantize(Decimal("0.1"), ROUND_HALF_UP)
    assert line_of(priced(project), "sawing") == (minutes, eur("45.00").times(minutes / 60))


def test_a_shop_with_another_saw_charges_another_share_of_the_modelled_time() -> None:
    assert line_of(priced(working(a_project(), saw_time_percent=Decimal(0))), "sawing")[0] == 24


def test_drilling_is_counted_hole_by_hole_and_grooving_groove_by_groove() -> None:
    project = working(a_kitchen(), minutes_per_bore=Decimal("0.1"), minutes_per_groove=Decimal(2))
    assert project.design is not None
    grooves = sum(len(part.grooves) + len(part.notches) for part in project.design.parts)
    assert line_of(priced(project), "grooving")[0] == 2 * grooves
    assert sum(len(part.bores) for part in project.design.parts) == 0
    assert [line.code for line in priced(project).lines if line.code == "drilling"] == []


def test_labour_is_minutes_at_an_hourly_rate() -> None:
    found = priced(a_project())
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


@given(
    discount=st.decimals(0, 100, places=3),
    vat=st.decimals(0, 30, places=2),
    overhead=st.decimals(0, 80, places=1),
    margin=st.decimals(0, 60, places=1),
)
@settings(max_examples=40)
def test_whatever_is_charged_the_shares_sum_exactly_to_the_net(
    discount: Decimal, vat: Decimal, overhead: Decimal, margin: Decimal
) -> None:
    project = charging(KITCHEN, overhead_percent=overhead, margin_percent=margin)
    found = priced(project, Terms(discount_percent=discount, vat_percent=vat))
    assert total((share.net for share in found.shares), "EUR") == found.net
    assert all(share.net.amount >= 0 for share in found.shares)
    assert found.gross == found.net + found.vat
    assert abs(found.vat.amount - found.net.amount * vat / 100) <= Decimal("0.005")
    assert eur("0.00") <= found.discount <= found.subtotal
    assert total((found.subtotal_of(trade) for trade in Trade), "EUR") == found.subtotal


KITCHEN = a_kitchen()


@pytest.mark.parametrize(("percent", "left"), [("0", 1), ("100", 0), ("50", Decimal("0.5"))])
def test_a_discount_takes_nothing_all_or_half(percent: str, left: Decimal) -> None:
    found = priced(a_kitchen(), Terms(discount_percent=Decimal(percent)))
    assert abs(found.net.amount - found.subtotal.amount * left) <= Decimal("0.005")


def test_prices_are_costs_with_overhead_and_margin() -> None:
    project = charging(a_kitchen(), overhead_percent=Decimal(20), margin_percent=Decimal(25))
    board = next(line for line in priced(project).lines if line.code == "WHITE-18-2800")
    assert (board.cost, board.price) == (eur("48.50"), eur("77.60"))
    assert board.cost_total == eur("48.50").times(board.quantity)


def test_offcuts_that_are_kept_are_credited_at_what_they_are_worth() -> None:
    project = a_project()
    credits = [line for line in priced(project).lines if line.code == OFFCUTS]
    values = {each.material: each.value * each.quantity for each in produced(project.job, plan_of(project), RULES)}
    assert {line.material: -line.total.amount for line in credits} == {
        material: sum(
            each.value * each.quantity
            for each in produced(project.job, plan_of(project), RULES)
            if each.material == material
        )
        for material in values
    }
    assert credits


RULES = usual_rules()


def plan_of(project: Project) -> CutPlan:
    return project.result.plan


def test_a_workshop_may_credit_no_offcuts() -> None:
    found = priced(charging(a_project(), offcut_credit_percent=Decimal(0)))
    assert [line for line in found.lines if line.code == OFFCUTS] == []


def test_a_workshop_may_keep_only_large_offcuts() -> None:
    rule = OffcutRule(least_length=mm(2500), least_width=mm(1000), value=((Decimal(1), Decimal("0.5")),))
    (line,) = (line for line in priced(charging(a_project(), offcuts=rule)).lines if line.code == OFFCUTS)
    # 2780 x 1462 of a board of 2800 x 2070 for 21.00, at half its price by area.
    assert line.material == "H3"
    assert line.total == eur("-7.36")


def test_delivery_and_fitting_are_charged_where_they_are_ordered() -> None:
    project = charging(
        a_kitchen(),
        delivery=Delivery(flat=eur("50.00"), per_km=eur("1.10"), per_m3=eur("4.00")),
        fitting=Fitting(hourly_rate=eur("60.00"), minutes_per_order=Decimal(30), minutes_per_cabinet=Decimal(45)),
    )
    assert not {"delivery", "fitting"} & {line.code for line in priced(project).lines}
    found = priced(project, Terms(order=Order(delivery_km=Decimal(40), fitting=True)))
    assert line_of(found, "delivery-km") == (Decimal(40), eur("44.00"))
    assert line_of(found, "fitting") == (Decimal(210), eur("210.00"))
    assert total((share.net for share in found.shares), "EUR") == found.net


def test_what_is_ordered_must_have_a_price() -> None:
    with pytest.raises(InputError) as caught:
        priced(a_kitchen(), Terms(order=Order(delivery_km=Decimal(5), fitting=True)))
    assert [fault.where for fault in caught.value.faults] == ["catalogue.charges.fitting", "catalogue.charges.delivery"]


def sold(order: Order, home: str = "DE", rule: str = "") -> Quote:
    fitting = Fitting(hourly_rate=eur("60.00"))
    return priced(charging(a_kitchen(), country=home, fitting=fitting), Terms(order=order, vat_rule=rule))


def test_the_vat_is_that_of_the_country_the_goods_go_to() -> None:
    found = sold(Order(country="FI"))
    assert (found.vat_percent, found.vat_rule.kind) == (Decimal("25.5"), VatKind.COUNTRY)
    assert found.vat == Money.of(found.net.amount * Decimal("0.255"), "EUR")


def test_the_day_of_the_quote_decides_the_rate() -> None:
    rates = [sold(Order(country="RO", date=datetime.date(2025, month, 1))).vat_percent for month in (7, 8)]
    assert rates == [19, 21]


def test_a_business_abroad_in_the_union_accounts_for_the_vat_itself() -> None:
    found = sold(Order(country="NL", vat_id="NL123456789B01"))
    assert (found.vat, found.vat_rule.kind) == (eur("0.00"), VatKind.REVERSE_CHARGE)


@pytest.mark.parametrize(
    ("country", "vat_id"), [("DE", "DE123456789"), ("NL", "DE123456789"), ("CH", "CHE123456789"), ("NL", "")]
)
def test_nobody_else_does(country: str, vat_id: str) -> None:
    assert sold(Order(country=country, vat_id=vat_id)).vat_percent > 0


def test_a_reduced_rate_needs_its_condition() -> None:
    assert sold(Order(country="FR", fitting=True), rule="renovation").vat_percent == 10
    with pytest.raises(InputError, match="order the fitting as well"):
        sold(Order(country="FR"), rule="renovation")
    with pytest.raises(InputError, match="cannot be used"):
        sold(Order(country="NL", fitting=True), rule="renovation")


def test_what_is_agreed_goes_before_every_rule() -> None:
    assert priced(a_kitchen(), Terms(vat_percent=Decimal(3), order=Order(country="FI"))).vat_percent == 3


@given(st.integers(0, 10**7))
def test_francs_are_paid_in_steps_of_five_rappen(rappen: int) -> None:
    amount = Money.of(Decimal(rappen) / 100, "CHF")
    paid = payable(amount)
    assert paid.amount % Decimal("0.05") == 0
    assert abs(paid.amount - amount.amount) <= Decimal("0.025")
    assert payable(eur("1.03")) == eur("1.03")


def test_both_usual_bases_divide_the_net() -> None:
    found = priced(a_project())
    assert found.front_area == mm(600) * mm(820)
    assert found.per_square_metre(found.front_area) == found.net.times(1 / Decimal("0.492"))
    assert found.board_area == sum(part.length * part.width for part in a_project().parts.values())
    assert found.per_square_metre(0) is None
