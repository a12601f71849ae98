"""One contract for every cabinet kind, and goldens that show what each makes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from furnishing.cabinets.kind import Choice, Kind, Size, Zone
from furnishing.cabinets.registry import kind_of, kinds
from furnishing.catalogue import Catalogue
from furnishing.construction import Construction, default_construction
from furnishing.grain import Grain
from furnishing.joinery.clashes import clashes
from furnishing.joinery_check import unmatched
from furnishing.parts import Part
from furnishing.rebuild import rebuild
from furnishing.style import Style
from furnishing.units import mm
from tests.furnishing.builders import (
    a_cabinet,
    a_catalogue,
    a_style,
    made,
    parts_table,
    size_of,
    some_construction,
    styles,
)

GOLDEN = Path(__file__).parent.parent / "golden" / "furnishing"
EVERY_KIND = pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)


def keep_the_contract(kind: Kind, size: Size, style: Style, rules: Construction, **choices: Choice) -> None:
    """What every cabinet of every kind must be."""
    cabinet = made(kind, size, style, rules, **choices)
    catalogue = a_catalogue()
    assert rebuild(cabinet, catalogue, rules) == ()
    assert unmatched(cabinet) == ()
    assert clashes(cabinet) == ()
    assert (cabinet.kind, cabinet.width, cabinet.height) == (kind.code, size.width, size.height)
    assert cabinet.depth <= size.depth
    assert cabinet.parts
    for item in cabinet.hardware:
        assert item.quantity > 0
        assert catalogue.article(item.code).unit == ("metre" if item.length else "piece")
    for part in cabinet.parts:
        assert part.cut_length + part.cut_width == part.length + part.width - bands_of(part, catalogue) + part.scribe
    assert made(kind, size, style, rules, **choices) == cabinet


def bands_of(part: Part, catalogue: Catalogue) -> int:
    """The thickness of all bands on a part."""
    return sum(catalogue.band(code).thickness for code in part.edges.codes if code)


def a_size_within(kind: Kind, height: int, depth: int, width: int) -> Size:
    return Size(
        width=width,
        height=min(max(height, kind.height.least), kind.height.most),
        depth=min(max(depth, kind.depth.least), kind.depth.most),
    )


def test_the_registry_finds_the_kinds_and_leaves_the_template_out() -> None:
    assert {"base-doors", "base-drawers", "tall-wardrobe", "filler"} <= {kind.code for kind in kinds()}
    assert "open-box" not in {kind.code for kind in kinds()}


def test_an_unknown_kind_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        kind_of("throne")


@EVERY_KIND
@pytest.mark.parametrize("which", ["smallest", "default", "largest"])
def test_every_kind_rebuilds_at_its_ends_and_in_the_middle(kind: Kind, which: str) -> None:
    style = a_style()
    normal = size_of(kind, kind.widths[len(kind.widths) // 2], style)
    sizes = {
        "smallest": a_size_within(kind, 720_000, 300_000, kind.width.least),
        "default": normal,
        "largest": a_size_within(kind, kind.height.most, kind.depth.most, kind.width.most),
    }
    keep_the_contract(kind, sizes[which], style, default_construction())


@EVERY_KIND
def test_every_parameter_works_at_its_least_and_most(kind: Kind) -> None:
    style = a_style(base_height=mm(1000))
    size = size_of(kind, kind.widths[-1], style)
    for parameter in kind.parameters:
        assert parameter.help
        assert parameter.fault(parameter.default) is None
        words = parameter.options or (parameter.default,)
        for value in words if parameter.unit == "word" else (parameter.least, parameter.most):
            keep_the_contract(kind, size, style, default_construction(), **{parameter.name: value})


@EVERY_KIND
def test_a_choice_out_of_range_or_unknown_is_refused(kind: Kind) -> None:
    size = size_of(kind, kind.widths[0], a_style())
    with pytest.raises(ValueError, match="no parameter 'colour'"):
        made(kind, size, a_style(), colour=1)
    for parameter in kind.parameters:
        wrong, why = (1, "needs a word") if parameter.unit == "word" else (parameter.most + 1, "must lie within")
        with pytest.raises(ValueError, match=why):
            made(kind, size, a_style(), **{parameter.name: wrong})


@EVERY_KIND
def test_standard_widths_rise_and_lie_within_the_range(kind: Kind) -> None:
    assert list(kind.widths) == sorted(set(kind.widths))
    assert all(kind.width.holds(width) for width in kind.widths)


@settings(max_examples=60, deadline=None)
@given(
    data=st.data(),
    style=styles(),
    top=st.sampled_from(("stretchers", "full")),
    joint=st.sampled_from(("confirmat", "cam")),
)
def test_cabinets_of_all_sizes_rebuild_exactly(data: st.DataObject, style: Style, top: str, joint: str) -> None:
    kind = data.draw(st.sampled_from(kinds()))
    width = data.draw(st.integers(kind.width.least // 100, kind.width.most // 100)) * 100
    keep_the_contract(kind, size_of(kind, width, style), style, some_construction(base_top=top, joint=joint))


@EVERY_KIND
@pytest.mark.parametrize("back", ["grooved", "applied", "rebated", "inset"])
@pytest.mark.parametrize("bottom", ["between", "under", "kick"])
@pytest.mark.parametrize("top", ["between", "over", "valance"])
def test_every_kind_rebuilds_in_every_topology(kind: Kind, top: str, bottom: str, back: str) -> None:
    rules = some_construction(top_joint=top, bottom_joint=bottom, back=back)
    style = a_style(back_thickness=mm(18)) if back == "inset" else a_style()
    keep_the_contract(kind, size_of(kind, kind.widths[0], style), style, rules)


@EVERY_KIND
def test_each_kind_makes_what_its_golden_shows(kind: Kind) -> None:
    made_now = parts_table(a_cabinet(kind.code, width=kind.widths[len(kind.widths) // 2]))
    golden = GOLDEN / f"{kind.code}.txt"
    if os.environ.get("UPDATE_GOLDENS") == "1":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(made_now, encoding="utf-8")
    assert made_now == golden.read_text(encoding="utf-8")


def test_grain_is_free_where_the_finish_has_none_and_upright_on_fronts() -> None:
    cabinet = a_cabinet("base-drawers", width=mm(600))
    grains = {part.role: part.grain for part in cabinet.parts}
    assert grains["side"] is Grain.FREE
    assert grains["drawer-front"] is Grain.WIDTH
    assert {part.grain for part in a_cabinet("base-doors", width=mm(600)).parts if part.role == "door"} == {
        Grain.LENGTH
    }


def test_a_wide_unit_has_two_doors_a_partition_and_shelves_in_both_bays() -> None:
    roles = [part.role for part in a_cabinet("base-doors", width=mm(1000)).parts]
    assert (roles.count("door"), roles.count("partition"), roles.count("shelf")) == (2, 1, 2)


def test_without_a_plinth_there_are_no_legs() -> None:
    cabinet = a_cabinet("base-doors", width=mm(600), style=a_style(plinth_height=0))
    assert "plinth" not in {part.role for part in cabinet.parts}
    assert "leg-100" not in {item.code for item in cabinet.hardware}


def test_tall_units_only_are_anchored_to_the_wall() -> None:
    anchored = {kind.zone for kind in kinds() if "wall-anchor" in _articles(kind)}
    assert anchored == {Zone.TALL}


def _articles(kind: Kind) -> set[str]:
    return {item.code for item in a_cabinet(kind.code, width=kind.widths[0]).hardware}
