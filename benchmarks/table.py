"""The page docs/benchmarks.md, made of records: targets first, then a table for each set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from benchmarks import saw_time
from benchmarks.records import OURS, Record, code
from benchmarks.saw_time import SawRecord
from benchmarks.sets import SETS
from benchmarks.targets import verdicts

INTRO = """# Benchmarks

Made by `make bench`; do not edit. Everybody gets the same jobs, kerf, trims and stages, the same cores and the
same time (where a column names more than one limit, each was a run of its own); everybody runs in a process of
its own, and every plan is replayed cut by cut by `cutting/check.py`. Seconds are the player's own, from the
moment it has read the job: in brackets when its last better plan came (of peers: one of fewer boards; of ours also
one of as many with a larger offcut). Memory is the peak of the process and its children.
The bound is by area, or what ours proved where that is higher; none is a claim of a peer.

`52 stages` is a plan of 52 boards that a saw can cut, but not within the stages the job allows: it does not
count, and neither does one with another word behind it, which is the judge's code of what is wrong
(`docs/cutjob.md`). A dash means no plan in time. A plan without a mark holds. Results are kept in
`benchmarks/results/`, a file for each set; a run only fills in what is missing there (`--again` measures anew).
Peers: PackingSolver by default and with `use_sequential_single_knapsack` (ssk), the whole guillotine family of
rectpack with `merge=False`, cutting-engine. opcut takes no part: its C extension did not build.
"""


def page(records: Sequence[Record], saw_times: Sequence[SawRecord] = ()) -> str:
    """The whole page."""
    shown = list(latest(records))
    by_set = {name: [each for each in shown if each.set == name] for name in SETS}
    sawn = saw_time.latest(saw_times)
    parts = [INTRO, _made_by(shown), _targets(by_set, sawn)]
    parts += [_set(name, rows) for name, rows in by_set.items() if rows]
    parts += [_saw_time(sawn)] if sawn else []
    missing = [name for name, rows in by_set.items() if not rows]
    if missing:
        parts.append(f"Not measured yet: {', '.join(missing)}.\n")
    return "\n".join(parts)


def latest(records: Iterable[Record]) -> Iterator[Record]:
    """The last run of each player and limit on each instance, as the instance is now; older jobs do not count."""
    jobs = {(each.set, each.instance): each.job for each in records}
    found = {
        (each.set, each.instance, each.player, each.seconds): each
        for each in records
        if each.job == jobs[each.set, each.instance]
    }
    yield from found.values()


def _made_by(records: Sequence[Record]) -> str:
    """Machines, versions, seeds, days."""
    versions = sorted({f"{each.player} {each.code}" for each in records if each.player != OURS})
    states = sorted({each.code for each in records if each.player == OURS})
    commits = sorted({each.commit for each in records if each.player == OURS})
    lines = [
        f"- Machine: {'; '.join(sorted({each.machine for each in records}))}",
        f"- Cores for each player: {', '.join(sorted({str(each.cores) for each in records}))}; "
        f"seed {', '.join(sorted({str(each.seed) for each in records}))}",
        f"- Measured: {', '.join(sorted({each.day for each in records}))}",
        f"- Ours: state {', '.join(states)} of `cutting/`, commit {', '.join(commits)}",
        f"- Peers: {', '.join(versions)}",
    ]
    if set(states) - {code()}:
        lines.append("- † An older state of `cutting/` than the one this page was made with.")
    return "\n".join(lines) + "\n"


def _targets(by_set: dict[str, list[Record]], sawn: Sequence[SawRecord]) -> str:
    rows = [(each.work, each.least, each.aim, each.reached or "-", each.verdict) for each in verdicts(by_set, sawn)]
    return "## Targets\n\n" + _table(("work", "at least", "aim", "reached", ""), rows)


def _set(name: str, records: Sequence[Record]) -> str:
    """One set: a line an instance, then totals over what everybody with a column solved."""
    columns = sorted({(each.player != OURS, each.player, each.seconds) for each in records})
    heads = [f"{player} {seconds:g} s" for _, player, seconds in columns]
    names = list(dict.fromkeys(each.instance for each in records))
    cells = {(each.instance, each.player, each.seconds): each for each in records}
    body = []
    for instance in names:
        row = [cells.get((instance, player, seconds)) for _, player, seconds in columns]
        one = next(each for each in row if each is not None)
        bound = max([each.proved or 0 for each in row if each is not None] + [one.bound, one.known_bound or 0])
        body.append((instance, str(one.pieces), str(one.sizes), str(bound), _or_dash(one.best_known), *map(_cell, row)))
    totals = [_total(cells, names, player, seconds) for _, player, seconds in columns]
    body.append(("**total**", "", "", "", "", *totals))
    head = ("instance", "pieces", "sizes", "bound", "best known", *heads)
    return f"## {SETS[name].title}\n\n" + _table(head, body) + _comparison(records)


def _saw_time(records: Sequence[SawRecord]) -> str:
    """What books save: both plans of each job side by side."""
    first = records[0]
    text = (
        f"Order pools for a saw that takes {saw_time.BOOK} sheets at once, {first.limit:g} s for each plan: on the "
        "left the plan of a run that ignores books, on the right the quickest to saw of the alternatives with no more "
        "boards. Minutes are modelled (`cutting/saw_time.py`); a book that the first plan fills by chance counts.\n\n"
    )
    return "## Saw time at equal boards\n\n" + text + _table(saw_time.HEAD, saw_time.rows(records))


def _cell(record: Record | None) -> str:
    """Boards, cost where boards differ in it, the seconds of the last better plan, memory."""
    if record is None:
        return ""
    old = " †" if record.player == OURS and record.code != code() else ""
    if record.boards is None:
        return f"- {record.fault}, {record.peak_mib} MiB{old}"
    mark = f" {record.fault}" if record.fault else ""
    cost = f" cost {record.cost:g}" if record.cost is not None else ""
    found = f" ({record.found:.1f} s)" if record.found is not None else ""
    return f"{record.boards}{mark}{cost}{found} {record.peak_mib} MiB{old}"


def _worth(record: Record) -> float:
    """What two plans are compared by: cost where boards differ in it, else boards."""
    return record.cost if record.cost is not None else float(record.boards or 0)


def _or_dash(value: int | None) -> str:
    return "-" if value is None else str(value)


def _total(cells: dict[tuple[str, str, float], Record], names: Sequence[str], player: str, seconds: float) -> str:
    """Boards in all, with the number of instances that have a valid plan where it is not all."""
    valid = [each for name in names if (each := cells.get((name, player, seconds))) is not None and each.valid]
    total = sum(each.boards or 0 for each in valid)
    if not valid:
        return "-"
    return f"**{total}**" + ("" if len(valid) == len(names) else f" on {len(valid)} of {len(names)}")


def _comparison(records: Sequence[Record]) -> str:
    """Ours against each peer where both have a valid plan; of several limits of ours the longest."""
    longest = max((each.seconds for each in records if each.player == OURS), default=0)
    ours = {each.instance: each for each in records if each.player == OURS and each.valid and each.seconds == longest}
    lines = []
    for player in sorted({each.player for each in records} - {OURS}):
        pairs = [
            (_worth(ours[each.instance]), _worth(each))
            for each in records
            if each.player == player and each.valid and each.instance in ours
        ]
        if pairs:
            fewer, more = sum(a < b for a, b in pairs), sum(a > b for a, b in pairs)
            same = len(pairs) - fewer - more
            lines.append(f"Against {player}: fewer on {fewer}, as many on {same}, more on {more} of {len(pairs)}.")
    return "\n" + "\n".join(lines) + "\n" if lines else ""


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "/") for cell in line) + " |" for line in lines) + "\n"
