"""Hung units: what stands beside a hood or a window."""

from __future__ import annotations

import pytest

from furnishing.cabinets.kind import Zone
from furnishing.layout.arrange import Item
from furnishing.layout.flipped import flipped_spans
from furnishing.layout.legs import End, Span
from furnishing.layout.pins import Pins
from furnishing.layout.uppers import LOSSES, Loss, uppers
from furnishing.programme import KitchenWish
from furnishing.units import mm
from tests.furnishing.layout_rooms import a_kitchen_room, a_task


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("loss", LOSSES)
def test_a_slit_is_left_beside_the_window_and_not_beside_the_hood(loss: Loss, mirrored: bool) -> None:
    """480 mm are free between a hood and a window, 450 mm are a standard width."""
    style, wall = a_task(a_kitchen_room()).style, mm(1200)
    free = Span(start=0, end=mm(1080), left=End.WALL, right=End.OPEN)
    spans = {Zone.WALL: (free,)}
    hob_at, other_at = (0, mm(600)) if not mirrored else (mm(600), 0)
    hob = Item(role="hob", kind="base-hob", wall=0, offset=hob_at, width=mm(600), zone=Zone.BASE)
    other = Item(role="storage", kind="base-doors", wall=0, offset=other_at, width=mm(600), zone=Zone.BASE)
    hung = uppers(
        [hob, other],
        {0: (flipped_spans(spans, wall) if mirrored else spans)[Zone.WALL]},
        KitchenWish(),
        style,
        Pins(),
        loss=loss,
    )
    hood = next(each for each in hung if each.role == "hood")
    upper = next(each for each in hung if each.role == "upper")
    assert hood.end == upper.offset or upper.end == hood.offset
