"""The measure of growth itself: it tells what is quadratic, and lets what is linear pass."""

from collections.abc import Callable

from linear import MOST, excess


def looks_at_each(size: int) -> Callable[[], object]:
    return lambda: sum(1 for _ in range(size))


def looks_back_from_each(size: int) -> Callable[[], object]:
    text = "氏" * size
    return lambda: sum(text.count("名", 0, end) for end in range(0, size, 10))


def test_linear_and_quadratic_are_told_apart() -> None:
    assert excess(200_000, looks_at_each) <= MOST
    assert excess(50_000, looks_back_from_each) > MOST
