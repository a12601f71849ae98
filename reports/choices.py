"""What a workshop chooses of its papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reports.label_run import EVERY_LABEL, LabelRun
from reports.saw_lines import SawKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The saws whose steps are listed, the first one numbers the cuts on the diagrams; and how papers are printed."""

    saws: tuple[SawKind, ...] = (SawKind.BEAM, SawKind.TABLE)
    labels: LabelRun = EVERY_LABEL
    share: bool = True
    """Whether small boards share pages of the diagrams."""


USUAL: Final = Choices()
