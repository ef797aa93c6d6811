"""Many releases: read, worked on by several processes, resumed, written in the format that is asked for.

A batch goes down one corridor: `results` gives what becomes of each path, in the order of the
paths; `batch` writes that, a record a line, into `OUT.part` beside the output; when it is whole, a
format of `formats` makes the output of it, which takes its place at once.
"""
