"""How long a site takes to be built, how large it is, and how soon Chromium shows and filters it.

`python tools/site_speed.py FOLDER`, once as it is and once with ten copies of it.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

ROUNDS = 5
# From the click to the frame that shows what it did, in milliseconds.
ACT = """async (place) => {
  const begun = performance.now();
  document.querySelector(place).click();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - begun;
}"""
ACTS = {
    "filter by type": "#facet-type li:nth-child(2) input",
    "and by item": "#facet-category li:nth-child(2) input",
    "sort by people": "th.people",
    "people in the bars": "[name=measure][value=people]",
}


def main() -> None:
    folder = Path(sys.argv[1])
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        for copies in (1, 10):
            top = Path(name, str(copies))
            for copy in range(copies):
                shutil.copytree(folder, top / str(copy))
            begun = time.perf_counter()
            subprocess.run([sys.executable, "-m", "extract", top, "-f", "html", "-o", f"{top}.site/"], check=True)
            built = time.perf_counter() - begun
            site = Path(f"{top}.site")
            size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
            releases = sum(1 for _ in (site / "releases").iterdir())
            print(f"{releases:,} releases: built in {built:.1f} s, {size / 1e6:.0f} MB")
            rounds = []
            for _ in range(ROUNDS):
                page = browser.new_page()
                rounds.append(_measured(page, site))
                page.close()
            for act in rounds[0]:
                print(f"  {act:20}{median(one[act] for one in rounds):7.0f} ms")
        browser.close()


def _measured(page: Page, site: Path) -> dict[str, float]:
    begun = time.perf_counter()
    page.goto((site / "index.html").as_uri())
    page.locator("#table tbody td.title").first.wait_for()
    first = (time.perf_counter() - begun) * 1000
    return {"first view": first, **{act: page.evaluate(ACT, place) for act, place in ACTS.items()}}


if __name__ == "__main__":
    main()
