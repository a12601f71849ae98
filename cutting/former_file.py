"""A former plan read for a job that has changed since: some of its boards may be gone."""

from __future__ import annotations

from dataclasses import replace

from cutting.pieces import Board, CutJob
from cutting.plan import CutPlan
from cutting.plan_file import PLAN_FORMAT, read_plan
from furnishing.reading import open_record


def read_former(text: str | bytes, job: CutJob, source: str = "") -> CutPlan:
    """The plan in a file, for `cutting.steady.resolve`; whether it still holds for `job` is not asked here.

    Raises InputError with every fault of the file's form; a board that the job no longer has is none, and nobody may
    rely on where the cuts of its sheets begin.
    """
    known = {board.code for board in job.boards}
    codes = [each.take("board", None) for each in open_record(text, PLAN_FORMAT, source).records("sheets")]
    gone = sorted({code for code in codes if isinstance(code, str)} - known)
    # Boards that are gone are stood in for, so that their sheets can be read like the others.
    standing_in = tuple(Board(code=code, length=1, width=1) for code in gone)
    return read_plan(text, replace(job, boards=(*job.boards, *standing_in)), source).plan
