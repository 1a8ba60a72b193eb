"""What runs in a process of its own because strangers' bytes are read there; it holds no rights.

What runs there imports no more of Kiểm Tin than this folder and one of `kiemtin.media.readers`, so
that the process starts fast and small. `reader` is the caller's side.
"""
