"""Whether work grows as its input does: an order of growth, told apart from all that a busy machine adds.

How fast a thing is, `make bench` measures. Here only what is linear is told from what is quadratic: of inputs
whose sizes lie STEP apart, the quadratic one takes STEP times as long, a size, and the linear one as long.
"""

import time
from collections.abc import Callable

STEP = 25
# How many times as long, a size, the large input may take: what outgrows the caches may double, and a neighbour
# on the machine may double that.
MOST = 5
# Both sizes are measured anew, one right after the other, until once they agree: what really grows does so each time.
TRIES = 6


def seconds(work: Callable[[], object]) -> float:
    """Return the processor's time for one piece of work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def excess(large: int, of_size: Callable[[int], Callable[[], object]]) -> float:
    """Return how many times as long, a size, the work of `large` takes as that of a STEPth; about 1 if linear.

    Args:
        large: The larger of the two sizes.
        of_size: Makes the work of a size; what the making costs does not count.
    """
    small_work, large_work = of_size(large // STEP), of_size(large)
    small_work()  # What the first of its kind still has to load or compile is not its cost.
    least = float("inf")
    for _ in range(TRIES):
        least = min(least, seconds(large_work) / seconds(small_work) / STEP)
        if least <= MOST:
            break
    return least
