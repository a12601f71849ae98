"""Records of a PTX file as text for one receiver: limits checked, sizes, quotes and line ends its own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, Decimal
from typing import Final

from cutting.ptx.table import Field, Value, misfit, record_types
from furnishing.errors import Fault
from furnishing.issues import Issue, Level
from furnishing.units import Length, from_length, show
from reports.machine.ptx_profile import Profile

MICROMETRES: Final = Decimal(1000)


@dataclass(slots=True)
class Records:
    """The records of a file on their way, and what is wrong with them."""

    profile: Profile
    records: list[tuple[str, Mapping[str, Value]]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def add(self, kind: str, values: Mapping[str, Value | None]) -> None:
        """Add a record if the receiver takes it; faults where a value does not fit its field."""
        last = self.profile.records.get(kind)
        if last is None:
            return
        number = self.counts[kind] = self.counts.get(kind, 0) + 1
        known = record_types()[kind].fields
        taken = known[: next(i for i, each in enumerate(known, 1) if each.name == last)]
        kept = {each.name: value for each in taken if (value := values.get(each.name)) is not None}
        for each in taken:
            if each.name in kept:
                self._check(each, kept[each.name], f"{kind}[{number}].{each.name}", f"{kind}.{each.name}")
        self.records.append((kind, kept))

    def _check(self, each: Field, value: Value, where: str, name: str) -> None:
        limit = self.profile.limits.get(name, each.most)
        wrong = misfit(each, value, limit)
        if wrong is not None:
            self.faults.append(Fault(where, wrong))
        elif isinstance(value, str) and not _fits(value, self.profile.encoding):
            message = f"{value!r} has letters that {self.profile.encoding} does not know; rename it"
            self.faults.append(Fault(where, message))

    def size(self, length: Length, where: str, *, waste: bool = False) -> Decimal:
        """A length in the receiver's decimals; waste is rounded down, anything else must come out even."""
        exact = from_length(length, "mm")
        rounded = exact.quantize(Decimal(1).scaleb(-self.profile.most_decimals), rounding=ROUND_DOWN)
        if rounded != exact and not waste:
            decimals = self.profile.most_decimals
            message = f"{show(length)} mm is finer than the {decimals} decimals of {self.profile.name}"
            self.faults.append(Fault(where, f"{message}; round the size, or choose another receiver"))
        return rounded

    def words(self, text: str, name: str) -> str:
        """Free text that fits: letters folded to the receiver's, shortened; told as an issue."""
        kind, _, last = name.partition(".")
        each = record_types()[kind].field(last)
        most = min(self.profile.limits.get(name, each.most), each.most)
        plain = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
        folded = _folded(plain, self.profile.encoding)[:most].rstrip()
        if folded != plain:
            message = f"{plain!r} is written as {folded!r}"
            issue = Issue(code="ptx-text-changed", level=Level.INFO, where=name, message=message)
            if issue not in self.issues:
                self.issues.append(issue)
        return folded

    def content(self) -> bytes:
        """The bytes of the file."""
        lines = (self._line(kind, values) for kind, values in self.records)
        return "".join(line + self.profile.line_end for line in lines).encode(self.profile.encoding)

    def _line(self, kind: str, values: Mapping[str, Value]) -> str:
        """One record; fields left empty at its end are left out."""
        cells = [self._cell(each, values.get(each.name)) for each in record_types()[kind].fields]
        while cells and not cells[-1]:
            cells.pop()
        return (", " if self.profile.space_after_comma else ",").join([kind, *cells])

    def _cell(self, each: Field, value: Value | None) -> str:
        if value is None or value == "":
            return ""
        if isinstance(value, str):
            quotes = (self.profile.quote_all_text and each.kind == "text") or any(c in value for c in '",')
            return f'"{value.replace(chr(34), chr(34) * 2)}"' if quotes or value != value.strip() else value
        if each.kind == "size":
            return self._decimals(Decimal(value))
        return f"{value:f}" if isinstance(value, Decimal) else str(value)

    def _decimals(self, number: Decimal) -> str:
        """At least so many decimals, no zeros behind them."""
        text = f"{number:f}"
        whole, _, part = text.partition(".")
        part = part.rstrip("0").ljust(self.profile.least_decimals, "0")
        return f"{whole}.{part}" if part else whole


def code(text: str, most: int = 50) -> str:
    """A code as receivers keep it: upper case, no spaces. Longer than `most` is for the caller to refuse."""
    return "_".join(text.upper().split())[: most + 1]


def twins(codes: Sequence[tuple[str, str]], where: str) -> Iterable[Fault]:
    """Faults where two names become one code."""
    seen: dict[str, str] = {}
    for number, (name, made) in enumerate(codes, 1):
        before = seen.setdefault(made, name)
        if before != name:
            message = (
                f"{name!r} and {before!r} both become {made!r}, since receivers know no small letters and no spaces"
            )
            yield Fault(f"{where}[{number}].CODE", f"{message}; rename one")


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _folded(text: str, encoding: str) -> str:
    """The text with letters that the encoding lacks replaced: the letter without its accent, or a question mark."""
    if _fits(text, encoding):
        return text
    return "".join(each if _fits(each, encoding) else _bare(each, encoding) for each in text)


def _bare(letter: str, encoding: str) -> str:
    bare = "".join(each for each in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(each))
    return bare if bare and _fits(bare, encoding) else "?"
