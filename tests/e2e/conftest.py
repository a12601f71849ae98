"""A served program and a real browser, for all walks of a module."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator

import pytest
import waitress
from playwright.sync_api import Browser, sync_playwright

from web.app import create_app
from web.config import Config

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The pages, served as `furnish serve` does, on a free port."""
    app = create_app(Config(instance=tmp_path_factory.mktemp("instance")))
    server = waitress.create_server(app, host="127.0.0.1", port=0, ident="", threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(10)


@pytest.fixture(scope="module")
def browser(address: str) -> Iterator[Browser]:
    """Closed before the server is, so that no connection is left to wait for."""
    if CHROMIUM is None:
        how = "no Chromium is installed; `apt-get install chromium` brings one"
        if os.environ.get("CI"):
            pytest.fail(how)
        pytest.skip(how)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()
