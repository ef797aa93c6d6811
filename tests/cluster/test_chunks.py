"""Chunks: neighbours, cut where their names say, and named by what is in them."""

from extract.cluster.chunks import Input, cut


def inputs(numbers: range) -> list[Input]:
    return [
        Input(f"in/{number:06}.txt", f"/data/in/{number:06}.txt", 3_000, f"size=3000 mtime={number}")
        for number in numbers
    ]


def test_they_hold_all_in_order() -> None:
    given = inputs(range(10_000))
    chunks = [*cut("/", given)]
    assert [each for chunk in chunks for each in chunk.inputs] == given
    assert max(len(chunk.inputs) for chunk in chunks) <= 256
    assert 40 < len(given) / len(chunks) < 100


def test_what_comes_and_goes_changes_its_own_chunk_only() -> None:
    given = inputs(range(10_000))
    before = {chunk.digest() for chunk in cut("/", given)}
    fewer = {chunk.digest() for chunk in cut("/", given[:5_000] + given[5_001:])}
    assert len(before - fewer) <= 2
    assert len(fewer - before) <= 2


def test_a_chunk_is_no_larger_than_a_worker_can_hold() -> None:
    large = [each._replace(size=30 << 20) for each in inputs(range(20))]
    assert all(len(chunk.inputs) <= 3 for chunk in cut("/", large))


def test_its_name_follows_from_content_and_settings() -> None:
    (chunk,) = cut("/", inputs(range(3)))
    changed = chunk._replace(inputs=(*chunk.inputs[:2], chunk.inputs[2]._replace(stamp="size=3001 mtime=9")))
    names = {chunk.digest(), changed.digest(), chunk.digest("0.2.0"), chunk.digest(without=["in/000001.txt"])}
    assert len(names) == 4
    assert chunk.digest("0.2.0") == chunk._replace(store="s3://elsewhere").digest("0.2.0")
