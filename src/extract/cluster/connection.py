"""Where the cluster is: a scheduler that is running, or one on this machine for the time of a run."""

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Final

from extract.archive.errors import MissingError, NoWorkersError
from extract.archive.workers import cores

if TYPE_CHECKING:
    from distributed import Client

__all__ = ["connection"]

# The address that means a cluster on this machine.
_LOCAL: Final = "local"
# Seconds to wait for a scheduler, which is there or not, and for its first worker, which may have to start.
_FOR_SCHEDULER: Final = 10
_FOR_WORKER: Final = 60


@contextmanager
def _local(jobs: int | None) -> "Iterator[Client]":
    from distributed import Client, LocalCluster

    with (
        LocalCluster(
            n_workers=jobs or cores(), threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL
        ) as cluster,  # type: ignore[no-untyped-call]
        Client(cluster) as client,  # type: ignore[no-untyped-call]
    ):
        yield client


@contextmanager
def _remote(address: str) -> "Iterator[Client]":
    from distributed import Client

    try:
        client = Client(address, timeout=_FOR_SCHEDULER)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TimeoutError) as error:
        raise NoWorkersError(f"no scheduler at {address}: {error}") from None
    with client:
        try:
            client.wait_for_workers(1, timeout=_FOR_WORKER)
        except TimeoutError:
            raise NoWorkersError(f"the scheduler at {address} has no worker") from None
        yield client


def connection(address: str, jobs: int | None) -> "Callable[[], AbstractContextManager[Client]]":
    """Return what makes the client of a cluster. Raises MissingError where Dask is not installed."""
    try:
        import dask.config

        # What it has to say goes by the messages of this command.
        dask.config.set({"logging": {"distributed": "critical", "distributed.client": "critical"}})
        import distributed  # noqa: F401
    except ImportError:
        raise MissingError("--cluster needs distributed: pip install 'breach-release-extract[dask]'") from None
    return (lambda: _local(jobs)) if address == _LOCAL else (lambda: _remote(address))
