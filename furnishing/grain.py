"""How wood lies: one word for parts, pieces and boards alike."""

from __future__ import annotations

from enum import StrEnum


class Grain(StrEnum):
    """How a piece may lie on a board: its length along the grain, its width along the grain, or either."""

    LENGTH = "length"
    WIDTH = "width"
    FREE = "free"


class BoardGrain(StrEnum):
    """Whether a board has a grain; if so it runs along the board's length."""

    LENGTH = "length"
    NONE = "none"
