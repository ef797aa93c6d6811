"""A headless Chromium of the system, and pages in it that remember what they asked for and said."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")


@contextmanager
def started() -> Iterator[Browser]:
    """Give the browser; skips aloud where there is none."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("no Chromium here (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


class Visit:
    """A page that was opened from disk. `said`: errors and console lines; `asked`: addresses that it wanted.

    `home`: the folder that it may ask for files of; None where it needs nothing but itself.
    """

    def __init__(self, browser: Browser, path: Path, *, home: Path | None = None, **options: Any) -> None:
        self._home = home
        self._context = browser.new_context(**options)
        self.page: Page = self._context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: self.said.append(dialog.message))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(path.as_uri())

    def close(self) -> None:
        """Close it; it must have been silent, and have asked for nothing but itself, or what its home holds."""
        there = self.page.url.partition("#")[0]
        self._context.close()
        asked = {url.partition("#")[0] for url in self.asked}
        assert self.said == []
        if self._home is None:
            assert asked == {there}
        else:
            assert there in asked
            assert [url for url in asked if not url.startswith(f"{self._home.as_uri()}/")] == []
