"""The command: arguments in, exit code out.

What is heavy (pydantic, the extractor) is imported where it is first needed, so that `--help` and
`--version` answer at once.
"""

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn, cast

from extract.inputs import MAX_BYTES, STDIN, Inputs, is_url, reason
from extract.messages import Progress, say, shown, write
from extract.outputs import opened, writer_for
from extract.version import VERSION

if TYPE_CHECKING:
    from extract.archive.output import Output
    from extract.archive.work import Options, Result
    from extract.cluster.inputs import ClusterInputs
    from extract.cluster.run import Run

__all__ = ["main"]

_DESCRIPTION: Final = (
    "Reads Japanese press releases about data breaches and writes a structured record of each: who, when,\n"
    "what happened, whose data, how many, which items, how sure - each with its place in the text."
)
_EXAMPLES: Final = """\
examples:
  extract release.txt > record.json     one release: one record, indented
  pbpaste | extract                     the same from standard input
  extract release.txt -f text           the record at a glance, the release in colours
  extract release.txt -o release.html   a page: the record beside the release, its evidence marked
  extract releases/ -o records.jsonl    a folder: one record a line, in the order of the paths
  extract releases/ -o records.jsonl --resume
                                        go on after a kill, or take in what is new and changed
  extract releases/ -o records.sqlite   tables to query, with full-text search; .parquet, .csv as well
  extract releases/ -f html -o site/    a folder to open in a browser: search, filters, charts, a page of each
  extract releases/ -o groups.csv --table exposures
                                        for a spreadsheet: whose data, how many, which, how sure
  extract *.txt | jq -r '[.release.published, .release.organization] | @tsv'
  extract label-page.txt                several releases in one file: a record a line
  extract --encoding cp932 old.txt      UTF-8, CP932 (Shift_JIS), EUC-JP, ISO-2022-JP and UTF-16 are told
                                        apart; this is for what is not
  extract release.html release.pdf      web pages and PDFs (extras html and pdf), known by what they hold
  extract --schema > schema.json        what a record holds

exit codes: 0 all well, 1 some input failed, 2 wrong usage, 130 interrupted
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; argparse leaves by SystemExit on wrong usage."""
    try:
        try:
            return _run(argv)
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except KeyboardInterrupt:
        say("interrupted")
        return 130
    except BrokenPipeError:
        # Whoever read our output has enough. What is still buffered must not fail at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        say(f"cannot write: {reason(error)}")
        return 1


