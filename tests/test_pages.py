"""The records of releases set as web pages and PDFs are those of their texts."""

from pathlib import Path

import pytest
from quality.compare import Comparison, Score, total
from quality.pages import FLOORS, HELD, Producer, measure, producers, releases
from quality.typeset import DESIGNS, PAPERS, browser

RELEASES = releases()
# A browser takes seconds to start; `make quality` has it print all.
BY_BROWSER = ("ransomware_tables.md", "contractor_cloud.txt")


def agree(kind: str, comparisons: list[Comparison]) -> None:
    """Assert that counts, items and exposures agree as far as they must."""
    scores = total(comparisons)
    faults = [fault for comparison in comparisons for fault in comparison.faults if fault.startswith(HELD)]
    for figure in HELD:
        assert scores.get(figure, Score()).expected > 0
        assert scores[figure].f1 >= FLOORS[kind], "\n".join(faults)


def made_by(name: str, folder: Path) -> Producer:
    return next(producer for producer in producers(folder) if producer.name == name)


@pytest.mark.parametrize("turn", [0, 1])
def test_web_pages(turn: int, tmp_path: Path) -> None:
    # Every release in two of the designs, by turns; `make quality` has all of them.
    designs = [made_by(name, tmp_path) for name in DESIGNS]
    assert 2 * len(RELEASES) >= 60
    agree(
        "html",
        [
            measure(release, designs[(number + 2 * turn) % len(designs)].make(release))
            for number, release in enumerate(RELEASES)
        ],
    )


@pytest.mark.parametrize("paper", PAPERS)
def test_papers(paper: str, tmp_path: Path) -> None:
    producer = made_by(paper, tmp_path)
    assert len(PAPERS) * len(RELEASES) >= 60
    agree("pdf", [measure(release, producer.make(release)) for release in RELEASES])


def test_what_a_browser_prints(tmp_path: Path) -> None:
    if browser() is None:
        pytest.skip("there is no browser (chromium): what it prints is not read")
    producer = made_by("browser", tmp_path)
    several = [release for release in RELEASES if release.name in BY_BROWSER]
    assert len(several) == len(BY_BROWSER)
    agree("pdf", [measure(release, producer.make(release)) for release in several])
