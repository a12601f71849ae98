"""What a case of a rule is: a scene in which it holds, one in which it breaks, and the figures it must tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from furnishing.rules.scene import Scene


@dataclass(frozen=True)
class Case:
    """`told` are figures or words with figures of the message, worked out by hand."""

    holds: Callable[[], Scene]
    breaks: Callable[[], Scene]
    told: tuple[str, ...]
