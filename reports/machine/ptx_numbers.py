"""The indices of a PTX file: of pieces, boards, materials, patterns and offcuts, each counted from 1."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from cutting.ptx.patterns import Pattern, patterns
from furnishing.units import Length
from reports.machine.ptx_profile import Profile
from reports.machine.ptx_rows import Numbered, cut_rows, numbered
from reports.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A pattern with its rows, its index and the board's."""

    pattern: Pattern
    rows: tuple[Numbered, ...]
    index: int
    board: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Everything by its index: boards by material and code, offcuts by material and size with how many there are."""

    pieces: dict[str, int]
    boards: dict[tuple[str, str], int]
    materials: dict[str, int]
    runs: tuple[Run, ...]
    offcuts: dict[tuple[str, Length, Length], int]
    offcut_counts: dict[tuple[str, Length, Length], int]


def numbers_of(project: Project, profile: Profile) -> Numbers:
    """The indices of a project's plan as one receiver takes its patterns."""
    job = project.job
    boards = {key: i for i, key in enumerate(dict.fromkeys((each.material, each.code) for each in job.boards), 1)}
    both = [*(piece.material for piece in job.pieces), *(board.material for board in job.boards)]
    found = patterns(job, project.result.plan, second_labels=profile.second_labels)
    runs = tuple(
        Run(
            pattern=pattern,
            rows=tuple(numbered(cut_rows(pattern, job.saw, profile))),
            index=i,
            board=boards[pattern.material, pattern.board],
        )
        for i, pattern in enumerate(found, 1)
    )
    count: Counter[tuple[str, Length, Length]] = Counter()
    for run in runs:
        for each in run.rows:
            if each.row.offcut is not None:
                count[run.pattern.material, *each.row.offcut] += each.times * run.pattern.run
    return Numbers(
        pieces={piece.id: i for i, piece in enumerate(job.pieces, 1)},
        boards=boards,
        materials={name: i for i, name in enumerate(dict.fromkeys(both), 1)},
        runs=runs,
        offcuts={key: i for i, key in enumerate(count, 1)},
        offcut_counts=dict(count),
    )
