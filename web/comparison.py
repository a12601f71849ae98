"""Plans side by side, and what a change to the job would save, as a person reads them on the terminal."""

from __future__ import annotations

from decimal import Decimal

from cutting.alternatives import HEAD, Cell, alternatives_table
from cutting.explain import Answer, Change, Explanation
from cutting.plan import CutResult
from web.summary import table

SHARES = ("yield", "with offcuts")


def alternatives(result: CutResult) -> str:
    """One line for each plan that no other beats in every respect."""
    rows = [[_cell(name, cell) for name, cell in zip(HEAD, row, strict=True)] for row in alternatives_table(result)]
    return table([list(HEAD), *rows], left=2)


def _cell(name: str, cell: Cell) -> str:
    if isinstance(cell, str):
        return cell.replace(" ", "-") if name == "plan" else cell
    return f"{100 * cell:.1f} %" if name in SHARES else f"{cell:,}"


def explanation(found: Explanation) -> str:
    """One line for each question, with what is found and what is certain."""
    lines = [f"  {each.message}" for each in found.unplaced]
    lines.extend(f"  {_answer(each)}" for each in found.answers)
    return "\n".join(lines) or "  nothing was asked: no grain is fixed, and no other size or trim fits"


def _answer(answer: Answer) -> str:
    what = answer.change.value + (f" ({answer.detail})" if answer.detail else "")
    where = f"{answer.material}: " if answer.material else ""
    if answer.change is Change.NO_SETS:
        return f"{where}{_sets(answer)}"
    if not answer.saving:
        return f"{where}{what}: no plan found that saves; at most {_amount(answer.most)} could be"
    boards = f"{answer.before.boards} boards become {answer.after.boards}"
    return f"{where}{what}: saves {_amount(answer.saving)} ({boards}), for certain {_amount(answer.least)}"


def _sets(answer: Answer) -> str:
    """What matched sets cost; the offcuts count where the boards are the same."""
    what, area = f"matched sets ({answer.detail})", answer.after.offcut_area - answer.before.offcut_area
    if answer.saving:
        boards = f"{answer.before.boards} boards instead of {answer.after.boards}"
        return f"{what}: cost {_amount(answer.saving)} ({boards}), for certain {_amount(answer.least)}"
    offcuts = f"{Decimal(area).scaleb(-12):.2f} m2 less of offcuts, worth {_amount(answer.offcut_gain)}"
    return f"{what}: cost no board, {offcuts if answer.offcut_gain > 0 else 'and no offcut'}"


def _amount(value: Decimal) -> str:
    return f"{value:,.2f}"
