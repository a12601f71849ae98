"""The drawing language itself: shrinking, wrapping, hatching, scales and dimension lines."""

from __future__ import annotations

import pytest

from furnishing.units import mm
from reports.dimensions import View, best_scale, dimension, scale_name
from reports.drawing import Anchor, Circle, Hatch, Line, Path, Polyline, Text, arc, moved
from reports.render.fonts import POINT
from reports.space import box_of
from reports.wrapping import fits, shortened, wrapped


def test_text_shrinks_into_its_width_but_never_below_5_5_points() -> None:
    wide = Text(0, 0, "a rather long piece of text", 20, max_width=60)
    assert wide.drawn_size < 20
    assert wide.width == pytest.approx(60)
    assert Text(0, 0, "x" * 400, 20, max_width=30).drawn_size == 5.5


def test_text_that_fits_keeps_its_size() -> None:
    assert Text(0, 0, "short", 11, max_width=60).drawn_size == 11


def test_wrapped_text_keeps_every_letter_and_no_line_is_too_wide() -> None:
    words = "Korpusseite links mit einem sehrlangenzusammengesetztenWortohneEnde und mehr"
    lines = wrapped(words, 9, 30)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert all(fits(line, 9, 30) for line in lines)


def test_shortened_text_says_so_with_an_ellipsis() -> None:
    short = shortened("a cabinet with a very long name", 9, 25)
    assert short.endswith("…")
    assert fits(short, 9, 25)
    assert shortened("fits", 9, 25) == "fits"


@pytest.mark.parametrize("angle", [0.0, 30.0, 45.0, 90.0, 135.0])
def test_hatch_lines_stay_inside_their_rectangle(angle: float) -> None:
    hatch = Hatch(10, 20, 30, 15, spacing=2, angle=angle)
    lines = hatch.lines()
    assert len(lines) >= 7
    for line in lines:
        for x, y in line:
            assert 10 - 1e-6 <= x <= 40 + 1e-6
            assert 20 - 1e-6 <= y <= 35 + 1e-6


def test_a_text_turned_by_90_degrees_covers_an_upright_box() -> None:
    left, bottom, right, top = box_of(Text(50, 50, "2070", 11, Anchor.MIDDLE, rotation=90))
    assert top - bottom == pytest.approx(Text(0, 0, "2070", 11).width)
    assert right - left == pytest.approx(11 * POINT)
    assert (left + right) / 2 < 50


def test_the_scale_is_the_largest_of_iso_5455_that_fits() -> None:
    assert best_scale(mm(3000), mm(2500), 250, 150) == 20
    assert best_scale(mm(100), mm(100), 250, 150) == 1
    assert best_scale(mm(90_000), mm(100), 250, 150) == 100
    assert scale_name(20) == "1:20"


def test_a_view_puts_micrometres_on_paper() -> None:
    assert View(scale=10, x=5, y=7).at(mm(100), mm(50)) == (15, 12)


def test_dimension_text_stands_above_a_level_line_and_reads_from_below() -> None:
    for start, end in (((0.0, 0.0), (50.0, 0.0)), ((50.0, 0.0), (0.0, 0.0))):
        (text,) = [item for item in dimension(start, end, mm(500)) if isinstance(item, Text)]
        assert (text.text, text.rotation) == ("500", 0)
        assert text.y > 0


def test_dimension_text_beside_an_upright_line_reads_from_the_right() -> None:
    for start, end in (((0.0, 0.0), (0.0, 50.0)), ((0.0, 50.0), (0.0, 0.0))):
        (text,) = [item for item in dimension(start, end, "500") if isinstance(item, Text)]
        assert text.rotation == 90
        assert text.x < 0


def test_dimension_text_wider_than_its_line_stands_beyond_the_end() -> None:
    (text,) = [item for item in dimension((0, 0), (3, 0), "1234.5") if isinstance(item, Text)]
    assert box_of(text)[0] > 3


def test_every_item_can_be_moved() -> None:
    items = (
        Line((0, 0), (1, 1)),
        Polyline(((0, 0), (1, 1))),
        Circle(0, 0, 1),
        Path((((0, 0), (1, 0), (1, 1)),)),
        Text(0, 0, "x"),
    )
    line, polyline, circle, path, text = moved(items, 5, 6)
    assert line == Line((5, 6), (6, 7))
    assert polyline == Polyline(((5, 6), (6, 7)))
    assert circle == Circle(5, 6, 1)
    assert path == Path((((5, 6), (6, 6), (6, 7)),))
    assert text == Text(5, 6, "x")


def test_an_arc_starts_and_ends_where_it_should() -> None:
    swing = arc((0, 0), 10, 0, 90)
    assert swing.points[0] == pytest.approx((10, 0))
    assert swing.points[-1] == pytest.approx((0, 10))


def test_chinese_fills_its_lines_and_no_line_begins_with_a_closing_sign() -> None:
    lines = wrapped("上行尺寸：开料尺寸。下行尺寸：封边后的成品尺寸，含边。", 10, 40)
    assert len(lines) == 3
    assert not any(line[0] in "：。，" for line in lines)


def test_a_size_stays_on_one_line_where_a_line_can_hold_it() -> None:
    assert wrapped("Chipboard screw 4 x 30 mm", 8, 27) == ("Chipboard screw", "4 x 30 mm")
    assert wrapped("White melamine chipboard 8 mm", 9, 44) == ("White melamine chipboard", "8 mm")
    assert wrapped("1789.8 × 396.3", 8, 14) == ("1789.8 ×", "396.3"), "rather than inside a number"
    assert wrapped("place 12 in row 3", 9, 14)[0] == "place 12"
    assert wrapped("37; 643.5 – 771.5 (4×32)", 8, 24) == ("37;", "643.5 – 771.5", "(4×32)"), "a row before its steps"


def test_a_number_with_a_hard_space_stays_on_one_line() -> None:
    assert wrapped("nombre 12\u00a0345", 10, 25) == ("nombre", "12\u00a0345")
