"""Each format holds what the records say, and can be queried at once."""

import csv
import gzip
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import extract
from extract.archive.formats import find_format, name_for
from extract.archive.formats.rows import EXPOSURE, RELEASE
from extract.archive.formats.sqlite import folded

FIXTURES = Path(__file__).parents[1] / "fixtures"
# How a word of any length is looked for in the search table.
FIND = """
WITH RECURSIVE word (text) AS (VALUES (?)),
  pair (n, two) AS (
    SELECT 1, substr(text, 1, 2) FROM word
    UNION ALL SELECT n + 1, substr(text, n + 1, 2) FROM pair, word WHERE n < length(text) - 1
  )
SELECT rowid FROM search WHERE search MATCH (SELECT '"' || group_concat(two, ' ') || '" *' FROM pair) ORDER BY rowid
"""


@pytest.fixture(scope="module")
def records() -> list[extract.Record]:
    """The records of the project's own releases, and of one whose words a spreadsheet would compute."""
    paths = sorted(path for path in FIXTURES.iterdir() if path.suffix in (".txt", ".md") and path.stem != "README")
    formula = "=HYPERLINK(1)について\n2031年4月2日\n株式会社みほん\n\nお客様120名の氏名が漏えいしました。\n"
    return [extract.extract_file(path)[0] for path in paths] + [extract.extract(formula)]


@pytest.fixture(scope="module")
def lines(records: list[extract.Record], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lines") / "lines"
    path.write_text("".join(record.to_json() for record in records), encoding="utf-8")
    return path


def made(name: str, lines: Path, folder: Path, table: str | None = None) -> Path:
    form, path = find_format(name, table), folder / f"out.{name}"
    assert form.write is not None
    form.write(lines, path)
    return path


@pytest.mark.parametrize("name", ["json", "jsonl.gz", "jsonl.zst", "parquet", "sqlite"])
def test_a_format_gives_its_records_back(name: str, lines: Path, tmp_path: Path) -> None:
    read = find_format(name).read
    assert read is not None
    assert b"".join(read(made(name, lines, tmp_path))) == lines.read_bytes()


@pytest.mark.parametrize("name", ["json", "jsonl.gz", "jsonl.zst", "parquet", "sqlite", "csv"])
def test_the_same_records_give_the_same_bytes(name: str, lines: Path, tmp_path: Path) -> None:
    one = made(name, lines, tmp_path).rename(tmp_path / "one")
    assert made(name, lines, tmp_path).read_bytes() == one.read_bytes()


@pytest.mark.parametrize("name", ["jsonl.gz", "jsonl.zst", "parquet", "sqlite", "csv"])
def test_no_records_are_well(name: str, tmp_path: Path) -> None:
    lines = tmp_path / "lines"
    lines.write_bytes(b"")
    path = made(name, lines, tmp_path)
    read = find_format(name).read
    assert read is None or list(read(path)) == []


def test_gzip_is_what_gunzip_reads(lines: Path, tmp_path: Path) -> None:
    assert gzip.decompress(made("jsonl.gz", lines, tmp_path).read_bytes()) == lines.read_bytes()


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.jsonl", "jsonl"), ("a.NDJSON", "jsonl"), ("a.jsonl.gz", "jsonl.gz"), ("a.jsonl.zst", "jsonl.zst"),
        ("a.parquet", "parquet"), ("a.sqlite", "sqlite"), ("a.db", "sqlite"), ("a.csv", "csv"), ("a.json", "json"),
        ("a.html", "html"), ("a.HTM", "html"), ("a", "json"), ("csv", "json"), ("a.csv.txt", "json"),
    ],
)  # fmt: skip
def test_a_name_means_a_format(path: str, name: str) -> None:
    assert name_for(path) == name


# ── CSV ──


