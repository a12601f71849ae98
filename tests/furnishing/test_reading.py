"""The reader of fields notes every fault and goes on; the writer of JSON gives one text per value."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furnishing.errors import Fault, InputError, sound_in
from furnishing.json_text import JsonValue, brief, parse_json, to_json
from furnishing.reading import Fields, open_record
from furnishing.units import mm


class Fruit(StrEnum):
    APPLE = "apple"
    PEAR = "pear"


def some_fields(**values: object) -> Fields:
    return Fields(parse_json(json.dumps(values)), "box", [])


def messages(fields: Fields) -> list[str]:
    return [str(fault) for fault in fields.faults]


def test_every_kind_of_value_is_read() -> None:
    fields = some_fields(a="x", b=True, c=3, d=1.25, e=18.5, f="pear", g=[1, 2], h=[{"i": 1}], j={"k": 2})
    assert fields.text("a") == "x"
    assert fields.boolean("b") is True
    assert fields.integer("c") == 3
    assert fields.number("d") == Decimal("1.25")
    assert fields.length("e") == 18_500
    assert fields.choice("f", Fruit) is Fruit.PEAR
    assert fields.lengths("g") == (1000, 2000)
    assert [each.integer("i") for each in fields.records("h")] == [1]
    assert fields.record("j").integer("k") == 2
    fields.finish()


def test_defaults_stand_in_for_missing_fields() -> None:
    fields = some_fields()
    assert fields.text("a", "none") == "none"
    assert fields.boolean("b", False) is False
    assert fields.integer("c", 7) == 7
    assert fields.number("d", Decimal(2)) == 2
    assert fields.length("e", 0, least=0) == 0
    assert fields.choice("f", Fruit, Fruit.PEAR) is Fruit.PEAR
    assert fields.records("g", default=()) == []
    assert fields.optional("h", fields.length) is None
    assert fields.optional_record("i") is None
    fields.finish()


def test_a_whole_number_may_be_written_with_a_point() -> None:
    assert Fields(parse_json('{"a": 3.0}'), "", []).integer("a") == 3


def test_reading_goes_on_after_a_fault() -> None:
    fields = some_fields(a=1, b="x")
    fields.text("a")
    fields.length("b")
    fields.length("c")
    with pytest.raises(InputError) as caught:
        fields.finish()
    assert [fault.where for fault in caught.value.faults] == ["box.a", "box.b", "box.c"]


def test_a_missing_object_is_one_fault_and_not_one_per_field() -> None:
    fields = some_fields(wrong=5)
    for name in ("missing", "wrong"):
        inner = fields.record(name)
        inner.length("a")
        inner.text("b")
    assert messages(fields) == [
        "box.missing: this field is missing",
        "box.wrong: 5 stands where an object {...} is needed",
    ]


def test_unknown_fields_are_found_at_every_depth() -> None:
    fields = some_fields(a={"b": 1, "lenght": 2}, list=[{"c": 1}])
    fields.record("a").take("length", default=None)
    fields.records("list")
    with pytest.raises(InputError) as caught:
        fields.finish()
    assert [fault.where for fault in caught.value.faults] == ["box.a.b", "box.a.lenght", "box.list[0].c"]
    assert "did you mean 'length'?" in caught.value.faults[1].message


def test_lengths_are_in_the_unit_of_the_file_all_the_way_down() -> None:
    fields = open_record('{"format": "x/1", "unit": "in", "a": {"b": 10}}', "x/1")
    fields.read_unit()
    assert fields.record("a").length("b") == 254_000


def test_the_bounds_are_told_in_the_unit_of_the_file() -> None:
    fields = Fields({"a": 900}, "", [], unit="cm")
    fields.length("a", least=mm(100), most=mm(3000))
    assert messages(fields) == ["a: 900 cm is outside 10 to 300 cm; check the figure and the unit"]


def test_a_byte_order_mark_is_no_fault() -> None:
    assert parse_json(b"\xef\xbb\xbf{}") == {}
    assert parse_json("\ufeff{}") == {}


def test_decimals_are_read_as_written() -> None:
    assert parse_json("[0.1, 1e2, 3]") == [Decimal("0.1"), Decimal(100), 3]


def test_a_value_in_a_message_is_short_and_printable() -> None:
    assert brief("x" * 100) == '"' + "x" * 37 + '..."'
    assert brief("\ud800") == '"\\ud800"'
    assert brief(list(range(9))) == "a list of 9"
    assert brief(int("9" * 100)).endswith("...")


def test_a_path_is_sound_where_no_fault_lies_at_above_or_below_it() -> None:
    sound = sound_in([Fault("walls[1].openings[0].width", ""), Fault("walls[2]", "")])
    assert sound("walls[0]")
    assert sound("walls[1].length")
    assert sound("walls[10]")
    assert not sound("walls[1].openings[0]")
    assert not sound("walls[2].length")
    assert not sound("walls")


VALUES: st.SearchStrategy[JsonValue] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals(-1000, 1000, places=3) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=12), inner, max_size=5),
)


@given(VALUES)
def test_written_json_reads_back_equal(value: JsonValue) -> None:
    assert parse_json(to_json(value)) == value


@given(VALUES)
def test_written_json_is_the_same_for_what_was_read_back(value: JsonValue) -> None:
    text = to_json(value)
    again = parse_json(text)
    assert isinstance(again, Mapping | list | str | int | Decimal | None)
    assert to_json(again) == text


def test_what_fits_on_a_line_stays_on_one() -> None:
    assert to_json({"a": 1, "b": {"c": Decimal("2.50"), "d": []}}) == '{\n  "a": 1,\n  "b": {"c": 2.5, "d": []}\n}\n'


def test_long_values_are_broken_into_lines() -> None:
    text = to_json({"a": [{"name": "x" * 60}, {"name": "y" * 60}]})
    assert max(len(line) for line in text.splitlines()) < 120
    assert text.count("\n") == 6
