"""Who a project is for and on what terms: from the room file, the command line and the form onto the papers."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

import sample_rooms
from furnishing.catalogue_file import default_catalogue
from furnishing.errors import InputError
from furnishing.json_text import parse_json, to_json
from furnishing.order import Order
from furnishing.room_file import read_room, write_room
from tests.reports.page_checks import page_text
from tests.web.builders import ROOM, saved
from web.cli import main
from web.forms.room_form import from_file, room_form, to_file

ORDER = {
    "customer": "Sanne de Boer",
    "address": "Oude Delft 12; 2611 CC Delft",
    "country": "NL",
    "number": "P-17",
    "date": "2026-03-01",
}
CALM = ("--iterations", "1")


def test_a_room_file_carries_its_order() -> None:
    file = read_room(json.dumps({**ROOM, "order": {**ORDER, "delivery_km": 12.5, "fitting": True}}))
    assert file.order.address == ("Oude Delft 12", "2611 CC Delft")
    assert (file.order.delivery_km, file.order.fitting) == (Decimal("12.5"), True)
    assert read_room(write_room(file)) == file


def test_all_faults_of_an_order_are_told_at_once() -> None:
    order = {"country": "XX", "date": "1.3.2026", "delivery_km": -1, "phone": "12"}
    with pytest.raises(InputError) as caught:
        read_room(json.dumps({**ROOM, "order": order}))
    assert {fault.where for fault in caught.value.faults} == {f"order.{name}" for name in order}


def test_the_papers_name_the_customer_the_project_and_the_country(tmp_path: Path) -> None:
    room, out = saved(tmp_path, "room.json", {**ROOM, "order": ORDER}), tmp_path / "out"
    assert main(["make", room, "--out", str(out), *CALM]) == 0
    words = page_text((out / "01-quote.pdf").read_bytes())
    assert all(
        each in words for each in ("Sanne de Boer", "2611 CC Delft", "Netherlands", "P-17", "2026-03-01", "21 %")
    )
    listed = page_text((out / "03-cut-list.pdf").read_bytes())
    assert "P-17" in listed
    assert "Sanne de Boer" in listed


def test_the_command_line_goes_before_the_file_and_is_kept_in_the_set(tmp_path: Path) -> None:
    room, out = saved(tmp_path, "room.json", {**ROOM, "order": ORDER}), tmp_path / "set.zip"
    asked = ("--customer", "A. Jansen", "--country", "fi", "--delivery-km", "8", "--fitting", "--discount", "10")
    assert main(["make", room, "--out", str(out), *asked, *CALM]) == 0
    with zipfile.ZipFile(out) as bundle:
        assert bundle.namelist() == sorted(bundle.namelist())
        kept = read_room(bundle.read("room.json"))
        words = page_text(bundle.read("01-quote.pdf"))
    assert kept.order == replace(
        read_room(Path(room).read_text()).order,
        customer="A. Jansen",
        country="FI",
        delivery_km=Decimal(8),
        fitting=True,
    )
    assert "Discount 10 %" in words
    assert "25.5 %" in words


@pytest.mark.parametrize("asked", [("--country", "XX"), ("--discount", "101"), ("--vat-rule", "holiday")])
def test_terms_that_cannot_be_are_refused(
    asked: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    room = saved(tmp_path, "room.json", ROOM)
    assert main(["make", room, "--out", str(tmp_path / "out"), *asked, *CALM]) == 2
    assert asked[1] in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_an_order_comes_back_through_the_form() -> None:
    file = replace(
        read_room(sample_rooms.text("hallway")), order=Order(customer="王小明", country="CN", delivery_km=Decimal(3))
    )
    form = room_form(default_catalogue(), {"base-doors": "Base unit"}, len(file.room.walls))
    values = from_file(form, parse_json(write_room(file)))
    assert read_room(to_json(to_file(values))).order == file.order
