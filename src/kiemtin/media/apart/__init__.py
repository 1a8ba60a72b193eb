"""What runs in a process of its own because strangers' bytes are read there; it holds no rights.

Nothing here imports more of Kiểm Tin than this folder, so that the process starts fast and small.
"""
