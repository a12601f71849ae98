"""`furnish report`: the papers of a cut plan that no room stands behind."""

from __future__ import annotations

import argparse
import datetime
import hashlib
from pathlib import Path

from cutting.check import judge
from cutting.files import write_job, write_plan
from furnishing.errors import Fault, InputError
from reports.papers import papers
from reports.pricing import Terms
from reports.project import Project
from reports.text.languages import Units
from reports.text.locale import Locale
from web.commands.make import announce
from web.disk import may_write_folder, write_folder
from web.part_list import parts_beside
from web.plan_input import plan_of


def run(given: argparse.Namespace) -> int:
    """Judge the plan, then write its papers: nobody should saw what does not hold."""
    may_write_folder(given.out)
    job, result = plan_of(given.job, given.plan)
    violations = judge(job, result)
    if violations:
        raise InputError(
            (Fault(each.where, f"{each.message} [{each.code}]") for each in violations), given.plan or given.job
        )
    project = Project(
        name=Path(given.job).stem,
        customer=given.customer,
        date=given.date or datetime.date.today(),
        version=hashlib.sha256((write_job(job) + write_plan(job, result)).encode()).hexdigest()[:8],
        job=job,
        result=result,
        locale=Locale(language=given.language, units=Units(given.units)),
        listed=parts_beside(given.plan or given.job, job),
    )
    announce(given.out, write_folder(given.out, papers(project, Terms(customer=given.customer))))
    return 0
