"""Drawings as a PDF: embedded fonts, the same bytes for the same drawings."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from reports.drawing import BEFORE, Circle, Drawing, Hatch, Item, Line, Path, Point, Polyline, Rectangle, Stroke, Text
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
        pen = _Pen(canvas)
        for item in drawing.items:
            pen.draw(item)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@cache
def _colour(colour: str) -> Color:
    return HexColor(colour)


@dataclass(slots=True)
class _Pen:
    """Draws on one page, and says again only what changes: most lines have the stroke of the line before."""

    canvas: Canvas
    stroke: Stroke | None = None
    fill: str | None = None

    def draw(self, item: Item) -> None:
        """One item, over all that is there."""
        match item:
            case Text():
                self._text(item)
            case Line():
                self._shape([(item.start, item.end)], item.stroke, None, closed=False)
            case Polyline():
                self._shape([item.points], item.stroke, item.fill, closed=item.closed)
            case Path():
                self._shape(item.rings, None, item.fill, closed=True)
            case Hatch():
                self._shape(item.lines(), item.stroke, None, closed=False)
            case Rectangle():
                paints = self._paint(item.stroke, item.fill)
                where = (item.x * mm, item.y * mm, item.width * mm, item.height * mm)
                self.canvas.rect(*where, stroke=paints[0], fill=paints[1])
            case Circle():
                paints = self._paint(item.stroke, item.fill)
                centre = (item.x * mm, item.y * mm)
                self.canvas.circle(*centre, item.radius * mm, stroke=paints[0], fill=paints[1])

    def _paint(self, stroke: Stroke | None, fill: str | None) -> tuple[int, int]:
        """Set the line and the colours; which of the two are to be painted, as ReportLab wants it."""
        if stroke is not None and stroke != self.stroke:
            self.canvas.setStrokeColor(_colour(stroke.colour))
            self.canvas.setLineWidth(stroke.width * mm)
            self.canvas.setDash([length * mm for length in stroke.dash])
            self.stroke = stroke
        if fill is not None and fill != self.fill:
            self.canvas.setFillColor(_colour(fill))
            self.fill = fill
        return (int(stroke is not None), int(fill is not None))

    def _shape(
        self, rings: Iterable[Sequence[Point]], stroke: Stroke | None, fill: str | None, *, closed: bool
    ) -> None:
        paints = self._paint(stroke, fill)
        path = _OnPaper()
        for ring in rings:
            path.ring(ring, closed=closed)
        if not path.getCode():
            return
        self.canvas.drawPath(path, stroke=paints[0], fill=paints[1], fillMode=0)

    def _text(self, item: Text) -> None:
        size = item.drawn_size
        before = BEFORE[item.anchor] * item.width
        runs = fonts.runs(item.text, bold=item.bold)
        # The Chinese font has no bold: its signs are drawn with a line around them.
        thick = item.bold and any(name == fonts.CHINESE for name, _ in runs)
        if not item.rotation and not thick:
            # Most texts are level: they change nothing of the page that would have to be put back.
            self._write(item, runs, (item.x - before, item.y), size)
            self.fill = item.colour
            return
        self.canvas.saveState()
        self.canvas.translate(item.x * mm, item.y * mm)
        if item.rotation:
            self.canvas.rotate(item.rotation)
        self._write(item, runs, (-before, 0.0), size)
        self.canvas.restoreState()

    def _write(self, item: Text, runs: Iterable[tuple[str, str]], at: Point, size: float) -> None:
        """The runs of one text from a point on, each in its own font."""
        written = self.canvas.beginText(at[0] * mm, at[1] * mm)
        if item.colour != self.fill:
            written.setFillColor(_colour(item.colour))
        for name, part in runs:
            fonts.font(name)
            written.setFont(name, size)
            thick = item.bold and name == fonts.CHINESE
            if thick:
                self.canvas.setLineWidth(size * BOLDER)
                self.canvas.setDash([])
                written.setStrokeColor(_colour(item.colour))
                written.setTextRenderMode(2)
            written.textOut(part)
            if thick:
                written.setTextRenderMode(0)
        self.canvas.drawText(written)


class _OnPaper(PDFPathObject):
    """A path whose corners are written to a thousandth of a point; ReportLab takes a logarithm for each number.

    A QR code has two thousand corners, and a batch a thousand codes.
    """

    _code: list[str]

    def ring(self, points: Sequence[Point], *, closed: bool) -> None:
        """A line through points in millimetres."""
        self._code += [f"{x * mm:.3f} {y * mm:.3f} {'l' if number else 'm'}" for number, (x, y) in enumerate(points)]
        if closed:
            self._code.append("h")
