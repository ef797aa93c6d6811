"""The command: arguments in, exit code out.

What is heavy (pydantic, the extractor) is imported where it is first needed, so that `--help` and
`--version` answer at once.
"""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, cast

from extract.arguments import Arguments, Parser, check_options, check_output, make_parser
from extract.inputs import STDIN, Inputs, reason
from extract.messages import Progress, say, write
from extract.outputs import opened, writer_for

if TYPE_CHECKING:
    from extract.archive.output import Output
    from extract.archive.work import Options, Result
    from extract.cluster.inputs import ClusterInputs
    from extract.cluster.run import Run

__all__ = ["main"]


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
    parser = make_parser()
    args = parser.parse_args(argv)
    if not (args.paths or args.schema) and (sys.stdin is None or sys.stdin.isatty()):
        parser.print_help(sys.stderr)
        return 2
    check_options(parser, args)
    if args.cluster is not None:
        from extract.cluster.inputs import ClusterInputs

        return _extract(args, ClusterInputs(args.paths))
    inputs = Inputs(args.paths or ([] if args.schema else [STDIN]))
    check_output(parser, args, inputs)
    if args.schema:
        return _write_schema(parser, args)
    if not args.resume:  # Then perhaps nothing is left to do.
        from extract.archive.results import prepare

        prepare(len(inputs), jobs=args.jobs, timeout=args.timeout)
    return _extract(args, inputs)


def _write_schema(parser: Parser, args: Arguments) -> int:
    import json

    from extract.record import Record

    if args.output is not None and Path(args.output).exists() and not args.force:
        parser.error(f"argument -o: {args.output} exists; --force replaces it")
    schema = json.dumps(Record.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2)
    with opened(args.output) as file:
        file.write(f"{schema}\n".encode())
    return 0


def _extract(args: Arguments, inputs: "Inputs | ClusterInputs") -> int:
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


def _begin(args: Arguments) -> "Output | Run | None":
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


def _options(args: Arguments) -> "Options":
    from extract.archive.work import Options

    return Options(args.encoding, args.errors, args.max_bytes, args.split)


def _results(args: Arguments, inputs: "Inputs | ClusterInputs", output: "Output | Run | None") -> "Iterator[Result]":
    """Write what becomes of the inputs, and yield it."""
    if args.cluster is not None:
        return cast("Run", output).results(cast("ClusterInputs", inputs))
    return _on_this_machine(args, cast("Inputs", inputs).files, cast("Output | None", output))


def _on_this_machine(args: Arguments, files: list[str], output: "Output | None") -> "Iterator[Result]":
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
