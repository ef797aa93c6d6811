"""A real scheduler with two workers, over TCP, and an object store that speaks S3."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

HERE = Path(__file__).parent


class Cluster(NamedTuple):
    address: str
    workers: list[subprocess.Popen[bytes]]

    def kill_a_worker(self) -> None:
        """Kill the process that does a worker's work; the one that started it starts another."""
        threads = Path(f"/proc/{self.workers[0].pid}/task").glob("*/children")
        children = [int(child) for thread in threads for child in thread.read_text().split()]
        (child,) = (child for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes())
        os.kill(child, signal.SIGKILL)


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    folder = tmp_path_factory.mktemp("cluster")
    command = [sys.executable, "-m", "dask"]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(HERE), os.environ.get("PYTHONPATH", "")]),
        # A task is given up after the second worker that it loses, not the fourth: starting them takes seconds.
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
    }
    started = []

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        with (folder / "log").open("ab") as log:
            started.append(
                subprocess.Popen([*command, *arguments], stdout=log, stderr=log, env=environment, cwd=folder)
            )
        return started[-1]

    try:
        start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", "scheduler.json")
        address = wait_for_address(folder / "scheduler.json")
        workers = [
            start(
                "worker",
                address,
                "--nthreads",
                "1",
                "--no-dashboard",
                "--preload",
                "poison",
                "--local-directory",
                f"w{n}",
            )
            for n in range(2)
        ]
        yield Cluster(address, workers)
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def wait_for_address(file: Path) -> str:
    import json

    for _ in range(300):
        if file.exists() and file.read_bytes().endswith(b"}"):
            return str(json.loads(file.read_bytes())["address"])
        time.sleep(0.1)
    raise TimeoutError("no scheduler after 30 seconds")


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The URL of an empty bucket; the environment says where it is."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(port=0)
    server.start()
    host, port = server.get_host_and_port()
    for name, value in {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)
    try:
        yield "s3://bucket"
    finally:
        server.stop()
