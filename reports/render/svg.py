"""A drawing as a self-contained SVG for a page under a strict content policy.

Presentation attributes only: no script, no style element or attribute, no link, nothing to load. Text is
drawn in the reader's system font, squeezed to the width it has in the embedded one, so that nothing runs over.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from reports.drawing import Circle, Drawing, Hatch, Item, Line, Path, Point, Polyline, Rectangle, Stroke, Text
from reports.render import fonts

FAMILY = (
    "DejaVu Sans, Verdana, system-ui, Segoe UI, Noto Sans, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"
)


def svg(drawing: Drawing) -> str:
    """The drawing as one `<svg>` element, in millimetres."""
    width, height = _number(drawing.width), _number(drawing.height)
    title = f"<title>{escape(fonts.printable(drawing.title))}</title>" if drawing.title else ""
    body = "\n".join(_element(item, drawing.height) for item in drawing.items)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm"'
        f' viewBox="0 0 {width} {height}" role="img" font-family="{FAMILY}">{title}\n{body}\n</svg>\n'
    )


def _number(value: float) -> str:
    """A number with at most three decimals, without trailing zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _attributes(**values: str) -> str:
    return "".join(f" {name.replace('_', '-')}={quoteattr(value)}" for name, value in values.items())


def _paint(stroke: Stroke | None, fill: str | None) -> str:
    values = {"fill": fill or "none"}
    if stroke is not None:
        values |= {"stroke": stroke.colour, "stroke_width": _number(stroke.width)}
        if stroke.dash:
            values["stroke_dasharray"] = " ".join(_number(length) for length in stroke.dash)
    return _attributes(**values)


def _data(rings: Iterable[Sequence[Point]], height: float, *, closed: bool) -> str:
    """Path data; y is turned over, as SVG counts it downwards."""
    return "".join(
        "M" + "L".join(f"{_number(x)} {_number(height - y)}" for x, y in ring) + ("Z" if closed else "")
        for ring in rings
    )


def _element(item: Item, height: float) -> str:
    match item:
        case Text():
            return _text(item, height)
        case Line():
            return f'<path d="{_data([(item.start, item.end)], height, closed=False)}"{_paint(item.stroke, None)}/>'
        case Polyline():
            data = _data([item.points], height, closed=item.closed)
            return f'<path d="{data}"{_paint(item.stroke, item.fill)}/>'
        case Path():
            return f'<path d="{_data(item.rings, height, closed=True)}"{_paint(None, item.fill)} fill-rule="evenodd"/>'
        case Hatch():
            return f'<path d="{_data(item.lines(), height, closed=False)}"{_paint(item.stroke, None)}/>'
        case Rectangle():
            place = _attributes(
                x=_number(item.x),
                y=_number(height - item.y - item.height),
                width=_number(item.width),
                height=_number(item.height),
            )
            return f"<rect{place}{_paint(item.stroke, item.fill)}/>"
        case Circle():
            place = _attributes(cx=_number(item.x), cy=_number(height - item.y), r=_number(item.radius))
            return f"<circle{place}{_paint(item.stroke, item.fill)}/>"


def _text(item: Text, height: float) -> str:
    x, y = _number(item.x), _number(height - item.y)
    values = {
        "x": x,
        "y": y,
        "font_size": _number(item.drawn_size * fonts.POINT),
        "text_anchor": item.anchor.value,
        "fill": item.colour,
    }
    if item.bold:
        values["font_weight"] = "bold"
    if item.rotation:
        values["transform"] = f"rotate({_number(-item.rotation)} {x} {y})"
    if item.width > 0:
        values |= {"textLength": _number(item.width), "lengthAdjust": "spacingAndGlyphs"}
    return f"<text{_attributes(**values)}>{escape(fonts.printable(item.text))}</text>"
