"""Drawings as a PDF: embedded fonts, the same bytes for the same drawings."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Final

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from reports.drawing import Anchor, Circle, Drawing, Hatch, Item, Line, Path, Point, Polyline, Rectangle, Stroke, Text
from reports.render import fonts

rl_config.useA85 = 0  # Streams as they are: a fifth smaller, and nobody sends these files through seven-bit mail.

BOLDER: Final = 0.025
"""The line around a bold Chinese sign, as a part of the size of the text."""


def pdf(drawings: Sequence[Drawing], *, title: str, author: str = "Furnish") -> bytes:
    """One page of PDF per drawing, in its own size; ValueError where there is no drawing."""
    if not drawings:
        raise ValueError("a PDF needs at least one drawing")
    buffer = io.BytesIO()
    fonts.font(fonts.REGULAR)
    # Else every page would name Helvetica, which is not embedded.
    canvas = Canvas(
        buffer,
        invariant=1,
        pageCompression=1,
        initialFontName=fonts.REGULAR,  # type: ignore[arg-type]  # the stubs take a name for a number
    )
    canvas.setTitle(fonts.printable(title))
    canvas.setAuthor(fonts.printable(author))
    canvas.setCreator("Furnish")
    for drawing in drawings:
        canvas.setPageSize((drawing.width * mm, drawing.height * mm))
        for item in drawing.items:
            _draw(canvas, item)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw(canvas: Canvas, item: Item) -> None:
    match item:
        case Text():
            _text(canvas, item)
        case Line():
            _shape(canvas, [(item.start, item.end)], item.stroke, None, closed=False)
        case Polyline():
            _shape(canvas, [item.points], item.stroke, item.fill, closed=item.closed)
        case Path():
            _shape(canvas, item.rings, None, item.fill, closed=True)
        case Hatch():
            _shape(canvas, item.lines(), item.stroke, None, closed=False)
        case Rectangle():
            paints = _paint(canvas, item.stroke, item.fill)
            canvas.rect(item.x * mm, item.y * mm, item.width * mm, item.height * mm, stroke=paints[0], fill=paints[1])
        case Circle():
            paints = _paint(canvas, item.stroke, item.fill)
            canvas.circle(item.x * mm, item.y * mm, item.radius * mm, stroke=paints[0], fill=paints[1])


def _paint(canvas: Canvas, stroke: Stroke | None, fill: str | None) -> tuple[int, int]:
    """Set the line and the colours; which of the two are to be painted, as ReportLab wants it."""
    if stroke is not None:
        canvas.setStrokeColor(HexColor(stroke.colour))
        canvas.setLineWidth(stroke.width * mm)
        canvas.setDash([length * mm for length in stroke.dash])
    if fill is not None:
        canvas.setFillColor(HexColor(fill))
    return (int(stroke is not None), int(fill is not None))


def _shape(
    canvas: Canvas, rings: Iterable[Sequence[Point]], stroke: Stroke | None, fill: str | None, *, closed: bool
) -> None:
    paints = _paint(canvas, stroke, fill)
    path = canvas.beginPath()
    for ring in rings:
        for number, (x, y) in enumerate(ring):
            (path.lineTo if number else path.moveTo)(x * mm, y * mm)
        if closed:
            path.close()
    canvas.drawPath(path, stroke=paints[0], fill=paints[1], fillMode=0)


def _text(canvas: Canvas, item: Text) -> None:
    size = item.drawn_size
    before = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[item.anchor] * item.width
    runs = fonts.runs(item.text, bold=item.bold)
    # The Chinese font has no bold: its signs are drawn with a line around them.
    thick = item.bold and any(name == fonts.CHINESE for name, _ in runs)
    if not item.rotation and not thick:
        # Most texts are level: they change nothing of the page that would have to be put back.
        _write(canvas, item, runs, (item.x - before, item.y), size)
        return
    canvas.saveState()
    canvas.translate(item.x * mm, item.y * mm)
    if item.rotation:
        canvas.rotate(item.rotation)
    _write(canvas, item, runs, (-before, 0.0), size)
    canvas.restoreState()


def _write(canvas: Canvas, item: Text, runs: Iterable[tuple[str, str]], at: Point, size: float) -> None:
    """The runs of one text from a point on, each in its own font."""
    written = canvas.beginText(at[0] * mm, at[1] * mm)
    written.setFillColor(HexColor(item.colour))
    for name, part in runs:
        fonts.font(name)
        written.setFont(name, size)
        thick = item.bold and name == fonts.CHINESE
        if thick:
            canvas.setLineWidth(size * BOLDER)
            canvas.setDash([])
            written.setStrokeColor(HexColor(item.colour))
            written.setTextRenderMode(2)
        written.textOut(part)
        if thick:
            written.setTextRenderMode(0)
    canvas.drawText(written)
