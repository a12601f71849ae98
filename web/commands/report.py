"""`furnish report`: the papers of a cut plan that no room stands behind."""

from __future__ import annotations

import argparse
import datetime
import hashlib
import sys
from pathlib import Path

from cutting.check import judge
from cutting.files import write_job, write_plan
from furnishing.errors import Fault, InputError
from furnishing.order import NO_ORDER
from reports.papers import papers
from reports.pricing import Terms
from reports.project import Project
from reports.text.languages import Units
from reports.text.locale import Locale
from web.commands.make import announce, may_write_papers, write_papers
from web.order_arguments import order_of
from web.part_list import parts_beside
from web.plan_input import plan_of
from web.progress import ProgressLine
from web.saw_arguments import choices_of


def run(given: argparse.Namespace) -> int:
    """Judge the plan, then write its papers: nobody should saw what does not hold."""
    may_write_papers(given.out)
    chosen = choices_of(given)
    job, result = plan_of(given.job, given.plan)
    violations = judge(job, result)
    if violations:
        raise InputError(
            (Fault(each.where, f"{each.message} [{each.code}]") for each in violations), given.plan or given.job
        )
    order = order_of(given, NO_ORDER)
    project = Project(
        name=Path(given.job).stem,
        customer=order.customer,
        date=order.date or datetime.date.today(),
        version=hashlib.sha256((write_job(job) + write_plan(job, result)).encode()).hexdigest()[:8],
        job=job,
        result=result,
        locale=Locale(language=given.language, units=Units(given.units)),
        listed=parts_beside(given.plan or given.job, job),
        order=order,
    )
    line = ProgressLine(sys.stderr)
    written = write_papers(given.out, papers(project, Terms(order=order), told=line.paper, choices=chosen))
    line.close()
    announce(given.out, written)
    return 0
