"""The arguments of the command: what they are, what `--help` teaches, and which do not go together."""

import argparse
from pathlib import Path
from typing import Final, NoReturn

from extract.inputs import MAX_BYTES, STDIN, Inputs, is_url
from extract.messages import shown
from extract.version import VERSION

__all__ = ["Arguments", "Parser", "check_options", "check_output", "make_parser"]

Arguments = argparse.Namespace

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


class Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one line that a terminal can take."""

    def error(self, message: str) -> NoReturn:
        """Print usage and the message, and leave by SystemExit."""
        super().error(shown(message))


def make_parser() -> Parser:
    """Return the parser of the command's arguments."""
    parser = Parser(
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


def _check_encoding(parser: Parser, encoding: str | None) -> None:
    if encoding is None:
        return
    from extract.archive.work import check_encoding

    try:
        check_encoding(encoding)
    except (LookupError, ValueError):
        parser.error(f"argument --encoding: no such text encoding: {encoding}")


def check_options(parser: Parser, args: Arguments) -> None:
    """Choose the format where none is named; leave by SystemExit where options do not go together."""
    _check_encoding(parser, args.encoding)
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


def _check_cluster(parser: Parser, args: Arguments) -> None:
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


def _choose_page_or_site(parser: Parser, args: Arguments, inputs: Inputs) -> None:
    """Make `html` a site where it goes to a folder: one that is there, or `OUT/`, or of several files `OUT`."""
    if args.format != "html":
        return
    from extract.archive.formats import name_for

    named = name_for(args.output or "")
    if named == "site" or (args.output and Path(args.output).is_dir()) or (inputs.batch and named == "json"):
        args.format = "site"
    if inputs.batch and not (args.output and args.format == "site"):
        parser.error("argument -f: html of several releases goes to a folder: -o SITE/")


def check_output(parser: Parser, args: Arguments, inputs: Inputs) -> None:
    """Choose between a page and a site; leave by SystemExit where the output would be none, or one of the inputs."""
    _choose_page_or_site(parser, args, inputs)
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
