"""Lists that waste no page and tear no group apart: set closer, or broken before a group, where it costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Final

from reports.page import Paper
from reports.tables import AIR, Flow
from reports.text.locale import Locale

LITTLE_AIR: Final = 0.6
"""Millimetres of air behind every fifth row where that spares a page for a few last rows."""

HARDLY_FILLED: Final = 0.75
"""The part of a last page that is empty where a tighter list may spare it."""

KEPT: Final = (1.0, 0.5)
"""Groups up to these parts of a page are kept on one."""

A_PAGE_IN: Final = 8
"""For so many pages one more may be taken for it."""


def spared(fill: Callable[[Flow], None], paper: Paper, locale: Locale) -> Flow:
    """A flow as it is filled, broken and with air between the rows so that few groups run on and few pages stay empty.

    It has less air where few rows stand on its last page and need none then, and hardly more pages than it needs.
    """

    def filled(air: float, keep: float = 0.0) -> Flow:
        flow = Flow(paper, locale=locale, air=air, keep=keep * paper.body_height)
        fill(flow)
        return flow

    flow = filled(AIR)
    if len(flow.pages) == 1:
        return flow
    if flow.left_over > paper.body_height * HARDLY_FILLED:
        tight = filled(LITTLE_AIR)
        flow = tight if len(tight.pages) < len(flow.pages) else flow
    most = len(flow.pages) + len(flow.pages) // A_PAGE_IN
    best = flow
    for air, keep in product((AIR, LITTLE_AIR), KEPT):
        if not best.faults:
            break
        tried = filled(air, keep)
        if len(tried.pages) <= most and tried.faults < best.faults:
            best = tried
    return best
