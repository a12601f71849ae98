"""Tables that can be read down: aligned numbers, heads on every page, rows and sums that stay together."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.drawing import Drawing, Text
from reports.page import A4_PORTRAIT
from reports.render.fonts import text_width
from reports.sparing import spared
from reports.tables import Align, Column, Flow, Section, Table, id_size
from reports.text.locale import METRIC_ENGLISH
from reports.text.numbers import number
from tests.reports.page_checks import assert_texts_are_readable

COLUMNS = (Column("Name", 60.0), Column("Amount", 30.0, Align.NUMBER))


def pages_of(table: Table) -> list[Drawing]:
    flow = Flow(A4_PORTRAIT)
    flow.table(table)
    return [Drawing(width=210.0, height=297.0, items=tuple(items)) for items in flow.pages]


def texts_of(table: Table) -> list[list[str]]:
    return [[text.text for text in page.texts] for page in pages_of(table)]


@pytest.mark.parametrize(
    ("value", "words"),
    [(720, "720"), (Decimal("719.50"), "719.5"), (9999, "9999"), (10000, "10\u202f000"), (-12345, "-12\u202f345")],
)
def test_numbers_have_no_trailing_zeros_and_thin_spaces_from_ten_thousand(value: Decimal | int, words: str) -> None:
    assert number(value) == words


def test_places_asked_for_are_kept() -> None:
    assert number(Decimal("12345.6"), places=2) == "12\u202f345.60"


def test_decimal_signs_stand_below_each_other() -> None:
    (page,) = pages_of(Table(columns=COLUMNS, rows=(("a", "1.25"), ("b", "10"), ("c", "100.5"))))
    signs = {text.text: text for text in page.texts}
    ends = [
        signs[words].x - text_width(behind, 9.0) for words, behind in (("1.25", ".25"), ("10", ""), ("100.5", ".5"))
    ]
    assert ends == pytest.approx([ends[0]] * 3)


def test_the_head_and_the_section_stand_again_on_the_next_page() -> None:
    rows = (Section("Oak", "Bands: A"), *((f"part {i}", str(i)) for i in range(120)))
    first, second, *_ = texts_of(Table(columns=COLUMNS, rows=rows))
    assert first[:3] == ["Name", "Amount", "Oak"]
    assert second[:4] == ["Name", "Amount", "Oak (continued)", "Bands: A"]


def test_a_section_never_stands_alone_at_the_foot_of_a_page() -> None:
    for count in range(40, 60):
        rows = (*((f"part {i}", "1") for i in range(count)), Section("Next"), ("first", "1"))
        for page in texts_of(Table(columns=COLUMNS, rows=rows)):
            assert ("Next" in page) == ("first" in page)


def test_a_heading_has_two_of_its_rows_under_it() -> None:
    for count in range(40, 60):
        rows = (*((f"part {i}", "1") for i in range(count)), Section("Next"), *((f"of {i}", "1") for i in range(3)))
        for page in texts_of(Table(columns=COLUMNS, rows=rows)):
            assert ("Next" in page) <= {"of 0", "of 1"}.issubset(page)


def test_no_row_stands_alone_on_the_last_page_of_its_group() -> None:
    for count in range(30, 70):
        rows = (Section("One"), *((f"part {i}", "1") for i in range(count)), Section("Two"), ("other", "1"))
        for page in texts_of(Table(columns=COLUMNS, rows=rows)):
            assert (f"part {count - 1}" in page) == (f"part {count - 2}" in page)


def test_rows_under_a_heading_stay_on_a_page_where_they_are_kept_and_fit() -> None:
    for count in range(30, 60):
        rows = (*((f"part {i}", "1") for i in range(count)), Section("Next"), *((f"of {i}", "1") for i in range(12)))
        flow = Flow(A4_PORTRAIT, keep=80.0)
        flow.table(Table(columns=COLUMNS, rows=rows))
        texts = [{item.text for item in page if isinstance(item, Text)} for page in flow.pages]
        assert any({"Next", *(f"of {i}" for i in range(12))} <= page for page in texts)


def test_groups_are_kept_where_that_takes_no_more_pages() -> None:
    def fill(flow: Flow) -> None:
        groups = ((Section(f"Group {i}"), *((f"{i}.{n}", "1") for n in range(11))) for i in range(9))
        flow.table(Table(columns=COLUMNS, rows=tuple(row for group in groups for row in group)))

    loose = Flow(A4_PORTRAIT)
    fill(loose)
    kept = spared(fill, A4_PORTRAIT, METRIC_ENGLISH)
    words = [{item.text for item in page if isinstance(item, Text)} for page in kept.pages]
    assert len(kept.pages) <= len(loose.pages)
    assert all(any(f"{i}.0" in page and f"{i}.10" in page for page in words) for i in range(9))


def test_a_last_heading_goes_with_its_row_the_sum_and_what_follows() -> None:
    for count in range(40, 60):
        rows = (*((f"part {i}", "1") for i in range(count)), Section("Last"), ("only", "1"))
        for page in texts_of(Table(columns=COLUMNS, rows=rows, totals=(("Sum", "9"),), reserve=40.0)):
            assert ("Last" in page) == ("only" in page) == ("Sum" in page)


def test_the_ids_of_a_list_have_one_size_at_which_all_have_room() -> None:
    assert id_size(["K01.top"], 53.0) == 14.0
    assert 11.0 < id_size(["K01.top", "K02.drawer.3.side.R"], 53.0) < 14.0
    assert id_size(["K02.drawer.3.side.R" * 3], 53.0) == 11.0


def test_a_sum_never_stands_without_its_last_row() -> None:
    for count in range(40, 60):
        rows = tuple((f"part {i}", "1") for i in range(count))
        for page in texts_of(Table(columns=COLUMNS, rows=rows, totals=(("Sum", "9"),))):
            assert ("Sum" in page) == (f"part {count - 1}" in page)


def test_every_fifth_row_leaves_air() -> None:
    (page,) = pages_of(Table(columns=COLUMNS, rows=tuple((f"r{i}", "1") for i in range(7))))
    places = [text.y for text in page.texts if text.text.startswith("r")]
    gaps = [round(a - b, 3) for a, b in pairwise(places)]
    assert gaps[4] > gaps[0]
    assert len(set(gaps)) == 2


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(st.characters(codec="utf-8", exclude_categories=["Mn", "Me", "Cf", "Cc"]), max_size=120),
            st.decimals(0, 10**6, places=2).map(str),
        ),
        min_size=1,
        max_size=60,
    )
)
def test_whatever_the_rows_nothing_overlaps_leaves_the_page_or_gets_lost(rows: list[tuple[str, str]]) -> None:
    pages = pages_of(Table(columns=COLUMNS, rows=tuple(rows), totals=(("Sum", "1"),)))
    for page in pages:
        assert_texts_are_readable(page, smallest=8.0)
        assert all(text.y > A4_PORTRAIT.bottom - 1 for text in page.texts)
    drawn = "".join(text.text for page in pages for text in page.texts if isinstance(text, Text))
    assert all("".join(name.split())[:8] in "".join(drawn.split()) for name, _ in rows)


def test_words_beside_numbers_stand_further_off_where_their_column_is_set_in() -> None:
    columns = (Column("Long", 20.0, Align.NUMBER), Column("Gives", 40.0, inset=1.5))
    (page,) = pages_of(Table(columns=columns, rows=(("593.5", "K01.door.1"),)))
    ends = {text.text: text.x for text in page.texts}
    assert ends["K01.door.1"] - ends["593.5"] == pytest.approx(3.5) == ends["Gives"] - ends["Long"]


def test_what_is_told_only_where_it_changes_is_told_again_on_top_of_a_page() -> None:
    rows = (Section("Board"), *((str(i // 7) if i % 7 == 0 else "", str(i)) for i in range(120)))
    for page in texts_of(Table(columns=COLUMNS, rows=rows, again=0))[1:]:
        number, cut = page[3:5]
        assert int(number) == int(cut) // 7


def test_a_table_without_rows_is_only_a_head() -> None:
    assert texts_of(Table(columns=COLUMNS, rows=())) == [["Name", "Amount"]]


def test_the_words_below_the_totals_stay_on_their_page() -> None:
    words = "These words explain the sums above them. " * 8
    for count in range(30, 60):
        flow = Flow()
        rows = tuple((str(number), "1") for number in range(count))
        columns = (Column("", 40.0), Column("n", 20.0, Align.NUMBER))
        flow.table(Table(columns=columns, rows=rows, totals=(("Sum", "60"),), reserve=flow.height_of(words, 8.0) + 1.0))
        flow.text(words, 8.0)
        last = [item.text for item in flow.pages[-1] if isinstance(item, Text)]
        assert "Sum" in last
        assert any("explain" in each for each in last)
