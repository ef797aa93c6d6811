"""A run on a real cluster: the same records as on one machine, whatever happens meanwhile."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from archive.stubs import RELEASE, write_releases
from cluster.conftest import Cluster

FOLDER = "in"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def extract(*arguments: str) -> tuple[int, list[str]]:
    done = subprocess.run([sys.executable, "-m", "extract", *arguments], capture_output=True, check=False, timeout=120)
    return done.returncode, done.stderr.decode().splitlines()


def records(folder: str) -> list[bytes]:
    """Return the lines of all parts, sorted."""
    return sorted(line for part in Path(folder).glob("part-*.jsonl") for line in part.read_bytes().splitlines())


def on_one_machine() -> list[bytes]:
    extract(FOLDER, "-j", "0", "-o", "local.jsonl", "--force")
    return sorted(Path("local.jsonl").read_bytes().splitlines())


def summary(kept: int = 0, extracted: int = 0, failed: int = 0, skipped: int = 0) -> str:
    return f"extracted {extracted}, kept {kept}, failed {failed}, skipped {skipped}"


def test_the_same_records(cluster: Cluster) -> None:
    write_releases(Path(FOLDER), 300)
    code, said = extract(FOLDER, "-o", "out", "--cluster", cluster.address)
    assert (code, said[-1].partition(" (")[0]) == (0, summary(extracted=300))
    assert records("out") == on_one_machine()
    assert len([*Path("out").iterdir()]) > 2


def test_a_worker_is_killed(cluster: Cluster) -> None:
    write_releases(Path(FOLDER), 2_000)
    command = [sys.executable, "-m", "extract", FOLDER, "-o", "out", "--cluster", cluster.address]
    running = subprocess.Popen(command, stderr=subprocess.PIPE)
    wait_for_parts("out")
    cluster.kill_a_worker()
    _, said = running.communicate(timeout=120)
    assert said.decode().startswith(summary(extracted=2_000))
    assert records("out") == on_one_machine()


def test_the_client_is_killed_and_goes_on(cluster: Cluster) -> None:
    write_releases(Path(FOLDER), 2_000)
    command = [sys.executable, "-m", "extract", FOLDER, "-o", "out", "--cluster", cluster.address]
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    wait_for_parts("out")
    running.kill()
    running.wait(30)
    code, said = extract(FOLDER, "-o", "out", "--cluster", cluster.address)
    assert (code, said[-1].endswith("--resume goes on with them, --force replaces them")) == (2, True)
    code, said = extract(FOLDER, "-o", "out", "--cluster", cluster.address, "--resume")
    assert code == 0
    assert 0 < int(said[-1].split("kept ")[1].split(",")[0]) <= 2_000
    assert records("out") == on_one_machine()


def wait_for_parts(folder: str) -> None:
    for _ in range(600):
        if any(Path(folder).glob("part-*")):
            return
        time.sleep(0.05)
    raise TimeoutError("no part after 30 seconds")


def test_poison_is_put_aside(cluster: Cluster) -> None:
    paths = write_releases(Path(FOLDER), 60)
    Path(paths[20]).write_text("kill the worker", encoding="utf-8")
    Path(paths[40]).write_text("hang the worker", encoding="utf-8")
    code, said = extract(FOLDER, "-o", "out", "--cluster", cluster.address, "--timeout", "2")
    why = "it loses its worker, or takes longer than 2 seconds"
    assert said[:-1] == [f"extract: {paths[20]}: {why}", f"extract: {paths[40]}: {why}"]
    assert (code, said[-1].partition(" (")[0]) == (1, summary(extracted=58, failed=2))
    assert len(records("out")) == 58


def test_what_is_there_is_gone_on_with(cluster: Cluster) -> None:
    paths = write_releases(Path(FOLDER), 300)
    run = (FOLDER, "-o", "out", "--cluster", cluster.address, "--resume")
    assert extract(*run)[0] == 0
    changed = RELEASE.format(number=7, day=9, count=77)
    Path(paths[7]).write_text(changed, encoding="utf-8")
    code, said = extract(*run)
    assert code == 0
    assert 0 < int(said[-1].split("extracted ")[1].split(",")[0]) < 300
    assert records("out") == on_one_machine()


def test_what_would_be_lost_stays_unless_forced(cluster: Cluster) -> None:
    paths = write_releases(Path(FOLDER), 300)
    run = (FOLDER, "-o", "out", "--cluster", cluster.address, "--resume")
    extract(*run)
    Path(paths[3]).unlink()
    code, said = extract(*run)
    assert code == 1
    assert f"out holds 1 files of earlier runs that are not of this one, {paths[3]} the first" in said[0]
    assert extract(*run, "--force")[0] == 0
    assert records("out") == on_one_machine()


def test_an_object_store(bucket: str) -> None:
    from fsspec.core import url_to_fs

    write_releases(Path(FOLDER), 150)
    Path(FOLDER, ".hidden.txt").write_text("no", encoding="utf-8")
    Path(FOLDER, "picture.png").write_bytes(b"no")
    system, root = url_to_fs(bucket)
    system.mkdir(root)
    system.put(FOLDER, f"{root}/in", recursive=True)
    code, said = extract(f"{bucket}/in", "-o", f"{bucket}/out", "-f", "parquet", "--cluster", "local", "-j", "1")
    assert (code, said[-1].partition(" (")[0]) == (0, summary(extracted=150, skipped=2))
    import pyarrow.parquet

    rows = [
        row for part in system.ls(f"{root}/out") for row in pyarrow.parquet.read_table(system.open(part)).to_pylist()
    ]
    assert sorted(row["source"]["path"] for row in rows) == [f"{bucket}/in/{number:05}.txt" for number in range(150)]
    assert sum(row["counts"][0]["value"] for row in rows) == 1_000 * 150 * 151 // 2
    code, said = extract(f"{bucket}/in", "-o", f"{bucket}/out", "-f", "parquet", "--cluster", "local", "--resume")
    assert (code, said[-1].partition(" (")[0]) == (0, summary(kept=150, skipped=2))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-", "-o", "out"], "-: standard input is out of a cluster's reach"),
        (["missing", "-o", "out"], "missing: No such file or directory"),
        (["nope://bucket/in", "-o", "out"], "nope://bucket/in: Protocol not known: nope"),
    ],
)
def test_what_cannot_be_read_is_named(arguments: list[str], said: str) -> None:
    code, lines = extract(*arguments, "--cluster", "local")
    assert (code, lines[0]) == (1, f"extract: {said}")


def test_what_is_replaced_stays_until_all_is_made() -> None:
    write_releases(Path(FOLDER), 3)
    assert extract(FOLDER, "-o", "out", "--cluster", "local", "-j", "1")[0] == 0
    before = records("out")
    assert extract(FOLDER, "-o", "out", "--cluster", "tcp://127.0.0.1:1", "--force")[0] == 1
    assert records("out") == before
    assert extract(FOLDER, "-o", "out", "--cluster", "local", "-j", "1", "--force", "--no-split")[0] == 0
    assert len([*Path("out").iterdir()]) == 1
    assert records("out") == before


def test_a_store_that_cannot_be_reached_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    write_releases(Path(FOLDER), 1)
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    code, said = extract(FOLDER, "-o", "s3://bucket/out", "--cluster", "local")
    assert (code, len(said)) == (1, 1)
    assert said[0].startswith("extract: cannot write s3://bucket/out: ")


def test_no_scheduler_is_one_line() -> None:
    write_releases(Path(FOLDER), 1)
    code, said = extract(FOLDER, "-o", "out", "--cluster", "tcp://127.0.0.1:1", "--timeout", "1")
    assert (code, said[0].startswith("extract: no scheduler at tcp://127.0.0.1:1")) == (1, True)


def test_without_a_cluster_nothing_of_it_is_loaded() -> None:
    write_releases(Path(FOLDER), 1)
    program = (
        "import sys; from extract.cli import main; main(sys.argv[1:]); "
        "sys.exit(any(name.split('.')[0] in ('dask', 'distributed', 'fsspec') for name in sys.modules)"
        " or 'extract.cluster' in sys.modules)"
    )
    command = [sys.executable, "-c", program, FOLDER, "-o", "out.jsonl"]
    assert subprocess.run(command, check=False, stderr=subprocess.DEVNULL).returncode == 0
