"""Catalogue files and the shipped catalogue."""

from __future__ import annotations

import dataclasses
import json
from decimal import Decimal
from importlib import resources

import pytest

from furnishing.catalogue_checks import check_catalogue
from furnishing.catalogue_file import default_catalogue, read_catalogue, write_catalogue
from furnishing.grain import BoardGrain
from furnishing.money import Money
from furnishing.style_file import read_style, style_names, write_style
from furnishing.units import mm
from tests.furnishing.input_files import a_catalogue


def test_every_field_of_a_catalogue_is_read() -> None:
    catalogue = read_catalogue(json.dumps(a_catalogue()))
    assert catalogue.finish("oak").grain is BoardGrain.LENGTH
    assert catalogue.material_of("white", mm(18)).code == "W18"
    assert [(board.code, board.quantity) for board in catalogue.boards_of("O18")] == [("O18-L", 12)]
    assert catalogue.band("O1").price == Money(Decimal("0.63"), "EUR")
    assert catalogue.article("rail").unit == "metre"
    assert catalogue.labour.minutes_per_part == Decimal("2.5")
    assert (catalogue.saw.kerf, catalogue.saw.trim_top, catalogue.saw.max_stages) == (mm(4), mm(10), 3)


def test_a_saw_may_have_no_limit_of_stages() -> None:
    record = a_catalogue()
    record["saw"]["max_stages"] = None
    catalogue = read_catalogue(json.dumps(record))
    assert catalogue.saw.max_stages is None
    assert read_catalogue(write_catalogue(catalogue)) == catalogue


@pytest.mark.parametrize("unit", ["mm", "cm", "m", "in"])
def test_a_written_catalogue_reads_back_equal(unit: str) -> None:
    for catalogue in (read_catalogue(json.dumps(a_catalogue())), default_catalogue()):
        assert read_catalogue(write_catalogue(catalogue, unit)) == catalogue


def test_a_catalogue_in_yen_has_whole_prices() -> None:
    record = a_catalogue() | {"currency": "JPY"}
    for rows in ("boards", "bands", "hardware"):
        for index, row in enumerate(record[rows]):
            row["price"] = 100 + index
    assert read_catalogue(json.dumps(record)).boards[0].price == Money(Decimal(100), "JPY")


def test_the_shipped_data_files_are_in_canonical_form() -> None:
    data = resources.files("furnishing") / "data"
    assert (data / "catalogue.json").read_text(encoding="utf-8") == write_catalogue(default_catalogue())
    for name in style_names():
        text = (data / "styles" / f"{name}.json").read_text(encoding="utf-8")
        assert text == write_style(read_style(text))


def test_the_shipped_catalogue_is_broad_enough_to_work_with() -> None:
    catalogue = default_catalogue()
    assert check_catalogue(catalogue) == ()
    grains = {finish.code: finish.grain for finish in catalogue.finishes}
    assert (grains["white"], grains["oak"], grains["walnut"]) == (BoardGrain.NONE, BoardGrain.LENGTH, BoardGrain.LENGTH)
    for finish in catalogue.finishes:
        for thickness in (8, 16, 18, 19):
            assert catalogue.boards_of(catalogue.material_of(finish.code, mm(thickness)).code)
        assert {band.thickness for band in catalogue.bands if band.finish == finish.code} == {mm("0.8"), mm(1), mm(2)}
    assert len(catalogue.boards_of("white-18")) == 2


def test_references_are_judged_only_where_the_list_they_point_to_could_be_read() -> None:
    catalogue = read_catalogue(json.dumps(a_catalogue()))
    lost = dataclasses.replace(catalogue, finishes=())
    assert {fault.where for fault in check_catalogue(lost)} == {
        "materials[0].finish",
        "materials[1].finish",
        "bands[0].finish",
        "bands[1].finish",
    }
    assert check_catalogue(lost, sound=lambda path: path != "finishes") == ()
