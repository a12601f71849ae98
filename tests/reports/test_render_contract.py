"""One contract for both back ends: the same drawing, all of it there, text unharmed, the same bytes again."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from xml.etree import ElementTree

import pypdfium2
import pytest

from reports.drawing import (
    CHAIN,
    DOTTED,
    Anchor,
    Circle,
    Drawing,
    Hatch,
    Line,
    Path,
    Polyline,
    Rectangle,
    Text,
)
from reports.render.pdf import pdf
from reports.render.svg import svg
from reports.space import box_of
from tests.reports.page_checks import ink, page_image, page_text

WORDS = {
    "Latin": "Schränke für Łódź",
    "Cyrillic": "Шкаф и полка",
    "Greek": "Ντουλάπι κουζίνας",
    "Chinese": "橱柜侧板",
    "mixed": "K01 侧板 Ω Ж 720 × 559",
    "hostile": '<img src="x"/> & <b>"\'</b>',
}


def a_drawing() -> Drawing:
    """One of every item, each in its own region, and a line of text in each script."""
    ring = ((110.0, 60.0), (130.0, 60.0), (130.0, 80.0), (110.0, 80.0))
    hole = ((115.0, 65.0), (125.0, 65.0), (125.0, 75.0), (115.0, 75.0))
    texts = (Text(10, 140 - 8 * n, words, 12, bold=n % 2 == 1) for n, words in enumerate(WORDS.values()))
    return Drawing(
        width=160,
        height=150,
        items=(
            *texts,
            Line((10, 70), (40, 70)),
            Line((10, 75), (40, 75), CHAIN),
            Polyline(((50, 60), (60, 80), (70, 60)), closed=True, fill="#444444"),
            Rectangle(75, 60, 10, 20, DOTTED, "#222222"),
            Circle(97, 70, 8),
            Path((ring, hole)),
            Hatch(10, 20, 40, 30, 2, 45),
            Text(100, 20, "upright", 12, Anchor.MIDDLE, rotation=90),
        ),
        title="Contract",
    )


REGIONS = {
    "line": (10, 69, 40, 71),
    "chain line": (10, 74, 40, 76),
    "polygon": (55, 62, 65, 70),
    "rectangle": (76, 61, 84, 79),
    "circle": (88, 61, 106, 79),
    "path": (110, 60, 130, 80),
}


def as_pdf(drawing: Drawing) -> bytes:
    return pdf([drawing], title="Contract")


def as_svg(drawing: Drawing) -> bytes:
    return svg(drawing).encode()


BACK_ENDS = pytest.mark.parametrize("render", [as_pdf, as_svg])
Render = Callable[[Drawing], bytes]


def words_of(data: bytes) -> str:
    """The text of either back end."""
    if data.startswith(b"%PDF"):
        return page_text(data)
    root = ElementTree.fromstring(data.decode())
    return "\n".join(element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text"))


@BACK_ENDS
def test_the_same_drawing_gives_the_same_bytes(render: Render) -> None:
    assert render(a_drawing()) == render(a_drawing())


@BACK_ENDS
def test_every_text_can_be_read_back_unharmed(render: Render) -> None:
    words = words_of(render(a_drawing()))
    for expected in (*WORDS.values(), "upright"):
        assert expected in words


@BACK_ENDS
def test_control_signs_and_line_breaks_do_no_harm(render: Render) -> None:
    drawing = Drawing(width=100, height=20, items=(Text(5, 5, "a\x00b\nc\ud800d\x1b[0m", 9),))
    assert "a\ufffdb c\ufffdd\ufffd[0m" in words_of(render(drawing)).replace("\r\n", " ")


@BACK_ENDS
def test_an_empty_drawing_is_an_empty_page(render: Render) -> None:
    assert render(Drawing(width=50, height=50, items=()))


def test_every_item_leaves_ink_in_its_region() -> None:
    drawing = a_drawing()
    image = page_image(as_pdf(drawing))
    for name, region in REGIONS.items():
        assert ink(image, drawing, region) > 0.02, name
    assert ink(image, drawing, (116, 66, 124, 74)) == 0, "the hole of a path stays white"
    assert ink(image, drawing, (135, 100, 155, 145)) == 0, "nothing where nothing was drawn"


@pytest.mark.parametrize("script", WORDS)
def test_glyphs_of_every_script_are_really_inked(script: str) -> None:
    """Compared with the page without the text, and sign by sign, as a missing font leaves white or empty boxes."""
    for number, sign in enumerate(WORDS[script]):
        if sign.isspace():
            continue
        text = Text(5, 5, sign, 24, bold=bool(number % 2))
        drawing = Drawing(width=30, height=20, items=(text,))
        assert ink(page_image(as_pdf(drawing), dpi=100), drawing, box_of(text)) > 0.01, sign


def test_different_chinese_signs_look_different() -> None:
    pictures = {
        page_image(as_pdf(Drawing(width=20, height=20, items=(Text(5, 5, sign, 24),))), dpi=100).tobytes()
        for sign in "橱柜侧板抽屉"
    }
    assert len(pictures) == 6


def test_all_fonts_are_embedded_and_the_page_has_its_size() -> None:
    data = as_pdf(a_drawing())
    assert data.count(b"/FontFile2") == len(re.findall(rb"/Type /Font\b(?!D)", data)) == 3
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    assert document[0].get_size() == pytest.approx((160 / 25.4 * 72, 150 / 25.4 * 72), abs=0.01)
    assert document.get_metadata_dict()["Title"] == "Contract"
    document.close()


def test_a_pdf_needs_a_page() -> None:
    with pytest.raises(ValueError, match="at least one"):
        pdf([], title="nothing")


def test_the_svg_holds_nothing_that_a_strict_content_policy_refuses() -> None:
    root = ElementTree.fromstring(svg(a_drawing()))
    allowed = {"svg", "title", "path", "rect", "circle", "text"}
    for element in root.iter():
        assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in allowed
        for name in element.attrib:
            assert name != "style"
            assert "href" not in name
            assert not name.startswith("on")


def test_the_svg_turns_y_over_and_keeps_millimetres() -> None:
    root = ElementTree.fromstring(svg(Drawing(width=100, height=50, items=(Rectangle(10, 5, 20, 10),))))
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("100mm", "50mm", "0 0 100 50")
    rect = root.find("{http://www.w3.org/2000/svg}rect")
    assert rect is not None
    assert [rect.get(name) for name in ("x", "y", "width", "height")] == ["10", "35", "20", "10"]
