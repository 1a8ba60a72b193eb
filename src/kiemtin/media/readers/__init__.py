"""One module for each kind of bytes of strangers, run only in a process apart.

Each has `read(data, settings) -> (facts, body)` and may raise `kiemtin.media.apart.refused.Refused`
with a code of `kiemtin.media.apart.refusal`. What it needs it imports at its top: nothing can be
opened once it reads. `warm()`, where a module has one, loads what its libraries load lazily.
"""
