"""A browser that is installed on the machine. Without one these tests are skipped, unless `BROWSER=required` is set."""

import os
import shutil

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
IS_REQUIRED = os.environ.get("BROWSER") == "required"


def missing(what):
    """Skips the test, or fails it where a browser is required."""
    (pytest.fail if IS_REQUIRED else pytest.skip)(f"no browser tests: {what} is not installed")


@pytest.fixture(scope="session")
def browser():
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright")
    if not (path := next(filter(None, map(shutil.which, NAMES)), None)):
        missing("chromium")
    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


class Opened:
    """A page in the browser, what it asked for and what went wrong in it."""

    def __init__(self, page, path):
        self.page, self.requests, self.faults = page, [], []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda told: self.faults.append(told.text) if told.type in ("error", "warning") else None)
        page.on("dialog", lambda dialog: (self.faults.append(dialog.message), dialog.dismiss()))
        self.address = path.as_uri()
        page.goto(self.address)


@pytest.fixture
def opened(browser):
    """Opens a file in a window of its own: `opened(path, width=390)`."""
    windows = []

    def open_file(path, width=1280, scheme="light"):
        windows.append(browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme))
        return Opened(windows[-1], path)

    yield open_file
    for window in windows:
        window.close()
