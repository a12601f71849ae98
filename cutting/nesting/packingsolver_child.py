"""PackingSolver in a process of its own: one question as a line of JSON in, each better answer as a line out.

Run by its path by any Python that has the library (`python -P packingsolver_child.py`); it imports nothing of
ours. A process of its own because the library cannot be cancelled within half a second from outside, and has
been seen to end the whole process (one stage: segmentation fault).

Question: `boards` as [length, width, copies or null, cost], `kinds` as [length, width, quantity, ways it may lie],
`kerf`, `stages` (null: no limit), `first_cut`, `seconds` (null: until stopped), `repeatable`, and
`sequential_single_knapsack`; all lengths whole numbers of one grid, boards less their trims. Answer: `seconds`
since the start, `sheets` as [board, copies, [[kind, x, y, turned], ...]], `bound` (boards, 0: none) and `last`.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from typing import Any

from packingsolver import rectangleguillotine as library


def main() -> None:
    """Answer one question; end when nobody listens any more."""
    question = json.loads(sys.stdin.readline())
    threading.Thread(target=_end_with_parent, daemon=True).start()
    start = time.monotonic()
    best: list[float] = []

    def tell(output: Any, last: bool) -> None:
        solution = output.solution
        # Too little stock or one piece too large gives an empty solution, not an error: nothing to tell then.
        if solution.full() and (last or not best or solution.cost() < best[-1]):
            best.append(solution.cost())
            _say(time.monotonic() - start, output, question["kinds"], last)
        elif last:
            print(json.dumps({"seconds": time.monotonic() - start, "sheets": [], "bound": 0, "last": True}), flush=True)

    parameters = library.OptimizeParameters()
    parameters.verbosity_level = 0
    if question["seconds"] is not None:
        parameters.time_limit = question["seconds"]
    if question["sequential_single_knapsack"]:
        parameters.use_sequential_single_knapsack = True
    if question["repeatable"]:
        parameters.optimization_mode = library.OptimizationMode.NotAnytimeDeterministic
    else:
        parameters.new_solution_callback = lambda output: tell(output, False)
    tell(library.optimize(_instance(question), parameters), True)


def _instance(question: dict[str, Any]) -> Any:
    """The job in the library's own terms."""
    builder = library.InstanceBuilder()
    one = len(question["boards"]) == 1
    builder.set_objective(library.Objective.BinPacking if one else library.Objective.VariableSizedBinPacking)
    if question["stages"] is None:
        builder.set_number_of_stages_unlimited()
    else:
        builder.set_number_of_stages(question["stages"])
    builder.set_cut_type(library.CutType.NonExact)
    first = {"length": "Horizontal", "width": "Vertical", "any": "Any"}[question["first_cut"]]
    builder.set_first_stage_orientation(getattr(library.CutOrientation, first))
    builder.set_cut_thickness(question["kerf"])
    every = sum(quantity for _, _, quantity, _ in question["kinds"])
    for length, width, copies, cost in question["boards"]:
        # Left out, the number of boards would be one.
        builder.add_bin_type(length, width, copies=every if copies is None else min(copies, every), cost=cost)
    for length, width, quantity, turns in question["kinds"]:
        along, across = (width, length) if turns == [True] else (length, width)
        builder.add_item_type(along, across, copies=quantity, oriented=len(turns) == 1)
    return builder.build()


def _say(seconds: float, output: Any, kinds: list[Any], last: bool) -> None:
    solution = output.solution
    sheets = []
    for number in range(solution.number_of_different_bins()):
        sheet = solution.bin(number)
        # The root carries item 0 although it is no piece; it is the node without a parent.
        leaves = [node for node in sheet.nodes if node.f >= 0 and not node.children and node.item_type_id >= 0]
        placed = [[node.item_type_id, node.l, node.b, _turned(node, *kinds[node.item_type_id])] for node in leaves]
        sheets.append([sheet.bin_type_id, sheet.copies, placed])
    answer = {"seconds": seconds, "sheets": sheets, "bound": output.bin_packing_bound, "last": last}
    print(json.dumps(answer), flush=True)


def _turned(node: Any, length: int, width: int, _: int, turns: list[bool]) -> bool:
    """Whether a piece lies with its length across the board."""
    return turns[0] if len(turns) == 1 else (node.r - node.l, node.t - node.b) != (length, width)


def _end_with_parent() -> None:
    """The parent holds our input open while it lives."""
    while os.read(0, 1):
        pass
    os._exit(1)


if __name__ == "__main__":
    main()