def _run(argv: Sequence[str] | None) -> int:
    parser = _parser()
    args = parser.parse_args(argv)
    if not (args.paths or args.schema) and (sys.stdin is None or sys.stdin.isatty()):
        parser.print_help(sys.stderr)
        return 2
    _check_encoding(parser, args.encoding)
    _check_options(parser, args)
    if args.cluster is not None:
        from extract.cluster.inputs import ClusterInputs

        return _extract(args, ClusterInputs(args.paths))
    inputs = Inputs(args.paths or ([] if args.schema else [STDIN]))
    _choose_page_or_site(parser, args, inputs)
    _check_output(parser, args, inputs)
    if args.schema:
        return _write_schema(parser, args)
    return _extract(args, inputs)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one line that a terminal can take."""

    def error(self, message: str) -> NoReturn:
        super().error(shown(message))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="extract",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a file, a folder, or - for standard input")
    parser.add_argument("--encoding", metavar="NAME", help="how the input is encoded (default: as it looks)")
    parser.add_argument(
        "--errors",
        choices=("strict", "replace"),
        default="strict",
        help="of bytes that no encoding explains: refuse the input (strict, default), or read U+FFFD for them and warn",
    )
    parser.add_argument(
        "--no-split",
        dest="split",
        action="store_false",
        help="read a file as one release, also where several stand in it",
    )
    parser.add_argument("--schema", action="store_true", help="write the JSON Schema of a record")
    parser.add_argument("--version", action="version", version=f"%(prog)s {VERSION}")

    output = parser.add_argument_group("output")
    output.add_argument("-o", "--output", metavar="OUT", help="write to this file instead of standard output")
    output.add_argument(
        "-f",
        "--format",
        metavar="FORMAT",
        help="json, jsonl, jsonl.gz, jsonl.zst, parquet, sqlite, csv, html, text or site (default: as OUT ends)",
    )
    output.add_argument("--table", metavar="TABLE", help="of csv: releases (a row each, default) or exposures")
    output.add_argument("--resume", action="store_true", help="go on with OUT: do what is missing, new or changed")
    output.add_argument("--force", action="store_true", help="replace OUT if it exists")

    batch = parser.add_argument_group("many files")
    batch.add_argument(
        "-j",
        "--jobs",
        type=_natural,
        metavar="N",
        help="worker processes, 0 for none (default: one a processor, none for few files)",
    )
    batch.add_argument(
        "--timeout",
        type=_seconds,
        metavar="S",
        help="give up a file that takes a worker longer than S seconds (default: 60)",
    )
    batch.add_argument(
        "--max-bytes",
        type=_natural,
        default=MAX_BYTES,
        metavar="N",
        help=f"leave out a file of more than N bytes (default: {MAX_BYTES})",
    )
    batch.add_argument("--fail-fast", action="store_true", help="stop at the first file that fails")
    batch.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="extract on the Dask cluster of this scheduler (tcp://host:8786; local: one on this machine); PATH and "
        "OUT may be URLs (s3://bucket/releases), OUT becomes a folder of jsonl or parquet parts",
    )
    return parser


def _natural(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise argparse.ArgumentTypeError(f"not a number: {text}")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"not a number of seconds: {text}")
    return seconds


def _check_encoding(parser: argparse.ArgumentParser, encoding: str | None) -> None:
    if encoding is None:
        return
    from extract.archive.work import check_encoding

    try:
        check_encoding(encoding)
    except (LookupError, ValueError):
        parser.error(f"argument --encoding: no such text encoding: {encoding}")


def _check_options(parser: argparse.ArgumentParser, args: argparse.Namespace) -> None:
    if args.schema:
        return
    if args.cluster is not None:
        _check_cluster(parser, args)
        return
    for path in filter(is_url, [*args.paths, args.output or ""]):
        if not Path(path).exists():
            parser.error(f"{shown(path)}: a URL is read and written with --cluster ADDRESS (local: on this machine)")
    from extract.archive.formats import NAMES, TABLES, name_for

    if args.format is None:
        args.format = name_for(args.output or "")
    if args.format not in NAMES:
        parser.error(f"argument -f: {args.format} is none of {', '.join(NAMES)}")
    if args.output is None and args.format not in ("json", "jsonl", "html", "text"):
        parser.error(f"argument -f: {args.format} needs a file: -o OUT")
    if args.table is not None and (args.format != "csv" or args.table not in TABLES):
        parser.error(f"argument --table: {' or '.join(TABLES)}, of csv")
    if args.resume and args.output is None:
        parser.error("argument --resume: there is nothing to go on with without -o OUT")
    if args.jobs == 0 and args.timeout is not None:
        parser.error("argument --timeout: only a worker can be stopped, and -j 0 has none")


def _check_cluster(parser: argparse.ArgumentParser, args: argparse.Namespace) -> None:
    from extract.cluster.run import FORMATS

    args.format = args.format or FORMATS[0]
    if args.format not in FORMATS:
        parser.error(f"argument -f: with --cluster it is one of {', '.join(FORMATS)}")
    if args.output is None or not args.paths:
        parser.error("argument --cluster: it needs a PATH to read and a folder or URL to write to, -o OUT")
    if args.table is not None:
        parser.error("argument --table: of csv, which is none of a cluster's outputs")
    if not is_url(args.output) and Path(args.output).exists() and not Path(args.output).is_dir():
        parser.error(f"argument -o: {shown(args.output)} is no folder")


def _choose_page_or_site(parser: argparse.ArgumentParser, args: argparse.Namespace, inputs: Inputs) -> None:
    """Make `html` a site where it goes to a folder: one that is there, or `OUT/`, or of several files `OUT`."""
    if args.format != "html":
        return
    from extract.archive.formats import name_for

    named = name_for(args.output or "")
    if named == "site" or (args.output and Path(args.output).is_dir()) or (inputs.batch and named == "json"):
        args.format = "site"
    if inputs.batch and not (args.output and args.format == "site"):
        parser.error("argument -f: html of several releases goes to a folder: -o SITE/")


def _check_output(parser: argparse.ArgumentParser, args: argparse.Namespace, inputs: Inputs) -> None:
    path = args.output
    if path is None:
        return
    target = Path(path)
    if args.format == "site":
        if target.exists() and not target.is_dir():
            parser.error(f"argument -o: {path} is not a folder")
        if any(target.resolve() in Path(file).resolve().parents for file in inputs.files if file != STDIN):
            parser.error(f"argument -o: there are inputs in {path}")
    if target.exists() or target.is_symlink():
        if args.format != "site" and not target.is_file():
            parser.error(f"argument -o: {path} is not a regular file")
        if any(file != STDIN and target.samefile(file) for file in inputs.files):
            parser.error(f"argument -o: {path} is one of the inputs")
    elif not target.absolute().parent.is_dir():
        parser.error(f"argument -o: {path}: there is no such folder")


def _write_schema(parser: argparse.ArgumentParser, args: argparse.Namespace) -> int:
    import json

    from extract.record import Record

    if args.output is not None and Path(args.output).exists() and not args.force:
        parser.error(f"argument -o: {args.output} exists; --force replaces it")
    schema = json.dumps(Record.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2)
    with opened(args.output) as file:
        file.write(f"{schema}\n".encode())
    return 0


def _extract(args: argparse.Namespace, inputs: "Inputs | ClusterInputs") -> int:
    from extract.archive.errors import MissingError, NoWorkersError, RefusedError

    started = time.monotonic()
    try:
        output = _begin(args)
    except (MissingError, RefusedError) as error:
        say(str(error))
        return 2
    except OSError as error:
        say(f"cannot write {args.output}: {reason(error)}")
        return 1
    tally = {"extracted": 0, "kept": 0, "failed": len(inputs.refused), "skipped": inputs.skipped}
    for path, why in inputs.refused:
        say(f"{path}: {why}")
    code = 0
    progress = Progress(len(inputs), wanted=inputs.batch)
    try:
        with output or nullcontext():
            for result in () if args.fail_fast and inputs.refused else _results(args, inputs, output):
                progress.advance()
                if result.error is None:
                    tally["kept" if result.kept else "extracted"] += 1
                    continue
                tally["failed"] += 1
                progress.say(f"{'standard input' if result.path == STDIN else result.path}: {result.error}")
                if args.fail_fast:
                    break
    except KeyboardInterrupt:
        code = 130
        progress.say("interrupted")
    except (RefusedError, NoWorkersError) as error:
        code = 1
        progress.say(str(error))
    except OSError as error:
        if output is None:
            raise
        code = 1
        progress.say(f"cannot write {args.output}: {reason(error)}")
    finally:
        progress.close()
    if output is not None and output.can_be_resumed:
        say(f"{args.output} is not finished: --resume goes on with it")
    if inputs.batch or args.resume:
        counts = ", ".join(f"{name} {count}" for name, count in tally.items())
        write(f"{counts} ({time.monotonic() - started:.1f} s)")
    return code or (1 if tally["failed"] else 0)


def _begin(args: argparse.Namespace) -> "Output | Run | None":
    if args.cluster is not None:
        from extract.cluster.run import Run

        return Run(
            args.cluster,
            args.output,
            args.format,
            _options(args),
            jobs=args.jobs,
            timeout=args.timeout,
            resume=args.resume,
            force=args.force,
        )
    from extract.archive.formats import find_format

    form = find_format(args.format, args.table)
    if args.output is None:
        return None
    from extract.archive.output import Output

    return Output(Path(args.output), form, force=args.force, resume=args.resume)


def _options(args: argparse.Namespace) -> "Options":
    from extract.archive.work import Options

    return Options(args.encoding, args.errors, args.max_bytes, args.split)


def _results(
    args: argparse.Namespace, inputs: "Inputs | ClusterInputs", output: "Output | Run | None"
) -> "Iterator[Result]":
    """Write what becomes of the inputs, and yield it."""
    if args.cluster is not None:
        return cast("Run", output).results(cast("ClusterInputs", inputs))
    return _on_this_machine(args, cast("Inputs", inputs).files, cast("Output | None", output))


def _on_this_machine(args: argparse.Namespace, files: list[str], output: "Output | None") -> "Iterator[Result]":
    from extract.archive.batch import read_all, write_all

    options = _options(args)
    if output is not None:
        yield from write_all(files, output, options, jobs=args.jobs, timeout=args.timeout)
        return
    with opened(None) as file:
        writer = writer_for(args.format, file)
        try:
            for result in read_all(files, options, jobs=args.jobs, timeout=args.timeout):
                writer.add(result.lines)
                yield result
        finally:
            writer.close()
