"""cutting-engine, its own search at its levels from fast to quality, until the time is up.

It takes one board size, any number of boards, and knows no stages; it cannot be told a time limit, so the
harness stops it and takes what the levels that came to an end gave.
"""

from __future__ import annotations

from typing import Any

import cutting_engine

from benchmarks.peers.wire import Desk


def main() -> None:
    """Answer the question level by level."""
    desk = Desk()
    if len(desk.question["boards"]) != 1 or desk.question["boards"][0][2] is not None:
        return
    best = float("inf")
    for level in cutting_engine.OptimizationLevel:
        if desk.late:
            return
        runtime = cutting_engine.OptimizationRuntime(policy=cutting_engine.SolverPolicy.NATIVE_ONLY)
        result = cutting_engine.optimize(_request(desk.question, level), runtime=runtime)
        if not result.unplaced_parts and len(result.sheets) < best:
            best = len(result.sheets)
            desk.answer(_sheets(desk.question, result))


def _request(question: dict[str, Any], level: Any) -> Any:
    """The job in its own terms; the board comes less its trims, so it has none to cut."""
    length, width, _, _ = question["boards"][0]
    parts = []
    for number, (long, wide, quantity, turns) in enumerate(question["kinds"]):
        along, across = (wide, long) if turns == [True] else (long, wide)
        part = cutting_engine.Part(str(number), along, across, quantity=quantity, can_rotate=len(turns) == 2)
        parts.append(part)
    first = {"any": "any", "length": "horizontal", "width": "vertical"}[question["first_cut"]]
    return cutting_engine.CuttingRequest(
        sheet=cutting_engine.Sheet(length, width),
        parts=tuple(parts),
        settings=cutting_engine.CuttingSettings(
            kerf=question["kerf"],
            trim=0,
            optimization_level=level,
            first_cut_direction=cutting_engine.FirstCutDirection(first),
        ),
    )


def _sheets(question: dict[str, Any], result: Any) -> list[Any]:
    kinds = question["kinds"]
    return [
        [
            0,
            1,
            [
                [int(each.part_id), each.x, each.y, _turned(kinds[int(each.part_id)], each.width)]
                for each in sheet.placements
            ],
        ]
        for sheet in result.sheets
    ]


def _turned(kind: list[Any], along: int) -> bool:
    length, _, _, turns = kind
    return bool(turns[0]) if len(turns) == 1 else along != length


if __name__ == "__main__":
    main()
