"""A real browser walks from the empty form to the papers, with scripts allowed and without."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

# Said by the browser about every form that comes back with faults; it is the answer we want.
REFUSED_FORM = "422"


@pytest.fixture(params=[True, False], ids=["scripts allowed", "scripts off"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page that notes what the browser complains of, policy violations included."""
    context = browser.new_context(java_script_enabled=request.param, accept_downloads=True)
    page = context.new_page()
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and REFUSED_FORM not in message.text:
            complaints.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda failed: complaints.append(f"{failed.url}: {failed.failure}"))
    yield page
    context.close()
    # A download ends the navigation that began it: that is no complaint.
    assert [each for each in complaints if "ERR_ABORTED" not in each] == []


def downloaded(page: Page, link: str) -> bytes:
    """The file behind a link of the page."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=link).click()
    return Path(waiting.value.path()).read_bytes()


def test_from_an_empty_form_over_a_mistake_to_the_papers(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Begin with your room").click()
    page.get_by_label("Name of the room").fill("Walked kitchen")
    page.get_by_role("button", name="Add a wall").click()
    expect(page.get_by_role("group", name="Wall 5")).to_be_visible()
    page.get_by_role("button", name="Remove wall 5").click()
    expect(page.get_by_text("Wall 5 is removed.")).to_be_visible()
    expect(page.get_by_label("Name of the room")).to_have_value("Walked kitchen")

    ceiling = page.get_by_label("Ceiling height")
    ceiling.fill("25")
    page.get_by_role("button", name="Design it").last.click()
    expect(page.get_by_role("alert")).to_contain_text("1 thing needs mending")
    expect(page.locator("#ceiling-fault")).to_contain_text("25 mm is outside")
    expect(ceiling).to_have_value("25")
    expect(ceiling).to_have_attribute("aria-invalid", "true")

    ceiling.fill("2500")
    page.get_by_role("button", name="Design it").last.click()
    expect(page.locator("#price")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("heading", name="Walked kitchen")).to_be_visible()
    expect(page.locator("figure svg").first).to_be_visible()
    assert page.locator(".sheets svg").count() >= 1

    price = page.locator("#price").inner_text().split()[0]
    quote = pypdfium2.PdfDocument(downloaded(page, "01-quote.pdf"))
    text = "".join(sheet.get_textpage().get_text_range() for sheet in quote)
    quote.close()
    assert "Walked kitchen" in text
    # Papers part thousands from 10,000 only, pages from 1,000.
    assert price.replace(",", "") in text.replace("\u202f", "").replace(",", "")
    with zipfile.ZipFile(io.BytesIO(downloaded(page, "Download all as ZIP"))) as archive:
        assert archive.testzip() is None
        assert {"01-quote.pdf", "03-cut-list.xlsx", "04-cutting-diagrams.pdf", "room.json"} <= set(archive.namelist())

    page.get_by_role("link", name="Change this room").click()
    expect(page.get_by_label("Name of the room")).to_have_value("Walked kitchen")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_scrolls_sideways_on_a_phone(browser: Browser, address: str, scheme: str) -> None:
    dark = "dark" if scheme == "dark" else "light"
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=dark)
    page = context.new_page()
    for path in ("/", "/rooms/new?sample=l_kitchen", "/nothing"):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") == 360, path
    page.goto(address)
    page.get_by_role("button", name="See it made for Hallway", exact=True).click()
    expect(page.locator("#price")).to_be_visible(timeout=60_000)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    context.close()


def test_every_control_has_a_name(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/rooms/new?sample=attic")
    unnamed = page.eval_on_selector_all(
        "input:not([type=hidden]), select", "all => all.filter(each => !each.labels.length).map(each => each.name)"
    )
    assert unnamed == []
    context.close()
