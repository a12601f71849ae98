"""Furnish the forty rooms and write docs/layouts.md: `python -m benchmarks.layouts [--papers] [--only NAME ...]`.

Times are of one core, one room after the other. With `--papers` every layout goes on to all its papers, which takes
about half an hour. Results are kept in `benchmarks/results/layouts.json`; rooms that are not measured keep theirs.
"""

from __future__ import annotations

import argparse
import datetime
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any, Final

from benchmarks.child import ROOT
from benchmarks.layouts import edits
from benchmarks.layouts.cases import cases
from benchmarks.layouts.measure import Measured, measured
from benchmarks.layouts.page import page
from benchmarks.layouts.pictures import pictures
from benchmarks.records import FOLDER, commit, machine

RESULTS: Final = FOLDER / "layouts.json"
PAGE: Final = ROOT / "docs" / "layouts.md"
PICTURES: Final = ROOT / "docs" / "pictures" / "layouts"


def main() -> int:
    """Measure, keep, write; 1 where a layout breaks a rule or a room has fewer than three without a reason."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--papers", action="store_true", help="make all papers of every layout")
    asked.add_argument("--only", nargs="*", default=None, help="rooms by name; none writes the page anew")
    given = asked.parse_args()
    known = load()
    for case in cases():
        if given.only is not None and case.name not in given.only:
            continue
        now = measured(case, with_papers=given.papers)
        before = known.get(case.name)
        if not given.papers and before is not None and before.scores == now.scores:
            now = replace(now, papers=before.papers)
        known[case.name] = replace(now, machine=machine(), day=str(datetime.date.today()), commit=commit())
        print(f"{now.name}: {len(now.scores)} layouts, first {now.first} s, all {now.spent} s", file=sys.stderr)
        for fault in now.faults:
            print(f"   {fault}", file=sys.stderr)
        save(known)
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, drawn in pictures().items():
        (PICTURES / name).write_bytes(drawn)
    PAGE.write_text(page(list(known.values()), edits.load()), encoding="utf-8")
    return int(any(each.faults or (len(each.scores) < 3 and not each.why) for each in known.values()))


def load() -> dict[str, Measured]:
    """What was measured before, by room."""
    if not RESULTS.exists():
        return {}
    read = json.loads(RESULTS.read_text(encoding="utf-8"))
    return {each["name"]: Measured(**_with_tuples(each)) for each in read}


def _with_tuples(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in record.items()}


def save(known: Mapping[str, Measured]) -> None:
    """Keep everything, in the order of the rooms."""
    ordered = [asdict(known[case.name]) for case in cases() if case.name in known]
    RESULTS.write_text(json.dumps(ordered, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
