"""A new kind is one file copied from the template, as docs/new_cabinet_kind.md says."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from furnishing.cabinets import kinds as cabinets
from furnishing.cabinets.kind import Kind
from furnishing.cabinets.registry import kind_of, kinds
from furnishing.construction import default_construction
from furnishing.design import design
from furnishing.rebuild import rebuild
from furnishing.style import Wish
from furnishing.units import mm
from tests.furnishing.builders import a_catalogue, a_room, a_style, made, size_of

TEMPLATE = Path(cabinets.__file__).parent / "_template.py"


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kind]:
    """The template copied to `bench.py` in a folder that the package searches as well."""
    source = TEMPLATE.read_text(encoding="utf-8").replace('code="open-box"', 'code="bench"')
    (tmp_path / "bench.py").write_text(source, encoding="utf-8")
    monkeypatch.setattr(cabinets, "__path__", [*cabinets.__path__, str(tmp_path)])
    kinds.cache_clear()
    yield kind_of("bench")
    sys.modules.pop("furnishing.cabinets.kinds.bench", None)
    monkeypatch.undo()
    kinds.cache_clear()


@pytest.mark.parametrize("width", ["least", "most"])
def test_a_copy_of_the_template_keeps_the_contract(bench: Kind, width: str) -> None:
    style = a_style()
    for shelves in (0, 1, 2):
        cabinet = made(bench, size_of(bench, getattr(bench.width, width), style), style, shelves=shelves)
        assert rebuild(cabinet, a_catalogue(), default_construction()) == ()


def test_a_style_can_wish_for_it_at_once(bench: Kind) -> None:
    found = design(a_room(), a_style(wishes=(Wish(kind="bench", width=mm(500)),)), a_catalogue())
    assert [cabinet.kind for cabinet in found.cabinets] == [bench.code]


def test_two_kinds_of_one_code_are_refused(bench: Kind, tmp_path: Path) -> None:
    (tmp_path / "desk.py").write_text((tmp_path / "bench.py").read_text(encoding="utf-8"), encoding="utf-8")
    kinds.cache_clear()
    with pytest.raises(RuntimeError, match=f"called '{bench.code}'"):
        kinds()
    sys.modules.pop("furnishing.cabinets.kinds.desk", None)
    (tmp_path / "desk.py").unlink()
