"""Hardware packs: what comes with the program, what a user adds, what is refused."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from furnishing.catalogue_file import default_catalogue
from furnishing.errors import InputError
from furnishing.hardware_file import article_codes, hardware_pack, named_pack, pack_names, read_pack
from furnishing.hardware_fit import drawer_air, drawer_fit
from furnishing.units import mm
from tests.furnishing.joinery_builders import a_making


def shipped(name: str) -> dict[str, Any]:
    text = resources.files("furnishing").joinpath("data", "hardware", f"{name}.json").read_text("utf-8")
    return dict(json.loads(text))


def faults_of(record: dict[str, Any]) -> list[str]:
    with pytest.raises(InputError) as error:
        read_pack(json.dumps(record), "mine.json")
    return [f"{fault.where}: {fault.message}" for fault in error.value.faults]


def test_three_packs_come_with_the_program() -> None:
    assert pack_names() == ("standard", "three-in-one", "undermount")
    assert [named_pack(name).name for name in pack_names()] == list(pack_names())


@pytest.mark.parametrize("name", pack_names())
def test_the_catalogue_prices_every_article_of_every_pack(name: str) -> None:
    priced = {article.code for article in default_catalogue().hardware}
    assert set(article_codes(named_pack(name))) <= priced


@pytest.mark.parametrize("name", pack_names())
def test_every_source_tag_of_a_pack_is_spelled_out(name: str) -> None:
    record = shipped(name)

    def tags(value: object) -> set[str]:
        if isinstance(value, list):
            return set().union(*map(tags, value))
        if not isinstance(value, dict):
            return set()
        own = {part.partition(":")[0].strip() for part in str(value.get("source", "")).split(";") if part}
        spoken = {tag.strip() for each in own for tag in each.replace(" after ", ",").replace(" and ", ",").split(",")}
        return spoken.union(*(tags(inner) for inner in value.values()))

    assert tags({key: value for key, value in record.items() if key != "sources"}) - {""} <= record["sources"].keys()


def test_a_pack_like_another_holds_only_what_differs() -> None:
    record = {"format": "furnish-hardware/1", "name": "mine", "title": "Mine", "like": "standard", "sources": {}}
    pins = shipped("standard")["pins"] | {"reach": 32, "source": "my workshop"}
    pack = read_pack(json.dumps(record | {"pins": pins}))
    assert pack.pins.reach == mm(32)
    assert pack.hinges == named_pack("standard").hinges


def test_a_pack_of_the_user_is_a_file(tmp_path: Path) -> None:
    record = {"format": "furnish-hardware/1", "name": "mine", "title": "Mine", "like": "undermount", "sources": {}}
    file = tmp_path / "mine.json"
    file.write_text(json.dumps(record), "utf-8")
    assert hardware_pack(a_making(hardware_pack=str(file))).runners.mount == "under"


def test_an_unknown_pack_is_refused_with_the_names_of_all() -> None:
    with pytest.raises(InputError, match="standard, three-in-one or undermount"):
        named_pack("gold")


def test_a_pack_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        named_pack(str(tmp_path / "none.json"))


def test_every_record_needs_a_source_and_every_number_its_field() -> None:
    record = shipped("standard")
    del record["pins"]["source"]
    del record["cam"]["reach"]
    record["hinges"]["arms"][1]["kode"] = "x"
    found = faults_of(record)
    assert len(found) == 3
    assert any(fault.startswith("pins.source: ") for fault in found)
    assert any(fault.startswith("cam.reach: ") for fault in found)
    assert any(fault.startswith("hinges.arms[1].kode: ") for fault in found)


def test_a_pack_like_no_other_is_refused() -> None:
    record = {"format": "furnish-hardware/1", "name": "mine", "title": "Mine", "like": "gold", "sources": {}}
    assert faults_of(record)[0].startswith("like: there is no hardware pack 'gold'")


@pytest.mark.parametrize(
    ("pack", "depth", "length", "gap", "board"),
    [
        ("standard", 524, 500, 13, 18),
        ("standard", 510, 500, 13, 18),
        ("standard", 509, 450, 13, 18),
        ("undermount", 524, 457, 5, 16),
        ("undermount", 557, 533, 5, 16),
    ],
)
def test_runners_decide_the_drawer_box(pack: str, depth: int, length: int, gap: int, board: int) -> None:
    """Undermount: 21 from the wall to the inside of a side of at most 16, so 5 outside of it."""
    fit = drawer_fit(a_making(hardware_pack=pack), mm(depth))
    assert (fit.length, fit.gap, fit.board) == (mm(length), mm(gap), mm(board))


def test_a_cabinet_too_shallow_for_runners_says_what_is_missing() -> None:
    with pytest.raises(InputError, match="shortest runner needs 260 mm; make the units 10 mm deeper"):
        drawer_fit(a_making(), mm(250))


def test_a_box_on_undermount_runners_is_25_lower_than_its_opening() -> None:
    assert sum(drawer_air(a_making(hardware_pack="undermount"))) == mm(25)


DOCS = Path(__file__).parents[2] / "docs"


def test_the_docs_name_every_section_and_every_pack() -> None:
    text = (DOCS / "hardware.md").read_text("utf-8")
    sections = [name for name, value in shipped("standard").items() if isinstance(value, dict) and name != "sources"]
    assert [name for name in (*sections, *pack_names()) if f"`{name}`" not in text] == []


def test_the_pack_in_the_docs_can_be_read() -> None:
    text = (DOCS / "hardware.md").read_text("utf-8")
    lines = [line[4:] for line in text.splitlines() if line.startswith("    ")]
    pack = read_pack("\n".join(lines))
    assert (pack.pins.reach, pack.cam) == (mm(96), named_pack("standard").cam)


def test_the_docs_name_every_code_of_clashes_and_of_the_judge() -> None:
    text = (DOCS / "machining.md").read_text("utf-8")
    folder = DOCS.parent / "furnishing"
    for file in (folder / "joinery" / "clashes.py", folder / "joinery_check.py"):
        source = file.read_text("utf-8")
        codes = set(re.findall(r'_issue\(\s*"([a-z-]+)"', source))
        assert codes
        assert [code for code in sorted(codes) if f"`{code}`" not in text] == []
