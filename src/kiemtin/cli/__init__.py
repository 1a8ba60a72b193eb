"""The command `kiemtin`, one module a command: `HELP`, `configure(parser)` and `run(args) -> int`.

A command's module loads fast and without Django; what it needs is imported by `run`.
"""
