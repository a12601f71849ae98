"""What must hold for every page: text on the paper, none over another, ink where it should be."""

from __future__ import annotations

from itertools import takewhile
from typing import Any

import pypdfium2
from shapely import Polygon

from reports.drawing import Drawing, Text
from reports.space import Box, box_of

TOUCH = 0.15
"""Millimetres by which two text boxes may overlap: less than the air inside each box."""


def texts_off_the_page(drawing: Drawing) -> list[str]:
    """Texts whose box leaves the page."""
    page = (0.0, 0.0, drawing.width, drawing.height)
    return [text.text for text in drawing.texts if not _within(box_of(text), page)]


def texts_over_texts(drawing: Drawing) -> list[tuple[str, str]]:
    """Pairs of texts whose boxes overlap."""
    boxes = sorted(((box_of(text), text) for text in drawing.texts if text.text.strip()), key=lambda each: each[0])
    found = []
    for number, (box, text) in enumerate(boxes):
        # From left to right: nothing that begins behind the right edge can lie over it.
        near = takewhile(lambda each, right=box[2]: each[0][0] < right, boxes[number + 1 :])
        over = (other for beside, other in near if _over(box, beside) and _slanting_over(text, other))
        found += [(text.text, other.text) for other in over]
    return found


def _slanting_over(one: Text, other: Text) -> bool:
    """Of texts beside a slanting wall the upright boxes say too much: their own corners count."""
    if not (one.rotation % 90 or other.rotation % 90):
        return True
    return Polygon(one.corners()).intersection(Polygon(other.corners())).area > TOUCH**2


def assert_texts_are_readable(drawing: Drawing, *, smallest: float = 5.5) -> None:
    """No text leaves the page, lies over another, or is smaller than `smallest` points."""
    assert texts_off_the_page(drawing) == []
    assert texts_over_texts(drawing) == []
    assert [text.text for text in drawing.texts if text.drawn_size < smallest - 1e-6] == []


def page_image(data: bytes, number: int = 0, *, dpi: float = 203.0) -> Any:
    """A page of a PDF as a grey picture."""
    document = pypdfium2.PdfDocument(data)
    try:
        return document[number].render(scale=dpi / 72).to_pil().convert("L")
    finally:
        document.close()


def page_text(data: bytes, number: int = 0) -> str:
    """The text that a reader can copy from a page of a PDF."""
    document = pypdfium2.PdfDocument(data)
    try:
        textpage = document[number].get_textpage()
        words = str(textpage.get_text_range())
        textpage.close()
        return words
    finally:
        document.close()


def ink(image: Any, drawing: Drawing, box: Box) -> float:
    """The share of dark pixels of a page picture inside a box in millimetres."""
    x_scale, y_scale = image.width / drawing.width, image.height / drawing.height
    left, bottom, right, top = box
    cut = image.crop(
        (
            round(left * x_scale),
            round((drawing.height - top) * y_scale),
            round(right * x_scale),
            round((drawing.height - bottom) * y_scale),
        )
    )
    return sum(cut.histogram()[:128]) / max(1, cut.width * cut.height)


def text_named(drawing: Drawing, words: str) -> Text:
    """The one text of a drawing with these words."""
    (found,) = [text for text in drawing.texts if text.text == words]
    return found


def _within(box: Box, page: Box) -> bool:
    return box[0] >= page[0] and box[1] >= page[1] and box[2] <= page[2] and box[3] <= page[3]


def _over(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    upright = min(one[3], other[3]) - max(one[1], other[1])
    return across > TOUCH and upright > TOUCH
