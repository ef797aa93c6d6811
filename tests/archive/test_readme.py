"""The queries of the README give what it says, over samples/."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from extract import cli

ROOT = Path(__file__).parents[2]
QUERIES = re.findall(
    r"```sql\n(.+?;)\n((?:-- [^\n]+\n)+)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
)


@pytest.mark.parametrize(("query", "told"), QUERIES, ids=range(len(QUERIES)))
def test_queries(query: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    in_parquet = "parquet" in query
    assert cli.main([str(ROOT / "samples"), "-o", "records.parquet" if in_parquet else "records.sqlite"]) == 0
    if in_parquet:
        duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed: Parquet is not queried")
        rows = duckdb.sql(query).fetchall()
    else:
        with closing(sqlite3.connect("records.sqlite")) as database:
            rows = database.execute(query).fetchall()
    assert ["-- " + " | ".join(map(str, row)) for row in rows] == told.splitlines()
