"""The command: arguments in, exit code out.

What is heavy (pydantic, the extractor) is imported where it is first needed, so that `--help` and
`--version` answer at once.
"""

import argparse
import os
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from extract.inputs import STDIN, Inputs, reason
from extract.outputs import RecordWriter, opened
from extract.version import VERSION

if TYPE_CHECKING:
    from extract.record import Record

__all__ = ["main"]

_DESCRIPTION: Final = (
    "Reads Japanese press releases about data breaches and writes a structured record of each, as JSON: "
    "who, when, what happened, whose data, how many, which items, how sure - each with its place in the text."
)
_EXAMPLES: Final = """\
examples:
  extract release.txt > record.json     one release: one record, indented
  pbpaste | extract                     the same from standard input
  extract releases/ -o records.jsonl    a folder: one record a line, in the order of the paths
  extract *.txt | jq -r '[.release.published, .release.organization] | @tsv'
  extract --encoding cp932 old.txt      a text that is not UTF-8
  extract --schema > schema.json        what a record holds

exit codes: 0 all well, 1 some input failed, 2 wrong usage, 130 interrupted
"""
# Control characters, line separators, direction marks and bytes that are no text, of file names.
_UNPRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; argparse leaves by SystemExit on wrong usage."""
    try:
        try:
            return _run(argv)
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except KeyboardInterrupt:
        _say("interrupted")
        return 130
    except BrokenPipeError:
        # Whoever read our output has enough. What is still buffered must not fail at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        _say(f"cannot write: {reason(error)}")
        return 1


def _run(argv: Sequence[str] | None) -> int:
    parser = _parser()
    args = parser.parse_args(argv)
    if not (args.paths or args.schema) and (sys.stdin is None or sys.stdin.isatty()):
        parser.print_help(sys.stderr)
        return 2
    _check_encoding(parser, args.encoding)
    inputs = Inputs(args.paths or ([] if args.schema else [STDIN]))
    _check_output(parser, args.output, args.force, inputs)
    if args.schema:
        return _write_schema(args.output)
    return _extract(inputs, args.output, args.encoding)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="extract",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a file, a folder, or - for standard input")
    parser.add_argument("-o", "--output", metavar="OUT", help="write to this file instead of standard output")
    parser.add_argument("--force", action="store_true", help="replace OUT if it exists")
    parser.add_argument("--encoding", metavar="NAME", help="how the input is encoded (default: UTF-8)")
    parser.add_argument("--schema", action="store_true", help="write the JSON Schema of a record")
    parser.add_argument("--version", action="version", version=f"%(prog)s {VERSION}")
    return parser


def _check_encoding(parser: argparse.ArgumentParser, encoding: str | None) -> None:
    if encoding is None:
        return
    try:
        b" ".decode(encoding)
    except UnicodeError:
        pass  # It exists, and a blank is no text in it.
    except (LookupError, ValueError):
        parser.error(f"argument --encoding: no such text encoding: {_shown(encoding)}")


def _check_output(parser: argparse.ArgumentParser, path: str | None, force: bool, inputs: Inputs) -> None:
    if path is None:
        return
    name, target = _shown(path), Path(path)
    if target.exists() or target.is_symlink():
        if not target.is_file():
            parser.error(f"argument -o: {name} is not a regular file")
        if not force:
            parser.error(f"argument -o: {name} exists; --force replaces it")
        if any(file != STDIN and target.samefile(file) for file in inputs.files):
            parser.error(f"argument -o: {name} is one of the inputs")
    elif not target.absolute().parent.is_dir():
        parser.error(f"argument -o: {name}: there is no such folder")


def _write_schema(output: str | None) -> int:
    import json

    from extract.record import Record

    schema = json.dumps(Record.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2)
    with opened(output) as file:
        file.write(f"{schema}\n".encode())
    return 0


def _extract(inputs: Inputs, output: str | None, encoding: str | None) -> int:
    from extract.text.reading import ReadError

    started = time.monotonic()
    failed = len(inputs.refused)
    for path, why in inputs.refused:
        _say(f"{path}: {why}")
    with opened(output) as file:
        writer = RecordWriter(file)
        for path in inputs.files:
            try:
                records = _records(path, encoding)
            except Exception as error:
                expected = isinstance(error, (OSError, ReadError))
                why = reason(error) if expected else f"internal error: {type(error).__name__}: {error}"
                _say(f"{'standard input' if path == STDIN else path}: {why}")
                failed += 1
                continue
            for record in records:
                writer.add(record)
        writer.close()
    if inputs.batch:
        seconds = time.monotonic() - started
        counts = f"extracted {writer.written}, kept 0, failed {failed}, skipped {inputs.skipped}"
        _print(f"{counts} ({seconds:.1f} s)")
    return 1 if failed else 0


def _records(path: str, encoding: str | None) -> "list[Record]":
    from extract.api import extract_bytes, extract_file

    if path != STDIN:
        return extract_file(path, encoding=encoding)
    if sys.stdin is None:
        raise OSError("it is closed")
    return extract_bytes(sys.stdin.buffer.read(), encoding=encoding)


def _shown(text: str) -> str:
    """Return a text as one line that a terminal can take."""
    return _UNPRINTABLE.sub(lambda char: char[0].encode("unicode_escape").decode(), text)


def _say(message: str) -> None:
    _print(f"extract: {_shown(message)}")


def _print(line: str) -> None:
    if sys.stderr is not None:
        print(line, file=sys.stderr)
