"""Rules find themselves: every `Rule` in a module of one of the five family folders is one."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from furnishing.rules.rule import Rule, RuleFamily


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by family, then in the order of modules and of the code. RuntimeError where two share a code."""
    found: dict[str, Rule] = {}
    for family in RuleFamily:
        folder = importlib.import_module(f"furnishing.rules.{family.value}")
        for name in sorted(module.name for module in pkgutil.iter_modules(folder.__path__)):
            module = importlib.import_module(f"{folder.__name__}.{name}")
            for each in vars(module).values():
                own = isinstance(each, Rule) and each.family is family
                if own and found.setdefault(each.code, each) is not each:
                    raise RuntimeError(f"two rules are called {each.code!r}; the second is in {module.__name__}")
    return tuple(found.values())


def quoted(code: str) -> bool:
    """Whether issues of a code belong on a quote: those of rules for planners and makers do not."""
    return all(each.quoted for each in rules() if each.code == code)


def rule_of(code: str) -> Rule:
    """The rule with this code; KeyError where there is none."""
    for each in rules():
        if each.code == code:
            return each
    raise KeyError(code)