def rows_of(path: Path) -> list[dict[str, str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_has_a_row_a_release(lines: Path, records: list[extract.Record], tmp_path: Path) -> None:
    rows = rows_of(made("csv", lines, tmp_path))
    assert list(rows[0]) == list(RELEASE)
    assert [row["id"] for row in rows] == [record.id for record in records]
    for row, record in zip(rows, records, strict=True):
        people = record.incident.affected.people
        assert row["people"] == ("" if people is None else str(people.value))
        assert row["types"] == ";".join(record.incident.types)
        assert row["third_party"] == ("true" if record.incident.third_party else "")
        excluded = [item.category for item in record.items if item.status == "excluded"]
        assert row["categories_excluded"] == ";".join(dict.fromkeys(excluded))


def test_csv_has_a_row_an_exposure(lines: Path, records: list[extract.Record], tmp_path: Path) -> None:
    rows = rows_of(made("csv", lines, tmp_path, "exposures"))
    assert list(rows[0]) == list(EXPOSURE)
    exposures = [(record, exposure) for record in records for exposure in record.exposures]
    for row, (record, exposure) in zip(rows, exposures, strict=True):
        text = "".join(section.text for section in record.sections)
        assert row["id"] == record.id
        assert row["value"] == ("" if exposure.value is None else str(exposure.value))
        first = " ".join(text[slice(*exposure.spans[0])].split())
        assert row["evidence"].lstrip("'").startswith(first)


def test_csv_computes_nothing(lines: Path, tmp_path: Path) -> None:
    cells = [cell for row in rows_of(made("csv", lines, tmp_path)) for cell in row.values()]
    assert "'=HYPERLINK(1)について" in cells
    assert [cell for cell in cells if cell.startswith(tuple("=+-@\t\r＝＋－＠"))] == []


# ── SQLite ──


@pytest.fixture(scope="module")
def database(lines: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = made("sqlite", lines, tmp_path_factory.mktemp("sqlite"))
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def test_the_keys_hold(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in ("sections", "dates", "counts", "items", "exposures", "exposure_items", "warnings", "records"):
        assert database.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        assert database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0


def test_the_tables_hold_what_the_records_say(database: sqlite3.Connection, records: list[extract.Record]) -> None:
    columns = [row["name"] for row in database.execute("PRAGMA table_info(releases)")]
    assert columns == ["release", *RELEASE]
    for number, record in enumerate(records, 1):
        for table in ("sections", "dates", "counts", "items", "exposures", "warnings"):
            rows = database.execute(f"SELECT * FROM {table} WHERE release = ? ORDER BY number", (number,)).fetchall()
            for row, mention in zip(rows, getattr(record, table), strict=True):
                said = json.loads(mention.model_dump_json())
                both = set(row.keys()) & said.keys() - {"kinds", "categories"}
                assert {key: row[key] for key in both} == {key: said[key] for key in both}
                if "span" in said:
                    assert [row["span_start"], row["span_end"]] == said["span"]


def texts_of(records: list[extract.Record]) -> list[str]:
    return [folded("".join(section.text for section in record.sections)) for record in records]


@pytest.mark.parametrize(
    "word", ["氏", "氏名", "漏えい", "決済代行", "クレジットカード", "ＩＤ", "id", "vpn", "本社 サーバー", "、"]
)  # fmt: skip
def test_words_of_any_length_are_found(word: str, database: sqlite3.Connection, records: list[extract.Record]) -> None:
    there = [number for number, text in enumerate(texts_of(records), 1) if folded(word) in text]
    found = [row[0] for row in database.execute(FIND, (folded(word),))]
    assert found == (there if word != "、" else [])


@pytest.mark.parametrize(("match", "word"), [("氏*", "氏"), ("氏名", "氏名"), ('"カー ード ド番 番号"', "カード番号")])
def test_words_are_found_in_plain_sql(
    match: str, word: str, database: sqlite3.Connection, records: list[extract.Record]
) -> None:
    rows = database.execute("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid", (match,))
    there = [number for number, text in enumerate(texts_of(records), 1) if word in text]
    assert [row[0] for row in rows] == there
    assert there


# ── Parquet ──


def query(path: Path, sql: str) -> list[tuple[Any, ...]]:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed: Parquet is not queried")
    rows: list[tuple[Any, ...]] = duckdb.sql(sql.format(path=path)).fetchall()
    return rows


def test_duckdb_reads_parquet(lines: Path, records: list[extract.Record], tmp_path: Path) -> None:
    path = made("parquet", lines, tmp_path)
    sql = "SELECT id, incident.affected.people.value, len(items), sections[1].span[2] FROM '{path}'"
    assert query(path, sql) == [
        (
            record.id,
            record.incident.affected.people and record.incident.affected.people.value,
            len(record.items),
            record.sections[0].span[1],
        )
        for record in records
    ]


def test_empty_columns_have_their_types(lines: Path, tmp_path: Path) -> None:
    empty = tmp_path / "lines"
    empty.write_bytes(b"")
    types = [query(made("parquet", some, tmp_path), "DESCRIBE SELECT * FROM '{path}'") for some in (empty, lines)]
    assert types[0] == types[1]
    assert ("part INTEGER" in str(types[0])) or ("part BIGINT" in str(types[0]))


def test_a_line_longer_than_what_is_read_at_a_time(
    records: list[extract.Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extract.archive.formats.parquet._BLOCK", 64)
    lines = tmp_path / "lines"
    lines.write_text("".join(record.to_json() for record in records[:5]), encoding="utf-8")
    read = find_format("parquet").read
    assert read is not None
    assert b"".join(read(made("parquet", lines, tmp_path))) == lines.read_bytes()
