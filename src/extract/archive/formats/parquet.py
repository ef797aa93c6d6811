"""Parquet with nested columns: a row a release, as the record's models say, nothing guessed from the data."""

from collections.abc import Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Final, Literal, get_args, get_origin

import pyarrow
import pyarrow.json
import pyarrow.parquet

from extract.record import Record

__all__ = ["SCHEMA", "read", "write"]

# Bytes of lines that are read at a time and become a row group; a longer line is read whole.
_BLOCK: Final = 8 << 20
_PLAIN: Final = {str: pyarrow.string(), int: pyarrow.int64(), bool: pyarrow.bool_()}


def _type(annotation: Any) -> pyarrow.DataType:
    """Return the column type for what a model's field may hold; every column may be null."""
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    arguments = get_args(annotation)
    if get_origin(annotation) is Literal:
        return pyarrow.string()
    if get_origin(annotation) is tuple:  # A span, which is two numbers, or any number of something.
        return pyarrow.list_(_type(arguments[0]))
    if isinstance(annotation, UnionType) or NoneType in arguments:
        (one,) = (argument for argument in arguments if argument is not NoneType)
        return _type(one)
    return pyarrow.struct(list(_fields(annotation)))


def _fields(model: Any) -> Iterator[pyarrow.Field]:
    for name, field in model.model_fields.items():
        yield pyarrow.field(name, _type(field.annotation))


SCHEMA: Final = pyarrow.schema(list(_fields(Record)))


def write(lines: Path, whole: Path) -> None:
    """Write records, some thousand characters' worth at a time."""
    with pyarrow.parquet.ParquetWriter(whole, SCHEMA, compression="zstd") as writer:
        if lines.stat().st_size == 0:
            return
        reading = pyarrow.json.ReadOptions(block_size=max(_BLOCK, _longest(lines) + 1), use_threads=False)
        parsing = pyarrow.json.ParseOptions(explicit_schema=SCHEMA, unexpected_field_behavior="error")
        with pyarrow.json.open_json(lines, reading, parsing) as batches:
            for batch in batches:
                writer.write_batch(batch)


def read(path: Path) -> Iterator[bytes]:
    """Yield the lines of the records. Raises OSError for what is no such file."""
    try:
        with pyarrow.parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(64):
                for row in batch.to_pylist():
                    yield Record.model_validate(row).to_json().encode()
    except (pyarrow.ArrowException, ValueError) as error:
        raise OSError(f"no records in it: {error}") from None


def _longest(lines: Path) -> int:
    with lines.open("rb") as file:
        return max(map(len, file))
