"""What labels and lists say of a part that is no rectangle with square edges: the cuts after the one to size."""

from __future__ import annotations

from furnishing.machining import millings
from furnishing.outline import second_cut
from furnishing.parts import Part
from furnishing.units import MICROMETRES, Length
from reports.text.locale import Locale

CUT_BY_HAND = frozenset({"pillar", "inner corner"})
"""Purposes of notches that are cut after the part is sawn to size, not on a machine."""


def _near(length: Length, locale: Locale) -> str:
    """A place of a slanting edge to a tenth of a millimetre: nobody sets a fence finer."""
    tenth = MICROMETRES["mm"] // 10
    return locale.length(round(length / tenth) * tenth)


def second_cut_words(part: Part | None, locale: Locale) -> str:
    """The second cut in words: slanting edges with angle and ends, bevels, notches; empty where there is none.

    Ends of an edge are told by their distances along the length and along the width.
    """
    if part is None:
        return ""
    cut, said = second_cut(part), []
    for slant in cut.slants if cut else ():
        start, end = (f"{_near(x, locale)}/{_near(y, locale)}" for x, y in (slant.start, slant.end))
        angle = locale.number(round(slant.angle, 1))
        said.append(locale.text("labels.slant", angle=angle, start=start, end=end))
    for bevel in cut.bevels if cut else ():
        edge, angle = locale.text(f"labels.edge_{bevel.edge.value}"), locale.number(round(bevel.angle, 1))
        said.append(locale.text("labels.bevel", angle=angle, edge=edge, face=bevel.longer.value))
    holes = [each for each in millings(part) if each.through and each.purpose in CUT_BY_HAND]
    said += [locale.text("labels.notch", size=locale.size(each.dx, each.dy)) for each in holes]
    if part.scribe:
        said.append(locale.text("labels.scribe", size=locale.sized(part.scribe)))
    return locale.text("labels.second_cut", cuts="; ".join(said)) if said else ""
