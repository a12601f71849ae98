"""The cards of layouts in a real browser: keep a unit, leave a wall free, take a step back, take one to its papers."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

SHOTS = os.environ.get("SCREENSHOTS", "")
"""A folder for pictures of the pages, for people who want to look at them."""

SLOW = 180_000


def shoot(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"{name}.png"), full_page=True)


def titles(page: Page) -> list[str]:
    """The headings of the cards, the best first."""
    expect(page.locator("article.layout").first).to_be_visible()
    return page.locator("article.layout h2").all_inner_texts()


def press(page: Page, button: str) -> str:
    """Press the first button that begins so, in the first card that has one; its whole text."""
    found = page.get_by_role("button", name=button, include_hidden=True).first
    found.locator("xpath=ancestor::details").locator("summary").click()
    text = found.inner_text()
    found.click()
    return text


def test_layouts_are_pinned_undone_and_taken_to_papers(browser: Browser, address: str) -> None:
    page = browser.new_context(accept_downloads=True).new_page()
    page.set_default_timeout(SLOW)
    expect.set_options(timeout=SLOW)
    page.goto(address)
    page.get_by_role("button", name="See it made for Hallway", exact=True).click()
    page.get_by_role("link", name="Look for other layouts").click()
    shoot(page, "1-wanted")
    page.get_by_role("button", name="Find layouts").click()
    free = titles(page)
    assert len(free) >= 3
    assert page.locator("article.layout figure svg").count() >= 2 * len(free)
    shoot(page, "2-cards")

    press(page, "Leave wall 3 free")
    expect(page.get_by_role("heading", name="Fixed by you")).to_be_visible()
    empty = titles(page)
    assert all("wall 3" not in title for title in empty)
    shoot(page, "3-wall-free")

    kept = press(page, "Keep K0")
    expect(page.locator("ul.pins li")).to_have_count(2)
    expect(page.locator("ul.pins")).to_contain_text(kept.split(", ")[1].split()[0])
    assert titles(page)
    shoot(page, "4-pinned")

    page.get_by_role("link", name="Undo the last").click()
    expect(page.locator("ul.pins li")).to_have_count(1)
    assert titles(page) == empty
    page.get_by_role("link", name="Undo the last").click()
    expect(page.get_by_role("heading", name="Fixed by you")).to_have_count(0)
    assert titles(page) == free

    page.get_by_role("button", name="Take this one").first.click()
    expect(page.locator("#price")).to_be_visible()
    shoot(page, "5-taken")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="01-quote.pdf").click()
    assert Path(waiting.value.path()).read_bytes().startswith(b"%PDF")
    page.context.close()
