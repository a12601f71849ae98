"""The programmes that come along, as choices of a form."""

from __future__ import annotations

from functools import cache

from furnishing.programme_file import programme_names, shipped_programme
from web.forms.controls import Option


@cache
def programme_choices() -> tuple[Option, ...]:
    """All programmes by name, in the order of their titles."""
    found = (Option(name, shipped_programme(name).name) for name in programme_names())
    return tuple(sorted(found, key=lambda each: each.label))
