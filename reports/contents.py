"""The page that lists all papers of a project: what each is in a sentence, and how many pages it has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import Final
from urllib.parse import quote

from reports.project import Project

CONTENTS: Final = "00-contents.html"
"""The name of the page."""

STYLE: Final = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;"
    "background:#fff}h1{font-size:1.6rem;margin:0}table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}"
    "th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid #ddd}"
    "th{font-size:.85rem;color:#555}td.n,th.n{text-align:right;white-space:nowrap}p.q{color:#555;margin:.2rem 0 1.5rem}"
    "a{color:#0b57a4}table.p a{white-space:nowrap}@media print{a{color:inherit;text-decoration:none}}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One file: its name, what it is (a text `contents.<about>`), its pages (0: no paper) and bytes."""

    name: str
    about: str
    pages: int
    size: int


def contents_html(project: Project, entries: Sequence[Entry]) -> bytes:
    """A page in HTML, with a link to every file; it needs nothing else to be shown."""
    locale, say = project.locale, project.locale.text
    title = say("page.title", paper=say("contents.title"), project=project.title)
    facts = (project.customer, locale.date(project.date), say("contents.version", version=project.version))
    papers = [each for each in entries if each.pages]
    others = [each for each in entries if not each.pages]
    body = [
        f"<h1>{escape(title)}</h1>",
        f'<p class="q">{escape(" · ".join(each for each in facts if each))}</p>',
        _table(project, papers, say("contents.papers"), say("contents.pages"), paged=True),
        _table(project, others, say("contents.files"), say("contents.size"), paged=False),
        f'<p class="q">{escape(say("contents.checked"))} <code>sha256sum -c SHA256SUMS</code></p>',
    ]
    page = (
        f'<!doctype html>\n<html lang="{escape(locale.language)}">\n<head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )
    return page.encode()


def _table(project: Project, entries: Sequence[Entry], heading: str, measure: str, *, paged: bool) -> str:
    if not entries:
        return ""
    say = project.locale.text
    heads = f'<th>{escape(heading)}</th><th>{escape(say("contents.about"))}</th><th class="n">{escape(measure)}</th>'
    rows = [
        f'<tr><td><a href="{quote(each.name)}">{escape(each.name)}</a></td>'
        f"<td>{escape(say(f'contents.{each.about}'))}</td>"
        f'<td class="n">{escape(_much(project, each, paged=paged))}</td></tr>'
        for each in entries
    ]
    kind = ' class="p"' if paged else ""  # The short names of papers are never broken at their hyphens.
    return f"<table{kind}><thead><tr>{heads}</tr></thead><tbody>\n" + "\n".join(rows) + "\n</tbody></table>"


def _much(project: Project, entry: Entry, *, paged: bool) -> str:
    if paged:
        return project.locale.number(entry.pages)
    return f"{project.locale.number(max(Decimal(1), Decimal(entry.size) / 1024), 0)} KiB"
